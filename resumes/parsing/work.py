"""Work entries: where each begins, who employed the candidate as what, where, from when to when."""

import itertools
import re
from dataclasses import dataclass, field, replace
from typing import Any

from resumes.parsing.asides import is_aside, without_remark
from resumes.parsing.blocks import Block, entry_blocks
from resumes.parsing.dates import DateSpan
from resumes.parsing.folding import fold
from resumes.parsing.headings import PARTS
from resumes.parsing.lexicon import terms
from resumes.parsing.pieces import Piece, read_header
from resumes.parsing.places import PLACE_LABEL, parse_place, split_trailing_place
from resumes.parsing.rows import Row
from resumes.parsing.tables import COLUMNS, LABEL, Record, column_name, cut_labelled, cut_table
from resumes.parsing.wording import OWN_EMPLOYER, is_department, is_employment_kind, organisation_score, title_score
from resumes.parsing.work_places import Reading, with_fields, with_places, with_towns


@dataclass(slots=True)
class WorkEntry:
    """One position held. Offsets count code points of the stored text."""

    start: int
    end: int
    position: Piece | None = None
    company: Piece | None = None
    location: str | None = None
    date: DateSpan | None = None
    summary: str | None = None
    highlights: list[tuple[str, int, int]] = field(default_factory=list)
    company_alone: bool = False  # the employer has its row for itself, as a banner over several roles has
    split: bool = False  # title and employer were one piece, parted at a comma

    def as_json(self) -> dict[str, Any]:
        """The stored form, in JSON Resume names."""
        return {
            "name": _one_line(self.company),
            "position": _one_line(self.position),
            "location": self.location,
            "startDate": self.date.begin if self.date else None,
            "endDate": self.date.finish if self.date else None,
            "current": bool(self.date and self.date.current),
            "summary": self.summary,
            "highlights": [text for text, _, _ in self.highlights],
            "highlight_spans": [[start, end] for _, start, end in self.highlights],
            "start": self.start,
            "end": self.end,
        }


def _one_line(piece: Piece | None) -> str | None:
    """The piece as a name; a line break inside it is where its column ended."""
    return " ".join(piece.text.split()) if piece else None


def parse_work(rows: list[Row]) -> list[WorkEntry]:
    """The positions named in the rows of an experience section, in the order they stand."""
    return [held for entry in _entries(rows) for held in _each_time(entry)]


def _each_time(entry: WorkEntry) -> list[WorkEntry]:
    """A position held several times ("summers 2021 and 2022") once for each, what was done with the latest."""
    times = entry.date.earlier if entry.date else ()
    again = [replace(entry, date=_stretch(entry.date, *time), highlights=[]) for time in times if entry.date]
    return [entry, *again]


def _stretch(date: DateSpan, begin: str | None, finish: str | None) -> DateSpan:
    return replace(date, begin=begin, finish=finish, earlier=())


def _entries(rows: list[Row]) -> list[WorkEntry]:
    for employer in ("employer", "school"):  # a teacher's table calls the column "School"
        before, records, after = cut_table(rows, {"title", employer})
        if records:
            return [*_entries(before), *map(_of_record, records), *_entries(after)]
    before, records = cut_labelled(rows, {"title", "employer"})
    if records:
        return [*_entries(before), *map(_of_record, records)]
    followed = itertools.zip_longest(rows, rows[1:])
    blocks = entry_blocks([row for row, below in followed if not (_is_length(row) or _is_part(row, below))])
    readings = with_towns(with_places([_candidates(block) for block in blocks], blocks))
    readings = with_fields(_with_town_names(readings, blocks))
    title_first = _title_comes_first(readings)
    entries: list[WorkEntry] = []
    for block, (pieces, location, date) in zip(blocks, readings, strict=True):
        entry = _entry(block, pieces, title_first)
        entry.location, entry.date = location, date
        entries.append(entry)
    return _share_banners(entries)


