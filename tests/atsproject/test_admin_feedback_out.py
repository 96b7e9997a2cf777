"""Feedback in the admin: what goes out of it, and what goes with it when it is deleted."""

import csv
from io import BytesIO, StringIO
from typing import Any

import pytest
from auditlog.models import LogEntry
from django.urls import reverse
from openpyxl import load_workbook

from feedback.models import Feedback
from feedback.services import revise_feedback, submit_feedback
from jobs.models import Job
from tests.atsproject.page_data import filled_job
from vectors.models import OutboxEntry

pytestmark = pytest.mark.django_db
LIST = "admin:feedback_feedback_changelist"


@pytest.fixture
def admin_pages(administrator, page_as):
    return page_as(administrator)


@pytest.fixture
def given(administrator) -> Feedback:
    _, analysis = filled_job(administrator)
    words: Any = {"query": "How good?", "response": "Grace Example fits", "rating": 2, "correct_points": ["two\nlines"]}
    return submit_feedback(by=administrator, interaction_id="i1", analysis_id=analysis.pk, kind="analysis", **words)[0]


def form_of(row: Feedback) -> str:
    return reverse("admin:feedback_feedback_change", args=[row.pk])


def test_deleting_takes_every_revision_out_of_the_indexes(admin_pages, administrator, given):
    revise_feedback(feedback=given, by=administrator, source="admin", rating=4)
    keys = set(Feedback.objects.values_list("pk", flat=True))
    OutboxEntry.objects.all().delete()
    row = Feedback.objects.get(is_current=True)
    admin_pages.post(reverse("admin:feedback_feedback_delete", args=[row.pk]), {"post": "yes"})
    assert not Feedback.objects.exists()
    assert {entry.key for entry in OutboxEntry.objects.filter(collection="feedback")} == keys
    assert LogEntry.objects.filter(object_pk__in=keys, additional_data__event="delete").count() == 2


@pytest.mark.parametrize("blind", [False, True])
def test_exports_blacken_whom_a_job_hides(admin_pages, given, blind):
    Job.objects.update(blind_mode=blind)
    chosen = {"_selected_action": [given.pk]}
    text = admin_pages.post(reverse(LIST), {"action": "export_csv", **chosen}).getvalue().decode("utf-8-sig")
    (row,) = csv.DictReader(StringIO(text))
    book = load_workbook(BytesIO(admin_pages.post(reverse(LIST), {"action": "export_xlsx", **chosen}).getvalue()))
    heads, values = [[cell.value for cell in line] for line in book.active.iter_rows()]
    assert (row["feedback_id"], dict(zip(heads, values, strict=True))["Feedback id"]) == (given.pk, given.pk)
    assert ("Grace" in text, "Grace" in str(values)) == (not blind, not blind)
