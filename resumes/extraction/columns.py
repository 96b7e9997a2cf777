"""Reading order: fragments of a page to blocks that read from top to bottom without interleaving.

A recursive cut of the page (after Nagy and Seth's XY-cut): the tallest empty vertical strip that
has running text on both sides splits its stretch of the page into columns; what lies above and
below is cut again. A strip whose one side is only dates, places or labels belonging to the lines
beside them is no gutter: such rails are read with their lines.
"""

import math
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import merge
from itertools import pairwise
from statistics import median

from resumes.extraction.mending import BULLETS
from resumes.extraction.rows import Fragment, most_at_one_place

STEP = 3.0  # points between the strips tried
MIN_GUTTER = 7.0  # points
MAX_GUTTER = 40.0  # points: a wider one is no better
MIN_LINES = 3  # on each side of a gutter
MAX_DEPTH = 8
MAX_FRAGMENTS = 1000  # of a page: a full one has 250; more are letters strewn about, which have no columns
FEW_LINES = 3
RAIL_LENGTH = 26  # characters of a usual label beside a line
DATE = re.compile(
    r"\b(?:19|20)\d\d\b|\b(?:present|current|today|now|ongoing|aujourd'hui|heute|actualidad)\b|\b\d{1,2}/\d{2,4}\b",
    re.I,
)


@dataclass(slots=True)
class Cut:
    """A stretch of the page with an empty strip in it, and what lies above and below the stretch."""

    left: list[Fragment]
    right: list[Fragment]
    above: list[Fragment]
    below: list[Fragment]
    score: float
    bands: bool = False


def reading_blocks(fragments: list[Fragment], bars: Sequence[float] = ()) -> list[list[Fragment]]:
    """Blocks in reading order; the fragments of a block are to be read row by row.

    ``bars`` are the places of lines across the whole page: no column goes on below one.
    """
    return [fragments] if len(fragments) > MAX_FRAGMENTS else _cut(fragments, 0, bars)


def _cut(fragments: list[Fragment], depth: int, bars: Sequence[float]) -> list[list[Fragment]]:
    best = _best_cut(fragments, bars) if len(fragments) >= 2 * MIN_LINES and depth < MAX_DEPTH else None
    if best is None:
        return [fragments] if fragments else []
    blocks = _cut(best.above, depth + 1, bars)
    if best.bands:
        inner = _best_cut(best.right, bars)
        beside = {id(fragment) for fragment in inner.right} if inner and not inner.bands else set()
        for label, content in label_bands(best.left, best.right):
            # What stands in a column of its own beside each entry is read after it.
            first = [fragment for fragment in content if id(fragment) not in beside]
            second = [fragment for fragment in content if id(fragment) in beside]
            blocks += [label, *_cut(first, depth + 1, bars), *_cut(second, depth + 1, bars)]
    else:
        blocks += _cut(best.left, depth + 1, bars)
        blocks += _cut(best.right, depth + 1, bars)
    return [block for block in blocks if block] + _cut(best.below, depth + 1, bars)


def _best_cut(fragments: list[Fragment], bars: Sequence[float]) -> Cut | None:
    ordered = sorted(fragments, key=lambda fragment: fragment.y0)
    low = min(fragment.x0 for fragment in ordered)
    high = max(fragment.x1 for fragment in ordered)
    best: Cut | None = None
    tops = [fragment.y0 for fragment in ordered]
    barred = sorted({bisect_left(tops, bar) for bar in bars} - {0, len(ordered)})
    lefts, rights = sorted(fragment.x0 for fragment in ordered), sorted(fragment.x1 for fragment in ordered)
    tried = None
    x = low + STEP
    while x < high:
        # Strips between the same edges part the page alike.
        sides = bisect_right(rights, x), bisect_left(lefts, x)
        cuts = _cuts_at(ordered, x, barred, best.score if best else 0.0) if sides != tried else ()
        for cut in cuts:
            if best is not None and cut.score <= best.score:
                continue
            if is_gutter(cut.left, cut.right):
                best = cut
            elif is_label_rail(cut.left, cut.right):
                cut.bands = True
                best = cut
        tried = sides
        x += STEP
    return best