def _is_length(row: Row) -> bool:
    """Whether the row only says how long all positions at one employer took: "Full-time · 4 years 3 months"."""
    parts = [part.strip() for part in re.split(r"[|·•,]", row.folded[row.body_at :]) if part.strip()]
    lengths = [part for part in parts if _LENGTH.fullmatch(part)]
    return bool(lengths) and all(part in lengths or is_employment_kind(part) for part in parts)


def _is_part(row: Row, below: Row | None) -> bool:
    """Whether the row is a label over some of the positions: "Vocational".

    "Freelance" is an employer, "Volunteer" a title where none stands below it, and nothing but a date stands below
    what belongs to the position above it.
    """
    label = row.folded.strip(" :")
    if row.is_bullet or label not in PARTS or label in OWN_EMPLOYER or below is None:
        return False
    pieces = read_header(below).pieces
    return bool(pieces) and (title_score(label) < 1.5 or any(title_score(piece.text) >= 2 for piece in pieces))


def _of_record(record: Record) -> WorkEntry:
    """A position of a table that names its columns."""
    employer = record.first("employer") or record.first("school")
    entry = WorkEntry(record.row.start, record.end, record.first("title"), employer)
    if entry.company is not None:
        name, entry.location = split_trailing_place(entry.company.text)
        entry.company = replace(entry.company, text=name)
    place = record.first("place")
    entry.location = place.text if place else entry.location
    entry.date = record.date()
    told = [(piece.text, piece.start, piece.end) for piece in record.cells.get("text", ())]
    entry.highlights = [*told, *((row.body, row.start + row.body_at, row.end) for row in record.below)]
    return entry


def _candidates(block: Block) -> Reading:
    """The header's pieces that may be title or employer, its place and its date."""
    pieces: list[Piece] = []
    location: str | None = None
    date: DateSpan | None = None
    for row in block.header:
        read = read_header(row)
        if read.date is not None and (date is None or (read.date.is_range and not date.is_range)):
            date = read.date
        for piece in map(_without_label, read.pieces):
            piece = replace(piece, text=without_remark(piece.text))
            if is_aside(piece.text):
                continue
            labelled = PLACE_LABEL.match(fold(piece.text))
            if labelled is not None:  # "City: Lyon | Country: France"
                told = piece.text[labelled.end() :]
                location = f"{location}, {told}" if location else told
                continue
            if parse_place(piece.text) is not None and (location is None or title_score(piece.text) < 1):
                location = location or piece.text
                continue
            inner = _inner_place(piece)
            if inner is not None:
                location = location or inner[1]
                pieces.extend(inner[0])
                continue
            rest, place = split_trailing_place(piece.text)
            if place is not None:
                place = place.rstrip(".") if re.search(r"[a-z]{3}\.$", place) else place
                location = location or place
                piece = Piece(rest, piece.start, piece.row, piece.first_in_row, place)
            pieces.extend(_split_weak(piece))
    return pieces, location, date


def _with_town_names(readings: list[Reading], blocks: list[Block]) -> list[Reading]:
    """The readings, a town's name that stands where other entries have their employer taken for one: "LIVERPOOL"."""
    heads = [read_header(block.header[0]).pieces for block in blocks]
    banners = sum(len(head) == 1 and organisation_score(head[0].text) >= 2 for head in heads)
    if not banners:
        return readings
    found: list[Reading] = []
    for (pieces, location, date), head in zip(readings, heads, strict=True):
        place = parse_place(location) if location else None
        alone = len(head) == 1 and head[0].text == location and len(pieces) == 1
        bare = place is not None and place.region is None and place.country is None
        if alone and bare and title_score(pieces[0].text) >= 2:
            found.append(([head[0], *pieces], None, date))
        else:
            found.append((pieces, location, date))
    return found


