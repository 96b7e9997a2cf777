"""Headers of entries cut into pieces: by wide gaps, bars, dots and dashes, with the dates taken out."""

import re
from dataclasses import dataclass

from resumes.parsing.dates import DateSpan, find_dates
from resumes.parsing.places import parse_place
from resumes.parsing.rows import Row
from resumes.parsing.wording import is_employment_kind, is_prose, organisation_score, title_score

_STRONG = re.compile(
    r"\s*[|¦‖·•●⋅∙◆♦▪■]\s*|\s+[–—―]\s*|\s*[–—―]\s+|\s+-{1,2}\s+|\s*;\s*|\s+//\s+|\s*\t\s*|\s{3,}|\s*→\s*(?=\d)"
)
_TRIM = " \t,;:|·•–—-/()[]"


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a header: its text, where it stands in the document, and the row it comes from."""

    text: str
    start: int
    row: int
    first_in_row: bool = False
    cut: str | None = None  # the place that stood behind it and was cut off

    @property
    def end(self) -> int:
        """Offset after the last code point."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Dated:
    """A header row read: its date if it has one, its pieces, and prose that follows on the same line."""

    row: Row
    date: DateSpan | None
    pieces: tuple[Piece, ...]
    tail: tuple[int, int] | None = None  # span in the row's text of prose after the header


_CONTACT = re.compile(
    # "Max Born Institute" is an employer.
    r"\S@\w[\w-]*\.\w|\b(?:born(?=:|,? (?:on|in)\b|:? ?\d)|d\.?o\.?b\.?|date of birth|birth ?date|geboren"
    r"|geburtsdatum|née? le|date de naissance"
    r"|fecha de nacimiento|nacid[oa])\b",
    re.IGNORECASE,
)


def header_date(row: Row) -> DateSpan | None:
    """The date of a row that could head an entry: a range rather than a single date, the last of several."""
    if _CONTACT.search(row.text):
        return None  # a birth date beside an e-mail address heads no position
    spans = find_dates(row.text, day_first=row.day_first)
    if not spans:
        return None
    ranges = [span for span in spans if span.is_range]
    return ranges[0] if ranges else spans[-1]


def read_header(row: Row) -> Dated:
    """Cut a header row into pieces around its date."""
    date = header_date(row)
    spans = row.segments or [(row.body_at, len(row.text))]
    if date is not None:
        spans = _without(spans, date.start, date.end)
    tail = None
    kept: list[tuple[int, int]] = []
    for begin, end in spans:
        text = row.text[begin:end].strip(_TRIM)
        if date is not None and begin >= date.end and len(text.split()) >= 4 and is_prose(text):
            tail = (begin, end)
        else:
            kept.append((begin, end))
    pieces = [piece for span in kept for piece in _cut(row, *span)]
    return Dated(row, date, _close(pieces), tail)


def _without(spans: list[tuple[int, int]], start: int, end: int) -> list[tuple[int, int]]:
    left = []
    for begin, finish in spans:
        if finish <= start or begin >= end:
            left.append((begin, finish))
        else:
            left.extend(span for span in ((begin, start), (end, finish)) if span[1] > span[0])
    return left


def _cut(row: Row, begin: int, end: int) -> list[Piece]:
    """Pieces of ``row.text[begin:end]`` between strong separators."""
    cuts = [begin]
    for match in _STRONG.finditer(row.text, begin, end):
        cuts.extend((match.start(), match.end()))
    cuts.append(end)
    pieces: list[Piece] = []
    for left, right in zip(cuts[::2], cuts[1::2], strict=True):
        raw = row.text[left:right]
        text = _trim(raw)
        if text:
            at = left + raw.index(text)
            pieces.append(Piece(text, row.start + at, row.index, not pieces and begin <= row.body_at))
    return pieces


def _trim(raw: str) -> str:
    """Outer marks off, but a bracket that closes one inside stays."""
    text = raw.strip(_TRIM)
    if text.count("(") > text.count(")") and ")" in raw[raw.index(text) + len(text) :]:
        text += ")"
    if text.count("(") > text.count(")") and text.endswith("("):
        text = text[:-1].rstrip()
    return text if any(c.isalnum() for c in text) else ""


def _close(pieces: list[Piece]) -> tuple[Piece, ...]:
    """Pieces without employment kinds ("Full-time"), but for one alone that is a title too: "Internship"."""
    if len(pieces) == 1 and title_score(pieces[0].text) >= 1.5:
        return tuple(pieces)
    return tuple(piece for piece in pieces if not is_employment_kind(piece.text) or parse_place(piece.text))


def is_headerish(row: Row) -> bool:
    """Whether a row could be part of an entry's header: short, no sentence, begins like a name."""
    text = row.body.strip()
    if not text or len(row.words) > 16 or is_prose(text):
        return False
    if text[0].islower() and not re.match(r"[a-z]+[A-Z]|[\w-]+\.\w", text):
        return False
    last = text.rstrip(")").split()[-1]
    if re.fullmatch(r"[^\W\d_]{4,}\.", last) and last[0].islower() and organisation_score(text) < 3:
        return False  # the end of a sentence
    last = last.lower()
    return not text.endswith(".") or len(last) <= 5 or organisation_score(text) >= 3 or title_score(text) >= 3
