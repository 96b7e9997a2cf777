"""What the judge is given: a job with its requirements, a resume as it was read, and who embeds."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from resumes.document import HiddenText, Line

# Category a requirement's kind is reported and weighted under.
CATEGORY_OF_KIND = {
    "skill": "skills",
    "certification": "skills",
    "experience": "experience",
    "responsibility": "experience",
    "education": "education",
    "language": "other",
    "location": "other",
    "authorisation": "other",
    "other": "other",
}
CATEGORIES = ("skills", "experience", "education", "other")


@dataclass(frozen=True, slots=True)
class Requirement:
    """One thing the job asks for; fields mirror ``jobs.models.Requirement``."""

    id: str
    text: str
    kind: str = "other"
    must_have: bool = False
    weight: float = 1.0
    years: float | None = None
    level: str = ""
    skills: tuple[str, ...] = ()
    skills_mode: str = "all"  # or "any": one of the skills is enough
    scorable: bool = True
    note: str = ""

    @property
    def category(self) -> str:
        """``skills``, ``experience``, ``education`` or ``other``."""
        return CATEGORY_OF_KIND.get(self.kind, "other")


@dataclass(frozen=True, slots=True)
class JobInput:
    """A job at one of its versions."""

    job_id: str
    version: int
    description: str
    requirements: tuple[Requirement, ...]
    company_name: str = ""
    role_name: str = ""
    weights: Mapping[str, float] = field(default_factory=dict)  # by category, and "profile"
    content_hash: str = ""
    ignored: tuple[tuple[int, int], ...] = ()  # spans of the description that ask for nothing (about us, benefits)


@dataclass(frozen=True, slots=True)
class ResumeInput:
    """A resume as it was read. Offsets in ``lines`` and ``profile`` count code points of ``text``."""

    resume_id: str
    text: str
    lines: tuple[Line, ...]
    profile: Mapping[str, Any]
    as_of: date  # the day up to which "Present" counts: when the resume was handed in
    filename: str = ""
    candidate_name: str = ""
    hidden: tuple[HiddenText, ...] = ()
    parse_quality: Mapping[str, Any] = field(default_factory=dict)
    used_ocr: bool = False
    parser_version: str = ""


@dataclass(frozen=True, slots=True)
class LearnedFit:
    """How an adapted model's cosine counts: its share of the score (0..1), and which cosines are 0 and 1."""

    weight: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class EngineContext:
    """Which model embeds, so that the result says it and can be made again.

    ``model`` embeds what requirements are matched by; ``adapter`` with ``fit``, where one is in use, adds the
    learned fit.
    """

    model: str
    model_sha256: str = ""
    adapter: str | None = None
    dimension: int = 0
    fit: LearnedFit | None = None
