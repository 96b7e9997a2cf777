"""Years of relevant work: months of dated positions that have to do with what is asked, each month once."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from analyses.engine import work
from analyses.engine.calibration import RELEVANT_LINE
from analyses.engine.callings import GENERAL, standing, title_asked
from analyses.engine.chunks import Chunk
from analyses.engine.findings import MAX_QUOTE, Evidence, Finding, distinct, finding, no_data, of_chunk
from analyses.engine.inputs import Requirement
from analyses.engine.leading import asks_years_of_leading
from analyses.engine.matching import meaning, skills
from analyses.engine.matching.relevance import (
    FULL,
    HALF,
    QUARTER,
    Relevance,
    asks_years_only,
    relevant_entries,
    requirement_field,
)
from analyses.engine.reading import Reading, requirement_text
from analyses.engine.words import GENERIC_STEMS, telling_asked
from resumes.parsing.timeline import Stretch, covered

ENOUGH = 0.95  # of the years asked: eleven and a half months are a year to any recruiter
PARTLY = 0.79  # the most that falls short of the years asked, or rests on a bare statement, can earn
BESIDE_AT_MOST = 0.3  # the most that positions of a neighbouring field alone can earn
TOLD_OF = 2  # lines of a resume in prose from which on it tells of something all along
NEAR_AT_MOST = 0.5  # the most that positions which only come near can earn by themselves


def match(requirement: Requirement, reading: Reading) -> Finding:
    """By months when years are asked for, by meaning when not."""
    if not requirement.years:
        return meaning.match(requirement, reading)
    held = work.spans(reading.profile, reading.resume.as_of)
    chosen = relevant_entries(requirement, reading)
    counted = [span for span in held if span.entry in chosen]
    if counted:
        return _by_months(requirement, reading, counted, chosen)
    claim = _claimed(requirement, reading, bool(held))
    if claim is not None:
        return claim
    if held:
        return _none_relevant(requirement, reading, covered(held))
    what = requirement_text(requirement)
    stated = "It states years, but not of what." if reading.claims else ""
    return no_data(
        requirement,
        f"The resume gives no dates to count years from. {stated}".strip(),
        f"The posting asks for {what[:1].lower()}{what[1:]}: how many years does the candidate have?",
    )


def _by_months(
    requirement: Requirement, reading: Reading, counted: Sequence[Stretch], chosen: Mapping[int, Relevance]
) -> Finding:
    """Months of fitting positions in full, further months of those that only come near in half."""
    asked = float(requirement.years or 0) * 12
    own = [span for span in counted if chosen[span.entry].share >= FULL]
    half = [span for span in counted if chosen[span.entry].share >= HALF]
    fitting, near, whole = covered(own), covered(half), covered(counted)
    share = min(1.0, (fitting + HALF * (near - fitting) + QUARTER * (whole - near)) / asked)
    at_most = PARTLY if own else NEAR_AT_MOST if half else BESIDE_AT_MOST
    partly = round(min(share * PARTLY, at_most), 3)
    score = 1.0 if fitting / asked >= ENOUGH else partly
    ordered = sorted(counted, key=lambda s: (-chosen[s.entry].share, -s.last))
    quotes = distinct(e for span in ordered if (e := _counted_line(span, reading, chosen[span.entry])))
    matched, missing = _named(requirement, reading)
    reason = _reason(requirement, reading, counted, chosen)
    return finding(requirement, score, reason, evidence=quotes, matched=matched, missing=missing)


def _reason(
    requirement: Requirement, reading: Reading, counted: Sequence[Stretch], chosen: Mapping[int, Relevance]
) -> str:
    """The months by how they count, each with the titles they were worked under."""
    parts: list[str] = []
    of_leading = asks_years_of_leading(requirement.text) and not requirement_field(requirement)
    before = 0
    for share, what in (
        (FULL, "in positions of leading people{}" if of_leading else "in relevant positions{}"),
        (HALF, "in positions that only come near{}, counted half"),
        (QUARTER, "in a neighbouring field{}, counted a quarter"),
    ):
        own = [span for span in counted if chosen[span.entry].share == share]
        months = covered([span for span in counted if chosen[span.entry].share >= share])
        if own and months > before:
            words = work.in_words(months - before)
            begin = f"{words} more" if parts else words.capitalize()
            parts.append(f"{begin} {what.format(_titles(own, reading))}")
        before = months
    return f"{'; '.join(parts)}; {_asked(requirement)} asked."


def _titles(spans: Sequence[Stretch], reading: Reading) -> str:
    """The titles of positions in brackets, the latest first."""
    rows = reading.profile.get("work") or []
    ordered = sorted(spans, key=lambda s: -s.last)
    titles = list(dict.fromkeys(str(rows[s.entry].get("position") or "") for s in ordered))
    named = [title for title in titles if title][:3]
    return f" ({', '.join(named)})" if named else ""


def _counted_line(span: Stretch, reading: Reading, found: Relevance) -> Evidence | None:
    how = {FULL: "counted", HALF: "counted half"}.get(found.share, "counted a quarter")
    shows = f"{work.in_words(span.last - span.first)}, {how}"
    return head_of(span.entry, reading, f"{shows}: {found.why}" if found.why else shows)


def _named(requirement: Requirement, reading: Reading) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Names of the requirement's skills that the resume names, and of those that it does not."""
    found = skills.coverage(requirement, reading)
    return found.matched, found.missing


