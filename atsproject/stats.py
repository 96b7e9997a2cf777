"""What the installation holds: counts, averages, bytes, and how far the indexes have come."""

from typing import Any

from django.contrib.auth.models import User

from atsproject.counts import counts
from jobs.models import JobSelection
from vectors.search import index_status


def storage_stats(*, user: User) -> dict[str, Any]:
    """Counts for the whole installation and the caller's own current job.

    ``recent`` counts the last seven days; ``bytes`` are those of the stored PDFs; an index's ``lag`` is
    the number of changes it has not taken yet.
    """
    selection = JobSelection.objects.filter(user=user).values_list("job_id", flat=True).first()
    return {**stored(), "current_job_id": selection}


def stored(found: dict[str, tuple[int, int, int]] | None = None) -> dict[str, Any]:
    """``storage_stats`` without what belongs to one user, from ``counts`` where they were read before.

    Where an index cannot be opened by this process, its count and bytes are null and its note says why.
    """
    found = counts() if found is None else found
    rated, _, ratings = found["feedback"]
    return {
        "jobs": {"total": found["jobs"][0], "recent": found["jobs"][1]},
        "resumes": dict(zip(("total", "recent", "unreadable"), found["resumes"], strict=True)),
        "analyses": dict(zip(("total", "recent", "failed"), found["analyses"], strict=True)),
        "feedback": {"total_feedback": rated, "average_rating": ratings / rated if rated else None},
        "files": {"bytes": found["files"][0]},
        "indexes": {"embeddings": found["embeddings"][0], "copies": index_status()},
    }
