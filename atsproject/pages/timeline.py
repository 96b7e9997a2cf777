"""Positions of a profile laid on a line of years, gaps and overlaps visible."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

WIDTH, ROW = 600.0, 22
LEAST = 3.0


def timeline(profile: Mapping[str, Any]) -> dict[str, Any] | None:
    """Bars of the dated positions in the units of the drawing; None where nothing is dated."""
    today = datetime.now(UTC)
    now = today.year + (today.month - 1) / 12
    rows = []
    for work in profile.get("work") or []:
        start = _year(work.get("startDate"))
        end = now if work.get("current") else _year(work.get("endDate"), end=True)
        if start is not None and end is not None and end >= start:
            rows.append((start, min(end, now), work))
    if not rows:
        return None
    rows.sort(key=lambda row: -row[1])
    first, last = min(row[0] for row in rows), max(row[1] for row in rows)
    scale = WIDTH / max(0.5, last - first)
    bars = [
        {
            "x": round((start - first) * scale, 1),
            "width": round(max(LEAST, (end - start) * scale), 1),
            "y": place * ROW,
            "label": " at ".join(str(part) for part in (work.get("position"), work.get("name")) if part),
        }
        for place, (start, end, work) in enumerate(rows)
    ]
    years = range(int(first) + 1, int(last) + 1, max(1, round((last - first) / 8)))
    ticks = [{"x": round((year - first) * scale, 1), "year": year} for year in years]
    return {"bars": bars, "ticks": ticks, "height": ROW * len(bars) + 18, "bottom": ROW * len(bars)}


def _year(value: Any, *, end: bool = False) -> float | None:
    """``2019`` or ``2019-05`` as a number of years; an end counts to the end of its month or year."""
    parts = str(value or "").split("-")
    if not parts[0].isdigit():
        return None
    year = float(parts[0])
    if len(parts) > 1 and parts[1].isdigit():
        return year + (int(parts[1]) - (0 if end else 1)) / 12
    return year + (1.0 if end else 0.0)
