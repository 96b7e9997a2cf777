"""Degrees by level and field."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from analyses.engine.calibration import FIELD
from analyses.engine.chunks import Chunk
from analyses.engine.findings import Evidence, Finding, distinct, finding, of_chunk
from analyses.engine.inputs import Requirement
from analyses.engine.reading import Reading
from resumes.parsing.timeline import covered, month_number

OTHER_FIELD = 0.5  # of the credit of a degree in another field than the one asked for
IN_PROGRESS = 0.7  # of the credit of a degree that is not finished
LEVELS = ("none", "secondary", "associate", "bachelor", "master", "doctorate")
_LEVEL_WORDS = (
    ("doctorate", r"\bph\.? ?d\b|\bdoctora(?:te|l)\b|\bdr\. (?:rer|phil)|\bm\.?d\.?\b(?= )|\bj\.?d\.?\b|\bpharmd\b"),
    (
        "master",
        (
            r"\bmaster(?:['’]?s)?\b|\bm\.?sc\b|\bm\.?s\.(?=\W|$)|\bmba\b|\bm\.?eng\b|\bmaestr[íi]a\b|\bmagister\b"
            r"|\bM\.?A\.(?=\W|$)"
        ),
    ),
    (
        "bachelor",
        (
            r"\bbachelor(?:['’]?s)?\b|\bb\.?sc\b|\bb\.?s\.(?=\W|$)|\bb\.?eng\b|\bb\.?a\.(?=\W|$)"
            r"|\bundergraduate degree\b|\blicenciatura\b|\blicence (?:en|de)\b"
            r"|\buniversity degree\b|\bcollege degree\b|\bdegree in\b|\bb\.?tech\b"
            r"|\bbba\b|\bbsn\b|\bdiplom-"
        ),
    ),
    (
        "associate",
        r"\bassociate(?:['’]?s)? (?:degree|of)\b|\ba\.?a\.?s\b|\bfoundation degree\b|\bhnd\b|\bbts\b|\bdut\b",
    ),
    (
        "secondary",
        (
            r"\bhigh school\b|\bged\b|\bsecondary school\b|\ba-levels?\b|\bapprenticeship\b|\babitur\b"
            r"|\bbaccalaur[ée]at\b|\bdiploma\b"
        ),
    ),
)
_PATTERNS = tuple((level, re.compile(pattern, re.IGNORECASE)) for level, pattern in _LEVEL_WORDS)
_EQUIVALENT = re.compile(r"\bor (?:\w+ )?equivalent\b|\bequivalent (?:\w+ )?experience\b", re.IGNORECASE)
_FIELD = re.compile(
    r"\b(?:in|of)\s+(?P<field>(?!science\b|arts\b|higher\b|the\b)[A-Za-z][\w ,/&-]{2,80}?)"
    r"(?=\s+(?:or (?:a |an )?(?:related|similar|equivalent)|is|are|from|required|preferred|degree|with)|[.;()]|$)",
    re.IGNORECASE,
)
_CLOSED = re.compile(
    r"\bin progress\b|\bexpected\b|\bpursuing\b|\bdropped\b|\bincomplete\b|\bnot completed\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Degree:
    """A degree found: its level, the words about it, and where they stand."""

    level: str
    words: str
    evidence: Evidence | None
    in_progress: bool = False


def level_of(text: str) -> str:
    """The highest level that a text names; empty when it names none."""
    return next((level for level, pattern in _PATTERNS if pattern.search(text)), "")


def lowest_level_of(text: str) -> str:
    """The lowest level that a text names: what is enough where several are offered."""
    named = [level for level, pattern in _PATTERNS if pattern.search(text)]
    return named[-1] if named else ""


def degrees(reading: Reading) -> list[Degree]:
    """Degrees of the profile; those that only the education section's lines name when the profile has none."""
    found = [_from_profile(row, reading) for row in reading.profile.get("education") or []]
    if any(degree.level for degree in found):
        return found
    rows = []
    for chunk in reading.earning:
        level = level_of(chunk.masked.text)
        if level and _speaks_of_a_degree(chunk):
            closed = bool(_CLOSED.search(chunk.masked.text))
            rows.append(Degree(level, chunk.masked.text, of_chunk(chunk, 1.0), closed))
    return rows


def _speaks_of_a_degree(chunk: Chunk) -> bool:
    if chunk.section == "education":
        return True
    return bool(
        re.search(
            r"\b(?:degree|university|college|graduat|studied|hold|bachelor|master|ph\.?d)",
            chunk.masked.text,
            re.IGNORECASE,
        )
    )


