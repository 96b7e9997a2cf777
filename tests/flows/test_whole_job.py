"""The main job over real HTTP, with the real model and both indexes."""

import csv
import io

import pytest

from tests.flows import documents
from tests.flows.documents import upload
from tests.flows.workflow import assert_result_holds, found_in, ok, run_main_job

pytestmark = [pytest.mark.flow, pytest.mark.real_model]


@pytest.fixture(scope="module")
def done(alice):
    """The main job, done once by alice."""
    return run_main_job(alice)


def test_a_job_is_needed_before_a_resume_is_analysed(site):
    with site.client("nora", "recruiter") as nora:
        response = nora.post("/api/upload-resume", files=upload(documents.cook()))
    assert (response.status_code, response.json()["code"]) == (400, "no_job")


def test_the_upload_answers_with_the_result(alice, done):
    answer = done["ids"]["developer"]
    assert {"analysis_id", "resume_id", "job_id", "duplicate", "result"} <= answer.keys()
    assert answer["duplicate"] is False
    text = ok(alice.get(f"/api/resumes/{answer['resume_id']}/text"))["text"]
    assert_result_holds(answer["result"], text)


def test_the_developer_fits_better_than_the_cook_and_the_reasons_show(alice, done):
    developer, cook = (done["ids"][who]["result"] for who in ("developer", "cook"))
    assert developer["overall_score"] > cook["overall_score"] + 20
    assert {"python", "django", "postgresql"} <= {skill.lower() for skill in developer["matched_skills"]}
    assert cook["hiring_recommendation"].startswith("NO")
    assert cook["missing_critical_skills"]


def test_a_known_pdf_answers_with_the_analysis_there_is(alice, done):
    again = ok(alice.post("/api/upload-resume", files=upload(documents.developer(), "again.pdf")), 200)
    assert again["duplicate"] is True
    assert again["analysis_id"] == done["ids"]["developer"]["analysis_id"]


def test_a_job_can_be_named_instead_of_the_current_one(alice, bob, done):
    job_id = done["job"]["job_id"]
    answer = bob.post("/api/upload-resume", files=upload(documents.cook()), data={"job_id": job_id})
    assert ok(answer, 200)["job_id"] == job_id
    refused = bob.post("/api/upload-resume", files=upload(documents.cook()), data={"job_id": "00000000"})
    assert refused.status_code == 400
    assert "job_id" in refused.json()["errors"]


def test_a_stored_resume_is_analysed_on_demand(alice, done):
    resume_id = ok(alice.post("/api/upload-resume-only", files=upload(documents.developer("Pia Holm"))), 201)[
        "resume_id"
    ]
    answer = alice.post(f"/api/analyze-resume/{resume_id}", json={"job_id": done["job"]["job_id"]})
    assert answer.status_code in (200, 201), answer.text
    assert answer.json()["result"]["candidate_name"] == "Pia Holm"
    assert alice.post("/api/analyze-resume/resume_000000000000").status_code == 404


def test_an_unreadable_pdf_says_why_and_where_it_is(alice, done):
    response = alice.post("/api/upload-resume", files=upload(documents.encrypted(), "locked.pdf"))
    assert (response.status_code, response.json()["code"]) == (422, "encrypted")
    assert alice.get(f"/api/resumes/{response.json()['resume_id']}").status_code == 200


def test_the_list_of_analyses_is_light_and_filters(alice, done):
    job_id = done["job"]["job_id"]
    analysis = done["ids"]["developer"]
    listed = ok(alice.get("/api/analyses", params={"job_id": job_id}))
    row = next(row for row in listed["results"] if row["analysis_id"] == analysis["analysis_id"])
    assert "analysis_result" not in row
    assert "result" not in row
    for name, value in (
        ("resume_id", analysis["resume_id"]),
        ("candidate_name", "lindqvist"),
        ("min_score", analysis["result"]["overall_score"] - 0.5),
    ):
        found = ok(alice.get("/api/analyses", params={"job_id": job_id, name: value}))["results"]
        assert analysis["analysis_id"] in [row["analysis_id"] for row in found], name
        assert done["ids"]["cook"]["analysis_id"] not in [row["analysis_id"] for row in found], name
    assert ok(alice.get("/api/analyses", params={"status": "failed"}))["count"] == 0
    for wrong in ({"min_score": "high"}, {"status": "asleep"}):
        assert alice.get("/api/analyses", params=wrong).status_code == 400


def test_one_analysis_has_the_result_and_counts_its_feedback(alice, done):
    found = ok(alice.get(f"/api/analyses/{done['ids']['developer']['analysis_id']}"))
    assert found["feedback_count"] >= 1
    assert found["analysis_result"]["overall_score"] == done["ids"]["developer"]["result"]["overall_score"]
    assert alice.get("/api/analyses/000000000000").status_code == 404


def test_matches_are_the_best_of_the_whole_library(alice, done):
    found = ok(alice.get(f"/api/jobs/{done['job']['job_id']}/matches"))["results"]
    assert found[0]["candidate_name"] in ("Dana Lindqvist", "Pia Holm")
    assert found[0]["candidate_name"] != "Marco Bellini"


def test_a_question_the_resume_does_not_answer(alice, done):
    address = f"/api/analyses/{done['ids']['developer']['analysis_id']}/ask"
    reply = alice.post(address, json={"question": "What is the candidate's favourite opera?"})
    assert reply.status_code in (200, 201)
    assert "The resume does not say" in reply.json()["response"]
    assert reply.json()["citations"] == []
    assert alice.post(address, json={"question": " "}).status_code == 400


