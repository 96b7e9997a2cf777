"""Positions of a profile laid on a line of years, gaps and overlaps visible."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from resumes.parsing.timeline import gaps, iso_month, month_number, overlaps, stretches

TICKS = 8


def timeline(profile: Mapping[str, Any]) -> dict[str, Any] | None:
    """Dated positions, the latest first, with the places of bars in percent of the width; None where none is dated.

    ``rows`` are positions (``x``, ``width``, ``title``, ``dates``, ``months``, ``overlaps``: stretches shared with
    another position), ``gaps`` and ``ticks`` lie on the same line.
    """
    today = datetime.now(UTC).date()
    work = list(profile.get("work") or [])
    held = sorted(stretches(work, today), key=lambda s: (-s.last, -s.first))
    if not held:
        return None
    first, last = min(s.first for s in held), max(s.last for s in held)
    span = max(6, last - first)

    def place(start: int, end: int) -> dict[str, float]:
        return {"x": round(100 * (start - first) / span, 2), "width": round(100 * (end - start) / span, 2)}

    def placed(found: Mapping[str, Any]) -> dict[str, Any]:
        start, end = month_number(found["start"]) or first, month_number(found["end"]) or last
        return {**found, **place(start, end + 1)}

    shared = [placed(item) for item in overlaps(work, today)]
    rows = [
        {
            "title": ", ".join(
                str(part) for part in (work[s.entry].get("position"), work[s.entry].get("name")) if part
            ),
            "first": iso_month(s.first),
            "last": "now" if work[s.entry].get("current") else iso_month(s.last - 1),
            "months": s.last - s.first,
            "overlaps": [item for item in shared if s.entry in item["entries"]],
            **place(s.first, s.last),
        }
        for s in held
    ]
    return {
        "rows": rows,
        "gaps": [placed(item) for item in gaps(work, today)],
        "ticks": _ticks(first, last, span),
        "has_overlaps": bool(shared),
    }


def _ticks(first: int, last: int, span: int) -> list[dict[str, Any]]:
    """Years at which a line is drawn, none so near to an edge that its label would be cut."""
    step = max(1, -(-(last - first) // 12 // TICKS))
    years = range(-(-first // 12), last // 12 + 1, step)
    placed = [{"year": year, "x": round(100 * (year * 12 - first) / span, 2)} for year in years]
    return [tick for tick in placed if 2.5 <= tick["x"] <= 97.5]
