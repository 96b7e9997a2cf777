"""Reading order: fragments of a page to blocks that read from top to bottom without interleaving.

A recursive cut of the page (after Nagy and Seth's XY-cut): the tallest empty vertical strip that
has running text on both sides splits its stretch of the page into columns; what lies above and
below is cut again. A strip whose one side is only dates, places or labels belonging to the lines
beside them is no gutter: such rails are read with their lines.
"""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import merge
from itertools import chain, pairwise
from statistics import median

from resumes.extraction import flanks
from resumes.extraction.headed import are_headed, are_side_heads, heads_over_grid, is_head, rows_of_heads
from resumes.extraction.rows import Fragment, most_at_one_place

STEP = 3.0  # points between the strips tried
MIN_GUTTER = 7.0  # points
MAX_GUTTER = 40.0  # points: a wider one is no better
MIN_LINES = 3  # on each side of a gutter
MAX_DEPTH = 8
MAX_FRAGMENTS = 1000  # of a page: a full one has 250; more are letters strewn about, which have no columns
FEW_LINES = 3
RAIL_LENGTH = 26  # characters of a usual label beside a line
LONGEST_SHORTHAND = 4  # characters: longer words in capitals are headings, "EDV" is a label


Band = tuple[list[Fragment], list[Fragment]]  # a label, and what stands beside and below it


@dataclass(slots=True)
class Cut:
    """A stretch of the page with an empty strip in it, and what lies above and below the stretch."""

    left: list[Fragment]
    right: list[Fragment]
    above: list[Fragment]
    below: list[Fragment]
    score: float
    bands: list[Band] | None = None  # set where the left only labels what is beside it


def reading_blocks(fragments: list[Fragment], bars: Sequence[float] = ()) -> list[list[Fragment]]:
    """Blocks in reading order; the fragments of a block are to be read row by row.

    ``bars`` are the places of lines across the whole page: no column goes on below one.
    """
    if len(fragments) > MAX_FRAGMENTS or not fragments:
        return [fragments] if fragments else []
    return _cut(fragments, 0, bars, _centred_heads(fragments))


def _cut(fragments: list[Fragment], depth: int, bars: Sequence[float], heads: set[int]) -> list[list[Fragment]]:
    best = _best_cut(fragments, bars, heads) if len(fragments) >= 2 * MIN_LINES and depth < MAX_DEPTH else None
    if best is None:
        return [fragments] if fragments else []
    blocks = _cut(best.above, depth + 1, bars, heads)
    if best.bands:
        inner = _best_cut(best.right, bars, heads)
        beside = {id(fragment) for fragment in inner.right} if inner and not inner.bands else set()
        for label, content in best.bands:
            # What stands in a column of its own beside each entry is read after it.
            first = [fragment for fragment in content if id(fragment) not in beside]
            second = [fragment for fragment in content if id(fragment) in beside]
            blocks += [label, *_cut(first, depth + 1, bars, heads), *_cut(second, depth + 1, bars, heads)]
    else:
        blocks += _cut(best.left, depth + 1, bars, heads)
        blocks += _cut(best.right, depth + 1, bars, heads)
    return [block for block in blocks if block] + _cut(best.below, depth + 1, bars, heads)


