"""Two callers at the same time: each works on a job of their own, and neither sees the other's selection."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.flows import documents
from tests.flows.documents import upload
from tests.flows.workflow import ok

pytestmark = [pytest.mark.flow, pytest.mark.real_model]

NAMES = ("Ada Stone", "Ben Rivers", "Cleo Marsh")


def test_simultaneous_uploads_go_to_each_callers_own_job(site, alice, bob):
    jobs = {}
    for name, client in (("alice", alice), ("bob", bob)):
        body = {"job_description": f"{documents.JOB_DESCRIPTION}\nFor {name}."}
        jobs[name] = ok(client.post("/api/job-description", json=body), 201)["job_id"]

    def send(work):
        caller, person = work
        client = {"alice": alice, "bob": bob}[caller]
        response = client.post("/api/upload-resume", files=upload(documents.developer(person)))
        return caller, person, response

    # The same people for both callers: a resume is stored once, and judged once for each job.
    with ThreadPoolExecutor(4) as pool:
        done = list(pool.map(send, [(caller, person) for person in NAMES for caller in jobs]))
    found: dict[str, dict[str, str]] = {"alice": {}, "bob": {}}
    for caller, person, response in done:
        assert response.status_code in (200, 201), response.text
        assert response.json()["job_id"] == jobs[caller]
        found[caller][person] = response.json()["resume_id"]
    assert found["alice"] == found["bob"]
    assert len(set(found["alice"].values())) == len(NAMES)
    for caller, client in (("alice", alice), ("bob", bob)):
        assert ok(client.get("/api/job-description"))["job_id"] == jobs[caller]
        ranked = ok(client.get(f"/api/jobs/{jobs[caller]}/ranking"))["results"]
        assert {row["resume_id"] for row in ranked} == set(found[caller].values())


def test_the_same_resume_for_the_same_job_by_both_is_one_analysis(alice, bob):
    job_id = ok(alice.post("/api/job-description", json={"job_description": documents.JOB_DESCRIPTION}), 201)["job_id"]
    data = documents.developer("Dora Field")

    def send(client):
        return client.post("/api/upload-resume", files=upload(data), data={"job_id": job_id})

    with ThreadPoolExecutor(2) as pool:
        responses = list(pool.map(send, (alice, bob)))
    for response in responses:
        assert response.status_code in (200, 201), response.text
        assert response.json()["result"]["candidate_name"] == "Dora Field"
    listed = ok(alice.get("/api/analyses", params={"job_id": job_id}))
    scores = {row["overall_score"] for row in listed["results"]}
    assert len(scores) == 1
