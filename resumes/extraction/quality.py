"""How good extracted text looks, and how far two readings of one document agree.

``score_text`` needs no reference: it counts what garbled text has and prose has not. It decides
which reader's text is kept. ``word_recall`` compares readings and is what the benchmark reports.
"""

import re
from collections import Counter
from dataclasses import dataclass

from resumes.document import ParseQuality

TOKEN = re.compile(r"\S+")
WORD = re.compile(r"[^\W\d_]{2,}")
VOWEL = re.compile(r"[aeiouyàáâãäåæèéêëìíîïòóôõöøùúûüýÿœ]", re.I)
LINKISH = re.compile(r"[/@\\_+|]|\w[.:]\w|\d")
UNKNOWN = re.compile("[\ufffd\ue000-\uf8ff]")
CID = re.compile(r"\(cid:\d+\)")
GOOD, FAIR = 0.9, 0.75
FEW_CHARACTERS = 200
DOUBTS = {"little_text", "ocr", "truncated", "damaged", "hidden_text_unchecked", "hidden_text"}


@dataclass(frozen=True, slots=True)
class TextFaults:
    """Shares, 0..1, of what readable text hardly has."""

    unknown: float  # characters without a meaning: U+FFFD, private use, (cid:12)
    glued: float  # words too long to be words
    scattered: float  # letters that stand alone
    unpronounceable: float  # words of five or more letters without a vowel


def faults(text: str) -> TextFaults:
    """Measure a text."""
    tokens = TOKEN.findall(text)
    words = WORD.findall(text)
    characters = max(sum(map(len, tokens)), 1)
    unknown = len(UNKNOWN.findall(text)) + 6 * len(CID.findall(text))
    latin = [word for word in words if word.isascii() and len(word) >= 5]
    return TextFaults(
        unknown=min(1.0, unknown / characters),
        glued=sum(len(token) > 22 and not LINKISH.search(token) for token in tokens) / max(len(tokens), 1),
        scattered=sum(len(token) == 1 and token.isalpha() and token not in "aAIàyeouCRX" for token in tokens)
        / max(len(tokens), 1),
        unpronounceable=sum(not VOWEL.search(word) and not word.isupper() for word in latin) / max(len(latin), 1),
    )


def score_text(text: str) -> float:
    """1.0 for clean prose, towards 0.0 for garbled text; 0.0 for none."""
    if not text.strip():
        return 0.0
    found = faults(text)
    penalty = 4 * found.unknown + 6 * found.glued + 2 * found.scattered + 2 * found.unpronounceable
    return max(0.0, 1.0 - penalty)


def judge(text: str, flags: list[str]) -> ParseQuality:
    """The level of a document from its text and what was noticed while reading it."""
    score = score_text(text)
    flags = list(flags)
    if len("".join(text.split())) < FEW_CHARACTERS:
        flags.append("little_text")
    if score < FAIR:
        flags.append("garbled")
    level = "good" if score >= GOOD else "fair" if score >= FAIR else "poor"
    if level == "good" and DOUBTS & set(flags):
        level = "fair"
    return ParseQuality(level, tuple(sorted(set(flags))), score)


def word_recall(reference: str, text: str) -> float:
    """The share of the reference's words (two letters or more, counted) that the text holds too."""
    wanted = Counter(word.lower() for word in WORD.findall(reference))
    found = Counter(word.lower() for word in WORD.findall(text))
    total = sum(wanted.values())
    return sum((wanted & found).values()) / total if total else 1.0
