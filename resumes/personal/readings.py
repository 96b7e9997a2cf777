"""Tells, from where a word stands, whether it is a name or the word that it also is. Pure."""

import re
from collections.abc import Iterable
from itertools import pairwise

from resumes.personal.folding import Folded
from resumes.personal.lists import MONTHS, TITLES

Span = tuple[int, int]
TOKEN = re.compile(r"[^\W\d_]+")
_MONTH = rf"(?:{'|'.join(sorted(MONTHS, key=len, reverse=True))})"
_DATE_BEHIND = re.compile(
    rf"[.,]?[ \u00a0]{{0,2}}'?\d{{1,4}}(?!\d)|\.?[ \u00a0]?(?:[-/]|to\b|until\b)[ \u00a0]?(?:{_MONTH}\b|\d|present|now)"
)
_DATE_BEFORE = re.compile(
    r"(?<![\d-])\d{1,2}(?:st|nd|rd|th|\.)?[ \u00a0./-]{0,2}$"
    r"|(?:^|\W)(?:in|since|until|till|during|early|mid|late|last|next|every)[ -]$"
)
_SLUG_GAP = re.compile(r"[-_.+]|%20")  # what parts the words of a name in an address or a file's name
_BLANK_GAP = re.compile(r"[ \t\u00a0]{1,2}\n?[ \t]{0,2}|\n[ \t]{0,2}")
LONGEST_NAME = 8  # words; a name repeated over a page is looked through word by word
_CHUNK_MARKS = re.compile(r"[/_@.\\=?#%\d]")


class Reader:
    """One text, read for words that are ``parts`` of a name; ``with_capital`` are those that are words as well."""

    def __init__(self, text: Folded, parts: set[str], with_capital: set[str]) -> None:
        self._text, self._parts, self._with_capital = text, parts, with_capital

    def has_capital(self, match: re.Match[str]) -> bool:
        """True where the word is written with a capital."""
        return self._first_letter(match).isupper()

    def is_in_lower_case(self, match: re.Match[str]) -> bool:
        """True where the word has no capital though its script has capitals."""
        return self._first_letter(match).islower()

    def _first_letter(self, match: re.Match[str]) -> str:
        return self._text.original[self._text.back(*match.span())[0]]

    def is_handle(self, match: re.Match[str]) -> bool:
        """True where what stands around it says that the word is an account or part of an address."""
        text = self._text.text
        around = text[max(0, match.start() - 1) : match.start()], text[match.end() : match.end() + 1]
        return any(mark and (mark in "@/_.-" or mark.isdigit()) for mark in around)

    def is_name_by_its_capital(self, match: re.Match[str]) -> bool:
        """True where a word that is both is written as a name: not a month in a date, not a part of "Long-term" or
        "PRINCE2"."""
        if not self.has_capital(match):
            return False
        if self._follows_a_part(match):
            return True
        return not (self._is_month(match) or self._is_in_a_word(match))

    def whole_names(
        self, matches: list[re.Match[str]], names: Iterable[tuple[frozenset[str], frozenset[str]]]
    ) -> set[Span]:
        """Spans of words that count, though in lower case, because the whole name stands there.

        ``matches`` are the words of the text that are parts, ``names`` the forms of given name and surname of each.
        Words that hyphens, dots or the like join make a name in either order, words that blanks part in this one.
        """
        found: set[Span] = set()
        run: list[re.Match[str]] = []
        for match in matches:
            if run and not self._are_joined(run[-1], match):
                found |= _named(run, names)
                run = []
            run.append(match)
        return found | _named(run, names)

    def _are_joined(self, left: re.Match[str], right: re.Match[str]) -> bool:
        gap = self._text.text[left.end() : right.start()]
        return bool(_SLUG_GAP.fullmatch(gap) or _BLANK_GAP.fullmatch(gap))

    def _follows_a_part(self, match: re.Match[str]) -> bool:
        """True where another part of the name, with a capital, stands before it: "Chen May 2020"."""
        text = self._text.text
        before = re.search(r"(?<![^\W\d_])([^\W\d_]+)[ \u00a0]$", text[max(0, match.start() - 40) : match.start()])
        if before is None or before.group(1) not in self._parts or before.group(1) == match.group():
            return False
        first = match.start() - len(before.group())
        return self._text.original[self._text.back(first, first + 1)[0]].isupper()

    def _is_month(self, match: re.Match[str]) -> bool:
        if match.group() not in MONTHS:
            return False
        text = self._text.text
        behind = _DATE_BEHIND.match(text, match.end())
        return bool(behind or _DATE_BEFORE.search(text[max(0, match.start() - 8) : match.start()]))

    def _is_in_a_word(self, match: re.Match[str]) -> bool:
        """True for a part of a compound or of a name with figures; addresses and names of files are none."""
        text, (start, end) = self._text.text, match.span()
        if text[end : end + 1].isdigit():
            return not _CHUNK_MARKS.search(self._chunk(start, end).replace(match.group(), "").rstrip("0123456789"))
        neighbours = (
            re.search(r"([^\W\d_]+)-$", text[max(0, start - 30) : start]),
            re.match(r"-([^\W\d_]+)", text[end : end + 30]),
        )
        words = [found.group(1) for found in neighbours if found]
        return (
            bool(words)
            and not any(word in self._parts or word in TITLES for word in words)
            and not _CHUNK_MARKS.search(self._chunk(start, end).rstrip(".,;:!?)"))
        )

    def _chunk(self, start: int, end: int) -> str:
        """What stands around a word without a blank."""
        text = self._text.text
        before = re.search(r"\S*$", text[max(0, start - 80) : start])
        behind = re.match(r"\S*", text[end : end + 80])
        return (before.group() if before else "") + text[start:end] + (behind.group() if behind else "")


def _named(run: list[re.Match[str]], names: Iterable[tuple[frozenset[str], frozenset[str]]]) -> set[Span]:
    """The spans of the whole names in a run of neighbouring parts."""
    found: set[Span] = set()
    for start, left in enumerate(run):
        for end in range(start + 1, min(start + LONGEST_NAME, len(run))):
            first, last = left.group(), run[end].group()
            in_order = any(first in given and last in surname for given, surname in names)
            turned = any(last in given and first in surname for given, surname in names)
            if in_order or (turned and _is_slug(run[start : end + 1])):
                found |= {match.span() for match in run[start : end + 1]}
                break
    return found


def _is_slug(run: list[re.Match[str]]) -> bool:
    text = run[0].string
    return all(_SLUG_GAP.fullmatch(text[a.end() : b.start()]) for a, b in pairwise(run))
