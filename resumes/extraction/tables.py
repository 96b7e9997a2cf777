"""Ruled tables: the words of a table row, whose cells may wrap, as one word that layout keeps whole.

The borders decide which words share a cell, so that cells of several lines are not read across.
Where a row has several cells of more than a few lines, it is a page set in a table: each of them is
read for itself.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from resumes.extraction.assembly import DraftLine, join_hyphens
from resumes.extraction.mending import line_text
from resumes.extraction.rows import rows_of
from resumes.extraction.shapes import Rule
from resumes.extraction.words import Word

NEAR = 2.5  # points within which two rules are one, or meet
MAX_LINES = 4  # of a cell that is read as one piece
MAX_CHARACTERS = 300
MAX_RULES = 600  # of a page; more are a drawing


@dataclass(frozen=True, slots=True)
class Grid:
    """A table's rules: where its rows and columns may end, and which borders are drawn."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    rules: tuple[Rule, ...]

    def cells(self, row: int) -> list[tuple[float, float]]:
        """Left and right edge of each cell that begins and ends with the row; where no border is drawn, two are one."""
        top, bottom = self.ys[row], self.ys[row + 1]
        edges = [x for x in self.xs if self._drawn(x, (top + bottom) / 2, vertical=True)]
        return [
            (left, right)
            for left, right in pairwise(edges)
            if all(self._drawn(y, (left + right) / 2, vertical=False) for y in (top, bottom))
        ]

    def _drawn(self, at: float, through: float, *, vertical: bool) -> bool:
        return any(
            rule.vertical == vertical and abs(rule.at - at) <= NEAR and rule.begin - NEAR <= through <= rule.end + NEAR
            for rule in self.rules
        )


def grids(rules: Sequence[Rule]) -> list[Grid]:
    """The tables that rules draw: groups of meeting rules with two columns and two rows or more."""
    found = []
    for group in _groups(rules):
        xs = _places([rule.at for rule in group if rule.vertical])
        ys = _places([rule.at for rule in group if not rule.vertical])
        if len(xs) >= 3 and len(ys) >= 3:
            found.append(Grid(tuple(xs), tuple(ys), tuple(group)))
    return found


def _groups(rules: Sequence[Rule]) -> list[list[Rule]]:
    groups: list[list[Rule]] = []
    for rule in sorted(rules, key=lambda rule: rule.at if not rule.vertical else rule.begin):
        met = [group for group in groups if any(_meet(rule, other) for other in group)]
        merged = [rule, *(other for group in met for other in group)]
        groups = [group for group in groups if not any(group is one for one in met)]
        groups.append(merged)
    return groups


def _meet(one: Rule, other: Rule) -> bool:
    if one.vertical == other.vertical:
        return abs(one.at - other.at) <= NEAR and one.begin <= other.end + NEAR and other.begin <= one.end + NEAR
    return one.begin - NEAR <= other.at <= one.end + NEAR and other.begin - NEAR <= one.at <= other.end + NEAR


def _places(values: list[float]) -> list[float]:
    """The values in order, near ones as one."""
    places: list[float] = []
    for value in sorted(values):
        if not places or value - places[-1] > NEAR:
            places.append(value)
    return places


def cut_at_rules(words: list[Word], rules: Sequence[Rule]) -> list[Word]:
    """The words, with a note on each that a vertical line parts from the word before it on its row."""
    vertical = [rule for rule in rules if rule.vertical][:MAX_RULES]
    if not vertical:
        return words
    parted: set[int] = set()
    for row in rows_of(words):
        for before, word in pairwise(row):
            middle = (max(before.y0, word.y0) + min(before.y1, word.y1)) / 2
            if any(r.begin <= middle <= r.end and before.x1 - 1 <= r.at <= word.x0 + 1 for r in vertical):
                parted.add(id(word))
    return [replace(word, cut=True) if id(word) in parted else word for word in words]


def regions_of(words: list[Word], rules: Sequence[Rule]) -> list[list[Word]]:
    """The words of a page in regions to be laid out one after the other.

    Each row of a ruled table is put together to one word, its cells parted by tabs. A page without tables,
    or with tables of short cells only, is one region.
    """
    columns: list[tuple[float, float, list[list[Word]]]] = []
    for grid in grids(rules) if len(rules) <= MAX_RULES else ():
        for row in range(len(grid.ys) - 1):
            cells = _cells(words, grid, row)
            long = [cell for cell in cells if cell and not _is_short(cell)]
            if len(long) >= 2 and _alone(cells, words, grid, row):
                columns.append((grid.ys[row], grid.ys[row + 1], [cell for cell in cells if cell]))
            else:
                words = _with_row(words, cells)
    return _apart(words, columns)


