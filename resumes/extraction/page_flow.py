"""From page to page: a main column that goes on overleaf is not interrupted by the sidebar beside it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from resumes.extraction.assembly import DraftLine

NARROWER = 0.75  # a sidebar's width, as a share of the main column's, at most


@dataclass(frozen=True, slots=True)
class _Block:
    """Lines of one page and column, and the room they take."""

    lines: tuple[DraftLine, ...]

    @property
    def x0(self) -> float:
        return min(line.x0 for line in self.lines)

    @property
    def x1(self) -> float:
        return max(line.x1 for line in self.lines)

    @property
    def y0(self) -> float:
        return min(line.y0 for line in self.lines)

    @property
    def y1(self) -> float:
        return max(line.y1 for line in self.lines)


def flow(lines: Sequence[DraftLine]) -> list[DraftLine]:
    """The lines with each sidebar moved behind the column that it would interrupt."""
    pages = [_blocks(list(group)) for _, group in groupby(lines, key=lambda line: line.page)]
    ordered: list[_Block] = []
    waiting: list[_Block] = []
    for number, blocks in enumerate(pages):
        following = pages[number + 1] if number + 1 < len(pages) else []
        if _goes_on(blocks, following):
            ordered += blocks[:-1]
            waiting.append(blocks[-1])
        elif waiting and _has_sidebar(blocks):
            ordered += [*blocks[:-1], *waiting, blocks[-1]]
            waiting = []
        else:
            ordered += [*blocks, *waiting]
            waiting = []
    return [line for block in ordered for line in block.lines]


def _blocks(lines: list[DraftLine]) -> list[_Block]:
    return [_Block(tuple(group)) for _, group in groupby(lines, key=lambda line: line.column)]


def _has_sidebar(blocks: list[_Block]) -> bool:
    """Whether the page's last block is a narrow column beside the one before it."""
    if len(blocks) < 2:
        return False
    main, side = blocks[-2:]
    beside = main.x1 <= side.x0 or side.x1 <= main.x0
    together = min(main.y1, side.y1) - max(main.y0, side.y0)
    return beside and together > 0.3 * (side.y1 - side.y0) and side.x1 - side.x0 < NARROWER * (main.x1 - main.x0)


def _goes_on(blocks: list[_Block], following: list[_Block]) -> bool:
    """Whether the column before the page's sidebar continues at the top of the next page."""
    if not following or not _has_sidebar(blocks):
        return False
    main, side = blocks[-2:]
    first = following[0]
    shared = min(main.x1, first.x1) - max(main.x0, first.x0)
    apart = side.x0 >= first.x1 or side.x1 <= first.x0
    return apart and shared > 0.5 * min(main.x1 - main.x0, first.x1 - first.x0)
