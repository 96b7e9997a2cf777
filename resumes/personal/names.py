"""Finds a person's name in a text, whichever way it is written. Pure."""

import re
from collections.abc import Iterable, Iterator
from itertools import product

from resumes.personal.folding import Folded, fold
from resumes.personal.inflection import InflectedNames
from resumes.personal.lists import MONTHS, PARTICLES, TITLES, WORDS
from resumes.personal.readings import TOKEN, Reader

Span = tuple[int, int]
_DIGRAPHS = {"ä": "a", "ö": "o", "ü": "u", "ø": "o", "å": "a", "æ": "a"}
# Particles that are nobody's name on their own, wherever they stand.
_NEVER_ALONE = frozenset({"st", "y", "e", "und", "and", "the"})
_ENDS_IN_SUFFIX = re.compile(r"[\s,]+(?:jr|sr|ii|iii|iv)\.?$", re.IGNORECASE)


class NameFinder:
    """Finds the words of a person's names in any case, with or without accents, hyphens and blanks.

    Words that are also common ones (``may``, ``will``, whatever ``usual`` holds) count with a capital only, so do
    names of two letters, unless the whole name stands there. A given name and a surname written together
    (``zoehart``) count wherever they stand. A particle counts as a name where it is the given name or the surname.
    """

    def __init__(self, names: Iterable[str], *, usual: frozenset[str] = frozenset()) -> None:
        self.parts: set[str] = set()
        self._with_capital: set[str] = set()
        self._handles: set[str] = set()
        self._together: set[str] = set()
        self._unspaced: set[str] = set()
        self._inside: set[str] = set()
        self._initials: set[str] = set()
        self._before_surname: set[tuple[str, ...]] = set()
        self._whole: list[tuple[frozenset[str], frozenset[str]]] = []
        self._inflected = InflectedNames()
        for name in names:
            words = [word for word in _given_first(name) if fold(word).strip(".") not in TITLES]
            self._learn(words, usual)
        self._telling = sorted(both for both in self._together if len(both) > 6)  # also inside a longer word

    def _learn(self, words: list[str], usual: frozenset[str]) -> None:
        main: list[list[str]] = []
        run: list[str] = []  # particles that stand before the next word of the name
        for place, word in enumerate(words):
            pieces = [piece for piece in re.split(r"[-‐‑–.'’_]+", word) if TOKEN.search(piece)]  # noqa: RUF001
            forms = [fold(piece) for piece in pieces]
            self._inside.update(form if form in PARTICLES else form[0] for form in forms)
            self._inside.update(form[0] for form in forms)
            alone = place in (0, len(words) - 1) and (word[:1].isupper() or all(w.islower() for w in words))
            kept = [piece for piece in pieces if len(fold(piece)) > 1 and _is_a_name(fold(piece), alone)]
            for piece in [*kept, *(_run_together(pieces) if kept else [])]:
                self._learn_part(piece, usual)
            if not kept:
                run = [*run, *forms] if forms and all(form in PARTICLES for form in forms) else []
                continue
            main.append(list(dict.fromkeys(["".join(forms), *(fold(piece) for piece in kept)])))
            self._learn_surname_with(run, main[-1], usual)
            run = []
        self._initials |= {"".join(letters) for letters in _initials(words)}
        if len(main) > 1:
            self._learn_together(main)
        elif main:
            self._handles |= {letters + main[0][0] for letters in self._initials}

    def _learn_surname_with(self, run: list[str], last: list[str], usual: frozenset[str]) -> None:
        """Particles before a word of the name: "de la Tour" is also Latour and delatour."""
        for first in range(len(run)):
            self._before_surname.add(tuple(run[first:]))
            joined = "".join(run[first:]) + last[0]
            if len(joined) > 4:
                self._learn_part(joined, usual)
                last.append(joined)

    def _learn_together(self, main: list[list[str]]) -> None:
        self._together.add("".join(forms[0] for forms in main))
        self._whole.append((frozenset(main[0]), frozenset(main[-1])))
        for first, last in product(main[0], main[-1]):
            self._together |= {first + last, last + first}
            if len(last) > 2:
                self._handles |= {first[0] + last, last + first[0], *(letters + last for letters in self._initials)}

    def _learn_part(self, part: str, usual: frozenset[str]) -> None:
        self._inflected.learn(part)
        for form in _spellings(part):
            if not form.isascii() and not TOKEN.fullmatch(form):
                continue
            if any(_is_unspaced(letter) for letter in form):
                self._unspaced.add(form)
                continue
            self.parts.add(form)
            if len(form) < 3 or form in WORDS or form in MONTHS or form in PARTICLES or form in usual:
                self._with_capital.add(form)

    def spans(self, text: Folded) -> list[Span]:
        """Spans of the folded text that are names; words of one name that stand side by side make one span."""
        reader = Reader(text, self.parts, self._with_capital)
        matches = list(TOKEN.finditer(text.text))
        found = {m.span() for m in matches if self._is_name(reader, m)}
        found |= reader.whole_names([m for m in matches if m.group() in self.parts], self._whole)
        for form in self._unspaced:
            found |= {(m.start(), m.end()) for m in re.finditer(re.escape(form), text.text)}
        return self._joined(text, sorted(found))

    def is_whole(self, words: str) -> bool:
        """True where folded words hold more than one word of a name."""
        tokens = {token for token in TOKEN.findall(words) if len(token) > 1}
        return len(tokens) > 1 or any(both in token for token in tokens for both in self._together)

    def _is_name(self, reader: Reader, match: re.Match[str]) -> bool:
        word = match.group()
        if word in self.parts:
            return word not in self._with_capital or reader.is_name_by_its_capital(match)
        if word in self._together or (len(word) > 6 and any(both in word for both in self._telling)):
            return True
        if word in self._handles:
            return reader.is_handle(match)
        return self._inflected.has(word) and not reader.is_in_lower_case(match)

    def _joined(self, text: Folded, found: list[Span]) -> list[Span]:
        joined: list[Span] = []
        for start, end in found:
            if joined and start <= joined[-1][1]:
                joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
            elif joined and self._between(text.text[joined[-1][1] : start]):
                joined[-1] = (joined[-1][0], end)
            else:
                joined.append((self._with_initials(text, start), end))
        return [(start, self._with_initials_behind(text.text, end)) for start, end in joined]

    def _between(self, gap: str) -> bool:
        words = TOKEN.findall(gap)
        if len(gap) > 12 or not re.fullmatch(r"(?:[^\W\d_]|[ \t.,'-])*", gap):
            return False
        return all(word in self._inside for word in words) and (bool(words) or not re.search(r"\.\s", gap))

    def _with_initials(self, text: Folded, start: int) -> int:
        """Where the name begins when particles and initials stand before it: "Z. Hart", "J.-L. de la Tour"."""
        for run in sorted(self._before_surname, key=len, reverse=True):
            if found := re.search(rf"(?<![^\W_]){'[ -]'.join(run)}[ \u00a0]$", text.text[max(0, start - 24) : start]):
                start -= len(found.group())
                break
        while found := re.search(r"(?<![^\W_])([^\W\d_])(?:\.[\s-]{0,2}|')$", text.text[max(0, start - 5) : start]):
            if found.group(1) not in self._inside:
                break
            start -= len(found.group())
        found = re.search(r"(?<![^\W_])([^\W\d_]{1,4})[ \u00a0]$", text.text[max(0, start - 6) : start])
        if found and found.group(1) in self._initials:
            begin = start - len(found.group())
            if text.original[slice(*text.back(begin, begin + len(found.group(1))))].isupper():
                return begin
        return start

    def _with_initials_behind(self, text: str, end: int) -> int:
        """Where the name ends when initials stand behind it: "Smith, J.R."."""
        found = re.match(r",?[ \u00a0]((?:[^\W\d_]\.[ -]?)+)", text[end : end + 16])
        if not found or any(letter not in self._inside for letter in TOKEN.findall(found.group(1))):
            return end
        return end + len(found.group().rstrip(" -"))

    def in_identifier(self, value: str) -> bool:
        """True where an id holds a name: ids know no capitals, and a run of hexadecimal digits is no name."""
        letters = _letters(value)
        if any(token in known and len(token) > 2 for token in letters for known in (self.parts, self._together)):
            return True
        return not self._handles.isdisjoint(letters) or self._runs_through(letters)

    def whole_in_identifier(self, value: str) -> bool:
        """True where an id holds more than one word of a name: one alone may be anybody's."""
        letters = _letters(value)
        return len({token for token in letters if token in self.parts and len(token) > 1}) > 1 or (
            not self._together.isdisjoint(letters) or self._runs_through(letters)
        )

    def _runs_through(self, letters: list[str]) -> bool:
        whole = "".join(letters)
        return any(len(both) > 5 and both in whole for both in (*self._together, *self._unspaced))


