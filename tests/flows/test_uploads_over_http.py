"""Every resume route of the API: what is kept, what is refused, and what the caller is told."""

import re
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

from tests.flows import documents
from tests.flows.documents import upload

pytestmark = pytest.mark.flow


@pytest.fixture(scope="module")
def stored(alice) -> dict[str, object]:
    """A resume that was stored without analysing."""
    response = alice.post("/api/upload-resume-only", files=upload(documents.developer(), "dana cv.pdf"))
    assert response.status_code == 201, response.text
    body: dict[str, object] = response.json()
    return body


def test_a_stored_resume_can_be_read_back(alice, stored):
    resume_id = stored["resume_id"]
    assert re.fullmatch("resume_[0-9a-f]{12,}", str(resume_id))
    found = alice.get(f"/api/resumes/{resume_id}").json()
    data = documents.developer()
    assert found["candidate_name"] == "Dana Lindqvist"
    assert found["original_filename"] == "dana cv.pdf"
    assert found["file_size"] == len(data)
    assert found["uploaded_at"].endswith("Z")
    assert found["parse_quality"]["level"] in ("good", "fair")
    text = alice.get(f"/api/resumes/{resume_id}/text").json()
    assert text.keys() == {"resume_id", "text"}
    assert "Nordic Freight" in text["text"]
    file = alice.get(f"/api/resumes/{resume_id}/pdf")
    assert file.content == data
    assert file.headers["Content-Type"] == "application/pdf"
    assert file.headers["Content-Disposition"].startswith("attachment")


def test_the_same_pdf_twice_is_one_resume(alice, stored):
    again = alice.post("/api/upload-resume-only", files=upload(documents.developer(), "renamed.pdf"))
    assert again.status_code in (200, 201)
    assert again.json()["duplicate"] is True
    assert again.json()["resume_id"] == stored["resume_id"]


def test_the_list_filters_by_name(alice, stored):
    found = alice.get("/api/resumes", params={"candidate_name": "lindq"}).json()
    assert [row["resume_id"] for row in found["results"]] == [stored["resume_id"]]
    assert alice.get("/api/resumes", params={"candidate_name": "nobody"}).json()["count"] == 0


def test_what_is_not_there_is_404(alice):
    for path in ("", "/text", "/pdf"):
        response = alice.get(f"/api/resumes/resume_000000000000{path}")
        assert (response.status_code, response.json()["code"]) == (404, "not_found")


def test_what_is_no_pdf_is_refused_and_not_kept(alice, stored):
    before = alice.get("/api/resumes").json()["count"]
    for data in (b"PK\x03\x04 a word document", b"plain text", b""):
        response = alice.post("/api/upload-resume-only", files=upload(data, "cv.pdf"))
        assert response.status_code in ((415,) if data else (400, 415)), response.text
    assert alice.get("/api/resumes").json()["count"] == before


def test_no_file_at_all_is_a_bad_request(alice):
    response = alice.post("/api/upload-resume-only", data={"note": "forgot it"})
    assert response.status_code == 400
    assert "file" in response.json()["errors"]


@pytest.mark.parametrize("make, code", [(documents.encrypted, "encrypted"), (documents.broken, "broken")])
def test_a_pdf_that_cannot_be_read_is_kept_and_said_so(alice, make, code):
    response = alice.post("/api/upload-resume-only", files=upload(make(), f"{code}.pdf"))
    body = response.json()
    assert (response.status_code, body["code"]) == (422, code)
    found = alice.get(f"/api/resumes/{body['resume_id']}").json()
    assert found["original_filename"] == f"{code}.pdf"
    assert found["parse_quality"]["level"] == "unreadable"


def test_a_pdf_without_text_is_kept_and_said_so(alice):
    response = alice.post("/api/upload-resume-only", files=upload(documents.blank(), "blank.pdf"))
    assert (response.status_code, response.json()["code"]) == (422, "no_text"), response.text
    assert alice.get(f"/api/resumes/{response.json()['resume_id']}").status_code == 200


def test_a_file_above_the_limit_is_refused(alice):
    response = alice.post("/api/upload-resume-only", files=upload(b"%PDF-1.7\n" + b"0" * (10 * 1024 * 1024 + 1)))
    assert response.status_code == 413
    assert response.json()["code"] == "too_large"


def test_many_files_at_once_are_reported_one_by_one(alice):
    files = [
        ("files", ("one.pdf", documents.developer("Ines Ortega"), "application/pdf")),
        ("files", ("two.pdf", documents.broken() + b"2", "application/pdf")),
        ("files", ("three.txt", b"no pdf", "text/plain")),
        ("files", ("four.pdf", documents.developer("Ines Ortega"), "application/pdf")),
    ]
    response = alice.post("/api/resumes/bulk", files=files)
    assert response.status_code in (200, 201, 207), response.text
    reports = response.json()["files"]
    assert [report["filename"] for report in reports] == ["one.pdf", "two.pdf", "three.txt", "four.pdf"]
    assert reports[0]["resume_id"] == reports[3]["resume_id"]
    assert reports[3]["duplicate"] is True
    assert reports[2]["resume_id"] is None


def test_the_same_pdf_under_simultaneous_uploads_is_one_resume(site, alice):
    data = documents.developer("Tomas Nygaard")
    headers = dict(alice.headers)

    def send(number: int) -> httpx.Response:
        with httpx.Client(
            base_url=site.url, headers={"Authorization": headers["authorization"]}, timeout=120
        ) as client:
            return client.post("/api/upload-resume-only", files=upload(data, f"copy{number}.pdf"))

    with ThreadPoolExecutor(6) as pool:
        responses = list(pool.map(send, range(6)))
    assert {response.status_code for response in responses} <= {200, 201}, [r.text for r in responses]
    assert len({response.json()["resume_id"] for response in responses}) == 1
    assert sum(not response.json()["duplicate"] for response in responses) == 1
    assert alice.get("/api/resumes", params={"candidate_name": "Nygaard"}).json()["count"] == 1


def test_a_name_with_strange_characters_is_only_data(alice):
    name = '../../etc/"quoted" Zoë 简历.pdf'
    made = alice.post("/api/upload-resume-only", files=upload(documents.developer("Zoe Kask"), name)).json()
    file = alice.get(f"/api/resumes/{made['resume_id']}/pdf")
    assert file.status_code == 200
    assert "\n" not in file.headers["Content-Disposition"]


def test_nothing_under_media_is_served(site, alice):
    assert alice.get("/media/").status_code in (302, 404)
    for path in (site.root / "media").rglob("*.pdf"):
        assert httpx.get(f"{site.url}/media/{path.relative_to(site.root / 'media')}").status_code in (302, 404)


@pytest.mark.parametrize("role", ["hiring_manager", "auditor"])
def test_who_only_reads_uploads_nothing(site, role, stored):
    with site.client(role, role) as client:
        assert client.get(f"/api/resumes/{stored['resume_id']}/pdf").status_code == 200
        assert client.post("/api/upload-resume-only", files=upload(documents.cook())).status_code == 403


def test_too_many_files_in_one_request_are_refused_whole(alice):
    before = alice.get("/api/resumes").json()["count"]
    files = [("files", (f"{number}.pdf", b"no pdf", "application/pdf")) for number in range(501)]
    response = alice.post("/api/resumes/bulk", files=files)
    assert (response.status_code, response.json()["code"]) == (400, "too_many_files")
    assert alice.get("/api/resumes").json()["count"] == before
