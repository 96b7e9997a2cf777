"""Parts of a page: none becomes the sign-in page once its user is signed out, and each can be opened by itself."""

import pytest
from django.test import Client
from django.urls import reverse

from jobs.services import create_job
from tests.atsproject.page_data import JOB, filled_job

pytestmark = pytest.mark.django_db


def test_htmx_is_sent_to_sign_in_and_back_to_its_page(client, recruiter):
    job = create_job(job_description=JOB, by=recruiter)
    here = f"http://testserver/jobs/{job.pk}/?decision=none"
    answer = client.get(reverse("job-progress", args=[job.pk]), headers={"HX-Request": "true", "HX-Current-URL": here})
    assert (answer.status_code, answer.content) == (200, b"")
    assert answer.headers["HX-Redirect"] == f"/accounts/login/?next=%2Fjobs%2F{job.pk}%2F%3Fdecision%3Dnone"


def test_a_script_that_sends_files_is_told(client, recruiter):
    job = create_job(job_description=JOB, by=recruiter)
    answer = client.post(reverse("job-announce", args=[job.pk]), headers={"Accept": "application/json"})
    assert answer.status_code == 401
    assert "Sign in again" in answer.json()["detail"]


def test_without_cookies_a_form_of_htmx_leads_to_sign_in_too(recruiter):
    analysis = filled_job(recruiter)[1]
    client = Client(enforce_csrf_checks=True)
    to = reverse("analysis-act", args=[analysis.pk])
    answer = client.post(to, {"do": "ask"}, headers={"HX-Request": "true", "HX-Current-URL": "http://testserver/x/"})
    assert answer.headers["HX-Redirect"].endswith("?next=%2Fx%2F")
    client.force_login(recruiter)
    assert client.post(to, {"do": "ask"}, headers={"HX-Request": "true"}).status_code == 403
    told = client.post(reverse("job-announce", args=[analysis.job_id]), headers={"Accept": "application/json"})
    assert (told.status_code, told.json()["code"]) == (403, "csrf_failed")


def test_a_person_is_led_to_sign_in(client):
    assert client.get(reverse("jobs")).headers["Location"] == f"/accounts/login/?next={reverse('jobs')}"


def test_pages_are_not_kept_by_the_browser(pages, recruiter):
    job, _ = filled_job(recruiter)
    for address in (reverse("home"), reverse("job", args=[job.pk])):
        assert "no-store" in pages.get(address).headers["Cache-Control"]


def test_a_part_opened_by_itself_stands_in_a_page(pages, recruiter):
    analysis = filled_job(recruiter)[1]
    for name in ("analysis-similar", "analysis-behind"):
        address = reverse(name, args=[analysis.pk])
        assert "<html" in pages.get(address).content.decode()
        assert "<html" not in pages.get(address, headers={"HX-Request": "true"}).content.decode()
    assert "<html" in pages.get(reverse("feedback-quality")).content.decode()
    assert reverse("feedback-quality") in pages.get(reverse("feedback")).content.decode()