def _without_label(piece: Piece) -> Piece:
    """A piece without the label that says what it is: "Position: Clerk"."""
    match = LABEL.match(piece.text)
    if match is None or COLUMNS.get(column_name(match["label"])) not in ("title", "employer"):
        return piece
    return _part(piece, match.end(), len(piece.text))


_LEGAL = "|".join(re.escape(form) for form in sorted(terms("organisations", "legal_forms"), key=len, reverse=True))
# "Acme, Inc." is one name; "Consultant, PA Consulting" and "Cook, Spa Hotel" are two.
_COMMA = re.compile(rf",\s+(?!(?:{_LEGAL})(?:$|,)|(?:inc|llc|llp|pllc|ltd|gmbh|corp)\b)", re.I)
_LENGTH = re.compile(
    r"\(?(?:less than a year|\d+ ?(?:yrs?|years?|mos?|months?|ans?|mois|jahre?|monate?|anos?|mes(?:es)?)\.?"
    r"(?: (?:and )?\d+ ?(?:mos?|months?|mois|monate?|mes(?:es)?)\.?)?)\)?"
)
# An agency behind the employer it lent the candidate to; "Via Rail" and "drive-through" are none.
_VIA = re.compile(
    r"(?<=[^\s(])\s*\((?i:(?:via|through|contracted (?:via|through)) [^()]+|agency\b[^()]*)(?:\)|$)$"
    r"|(?<=[^\s(]) (?:via|contracted (?:via|through)|[Aa]gency:) [A-ZÀ-Þ0-9][^()]*$"
)
_LASTED = re.compile(
    r"\s*\(\s*\d+(?:\.\d)?\+?\s*(?:yrs?|years?|mos?|months?|ans|mois|jahre?|monate|anos|meses)[^()]*\)$", re.I
)
_AT = re.compile(
    r"\s+(?P<sure>at|@|bei|chez|presso|bij)\s+(?=[^\W_])|\s+(?:with|für|for|en|na|w)\s+(?=[A-Z0-9À-Þ])|\s*(?P<sign>@)\s*"
)


def _inner_place(piece: Piece) -> tuple[list[Piece], str] | None:
    """The names on both sides of a place in the middle: "Acme LLP, Dayton, OH, Paralegal"; None if there is none."""
    commas = list(re.finditer(r",\s+", piece.text))
    for first, last in itertools.combinations(commas, 2):
        place = parse_place(piece.text[first.end() : last.start()])
        if place is None or not (place.region or place.country) or not place.city:
            continue
        sides = _part(piece, 0, first.start()), _part(piece, last.end(), len(piece.text))
        if all(", " not in side.text for side in sides) and abs(_lean(sides[0]) - _lean(sides[1])) >= 1.5:
            return list(sides), place.text
    return None


def _split_weak(piece: Piece) -> list[Piece]:
    """Halves of "Engineer at Acme" and "Engineer, Acme Inc" where one is a title and the other no title."""
    for match in _AT.finditer(piece.text):
        left, right = piece.text[: match.start()], piece.text[match.end() :]
        # "at night" names nobody, "bei voestalpine GmbH" does.
        small = right[:1].islower() and organisation_score(right[:1].upper() + right[1:].split(", ")[0]) < 3
        if small and match["sure"]:
            continue
        sure = match["sure"] or match["sign"] or (organisation_score(right.split(", ")[0]) >= 2 and "," not in left)
        if fold(right) in OWN_EMPLOYER and title_score(left) >= 1.5:
            return [_part(piece, 0, len(left)), _part(piece, match.end(), len(piece.text))]
        likely = title_score(left) >= 1.5 or (match["sure"] and organisation_score(left) < 2 and len(left.split()) <= 6)
        if sure and likely and title_score(right) < 2.5 and not is_department(right):
            return [_part(piece, 0, len(left)), _part(piece, match.end(), len(piece.text))]
    best: tuple[float, int, int] | None = None
    for match in _COMMA.finditer(piece.text):
        left, right = piece.text[: match.start()], piece.text[match.end() :]
        lean_left = title_score(left) - organisation_score(left)
        lean_right = title_score(right) - organisation_score(right)
        contrast = abs(lean_left - lean_right)
        if fold(right) in OWN_EMPLOYER:
            return [_part(piece, 0, match.start()), _part(piece, match.end(), len(piece.text))]
        if is_department(right) and organisation_score(right) < 4 and lean_left >= 1.5:
            continue
        clear = (lean_left >= 1.5 and lean_right <= -1.5) or (lean_left <= -1.5 and lean_right >= 1.5)
        adds = best is not None and _adds_to_title(piece.text[best[2] : match.start()], right)
        if clear and (best is None or adds or contrast > best[0]):
            best = (contrast, match.start(), match.end())
    if best is None:
        return [piece]
    return [_part(piece, 0, best[1]), _part(piece, best[2], len(piece.text))]


