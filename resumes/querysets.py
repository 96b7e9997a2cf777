"""Shared reads of the resumes app."""

from typing import TYPE_CHECKING, Self

from django.db import models

if TYPE_CHECKING:
    from resumes.models import Resume  # noqa: F401  (named in a string below)

HEAVY = ("text", "lines", "profile", "hidden")


class ResumeQuerySet(models.QuerySet["Resume"]):
    """Reads of resumes that more than one surface needs."""

    def light(self) -> Self:
        """Leave out the columns that hold the whole document: lists need none of them."""
        return self.defer(*HEAVY)

    def named(self, words: str) -> Self:
        """Resumes whose candidate's name contains ``words``, in any case."""
        return self.filter(candidate_name__icontains=words)
