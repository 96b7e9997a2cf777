"""The parts of a score, put together for a stacked bar."""

from collections.abc import Iterable, Mapping
from typing import Any

LABELS = {
    "skills": "Skills",
    "experience": "Experience",
    "education": "Education",
    "other": "Other requirements",
    "profile": "Profile as a whole",
    "learned": "Learned from feedback",
}
CATEGORY_OF_KIND = {
    "skill": "skills",
    "certification": "skills",
    "experience": "experience",
    "responsibility": "experience",
    "education": "education",
}


def breakdown(result: Mapping[str, Any] | None) -> list[dict[str, Any]]:
    """Points of a hundred by category, then of the components that are no requirement: what was learned by itself, the
    others together."""
    points = dict.fromkeys(LABELS, 0.0)
    for row in (result or {}).get("requirements") or []:
        points[CATEGORY_OF_KIND.get(row.get("kind", ""), "other")] += float(row.get("contribution") or 0)
    for part in (result or {}).get("components") or []:
        points["learned" if part.get("key") == "learned_fit" else "profile"] += float(part.get("contribution") or 0)
    return [{"key": key, "label": LABELS[key], "points": value} for key, value in points.items() if value > 0]


def legend(bars: Iterable[Iterable[Mapping[str, Any]]]) -> dict[str, str]:
    """The labels, by key, of the parts that at least one of ``bars`` shows."""
    shown = {part["key"] for parts in bars for part in parts}
    return {key: label for key, label in LABELS.items() if key in shown}
