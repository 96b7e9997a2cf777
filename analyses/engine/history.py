"""The candidate's work in months: in total, near the position, per skill asked for, and where it pauses."""

from typing import Any

from analyses.engine import work
from analyses.engine.matching.relevance import near_the_job
from analyses.engine.reading import Reading
from resumes.parsing.timeline import Stretch, covered, gaps, iso_month


def experience(reading: Reading) -> dict[str, Any]:
    """The result's ``experience``: months without counting overlaps twice, gaps, and months per skill asked for."""
    held = work.spans(reading.profile, reading.resume.as_of)
    near = near_the_job(reading)
    return {
        "total_months": covered(held),
        "relevant_months": covered(span for span in held if span.entry in near),
        "relevant_positions": sorted(near),
        "undated_positions": sum(any(row.values()) for row in reading.profile.get("work") or []) - len(held),
        "gaps": gaps(reading.profile.get("work") or [], reading.resume.as_of),
        "skills": _skills(reading, held),
    }


def skill_months(reading: Reading) -> dict[str, int | None]:
    """Months of dated work with each skill the resume shows, overlaps counted once; None where it names no date."""
    held = work.spans(reading.profile, reading.resume.as_of)
    found: dict[str, int | None] = {}
    for skill in reading.skills.ids():
        entries = {place.chunk.entry for place in reading.skills.places[skill]}
        own = [span for span in held if span.entry in entries]
        found[skill] = covered(own) if own else None
    return found


def _skills(reading: Reading, held: list[Stretch]) -> list[dict[str, Any]]:
    rows = []
    for skill in dict.fromkeys(s for r in reading.job.requirements if r.scorable for s in r.skills):
        places = reading.skills.places.get(skill, ())
        entries = {place.chunk.entry for place in places}
        own = [span for span in held if span.entry in entries]
        if not places:
            continue
        last = max((span.last for span in own), default=None)
        rows.append(
            {
                "skill_id": skill,
                "name": reading.taxonomy.name(skill),
                "months": covered(own) if own else None,
                "last_used": iso_month(last - 1) if last is not None else None,
            }
        )
    return rows
