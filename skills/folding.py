"""Folds a text to the form that skills are looked up in, keeping the way back to its code points.

Lower case, NFKC, one space for every run of spaces, hyphens and single line breaks; everything else as it is.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_RUN = re.compile(r"[ \t\u00a0\-_]*\n[ \t\u00a0\-_]*|[ \t\u00a0\-_]+")
_APOSTROPHES = "\u2018\u2019\u02bc`\u00b4"
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2212"
_NOTHING = "\u00ad\u200b\u200c\u200d\u2060\ufeff"  # soft hyphen and characters without width


@dataclass(frozen=True, slots=True)
class Folded:
    """``text`` is folded; ``origin[i]`` is the code point of the source that ``text[i]`` came from."""

    text: str
    origin: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Source span of ``text[start:end]`` (not empty)."""
        return self.origin[start], self.origin[end - 1] + 1


@lru_cache(maxsize=4096)
def _fold_character(character: str) -> str:
    if character in _APOSTROPHES:
        return "'"
    if character in _DASHES:
        return "-"
    if character in _NOTHING:
        return ""
    return unicodedata.normalize("NFKC", character).lower()


def fold(text: str) -> Folded:
    """The folded text with its way back. Two line breaks in a row stay apart, so nothing matches over a blank line."""
    pieces: list[str] = []
    origin: list[int] = []
    if text.isascii():
        lowered = text.lower()
        positions: list[int] | range = range(len(text))
    else:
        characters: list[str] = []
        where: list[int] = []
        for index, character in enumerate(text):
            folded = _fold_character(character)
            characters.append(folded)
            where += [index] * len(folded)
        lowered, positions = "".join(characters), where
    at = 0
    for run in _RUN.finditer(lowered):
        pieces.append(lowered[at : run.start()])
        origin += positions[at : run.start()]
        # A line break is kept as one, so that a match over it can be told from one within a line.
        pieces.append("\n" if "\n" in run.group() else " ")
        origin.append(positions[run.start()])
        at = run.end()
    pieces.append(lowered[at:])
    origin += positions[at:]
    return Folded("".join(pieces), tuple(origin))


def fold_surface(text: str) -> str:
    """A skill's name or alias, folded the same way."""
    return fold(text.strip()).text
