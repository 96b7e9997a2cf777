import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from rest_framework.test import APIClient

from analyses.models import Analysis
from feedback.services import submit_feedback
from jobs.services import create_job
from tests.flows.documents import COOK, DEVELOPER, pdf

pytestmark = pytest.mark.django_db


def client_of(user):
    client = APIClient()
    client.force_authenticate(user)
    return client


@pytest.fixture
def api(recruiter):
    return client_of(recruiter)


def upload(api, lines=DEVELOPER, name="dana.pdf", query="", **fields):
    file = SimpleUploadedFile(name, pdf(lines), content_type="application/pdf")
    return api.post(f"/api/upload-resume{query}", {"file": file, **fields}, format="multipart")


def test_an_upload_is_analysed_against_the_current_job(api, vacancy):
    answer = upload(api)
    body = answer.json()
    assert answer.status_code == 201, body
    assert (body["job_id"], body["duplicate"], body["status"]) == (vacancy.pk, False, "done")
    assert body["result"]["overall_score"] > 0
    assert body["analysis_id"] == Analysis.objects.get().pk


def test_the_same_pdf_again_answers_with_the_analysis_there_is(api, vacancy):
    first = upload(api).json()
    again = upload(api, name="other name.pdf")
    assert again.status_code == 200
    assert (again.json()["duplicate"], again.json()["analysis_id"]) == (True, first["analysis_id"])


def test_without_a_job_it_says_so(api):
    answer = upload(api)
    assert (answer.status_code, answer.json()["code"]) == (400, "no_job")
    wrong = upload(api, job_id="deadbeef")
    assert (wrong.status_code, list(wrong.json()["errors"])) == (400, ["job_id"])


