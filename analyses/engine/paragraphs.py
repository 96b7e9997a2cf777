"""Lines of a page put back into the paragraphs that were wrapped into them.

Where a line breaks depends on the width of the words before it, a name among them: sentences must come out the same
wherever the breaks fell.
"""

import re
from collections.abc import Collection, Mapping, Sequence

from resumes.document import Line

BULLET = re.compile(r"^\s*(?:[•●▪◦‣⁃·○■□➢➤✓✔*–—»>-]|o(?=\s)|\(?\d{1,2}[.)])\s+")
_HEADING_END = re.compile(r"[.!?:;]$")
_OPEN_END = re.compile(r"(?:,|&|/|-|\b(?:and|or|of|with|in|for|to|the|a|an|by|on|as|using|including|from|at))$")
Margins = Mapping[tuple[int, int], float]


def plain_lines(text: str) -> list[Line]:
    """Lines of a text that came without positions."""
    rows, position = [], 0
    for raw in text.split("\n"):
        if raw.strip():
            start = position + len(raw) - len(raw.lstrip())
            rows.append(Line(1, start, position + len(raw.rstrip()), 0, 0, 0, 0))
        position += len(raw) + 1
    return rows


def margins_of(rows: Sequence[Line]) -> Margins:
    """The right edge of the text of each page and column, in points."""
    edges: dict[tuple[int, int], float] = {}
    for row in rows:
        key = (row.page, row.column)
        edges[key] = max(edges.get(key, 0.0), row.x1)
    return edges


def paragraphs(text: str, rows: Sequence[Line], margins: Margins, starts: Collection[int]) -> list[list[Line]]:
    """Lines grouped into paragraphs; one in which one of ``starts`` (headings, positions) stands begins a new one."""
    groups: list[list[Line]] = []
    for row in rows:
        if row.end <= row.start:
            continue
        begins = any(row.start <= start < row.end for start in starts)
        if groups and not begins and _continues(text, groups[-1][-1], row, margins):
            groups[-1].append(row)
        else:
            groups.append([row])
    return groups


def _continues(text: str, above: Line, row: Line, margins: Margins) -> bool:
    """True when ``row`` goes on with the sentence of the line above."""
    upper, lower = text[above.start : above.end], text[row.start : row.end]
    if BULLET.match(lower) or _blank_line_between(text, above, row):
        return False
    if above.column != row.column and above.page == row.page:
        return False
    if above.size and row.size and abs(above.size - row.size) > 0.6:
        return False
    if _OPEN_END.search(upper.rstrip()) and not _HEADING_END.search(upper):
        return True
    if lower[:1].islower():
        return not upper.rstrip().endswith((".", ":"))
    # A sentence that ended is split anyway; joining costs nothing and keeps a wrapped name or "Node.\njs" whole.
    return above.page == row.page and _was_full(above, row, lower, margins.get((above.page, above.column), 0.0))


def _blank_line_between(text: str, above: Line, row: Line) -> bool:
    gap = text[above.end : row.start]
    if gap.count("\n") > 1:
        return True
    height = above.y1 - above.y0
    return above.page == row.page and height > 0 and row.y0 - above.y1 > height


def _was_full(above: Line, row: Line, lower: str, margin: float) -> bool:
    """True when the next line's first word would not have fitted before ``margin``: the line was wrapped, not ended.

    Lines of fewer than 45 characters are never taken to be wrapped: lists of short lines have margins of their own.
    """
    characters = above.end - above.start
    if characters < 45 or above.x1 <= above.x0:
        return False
    per_character = (above.x1 - above.x0) / characters
    first_word = len(lower.split(None, 1)[0]) if lower.split() else 0
    indent = row.x0 - above.x0
    full = above.x1 + (first_word + 1) * per_character > margin
    return full and -2 * per_character < indent < 6 * per_character
