"""The tracker: its figures lead to their rows, a second application is warned of, an empty import is refused."""

import pytest
from django.urls import reverse

from jobs.models import JobApplication
from jobs.tracker import add_application

pytestmark = pytest.mark.django_db


@pytest.fixture
def three(recruiter) -> None:
    add_application(by=recruiter, company="Delmont", job_title="Engineer", portal="LinkedIn")
    add_application(by=recruiter, company="Corvane", job_title="Analyst", date_applied="2020-01-31")
    add_application(by=recruiter, company="Easton", job_title="Cook", employment_type="Full time")


@pytest.mark.parametrize(
    ("asked", "companies"),
    [
        ("portal=LinkedIn", {"Delmont"}),
        ("portal=unknown", {"Corvane", "Easton"}),
        ("type=Full+time", {"Easton"}),
        ("recent=1", {"Delmont", "Easton"}),
        ("q=anal", {"Corvane"}),
    ],
)
def test_each_figure_leads_to_its_rows(pages, three, asked, companies):
    page = pages.get(f"{reverse('applications')}?{asked}").context["page"]
    assert {row.company for row in page} == companies


@pytest.mark.parametrize(
    ("sort", "companies"),
    [
        ("company", ["Corvane", "Delmont", "Easton"]),
        ("-company", ["Easton", "Delmont", "Corvane"]),
        ("job_title", ["Corvane", "Easton", "Delmont"]),
        ("-date_applied", ["Corvane", "Easton", "Delmont"]),
        ("password", ["Easton", "Delmont", "Corvane"]),
    ],
)
def test_headings_sort_the_table(pages, three, sort, companies):
    page = pages.get(reverse("applications"), {"sort": sort})
    assert [row.company for row in page.context["page"]] == companies
    # An order narrows nothing: there is nothing to clear.
    assert ">Clear<" not in page.content.decode()
    address = pages.get(reverse("applications"), {"q": "e", "sort": sort}).context["columns"]["portal"].address
    assert address == "?q=e&sort=portal"


def test_a_second_application_is_kept_and_warned_of(pages, three):
    body = {"do": "add", "company": "delmont", "job_title": "ENGINEER"}
    said = pages.post(reverse("applications-act"), body, follow=True).content.decode()
    assert "was on the list already" in said
    assert JobApplication.objects.filter(company__iexact="delmont").count() == 2


@pytest.mark.parametrize(
    ("company", "job_title", "known"),
    [("delmont", "ENGINEER", True), ("Delmont", "Cook", False), ("Delmont", "", False), ("", "", False)],
)
def test_one_that_is_there_already_is_named_before_it_is_added(pages, three, company, job_title, known):
    said = pages.get(
        reverse("applications-check"), {"company": company, "job_title": job_title}, headers={"HX-Request": "true"}
    )
    assert ("You applied for this already: Engineer at Delmont" in said.content.decode()) is known


def test_an_import_without_a_file_says_what_to_do(pages):
    said = pages.post(reverse("applications-act"), {"do": "import"}, follow=True).content.decode()
    assert "Choose a file first" in said


def test_an_application_is_taken_off(pages, three):
    row = JobApplication.objects.get(company="Easton")
    pages.post(reverse("applications-act"), {"do": "remove", "id": row.pk})
    assert not JobApplication.objects.filter(company="Easton").exists()


def test_what_nobody_named_is_told_apart(pages, three):
    text = pages.get(reverse("applications")).content.decode()
    assert text.count("No portal") == text.count("No type") == 1