def _cuts_at(ordered: list[Fragment], x: float, barred: list[int], least: float) -> Iterator[Cut]:
    """The stretches in which nothing crosses ``x`` and both sides hold enough lines.

    ``barred``: the numbers of fragments before which a line crosses the page. What cannot score more than
    ``least`` is left out.
    """
    start = 0
    crossing = [(index, index + 1) for index, fragment in enumerate(ordered) if fragment.x0 < x < fragment.x1]
    for end, following in [*merge(crossing, zip(barred, barred, strict=True)), (len(ordered), 0)]:
        stretch = ordered[start:end]
        if len(stretch) >= MIN_LINES + 2 and _score(_extent(stretch), MAX_GUTTER, len(stretch)) > least:
            # Only text leads to text: the last lines above a bar belong to their column.
            sides = _sides(stretch, x, opened=start > 0, closed=following > end)
            cut = _measured(ordered, *sides, least=least)
            if cut is not None:
                yield cut
        start = max(start, following)


def _score(extent: float, gutter: float, count: int) -> float:
    """How good a strip is: of strips as tall, the one with more lines beside it, for ragged ends make shorter ones."""
    return extent + min(gutter, MAX_GUTTER) + 0.2 * count


def _sides(stretch: list[Fragment], x: float, *, opened: bool, closed: bool) -> tuple[list[Fragment], list[Fragment]]:
    """What is left and right of ``x``.

    A few lines at an end of the stretch with nothing beside them belong to the full-width text they
    lead to (a heading, mostly), not to the column; ``opened`` and ``closed`` say that there is such text.
    """
    left = [fragment for fragment in stretch if fragment.x1 <= x]
    right = [fragment for fragment in stretch if fragment.x0 >= x]
    if not left or not right:
        return left, right
    first = max(min(f.y0 for f in left), min(f.y0 for f in right))
    last = min(max(f.y1 for f in left), max(f.y1 for f in right))
    before = [fragment for fragment in stretch if fragment.y1 <= first]
    after = [fragment for fragment in stretch if fragment.y0 >= last]
    outside: set[int] = set()
    if opened and len(before) <= FEW_LINES:
        outside |= {id(fragment) for fragment in before}
    if closed:
        usual = median([fragment.size for fragment in stretch])
        heads = [] if len(after) <= FEW_LINES else [f.y0 for f in after if _is_head(f, usual)]
        top = min(heads, default=float("-inf" if len(after) <= FEW_LINES else "inf"))
        outside |= {id(fragment) for fragment in after if fragment.y0 >= top}
    return [f for f in left if id(f) not in outside], [f for f in right if id(f) not in outside]


def _is_head(fragment: Fragment, usual: float) -> bool:
    """Whether a fragment is set as a heading among others of the ``usual`` size."""
    return fragment.size >= 1.12 * usual or (fragment.bold and fragment.text.isupper())


def _measured(ordered: list[Fragment], left: list[Fragment], right: list[Fragment], *, least: float) -> Cut | None:
    if len(left) < 2 or len(right) < 2 or len(left) + len(right) < MIN_LINES + 2:
        return None
    gutter = min(fragment.x0 for fragment in right) - max(fragment.x1 for fragment in left)
    if gutter < MIN_GUTTER:
        return None
    score = _score(min(_extent(left), _extent(right)), gutter, len(left) + len(right))
    if score <= least:
        return None
    inside = {id(fragment) for fragment in (*left, *right)}
    top = min(fragment.y0 for fragment in (*left, *right))
    outside = [fragment for fragment in ordered if id(fragment) not in inside]
    above = [fragment for fragment in outside if fragment.y0 < top]
    below = [fragment for fragment in outside if fragment.y0 >= top]
    return Cut(left, right, above, below, score)


def _extent(side: list[Fragment]) -> float:
    return max(fragment.y1 for fragment in side) - min(fragment.y0 for fragment in side)


def is_gutter(left: Sequence[Fragment], right: Sequence[Fragment]) -> bool:
    """Whether the two sides are columns of their own and not a rail beside its lines, or a table."""
    if min(len(left), len(right)) < MIN_LINES or not _aligned(right):
        return False
    if _headed(left, right):
        return True
    left, right = _beside(left, right), _beside(right, left)
    left_paired, right_paired = _paired(left, right), _paired(right, left)
    if right_paired >= 0.8 and (_dates(right) >= 0.5 or _right_aligned(right) or _sparse(right, left)):
        return False
    if min(left_paired, right_paired) >= 0.8 and _right_aligned(left):
        return False
    if left_paired >= 0.7 and (_dates(left) >= 0.5 or _labels(left, right)):
        return False
    if _marks(left, right) or _rail_under_headings(left, right) or _dates_between(left, right):
        return False
    if _label_rows(left, right):
        return False
    # A table of short cells reads row by row, unless its cells are lists.
    table = min(left_paired, right_paired) >= 0.8 and max(_length(left), _length(right)) < 22
    return not table or _bulleted(left) or _bulleted(right)


