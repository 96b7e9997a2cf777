"""Taking a PDF in: one row for each content, the file before the row, the name as data only."""

import hashlib
import io
from pathlib import Path

import pytest
from django.contrib.auth import get_user_model
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile

from resumes.errors import NotAPdf, TooLarge
from resumes.models import Resume
from resumes.services import add_resume, read_resume
from tests.resumes.pdfs import resume_pdf


@pytest.fixture
def media(settings):
    return settings.MEDIA_ROOT


@pytest.fixture
def alice(db):
    return get_user_model().objects.create_user("alice")


def stored_files(media):
    return [path for path in Path(media).rglob("*") if path.is_file()]


def test_it_works(alice, media):
    pdf = resume_pdf()
    intake = add_resume(file=io.BytesIO(pdf), filename="ada.pdf", by=alice)
    resume = Resume.objects.get()
    assert intake.resume == resume
    assert not intake.duplicate
    assert resume.resume_id == f"resume_{str(resume.sha256)[:12]}"
    assert resume.status == Resume.Status.READY
    assert resume.file_size == len(pdf)
    assert resume.uploaded_by == alice
    assert "Software Engineer, Acme Ltd" in resume.text
    assert resume.engine == "pypdfium2"
    with default_storage.open(str(resume.file.name)) as stored:
        assert stored.read() == pdf


def test_same_pdf_is_one_resume_and_its_new_name_is_kept(alice):
    first = add_resume(file=io.BytesIO(resume_pdf()), filename="ada.pdf", by=alice)
    again = add_resume(file=SimpleUploadedFile("other.pdf", resume_pdf()), filename="other.pdf", by=alice)
    same_name = add_resume(file=io.BytesIO(resume_pdf()), filename="ada.pdf", by=alice)
    assert again.duplicate
    assert same_name.duplicate
    assert again.resume.pk == first.resume.pk
    row = Resume.objects.get()
    assert row.original_filename == "ada.pdf"
    assert row.other_filenames == ["other.pdf"]


def test_id_is_lengthened_when_other_content_has_it(alice):
    pdf = resume_pdf()
    digest = hashlib.sha256(pdf).hexdigest()
    Resume.objects.create(resume_id=f"resume_{digest[:12]}", status="queued")
    intake = add_resume(file=io.BytesIO(pdf), filename="ada.pdf", by=alice)
    assert intake.resume.resume_id == f"resume_{digest[:13]}"
    assert not intake.duplicate


@pytest.mark.parametrize("content", [b"", b"hello", b"PK\x03\x04" + b"\0" * 2000, b"<html>%PD"])
def test_what_is_no_pdf_is_refused_and_not_kept(alice, media, content):
    with pytest.raises(NotAPdf):
        add_resume(file=io.BytesIO(content), filename="x.pdf", by=alice)
    assert not Resume.objects.exists()
    assert stored_files(media) == []


def test_too_large_is_refused_and_not_kept(alice, media, settings):
    settings.MAX_UPLOAD_MB = 1
    with pytest.raises(TooLarge, match="1 MB"):
        add_resume(file=io.BytesIO(b"%PDF-1.7\n" + b" " * (1 << 20)), filename="x.pdf", by=alice)
    assert not Resume.objects.exists()
    assert stored_files(media) == []


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("C:\\docs\\cv.pdf", "cv.pdf"),
        ("../../etc/passwd", "passwd"),
        ("a\x00b\u202ecv\n.pdf", "abcv.pdf"),
        ("x" * 400 + ".pdf", "x" * 251 + ".pdf"),
        ("", "resume.pdf"),
        ("Résumé Zoë.pdf", "Résumé Zoë.pdf"),
    ],
)
def test_filename_is_data_only(alice, media, given, kept):
    intake = add_resume(file=io.BytesIO(resume_pdf()), filename=given, by=alice)
    assert intake.resume.original_filename == kept
    (file,) = stored_files(media)
    assert file.name == f"{intake.resume.sha256}.pdf"


def test_lost_file_is_put_back_by_the_next_upload(alice):
    resume = add_resume(file=io.BytesIO(resume_pdf()), filename="ada.pdf", by=alice).resume
    default_storage.delete(str(resume.file.name))
    assert add_resume(file=io.BytesIO(resume_pdf()), filename="ada.pdf", by=alice).duplicate
    assert default_storage.exists(str(resume.file.name))


def test_a_failure_that_was_not_the_pdfs_own_is_tried_again_when_it_is_sent_again(alice):
    resume = add_resume(file=io.BytesIO(resume_pdf()), filename="ada.pdf", by=alice).resume
    default_storage.delete(str(resume.file.name))
    read_resume(resume=resume)
    assert (resume.status, resume.error_code) == (Resume.Status.UNREADABLE, "missing_file")
    again = add_resume(file=io.BytesIO(resume_pdf()), filename="ada.pdf", by=alice)
    assert again.duplicate
    assert again.resume.status == Resume.Status.READY


def test_an_error_in_the_parser_is_written_on_the_row_without_the_candidates_words(alice, monkeypatch, caplog):
    def broken(document):
        raise ValueError(document.text)

    monkeypatch.setattr("resumes.parsing.parse_profile", broken)
    resume = add_resume(file=io.BytesIO(resume_pdf()), filename="ada.pdf", by=alice).resume
    assert (resume.status, resume.error_code) == (Resume.Status.UNREADABLE, "parse_failed")
    assert "ValueError" in caplog.text
    assert "Ada" not in caplog.text
