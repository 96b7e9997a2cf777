"""Glyphs to words: where one word ends and the next begins."""

from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    # At run time this would load a PDF library, which the process that serves people does without.
    from resumes.extraction.characters import Glyph

LOOSE = 0.18  # of the size: a gap inside letters set without spacing that is a space nobody wrote
TIGHT = 0.04  # of the size: letters nearer to each other are set without spacing
# Drawn for themselves: acute, grave, diaeresis, circumflex, tilde, cedilla, caron, ring, breve, dots, ogonek.
ACCENTS = "\u00b4`\u00a8\u02c6\u02dc\u00b8\u02c7\u02da\u02d8\u02d9\u02dd\u02db\u0301\u0300\u0308\u0302\u0303"
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
        if glyph is None:
            if run:
                words += _parted(run, joined=not separated)
                run = []
            separated = True
            continue
        if run and _jumps(run[-1], glyph):
            words += _parted(run, joined=not separated)
            separated = False
            run = []
        run.append(glyph)
    if run:
        words += _parted(run, joined=not separated)
    return _with_accents(words)


def _with_accents(words: list[Word]) -> list[Word]:
    """The words, an accent that was drawn for itself (raised, over a capital) put before the word it stands on."""
    whole: list[Word] = []
    for word in words:
        accent = whole[-1] if whole else None
        if accent is None or len(accent.text) > 1 or accent.text not in ACCENTS or not _is_over(accent, word):
            whole.append(word)
            continue
        whole.pop()
        before = whole[-1] if whole else None
        near = before is not None and -0.2 * word.size < word.x0 - before.x1 < TIGHT * word.size
        joined = near and before is not None and abs(before.baseline - word.baseline) < 0.1 * word.size
        whole.append(replace(word, text=accent.text + word.text, y0=min(accent.y0, word.y0), joined=joined))
    return whole


def _is_over(accent: Word, word: Word) -> bool:
    """Whether an accent stands over the first letter of a word."""
    size = word.size
    return abs(accent.x0 - word.x0) < 0.5 * size and abs(accent.baseline - word.baseline) < 0.5 * size


def _parted(run: "list[Glyph]", joined: bool) -> list[Word]:
    """A run of glyphs as words: one, but for gaps that letters set without spacing have between words only."""
    size = max(run[0].style.size, 1.0)
    gaps = [after.x0 - before.x1 for before, after in pairwise(run)]
    if len(gaps) < 2 or max(gaps) < LOOSE * size or sorted(gaps)[2 * len(gaps) // 3] > TIGHT * size:
        return [_word(run, joined)]
    words: list[Word] = []
    start = 0
    for at in [*(at for at, gap in enumerate(gaps, 1) if gap >= LOOSE * size), len(run)]:
        words.append(_word(run[start:at], joined and not words))
        start = at
    return words


def _jumps(before: "Glyph", glyph: "Glyph") -> bool:
    size, other = before.style.size, glyph.style.size
    if other > size:
        size = other
    if size < 1.0:
        size = 1.0
    gap = glyph.x0 - before.x1
    return not -size < gap < JUMP * size or abs(glyph.origin[1] - before.origin[1]) > 0.6 * size


def _word(run: "list[Glyph]", joined: bool) -> Word:
    first = run[0]
    style = first.style
    size, bold, largest = style.size, style.bold, first
    if any(glyph.style is not style for glyph in run):
        size = median(glyph.style.size for glyph in run)
        bold = sum(glyph.style.bold for glyph in run) * 2 > len(run)
        # Raised letters ("1st") do not move the word.
        largest = max(run, key=lambda glyph: glyph.style.size)
    gaps = sorted([after.x0 - before.x1 for before, after in pairwise(run)])
    middle = len(gaps) // 2
    spacing = (max(gaps[middle], 0.0) + max(gaps[-middle - 1], 0.0)) / 2 if gaps else 0.0  # the median
    return Word(
        text="".join([glyph.char for glyph in run]),
        x0=min([glyph.x0 for glyph in run]),
        y0=min([glyph.y0 for glyph in run]),
        x1=max([glyph.x1 for glyph in run]),
        y1=max([glyph.y1 for glyph in run]),
        baseline=largest.origin[1],
        size=size,
        bold=bold,
        joined=joined,
        spacing=spacing,
    )
