"""Text made comparable: lower case and without accents, each code point still in its place."""

import unicodedata

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


def _fold_letter(letter: str) -> str:
    if "\uac00" <= letter <= "\ud7a3":
        return letter  # a Korean syllable is no letter with accents: its first part alone says nothing
    base = unicodedata.normalize("NFD", letter)[0].lower()
    return base if len(base) == 1 else base[0]


class _Letters(dict[int, str]):
    """The folded letter of each code met so far, for ``str.translate``."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _fold_letter(chr(code))
        return folded


_FOLDED = _Letters(_PLAIN)


def fold(text: str) -> str:
    """``text`` in lower case without accents; dashes, quotes and spaces become plain ones.

    The result is as long as ``text``, so that an offset into one is an offset into the other.
    """
    if text.isascii():
        return text.lower().replace("`", "'")
    return text.translate(_FOLDED)
