"""Text that lies on other text: ink in its place proves nothing, so each object is taken away by itself."""

from collections import defaultdict
from itertools import islice
from typing import Any

from resumes.extraction.characters import Glyph
from resumes.extraction.drawing import picture_part
from resumes.extraction.pictures import MIN_INK, Pictures, peak, pixels_of, set_active, strongest

MAX_STACKED = 60
BAND = 24.0  # points


def stacked(by_object: dict[int, list[Glyph]]) -> list[list[Glyph]]:
    """Objects with letters on the place of another object's other letters: ink there proves nothing."""
    cells: dict[tuple[int, int], list[Glyph]] = defaultdict(list)
    for run in _meeting(by_object):
        for glyph in run:
            cells[_cell(glyph)].append(glyph)
    found: dict[int, list[Glyph]] = {}
    for (column, row), glyphs in cells.items():
        near = [
            g
            for dx in (0, 1)
            for dy in (-1, 0, 1)
            if (dx, dy) > (0, -1)
            for g in cells.get((column + dx, row + dy), ())
        ]
        for glyph in glyphs:
            for other in near:
                if other is not glyph and _lies_on(glyph, other):
                    found[glyph.style.key] = by_object[glyph.style.key]
                    found[other.style.key] = by_object[other.style.key]
    return list(found.values())


def _meeting(by_object: dict[int, list[Glyph]]) -> list[list[Glyph]]:
    """The letters of each object whose box overlaps another's: the lines of most pages stand apart."""
    letters: dict[int, list[Glyph]] = {}
    bands: dict[int, list[tuple[float, float, float, float, int]]] = defaultdict(list)
    for key, run in by_object.items():
        seen = [glyph for glyph in run if not glyph.hidden and glyph.char.isalnum()]
        if not seen:
            continue
        lefts, tops, rights, bottoms = zip(*[glyph.ink for glyph in seen], strict=True)
        left, top, right, bottom = min(lefts), min(tops), max(rights), max(bottoms)
        letters[key] = seen
        for band in range(int(top // BAND), int(bottom // BAND) + 1):
            bands[band].append((left, right, top, bottom, key))
    found: set[int] = set()
    for boxes in bands.values():
        boxes.sort()
        for number, (_, right, top, bottom, key) in enumerate(boxes):
            for other in islice(boxes, number + 1, None):
                if other[0] >= right:
                    break
                if other[2] < bottom and other[3] > top:
                    found |= {key, other[4]}
    return [run for key, run in letters.items() if key in found]


def _cell(glyph: Glyph) -> tuple[int, int]:
    return int((glyph.ink[0] + glyph.ink[2]) / 8), int((glyph.ink[1] + glyph.ink[3]) / 8)


def _lies_on(one: Glyph, other: Glyph) -> bool:
    if one.style.key == other.style.key or one.char == other.char:
        return False
    width = min(one.ink[2], other.ink[2]) - max(one.ink[0], other.ink[0])
    height = min(one.ink[3], other.ink[3]) - max(one.ink[1], other.ink[1])
    smaller = min(_area(one), _area(other))
    return width > 0 and height > 0 and width * height > 0.5 * smaller


def _area(glyph: Glyph) -> float:
    return max((glyph.ink[2] - glyph.ink[0]) * (glyph.ink[3] - glyph.ink[1]), 0.01)


def mark_if_covered(page: Any, run: list[Glyph], pictures: Pictures) -> None:
    """Draw the page without this object only: where nothing changes, it is not seen."""
    boxes = [(glyph, box) for glyph in run if (box := pixels_of(glyph.ink, pictures)) is not None]
    if not boxes:
        return
    left, top = min(box[0] for _, box in boxes), min(box[1] for _, box in boxes)
    right, bottom = max(box[2] for _, box in boxes), max(box[3] for _, box in boxes)
    area = (left, top, right, bottom)
    set_active([run[0].style], False)
    without = picture_part(page, pictures.scale, area)
    set_active([run[0].style], True)
    difference = strongest(pictures.full.crop(area), without)
    for glyph, (x0, y0, x1, y1) in boxes:
        if glyph.char.isalnum() and peak(difference, (x0 - left, y0 - top, x1 - left, y1 - top)) < MIN_INK:
            glyph.hidden = glyph.hidden or "covered"
