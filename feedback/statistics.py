"""Figures about the feedback there is."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import groupby
from typing import Any

from django.db.models import Avg, Count, F, Max, Min
from django.utils import timezone

from feedback.agreement import Agreement, agreement
from feedback.indexing import NAME
from feedback.models import Feedback
from vectors.search import index_status

RECENT = timedelta(days=7)


def feedback_statistics() -> dict[str, Any]:
    """Totals, the mean rating (1..5, None without feedback), and counts by rating, kind, role and source.

    ``total_feedback`` and ``average_rating`` are about feedback that people wrote; rows that a decision or a
    re-ordering of a list left are counted under ``by_kind`` only, for their rating is about the candidate.
    """
    given = Feedback.objects.given()
    totals = given.aggregate(total=Count("pk"), average=Avg("rating"))
    return {
        "total_feedback": totals["total"],
        "average_rating": totals["average"],
        "recent_feedback": given.filter(created_at__gte=timezone.now() - RECENT).count(),
        "high_quality": given.filter(rating__gte=4).count(),
        "with_correction": given.exclude(ideal_response="").count(),
        "by_rating": {str(rating): 0 for rating in range(1, 6)} | _counts(given, "rating"),
        "by_kind": _counts(Feedback.objects.current(), "kind"),
        "by_role": _counts(given, "reviewer_role"),
        "by_source": _counts(given, "source"),
        "revised": Feedback.objects.filter(is_current=False).count(),
        "agreement": reviewer_agreement().as_json(),
        **_index_counts(),
        "duplicates": given.filter(duplicate_of__isnull=False).count(),
    }


def _index_counts() -> dict[str, Any]:
    """Count and lag of both indexes; the count is None where this process may not open the index."""
    status = {str(row["index"]): row for row in index_status(NAME)}
    found: dict[str, Any] = {f"{name}_count": row["count"] for name, row in status.items()}
    found["indexes"] = {
        name: {key: row[key] for key in ("count", "lag", "bytes")} | {"note": row["note"] or None}
        for name, row in status.items()
    }
    return found


def _counts(rows: Any, field: str) -> dict[str, int]:
    counted = rows.order_by().values_list(field).annotate(n=Count("pk"))
    return {str(value) or "unknown": n for value, n in counted}


def reviewer_agreement(job_id: str | None = None) -> Agreement:
    """Agreement between people who rated the same thing, over everything or over one job."""
    rows = Feedback.objects.current().exclude(kind=Feedback.Kind.ORDER).narrowed(job_id=job_id)
    return agreement(list(ratings.values()) for _, ratings in _rated_twice(rows))


def disagreements(limit: int = 20, job_id: str | None = None) -> list[dict[str, Any]]:
    """What reviewers see most differently, widest first: ``subject_key``, ``kind``, ``lowest``, ``highest``,
    ``reviewers``, the ``ratings`` from low to high, the newest row's ``query``, ``job_id`` and ``analysis_id``."""
    rows = Feedback.objects.current().exclude(kind=Feedback.Kind.ORDER).narrowed(job_id=job_id).exclude(created_by=None)
    subjects = list(
        rows.exclude(subject_key="")
        .order_by()
        .values("subject_key")
        .annotate(
            lowest=Min("rating"), highest=Max("rating"), reviewers=Count("created_by", distinct=True), kind=Min("kind")
        )
        .filter(reviewers__gte=2, highest__gt=F("lowest"))
        .annotate(width=F("highest") - F("lowest"))
        .order_by("-width", "subject_key")[:limit]
    )
    told: dict[str, list[Feedback]] = {}
    meant = rows.filter(subject_key__in=[subject["subject_key"] for subject in subjects])
    for row in meant.order_by("-created_at", "feedback_id"):
        told.setdefault(row.subject_key, []).append(row)
    return [
        dict(subject) | _told(told[subject["subject_key"]]) for subject in subjects if subject["subject_key"] in told
    ]


def _told(rows: list[Feedback]) -> dict[str, Any]:
    newest = rows[0]
    return {
        "ratings": sorted(row.rating for row in rows),
        "query": newest.query,
        "job_id": newest.job_id,
        "analysis_id": newest.analysis_id,
    }


def _rated_twice(rows: Any) -> Iterator[tuple[str, dict[int, int]]]:
    """Each thing that at least two people rated, with each person's newest rating of it."""
    judged = rows.exclude(created_by=None).exclude(subject_key="")
    twice = judged.order_by().values("subject_key").annotate(n=Count("created_by", distinct=True)).filter(n__gte=2)
    ratings = (
        judged.filter(subject_key__in=twice.values("subject_key"))
        .order_by("subject_key", "created_at", "feedback_id")
        .values_list("subject_key", "created_by_id", "rating")
    )
    for key, group in groupby(ratings.iterator(chunk_size=2000), key=lambda row: str(row[0])):
        yield key, {reviewer: rating for _, reviewer, rating in group}
