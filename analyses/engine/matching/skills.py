"""Skills: named in the resume, shown by a related one for a stated part, or near in meaning for less."""

import re
from collections.abc import Collection
from dataclasses import dataclass, field

from analyses.engine.calibration import BROADER, FITS, LEAST, LIMITED_SKILL, MEANING_FOR_SKILL, NEAR, SHOWS_MOST
from analyses.engine.findings import SENTENCE, Evidence, Finding, best_places, distinct, finding, of_chunk, of_place
from analyses.engine.inputs import Requirement
from analyses.engine.reading import Reading
from analyses.engine.similarity import ramp


@dataclass(frozen=True, slots=True)
class Shown:
    """How one skill asked for is shown."""

    name: str
    credit: float
    how: str  # named, related, limited, absent
    through: str = ""  # the skill that shows it, and why
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Coverage:
    """How the skills of a requirement are shown together."""

    score: float
    shown: tuple[Shown, ...]
    any_is_enough: bool
    evidence: tuple[Evidence, ...] = field(default=())

    @property
    def matched(self) -> tuple[str, ...]:
        """Names of the skills that the resume names."""
        return tuple(s.name for s in self.shown if s.how == "named")

    @property
    def missing(self) -> tuple[str, ...]:
        """Names of the skills not named; none when one of several is enough and is there."""
        if self.any_is_enough and self.matched:
            return ()
        return tuple(s.name for s in self.shown if s.how != "named")


def shown(skill_id: str, reading: Reading, asked: Collection[str] = ()) -> Shown:
    """How the resume shows one skill. One of ``asked`` (what the requirement asks for beside it) shows no second."""
    name = reading.taxonomy.name(skill_id)
    if skill_id in reading.skills:
        places = best_places(reading.skills.places[skill_id], 2)
        return Shown(name, 1.0, "named", evidence=tuple(of_place(place, 1.0, f"names {name}") for place in places))
    best: tuple[float, str, str] | None = None
    for found in reading.skills.ids():
        value, why = reading.taxonomy.related(skill_id, found)
        # "Python and Django": Python, found, has earned its part; it says nothing more of Django.
        if found in asked and value < SHOWS_MOST:
            continue
        # "Happiest close to the database" is no sign of Redis.
        if value < BROADER and not _in_work(found, reading):
            continue
        if value > 0 and (best is None or value > best[0]):
            best = (round(value, 3), found, why)
    if best is not None:
        value, found, why = best
        place = best_places(reading.skills.places[found], 1)[0]
        other = reading.taxonomy.name(found)
        through = f"{other} ({why})" if why else other
        return Shown(name, value, "related", through, (of_place(place, value, f"names {other}, not {name}"),))
    if skill_id in reading.limited_skills:
        place = best_places(reading.limited_skills.places[skill_id], 1)[0]
        quote = of_place(place, LIMITED_SKILL, f"says that {name} was hardly used")
        return Shown(name, LIMITED_SKILL, "limited", evidence=(quote,))
    return Shown(name, 0.0, "absent")


def _in_work(skill_id: str, reading: Reading) -> bool:
    """True where a sentence of work done names the skill; of a resume without dated positions, any sentence."""
    entries = bool(reading.profile.get("work"))
    chunks = (place.chunk for place in reading.skills.places.get(skill_id, ()))
    return any(c.words >= SENTENCE and not c.is_head and (c.entry is not None or not entries) for c in chunks)


_FILLER = re.compile(
    r"\b(?:a|an|the|and|or|of|in|on|with|to|for|as|at|our|your|you|we|is|are|be|such|e\.g\.|etc|like|least|one|similar|other"
    r"|experience|experienced|knowledge|understanding|proficien\w+|familiar\w*|skills?|skilled|strong|solid|good|deep|basic"
    r"|advanced|expert\w*|hands-on|working|work|use|using|tools?|technolog\w+|frameworks?|languages?|required|preferred"
    r"|plus|must|have|ability|years?|yrs|\d+\+?|excellent|proven|including|comfortable|modern|related|systems?)\b",
    re.IGNORECASE,
)
MOSTLY = 0.5


