"""Declared parts of the score that are no requirement: whole-profile similarity, seniority, stated limits."""

import math
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from analyses.engine import calibration as c
from analyses.engine.callings import BESIDE, SAME, standing, title_asked
from analyses.engine.chunks import Chunk
from analyses.engine.findings import MAX_EVIDENCE, SENTENCE, Evidence, of_chunk
from analyses.engine.inputs import LearnedFit
from analyses.engine.paragraphs import BULLET
from analyses.engine.reading import Reading
from analyses.engine.similarity import DECIMALS, matrix, ramp, similarities
from analyses.engine.words import telling, telling_asked

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

# "Lead engineer", not "will lead the team".
_LEAD = r"(?<!to )(?<!will )(?<!can )(?<!and )\blead\b(?! (?:the|our|a|an|and|to|in|with|by)\b)"
# Words that say how senior, not what: "manager" or "assistant" are the work itself.
_SENIORITY = (
    (0, r"\b(?:intern(?:ship)?|trainee|apprentice|working student)\b"),
    (1, r"\b(?:junior|jr\.?|entry[- ]level|graduate (?=engineer|developer|analyst|nurse|consultant))\b"),
    (2, r"\b(?:mid(?:dle)?[- ]level|intermediate)\b"),
    (3, r"\b(?:senior|sr\.?)\b"),
    (4, rf"{_LEAD}|\b(?:principal|staff (?=\w+ engineer|engineer))"),
    (5, r"\b(?:director|vice president|vp|c[etof]o)\b"),
)


_LEVELS = ("trainee", "junior", "mid-level", "senior", "lead or principal", "director or above")


@dataclass(frozen=True, slots=True)
class Ground:
    """A line of the resume that a component rests on, and the sentence of the posting that it is near to, if any."""

    evidence: Evidence
    asked: str = ""

    def as_json(self, text: str) -> dict[str, Any]:
        """The stored form: a piece of evidence, and what was ``asked`` (null where the posting says no such)."""
        return {**self.evidence.as_json(text), "asked": BULLET.sub("", self.asked) or None}


@dataclass(frozen=True, slots=True)
class Component:
    """A part of the score: its share of the whole (0..1), its own score (0..1), why, and the lines it rests on."""

    key: str
    label: str
    weight: float
    score: float
    reason: str
    grounds: tuple[Ground, ...] = ()

    @property
    def contribution(self) -> float:
        """Points of the overall score."""
        return round(100 * self.weight * self.score, 4)

    def as_json(self, text: str) -> dict[str, Any]:
        """The stored form; ``text`` is the resume's, which the quotes are taken from."""
        return {
            "key": self.key,
            "label": self.label,
            "weight": round(self.weight, 4),
            "score": round(self.score, 4),
            "contribution": self.contribution,
            "reason": self.reason,
            "evidence": [ground.as_json(text) for ground in self.grounds],
        }


def components(reading: Reading, scorable: int, learned: tuple[LearnedFit, float] | None = None) -> list[Component]:
    """The components that apply to this pair. Their weights and that of the requirements make one.

    ``learned`` is the learned fit with its score; every other part gives way to its share in proportion.
    """
    parts = _base_components(reading, scorable)
    if learned is None:
        return parts
    fit, score = learned
    parts = [replace(part, weight=part.weight * (1 - fit.weight)) for part in parts]
    label = "What recruiters valued before, learned from feedback"
    reason = (
        "How well candidates whose resumes read like this one were rated for such postings. It was learned from "
        "ratings as a whole, so no single line can be quoted for it."
    )
    return [*parts, Component("learned_fit", label, fit.weight, score, reason)]


def _base_components(reading: Reading, scorable: int) -> list[Component]:
    found = [part for part in (_stated_limits(reading), _seniority(reading), _occupation(reading)) if part is not None]
    left = 1.0 - sum(component.weight for component in found)
    return [_profile(reading, profile_share(reading, scorable) * left), *found]


def profile_share(reading: Reading, scorable: int) -> float:
    """The share of whole-profile similarity: all without requirements, less the more there are, a floor at last."""
    if not scorable:
        return 1.0
    share = max(c.PROFILE_SHARE_LEAST, 1.0 / (1.0 + c.PROFILE_FADE * scorable))
    weight = float(reading.job.weights.get("profile", 1.0))
    # A job's own weight multiplies the odds, so that any weight leaves a share between 0 and 1.
    return weight * share / (weight * share + 1.0 - share)