def _headed(left: Sequence[Fragment], right: Sequence[Fragment]) -> bool:
    """Lists beside each other, each below a heading that is set larger: "Skills", "Licences", "Interests"."""
    rows = [sorted(side, key=lambda fragment: fragment.baseline) for side in (left, right)]
    tops = [[f for f in side if f.baseline - side[0].baseline <= 0.3 * f.size] for side in rows]
    heads, texts = [*tops[0], *tops[1]], [f for side, top in zip(rows, tops, strict=True) for f in side[len(top) :]]
    if not texts or abs(rows[0][0].baseline - rows[1][0].baseline) > 0.3 * rows[0][0].size:
        return False
    largest = max(fragment.size for fragment in texts)
    return all(head.size >= 1.12 * largest and len(head.text) <= RAIL_LENGTH for head in heads)


def _marks(left: Sequence[Fragment], right: Sequence[Fragment]) -> bool:
    """Dates and labels with a colon, each beside its text; headings may stand between them."""
    beside = [fragment for fragment in left if _paired([fragment], right)]
    marks = sum(len(f.text) < 40 and (bool(DATE.search(f.text)) or f.text.endswith(":")) for f in beside)
    return len(beside) >= 0.55 * len(left) and marks >= 0.6 * len(beside)


def _label_rows(left: Sequence[Fragment], right: Sequence[Fragment]) -> bool:
    """A short label beside each line of the right: "Computing", "Languages", and what is said of each.

    Words that merely stand beside a paragraph are none: its lines go on in small letters.
    """
    if min(_paired(left, right), _paired(right, left)) < 1.0 or len(left) != len(right):
        return False
    labels = all(fragment.text.replace(" ", "").strip(":/&-().").isalpha() for fragment in left)
    if not labels or _length(left) > 24 or _length(left) >= _length(right) or _bulleted(left) or _bulleted(right):
        return False
    return 4 * sum(fragment.text[:1].islower() for fragment in right) <= len(right)


def _rail_under_headings(left: Sequence[Fragment], right: Sequence[Fragment]) -> bool:
    """Short words each beside a line of the right, and between them only headings, with nothing beside them.

    A sidebar has headings too, but they stand beside any line of the text.
    """
    alone = [fragment for fragment in left if not _paired([fragment], right)]
    beside = [fragment for fragment in left if _paired([fragment], right)]
    if not alone or len(beside) < 2 or _length(beside) > RAIL_LENGTH:
        return False
    usual = median(fragment.size for fragment in beside)
    bold = 2 * sum(fragment.bold for fragment in beside) > len(beside)

    def heads(fragment: Fragment) -> bool:
        return fragment.size >= 1.12 * usual or (fragment.bold and not bold) or fragment.text.isupper()

    return all(map(heads, alone)) and 4 * sum(map(heads, beside)) < len(beside)


def _dates_between(left: Sequence[Fragment], right: Sequence[Fragment]) -> bool:
    """Whether the right begins with dates that belong to the lines of the left: its own column is farther right."""
    dates = [fragment for fragment in right if DATE.search(fragment.text) and len(fragment.text) < 40]
    others = [fragment for fragment in right if not any(fragment is date for date in dates)]
    if len(dates) < 2 or len(others) < MIN_LINES or _paired(dates, left) < 0.8:
        return False
    return max(date.x1 for date in dates) + MIN_GUTTER < min(other.x0 for other in others)


def _beside(side: Sequence[Fragment], other: Sequence[Fragment]) -> Sequence[Fragment]:
    """The fragments of a side that have the other side beside them: what leads to them says nothing about it."""
    top, bottom = min(f.y0 for f in other), max(f.y1 for f in other)
    beside = [fragment for fragment in side if fragment.y1 > top and fragment.y0 < bottom]
    return beside if len(beside) >= MIN_LINES else side


