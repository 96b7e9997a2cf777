"""Positions and studies told in running text: "From 2015 to 2019 I worked as a baker at Acme, where ..."."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from resumes.parsing.contact import EMAIL
from resumes.parsing.dates import DateSpan, find_dates
from resumes.parsing.degrees import Degree, find_degree
from resumes.parsing.education_entry import EducationEntry
from resumes.parsing.folding import fold
from resumes.parsing.lexicon import pattern
from resumes.parsing.pieces import Piece
from resumes.parsing.places import parse_place
from resumes.parsing.rows import Row
from resumes.parsing.sections import HEADER, Section
from resumes.parsing.wording import organisation_score, school_score, title_score
from resumes.parsing.work import WorkEntry

_ENDS, _WORKED, _STILL, _STUDIED = (pattern(name, "told") for name in ("title ends", "worked", "still", "studied"))
_TITLE = re.compile(
    rf"(?<!\w)(?:{pattern('title leads', 'told')})\s+(?:(?:currently|now|also|then|later|first|still)\s+)?"
    r"(?:(?:an?|the|their|its|my|ein|eine|un|une|una|la|le|el)\s+)?"
    rf"(?P<title>[^,.;:()]{{3,70}}?)(?=\s+(?:{_ENDS})\b|\s*[,.;:()]|\s*$)"
)
_NAME = r"[A-ZÀ-Þ0-9][\w.&'’+/-]*"
_EMPLOYER = re.compile(
    rf"\b(?i:{pattern('employer leads', 'told')})\s+(?:the\s+|der\s+|la\s+)?"
    rf"(?P<name>{_NAME}(?:\s+(?:(?:of|the|and|de|la|du|des|der|und|y|for|del|di|van)\s+)*{_NAME}|\s+&\s+{_NAME})*)"
)
_SCHOOL = re.compile(rf"(?P<name>{_NAME}(?:\s+(?:(?:of|the|and|de|la|du|des|der|di)\s+)*{_NAME})*)")
_IN_PLACE = re.compile(rf"^\s+(?:in|à|en)\s+(?=[^\W\d_])(?P<name>{_NAME}(?:\s+{_NAME}){{0,2}})")
# "Working with ERP systems", "closely with PMs and engineers", "documentation for APIs": abbreviations, not employers.
_NO_EMPLOYER = re.compile(
    r"[A-Z]{2,6}s\b|[A-Z]{2,5}\s+(?!(?:as|in|since|from|where|for|until|and|on|at|between|during|which|when)\b)[a-z]{3,}"
)
_GOES_ON = r"then|before|from|since|later|was promoted|promoted|became|von|depuis|desde"
_CLAUSE = re.compile(rf";|,?\s+(?:and|und|et|y)\s+(?=(?:{_GOES_ON})\b)|,\s+(?=then\b)")
_SENTENCE = re.compile(r"(?<=[^\W\d_]{2}[.!?])\s+(?=[A-ZÀ-Þ])|(?<=\d[.!?])\s+(?=[A-ZÀ-Þ])|(?<=\)[.!?])\s+(?=[A-ZÀ-Þ])")
_SINCE = re.compile(r"\b(?:since|seit|depuis|desde|ever since)\s*$")
_BEGAN = re.compile(r"\b(?:joined|promoted|promotion|became|started|began|moved|transferred|switched)\b")
_SPEAKS = re.compile(rf"\b(?:{pattern('speaking', 'told')})\b")
_WISH = re.compile(rf"\b(?:{pattern('wishes', 'told')})\b")
_FIELD_ENDS = re.compile(r"\s+(?:in|at|from|and (?:a|an|i)|which|where|habe|bei|im|an der|en)\b|\s*\d")
_FEW_WORDS = 5
_SHORT_ROW = 48  # characters: shorter rows stand for themselves unless a sentence ends in them


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence of running text; ``start`` counts code points of the stored text."""

    text: str
    start: int
    rows: tuple[Row, ...]

    @property
    def end(self) -> int:
        return self.start + len(self.text)


@dataclass(slots=True)
class Told:
    """What running text tells, and which rows tell of which."""

    work: list[WorkEntry]
    education: list[EducationEntry]
    kinds: dict[int, str]  # by the row's index: experience or education


def share_told(rows: Sequence[Row]) -> float:
    """The share of the rows that are running text."""
    if 4 * sum(row.is_bullet for row in rows) > len(rows):
        return 0.0  # a list, whose wrapped lines need not be looked at
    told = {row.index for sentence in _sentences(rows) for row in sentence.rows}
    return len(told) / len(rows) if rows else 0.0


