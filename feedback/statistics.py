"""Figures about the feedback there is."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import groupby
from typing import Any

from django.db.models import Avg, Count, F, Max, Min, Q
from django.db.models.functions import TruncWeek
from django.utils import timezone

from feedback.agreement import Agreement, agreement
from feedback.indexing import NAME
from feedback.models import Feedback
from vectors.search import index_status

RECENT = timedelta(days=7)
HIGH = 4  # stars
# Their rating is about the candidate, and nobody wrote them.
NOT_WRITTEN = (Feedback.Kind.DECISION, Feedback.Kind.ORDER)


def feedback_statistics() -> dict[str, Any]:
    """Totals, the mean rating (1..5, None without feedback), and counts by rating, kind, role and source.

    ``total_feedback`` and ``average_rating`` are about feedback that people wrote; rows that a decision or a
    re-ordering of a list left are counted under ``by_kind`` only, for their rating is about the candidate.
    """
    found = written_figures()
    return {**found, "agreement": reviewer_agreement().as_json(), **index_figures()}


def written_figures() -> dict[str, Any]:
    """``feedback_statistics`` without the agreement of reviewers and the indexes: one query."""
    groups = _grouped()
    current = [row for row in groups if row["is_current"]]
    rated = [row for row in current if row["kind"] not in NOT_WRITTEN]
    total = sum(row["n"] for row in rated)
    return {
        "total_feedback": total,
        "average_rating": sum(row["rating"] * row["n"] for row in rated) / total if total else None,
        "recent_feedback": sum(row["recent"] for row in rated),
        "high_quality": sum(row["n"] for row in rated if row["rating"] >= HIGH),
        "with_correction": sum(row["corrected"] for row in rated),
        "by_rating": {str(rating): 0 for rating in range(1, 6)} | _summed(rated, "rating"),
        "by_kind": _summed(current, "kind"),
        "by_role": _summed(rated, "reviewer_role"),
        "by_source": _summed(rated, "source"),
        "revised": sum(row["n"] for row in groups) - sum(row["n"] for row in current),
        "duplicates": sum(row["repeated"] for row in rated),
    }


def _grouped() -> list[dict[str, Any]]:
    """Rows counted by everything that figures are told by: one reading, whatever the number of rows."""
    rows: Any = Feedback.objects.order_by().values("is_current", "kind", "rating", "reviewer_role", "source")
    return list(
        rows.annotate(
            n=Count("pk"),
            recent=Count("pk", filter=Q(created_at__gte=timezone.now() - RECENT)),
            corrected=Count("pk", filter=~Q(ideal_response="")),
            repeated=Count("duplicate_of"),
        )
    )


def _summed(rows: list[dict[str, Any]], field: str) -> dict[str, int]:
    counted: dict[str, int] = {}
    for row in rows:
        name = str(row[field]) or "unknown"
        counted[name] = counted.get(name, 0) + row["n"]
    return counted


def index_figures() -> dict[str, Any]:
    """Count and lag of both indexes; the count is None where this process may not open the index."""
    status = {str(row["index"]): row for row in index_status(NAME)}
    found: dict[str, Any] = {f"{name}_count": row["count"] for name, row in status.items()}
    found["indexes"] = {
        name: {key: row[key] for key in ("count", "lag", "bytes")} | {"note": row["note"] or None}
        for name, row in status.items()
    }
    return found


def reviewer_agreement(job_id: str | None = None) -> Agreement:
    """Agreement between people who rated the same thing, over everything or over one job."""
    rows = Feedback.objects.current().exclude(kind=Feedback.Kind.ORDER).narrowed(job_id=job_id)
    return agreement(list(ratings.values()) for _, ratings in _rated_twice(rows))


def disagreements(limit: int = 20, job_id: str | None = None) -> list[dict[str, Any]]:
    """What reviewers see most differently, widest first: ``subject_key``, ``kind``, ``lowest``, ``highest``,
    ``reviewers``, the ``ratings`` from low to high, the newest row's ``query``, ``job_id``, ``analysis_id``
    and ``resume_id``."""
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
        "resume_id": newest.resume_id,
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


def over_time(weeks: int = 26) -> list[dict[str, Any]]:
    """``week`` (its Monday), ``count`` and ``average`` rating of what people wrote, for the latest ``weeks`` weeks
    without a hole, oldest first; empty without feedback."""
    since = timezone.now() - timedelta(weeks=weeks)
    rows = Feedback.objects.given().filter(created_at__gte=since).order_by()
    found = {
        row["week"].date(): row
        for row in rows.annotate(week=TruncWeek("created_at"))
        .values("week")
        .annotate(count=Count("pk"), average=Avg("rating"))
    }
    told: list[dict[str, Any]] = []
    week = min(found, default=None)
    while week is not None and week <= max(found):
        row = found.get(week, {"count": 0, "average": None})
        told.append({"week": week, "count": row["count"], "average": row["average"]})
        week += timedelta(days=7)
    return told


def by_job(limit: int = 10) -> list[dict[str, Any]]:
    """The jobs with most feedback: ``job_id``, ``role_name``, ``company_name``, ``count``, ``average`` rating and the
    number of ``reviewers``."""
    rows = Feedback.objects.given().filter(job__isnull=False).order_by()
    counted = rows.values("job_id", role_name=F("job__role_name"), company_name=F("job__company_name")).annotate(
        count=Count("pk"), average=Avg("rating"), reviewers=Count("created_by", distinct=True)
    )
    return [dict(row) for row in counted.order_by("-count", "job_id")[:limit]]


def revisions(row: Feedback) -> list[Feedback]:
    """Every revision of the row, the newest first."""
    chain = Feedback.objects.filter(interaction_id=row.interaction_id).select_related("created_by")
    return list(chain.order_by("-is_current", "-created_at", "feedback_id"))
