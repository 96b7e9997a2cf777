"""Years of relevant work: months of dated positions that have to do with what is asked, each month once."""

import re
from collections.abc import Sequence

from analyses.engine import work
from analyses.engine.calibration import ABOUT_ROLE, RELEVANT_LINE, RELEVANT_TITLE, SHOWS_MOST
from analyses.engine.findings import MAX_QUOTE, Evidence, Finding, distinct, finding, no_data, of_chunk
from analyses.engine.inputs import Requirement
from analyses.engine.masking import held_title, plain_title
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

    A requirement about the role itself ("5 years of software development" for a software engineer, or years and
    nothing else) counts every position whose title is near the role; years alone without a role count all positions.
    """
    entries = range(len(reading.profile.get("work") or []))
    role = plain_title(reading.job.role_name)
    if asks_years_only(requirement) and not role:
        return set(entries)
    chosen = _by_skills(requirement, reading)
    near = reading.nearest.get(requirement.id, [])
    chosen |= {chunk.entry for value, chunk in near if value >= RELEVANT_LINE and chunk.entry is not None}
    chosen |= {index for index in entries if _title_is_near(index, requirement.text, reading)}
    if asks_years_only(requirement) or _is_about_the_role(requirement, reading):
        chosen |= {index for index in entries if _title_is_near(index, role, reading)}
    return chosen


def _by_skills(requirement: Requirement, reading: Reading) -> set[int]:
    """Positions that name a skill asked for, or one that shows most of it."""
    wanted = {
        found
        for skill in requirement.skills
        for found in reading.skills.ids()
        if found == skill or reading.taxonomy.related(skill, found)[0] >= SHOWS_MOST
    }
    places = (place for skill in wanted for place in reading.skills.places[skill])
    return {place.chunk.entry for place in places if place.chunk.entry is not None}


def _is_about_the_role(requirement: Requirement, reading: Reading) -> bool:
    """True when what is asked for is nearly the role: by meaning, so that no list of professions is needed."""
    role = plain_title(reading.job.role_name)
    if role not in reading.vectors or requirement.text not in reading.vectors:
        return False
    pair = similarities(matrix([requirement.text], reading.vectors), matrix([role], reading.vectors))
    return bool(pair[0, 0] >= ABOUT_ROLE)


def asks_years_only(requirement: Requirement) -> bool:
    """True for "5+ years of professional experience": no skill, no field."""
    return not requirement.skills and len(_YEARS_ONLY.sub(" ", requirement.text).split()) == 0


def _title_is_near(index: int, asked: str, reading: Reading) -> bool:
    held = (reading.profile.get("work") or [])[index]
    title = held_title(str(held.get("position") or ""), reading.profile)
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
