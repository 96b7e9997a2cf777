"""The drawn paths of a page with the boxes around them."""

import ctypes
import math
from array import array
from itertools import compress, repeat
from typing import Any

import pypdfium2.raw as pdfium

from resumes.extraction.bulk import INDEX, POINTER, address_of, fill, plain
from resumes.extraction.character_table import Edges
from resumes.extraction.characters import Box, PageFrame

_object = plain(pdfium.FPDFPage_GetObject, POINTER, POINTER, INDEX)
_type = plain(pdfium.FPDFPageObj_GetType, ctypes.c_int, POINTER)
_bounds = plain(pdfium.FPDFPageObj_GetBounds, ctypes.c_int, POINTER, *[POINTER] * 4)


def paths_of(page: Any, limit: int) -> list[tuple[int, Box]]:
    """The address of each path among the page's first ``limit`` objects, with its box in top-left points."""
    count = max(0, min(pdfium.FPDFPage_CountObjects(page), limit))
    objects = list(map(_object, repeat(address_of(page)), range(count)))
    handles = list(compress(objects, (kind == pdfium.FPDF_PAGEOBJ_PATH for kind in map(_type, objects))))
    # What has no bounds stays without a place.
    bounds = array("f", [math.nan]) * (4 * len(handles))
    fill(_bounds, bounds, 4, (0, 1, 2, 3), handles)
    # The library's order: left, bottom, right, top.
    boxes = PageFrame(page).boxes(Edges(bounds[0::4], bounds[1::4], bounds[2::4], bounds[3::4]))
    return [(handle, box) for handle, box in zip(handles, boxes, strict=True) if math.isfinite(sum(box))]
