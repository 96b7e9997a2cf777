"""Text that runs up, down or upside down: turned upright to be read, and its boxes turned back."""

from collections import Counter
from dataclasses import replace

from resumes.extraction.characters import Glyph

Box = tuple[float, float, float, float]


def by_direction(glyphs: list[Glyph | None]) -> list[tuple[int, list[Glyph | None]]]:
    """The glyphs by quarter turns of their direction, turned upright, the most used direction first.

    Glyphs of other directions leave a break in their place.
    """
    counts = Counter(_quarters(glyph) for glyph in glyphs if glyph is not None)
    if list(counts) == [0]:
        return [(0, glyphs)]
    directions = []
    for quarters, _ in counts.most_common():
        own = [g if g is not None and _quarters(g) == quarters else None for g in glyphs]
        directions.append((quarters, [_upright(g, quarters) if g is not None and quarters else g for g in own]))
    return directions


def turned_back(box: Box, quarters: int) -> Box:
    """The place on the page of a box found among upright glyphs."""
    return turned(box, -quarters % 4)


def turned(box: Box, quarters: int) -> Box:
    """A box turned so that text running ``quarters`` quarter turns clockwise runs to the right."""
    x0, y0, x1, y1 = box
    if quarters == 1:
        return y0, -x1, y1, -x0
    if quarters == 2:
        return -x1, -y1, -x0, -y0
    if quarters == 3:
        return -y1, x0, -y0, x1
    return box


def _quarters(glyph: Glyph) -> int:
    return round(glyph.style.angle / 90) % 4


def _upright(glyph: Glyph, quarters: int) -> Glyph:
    x0, y0, x1, y1 = turned((glyph.x0, glyph.y0, glyph.x1, glyph.y1), quarters)
    origin_x, origin_y, _, _ = turned((*glyph.origin, *glyph.origin), quarters)
    return replace(glyph, x0=x0, y0=y0, x1=x1, y1=y1, origin=(origin_x, origin_y))