def read_told(rows: Sequence[Row]) -> Told:
    """The positions and studies that sentences tell of, in the order they stand."""
    told = Told([], [], {})
    for sentence in _sentences(rows):
        if _WISH.search(fold(sentence.text)):
            continue
        jobs = _positions(sentence, told.work)
        school = None if jobs else _study(sentence)
        if jobs:
            told.work += jobs
        elif school is not None:
            told.education.append(school)
        elif told.work and _adjoins(told.work[-1], sentence):
            told.work[-1].highlights.append((" ".join(sentence.text.split()), sentence.start, sentence.end))
            told.work[-1].end = sentence.end
        kind = "experience" if jobs else "education" if school is not None else None
        for row in sentence.rows if kind else ():
            told.kinds.setdefault(row.index, str(kind))
    return told


def told_sections(sections: list[Section]) -> list[Section]:
    """Header and summary without what their running text tells of work and studies, which gets sections of its own.

    Only where the document has no heading for work.
    """
    if any(section.kind == "experience" and section.rows for section in sections):
        return sections
    found: list[Section] = []
    for section in sections:
        told = read_told(section.rows) if section.kind in (HEADER, "summary") else None
        found += _cut(section, told) if told is not None and told.work else [section]
    return found


def _cut(section: Section, told: Told) -> list[Section]:
    first = min(told.kinds)
    result = [Section(section.kind, section.heading, section.start, [r for r in section.rows if r.index < first])]
    result[0].top = section.top
    kind = told.kinds[first]
    kinds = []
    for row in section.rows[len(result[0].rows) :]:
        kind = told.kinds.get(row.index, kind)
        kinds.append((kind, row))
    for kind, group in groupby(kinds, key=lambda pair: pair[0]):
        rows = [row for _, row in group]
        result.append(Section(kind, "", rows[0].start, rows, told=()))
    # A sentence may begin in the middle of a row: what is told is kept, not read again section by section.
    result[1].told = (*told.work, *told.education)
    return result


# --- sentences --------------------------------------------------------------------------------


def _sentences(rows: Sequence[Row]) -> Iterator[_Sentence]:
    """The sentences of running text; rows that stand for themselves (a name, an address) are none."""
    for paragraph in _paragraphs(rows):
        text, start = _joined(paragraph), paragraph[0].start
        begin = 0
        for cut in [*_SENTENCE.finditer(text.replace("\n", " ")), None]:
            end = cut.start() if cut else len(text)
            part = text[begin:end]
            if len(part.split()) >= _FEW_WORDS and part.rstrip().endswith((".", "!")) and _SPEAKS.search(fold(part)):
                low, high = start + begin, start + end
                within = tuple(row for row in paragraph if row.start < high and row.end > low)
                yield _Sentence(part, low, within)
            begin = cut.end() if cut else end


