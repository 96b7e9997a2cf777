"""Shared reads of the jobs app."""

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import Count, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce, Substr

if TYPE_CHECKING:
    from jobs.models import Job, JobApplication

PREVIEW = 200  # code points
JOB_ROW = ("job_id", "company_name", "role_name", "created_at", "version", "blind_mode")
JOB_DETAILS = (*JOB_ROW, "job_description", "metadata", "weights", "updated_at")
REQUIREMENT_ROW = (
    *("id", "position", "text", "kind", "must_have", "weight", "years", "level"),
    *("skills", "skills_mode", "scorable", "note", "is_edited"),
)
APPLICATION_ROW = ("id", "company", "job_title", "portal", "employment_type", "date_applied", "created_at")


class JobQuerySet(models.QuerySet["Job"]):
    """Reads of jobs that more than one surface needs."""

    def search(self, words: str) -> Self:
        """Jobs whose company or role contains ``words``, in any case."""
        return self.filter(Q(company_name__icontains=words) | Q(role_name__icontains=words))

    def with_analysis_count(self) -> Self:
        """Annotate ``analysis_count``, counted in the same query."""
        counted = (
            self.model._default_manager.filter(pk=OuterRef("pk"), analyses__isnull=False)
            .order_by()
            .values("pk")
            .annotate(number=Count("analyses"))
            .values("number")
        )
        return self.annotate(analysis_count=Coalesce(Subquery(counted), 0))

    def with_candidate_count(self) -> Self:
        """Annotate ``candidate_count``: resumes with a finished analysis, each once however often it was judged."""
        counted = (
            self.model._default_manager.filter(pk=OuterRef("pk"), analyses__status="done")
            .order_by()
            .values("pk")
            .annotate(number=Count("analyses__resume", distinct=True))
            .values("number")
        )
        return self.annotate(candidate_count=Coalesce(Subquery(counted), 0))

    def with_requirement_counts(self) -> Self:
        """Annotate ``requirement_count`` and ``must_have_count``, counted in the same query."""
        asked = self.model._default_manager.filter(pk=OuterRef("pk")).order_by().values("pk")
        total = asked.annotate(number=Count("requirements")).values("number")
        musts = asked.annotate(number=Count("requirements", filter=Q(requirements__must_have=True))).values("number")
        return self.annotate(requirement_count=Subquery(total), must_have_count=Subquery(musts))

    def rows(self) -> "models.QuerySet[Job, dict[str, Any]]":
        """What a list shows, newest first; pass each row through ``job_row``."""
        own = self.with_analysis_count().annotate(beginning=Substr("job_description", 1, 2 * PREVIEW))
        rows: models.QuerySet[Job, dict[str, Any]] = own.order_by("-created_at", "job_id").values(
            *JOB_ROW, "analysis_count", "beginning"
        )
        return rows

    def details(self) -> "models.QuerySet[Job, dict[str, Any]]":
        """Everything about a job but its requirements, as plain values."""
        rows: models.QuerySet[Job, dict[str, Any]] = self.with_analysis_count().values(*JOB_DETAILS, "analysis_count")
        return rows

    def analysis_total(self) -> int:
        """How many analyses these jobs have together."""
        return self.aggregate(total=models.Count("analyses", distinct=True))["total"] or 0


class JobApplicationQuerySet(models.QuerySet["JobApplication"]):
    """Reads of the application tracker."""

    def same_as(self, company: str, job_title: str) -> Self:
        """Earlier applications for the same title at the same company, in any case."""
        return self.filter(company__iexact=company.strip(), job_title__iexact=job_title.strip())

    def rows(self) -> "models.QuerySet[JobApplication, dict[str, Any]]":
        """Applications as plain values, in the order of the queryset."""
        rows: models.QuerySet[JobApplication, dict[str, Any]] = self.values(*APPLICATION_ROW)
        return rows

    def applied_within(self, days: int, today: date) -> Self:
        """Applications of the last ``days`` days, today among them."""
        return self.filter(date_applied__gt=today - timedelta(days=days), date_applied__lte=today)

    def counted_by(self, field: str) -> dict[str, int]:
        """How many there are for each value of ``field``, the most frequent first; blank is ``unknown``."""
        rows = self.order_by().values_list(field).annotate(number=Count("pk")).order_by("-number", field)
        return {(value or "unknown"): number for value, number in rows}


def job_row(row: dict[str, Any]) -> dict[str, Any]:
    """A row of ``JobQuerySet.rows`` as a list shows it."""
    preview = " ".join(row.pop("beginning").split())[:PREVIEW]
    return row | {"description_preview": preview}
