"""Headings that stand side by side, or over several columns at once."""

from collections.abc import Sequence
from statistics import median

from resumes.extraction import flanks
from resumes.extraction.rows import Fragment

LONGEST_HEAD = 26  # characters of a heading that shares its line with others
SET_LARGER = 1.04  # times the size of the text below: headings side by side may be hardly larger, where they are bold


def rows_of_heads(ordered: list[Fragment]) -> list[int]:
    """The numbers of fragments at which headings side by side begin: bold, of one size, larger than what is below."""
    found: list[int] = []
    number = 0
    while number < len(ordered):
        first, end = ordered[number], number + 1
        while end < len(ordered) and abs(ordered[end].baseline - first.baseline) <= 0.2 * first.size:
            end += 1
        row, below = ordered[number:end], ordered[end : end + 2 * (end - number)]
        side_by_side = number and len(row) >= 2 and all(_is_short_head(fragment, first) for fragment in row)
        if side_by_side and below and (_is_larger(first, below) or _are_capitals(row, below)):
            found.append(number)
        number = end
    return found


def _is_larger(head: Fragment, below: list[Fragment]) -> bool:
    return head.size >= SET_LARGER * max(fragment.size for fragment in below)


def _are_capitals(heads: Sequence[Fragment], below: list[Fragment]) -> bool:
    """Whether all heads are in capitals, and nothing below them is both that and bold."""
    return all(head.text.isupper() for head in heads) and not any(f.bold and f.text.isupper() for f in below)


def _is_short_head(fragment: Fragment, first: Fragment) -> bool:
    return (
        fragment.bold
        and abs(fragment.size - first.size) < 0.1
        and len(fragment.text) <= LONGEST_HEAD
        and not any(char.isdigit() for char in fragment.text)
    )


def are_headed(left: Sequence[Fragment], right: Sequence[Fragment]) -> bool:
    """Lists beside each other, each below a heading that is set larger: "Skills", "Licences", "Interests"."""
    rows = [sorted(side, key=lambda fragment: fragment.baseline) for side in (left, right)]
    tops = [[f for f in side if f.baseline - side[0].baseline <= 0.3 * f.size] for side in rows]
    heads, texts = [*tops[0], *tops[1]], [f for side, top in zip(rows, tops, strict=True) for f in side[len(top) :]]
    if not texts or abs(rows[0][0].baseline - rows[1][0].baseline) > 0.3 * rows[0][0].size:
        return False
    largest = max(fragment.size for fragment in texts)
    larger = 1.12 if not all(head.bold for head in heads) else SET_LARGER
    if not all(len(head.text) <= LONGEST_HEAD for head in heads):
        return False
    capitals = all(head.bold for head in heads) and _are_capitals(heads, texts)
    return capitals or all(head.size >= larger * largest for head in heads)


def is_head(fragment: Fragment, usual: float) -> bool:
    """Whether a fragment is set as a heading among others of the ``usual`` size."""
    return fragment.size >= 1.12 * usual or (fragment.bold and fragment.text.isupper())


def heads_over_grid(left: Sequence[Fragment], right: Sequence[Fragment]) -> set[int]:
    """The ids of headings at the left that lead to both sides: over cards that stand two in a row.

    Each stands alone on its line, the right has none of its own, and all else on the left has its line beside it.
    """
    usual = median([fragment.size for fragment in left])
    heads = [fragment for fragment in left if is_head(fragment, usual) and not flanks.is_beside(fragment, right)]
    others = [fragment for fragment in left if not any(fragment is head for head in heads)]
    alone = [fragment for fragment in right if is_head(fragment, usual) and not flanks.is_beside(fragment, left)]
    if not heads or alone or len(others) < 4:
        return set()
    if flanks.paired(others, right) < 0.9 or flanks.paired(right, others) < 0.9:
        return set()
    return {id(head) for head in heads}


def are_side_heads(left: Sequence[Fragment], right: Sequence[Fragment]) -> bool:
    """Whether the left is nothing but headings, each beside the first of the lines it heads, perhaps a bit higher."""
    if len(left) < 3 or not all(fragment.bold and len(fragment.text) <= LONGEST_HEAD for fragment in left):
        return False
    heads = flanks.heads(left)
    if len(heads) < 3 or 2 * len(heads) > len(flanks.row_starts(right)) or flanks.flush([f.x0 for f in left]) < 0.8:
        return False
    usual = median([fragment.size for fragment in right])
    apart = all(is_head(head, usual) or head.size >= SET_LARGER * usual for head in heads)
    apart = apart or sum(fragment.bold for fragment in right) <= 0.4 * len(right)
    return apart and all(_leads_beside(head, right) for head in heads)


def _leads_beside(head: Fragment, right: Sequence[Fragment]) -> bool:
    """Whether a line of the right begins at the height of a heading or just below it, and none just above."""
    shifts = [fragment.baseline - head.baseline for fragment in right]
    near = [shift for shift in shifts if -1.2 * head.size <= shift <= 1.4 * head.size]
    return bool(near) and min(near) >= -0.3 * head.size
