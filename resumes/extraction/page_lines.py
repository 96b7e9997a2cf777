"""One page's words to its lines in reading order."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from resumes.extraction.assembly import DraftLine
from resumes.extraction.columns import reading_blocks
from resumes.extraction.mending import LABEL_GAP, line_text, usual_space
from resumes.extraction.rows import BULLET, WIDE_GAP, Fragment, fragments_of, most_at_one_place, rows_of
from resumes.extraction.words import Word

if TYPE_CHECKING:
    # At run time this would load a PDF library, which the process that serves people does without.
    from resumes.extraction.shapes import Rule

FLUSH = 2.0  # points
EXACT = 2.0  # points between the edges of one gap in several rows
WIDER = 1.6  # times the usual space: what a gap between labels and text is, at least
DASHES = ("-", "–", "—")
LABEL_ROWS = 3  # at least, to tell a gap between labels and text from a space
_MONTH = r"[^\W\d_]{3,10}\.?"
_SINCE = r"(?:depuis|seit|since|desde|from|ab|dal|de|von|vom)"
_UNTIL = r"(?:[-–—]|\b(?:to|bis|until|au|a))"
DATE_OPEN = re.compile(rf"^{_SINCE} {_MONTH}$|^(?=.*\d)[\w.,/ -]{{4,22}}{_UNTIL}(?: {_MONTH})?$", re.I)
DATE_END = re.compile(
    rf"^(?:{_MONTH} |\d{{1,2}}[./](?:\d{{1,2}}[./])?)?(?:(?:19|20)\d\d(?:-\d\d)?|present|current|now"
    r"|today|(?:to )?date|heute|pr[ée]sent|aujourd['’]hui|ce jour|actualidad|presente|oggi|heden|atual|obecnie)$",
    re.I,
)
DATE_SPAN = re.compile(r"^[\w.,/ -]*\d{2,4} ?[-–—] ?[\w.,/ -]{3,}$")


def page_lines(words: list[Word], page: int, *, first_column: int = 0, rules: "Sequence[Rule]" = ()) -> list[DraftLine]:
    """Lines in reading order. Columns are numbered after ``first_column``; one column alone is 0."""
    rows = with_label_gaps(rows_of(words))
    fragments = with_whole_dates([fragment for row in rows for fragment in fragments_of(row)])
    blocks = reading_blocks(fragments, _bars(fragments, rules))
    alone = len(blocks) == 1 and not first_column
    lines: list[DraftLine] = []
    for number, block in enumerate(blocks, first_column + 1):
        lines += _block_lines(block, page, 0 if alone else number)
    return [line for line in lines if line.text]


def _bars(fragments: list[Fragment], rules: "Sequence[Rule]") -> list[float]:
    """Where lines run across all that stands on the page, through no text."""
    if not fragments:
        return []
    left, right = min(fragment.x0 for fragment in fragments), max(fragment.x1 for fragment in fragments)
    across = {
        round(rule.at, 1) for rule in rules if not rule.vertical and rule.begin <= left + 6 and rule.end >= right - 6
    }
    return sorted(at for at in across if not any(f.y0 + 0.2 * f.size < at < f.y1 - 0.2 * f.size for f in fragments))


def with_label_gaps(rows: list[list[Word]]) -> list[list[Word]]:
    """The rows, with a note on each word before which a narrow gap runs down the page.

    Labels set flush right against what they name leave a gap hardly wider than a space; that its two edges
    stand at the same places in row after row tells it from one.
    """
    between = [
        (number, at, *pair)
        for number, row in enumerate(rows)
        for at, pair in enumerate(pairwise(row), 1)
        if not BULLET.match(pair[0].text) or (at > 1 and pair[0].text in DASHES)
    ]
    usual = usual_space((before, word) for _, _, before, word in between)
    gaps: list[tuple[int, int, float, float]] = []
    for number, at, before, word in between:
        gap = (word.x0 - before.x1) / word.size if word.size else 0.0
        if max(LABEL_GAP, WIDER * usual) <= gap <= WIDE_GAP:
            gaps.append((number, at, before.x1, word.x0))
    marked = [list(row) for row in rows]
    for number, at, left, right in gaps:
        alike = {other for other, _, x1, x0 in gaps if abs(x1 - left) <= EXACT and abs(x0 - right) <= EXACT}
        if len(alike) >= LABEL_ROWS:
            marked[number][at] = replace(rows[number][at], cut=True)
    return marked


def _block_lines(block: list[Fragment], page: int, column: int) -> list[DraftLine]:
    rows = rows_of([word for fragment in block for word in fragment.words])
    if _is_wrapped_date(rows):
        whole = _line([word for row in rows for word in row], page, column)
        return [replace(whole, text=" ".join(line_text(row) for row in rows))]
    left, right = _edge([row[0].x0 for row in rows]), _edge([_right(row) for row in rows])
    return [_line(row, page, column, even=_is_justified(row, left, right)) for row in rows]


def _is_wrapped_date(rows: list[list[Word]]) -> bool:
    """A span of dates set in a narrow column of its own, in two or three lines."""
    if not 2 <= len(rows) <= 3 or not any(char.isdigit() for word in rows[0] for char in word.text):
        return False
    if not all(DATE_END.match(line_text(row)) for row in rows[1:]):
        return False
    text = " ".join(word.text for row in rows for word in row)
    return len(text) <= 32 and bool(DATE_SPAN.match(text))


def with_whole_dates(fragments: list[Fragment]) -> list[Fragment]:
    """The fragments, with a span of dates that a narrow column broke put together on its first line."""
    whole: list[Fragment] = []
    taken: set[int] = set()
    for index, fragment in enumerate(fragments):
        if index in taken:
            continue
        rest = _rest_of_date(fragment, fragments, index) if DATE_OPEN.search(fragment.text) else None
        if rest is None:
            whole.append(fragment)
            continue
        taken.add(rest)
        below = fragments[rest]
        text = f"{line_text(fragment.words)} {line_text(below.words)}"
        first = fragment.words[0]
        y1, x1 = max(fragment.y1, below.y1), max(fragment.x1, below.x1)
        whole.append(Fragment([replace(first, text=text, x1=x1, y1=y1, spacing=0.0)]))
    return whole


def _rest_of_date(fragment: Fragment, fragments: list[Fragment], index: int) -> int | None:
    """The fragment right below, at the same edge, that ends the date; None if there is none."""
    for number in range(index + 1, len(fragments)):
        below = fragments[number]
        if below.baseline - fragment.baseline > 1.6 * fragment.size:
            return None
        beside = min(abs(below.x0 - fragment.x0), abs(below.x1 - fragment.x1)) <= FLUSH
        if beside and below.baseline - fragment.baseline > 0.8 * fragment.size and DATE_END.match(below.text):
            return number
    return None


def _edge(edges: list[float]) -> float | None:
    """Where lines end flush, if at least three and a third of them do."""
    best, count = most_at_one_place(edges, FLUSH)
    return best if count >= max(3, len(edges) / 3) else None


def _is_justified(row: list[Word], left: float | None, right: float | None) -> bool:
    """Whether the line is stretched to both margins: its wide gaps are spaces then, not tabs."""
    if left is None or right is None or len(row) < 3:
        return False
    if abs(row[0].x0 - left) > FLUSH or abs(_right(row) - right) > FLUSH:
        return False
    gaps = [after.x0 - before.x1 for before, after in pairwise(row)]
    return max(gaps) < 1.3 * max(min(gaps), 1.0)


def _right(row: list[Word]) -> float:
    return max(word.x1 for word in row)


def _line(words: list[Word], page: int, column: int, *, even: bool = False) -> DraftLine:
    letters = sum(len(word.text) for word in words)
    return DraftLine(
        page=page,
        text=line_text(words, even=even),
        x0=min(word.x0 for word in words),
        y0=min(word.y0 for word in words),
        x1=max(word.x1 for word in words),
        y1=max(word.y1 for word in words),
        size=median(word.size for word in words for _ in word.text),
        bold=2 * sum(len(word.text) for word in words if word.bold) > letters,
        column=column,
    )
