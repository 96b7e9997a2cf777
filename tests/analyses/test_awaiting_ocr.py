"""A resume that OCR is still reading is analysed when it was read, and its analysis fails where it cannot be."""

import pytest

from analyses.models import Analysis
from analyses.services import await_reading
from jobs.services import create_job
from resumes import reading
from resumes.models import Resume
from resumes.services import add_resume, read_resume
from tests.atsproject.page_data import JOB, a_pdf

pytestmark = pytest.mark.django_db


@pytest.fixture
def scan(recruiter) -> Resume:
    """A stored resume put back to where a scan stands while OCR works on it."""
    resume = add_resume(file=a_pdf("Grace Example"), filename="scan.pdf", by=recruiter).resume
    Resume.objects.filter(pk=resume.pk).update(status="ocr_queued", finished_at=None)
    resume.refresh_from_db()
    return resume


@pytest.fixture
def job(recruiter):
    return create_job(job_description=JOB, by=recruiter)


def test_it_begins_when_the_reading_ends(scan, job, recruiter, django_capture_on_commit_callbacks):
    waiting = await_reading(job=job, resume=scan, by=recruiter)
    assert waiting.status == "queued"
    assert await_reading(job=job, resume=scan, by=recruiter) == waiting
    with django_capture_on_commit_callbacks(execute=True):
        read_resume(resume=scan, by=recruiter)
    waiting.refresh_from_db()
    assert waiting.status == "done"
    assert waiting.candidate_name == "Grace Example"
    assert waiting.engine_key


def test_it_fails_with_the_reason_where_nothing_could_be_read(scan, job, recruiter):
    waiting = await_reading(job=job, resume=scan, by=recruiter)
    reading.record_failure(scan, "no_text", "OCR found no text.")
    waiting.refresh_from_db()
    assert (waiting.status, waiting.error_code, waiting.error) == ("failed", "no_text", "OCR found no text.")


def test_reading_a_resume_nobody_waits_for_begins_nothing(recruiter):
    read_resume(resume=add_resume(file=a_pdf("Ada"), filename="a.pdf", by=recruiter).resume, by=recruiter)
    assert not Analysis.objects.exists()


def test_it_begins_at_once_where_the_reading_ended_before_the_row_was_there(
    scan, job, recruiter, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        read_resume(resume=Resume.objects.get(pk=scan.pk), by=recruiter)
    assert scan.status == "ocr_queued"  # what the request that uploaded it still believes
    with django_capture_on_commit_callbacks(execute=True):
        waiting = await_reading(job=job, resume=scan, by=recruiter)
    waiting.refresh_from_db()
    assert waiting.status == "done"
