"""The admin's first page: what waits, each number with the rows behind it, in few queries; history; the policy."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from analyses.models import Analysis
from atsproject.tokens import create_token
from feedback.models import TrainingRun
from jobs.services import update_job
from resumes.services import add_resume
from tests.atsproject.page_data import a_pdf, filled_job

pytestmark = pytest.mark.django_db
FIGURE = re.compile(r'<a class="bad" href="([^"]+)"><b>(\d+)</b> <span>([^<]+)</span>')


@pytest.fixture
def admin_pages(administrator, page_as):
    return page_as(administrator)


@pytest.fixture
def trouble(administrator, recruiter, stranger):
    job, analysis = filled_job(administrator)
    add_resume(file=a_pdf("broken", broken=True), filename="broken.pdf", by=administrator)
    ended = {"finished_at": timezone.now(), "error": "The model could not be loaded."}
    Analysis.objects.create(job=job, resume=analysis.resume, status="failed", error_code="x", **ended)
    TrainingRun.objects.create(task="embed", status="failed", **ended)
    create_token(user=recruiter, by=recruiter)
    recruiter.is_active = False
    recruiter.save()
    return job, analysis


def test_each_number_links_to_as_many_rows(admin_pages, trouble):
    page = admin_pages.get("/admin/").content.decode()
    found = {label: (int(number), address.replace("&amp;", "&")) for address, number, label in FIGURE.findall(page)}
    for label in ("analysis failed", "resume could not be read", "training run failed", "user without a role"):
        number, address = found[label]
        assert number == 1
        assert admin_pages.get(address).context["cl"].result_count == 1, label
    number, address = found["token of an account that is closed"]
    assert admin_pages.get(address).context["cl"].result_count == number == 1


def test_it_asks_little_of_the_database(admin_pages, trouble):
    admin_pages.get("/admin/")
    with CaptureQueriesContext(connection) as queries:
        admin_pages.get("/admin/")
    assert len(queries) <= 15, [query["sql"][:90] for query in queries]


def test_nothing_waiting_is_said(admin_pages):
    assert "Nothing waits for you" in admin_pages.get("/admin/").content.decode()


def test_who_may_see_little_is_shown_little(make_user, page_as, trouble):
    page = page_as(make_user("hal", "hiring_manager", is_staff=True)).get("/admin/").content.decode()
    assert "analysis failed" in page
    assert "without a role" not in page
    assert "Done last" not in page


def test_history_tells_what_happened_outside_the_admin(admin_pages, administrator, trouble):
    job, _ = trouble
    update_job(job=job, by=administrator, company_name="Corvane")
    page = admin_pages.get(reverse("admin:jobs_job_history", args=[job.pk])).content.decode()
    assert "company name" in page
    assert ">Added<" in page


def test_lists_and_pages_link_both_ways(admin_pages, trouble):
    job, analysis = trouble
    for model, pk, page in (
        ("jobs_job", job.pk, f"/jobs/{job.pk}/"),
        ("resumes_resume", analysis.resume_id, f"/resumes/{analysis.resume_id}/"),
        ("analyses_analysis", analysis.pk, f"/analyses/{analysis.pk}/"),
    ):
        assert f'href="{page}"' in admin_pages.get(reverse(f"admin:{model}_change", args=[pk])).content.decode()
    assert 'href="/admin/"' in admin_pages.get("/").content.decode()


def test_only_one_entry_of_the_navigation_is_marked(admin_pages, trouble):
    lists = admin_pages.get("/admin/resumes/resume/").context["sidebar_navigation"]
    marked = [item["title"] for group in lists for item in group["items"] if item["active"]]
    assert marked == ["Resumes"]


def test_the_admins_exceptions_hold_below_its_address_only(admin_pages):
    def policy(address: str) -> str:
        return str(admin_pages.get(address)["Content-Security-Policy"])

    assert "'unsafe-eval'" in policy("/admin/")
    for address in ("/", "/jobs/", "/resumes/", "/administration/", "/accounts/login/", "/adminx/", "/admin"):
        assert "unsafe" not in policy(address), address


def test_a_token_is_revoked_here_with_a_line_in_the_trail(admin_pages, administrator):
    from auditlog.models import LogEntry
    from knox.models import AuthToken

    token, _ = create_token(user=administrator, by=administrator)
    assert admin_pages.get("/admin/knox/authtoken/add/").status_code == 403
    admin_pages.post(reverse("admin:knox_authtoken_delete", args=[token.pk]), {"post": "yes"})
    assert not AuthToken.objects.exists()
    assert LogEntry.objects.filter(additional_data__event="token_revoked").exists()
