"""Scoring a job's candidates again after it changed, and how their places moved by that."""

from dataclasses import dataclass

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


def scored_for_earlier(job: Job) -> AnalysisQuerySet:
    """The ranked analyses that were made for an earlier version of the job."""
    return ranking(job=job).filter(job_version__lt=job.version)


def analyse_for_new_version(*, job: Job, by: Actor) -> int:
    """Have every candidate scored for an earlier version scored for the present one, by tasks; how many.

    The earlier analyses, their decisions and feedback stay. Files are not read again.
    """
    stale = list(scored_for_earlier(job).light().select_related("resume"))
    ready = [row.resume for row in stale if row.resume is not None and row.resume.status == "ready"]
    for resume in ready:
        request_analysis(job=job, resume=resume, by=by, wait=False)
    return len(ready)


def moves_by_version(job: Job) -> list[VersionMove]:
    """How candidates who were scored for an earlier version of the job have moved, in the present order."""
    rows = Analysis.objects.filter(job=job, status=Analysis.Status.DONE, job_version__lt=job.version)
    newest: dict[str, tuple[float, str]] = {}
    for key, score, name in rows.order_by("created_at").values_list("resume_id", "overall_score", "candidate_name"):
        newest[str(key)] = (score or 0.0, name)
    before = sorted(newest, key=lambda key: (-newest[key][0], newest[key][1], key))
    now = ranking(job=job).values_list("resume_id", "pk", "overall_score", "job_version")
    after = {str(key): (rank, pk, score or 0.0, version) for rank, (key, pk, score, version) in enumerate(now, start=1)}
    moves = [_move(key, rank, newest[key], after.get(key), job) for rank, key in enumerate(before, start=1)]
    return sorted(moves, key=lambda found: (found.move.rank_after is None, found.move.rank_after or 0))


def _move(
    key: str, rank: int, old: tuple[float, str], new: tuple[int, str, float, int] | None, job: Job
) -> VersionMove:
    score, name = old
    if new is None or new[3] != job.version:
        return VersionMove(Move(key, new[1] if new else "", rank, None, score, None), name)
    return VersionMove(Move(key, new[1], rank, new[0], score, new[2]), name)
