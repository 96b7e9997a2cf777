"""Scans: read by tesseract where it is, as a task, flagged so; said plainly where it is not."""

import io
import shutil

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from resumes.extraction import ExtractionError, ocr, render_page
from resumes.extraction.ocr import words_of_table
from resumes.extraction.quality import word_recall
from resumes.models import Resume
from resumes.services import add_resume, read_resume
from resumes.tasks import ocr_resume_task
from tests.resumes.pdfs import page_pdf, resume_pdf
from tests.resumes.reading import read

needs_tesseract = pytest.mark.skipif(shutil.which("tesseract") is None, reason="tesseract is not on this machine")
PICTURE = page_pdf(b"0 0 1 rg 100 100 200 200 re f")


@pytest.fixture
def scan(tmp_path):
    """A resume as a picture, the way a copier makes it."""
    path = tmp_path / "text.pdf"
    path.write_bytes(resume_pdf())
    picture = Image.open(io.BytesIO(render_page(path, page=1, scale=200 / 72)))
    out = io.BytesIO()
    picture.convert("L").save(out, "PDF", resolution=200)
    return out.getvalue()


def upload(client, content):
    return client.post("/api/upload-resume-only", {"file": SimpleUploadedFile("scan.pdf", content)}, format="multipart")


@needs_tesseract
@pytest.mark.django_db(transaction=True)
def test_it_works(scan):
    resume = add_resume(file=io.BytesIO(scan), filename="scan.pdf", by=None).resume
    assert resume.status == Resume.Status.READY
    assert resume.used_ocr
    assert resume.engine == "tesseract"
    assert "ocr" in resume.parse_quality["flags"]
    assert word_recall(read(resume_pdf()).text, resume.text) > 0.95
    assert resume.profile["basics"]["email"] == "ada@example.com"
    name = resume.lines[0]
    assert resume.text[name["start"] : name["end"]] == "Ada Example"
    assert abs(name["x0"] - 72) < 3
    assert abs(name["size"] - 11) < 2


@needs_tesseract
@pytest.mark.django_db(transaction=True)
def test_ocr_that_finds_nothing_ends_as_no_text():
    resume = add_resume(file=io.BytesIO(PICTURE), filename="scan.pdf", by=None).resume
    assert (resume.status, resume.error_code) == (Resume.Status.UNREADABLE, "no_text")
    assert "OCR" in resume.error


@needs_tesseract
def test_with_a_queue_the_answer_is_202(scan, settings, api_as, recruiter, django_capture_on_commit_callbacks):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}
    client = api_as(recruiter)
    with django_capture_on_commit_callbacks(execute=True):
        answer = upload(client, scan)
    body = answer.json()
    assert answer.status_code == 202
    assert (body["code"], body["status"]) == ("ocr_queued", "ocr_queued")
    assert upload(client, scan).status_code == 202
    ocr_resume_task.call(body["resume_id"])
    row = client.get(f"/api/resumes/{body['resume_id']}").json()
    assert (row["status"], row["used_ocr"]) == ("ready", True)
    assert upload(client, scan).status_code == 200


@pytest.mark.django_db(transaction=True)
def test_without_tesseract_it_says_what_to_install(scan, monkeypatch):
    monkeypatch.setenv("PATH", "")
    resume = add_resume(file=io.BytesIO(scan), filename="scan.pdf", by=None).resume
    assert (resume.status, resume.error_code) == (Resume.Status.UNREADABLE, "no_text")
    assert "tesseract-ocr" in resume.error


@needs_tesseract
@pytest.mark.django_db(transaction=True)
def test_once_tesseract_is_there_the_scan_can_be_read_again(scan, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setenv("PATH", "")
        resume = add_resume(file=io.BytesIO(scan), filename="scan.pdf", by=None).resume
    read_resume(resume=resume)
    assert resume.status == Resume.Status.READY
    assert "Software Engineer" in resume.text


@needs_tesseract
@pytest.mark.django_db(transaction=True)
def test_text_that_only_a_machine_sees_is_not_read_by_ocr_either():
    pale = page_pdf(b"0.93 g BT /F1 20 Tf 72 600 Td (Kubernetes Terraform) Tj ET 0 g 72 400 300 4 re f")
    resume = add_resume(file=io.BytesIO(pale), filename="pale.pdf", by=None).resume
    assert resume.error_code == "no_text"
    assert resume.hidden[0]["text"] == "Kubernetes Terraform"
    assert "hidden_text" in resume.parse_quality["flags"]


def test_a_scan_is_no_text_to_the_reader(scan):
    with pytest.raises(ExtractionError) as caught:
        read(scan)
    assert caught.value.code == "no_text"


def test_words_come_from_the_table_with_boxes_in_points():
    table = (
        "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n"
        "4\t1\t1\t1\t1\t0\t200\t100\t300\t40\t-1\t\n"
        "5\t1\t1\t1\t1\t1\t200\t100\t100\t40\t96\tAda\n"
        "5\t1\t1\t1\t1\t2\t320\t100\t180\t40\t91\tExample\n"
        "5\t1\t1\t1\t2\t1\t200\t300\t10\t10\t5\t|\n"
    )
    first, second = words_of_table(table, 2.0)
    assert (first.text, first.x0, first.y0, first.x1, first.y1) == ("Ada", 100, 50, 150, 70)
    assert second.text == "Example"
    assert first.baseline == second.baseline
    assert ocr.DPI == 200
