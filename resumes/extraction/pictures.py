"""A page drawn twice, with its text and without: where the pictures differ, text is seen."""

import ctypes
import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium
from PIL import Image, ImageChops

from resumes.extraction.characters import PageText, Style
from resumes.extraction.drawing import picture

MIN_INK = 20  # of 255: the strongest difference a letter makes on the page
PIXELS = 1_600_000  # of one picture
LEAST_PIXELS = 0.3  # wide and high: smaller boxes are empty
MAX_SCALE = 2.0  # pixels a point
WHITE = (255, 255, 255)
Box = tuple[int, int, int, int]  # left, top, right, bottom in pixels


@dataclass(slots=True)
class Pictures:
    """The page with its text and without, and where they differ."""

    scale: float
    full: Image.Image
    bare: Image.Image
    difference: Image.Image
    traces: Image.Image  # 255 where they differ enough to be seen, else 0
    pixels: Any  # of the page without its text, by (x, y)
    plain: bool = False  # there is nothing but text on the page


def draw(page: Any, content: PageText, styles: Sequence[Style]) -> Pictures:
    """The page with and without the text objects that have these styles."""
    area = max(content.width * content.height, 1.0)
    scale = min(MAX_SCALE, math.sqrt(PIXELS / area))
    full = picture(page, scale)
    plain = _holds_only(page, styles)
    bare = Image.new("RGBX", full.size, (*WHITE, 255)) if plain else _without(page, scale, styles)
    difference = _from_white(full) if plain else strongest(full, bare)
    traces = difference.point([255 if value >= MIN_INK else 0 for value in range(256)])
    return Pictures(scale, full, bare, difference, traces, bare.load(), plain)


def _without(page: Any, scale: float, styles: Sequence[Style]) -> Image.Image:
    set_active(styles, False)
    bare = picture(page, scale)
    set_active(styles, True)
    return bare


def _holds_only(page: Any, styles: Sequence[Style]) -> bool:
    """Whether nothing stands on the page but these text objects: without them it is white, and need not be drawn."""
    count = pdfium.FPDFPage_CountObjects(page)
    if count > len(styles) or pdfium.FPDFPage_GetAnnotCount(page):
        return False
    known = {style.key for style in styles}
    objects = (pdfium.FPDFPage_GetObject(page, index) for index in range(count))
    return all(ctypes.cast(handle, ctypes.c_void_p).value in known for handle in objects)


def set_active(styles: Sequence[Style], active: bool) -> None:
    """Whether the text objects are drawn from now on."""
    for style in styles:
        pdfium.FPDFPageObj_SetIsActive(style.handle, active)


def _from_white(image: Image.Image) -> Image.Image:
    """The largest difference of any channel from white, per pixel."""
    red, green, blue = map(image.getchannel, range(3))
    return ImageChops.invert(ImageChops.darker(ImageChops.darker(red, green), blue))


def strongest(one: Image.Image, other: Image.Image) -> Image.Image:
    """The largest difference of any channel, per pixel."""
    red, green, blue = map(ImageChops.difference(one, other).getchannel, range(3))
    return ImageChops.lighter(ImageChops.lighter(red, green), blue)


def pixels_of(box: tuple[float, float, float, float], pictures: Pictures) -> Box | None:
    """The pixels of a box on the page; None for an empty one."""
    scale = pictures.scale
    x0, y0, x1, y1 = box
    if (x1 - x0) * scale <= LEAST_PIXELS or (y1 - y0) * scale <= LEAST_PIXELS:
        return None
    width, height = pictures.full.size
    left, top = math.floor(x0 * scale), math.floor(y0 * scale)
    right, bottom = math.ceil(x1 * scale), math.ceil(y1 * scale)
    if left < 0 or top < 0 or right > width or bottom > height:
        left, top, right, bottom = max(0, left), max(0, top), min(width, right), min(height, bottom)
    return (left, top, right, bottom) if left < right and top < bottom else None


def peak(image: Image.Image, box: Box) -> int:
    """The brightest pixel of a part of the picture, 0..255."""
    return int(image.crop(box).getextrema()[1])  # type: ignore[arg-type]
