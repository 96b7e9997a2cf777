"""Everything scoring may look at: the resume's earning chunks, its skills, and similarities to what is asked."""

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from analyses.engine.calibration import SHARED_WORDS
from analyses.engine.callings import Calling, callings, title_asked
from analyses.engine.chunks import Chunk
from analyses.engine.doing import asks_to_be_there, asks_to_lead, asks_to_make, is_work_line, tells_of_work
from analyses.engine.entries import organisation_spans, within
from analyses.engine.fields import field_asked, field_held
from analyses.engine.inputs import JobInput, Requirement, ResumeInput
from analyses.engine.masking import Span, held_title, plain_title
from analyses.engine.similarity import DECIMALS, Vectors, matrix, similarities
from analyses.engine.skillset import SkillPlace, SkillSet, Taxonomy, skill_set
from analyses.engine.stance import is_membership, is_receiving, is_sharing, names_paper
from analyses.engine.words import GENERIC_STEMS, telling, telling_asked
from analyses.engine.work import stated_years, told_years

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt


@dataclass(frozen=True)
class Reading:
    """One resume read for one job."""

    job: JobInput
    resume: ResumeInput
    chunks: tuple[Chunk, ...]  # all of them, flagged ones included
    places: tuple[SkillPlace, ...]
    taxonomy: Taxonomy
    job_sentences: tuple[str, ...]
    beside: tuple[Chunk, ...] = ()  # lines of the head that are no account of the candidate: copied, or an order
    vectors: Vectors = field(default_factory=dict)
    # What the matchers worked out once and need again. A copy with other vectors begins with an empty one.
    memo: dict[Any, Any] = field(default_factory=dict, init=False, compare=False, repr=False)

    @cached_property
    def earning(self) -> tuple[Chunk, ...]:
        """Chunks that can earn: not flagged, and saying neither what was left undone nor what is hoped for."""
        return tuple(c for c in self.chunks if not (c.flag or c.is_limit or c.is_wish))

    @cached_property
    def limits(self) -> tuple[Chunk, ...]:
        """Chunks in which the resume says what was not done, or only a little."""
        return tuple(chunk for chunk in self.chunks if not chunk.flag and chunk.is_limit)

    @cached_property
    def skills(self) -> SkillSet:
        """Skills named where naming them earns."""
        return skill_set(self.places, (chunk.index for chunk in self.earning))

    @cached_property
    def telling(self) -> tuple[frozenset[str], ...]:
        """For each chunk, the stems of the words that say what it is about."""
        return tuple(telling(chunk.masked.text) for chunk in self.chunks)

    @cached_property
    def work_told(self) -> frozenset[int]:
        """Chunks that can show work done (:func:`analyses.engine.doing.tells_of_work`), looked at once for all
        requirements."""
        return frozenset(chunk.index for chunk in self.earning if tells_of_work(chunk))

    @cached_property
    def received(self) -> frozenset[int]:
        """Earning chunks in which the candidate was led, trained or shown something."""
        return frozenset(chunk.index for chunk in self.earning if is_receiving(chunk.masked.text))

    @cached_property
    def shared(self) -> frozenset[int]:
        """Earning chunks in which the candidate took part in what others did, or helped them at it."""
        return frozenset(chunk.index for chunk in self.earning if is_sharing(chunk.masked.text))

    @cached_property
    def memberships(self) -> frozenset[int]:
        """Earning chunks that only say that the candidate belonged to a team."""
        return frozenset(chunk.index for chunk in self.earning if is_membership(chunk.masked.text))

    def undone(self, asked: str) -> frozenset[int]:
        """Chunks that show nothing of what ``asked`` wants led or made: others led and made there."""
        if asks_to_lead(asked):
            return self.received | self.memberships
        return self.received if asks_to_make(asked) else frozenset()

    def half_done(self, asked: str) -> frozenset[int]:
        """Chunks that show ``asked`` in part only: others did it, or taught it, and the candidate was there. None where
        no more than that is asked."""
        return frozenset() if asks_to_be_there(asked) else self._beside_others

    @cached_property
    def _beside_others(self) -> frozenset[int]:
        taught = (c.index for c in self.earning if c.index in self.received and not names_paper(c.masked.text))
        return (self.shared | frozenset(taught)) & self.work_told

    @cached_property
    def work_lines(self) -> frozenset[int]:
        """Sentences about work done in a position or a project (:func:`analyses.engine.doing.is_work_line`)."""
        has_positions = bool(self.profile.get("work"))
        return frozenset(chunk.index for chunk in self.earning if is_work_line(chunk, has_positions))

    @cached_property
    def lists(self) -> frozenset[int]:
        """Chunks that are little more than names of skills: what they name was not said to be done."""
        named: dict[int, int] = {}
        for place in self.places:
            named[place.chunk.index] = named.get(place.chunk.index, 0) + 1
        words = {chunk.index: chunk.words for chunk in self.chunks}
        return frozenset(index for index, count in named.items() if count >= 3 and 2 * count >= words[index])

    @cached_property
    def skills_by_entry(self) -> Mapping[int, frozenset[str]]:
        """Skills that each position names, by its index in the profile."""
        found: dict[int, set[str]] = {}
        for skill, places in self.skills.places.items():
            for place in places:
                if place.chunk.entry is not None:
                    found.setdefault(place.chunk.entry, set()).add(skill)
        return {index: frozenset(skills) for index, skills in found.items()}

    @cached_property
    def limited_skills(self) -> SkillSet:
        """Skills named in clauses that say they were not, or hardly, used."""
        return skill_set(self.places, (chunk.index for chunk in self.limits))

    @cached_property
    def organisations(self) -> list[Span]:
        """Where employers and schools are named."""
        return organisation_spans(self.resume.text, self.profile)

    def is_organisation(self, chunk: Chunk, span: Span) -> bool:
        """True when masked positions ``span`` of a chunk are part of the name of an employer or a school."""
        start, end = chunk.masked.origin(span[0]), chunk.masked.origin(span[1] - 1) + 1
        return within(start, end, self.organisations)

    @cached_property
    def callings(self) -> tuple[Calling, ...]:
        """The titles that the candidate holds or held."""
        return callings(self.profile, self.chunks)

    @cached_property
    def claims(self) -> tuple[tuple[Chunk, tuple[float, int, int]], ...]:
        """Earning sentences that state a number of years or date them, outside education, with the number and its
        span."""
        told = (
            chunk
            for chunk in self.earning
            if not (chunk.section == "education" or chunk.is_study) or _WORKED.search(chunk.masked.text)
        )
        rows = ((c, stated_years(c.masked.text) or told_years(c.masked.text, self.resume.as_of)) for c in told)
        return tuple((chunk, claim) for chunk, claim in rows if claim is not None)

    @cached_property
    def nearest(self) -> Mapping[str, list[tuple[float, Chunk]]]:
        """For each requirement id, earning chunks with their similarity, nearest first (ties in reading order)."""
        return self._nearest(self.earning)

    @cached_property
    def nearest_limits(self) -> Mapping[str, list[tuple[float, Chunk]]]:
        """The same over the clauses that limit."""
        return self._nearest(self.limits)

    def _nearest(self, chunks: Sequence[Chunk]) -> dict[str, list[tuple[float, Chunk]]]:
        import numpy as np

        asked = [r for r in self.job.requirements if r.scorable]
        rows = self.rows(chunks)
        alone = similarities(matrix([r.text for r in asked], self.vectors), rows)
        within = similarities(matrix([in_context(r, self.job) for r in asked], self.vectors), rows)
        words = shared_words([r.text for r in asked], [self.telling[chunk.index] for chunk in chunks])
        table = np.round(np.clip((alone + within) / 2 + SHARED_WORDS * words, -1.0, 1.0), DECIMALS)
        return {
            # Chunks stand in reading order, which a stable sort keeps for ties.
            requirement.id: sorted(zip(row.tolist(), chunks, strict=True), key=itemgetter(0), reverse=True)
            for requirement, row in zip(asked, table, strict=True)
        }

    def rows(self, chunks: Sequence[Chunk]) -> "npt.NDArray[np.float32]":
        """Vectors of chunks, one a row."""
        return matrix([chunk.embedded for chunk in chunks], self.vectors)

    @cached_property
    def profile(self) -> Mapping[str, Any]:
        """The parsed profile. A position that was read out of text which earns nothing is empty in it; its place is
        kept, for chunks know their position by its index."""
        foreign = [*self.beside, *(chunk for chunk in self.chunks if chunk.is_foreign)]
        whole = self.resume.profile
        rows = [dict.fromkeys(row) if _is_read_from(foreign, row) else row for row in whole.get("work") or []]
        return {**whole, "work": rows} if foreign else whole


