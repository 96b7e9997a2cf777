"""Requirements matched by meaning: the sentences of the resume that say the same in other words."""

import re

from analyses.engine.calibration import FITS, NEAR
from analyses.engine.chunks import Chunk
from analyses.engine.findings import Evidence, Finding, distinct, finding, of_chunk
from analyses.engine.inputs import Requirement
from analyses.engine.matching import skills
from analyses.engine.reading import Reading
from analyses.engine.similarity import ramp

MIN_WORDS = 4  # a heading or a title is no evidence of work done
_DATED = re.compile(r"\b(?:19|20)\d{2}\b\s*(?:[-–—]|to\b|until\b)|[-–—]\s*(?:[A-Za-z]+\.?\s+)?(?:19|20)\d{2}\b")
LIMIT_MARGIN = 0.05


def near(requirement: Requirement, reading: Reading) -> list[tuple[float, Chunk]]:
    """Earning sentences near the requirement, nearest first; the line that heads a position is none."""
    return [
        (value, chunk)
        for value, chunk in reading.nearest.get(requirement.id, [])
        if value >= NEAR and chunk.words >= MIN_WORDS and not _DATED.search(chunk.masked.text)
    ]


def evidence(pairs: list[tuple[float, Chunk]], most: int = 3) -> tuple[Evidence, ...]:
    """The nearest sentences as evidence; those far behind the best are left out."""
    if not pairs:
        return ()
    best = pairs[0][0]
    return distinct(of_chunk(chunk, value) for value, chunk in pairs[:most] if value >= best - 0.12)


def stated_limit(requirement: Requirement, reading: Reading) -> tuple[float, Chunk] | None:
    """The clause in which the resume says that it falls short of just this, if it is nearer than any that does not."""
    limits = reading.nearest_limits.get(requirement.id, [])
    others = reading.nearest.get(requirement.id, [])
    if not limits or limits[0][0] < NEAR:
        return None
    if others and others[0][0] > limits[0][0] + LIMIT_MARGIN:
        return None
    return limits[0]


def credit(requirement: Requirement, reading: Reading) -> tuple[float, list[tuple[float, Chunk]]]:
    """Credit from meaning alone (0..1) and the sentences it rests on.

    The nearest sentence decides; a second one that is near too adds to it, so that one lucky sentence earns less
    than a record.
    """
    pairs = near(requirement, reading)
    if not pairs:
        return 0.0, []
    first = ramp(pairs[0][0], NEAR, FITS)
    second = ramp(pairs[1][0], NEAR, FITS) if len(pairs) > 1 else 0.0
    return round(min(1.0, 0.85 * first + 0.25 * second), 3), pairs


def match(requirement: Requirement, reading: Reading) -> Finding:
    """Match by meaning, and by the skills the requirement names where it names any."""
    limit = stated_limit(requirement, reading)
    if limit is not None:
        return Finding(
            requirement,
            "not_met",
            0.0,
            "The resume itself says that this was not done, or only a little.",
            distinct([of_chunk(limit[1], limit[0])]),
        )
    value, pairs = credit(requirement, reading)
    if requirement.skills:
        return _with_skills(requirement, reading, value, pairs)
    if not pairs or value <= 0:
        return finding(requirement, 0.0, "No line of the resume speaks of this.")
    strength = "says the same in other words" if value >= 0.8 else "comes near it"
    return finding(requirement, value, f"A line of the resume {strength}.", evidence=evidence(pairs))


def _with_skills(requirement: Requirement, reading: Reading, value: float, pairs: list[tuple[float, Chunk]]) -> Finding:
    """Half by the skills named, half by meaning; the better half leads the quotes."""
    shown = skills.coverage(requirement, reading)
    score = round(0.5 * shown.score + 0.5 * value, 3)
    quotes = distinct([*shown.evidence[:2], *evidence(pairs)])
    reason = skills.reason(shown) if score > 0 else "Neither the skills named nor a line that says the same was found."
    return finding(
        requirement, score, reason, evidence=quotes if score > 0 else (), matched=shown.matched, missing=shown.missing
    )