def _best_cut(fragments: list[Fragment], bars: Sequence[float], heads: set[int]) -> Cut | None:
    ordered = sorted(fragments, key=lambda fragment: fragment.y0)
    low = min(fragment.x0 for fragment in ordered)
    high = max(fragment.x1 for fragment in ordered)
    best: Cut | None = None
    tops = [fragment.y0 for fragment in ordered]
    barred = sorted({bisect_left(tops, bar) for bar in bars} - {0, len(ordered)})
    headed = sorted({*barred, *rows_of_heads(ordered)})
    lefts, rights = sorted(fragment.x0 for fragment in ordered), sorted(fragment.x1 for fragment in ordered)
    tried = None
    x = low + STEP
    while x < high:
        # Strips between the same edges part the page alike.
        sides = bisect_right(rights, x), bisect_left(lefts, x)
        least = best.score - MAX_GUTTER if best else 0.0
        cuts = _cuts_at(ordered, x, barred, heads, least) if sides != tried else ()
        below_heads = _cuts_at(ordered, x, headed, heads, least) if cuts and headed != barred else ()
        for cut in chain(cuts, below_heads):
            if best is not None and cut.score <= best.score and not _holds_more(cut, best):
                continue
            if _ends_between(cut.left, cut.right):
                continue
            if sum(map(flanks.is_date, cut.left)) >= 2:
                cut.bands = stacked_bands(cut.left, cut.right) or centred_bands(cut.left, cut.right)
            elif sum(map(flanks.is_date, cut.right)) >= 2:
                cut.bands = bands_stacked_right(cut.left, cut.right)
            if cut.bands or is_gutter(cut.left, cut.right):
                best = cut
            elif is_label_rail(cut.left, cut.right):
                cut.bands = label_bands(cut.left, cut.right)
                best = cut
        tried = sides
        x += STEP
    over = heads_over_grid(best.left, best.right) - heads if best is not None and not best.bands else None
    return _best_cut(fragments, bars, heads | over) if over else best


def _without_row_of(ordered: list[Fragment], start: int, end: int, *, closed: bool) -> list[Fragment]:
    """The stretch, less what stands on one line with the fragment that crosses the strip above it or below it."""
    first, last = start, end
    if start:
        while first < last and _on_one_line(ordered[start - 1], ordered[first]):
            first += 1
    if closed and end < len(ordered):
        while first < last and _on_one_line(ordered[end], ordered[last - 1]):
            last -= 1
    return ordered[first:last]


def _on_one_line(one: Fragment, other: Fragment) -> bool:
    return abs(one.baseline - other.baseline) < 0.1 * min(one.size, other.size)


def _holds_more(cut: Cut, other: Cut) -> bool:
    """Whether a cut parts all that the other does and more: a narrower strip that no line of a column crosses."""
    if len(cut.left) < len(other.left) or len(cut.right) != len(other.right) or other.bands:
        return False
    more = {id(fragment) for fragment in cut.left}
    if len(more) == len(other.left) or cut.right[0] is not other.right[0]:
        return False
    known = {id(fragment) for fragment in other.left}
    bottom = max(fragment.y0 for fragment in other.left)
    below = [fragment for fragment in cut.left if fragment.y0 > bottom]
    # What a heading leads to is no part of the column above it.
    return known <= more and bool(below) and not is_head(below[0], median([f.size for f in cut.left]))


def _cuts_at(ordered: list[Fragment], x: float, barred: list[int], heads: set[int], least: float) -> Iterator[Cut]:
    """The stretches in which nothing crosses ``x`` and both sides hold enough lines.

    ``barred``: the numbers of fragments before which a line crosses the page. What cannot score more than
    ``least`` is left out.
    """
    start = 0
    crossing = [
        (index, index + 1)
        for index, fragment in enumerate(ordered)
        if fragment.x0 < x < fragment.x1 or id(fragment) in heads
    ]
    for end, following in [*merge(crossing, zip(barred, barred, strict=True)), (len(ordered), 0)]:
        stretch = _without_row_of(ordered, start, end, closed=following > end)
        if following == end and len(stretch) > MIN_LINES + 2 and _is_head_above_bar(stretch):
            stretch = stretch[:-1]
        if len(stretch) >= MIN_LINES + 2 and _score(_extent(stretch), MAX_GUTTER, len(stretch)) > least:
            # Only text leads to text: the last lines above a bar belong to their column.
            sides = _sides(stretch, x, opened=start > 0, closed=following > end)
            cut = _measured(ordered, *sides, least=least)
            if cut is not None:
                yield cut
        start = max(start, following)


