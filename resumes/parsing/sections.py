"""A resume cut into sections, by its headings and, where there are none, by what the lines hold."""

from dataclasses import dataclass, field
from typing import Any

from resumes.parsing.headings import Heading, find_headings
from resumes.parsing.rows import Geometry, Row

HEADER = "header"


@dataclass(slots=True)
class Section:
    """Consecutive rows under one heading. ``first_at`` cuts the label off the first row where both share a line."""

    kind: str
    heading: str
    rows: list[Row] = field(default_factory=list)
    heading_start: int = 0
    labels: list[int] = field(default_factory=list)

    @property
    def start(self) -> int:
        """Offset of the heading, or of the first row."""
        return self.heading_start

    @property
    def end(self) -> int:
        """Offset after the last row."""
        return self.rows[-1].end if self.rows else self.heading_start + len(self.heading)

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
    return Row(row.index, row.text[at:], row.start + at, row.line, gaps)


def split_sections(rows: list[Row], geometry: Geometry) -> list[Section]:
    """Sections in reading order; the first is the header (name and contact) whether or not it has rows."""
    headings = {heading.row: heading for heading in find_headings(rows, geometry)}
    sections = [Section(HEADER, "", heading_start=rows[0].start if rows else 0)]
    for row in rows:
        heading = headings.get(row.index)
        if heading is not None and not _is_entry_of(row, heading, sections[-1]):
            sections.append(Section(heading.kind, heading.label.strip(), heading_start=row.start))
            rest = cut_row(row, heading.content_at)
            if rest is not None:
                sections[-1].rows.append(rest)
        else:
            sections[-1].rows.append(row)
    return sections


def _is_entry_of(row: Row, heading: Heading, section: Section) -> bool:
    """Whether a label with text on its line is a category of the skills section it stands in, no new section."""
    inline = heading.content_at < len(row.text)
    return (
        inline
        and section.kind == "skills"
        and heading.kind in ("languages", "skills", "certifications", "other")
        and ":" in row.text
    )
