"""The words that say what a text is about, brought to one form."""

import re

_NOISE_WORDS = """
a an the and or of in on with to for as at by from our your you we is are be such like etc ability able
experience experienced knowledge understanding proficiency proficient familiar familiarity skill skills strong
solid good excellent basic advanced hands demonstrated proven working work use using required preferred must have
plus years year minimum least previous prior related relevant similar
"""
_NOISE = frozenset(_NOISE_WORDS.split())
_WORD = re.compile(r"[a-zà-ÿ0-9][\wà-ÿ+#]+")
_ENDING = re.compile(r"(?<=\w{3})(?:ings?|ed|es|s|e)$")


def telling(text: str) -> frozenset[str]:
    """Stems of the words that say what a text is about."""
    return frozenset(stem(word) for word in _WORD.findall(text.casefold()) if word not in _NOISE)


def stem(word: str) -> str:
    """A word without the endings of plurals and verbs: "reads", "reading" and "read" are one."""
    return _ENDING.sub("", word)


NOISE_STEMS = frozenset(stem(word) for word in _NOISE)
