"""Declared parts of the score that are no requirement: whole-profile similarity, seniority, stated limits."""

import re
from dataclasses import dataclass, replace
from typing import Any

from analyses.engine import calibration as c
from analyses.engine.inputs import LearnedFit
from analyses.engine.reading import Reading
from analyses.engine.similarity import DECIMALS, matrix, ramp, similarities

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


@dataclass(frozen=True, slots=True)
class Component:
    """A part of the score: its share of the whole (0..1) and its own score (0..1)."""

    key: str
    label: str
    weight: float
    score: float

    @property
    def contribution(self) -> float:
        """Points of the overall score."""
        return round(100 * self.weight * self.score, 4)

    def as_json(self) -> dict[str, Any]:
        """The stored form."""
        return {
            "key": self.key,
            "label": self.label,
            "weight": round(self.weight, 4),
            "score": round(self.score, 4),
            "contribution": self.contribution,
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
    return [*parts, Component("learned_fit", "What recruiters valued before, learned from feedback", fit.weight, score)]


def _base_components(reading: Reading, scorable: int) -> list[Component]:
    found = []
    limits = stated_limits(reading)
    if limits is not None:
        found.append(Component("stated_limits", "What the resume says was not done", c.LIMITS_SHARE, limits))
    seniority = seniority_fit(reading)
    if seniority is not None:
        found.append(Component("seniority", "Seniority of the titles held", c.SENIORITY_SHARE, seniority))
    left = 1.0 - sum(component.weight for component in found)
    share = profile_share(reading, scorable) * left
    return [Component("profile_similarity", "Whole profile against the posting", share, profile_fit(reading)), *found]


def profile_share(reading: Reading, scorable: int) -> float:
    """The share of whole-profile similarity: all without requirements, less the more there are, a floor at last."""
    if not scorable:
        return 1.0
    share = max(c.PROFILE_SHARE_LEAST, 1.0 / (1.0 + c.PROFILE_FADE * scorable))
    weight = float(reading.job.weights.get("profile", 1.0))
    # A job's own weight multiplies the odds, so that any weight leaves a share between 0 and 1.
    return weight * share / (weight * share + 1.0 - share)


def profile_fit(reading: Reading) -> float:
    """How well the posting's sentences are answered by the nearest sentence of the resume, on the average (0..1)."""
    return ramp(profile_similarity(reading), c.PROFILE_LOW, c.PROFILE_HIGH)


def profile_similarity(reading: Reading) -> float:
    """Half the mean over the posting's sentences of their nearest resume sentence, half the cosine of both means."""
    rows = reading.rows(reading.earning)
    asked = matrix(reading.job_sentences, reading.vectors)
    if not len(rows) or not len(asked):
        return 0.0
    nearest = float(similarities(asked, rows).max(axis=1).mean())
    return round(0.5 * nearest + 0.5 * _cosine(rows.mean(axis=0), asked.mean(axis=0)), DECIMALS)


def _cosine(left: Any, right: Any) -> float:
    import numpy as np

    left, right = left.astype(np.float64), right.astype(np.float64)
    return float(left @ right / max(float(np.linalg.norm(left) * np.linalg.norm(right)), 1e-9))


def stated_limits(reading: Reading) -> float | None:
    """How far from the posting what was not done is: 1 far, 0 the very thing; None when the resume says no such."""
    rows = reading.rows(reading.limits)
    asked = matrix(reading.job_sentences, reading.vectors)
    if not len(rows) or not len(asked):
        return None
    nearest = float(similarities(rows, asked).max())
    return round(1.0 - ramp(nearest, c.LIMITS_LOW, c.LIMITS_HIGH), 3)


def seniority_fit(reading: Reading) -> float | None:
    """1 when the highest title held is at least what the posting names, less for each step below; None if unsaid."""
    wanted = seniority_of(f"{reading.job.role_name}\n{_opening(reading.job.description)}")
    work = reading.profile.get("work") or []
    titles = [str(row.get("position") or "") for row in work]
    if not any(titles):
        titles = [chunk.masked.text for chunk in reading.chunks[:1]]
    have = [level for title in titles if (level := seniority_of(title)) is not None]
    if wanted is None or not have:
        return None
    return round(max(0.0, 1.0 - 0.5 * max(0, wanted - max(have))), 3)


def seniority_of(text: str) -> int | None:
    """0 (trainee) to 5 (director) as the text names it first; None when it names none."""
    found = [
        (match.start(), level) for level, pattern in _SENIORITY if (match := re.search(pattern, text, re.IGNORECASE))
    ]
    return min(found)[1] if found else None


def _opening(description: str) -> str:
    """The sentence that names the position: the first words of the posting."""
    return re.split(r"(?<=[.!?])\s|\n", description.strip(), maxsplit=1)[0][:200]