def head_of(index: int, reading: Reading, shows: str = "") -> Evidence | None:
    """The lines that open a position: from its first to the last of those with its title and its dates."""
    own = [chunk for chunk in reading.chunks if chunk.entry == index and not chunk.flag]
    found = head_span(own, reading.profile, index)
    if found is None:
        return None
    page = next(chunk.page for chunk in own if chunk.start >= found[0])
    return Evidence(*found, page, 1.0, shows)


def head_span(own: Sequence[Chunk], profile: Mapping[str, Any], index: int) -> tuple[int, int] | None:
    """Where the lines stand that open a position; the dated one alone where they lie too far apart."""
    own = own[:4]
    if not own:
        return None
    title = str((profile.get("work") or [])[index].get("position") or "").casefold()
    dated = _first(own, lambda words: bool(re.search(r"(?:19|20)\d{2}", words)))
    titled = _first(own, lambda words: bool(title) and title in words.casefold())
    told = [chunk for chunk in (titled, dated) if chunk is not None] or own[:1]
    first, last = min(told, key=lambda c: c.index), max(told, key=lambda c: c.index)
    if last.page == first.page and last.end - first.start <= MAX_QUOTE:
        return first.start, last.end
    lone = dated or own[0]
    return lone.start, min(lone.end, lone.start + MAX_QUOTE)


def _first(chunks: Sequence[Chunk], holds: Callable[[str], bool]) -> Chunk | None:
    return next((chunk for chunk in chunks if holds(chunk.masked.text)), None)


def _claimed(requirement: Requirement, reading: Reading, is_dated: bool) -> Finding | None:
    """Years that a sentence states about what is asked for, when no dated position shows them. Said to be the
    candidate's own word, and worth a part only where the dates that are there do not bear it out."""
    rows = [(claim, chunk, _bears(requirement, chunk, reading, is_dated)) for chunk, claim in reading.claims]
    rows = [row for row in rows if row[2] > 0]
    if not rows:
        return None
    claim, chunk, most = max(rows, key=lambda row: (row[2], row[0][0], -row[1].index))
    share = min(1.0, claim[0] / float(requirement.years or 1))
    score = min(most, 1.0 if share >= ENOUGH else round(share * PARTLY, 3))
    if is_dated:
        score = min(score, NEAR_AT_MOST)
    why = "which its dated positions do not show" if is_dated else "without dates to count"
    why += {BESIDE_AT_MOST: ", of work beside this", PARTLY: ", and leaves open of what"}.get(most, "")
    years = f"{claim[0]:g} year{'s' * (claim[0] != 1)}"
    reason = f"The resume states {years}, {why}; {_asked(requirement)} asked."
    quote = of_chunk(chunk, 1.0, (claim[1], claim[2]), "states the years")
    matched, missing = _named(requirement, reading)
    return finding(requirement, score, reason, evidence=(quote,), matched=matched, missing=missing)


