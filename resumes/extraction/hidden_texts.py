"""Hidden characters put together to texts that a recruiter can be shown."""

from dataclasses import replace

from resumes.document import HiddenText
from resumes.extraction.assembly import DraftLine
from resumes.extraction.characters import Glyph
from resumes.extraction.mending import line_text
from resumes.extraction.rows import rows_of
from resumes.extraction.turning import by_direction, turned_back
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
        for quarters, upright in by_direction(own):
            texts = [_text(block, page, reason, quarters) for block in _blocks(words_of(upright))]
            found += [text for text in texts if text.text]
    return found[:MAX_TEXTS]


def _blocks(words: list[Word]) -> list[list[list[Word]]]:
    blocks: list[list[list[Word]]] = []
    for row in rows_of(words):
        if blocks and abs(row[0].baseline - blocks[-1][-1][0].baseline) < NEAR_LINES * max(row[0].size, 4.0):
            blocks[-1].append(row)
        else:
            blocks.append([row])
    return blocks


def _text(block: list[list[Word]], page: int, reason: str, quarters: int) -> HiddenText:
    words = [word for row in block for word in row]
    box = (
        min(word.x0 for word in words),
        min(word.y0 for word in words),
        max(word.x1 for word in words),
        max(word.y1 for word in words),
    )
    x0, y0, x1, y1 = (round(edge, 2) for edge in turned_back(box, quarters))
    return HiddenText(
        page=page,
        text=" ".join(line_text(row) for row in block).strip()[:MAX_CHARACTERS],
        reason=reason,
        x0=x0,
        y0=y0,
        x1=x1,
        y1=y1,
    )


def without_hidden(lines: list[DraftLine], seen: list[DraftLine], hidden: list[HiddenText]) -> list[DraftLine]:
    """Another reader's lines without the words that only hidden text holds.

    ``seen`` are the first reader's visible lines. A line that starts inside a hidden box goes whole.
    """
    if not hidden:
        return lines
    visible = {token for line in seen for token in line.text.split()}
    unseen = {token for item in hidden for token in item.text.split()} - visible
    kept = []
    for line in lines:
        if _starts_in(line, hidden) and visible.isdisjoint(line.text.split()):
            continue
        text = line.text
        for item in hidden:
            text = text.replace(item.text, " ")
        text = " ".join(token for token in text.split(" ") if token not in unseen).strip()
        if text:
            kept.append(replace(line, text=text))
    return kept


def _starts_in(line: DraftLine, hidden: list[HiddenText]) -> bool:
    x, y = line.x0 + 1.0, line.y1 - 0.25 * line.size
    return any(
        item.page == line.page and item.x0 - 2 <= x <= item.x1 and item.y0 - 1 <= y <= item.y1 + 1 for item in hidden
    )
