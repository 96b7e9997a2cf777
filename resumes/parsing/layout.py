"""Sample resumes in a small markup, set in lines with positions: as a document, or for drawing as a PDF.

``# `` name, ``## `` heading, ``- `` bullet, ``**bold**``, a tab for the right margin (or for the text column after a
rail of dates), ``=== column WIDTH`` for a side column, ``=== column`` for the main one beside it.
"""

import re
from dataclasses import dataclass, replace

from resumes.document import Document, Line

WIDTH, HEIGHT, MARGIN = 595.0, 842.0, 50.0
RAIL = 150.0  # points from the left margin to the text beside a rail


@dataclass(frozen=True, slots=True)
class Placed:
    """A piece of text set on the page: ``x`` from the left, ``y`` from the top, both in points."""

    text: str
    x: float
    y: float
    size: float = 10.0
    bold: bool = False
    column: int = 0
    right: bool = False  # ``x`` is where the text ends


def place(markup: str) -> list[Placed]:
    """Every piece of ``markup`` with its position, in reading order."""
    placed: list[Placed] = []
    y, top, column, left, right = 60.0, 60.0, 0, MARGIN, WIDTH - MARGIN
    side_width = 0.0
    rail = False
    for raw in markup.splitlines():
        if raw.startswith("==="):
            width = re.search(r"\d+", raw)
            top = y if width else top
            side_width = float(width.group()) if width else side_width
            left = MARGIN if width else MARGIN + side_width + 30
            right = MARGIN + side_width if width else WIDTH - MARGIN
            y, column = top, column + 1
            continue
        if not raw.strip():
            y, rail = y + 8, False
            continue
        line = _line(raw, y, left, column)
        rail = rail or raw.startswith("\t")
        placed.extend(_cells(line, raw, right))
        y += line.size * 1.35
    return placed


def _line(raw: str, y: float, left: float, column: int) -> Placed:
    plain = raw.lstrip("\t")
    if plain.startswith("## "):
        return Placed(plain[3:], left, y + 4, 12.0, True, column)
    if plain.startswith("# "):
        return Placed(plain[2:], left, y, 20.0, True, column)
    if plain.startswith("- "):
        return Placed(f"• {plain[2:]}", left + 12, y, 10.0, False, column)
    bold = plain.startswith("**")
    return Placed(plain.replace("**", "").replace("*", ""), left, y, 10.0, bold, column)


def _cells(line: Placed, raw: str, right: float) -> list[Placed]:
    """A line's pieces: one, or one at the left and the rest behind a tab."""
    if raw.startswith("\t"):
        return [replace(line, x=line.x + RAIL)]
    if "\t" not in line.text:
        return [line]
    first, *others = line.text.split("\t")
    if raw[:1].isdigit() or (first.endswith(":") and len(others) == 1):
        bold = "\t**" in raw
        return [replace(line, text=first), replace(line, text=others[0], x=line.x + RAIL, bold=bold)]
    if len(others) == 1:
        return [replace(line, text=first), replace(line, text=others[0], x=right, right=True)]
    step = (right - line.x) / (len(others) + 1)
    return [replace(line, text=text, x=line.x + step * number) for number, text in enumerate([first, *others])]


def document_of(markup: str) -> Document:
    """The document a perfect reader makes of ``markup``: pieces of a row are joined by a tab."""
    text, lines = "", []
    rows: list[list[Placed]] = []
    for piece in place(markup):
        if rows and rows[-1][0].y == piece.y and rows[-1][0].column == piece.column:
            rows[-1].append(piece)
        else:
            rows.append([piece])
    for row in rows:
        joined = "\t".join(piece.text for piece in row)
        first, last = row[0], row[-1]
        end = last.x if last.right else last.x + 0.5 * last.size * len(last.text)
        box = (first.x, first.y - first.size, end, first.y)
        lines.append(Line(1, len(text), len(text) + len(joined), *box, first.size, first.bold, first.column))
        text += joined + "\n"
    return Document(text, tuple(lines), 1, "markup", page_sizes=((WIDTH, HEIGHT),))
