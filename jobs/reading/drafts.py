"""What a reading is made of."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class RequirementDraft:
    """One requirement as it was read; the fields are those of ``jobs.models.Requirement``.

    ``start`` and ``end`` are code points of the description: the words it was read from.
    """

    text: str
    kind: str = "other"
    must_have: bool = False
    weight: float = 1.0
    years: float | None = None
    level: str = ""
    skills: tuple[str, ...] = ()
    skills_mode: str = "all"
    scorable: bool = True
    note: str = ""
    start: int = 0
    end: int = 0

    def as_fields(self) -> dict[str, Any]:
        """Keyword arguments of the model."""
        return {
            "text": self.text,
            "kind": self.kind,
            "must_have": self.must_have,
            "weight": self.weight,
            "years": self.years,
            "level": self.level,
            "skills": list(self.skills),
            "skills_mode": self.skills_mode,
            "scorable": self.scorable,
            "note": self.note,
        }


@dataclass(frozen=True, slots=True)
class IgnoredSpan:
    """``description[start:end]`` asks for nothing: ``reason`` is about, benefits, equal_opportunity, how_to_apply,
    navigation or company."""

    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class JobReading:
    """A description as it was read. ``company_name`` and ``role_name`` are empty when it does not name them."""

    requirements: tuple[RequirementDraft, ...]
    company_name: str = ""
    role_name: str = ""
    ignored: tuple[IgnoredSpan, ...] = ()
