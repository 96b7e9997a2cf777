"""Years of relevant work: months of dated positions that have to do with what is asked, each month once."""

import re
from collections.abc import Sequence

from analyses.engine import work
from analyses.engine.calibration import RELEVANT_LINE, RELEVANT_TITLE
from analyses.engine.findings import MAX_QUOTE, Evidence, Finding, distinct, finding, no_data, of_chunk
from analyses.engine.inputs import Requirement
from analyses.engine.masking import without_name
from analyses.engine.matching import meaning, skills
from analyses.engine.reading import Reading, requirement_text
from analyses.engine.similarity import matrix, similarities
from resumes.parsing.timeline import Stretch, covered

ENOUGH = 0.95  # of the years asked: eleven and a half months are a year to any recruiter
_YEARS_ONLY = re.compile(
    r"\b(?:\d+\+?|at least|minimum|min|of|or|more|years?|yrs?|experience|professional|relevant|work(?:ing)?"
    r"|prior|proven|full[- ]time"
    r"|paid|the|a|an|in|with|as|have|must|overall|total|industry|similar|role|roles|position|demonstrated"
    r"|hands-on)\b|[^\w\s]|\d",
    re.IGNORECASE,
)


def match(requirement: Requirement, reading: Reading) -> Finding:
    """By months when years are asked for, by meaning when not."""
    if not requirement.years:
        return meaning.match(requirement, reading)
    held = work.spans(reading.profile, reading.resume.as_of)
    chosen = relevant_entries(requirement, reading)
    months = covered(span for span in held if span.entry in chosen)
    if months:
        return _by_months(requirement, reading, months, [s for s in held if s.entry in chosen])
    claim = _claimed(requirement, reading)
    if claim is not None:
        return claim
    if held:
        return _none_relevant(requirement, reading, covered(held))
    what = requirement_text(requirement)
    return no_data(
        requirement, "The resume gives no dates to count years from.", f"How many years does this cover: {what}?"
    )


def relevant_entries(requirement: Requirement, reading: Reading) -> set[int]:
    """Indexes of the positions that count: they name a skill asked for, or their title or a line is near in meaning.

    A requirement that asks for years and nothing else is measured against the role itself; without a role every
    position counts.
    """
    entries = range(len(reading.profile.get("work") or []))
    chosen = {
        place.chunk.entry
        for skill in requirement.skills
        for place in reading.skills.places.get(skill, ())
        if place.chunk.entry is not None
    }
    if asks_years_only(requirement):
        role = reading.job.role_name
        if not role:
            return set(entries)
        return {index for index in entries if _title_is_near(index, role, reading)}
    near = reading.nearest.get(requirement.id, [])
    chosen |= {chunk.entry for value, chunk in near if value >= RELEVANT_LINE and chunk.entry is not None}
    chosen |= {index for index in entries if _title_is_near(index, requirement.text, reading)}
    return {index for index in chosen if index is not None}


def asks_years_only(requirement: Requirement) -> bool:
    """True for "5+ years of professional experience": no skill, no field."""
    return not requirement.skills and len(_YEARS_ONLY.sub(" ", requirement.text).split()) == 0


def _title_is_near(index: int, asked: str, reading: Reading) -> bool:
    held = (reading.profile.get("work") or [])[index]
    title = without_name(str(held.get("position") or ""), reading.profile)
    if not title or asked not in reading.vectors:
        return False
    value = similarities(matrix([title], reading.vectors), matrix([asked], reading.vectors))[0, 0]
    return bool(value >= RELEVANT_TITLE)


def _by_months(requirement: Requirement, reading: Reading, months: int, chosen: Sequence[Stretch]) -> Finding:
    asked = float(requirement.years or 0) * 12
    share = min(1.0, months / asked)
    score = 1.0 if share >= ENOUGH else round(share * 0.79, 3)
    reason = f"{work.in_words(months).capitalize()} in relevant positions; {_asked(requirement)} asked."
    quotes = distinct(e for span in sorted(chosen, key=lambda s: -s.last) if (e := head_of(span.entry, reading)))
    matched, missing = _named(requirement, reading)
    return finding(requirement, score, reason, evidence=quotes, matched=matched, missing=missing)


def _named(requirement: Requirement, reading: Reading) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Names of the requirement's skills that the resume names, and of those that it does not."""
    found = skills.coverage(requirement, reading)
    return found.matched, found.missing


def head_of(index: int, reading: Reading) -> Evidence | None:
    """The lines that open a position, from its first to the one with its dates."""
    own = [chunk for chunk in reading.chunks if chunk.entry == index and not chunk.flag]
    if not own:
        return None
    dated = next((chunk for chunk in own[:4] if re.search(r"(?:19|20)\d{2}", chunk.masked.text)), own[0])
    if dated.page == own[0].page and dated.end - own[0].start <= MAX_QUOTE:
        return Evidence(own[0].start, dated.end, own[0].page, 1.0)
    return of_chunk(dated, 1.0)


def _claimed(requirement: Requirement, reading: Reading) -> Finding | None:
    """Years that a sentence states, when no dated position shows them. Said to be the candidate's own word."""
    best: tuple[float, Evidence] | None = None
    for chunk, claim in reading.claims:
        if best is None or claim[0] > best[0]:
            best = (claim[0], of_chunk(chunk, 1.0, (claim[1], claim[2])))
    if best is None:
        return None
    nearest = reading.nearest.get(requirement.id, [])
    if not asks_years_only(requirement) and (not nearest or nearest[0][0] < RELEVANT_LINE):
        return None
    share = min(1.0, best[0] / float(requirement.years or 1))
    score = 1.0 if share >= ENOUGH else round(share * 0.79, 3)
    reason = f"The resume states {best[0]:g} years without dates to count; {_asked(requirement)} asked."
    matched, missing = _named(requirement, reading)
    return finding(requirement, score, reason, evidence=(best[1],), matched=matched, missing=missing)


def _none_relevant(requirement: Requirement, reading: Reading, total: int) -> Finding:
    held = work.in_words(total).capitalize()
    reason = f"{held} of dated work, none of it in positions near this; {_asked(requirement)} asked."
    return finding(requirement, 0.0, reason, missing=_named(requirement, reading)[1])


def _asked(requirement: Requirement) -> str:
    years = float(requirement.years or 0)
    return f"{years:g} year{'s' * (years != 1)}"
