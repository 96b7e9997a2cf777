"""Skills: named in the resume, shown by a related one for a stated part, or near in meaning for less."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from analyses.engine.calibration import (
    BROADER,
    FITS,
    LEAST,
    LEAST_WITHOUT_SKILL,
    LIMITED_SKILL,
    MEANING_FOR_SKILL,
    NEAR,
    ONLY_LISTED,
    OTHER_WORK,
    SHOWS_MOST,
)
from analyses.engine.doing import asks_for_work, fitting_verb, verb_asked, without_verbs
from analyses.engine.findings import SENTENCE, Evidence, Finding, best_places, distinct, finding, of_chunk, of_place
from analyses.engine.inputs import Requirement
from analyses.engine.matching.groups import skill_groups
from analyses.engine.reading import Reading
from analyses.engine.similarity import ramp
from analyses.engine.skillset import SkillPlace

# How a skill is shown by its own name: work done as it is asked for, other work with it, or no more than its name.
DONE, USED, LISTED, NAMED, BESIDE = "done", "used", "listed", "named", "beside"
BY_NAME = (NAMED, DONE, USED, LISTED, BESIDE)


@dataclass(frozen=True, slots=True)
class Shown:
    """How one skill asked for is shown."""

    name: str
    credit: float
    how: str  # one of BY_NAME, or related, limited, absent
    through: str = ""  # the skill that shows it
    why: str = ""  # how that one stands to it
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Coverage:
    """How the skills of a requirement are shown together, in groups of which one is enough."""

    score: float
    groups: tuple[tuple[Shown, ...], ...]
    verb: str = ""  # the work asked for, as the requirement says it
    evidence: tuple[Evidence, ...] = field(default=())

    @property
    def shown(self) -> tuple[Shown, ...]:
        """All skills, group by group."""
        return tuple(row for group in self.groups for row in group)

    @property
    def matched(self) -> tuple[str, ...]:
        """Names of the skills that the resume names."""
        return tuple(row.name for row in self.shown if row.how in BY_NAME)

    @property
    def missing(self) -> tuple[str, ...]:
        """Names of the skills not named; none of a group of which one is there, or shown by another skill."""
        lacking = [
            group for group in self.groups if not any(row.how in BY_NAME or row.credit >= SHOWS_MOST for row in group)
        ]
        return tuple(row.name for group in lacking for row in group)


def shown(skill_id: str, requirement: Requirement, reading: Reading) -> Shown:
    """How the resume shows one skill of a requirement."""
    if skill_id in reading.skills:
        return _named(skill_id, requirement, reading)
    related = _related(skill_id, requirement, reading)
    if related is not None:
        return related
    name = reading.taxonomy.name(skill_id)
    if skill_id in reading.limited_skills:
        place = best_places(reading.limited_skills.places[skill_id], 1)[0]
        quote = of_place(place, LIMITED_SKILL, f"says that {name} was hardly used")
        return Shown(name, LIMITED_SKILL, "limited", evidence=(quote,))
    return Shown(name, 0.0, "absent")


def _named(skill_id: str, requirement: Requirement, reading: Reading) -> Shown:
    """A skill that is named. Where work is asked for, naming it is half, and other work with it not all of it."""
    name = reading.taxonomy.name(skill_id)
    beside = reading.half_done(requirement.text)
    places = [place for place in reading.skills.places[skill_id] if place.chunk.index not in beside]
    if not places:
        told = f"names {name} in what others did or taught"
        quotes = tuple(of_place(place, OTHER_WORK, told) for place in best_places(reading.skills.places[skill_id], 1))
        return Shown(name, OTHER_WORK, BESIDE, evidence=quotes)
    if not asks_for_work(requirement.text, requirement.kind):
        quotes = tuple(of_place(place, 1.0, f"names {name}") for place in best_places(places, 2))
        return Shown(name, 1.0, NAMED, evidence=quotes)
    verb = fitting_verb(requirement.text)
    done = [place for place in places if place.chunk.index in reading.work_lines]
    # "Designs REST APIs" in a summary says that it is done, where it says so with the verb; else it only names.
    done += [place for place in places if verb and place not in done and _says_done(place, verb, reading)]
    ranked = reading.nearest.get(requirement.id, [])
    near = {chunk.index: value for value, chunk in ranked}
    if not done and any(value >= FITS and chunk.index in reading.work_lines for value, chunk in ranked[:5]):
        # Some line of work says much the same, and the thing is named beside it.
        quotes = tuple(of_place(place, 1.0, f"names {name}") for place in best_places(places, 1))
        return Shown(name, 1.0, NAMED, evidence=quotes)
    if not done:
        told = f"names {name}, and no work done with it"
        quotes = tuple(of_place(place, ONLY_LISTED, told) for place in best_places(places, 1))
        return Shown(name, ONLY_LISTED, LISTED, evidence=quotes)
    # A line that says the same in other words shows it whatever its verb.
    fitting = [
        p for p in done if verb is None or verb.search(p.chunk.masked.text) or near.get(p.chunk.index, 0) >= FITS
    ]
    how, credit = (DONE, 1.0) if fitting else (USED, OTHER_WORK)
    lines = {place.chunk.index: place for place in fitting or done}
    nearest = sorted(lines.values(), key=lambda p: (-near.get(p.chunk.index, 0.0), p.chunk.index))[:2]
    return Shown(name, credit, how, evidence=tuple(of_place(place, credit, f"names {name}") for place in nearest))


def _says_done(place: SkillPlace, verb: re.Pattern[str], reading: Reading) -> bool:
    """True for a sentence outside the positions that says with the verb asked for that the thing was done."""
    chunk = place.chunk
    return (
        chunk.words >= SENTENCE
        and chunk.index in reading.work_told
        and chunk.index not in reading.lists
        and bool(verb.search(chunk.masked.text))
    )


def _related(skill_id: str, requirement: Requirement, reading: Reading) -> Shown | None:
    """A skill shown by another one. What the requirement asks for beside it shows no second."""
    asked, beside = requirement.skills, reading.half_done(requirement.text)
    best: tuple[tuple[float, bool, int], str, str] | None = None
    for found in reading.skills.ids():
        value, why = reading.taxonomy.related(skill_id, found)
        # "Python and Django": Python, found, has earned its part; it says nothing more of Django.
        if found in asked and value < SHOWS_MOST:
            continue
        # "Happiest close to the database" is no sign of Redis.
        if value < BROADER and not _in_work(found, reading):
            continue
        if beside and all(place.chunk.index in beside for place in reading.skills.places[found]):
            value *= OTHER_WORK
        rank = (round(value, 3), _in_work(found, reading), len(reading.skills.places[found]))
        if value > 0 and (best is None or rank > best[0]):
            best = (rank, found, why)
    if best is None:
        return None
    (value, _, _), found, why = best
    name, other = reading.taxonomy.name(skill_id), reading.taxonomy.name(found)
    place = best_places(reading.skills.places[found], 1)[0]
    told = f"names {other}, which shows {name}" if value >= SHOWS_MOST else f"names {other}, not {name}"
    return Shown(name, value, "related", other, why, (of_place(place, value, told),))


def _in_work(skill_id: str, reading: Reading) -> bool:
    """True where a sentence of work done names the skill; of a resume without dated positions, any sentence."""
    key = ("in work", skill_id)
    if key not in reading.memo:
        entries = bool(reading.profile.get("work"))
        chunks = (place.chunk for place in reading.skills.places.get(skill_id, ()))
        reading.memo[key] = any(
            c.words >= SENTENCE and not c.is_head and (c.entry is not None or not entries) for c in chunks
        )
    return bool(reading.memo[key])


_FILLER = re.compile(
    r"\b(?:a|an|the|and|or|of|in|on|with|to|for|as|at|our|your|you|we|is|are|be|such|e\.g\.|etc|like|least|one"
    r"|similar|other"
    r"|experience|experienced|knowledge|understanding|proficien\w+|familiar\w*|skills?|skilled|strong|solid|good"
    r"|deep|basic"
    r"|advanced|expert\w*|hands-on|working|work|use|using|tools?|technolog\w+|frameworks?|languages?|required|preferred"
    r"|plus|must|have|ability|years?|yrs|\d+\+?|excellent|proven|including|comfortable|modern|related|systems?"
    r"|own|by|yourself|independently|production|from|track|record|history|into|new|essential|desirable|practical"
    # The same in German, French and Spanish postings.
    r"|sehr|gute[rsn]?|kenntnisse|erfahrung(?:en)?|mit|und|oder|im|der|die|das|von|vorteil|sichere[rn]?|umgang"
    r"|fundierte"
    r"|wünschenswert|idealerweise|maîtrise|connaissances?|expérience|avec|de|des|du|le|la|les|et|ou|bonnes?|solides?"
    r"|un|une"
    r"|conocimientos?|experiencia|con|en|y|el|los|las|buen[oa]?s?)\b",
    re.IGNORECASE,
)
MOSTLY = 0.5


def groups_of(requirement: Requirement, reading: Reading) -> tuple[tuple[str, ...], ...]:
    """The requirement's skills in groups of which one is enough, worked out once."""
    key = ("groups", requirement.id)
    if key not in reading.memo:
        reading.memo[key] = skill_groups(requirement, reading.taxonomy)
    found: tuple[tuple[str, ...], ...] = reading.memo[key]
    return found


