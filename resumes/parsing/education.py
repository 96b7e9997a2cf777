"""Education entries: degree, field, level, school, dates, grade and courses."""

import re
from dataclasses import dataclass, field, replace

from resumes.parsing.dates import DateSpan
from resumes.parsing.degrees import Degree, find_degree
from resumes.parsing.education_entry import EducationEntry, of_record
from resumes.parsing.folding import fold
from resumes.parsing.lexicon import pattern
from resumes.parsing.pieces import header_date, read_header
from resumes.parsing.places import PLACE_LABEL, parse_place, split_hyphened, split_trailing_place
from resumes.parsing.rows import Row, is_wrapped, joined
from resumes.parsing.tables import cut_labelled, cut_table
from resumes.parsing.wording import is_prose, school_score

_COMMA = re.compile(r",\s+(?![^()]*\))")
_FROM = re.compile(r"\s+(?:from|at|an der|bei der|à l'|en la|aan de)\s+(?=[A-ZÀ-Þ])|\s*:\s+(?=[A-ZÀ-Þ])")
_CAMPUS = re.compile(r"(?:the )?(?:[a-z]+ )?university(?: of)?(?: [a-z]+){1,3} at [a-z]")
# What is said of a degree behind its school's name: "University of York (Distinction)", "... . Thesis: ..."
_AFTER_NAME = re.compile(rf"\.\s+(?i:{pattern('education details')})\b.*$|\s*\((?i:{pattern('classes')})\)$")
_GRADE = re.compile(pattern("grades"))
_COURSES = re.compile(rf"^(?:{pattern('course labels')})(?: include[sd]?| includ(?:es|ing))?\s*:\s*")
_STATUS = (
    r"(?:graduated|graduating|graduation|expected|anticipated|completed|in progress|class of|ongoing|current|with|gpa"
    r"|full.time|part.time)\b"
)
_DETAIL = re.compile(rf"^(?:{pattern('education details')})\b")

_STAY = re.compile(pattern("stays abroad"))
_COURSE = re.compile(
    rf"{_STAY.pattern}|\b(?:course|training|program|programme|bootcamp|licen[cs]e|lehrgang|kurs|curso|corso|cursus)$"
    r"|\b(?:class|level|grade) [a-e0-9]{1,2}\b"
)


@dataclass(slots=True)
class _Reading:
    """What one row says."""

    row: Row
    degree: Degree | None = None
    hint: Degree | None = None  # a degree that only a school's name speaks of ("Cedar Ridge High School")
    school: str | None = None
    place: str | None = None
    date: DateSpan | None = None
    other: list[str] = field(default_factory=list)


def parse_education(rows: list[Row]) -> list[EducationEntry]:
    """The entries of an education section, in the order they stand."""
    for school in ("school", "board"):
        before, records, after = cut_table(rows, {"degree", school})
        if records:
            return [*parse_education(before), *map(of_record, records), *parse_education(after)]
    before, records = cut_labelled(rows, {"degree", "school"})
    if records:
        return [*parse_education(before), *map(of_record, records)]
    entries: list[EducationEntry] = []
    current: EducationEntry | None = None
    collecting: EducationEntry | None = None
    whole = _unwrapped(rows)
    for number, row in enumerate(whole):
        body = fold(row.body)
        courses = _COURSES.match(body)
        if courses and current is not None:
            current.courses.extend(_split_list(row.body[courses.end() :]))
            current.end, collecting = row.end, current
            continue
        reading = _read(row)
        if current is None or (current.degree is None) == (current.institution is None):
            _take_for_school(reading, whole[number + 1 : number + 2])
        alone = current is not None and current.degree is None and current.institution is not None
        _take_for_stay(reading, whole[number + 1 : number + 2], below_school=alone)
        if (
            collecting is not None
            and reading.degree is None
            and reading.school is None
            and not row.is_bullet
            and reading.date is None
        ):
            _continue_courses(collecting, row)
            continue
        collecting = None
        if _is_detail(reading, body) and current is not None:
            _note_score(current, row)
            current.end = row.end
            if current.date is None and not row.is_bullet and len(row.words) <= 5:
                current.date = reading.date
            continue
        if current is None or _opens(current, reading) or _opens_unknown(current, reading, whole[number + 1 :][:1]):
            current = EducationEntry(row.start, row.end)
            entries.append(current)
        _take(current, reading)
    return _finish(entries)


