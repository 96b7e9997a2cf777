"""Resumes over HTTP."""

import pytest
from auditlog.models import LogEntry
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile

from analyses.models import Analysis
from resumes.models import Resume
from tests.resumes.pdfs import page_pdf, resume_pdf


def pdf(content=None, name="ada.pdf"):
    return SimpleUploadedFile(name, resume_pdf() if content is None else content)


def upload(client, content=None, name="ada.pdf", query=""):
    return client.post(f"/api/upload-resume-only{query}", {"file": pdf(content, name)}, format="multipart")


@pytest.fixture
def client(api_as, recruiter):
    return api_as(recruiter)


def test_it_works(client):
    answer = upload(client)
    assert answer.status_code == 201
    body = answer.json()
    assert body["resume_id"].startswith("resume_")
    assert body["duplicate"] is False
    assert body["status"] == "ready"
    (row,) = client.get("/api/resumes").json()["results"]
    assert row["resume_id"] == body["resume_id"]
    assert row["analysis_count"] == 0
    detail = client.get(f"/api/resumes/{body['resume_id']}/").json()
    assert detail["file_size"] == len(resume_pdf())
    assert detail["original_filename"] == "ada.pdf"
    assert detail["candidate_name"] == "Ada Example"
    assert detail["parse_quality"]["level"] in ("good", "fair")
    assert detail["versions"] == []
    assert detail["linked_by"] == {}
    text = client.get(f"/api/resumes/{body['resume_id']}/text").json()
    assert text["resume_id"] == body["resume_id"]
    assert len(text["text"]) == detail["text_length"]


def test_the_same_pdf_again_is_a_duplicate(client):
    first = upload(client).json()
    again = upload(client, name="copy.pdf")
    assert again.status_code == 200
    assert again.json() | {"duplicate": False} == first
    assert again.json()["duplicate"] is True


def test_what_is_no_pdf_is_415_and_nothing_is_kept(client):
    answer = upload(client, b"PK\x03\x04 hello")
    assert answer.status_code == 415
    assert answer.json()["code"] == "not_a_pdf"
    assert not Resume.objects.exists()


def test_too_large_is_413_and_nothing_is_kept(client, settings):
    settings.MAX_UPLOAD_MB = 1
    answer = upload(client, b"%PDF-1.7\n" + b" " * (3 << 20))
    assert answer.status_code == 413
    assert answer.json()["code"] == "too_large"
    assert "1 MB" in answer.json()["detail"]
    assert not Resume.objects.exists()


def test_unreadable_is_422_kept_and_listed(client):
    answer = upload(client, b"%PDF-1.7\nnothing")
    assert answer.status_code == 422
    body = answer.json()
    assert body["code"] == "broken"
    assert "Export it again" in body["detail"]
    row = client.get(f"/api/resumes/{body['resume_id']}").json()
    assert row["status"] == "unreadable"
    assert row["parse_quality"]["level"] == "unreadable"
    assert upload(client, b"%PDF-1.7\nnothing").status_code == 422


def test_a_page_without_text_says_what_to_do(client, monkeypatch):
    monkeypatch.setenv("PATH", "")
    answer = upload(client, page_pdf(b"0 0 1 rg 100 100 200 200 re f"))
    assert answer.status_code == 422
    assert answer.json()["code"] == "no_text"
    assert "tesseract" in answer.json()["detail"]


def test_missing_file_is_400(client):
    answer = client.post("/api/upload-resume-only", {}, format="multipart")
    assert answer.status_code == 400
    assert "file" in answer.json()["errors"]


def test_pdf_is_an_attachment_and_leaves_a_trail(client, recruiter):
    resume_id = upload(client, name='na"me\u00e9.pdf').json()["resume_id"]
    answer = client.get(f"/api/resumes/{resume_id}/pdf")
    assert b"".join(answer.streaming_content) == resume_pdf()
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"].startswith("attachment;")
    assert answer["X-Content-Type-Options"] == "nosniff"
    entry = LogEntry.objects.get(action=LogEntry.Action.ACCESS)
    assert (entry.actor, entry.object_pk, entry.additional_data) == (recruiter, resume_id, {"event": "download"})


def test_pdf_that_is_gone_is_404(client):
    resume_id = upload(client).json()["resume_id"]
    default_storage.delete(str(Resume.objects.get().file.name))
    answer = client.get(f"/api/resumes/{resume_id}/pdf")
    assert answer.status_code == 404
    assert answer.json()["code"] == "no_pdf"


def test_list_filters_by_name_and_status(client):
    upload(client)
    upload(client, b"%PDF-1.7\nnothing")
    assert [row["status"] for row in client.get("/api/resumes?candidate_name=aDA").json()["results"]] == ["ready"]
    assert client.get("/api/resumes?candidate_name=bob").json()["count"] == 0
    assert client.get("/api/resumes?status=unreadable").json()["count"] == 1
    assert client.get("/api/resumes?status=nonsense").status_code == 400


