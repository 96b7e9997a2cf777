"""The page behind the figures of storage."""

import pytest
from django.urls import reverse

from feedback.claims import judge_claim
from feedback.models import Feedback
from tests.atsproject.page_data import filled_job
from vectors.models import Embedding, OutboxEntry
from vectors.services import active_model

pytestmark = pytest.mark.django_db


def test_the_figures_of_home_lead_to_the_rows_behind_them(pages, recruiter):
    filled_job(recruiter)
    home = pages.get(reverse("home")).content.decode()
    assert f'<a href="{reverse("storage")}#texts">{Embedding.objects.count()}</a>' in home
    page = pages.get(reverse("storage")).content.decode()
    assert [row.texts for row in pages.get(reverse("storage")).context["models"]] == [Embedding.objects.count()]
    assert active_model().key in page
    assert f'<a href="{reverse("resumes")}?versions=all&amp;status=ready">1 resume</a>' in page
    assert f'<a href="{reverse("jobs")}">1 job</a>' in page
    assert f'<a href="{reverse("feedback")}">0 pieces of feedback</a>' in page
    assert Embedding.objects.latest("pk").content_hash[:12] not in page  # tells nobody anything


def test_changes_that_a_copy_has_yet_to_take_are_named(pages, recruiter):
    """Nothing was committed in a test, so that no copy was brought up to date."""
    judge_claim(analysis=filled_job(recruiter)[1], by=recruiter, about="analysis", rating=4)
    row = Feedback.objects.get()
    text = pages.get(reverse("storage")).content.decode()
    assert OutboxEntry.objects.filter(key=row.pk).exists()
    assert reverse("feedback-row", args=[row.pk]) in text
    assert "#changes" in pages.get(reverse("home")).content.decode()


def test_without_anything_it_says_what_to_do_next(pages):
    assert "Analyse a resume for a job" in pages.get(reverse("storage")).content.decode()
