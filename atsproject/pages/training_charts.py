"""Charts of the training page as SVG made on the server: how the data grew, what each adapter was worth."""

from collections.abc import Sequence
from dataclasses import dataclass

from feedback.training.overview import AdapterGain, WeekOfFeedback

WIDTH, TOP, BASE, EDGE = 360, 8, 100, 4
ROW, LABEL = 26, 64  # of an adapter, in the units of the drawing


@dataclass(frozen=True, slots=True)
class GrowthChart:
    """A rising line ready for ``pages/training/data.html``: ``points`` as polyline takes them."""

    points: str
    highest: int
    first: str
    last: str
    summary: str


def growth_chart(weeks: Sequence[WeekOfFeedback]) -> GrowthChart | None:
    """Usable ratings in total at the end of each week; None before there is any."""
    if not weeks or not weeks[-1].usable_total:
        return None
    highest = max(1, weeks[-1].usable_total)
    step = (WIDTH - 2 * EDGE) / max(1, len(weeks))
    places = [(EDGE, 0), *((EDGE + step * (at + 1), row.usable_total) for at, row in enumerate(weeks))]
    points = " ".join(f"{x:.1f},{BASE - (BASE - TOP) * value / highest:.1f}" for x, value in places)
    first, last = f"{weeks[0].week:%-d %b %Y}", f"{weeks[-1].week:%-d %b %Y}"
    said = f"{weeks[-1].usable_total} usable ratings, gathered in {len(weeks)} weeks from the week of {first}"
    return GrowthChart(points, weeks[-1].usable_total, first, last, said)


@dataclass(frozen=True, slots=True)
class GainRow:
    """One adapter's interval and mean, in the units of the drawing, and what it says in words."""

    label: str
    y: float
    text_y: float
    low: float
    mean: float
    high: float
    better: bool
    in_use: bool
    words: str


@dataclass(frozen=True, slots=True)
class GainChart:
    """Intervals under each other beside the line of no gain, ready for ``pages/training/gains.html``."""

    rows: tuple[GainRow, ...]
    zero: float
    height: int
    least: float
    most: float


def gain_chart(adapters: Sequence[AdapterGain]) -> GainChart | None:
    """Gain in NDCG@5 of each evaluated adapter with its 95 % interval, newest first; None where there is none."""
    if not adapters:
        return None
    least = min(0.0, *(row.low for row in adapters))
    most = max(0.0, *(row.high for row in adapters))
    scale = (WIDTH - LABEL - 2 * EDGE) / max(most - least, 1e-6)

    def place(value: float) -> float:
        return round(LABEL + EDGE + (value - least) * scale, 1)

    rows = tuple(
        GainRow(
            label=f"Run {row.run_id}",
            y=ROW * (at + 0.5),
            text_y=ROW * (at + 0.5) + 4,
            low=place(row.low),
            mean=place(row.gain),
            high=place(row.high),
            better=row.verdict == "candidate",
            in_use=row.in_use_now,
            words=f"{row.gain:+.3f} ({row.low:+.3f} to {row.high:+.3f}) on {row.jobs} held-out jobs",
        )
        for at, row in enumerate(reversed(adapters))
    )
    return GainChart(rows, place(0.0), ROW * len(rows) + 20, least, most)
