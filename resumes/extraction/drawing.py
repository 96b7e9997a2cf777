"""Pictures of pages, drawn by pypdfium2."""

import ctypes
from typing import Any

import pypdfium2.raw as pdfium
from PIL import Image

from resumes.extraction.errors import ExtractionError

MAX_PIXELS = 40_000_000
Area = tuple[int, int, int, int]  # left, top, right, bottom in pixels


def picture(page: Any, scale: float, *, annotated: bool = True) -> Image.Image:
    """The page drawn on white at ``scale`` pixels a point (RGBX), with its annotations unless told otherwise."""
    return picture_part(page, scale, (0, 0, *size_of(page, scale)), annotated=annotated)


def picture_part(page: Any, scale: float, area: Area, *, annotated: bool = True) -> Image.Image:
    """A part of that picture. Raises ``ExtractionError`` when it would be too large."""
    left, top, right, bottom = area
    size = right - left, bottom - top
    buffer = _drawn(page, scale, area, pdfium.FPDFBitmap_BGRx, 4 * size[0], annotated)
    # The picture lies on the library's own memory: copying and turning it into RGB takes longer than drawing it.
    return Image.frombuffer("RGBX", size, buffer, "raw", "RGBX", 4 * size[0], 1)


def grey_picture(page: Any, scale: float) -> Image.Image:
    """The page with its annotations drawn in grey on white at ``scale`` pixels a point (L)."""
    width, height = size_of(page, scale)
    stride = -(-width // 4) * 4  # rows begin at multiples of four bytes
    buffer = _drawn(page, scale, (0, 0, width, height), pdfium.FPDFBitmap_Gray, stride, True)
    return Image.frombuffer("L", (width, height), buffer, "raw", "L", stride, 1)


def _drawn(page: Any, scale: float, area: Area, form: int, stride: int, annotated: bool) -> bytearray:
    """The pixels of a part of a page, in a format of the library, ``stride`` bytes a row."""
    left, top, right, bottom = area
    width, height = right - left, bottom - top
    if width * height > MAX_PIXELS:
        raise ExtractionError("too_large_text")
    buffer = bytearray(b"\xff") * (stride * height)
    memory = (ctypes.c_ubyte * len(buffer)).from_buffer(buffer)
    bitmap = pdfium.FPDFBitmap_CreateEx(width, height, form, memory, stride)
    if not bitmap:
        raise MemoryError
    try:
        # Grey has no order of bytes: with that flag the library draws nothing.
        flags = 0 if form == pdfium.FPDFBitmap_Gray else pdfium.FPDF_REVERSE_BYTE_ORDER
        flags |= pdfium.FPDF_ANNOT if annotated else 0
        pdfium.FPDF_RenderPageBitmap(bitmap, page, -left, -top, *size_of(page, scale), 0, flags)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
    return buffer


def size_of(page: Any, scale: float) -> tuple[int, int]:
    """Width and height in pixels of the page at ``scale`` pixels a point."""
    width = max(1, round(pdfium.FPDF_GetPageWidthF(page) * scale))
    return width, max(1, round(pdfium.FPDF_GetPageHeightF(page) * scale))
