"""The lines of a document as the parser sees them: text, bullet, segments between wide gaps."""

import itertools
import re
from dataclasses import dataclass, replace
from functools import cached_property

from resumes.document import Document, Line
from resumes.parsing.date_order import days_come_first
from resumes.parsing.folding import fold

BULLETS = "›▹•●○◦▪▫■□◆◇►▸▶‣⁃∙·✓✔✦✧➢➤❖★☆*–—-\u2023\u25e6\uf0b7\uf0a7\uf0d8"
_BULLET = re.compile(rf"^\s*(?:[{re.escape(BULLETS)}]\s*(?=\S)|o\s+(?=[A-ZÀ-Þ])|\(?\d{{1,2}}[.)]\s+(?=[A-ZÀ-Þ]))")
_DASH_BULLET = re.compile(r"^\s*[-–—]\s*(?=\S)")
_WIDE_SPACE = re.compile(r"\t+|\s{3,}")


@dataclass(frozen=True, eq=False)
class Row:
    """One line of the document. ``start`` and ``end`` count code points of the stored text."""

    index: int
    text: str
    start: int
    line: Line
    gaps: tuple[int, ...] = ()  # offsets into ``text`` where a wide horizontal gap ends
    right: float = 0.0  # right edge of the column in points; 0 where positions are unknown
    day_first: bool | None = None  # the order in which the document writes days and months

    @property
    def end(self) -> int:
        """Offset after the last code point."""
        return self.start + len(self.text)

    @cached_property
    def folded(self) -> str:
        """The text in lower case without accents, equally long."""
        return fold(self.text)

    @cached_property
    def body_at(self) -> int:
        """Offset into ``text`` where the words begin: after a bullet and blanks."""
        match = _BULLET.match(self.text)
        if match is None:
            return len(self.text) - len(self.text.lstrip())
        return match.end()

    @cached_property
    def is_bullet(self) -> bool:
        """Whether the line begins with a list mark."""
        return _BULLET.match(self.text) is not None

    @cached_property
    def body(self) -> str:
        """The words of the line, without list mark and outer blanks."""
        return self.text[self.body_at :].rstrip()

    @cached_property
    def words(self) -> list[str]:
        """The words of the body, split at blanks."""
        return self.body.split()

    @cached_property
    def segments(self) -> list[tuple[int, int]]:
        """Spans of ``text`` between wide gaps, outer blanks left out, in order."""
        cuts = [self.body_at, *sorted(g for g in self.gaps if g > self.body_at), len(self.text)]
        found = []
        for begin, finish in itertools.pairwise(cuts):
            piece = self.text[begin:finish]
            left = len(piece) - len(piece.lstrip())
            if piece.strip():
                found.append((begin + left, begin + len(piece.rstrip())))
        return found

    @cached_property
    def is_capitals(self) -> bool:
        """Whether all cased letters are capitals, and there are at least three."""
        letters = [c for c in self.body if c.isalpha()]
        return len(letters) >= 3 and all(not c.islower() for c in letters)

    @cached_property
    def is_bold(self) -> bool:
        """Whether the font of the line is bold."""
        return self.line.bold


def rows_of(document: Document) -> list[Row]:
    """The non-blank lines of ``document`` as rows, numbered in reading order."""
    lines = list(document.lines) or lines_of_text(document.text)
    right = _right_edges(lines)
    rows: list[Row] = []
    day_first = days_come_first(document.text)
    for line in lines:
        text = document.text[line.start : line.end].rstrip("\r\n")
        if not text.strip():
            continue
        inner = {match.end() for match in _WIDE_SPACE.finditer(text)}
        rows.append(
            Row(
                len(rows),
                text,
                line.start,
                line,
                tuple(sorted(g for g in inner if 0 < g < len(text))),
                right[(line.page, line.column)],
                day_first,
            )
        )
    return rows