def _given_first(name: str) -> list[str]:
    """The words of a name, a surname that a comma sets before the given name put behind it."""
    before, comma, after = _ENDS_IN_SUFFIX.sub("", name).partition(",")
    said = [[word for word in re.split(r"[\s,;/()]+", part) if word] for part in (before, after)]
    return [*said[1], *said[0]] if comma and said[1] else said[0]


def _initials(words: list[str]) -> Iterator[list[str]]:
    """Initials of the words before the last: of each word, and of each piece of it; particles have none."""
    given = [fold(word) for word in words[:-1] if fold(word) not in PARTICLES]
    yield [word[0] for word in given if word[:1].isalpha()]
    yield [token[0] for word in given for token in TOKEN.findall(word)]


def _is_a_name(form: str, alone: bool) -> bool:
    """A particle is a name where it stands first or last: Ben, Van Morrison, Priya Das."""
    return form not in PARTICLES or (alone and form not in _NEVER_ALONE)


def _run_together(pieces: list[str]) -> list[str]:
    """Neighbouring pieces of a word without their hyphens and apostrophes: O'Neill is also Oneill."""
    size = len(pieces)
    return ["".join(pieces[first:last]) for first in range(size) for last in range(first + 2, size + 1)]


def _is_unspaced(letter: str) -> bool:
    """True for scripts that part words by no blank, or hang endings on them: Chinese, Japanese, Korean, Thai, Lao,
    Burmese, Khmer."""
    code = ord(letter)
    return code >= 0x2E80 or any(low <= code <= high for low, high in _WITHOUT_BLANKS)


_WITHOUT_BLANKS = ((0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1100, 0x11FF), (0x1780, 0x17FF))


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