def _unwrapped(rows: list[Row]) -> list[Row]:
    """The rows, with degrees and schools that a narrow column broke put together."""
    kept: list[Row] = []
    for row in rows:
        before = kept[-1] if kept else None
        wrapped = before is not None and is_wrapped(before, row) and not row.is_bullet
        if wrapped and before is not None and header_date(before) is None and _ends_name(row):
            kept[-1] = joined(before, row)
            continue
        broken = wrapped and header_date(row) is None
        if broken and before is not None and header_date(before) is None and not _COURSES.match(fold(before.body)):
            names = find_degree(before.body) is not None or school_score(before.body) > 0
            new = find_degree(row.body) is not None or (
                school_score(row.body) > 0 and find_degree(before.body) is not None
            )
            told = _DETAIL.match(fold(row.body)) or re.search(r"[^\W\d_]{4}\.$", row.body)
            if names and not new and len(row.words) <= 5 and not told:
                kept[-1] = joined(before, row)
                continue
        kept.append(row)
    return kept


def _ends_name(row: Row) -> bool:
    """Whether a row begins with the last word of a school's name: "University | 2011 - 2015" names none by itself."""
    pieces = read_header(row).pieces
    return bool(pieces) and pieces[0].first_in_row and " " not in pieces[0].text and school_score(pieces[0].text) > 0


def _read(row: Row) -> _Reading:
    reading = _Reading(row)
    read = read_header(row)
    reading.date = read.date
    for piece in read.pieces:
        _read_piece(reading, piece.text)
    told = row.text[slice(*read.tail)].strip() if read.tail and not read.pieces else ""
    degree = find_degree(told) if told else None
    if degree is not None and degree.start == 0:
        _read_piece(reading, told)  # a long degree behind its year, which reads as a sentence does
    return reading


def _read_piece(reading: _Reading, text: str) -> None:
    """Sort a piece into degree, school, place and other, part by part between its commas."""
    labelled = PLACE_LABEL.match(fold(text))
    if labelled is not None:
        told = text[labelled.end() :]
        reading.place = f"{reading.place}, {told}" if reading.place else told
        return
    hyphened = split_hyphened(text)
    if hyphened is not None:
        text, reading.place = hyphened
    place = parse_place(text)
    # "Cambridge, MA" is a place, though "Cambridge" alone may be the school.
    if place is not None and (school_score(text) == 0 or place.region or place.country):
        reading.place = reading.place or text
        return
    parts = [part for raw in _COMMA.split(text) for part in _parts(raw) if part.strip()]
    schools: list[str] = []
    for index, part in enumerate(parts):
        degree = find_degree(part) if reading.degree is None else None
        if degree is not None and not (is_prose(text) and degree.start > 0):
            _take_degree(reading, schools, part, degree)
        elif school_score(part) > 0:
            schools.append(part)
        elif _is_tail_place(parts, index):
            reading.place = reading.place or ", ".join(parts[index:])
            break
        else:
            reading.other.append(part)
    if schools and reading.school is None:
        reading.school = _school_name(", ".join(schools), reading)


def _parts(text: str) -> list[str]:
    """Degree and school on both sides of a "from" or "at"; the "at" of a school's own name parts nothing."""
    campus = _CAMPUS.match(fold(text))
    return [text] if campus is not None and find_degree(text) is None else _FROM.split(text)


