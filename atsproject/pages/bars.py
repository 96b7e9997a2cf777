"""Where bars lie on the picture of a hidden candidate's page."""

from analyses.blindness.mask import Mask
from atsproject.pages.glyph_widths import relative_width
from atsproject.pages.line_boxes import Box, length_of, part_of
from resumes.document import Line, lines_from_json
from resumes.models import Resume

MARGIN = 2.0  # points above, below and beside
WHOLE = 0.4  # of a line's letters: from here the whole line is barred
SLACK = 0.04  # of a line's width: how far off a letter's place may be
UNEVEN = 0.85  # a line whose letters fill less of it holds gaps, and no letter's place in it is sure


def can_be_barred(resume: Resume, mask: Mask) -> bool:
    """Whether every personal word's place is known: the name was found, and the page is text, not a picture of it."""
    if not mask.knows_name or resume.used_ocr or not resume.lines:
        return False
    return all(line.x1 > line.x0 and line.y1 > line.y0 for line in lines_from_json(resume.lines) if _spans(line, mask))


def bars_of_page(resume: Resume, mask: Mask, number: int) -> list[Box] | None:
    """The boxes (points, from the top left) to bar on page ``number``; None where the page may not be shown."""
    if not can_be_barred(resume, mask):
        return None
    lines = [line for line in lines_from_json(resume.lines) if line.page == number]
    return [box for line in lines for box in _boxes(line, mask)]


def _spans(line: Line, mask: Mask) -> list[tuple[int, int]]:
    found = [(max(start, line.start), min(end, line.end)) for start, end in mask.spans]
    return [(start, end) for start, end in found if start < end]


def _boxes(line: Line, mask: Mask) -> list[Box]:
    spans = _spans(line, mask)
    if not spans:
        return []
    text = mask.stored[line.start : line.end]
    width = relative_width(text)
    taken = sum(end - start for start, end in spans) / max(1, len(text))
    length = length_of(line)
    uneven = line.size <= 0 or width / 1000 * line.size < UNEVEN * length
    if taken >= WHOLE or uneven or not width:
        return [_box(line, 0.0, length)]
    per, slack = length / width, SLACK * length
    boxes = []
    for start, end in spans:
        begin = per * relative_width(mask.stored[line.start : start])
        finish = begin + per * relative_width(mask.stored[start:end])
        boxes.append(_box(line, max(0.0, begin - slack), min(length, finish + slack)))
    return boxes


def _box(line: Line, begin: float, end: float) -> Box:
    corners = part_of(line, begin, end, along=MARGIN, across=MARGIN)
    return tuple(round(value, 1) for value in corners)  # type: ignore[return-value]
