"""What the installation holds, counted."""

from datetime import timedelta

import pytest
from django.utils import timezone

from analyses.models import Analysis
from feedback.models import Feedback
from jobs.models import Job, JobSelection
from resumes.models import Resume

pytestmark = pytest.mark.django_db


def test_an_empty_installation(api):
    stats = api.get("/api/storage/stats").json()
    assert stats["jobs"] == {"total": 0, "recent": 0}
    assert stats["resumes"] == {"total": 0, "recent": 0, "unreadable": 0}
    assert stats["analyses"] == {"total": 0, "recent": 0, "failed": 0}
    assert stats["feedback"] == {"total_feedback": 0, "average_rating": None}
    assert stats["files"] == {"bytes": 0}
    assert stats["current_job_id"] is None


def test_everything_is_counted_and_the_current_job_is_the_callers_own(api, recruiter, other_recruiter, api_as):
    long_ago = timezone.now() - timedelta(days=30)
    job = Job.objects.create(job_description="now")
    Job.objects.create(job_description="then", created_at=long_ago)
    JobSelection.objects.create(user=recruiter, job=job)
    resume = Resume.objects.create(resume_id="resume_1", file_size=1000)
    Resume.objects.create(
        resume_id="resume_2",
        file_size=500,
        status="unreadable",
        error_code="broken",
        finished_at=timezone.now(),
        uploaded_at=long_ago,
    )
    Analysis.objects.create(job=job, resume=resume)
    Analysis.objects.create(job=job, resume=resume, status="failed", error="why", finished_at=timezone.now())
    for number, rating in enumerate((5, 4, 1)):
        Feedback.objects.create(
            interaction_id=str(number), query="q", response="r", rating=rating, is_current=rating != 1
        )
    stats = api.get("/api/storage/stats").json()
    assert stats["jobs"] == {"total": 2, "recent": 1}
    assert stats["resumes"] == {"total": 2, "recent": 1, "unreadable": 1}
    assert stats["analyses"] == {"total": 2, "recent": 2, "failed": 1}
    assert stats["feedback"] == {"total_feedback": 2, "average_rating": 4.5}
    assert stats["files"] == {"bytes": 1500}
    assert stats["current_job_id"] == job.job_id
    assert api_as(other_recruiter).get("/api/storage/stats").json()["current_job_id"] is None


def test_each_index_says_how_far_it_is(api):
    Feedback.objects.create(interaction_id="1", query="q", response="r", rating=5)
    copies = api.get("/api/storage/stats").json()["indexes"]["copies"]
    of_feedback = {row["index"]: row for row in copies if row["collection"] == "feedback"}
    assert set(of_feedback) == {"faiss", "chroma"}
    for row in of_feedback.values():
        assert row["lag"] >= 1
