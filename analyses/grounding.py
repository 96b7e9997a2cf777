"""Whether a text that a language model wrote says more than the lines it was given. Pure.

Nobody can prove that a sentence follows from others without understanding both. What can be told is what an invented
claim nearly always carries: a name or a number that stands nowhere in the lines. Where one does, the built-in answer
stands; an answer that is refused for nothing costs nothing but its wording.
"""

import re
from collections.abc import Iterable

from resumes.parsing.folding import fold

# Sentences may begin with these though no line holds them; any other capital is taken for a name.
_OPENERS = frozenset(
    [
        "a",
        "an",
        "the",
        "this",
        "that",
        "these",
        "those",
        "it",
        "its",
        "he",
        "she",
        "they",
        "her",
        "his",
        "their",
        "them",
        "him",
        "who",
        "which",
        "what",
        "when",
        "where",
        "how",
        "why",
        "yes",
        "no",
        "not",
        "none",
        "nothing",
        "according",
        "based",
        "in",
        "on",
        "at",
        "for",
        "from",
        "with",
        "without",
        "by",
        "as",
        "to",
        "of",
        "and",
        "or",
        "but",
        "so",
        "also",
        "both",
        "each",
        "all",
        "some",
        "several",
        "most",
        "more",
        "candidate",
        "candidates",
        "applicant",
        "resume",
        "cv",
        "lines",
        "line",
        "while",
        "since",
        "during",
        "after",
        "before",
        "there",
        "here",
        "has",
        "have",
        "had",
        "is",
        "are",
        "was",
        "were",
        "does",
        "did",
        "do",
        "can",
        "could",
        "may",
        "might",
        "overall",
        "additionally",
        "furthermore",
        "moreover",
        "however",
        "therefore",
        "finally",
        "currently",
        "previously",
        "recently",
        "together",
        "besides",
        "among",
        "under",
        "over",
        "i",
        "we",
        "you",
    ]
)
_NUMBERS = frozenset(
    [
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
        "twenty",
        "thirty",
        "forty",
        "fifty",
        "sixty",
        "seventy",
        "eighty",
        "ninety",
        "hundred",
        "thousand",
        "million",
        "dozen",
        "decade",
        "decades",
    ]
)
_WORD = re.compile(r"[^\W_]+(?:[+#]+|(?:[.'’&/-][^\W_]+)*)", re.UNICODE)
_LONG = 4  # letters of a word that says something


def says_more(text: str, sources: Iterable[str]) -> bool:
    """True where ``text`` names or counts what no source does, or shares no telling word with any of them."""
    known = {part for source in sources for word in _WORD.findall(fold(source)) for part in _parts(word)}
    found = list(_WORD.finditer(text))
    for match in found:
        word = match.group()
        if _claims(word) and not _is_known(word, known) and not (_begins(text, match) and _is_deed(word, known)):
            return True
    return not any(part in known for match in found for part in _parts(fold(match.group())) if _tells(part))


def _claims(word: str) -> bool:
    """Whether a word is a name, an abbreviation or a number, whatever place it has in its sentence."""
    plain = fold(word)
    if plain in _NUMBERS or any(character.isdigit() for character in word):
        return True
    return any(character.isupper() for character in word) and plain.split("'")[0] not in _OPENERS


def _begins(text: str, match: re.Match[str]) -> bool:
    """Whether a word is the first of its sentence."""
    before = text[: match.start()].rstrip(" \t\n\"“'(-•*")
    return not before or before[-1] in ".!?:;\n"


def _is_deed(word: str, known: set[str]) -> bool:
    """Whether the first word of a sentence looks like a verb, or like a form of a word that the lines hold."""
    plain = fold(word)
    alike = len(plain) >= _LONG and any(other.startswith(plain[:_LONG]) for other in known)
    return word[1:].islower() and (plain.endswith(("ed", "ing")) or alike)


def _is_known(word: str, known: set[str]) -> bool:
    """Word by word, with and without the ending of a plural or of whose it is."""
    return all(any(form in known for form in _forms(part)) for part in _parts(fold(word)))


def _forms(word: str) -> tuple[str, ...]:
    return (word, word.removesuffix("s"), f"{word}s", _OTHERWISE.get(word, word))


def _parts(word: str) -> list[str]:
    return [part for part in re.split(r"[.'’&/-]", word) if part and part != "s"]


def _tells(part: str) -> bool:
    return (len(part) >= _LONG and part not in _OPENERS) or part.isdigit()


_IN_WORDS = "two three four five six seven eight nine ten eleven twelve"
_AS_DIGITS = {word: str(number) for number, word in enumerate(_IN_WORDS.split(), start=2)}
_OTHERWISE = _AS_DIGITS | {digits: word for word, digits in _AS_DIGITS.items()}
