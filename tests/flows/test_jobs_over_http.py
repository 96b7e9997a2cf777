"""Every job route of the API, as a program sees it."""

import re

import pytest

from tests.flows import documents
from tests.flows.workflow import ok

pytestmark = pytest.mark.flow


def test_there_is_no_current_job_before_there_is_one(alice):
    response = alice.get("/api/job-description")
    assert (response.status_code, response.json()["code"]) == (404, "no_job")


@pytest.fixture(scope="module")
def job(alice, site):
    """A job made by alice; her current one from then on."""
    body = {"job_description": documents.JOB_DESCRIPTION, "company_name": "Acme Robotics", "role_name": "Developer"}
    response = alice.post("/api/job-description", json=body)
    assert response.status_code == 201, response.text
    return response.json()


def test_creating_answers_with_id_and_length(job):
    assert re.fullmatch("[0-9a-f]{8}", job["job_id"])
    assert job["length"] == len(documents.JOB_DESCRIPTION)
    assert (job["company_name"], job["role_name"]) == ("Acme Robotics", "Developer")


def test_the_new_job_is_the_callers_current_one_and_nobody_elses(alice, bob, job):
    assert alice.get("/api/job-description").json()["job_id"] == job["job_id"]
    assert bob.get("/api/job-description").status_code == 404
    stats = ok(alice.get("/api/storage/stats"))
    assert stats["current_job_id"] == job["job_id"]
    assert bob.get("/api/storage/stats").json()["current_job_id"] is None


@pytest.mark.parametrize("body", [{}, {"job_description": ""}, {"job_description": "   "}, {"job_description": None}])
def test_a_description_is_needed(alice, body):
    response = alice.post("/api/job-description", json=body)
    assert response.status_code == 400
    assert "job_description" in response.json()["errors"]


def test_the_list_is_light_and_newest_first(alice, bob, job):
    newer = bob.post("/api/job-description", json={"job_description": "Cook wanted. " * 60}).json()
    listed = alice.get("/api/jobs").json()
    ids = [row["job_id"] for row in listed["results"]]
    assert ids.index(newer["job_id"]) < ids.index(job["job_id"])
    row = next(row for row in listed["results"] if row["job_id"] == job["job_id"])
    expected = {"job_id", "company_name", "role_name", "created_at", "analysis_count", "description_preview"}
    assert expected <= row.keys()
    assert "job_description" not in row
    assert row["analysis_count"] == 0
    assert row["created_at"].endswith("Z")


def test_one_job_has_its_description(alice, job):
    found = alice.get(f"/api/jobs/{job['job_id']}")
    assert found.status_code == 200
    assert found.json()["job_description"] == documents.JOB_DESCRIPTION
    assert alice.get("/api/jobs/00000000").status_code == 404


def test_editing(alice, job):
    changed = alice.patch(f"/api/jobs/{job['job_id']}", json={"role_name": "Senior Python Developer"})
    assert changed.status_code == 200, changed.text
    assert changed.json()["role_name"] == "Senior Python Developer"
    assert changed.json()["company_name"] == "Acme Robotics"


def test_search_in_company_and_role(alice, job):
    for query in ("acme", "SENIOR python"):
        found = alice.get("/api/jobs/search", params={"query": query}).json()
        assert job["job_id"] in [row["job_id"] for row in found["results"]]
    assert alice.get("/api/jobs/search", params={"query": "plumber"}).json()["count"] == 0


def test_selecting_another_job(alice, bob, job):
    assert bob.post(f"/api/jobs/{job['job_id']}/select").status_code == 200
    assert bob.get("/api/job-description").json()["job_id"] == job["job_id"]
    assert alice.post("/api/jobs/00000000/select").status_code == 404


def test_deleting_a_job_without_analyses(alice):
    job_id = alice.post("/api/job-description", json={"job_description": "A short-lived position."}).json()["job_id"]
    assert alice.delete(f"/api/jobs/{job_id}").status_code == 204
    assert alice.get(f"/api/jobs/{job_id}").status_code == 404
    assert alice.get("/api/job-description").status_code == 404


@pytest.mark.parametrize("role, allowed", [("hiring_manager", False), ("auditor", False), ("api_client", True)])
def test_who_may_create_a_job(site, role, allowed):
    with site.client(role, role) as client:
        assert client.get("/api/jobs").status_code == 200
        created = client.post("/api/job-description", json={"job_description": "Somebody to do something."})
        assert created.status_code == (201 if allowed else 403)
