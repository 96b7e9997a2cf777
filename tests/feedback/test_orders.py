import pytest
from rest_framework.exceptions import ValidationError

from analyses.models import Analysis
from analyses.services import request_analysis
from feedback.models import Feedback
from feedback.orders import forget_order, keep_order, own_order
from jobs.services import create_job
from resumes.services import add_resume
from tests.atsproject.page_data import JOB, a_pdf

pytestmark = pytest.mark.django_db


@pytest.fixture
def job(recruiter):
    job = create_job(job_description=JOB, by=recruiter)
    for name in ("Ada Example", "Bea Example", "Cid Example", "Dan Example"):
        resume = add_resume(file=a_pdf(name), filename=f"{name}.pdf", by=recruiter).resume
        request_analysis(job=job, resume=resume, by=recruiter)
    return job


def by_score(job):
    return list(Analysis.objects.ranked(job.pk).values_list("pk", flat=True))


def test_an_order_is_kept_as_feedback_on_those_moved_and_for_its_maker_alone(job, recruiter, other_recruiter):
    a, b, c, d = by_score(job)
    assert keep_order(job=job, analysis_ids=[d, a, b, c], shown="score", by=recruiter) == 1
    assert own_order(job=job, by=recruiter) == [d, a, b, c]
    assert own_order(job=job, by=other_recruiter) is None
    assert by_score(job) == [a, b, c, d]
    assert Feedback.objects.get(kind="order").analysis_id == d


def test_a_second_order_replaces_the_first(job, recruiter):
    a, b, c, d = by_score(job)
    keep_order(job=job, analysis_ids=[d, a, b, c], shown="score", by=recruiter)
    keep_order(job=job, analysis_ids=[a, d, b, c], shown="mine", by=recruiter)
    assert own_order(job=job, by=recruiter) == [a, d, b, c]
    assert Feedback.objects.current().filter(kind="order").count() == 1
    forget_order(job=job, by=recruiter)
    assert own_order(job=job, by=recruiter) is None


def test_a_part_of_the_list_keeps_the_places_of_the_rest(job, recruiter):
    a, b, c, d = by_score(job)
    keep_order(job=job, analysis_ids=[d, b], shown="score", by=recruiter)
    assert own_order(job=job, by=recruiter) == [a, d, c, b]


def test_a_list_that_has_changed_is_refused(job, recruiter):
    with pytest.raises(ValidationError, match="Reload"):
        keep_order(job=job, analysis_ids=["000000000000"], shown="score", by=recruiter)
