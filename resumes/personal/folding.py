"""Text made comparable (lower case, no accents, plain marks) with the way back to the original. Pure."""

import re
import unicodedata
from functools import lru_cache

# Letters that Unicode does not take apart, and marks that people write in several ways.
_PLAIN = {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"}
_PLAIN |= dict.fromkeys("‐‑‒–—―−", "-") | dict.fromkeys("’‘´`ʼ", "'")  # noqa: RUF001  (each is meant)
_RUNS = re.compile(r"[\x00-\x7f]+|[^\x00-\x7f]")  # plain letters together, others one at a time
_IGNORED = {"Mn", "Me", "Cf"}  # accents that stand apart, soft hyphens, joiners, spaces of no width


@lru_cache(maxsize=4096)
def _folded_letter(letter: str) -> str:
    plain = "".join(
        part for part in unicodedata.normalize("NFKD", letter) if unicodedata.category(part) not in _IGNORED
    )
    return "".join(_PLAIN.get(part, part) for part in plain.casefold())


def _plain_ascii(text: str) -> str:
    return text.lower().replace("`", "'")


class Folded:
    """``text`` without case, accents and invisible characters; ``back`` gives the place in the original."""

    def __init__(self, original: str) -> None:
        self.original = original
        self._places: list[int] | None = None
        if original.isascii():
            self.text = _plain_ascii(original)
            return
        letters: list[str] = []
        places: list[int] = []
        for run in _RUNS.finditer(original):
            start, end = run.span()
            plain = _plain_ascii(run.group()) if original[start] <= "\x7f" else _folded_letter(run.group())
            letters.append(plain)
            places.extend(range(start, end) if len(plain) == end - start else [start] * len(plain))
        self.text, self._places = "".join(letters), places

    def back(self, start: int, end: int) -> tuple[int, int]:
        """The span of the original behind ``text[start:end]`` (not empty), with the accents that follow it."""
        if self._places is None:
            return start, end
        last = self._places[end - 1] + 1
        while last < len(self.original) and not _folded_letter(self.original[last]):
            last += 1
        return self._places[start], last


def fold(text: str) -> str:
    """The comparable form of ``text`` alone."""
    return Folded(text).text