def _adds_to_title(between: str, right: str) -> bool:
    """Whether what stands between a title and a sure employer is the title's: "Vice President, Water Resources"."""
    words = between.split()
    field = 1 < len(words) <= 4 and organisation_score(between) < 1 and title_score(between) < 1.5
    return field and organisation_score(right) >= 3 and len(right.split()) > 1


def _part(piece: Piece, begin: int, end: int) -> Piece:
    cut = piece.cut if end == len(piece.text) else None
    return Piece(piece.text[begin:end], piece.start + begin, piece.row, piece.first_in_row and begin == 0, cut)


def _lean(piece: Piece) -> float:
    """Positive for a title, negative for an employer."""
    text, _, tail = piece.text.rpartition(", ")
    text = text if text and is_department(tail) else piece.text  # "Charge Nurse, Emergency Department"
    lean = title_score(text) - organisation_score(text)
    return lean + (0.5 if is_department(piece.text) else 0.0)


def _title_comes_first(readings: list[Reading]) -> bool:
    """Whether titles stand before employers, by the entries where the words tell."""
    votes = 0.0
    for pieces, _, _ in readings:
        if len(pieces) >= 2:
            votes += max(-3.0, min(3.0, _lean(pieces[0]) - _lean(pieces[1])))
    return votes >= 0


def _entry(block: Block, pieces: list[Piece], title_first: bool) -> WorkEntry:
    entry = WorkEntry(*block.span)
    entry.summary, entry.highlights = block.body_texts()
    pieces = [replace(piece, text=_VIA.sub("", _LASTED.sub("", piece.text)).rstrip(" ,(")) for piece in pieces]
    title, company = _choose(pieces, title_first)
    if len(pieces) == 1 and (title is None or company is None):
        title, company = _split_last_resort(pieces[0], title_first) or (title, company)
    entry.position, entry.company = _with_rest(title, company, pieces), company
    title = entry.position
    if title is not None and company is not None:
        between = company.start - title.end
        alone = all(piece.row == title.row for piece in pieces)
        entry.split = title.row == company.row and 0 < between <= 2 and alone
    if company is not None:
        entry.company_alone = all(piece is company or piece.row != company.row for piece in pieces)
    return entry


def _with_rest(title: Piece | None, company: Piece | None, pieces: list[Piece]) -> Piece | None:
    """A title with what a comma cut off it that turned out to be no employer: "Vice President, Mergers"."""
    if title is None or company is None or company.row == title.row:
        return title
    rest = next((p for p in pieces if p.row == title.row and 0 < p.start - title.end <= 2), None)
    return title if rest is None else replace(title, text=f"{title.text}, {rest.text}")


