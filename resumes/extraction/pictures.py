"""A page drawn twice, with its text and without: where the pictures differ, text is seen."""

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
MAX_SCALE = 2.0  # pixels a point
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


def draw(page: Any, content: PageText, styles: Sequence[Style]) -> Pictures:
    """The page with and without the text objects that have these styles."""
    area = max(content.width * content.height, 1.0)
    scale = min(MAX_SCALE, math.sqrt(PIXELS / area))
    full = picture(page, scale)
    set_active(styles, False)
    bare = picture(page, scale)
    set_active(styles, True)
    difference = strongest(full, bare)
    traces = difference.point([255 if value >= MIN_INK else 0 for value in range(256)])
    return Pictures(scale, full, bare, difference, traces, bare.load())


def set_active(styles: Sequence[Style], active: bool) -> None:
    """Whether the text objects are drawn from now on."""
    for style in styles:
        pdfium.FPDFPageObj_SetIsActive(style.handle, active)


def strongest(one: Image.Image, other: Image.Image) -> Image.Image:
    """The largest difference of any channel, per pixel."""
    red, green, blue = ImageChops.difference(one, other).split()
    return ImageChops.lighter(ImageChops.lighter(red, green), blue)


def pixels_of(box: tuple[float, float, float, float], pictures: Pictures) -> Box | None:
    """The pixels of a box on the page; None for an empty one."""
    scale = pictures.scale
    x0, y0, x1, y1 = box[0] * scale, box[1] * scale, box[2] * scale, box[3] * scale
    if x1 - x0 <= 0.3 or y1 - y0 <= 0.3:
        return None
    width, height = pictures.full.size
    pixels = (
        max(0, math.floor(x0)),
        max(0, math.floor(y0)),
        min(width, math.ceil(x1)),
        min(height, math.ceil(y1)),
    )
    return pixels if pixels[0] < pixels[2] and pixels[1] < pixels[3] else None


def peak(image: Image.Image, box: Box) -> int:
    """The brightest pixel of a part of the picture, 0..255."""
    return int(image.crop(box).getextrema()[1])  # type: ignore[arg-type]
