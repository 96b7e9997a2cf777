"""Glyphs to words: where one word ends and the next begins."""

from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    # At run time this would load a PDF library, which the process that serves people does without.
    from resumes.extraction.characters import Glyph

JUMP = 0.9  # of the size: a gap that no word spans, whatever the reader says


@dataclass(slots=True)
class Word:
    """Characters that stand together. ``joined`` says nothing separated it from the word before it."""

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    baseline: float
    size: float
    bold: bool
    joined: bool = False
    spacing: float = 0.0  # points between its letters
    cut: bool = False  # a ruling line stands before it


def words_of(glyphs: "list[Glyph | None]") -> list[Word]:
    """Words in content order, of glyphs that all run to the right."""
    words: list[Word] = []
    run: list[Glyph] = []
    separated = True
    for glyph in glyphs:
        breaks = glyph is None or (run and _jumps(run[-1], glyph))
        if breaks and run:
            words.append(_word(run, joined=not separated))
            separated = glyph is None
            run = []
        elif glyph is None:
            separated = True
        if glyph is not None:
            run.append(glyph)
    if run:
        words.append(_word(run, joined=not separated))
    return words


def _jumps(before: "Glyph", glyph: "Glyph") -> bool:
    size = max(before.style.size, glyph.style.size, 1.0)
    return abs(glyph.origin[1] - before.origin[1]) > 0.6 * size or not -1.0 * size < glyph.x0 - before.x1 < JUMP * size


def _word(run: "list[Glyph]", joined: bool) -> Word:
    return Word(
        text="".join(glyph.char for glyph in run),
        x0=min(glyph.x0 for glyph in run),
        y0=min(glyph.y0 for glyph in run),
        x1=max(glyph.x1 for glyph in run),
        y1=max(glyph.y1 for glyph in run),
        # Of the largest letters: raised ones ("1st") do not move the word.
        baseline=max(run, key=lambda glyph: glyph.style.size).origin[1],
        size=median(glyph.style.size for glyph in run),
        bold=sum(glyph.style.bold for glyph in run) * 2 > len(run),
        joined=joined,
        spacing=median(max(after.x0 - before.x1, 0.0) for before, after in pairwise(run)) if len(run) > 1 else 0.0,
    )
