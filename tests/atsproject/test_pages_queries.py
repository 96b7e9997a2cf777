"""No page costs more than fifteen queries, nor more of them with more rows."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from analyses.models import Analysis
from analyses.services import decide, request_analysis
from atsproject import screens
from atsproject.preferences import save_preference
from feedback.services import submit_feedback
from jobs.models import Job
from jobs.services import create_job
from jobs.tracker import add_application
from resumes.models import Resume
from resumes.services import add_resume
from tests.atsproject.page_data import JOB, a_pdf, filled_job

pytestmark = pytest.mark.django_db
MOST = 15


def queries_of(client, address: str) -> int:
    client.get(address)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200, address
    return len(queries)


def more_rows(job: Job, user, start: int, number: int) -> None:
    """Resumes, analyses, decisions, feedback by two people, applications, and things that failed."""
    for count in range(start, start + number):
        resume = add_resume(file=a_pdf(f"Person {count}"), filename=f"{count}.pdf", by=user).resume
        analysis = request_analysis(job=job, resume=resume, by=user)
        body = {"query": "How good?", "response": "Good", "analysis_id": analysis.pk, "kind": "analysis"}
        submit_feedback(by=user, interaction_id=f"i{count}", rating=1 + count % 5, **body)
        if count % 2:
            decide(analysis=analysis, decision="on_hold", by=user)
        add_application(by=user, company=f"Company {count}", job_title="Engineer")
        add_resume(file=a_pdf(f"broken {count}", broken=True), filename=f"broken {count}.pdf", by=user)
        Analysis.objects.create(
            job=job, resume=resume, status="failed", error="It broke.", finished_at=analysis.finished_at
        )
        create_job(job_description=f"{JOB}\n- Skill {count}", by=user)


@pytest.mark.parametrize("blind", [False, True], ids=["seeing", "blind"])
def test_no_page_costs_too_much_nor_more_with_more_rows(client, recruiter, blind):
    save_preference(by=recruiter, blind=blind)
    client.force_login(recruiter)
    job, analysis = filled_job(recruiter)
    more_rows(job, recruiter, 0, 4)
    addresses = {name: address for name, address in screens.pages().items() if name not in ("job", "analysis")}
    addresses |= {"job": f"/jobs/{job.pk}/", "analysis": f"/analyses/{analysis.pk}/"}
    addresses |= {"words": "/resumes/?q=python", "meaning": "/resumes/?q=python+services&by=meaning"}
    addresses |= {"similar feedback": "/feedback/?q=how+good"}
    few = {name: queries_of(client, address) for name, address in addresses.items()}
    more_rows(job, recruiter, 4, 5)
    assert (Analysis.objects.count(), Resume.objects.count()) == (19, 11)
    many = {name: queries_of(client, address) for name, address in addresses.items()}
    assert {name: (few[name], n) for name, n in many.items() if n > few[name]} == {}
    assert {name: n for name, n in many.items() if n > MOST} == {}


@pytest.mark.parametrize("address", ["/resumes/?by=meaning&q={}", "/feedback/?q={}"])
def test_a_search_for_new_words_writes_nothing(client, recruiter, address):
    client.force_login(recruiter)
    job, _ = filled_job(recruiter)
    more_rows(job, recruiter, 0, 2)
    client.get(address.format("words+before"))
    with CaptureQueriesContext(connection) as queries:
        client.get(address.format("words+never+searched"))
    said = [query["sql"] for query in queries]
    assert [sql for sql in said if not sql.lstrip().upper().startswith("SELECT")] == []
    assert len(said) <= MOST


def test_the_texts_are_looked_through_once_for_some_words(client, recruiter):
    client.force_login(recruiter)
    job, _ = filled_job(recruiter)
    more_rows(job, recruiter, 0, 2)
    with CaptureQueriesContext(connection) as queries:
        page = client.get("/resumes/?q=python").content.decode()
    assert any(f"/resumes/{key}/" in page for key in Resume.objects.values_list("pk", flat=True))
    assert sum(("LIKE" in query["sql"]) for query in queries) == 1
