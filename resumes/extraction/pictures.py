"""A page drawn twice, with its text and without: where the pictures differ, text is seen."""

import ctypes
import math
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pypdfium2.raw as pdfium
from PIL import Image, ImageChops

from resumes.extraction.characters import PageText, Style
from resumes.extraction.drawing import grey_picture, picture, size_of

MIN_INK = 20  # of 255: the strongest difference a letter makes on the page
PIXELS = 1_600_000  # of one picture
GREY_ROUNDING = 3  # of 255: by so much a grey may seem to differ more than the colours do
LEAST_PIXELS = 0.3  # wide and high: smaller boxes are empty
MANY_OBJECTS = 1500  # of a page; a full page of text with tables has fewer
MAX_SCALE = 2.0  # pixels a point
WHITE = (255, 255, 255)
Box = tuple[int, int, int, int]  # left, top, right, bottom in pixels


@dataclass(frozen=True, slots=True)
class Look:
    """Where the page with its text differs from the page without."""

    difference: Image.Image
    traces: Image.Image  # 255 where they differ enough to be seen, else 0


class Pictures:
    """The page with its text and without, each picture drawn when it is first asked for while the page is open.

    A glance at grey pictures tells of nearly all letters that they are seen: what differs in grey differs at least
    as much in some colour. Only what that glance misses is looked at in colour, which takes three times as long.
    """

    def __init__(self, page: Any, content: PageText, styles: Sequence[Style]) -> None:
        self._page, self._styles = page, styles
        area = max(content.width * content.height, 1.0)
        self.scale = min(MAX_SCALE, math.sqrt(PIXELS / area))
        self.plain = _holds_only(page, styles)  # there is nothing but text on the page
        self.size = size_of(page, self.scale)
        self._is_drawing = pdfium.FPDFPage_CountObjects(page) > MANY_OBJECTS

    @cached_property
    def glance(self) -> Look:
        """What differs in grey; of a drawing in colour, for it takes longer to draw than its colours to compare."""
        if self._is_drawing:
            return self.sight
        full = grey_picture(self._page, self.scale)
        difference = ImageChops.invert(full) if self.plain else ImageChops.difference(full, self._grey_bare)
        return _look(difference, MIN_INK + GREY_ROUNDING)

    @cached_property
    def sight(self) -> Look:
        """What differs in any colour."""
        return _look(_from_white(self.full) if self.plain else strongest(self.full, self._bare), MIN_INK)

    @cached_property
    def full(self) -> Image.Image:
        """The page as it is (RGBX)."""
        return picture(self._page, self.scale)

    def ground(self, x: int, y: int) -> tuple[int, int, int]:
        """The colour at a pixel of the page without its text."""
        if self.plain or (not self._is_drawing and self._grey_pixels[x, y] == WHITE[0]):
            return WHITE
        red, green, blue = self._pixels[x, y][:3]
        return red, green, blue

    @cached_property
    def _grey_bare(self) -> Image.Image:
        with _taken_off(self._styles):
            return grey_picture(self._page, self.scale)

    @cached_property
    def _bare(self) -> Image.Image:
        with _taken_off(self._styles):
            return picture(self._page, self.scale)

    @cached_property
    def _grey_pixels(self) -> Any:
        return self._grey_bare.load()

    @cached_property
    def _pixels(self) -> Any:
        return self._bare.load()


def _look(difference: Image.Image, least: int) -> Look:
    return Look(difference, difference.point([255 if value >= least else 0 for value in range(256)]))


@contextmanager
def _taken_off(styles: Sequence[Style]) -> Iterator[None]:
    """The page without these text objects."""
    set_active(styles, False)
    try:
        yield
    finally:
        set_active(styles, True)


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
    width, height = pictures.size
    left, top = math.floor(x0 * scale), math.floor(y0 * scale)
    right, bottom = math.ceil(x1 * scale), math.ceil(y1 * scale)
    if left < 0 or top < 0 or right > width or bottom > height:
        left, top, right, bottom = max(0, left), max(0, top), min(width, right), min(height, bottom)
    return (left, top, right, bottom) if left < right and top < bottom else None


def peak(image: Image.Image, box: Box) -> int:
    """The brightest pixel of a part of the picture, 0..255."""
    return int(image.crop(box).getextrema()[1])  # type: ignore[arg-type]
