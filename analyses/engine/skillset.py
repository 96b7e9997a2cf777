"""Which skills the resume shows, and where: the taxonomy's findings carried over to chunks."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from analyses.engine.chunks import Chunk
from analyses.engine.entries import within
from analyses.engine.masking import Span

# "Escalating concerns to the registered nurse": a colleague's licence is none of the candidate's.
_TO_A_COLLEAGUE = re.compile(
    r"\b(?:(?:with|under|alongside|assist\w*|support\w*|help\w*|shadow\w*)(?: (?:the|an?|our|other|\d+))?"
    r"|(?:to|for|by) (?:the|our|other|\d+))\s+(?:[a-z]+\s+)?$"
)
_PERSON = re.compile(
    r"(?:nurse|pharmacist|electrician|plumber|engineer|technician|attorney|solicitor|lawyer|conveyancer|accountant"
    r"|teacher|planner|surveyor|assistant|practitioner|therapist|worker|analyst|driver)s?$",
    re.IGNORECASE,
)


class Mention(Protocol):
    """A skill named at ``text[start:end]``."""

    @property
    def skill_id(self) -> str:
        """The taxonomy's id."""

    @property
    def start(self) -> int:
        """First code point."""

    @property
    def end(self) -> int:
        """One past the last code point."""


class Taxonomy(Protocol):
    """What the judge asks of the taxonomy; handed in, so that it can be another one."""

    @property
    def version(self) -> str:
        """Changes when the data do."""

    def find(self, text: str) -> Sequence[Mention]:
        """Skills named in ``text``."""

    def name(self, skill_id: str) -> str:
        """The skill's name as people write it."""

    def kinds(self, text: str) -> Sequence[tuple[str, frozenset[str]]]:
        """Kinds of skill that a text names ("databases"): the name of each, and the ids of what is of it."""

    def is_paper(self, skill_id: str) -> bool:
        """True for a certificate or a licence: to name it is to say that it is held."""

    def related(self, wanted: str, found: str) -> tuple[float, str]:
        """How much of ``wanted`` is shown by ``found`` (0..1), and why, in words."""


@dataclass(frozen=True, slots=True)
class SkillPlace:
    """A skill named in a chunk, at positions of the chunk's masked text."""

    skill_id: str
    chunk: Chunk
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class SkillSet:
    """Skills of a resume, each with the places it is named at, in reading order."""

    places: dict[str, tuple[SkillPlace, ...]]

    def __contains__(self, skill_id: str) -> bool:
        return skill_id in self.places

    def ids(self) -> Iterable[str]:
        """Ids in a stable order."""
        return sorted(self.places)


def find_places(chunks: Sequence[Chunk], taxonomy: Taxonomy, names: Sequence[Span] = ()) -> list[SkillPlace]:
    """Every skill named in any chunk, but not as part of ``names`` (employers, schools; spans of the stored text).

    One pass over the masked texts joined, so that no name can stand in it.
    """
    joined = "\n".join(chunk.masked.text for chunk in chunks)
    places: list[SkillPlace] = []
    index, begin = 0, 0
    for mention in sorted(taxonomy.find(joined), key=lambda m: (m.start, m.end, m.skill_id)):
        while index < len(chunks) and mention.start > begin + len(chunks[index].masked.text):
            begin += len(chunks[index].masked.text) + 1
            index += 1
        chunk = chunks[index]
        start, end = mention.start - begin, mention.end - begin
        if end > len(chunk.masked.text):
            continue
        text = chunk.masked.text
        if not chunk.is_head and is_a_colleagues(text, start, end):
            continue
        if not within(chunk.masked.origin(start), chunk.masked.origin(end - 1) + 1, names):
            places.append(SkillPlace(mention.skill_id, chunk, start, end))
    return places


def is_a_colleagues(text: str, start: int, end: int) -> bool:
    """True where ``start`` to ``end`` names a colleague by their work; "registered with the GDC" names none."""
    return bool(_PERSON.search(text[start:end])) and is_of_others(text, start)


def is_of_others(text: str, start: int) -> bool:
    """True where what begins at ``start`` is said of a colleague: "supporting the registered nurse"."""
    return bool(_TO_A_COLLEAGUE.search(text[max(0, start - 40) : start]))


def skill_set(places: Iterable[SkillPlace], earning: Iterable[int]) -> SkillSet:
    """The skills named in chunks whose index is in ``earning``."""
    allowed = set(earning)
    found: dict[str, list[SkillPlace]] = {}
    for place in places:
        if place.chunk.index in allowed:
            found.setdefault(place.skill_id, []).append(place)
    return SkillSet({skill: tuple(rows) for skill, rows in found.items()})
