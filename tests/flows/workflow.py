"""The whole job of a recruiter through the API, shared by the flows of every kind of installation."""

import time
from typing import Any

import httpx

from tests.flows import documents
from tests.flows.documents import upload

OLD_KEYS = {
    *("candidate_name", "filename", "overall_score", "skill_match_score", "experience_match_score"),
    *("education_match_score", "matched_skills", "missing_critical_skills", "strengths", "weaknesses"),
    *("executive_summary", "hiring_recommendation", "timestamp", "company_name", "role_name"),
}
NEW_KEYS = {
    *("schema_version", "requirements", "categories", "components", "profile", "experience", "parse_quality"),
    *("warnings", "engine", "timing_ms"),
}


def ok(response: httpx.Response, status: int = 200) -> Any:
    """The body, when the status is the one that was stated."""
    assert response.status_code == status, f"{response.request.url}: {response.status_code} {response.text[:2000]}"
    return response.json()


def assert_result_holds(result: dict[str, Any], text: str) -> None:
    """The invariants of an analysis that show from outside."""
    assert result.keys() >= OLD_KEYS | NEW_KEYS
    total = sum(item["contribution"] for item in result["requirements"] + result["components"])
    assert abs(total - result["overall_score"]) < 0.01
    for item in result["requirements"]:
        assert item["status"] in ("met", "partial", "not_met", "no_data")
        for evidence in item["evidence"]:
            assert evidence["quote"] == text[evidence["start"] : evidence["end"]]
            assert evidence["page"] >= 1
    assert result["hiring_recommendation"].split(" - ")[0] in ("YES", "MAYBE", "NO")


def finished(client: httpx.Client, analysis_id: str, seconds: float = 90) -> dict[str, Any]:
    """The analysis once it is done; AssertionError when it fails or takes too long."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        found: dict[str, Any] = ok(client.get(f"/api/analyses/{analysis_id}"))
        if found["status"] == "done":
            return found
        assert found["status"] in ("queued", "running"), found
        time.sleep(0.3)
    raise AssertionError(f"analysis {analysis_id} was not done after {seconds} s")


def run_main_job(client: httpx.Client, *, queued: bool = False) -> dict[str, Any]:
    """Job, two resumes, ranking, a question, a decision, feedback, its search: everything asserted as stated."""
    job = ok(client.post("/api/job-description", json={"job_description": documents.JOB_DESCRIPTION}), 201)
    ids = {}
    for who, data in (("developer", documents.developer()), ("cook", documents.cook())):
        address = "/api/upload-resume" + ("?async=true" if queued else "")
        answer = ok(client.post(address, files=upload(data, f"{who}.pdf")), 202 if queued else 201)
        assert answer["job_id"] == job["job_id"]
        if queued:
            assert (answer["status"], answer["result"]) == ("queued", None)
        analysis = finished(client, answer["analysis_id"])
        text = ok(client.get(f"/api/resumes/{answer['resume_id']}/text"))["text"]
        assert_result_holds(analysis["analysis_result"], text)
        ids[who] = answer
    ranked = ok(client.get(f"/api/jobs/{job['job_id']}/ranking"))["results"]
    assert [row["analysis_id"] for row in ranked] == [ids["developer"]["analysis_id"], ids["cook"]["analysis_id"]]
    return {"job": job, "ids": ids, "feedback": _ask_decide_and_rate(client, ids["developer"])}


def _ask_decide_and_rate(client: httpx.Client, answer: dict[str, Any]) -> dict[str, Any]:
    analysis = f"/api/analyses/{answer['analysis_id']}"
    text = ok(client.get(f"/api/resumes/{answer['resume_id']}/text"))["text"]
    question = {"question": "Does the candidate know PostgreSQL?"}
    reply = client.post(f"{analysis}/ask", json=question)
    assert reply.status_code in (200, 201), reply.text
    found = reply.json()
    assert found["citations"]
    for citation in found["citations"]:
        assert citation["quote"] == text[citation["start"] : citation["end"]]
    decided = client.post(f"{analysis}/decision", json={"decision": "shortlisted", "reason": "Strong Django work"})
    assert decided.status_code in (200, 201), decided.text
    body = {
        "interaction_id": found["interaction_id"],
        "query": question["question"],
        "response": found["response"],
        "context": [citation["quote"] for citation in found["citations"]],
        "rating": 5,
        "correct_points": ["names the migration to PostgreSQL"],
        "incorrect_points": [],
        "missing_points": [],
        "ideal_response": "Yes: moved the order store to PostgreSQL.",
        "analysis_id": answer["analysis_id"],
        "job_id": answer["job_id"],
    }
    given: dict[str, Any] = ok(client.post("/api/feedback/submit", json=body), 201)
    assert (given["analysis_id"], given["job_id"]) == (answer["analysis_id"], answer["job_id"])
    return given | {"body": body}


def found_in(client: httpx.Client, backend: str, feedback_id: str, seconds: float = 30) -> dict[str, Any]:
    """The feedback as a search in one index finds it, once the index has taken it."""
    deadline = time.monotonic() + seconds
    query: dict[str, str | int] = {
        "query": "experience with the PostgreSQL database",
        "n_results": 5,
        "backend": backend,
    }
    while time.monotonic() < deadline:
        found = ok(client.get("/api/feedback/search", params=query))
        rows = {row["feedback_id"]: row for row in found["results"]}
        if feedback_id in rows:
            assert [row["similarity"] for row in found["results"]] == sorted(
                (row["similarity"] for row in found["results"]), reverse=True
            )
            return dict(rows[feedback_id])
        time.sleep(0.5)
    raise AssertionError(f"{backend} did not find {feedback_id} within {seconds} s")
