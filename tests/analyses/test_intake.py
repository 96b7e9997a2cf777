from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from rest_framework.exceptions import ValidationError

from analyses import intake
from analyses.errors import FileGone
from analyses.intake_lines import STALE_AFTER, intake_lines
from analyses.models import Analysis, IntakeItem
from jobs.services import create_job, delete_job
from resumes.models import Resume
from tests.atsproject.page_data import JOB, a_pdf

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def job(recruiter):
    return create_job(job_description=JOB, by=recruiter)


def sent(job, by, *files):
    items = intake.announce(job=job, files=[(file.name, file.size) for file in files], by=by)
    for item, file in zip(items, files, strict=True):
        intake.receive(item=item, file=file, by=by)
    return {line.filename: line for line in intake_lines(job)}


def test_each_file_tells_its_own_fate(job, recruiter):
    word = SimpleUploadedFile("letter.pdf", b"PK not a pdf" * 200)
    empty = SimpleUploadedFile("empty.pdf", b"")
    lines = sent(job, recruiter, a_pdf("Ada Example"), a_pdf("broken", broken=True), word, empty)
    assert {name: line.state for name, line in lines.items()} == {
        "Ada Example.pdf": "done",
        "broken.pdf": "unreadable",
        "letter.pdf": "refused",
        "empty.pdf": "refused",
    }
    assert lines["Ada Example.pdf"].score is not None
    assert "not a PDF" in lines["letter.pdf"].why
    assert "empty" in lines["empty.pdf"].why
    assert lines["broken.pdf"].can_retry
    assert not lines["letter.pdf"].can_retry


def test_one_that_is_too_large_is_refused_and_the_rest_are_kept(job, recruiter, settings):
    settings.MAX_UPLOAD_MB = 1
    large, small = ("large.pdf", 2 * 1024 * 1024), ("small.pdf", 10)
    first, second = intake.announce(job=job, files=[large, small], by=recruiter)
    assert (first.error_code, second.state) == ("too_large", "announced")
    assert "1 MB" in first.error


def test_the_same_file_again_says_whose_it_is(job, recruiter):
    sent(job, recruiter, a_pdf("Ada Example"))
    sent(job, recruiter, a_pdf("Ada Example"))
    newest = intake_lines(job)[0]
    assert (newest.duplicate, newest.candidate_name, newest.state) == (True, "Ada Example", "done")
    assert Analysis.objects.count() == 1


def test_a_file_that_never_came_does_not_wait_for_ever(job, recruiter):
    (item,) = intake.announce(job=job, files=[("ada.pdf", 10)], by=recruiter)
    assert intake_lines(job)[0].is_moving
    IntakeItem.objects.update(changed_at=timezone.now() - STALE_AFTER - timedelta(seconds=1))
    assert (intake_lines(job)[0].state, intake_lines(job)[0].why) == ("refused", intake.NOT_SENT)
    with pytest.raises(FileGone):
        intake.retry(item=item, by=recruiter)


def test_what_could_not_be_read_is_read_again(job, recruiter):
    sent(job, recruiter, a_pdf("Ada Example"))
    item = IntakeItem.objects.get()
    Resume.objects.update(status="unreadable", error_code="timeout", error="It took too long.", text="")
    Analysis.objects.all().delete()
    item = IntakeItem.objects.create(job=job, resume=Resume.objects.get(), filename="ada.pdf", state="kept")
    assert intake_lines(job)[0].state == "unreadable"
    intake.retry(item=item, by=recruiter)
    assert intake_lines(job)[0].state == "done"


def test_lines_go_when_dismissed_when_old_and_with_their_job(job, recruiter):
    sent(job, recruiter, a_pdf("Ada Example"), a_pdf("Bea Example"))
    first, second = IntakeItem.objects.order_by("pk")
    assert intake.dismiss(items=[first.pk], job=job, by=recruiter) == 1
    IntakeItem.objects.filter(pk=second.pk).update(created_at=timezone.now() - intake.KEPT_FOR - timedelta(hours=1))
    assert intake_lines(job) == []
    intake.announce(job=job, files=[("new.pdf", 1)], by=recruiter)
    assert not IntakeItem.objects.filter(pk=second.pk).exists()
    delete_job(job=job, cascade=True, by=recruiter)
    assert (IntakeItem.objects.count(), Resume.objects.count()) == (0, 2)


def test_a_refused_file_named_after_a_candidate_is_found_for_erasure(job, recruiter):
    sent(job, recruiter, a_pdf("Ada Example"))
    named, other = intake.announce(job=job, files=[("CV_Ada-Example.docx", 1), ("Bea.docx", 1)], by=recruiter)
    found = intake.items_about(list(Resume.objects.all()))
    assert named.pk in found
    assert other.pk not in found


def test_more_than_a_hundred_at_once_are_refused_with_a_sentence(job, recruiter):
    with pytest.raises(ValidationError, match="At most 100 files"):
        intake.announce(job=job, files=[("a.pdf", 1)] * 101, by=recruiter)
    assert not IntakeItem.objects.exists()
