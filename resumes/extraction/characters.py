"""The characters of a page as pypdfium2 reports them, in top-left coordinates.

One ``Glyph`` per character with its box, origin, size and the look of the text object it belongs
to. Pure ctypes calls around ``pypdfium2.raw``; nothing here decides about order or visibility.
"""

import ctypes
import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import le
from typing import Any

import pypdfium2.raw as pdfium

from resumes.extraction import limits
from resumes.extraction.character_table import Edges, table_of
from resumes.extraction.tex_fonts import with_tex_letters

Box = tuple[float, float, float, float]  # x0, y0, x1, y1
Colour = tuple[int, int, int, int]  # red, green, blue, alpha: 0..255
BOLD_WEIGHT = 650
BOLD_NAMES = ("bold", "black", "heavy", "demi", "-bd")
FORCE_BOLD = 1 << 18  # bit 19 of a font descriptor's flags
ICON_FONTS = re.compile(
    r"font-?awesome|material-?(?:icons|symbols|design)|ionicons|academicons|icomoon|fontello|typicons|bootstrap-?icons"
    r"|remixicon|glyphicons|marvosym|simple-?line-?icons|themify|devicons?"
)
ICON = "\ue000"  # for a letter of such a font, which is a picture
LATIN = 0x250  # the codes that icons come out as where their font does not say what they are
HYPHEN_MARKS = ("\x02", "\ufffe")  # what pdfium reports for a hyphen at the end of a line


@dataclass(slots=True)
class Style:
    """How one text object is drawn. ``scale`` is the share of its width a glyph really takes."""

    key: int
    size: float
    angle: float  # degrees, clockwise on the page as shown
    bold: bool
    fill: Colour | None
    stroke: Colour | None
    mode: int  # text render mode, 0..7
    squeeze: float  # horizontal over vertical scale
    handle: Any = None
    icons: bool = False  # set in a font of pictures


@dataclass(slots=True)
class Glyph:
    """One character. Boxes are in points with the origin at the top left of the page."""

    char: str
    x0: float
    y0: float
    x1: float
    y1: float
    ink: Box
    origin: tuple[float, float]  # where it stands on its baseline
    style: Style
    hidden: str = ""  # the reason, when a reader of the page cannot see it


@dataclass(slots=True)
class PageText:
    """A page: its size in points and what stands on it; None marks a break between glyphs."""

    width: float
    height: float
    glyphs: list[Glyph | None]
    truncated: bool = False


class PageFrame:
    """Maps PDF user space to top-left points of the page as shown (crop box, rotation, user unit)."""

    def __init__(self, page: Any) -> None:
        self.width = float(pdfium.FPDF_GetPageWidthF(page))
        self.height = float(pdfium.FPDF_GetPageHeightF(page))
        steps = 1_000_000
        origin = self._device(page, steps, 0.0, 0.0)
        right = self._device(page, steps, 1000.0, 0.0)
        up = self._device(page, steps, 0.0, 1000.0)
        scale_x, scale_y = self.width / steps, self.height / steps
        self.e, self.f = origin[0] * scale_x, origin[1] * scale_y
        self.a, self.b = (right[0] - origin[0]) * scale_x / 1000, (right[1] - origin[1]) * scale_y / 1000
        self.c, self.d = (up[0] - origin[0]) * scale_x / 1000, (up[1] - origin[1]) * scale_y / 1000
        self.unit = math.hypot(self.a, self.b) or 1.0

    @staticmethod
    def _device(page: Any, steps: int, x: float, y: float) -> tuple[int, int]:
        out_x, out_y = ctypes.c_int(), ctypes.c_int()
        pdfium.FPDF_PageToDevice(page, 0, 0, steps, steps, 0, x, y, out_x, out_y)
        return out_x.value, out_y.value

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point of user space on the page as shown."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def points(self, xs: Sequence[float], ys: Sequence[float]) -> list[tuple[float, float]]:
        """Many points of user space on the page as shown."""
        return list(zip(*self._moved(xs, ys), strict=True))

    def boxes(self, edges: Edges) -> list[Box]:
        """Many rectangles of user space as (x0, y0, x1, y1) of the page as shown."""
        xa, ya = self._moved(edges.left, edges.top)
        xb, yb = self._moved(edges.right, edges.bottom)
        if all(map(le, xa, xb)) and all(map(le, ya, yb)):
            return list(zip(xa, ya, xb, yb, strict=True))
        return list(zip(map(min, xa, xb), map(min, ya, yb), map(max, xa, xb), map(max, ya, yb), strict=True))

    def _moved(self, xs: Sequence[float], ys: Sequence[float]) -> tuple[list[float], list[float]]:
        a, b, c, d, e, f = self.a, self.b, self.c, self.d, self.e, self.f
        if not b and not c:
            return [a * x + e for x in xs], [d * y + f for y in ys]
        pairs = list(zip(xs, ys, strict=True))
        return [a * x + c * y + e for x, y in pairs], [b * x + d * y + f for x, y in pairs]

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """A rectangle of user space as (x0, y0, x1, y1) of the page as shown."""
        xa, ya = self.point(left, bottom)
        xb, yb = self.point(right, top)
        return min(xa, xb), min(ya, yb), max(xa, xb), max(ya, yb)


