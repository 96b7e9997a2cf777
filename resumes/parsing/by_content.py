"""What a section is about where its heading does not say: by the degrees, skills and positions in it."""

import re

from resumes.parsing.degrees import find_degree
from resumes.parsing.folding import fold
from resumes.parsing.headings import PHRASES, normal_label
from resumes.parsing.pieces import header_date
from resumes.parsing.rows import Row
from resumes.parsing.sections import Section
from resumes.parsing.wording import organisation_score, school_score, title_score
from skills import find_skills

_VAGUE = frozenset(
    (
        *("qualification", "qualifications", "professional qualification", "professional qualifications"),
        *("training", "trainings", "professional training", "training and qualifications"),
    )
)
# Headings over studies or honours for some, over positions for others.
_CAREER = frozenset(
    (
        *("akademischer werdegang", "parcours academique", "academic history", "academic background"),
        *("academic career", "research", "research and teaching", "teaching", "teaching and research"),
        *("lehre", "recherche", "enseignement"),
    )
)
_MOSTLY = 0.5


def named_by_content(sections: list[Section]) -> list[Section]:
    """The sections, those whose heading is unknown or vague with the kind that their rows show.

    Only a kind that no other section has is given: a heading is trusted where one says it.
    """
    kinds = {section.kind for section in sections if section.rows}
    for section in sections:
        if normal_label(fold(section.heading)) in _CAREER and section.rows and _held(section.rows):
            section.kind = "experience"
            kinds.add("experience")
    for section in sections:
        label = normal_label(fold(section.heading))
        if not section.rows or not label or (label in PHRASES and label not in _VAGUE):
            continue
        for kind, share in (("education", _studies), ("experience", _positions), ("skills", _skills)):
            if kind not in kinds and share(section.rows) >= _MOSTLY:
                section.kind = kind
                kinds.add(kind)
                break
    return sections


def _studies(rows: list[Row]) -> float:
    """The share of rows that name a degree, or a school beside one."""
    named = [find_degree(row.body) is not None and len(row.words) <= 16 for row in rows]
    schools = [school_score(row.body) > 0 for row in rows]
    return sum(a or b for a, b in zip(named, schools, strict=True)) / len(rows) if any(named) else 0.0


def _positions(rows: list[Row]) -> float:
    """1 if a row holds a range of dates and two name a job title, else 0."""
    ranges = sum((date := header_date(row)) is not None and date.is_range for row in rows)
    titles = sum(title_score(part) >= 2 for row in rows for part in re.split(r"[,|•·–—\t]\s*|\s+-\s+", row.body)[:4])
    return float(ranges >= 1 and titles >= 2)


def _held(rows: list[Row]) -> bool:
    """Whether rows tell of positions held: half of the dated ones with a title and an employer, and no degree."""
    dated = sum(header_date(row) is not None for row in rows)
    parts = [part for row in rows for part in re.split(r"[,|•·–—\t]\s*|\s+-\s+", row.body)[:4]]
    titles = sum(title_score(part) >= 2 for part in parts)
    employers = sum(organisation_score(part) >= 2 for part in parts)  # a course that was led is no employer
    return dated > 0 and 2 * min(titles, employers) >= dated and not any(find_degree(row.body) for row in rows)


def _skills(rows: list[Row]) -> float:
    """The share of the listed items that name a skill; 0 where rows tell instead of listing."""
    items = [item for row in rows for item in re.split(r"[,;|•·\t]|:\s", row.body) if item.strip()]
    if len(items) < 3 or any(len(item.split()) > 5 for item in items):
        return 0.0
    return sum(bool(find_skills(item)) for item in items) / len(items)
