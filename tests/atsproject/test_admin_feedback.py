"""Feedback in the admin: revised through its service, with its history; never overwritten."""

from typing import Any

import pytest
from django.urls import reverse

from feedback.models import Feedback
from feedback.services import revise_feedback, submit_feedback
from tests.atsproject.page_data import filled_job

pytestmark = pytest.mark.django_db


@pytest.fixture
def administrator(client, make_user):
    user = make_user("root", is_staff=True, is_superuser=True)
    client.force_login(user)
    return user


@pytest.fixture
def given(recruiter):
    """A recruiter's word on an analysis."""
    _, analysis = filled_job(recruiter)
    words: Any = {"query": "How good?", "response": "MAYBE", "rating": 2, "missing_points": ["Line one\nline two", "B"]}
    return submit_feedback(by=recruiter, interaction_id="i1", analysis_id=analysis.pk, kind="analysis", **words)[0]


def form(**changed: Any) -> dict[str, Any]:
    said = {"rating": "2", "ideal_response": "", "correct_points": "", "incorrect_points": ""}
    return {**said, "missing_points": "Line one\nline two\nB", **changed}


def change(row: Feedback) -> str:
    return reverse("admin:feedback_feedback_change", args=[row.pk])


def test_a_change_is_a_new_revision(client, administrator, recruiter, given):
    response = client.post(change(given), form(rating="4", correct_points="Knows Python\n\nKnows Django"))
    assert response.status_code == 302
    new = Feedback.objects.current().get()
    assert (new.supersedes_id, new.rating, new.source, new.created_by) == (given.pk, 4, "admin", administrator)
    assert new.correct_points == ["Knows Python", "Knows Django"]
    assert new.missing_points == ["Line one\nline two", "B"], "what nobody touched stays as it was"
    given.refresh_from_db()
    assert (given.rating, given.is_current, given.created_by) == (2, False, recruiter)
    page = client.get(change(new)).content.decode()
    assert change(given) in page
    assert "2/5 by rita" in page or f"2/5 by {recruiter.username}" in page


def test_what_was_judged_stands_above_what_is_said_of_it(client, administrator, given):
    page = client.get(change(given)).content.decode()
    places = [page.index(text) for text in ("What was judged", "How good?", 'name="rating"', "Where it comes from")]
    assert places == sorted(places)


def test_a_form_in_which_nothing_changed_makes_no_revision(client, administrator, given):
    assert client.post(change(given), form()).status_code == 302
    assert Feedback.objects.count() == 1


def test_what_is_refused_stands_on_the_form(client, administrator, recruiter, given):
    response = client.post(change(given), form(rating="9"))
    assert "rating" in response.context["adminform"].form.errors
    newer = revise_feedback(feedback=given, by=recruiter, source="page", rating=3)
    assert client.post(change(given), form(rating="5")).status_code == 403, "the page of an old revision is for reading"
    assert Feedback.objects.current().get() == newer


def test_a_decision_is_not_revised_here_and_an_auditor_revises_nothing(client, administrator, make_user, given):
    Feedback.objects.filter(pk=given.pk).update(kind="decision")
    assert client.post(change(given), form(rating="4")).status_code == 403
    Feedback.objects.filter(pk=given.pk).update(kind="analysis")
    client.force_login(make_user("audra", "auditor", is_staff=True))
    assert client.get(change(given)).status_code == 200
    assert client.post(change(given), form(rating="4")).status_code == 403
    assert Feedback.objects.count() == 1


def test_two_at_once_are_told_apart(client, administrator, given, monkeypatch):
    def somebody_was_quicker(*, feedback: Feedback, **rest: Any) -> Feedback:
        revise_feedback(feedback=feedback, by=None, source="page", rating=3)
        return revise_feedback(feedback=feedback, **rest)

    monkeypatch.setattr("feedback.admin.revise_feedback", somebody_was_quicker)
    response = client.post(change(given), form(rating="4"))
    assert (response.status_code, response.url) == (302, change(given))
    page = client.get(response.url).content.decode()
    assert "Nothing was stored." in page
    assert [row.rating for row in Feedback.objects.all()] == [2], "the whole change is one transaction"