def read_page(page: Any, text_page: Any) -> PageText:
    """All characters of an open page in the order of its content."""
    frame = PageFrame(page)
    count = pdfium.FPDFText_CountChars(text_page)
    read = min(max(count, 0), limits.MAX_PAGE_CHARACTERS)
    glyphs = list(_glyphs(text_page, frame, read))
    return PageText(frame.width, frame.height, glyphs, truncated=count > read)


def _glyphs(text_page: Any, frame: PageFrame, count: int) -> Iterator[Glyph | None]:
    table = table_of(text_page, count)
    styles: dict[int, Style] = {}
    codes = with_tex_letters(table.codes, table.owners)
    chars = {code: _char(code) for code in set(codes)}
    boxes, inks = frame.boxes(table.loose), frame.boxes(table.ink)
    origins = frame.points(table.origin_x, table.origin_y)
    finite = table.is_finite()
    pending = 0  # the first half of a surrogate pair
    for index, (code, key, box, ink, origin) in enumerate(zip(codes, table.owners, boxes, inks, origins, strict=True)):
        char = chars[code]
        if 0xD800 <= code < 0xE000:
            if code < 0xDC00:
                pending = code
                continue
            char = chr(0x10000 + ((pending - 0xD800) << 10) + (code - 0xDC00)) if pending else "\ufffd"
        pending = 0
        if char is None or not key:
            yield None
            continue
        style = styles.get(key)
        if style is None:
            style = styles[key] = _style(text_page, index, key, frame)
        if style.icons and code < LATIN:
            char = ICON
        if finite or math.isfinite(sum(box) + sum(ink)):
            yield Glyph(char, *box, ink, origin, style)


def _char(code: int) -> str | None:
    """The character to keep for a code; None where it only parts others."""
    char = chr(code) if code < 0x110000 else "\ufffd"
    if char in HYPHEN_MARKS:
        return "-"
    return None if char.isspace() or char == "\x00" else char


def _style(text_page: Any, index: int, key: int, frame: PageFrame) -> Style:
    """The look of the object that the character at ``index`` belongs to."""
    handle = pdfium.FPDFText_GetTextObject(text_page, index)
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFText_GetMatrix(text_page, index, matrix):
        matrix.a, matrix.d = 1.0, 1.0
    nominal = float(pdfium.FPDFText_GetFontSize(text_page, index)) or 1.0
    height = math.hypot(matrix.c, matrix.d)
    width = math.hypot(matrix.a, matrix.b)
    name, flags = _font(text_page, index)
    x, y = frame.a * matrix.a + frame.c * matrix.b, frame.b * matrix.a + frame.d * matrix.b
    return Style(
        key=key,
        size=abs(nominal) * height * frame.unit,
        angle=math.degrees(math.atan2(y, x)) if (x or y) else 0.0,
        bold=_is_bold(text_page, index, name, flags),
        fill=_colour(text_page, index, pdfium.FPDFText_GetFillColor),
        stroke=_colour(text_page, index, pdfium.FPDFText_GetStrokeColor),
        mode=int(pdfium.FPDFTextObj_GetTextRenderMode(handle)),
        squeeze=width / height if height else 1.0,
        handle=handle,
        icons=ICON_FONTS.search(name) is not None,
    )


def _font(text_page: Any, index: int) -> tuple[str, int]:
    """Name (small letters, without the mark of a subset) and flags of the font at ``index``."""
    flags = ctypes.c_int()
    buffer = ctypes.create_string_buffer(128)
    pdfium.FPDFText_GetFontInfo(text_page, index, buffer, 128, flags)
    return buffer.value.decode("utf-8", "replace").lower().rpartition("+")[2], flags.value


def _is_bold(text_page: Any, index: int, name: str, flags: int) -> bool:
    """By the font's name and flags: pdfium guesses the weight from stem widths, which misleads on serif faces."""
    if flags & FORCE_BOLD or any(word in name for word in BOLD_NAMES) or name.startswith(("cmb", "sfbx")):
        return True
    return not name and pdfium.FPDFText_GetFontWeight(text_page, index) >= BOLD_WEIGHT


def _colour(text_page: Any, index: int, read: Any) -> Colour | None:
    parts = [ctypes.c_uint() for _ in range(4)]
    if not read(text_page, index, *parts):
        return None
    red, green, blue, alpha = (part.value for part in parts)
    return red, green, blue, alpha
