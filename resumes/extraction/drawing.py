"""Pictures of pages, drawn by pypdfium2."""

import ctypes
from typing import Any

import pypdfium2.raw as pdfium
from PIL import Image

from resumes.extraction.errors import ExtractionError

MAX_PIXELS = 40_000_000
Area = tuple[int, int, int, int]  # left, top, right, bottom in pixels


def picture(page: Any, scale: float, *, annotated: bool = True) -> Image.Image:
    """The page drawn on white at ``scale`` pixels a point, with its annotations unless told otherwise."""
    return picture_part(page, scale, (0, 0, *_size(page, scale)), annotated=annotated)


def picture_part(page: Any, scale: float, area: Area, *, annotated: bool = True) -> Image.Image:
    """A part of that picture. Raises ``ExtractionError`` when it would be too large."""
    left, top, right, bottom = area
    width, height = right - left, bottom - top
    if width * height > MAX_PIXELS:
        raise ExtractionError("too_large_text")
    bitmap = pdfium.FPDFBitmap_Create(width, height, 0)
    if not bitmap:
        raise MemoryError
    try:
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFFFFFFFF)
        flags = pdfium.FPDF_ANNOT if annotated else 0
        pdfium.FPDF_RenderPageBitmap(bitmap, page, -left, -top, *_size(page, scale), 0, flags)
        stride = pdfium.FPDFBitmap_GetStride(bitmap)
        address = ctypes.cast(pdfium.FPDFBitmap_GetBuffer(bitmap), ctypes.c_void_p).value or 0
        raw = bytes((ctypes.c_ubyte * (stride * height)).from_address(address))
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
    return Image.frombuffer("RGB", (width, height), raw, "raw", "BGRX", stride, 1)


def _size(page: Any, scale: float) -> tuple[int, int]:
    width = max(1, round(pdfium.FPDF_GetPageWidthF(page) * scale))
    return width, max(1, round(pdfium.FPDF_GetPageHeightF(page) * scale))
