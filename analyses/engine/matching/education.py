"""Degrees by level and field."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from analyses.engine.calibration import FIELD, FIELD_SAME
from analyses.engine.chunks import Chunk
from analyses.engine.fields import Kinship, field_asked, field_held, field_in, kinship
from analyses.engine.findings import MAX_QUOTE, Evidence, Finding, distinct, finding, of_chunk
from analyses.engine.inputs import Requirement
from analyses.engine.reading import Reading
from analyses.engine.similarity import matrix, similarities
from analyses.engine.words import telling
from resumes.parsing.timeline import covered, month_number

# Of the credit of a degree, by its field: a neighbouring one, that or any near one where the posting allows it, one
# that is not named, another one.
NEAR_FIELD, RELATED_ALLOWED, FIELD_NOT_NAMED, OTHER_FIELD = 0.7, 0.85, 0.7, 0.3
IN_PROGRESS = 0.7  # of the credit of a degree that is not finished
LEVELS = ("none", "secondary", "associate", "bachelor", "master", "doctorate")
_LEVEL_WORDS = (
    (
        "doctorate",
        (
            r"\bph\.? ?d\b|\bdoctora(?:te|l)\b|\bdr\. (?:rer|phil)|\bdoctor of medicine\b"
            r"|(?-i:\bM\.?D\.?)"
            r"(?=,? (?:from |in |at )?[^.;\n]{0,40}(?:university|college|school))|\bj\.?d\.?\b|\bpharmd\b"
        ),
    ),
    (
        "master",
        (
            r"\bmaster(?:['’]?s)?\b|\bm\.?sc\b|\bm\.?s\.(?=\W|$)|\bmba\b|\bm\.?eng\b|\bmaestr[íi]a\b|\bmagister\b"
            r"|\bM\.?A\.(?=\W|$)|(?-i:\bM\.?(?:Pharm|Chem|Math|Phys|Arch|Ed|Phil|Acc|Com|Mus|Biol)\b)|\bll\.?m\b"
            # A German diploma of a university; one of a Fachhochschule stands below.
            r"|\bdipl(?:om)?\.?[- ](?!.{0,14}\(?FH\b)(?:ing|kfm|kff|inf|psych|betr|phys|math|chem|volks|wirt|biol"
            r"|p[äa]d)"
            r"|(?-i:\bMA\b(?= (?:\(|in |[A-Z]))|\bMS\b(?= in | [A-Z][a-z]+ (?:Engineering|Science|Studies)))"
        ),
    ),
    (
        "bachelor",
        (
            r"\bbachelor(?:['’]?s)?\b|\bb\.?sc\b|\bb\.?s\.(?=\W|$)|\bb\.?eng\b|\bb\.?a\.(?=\W|$)"
            r"|\bundergraduate degree\b|\blicenciatura\b|\blicence (?:en|de)\b"
            r"|\buniversity degree\b|\bcollege degree\b|\bdegree in\b|\bb\.?tech\b"
            r"|\bbba\b|\bbsn\b|\bdiplom-|\bdipl(?:om)?\.?[- ](?:ing|kfm|inf|betr|wirt)|\bll\.?b\b"
            r"|(?-i:\bB\.?(?:Pharm|Com|Ed|Arch|Acc|Mus|Nurs)\b)|\bmbbs\b|\bmbchb\b"
            r"|(?-i:\bBA\b(?= (?:\(|in |[A-Z]))|\bBS\b(?= in | [A-Z][a-z]+ (?:Engineering|Science|Studies)))"
            r"|\b(?:honou?rs )?degree (?:from|at)\b|\b(?:first|upper second|2:1|2\.1) (?:class )?(?:honou?rs|degree)\b"
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
            r"|\bbaccalaur[ée]at\b|\bdiploma\b|\b[ns]vq\b|\bcity (?:and|&) guilds\b|\bbtec\b|\btime-served\b"
            r"|\btrade (?:certificate|school)\b|\bvocational\b|\bgesellenbrief\b"
        ),
    ),
)
_PATTERNS = tuple((level, re.compile(pattern, re.IGNORECASE)) for level, pattern in _LEVEL_WORDS)
_EQUIVALENT = re.compile(r"\bor (?:\w+ )?equivalent\b|\bequivalent (?:\w+ )?experience\b", re.IGNORECASE)
_RELATED = re.compile(
    r"\b(?:related|similar|relevant|comparable|equivalent|technical|quantitative) (?:\w+ )?"
    r"(?:fields?|disciplines?|subjects?|areas?|degrees?|studies)\b|\bor related\b|\bor similar\b",
    re.IGNORECASE,
)
_CLOSED = re.compile(
    r"\bin progress\b|\bexpected\b|\bpursuing\b|\bdropped\b|\bincomplete\b|\bnot completed\b", re.IGNORECASE
)


_OF_STUDIES = re.compile(
    r"\b(?:degree|university|college|graduat|studied|hold|bachelor|master['’]?s|ph\.?d|diploma|ged\b|abitur|diplom"
    r"|dipl\."
    # Letters that mean a degree wherever they stand: "MEng Civil Engineering, Newcastle".
    r"|(?-i:[BM]\.?(?:Sc|Eng|Pharm|Com|Ed|Tech|Arch|Phys|Chem|Phil|Math)\b)|ll\.?[bm]\b|mba\b|bba\b|bsn\b|mbbs\b"
    r"|mbchb\b"
    r"|aas\b|[ns]vq\b|city (?:and|&) guilds|btec\b|time-served|apprentice|(?-i:[BM]A (?:\(|in |[A-Z])))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Degree:
    """A degree found: its level, the words about it, and where they stand."""

    level: str
    words: str
    evidence: Evidence | None
    in_progress: bool = False
    field: str = ""  # the field of study; empty when none is named


def level_of(text: str) -> str:
    """The highest level that a text names; empty when it names none."""
    return next((level for level, pattern in _PATTERNS if pattern.search(text)), "")


def lowest_level_of(text: str) -> str:
    """The lowest level that a text names: what is enough where several are offered."""
    named = [level for level, pattern in _PATTERNS if pattern.search(text)]
    return named[-1] if named else ""


def degrees(reading: Reading) -> list[Degree]:
    """Degrees of the profile; those that only the education section's lines name when the profile has none."""
    earning = [row for row in reading.profile.get("education") or [] if not _earns_nothing(row, reading)]
    found = [_from_profile(row, reading) for row in earning]
    if any(degree.level for degree in found):
        return found
    rows = []
    for chunk in reading.earning:
        level = level_of(chunk.masked.text)
        if level and _speaks_of_a_degree(chunk):
            closed = bool(_CLOSED.search(chunk.masked.text))
            quote = of_chunk(chunk, 1.0, None, f"names {_named(level)}")
            rows.append(Degree(level, chunk.masked.text, quote, closed, field_in(chunk.masked.text)))
    return rows


