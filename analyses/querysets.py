"""Shared reads of the analyses app."""

from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import Exists, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce, RowNumber

if TYPE_CHECKING:
    from analyses.models import Analysis  # noqa: F401  (named in a string below)

# Filter name as people write it -> lookup. A score of exactly 100 belongs to the highest band.
LOOKUPS = {
    "job_id": "job_id",
    "resume_id": "resume_id",
    "status": "status",
    "min_score": "overall_score__gte",
    "below_score": "overall_score__lt",
    "day": "created_at__date",
    "since": "created_at__gte",
}


class AnalysisQuerySet(models.QuerySet["Analysis"]):
    """Reads of analyses that more than one surface needs."""

    def light(self) -> Self:
        """Leave out the result: lists need none of it."""
        return self.defer("result")

    def with_file_name(self) -> Self:
        """Annotate ``file_name``: what a candidate without a name is called by."""
        return self.annotate(file_name=models.F("resume__original_filename"))

    def latest_per_resume(self, job_id: str | None = None) -> Self:
        """Of each resume for each job the finished analysis that holds: the newest by the model in use, or the
        newest of all where that model has judged none. So taking an adapter back brings back what it had replaced.
        ``job_id`` says that the rows are of one job: no other is looked through."""
        in_use = models.Case(models.When(embedding_model__is_active=True, then=1), default=0)
        # All are numbered in one pass over an index: looking for the newest of each row's own took ten times as long.
        done = self.model._default_manager.filter(status="done", job__isnull=False, resume__isnull=False)
        place = models.Window(
            RowNumber(),
            partition_by=["job_id", "resume_id"],
            order_by=[in_use.desc(), models.F("created_at").desc(), models.F("analysis_id").desc()],
        )
        of_the_job = done.filter(job=job_id) if job_id else done
        newest = of_the_job.order_by().annotate(place=place).filter(place=1).values("analysis_id")
        return self.filter(analysis_id__in=newest)

    def to_decide(self) -> Self:
        """The analyses that hold of candidates about whom nobody has said a word for that job."""
        from analyses.models import Decision

        said = Decision.objects.filter(analysis__job=OuterRef("job"), analysis__resume=OuterRef("resume"))
        return self.filter(~Exists(said), status="done").latest_per_resume()

    def narrowed(self, **filters: Any) -> Self:
        """Analyses that agree with every filter of ``LOOKUPS`` that is given and neither None nor empty."""
        wanted = {LOOKUPS[name]: value for name, value in filters.items() if value not in (None, "")}
        return self.filter(**wanted)

    def ranked(self, job_id: str) -> Self:
        """The newest finished analysis of each resume for the job, best first."""
        return (
            self.filter(job_id=job_id, status="done")
            .latest_per_resume(job_id)
            .order_by("-overall_score", "candidate_name", "analysis_id")
        )

    def newest_files(self) -> Self:
        """Of each person whom a job has judged in several files, the analyses of the newest one only."""
        newer = Q(resume__uploaded_at__gt=OuterRef("resume__uploaded_at")) | Q(
            resume__uploaded_at=OuterRef("resume__uploaded_at"), resume__gt=OuterRef("resume")
        )
        judged = self.model._default_manager.filter(status="done", job=OuterRef("job"))
        return self.filter(~Exists(judged.filter(newer, resume__person=OuterRef("resume__person"))))

    def with_feedback_count(self) -> Self:
        """Annotate ``feedback_count``, counted in the same query: what people wrote, in its newest revision."""
        written = Q(feedback__isnull=False, feedback__is_current=True) & ~Q(feedback__kind__in=["decision", "order"])
        # A count for each row that is shown, not a join that groups every analysis there is by all its columns.
        counted = (
            self.model._default_manager.filter(pk=OuterRef("pk"))
            .order_by()
            .values("pk")
            .annotate(number=models.Count("feedback", filter=written, distinct=True))
            .values("number")
        )
        return self.annotate(feedback_count=Coalesce(Subquery(counted), 0))

    def with_decision(self) -> Self:
        """Annotate ``decision``: the newest word on the same resume for the same job, or None."""
        from analyses.models import Decision

        newest = Decision.objects.filter(analysis__job=OuterRef("job"), analysis__resume=OuterRef("resume")).order_by(
            "-decided_at", "-id"
        )
        return self.annotate(decision=Subquery(newest.values("decision")[:1]))
