"""Shapes of a page that say how its text is to be read: the borders of tables, and list marks that are drawn.

Borders are strokes or thin filled boxes; browsers draw the marks of lists as small filled discs and squares.
"""

import ctypes
import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

import pypdfium2.raw as pdfium

from resumes.extraction.bulk import INDEX, POINTER, plain
from resumes.extraction.characters import PageFrame
from resumes.extraction.page_paths import paths_of

THIN = 2.0  # points: a filled box no thicker than this is a line
THICK = 4.0  # points: one much longer than that is a line too
SHORTEST = 6.0  # points
SMALLEST_DOT, LARGEST_DOT = 1.0, 7.0  # points
MAX_OBJECTS = 4000  # looked at on one page
MAX_PATHS = 1500  # longer than a dot; a page of tables has a few hundred
MAX_SEGMENTS = 20_000
MANY_RULES = 600  # a table whose every cell is drawn as a box has more, most of them parts of a few
SAME, MEETING = 0.5, 1.0  # points: across the axis and along it, within which parts make one rule

_count_segments = plain(pdfium.FPDFPath_CountSegments, ctypes.c_int, POINTER)
_segment = plain(pdfium.FPDFPath_GetPathSegment, POINTER, POINTER, INDEX)
_segment_type = plain(pdfium.FPDFPathSegment_GetType, ctypes.c_int, POINTER)
_segment_point = plain(pdfium.FPDFPathSegment_GetPoint, ctypes.c_int, POINTER, POINTER, POINTER)
_segment_closes = plain(pdfium.FPDFPathSegment_GetClose, ctypes.c_int, POINTER)

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Rule:
    """A line along an axis, in top-left points: at ``at`` across the axis, from ``begin`` to ``end`` along it."""

    vertical: bool
    at: float
    begin: float
    end: float


@dataclass(frozen=True, slots=True)
class Dot:
    """The box of a small shape, about as wide as high, in top-left points."""

    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(slots=True)
class Shapes:
    """Lines long enough to border a cell, and dots."""

    rules: list[Rule] = field(default_factory=list)
    dots: list[Dot] = field(default_factory=list)


def shapes_of(page: Any) -> Shapes:
    """The telling shapes of a page; none of a page that is a drawing."""
    frame = PageFrame(page)
    found = Shapes()
    larger = []
    for handle, (x0, y0, x1, y1) in paths_of(page, MAX_OBJECTS):
        width, height = x1 - x0, y1 - y0
        if min(width, height) >= SMALLEST_DOT and max(width, height) <= min(LARGEST_DOT, 1.5 * min(width, height)):
            found.dots.append(Dot(x0, y0, x1, y1))
        elif max(width, height) >= SHORTEST:
            larger.append(handle)
    if len(larger) > MAX_PATHS or sum(map(_count_segments, larger)) > MAX_SEGMENTS:
        return Shapes()
    found.rules += [rule for handle in larger for rule in _rules_of_path(handle, frame)]
    if len(found.rules) > MANY_RULES:
        found.rules = joined(found.rules)
    return found


def joined(rules: Iterable[Rule]) -> list[Rule]:
    """The rules, those that lie on each other or go on where another ends as one."""
    whole: list[Rule] = []
    lines: list[list[Rule]] = []
    for rule in sorted(rules, key=lambda rule: (rule.vertical, rule.at)):
        before = lines[-1][0] if lines else None
        if before is not None and before.vertical == rule.vertical and rule.at - before.at <= SAME:
            lines[-1].append(rule)
        else:
            lines.append([rule])
    for line in lines:
        first, *rest = sorted(line, key=lambda rule: rule.begin)
        for rule in rest:
            if rule.begin <= first.end + MEETING:
                first = replace(first, end=max(first.end, rule.end))
            else:
                whole.append(first)
                first = rule
        whole.append(first)
    return whole


def _rules_of_path(handle: int, frame: PageFrame) -> Iterator[Rule]:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(ctypes.cast(handle, pdfium.FPDF_PAGEOBJECT), fill, stroke)
    for points, straight in _subpaths(handle, frame):
        if fill.value:
            yield from _thin_box(points)
        if stroke.value:
            for one, other, is_line in zip(points, points[1:], straight[1:], strict=False):
                if is_line:
                    yield from _rule(*one, *other)


def _subpaths(handle: int, frame: PageFrame) -> Iterator[tuple[list[Point], list[bool]]]:
    """The points of each part of a path, and whether a straight line leads to each."""
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(ctypes.cast(handle, pdfium.FPDF_PAGEOBJECT), matrix):
        return
    x, y = ctypes.c_float(), ctypes.c_float()
    at = ctypes.addressof(x), ctypes.addressof(y)
    points: list[Point] = []
    straight: list[bool] = []
    for index in range(max(0, _count_segments(handle))):
        segment = _segment(handle, index)
        kind = _segment_type(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO and points:
            yield points, straight
            points, straight = [], []
        _segment_point(segment, *at)
        moved = (matrix.a * x.value + matrix.c * y.value + matrix.e, matrix.b * x.value + matrix.d * y.value + matrix.f)
        placed = frame.point(*moved)
        if all(map(math.isfinite, placed)):
            points.append(placed)
            straight.append(kind == pdfium.FPDF_SEGMENT_LINETO)
            if _segment_closes(segment):
                points.append(points[0])
                straight.append(True)
    if points:
        yield points, straight


def _thin_box(points: list[Point]) -> Iterator[Rule]:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    low, high = sorted((max(xs) - min(xs), max(ys) - min(ys)))
    if low <= THIN or (low <= THICK and high >= 30 * low):
        yield from _rule(min(xs), min(ys), max(xs), max(ys))


def _rule(xa: float, ya: float, xb: float, yb: float) -> Iterator[Rule]:
    width, height = abs(xa - xb), abs(ya - yb)
    if width >= SHORTEST and (height <= THIN or (height <= THICK and width >= 30 * height)):
        yield Rule(False, (ya + yb) / 2, min(xa, xb), max(xa, xb))
    elif height >= SHORTEST and (width <= THIN or (width <= THICK and height >= 30 * width)):
        yield Rule(True, (xa + xb) / 2, min(ya, yb), max(ya, yb))