def test_async_answers_before_it_is_done(api, vacancy, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks() as waiting:
        answer = upload(api, query="?async=true")
    assert (answer.status_code, answer.json()["status"], answer.json()["result"]) == (202, "queued", None)
    waiting[-1]()
    assert api.get(f"/api/analyses/{answer.json()['analysis_id']}").json()["status"] == "done"
    assert upload(api, query="?async=perhaps").status_code == 400


def test_what_is_no_pdf_is_refused(api, vacancy):
    file = SimpleUploadedFile("a.pdf", b"hello", content_type="application/pdf")
    assert api.post("/api/upload-resume", {"file": file}, format="multipart").status_code == 415
    missing = api.post("/api/upload-resume", {}, format="multipart")
    assert (missing.status_code, list(missing.json()["errors"])) == (400, ["file"])


def test_a_pdf_without_text_is_kept_and_answered_422(api, vacancy):
    answer = upload(api, lines=())
    assert answer.status_code in (202, 422)
    assert answer.json()["resume_id"].startswith("resume_")


def test_a_stored_resume_is_analysed_against_any_job(api, developer, vacancy, recruiter):
    other = create_job(job_description="Head chef. Requirements:\n- Menu planning\n- Food cost control", by=recruiter)
    answer = api.post(f"/api/analyze-resume/{developer.pk}", {"job_id": vacancy.pk}, format="json")
    assert (answer.status_code, answer.json()["job_id"]) == (201, vacancy.pk)
    current = api.post(f"/api/analyze-resume/{developer.pk}", {}, format="json")
    assert (current.status_code, current.json()["job_id"]) == (201, other.pk)
    assert api.post("/api/analyze-resume/resume_000000000000", {}, format="json").status_code == 404


def test_the_list_is_light_filtered_and_counts_its_queries(api, vacancy, django_assert_max_num_queries):
    upload(api)
    upload(api, lines=COOK, name="marco.pdf")
    with django_assert_max_num_queries(6):
        body = api.get("/api/analyses").json()
    assert body["count"] == 2
    assert "analysis_result" not in body["results"][0]
    assert "result" not in body["results"][0]
    assert api.get("/api/analyses?candidate_name=BELLINI").json()["count"] == 1
    assert api.get(f"/api/analyses?job_id={vacancy.pk}&status=done").json()["count"] == 2
    assert api.get("/api/analyses?job_id=nothing").json()["count"] == 0
    assert api.get("/api/analyses?min_score=100").json()["count"] == 0
    assert api.get("/api/analyses?min_score=lots").status_code == 400
    assert api.get("/api/analyses?status=odd").status_code == 400


def test_one_has_its_result_and_counts_its_feedback(api, analysis, recruiter):
    submit_feedback(by=recruiter, interaction_id="i1", query="q", response="r", rating=4, analysis_id=analysis.pk)
    body = api.get(f"/api/analyses/{analysis.pk}/").json()
    assert body["analysis_result"]["overall_score"] == body["overall_score"] == analysis.overall_score
    assert (body["feedback_count"], body["decision"]) == (1, None)
    assert api.get("/api/analyses/nothing").status_code == 404
    assert api.delete(f"/api/analyses/{analysis.pk}").status_code == 204
    assert not Analysis.objects.exists()


def test_a_question_is_answered_and_kept(api, analysis, developer):
    answer = api.post(f"/api/analyses/{analysis.pk}/ask", {"question": "Does she know Django?"}, format="json")
    body = answer.json()
    assert answer.status_code == 201
    assert body["response"].startswith("Yes: Django is named")
    assert all(c["quote"] == developer.text[c["start"] : c["end"]] for c in body["citations"])
    silent = api.post(f"/api/analyses/{analysis.pk}/ask", {"question": "Does she know COBOL?"}, format="json").json()
    assert (silent["response"], silent["citations"]) == ("The resume does not say", [])
    assert analysis.questions.count() == 2
    assert analysis.questions.get(pk=body["interaction_id"]).answered_by == "built-in"
    assert api.post(f"/api/analyses/{analysis.pk}/ask", {"question": " "}, format="json").status_code == 400


def test_a_decision_is_a_persons_with_the_permission(api, analysis, hiring_manager, make_user):
    path = f"/api/analyses/{analysis.pk}/decision"
    assert api.post(path, {"decision": "hired"}, format="json").status_code == 400
    made = client_of(hiring_manager).post(path, {"decision": "shortlisted", "reason": "strong"}, format="json")
    assert (made.status_code, made.json()["decision"], made.json()["decided_by"]) == (201, "shortlisted", "harriet")
    assert (
        client_of(make_user("audrey", "auditor")).post(path, {"decision": "rejected"}, format="json").status_code == 403
    )
    assert client_of(make_user("charlie")).get("/api/analyses").status_code == 403


def test_the_ranking_orders_and_filters(api, vacancy):
    best, worst = upload(api).json(), upload(api, lines=COOK, name="marco.pdf").json()
    path = f"/api/jobs/{vacancy.pk}/ranking"
    body = api.get(path).json()
    assert [(row["rank"], row["analysis_id"]) for row in body["results"]] == [
        (1, best["analysis_id"]),
        (2, worst["analysis_id"]),
    ]
    assert "Python" in body["results"][0]["matched_skills"]
    assert body["results"][0]["total_months"] > 100
    api.post(f"/api/analyses/{worst['analysis_id']}/decision", {"decision": "rejected"}, format="json")
    assert [r["analysis_id"] for r in api.get(f"{path}?decision=rejected").json()["results"]] == [worst["analysis_id"]]
    assert [r["analysis_id"] for r in api.get(f"{path}?decision=none").json()["results"]] == [best["analysis_id"]]
    assert api.get(f"{path}?min_score={best['result']['overall_score']}").json()["count"] == 1
    assert api.get(f"{path}?since=2000-01-01&until=2000-01-02").json()["count"] == 0
    assert api.get(f"{path}?limit=1&offset=1").json()["results"][0]["rank"] == 2
    assert api.get(f"{path}?since=soon").status_code == 400
    refused = api.get(f"{path}?decision=maybe").json()
    assert refused["errors"] == {"decision": ["Write one of: shortlisted, rejected, on_hold, none."]}
    assert "before the first" in api.get(f"{path}?since=2000-01-02&until=2000-01-01").json()["detail"]
    assert api.get("/api/jobs/nothing/ranking").status_code == 404


def test_up_to_five_stand_side_by_side(api, vacancy):
    best, other = upload(api).json(), upload(api, lines=COOK, name="marco.pdf").json()
    ids = [best["analysis_id"], other["analysis_id"]]
    body = api.get(f"/api/jobs/{vacancy.pk}/compare?analysis_id={ids[0]}&analysis_id={ids[1]}").json()
    assert [row["analysis_id"] for row in body["candidates"]] == ids
    assert all(set(row["cells"]) == set(ids) for row in body["requirements"])
    assert api.get(f"/api/jobs/{vacancy.pk}/compare").status_code == 400
    assert api.get(f"/api/jobs/{vacancy.pk}/compare?analysis_id=nothing").status_code == 400


def test_matches_come_from_the_whole_library(api, vacancy, developer, cook):
    done = api.post(f"/api/analyze-resume/{cook.pk}", {}, format="json").json()
    body = api.get(f"/api/jobs/{vacancy.pk}/matches").json()
    assert [row["resume_id"] for row in body["results"]] == [developer.pk, cook.pk]
    assert [row["analysis_id"] for row in body["results"]] == [None, done["analysis_id"]]
    assert body["results"][1]["overall_score"] == done["result"]["overall_score"]
    assert Analysis.objects.count() == 1
    assert api.get(f"/api/jobs/{vacancy.pk}/matches?limit=1").json()["count"] == 1
    assert api.get(f"/api/jobs/{vacancy.pk}/matches?limit=0").status_code == 400


def test_matches_read_no_file_again(api, vacancy, developer, monkeypatch):
    from resumes import reading

    monkeypatch.setattr(reading, "extract", None)
    first = api.get(f"/api/jobs/{vacancy.pk}/matches").json()
    found = api.post(f"/api/analyze-resume/{developer.pk}", {}, format="json").json()
    assert first["results"][0]["overall_score"] == found["result"]["overall_score"]
