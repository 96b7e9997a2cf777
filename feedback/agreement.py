"""How far reviewers of the same thing agree. Pure: ratings in, figures out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations


@dataclass(frozen=True, slots=True)
class Agreement:
    """Agreement over every thing that at least two people rated.

    ``alpha`` is Krippendorff's alpha with the interval metric: 1 is perfect, 0 is chance, below 0 is worse than
    chance; None where nothing was rated twice. It is 1 where everybody gave one and the same rating everywhere,
    though the formula leaves that case open. ``same`` is the share of pairs of ratings that are equal, ``close``
    of those at most one star apart.
    """

    units: int
    pairs: int
    alpha: float | None
    same: float | None
    close: float | None

    def as_json(self) -> dict[str, float | int | None]:
        """The figures, rounded to four places."""

        def rounded(value: float | None) -> float | None:
            return None if value is None else round(value, 4)

        return {
            "units": self.units,
            "pairs": self.pairs,
            "krippendorff_alpha": rounded(self.alpha),
            "same_rating": rounded(self.same),
            "within_one": rounded(self.close),
        }


def agreement(units: Iterable[Sequence[int]]) -> Agreement:
    """Agreement over units, each the ratings (1..5) of different people on one thing.

    Method: K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), interval metric. Ratings are
    counted, not kept, so that memory does not grow with the number of units.
    """
    rated = pairs = equal = close = 0
    observed = 0.0
    counts: dict[int, int] = {}
    for ratings in units:
        if len(ratings) < 2:
            continue
        rated += 1
        differences = [abs(a - b) for a, b in combinations(ratings, 2)]
        pairs += len(differences)
        equal += differences.count(0)
        close += sum(difference <= 1 for difference in differences)
        observed += 2 * sum(difference**2 for difference in differences) / (len(ratings) - 1)
        for rating in ratings:
            counts[rating] = counts.get(rating, 0) + 1
    if not pairs:
        return Agreement(0, 0, None, None, None)
    total = sum(counts.values())
    expected = 2 * sum(counts[a] * counts[b] * (a - b) ** 2 for a, b in combinations(counts, 2)) / (total - 1)
    alpha = 1.0 if expected == 0 else 1 - observed / expected
    return Agreement(rated, pairs, alpha, equal / pairs, close / pairs)