def _centred_heads(fragments: list[Fragment]) -> set[int]:
    """The ids of headings alone on their lines and centred on the page: they lead to all columns below them.

    What is centred has its middle where others have theirs, and that near the middle of the page.
    """
    ordered = sorted(fragments, key=lambda fragment: fragment.y0)
    low, high = min(fragment.x0 for fragment in ordered), max(fragment.x1 for fragment in ordered)
    usual = median([fragment.size for fragment in ordered])
    alone: list[tuple[float, Fragment]] = []
    for number, fragment in enumerate(ordered):
        middle = (fragment.x0 + fragment.x1) / 2
        if abs(middle - (low + high) / 2) > 0.04 * (high - low) or not is_head(fragment, usual):
            continue
        near = ordered[max(0, number - 8) : number] + ordered[number + 1 : number + 9]
        if all(other.y1 <= fragment.y0 + 1 or other.y0 >= fragment.y1 - 1 for other in near):
            alone.append((middle, fragment))
    return {
        id(fragment)
        for middle, fragment in alone
        if any(abs(at - middle) < 2 and abs(other.x0 - fragment.x0) > 3 for at, other in alone)
    }


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
    outside = {id(fragment) for fragment in before} if opened and len(before) <= FEW_LINES else set()
    if closed:
        usual = median([fragment.size for fragment in stretch])
        heads = [] if len(after) <= FEW_LINES else [f.y0 for f in after if is_head(f, usual)]
        top = min(heads, default=float("-inf" if len(after) <= FEW_LINES else "inf"))
        outside |= {id(fragment) for fragment in after if fragment.y0 >= top}
    return [f for f in left if id(f) not in outside], [f for f in right if id(f) not in outside]


def _is_head_above_bar(stretch: list[Fragment]) -> bool:
    """Whether a heading with nothing beside it ends the stretch: the bar below it underlines it."""
    last = stretch[-1]
    alone = all(other.y1 <= last.y0 for other in stretch[:-1])
    return alone and is_head(last, median([fragment.size for fragment in stretch]))


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
    return Cut(left, right, above, [fragment for fragment in outside if fragment.y0 >= top], score)


def _extent(side: list[Fragment]) -> float:
    return max(fragment.y1 for fragment in side) - min(fragment.y0 for fragment in side)


def is_gutter(left: Sequence[Fragment], right: Sequence[Fragment]) -> bool:
    """Whether the two sides are columns of their own and not a rail beside its lines, or a table."""
    if min(len(left), len(right)) < MIN_LINES or not flanks.aligned(right):
        return False
    if are_headed(left, right):
        return True
    if _only_dates_beside(left, right) or _dates_above_column(left, right):
        return False
    left, right = _beside(left, right), _beside(right, left)
    left_paired, right_paired = flanks.paired(left, right), flanks.paired(right, left)
    if right_paired >= 0.8 and (
        flanks.dates(right) >= 0.5 or flanks.right_aligned(right) or flanks.sparse(right, left)
    ):
        return False
    if min(left_paired, right_paired) >= 0.8 and flanks.right_aligned(left):
        return False
    if left_paired >= 0.7 and (flanks.dates(left) >= 0.5 or flanks.labels(left, right)):
        return False
    if are_side_heads(left, right):
        return False
    if _marks(left, right) or (_rail_under_headings(left, right) and not _entries_beside(left, right)):
        return False
    if _dates_between(left, right):
        return False
    if _label_rows(left, right):
        return False
    # A table of short cells reads row by row, unless its cells are lists.
    table = min(left_paired, right_paired) >= 0.8 and max(flanks.length(left), flanks.length(right)) < 22
    return not table or flanks.bulleted(left) or flanks.bulleted(right) or _entries_beside(left, right)


