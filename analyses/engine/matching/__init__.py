"""Each requirement is matched by what fits its kind."""

import re
from collections.abc import Callable

from analyses.engine.findings import NOT_SCORED, Finding
from analyses.engine.inputs import Requirement
from analyses.engine.matching import (
    duties,
    education,
    experience,
    kinds_of,
    led,
    meaning,
    other_names,
    presence,
    skills,
)
from analyses.engine.reading import Reading

Matcher = Callable[[Requirement, Reading], Finding]

MATCHERS: dict[str, Matcher] = {
    "skill": skills.match,
    "experience": experience.match,
    "education": education.match,
    "certification": presence.match_certification,
    "language": presence.match_language,
    "location": presence.match_location,
    "authorisation": presence.match_authorisation,
    "responsibility": meaning.match,
    "other": meaning.match,
}

# Kinds that ask for work done or known, which a line may show in other words.
BY_DUTIES = ("skill", "experience", "responsibility", "other")
_QUALIFICATION = re.compile(
    r"\b(?:qualifications?|qualified|certificates?|certified|licen[cs]ed?|tickets?|cards?|registered|registration|NVQ|SVQ"
    r"|GCSEs?|accredited|apprenticeship)\b",
    re.IGNORECASE,
)


def match(requirement: Requirement, reading: Reading) -> Finding:
    """The finding for one requirement. One that must not or cannot be scored is said to be so and costs nothing."""
    if not requirement.scorable or requirement.weight <= 0:
        reason = requirement.note or "This requirement is not scored."
        return Finding(requirement, NOT_SCORED, 0.0, reason)
    found = MATCHERS.get(requirement.kind, meaning.match)(requirement, reading)
    if requirement.kind in BY_DUTIES and not requirement.years:
        found = duties.better(kinds_of.checked(found, requirement, reading), requirement, reading)
        found = led.checked(found, requirement, reading)
    if requirement.kind in ("certification", "education") or _QUALIFICATION.search(requirement.text):
        found = other_names.better(found, requirement, reading)
    return found
