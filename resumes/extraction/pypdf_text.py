"""The second reader: text and rough positions from pypdf, in the order of the file's content."""

import io
import math
from dataclasses import dataclass
from typing import Any

import pypdf

from resumes.extraction import limits
from resumes.extraction.assembly import DraftLine
from resumes.extraction.mending import clean, mend_bullet

NO_SIZE = 0.1  # points: text of no size, which the first reader does not see at all
AVERAGE_WIDTH = 0.5  # of the size: pypdf knows where a piece of text starts, not where it ends


@dataclass(slots=True)
class PypdfPages:
    """Lines of every page read, and the pages' sizes in points."""

    lines: list[DraftLine]
    sizes: list[tuple[float, float]]
    failed: int = 0


def read_pages(data: bytes) -> PypdfPages:
    """Read all pages; one that fails is left out and counted."""
    reader = pypdf.PdfReader(io.BytesIO(data), strict=False)
    if reader.is_encrypted:
        reader.decrypt("")
    found = PypdfPages([], [])
    for index in range(min(len(reader.pages), limits.MAX_PAGES)):
        page = reader.pages[index]
        try:
            found.sizes.append((float(page.mediabox.width), float(page.mediabox.height)))
            found.lines += _page(page, index + 1)
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError, RecursionError, OSError):
            found.failed += 1
        except pypdf.errors.PyPdfError:
            found.failed += 1
    return found


def _page(page: Any, number: int) -> list[DraftLine]:
    pieces: list[tuple[str, float, float, float, bool]] = []
    unseen: list[str] = []

    def visit(text: str, cm: list[float], tm: list[float], font: Any, size: float) -> None:
        x, y = tm[4] * cm[0] + tm[5] * cm[2] + cm[4], tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        scale = math.hypot(tm[2], tm[3]) * math.hypot(cm[2], cm[3])
        if text.strip() and abs(size * scale) < NO_SIZE:
            unseen.append(text.strip())
        name = str((font or {}).get("/BaseFont", "")).lower()
        pieces.append((text, x, y, abs(size * scale), "bold" in name))

    text = page.extract_text(visitor_text=visit)
    top, left = float(page.mediabox.top), float(page.mediabox.left)
    positions = _positions(pieces)
    lines = []
    for row in text.split("\n"):
        for piece in unseen:
            row = row.replace(piece, " ")
        mended = mend_bullet(clean(row))
        if not mended:
            continue
        x, y, size, bold = positions.get(row.strip()[:12], (0.0, 0.0, 0.0, False))
        width = len(mended) * size * AVERAGE_WIDTH
        lines.append(
            DraftLine(number, mended, x - left, top - y - size, x - left + width, top - y + 0.25 * size, size, bold)
        )
    return lines


def _positions(pieces: list[tuple[str, float, float, float, bool]]) -> dict[str, tuple[float, float, float, bool]]:
    """Where each line starts, by its first characters."""
    positions: dict[str, tuple[float, float, float, bool]] = {}
    line = ""
    start: tuple[float, float, float, bool] | None = None
    for text, x, y, size, bold in pieces:
        for index, part in enumerate(text.split("\n")):
            if index:
                if start is not None:
                    positions.setdefault(line.strip()[:12], start)
                line, start = "", None
            if part.strip() and start is None:
                start = (x, y, size, bold)
            line += part
    if start is not None:
        positions.setdefault(line.strip()[:12], start)
    return positions
