"""What the judge found for a requirement: how far it is met, why, and the words it rests on."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from analyses.engine.chunks import Chunk
from analyses.engine.inputs import Requirement
from analyses.engine.skillset import SkillPlace

MET, PARTIAL, NOT_MET, NO_DATA, NOT_SCORED = "met", "partial", "not_met", "no_data", "not_scored"
MAX_EVIDENCE = 3
SENTENCE = 4  # words from which on a line says something, where fewer only list
MAX_QUOTE = 280  # characters: a quote is to be read at a glance


@dataclass(frozen=True, slots=True)
class Evidence:
    """``text[start:end]`` of the stored resume text, on ``page``, and how near it is (1.0: it names the thing)."""

    start: int
    end: int
    page: int
    similarity: float
    shows: str = ""  # what of the requirement these words show: "names PostgreSQL", "5 years 7 months, counted"

    def as_json(self, text: str) -> dict[str, Any]:
        """The stored form, with the quote itself."""
        return {
            "quote": text[self.start : self.end],
            "page": self.page,
            "start": self.start,
            "end": self.end,
            "similarity": self.similarity,
            "shows": self.shows,
        }


@dataclass(frozen=True, slots=True)
class Finding:
    """How far one requirement is met. ``score`` is 0..1, and above 0 only when met or partial."""

    requirement: Requirement
    status: str
    score: float
    reason: str
    evidence: tuple[Evidence, ...] = ()
    missing: tuple[str, ...] = ()  # skill names asked for and not shown
    matched: tuple[str, ...] = ()  # skill names shown
    ask: str = ""  # what to ask the candidate when the resume is silent


def finding(requirement: Requirement, score: float, reason: str, **details: Any) -> Finding:
    """A finding whose status follows from its score: met from 0.8, partial above 0."""
    score = round(score, 3)
    status = MET if score >= 0.8 else PARTIAL if score > 0 else NOT_MET
    return Finding(requirement, status, score, reason, **details)


def no_data(requirement: Requirement, reason: str, ask: str) -> Finding:
    """A finding for what the resume does not speak of and resumes usually leave out."""
    return Finding(requirement, NO_DATA, 0.0, reason, ask=ask)


def of_chunk(chunk: Chunk, similarity: float, focus: tuple[int, int] | None = None, shows: str = "") -> Evidence:
    """A chunk as evidence; a long one is narrowed to whole words around ``focus`` (masked positions)."""
    start, end = chunk.start, chunk.end
    if end - start > MAX_QUOTE and focus is not None:
        masked = chunk.masked.text
        room = (MAX_QUOTE - (focus[1] - focus[0])) // 2
        low, high = max(0, focus[0] - room), min(len(masked), focus[1] + room)
        low = masked.rfind(" ", 0, low) + 1 if low else 0
        high = high if high == len(masked) else max(masked.rfind(" ", 0, high), focus[1])
        start, end = chunk.masked.origin(low), chunk.masked.origin(high - 1) + 1
    return Evidence(start, end, chunk.page, round(similarity, 3), shows)


def of_place(place: SkillPlace, similarity: float = 1.0, shows: str = "") -> Evidence:
    """The sentence or line that names a skill."""
    return of_chunk(place.chunk, similarity, (place.start, place.end), shows)


def best_places(places: Sequence[SkillPlace], most: int) -> list[SkillPlace]:
    """Places worth quoting: work done before lists, sentences before single words, then reading order.

    A bare word of a list adds nothing to a sentence that names the same skill.
    """
    ordered = sorted(places, key=lambda p: (p.chunk.entry is None, min(p.chunk.words, 6) * -1, p.chunk.index, p.start))
    seen: set[int] = set()
    kept = []
    for place in ordered:
        if place.chunk.index not in seen:
            seen.add(place.chunk.index)
            kept.append(place)
    if kept and kept[0].chunk.words >= SENTENCE:
        kept = [place for place in kept if place.chunk.words >= SENTENCE]
    return kept[:most]


def distinct(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """At most three pieces of evidence in the order given; words quoted already only add what they show."""
    kept: list[Evidence] = []
    for item in evidence:
        at = next((i for i, other in enumerate(kept) if other.start <= item.start and item.end <= other.end), None)
        if at is None:
            kept.append(item)
        elif item.shows and item.shows not in kept[at].shows:
            kept[at] = replace(kept[at], shows="; ".join(filter(None, (kept[at].shows, item.shows))))
    return tuple(kept[:MAX_EVIDENCE])