def _from_profile(row: Mapping[str, Any], reading: Reading) -> Degree:
    words = " ".join(str(row.get(key) or "") for key in ("studyType", "area")).strip()
    start, end = row.get("start"), row.get("end")
    quote = None
    if start is not None and end is not None:
        own = [c for c in reading.earning if int(start) <= c.start < int(end)]
        best = next((c for c in own if level_of(c.masked.text)), own[0] if own else None)
        quote = of_chunk(best, 1.0) if best else None
        words = f"{words} {best.masked.text}" if best and not words else words
    level = str(row.get("level") or "") or level_of(words)
    text = reading.resume.text[quote.start : quote.end] if quote else words
    return Degree(level, words, quote, bool(_CLOSED.search(text)) or _ends_later(row, reading))


def _ends_later(row: Mapping[str, Any], reading: Reading) -> bool:
    """True when the studies end after the resume was handed in."""
    last = month_number(row.get("endDate"))
    today = reading.resume.as_of
    return bool(row.get("current")) or (last is not None and last > today.year * 12 + today.month - 1)


def match(requirement: Requirement, reading: Reading) -> Finding:
    """The highest degree against the level asked for, then its field against the field asked for."""
    found = [degree for degree in degrees(reading) if degree.level]
    wanted = requirement.level if requirement.level in LEVELS else lowest_level_of(requirement.text)
    if not found:
        return _without_degree(requirement, reading)
    rank = LEVELS.index(wanted) if wanted else 1
    best = max(found, key=lambda d: (_score(d, rank, requirement, reading), LEVELS.index(d.level)))
    score = _score(best, rank, requirement, reading)
    return finding(
        requirement,
        score,
        _reason(best, wanted, requirement, field_fits(best, requirement, reading)),
        evidence=_quotes(best),
    )


def _score(degree: Degree, rank: int, requirement: Requirement, reading: Reading) -> float:
    """Level first, less in another field; a level below the one asked for or one in progress earns a part."""
    have = LEVELS.index(degree.level) if degree.level in LEVELS else 0
    level = 1.0 if have >= rank else 0.5 if have == rank - 1 and have >= 2 else 0.2 if have >= 2 else 0.0
    if degree.in_progress:
        level *= IN_PROGRESS
    field = field_fits(degree, requirement, reading)
    return round(level * (1.0 if field is None or field else OTHER_FIELD), 3)


def asked_field(requirement: Requirement) -> str:
    """The field of study that a requirement names; empty when any will do."""
    match_ = _FIELD.search(requirement.text)
    return match_.group("field").strip() if match_ else ""


def field_fits(degree: Degree, requirement: Requirement, reading: Reading) -> bool | None:
    """True when the degree's field is the one asked for in words or meaning; None when none is asked for."""
    field = asked_field(requirement)
    if not field:
        return None
    stop = {
        "and",
        "or",
        "related",
        "field",
        "science",
        "sciences",
        "studies",
        "degree",
        "other",
        "similar",
        "of",
        "the",
    }
    asked = {word for word in re.findall(r"\w+", field.casefold()) if word not in stop}
    have = {word for word in re.findall(r"\w+", degree.words.casefold()) if word not in stop}
    if asked & have:
        return True
    if degree.evidence is None:
        return False
    near = reading.nearest.get(requirement.id, [])
    return any(value >= FIELD and chunk.start == degree.evidence.start for value, chunk in near)


def _quotes(degree: Degree) -> tuple[Evidence, ...]:
    return distinct([degree.evidence] if degree.evidence else [])


def _reason(degree: Degree, wanted: str, requirement: Requirement, fits: bool | None) -> str:
    asked = f"{_named(wanted)} asked" if wanted else "no level named"
    reason = f"{_named(degree.level).capitalize()} found; {asked}"
    if degree.in_progress:
        reason += "; it is not finished"
    if fits is False:
        reason += f"; a field near {asked_field(requirement)} was not found"
    return reason + "."


def _named(level: str) -> str:
    return {
        "doctorate": "a doctorate",
        "master": "a master's degree",
        "bachelor": "a bachelor's degree",
        "associate": "an associate degree",
        "secondary": "secondary school",
    }.get(level, "no degree")


def _without_degree(requirement: Requirement, reading: Reading) -> Finding:
    from analyses.engine import work

    held = work.spans(reading.profile, reading.resume.as_of)
    months = covered(held)
    if _EQUIVALENT.search(requirement.text) and months >= 48:
        reason = f"No degree found; {work.in_words(months)} of work may stand for one, as the posting allows."
        quote = max(held, key=lambda s: (s.last, s.first))
        from analyses.engine.matching.experience import head_of

        line = head_of(quote.entry, reading)
        return finding(requirement, 0.5, reason, evidence=(line,) if line else ())
    return finding(requirement, 0.0, "No degree was found in the resume.")
