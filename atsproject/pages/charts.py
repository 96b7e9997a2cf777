"""Charts as SVG made on the server: no script, and readable where images are not shown."""

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, BASE, TOP = 360, 100, 16
EDGE = 4  # left free at both sides
LETTER = 6.2  # about the width of a letter of a label
FEW = 12  # bars that are few enough to have their value written above
WIDEST = 44  # of a bar: one value alone is no wall


@dataclass(frozen=True, slots=True)
class Point:
    """A labelled count, with the address of the rows behind it where there are any."""

    label: str
    value: int
    href: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar, in the units of the drawing. ``hit_x`` and ``hit_width`` are the column that answers to a click."""

    x: float
    y: float
    width: float
    height: float
    hit_x: float
    hit_width: float
    label: str
    value: int
    href: str
    middle: float
    label_x: float
    anchor: str
    show_label: bool
    show_value: bool


@dataclass(frozen=True, slots=True)
class BarChart:
    """A bar chart ready for ``pages/parts/chart.html``."""

    bars: tuple[Bar, ...]
    unit: str
    total: int
    summary: str


def bars(values: Sequence[tuple[str, int]], unit: str, links: Sequence[str] = ()) -> BarChart:
    """A chart of labelled counts; at most about six labels are written below it, none of them cut off.

    ``links`` name the rows behind each bar, where given.
    """
    addresses = links or [""] * len(values)
    points = [Point(label, value, href) for (label, value), href in zip(values, addresses, strict=True)]
    highest = max((point.value for point in points), default=0) or 1
    step = (WIDTH - 2 * EDGE) / max(1, len(points))
    every = max(1, -(-len(points) // 6))
    # Counted from the end: the newest is the one that is looked for.
    labelled = range(len(points) - 1, -1, -every)
    drawn = tuple(
        _bar(place, point, step, highest, place in labelled, len(points)) for place, point in enumerate(points)
    )
    total = sum(point.value for point in points)
    said = ", ".join(f"{point.label}: {point.value}" for point in points if point.value)
    return BarChart(drawn, unit, total, f"{total} {unit}. {said}" if total else f"No {unit} yet")


def _bar(place: int, point: Point, step: float, highest: int, show_label: bool, number: int) -> Bar:
    left = EDGE + place * step
    width = min(step * 0.76, WIDEST)
    height = max((BASE - TOP) * point.value / highest, 1.5 if point.value else 0)
    middle = left + step / 2
    label_x, anchor = _label(middle, len(point.label) * LETTER)
    return Bar(
        x=round(middle - width / 2, 2),
        y=round(BASE - height, 2),
        width=round(width, 2),
        height=round(height, 2),
        hit_x=round(left, 2),
        hit_width=round(step, 2),
        label=point.label,
        value=point.value,
        href=point.href if point.value else "",
        middle=round(middle, 2),
        label_x=label_x,
        anchor=anchor,
        show_label=show_label,
        show_value=bool(point.value) and number <= FEW,
    )


def _label(middle: float, width: float) -> tuple[float, str]:
    """Where a label stands: centred, or against the edge it would be cut off by."""
    if middle - width / 2 < 0:
        return 0, "start"
    if middle + width / 2 > WIDTH:
        return WIDTH, "end"
    return round(middle, 2), "middle"
