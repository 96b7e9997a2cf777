"""Resumes set in small letters throughout: read as if names had their capitals, told as they are written.

Titles, employers, schools and the candidate's name are told from sentences by their capitals. Where a document has
none, it is read from a copy that has them, of equal length, and what is read is put back as the document writes it.
"""

import re
from dataclasses import replace
from typing import Any

from resumes.document import Document
from resumes.parsing.folding import fold
from resumes.parsing.places import is_region
from resumes.parsing.wording import SMALL, VERBS

MOST_CAPITALS = 0.01  # of all letters
FEWEST_LETTERS = 150  # of a document that is judged by its letters
LONGEST_NAMES = 14  # words of a line that may hold names; longer ones are sentences
_WORD = re.compile(r"(?<![\w@./'’-])[^\W\d_][\w'’-]*(?![\w@/]|\.\w)")
# Answers that are no words of the document, or written in one way whatever the document does.
_KEPT = frozenset(("countryCode", "postalCode", "network", "url", "email", "phone", "kind", "language", "level"))


def is_in_small_letters(text: str) -> bool:
    """Whether hardly any letter of ``text`` is a capital."""
    letters = sum(map(str.isalpha, text))
    return letters >= FEWEST_LETTERS and sum(map(str.isupper, text)) <= MOST_CAPITALS * letters


def with_capitals(document: Document) -> Document:
    """``document`` with the words of its short lines capitalised as names are; every offset stays."""
    return replace(document, text="\n".join(map(_capitalised, document.text.split("\n"))))


def _capitalised(line: str) -> str:
    words = _WORD.findall(line)
    tells = not words or len(line.split()) > LONGEST_NAMES or line.rstrip().endswith(".") or fold(words[0]) in VERBS
    count = 1 if tells else 0  # of a sentence the first word alone

    def capital(match: re.Match[str]) -> str:
        word = match.group()
        if match.start() and fold(word) in SMALL:
            return word
        if line[: match.start()].endswith(", ") and len(word) == 2 and is_region(word.upper()):
            return word.upper()
        first = word[0].upper()
        return (first if len(first) == 1 else word[0]) + word[1:]

    return _WORD.sub(capital, line, count=count)


def as_written(value: Any, text: str, key: str = "") -> Any:
    """What was read from the copy, in the letters of ``text`` itself."""
    if isinstance(value, dict):
        return {name: as_written(item, text, name) for name, item in value.items()}
    if isinstance(value, list):
        return [as_written(item, text, key) for item in value]
    if not isinstance(value, str) or not value or key in _KEPT or value in text:
        return value
    at = fold(text).find(fold(value))
    return text[at : at + len(value)] if at >= 0 else value.lower()