def _profile(reading: Reading, share: float) -> Component:
    """How near the resume is to the posting (0..1): half by meaning, half by the telling words that both share.

    Meaning: half the mean over the posting's sentences of their nearest resume sentence, half the cosine of both means.
    """
    rows = reading.rows(reading.earning)
    asked = matrix(reading.job_sentences, reading.vectors)
    table = similarities(asked, rows)
    mean = 0.0
    if table.size:
        nearest = float(table.max(axis=1).mean())
        mean = round(0.5 * nearest + 0.5 * _cosine(rows.mean(axis=0), asked.mean(axis=0)), DECIMALS)
    near = int((table.max(axis=1) >= c.NEAR).sum()) if table.size else 0
    by_meaning = ramp(mean, c.PROFILE_LOW, c.PROFILE_HIGH)
    by_words, common = shared_words(reading)
    return Component(
        "profile_similarity",
        "Whole profile against the posting",
        share,
        round(c.WORDS_SHARE * ramp(by_words, c.WORDS_LOW, c.WORDS_HIGH) + (1 - c.WORDS_SHARE) * by_meaning, DECIMALS),
        f"{_how_many_near(near, len(reading.job_sentences))} {_how_many_shared(common)}",
        _nearest_lines(reading, table),
    )


def shared_words(reading: Reading) -> tuple[float, int]:
    """Cosine of the posting's and the resume's telling words, each counted once, and how many they share.

    Bare lists of skills are left out: they would earn here by being long.
    """
    asked = frozenset().union(*(telling_asked(text) for text in reading.job_sentences))
    told = (telling(chunk.embedded) for chunk in reading.earning if chunk.index not in reading.lists)
    said = frozenset().union(*told)
    if not asked or not said:
        return 0.0, 0
    common = len(asked & said)
    return round(common / math.sqrt(len(asked) * len(said)), DECIMALS), common


def _how_many_shared(common: int) -> str:
    if not common:
        return "No word that says what the work is stands in both."
    words = (
        "1 word that says what the work is stands" if common == 1 else f"{common} words that say what the work is stand"
    )
    return f"{words} in both."


def _how_many_near(near: int, sentences: int) -> str:
    if not sentences:
        return "The posting has no sentence to compare the resume with."
    if not near and sentences == 1:
        return "The posting's one sentence has no line in the resume that comes near in meaning."
    if not near:
        return f"None of the posting's {sentences} sentences has a line in the resume that comes near in meaning."
    if sentences == 1:
        return "The posting's one sentence has a line in the resume that comes near in meaning."
    have = "has" if near == 1 else "have"
    return f"{near} of the posting's {sentences} sentences {have} a line in the resume that comes near in meaning."


def _nearest_lines(reading: Reading, table: "npt.NDArray[np.float64]") -> tuple[Ground, ...]:
    """The sentences of the posting that are answered best, each with its line; a line is quoted once."""
    said = [i for i, chunk in enumerate(reading.earning) if chunk.words >= SENTENCE]
    if not table.size or not said:
        return ()
    best = ((float(row[said].max()), at, said[int(row[said].argmax())]) for at, row in enumerate(table))
    grounds: dict[int, Ground] = {}
    for value, sentence, line in sorted(best, key=lambda row: (-row[0], row[1])):
        if value >= c.NEAR and len(grounds) < MAX_EVIDENCE:
            shows = "says much the same" if value >= c.FITS else "comes near in meaning"
            quote = of_chunk(reading.earning[line], value, None, shows)
            grounds.setdefault(line, Ground(quote, reading.job_sentences[sentence]))
    return tuple(grounds.values())


def _cosine(left: Any, right: Any) -> float:
    import numpy as np

    left, right = left.astype(np.float64), right.astype(np.float64)
    return float(left @ right / max(float(np.linalg.norm(left) * np.linalg.norm(right)), 1e-9))


