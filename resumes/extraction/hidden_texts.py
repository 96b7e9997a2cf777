"""Hidden characters put together to texts that a recruiter can be shown."""

from resumes.document import HiddenText
from resumes.extraction.characters import Glyph
from resumes.extraction.mending import line_text
from resumes.extraction.rows import rows_of
from resumes.extraction.words import Word, words_of

MAX_TEXTS = 100  # of one page
MAX_CHARACTERS = 5000  # of one text
NEAR_LINES = 2.5  # of the size: rows nearer than this are one text


def hidden_texts(glyphs: list[Glyph | None], page: int) -> list[HiddenText]:
    """One ``HiddenText`` for each block of neighbouring rows hidden for the same reason."""
    reasons = sorted({glyph.hidden for glyph in glyphs if glyph is not None and glyph.hidden})
    found: list[HiddenText] = []
    for reason in reasons:
        own = [glyph if glyph is not None and glyph.hidden == reason else None for glyph in glyphs]
        blocks: list[list[list[Word]]] = []
        for row in rows_of(words_of(own)):
            if blocks and abs(row[0].baseline - blocks[-1][-1][0].baseline) < NEAR_LINES * max(row[0].size, 4.0):
                blocks[-1].append(row)
            else:
                blocks.append([row])
        found += [text for block in blocks if (text := _text(block, page, reason)).text]
    return found[:MAX_TEXTS]


def _text(block: list[list[Word]], page: int, reason: str) -> HiddenText:
    words = [word for row in block for word in row]
    return HiddenText(
        page=page,
        text=" ".join(line_text(row) for row in block).strip()[:MAX_CHARACTERS],
        reason=reason,
        x0=round(min(word.x0 for word in words), 2),
        y0=round(min(word.y0 for word in words), 2),
        x1=round(max(word.x1 for word in words), 2),
        y1=round(max(word.y1 for word in words), 2),
    )
