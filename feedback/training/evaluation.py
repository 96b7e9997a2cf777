"""Is the adapter better than what is in use? Pure arithmetic over held-out ratings.

An adapter adds one declared component to the score, the learned fit, with a share ``weight`` of the
whole: ``overall = (1 - weight) * overall without it + 100 * weight * fit``. The share is one half
unless the validation jobs clearly favour another; test jobs, which neither training nor that choice
has seen, give the verdict.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from feedback.training.metrics import MEASURES, Interval, bootstrap, ndcg

WEIGHTS = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6)
USUAL_WEIGHT = 0.5
LEAST_VALIDATION_JOBS = 5
MAX_GUARD_LOSS = 0.05  # how much the guard's rank correlation may fall


@dataclass(frozen=True, slots=True)
class RatedPair:
    """A candidate rated for a job, with what each model makes of the pair.

    ``gain`` is the mean rating less one (0..4). ``without`` is the overall score (0..100) with no
    adapter, ``in_use`` with the one in use, ``similarity`` the new adapter's cosine of job and resume.
    """

    job: str
    resume: str
    gain: float
    without: float
    in_use: float
    similarity: float
    kind: str = ""


@dataclass(frozen=True, slots=True)
class FitScale:
    """How a cosine becomes the learned fit's score and share: 0 at ``low``, 1 at ``high``."""

    weight: float
    low: float
    high: float

    def score(self, similarity: float) -> float:
        """The learned fit, 0..1."""
        return min(1.0, max(0.0, (similarity - self.low) / max(self.high - self.low, 1e-6)))

    def overall(self, pair: RatedPair) -> float:
        """The overall score with the adapter, 0..100."""
        return (1 - self.weight) * pair.without + 100 * self.weight * self.score(pair.similarity)

    def as_json(self) -> dict[str, float]:
        """The stored form."""
        return {"weight": self.weight, "low": round(self.low, 4), "high": round(self.high, 4)}


Score = Callable[[RatedPair], float]


def by_job(pairs: Iterable[RatedPair]) -> dict[str, list[RatedPair]]:
    """Pairs grouped by job, jobs and candidates in the order of their keys, so that ties fall the same way."""
    groups: dict[str, list[RatedPair]] = defaultdict(list)
    for pair in sorted(pairs, key=lambda p: (p.job, p.resume)):
        groups[pair.job].append(pair)
    return dict(groups)


def fit_scale(pairs: Sequence[RatedPair], *, choose: bool = True) -> FitScale:
    """Scale from the middle nine tenths of the similarities, and with ``choose`` the share that ranks them best.

    ``pairs`` are validation pairs. The share is ``USUAL_WEIGHT`` unless another one ranks the validation jobs better by
    more than chance (the lower bound of the paired gain in NDCG@5 lies above zero): a handful of jobs must not decide.
    Raises ValueError on none.
    """
    if not pairs:
        raise ValueError("No validation job has rated candidates.")
    values = sorted(pair.similarity for pair in pairs)
    low, high = values[int(0.05 * (len(values) - 1))], values[int(0.95 * (len(values) - 1))]
    groups = by_job(pairs)

    def scale(weight: float) -> FitScale:
        return FitScale(weight, low, max(high, low + 0.05))

    def quality(weight: float) -> list[float]:
        return [_ndcg(rows, scale(weight).overall) or 0.0 for rows in groups.values()]

    usual = quality(USUAL_WEIGHT)
    gains = {weight: gain(usual, quality(weight), seed=0) for weight in WEIGHTS}
    enough = choose and len(groups) >= LEAST_VALIDATION_JOBS
    sure = [weight for weight in WEIGHTS if enough and gains[weight].low > 0]
    return scale(max(sure, key=lambda weight: gains[weight].mean, default=USUAL_WEIGHT))


def _ndcg(rows: Sequence[RatedPair], score: Score) -> float | None:
    return ndcg([score(row) for row in rows], [row.gain for row in rows])


