"""A page costs no more queries with more rows."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from analyses.services import request_analysis
from atsproject import screens
from feedback.services import submit_feedback
from jobs.services import create_job
from resumes.services import add_resume
from tests.atsproject.page_data import JOB, a_pdf, filled_job

pytestmark = pytest.mark.django_db
# The session and the user, which every signed-in request reads before the page begins.
SIGNED_IN = 2


def counts(client) -> dict[str, int]:
    found = {}
    for name, address in screens.pages().items():
        client.get(address)
        with CaptureQueriesContext(connection) as queries:
            client.get(address)
        found[name] = len(queries) - SIGNED_IN
    return found


def test_no_more_queries_with_more_rows(client, recruiter):
    client.force_login(recruiter)
    job, _ = filled_job(recruiter)
    few: dict[str, int] = {}
    for number in range(7):
        resume = add_resume(file=a_pdf(f"Person {number}"), filename=f"{number}.pdf", by=recruiter).resume
        analysis = request_analysis(job=job, resume=resume, by=recruiter)
        submit_feedback(
            by=recruiter,
            interaction_id=f"i{number}",
            query="How good?",
            response="Good",
            rating=4,
            analysis_id=analysis.pk,
            kind="analysis",
        )
        if number == 2:
            few = counts(client)
    create_job(job_description=JOB, by=recruiter)
    many = counts(client)
    assert {name: n for name, n in many.items() if n > few[name]} == {}
