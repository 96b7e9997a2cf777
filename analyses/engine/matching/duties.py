"""Requirements shown in other words: duties of working life that a posting asks for by one phrase and a resume shows
by another ("supervising staff", "line managed two assistants").

A requirement is taken apart into the duties and the skills it names; each is looked for in the lines by itself, and
what is left of its words ("national merchants") is looked for in the lines that show them.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from analyses.engine.calibration import NEAR_LIMIT, ONLY_LISTED, OTHER_WORK
from analyses.engine.chunks import Chunk
from analyses.engine.doing import asks_for_work, asks_to_make, fitting_verb
from analyses.engine.duties.phrases import Said, Stretch, Token, place_of, tokens
from analyses.engine.duties.table import SOFT, Asked, Duty, duties_asked, shipped, telling_duties
from analyses.engine.findings import Evidence, Finding, distinct, finding, of_chunk
from analyses.engine.inputs import Requirement
from analyses.engine.matching import meaning, skills
from analyses.engine.reading import Reading
from analyses.engine.words import GENERIC_STEMS, telling, telling_asked

BY_HEADING = 0.8  # of a duty that only the heading of a position tells: a receptionist greets visitors
# Of a requirement whose duties are shown, by how many of its other telling words no line of theirs holds.
LEFT_OVER = (1.0, 0.9, 0.75, 0.6)
OTHER_KIND = 0.5  # where the word left over stands before the duty and says of what kind: "export sales"
_OR = re.compile(r"\b(?:or|oder|ou)\b|/|\be\.g\.|\bsuch as\b", re.IGNORECASE)

# Of the line that shows a duty best: how well it does, the line, the words that do, all its words, and the words asked.
_Best = tuple[tuple[float, int, int, float, int], Chunk, frozenset[int], Sequence[Token], frozenset[int]]


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that a requirement asks for: where its words stand, and how far and by what it is shown."""

    start: int
    end: int
    credit: float
    asked: str
    words: frozenset[int] = frozenset()  # of the requirement, by number
    covered: frozenset[int] = frozenset()  # those of them that what was found stands for
    told: str = ""
    chunk: Chunk | None = None
    evidence: tuple[Evidence, ...] = ()


def better(base: Finding, requirement: Requirement, reading: Reading) -> Finding:
    """The finding by duties where it shows more than ``base``; ``base`` otherwise."""
    asked = duties_asked(requirement.text)
    if base.score >= 1.0 or not asked:
        return base
    if requirement.skills and all(row.is_manner for row in asked):
        return base  # "night audit" asks for the audit
    limit = meaning.stated_limit(requirement, reading)
    if limit is not None and limit[0] >= NEAR_LIMIT:
        return base
    parts = _parts(requirement, reading)
    told = [part for part in parts if part.told]
    if not told:
        return base
    score = round(_mean(parts, requirement.text) * _whole(parts, requirement, reading), 3)
    if score <= base.score:
        return base
    quotes = distinct([quote for part in parts for quote in part.evidence[:2]])
    missing = _still_missing(base, parts, requirement, reading)
    return finding(requirement, score, _reason(parts), evidence=quotes, matched=base.matched, missing=missing)


def _parts(requirement: Requirement, reading: Reading) -> list[Part]:
    """The duties asked for and the skills named beside them, in the order of their words."""
    words = tokens(requirement.text)
    parts = [_duty(asked, words, requirement, reading) for asked in duties_asked(requirement.text)]
    mentions = reading.taxonomy.find(requirement.text)
    covered = skills.coverage(requirement, reading)
    for ids, group in zip(skills.groups_of(requirement, reading), covered.groups, strict=True):
        places = [(m.start, m.end) for m in mentions if m.skill_id in ids]
        best = max(group, key=lambda row: row.credit)
        over = [i for i, part in enumerate(parts) if _overlaps(part, places, words)]
        if not over:
            start, end = places[0] if places else (len(requirement.text), len(requirement.text))
            parts.append(Part(start, end, best.credit, best.name, evidence=best.evidence))
        for i in over:
            if best.credit > parts[i].credit or _is_within(parts[i], places, words, requirement.text):
                parts[i] = replace(
                    parts[i],
                    credit=best.credit,
                    asked=best.name,
                    told="",
                    covered=parts[i].words,
                    evidence=best.evidence,
                )
    return sorted(parts, key=lambda part: (part.start, part.end))


