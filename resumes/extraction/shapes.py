"""Shapes of a page that say how its text is to be read: the borders of tables, and list marks that are drawn.

Borders are strokes or thin filled boxes; browsers draw the marks of lists as small filled discs and squares.
"""

import ctypes
import itertools
import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pypdfium2.raw as pdfium

from resumes.extraction.characters import PageFrame

THIN = 2.0  # points: a filled box no thicker than this is a line
SHORTEST = 6.0  # points
SMALLEST_DOT, LARGEST_DOT = 1.0, 7.0  # points
MAX_OBJECTS = 4000  # looked at on one page
MAX_SEGMENTS = 20_000

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
    seen = 0
    for index in range(min(pdfium.FPDFPage_CountObjects(page), MAX_OBJECTS)):
        handle = pdfium.FPDFPage_GetObject(page, index)
        if pdfium.FPDFPageObj_GetType(handle) != pdfium.FPDF_PAGEOBJ_PATH:
            continue
        seen += max(0, pdfium.FPDFPath_CountSegments(handle))
        if seen > MAX_SEGMENTS:
            return Shapes()
        dot = _dot(handle, frame)
        if dot is not None:
            found.dots.append(dot)
        else:
            found.rules += _rules_of_path(handle, frame)
    return found


def _dot(handle: Any, frame: PageFrame) -> Dot | None:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not pdfium.FPDFPageObj_GetBounds(handle, left, bottom, right, top):
        return None
    x0, y0, x1, y1 = frame.box(left.value, bottom.value, right.value, top.value)
    width, height = x1 - x0, y1 - y0
    if min(width, height) >= SMALLEST_DOT and max(width, height) <= min(LARGEST_DOT, 1.5 * min(width, height)):
        return Dot(x0, y0, x1, y1)
    return None


def _rules_of_path(handle: Any, frame: PageFrame) -> Iterator[Rule]:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(handle, fill, stroke)
    for points in _subpaths(handle, frame):
        if fill.value:
            yield from _thin_box(points)
        if stroke.value:
            for one, other in itertools.pairwise(points):
                yield from _rule(*one, *other)


def _subpaths(handle: Any, frame: PageFrame) -> Iterator[list[Point]]:
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(handle, matrix):
        return
    x, y = ctypes.c_float(), ctypes.c_float()
    points: list[Point] = []
    for index in range(max(0, pdfium.FPDFPath_CountSegments(handle))):
        segment = pdfium.FPDFPath_GetPathSegment(handle, index)
        if pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO and points:
            yield points
            points = []
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        moved = (matrix.a * x.value + matrix.c * y.value + matrix.e, matrix.b * x.value + matrix.d * y.value + matrix.f)
        placed = frame.point(*moved)
        if all(map(math.isfinite, placed)):
            points.append(placed)
            if pdfium.FPDFPathSegment_GetClose(segment):
                points.append(points[0])
    if points:
        yield points


def _thin_box(points: list[Point]) -> Iterator[Rule]:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    if min(max(xs) - min(xs), max(ys) - min(ys)) <= THIN:
        yield from _rule(min(xs), min(ys), max(xs), max(ys))


def _rule(xa: float, ya: float, xb: float, yb: float) -> Iterator[Rule]:
    width, height = abs(xa - xb), abs(ya - yb)
    if height <= THIN and width >= SHORTEST:
        yield Rule(False, (ya + yb) / 2, min(xa, xb), max(xa, xb))
    elif width <= THIN and height >= SHORTEST:
        yield Rule(True, (xa + xb) / 2, min(ya, yb), max(ya, yb))
