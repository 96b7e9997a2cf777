"""Requirements matched by meaning: the sentences of the resume that say the same in other words."""

from analyses.engine.calibration import FITS, LEAST, NEAR, NEAR_LIMIT, NEAR_WITHOUT_SKILL, OTHER_WORK
from analyses.engine.chunks import Chunk
from analyses.engine.doing import asks_to_lead_people, tells_of_leading
from analyses.engine.findings import NOT_MET, Evidence, Finding, distinct, finding, of_chunk
from analyses.engine.inputs import Requirement
from analyses.engine.matching import skills
from analyses.engine.reading import Reading
from analyses.engine.similarity import ramp
from analyses.engine.words import telling_asked

NOTHING_ELSE = 0.67  # share of names of skills from which on a requirement asks for little else
BEHIND = 0.06  # how far a further quote may lie behind the best one
MIN_WORDS = 3  # a heading or a single word is no evidence of work done
LIMIT_MARGIN = 0.05
STRONG = 0.72  # similarity from which on a line says the same, whatever the taxonomy calls it


def near(requirement: Requirement, reading: Reading) -> list[tuple[float, Chunk]]:
    """Earning sentences near the requirement, nearest first. What heads a position, studies, papers and bare lists of
    skills are none."""
    undone = reading.undone(requirement.text)
    return [
        (value, chunk)
        for value, chunk in reading.nearest.get(requirement.id, [])
        if value >= NEAR
        and chunk.index not in undone
        and chunk.words >= MIN_WORDS
        and chunk.index in reading.work_told
        and chunk.index not in reading.lists
    ]


def in_the_same_words(requirement: Requirement, reading: Reading) -> Finding | None:
    """A finding where one sentence holds every telling word of a short requirement: "Reads blueprints" for
    "ability to read blueprints"; None otherwise."""
    asked = telling_asked(requirement.text)
    if not 2 <= len(asked) <= 6:
        return None
    undone = reading.undone(requirement.text) | reading.half_done(requirement.text)
    for chunk in reading.earning:
        if chunk.index in reading.work_told and chunk.index not in undone and asked <= reading.telling[chunk.index]:
            quote = of_chunk(chunk, 1.0, None, "says it in the same words")
            return finding(requirement, 1.0, "A line of the resume says it in the same words.", evidence=(quote,))
    return None


def evidence(pairs: list[tuple[float, Chunk]], most: int = 3) -> tuple[Evidence, ...]:
    """The nearest sentences as evidence; those far behind the best are left out."""
    if not pairs:
        return ()
    best = pairs[0][0]
    # A second line is worth a look where it is nearly as near, or says much the same by itself.
    least = max(best - 0.12, min(best - BEHIND, FITS))
    return distinct(_quote(chunk, value) for value, chunk in pairs[:most] if value >= least)


def _quote(chunk: Chunk, value: float) -> Evidence:
    return of_chunk(chunk, value, None, "says much the same" if value >= FITS else "comes near in meaning")


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
    beside = reading.half_done(requirement.text)
    own = [(value, chunk) for value, chunk in pairs if chunk.index not in beside]
    if asks_to_lead_people(requirement.text):  # however near its words are, a line without leading shows no leading
        own = [(value, chunk) for value, chunk in own if tells_of_leading(chunk.masked.text)]
    whole, done = _of_nearest(pairs), _of_nearest(own)
    return (done, own) if done >= min(whole, OTHER_WORK) else (min(whole, OTHER_WORK), pairs)


def _of_nearest(pairs: list[tuple[float, Chunk]]) -> float:
    if not pairs:
        return 0.0
    first = ramp(pairs[0][0], NEAR, FITS)
    second = ramp(pairs[1][0], NEAR, FITS) if len(pairs) > 1 else 0.0
    return round(min(1.0, 0.85 * first + 0.25 * second), 3)


def match(requirement: Requirement, reading: Reading) -> Finding:
    """Match by meaning, and by the skills the requirement names where it names any."""
    limit = stated_limit(requirement, reading)
    if limit is not None and limit[0] >= NEAR_LIMIT:
        quote = of_chunk(limit[1], limit[0], None, "says that it was not done")
        reason = "The resume itself says that this was not done, or only a little."
        return Finding(requirement, NOT_MET, 0.0, reason, (quote,))
    value, pairs = (0.0, []) if limit else credit(requirement, reading)
    if limit and not requirement.skills:
        quote = of_chunk(limit[1], limit[0], None, "comes nearest, and says what was not done")
        reason = "No line of the resume speaks of this; the nearest says what was not done, or only a little."
        return Finding(requirement, NOT_MET, 0.0, reason, (quote,))
    if requirement.skills:
        return _with_skills(requirement, reading, value, pairs)
    said = in_the_same_words(requirement, reading) if value < 0.8 else None
    if said is not None:
        return said
    if value < LEAST:
        return finding(requirement, 0.0, "No line of the resume speaks of this.")
    return finding(requirement, value, _how_near(value), evidence=evidence(pairs))


def _with_skills(requirement: Requirement, reading: Reading, value: float, pairs: list[tuple[float, Chunk]]) -> Finding:
    """Half by the skills named, half by meaning; a line that says the very same stands for the skills too."""
    shown = skills.coverage(requirement, reading)
    if not shown.score and pairs and pairs[0][0] < NEAR_WITHOUT_SKILL:
        value = 0.0
    score = round(0.5 * shown.score + 0.5 * value, 3)
    if shown.score > score and skills.is_done(shown) and skills.names_mostly_skills(requirement, reading, NOTHING_ELSE):
        score = shown.score  # "Deploy services with Terraform" is shown by a line of such work, however it is worded
    named = {"matched": shown.matched, "missing": shown.missing}
    if pairs and pairs[0][0] >= STRONG and value > score:
        return finding(requirement, value, _how_near(value), evidence=evidence(pairs), **named)
    if score < LEAST:
        reason = f"{skills.listed(shown.missing)} not found, nor a line that says the same."
        return finding(requirement, 0.0, reason, **named)
    near_lines = pairs if value >= LEAST else []
    reason = skills.reason(shown)
    if near_lines:
        reason = (
            f"{reason} {_how_near(value)}" if shown.score else f"{reason} {_how_near(value)} It counts {score:.0%}."
        )
    quotes = distinct([*shown.evidence[:2], *evidence(near_lines)])
    return finding(requirement, score, reason, evidence=quotes, **named)


def _how_near(value: float) -> str:
    strength = "says much the same" if value >= 0.8 else "comes near it"
    return f"A line of the resume {strength}."
