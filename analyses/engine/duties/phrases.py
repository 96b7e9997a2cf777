"""A small language of phrases, and where a text says them.

A phrase is a row of elements, all of which must stand within :data:`WINDOW` words of each other, in any order; with
a ``>`` between them each must follow the one before within :data:`GAP` words. An element is one or more alternatives
joined by ``|``, each of them

- a word (``audit``; its plural counts too),
- the forms of a verb (``plan~``: plan, plans, planned, planning),
- words that begin alike (``forecast*``),
- words that follow each other (``in_charge_of``),
- or a group that the table names (``{people}``).
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

WINDOW = 10  # words: what lies further apart in a line is seldom said of one thing
GAP = 3  # words between a verb and what it is said of: "led a small night team"
MOST_SEEN = 20_000  # words whose meaning in a table is remembered
MAX_WORDS = 160  # of a line that are looked at
_WORD = re.compile(r"[^\W_]+(?:[&+#][^\W_]*)*")

Token = tuple[str, int, int]  # a word in lower case, and where it stands
Stretch = tuple[int, int]  # first word and one past the last, by number
Said = Mapping[str, Sequence[Stretch]]  # by element, where a text says it


class PhraseError(ValueError):
    """A table that cannot be read; says which line."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Elements that must all be said near each other."""

    elements: tuple[str, ...]
    by_heading: bool = False  # only a line that heads a position or studies says it
    in_order: bool = False
    only_asks: bool = False
    reach: int = WINDOW  # words within which all of them must stand


def tokens(text: str) -> list[Token]:
    """The words of a text in lower case, with their places; at most :data:`MAX_WORDS`."""
    found = []
    for match in _WORD.finditer(text):
        found.append((match.group().casefold(), *match.span()))
        if len(found) >= MAX_WORDS:
            break
    return found


@lru_cache(maxsize=8192)
def singular(word: str) -> str:
    """A word without the ending of a plural."""
    if len(word) < 4 or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") else word


@lru_cache(maxsize=2048)
def verb_forms(verb: str) -> frozenset[str]:
    """The regular forms of an English verb, as they are compared (without a plural's ending)."""
    root = verb[:-1] if verb.endswith("e") else verb
    found = {verb, f"{verb}es", f"{root}ed", f"{root}ing"}
    if verb.endswith("y"):
        found |= {f"{verb[:-1]}ied", f"{verb[:-1]}ies"}
    if re.search(r"[^aeiou][aeiou][bdglmnprt]$", verb):
        found |= {f"{verb}{verb[-1]}ed", f"{verb}{verb[-1]}ing"}
    return frozenset(singular(form) for form in found)


class Lexicon:
    """The words of all elements of a table, to be looked for in one pass over a text."""

    def __init__(self, groups: Mapping[str, Sequence[str]]) -> None:
        """``groups`` maps names to alternatives. Raises PhraseError for one that names an unknown group."""
        self._groups = groups
        self._known: set[str] = set()
        self._exact: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        self._begins: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        self._seen: dict[str, tuple[tuple[tuple[str, ...], str], ...]] = {}  # what a word opens, looked up once

    def add(self, element: str) -> None:
        """Look for an element from now on. Raises PhraseError for an unknown group."""
        if element in self._known:
            return
        self._known.add(element)
        self._seen.clear()
        for row in self._rows(element):
            first = row[0]
            if first.endswith("*"):
                self._begins.setdefault(first[:-1], []).append((row, element))
            else:
                forms = verb_forms(first[:-1]) if first.endswith("~") else {singular(first)}
                for form in forms:
                    self._exact.setdefault(form, []).append((row, element))

    def _rows(self, element: str) -> Iterable[tuple[str, ...]]:
        for choice in element.split("|"):
            if choice.startswith("{"):
                if choice not in self._groups:
                    raise PhraseError(f"No group is called {choice}.")
                for word in self._groups[choice]:
                    yield from self._rows(word)
            elif choice:
                yield tuple(choice.split("_"))

    def only(self, elements: Iterable[str]) -> "Lexicon":
        """A lexicon of some of the elements, which is quicker where many texts are looked through for a few."""
        found = Lexicon(self._groups)
        for element in elements:
            found.add(element)
        return found

    def said(self, words: Sequence[Token]) -> dict[str, list[Stretch]]:
        """Where a text says each element that it says at all."""
        found: dict[str, list[Stretch]] = {}
        for at, (word, _, _) in enumerate(words):
            for row, element in self._opened_by(word):
                if len(row) == 1 or _goes_on(row, words, at):
                    found.setdefault(element, []).append((at, at + len(row)))
        return found

    def _opened_by(self, word: str) -> Sequence[tuple[tuple[str, ...], str]]:
        if word not in self._seen:
            found = list(self._exact.get(singular(word), ()))
            for length in range(2, len(word) + 1):
                found += self._begins.get(word[:length], ())
            if len(self._seen) >= MOST_SEEN:
                self._seen.clear()
            self._seen[word] = tuple(found)
        return self._seen[word]


def _goes_on(row: Sequence[str], words: Sequence[Token], at: int) -> bool:
    if at + len(row) > len(words):
        return False
    return all(_is_form(row[step], words[at + step][0]) for step in range(1, len(row)))


@lru_cache(maxsize=8192)
def _is_form(pattern: str, word: str) -> bool:
    if pattern.endswith("*"):
        return word.startswith(pattern[:-1])
    if pattern.endswith("~"):
        return singular(word) in verb_forms(pattern[:-1])
    return singular(word) == singular(pattern)


def place_of(phrase: Phrase, said: Said) -> frozenset[int] | None:
    """The numbers of the words by which a text says a phrase; None where it does not."""
    rows = [said.get(element) for element in phrase.elements]
    if not all(rows):
        return None
    if phrase.in_order:
        return _in_order([row or () for row in rows])
    best: frozenset[int] | None = None
    for start, stop in rows[0] or ():
        taken = set(range(start, stop))
        for row in rows[1:]:
            free = [s for s in row or () if not taken & set(range(*s))]
            if not free:
                break
            near = min(free, key=lambda s: (abs(s[0] - start), s))
            taken |= set(range(*near))
        else:
            if max(taken) - min(taken) < phrase.reach and (
                best is None or max(taken) - min(taken) < max(best) - min(best)
            ):
                best = frozenset(taken)
    return best


def _in_order(rows: Sequence[Sequence[Stretch]]) -> frozenset[int] | None:
    for start, stop in rows[0]:
        taken, end = set(range(start, stop)), stop
        for row in rows[1:]:
            following = next((s for s in row if end <= s[0] <= end + GAP), None)
            if following is None:
                break
            taken |= set(range(*following))
            end = following[1]
        else:
            return frozenset(taken)
    return None
