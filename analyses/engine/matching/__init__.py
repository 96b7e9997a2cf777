"""Each requirement is matched by what fits its kind."""

from collections.abc import Callable

from analyses.engine.findings import NOT_SCORED, Finding
from analyses.engine.inputs import Requirement
from analyses.engine.matching import education, experience, meaning, presence, skills
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


def match(requirement: Requirement, reading: Reading) -> Finding:
    """The finding for one requirement. One that must not or cannot be scored is said to be so and costs nothing."""
    if not requirement.scorable or requirement.weight <= 0:
        reason = requirement.note or "This requirement is not scored."
        return Finding(requirement, NOT_SCORED, 0.0, reason)
    return MATCHERS.get(requirement.kind, meaning.match)(requirement, reading)