def _marks(left: Sequence[Fragment], right: Sequence[Fragment]) -> bool:
    """Dates and labels with a colon, each beside its text; headings may stand between them."""
    beside = [fragment for fragment in left if flanks.paired([fragment], right)]
    marks = sum(flanks.is_date(f) or (len(f.text) < 40 and f.text.endswith(":")) for f in beside)
    return len(beside) >= 0.55 * len(left) and marks >= 0.6 * len(beside)


def _label_rows(left: Sequence[Fragment], right: Sequence[Fragment]) -> bool:
    """A short label beside each line of the right: "Computing", "Languages", and what is said of each.

    Words that merely stand beside a paragraph are none: its lines go on in small letters.
    """
    if min(flanks.paired(left, right), flanks.paired(right, left)) < 1.0 or len(left) != len(right):
        return False
    labels = all(fragment.text.replace(" ", "").strip(":/&-().").isalpha() for fragment in left)
    if (
        not labels
        or flanks.length(left) > 24
        or flanks.length(left) >= flanks.length(right)
        or flanks.bulleted(left)
        or flanks.bulleted(right)
    ):
        return False
    return 4 * sum(fragment.text[:1].islower() for fragment in right) <= len(right)


def _rail_under_headings(left: Sequence[Fragment], right: Sequence[Fragment]) -> bool:
    """Short words each beside a line of the right, and between them only headings, with nothing beside them.

    A sidebar has headings too, but they stand beside any line of the text.
    """
    alone = [fragment for fragment in left if not flanks.paired([fragment], right)]
    beside = [fragment for fragment in left if flanks.paired([fragment], right)]
    if not alone or len(beside) < 2 or flanks.length(beside) > RAIL_LENGTH:
        return False
    usual = median(fragment.size for fragment in beside)
    bold = 2 * sum(fragment.bold for fragment in beside) > len(beside)

    def heads(fragment: Fragment) -> bool:
        large = fragment.size >= 1.12 * usual or (fragment.bold and not bold)
        return large or (fragment.text.isupper() and len(fragment.text) > LONGEST_SHORTHAND)

    return all(map(heads, alone)) and 4 * sum(map(heads, beside)) < len(beside)


def _dates_between(left: Sequence[Fragment], right: Sequence[Fragment]) -> bool:
    """Whether the right begins with dates that belong to the lines of the left: its own column is farther right."""
    dates = [fragment for fragment in right if flanks.is_date(fragment)]
    others = [fragment for fragment in right if not any(fragment is date for date in dates)]
    if len(dates) < 2 or len(others) < MIN_LINES or flanks.paired(dates, left) < 0.8:
        return False
    return max(date.x1 for date in dates) + MIN_GUTTER < min(other.x0 for other in others)


def _ends_between(left: Sequence[Fragment], right: Sequence[Fragment]) -> bool:
    """Whether the right begins with ends of the left's lines, set flush with its edge: places and the like."""
    usual, _ = most_at_one_place([fragment.x0 for fragment in right], 2.5)
    ends = [fragment for fragment in right if fragment.x1 + MIN_GUTTER <= usual]
    if not ends or len(right) - len(ends) < MIN_LINES or flanks.paired(ends, left) < 1.0:
        return False
    if len(ends) == 1:
        return flanks.is_date(ends[0])
    starts = [fragment.x0 for fragment in ends]
    return max(starts) - min(starts) > 3 and flanks.flush([fragment.x1 for fragment in ends]) >= 0.8


def _only_dates_beside(left: Sequence[Fragment], right: Sequence[Fragment]) -> bool:
    """Whether the right stands beside nothing but dates, each with its line there: the rest of the left is below."""
    top, bottom = min(f.y0 for f in right), max(f.y1 for f in right)
    beside = [fragment for fragment in left if fragment.y1 > top and fragment.y0 < bottom]
    return bool(beside) and all(map(flanks.is_date, beside)) and flanks.paired(beside, right) >= 0.8


