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
    return picture_part(page, scale, (0, 0, *_size(page, scale)), annotated=annotated)


def picture_part(page: Any, scale: float, area: Area, *, annotated: bool = True) -> Image.Image:
    """A part of that picture. Raises ``ExtractionError`` when it would be too large."""
    left, top, right, bottom = area
    width, height = right - left, bottom - top
    if width * height > MAX_PIXELS:
        raise ExtractionError("too_large_text")
    stride = 4 * width
    buffer = bytearray(b"\xff") * (stride * height)
    memory = (ctypes.c_ubyte * len(buffer)).from_buffer(buffer)
    bitmap = pdfium.FPDFBitmap_CreateEx(width, height, pdfium.FPDFBitmap_BGRx, memory, stride)
    if not bitmap:
        raise MemoryError
    try:
        flags = pdfium.FPDF_REVERSE_BYTE_ORDER | (pdfium.FPDF_ANNOT if annotated else 0)
        pdfium.FPDF_RenderPageBitmap(bitmap, page, -left, -top, *_size(page, scale), 0, flags)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
    # The picture lies on the library's own memory: copying and turning it into RGB takes longer than drawing it.
    return Image.frombuffer("RGBX", (width, height), buffer, "raw", "RGBX", stride, 1)


def _size(page: Any, scale: float) -> tuple[int, int]:
    width = max(1, round(pdfium.FPDF_GetPageWidthF(page) * scale))
    return width, max(1, round(pdfium.FPDF_GetPageHeightF(page) * scale))