def is_label_rail(left: Sequence[Fragment], right: Sequence[Fragment]) -> bool:
    """Short words flush at the left, each beside the first of the lines they name."""
    rows = _row_starts(right)
    if not _labels(left, right) or len(rows) < 3 or _dates(right) >= 0.5:
        return False
    return _flush([f.x0 for f in left]) >= 0.8 and _flush(rows) >= 0.5 and _paired(_heads(left), right) >= 0.8


def label_bands(left: list[Fragment], right: list[Fragment]) -> list[tuple[list[Fragment], list[Fragment]]]:
    """Each label with the lines beside and below it, down to the next label."""
    heads = _heads(left)
    edges = [head.y0 - 0.3 * head.size for head in heads]
    edges[0] = float("-inf")
    edges.append(float("inf"))
    bands = []
    for top, bottom in pairwise(edges):
        label = [fragment for fragment in left if top <= fragment.y0 < bottom]
        content = [fragment for fragment in right if top <= fragment.y0 < bottom]
        bands.append((label, content))
    return bands


def _heads(left: Sequence[Fragment]) -> list[Fragment]:
    """The first line of each label: labels may wrap."""
    heads: list[Fragment] = []
    before: Fragment | None = None
    for fragment in sorted(left, key=lambda fragment: fragment.y0):
        if before is None or fragment.baseline - before.baseline > 1.7 * fragment.size:
            heads.append(fragment)
        before = fragment
    return heads


def _row_starts(side: Sequence[Fragment]) -> list[float]:
    """Where each row of a side starts."""
    starts: list[tuple[float, float]] = []
    for fragment in sorted(side, key=lambda fragment: (fragment.baseline, fragment.x0)):
        if starts and fragment.baseline - starts[-1][0] <= 0.3 * fragment.size:
            starts[-1] = (starts[-1][0], min(starts[-1][1], fragment.x0))
        else:
            starts.append((fragment.baseline, fragment.x0))
    return [x for _, x in starts]


def _flush(edges: Sequence[float]) -> float:
    """The share of edges at the most usual place."""
    return most_at_one_place(edges, 2.5)[1] / len(edges)


def _aligned(side: Sequence[Fragment]) -> bool:
    """Columns have an edge or a middle in common; gaps that happen to lie above each other have not."""
    bullets = [round(f.x0 / 3) for f in side if _is_bulleted(f)]
    if bullets and len(set(bullets)) < len(bullets):
        return True
    starts = _row_starts(side)
    middles = [(fragment.x0 + fragment.x1) / 2 for fragment in side]
    return max(_flush(starts), _flush([f.x1 for f in side]), _flush(middles)) >= 0.3 and (
        len(set(map(round, starts))) <= max(2, 0.6 * len(starts)) or _flush(middles) >= 0.5
    )


def _paired(side: Sequence[Fragment], other: Sequence[Fragment]) -> float:
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


def _dates(side: Sequence[Fragment]) -> float:
    return sum(bool(DATE.search(fragment.text)) and len(fragment.text) < 40 for fragment in side) / len(side)


def _right_aligned(side: Sequence[Fragment]) -> bool:
    """Ends flush, starts ragged: set with a tab at the right margin."""
    starts = [fragment.x0 for fragment in side]
    return _flush([f.x1 for f in side]) >= 0.8 and max(starts) - min(starts) > 12 and _length(side) < 40


def _sparse(side: Sequence[Fragment], other: Sequence[Fragment]) -> bool:
    """Short pieces beside some of the other side's lines only."""
    top, bottom = min(f.y0 for f in side), max(f.y1 for f in side)
    beside = sum(top <= (fragment.y0 + fragment.y1) / 2 <= bottom for fragment in other)
    return _length(side) < 36 and len(_row_starts(side)) < 0.75 * beside


def _labels(left: Sequence[Fragment], right: Sequence[Fragment]) -> bool:
    """Short words at the left, fewer than the lines they stand beside."""
    return _length(left) <= 24 and len(left) <= 0.7 * len(_row_starts(right))


def _bulleted(side: Sequence[Fragment]) -> bool:
    return any(map(_is_bulleted, side))


def _is_bulleted(fragment: Fragment) -> bool:
    return fragment.text[0] in BULLETS


def _length(side: Sequence[Fragment]) -> float:
    """Characters of a usual fragment."""
    return median(len(fragment.text) for fragment in side)