def _dates_above_column(left: Sequence[Fragment], right: Sequence[Fragment]) -> bool:
    """Whether dates at the right margin, each belonging to a line of the left, stand above a column's beginning."""
    usual, _ = most_at_one_place([fragment.x0 for fragment in right], 2.5)
    dates = [fragment for fragment in right if flanks.is_date(fragment) and fragment.x0 > usual + 10]
    others = [fragment for fragment in right if not any(fragment is date for date in dates)]
    if len(dates) < 2 or not others or max(date.y1 for date in dates) > min(other.y0 for other in others):
        return False
    return flanks.paired(dates, left) >= 0.8 and flanks.flush([date.x1 for date in dates]) >= 0.8


def _entries_beside(left: Sequence[Fragment], right: Sequence[Fragment]) -> bool:
    """Whether each side has entries of its own: dates beside dates, and more beside them that are none."""
    dates = [[fragment for fragment in side if flanks.is_date(fragment)] for side in (left, right)]
    if not all(dates) or flanks.paired(dates[0], dates[1]) < 1.0:
        return False
    return all(2 * len(own) < len(side) for own, side in zip(dates, (left, right), strict=True))


def _beside(side: Sequence[Fragment], other: Sequence[Fragment]) -> Sequence[Fragment]:
    """The fragments of a side that have the other side beside them: what leads to them says nothing about it."""
    top, bottom = min(f.y0 for f in other), max(f.y1 for f in other)
    beside = [fragment for fragment in side if fragment.y1 > top and fragment.y0 < bottom]
    return beside if len(beside) >= MIN_LINES else side


def is_label_rail(left: Sequence[Fragment], right: Sequence[Fragment]) -> bool:
    """Short words flush at the left, each beside the first of the lines they name."""
    rows = flanks.row_starts(right)
    if are_side_heads(left, right):
        return True
    if not flanks.labels(left, right) or len(rows) < 3 or flanks.dates(right) >= 0.5:
        return False
    return (
        flanks.flush([f.x0 for f in left]) >= 0.8
        and flanks.flush(rows) >= 0.5
        and flanks.paired(flanks.heads(left), right) >= 0.8
    )


def label_bands(left: list[Fragment], right: list[Fragment]) -> list[Band]:
    """Each label with the lines beside and below it, down to the next label."""
    heads = flanks.heads(left)
    return _bands(left, right, [head.y0 - 0.3 * head.size for head in heads[1:]])


def _bands(left: Sequence[Fragment], right: Sequence[Fragment], edges: Sequence[float]) -> list[Band]:
    """Both sides cut at the same heights."""
    bands = []
    for top, bottom in pairwise((-math.inf, *edges, math.inf)):
        label = [fragment for fragment in left if top <= fragment.y0 < bottom]
        content = [fragment for fragment in right if top <= fragment.y0 < bottom]
        bands.append((label, content))
    return bands


def stacked_bands(left: Sequence[Fragment], right: Sequence[Fragment]) -> list[Band] | None:
    """Each entry's employer, place and date, stacked at the left, with the lines beside them that tell of it.

    None where the left is no such stack: each of its groups but headings has a date and begins beside a line of
    the right, which has no dates of its own, as a column of entries would.
    """
    groups = _groups(left, right)
    entries = [group for group in groups if flanks.is_beside(group[0], right)]
    dated = [group for group in entries if any(map(flanks.is_date, group))]
    # The first may be the end of one whose date stands on a line that crosses to the right.
    whole = entries[1:] if entries and entries[0] not in dated else entries
    if len(dated) < 2 or len(dated) < len(whole) or flanks.dates(right) > 0.15:
        return None
    if any(all(map(flanks.is_date, group)) for group in dated) or not _heads_only(groups, entries):
        return None
    if any(flanks.bulleted(group) for group in entries):
        return None  # a column that tells of its entries itself
    begun = sum(any(abs(group[0].baseline - f.baseline) <= 0.5 * group[0].size for f in right) for group in dated)
    if begun < len(dated) or 2 * len(dated) > len(right):
        return None
    return _bands(left, right, [min(f.y0 for f in group) - 0.4 * group[0].size for group in groups[1:]])


