"""Person specifications pasted as tables: the column that a criterion stands in says whether it is a must.

A table's rows are lines whose cells are parted by ``|`` or a tab. Columns are known by their heads ("Essential",
"Desirable"), or by a cell of each row that holds nothing but such a word or its letter.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_CELLS = re.compile(r"\s*\|\s*|\t+")
_MUST = re.compile(r"(?:essential|required|must(?:[- ]have)?|mandatory|minimum)(?: criteria| \(e\))?|E", re.IGNORECASE)
_NICE = re.compile(r"(?:desirable|preferred|nice[- ]to[- ]have|desired|optional)(?: criteria| \(d\))?|D", re.IGNORECASE)
_TICK = re.compile(r"[✓✔☑☒✗✘xX•*√]|yes", re.IGNORECASE)
_RULE = re.compile(r"[-:=\s|]+")
FEWEST_CELLS = 2


@dataclass(slots=True)
class _Columns:
    """Which cells of a row hold a must and which a wish; ``start`` is the first that holds a criterion."""

    must: int
    nice: int


def cells_of(line: str) -> list[str]:
    """The cells of a row of a table; one for a line that is none."""
    return [cell.strip() for cell in _CELLS.split(line.strip().strip("|"))]


def unfolded(lines: Sequence[tuple[str, int, int]]) -> Iterator[tuple[str, int, int]]:
    """Lines (text, start, end) with each row of a table of criteria as a heading and a bullet for each criterion.

    Lines that stand in no such table come out as they are.
    """
    columns: _Columns | None = None
    for text, start, end in lines:
        cells = cells_of(text) if "|" in text or "\t" in text else [text.strip()]
        head = _head(cells)
        if head is not None:
            columns = head
            continue
        if len(cells) < FEWEST_CELLS:
            if columns is not None and text.strip():
                columns = None
                yield "**Overview**", start, start  # what follows a table is neither must nor wish by its place
            yield text, start, end
            continue
        if columns is not None and _RULE.fullmatch(text):
            continue
        found = list(_criteria(cells, columns))
        if not found:
            yield text, start, end
        for part, criterion in found:
            yield f"**{part}**", start, start
            yield f"• {criterion}", start, end


def _head(cells: Sequence[str]) -> _Columns | None:
    """The columns that the head of a table names; None for a line that is none."""
    if len(cells) < FEWEST_CELLS:
        return None
    must = next((at for at, cell in enumerate(cells) if len(cell) > 1 and _MUST.fullmatch(cell)), -1)
    nice = next((at for at, cell in enumerate(cells) if len(cell) > 1 and _NICE.fullmatch(cell)), -1)
    return _Columns(must, nice) if must >= 0 and nice >= 0 else None


def _criteria(cells: Sequence[str], columns: _Columns | None) -> Iterator[tuple[str, str]]:
    """The criteria of a row, each with the heading it belongs under."""
    if columns is not None:
        for part, at in (("Essential", columns.must), ("Desirable", columns.nice)):
            cell = cells[at] if at < len(cells) else ""
            if _TICK.fullmatch(cell) or _MUST.fullmatch(cell) or _NICE.fullmatch(cell):
                yield part, _longest(cells)
            elif re.search(r"\w{2}", cell):
                yield part, cell
        return
    for pattern, part in ((_MUST, "Essential"), (_NICE, "Desirable")):
        if any(pattern.fullmatch(cell) for cell in cells[1:]) and len(_longest(cells).split()) > 1:
            yield part, _longest(cells)
            return


def _longest(cells: Sequence[str]) -> str:
    return max(cells, key=len)