def _take_degree(reading: _Reading, schools: list[str], part: str, degree: Degree) -> None:
    reading.degree = degree
    before = part[: degree.start].strip(" ,:–—-(")
    if before and school_score(before) == 0 and len(before.split()) <= 5 and "(" not in part[: degree.start]:
        reading.degree = replace(degree, name=f"{part[: degree.start]}{degree.name}".strip())
    if school_score(before) > 0:
        schools.append(before)
    elif degree.level == "secondary" and degree.start > 0 and school_score(part) > 0:
        reading.degree, reading.hint = None, degree
        schools.append(part)


def _is_tail_place(parts: list[str], index: int) -> bool:
    """Whether the parts from ``index`` to the end are a place: "Athens", "GA"."""
    return index > 0 and parse_place(", ".join(parts[index:])) is not None


def _school_name(text: str, reading: _Reading) -> str:
    """A school's name without a place set after it with no mark."""
    text = _AFTER_NAME.sub("", text)
    rest, place = split_trailing_place(text)
    if place is not None and school_score(rest) > 0:
        reading.place = reading.place or place
        return rest
    return text


def _opens(entry: EducationEntry, reading: _Reading) -> bool:
    """Whether a row begins another entry: it brings again what the entry already has."""
    if reading.degree is not None and entry.degree is not None:
        return True
    if reading.school is not None and entry.institution is not None:
        return True
    if reading.date is not None and entry.date is not None and (entry.degree or entry.institution):
        return reading.degree is not None or reading.school is not None or not reading.other
    return False


def _opens_unknown(entry: EducationEntry, reading: _Reading, following: list[Row]) -> bool:
    """Whether a row names what no list of degrees knows, with its date, above its school, where an entry is whole."""
    whole = entry.degree is not None and entry.institution is not None and entry.date is not None
    if not whole or reading.date is None or not reading.date.is_range or not reading.other or not following:
        return False
    name = reading.other[0]
    names = name[:1].isupper() and len(name.split()) <= 7 and not is_prose(name) and not _DETAIL.match(fold(name))
    if not names or reading.row.is_bullet:
        return False
    below = _read(following[0])
    return below.school is not None and below.degree is None and below.date is None


def _take(entry: EducationEntry, reading: _Reading) -> None:
    entry.end = reading.row.end
    if reading.school is not None:
        entry.school_first = entry.degree is None and reading.degree is None
    entry.degree = entry.degree or reading.degree
    entry.hint = entry.hint or reading.hint
    entry.institution = entry.institution or reading.school
    entry.location = entry.location or reading.place
    entry.date = entry.date or reading.date
    _note_score(entry, reading.row)
    others = [text for text in reading.other if _may_name(text)]
    taught = entry.degree is not None and entry.degree.level != "secondary"
    named = entry.degree is not None and entry.degree.level == "none" and len(entry.degree.name.split()) > 2
    if others and taught and entry.degree and entry.degree.area is None and reading.degree is not None and not named:
        entry.area = entry.area or others.pop(0)
    if others and taught and entry.degree and entry.degree is reading.degree and _is_kind(entry.degree, reading.row):
        kind = f"{entry.degree.name} ({entry.degree.area})"
        entry.degree = replace(entry.degree, name=kind, area=others.pop(0))
    if not others or reading.row.is_bullet or len(others[0].split()) > 8:
        return
    if entry.institution is None and entry.degree is not None:
        entry.unsure = entry.unsure or (None if re.match(r"\d", others[0]) else others[0])
    elif entry.degree is None and entry.area is None and entry.institution is not None:
        _take_unknown(entry, others[0], beside=reading.school is not None)
    elif entry.degree is None and entry.institution is None:
        entry.lead = entry.lead or others[0]


def _take_unknown(entry: EducationEntry, name: str, *, beside: bool) -> None:
    """What was learned where no known degree is named: a course by its name, else a field."""
    if _COURSE.search(fold(name)):
        entry.hint = entry.hint or Degree(name, "none", None, 0, len(name))
    elif not beside or (name[:1].isupper() and len(name.split()) <= 5 and parse_place(name) is None):
        entry.area = name


