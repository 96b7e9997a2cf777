"""Entries whose parts are named: in a table's first row ("Period | Employer"), or each on a row of its own."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from resumes.parsing.dates import DateSpan, find_dates
from resumes.parsing.folding import fold
from resumes.parsing.lexicon import sections, terms
from resumes.parsing.pieces import Piece
from resumes.parsing.rows import Row

COLUMNS = {name: kind for kind in sections("tables") for name in terms("tables", kind)}
LABEL = re.compile(r"^(?P<label>[^:\t]{2,60}?)\s*(?:\t\s*:?|:)\s*(?=\S)")
_PARTS = re.compile(r" (?:and|&|und|et|y|e|en) | ?/ ?")  # "Job title and duties": the first known of the two
_KNOWN = 0.6  # the share of columns whose name must be known


@dataclass(slots=True)
class Record:
    """An entry: its cells by the kind that names them, and the rows below that belong to it."""

    row: Row
    cells: dict[str, list[Piece]]
    below: list[Row] = field(default_factory=list)
    last: Row | None = None

    @property
    def end(self) -> int:
        """Offset after the last row."""
        return max(row.end for row in (self.row, *self.below, self.last or self.row))

    def first(self, kind: str) -> Piece | None:
        """The first cell of a kind."""
        return next(iter(self.cells.get(kind, ())), None)

    def date(self) -> DateSpan | None:
        """The date of the row; a column for its begin and one for its end make a range."""
        spans = find_dates(" - ".join(piece.text for piece in self.cells.get("date", ())), day_first=self.row.day_first)
        return next((span for span in spans if span.is_range), spans[-1] if spans else None)


def columns_of(row: Row) -> list[str | None] | None:
    """The kind of each column a row names, None for an unknown one; None if the row is no head of a table."""
    names = [column_name(row.text[begin:end]) for begin, end in row.segments]
    known = [COLUMNS.get(name) or next(filter(None, map(COLUMNS.get, _PARTS.split(name))), None) for name in names]
    if len(names) < 2 or sum(kind is not None for kind in known) < max(2, _KNOWN * len(names)):
        return None
    return known


def cut_table(rows: Sequence[Row], wanted: set[str]) -> tuple[list[Row], list[Record], list[Row]]:
    """The rows before a table with columns of the ``wanted`` kinds, its records, and the rows after it.

    Without such a table all rows are "before".
    """
    for number, row in enumerate(rows):
        columns = columns_of(row)
        if columns is None or not wanted <= set(columns):
            continue
        records: list[Record] = []
        for index in range(number + 1, len(rows)):
            cells = rows[index].segments
            if len(cells) == len(columns):
                records.append(Record(rows[index], _cells(rows[index], columns)))
            elif len(cells) > 1 or not records:
                return list(rows[:number]), records, list(rows[index:])
            else:
                records[-1].below.append(rows[index])
        if records:
            return list(rows[:number]), records, []
    return list(rows), [], []


def _cells(row: Row, columns: Sequence[str | None]) -> dict[str, list[Piece]]:
    cells: dict[str, list[Piece]] = {}
    for kind, (begin, end) in zip(columns, row.segments, strict=True):
        if kind is not None:
            cells.setdefault(kind, []).append(Piece(row.text[begin:end], row.start + begin, row.index))
    return cells


def cut_labelled(rows: Sequence[Row], wanted: set[str]) -> tuple[list[Row], list[Record]]:
    """The rows before entries each part of which has its label ("Employer: ..."), and the entries.

    Without such entries, or where one lacks a part of the ``wanted`` kinds, all rows are "before".
    """
    labelled, ends = _labelled_rows(rows)
    if not labelled:
        return list(rows), []
    records: list[Record] = []
    for number in range(min(labelled), len(rows)):
        kind, cell = labelled.get(number, ("", None))
        if cell is None:
            if number not in ends:
                records[-1].below.append(rows[number])
        elif records and (kind not in records[-1].cells or kind == "text"):
            records[-1].cells.setdefault(kind, []).append(cell)
            records[-1].last = rows[number]
        else:
            records.append(Record(rows[number], {kind: [cell]}))
    if not all(wanted <= set(record.cells) for record in records):
        return list(rows), []
    return list(rows[: min(labelled)]), records


def _labelled_rows(rows: Sequence[Row]) -> tuple[dict[int, tuple[str, Piece]], set[int]]:
    """By number, the kind that a row's label names and what stands after it; the rows that only end a label."""
    labelled: dict[int, tuple[str, Piece]] = {}
    ends: set[int] = set()
    for number, row in enumerate(rows):
        match = LABEL.match(row.text[row.body_at :])
        if match is None or number in ends:
            continue
        kind = COLUMNS.get(column_name(match["label"]))
        following = rows[number + 1] if number + 1 < len(rows) else None
        if kind is None and following is not None and len(following.segments) == 1:
            # A narrow column broke the label.
            kind = COLUMNS.get(column_name(f"{match['label']} {following.body}"))
            if kind is not None:
                ends.add(number + 1)
        if kind is not None:
            at = row.body_at + match.end()
            labelled[number] = kind, Piece(row.text[at:].rstrip(), row.start + at, row.index)
    return labelled, ends


def column_name(label: str) -> str:
    """A label as the lists of columns write it."""
    return fold(label).strip(" .:*#")
