"""The library hides whom a job hides, and a page stops asking once nothing moves."""

import pytest
from django.urls import reverse

from analyses.models import Analysis
from analyses.services import decide
from jobs.services import update_job
from resumes.models import Resume
from tests.atsproject.page_data import a_pdf, filled_job

pytestmark = pytest.mark.django_db


def test_the_library_hides_whom_a_job_hides(pages, recruiter):
    job, analysis = filled_job(recruiter)
    assert "Grace Example" in pages.get(reverse("resumes")).content.decode()
    update_job(job=job, by=recruiter, blind_mode=True)
    assert "Grace" not in pages.get(reverse("resumes")).content.decode()
    decide(analysis=analysis, decision="shortlisted", reason="Fits", by=recruiter)
    assert "Grace Example" in pages.get(reverse("resumes")).content.decode()


def test_a_hidden_candidate_is_not_found_by_the_name_of_the_file(pages, recruiter):
    job, analysis = filled_job(recruiter)
    Resume.objects.filter(pk=analysis.resume_id).update(original_filename="zebedee.pdf")
    address = reverse("resumes") + "?q=zebedee"
    assert analysis.resume_id in pages.get(address).content.decode()
    update_job(job=job, by=recruiter, blind_mode=True)
    assert analysis.resume_id not in pages.get(address).content.decode()


@pytest.mark.parametrize(("status", "asks"), [("queued", True), ("running", True), ("failed", False)])
def test_a_page_asks_again_only_while_something_moves(pages, recruiter, status, asks):
    job, analysis = filled_job(recruiter)
    over = {"error": "It stopped."} if status == "failed" else {"finished_at": None}
    Analysis.objects.filter(pk=analysis.pk).update(status=status, **over)
    assert ("every 1s" in pages.get(reverse("job", args=[job.pk])).content.decode()) is asks
    told = pages.get(reverse("job-progress", args=[job.pk]))
    assert ("every 1s" in told.content.decode()) is asks


def test_the_list_is_told_when_a_file_is_done(pages, recruiter, django_capture_on_commit_callbacks):
    job = filled_job(recruiter)[0]
    with django_capture_on_commit_callbacks(execute=True):
        pages.post(reverse("job-upload", args=[job.pk]), {"files": [a_pdf("Ada Example")]})
    address = reverse("job-progress", args=[job.pk])
    assert pages.get(f"{address}?done=0")["HX-Trigger"] == "ranking-changed"
    assert "HX-Trigger" not in pages.get(f"{address}?done=1")
