"""Fonts that call one letter by the name of another: what is shown is not what is read out.

A map from codes to letters can say anything, wherever it stands in the file. The shapes cannot: "p" and "q" reach
below the line, "d" and "l" rise above "a" and "o". Where many letters of a font have another letter's build, its
words are not those a reader of the page sees.
"""

import ctypes
from collections import defaultdict
from collections.abc import Iterable
from statistics import median

import pypdfium2.raw as pdfium

from resumes.extraction.characters import Glyph

LOW, TALL, SMALL = frozenset("gpqy"), frozenset("bdhkl"), frozenset("acemnorsuvwxz")
JUDGED = LOW | TALL | SMALL
ENOUGH = 12  # letters, to say anything of a font
FEWEST, MOSTLY = 6, 0.5  # of letters that are few, and of pairs of a tall and a small one
WRONG = 0.25  # the share with another build: handwriting and mistakes of measuring stay far below
ALIKE = 0.85  # the share of letters equally high in a font of capitals alone, which is not judged
RISES, SINKS = 1.15, 0.12  # of the height of small letters
SLANT = 1.0  # degrees: sideways text is not judged


def mark_misnamed(runs: Iterable[list[Glyph]]) -> None:
    """Mark the letters of each font whose shapes are not those of the letters it says they are."""
    by_font: dict[int, list[Glyph]] = defaultdict(list)
    for run in runs:
        style = run[0].style
        if abs(style.angle) < SLANT and not run[0].hidden:
            font = pdfium.FPDFTextObj_GetFont(style.handle)
            by_font[ctypes.cast(font, ctypes.c_void_p).value or 0] += run
    for glyphs in by_font.values():
        if _is_misnamed(glyphs):
            for glyph in glyphs:
                glyph.hidden = glyph.hidden or "misnamed"


def _is_misnamed(glyphs: list[Glyph]) -> bool:
    # Where the reader knows no shape it gives the box of the line.
    shaped = [g for g in glyphs if g.char.islower() and g.style.size > 0 and g.ink != (g.x0, g.y0, g.x1, g.y1)]
    letters = [glyph for glyph in shaped if glyph.char in JUDGED]
    if len(letters) < ENOUGH:
        return len(letters) >= FEWEST and _is_out_of_order(letters)
    heights = list(map(_height, letters))
    usual = median(heights)
    if usual <= 0 or sum(abs(height - usual) < 0.08 * usual for height in heights) >= ALIKE * len(heights):
        return False
    if not any((glyph.ink[3] - glyph.origin[1]) / glyph.style.size > SINKS * usual for glyph in shaped):
        return False  # capitals of uneven height
    small = sorted(heights)[int(0.3 * len(heights))]
    wrong = sum(
        _has_other_build(glyph, height, small) for glyph, height in zip(letters, heights, strict=True) if small > 0
    )
    return wrong >= WRONG * len(letters)


def _is_out_of_order(letters: list[Glyph]) -> bool:
    """Whether, of a few letters, those that should rise above others do not: no usual height can be told of so few."""
    tall = [_height(glyph) for glyph in letters if glyph.char in TALL]
    small = [_height(glyph) for glyph in letters if glyph.char in SMALL]
    heights = sorted(map(_height, letters))
    if heights[0] <= 0 or heights[-1] < RISES * heights[0]:
        return False  # capitals under small letters' names
    pairs = [(above, below) for above in tall for below in small]
    wrong = sum(above < RISES * below for above, below in pairs)
    return len(pairs) >= FEWEST and wrong > MOSTLY * len(pairs)


def _height(glyph: Glyph) -> float:
    return (glyph.origin[1] - glyph.ink[1]) / glyph.style.size


def _has_other_build(glyph: Glyph, height: float, small: float) -> bool:
    """Whether a letter rises or sinks as it should not, or does not as it should."""
    sinks = (glyph.ink[3] - glyph.origin[1]) / glyph.style.size > SINKS * small
    if sinks != (glyph.char in LOW):
        return True
    return glyph.char not in LOW and (height > RISES * small) != (glyph.char in TALL)