def _is_within(part: Part, places: Sequence[Stretch], words: Sequence[Token], text: str) -> bool:
    """True where the words that ask for a duty are some of the proper name of a skill: "SQL" of "SQL Server"."""
    named = ({i for i, (_, a, b) in enumerate(words) if start < b and a < end} for start, end in places)
    return any(part.words < one and any(text[words[i][1]].isupper() for i in one if i) for one in named)


def _overlaps(part: Part, places: Sequence[Stretch], words: Sequence[Token]) -> bool:
    return any(start < words[i][2] and words[i][1] < end for i in part.words for start, end in places)


def _duty(asked: Asked, words: Sequence[Token], requirement: Requirement, reading: Reading) -> Part:
    """A duty asked for, with the line that shows it best, if any does."""
    first, last = min(asked.words), max(asked.words)
    start, end = words[first][1], words[last][2]
    name = requirement.text[start:end]
    wanted = telling_asked(requirement.text)
    near = {chunk.index: value for value, chunk in reading.nearest.get(requirement.id, [])}
    work = asks_for_work(requirement.text, requirement.kind)
    verb = fitting_verb(requirement.text) if asks_to_make(requirement.text) else None
    best: _Best | None = None
    undone, beside = reading.undone(requirement.text), reading.half_done(requirement.text)
    for duty, own in asked.readings:
        for chunk, told, said in lines_for(duty, reading):
            if chunk.index in undone:
                continue
            shown = shown_by(duty, chunk, said)
            if shown is None:
                continue
            credit = _credit(chunk, reading, work)
            if (shown[1] or requirement.skills) and verb is not None and not verb.search(chunk.masked.text):
                credit = min(credit, OTHER_WORK)  # the thing alone is named: to run services is not to design them
            if chunk.index in beside:
                credit = min(credit, OTHER_WORK)
            common = len(wanted & reading.telling[chunk.index])
            rank = (credit, len(own), common, near.get(chunk.index, 0.0), -chunk.index)
            if best is None or rank > best[0]:
                best = (rank, chunk, shown[0], told, own)
    if best is None:
        return Part(start, end, 0.0, name, asked.words, asked.words)
    rank, chunk, place, told, own = best
    begin, stop = told[min(place)][1], told[max(place)][2]
    quote = of_chunk(chunk, rank[0], (begin, stop), f"shows “{name}” in other words")
    said_as = " … ".join(_runs(place, told, chunk))
    return Part(start, end, rank[0], name, asked.words, own, said_as, chunk, (quote,))


def _runs(place: frozenset[int], told: Sequence[Token], chunk: Chunk) -> list[str]:
    """The words that show a duty, as they are written: those that follow each other in one piece."""
    runs: list[list[int]] = []
    for at in sorted(place):
        if runs and at - runs[-1][-1] <= 2:
            runs[-1].append(at)
        else:
            runs.append([at])
    return [chunk.masked.text[told[run[0]][1] : told[run[-1]][2]] for run in runs]


def _credit(chunk: Chunk, reading: Reading, is_work: bool) -> float:
    if chunk.is_head:
        return BY_HEADING
    is_listed = chunk.section.startswith("skill") or chunk.index in reading.lists
    return ONLY_LISTED if is_work and is_listed else 1.0


def lines_for(duty: Duty, reading: Reading) -> Sequence[tuple[Chunk, Sequence[Token], Said]]:
    """The lines that hold the first element of some phrase which tells of a duty."""
    if "lines by element" not in reading.memo:
        found: dict[str, set[int]] = {}
        for at, (_, _, said) in enumerate(_told(reading)):
            for element in said:
                found.setdefault(element, set()).add(at)
        reading.memo["lines by element"] = found
    index: dict[str, set[int]] = reading.memo["lines by element"]
    rows = _told(reading)
    return [rows[at] for at in sorted(set().union(*(index[e] for e in index.keys() & duty.told_by.keys())))]