def _paragraphs(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Rows that run on: one that is short, holds an address or ends a sentence early goes on in no other."""
    paragraph: list[Row] = []
    for row in rows:
        single = len(row.words) < 2 and not row.body.endswith(".")
        alone = row.is_bullet or EMAIL.search(row.text) is not None or single
        if paragraph and (alone or row.index != paragraph[-1].index + 1 or _ends(paragraph[-1], row)):
            yield paragraph
            paragraph = []
        if not alone:
            paragraph.append(row)
    if paragraph:
        yield paragraph


def _ends(row: Row, following: Row) -> bool:
    return len(row.body) < _SHORT_ROW and not following.body[:1].islower()


def _joined(rows: Sequence[Row]) -> str:
    """The text of consecutive rows, each character at the distance from the first that it has in the stored text."""
    text = ""
    for row in rows:
        text = text.ljust(row.start - rows[0].start, "\n") + row.text
    return text


def _clauses(sentence: _Sentence) -> Iterator[_Sentence]:
    begin = 0
    flat = sentence.text.replace("\n", " ")
    for cut in [*_CLAUSE.finditer(flat), None]:
        end = cut.start() if cut else len(flat)
        yield replace(sentence, text=sentence.text[begin:end], start=sentence.start + begin)
        begin = cut.end() if cut else end


def _adjoins(entry: WorkEntry, sentence: _Sentence) -> bool:
    return 0 <= sentence.start - entry.end <= 2


# --- positions --------------------------------------------------------------------------------


def _position(clause: _Sentence, before: Sequence[WorkEntry]) -> WorkEntry | None:
    """The position that a clause tells of: a title with an employer or a time, or both of these."""
    flat = clause.text.replace("\n", " ")
    folded = fold(flat)
    title = _title(flat, folded)
    employer = _employer(flat, folded, title[1] if title else 0)
    date = _date(flat, folded)
    # "I am a chartered accountant" says what somebody is, not what post was held when or where.
    held = title is not None and (employer is not None or (date is not None and date.begin is not None))
    worked = employer is not None and date is not None and re.search(rf"\b(?:{_WORKED})\b", folded)
    if not held and not worked:
        return None
    entry = WorkEntry(clause.start, clause.end, date=date)
    row = clause.rows[0].index
    if title is not None:
        entry.position = Piece(clause.text[slice(*title)], clause.start + title[0], row)
    if employer is not None:
        entry.company = Piece(clause.text[slice(*employer)], clause.start + employer[0], row)
        near = _IN_PLACE.match(flat[employer[1] :])
        entry.location = near["name"].rstrip(".,") if near else None
    elif before and re.search(r"\bpromot", folded):
        entry.company, entry.location = before[-1].company, before[-1].location
    entry.highlights = [(" ".join(flat.split()), clause.start, clause.end)]
    return entry


def _positions(sentence: _Sentence, before: Sequence[WorkEntry]) -> list[WorkEntry]:
    """The positions of a sentence's clauses; ``before``: those of the sentences before."""
    found: list[WorkEntry] = []
    for clause in _clauses(sentence):
        job = _position(clause, [*before, *found])
        if job is not None:
            found.append(job)
    return found


def _title(flat: str, folded: str) -> tuple[int, int] | None:
    best: tuple[float, int, int] | None = None
    for match in _TITLE.finditer(folded):
        begin, end = match.span("title")
        text = flat[begin:end].strip()
        score = title_score(text) if len(text.split()) <= 7 else 0.0
        if score >= 2 and (best is None or score > best[0]):
            begin += len(flat[begin:end]) - len(flat[begin:end].lstrip())
            best = score, begin, begin + len(text)
    return best[1:] if best else None


def _employer(flat: str, folded: str, after: int) -> tuple[int, int] | None:
    """The name behind "at" or "for": the first behind the title, or before it where none follows."""
    found = []
    for match in _EMPLOYER.finditer(flat):
        begin, end = match.span("name")
        end -= len(match["name"]) - len(match["name"].rstrip(".,'"))
        name = flat[begin:end]
        is_date = any(span.start <= begin < span.end for span in find_dates(flat))
        if is_date or title_score(name) >= 3 > organisation_score(name) or re.fullmatch(r"[\d.,/%-]+", name):
            continue
        if _NO_EMPLOYER.match(f"{name}{flat[end:]}"):
            continue
        if match.group().lower().startswith("en ") and parse_place(name) is not None:
            continue
        found.append((begin, end))
    behind = [span for span in found if span[0] >= after]
    return behind[0] if behind else found[-1] if found else None


def _date(flat: str, folded: str) -> DateSpan | None:
    """When the position was held, as far as the clause says."""
    spans = find_dates(flat)
    ranges = [span for span in spans if span.is_range]
    if ranges:
        return ranges[0]
    still = re.search(rf"\b(?:{_STILL})", folded) is not None
    for span in spans:
        if span.current or (still and _SINCE.search(folded[: span.start])):
            return replace(span, finish=None, current=True, is_range=True)
    if spans and _BEGAN.search(folded):
        return replace(spans[0], finish=None, current=still, is_range=still)
    if still and not spans:
        return DateSpan(0, 0, None, None, current=True)
    return spans[0] if spans else None


# --- studies ----------------------------------------------------------------------------------


def _study(sentence: _Sentence) -> EducationEntry | None:
    """The degree or the school that a sentence says the candidate has been at."""
    flat = sentence.text.replace("\n", " ")
    folded = fold(flat)
    if not re.search(rf"\b(?:{_STUDIED})\b", folded):
        return None
    degree = find_degree(flat)
    schools = [name for match in _SCHOOL.finditer(flat) if school_score(name := match["name"].rstrip(".,")) > 0]
    if degree is None and not (schools and re.search(r"\b(?:graduate|studied|degree|etudie|studiert|estudie)", folded)):
        return None
    entry = EducationEntry(sentence.start, sentence.end, institution=schools[0] if schools else None)
    entry.degree = _with_short_field(degree) if degree is not None else None
    spans = find_dates(flat)
    entry.date = next((span for span in spans if span.is_range), spans[-1] if spans else None)
    return entry


def _with_short_field(degree: Degree) -> Degree:
    """A degree whose field ends before the year and before what else the sentence says."""
    area = _FIELD_ENDS.split(degree.area or "")[0].strip(" ,")
    return replace(degree, area=area or None)
