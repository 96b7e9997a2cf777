"""One page's words to its lines in reading order."""

from statistics import median

from resumes.extraction.assembly import DraftLine
from resumes.extraction.columns import reading_blocks
from resumes.extraction.mending import line_text
from resumes.extraction.rows import Fragment, fragments_of, rows_of
from resumes.extraction.words import Word


def page_lines(words: list[Word], page: int) -> list[DraftLine]:
    """Lines in reading order; text that runs up or down the page comes last, in the file's order."""
    upright = [word for word in words if word.upright]
    fragments = [fragment for row in rows_of(upright) for fragment in fragments_of(row)]
    blocks = reading_blocks(fragments)
    lines: list[DraftLine] = []
    for number, block in enumerate(blocks, 1):
        lines += _block_lines(block, page, number if len(blocks) > 1 else 0)
    for run in _turned_runs([word for word in words if not word.upright]):
        lines.append(_line(run, page, len(blocks) + 1))
    return [line for line in lines if line.text]


def _block_lines(block: list[Fragment], page: int, column: int) -> list[DraftLine]:
    words = [word for fragment in block for word in fragment.words]
    return [_line(row, page, column) for row in rows_of(words)]


def _line(words: list[Word], page: int, column: int) -> DraftLine:
    letters = sum(len(word.text) for word in words)
    return DraftLine(
        page=page,
        text=line_text(words),
        x0=min(word.x0 for word in words),
        y0=min(word.y0 for word in words),
        x1=max(word.x1 for word in words),
        y1=max(word.y1 for word in words),
        size=median(word.size for word in words for _ in word.text),
        bold=2 * sum(len(word.text) for word in words if word.bold) > letters,
        column=column,
    )


def _turned_runs(words: list[Word]) -> list[list[Word]]:
    runs: list[list[Word]] = []
    for word in words:
        if runs and abs(runs[-1][-1].x0 - word.x0) < word.size and abs(runs[-1][-1].angle - word.angle) < 5:
            runs[-1].append(word)
        else:
            runs.append([word])
    return runs