def _apart(words: list[Word], columns: list[tuple[float, float, list[list[Word]]]]) -> list[list[Word]]:
    """The words above each row of columns, the columns, and what is left below."""
    regions: list[list[Word]] = []
    for top, _, cells in sorted(columns, key=lambda column: column[0]):
        inside = {id(word) for cell in cells for word in cell}
        regions += [[word for word in words if word.y0 < top and id(word) not in inside], *cells]
        taken = {id(word) for region in regions for word in region}
        words = [word for word in words if id(word) not in taken]
    return [region for region in (*regions, words) if region]


def _cells(words: list[Word], grid: Grid, row: int) -> list[list[Word]]:
    """The words of each cell of a row."""
    top, bottom = grid.ys[row], grid.ys[row + 1]
    inside = [word for word in words if top < (word.y0 + word.y1) / 2 < bottom]
    return [[word for word in inside if left < (word.x0 + word.x1) / 2 < right] for left, right in grid.cells(row)]


def _alone(cells: list[list[Word]], words: list[Word], grid: Grid, row: int) -> bool:
    """Whether nothing stands beside the cells."""
    inside = {id(word) for cell in cells for word in cell}
    top, bottom = grid.ys[row], grid.ys[row + 1]
    return all(id(word) in inside for word in words if top < (word.y0 + word.y1) / 2 < bottom)


def _with_row(words: list[Word], cells: list[list[Word]]) -> list[Word]:
    short = [cell for cell in cells if cell and _is_short(cell)]
    if len(short) < 2:
        return words
    parted = [_head_and_rest(cell) for cell in short]
    heads = [head for head, _ in parted]
    told = [word for _, rest in parted for word in rest]
    taken = {id(word) for cell in short for word in cell}
    at = next(index for index, word in enumerate(words) if id(word) in taken)
    before = [word for word in words[:at] if id(word) not in taken]
    return [*before, one_word(heads), *told, *(word for word in words[at:] if id(word) not in taken)]


def _head_and_rest(cell: list[Word]) -> tuple[list[Word], list[Word]]:
    """A cell's words, and what is told below its bold first line: "Electrician", and the duties of one."""
    rows = rows_of(cell)
    heads = next((number for number, row in enumerate(rows) if not all(word.bold for word in row)), len(rows))
    if not heads or any(word.bold for row in rows[heads:] for word in row):
        return cell, []
    return [word for row in rows[:heads] for word in row], [word for row in rows[heads:] for word in row]


def _is_short(cell: list[Word]) -> bool:
    return len(rows_of(cell)) <= MAX_LINES and sum(len(word.text) + 1 for word in cell) <= MAX_CHARACTERS


def one_word(cells: list[list[Word]]) -> Word:
    """The words of the cells of a row as one word."""
    words = [word for cell in cells for word in cell]
    first = rows_of(words)[0]
    return Word(
        text="\t".join(_cell_text(cell) for cell in cells),
        x0=min(word.x0 for word in words),
        y0=min(word.y0 for word in words),
        x1=max(word.x1 for word in words),
        y1=max(word.y1 for word in words),
        baseline=max(first, key=lambda word: word.size).baseline,
        size=max(word.size for word in words),
        bold=2 * sum(len(word.text) for word in words if word.bold) > sum(len(word.text) for word in words),
    )


def _cell_text(cell: list[Word]) -> str:
    rows = rows_of(cell)
    # A dash that only one line begins with is no list mark: "Term 1 2019" and "– present".
    listed = sum(row[0].text in ("-", "–", "—") for row in rows) != 1 or rows[0][0].text in ("-", "–", "—")
    lines = [
        DraftLine(
            0, line_text(row, listed=listed), row[0].x0, row[0].y0, row[-1].x1, row[-1].y1, row[0].size, row[0].bold
        )
        for row in rows
    ]
    return " ".join(line.text for line in join_hyphens(lines) if line.text)
