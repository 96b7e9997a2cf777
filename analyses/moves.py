"""Scoring a job's candidates again after it changed or the ranking learned, and how their places moved by that."""

from dataclasses import dataclass

from django.db.models import Count, Q

from analyses.actor import Actor
from analyses.models import Analysis
from analyses.querysets import AnalysisQuerySet
from analyses.ranking import Move, ranking
from analyses.services import request_analysis
from jobs.models import Job


@dataclass(frozen=True, slots=True)
class VersionMove:
    """A move with whose it is."""

    move: Move
    candidate_name: str

    @property
    def fell(self) -> int:
        """Places lost; 0 where none were."""
        return max(0, -(self.places or 0))

    @property
    def places(self) -> int | None:
        """Places won (above 0) or lost; None for one that was not scored again yet."""
        return None if self.move.rank_after is None else self.move.rank_before - self.move.rank_after


# Scored by a model that is not in use: before an adapter was put to use, or while it was.
_BY_ANOTHER_MODEL = Q(embedding_model__isnull=False, embedding_model__is_active=False)


def scored_for_earlier(job: Job) -> AnalysisQuerySet:
    """The ranked analyses that were made for an earlier version of the job, or by a model that is not in use: their
    scores cannot be compared with the others."""
    return ranking(job=job).filter(Q(job_version__lt=job.version) | _BY_ANOTHER_MODEL)


def stale_counts(job: Job) -> dict[str, int]:
    """How many of ``scored_for_earlier`` there are (``all``), and how many of them are of the present ``version`` but
    by another ``model``."""
    of_model = Count("pk", filter=Q(job_version=job.version))
    return scored_for_earlier(job).order_by().aggregate(all=Count("pk"), model=of_model)


def analyse_for_new_version(*, job: Job, by: Actor) -> int:
    """Have every candidate of ``scored_for_earlier`` scored for the present version and model, by tasks; how many.

    The earlier analyses, their decisions and feedback stay. Files are not read again.
    """
    stale = list(scored_for_earlier(job).light().select_related("resume"))
    ready = [row.resume for row in stale if row.resume is not None and row.resume.status == "ready"]
    for resume in ready:
        request_analysis(job=job, resume=resume, by=by, wait=False)
    return len(ready)


def moves_by_version(job: Job) -> list[VersionMove]:
    """How candidates who were scored for an earlier version of the job, or by another model, have moved, in the present
    order. Both places are counted among these candidates alone: who came later pushes nobody down."""
    rows = Analysis.objects.filter(job=job, status=Analysis.Status.DONE)
    rows = rows.filter(Q(job_version__lt=job.version) | _BY_ANOTHER_MODEL)
    newest: dict[str, tuple[float, str]] = {}
    for key, score, name in rows.order_by("created_at").values_list("resume_id", "overall_score", "candidate_name"):
        newest[str(key)] = (score or 0.0, name)
    now = [row for row in ranking(job=job).values_list("resume_id", "pk", "overall_score") if str(row[0]) in newest]
    after = {str(key): (rank, pk, score or 0.0) for rank, (key, pk, score) in enumerate(now, start=1)}
    before = sorted(after, key=lambda key: (-newest[key][0], newest[key][1], key))
    stale = set(scored_for_earlier(job).values_list("pk", flat=True))
    moves = [_move(key, rank, newest[key], after[key], stale) for rank, key in enumerate(before, start=1)]
    return sorted(moves, key=lambda found: (found.move.rank_after is None, found.move.rank_after or 0))


def _move(key: str, rank: int, old: tuple[float, str], new: tuple[int, str, float], stale: set[str]) -> VersionMove:
    score, name = old
    if new[1] in stale:
        return VersionMove(Move(key, new[1], rank, None, score, None), name)
    return VersionMove(Move(key, new[1], rank, new[0], score, new[2]), name)
