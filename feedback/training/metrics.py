"""How good a ranking is: NDCG, pair accuracy, rank correlation, and a bootstrap over jobs.

Pure functions over plain lists. A *ranking* is given by the scores a model gives to the candidates
of one job; the *gains* are what a person said of the same candidates, in the same order.
"""

import math
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass


def ndcg(scores: Sequence[float], gains: Sequence[float], k: int = 5) -> float | None:
    """Normalised discounted cumulative gain of the best ``k`` by score, 0..1.

    Exponential gains and log2 discounts (Burges et al., 2005). Candidates with equal scores keep the
    order they were given in, so hand them over in an order that does not depend on the gains.
    None where no candidate has a positive gain: such a job says nothing about a ranking.
    """
    _same_length(scores, gains)
    order = sorted(range(len(scores)), key=lambda i: -scores[i])
    best = _dcg(sorted(gains, reverse=True)[:k])
    return _dcg([gains[i] for i in order[:k]]) / best if best > 0 else None


def _dcg(gains: Sequence[float]) -> float:
    return sum((2**gain - 1) / math.log2(rank + 2) for rank, gain in enumerate(gains))


def pair_accuracy(scores: Sequence[float], gains: Sequence[float]) -> float | None:
    """Share of candidate pairs with different gains that the scores put in the right order.

    Equal scores count one half. None where all gains are equal.
    """
    _same_length(scores, gains)
    right = total = 0.0
    for i in range(len(scores)):
        for j in range(i):
            if gains[i] == gains[j]:
                continue
            total += 1
            difference = (scores[i] - scores[j]) * (1 if gains[i] > gains[j] else -1)
            right += 1.0 if difference > 0 else 0.5 if difference == 0 else 0.0
    return right / total if total else None


def spearman(scores: Sequence[float], gains: Sequence[float]) -> float | None:
    """Spearman's rank correlation with mean ranks for ties; None where one side is constant."""
    _same_length(scores, gains)
    x, y = _mean_ranks(scores), _mean_ranks(gains)
    n = len(x)
    if n < 2:
        return None
    mean_x, mean_y = sum(x) / n, sum(y) / n
    covariance = sum((a - mean_x) * (b - mean_y) for a, b in zip(x, y, strict=True))
    spread = math.sqrt(sum((a - mean_x) ** 2 for a in x) * sum((b - mean_y) ** 2 for b in y))
    return covariance / spread if spread else None


def _mean_ranks(values: Sequence[float]) -> list[float]:
    """Rank of each value from 1, equal values sharing the mean of their ranks."""
    order = sorted(range(len(values)), key=lambda i: values[i])
    ranks = [0.0] * len(values)
    start = 0
    while start < len(order):
        end = start
        while end + 1 < len(order) and values[order[end + 1]] == values[order[start]]:
            end += 1
        for position in range(start, end + 1):
            ranks[order[position]] = (start + end) / 2 + 1
        start = end + 1
    return ranks


def _same_length(scores: Sequence[float], gains: Sequence[float]) -> None:
    if len(scores) != len(gains):
        raise ValueError(f"{len(scores)} scores for {len(gains)} gains")


@dataclass(frozen=True, slots=True)
class Interval:
    """A mean with the bounds of its bootstrap interval."""

    mean: float
    low: float
    high: float

    def as_json(self) -> dict[str, float]:
        """Rounded to six places."""
        return {"mean": round(self.mean, 6), "low": round(self.low, 6), "high": round(self.high, 6)}


def bootstrap(values: Sequence[float], *, seed: int = 0, rounds: int = 2000, level: float = 0.95) -> Interval:
    """Percentile bootstrap of the mean over jobs (Efron, 1979). Raises ValueError on no values."""
    if not values:
        raise ValueError("nothing to resample: no job has both ratings and candidates")
    chance = random.Random(seed)
    n = len(values)
    means = sorted(sum(chance.choices(values, k=n)) / n for _ in range(rounds))
    tail = (1 - level) / 2
    return Interval(sum(values) / n, means[int(tail * rounds)], means[min(rounds - 1, int((1 - tail) * rounds))])


WELL_RATED = 3.0  # gain of a mean rating of four stars


def well_rated_first(scores: Sequence[float], gains: Sequence[float], k: int = 5) -> float | None:
    """How many of the best ``k`` by score people rated four stars or more, equal scores as ``ndcg`` orders them.

    None where nobody was rated so: such a job has nobody to bring to the top.
    """
    _same_length(scores, gains)
    if max(gains, default=0.0) < WELL_RATED:
        return None
    order = sorted(range(len(scores)), key=lambda i: -scores[i])
    return float(sum(gains[i] >= WELL_RATED for i in order[:k]))


Measure = Callable[[Sequence[float], Sequence[float]], float | None]

MEASURES: dict[str, Measure] = {
    "ndcg_at_5": ndcg,
    "pair_accuracy": pair_accuracy,
    "spearman": spearman,
    "well_rated_in_5": well_rated_first,
}
