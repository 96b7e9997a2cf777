"""Finds a person's name in a text, whichever way it is written. Pure."""

import re
from collections.abc import Iterable, Iterator
from itertools import product
from pathlib import Path

from resumes.personal.folding import Folded, fold

Span = tuple[int, int]
TOKEN = re.compile(r"[^\W\d_]+")


def _sections() -> dict[str, frozenset[str]]:
    text = (Path(__file__).parent / "words.txt").read_text(encoding="utf-8")
    parts = re.split(r"\[(\w+)\]", text)[1:]
    return {name: frozenset(words.split()) for name, words in zip(parts[::2], parts[1::2], strict=True)}


_LISTS = _sections()
_PARTICLES, _TITLES = _LISTS["particles"], _LISTS["titles"]
# Given names and surnames that are words, too: replaced only where they are written with a capital.
WORDS = _LISTS["words"]
_DIGRAPHS = {"ä": "a", "ö": "o", "ü": "u", "ø": "o", "å": "a", "æ": "a"}


class NameFinder:
    """Finds the words of a person's names in any case, with or without accents, hyphens and blanks.

    Words that are also common ones (``may``, ``will``, whatever ``usual`` holds) count with a capital only, so do
    names of two letters. A given name and a surname written together (``zoehart``) count wherever they stand.
    """

    def __init__(self, names: Iterable[str], *, usual: frozenset[str] = frozenset()) -> None:
        self.parts: set[str] = set()
        self._with_capital: set[str] = set()
        self._handles: set[str] = set()
        self._together: set[str] = set()
        self._unspaced: set[str] = set()
        self._inside: set[str] = set()
        for name in names:
            self._learn([word for word in re.split(r"[\s,;/()]+", name) if fold(word).strip(".") not in _TITLES], usual)
        self._telling = sorted(both for both in self._together if len(both) > 6)  # also inside a longer word

    def _learn(self, words: list[str], usual: frozenset[str]) -> None:
        main: list[list[str]] = []
        for word in words:
            pieces = [piece for piece in re.split(r"[-‐‑–.'’_]+", word) if TOKEN.search(piece)]  # noqa: RUF001
            forms = [fold(piece) for piece in pieces]
            self._inside.update(form if form in _PARTICLES else form[0] for form in forms)
            kept = [piece for piece in pieces if len(fold(piece)) > 1 and fold(piece) not in _PARTICLES]
            for piece in [*kept, *(["".join(pieces)] if len(pieces) > 1 and kept else [])]:
                self._learn_part(piece, usual)
            if kept:
                main.append(["".join(forms), *(fold(piece) for piece in kept)])
        if len(main) > 1:
            self._together.add("".join(forms[0] for forms in main))
            for first, last in product(main[0], main[-1]):
                self._together |= {first + last, last + first}
                if len(last) > 2:
                    self._handles |= {first[0] + last, last + first[0]}

    def _learn_part(self, part: str, usual: frozenset[str]) -> None:
        for form in _spellings(part):
            if not form.isascii() and not TOKEN.fullmatch(form):
                continue
            if any(ord(letter) >= 0x2E80 for letter in form):
                self._unspaced.add(form)
                continue
            self.parts.add(form)
            if len(form) < 3 or form in WORDS or form in usual:
                self._with_capital.add(form)

    def spans(self, text: Folded) -> list[Span]:
        """Spans of the folded text that are names; words of one name that stand side by side make one span."""
        found = [(m.start(), m.end()) for m in TOKEN.finditer(text.text) if self._is_name(text, m)]
        for form in self._unspaced:
            found += [(m.start(), m.end()) for m in re.finditer(re.escape(form), text.text)]
        return self._joined(text.text, sorted(found))

    def is_whole(self, words: str) -> bool:
        """True where folded words hold more than one word of a name."""
        tokens = {token for token in TOKEN.findall(words) if len(token) > 1}
        return len(tokens) > 1 or any(both in token for token in tokens for both in self._together)

    def _is_name(self, text: Folded, match: re.Match[str]) -> bool:
        word = match.group()
        if word in self.parts:
            return word not in self._with_capital or text.original[text.back(*match.span())[0]].isupper()
        if word in self._together or (len(word) > 6 and any(both in word for both in self._telling)):
            return True
        if word in self._handles:
            around = text.text[max(0, match.start() - 1) : match.start()], text.text[match.end() : match.end() + 1]
            return any(mark and (mark in "@/_.-" or mark.isdigit()) for mark in around)
        return False

    def _joined(self, text: str, found: list[Span]) -> list[Span]:
        joined: list[Span] = []
        for start, end in found:
            if joined and self._between(text[joined[-1][1] : start]):
                joined[-1] = (joined[-1][0], end)
            else:
                joined.append((self._with_initials(text, start), end))
        return joined

    def _between(self, gap: str) -> bool:
        words = TOKEN.findall(gap)
        if len(gap) > 12 or not re.fullmatch(r"(?:[^\W\d_]|[ \t.,'-])*", gap):
            return False
        return all(word in self._inside for word in words) and (bool(words) or not re.search(r"\.\s", gap))

    def _with_initials(self, text: str, start: int) -> int:
        """Where the name begins when initials stand before it: "Z. Hart", "O'Brien"."""
        while found := re.search(r"(?<![^\W_])([^\W\d_])(?:\.\s?|')$", text[max(0, start - 4) : start]):
            if found.group(1) not in self._inside:
                break
            start -= len(found.group())
        return start

    def in_identifier(self, value: str) -> bool:
        """True where an id holds a name: ids know no capitals, and a run of hexadecimal digits is no name."""
        letters = _letters(value)
        if any(token in known and len(token) > 2 for token in letters for known in (self.parts, self._together)):
            return True
        return not self._handles.isdisjoint(letters) or self._run_together(letters)

    def whole_in_identifier(self, value: str) -> bool:
        """True where an id holds more than one word of a name: one alone may be anybody's."""
        letters = _letters(value)
        return len({token for token in letters if token in self.parts and len(token) > 1}) > 1 or (
            not self._together.isdisjoint(letters) or self._run_together(letters)
        )

    def _run_together(self, letters: list[str]) -> bool:
        whole = "".join(letters)
        return any(len(both) > 5 and both in whole for both in (*self._together, *self._unspaced))


def _letters(value: str) -> list[str]:
    """The words of an id, but for those that are hexadecimal digits."""
    words = [word for word in re.split(r"[\W_]+", fold(value)) if not re.fullmatch(r"[0-9a-f]{8,}", word)]
    return [token for word in words for token in TOKEN.findall(word)]


def usual_words(text: str) -> frozenset[str]:
    """Words that a text writes in lower case: there they are words, whatever else they may be."""
    return frozenset(token for token in TOKEN.findall(text) if token.islower())


def _spellings(part: str) -> Iterator[str]:
    """Folded spellings of a word of a name: Müller is also Mueller, and Mueller Muller."""
    choices: list[tuple[str, ...]] = []
    for letter in part.lower():
        plain = fold(letter)
        choices.append((plain, f"{_DIGRAPHS[letter]}e") if letter in _DIGRAPHS else (plain,))
    spelt = {"".join(letters) for letters in product(*choices)} if len(part) < 40 else {fold(part)}
    for form in sorted(spelt):
        yield form
        if len(form) > 4 and re.search("[aou]e", form):
            yield re.sub("([aou])e", r"\1", form)