def names_mostly_skills(requirement: Requirement, reading: Reading, share: float = MOSTLY) -> bool:
    """True when at least ``share`` of a requirement's telling words (half of them) are names of skills.

    "Django and PostgreSQL in production" is met by naming both; of "own the design of dashboards that live traders
    rely on" naming dashboards is only a part.
    """
    key = ("share of skills", requirement.id)
    if key not in reading.memo:
        reading.memo[key] = _words_of_skills(requirement, reading)
    named, others = reading.memo[key]
    return bool(named >= share * (named + others))


def _words_of_skills(requirement: Requirement, reading: Reading) -> tuple[int, int]:
    """How many telling words of a requirement are names of skills, and how many are not."""
    text = requirement.text
    rest = list(text)
    for mention in reading.taxonomy.find(text):
        rest[mention.start : mention.end] = "\0" * (mention.end - mention.start)
    left = "".join(rest)
    named = len(
        re.findall(r"\w[\w+#./-]*", "".join(a for a, b in zip(text, left, strict=True) if b == "\0" or a == " "))
    )
    left = left.replace("\0", " ")
    # Of years of "backend development" the word names the field; in "developing APIs" it is the work asked for.
    plain = _FILLER.sub(" ", left if requirement.years else without_verbs(left))
    others = len(re.findall(r"[^\W\d_][\w+#-]*", plain))
    return named, others