# "I hold an MSc and have spent four years at a mobile operator" tells of more than studies.
_WORKED = re.compile(r"\b(?:have|has|had) (?:spent|worked|been)\b|\bworked\b|\byears? (?:at|with|as)\b", re.IGNORECASE)


def _is_read_from(chunks: Sequence[Chunk], row: Mapping[str, Any]) -> bool:
    """Whether a position begins in one of the chunks, or has its title from one that stands in it."""
    start, end = int(row.get("start") or 0), int(row.get("end") or 0)
    title = " ".join(str(row.get("position") or "").casefold().split())
    return any(
        chunk.start <= start < chunk.end
        or (start <= chunk.start < end and title and title in " ".join(chunk.masked.text.casefold().split()))
        for chunk in chunks
    )


def texts_to_embed(reading: Reading) -> list[str]:
    """Texts that :func:`analyses.engine.judge.judge` needs vectors of, each once, in a stable order.

    The resume's texts do not depend on the job, so vectors of a resume already read are stored ones.
    """
    texts = [chunk.embedded for chunk in reading.chunks]
    scorable = [requirement for requirement in reading.job.requirements if requirement.scorable]
    texts += [requirement.text for requirement in scorable]
    texts += [in_context(requirement, reading.job) for requirement in scorable]
    texts += reading.job_sentences
    if reading.job.role_name:
        texts.append(plain_title(reading.job.role_name))
    texts += positions(reading.profile)
    texts += [held.title for held in reading.callings]
    texts.append(title_asked(reading.job))
    texts += [field_held(studies) for studies in reading.profile.get("education") or []]
    texts += [field_asked(r.text, r.level) for r in scorable if r.kind == "education"]
    return list(dict.fromkeys(text for text in texts if text))


