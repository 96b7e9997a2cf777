"""Tables without borders whose cells wrap: their words put together row by row, as those of ruled tables are.

Three columns or more begin at the same places in row after row. That alone could be lists beside each
other; only lines that were broken because their column was full make it a table.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from resumes.extraction.flanks import DATE
from resumes.extraction.rows import rows_of
from resumes.extraction.tables import one_word
from resumes.extraction.words import Word

COLUMNS = 3  # at least
NEAR = 3.0  # points between the beginnings of cells of one column
WIDE = 1.2  # of the size: between two cells of one line
FAR = 3.5  # of the size: between two rows of one table


@dataclass(slots=True)
class _Region:
    """Lines of a table, as cells by column."""

    edges: list[float]
    lines: list[list[list[Word]]] = field(default_factory=list)


def with_aligned_rows(words: list[Word]) -> list[Word]:
    """The words with each row of a table without borders put together to one, where its cells wrap."""
    for region in _regions(words):
        right = _reach(words, region.edges[-1])
        if _are_cards(region):
            continue
        records = _records(region, right)
        if len(records) < 2 or not any(map(_is_wrapped_row, records)):
            continue
        for record in records:
            cells = [[word for line in record for word in line[column]] for column in range(len(region.edges))]
            filled = [cell for cell in cells if cell]
            if len(filled) < 2:
                continue
            taken = {id(word) for cell in filled for word in cell}
            at = next(index for index, word in enumerate(words) if id(word) in taken)
            rest = [word for word in words[at:] if id(word) not in taken]
            words = [*(word for word in words[:at] if id(word) not in taken), one_word(filled), *rest]
    return words


def _reach(words: list[Word], edge: float) -> float:
    """How far the lines reach that begin where the last column does, in the table and above and below it."""
    reach = edge
    for row in rows_of(words):
        starts = _starts(row)
        if min(abs(start - edge) for start in starts) > NEAR:
            continue
        end = min((start for start in starts if start > edge + NEAR), default=float("inf"))
        reach = max(reach, *(word.x1 for word in row if edge - NEAR <= word.x0 < end))
    return reach


def _are_cards(region: _Region) -> bool:
    """Whether every second column holds dates and no other does: cards beside each other, each with its date inside."""
    columns = [[cell for line in region.lines if (cell := line[at])] for at in range(len(region.edges))]
    if len(columns) < 4 or len(columns) % 2:
        return False
    dated = [sum(DATE.search(" ".join(word.text for word in cell)) is not None for cell in cells) for cells in columns]
    others = sum(dated[::2])
    return not others and all(count == len(cells) > 0 for count, cells in zip(dated[1::2], columns[1::2], strict=True))


def _is_wrapped_row(record: list[list[list[Word]]]) -> bool:
    """Several lines that begin as a row of a table does, with cells beside each other: a list's entries do not."""
    return len(record) > 1 and sum(bool(cell) for cell in record[0]) > 1


def _regions(words: list[Word]) -> list[_Region]:
    """Runs of lines that begin at the places where the cells of the run's first line begin."""
    rows = rows_of(words)
    found: list[_Region] = []
    number = 0
    while number < len(rows):
        edges = _starts(rows[number])
        if len(edges) < COLUMNS:
            number += 1
            continue
        region = _Region(edges)
        end = number
        while end < len(rows) and (end == number or _near(rows[end - 1], rows[end])):
            cells = _fitted(rows[end], edges)
            if cells is None:
                break
            region.lines.append(cells)
            end += 1
        if len(region.lines) > 1:
            found.append(region)
        number = max(end, number + 1)
    return found


def _starts(row: list[Word]) -> list[float]:
    """Where the cells of a line begin: after wide gaps."""
    starts = [row[0].x0]
    for before, word in pairwise(row):
        if word.cut or word.x0 - before.x1 > WIDE * min(word.size, before.size):
            starts.append(word.x0)
    return starts


def _near(above: list[Word], row: list[Word]) -> bool:
    size = max(word.size for word in row)
    return row[0].baseline - above[0].baseline < FAR * size and max(word.size for word in above) < 1.2 * size


def _fitted(row: list[Word], edges: Sequence[float]) -> list[list[Word]] | None:
    """A line's words by column; None if a cell of it begins anywhere else than a column does."""
    if not all(min(abs(start - edge) for edge in edges) <= NEAR for start in _starts(row)):
        return None
    cells: list[list[Word]] = [[] for _ in edges]
    column = 0
    for word in row:
        if word.x0 < edges[0] - NEAR:
            return None
        # The last column that begins here or before; a long word may reach into the next.
        begun = max(index for index, edge in enumerate(edges) if word.x0 >= edge - NEAR)
        exact = abs(word.x0 - edges[begun]) <= NEAR
        column = begun if exact or begun <= column else column
        if begun > column:
            return None
        cells[column].append(word)
    return cells


def _records(region: _Region, right: float) -> list[list[list[list[Word]]]]:
    """The lines grouped to rows: a line goes on with the one above where each of its cells was full there."""
    records: list[list[list[list[Word]]]] = []
    pitch = _pitch(region)
    before: list[list[Word]] | None = None
    for line in region.lines:
        goes_on = before is not None and _gap(before, line) <= 1.15 * pitch
        if goes_on and before is not None and _continues(before, line, region.edges, right):
            records[-1].append(line)
        else:
            records.append([line])
        before = line
    return records


def _pitch(region: _Region) -> float:
    """The smallest distance between two lines."""
    gaps = [_gap(one, other) for one, other in pairwise(region.lines)]
    return min(gaps)


def _gap(one: list[list[Word]], other: list[list[Word]]) -> float:
    return median(word.baseline for cell in other for word in cell) - median(
        word.baseline for cell in one for word in cell
    )


def _continues(above: list[list[Word]], line: list[list[Word]], edges: Sequence[float], right: float) -> bool:
    """Whether the first word of each cell would not have fitted at the end of the same cell on the line above."""
    ends = [*edges[1:], right]
    for column, cell in enumerate(line):
        if not cell:
            continue
        # A word alone is a heading or an entry of a list as often as a full line.
        if len(above[column]) < 2:
            return False
        full = above[column][-1].x1 + cell[0].x1 - cell[0].x0 + 0.2 * cell[0].size
        if full < ends[column] - 0.5 * cell[0].size:
            return False
    return True