def coverage(requirement: Requirement, reading: Reading) -> Coverage:
    """All skills of a requirement: of each group the best, and of the groups the mean."""
    key = ("coverage", requirement.id)
    if key not in reading.memo:
        reading.memo[key] = _coverage(requirement, reading)
    found: Coverage = reading.memo[key]
    return found


def _coverage(requirement: Requirement, reading: Reading) -> Coverage:
    groups = tuple(
        tuple(shown(skill_id, requirement, reading) for skill_id in group) for group in groups_of(requirement, reading)
    )
    best = [max(row.credit for row in group) for group in groups]
    score = sum(best) / len(best) if best else 0.0
    # One quote for each skill before a second for any; where one is enough and there, no other is quoted.
    rows = [row for group in groups for row in _worth_telling(group)]
    ordered = sorted(rows, key=lambda row: -row.credit)
    quotes = [row.evidence[0] for row in ordered if row.evidence] + [e for row in ordered for e in row.evidence[1:]]
    return Coverage(round(score, 3), groups, verb_asked(requirement.text), distinct(quotes))


def _worth_telling(group: tuple[Shown, ...]) -> list[Shown]:
    """Of a group the skills that show it best: those named, else the nearest other one, else all."""
    best = max(row.credit for row in group)
    named = [row for row in group if row.how in BY_NAME and row.credit == best]
    if named:
        return named
    return [max(group, key=lambda row: row.credit)] if best > 0 else list(group)


