"""What a user prefers is kept with the user, wherever they sign in."""

from datetime import UTC, datetime

import pytest
from django.template import Context, Template
from django.test import Client
from django.urls import reverse

from atsproject.models import Preference
from atsproject.preferences import save_preference
from jobs.services import create_job
from tests.conftest import PASSWORD

pytestmark = pytest.mark.django_db
FORM = {"do": "preferences", "theme": "dark", "rows": "15", "landing": "jobs", "time_zone": "Asia/Tokyo"}


def test_preferences_outlive_the_session(pages, recruiter, page_as):
    assert pages.post(reverse("account"), {**FORM, "blind": "on"}).status_code == 302
    kept = Preference.objects.get(user=recruiter)
    assert (kept.blind, kept.theme, kept.rows, kept.landing, kept.time_zone) == (True, "dark", 15, "jobs", "Asia/Tokyo")
    page = page_as(recruiter).get(reverse("home")).content.decode()
    assert 'data-theme="dark"' in page


@pytest.mark.parametrize("wrong", [{"theme": "pink"}, {"rows": "7"}, {"landing": "admin"}, {"time_zone": "Mars/Base"}])
def test_what_cannot_be_kept_is_said(pages, recruiter, wrong):
    answer = pages.post(reverse("account"), {**FORM, **wrong}, follow=True)
    assert 'class="note bad' in answer.content.decode()
    assert not Preference.objects.filter(user=recruiter).exists()


def test_the_toggle_keeps_the_theme_and_stays_on_this_site(pages, recruiter):
    answer = pages.post(reverse("theme"), {"theme": "dark", "next": "/jobs/?q=a"})
    assert answer["Location"] == "/jobs/?q=a"
    assert pages.post(reverse("theme"), {"next": "https://example.org/"})["Location"] == reverse("home")
    assert Preference.objects.get(user=recruiter).theme == "light"


def test_signing_in_leads_to_the_page_one_begins_with(recruiter):
    job = create_job(job_description="Nurse wanted", by=recruiter)
    save_preference(by=recruiter, landing="current-job")
    client = Client()
    answer = client.post(reverse("login"), {"username": recruiter.username, "password": PASSWORD}, follow=True)
    assert answer.redirect_chain[-1][0] == reverse("job", args=[job.pk])


def test_lists_are_as_long_as_the_user_likes(pages, recruiter):
    for number in range(17):
        create_job(job_description=f"Nurse number {number} wanted", by=recruiter)
    save_preference(by=recruiter, rows=15)
    assert len(pages.get(reverse("jobs")).context["page"].object_list) == 15


def test_times_are_said_in_the_chosen_zone(rf, recruiter):
    from atsproject.preferences import PreferenceMiddleware

    save_preference(by=recruiter, time_zone="Asia/Tokyo")
    request, moment = rf.get("/"), datetime(2026, 1, 31, 20, 5, tzinfo=UTC)
    request.user = type(recruiter).objects.get(pk=recruiter.pk)
    told = []

    def view(asked):
        text = Template("{% load pages %}{% when moment %}")
        told.append(text.render(Context({"request": asked, "moment": moment})))

    PreferenceMiddleware(view)(request)
    assert 'datetime="2026-01-31T20:05:00+00:00"' in told[0]
    assert 'title="Sunday, 1 February 2026, 05:05 JST"' in told[0]
    assert 'data-zone="Asia/Tokyo"' in told[0]
