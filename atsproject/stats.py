"""What the installation holds: counts, averages, bytes, and how far the indexes have come."""

from datetime import timedelta
from typing import Any

from django.contrib.auth.models import User
from django.db.models import Avg, Count, Q, Sum
from django.utils import timezone

from analyses.models import Analysis
from feedback.models import Feedback
from jobs.models import Job, JobSelection
from resumes.models import Resume
from vectors.collections import collections
from vectors.models import Embedding
from vectors.search import index_status

RECENT_DAYS = 7


def storage_stats(*, user: User) -> dict[str, Any]:
    """Counts for the whole installation and the caller's own current job.

    ``recent`` counts the last seven days; ``bytes`` are those of the stored PDFs; an index's ``lag`` is
    the number of changes it has not taken yet.
    """
    since = timezone.now() - timedelta(days=RECENT_DAYS)
    selection = JobSelection.objects.filter(user=user).values_list("job_id", flat=True).first()
    resumes = Resume.objects.aggregate(
        total=Count("pk"),
        recent=Count("pk", filter=Q(uploaded_at__gte=since)),
        unreadable=Count("pk", filter=Q(status=Resume.Status.UNREADABLE)),
        bytes=Sum("file_size"),
    )
    held = resumes.pop("bytes") or 0
    return {
        "jobs": Job.objects.aggregate(total=Count("pk"), recent=Count("pk", filter=Q(created_at__gte=since))),
        "resumes": resumes,
        "analyses": Analysis.objects.aggregate(
            total=Count("pk"),
            recent=Count("pk", filter=Q(created_at__gte=since)),
            failed=Count("pk", filter=Q(status=Analysis.Status.FAILED)),
        ),
        "feedback": _feedback(),
        "files": {"bytes": held},
        "indexes": {"embeddings": Embedding.objects.count(), "copies": _index_copies()},
        "current_job_id": selection,
    }


def _feedback() -> dict[str, Any]:
    """Current rows only: a superseded rating is history."""
    found = Feedback.objects.given().aggregate(total=Count("pk"), average=Avg("rating"))
    return {"total_feedback": found["total"], "average_rating": found["average"]}


def _index_copies() -> list[dict[str, Any]]:
    """Each index of each collection: how many vectors, how many changes it has yet to take, its bytes.

    Where an index cannot be opened by this process, count and bytes are null and the note says why.
    """
    return [row for collection in collections() for row in index_status(collection.name)]
