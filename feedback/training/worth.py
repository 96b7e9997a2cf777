"""What an adapter was worth, in the words of those whose ratings it learned from."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from analyses.models import Analysis
from feedback.models import TrainingRun, TrainingStep
from feedback.training.readiness import LEAST_RATINGS
from jobs.models import Job
from vectors.models import EmbeddingModel

JOBS_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Worth:
    """On ``jobs`` jobs kept back from training: how many lists became better and worse, and how many of the first five
    candidates people had rated 4 or 5 before and with the adapter, on average where anybody was rated so."""

    jobs: int
    before: float
    after: float
    better: int
    worse: int


def worth_of(evaluation: dict[str, Any]) -> Worth | None:
    """From the figures of a run; None where it was never measured, or by a version that did not count this."""
    measures = evaluation.get("measures", {})
    first, lists = measures.get("well_rated_in_5", {}), measures.get("ndcg_at_5", {})
    if not first.get("jobs") or "jobs_better" not in lists:
        return None
    return Worth(lists["jobs"], first["in_use"], first["adapter"], lists["jobs_better"], lists["jobs_worse"])


@dataclass(frozen=True, slots=True)
class InUse:
    """The adapter that judges now: the run it came from, since when, what it was worth, how many ratings taught it, by
    kind of job how good the lists are before and now, and the jobs ranked with it, newest first."""

    run: TrainingRun
    since: datetime | None
    worth: Worth | None
    ratings: int
    kinds: list[dict[str, Any]]
    ranked_jobs: int
    newest_jobs: list[Job]


@dataclass(frozen=True, slots=True)
class Learned:
    """How far the ranking has learned: the ``worth`` of what is in use (None where nothing is, or it was not
    measured), whether something is ``in_use``, and of rated pairs of job and candidate how many there are and are
    needed to learn from."""

    worth: Worth | None
    in_use: bool
    rated: int
    needed: int

    @property
    def share(self) -> float:
        """Per cent of what is needed, at most 100."""
        return min(100.0, round(100 * self.rated / self.needed, 1))


def learned(*, rated: int) -> Learned:
    """In one query, for a page that shows other things too; ``rated`` are the pairs as ``RATED_PAIRS`` counts them."""
    found = TrainingRun.objects.filter(embedding_model__is_active=True, embedding_model__base__isnull=False)
    evaluation = found.values_list("evaluation", flat=True).first()
    worth = None if evaluation is None else worth_of(evaluation)
    return Learned(worth, evaluation is not None, rated, LEAST_RATINGS)


def in_use(model: EmbeddingModel) -> InUse | None:
    """The adapter behind the model in use; None where that is the base itself."""
    run = TrainingRun.objects.filter(embedding_model=model).first() if model.base_id else None
    if run is None:
        return None
    promoted = run.steps.filter(kind=TrainingStep.Kind.PROMOTE, status=TrainingStep.Status.DONE)
    ranked = Analysis.objects.filter(embedding_model=model, status=Analysis.Status.DONE, job__isnull=False).order_by()
    return InUse(
        run=run,
        since=promoted.values_list("finished_at", flat=True).first(),
        worth=worth_of(run.evaluation),
        ratings=int(run.parameters.get("rows") or 0),
        kinds=run.evaluation.get("slices", []),
        ranked_jobs=ranked.values("job").distinct().count(),
        newest_jobs=list(Job.objects.filter(pk__in=ranked.values("job")).order_by("-created_at")[:JOBS_SHOWN]),
    )
