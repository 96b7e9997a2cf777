"""Where a part of a line lies on the page, whichever way the line runs."""

from resumes.document import Line

Box = tuple[float, float, float, float]


def length_of(line: Line) -> float:
    """How far the line runs, in points."""
    return line.y1 - line.y0 if line.turn % 2 else line.x1 - line.x0


def part_of(line: Line, begin: float, end: float, *, along: float = 0.0, across: float = 0.0) -> Box:
    """The box (points, from the top left) of what lies ``begin`` to ``end`` points along the line from where it begins.

    It is made larger by ``along`` points before and behind, and by ``across`` on both sides of the line.
    """
    begin, end = begin - along, end + along
    if line.turn == 1:
        return line.x0 - across, line.y0 + begin, line.x1 + across, line.y0 + end
    if line.turn == 2:
        return line.x1 - end, line.y0 - across, line.x1 - begin, line.y1 + across
    if line.turn == 3:
        return line.x0 - across, line.y1 - end, line.x1 + across, line.y1 - begin
    return line.x0 + begin, line.y0 - across, line.x0 + end, line.y1 + across
