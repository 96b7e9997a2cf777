"""Where a position was held, where the lexicon knows no such town: by the form of the entries beside it."""

from dataclasses import replace
from itertools import pairwise

from resumes.parsing.blocks import Block
from resumes.parsing.dates import DateSpan
from resumes.parsing.pieces import Piece, read_header
from resumes.parsing.wording import is_department, organisation_score, title_score

Reading = tuple[list[Piece], str | None, DateSpan | None]  # pieces of a header, its place, its date


def with_towns(readings: list[Reading]) -> list[Reading]:
    """The readings, with a small town behind the employer's name as place where other entries have theirs there."""
    if not any(place and _ends_before(pieces, place) for pieces, place, _ in readings):
        return readings
    kept: list[Reading] = []
    for pieces, place, date in readings:
        found = None if place else next((cut for piece in pieces if (cut := _cut_town(piece)) is not None), None)
        if found is None:
            kept.append((pieces, place, date))
        else:
            whole, name, town = found
            kept.append(([name if piece is whole else piece for piece in pieces], town, date))
    return kept


def _ends_before(pieces: list[Piece], place: str) -> bool:
    """Whether the place stood behind a comma after one of the pieces: the piece ends where the place begins."""
    return any(piece.cut == place for piece in pieces)


def _cut_town(piece: Piece) -> tuple[Piece, Piece, str] | None:
    """The piece, its name and the one or two words after its last comma, if those could be a town."""
    name, mark, town = piece.text.rpartition(", ")
    words = town.split()
    if not mark or not 1 <= len(words) <= 2 or not all(word[:1].isupper() and word.isalpha() for word in words):
        return None
    if organisation_score(town) >= 1 or title_score(town) >= 1.5 or is_department(town):
        return None
    if title_score(name) >= 1.5 and ", " not in name:
        return None  # "Nurse, Brackenhall": the employer
    return piece, replace(piece, text=name), town


def with_places(readings: list[Reading], blocks: list[Block]) -> list[Reading]:
    """The readings, with a piece alone beside the date as place where that is where other entries have theirs."""
    beside = [_beside_date(block) for block in blocks]
    if not any(place and place == reading[1] for place, reading in zip(beside, readings, strict=True)):
        return readings
    kept: list[Reading] = []
    for place, (pieces, location, date) in zip(beside, readings, strict=True):
        rest = [piece for piece in pieces if piece.text != place]
        names = place is None or len(rest) != len(pieces) - 1 or len(place.split()) > 3
        if location is not None or names or title_score(place or "") >= 1.5 or organisation_score(place or "") >= 1.5:
            kept.append((pieces, location, date))
        else:
            kept.append((rest, place, date))
    return kept


def _beside_date(block: Block) -> str | None:
    """What stands beside the date on a header row of an entry that has others, if that is one piece."""
    for row in block.header if len(block.header) > 1 else ():
        read = read_header(row)
        if read.date is not None:
            return read.pieces[0].text if len(read.pieces) == 1 else None
    return None


def with_fields(readings: list[Reading]) -> list[Reading]:
    """The readings, what a comma cut off a title put back where others have title and employer on rows of their own.

    "Support Worker, Elderly Care" above the employer's name: what follows the comma is the field.
    """
    stacked = sum(len({piece.row for piece in pieces}) == len(pieces) == 2 for pieces, _, _ in readings)
    level = sum(len({piece.row for piece in pieces}) == 1 < len(pieces) for pieces, _, _ in readings)
    if stacked <= level:
        return readings
    return [(_with_field(pieces), location, date) for pieces, location, date in readings]


def _with_field(pieces: list[Piece]) -> list[Piece]:
    for number, (title, rest) in enumerate(pairwise(pieces)):
        others = [piece for piece in pieces if piece.row != title.row]
        if title.row != rest.row or not 0 < rest.start - title.end <= 2 or len(others) != 1 or len(pieces) != 3:
            continue
        if title_score(title.text) >= 1.5 and title_score(others[0].text) < 1.5:
            whole = replace(title, text=f"{title.text}, {rest.text}", cut=rest.cut)
            return [*pieces[:number], whole, *pieces[number + 2 :]]
    return pieces