def _is_kind(degree: Degree, row: Row) -> bool:
    """Whether what stands in brackets after the degree is its kind, and the field follows: "MSc (Tech), Physics"."""
    return degree.area is not None and len(degree.area) <= 5 and f"({degree.area})," in row.text


def _may_name(text: str) -> bool:
    """Whether a leftover piece may name a field or a school: no grade, no sentence, no "graduated"."""
    folded = fold(text)
    if folded.startswith(("level in eqf", "eqf level")):
        return False
    return not (_GRADE.search(folded) or is_prose(text) or re.match(_STATUS, folded) or re.match(r"\W*\d", folded))


def _note_score(entry: EducationEntry, row: Row) -> None:
    match = _GRADE.search(row.folded)
    if match and entry.score is None:
        group = next(name for name in ("a", "b", "c") if match[name])
        entry.score = row.text[match.start(group) : match.end(group)].strip()


def _take_for_school(reading: _Reading, following: list[Row]) -> None:
    """A name of no known school stands where schools do: on the row above a degree that names none itself."""
    if reading.degree or reading.school or not reading.other or reading.row.is_bullet or not following:
        return
    below = _read(following[0])
    name = reading.other[0]
    names = not is_prose(name) and name[:1].isupper() and not _DETAIL.match(fold(name)) and len(name.split()) <= 7
    if names and below.degree is not None and below.school is None and not following[0].is_bullet:
        reading.school = reading.other.pop(0)


def _take_for_stay(reading: _Reading, following: list[Row], *, below_school: bool) -> None:
    """A stay or a course that is no degree, beside, above or below its school: "Study abroad", "Leader Course"."""
    if reading.degree is not None or not reading.other or reading.row.is_bullet:
        return
    name = reading.other[0]
    beside = reading.school is not None and _COURSE.search(fold(name)) is not None
    above = reading.school is None and bool(following) and _read(following[0]).school is not None
    if len(name.split()) <= 6 and (beside or ((above or below_school) and _STAY.fullmatch(fold(name)))):
        reading.degree = Degree(reading.other.pop(0), "none", None, 0, len(name))


def _is_detail(reading: _Reading, body: str) -> bool:
    """Whether a row only adds to the entry above: a bullet, a grade, a thesis, a sentence."""
    names_nothing = reading.degree is None and reading.school is None
    if (_DETAIL.match(body) and (names_nothing or ":" in body)) or body.startswith("-"):
        return True
    if reading.row.is_bullet:
        return names_nothing or is_prose(reading.row.body) or len(reading.row.words) > 14
    return is_prose(reading.row.body) and (names_nothing or len(reading.row.words) > 14)


def _split_list(text: str) -> list[str]:
    return [part.strip(" .") for part in re.split(r"[,;|•·]\s*(?![^()]*\))", text) if part.strip(" .")]


def _continue_courses(entry: EducationEntry, row: Row) -> None:
    """Courses wrapped onto the next row: the first joins the last unless a comma ended it."""
    more = _split_list(row.body)
    entry.end = row.end
    if entry.courses and more:
        entry.courses[-1] = f"{entry.courses[-1]} {more[0]}"
        more = more[1:]
    entry.courses.extend(more)


def _finish(entries: list[EducationEntry]) -> list[EducationEntry]:
    """Several degrees of one school share its name; an entry that names neither degree nor school is none."""
    kept: list[EducationEntry] = []
    for entry in entries:
        before = kept[-1] if kept else None
        entry.institution = entry.institution or entry.unsure
        if entry.degree is None and entry.area is None and entry.hint is None and entry.institution is not None:
            entry.area = entry.lead
        if entry.degree is None and entry.hint is not None:
            entry.degree, entry.area = replace(entry.hint, area=None), None  # schools teach no field
        if entry.institution is None and entry.degree is not None and before is not None and before.school_first:
            entry.institution, entry.location = before.institution, entry.location or before.location
            entry.date, entry.school_first = entry.date or before.date, True
        if entry.degree is not None or entry.institution is not None:
            kept.append(entry)
    return kept
