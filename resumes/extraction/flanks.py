"""What one side of a gutter looks like: flush or ragged, dates, labels, bullets, rows in pairs. Shares are 0..1."""

import math
import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from statistics import median

from resumes.extraction.mending import BULLETS
from resumes.extraction.rows import Fragment, most_at_one_place

DATE = re.compile(
    r"\b(?:19|20)\d\d\b|\b(?:present|current|today|now|ongoing|aujourd'hui|heute|actualidad)\b|\b\d{1,2}/\d{2,4}\b",
    re.I,
)


def is_beside(fragment: Fragment, side: Sequence[Fragment]) -> bool:
    """Whether a line of the other side stands at the height of a fragment."""
    middle, reach = (fragment.y0 + fragment.y1) / 2, 0.4 * fragment.size
    return any(other.y0 - reach < middle < other.y1 + reach for other in side)


def heads(left: Sequence[Fragment]) -> list[Fragment]:
    """The first line of each label: labels may wrap."""
    heads: list[Fragment] = []
    before: Fragment | None = None
    for fragment in sorted(left, key=lambda fragment: fragment.y0):
        if before is None or fragment.baseline - before.baseline > 1.7 * fragment.size:
            heads.append(fragment)
        before = fragment
    return heads


def row_starts(side: Sequence[Fragment]) -> list[float]:
    """Where each row of a side starts."""
    starts: list[tuple[float, float]] = []
    for fragment in sorted(side, key=lambda fragment: (fragment.baseline, fragment.x0)):
        if starts and fragment.baseline - starts[-1][0] <= 0.3 * fragment.size:
            starts[-1] = (starts[-1][0], min(starts[-1][1], fragment.x0))
        else:
            starts.append((fragment.baseline, fragment.x0))
    return [x for _, x in starts]


def flush(edges: Sequence[float]) -> float:
    """The share of edges at the most usual place."""
    return most_at_one_place(edges, 2.5)[1] / len(edges)


def aligned(side: Sequence[Fragment]) -> bool:
    """Columns have an edge or a middle in common; gaps that happen to lie above each other have not."""
    bullets = [round(f.x0 / 3) for f in side if is_bulleted(f)]
    if bullets and len(set(bullets)) < len(bullets):
        return True
    starts = row_starts(side)
    middles = [(fragment.x0 + fragment.x1) / 2 for fragment in side]
    return max(flush(starts), flush([f.x1 for f in side]), flush(middles)) >= 0.3 and (
        len(set(map(round, starts))) <= max(2, 0.6 * len(starts)) or flush(middles) >= 0.5
    )


def paired(side: Sequence[Fragment], other: Sequence[Fragment]) -> float:
    """The share of fragments that stand on a line with one of the other side."""
    others = sorted((fragment.baseline, fragment.size) for fragment in other)
    count = 0
    for fragment in side:
        reach = 0.25 * fragment.size
        first = bisect_left(others, (fragment.baseline - reach, 0.0))
        last = bisect_right(others, (fragment.baseline + reach, math.inf))
        near = others[first:last]
        count += any(abs(fragment.baseline - y) <= 0.25 * min(fragment.size, size) for y, size in near)
    return count / len(side)


def is_date(fragment: Fragment) -> bool:
    """Whether a fragment is a date, or little more."""
    return len(fragment.text) < 40 and DATE.search(fragment.text) is not None


def dates(side: Sequence[Fragment]) -> float:
    """The share of fragments that are dates."""
    return sum(map(is_date, side)) / len(side)


def right_aligned(side: Sequence[Fragment]) -> bool:
    """Ends flush, starts ragged: set with a tab at the right margin."""
    starts = [fragment.x0 for fragment in side]
    return flush([f.x1 for f in side]) >= 0.8 and max(starts) - min(starts) > 12 and length(side) < 40


def sparse(side: Sequence[Fragment], other: Sequence[Fragment]) -> bool:
    """Short pieces beside some of the other side's lines only."""
    top, bottom = min(f.y0 for f in side), max(f.y1 for f in side)
    beside = [fragment for fragment in other if top <= (fragment.y0 + fragment.y1) / 2 <= bottom]
    return length(side) < 36 and len(row_starts(side)) < 0.75 * len(row_starts(beside))


def labels(left: Sequence[Fragment], right: Sequence[Fragment]) -> bool:
    """Short words at the left, fewer than the lines they stand beside."""
    return length(left) <= 24 and len(left) <= 0.7 * len(row_starts(right))


def bulleted(side: Sequence[Fragment]) -> bool:
    """Whether some line of a side begins with a bullet."""
    return any(map(is_bulleted, side))


def is_bulleted(fragment: Fragment) -> bool:
    """Whether a line begins with a bullet."""
    return fragment.text[0] in BULLETS


def length(side: Sequence[Fragment]) -> float:
    """Characters of a usual fragment."""
    return median(len(fragment.text) for fragment in side)
