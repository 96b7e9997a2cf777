"""Takes off a page what must not be seen before it is drawn, and paints over the rest."""

from collections.abc import Iterator, Sequence
from typing import Any

import pypdfium2.raw as pdfium
from PIL import Image, ImageDraw

Box = tuple[float, float, float, float]  # x0, y0, x1, y1 in points, from the top left
BAR = (58, 66, 72)
DEEPEST = 8  # forms inside forms


def take_off_pictures(page: Any) -> None:
    """Pictures are not drawn: a photo says who somebody is."""
    for handle in list(_pictures(pdfium.FPDFPage_CountObjects(page), page, pdfium.FPDFPage_GetObject, 0)):
        pdfium.FPDFPageObj_SetIsActive(handle, 0)


def _pictures(count: int, holder: Any, get: Any, depth: int) -> Iterator[Any]:
    for index in range(max(0, count)):
        handle = get(holder, index)
        kind = pdfium.FPDFPageObj_GetType(handle)
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            yield handle
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < DEEPEST:
            inside = pdfium.FPDFFormObj_CountObjects(handle)
            yield from _pictures(inside, handle, pdfium.FPDFFormObj_GetObject, depth + 1)


def paint_over(image: Image.Image, boxes: Sequence[Box], scale: float) -> None:
    """A bar over each box."""
    pen = ImageDraw.Draw(image)
    for x0, y0, x1, y1 in boxes:
        pen.rectangle((x0 * scale, y0 * scale, x1 * scale, y1 * scale), fill=BAR)
