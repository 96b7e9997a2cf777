"""List marks that are drawn, not set: as words before the lines they mark."""

from collections.abc import Sequence

from resumes.extraction.shapes import Dot
from resumes.extraction.words import Word

MARK = "\u2022"
LARGEST = 0.5  # of the size: what is larger is an icon or a station of a timeline
REACH = 2.5  # of the size: from the mark to its line
MAX_DOTS = 600  # of a page


def with_list_marks(words: list[Word], dots: Sequence[Dot]) -> list[Word]:
    """The words with a bullet before each line that a small dot stands in front of, alone."""
    marks: dict[int, Word] = {}
    for dot in dots if len(dots) <= MAX_DOTS else ():
        marked = _marked(dot, words)
        if marked is not None and not _in_a_row(dot, dots, marked.size):
            marks[id(marked)] = Word(
                MARK, dot.x0, dot.y0, dot.x1, dot.y1, marked.baseline, marked.size, bold=marked.bold
            )
    return [one for word in words for one in ((marks[id(word)], word) if id(word) in marks else (word,))]


def _marked(dot: Dot, words: Sequence[Word]) -> Word | None:
    """The first word of the line that begins right of the dot, if nothing stands left of it."""
    middle = (dot.y0 + dot.y1) / 2
    line = [word for word in words if word.y0 < middle < word.y1]
    right = [word for word in line if word.x0 >= dot.x1 - 0.5]
    first = min(right, key=lambda word: word.x0, default=None)
    if first is None or first.x0 - dot.x1 > REACH * first.size or dot.y1 - dot.y0 > LARGEST * first.size:
        return None
    if any(word.x0 < dot.x1 and dot.x0 - word.x1 < REACH * word.size for word in line):
        return None
    return first if any(char.isalnum() for char in first.text) else None


def _in_a_row(dot: Dot, dots: Sequence[Dot], size: float) -> bool:
    """Whether other dots stand beside it: a rating, not a list."""
    return any(
        other is not dot and abs(other.y0 - dot.y0) < 2.0 and 0 < abs(other.x0 - dot.x0) < 2 * size for other in dots
    )
