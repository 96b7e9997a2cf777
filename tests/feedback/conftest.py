import pytest
from django.contrib.auth.models import Group, Permission, User
from django.utils import timezone
from rest_framework.test import APIClient

from analyses.models import Analysis
from jobs.models import Job
from resumes.models import Resume


def make_job(job_id="aaaa0001", **fields):
    fields.setdefault("job_description", f"We look for a Python engineer. Job {job_id}")
    return Job.objects.create(job_id=job_id, company_name="Example GmbH", role_name="Engineer", **fields)


def make_resume(resume_id="resume_0123456789ab", text="Ada Example\nPython since 2015", **fields):
    fields.setdefault("candidate_name", "Ada Example")
    return Resume.objects.create(
        resume_id=resume_id, text=text, status="ready", finished_at=timezone.now(), file_size=10, **fields
    )


def make_analysis(job, resume, analysis_id="abcdef012345", score=70.0, **fields):
    result = {
        "overall_score": score,
        "hiring_recommendation": "YES - knows Python",
        "engine": {"versions": {"engine": "1.0"}, "model": "all-MiniLM-L6-v2", "adapter": None},
        "requirements": [{"id": "r1", "text": "Python", "status": "met", "evidence": [{"quote": "Python since 2015"}]}],
    }
    return Analysis.objects.create(
        analysis_id=analysis_id,
        job=job,
        resume=resume,
        candidate_name=resume.candidate_name if resume else "",
        status="done",
        finished_at=timezone.now(),
        overall_score=score,
        hiring_recommendation=result["hiring_recommendation"],
        engine_key="e" * 64,
        result=result,
        **fields,
    )


def make_user(username, *permissions, group=None):
    user = User.objects.create_user(username, password="correct horse battery")
    for permission in permissions:
        app, codename = permission.split(".")
        user.user_permissions.add(Permission.objects.get(content_type__app_label=app, codename=codename))
    if group:
        user.groups.add(Group.objects.get_or_create(name=group)[0])
    return User.objects.get(pk=user.pk)


EVERYDAY = [f"feedback.{verb}_feedback" for verb in ("view", "add", "delete", "export")]


def body(interaction_id="i-1", **fields):
    return {
        "interaction_id": interaction_id,
        "query": "Does she know Python?",
        "response": "Yes, since 2015.",
        "rating": 4,
        **fields,
    }


@pytest.fixture
def analysis(db):
    return make_analysis(make_job(), make_resume())


@pytest.fixture
def alice(db):
    return make_user("alice", *EVERYDAY, group="recruiter")


@pytest.fixture
def client(alice):
    client = APIClient()
    client.force_authenticate(alice)
    return client
