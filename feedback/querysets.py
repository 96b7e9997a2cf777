"""Shared reads of the feedback app."""

from typing import TYPE_CHECKING, Self

from django.db import models

if TYPE_CHECKING:
    from feedback.models import Feedback  # noqa: F401  (named in a string below)


class FeedbackQuerySet(models.QuerySet["Feedback"]):
    """Reads of feedback that more than one surface needs."""

    def current(self) -> Self:
        """Rows that no later row supersedes."""
        return self.filter(is_current=True)

    def high_quality(self, min_rating: int = 4) -> Self:
        """Current rows rated ``min_rating`` or better, best and newest first."""
        return self.current().filter(rating__gte=min_rating).order_by("-rating", "-created_at", "feedback_id")