def compare(pairs: Sequence[RatedPair], scale: FitScale, *, seed: int = 0) -> dict[str, Any]:
    """Each measure per job for the three judges, their means, and the gain over the judge in use with its interval."""
    judges: dict[str, Score] = {
        "without": lambda pair: pair.without,
        "in_use": lambda pair: pair.in_use,
        "adapter": scale.overall,
    }
    groups = by_job(pairs)
    report: dict[str, Any] = {"jobs": len(groups), "pairs": len(pairs), "measures": {}}
    for name, measure in MEASURES.items():
        table = {
            judge: [measure([score(row) for row in rows], [row.gain for row in rows]) for rows in groups.values()]
            for judge, score in judges.items()
        }
        report["measures"][name] = _summary(table, seed)
    return report


def _summary(table: dict[str, list[float | None]], seed: int) -> dict[str, Any]:
    """Means over the jobs that every judge could be measured on, how many of them are better and worse than with what
    is in use, and the paired gain of the adapter."""
    usable = [row for row in zip(table["without"], table["in_use"], table["adapter"], strict=True) if None not in row]
    if not usable:
        return {"jobs": 0}
    columns = list(zip(*usable, strict=True))
    means = {
        judge: round(sum(column) / len(column), 6)
        for judge, column in zip(("without", "in_use", "adapter"), columns, strict=True)
    }
    return {
        "jobs": len(usable),
        **means,
        "jobs_better": sum(after > before for before, after in zip(columns[1], columns[2], strict=True)),
        "jobs_worse": sum(after < before for before, after in zip(columns[1], columns[2], strict=True)),
        "gain_over_in_use": gain(columns[1], columns[2], seed).as_json(),
        "gain_over_base": gain(columns[0], columns[2], seed).as_json(),
    }


def gain(before: Sequence[float], after: Sequence[float], seed: int) -> Interval:
    """Mean paired difference over jobs with its bootstrap interval."""
    return bootstrap([b - a for a, b in zip(before, after, strict=True)], seed=seed)


def slices(pairs: Sequence[RatedPair], scale: FitScale) -> list[dict[str, Any]]:
    """NDCG@5 by kind of job: jobs, in use, with the adapter."""
    kinds: dict[str, list[list[RatedPair]]] = defaultdict(list)
    for rows in by_job(pairs).values():
        kinds[rows[0].kind or "other"].append(rows)
    report = []
    for kind, jobs in sorted(kinds.items()):
        now = [v for rows in jobs if (v := _ndcg(rows, lambda pair: pair.in_use)) is not None]
        new = [v for rows in jobs if (v := _ndcg(rows, scale.overall)) is not None]
        if now:
            report.append(
                {
                    "kind": kind,
                    "jobs": len(now),
                    "in_use": round(sum(now) / len(now), 4),
                    "adapter": round(sum(new) / len(new), 4),
                }
            )
    return report


def why_not_better(report: dict[str, Any], guard: dict[str, Any]) -> list[str]:
    """What speaks against the adapter, a sentence each; empty where NDCG@5 on held-out jobs rose with a lower bound
    above zero and both guards held."""
    measured = report["measures"]["ndcg_at_5"]
    reasons = []
    if not measured.get("jobs"):
        reasons.append("No held-out job has candidates with different ratings: nothing could be measured.")
    elif measured["gain_over_in_use"]["mean"] <= 0:
        gained = measured["gain_over_in_use"]
        reasons.append(f"The ranking of held-out jobs got no better: NDCG@5 changed by {gained['mean']:+.3f}.")
    elif measured["gain_over_in_use"]["low"] <= 0:
        gained = measured["gain_over_in_use"]
        reasons.append(
            f"The gain in NDCG@5 is {gained['mean']:+.3f} with a lower bound of {gained['low']:+.3f}: "
            "it could be chance. More feedback on more jobs narrows the interval."
        )
    return [*reasons, *guard["failed"]]
