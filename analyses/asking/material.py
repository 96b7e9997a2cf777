"""What an answer can be built from: the lines of one resume, its skills, its profile, and vectors of its lines."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from analyses.asking.translated import in_english
from analyses.engine.chunks import Chunk, build_chunks
from analyses.engine.entries import organisation_spans
from analyses.engine.findings import best_places
from analyses.engine.guard import inspect
from analyses.engine.inputs import ResumeInput
from analyses.engine.masking import personal_spans
from analyses.engine.matching.experience import head_span
from analyses.engine.similarity import Vectors, matrix, similarities
from analyses.engine.skillset import SkillPlace, SkillSet, Taxonomy, find_places, skill_set

MAX_CITATIONS = 5


@dataclass(frozen=True, slots=True)
class Citation:
    """``text[start:end]`` of the stored resume text."""

    quote: str
    page: int
    start: int
    end: int

    def as_json(self) -> dict[str, Any]:
        """The stored form."""
        return {"quote": self.quote, "page": self.page, "start": self.start, "end": self.end}


@dataclass(frozen=True, slots=True)
class Answer:
    """A response and the words it rests on. ``lines`` are what a language model may write from."""

    response: str
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True)
class Material:
    """One resume, ready to be asked about."""

    resume: ResumeInput
    chunks: tuple[Chunk, ...]
    places: tuple[SkillPlace, ...]
    taxonomy: Taxonomy

    @property
    def profile(self) -> Mapping[str, Any]:
        """The parsed profile."""
        return self.resume.profile

    @cached_property
    def skills(self) -> SkillSet:
        """Skills with the lines that name them."""
        return skill_set(self.places, (chunk.index for chunk in self.chunks))

    def cite(self, start: int, end: int) -> Citation:
        """A piece of the stored text as a citation, its page looked up."""
        page = next((line.page for line in reversed(self.resume.lines) if line.start <= start), 1)
        return Citation(self.resume.text[start:end], page, start, end)

    def cite_chunk(self, chunk: Chunk) -> Citation:
        """A sentence or line as a citation."""
        return Citation(self.resume.text[chunk.start : chunk.end], chunk.page, chunk.start, chunk.end)

    def line_at(self, start: int, end: int) -> Citation:
        """The first line within ``text[start:end]``."""
        words = self.resume.text[start:end]
        stripped = words.lstrip()
        begin = start + len(words) - len(stripped)
        stop = begin + len(stripped.split("\n", 1)[0].rstrip())
        return self.cite(begin, max(stop, min(begin + 1, end)))

    def find(self, words: str) -> Citation | None:
        """Where ``words`` stand in the text, in any case and however spaced."""
        parts = [re.escape(part) for part in words.split()]
        if not parts:
            return None
        hit = re.search(r"\s+".join(parts), self.resume.text, re.IGNORECASE)
        return self.cite(*hit.span()) if hit else None

    def line_of(self, words: str, section: str = "") -> Citation | None:
        """The line or sentence that holds ``words``, best one of ``section``; they alone where they stand in none."""
        plain = " ".join(words.split()).casefold()
        for chunk in self.chunks:
            if section and chunk.section.startswith(section) and plain in chunk.masked.text.casefold():
                return self.cite_chunk(chunk)
        place = self.find(words)
        if place is None:
            return None
        own = next((c for c in self.chunks if c.start <= place.start and place.end <= c.end), None)
        return self.cite_chunk(own) if own is not None else place

    def head(self, entry: int) -> Citation | None:
        """The lines that open a position, from its first to the last of those with its title and its dates."""
        found = head_span([c for c in self.chunks if c.entry == entry], self.profile, entry)
        return self.cite(*found) if found else None

    def of_skill(self, skill_id: str, most: int = 3) -> list[Citation]:
        """The best lines that name a skill."""
        return [self.cite_chunk(place.chunk) for place in best_places(self.skills.places.get(skill_id, ()), most)]

    def nearest(self, question: str, vectors: Vectors) -> list[tuple[float, Chunk]]:
        """Lines by nearness of meaning to the question, nearest first."""
        rows = matrix([chunk.embedded for chunk in self.chunks], vectors)
        table = similarities(matrix([question], vectors), rows)
        pairs = [(float(value), chunk) for value, chunk in zip(table[0], self.chunks, strict=True)]
        return sorted(pairs, key=lambda pair: (-pair[0], pair[1].index))


def gather(resume: ResumeInput, taxonomy: Taxonomy) -> Material:
    """Read a resume for questions. Lines addressed to a machine are left out: they are nobody's record."""
    chunks = build_chunks(resume.text, resume.lines, resume.profile, personal_spans(resume.text, resume.profile))
    places = find_places(chunks, taxonomy, organisation_spans(resume.text, resume.profile))
    checked = inspect(chunks, places, "")
    kept = {chunk.index for chunk in checked if chunk.flag not in ("instruction", "stuffed", "repeated")}
    return Material(
        resume,
        tuple(chunk for chunk in chunks if chunk.index in kept),
        tuple(place for place in places if place.chunk.index in kept),
        taxonomy,
    )


def texts_to_embed(material: Material, question: str) -> list[str]:
    """Texts whose vectors an answer may need; those of the resume are stored already when it was analysed."""
    return list(dict.fromkeys([in_english(question), *(c.embedded for c in material.chunks if c.embedded)]))


def unique(citations: Iterable[Citation | None], most: int = MAX_CITATIONS) -> tuple[Citation, ...]:
    """Citations without repeats, in order."""
    kept: dict[tuple[int, int], Citation] = {}
    for item in citations:
        if item is not None and item.quote.strip():
            kept.setdefault((item.start, item.end), item)
    return tuple(kept.values())[:most]


def quoted(citations: Iterable[Citation]) -> str:
    """Citations as quotes in a row, line breaks closed."""
    return "; ".join("“" + " ".join(item.quote.split()) + "”" for item in citations)


def listed(words: Sequence[str]) -> str:
    """Words as a list in a sentence."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}" if words else ""