def reason(found: Coverage) -> str:
    """What was found, in a sentence."""
    parts = []
    told = [(group, _worth_telling(group)) for group in found.groups]
    named = [row.name for _, rows in told for row in rows if row.how in (NAMED, DONE)]
    if named:
        enough = any(len(group) > 1 and rows[0].how in (NAMED, DONE) for group, rows in told)
        parts.append(f"names {listed(named)}" + (", and one is enough" if enough and len(found.groups) == 1 else ""))
    used = [row.name for _, rows in told for row in rows if row.how == USED]
    if used:
        parts.append(f"names {listed(used)} in work done, but nothing there says “{found.verb}”")
    there = [row.name for _, rows in told for row in rows if row.how == BESIDE]
    if there:
        parts.append(f"names {listed(there)} only where the candidate was taught it, or helped or took part")
    bare = [row.name for _, rows in told for row in rows if row.how == LISTED]
    if bare:
        are, them = ("is", "it") if len(bare) == 1 else ("are", "them")
        parts.append(f"{listed(bare)} {are} only named; no line tells of work done with {them}")
    parts += _through([row for _, rows in told for row in rows if row.how == "related"])
    for row in (row for _, rows in told for row in rows):
        if row.how == "limited":
            parts.append(f"{row.name} is named as something hardly used")
    absent = [row.name for _, rows in told for row in rows if row.how == "absent"]
    if absent:
        parts.append(f"{listed(absent)} not found")
    told_all = "; ".join(parts)
    return f"{told_all[:1].upper()}{told_all[1:]}." if parts else "No skill of this requirement was found."


def _through(rows: Sequence[Shown]) -> list[str]:
    """Skills shown by others: those that one skill stands for together, those that it only comes near one by one."""
    parts = []
    whole = [row for row in rows if row.credit >= SHOWS_MOST]
    for other in dict.fromkeys(row.through for row in whole):
        told = [row.name + ("" if row.credit >= 1 else f" ({row.credit:.0%})") for row in whole if row.through == other]
        verb = "stands" if all(row.credit >= 1 for row in whole if row.through == other) else "counts"
        parts.append(f"{other} {verb} for {listed(told)}")
    for row in (row for row in rows if row.credit < SHOWS_MOST):
        because = f" ({row.why})" if row.why else ""
        parts.append(f"{row.name} is not named; {row.through}{because} counts {row.credit:.0%}")
    return parts


def is_done(found: Coverage) -> bool:
    """True where a line of work done shows every skill asked for, or one of each group."""
    return all(any(row.how == DONE for row in group) for group in found.groups)


def listed(names: Sequence[str]) -> str:
    """Names as a list in a sentence."""
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
    if by_meaning.score >= LEAST_WITHOUT_SKILL:
        why = f"{listed(names)} not named; a line comes near in meaning, which counts {by_meaning.score:.0%}."
        return finding(requirement, by_meaning.score, why, evidence=by_meaning.evidence, missing=names)
    return finding(requirement, 0.0, reason(found), missing=names)


def _by_meaning(requirement: Requirement, reading: Reading) -> Finding:
    """Words first (a term that the taxonomy does not know, found as it is written), then meaning."""
    from analyses.engine.matching import meaning

    term = requirement.text.strip().rstrip(".")
    beside = reading.half_done(requirement.text)
    if len(term.split()) <= 4:
        pattern = re.compile(rf"(?<!\w){re.escape(term)}(?!\w)", re.IGNORECASE)
        for chunk in reading.earning:
            hit = chunk.index not in beside and pattern.search(chunk.masked.text)
            if hit and not reading.is_organisation(chunk, hit.span()):
                quote = of_chunk(chunk, 1.0, hit.span(), f"names {term}")
                return finding(requirement, 1.0, f"Names {term}.", evidence=(quote,), matched=(term,))
    said = meaning.in_the_same_words(requirement, reading)
    if said is not None:
        return said
    near = meaning.near(requirement, reading)
    share = 1.0 if len(term.split()) > 4 and not requirement.skills else MEANING_FOR_SKILL
    value = round(share * ramp(near[0][0], NEAR, FITS), 3) if near else 0.0
    if value < LEAST:
        return finding(requirement, 0.0, "No line of the resume speaks of this.", missing=(term,))
    reason = "A line of the resume comes near it in meaning."
    return finding(requirement, value, reason, evidence=meaning.evidence(near))