def _choose(pieces: list[Piece], title_first: bool) -> tuple[Piece | None, Piece | None]:
    """The best (title, employer) pair among the pieces."""
    if not pieces:
        return None, None
    if len(pieces) == 1:
        piece = pieces[0]
        return (piece, None) if _lean(piece) >= -0.5 else (None, piece)
    own = next((piece for piece in pieces if fold(piece.text) in OWN_EMPLOYER), None)
    named = next((piece for piece in pieces if piece is not own and title_score(piece.text) >= 1.5), None)
    if own is not None and named is not None:
        return named, own
    best: tuple[float, Piece, Piece] | None = None
    for t_index, title in enumerate(pieces[:5]):
        for c_index, company in enumerate(pieces[:5]):
            if t_index == c_index:
                continue
            score = _lean(title) - _lean(company)
            score += 1.0 if (t_index < c_index) == title_first else 0.0
            score -= 0.6 * (t_index + c_index)
            if company.row == title.row and is_department(company.text) and organisation_score(company.text) < 3:
                score -= 2.0
            if best is None or score > best[0]:
                best = (score, title, company)
    if best is None:
        return None, None
    _, title, company = best
    if title_score(company.text) >= 3 and organisation_score(company.text) < 1 and title_score(title.text) >= 2:
        return title, None
    return title, company


def _split_last_resort(piece: Piece, title_first: bool) -> tuple[Piece, Piece] | None:
    """Title and employer of a header that is one piece ("Sous Chef, Noma"): the comma where they differ most.

    None where what follows the comma is a department, or nothing tells the two apart.
    """
    best: tuple[float, Piece, Piece] | None = None
    for match in _COMMA.finditer(piece.text):
        left, right = _part(piece, 0, match.start()), _part(piece, match.end(), len(piece.text))
        if (
            is_department(right.text)
            or not (right.text[:1].isupper() or right.text[:1].isdigit())
            or organisation_score(right.text) < 0
        ):
            continue
        lean = _lean(left) - _lean(right)
        for score, title, company in ((lean + title_first, left, right), (-lean + (not title_first), right, left)):
            sane = title_score(company.text) < 2.5 and organisation_score(title.text) < 3
            if sane and score >= 1.0 and (best is None or score > best[0]):
                best = (score, title, company)
    return (best[1], best[2]) if best else None


def _spans_over(entry: WorkEntry, following: WorkEntry | None) -> bool:
    """Whether an entry of one piece that is no title spans the time of the roles below it: it names their employer."""
    if following is None or entry.company or entry.position is None or entry.highlights or entry.summary:
        return False
    if following.company or following.position is None or title_score(following.position.text) < 1.5:
        return False
    if title_score(entry.position.text) >= 1.5 or entry.date is None or following.date is None:
        return False
    ends = [date.finish or "9999" for date in (entry.date, following.date)]
    begins = [date.begin or "" for date in (entry.date, following.date)]
    return begins[0][:4] <= begins[1][:4] and ends[1][:4] <= ends[0][:4]


def _share_banners(entries: list[WorkEntry]) -> list[WorkEntry]:
    """Roles under one employer banner take the banner's employer; a banner with no role of its own goes."""
    kept: list[WorkEntry] = []
    banner: WorkEntry | None = None
    for index, entry in enumerate(entries):
        following = entries[index + 1] if index + 1 < len(entries) else None
        if _spans_over(entry, following):
            entry.position, entry.company, entry.company_alone = None, entry.position, True
        is_banner = entry.company is not None and entry.position is None and not entry.highlights
        if is_banner and following is not None and following.position is not None and following.company is None:
            banner = entry
            continue
        if entry.split and banner is not None and banner.company_alone and entry.position and entry.company:
            # A role under the banner, set as "Engineer, Identity Services": what follows the comma is a department.
            entry.position = replace(entry.position, text=f"{entry.position.text}, {entry.company.text}")
            entry.company = banner.company
        elif entry.company is not None:
            above = entry.position is None or entry.company.start < entry.position.start
            banner = entry if entry.company_alone and above else None
        elif entry.position is not None and banner is not None:
            entry.company = banner.company
            entry.location = entry.location or banner.location
        kept.append(entry)
    return kept
