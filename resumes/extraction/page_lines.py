"""One page's words to its lines in reading order."""

from statistics import median

from resumes.extraction.assembly import DraftLine
from resumes.extraction.columns import reading_blocks
from resumes.extraction.mending import line_text
from resumes.extraction.rows import Fragment, fragments_of, rows_of
from resumes.extraction.words import Word


def page_lines(words: list[Word], page: int, *, first_column: int = 0) -> list[DraftLine]:
    """Lines in reading order. Columns are numbered after ``first_column``; one column alone is 0."""
    fragments = [fragment for row in rows_of(words) for fragment in fragments_of(row)]
    blocks = reading_blocks(fragments)
    alone = len(blocks) == 1 and not first_column
    lines: list[DraftLine] = []
    for number, block in enumerate(blocks, first_column + 1):
        lines += _block_lines(block, page, 0 if alone else number)
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
