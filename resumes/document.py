"""What reading a PDF yields: text, its lines with positions, and what a reader cannot see.

Pure data. Offsets count code points of ``Document.text``; boxes are in PDF points with the origin
at the top left of the page, so that a page image scales onto them directly.
"""

from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Line:
    """One visual line: ``text[start:end]`` of the document, without its line break."""

    page: int  # 1-based
    start: int
    end: int
    x0: float
    y0: float
    x1: float
    y1: float
    size: float = 0.0  # median font size in points
    bold: bool = False
    column: int = 0  # 0 for a page of one column, else counted in reading order
    turn: int = 0  # quarter turns clockwise on the page as shown: 1 runs down, 2 is upside down, 3 runs up


@dataclass(frozen=True, slots=True)
class HiddenText:
    """Text in the file that the page does not show: kept apart, earns nothing."""

    page: int
    text: str
    # invisible, low_contrast, tiny, off_page, covered, transparent, clipped, layer_off, replaced, misnamed, unshown
    reason: str
    x0: float = 0.0
    y0: float = 0.0
    x1: float = 0.0
    y1: float = 0.0


@dataclass(frozen=True, slots=True)
class ParseQuality:
    """How well the document could be read: a level and the reasons behind it."""

    level: str  # good, fair, poor, unreadable
    flags: tuple[str, ...] = ()
    score: float = 0.0

    def as_json(self) -> dict[str, Any]:
        """The stored form."""
        return {"level": self.level, "flags": list(self.flags), "score": round(self.score, 4)}


@dataclass(frozen=True, slots=True)
class Document:
    """Everything read from one PDF. ``text`` never holds hidden text."""

    text: str
    lines: tuple[Line, ...]
    page_count: int
    engine: str
    hidden: tuple[HiddenText, ...] = ()
    quality: ParseQuality = field(default_factory=lambda: ParseQuality("good"))
    used_ocr: bool = False
    page_sizes: tuple[tuple[float, float], ...] = ()  # width, height of each page in points

    def lines_json(self) -> list[dict[str, Any]]:
        """Lines as stored in ``Resume.lines``."""
        rows = [asdict(line) for line in self.lines]
        # Nearly every line runs to the right: it need not be said of each.
        return [{key: value for key, value in row.items() if key != "turn" or value} for row in rows]


def lines_from_json(rows: list[dict[str, Any]]) -> tuple[Line, ...]:
    """Lines back from ``Resume.lines``."""
    return tuple(Line(**row) for row in rows)
