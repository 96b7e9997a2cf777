"""Figures about the feedback there is."""

from datetime import timedelta
from typing import Any

from django.db.models import Avg, Count
from django.utils import timezone

from feedback.models import Feedback

RECENT = timedelta(days=7)


def feedback_statistics() -> dict[str, Any]:
    """Totals, the mean rating (1..5, None without feedback), and counts by rating, kind, role and source.

    ``total_feedback`` and ``average_rating`` are about feedback that people wrote; rows that a decision or a
    re-ordering of a list left are counted under ``by_kind`` only, for their rating is about the candidate.
    """
    given = Feedback.objects.given()
    totals = given.aggregate(total=Count("pk"), average=Avg("rating"))
    average = totals["average"]
    return {
        "total_feedback": totals["total"],
        "average_rating": None if average is None else round(average, 4),
        "recent_feedback": given.filter(created_at__gte=timezone.now() - RECENT).count(),
        "high_quality": given.filter(rating__gte=4).count(),
        "with_correction": given.exclude(ideal_response="").count(),
        "by_rating": {str(rating): 0 for rating in range(1, 6)} | _counts(given, "rating"),
        "by_kind": _counts(Feedback.objects.current(), "kind"),
        "by_role": _counts(given, "reviewer_role"),
        "by_source": _counts(given, "source"),
        "revised": Feedback.objects.filter(is_current=False).count(),
        "duplicates": given.filter(duplicate_of__isnull=False).count(),
    }


def _counts(rows: Any, field: str) -> dict[str, int]:
    counted = rows.order_by().values_list(field).annotate(n=Count("pk"))
    return {str(value) or "unknown": n for value, n in counted}
