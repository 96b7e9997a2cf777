"""Shared reads of the feedback app."""

from typing import TYPE_CHECKING, Any, Self

from django.db import models

if TYPE_CHECKING:
    from feedback.models import Feedback

# Filter name as people write it -> lookup.
LOOKUPS = {
    "min_rating": "rating__gte",
    "max_rating": "rating__lte",
    "job_id": "job_id",
    "analysis_id": "analysis_id",
    "resume_id": "resume_id",
    "interaction_id": "interaction_id",
    "kind": "kind",
    "reviewer_role": "reviewer_role",
    "since": "created_at__gte",
    "until": "created_at__lte",
}

ROW_FIELDS = (
    "feedback_id",
    "interaction_id",
    "is_current",
    "supersedes",
    "kind",
    "requirement_id",
    "source",
    "query",
    "context",
    "response",
    "rating",
    "correct_points",
    "incorrect_points",
    "missing_points",
    "ideal_response",
    "analysis_id",
    "job_id",
    "resume_id",
    "engine",
    "reviewer_role",
    "seconds_taken",
    "duplicate_of",
    "duplicate_similarity",
    "created_at",
)
_BLANK_MEANS_UNKNOWN = ("requirement_id", "ideal_response", "reviewer_role")


class FeedbackQuerySet(models.QuerySet["Feedback"]):
    """Reads of feedback that more than one surface needs."""

    def current(self) -> Self:
        """Rows that no later row supersedes."""
        return self.filter(is_current=True)

    def given(self) -> Self:
        """Current rows that somebody wrote, without those that a decision or a re-ordering left."""
        return self.current().exclude(kind__in=["decision", "order"])

    def contested(self) -> Self:
        """What somebody wrote where another reviewer's rating of the same thing is two stars or more away."""
        others = (
            self.model._default_manager.given()
            .filter(subject_key=models.OuterRef("subject_key"))
            .exclude(created_by=models.OuterRef("created_by"))
        )
        apart = others.filter(
            models.Q(rating__gte=models.OuterRef("rating") + 2) | models.Q(rating__lte=models.OuterRef("rating") - 2)
        )
        return self.given().exclude(subject_key="").filter(models.Exists(apart))

    def high_quality(self, min_rating: int = 4) -> Self:
        """Current rows rated ``min_rating`` or better, best and newest first."""
        return self.given().filter(rating__gte=min_rating).order_by("-rating", "-created_at", "feedback_id")

    def narrowed(self, **filters: Any) -> Self:
        """Rows that agree with every filter of ``LOOKUPS`` that is given and not None."""
        wanted = {LOOKUPS[name]: value for name, value in filters.items() if value is not None and name in LOOKUPS}
        return self.filter(**wanted)

    def visible_to(self, user: Any) -> Self:
        """What the user may see: everything with the permission to view feedback, else nothing."""
        return self if user.has_perm("feedback.view_feedback") else self.none()

    def rows(self) -> "models.QuerySet[Feedback, dict[str, Any]]":
        """The rows as dictionaries, for lists; pass each through ``as_answered``."""
        rows: models.QuerySet[Feedback, dict[str, Any]] = self.values(
            *ROW_FIELDS, username=models.F("created_by__username")
        )
        return rows


def as_answered(row: dict[str, Any]) -> dict[str, Any]:
    """A row of ``FeedbackQuerySet.rows`` as the API answers it: unknown is null."""
    answer = {name: row[name] for name in ROW_FIELDS}
    for name in _BLANK_MEANS_UNKNOWN:
        answer[name] = answer[name] or None
    answer["created_by"] = row["username"]
    return answer
