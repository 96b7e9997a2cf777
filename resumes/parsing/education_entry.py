"""One degree or stay at a school, and how it is made of a table's row."""

from dataclasses import dataclass, field
from typing import Any

from resumes.parsing.dates import DateSpan
from resumes.parsing.degrees import Degree, find_degree
from resumes.parsing.places import split_trailing_place
from resumes.parsing.tables import Record


@dataclass(slots=True)
class EducationEntry:
    """One degree or stay at a school. Offsets count code points of the stored text."""

    start: int
    end: int
    degree: Degree | None = None
    hint: Degree | None = None
    institution: str | None = None
    area: str | None = None
    unsure: str | None = None  # what stands where a school's name does, if nothing better follows
    lead: str | None = None  # what stands above the school's name, where no degree is known
    location: str | None = None
    date: DateSpan | None = None
    score: str | None = None
    courses: list[str] = field(default_factory=list)
    school_first: bool = False

    def as_json(self) -> dict[str, Any]:
        """The stored form, in JSON Resume names."""
        begin, finish = _years(self.date)
        return {
            "institution": _one_line(self.institution),
            "studyType": _one_line(self.degree.name) if self.degree else None,
            "area": _one_line((self.degree.area if self.degree else None) or self.area),
            "level": self.degree.level if self.degree else None,
            "location": self.location,
            "startDate": begin,
            "endDate": finish,
            "score": self.score,
            "courses": self.courses,
            "start": self.start,
            "end": self.end,
        }


def _one_line(text: str | None) -> str | None:
    return " ".join(text.split()) if text else None


def _years(date: DateSpan | None) -> tuple[str | None, str | None]:
    """Start and end of study: a single date is when it ended."""
    if date is None:
        return None, None
    return (date.begin, date.finish) if date.is_range else (None, date.finish)


def of_record(record: Record) -> EducationEntry:
    """A degree of a table that names its columns: what stands under "Degree" is one, however it is called."""
    entry = EducationEntry(record.row.start, record.end, date=record.date())
    named, place = record.first("degree"), record.first("place")
    school = record.first("school") or record.first("board")
    if named is not None:
        found = find_degree(named.text)
        unknown = Degree(named.text, "none", None, 0, len(named.text))
        entry.degree = found if found is not None and found.start == 0 else unknown
    if school is not None:
        entry.institution, entry.location = split_trailing_place(school.text)
    entry.location = place.text if place else entry.location
    study, grade = record.first("field"), record.first("grade")
    entry.area = study.text if study else None
    entry.score = grade.text if grade else None
    return entry
