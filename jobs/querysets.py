"""Shared reads of the jobs app."""

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q

if TYPE_CHECKING:
    from jobs.models import Job, JobApplication  # noqa: F401  (named in a string below)


class JobQuerySet(models.QuerySet["Job"]):
    """Reads of jobs that more than one surface needs."""

    def search(self, words: str) -> Self:
        """Jobs whose company or role contains ``words``, in any case."""
        return self.filter(Q(company_name__icontains=words) | Q(role_name__icontains=words))

    def with_analysis_count(self) -> Self:
        """Annotate ``analysis_count``, counted in the same query."""
        return self.annotate(analysis_count=models.Count("analyses", distinct=True))

    def analysis_total(self) -> int:
        """How many analyses these jobs have together."""
        return self.aggregate(total=models.Count("analyses", distinct=True))["total"] or 0


class JobApplicationQuerySet(models.QuerySet["JobApplication"]):
    """Reads of the application tracker."""

    def same_as(self, company: str, job_title: str) -> Self:
        """Earlier applications for the same title at the same company, in any case."""
        return self.filter(company__iexact=company.strip(), job_title__iexact=job_title.strip())
