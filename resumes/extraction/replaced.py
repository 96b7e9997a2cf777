"""Text that the file puts in place of what it draws (``ActualText``): right for a ligature, a lie for a sentence."""

import unicodedata
from collections import defaultdict
from collections.abc import Sequence

from resumes.document import HiddenText
from resumes.extraction.assembly import DraftLine
from resumes.extraction.characters import Glyph
from resumes.extraction.hidden_texts import hidden_texts
from resumes.extraction.quality import FAIR, score_text

FEWEST = 8  # letters: fewer are a word's own, or an icon's name
REASON = "replaced"


def replaced_texts(glyphs: Sequence[Glyph | None], page: int) -> list[HiddenText]:
    """The longer texts of a page that stand for something drawn: the reader sets all their letters on one spot."""
    runs: dict[int, list[Glyph]] = defaultdict(list)
    for glyph in glyphs:
        if glyph is not None and not glyph.hidden:
            runs[glyph.style.key].append(glyph)
    keys = {key for key, run in runs.items() if _stands_for_other(run)}
    if not keys:
        return []
    own: list[Glyph | None] = []
    for glyph in glyphs:
        mine = glyph is not None and glyph.style.key in keys
        own.append(_copy(glyph) if mine and glyph is not None else None)
    return hidden_texts(own, page)


def _stands_for_other(run: list[Glyph]) -> bool:
    letters = [glyph for glyph in run if glyph.char.isalnum()]
    return len(letters) >= FEWEST and all(glyph.origin == letters[0].origin for glyph in letters)


def _copy(glyph: Glyph) -> Glyph:
    return Glyph(
        glyph.char, glyph.x0, glyph.y0, glyph.x1, glyph.y1, glyph.ink, glyph.origin, glyph.style, hidden=REASON
    )


def not_drawn(replaced: Sequence[HiddenText], drawn: Sequence[DraftLine]) -> list[HiddenText] | None:
    """Those of the texts whose letters the page does not draw; None where what it draws cannot be told."""
    text = "\n".join(line.text for line in drawn)
    if score_text(text) < FAIR:
        return None
    letters = _letters(text)
    return [item for item in replaced if _letters(item.text) not in letters]


def _letters(text: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFKC", text).casefold() if char.isalnum())
