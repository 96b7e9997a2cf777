"""Shared reads of the resumes app."""

from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import Count, Exists, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce, Length

if TYPE_CHECKING:
    from resumes.models import Resume

HEAVY = ("text", "lines", "profile", "hidden")
ROW = (
    "resume_id",
    "candidate_name",
    "original_filename",
    "file_size",
    "uploaded_at",
    "status",
    "error_code",
    "parse_quality",
    "page_count",
    "engine",
    "used_ocr",
    "person_id",
)
DETAILS = (*ROW, "sha256", "other_filenames", "error", "finished_at", "hidden", "profile", "parser_version")


class ResumeQuerySet(models.QuerySet["Resume"]):
    """Reads of resumes that more than one surface needs."""

    def light(self) -> Self:
        """Leave out the columns that hold the whole document: lists need none of them."""
        return self.defer(*HEAVY)

    def named(self, words: str) -> Self:
        """Resumes whose candidate's name contains ``words``, in any case."""
        return self.filter(candidate_name__icontains=words)

    def versions_of(self, resume: "Resume") -> Self:
        """All resumes of the person of ``resume``, itself among them, the newest first."""
        if resume.person_id is None:
            return self.filter(pk=resume.pk)
        return self.filter(person_id=resume.person_id).order_by("-uploaded_at", "-resume_id")

    def leading(self) -> Self:
        """One resume for each person: the newest."""
        newer = self.model._default_manager.filter(person_id=OuterRef("person_id")).filter(
            Q(uploaded_at__gt=OuterRef("uploaded_at"))
            | Q(uploaded_at=OuterRef("uploaded_at"), resume_id__gt=OuterRef("resume_id"))
        )
        return self.filter(Q(person__isnull=True) | ~Exists(newer))

    def read_as(self, level: str) -> Self:
        """Resumes whose text could be read ``good``, ``fair`` or ``poor``."""
        return self.filter(parse_quality__level=level)

    def tagged(self, *names: str) -> Self:
        """Resumes that have every one of these tags, in any case."""
        rows = self
        for name in names:
            rows = rows.filter(
                Exists(rows.model.tags.through.objects.filter(resume=OuterRef("pk"), tag__name__iexact=name))
            )
        return rows

    def in_several_files(self) -> Self:
        """Resumes of persons who handed in more than one, and those whose very PDF came under several names."""
        others = self.model._default_manager.filter(person_id=OuterRef("person_id")).exclude(pk=OuterRef("pk"))
        return self.filter(Exists(others) | ~Q(other_filenames=[]))

    def with_counts(self) -> Self:
        """Annotate ``analysis_count`` and ``version_count`` (files of the same person), each row counted by itself."""
        return self.with_analysis_count().with_version_count()

    def with_version_count(self) -> Self:
        """Annotate ``version_count``: files of the same person, itself among them."""
        files = self.model._default_manager.filter(person_id=OuterRef("person_id")).order_by().values("person_id")
        return self.annotate(version_count=Coalesce(Subquery(files.annotate(n=Count("pk")).values("n")), 1))

    def with_analysis_count(self) -> Self:
        """Annotate ``analysis_count``, each row counted by itself: a join that groups would lose the order."""
        analyses = self.model._default_manager.filter(pk=OuterRef("pk")).order_by().values("pk")
        return self.annotate(analysis_count=Coalesce(Subquery(analyses.annotate(n=Count("analyses")).values("n")), 0))

    def rows(self) -> "models.QuerySet[Resume, dict[str, Any]]":
        """What a list shows, newest first, as plain values with the number of analyses."""
        counted = self.with_analysis_count().order_by("-uploaded_at", "resume_id")
        rows: models.QuerySet[Resume, dict[str, Any]] = counted.values(*ROW, "analysis_count")
        return rows

    def details(self) -> "models.QuerySet[Resume, dict[str, Any]]":
        """Everything about a resume but its text and lines, as plain values."""
        counted = self.with_analysis_count().annotate(text_length=Length("text"))
        rows: models.QuerySet[Resume, dict[str, Any]] = counted.values(*DETAILS, "analysis_count", "text_length")
        return rows
