"""A skill that a question misspells, read as the one of the resume that it comes next to: "dokcer" for Docker."""

import re
from difflib import get_close_matches

from analyses.asking.material import Material

SHORTEST = 5  # code points; shorter words are too near to each other
CLOSE = 0.82  # similarity of difflib, 1 for the same word; swapped letters of a word of six give 0.83
_WORD = re.compile(r"[^\W\d_][\w.+#-]{4,}")
_COMMON_WORDS = """
about after again anything background candidate certificate certificates certified companies company contact
current currently degree degrees details different employer experience experienced familiar fluent history holds
industries industry knowledge knows language languages largest latest level licence license longest manage managed
manager managers managing member money notice other others people period person position positions projects publications
questions references relocate report reports responsible resume salary skills speak speaks spoken start started studied
study system systems teaches teach team teams there their these they those title tools training trained university used
using where which willing without work worked working works would write writing written years
"""
_COMMON = frozenset(_COMMON_WORDS.split())


def spelled_right(question: str, material: Material) -> str:
    """The question with each misspelled skill of this resume spelled as the taxonomy does; else as it is."""
    names = _single_words(material)
    for match in _WORD.finditer(question):
        word = match.group().strip(".-")
        lowered = word.casefold()
        if len(word) < SHORTEST or lowered in _COMMON or lowered in names or material.taxonomy.find(word):
            continue
        near = [name for name in get_close_matches(lowered, names, n=1, cutoff=CLOSE) if name[0] == lowered[0]]
        if near:
            return question.replace(word, names[near[0]])
    return question


def _single_words(material: Material) -> dict[str, str]:
    """Skills of the resume with names of one word, by that word in small letters."""
    found = (material.taxonomy.name(skill) for skill in material.skills.ids())
    return {name.casefold(): name for name in found if len(name) >= SHORTEST and " " not in name}
