"""From findings to a score: weights, contributions that add up, and the three scores by category."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from analyses.engine import calibration as c
from analyses.engine.components import Component
from analyses.engine.findings import NO_DATA, NOT_SCORED, Finding
from analyses.engine.inputs import CATEGORIES, Requirement

MUST_HAVE_LEAST = 0.6  # of the requirements' weight, when a job has both kinds: must-haves dominate
MUST_HAVE_FACTOR_MOST = 4.0  # but one must-have among many others is not all that counts


@dataclass(frozen=True, slots=True)
class Scored:
    """A finding with its share of the whole (0..1) and its points of the overall score."""

    finding: Finding
    share: float
    contribution: float


def base_weight(requirement: Requirement, weights: Mapping[str, float]) -> float:
    """A requirement's own weight times its category's, as the job sets it or by default."""
    category = requirement.category
    return requirement.weight * float(weights.get(category, c.CATEGORY_WEIGHTS[category]))


def share_out(findings: Sequence[Finding], weights: Mapping[str, float], total: float) -> list[Scored]:
    """Divide ``total`` (0..1) among the findings that are scored; ``no_data`` keeps its weight and earns nothing."""
    own = [0.0 if f.status == NOT_SCORED else base_weight(f.requirement, weights) for f in findings]
    must = sum(w for w, f in zip(own, findings, strict=True) if f.requirement.must_have)
    nice = sum(own) - must
    factor = c.MUST_HAVE_FACTOR
    if must and nice:
        factor = max(factor, min(MUST_HAVE_FACTOR_MOST, MUST_HAVE_LEAST / (1 - MUST_HAVE_LEAST) * nice / must))
    own = [w * (factor if f.requirement.must_have else 1.0) for w, f in zip(own, findings, strict=True)]
    whole = sum(own) or 1.0
    return [
        Scored(f, total * w / whole, round(100 * total * w / whole * f.score, 4))
        for f, w in zip(findings, own, strict=True)
    ]


def overall(scored: Sequence[Scored], parts: Sequence[Component]) -> float:
    """0..100 to two decimals: the sum of everything that is said to contribute."""
    total = sum(row.contribution for row in scored) + sum(part.contribution for part in parts)
    return round(min(100.0, max(0.0, total)), 2)


def categories(scored: Sequence[Scored], weights: Mapping[str, float]) -> list[dict[str, Any]]:
    """For each category: weight asked, weight applied (its share of the score), score 0..100, and whether any data."""
    rows = []
    for key in CATEGORIES:
        own = [row for row in scored if row.finding.requirement.category == key]
        live = [row for row in own if row.finding.status != NOT_SCORED]
        applied = sum(row.share for row in live)
        points = sum(row.share * row.finding.score for row in live)
        rows.append(
            {
                "key": key,
                "weight_asked": round(sum(row.finding.requirement.weight for row in own), 4),
                "weight_applied": round(applied, 4),
                "score": round(100 * points / applied, 2) if applied else 0.0,
                "has_data": any(row.finding.status != NO_DATA for row in live),
                "asked": len(live),
            }
        )
    return rows
