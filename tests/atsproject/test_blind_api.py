"""The API tells nobody who a candidate is while a job in blind mode waits for a decision."""

import json

import pytest

from analyses.services import decide
from feedback.services import submit_feedback
from jobs.services import update_job
from tests.atsproject.blind_data import NAME, blind_job, her_pdf, her_resume, told

pytestmark = pytest.mark.django_db


def addresses(job, analysis) -> list[str]:
    own, resume = f"/api/analyses/{analysis.pk}", f"/api/resumes/{analysis.resume_id}"
    return [
        *("/api/resumes", resume, f"{resume}/text", f"{resume}/pdf"),
        *("/api/analyses", f"/api/analyses?job_id={job.pk}", own),
        *(f"/api/jobs/{job.pk}", f"/api/jobs/{job.pk}/ranking", f"/api/jobs/{job.pk}/matches"),
        f"/api/jobs/{job.pk}/compare?analysis_id={analysis.pk}",
        *("/api/feedback", "/api/feedback/high-quality", "/api/feedback/export-csv"),
        *("/api/feedback/search?query=Zephyrine", "/api/feedback/statistics", "/api/storage/stats"),
    ]


def body_of(answer) -> str:
    whole = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return json.dumps(json.loads(whole), ensure_ascii=False) if "json" in answer["Content-Type"] else whole.decode()


@pytest.fixture
def hidden(recruiter):
    job, analysis = blind_job(recruiter)
    submit_feedback(
        by=recruiter,
        interaction_id="i1",
        query="Who is Zephyrine?",
        response=f"{NAME}, reached at zephyrine.quillfeather@example.org; she led a team",
        rating=5,
        ideal_response="Quillfeather graduated in 2016",
        analysis_id=analysis.pk,
        kind="analysis",
    )
    return job, analysis


def test_no_answer_tells_who_a_hidden_candidate_is(hidden, api, api_as, administrator):
    for client in (api, api_as(administrator)):
        leaks = {address: told(body_of(client.get(address))) for address in addresses(*hidden)}
        assert {address: found for address, found in leaks.items() if found} == {}


def test_what_is_masked_keeps_every_field_and_every_offset(hidden, api):
    _, analysis = hidden
    before = analysis.result
    row = api.get(f"/api/analyses/{analysis.pk}").json()
    text = api.get(f"/api/resumes/{analysis.resume_id}/text").json()["text"]
    assert len(text) == len(analysis.resume.text)
    result = row["analysis_result"]
    assert result.keys() == before.keys()
    assert result["overall_score"] == before["overall_score"]
    quotes = [item for found in result["requirements"] for item in found["evidence"]]
    grounds = [item for part in result["components"] for item in part["evidence"]]
    assert quotes
    assert grounds
    assert all(text[item["start"] : item["end"]] == item["quote"] for item in grounds)
    assert all(text[item["start"] : item["end"]] == item["quote"] for item in quotes)
    assert row["candidate_name"] == f"Candidate {analysis.resume_id[-5:].upper()}"
    profile = api.get(f"/api/resumes/{analysis.resume_id}").json()["profile"]
    assert profile["basics"]["email"] is None
    assert profile["work"][0]["startDate"] == "2019-03"


def test_the_pdf_is_held_back_until_the_decision(hidden, api, recruiter):
    _, analysis = hidden
    address = f"/api/resumes/{analysis.resume_id}/pdf"
    answer = api.get(address)
    assert (answer.status_code, answer.json()["code"]) == (403, "blind")
    decide(analysis=analysis, decision="shortlisted", reason="Fits", by=recruiter)
    answer = api.get(address)
    assert answer.status_code == 200
    assert "zq-curriculum" in answer["Content-Disposition"]
    assert b"".join(answer.streaming_content).startswith(b"%PDF")
    assert NAME in body_of(api.get(f"/api/analyses/{analysis.pk}"))


@pytest.mark.parametrize(
    "question", ["What is her e-mail?", "What is the candidate's name?", "Phone number?", "When did she graduate?"]
)
def test_the_ask_box_does_not_tell(hidden, api, question):
    answer = api.post(f"/api/analyses/{hidden[1].pk}/ask", {"question": question})
    assert answer.status_code == 201
    body = answer.json()
    assert told(json.dumps([body["response"], body["citations"]])) == []
    assert body["response"]


def test_uploads_and_new_analyses_answer_masked(hidden, api):
    job, analysis = hidden
    again = api.post("/api/upload-resume", {"file": her_pdf(), "job_id": job.pk}, format="multipart")
    asked = api.post(f"/api/analyze-resume/{analysis.resume_id}", {"job_id": job.pk})
    stored = api.post("/api/upload-resume-only", {"file": her_pdf()}, format="multipart")
    assert [told(body_of(answer)) for answer in (again, asked, stored)] == [[], [], []]


def test_a_name_finds_nobody_who_is_hidden(hidden, api, recruiter):
    for address in ("/api/resumes?candidate_name=zephyr", "/api/analyses?candidate_name=zephyr"):
        assert api.get(address).json()["count"] == 0
    update_job(job=hidden[0], by=recruiter, blind_mode=False)
    for address in ("/api/resumes?candidate_name=zephyr", "/api/analyses?candidate_name=zephyr"):
        assert api.get(address).json()["count"] == 1


def test_a_decision_on_one_job_reveals_nothing_while_another_waits(hidden, api, recruiter):
    _, analysis = hidden
    newer = her_resume(recruiter, "Kafka")
    other, waiting = blind_job(recruiter, newer, title="Platform Developer")
    assert newer.person_id == analysis.resume.person_id
    decide(analysis=analysis, decision="rejected", reason="", by=recruiter)
    for job, row in ((hidden[0], analysis), (other, waiting)):
        assert {a: found for a in addresses(job, row) if (found := told(body_of(api.get(a))))} == {}
    decide(analysis=waiting, decision="rejected", reason="", by=recruiter)
    assert NAME in body_of(api.get(f"/api/analyses/{analysis.pk}"))
