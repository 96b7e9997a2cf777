"""Text made comparable: lower case and without accents, each code point still in its place."""

import unicodedata
from functools import lru_cache

_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−﹘﹣－"), "-")
_QUOTES = {ord("’"): "'", ord("‘"): "'", ord("´"): "'", ord("`"): "'", ord("“"): '"', ord("”"): '"'}
_SPACES = dict.fromkeys(
    map(ord, "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000"), " "
)
_LETTERS = {
    ord("ß"): "s",
    ord("ø"): "o",
    ord("Ø"): "o",
    ord("ł"): "l",
    ord("Ł"): "l",
    ord("đ"): "d",
    ord("Đ"): "d",
    ord("ı"): "i",
}
_PLAIN = {**_DASHES, **_QUOTES, **_SPACES, **_LETTERS}


@lru_cache(maxsize=4096)
def _fold_letter(letter: str) -> str:
    plain = _PLAIN.get(ord(letter))
    if plain is not None:
        return plain
    if "\uac00" <= letter <= "\ud7a3":
        return letter  # a Korean syllable is no letter with accents: its first part alone says nothing
    base = unicodedata.normalize("NFD", letter)[0].lower()
    return base if len(base) == 1 else base[0]


def fold(text: str) -> str:
    """``text`` in lower case without accents; dashes, quotes and spaces become plain ones.

    The result is as long as ``text``, so that an offset into one is an offset into the other.
    """
    if text.isascii():
        return text.lower().replace("`", "'")
    return "".join(_fold_letter(letter) for letter in text)