def _speaks_of_a_degree(chunk: Chunk) -> bool:
    if chunk.section == "education":
        return True
    return bool(_OF_STUDIES.search(chunk.masked.text))


def _from_profile(row: Mapping[str, Any], reading: Reading) -> Degree:
    words = " ".join(str(row.get(key) or "") for key in ("studyType", "area")).strip()
    own = _lines_of(row, reading)
    best = next((c for c in own if level_of(c.masked.text)), own[0] if own else None)
    words = f"{words} {best.masked.text}" if best and (not words or not row.get("area")) else words
    level = str(row.get("level") or "") or level_of(words)
    quote = _quote(own, best, row, level) if best else None
    text = reading.resume.text[quote.start : quote.end] if quote else words
    closed = bool(_CLOSED.search(text)) or _ends_later(row, reading)
    return Degree(level, words, quote, closed, field_held(row) or field_in(words))


def _earns_nothing(row: Mapping[str, Any], reading: Reading) -> bool:
    """True for studies all of whose lines were found to be copied or otherwise no record of the candidate."""
    start, end = row.get("start"), row.get("end")
    if start is None or end is None:
        return False
    own = [chunk for chunk in reading.chunks if int(start) <= chunk.start < int(end)]
    return bool(own) and all(chunk.flag for chunk in own)


