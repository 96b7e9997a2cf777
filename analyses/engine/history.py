"""The candidate's work in months: in total, near the position, per skill asked for, and where it pauses."""

from typing import Any

from analyses.engine import work
from analyses.engine.calibration import RELEVANT_LINE, RELEVANT_TITLE
from analyses.engine.masking import held_title, plain_title
from analyses.engine.reading import Reading
from analyses.engine.similarity import matrix, similarities
from resumes.parsing.timeline import Stretch, covered, gaps, iso_month


def experience(reading: Reading) -> dict[str, Any]:
    """The result's ``experience``: months without counting overlaps twice, gaps, and months per skill asked for."""
    held = work.spans(reading.profile, reading.resume.as_of)
    near = relevant(reading)
    return {
        "total_months": covered(held),
        "relevant_months": covered(span for span in held if span.entry in near),
        "relevant_positions": sorted(near),
        "undated_positions": len(reading.profile.get("work") or []) - len(held),
        "gaps": gaps(reading.profile.get("work") or [], reading.resume.as_of),
        "skills": _skills(reading, held),
    }


def relevant(reading: Reading) -> set[int]:
    """Positions near the job: a title near the role, a line near a requirement, or two of the skills asked for."""
    asked = {skill for r in reading.job.requirements if r.scorable for skill in r.skills}
    named: dict[int | None, set[str]] = {}
    for skill in asked:
        for place in reading.skills.places.get(skill, ()):
            named.setdefault(place.chunk.entry, set()).add(skill)
    found = {entry for entry, skills in named.items() if len(skills) >= min(2, len(asked))}
    for pairs in reading.nearest.values():
        found |= {chunk.entry for value, chunk in pairs if value >= RELEVANT_LINE}
    role = plain_title(reading.job.role_name)
    for index, row in enumerate(reading.profile.get("work") or []):
        title = held_title(str(row.get("position") or ""), reading.profile)
        if role in reading.vectors and title in reading.vectors:
            value = similarities(matrix([title], reading.vectors), matrix([role], reading.vectors))[0, 0]
            if value >= RELEVANT_TITLE:
                found.add(index)
    return {index for index in found if index is not None}


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
