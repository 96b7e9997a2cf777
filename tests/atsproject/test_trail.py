"""Every change leaves a row that names who and what, and never the candidate."""

import pytest
from auditlog.models import LogEntry
from django.contrib.contenttypes.models import ContentType

from atsproject import tokens
from atsproject.trail import MODELS, NOT_RECORDED, UNRECORDED
from jobs.models import Job
from resumes.models import Resume

pytestmark = pytest.mark.django_db


def entries(instance):
    kind = ContentType.objects.get_for_model(instance)
    return LogEntry.objects.filter(content_type=kind, object_pk=instance.pk).order_by("id")


def test_a_candidate_is_never_named():
    resume = Resume.objects.create(resume_id="resume_1", candidate_name="Jane Doe", original_filename="jane.pdf")
    resume.candidate_name = "Jane Roe"
    resume.save()
    resume.delete()
    kind = ContentType.objects.get_for_model(Resume)
    rows = list(LogEntry.objects.filter(content_type=kind).order_by("id"))
    assert [row.get_action_display() for row in rows] == ["create", "update", "delete"]
    for row in rows:
        assert row.object_repr == "resume_1"
        assert "jane" not in (str(row.changes) + row.object_repr).lower()
    assert rows[1].changes == {"candidate_name": [NOT_RECORDED, NOT_RECORDED]}


def test_values_that_name_nobody_are_kept():
    job = Job.objects.create(job_description="Find us")
    job.version = 2
    job.save()
    assert entries(job).last().changes["version"] == ["1", "2"]


def test_the_actor_is_the_caller_however_they_signed_in(recruiter, client, api):
    from rest_framework.test import APIClient

    _, secret = tokens.create_token(user=recruiter, by=None)
    bearer = APIClient()
    bearer.credentials(HTTP_AUTHORIZATION=f"Token {secret}")
    LogEntry.objects.all().delete()
    for caller in (bearer, api):
        assert caller.post("/api/tokens").status_code == 201
    assert {row.actor for row in LogEntry.objects.all()} == {recruiter}


def test_every_model_of_ours_is_recorded_or_left_out_on_purpose():
    from django.apps import apps

    from atsproject.roles import OUR_APPS

    ours = {model._meta.label for app in OUR_APPS for model in apps.get_app_config(app).get_models()}
    assert ours - UNRECORDED == set(MODELS) - {"auth.User", "auth.Group", "atsproject.Preference"}
