"""Work that a killed process left: it is found, handed over again, and done once."""

import io
import json
from contextlib import suppress
from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from analyses.models import Analysis
from analyses.services import await_reading
from analyses.waiting import left_waiting
from resumes.models import Resume
from resumes.services import add_resume, read_again
from tests.feedback.conftest import make_job
from tests.resumes.pdfs import resume_pdf

pytestmark = pytest.mark.django_db(transaction=True)
OLD = timedelta(hours=1)


@pytest.fixture(autouse=True)
def folders(settings, tmp_path):
    for name in ("VECTOR_ROOT", "SNAPSHOT_ROOT", "MEDIA_ROOT"):
        setattr(settings, name, tmp_path / name)


@pytest.fixture
def cut_off(monkeypatch):
    """A resume whose process was killed before its task was enqueued, and the analysis that waited for it."""
    monkeypatch.setattr("resumes.services.start_reading", lambda resume, wait: None)
    resume = add_resume(file=io.BytesIO(resume_pdf()), filename="a.pdf", by=None).resume
    analysis = await_reading(job=make_job(), resume=resume, by=None)
    Resume.objects.update(queued_at=timezone.now() - OLD)
    Analysis.objects.update(created_at=timezone.now() - OLD)
    return resume, analysis


def problems(*args: str) -> list[tuple[str, str, bool]]:
    out = io.StringIO()
    with suppress(CommandError):  # while anything is left
        call_command("check_storage", "--json", *args, stdout=out, stderr=io.StringIO())
    return [(row["problem"], row["subject"], row["repaired"]) for row in json.loads(out.getvalue())["findings"]]


def test_what_was_cut_off_is_handed_over_again(cut_off):
    resume, analysis = cut_off
    assert problems() == [("left_waiting", "1 resumes, 0 analyses", False)]
    assert problems("--repair") == [("left_waiting", "1 resumes, 0 analyses", True)]
    resume.refresh_from_db()
    analysis.refresh_from_db()
    assert (resume.status, analysis.status) == ("ready", "done")
    assert problems() == []


def test_an_analysis_whose_resume_was_read_meanwhile(cut_off):
    resume, analysis = cut_off
    Resume.objects.filter(pk=resume.pk).update(status="ready", finished_at=timezone.now(), text="Python")
    assert ("left_waiting", "0 resumes, 1 analyses", True) in problems("--repair")
    analysis.refresh_from_db()
    assert analysis.status == "done"


def test_what_came_just_now_is_left_to_its_worker(cut_off):
    Resume.objects.update(queued_at=timezone.now())
    assert problems() == []
    assert len(left_waiting(since_before=timezone.now() + OLD)) == 1


def test_an_old_resume_that_is_read_again_waits_from_then_on(cut_off):
    resume, _ = cut_off
    Resume.objects.update(uploaded_at=timezone.now() - OLD, queued_at=timezone.now() - OLD)
    read_again(resume=resume)
    assert Resume.objects.get().status == "queued"
    assert problems() == []
