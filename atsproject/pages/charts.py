"""Charts as SVG made on the server: no script, and readable where images are not shown."""

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, HEIGHT, BASE, TOP = 360, 120, 100, 8


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar, in the units of the drawing."""

    x: float
    y: float
    width: float
    height: float
    label: str
    value: int
    middle: float
    show_label: bool
    href: str = ""
    anchor: str = "middle"


@dataclass(frozen=True, slots=True)
class BarChart:
    """A bar chart ready for ``pages/parts/chart.html``."""

    bars: tuple[Bar, ...]
    unit: str
    total: int
    summary: str


def bars(values: Sequence[tuple[str, int]], unit: str, links: Sequence[str] = ()) -> BarChart:
    """A chart of labelled counts; at most about six labels are written below it.

    ``links`` name the rows behind each bar, where given.
    """
    highest = max((value for _, value in values), default=0) or 1
    step = WIDTH / max(1, len(values))
    every = max(1, -(-len(values) // 6))
    drawn = []
    for place, (label, value) in enumerate(values):
        height = (BASE - TOP) * value / highest
        x, width = place * step + step * 0.12, step * 0.76
        anchor, middle = _label_place(x, width, label)
        drawn.append(
            Bar(
                x=round(x, 2),
                y=round(BASE - height, 2),
                width=round(width, 2),
                height=round(height, 2),
                label=label,
                value=value,
                middle=round(middle, 2),
                show_label=place % every == 0,
                href=links[place] if links and value else "",
                anchor=anchor,
            )
        )
    total = sum(value for _, value in values)
    said = ", ".join(f"{label}: {value}" for label, value in values if value)
    return BarChart(tuple(drawn), unit, total, f"{total} {unit}. {said}" if total else f"No {unit} yet")


def _label_place(x: float, width: float, label: str) -> tuple[str, float]:
    """Where the label of a bar is anchored, so that neither edge of the drawing cuts it."""
    middle, half = x + width / 2, 3.2 * len(label)
    if middle < half:
        return "start", 0.0
    if middle > WIDTH - half:
        return "end", float(WIDTH)
    return "middle", middle