def test_the_newest_leads_the_list(client):
    ids = [upload(client, resume_pdf(["Ada Example", f"number {number}"])).json()["resume_id"] for number in range(5)]
    listed = [row["resume_id"] for row in client.get("/api/resumes").json()["results"]]
    assert listed == ids[::-1]
    paged = [client.get(f"/api/resumes?limit=2&offset={offset}").json()["results"] for offset in (0, 2, 4)]
    assert [row["resume_id"] for page in paged for row in page] == ids[::-1]


@pytest.mark.parametrize(("name", "shown"), [("cv.pdf", "cv.pdf"), ("CV.PDF", "CV.PDF"), ("my cv", "my cv.pdf")])
def test_a_download_ends_as_a_pdf_does(client, name, shown):
    resume_id = upload(client).json()["resume_id"]
    Resume.objects.update(original_filename=name)
    assert f'filename="{shown}"' in client.get(f"/api/resumes/{resume_id}/pdf")["Content-Disposition"]


def test_bulk_reports_every_file(client):
    files = [pdf(), pdf(name="again.pdf"), pdf(b"%PDF-1.7\nnothing", "bad.pdf"), pdf(b"hello", "no.pdf")]
    with_commit = client.post("/api/resumes/bulk", {"files": files}, format="multipart")
    assert with_commit.status_code == 200
    reports = with_commit.json()["files"]
    assert [report["filename"] for report in reports] == ["ada.pdf", "again.pdf", "bad.pdf", "no.pdf"]
    assert [report["duplicate"] for report in reports] == [False, True, False, False]
    assert reports[3]["outcome"] == "refused"
    assert reports[3]["code"] == "not_a_pdf"
    assert Resume.objects.count() == 2


@pytest.mark.django_db(transaction=True)
def test_bulk_reads_inline_when_tasks_are_inline(client):
    files = [pdf(), pdf(name="again.pdf"), pdf(b"%PDF-1.7\nnothing", "bad.pdf"), pdf(b"hello", "no.pdf")]
    body = client.post("/api/resumes/bulk", {"files": files}, format="multipart").json()
    assert [report["outcome"] for report in body["files"]] == ["stored", "duplicate", "unreadable", "refused"]
    assert body["outcomes"] == {"stored": 1, "duplicate": 1, "unreadable": 1, "refused": 1}


def test_delete_takes_the_file_with_it(client, django_capture_on_commit_callbacks):
    resume_id = upload(client).json()["resume_id"]
    key = str(Resume.objects.get().file.name)
    with django_capture_on_commit_callbacks(execute=True):
        assert client.delete(f"/api/resumes/{resume_id}").status_code == 204
    assert not Resume.objects.exists()
    assert not default_storage.exists(key)


def test_delete_with_analyses_asks_first(client, django_capture_on_commit_callbacks):
    resume_id = upload(client).json()["resume_id"]
    Analysis.objects.create(resume_id=resume_id)
    answer = client.delete(f"/api/resumes/{resume_id}")
    assert answer.status_code == 409
    assert answer.json()["code"] == "has_analyses"
    assert answer.json()["analysis_count"] == 1
    with django_capture_on_commit_callbacks(execute=True):
        assert client.delete(f"/api/resumes/{resume_id}?cascade=true").status_code == 204
    assert not Analysis.objects.exists()


def test_ids_of_imported_records_are_found(client):
    Resume.objects.create(resume_id="resume_0123456789abcdef-x", status="queued")
    assert client.get("/api/resumes/resume_0123456789abcdef-x").status_code == 200
    assert client.get("/api/resumes/resume_unknown").status_code == 404
    assert client.get("/api/resumes/resume_unknown").json()["code"] == "not_found"


def test_who_may_what(api_as, client, auditor, stranger, hiring_manager):
    resume_id = upload(client).json()["resume_id"]
    assert upload(api_as(auditor)).status_code == 403
    assert api_as(auditor).get(f"/api/resumes/{resume_id}").status_code == 200
    assert api_as(auditor).delete(f"/api/resumes/{resume_id}").status_code == 403
    assert api_as(hiring_manager).get(f"/api/resumes/{resume_id}/text").status_code == 200
    assert api_as(stranger).get("/api/resumes").status_code == 403
    assert api_as(stranger).get(f"/api/resumes/{resume_id}/pdf").status_code == 403


def test_list_runs_few_queries(client, django_assert_max_num_queries):
    for number in range(5):
        upload(client, resume_pdf(["Ada Example", f"number {number}"]))
    with django_assert_max_num_queries(4):
        assert client.get("/api/resumes").json()["count"] == 5
