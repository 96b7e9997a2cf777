"""Words that names are told by, and told from."""

import re
from pathlib import Path


def _sections() -> dict[str, frozenset[str]]:
    text = (Path(__file__).parent / "words.txt").read_text(encoding="utf-8")
    parts = re.split(r"\[(\w+)\]", text)[1:]
    return {name: frozenset(words.split()) for name, words in zip(parts[::2], parts[1::2], strict=True)}


_LISTS = _sections()
PARTICLES, TITLES = _LISTS["particles"], _LISTS["titles"]
# Given names and surnames that are words, too: replaced only where they are written with a capital.
WORDS = _LISTS["words"]
# Months, also shortened; three letters are what the others begin with.
MONTHS = _LISTS["months"]
