"""Drawings that stand apart from all text are not drawn when a page is looked at for hidden text.

They cannot cover a letter nor lie under one, and thousands of curves take longer to draw than the text does.
"""

import ctypes
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

import pypdfium2.raw as pdfium

from resumes.extraction.characters import Box, Glyph
from resumes.extraction.page_paths import paths_of

FEW = 100  # paths that are drawn faster than they are looked at
MOST = 100_000
CELL = 8.0  # points; a path less than a cell from text counts as near
LAST = 4000  # cell: what lies beyond is as good as there


def take_off_far_paths(page: Any, runs: Iterable[list[Glyph]]) -> None:
    """Switch off, while the page is open, the paths that no text is near."""
    if pdfium.FPDFPage_CountObjects(page) <= FEW:
        return
    taken: dict[int, int] = defaultdict(int)  # row of cells -> its cells with text, a bit each
    for run in runs:
        seen = [glyph for glyph in run if not glyph.hidden]
        if seen:
            top, bottom, cells = _cells(_around(seen))
            for row in range(top, bottom + 1):
                taken[row] |= cells
    for handle, box in paths_of(page, MOST):
        top, bottom, cells = _cells(box)
        for row in range(top, bottom + 1):
            if row in taken and taken[row] & cells:
                break
        else:
            pdfium.FPDFPageObj_SetIsActive(ctypes.cast(handle, pdfium.FPDF_PAGEOBJECT), 0)


def _around(run: list[Glyph]) -> Box:
    """What is looked at to judge these letters: their shapes and their places on the line."""
    lefts, tops, rights, bottoms = zip(*[glyph.ink for glyph in run], strict=True)
    return (
        min(*lefts, *[glyph.x0 for glyph in run]),
        min(*tops, *[glyph.y0 for glyph in run]),
        max(*rights, *[glyph.x1 for glyph in run]),
        max(*bottoms, *[glyph.y1 for glyph in run]),
    )


def _cells(box: Box) -> tuple[int, int, int]:
    """First and last row of the cells in and around a box, and the cells of each as bits."""
    left, top, right, bottom = box
    first, last = max(int(left / CELL) - 1, 0), min(int(right / CELL) + 2, LAST)
    cells = (1 << last) - (1 << first) if first < last else 0
    return max(int(top / CELL) - 1, 0), min(int(bottom / CELL) + 1, LAST), cells