def _lines_of(row: Mapping[str, Any], reading: Reading) -> list[Chunk]:
    start, end = row.get("start"), row.get("end")
    if start is None or end is None:
        return []
    return [chunk for chunk in reading.earning if int(start) <= chunk.start < int(end)]


def _quote(own: list[Chunk], best: Chunk, row: Mapping[str, Any], level: str) -> Evidence:
    """The degree's line, with the next ones as far as its field and its school need them: names wrap."""
    last = best
    for chunk in own[own.index(best) + 1 : own.index(best) + 3]:
        plain = chunk.masked.text.casefold()
        told = [str(row.get(key) or "").casefold() for key in ("area", "institution")]
        begun = best.masked.text.casefold()
        wraps = any(words and words not in begun and (words in plain or plain in words) for words in told)
        if wraps and chunk.page == best.page and chunk.end - best.start <= MAX_QUOTE:
            last = chunk
    return Evidence(best.start, last.end, best.page, 1.0, f"names {_named(level)}")


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
    quotes = distinct([best.evidence] if best.evidence else [])
    return finding(requirement, score, _reason(best, wanted, requirement, reading), evidence=quotes)


def _score(degree: Degree, rank: int, requirement: Requirement, reading: Reading) -> float:
    """Level first, less in another field; a level below the one asked for or one in progress earns a part."""
    have = LEVELS.index(degree.level) if degree.level in LEVELS else 0
    level = 1.0 if have >= rank else 0.5 if have == rank - 1 and have >= 2 else 0.2 if have >= 2 else 0.0
    if degree.in_progress:
        level *= IN_PROGRESS
    return round(level * _field_share(degree, requirement, reading), 3)


def _field_share(degree: Degree, requirement: Requirement, reading: Reading) -> float:
    if not field_asked(requirement.text, requirement.level):
        return 1.0
    if not degree.field:
        return FIELD_NOT_NAMED
    near = RELATED_ALLOWED if _RELATED.search(requirement.text) else NEAR_FIELD
    return {Kinship.SAME: 1.0, Kinship.NEAR: near}.get(field_kinship(degree, requirement, reading), OTHER_FIELD)


def field_kinship(degree: Degree, requirement: Requirement, reading: Reading) -> Kinship:
    """How the degree's field stands to the one asked for: by family, by shared words, else by meaning."""
    asked = field_asked(requirement.text, requirement.level)
    told = kinship(asked, degree.field)
    if told is not Kinship.UNKNOWN:
        return told
    if telling(asked) & telling(degree.field):
        return Kinship.SAME
    if asked not in reading.vectors or degree.field not in reading.vectors:
        return Kinship.OTHER
    value = similarities(matrix([asked], reading.vectors), matrix([degree.field], reading.vectors))[0, 0]
    return Kinship.SAME if value >= FIELD_SAME else Kinship.NEAR if value >= FIELD else Kinship.OTHER


def _reason(degree: Degree, wanted: str, requirement: Requirement, reading: Reading) -> str:
    asked = f"{_named(wanted)} asked" if wanted else "no level named"
    reason = f"{_named(degree.level).capitalize()} found; {asked}"
    if degree.in_progress:
        reason += "; it is not finished"
    field = field_asked(requirement.text, requirement.level)
    short = wanted and LEVELS.index(degree.level) < LEVELS.index(wanted)
    if short and LEVELS.index(degree.level) < LEVELS.index("associate"):
        field = ""  # of a school certificate the field is beside the point
    if field and not degree.field:
        reason += f"; its field is not named, {field} is asked"
    elif field:
        near = field_kinship(degree, requirement, reading)
        if near is Kinship.NEAR:
            allowed = ", which the posting allows" if _RELATED.search(requirement.text) else ""
            reason += f"; {degree.field} is a neighbouring field of {field}{allowed}"
        elif near is not Kinship.SAME:
            reason += f"; {degree.field} is another field than {field}"
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