def bands_stacked_right(left: Sequence[Fragment], right: Sequence[Fragment]) -> list[Band] | None:
    """The same with the stack at the right: read before what it stands beside.

    Only where its lines stand beside list items or running text, not each beside a line of the entry's header.
    """
    groups = _groups(right, left)
    if len(groups) < 2 or flanks.dates(left) > 0.15 or any(len(flanks.row_starts(group)) < 2 for group in groups):
        return None
    if not all(sum(map(flanks.is_date, group)) == 1 for group in groups) or flanks.flush([f.x1 for f in right]) < 0.8:
        return None
    told = [f for f in left if flanks.is_bulleted(f) or f.text[-1] in ".,;"]
    beside = [flanks.paired([fragment for fragment in group if flanks.is_date(fragment)], told) for group in groups]
    heads = [flanks.paired(group[:1], left) - flanks.paired(group[:1], told) for group in groups]
    if sum(beside) < 0.5 * len(groups) or sum(heads) < len(groups):
        return None
    return _bands(right, left, [group[0].y0 - 0.4 * group[0].size for group in groups])


def centred_bands(left: Sequence[Fragment], right: Sequence[Fragment]) -> list[Band] | None:
    """Dates at the left set at half the height of the lines they belong to, as cells of a table are.

    None where the left is more than dates and headings, or the dates stand beside first lines.
    """
    groups = _groups(left, right)
    dates = [group for group in groups if flanks.is_beside(group[0], right)]
    if (
        len(dates) < 2
        or not all(len(group) == 1 and flanks.is_date(group[0]) for group in dates)
        or flanks.dates(right) > 0.15
    ):
        return None
    beside = [group[0] for group in dates]
    if not _heads_only(groups, dates) or flanks.paired(beside, right) >= 0.7 or 2 * len(dates) > len(right):
        return None
    lines = sorted(right, key=lambda fragment: fragment.y0)
    edges: list[float] = []
    for group, following in pairwise(groups):
        between = [f for f in lines if group[0].y0 - f.size <= f.y0 <= following[0].y0 + f.size]
        gaps = [(below.y0 - above.y1, below.y0) for above, below in pairwise(between)]
        edge = max(gaps)[1] if gaps else following[0].y0
        if not flanks.is_beside(group[0], right):
            edge = group[0].y1
        elif not flanks.is_beside(following[0], right):
            edge = following[0].y0
        edges.append(edge - 0.3 * following[0].size)
    return _bands(left, right, edges)


def _groups(left: Sequence[Fragment], right: Sequence[Fragment]) -> list[list[Fragment]]:
    """The lines of the left in groups with room between them; a heading with nothing beside it stands alone."""
    usual = median([fragment.size for fragment in left])

    def heads(fragment: Fragment) -> bool:
        return is_head(fragment, usual) and not flanks.is_beside(fragment, right)

    groups: list[list[Fragment]] = []
    for fragment in sorted(left, key=lambda fragment: (fragment.baseline, fragment.x0)):
        before = groups[-1][-1] if groups else None
        near = before is not None and fragment.baseline - before.baseline <= 1.7 * fragment.size
        if before is not None and near and not heads(before) and not heads(fragment):
            groups[-1].append(fragment)
        else:
            groups.append([fragment])
    return groups


def _heads_only(groups: list[list[Fragment]], entries: list[list[Fragment]]) -> bool:
    """Whether what has nothing beside it are headings."""
    usual = median([fragment.size for group in entries for fragment in group])
    alone = [fragment for group in groups if group not in entries for fragment in group]
    return all(is_head(fragment, usual) or fragment.text.isupper() for fragment in alone)