def _right_edges(lines: list[Line]) -> dict[tuple[int, int], float]:
    """By page and column, how far its lines reach; labels and what stands beside them reach as far as the next do.

    Such pairs are columns of their own, one pair for each entry, and begin at the same two places.
    """
    left: dict[tuple[int, int], float] = {}
    right: dict[tuple[int, int], float] = {}
    for line in lines:
        key = (line.page, line.column)
        left[key] = min(left.get(key, line.x0), line.x0)
        right[key] = max(right.get(key, 0.0), line.x1)

    def alike(page: int, column: int) -> bool:
        one, other = left.get((page, column)), left.get((page, column + 2))
        return one is not None and other is not None and abs(one - other) < 2.0

    for page, column in sorted(left):
        if alike(page, column) and (alike(page, column - 1) or alike(page, column + 1)):
            right[page, column + 2] = max(right[page, column], right[page, column + 2])
    for page, column in sorted(left, reverse=True):
        if alike(page, column) and (alike(page, column - 1) or alike(page, column + 1)):
            right[page, column] = max(right[page, column], right[page, column + 2])
    return right


_PAGE = re.compile(
    r"(?:page|seite|pagina|p\.)\s*\d{1,2}(?:\s*(?:of|/|von|de|sur|di)\s*\d{1,2})?|\d{1,2}\s*/\s*\d{1,2}|\d{1,2}"
)


_PAGE_OF = re.compile(r"(?:.{0,40}\s)?1 ?/ ?1|(?:page|seite|pagina|p\.)\s*1(?:\s*(?:of|/|von|de|sur|di)\s*1)?")


def _is_footer(row: Row) -> bool:
    """Whether the row, or a part of it between wide gaps, numbers the page."""
    return any(_PAGE_OF.fullmatch(row.folded[begin:end].strip(" -|")) for begin, end in row.segments)


def without_furniture(rows: list[Row]) -> list[Row]:
    """The rows without page numbers and the lines repeated at the edges of pages, numbered anew."""
    pages = {row.line.page for row in rows}
    if len(pages) < 2:
        return [row for row in rows if row.index < len(rows) - 1 or not _is_footer(row)]
    firsts = {rows[0].folded.strip()} if rows else set()
    kept = []
    for row in rows:
        bare = _PAGE.sub("", row.folded).strip(" \t|-·•,")
        edge = all(other.line.page != row.line.page for other in rows[row.index + 1 : row.index + 2])
        edge = edge or row.index == 0 or rows[row.index - 1].line.page != row.line.page
        numbered = bare != row.folded.strip(" \t|-·•,")
        drop = edge and row.index > 0 and (bare in firsts or (numbered and (not bare or bare in firsts)))
        if not drop:
            kept.append(row)
    return [row if row.index == number else replace(row, index=number) for number, row in enumerate(kept)]


def lines_of_text(text: str) -> list[Line]:
    """Lines for a text that came without positions (an imported record): one for each line break."""
    lines = []
    at = 0
    for number, piece in enumerate(text.split("\n")):
        lines.append(Line(1, at, at + len(piece), 0.0, float(number), 0.0, float(number)))
        at += len(piece) + 1
    return lines


def is_wrapped(before: Row, row: Row) -> bool:
    """Whether ``row`` goes on with a line that was full: its first word would not have fitted above."""
    if abs(before.line.size - row.line.size) > 0.5 or before.is_bold != row.is_bold:
        return False
    return was_full(before, row)


def was_full(before: Row, row: Row) -> bool:
    """Whether the first word of ``row`` would not have fitted on the line above, whatever both are set in."""
    same = before.line.page == row.line.page and before.line.column == row.line.column and before.right > 0
    if not same or not row.words:
        return False
    if "\t" in before.text or row.start - before.end > 2 or row.line.y0 - before.line.y1 > row.line.size:
        return False
    letter = (row.line.x1 - row.line.x0) / max(len(row.text), 1)
    return before.line.x1 + letter * (len(row.words[0]) + 1) > before.right + 1.0


def joined(before: Row, row: Row) -> Row:
    """A line and the rest of it on the next as one row; the line break stays in the text."""
    gap = "\n" * (row.start - before.end)
    return replace(before, text=f"{before.text}{gap}{row.text}")


@dataclass(slots=True)
class Geometry:
    """What is usual on these pages: the body's font size, to tell headings from text."""

    size: float = 0.0

    @classmethod
    def measure(cls, rows: list[Row]) -> "Geometry":
        """Measure the body: the font size of most letters."""
        weight: dict[float, int] = {}
        for row in rows:
            size = round(row.line.size, 1)
            weight[size] = weight.get(size, 0) + len(row.text)
        return cls(max(weight, key=lambda s: weight[s]) if weight else 0.0)

    def is_large(self, row: Row) -> bool:
        """Whether the row is set clearly larger than the body."""
        return self.size > 0 and row.line.size >= self.size * 1.12