def shared_words(asked: Sequence[str], told: Sequence[frozenset[str]]) -> "npt.NDArray[np.float64]":
    """For each text asked for and each chunk's words, the share of telling words that both have (0..1).

    A model of meaning sees little in "board packs and minutes" for "minutes of board meetings"; the words say it.
    Short texts count as three words, so that one word in common is not much of them.
    """
    import numpy as np

    table = np.zeros((len(asked), len(told)))
    for row, text in enumerate(asked):
        wanted = telling_asked(text) - GENERIC_STEMS  # "engineer" in both says nothing of mentoring
        for column, words in enumerate(told):
            if common := len(wanted & words):
                table[row, column] = common / math.sqrt(max(len(wanted), 3) * max(len(words), 3))
    return table


def in_context(requirement: Requirement, job: JobInput) -> str:
    """A requirement with the role it belongs to: "improve performance" means another thing to a cook."""
    return f"{job.role_name}: {requirement.text}" if job.role_name else requirement.text


def positions(profile: Mapping[str, Any]) -> list[str]:
    """Job titles held, as they are compared."""
    return [held_title(str(work["position"]), profile) for work in profile.get("work") or [] if work.get("position")]


def requirement_text(requirement: Requirement) -> str:
    """The requirement's words to stand in a sentence: without a full stop, and without how much it is wished for."""
    plain = requirement.text.strip().rstrip(".;,")
    return _WISHED.sub("", plain) or plain


_WISHED = re.compile(
    r"[\s,(–-]{1,5}(?:is |are |would be |will be )?(?:(?:a |an )?(?:strong |big |huge |definite |distinct )?(?:plus"
    r"|bonus|advantage|asset)|(?:strongly |highly )?(?:preferred|desirable|desired)|nice to have)\)?$",
    re.IGNORECASE,
)
