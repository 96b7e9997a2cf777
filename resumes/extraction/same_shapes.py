"""Fonts that draw one and the same sign for every letter: the letters are in the file, on the page there are blots.

Boxes alone do not tell: where the reader knows no shape it gives every letter the box of the line. So the pictures of
the letters are compared, of those fonts only whose letters all have the same box.
"""

import ctypes
from collections import defaultdict
from collections.abc import Iterable
from itertools import islice

import pypdfium2.raw as pdfium
from PIL import Image, ImageChops, ImageStat

from resumes.extraction.characters import Glyph
from resumes.extraction.pictures import Pictures, pixels_of

KINDS = 4  # different letters, to say anything of a font
LOOKED_AT = 8
SAME = 0.02  # of the size: boxes that differ less are equal
DOT = 0.2  # of the size: nothing that low is a letter, and its picture has too few pixels
SIDE = 8  # pixels of a picture that is compared
ALIKE = 30  # of 255, on average: two letters of a font differ by twice that


def mark_same_shapes(runs: Iterable[list[Glyph]], pictures: Pictures) -> None:
    """Mark the letters of each font that draws the same for all of them."""
    by_font: dict[int, list[list[Glyph]]] = defaultdict(list)
    for run in runs:
        font = pdfium.FPDFTextObj_GetFont(run[0].style.handle)
        by_font[ctypes.cast(font, ctypes.c_void_p).value or 0].append(run)
    for own in by_font.values():
        kinds = _kinds(own)
        if len(kinds) >= KINDS and _look_alike(list(islice(kinds.values(), LOOKED_AT)), pictures):
            for run in own:
                for glyph in run:
                    glyph.hidden = glyph.hidden or "misnamed"


def _kinds(runs: list[list[Glyph]]) -> dict[str, Glyph]:
    """One glyph of each letter; none where two of them have boxes that differ."""
    kinds: dict[str, Glyph] = {}
    first: tuple[float, float] | None = None
    for run in runs:
        for glyph in run:
            size = glyph.style.size
            if glyph.hidden or not glyph.char.isalpha() or size <= 0:
                continue
            box = ((glyph.ink[2] - glyph.ink[0]) / size, (glyph.ink[3] - glyph.ink[1]) / size)
            first = first or box
            if max(abs(box[0] - first[0]), abs(box[1] - first[1])) > SAME:
                return {}
            kinds.setdefault(glyph.char.casefold(), glyph)
    return kinds


def _look_alike(glyphs: list[Glyph], pictures: Pictures) -> bool:
    if glyphs[0].ink[3] - glyphs[0].ink[1] < DOT * glyphs[0].style.size:
        return True
    seen = [picture for glyph in glyphs if (picture := _picture(glyph, pictures)) is not None]
    return len(seen) >= KINDS and all(
        ImageStat.Stat(ImageChops.difference(seen[0], other)).mean[0] < ALIKE for other in seen[1:]
    )


def _picture(glyph: Glyph, pictures: Pictures) -> Image.Image | None:
    box = pixels_of(glyph.ink, pictures)
    if box is None:
        return None
    part = pictures.glance.difference.crop(box)
    strongest = max(1, int(part.getextrema()[1]))  # type: ignore[arg-type]
    return part.point([min(255, value * 255 // strongest) for value in range(256)]).resize((SIDE, SIDE))
