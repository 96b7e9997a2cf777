"""Reading order: fragments of a page to blocks that read from top to bottom without interleaving.

A recursive cut of the page (after Nagy and Seth's XY-cut): the tallest empty vertical strip that
has running text on both sides splits its stretch of the page into columns; what lies above and
below is cut again. A strip whose one side is only dates, places or labels belonging to the lines
beside them is no gutter: such rails are read with their lines.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean, median

from resumes.extraction.rows import BULLET, Fragment

STEP = 3.0  # points between the strips tried
MIN_GUTTER = 7.0  # points
MIN_LINES = 3  # on each side of a gutter
SHORT = 6  # lines: a stretch with fewer beside fewer than twice as many is a grid, read row by row
MAX_DEPTH = 8
DATE = re.compile(
    r"\b(?:19|20)\d\d\b|\b(?:present|current|today|now|ongoing|aujourd'hui|heute|actualidad)\b|\b\d{1,2}/\d{2,4}\b",
    re.I,
)


@dataclass(slots=True)
class Cut:
    """A gutter: the strip at ``x`` is empty between the tops ``first`` and ``last``."""

    left: list[Fragment]
    right: list[Fragment]
    above: list[Fragment]
    below: list[Fragment]
    score: float


def reading_blocks(fragments: list[Fragment]) -> list[list[Fragment]]:
    """Blocks in reading order; the fragments of a block are to be read row by row."""
    return _cut(fragments, 0)


def _cut(fragments: list[Fragment], depth: int) -> list[list[Fragment]]:
    if len(fragments) < 2 * MIN_LINES or depth >= MAX_DEPTH:
        return [fragments] if fragments else []
    best = _best_cut(fragments)
    if best is None:
        return [fragments]
    blocks = _cut(best.above, depth + 1)
    blocks += _cut(best.left, depth + 1)
    blocks += _cut(best.right, depth + 1)
    return blocks + _cut(best.below, depth + 1)


def _best_cut(fragments: list[Fragment]) -> Cut | None:
    ordered = sorted(fragments, key=lambda fragment: fragment.y0)
    low = min(fragment.x0 for fragment in ordered)
    high = max(fragment.x1 for fragment in ordered)
    best: Cut | None = None
    x = low + STEP
    while x < high:
        for cut in _cuts_at(ordered, x):
            if (best is None or cut.score > best.score) and is_gutter(cut.left, cut.right):
                best = cut
        x += STEP
    return best


def _cuts_at(ordered: list[Fragment], x: float) -> list[Cut]:
    """The stretches in which nothing crosses ``x`` and both sides hold enough lines."""
    cuts = []
    start = 0
    crossing = [index for index, fragment in enumerate(ordered) if fragment.x0 < x < fragment.x1]
    for end in [*crossing, len(ordered)]:
        stretch = ordered[start:end]
        left = [fragment for fragment in stretch if fragment.x1 <= x]
        right = [fragment for fragment in stretch if fragment.x0 >= x]
        if len(left) >= MIN_LINES and len(right) >= MIN_LINES:
            cut = _clean_cut(ordered, stretch, left, right)
            if cut is not None:
                cuts.append(cut)
        start = end + 1
    return cuts


def _clean_cut(
    ordered: list[Fragment], stretch: list[Fragment], left: list[Fragment], right: list[Fragment]
) -> Cut | None:
    """The cut with its ends trimmed to where both sides stand beside each other."""
    gutter = min(fragment.x0 for fragment in right) - max(fragment.x1 for fragment in left)
    if gutter < MIN_GUTTER:
        return None
    tail = _tail(left, right) if any(fragment.y0 > max(f.y0 for f in stretch) for fragment in ordered) else []
    if tail:
        left = [fragment for fragment in left if fragment not in tail]
        stretch = [fragment for fragment in stretch if fragment not in tail]
        if len(left) < MIN_LINES:
            return None
    inside = {id(fragment) for fragment in stretch}
    top = min(fragment.y0 for fragment in stretch)
    outside = [fragment for fragment in ordered if id(fragment) not in inside]
    above = [fragment for fragment in outside if fragment.y0 < top]
    below = [fragment for fragment in outside if fragment.y0 >= top]
    height = min(_extent(left), _extent(right))
    return Cut(left, right, above, below, score=height + min(gutter, 40.0))


def _tail(left: list[Fragment], right: list[Fragment]) -> list[Fragment]:
    """The last line at the left if it stands alone below the right side: a heading of what follows."""
    bottom = max(fragment.y1 for fragment in right)
    lower = [fragment for fragment in left if fragment.y0 > bottom]
    return lower if _rows(lower) == 1 else []


def _extent(side: list[Fragment]) -> float:
    return max(fragment.y1 for fragment in side) - min(fragment.y0 for fragment in side)


def is_gutter(left: Sequence[Fragment], right: Sequence[Fragment]) -> bool:
    """Whether the two sides are columns of their own and not a rail beside its lines, or a table."""
    left_paired, right_paired = _paired(left, right), _paired(right, left)
    fewer, more = sorted((_rows(left), _rows(right)))
    if fewer < SHORT and more < 2 * SHORT and not _listed(right):
        return False
    if right_paired >= 0.8 and (_dates(right) >= 0.5 or _right_aligned(right)):
        return False
    if left_paired >= 0.7 and (_dates(left) >= 0.5 or _labels(left, right)):
        return False
    # A table of short cells reads row by row.
    return not (min(left_paired, right_paired) >= 0.85 and max(_length(left), _length(right)) < 22)


def _paired(side: Sequence[Fragment], other: Sequence[Fragment]) -> float:
    """The share of fragments that stand on a line with one of the other side."""
    count = sum(any(abs(a.baseline - b.baseline) <= 0.25 * min(a.size, b.size) for b in other) for a in side)
    return count / len(side)


def _rows(side: Sequence[Fragment]) -> int:
    """Lines of a side: fragments on one baseline count once."""
    return len({round(fragment.baseline / 3) for fragment in side})


def _listed(side: Sequence[Fragment]) -> bool:
    """Whether a side is a list with marks of its own."""
    return sum(bool(BULLET.match(fragment.words[0].text)) for fragment in side) >= 2


def _dates(side: Sequence[Fragment]) -> float:
    return sum(bool(DATE.search(fragment.text)) and len(fragment.text) < 40 for fragment in side) / len(side)


def _right_aligned(side: Sequence[Fragment]) -> bool:
    """Ends flush, starts ragged: set with a tab at the right margin."""
    ends = [fragment.x1 for fragment in side]
    starts = [fragment.x0 for fragment in side]
    typical = median(ends)
    flush = sum(abs(end - typical) < 2.5 for end in ends) / len(ends)
    return flush >= 0.8 and max(starts) - min(starts) > 12 and _length(side) < 40


def _labels(left: Sequence[Fragment], right: Sequence[Fragment]) -> bool:
    """Short words at the left, fewer than the lines they stand beside."""
    return _length(left) <= 24 and len(left) <= 0.7 * len(right)


def _length(side: Sequence[Fragment]) -> float:
    return fmean(len(fragment.text) for fragment in side)
