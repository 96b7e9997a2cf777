"""A resume cut into sections by its headings; a column goes on where the page before left it."""

import re
from dataclasses import dataclass, field
from typing import Any

from resumes.parsing.folding import fold
from resumes.parsing.headings import Heading, find_headings, normal_label
from resumes.parsing.rows import Geometry, Row
from resumes.parsing.tables import COLUMNS

HEADER = "header"
_OWN_SECTION = re.compile(
    r"skills?\b|kenntnisse|fahigkeiten|competenc|habilidades|compet|conocimientos|expertise|proficienc"
)
_HEADER_DEPTH = 120.0  # points below the top line within which a column may hold the name
_SAME_EDGE = 15.0  # points between left edges of one column on two pages


@dataclass(slots=True)
class Section:
    """Consecutive rows under one heading, or the rest of an earlier section (``continues``) on the next page."""

    kind: str
    heading: str
    start: int
    rows: list[Row] = field(default_factory=list)
    continues: "Section | None" = None
    top: float = 0.0  # top of the first row of the page, for the header
    column: int | None = None  # the column that the heading stands in
    told: tuple[Any, ...] | None = None  # of running text: the entries that its sentences tell of

    @property
    def end(self) -> int:
        """Offset after the last row."""
        return self.rows[-1].end if self.rows else self.start + len(self.heading)

    def as_json(self) -> dict[str, Any]:
        """The stored form."""
        return {"kind": self.kind, "heading": self.heading or None, "start": self.start, "end": self.end}


def cut_row(row: Row, at: int) -> Row | None:
    """The part of a row from ``at`` on, as a row of its own; None if nothing is left."""
    piece = row.text[at:]
    at += len(piece) - len(piece.lstrip())
    if not row.text[at:].strip():
        return None
    gaps = tuple(g - at for g in row.gaps if g > at)
    return Row(row.index, row.text[at:], row.start + at, row.line, gaps, row.right, row.day_first)


def split_sections(rows: list[Row], geometry: Geometry) -> list[Section]:
    """Sections in reading order; the first is the header (name and contact) whether or not it has rows."""
    headings = {heading.row: heading for heading in find_headings(rows, geometry)}
    sections = [Section(HEADER, "", rows[0].start if rows else 0)]
    sections[0].top = min((row.line.y0 for row in rows if row.line.page == 1), default=0.0)
    cuts: dict[int, int] = {}
    for row in rows:
        heading = headings.get(row.index)
        if row.index in cuts:
            heading = None
            row = cut_row(row, cuts[row.index]) or row
        if heading is not None and not _is_entry_of(row, heading, sections[-1]):
            sections.append(Section(heading.kind, heading.label.strip(), row.start, column=row.line.column))
            rest = cut_row(row, heading.content_at)
            if rest is not None:
                sections[-1].rows.append(rest)
            if heading.below_at is not None:
                cuts[row.index + 1] = heading.below_at
            continue
        earlier = _column_before(row, sections)
        if earlier is not None:
            sections.append(Section(earlier.kind, "", row.start, continues=earlier))
        sections[-1].rows.append(row)
    return sections


def _is_entry_of(row: Row, heading: Heading, section: Section) -> bool:
    """Whether a label with text on its line is a category of the skills section it stands in, no new section."""
    inline = heading.content_at < len(row.text)
    if not inline:
        return False
    if section.kind == heading.kind and normal_label(fold(heading.label)) in COLUMNS:
        return True  # the label of a part of an entry: "School", beside its name
    if section.kind == "skills" and heading.kind in ("skills", "languages"):
        return not row.is_bold or ":" in row.text or "\t" in row.text
    if ":" not in row.text:
        return section.kind == "skills" and heading.kind == "other" and _lists_beside(section)
    if section.kind in ("experience", "projects") and heading.kind == "skills":
        # What a position was done with ("Technologies: ..."), unless the label is that of a section.
        return not _OWN_SECTION.search(fold(heading.label))
    if section.kind == "skills":
        return heading.kind in ("languages", "skills", "certifications", "other")
    return section.kind in ("education", "experience", "projects") and heading.kind == "other"


def _lists_beside(section: Section) -> bool:
    """Whether the rows of a section that has its heading above it are labels, each with its list beside it."""
    above = section.rows[-1] if section.rows else None
    return above is not None and len(above.segments) == 2 and above.start == above.line.start


def _column_before(row: Row, sections: list[Section]) -> Section | None:
    """The earlier section that this row, the first of a column, goes on with; None for the last section itself.

    On the first page that is the header: what stands at the top of a column above its first heading. On later
    pages it is the section that stood in the same column of the page before.
    """
    last = sections[-1]
    if not last.rows or row.line.x0 == row.line.x1:
        return None
    above = last.rows[-1].line
    if row.line.page == above.page:
        # A new column: the line stands higher than the one before it, and beside it.
        new = (
            row.line.column != above.column
            and row.line.y0 < above.y0 - 3 * row.line.size
            and abs(row.line.x0 - above.x0) > 3 * _SAME_EDGE
        )
        if not new or _spreads_over(last, row):
            return None
        if row.line.page == 1 and row.line.y0 < sections[0].top + _HEADER_DEPTH:
            return sections[0] if last is not sections[0] else None
    elif abs(_left(last) - row.line.x0) <= _SAME_EDGE:
        return None
    for section in reversed(sections[1:]):
        page = section.rows[-1].line.page if section.rows else None
        if page == row.line.page - 1 and abs(_left(section) - row.line.x0) <= _SAME_EDGE:
            return section
    return None


def _spreads_over(section: Section, row: Row) -> bool:
    """Whether the section's heading stands above both its first column and the one that ``row`` begins."""
    first = section.rows[0].line
    level = abs(row.line.y0 - first.y0) < 1.5 * row.line.size
    return level and section.column is not None and section.column != first.column


def _left(section: Section) -> float:
    """Left edge of the rows on the section's last page."""
    page = section.rows[-1].line.page
    return min(row.line.x0 for row in section.rows if row.line.page == page)


def gathered(sections: list[Section], kind: str) -> list[list[Row]]:
    """The rows of each section of a kind, with the rows of its continuations."""
    found: list[tuple[Section, list[Row]]] = []
    for section in sections:
        if section.kind != kind:
            continue
        if section.continues is not None:
            owner = section.continues
            for known, rows in found:
                if known is owner or known is owner.continues:
                    rows.extend(section.rows)
                    break
            else:
                found.append((section, list(section.rows)))
        else:
            found.append((section, list(section.rows)))
    return [rows for _, rows in found]