def test_decisions_are_a_persons_word(alice, site, done):
    address = f"/api/analyses/{done['ids']['cook']['analysis_id']}/decision"
    assert alice.post(address, json={"decision": "hired"}).status_code == 400
    with site.client("harriet", "hiring_manager") as harriet:
        assert harriet.post(address, json={"decision": "rejected", "reason": "No software"}).status_code in (200, 201)
    with site.client("audrey", "auditor") as audrey:
        assert audrey.post(address, json={"decision": "on_hold"}).status_code == 403


def test_a_job_with_analyses_is_not_deleted_by_accident(alice):
    job = ok(alice.post("/api/job-description", json={"job_description": "Python developer wanted."}), 201)
    ok(alice.post("/api/upload-resume", files=upload(documents.developer("Lars Voss"))), 201)
    address = f"/api/jobs/{job['job_id']}"
    refused = alice.delete(address)
    assert refused.status_code == 409
    assert "cascade=true" in refused.json()["detail"]
    assert alice.delete(f"{address}?cascade=true").status_code == 204
    assert alice.get(address).status_code == 404


def test_feedback_sent_again_is_no_news_and_changed_a_conflict(alice, done):
    body = done["feedback"]["body"]
    assert ok(alice.post("/api/feedback/submit", json=body))["feedback_id"] == done["feedback"]["feedback_id"]
    changed = body | {"rating": 4}
    assert alice.post("/api/feedback/submit", json=changed).status_code == 409
    revised = ok(
        alice.post("/api/feedback/submit", json=changed | {"supersedes": done["feedback"]["feedback_id"]}), 201
    )
    back = body | {"supersedes": revised["feedback_id"]}
    done["feedback"] |= ok(alice.post("/api/feedback/submit", json=back), 201)


@pytest.mark.parametrize(
    "changes, field",
    [
        ({"rating": 6}, "rating"),
        ({"rating": None}, "rating"),
        ({"query": ""}, "query"),
        ({"response": " "}, "response"),
        ({"interaction_id": ""}, "interaction_id"),
        ({"context": "text"}, "context"),
        ({"analysis_id": "nothere"}, "analysis_id"),
        ({"job_id": "nothere"}, "job_id"),
    ],
)
def test_feedback_is_validated(alice, done, changes, field):
    body = done["feedback"]["body"] | {"interaction_id": "new", "supersedes": None} | changes
    response = alice.post("/api/feedback/submit", json=body)
    assert response.status_code == 400, response.text
    assert field in response.json()["errors"]


def test_feedback_for_a_job_that_is_not_the_analysiss(alice, done):
    other = ok(alice.post("/api/job-description", json={"job_description": "Another position."}), 201)
    body = done["feedback"]["body"] | {"interaction_id": "other", "job_id": other["job_id"]}
    assert alice.post("/api/feedback/submit", json=body).status_code == 400


def test_both_indexes_find_the_feedback(alice, done):
    feedback_id = done["feedback"]["feedback_id"]
    found = {backend: found_in(alice, backend, feedback_id) for backend in ("faiss", "chroma")}
    assert found["faiss"]["ideal_response"] == found["chroma"]["ideal_response"]
    assert abs(found["faiss"]["similarity"] - found["chroma"]["similarity"]) < 1e-3
    rated = ok(alice.get("/api/feedback/search", params={"query": "PostgreSQL", "min_rating": 5}))
    assert all(row["rating"] == 5 for row in rated["results"])


def test_statistics_lists_and_high_quality(alice, done):
    statistics = ok(alice.get("/api/feedback/statistics"))
    # The two decisions are on the list as well, but nobody wrote them to rate an answer.
    kinds = [row["kind"] for row in ok(alice.get("/api/feedback"))["results"]]
    assert kinds.count("answer") == statistics["total_feedback"] == 1
    assert kinds.count("decision") == 2
    assert statistics["average_rating"] == 5.0
    assert ok(alice.get("/api/storage/stats"))["feedback"] == {"total_feedback": 1, "average_rating": 5.0}
    best = ok(alice.get("/api/feedback/high-quality", params={"min_rating": 4, "limit": 3}))
    rows = best["results"] if isinstance(best, dict) else best
    assert [row["feedback_id"] for row in rows] == [done["feedback"]["feedback_id"]]


def test_the_csv_opens_in_excel(alice, done):
    response = alice.get("/api/feedback/export-csv")
    assert response.status_code == 200
    assert response.content.startswith(b"\xef\xbb\xbf")
    assert "attachment" in response.headers["Content-Disposition"]
    rows = list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"))))
    written = [row["feedback_id"] for row in rows if row["kind"] == "answer"]
    assert written == [done["feedback"]["feedback_id"]]


def test_deleted_feedback_leaves_both_indexes(alice, done):
    body = done["feedback"]["body"] | {"interaction_id": "short-lived", "query": "Does she speak Quenya?"}
    made = ok(alice.post("/api/feedback/submit", json=body), 201)["feedback_id"]
    found_in(alice, "faiss", made)
    assert alice.delete(f"/api/feedback/{made}").status_code == 204
    assert alice.get(f"/api/feedback/{made}").status_code == 404
    for backend in ("faiss", "chroma"):
        query = {"query": "Does she speak Quenya?", "backend": backend}
        rows = ok(alice.get("/api/feedback/search", params=query))["results"]
        assert made not in [row["feedback_id"] for row in rows]


def test_the_log_names_no_candidate(site, done):
    assert "Lindqvist" not in site.logs()
    assert "lindqvist" not in site.logs()
