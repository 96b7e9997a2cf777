"""What pypdfium2 says of all characters of a page, in tables."""

import ctypes
import math
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import repeat
from typing import Any

import pypdfium2.raw as pdfium

from resumes.extraction.bulk import INDEX, POINTER, address_of, fill, plain

_unicode = plain(pdfium.FPDFText_GetUnicode, ctypes.c_uint, POINTER, INDEX)
_text_object = plain(pdfium.FPDFText_GetTextObject, POINTER, POINTER, INDEX)
_loose_box = plain(pdfium.FPDFText_GetLooseCharBox, ctypes.c_int, POINTER, INDEX, POINTER)
_ink_box = plain(pdfium.FPDFText_GetCharBox, ctypes.c_int, POINTER, INDEX, *[POINTER] * 4)
_origin = plain(pdfium.FPDFText_GetCharOrigin, ctypes.c_int, POINTER, INDEX, *[POINTER] * 2)


@dataclass(frozen=True, slots=True)
class Edges:
    """Boxes in user space, one number an edge and character."""

    left: Sequence[float]
    bottom: Sequence[float]
    right: Sequence[float]
    top: Sequence[float]


@dataclass(frozen=True, slots=True)
class CharacterTable:
    """What the file says of each character, by its index.

    ``codes`` are UTF-16 units; ``owners`` the addresses of the text objects (None for breaks that the
    library put in); ``loose`` boxes are those of the line, ``ink`` those of the letter's shape.
    """

    codes: list[int]
    owners: list[int | None]
    loose: Edges
    ink: Edges
    origin_x: Sequence[float]
    origin_y: Sequence[float]

    def is_finite(self) -> bool:
        """Whether all boxes are real places."""
        edges = (getattr(box, name) for box in (self.loose, self.ink) for name in ("left", "bottom", "right", "top"))
        return math.isfinite(sum(map(sum, edges)))


def table_of(text_page: Any, count: int) -> CharacterTable:
    """The first ``count`` characters of a text page."""
    handle = address_of(text_page)
    loose, ink, origin = array("f", bytes(16 * count)), array("d", bytes(32 * count)), array("d", bytes(16 * count))
    fill(_loose_box, loose, 4, (0,), repeat(handle), range(count))
    fill(_ink_box, ink, 4, (0, 1, 2, 3), repeat(handle), range(count))
    fill(_origin, origin, 2, (0, 1), repeat(handle), range(count))
    return CharacterTable(
        codes=list(map(_unicode, repeat(handle), range(count))),
        owners=list(map(_text_object, repeat(handle), range(count))),
        # The library's orders: left, top, right, bottom of a loose box; left, right, bottom, top of the other.
        loose=Edges(loose[0::4], loose[3::4], loose[2::4], loose[1::4]),
        ink=Edges(ink[0::4], ink[2::4], ink[1::4], ink[3::4]),
        origin_x=origin[0::2],
        origin_y=origin[1::2],
    )
