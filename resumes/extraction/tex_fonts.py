"""Letters of TeX's bitmap fonts, which say in no table what their codes mean.

Where no outlines are installed, pdfTeX draws a font as pictures (Type 3) without a name and without a
``ToUnicode`` map, and its codes come out as they are: a ligature or a dash as a control character, "ł" as
"ª". The codes are those of TeX's text encoding (T1, "Cork"), or of its companion with symbols (TS1).
"""

import ctypes
from collections import defaultdict
from collections.abc import Sequence
from itertools import chain
from typing import Any

import pypdfium2.raw as pdfium

# From 0x10: quotes, dashes, dotless letters, ligatures; from 0x80 and 0xA0: letters of Central Europe.
_LOW = "“”„«»–—\u200b\u2030ıȷ\ufb00\ufb01\ufb02\ufb03\ufb04"
_HIGH = "ĂĄĆČĎĚĘĞĹĽŁŃŇŊŐŔŘŚŠŞŤŢŰŮŸŹŽŻĲİđ§ăąćčďěęğĺľłńňŋőŕřśšşťţűůÿźžżĳ¡¿£"
_CORK = {
    0x10 + at if at < len(_LOW) else 0x80 + at - len(_LOW): ord(char) for at, char in enumerate(chain(_LOW, _HIGH))
} | {0x27: ord("’"), 0x60: ord("‘"), 0x7F: ord("-"), 0xD7: ord("Œ"), 0xF7: ord("œ"), 0xFF: ord("ß")}
_SYMBOLS = {0x88: ord("•"), 0x84: ord("†"), 0x85: ord("‡"), 0xBF: ord("€")}
_TELLING = frozenset((*range(0x10, 0x20), *range(0x80, 0xA0)))  # controls: no text of another encoding holds them
_LETTERS = frozenset((*range(0x41, 0x5B), *range(0x61, 0x7B)))


def with_tex_letters(codes: list[int], owners: Sequence[int | None]) -> list[int]:
    """The codes, those of nameless fonts that hold control characters read as TeX means them."""
    if _TELLING.isdisjoint(codes):
        return codes
    font_of = {owner: _nameless_font(owner) if owner else 0 for owner in set(owners)}
    used: dict[int, set[int]] = defaultdict(set)
    for code, owner in zip(codes, owners, strict=True):
        used[font_of[owner]].add(code)
    used.pop(0, None)
    if all(_TELLING.isdisjoint(found) for found in used.values()):
        return codes
    tables = {font: _SYMBOLS if _LETTERS.isdisjoint(found) else _CORK for font, found in used.items()}
    tables[0] = {}
    return [tables[font_of[owner]].get(code, code) for code, owner in zip(codes, owners, strict=True)]


def _nameless_font(owner: int) -> int:
    """The address of a text object's font if it has no name, else 0."""
    handle: Any = ctypes.cast(owner, pdfium.FPDF_PAGEOBJECT)
    font = pdfium.FPDFTextObj_GetFont(handle)
    if not font or pdfium.FPDFFont_GetBaseFontName(font, None, 0) > 1:
        return 0
    return ctypes.cast(font, ctypes.c_void_p).value or 0
