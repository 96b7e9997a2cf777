"""The application tracker's routes."""

import io

import pytest
from openpyxl import load_workbook

from tests.flows.workflow import ok

pytestmark = pytest.mark.flow

HEADERS = ["Company", "Job", "Portal", "Full Time", "Date Applied"]


@pytest.fixture(scope="module")
def first(alice):
    body = {
        "company": "Acme",
        "job_title": "Developer",
        "portal": "LinkedIn",
        "employment_type": "Full Time",
        "date_applied": "2026-01-31",
    }
    return ok(alice.post("/api/job-application", json=body), 201)


def test_an_application_is_kept(alice, first):
    rows = ok(alice.get("/api/job-applications"))["results"]
    assert [(row["company"], row["job_title"], row["date_applied"]) for row in rows] == [
        ("Acme", "Developer", "2026-01-31")
    ]


def test_applying_twice_is_noticed(alice, first):
    asked = {"company": " acme", "job_title": "DEVELOPER"}
    assert ok(alice.get("/api/job-applications/check", params=asked))["already_applied"] is True
    other = {"company": "Acme", "job_title": "Designer"}
    assert ok(alice.get("/api/job-applications/check", params=other))["already_applied"] is False


@pytest.mark.parametrize("changes", [{"company": ""}, {"job_title": None}, {"date_applied": "yesterday"}])
def test_an_application_is_validated(alice, changes):
    body = {"company": "Acme", "job_title": "Developer"} | changes
    response = alice.post("/api/job-application", json=body)
    assert response.status_code == 400
    assert set(changes) <= set(response.json()["errors"])


def test_recent_and_statistics(alice, first):
    ok(alice.post("/api/job-application", json={"company": "Beta", "job_title": "Tester", "portal": "Indeed"}), 201)
    recent = ok(alice.get("/api/job-applications/recent"))
    rows = recent["results"] if isinstance(recent, dict) else recent
    assert rows[0]["company"] == "Beta"
    statistics = ok(alice.get("/api/job-applications/statistics"))
    assert statistics["total"] == 2
    assert statistics["recent_7_days"] == 1
    assert statistics["by_portal"]["LinkedIn"] == 1
    assert statistics["by_type"]["Full Time"] == 1


def test_the_workbook_goes_out_and_comes_back(alice, bob, first):
    exported = alice.get("/api/job-applications/export-xlsx")
    assert exported.status_code == 200
    sheet = load_workbook(io.BytesIO(exported.content)).active
    assert sheet is not None
    rows = list(sheet.iter_rows(values_only=True))
    assert list(rows[0]) == HEADERS
    assert len(rows) == 1 + ok(alice.get("/api/job-applications"))["count"]
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    again = bob.post("/api/job-applications/import-xlsx", files={"file": ("applied.xlsx", exported.content, kind)})
    assert again.status_code in (200, 201), again.text
    assert ok(alice.get("/api/job-applications"))["count"] == len(rows) - 1


def test_a_file_that_is_no_workbook_is_refused(alice):
    response = alice.post("/api/job-applications/import-xlsx", files={"file": ("x.xlsx", b"no workbook")})
    assert response.status_code in (400, 415)
    assert response.json()["detail"]