def _stated_limits(reading: Reading) -> Component | None:
    """How far from the posting what was not done is: 1 far, 0 the very thing; None when the resume says no such."""
    table = similarities(reading.rows(reading.limits), matrix(reading.job_sentences, reading.vectors))
    if not table.size:
        return None
    line, sentence = divmod(int(table.argmax()), table.shape[1])
    nearest = float(table[line, sentence])
    score = round(1.0 - ramp(nearest, c.LIMITS_LOW, c.LIMITS_HIGH), 3)
    reason = "The resume says what was not done, or only a little. " + (
        "It is far from what the posting speaks of."
        if score == 1.0
        else "The nearer that is to what the posting speaks of, the less is earned."
    )
    quote = of_chunk(reading.limits[line], nearest, None, "says what was not done")
    ground = Ground(quote, reading.job_sentences[sentence] if score < 1.0 else "")
    return Component("stated_limits", "What the resume says was not done", c.LIMITS_SHARE, score, reason, (ground,))


def _seniority(reading: Reading) -> Component | None:
    """1 when the highest title held is at least what the posting names, less for each step below; None if unsaid."""
    wanted = seniority_of(f"{reading.job.role_name}\n{_opening(reading.job.description)}")
    held = _titles_held(reading)
    if wanted is None or not held:
        return None
    have, line = max(held, key=lambda pair: pair[0])
    score = round(max(0.0, 1.0 - 0.5 * max(0, wanted - have)), 3)
    reason = f"The posting names {_LEVELS[wanted]} level; the highest title held is of {_LEVELS[have]} level."
    grounds = (Ground(of_chunk(line, 1.0, None, f"{_LEVELS[have]} level")),) if line else ()
    return Component("seniority", "Seniority of the titles held", c.SENIORITY_SHARE, score, reason, grounds)


def _occupation(reading: Reading) -> Component | None:
    """1 when a title held is of the occupation that the posting fills, less for one beside it, 0 for another; None
    where the posting names none, the resume tells none, or neither the table nor meaning knows how they stand."""
    role = title_asked(reading.job)
    rows = [(standing(held.title, role, reading.vectors), held) for held in reading.callings] if role else []
    told = [(value, held) for value, held in rows if value is not None]
    if not told:
        return None
    score, held = max(told, key=lambda row: row[0])
    how = _how_it_stands(score)
    reason = f"The posting is for “{role}”; “{held.title}” is {how}."
    if not score:
        reason = f"The posting is for “{role}”; no title held is of that occupation."
    line = held.chunk or _line_of(reading, held.title, held.entry or 0)
    grounds = (Ground(of_chunk(line, score, None, how)),) if line else ()
    return Component("occupation", "Occupation of the titles held", c.OCCUPATION_SHARE, score, reason, grounds)


def _how_it_stands(score: float) -> str:
    if score >= SAME:
        return "the same occupation"
    if score > BESIDE:
        return "close to it"
    return "another occupation of the same trade" if score else "another occupation"


def _titles_held(reading: Reading) -> list[tuple[int, Chunk | None]]:
    """The level that each title names, with the line it stands in; of a resume without titles, its first line's."""
    work = reading.profile.get("work") or []
    titles = [(str(row.get("position") or ""), index) for index, row in enumerate(work)]
    if not any(title for title, _ in titles):
        own = [chunk for chunk in reading.chunks if not chunk.is_foreign]
        lines = [(seniority_of(chunk.masked.text), chunk) for chunk in own[:1]]
        return [(level, chunk) for level, chunk in lines if level is not None]
    levels = [(seniority_of(title), title, index) for title, index in titles]
    return [(level, _line_of(reading, title, index)) for level, title, index in levels if level is not None]


def _line_of(reading: Reading, title: str, entry: int) -> Chunk | None:
    """The line of a position that holds its title."""
    words = " ".join(title.casefold().split())
    own = (chunk for chunk in reading.chunks if chunk.entry == entry)
    return next((chunk for chunk in own if words in " ".join(chunk.masked.text.casefold().split())), None)


def seniority_of(text: str) -> int | None:
    """0 (trainee) to 5 (director) as the text names it first; None when it names none."""
    found = [
        (match.start(), level) for level, pattern in _SENIORITY if (match := re.search(pattern, text, re.IGNORECASE))
    ]
    return min(found)[1] if found else None


def _opening(description: str) -> str:
    """The sentence that names the position: the first words of the posting."""
    return re.split(r"(?<=[.!?])\s|\n", description.strip(), maxsplit=1)[0][:200]