def shown_by(duty: Duty, chunk: Chunk, said: Said) -> tuple[frozenset[int], bool] | None:
    """Where a line tells of a duty, and whether it only names a thing; None where it does not."""
    heads = chunk.is_head or chunk.is_study
    for element in said:
        for phrase in duty.told_by.get(element, ()):
            place = place_of(phrase, said) if phrase.by_heading == heads else None
            if place is not None:
                return place, len(phrase.elements) == 1
    return None


def words_of(chunk: Chunk, reading: Reading) -> Sequence[Token]:
    """The words of a line with their places, found once."""
    key = ("words", chunk.index)
    if key not in reading.memo:
        reading.memo[key] = tokens(chunk.masked.text)
    found: Sequence[Token] = reading.memo[key]
    return found


def _told(reading: Reading) -> Sequence[tuple[Chunk, Sequence[Token], Said]]:
    """What the earning lines say of the elements of duties that the job asks for, looked at once."""
    if "told duties" not in reading.memo:
        lexicon = telling_duties(tuple(row.text for row in reading.job.requirements))
        rows = [(chunk, words_of(chunk, reading)) for chunk in reading.earning]
        reading.memo["told duties"] = [(chunk, words, lexicon.said(words)) for chunk, words in rows]
    found: Sequence[tuple[Chunk, Sequence[Token], Said]] = reading.memo["told duties"]
    return found


def _mean(parts: Sequence[Part], text: str) -> float:
    """The mean of the parts; of those that "or" stands between the best one counts."""
    credits: list[float] = []
    for at, part in enumerate(parts):
        if at and _OR.search(text[parts[at - 1].end : part.start]):
            credits[-1] = max(credits[-1], part.credit)
        else:
            credits.append(part.credit)
    return sum(credits) / len(credits)


def _whole(parts: Sequence[Part], requirement: Requirement, reading: Reading) -> float:
    """How much of the requirement its parts make up (0..1): less for telling words that are no part and that neither
    the lines which show the parts nor their positions hold."""
    text = requirement.text
    said = shipped().said(tokens(text))
    soft = {i for start, stop in said.get(SOFT, ()) for i in range(start, stop)}
    taken = frozenset().union(*(part.covered for part in parts))
    opening = {min(part.covered) for part in parts if part.covered}
    named = [(m.start, m.end) for m in reading.taxonomy.find(text) if m.skill_id in requirement.skills]
    held = frozenset().union(*(_context(part.chunk, reading) for part in parts if part.chunk is not None))
    left = []
    for at, (word, start, end) in enumerate(tokens(text)):
        if at in soft or at in taken or any(c.isdigit() for c in word) or len(word) < 3:
            continue
        if any(start < b and a < end for a, b in named):
            continue
        stems = telling(word) - GENERIC_STEMS
        if stems and not stems & held:
            left.append(at)
    if any(at + 1 in opening for at in left):
        return OTHER_KIND
    return LEFT_OVER[min(len(left), len(LEFT_OVER) - 1)]


def _context(chunk: Chunk, reading: Reading) -> frozenset[str]:
    """Telling words of a line and of the position it stands in."""
    own = reading.telling[chunk.index]
    if chunk.entry is None:
        return own
    return own.union(*(reading.telling[c.index] for c in reading.earning if c.entry == chunk.entry))


def _reason(parts: Sequence[Part]) -> str:
    told = [f"“{part.told}” shows “{part.asked}”" for part in parts if part.told]
    told += [f"names {part.asked}" for part in parts if part.credit and not part.told]
    lacking = [part.asked for part in parts if not part.credit]
    words = "; ".join(told)
    if lacking:
        words += f"; nothing shows {skills.listed([f'“{name}”' for name in lacking])}"
    return f"{words[:1].upper()}{words[1:]}."


def _still_missing(base: Finding, parts: Sequence[Part], requirement: Requirement, reading: Reading) -> tuple[str, ...]:
    """Names of the skills asked for that no part shows."""
    words = tokens(requirement.text)
    shown = [part for part in parts if part.credit > 0]
    kept = []
    for mention in reading.taxonomy.find(requirement.text):
        name = reading.taxonomy.name(mention.skill_id)
        place = [(mention.start, mention.end)]
        if name in base.missing and not any(_overlaps(part, place, words) for part in shown):
            kept.append(name)
    return tuple(dict.fromkeys(kept))