def _bears(requirement: Requirement, chunk: Chunk, reading: Reading, is_dated: bool) -> float:
    """The most (0..1) that years stated in a sentence can earn: all where it speaks of what is asked; a part where it
    leaves that open in the resume of one who holds the very title; little of an occupation beside it; 0 of another."""
    if _names_all(requirement, chunk, reading):
        return 1.0
    if is_dated:
        return 0.0
    role = title_asked(reading.job)
    stands = [(standing(held.title, role, reading.vectors), held.chunk) for held in reading.callings] if role else []
    own = [value for value, told in stands if told is not None and told.index == chunk.index and value is not None]
    fits = asks_years_only(requirement) or _nearness(requirement, chunk, reading) >= RELEVANT_LINE
    if own:
        best = max(own)
        if best >= GENERAL:
            return 1.0 if fits or _speaks_of(requirement, chunk, reading) else PARTLY
        return BESIDE_AT_MOST if best > 0 else 0.0
    others = [value for value, _ in stands if value is not None]
    if fits:
        if _speaks_of(requirement, chunk, reading) and not asks_years_only(requirement):
            return 1.0
        return 1.0 if not others or max(others) >= GENERAL else BESIDE_AT_MOST if max(others) > 0 else 0.0
    if not others:
        return PARTLY if _is_told_of(requirement, reading) else 0.0
    return PARTLY if max(others) >= GENERAL and not requirement.skills else 0.0


def _is_told_of(requirement: Requirement, reading: Reading) -> bool:
    """True where several lines of a resume without titles tell of what years are asked of: its years are of that."""
    asked = {word for word in telling_asked(requirement.text) - GENERIC_STEMS if len(word) > 3 and not word.isdigit()}
    named = {place.chunk.index for skill in requirement.skills for place in reading.skills.places.get(skill, ())}
    told = {chunk.index for chunk in reading.earning if asked & reading.telling[chunk.index]} | named
    return len(told & reading.work_told) >= TOLD_OF


def _nearness(requirement: Requirement, chunk: Chunk, reading: Reading) -> float:
    return next((v for v, c in reading.nearest.get(requirement.id, []) if c.index == chunk.index), 0.0)


def _speaks_of(requirement: Requirement, chunk: Chunk, reading: Reading) -> bool:
    """True where the sentence shares a word that tells what is asked."""
    asked = {word for word in telling_asked(requirement.text) - GENERIC_STEMS if len(word) > 3 and not word.isdigit()}
    return bool(asked & reading.telling[chunk.index])


def _names_all(requirement: Requirement, chunk: Chunk, reading: Reading) -> bool:
    """True when the sentence names every skill asked for (one, where one is enough)."""
    groups = skills.groups_of(requirement, reading)
    named = [
        any(place.chunk.index == chunk.index for skill in group for place in reading.skills.places.get(skill, ()))
        for group in groups
    ]
    return bool(named) and all(named)


def _none_relevant(requirement: Requirement, reading: Reading, total: int) -> Finding:
    held = work.in_words(total).capitalize()
    of_leading = asks_years_of_leading(requirement.text) and not requirement_field(requirement)
    what = "that speak of leading people" if of_leading else "near this"
    reason = f"{held} of dated work, none of it in positions {what}; {_asked(requirement)} asked."
    return finding(requirement, 0.0, reason, missing=_named(requirement, reading)[1])


def _asked(requirement: Requirement) -> str:
    years = float(requirement.years or 0)
    return f"{years:g} year{'s' * (years != 1)}"