def names_mostly_skills(requirement: Requirement, reading: Reading) -> bool:
    """True when at least half of a requirement's telling words are names of skills.

    "Django and PostgreSQL in production" is met by naming both; of "own the design of dashboards that live traders
    rely on" naming dashboards is only a part.
    """
    text = requirement.text
    rest = list(text)
    for mention in reading.taxonomy.find(text):
        rest[mention.start : mention.end] = "\0" * (mention.end - mention.start)
    left = "".join(rest)
    named = len(
        re.findall(r"\w[\w+#./-]*", "".join(a for a, b in zip(text, left, strict=True) if b == "\0" or a == " "))
    )
    others = len(re.findall(r"[A-Za-z][\w+#-]*", _FILLER.sub(" ", left.replace("\0", " "))))
    return named >= MOSTLY * (named + others)


def coverage(requirement: Requirement, reading: Reading) -> Coverage:
    """All skills of a requirement: the mean of their credits, or the best one where one is enough."""
    rows = tuple(shown(skill_id, reading, requirement.skills) for skill_id in requirement.skills)
    any_is_enough = len(rows) > 1 and requirement.skills_mode == "any"
    credits = [row.credit for row in rows] or [0.0]
    score = max(credits) if any_is_enough else sum(credits) / len(credits)
    # One quote for each skill before a second for any.
    ordered = sorted(rows, key=lambda row: -row.credit)
    if any_is_enough and ordered[0].how == "named":
        ordered = [row for row in ordered if row.how == "named"]
    quotes = [row.evidence[0] for row in ordered if row.evidence] + [e for row in ordered for e in row.evidence[1:]]
    return Coverage(round(score, 3), rows, any_is_enough, distinct(quotes))


def reason(found: Coverage) -> str:
    """What was found, in a sentence."""
    parts = []
    named = [row.name for row in found.shown if row.how == "named"]
    if named:
        parts.append(f"Names {_list(named)}" + (", and one is enough" if found.any_is_enough else ""))
    if found.any_is_enough and named:
        return parts[0] + "."
    for row in found.shown:
        if row.how == "related":
            parts.append(f"{row.name} is not named; {row.through} counts {row.credit:.0%}")
        if row.how == "limited":
            parts.append(f"{row.name} is named as something hardly used")
    absent = [row.name for row in found.shown if row.how == "absent"]
    if absent:
        parts.append(f"{_list(absent)} not found")
    return "; ".join(parts) + "." if parts else "No skill of this requirement was found."


def _list(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def match(requirement: Requirement, reading: Reading) -> Finding:
    """By the skills the requirement names; one that says more than their names is matched by meaning too."""
    from analyses.engine.matching import meaning  # it uses this module's coverage

    if not requirement.skills:
        return _by_meaning(requirement, reading)
    if not names_mostly_skills(requirement, reading):
        return meaning.match(requirement, reading)
    found = coverage(requirement, reading)
    if found.score > 0:
        return finding(
            requirement,
            found.score,
            reason(found),
            evidence=found.evidence,
            matched=found.matched,
            missing=found.missing,
        )
    by_meaning = _by_meaning(requirement, reading)
    names = tuple(row.name for row in found.shown)
    if by_meaning.score > 0:
        why = f"{_list(list(names))} not named; a line comes near in meaning, which counts {by_meaning.score:.0%}."
        return finding(requirement, by_meaning.score, why, evidence=by_meaning.evidence, missing=names)
    return finding(requirement, 0.0, reason(found), missing=names)


def _by_meaning(requirement: Requirement, reading: Reading) -> Finding:
    """Words first (a term that the taxonomy does not know, found as it is written), then meaning."""
    from analyses.engine.matching import meaning

    term = requirement.text.strip().rstrip(".")
    if len(term.split()) <= 4:
        pattern = re.compile(rf"(?<!\w){re.escape(term)}(?!\w)", re.IGNORECASE)
        for chunk in reading.earning:
            hit = pattern.search(chunk.masked.text)
            if hit and not reading.is_organisation(chunk, hit.span()):
                quote = of_chunk(chunk, 1.0, hit.span(), f"names {term}")
                return finding(requirement, 1.0, f"Names {term}.", evidence=(quote,), matched=(term,))
    said = meaning.in_the_same_words(requirement, reading)
    if said is not None:
        return said
    near = meaning.near(requirement, reading)
    share = 1.0 if len(term.split()) > 4 else MEANING_FOR_SKILL
    value = round(share * ramp(near[0][0], NEAR, FITS), 3) if near else 0.0
    if value < LEAST:
        return finding(requirement, 0.0, "No line of the resume speaks of this.", missing=(term,))
    reason = "A line of the resume comes near it in meaning."
    return finding(requirement, value, reason, evidence=meaning.evidence(near))
