"""Degrees in a text: which, of what level, in which field."""

import re
from dataclasses import dataclass

from resumes.parsing.folding import fold
from resumes.parsing.lexicon import lexicon, pattern, terms

LEVELS = ("none", "secondary", "associate", "bachelor", "master", "doctorate")
SCHOOL_WORDS = lexicon("organisations", "schools")
_HIGHEST_FIRST = LEVELS[:0:-1]
_ALL = (*_HIGHEST_FIRST, LEVELS[0])
_FOLDED = [(level, re.compile(rf"(?<![\w.@])(?:{pattern(level, 'degrees')})(?![\w@])")) for level in _ALL]
_HONOURS = r"(?:\s\(?[Hh]ons\.?\)?)?(?![\w@/&]|\.\w)"
_CASED = [
    (level, re.compile(rf"(?<![\w.@/&])(?:{'|'.join(terms('degrees', f'capitals {level}'))}){_HONOURS}"))
    for level in _HIGHEST_FIRST
]
_NO_FIELD = re.compile(r"\d|(?:first|second|third|upper|lower)\b.*\b(?:class|honou?rs)")
_FIELD_LEAD = re.compile(rf"\s*(?:[,:(|·•-]|(?:degree|diploma|i(?= [a-z]{{4}})|{pattern('field leads')})(?!\w))\s*|\s+")
_GENERIC = frozenset(
    ["science", "sciences", "arts", "applied", "art", "philosophy", "technology", "research", "degree"]
)
_OF = re.compile(
    r"\b(?:bachelor|master|associate|doctor|diploma)'?s? (?:of|in) (?:(?:applied )?(?:science|arts) in )?(?P<field>.+)$"
)
_KIND = re.compile(r"\s*\((?!hons)[^()\d]{2,20}\)\s*(?:,|-|in\b|of\b)\s*(?=[a-z])")  # "MSc (Tech), Physics"
_ENDS = pattern("field ends")
_STOP = re.compile(rf"\s*(?:[|·•;(]|\s-\s|,\s*(?=(?:{_ENDS}|with|honou?rs|first)\b)|\b(?:{_ENDS})\b).*$")


@dataclass(frozen=True, slots=True)
class Degree:
    """A degree as written, its level, its field if stated, and its offsets in the text given."""

    name: str
    level: str
    area: str | None
    start: int
    end: int


def find_degree(text: str) -> Degree | None:
    """The first degree ``text`` names; None if there is none."""
    folded = fold(text)
    best: tuple[int, int, str] | None = None
    for patterns, source in ((_FOLDED, folded), (_CASED, text)):
        for level, compiled in patterns:
            match = compiled.search(source)
            if match and (best is None or (match.start(), -match.end()) < (best[0], -best[1])):
                best = (match.start(), match.end(), level)
    if best is None:
        return None
    start, end, level = best
    name = text[start:end].strip(" ,")
    if name.count("(") > name.count(")"):
        name += ")"
    name = re.sub(r"\s+(?:in|en|em|of|zum|zur|als)$", "", name)
    return Degree(name, level, _area(text, folded, start, end), start, end)


def _area(text: str, folded: str, start: int, end: int) -> str | None:
    """The field after the degree ("in Computer Science"), inside it ("Bachelor of Nursing"), or before it."""
    lead = end
    kind = _KIND.match(folded, end)
    if kind is not None and not _names_school(_field(text, folded, kind.end())):
        lead = kind.end()
    while (match := _FIELD_LEAD.match(folded, lead)) and match.end() > lead:
        lead = match.end()
    field = _field(text, folded, lead)
    words = field.split()
    if _NO_FIELD.match(fold(field)) or any(compiled.fullmatch(field) for _, compiled in _CASED):
        words = []  # how well it was passed, or the degree's abbreviation
    if words and len(words) <= 9 and not _names_school(field) and re.search(r"[^\W\d_]{2}", field):
        return field
    inside = _OF.search(folded[start:end])
    if inside and not set(re.findall(r"[a-z]+", inside["field"])) <= _GENERIC | {"and", "in"}:
        return text[start + inside.start("field") : end].strip()
    return None


def _field(text: str, folded: str, begin: int) -> str:
    """What stands from ``begin`` on, up to what ends a field."""
    stop = _STOP.search(folded, begin)
    return text[begin : stop.start() if stop else len(text)].strip(" ,.;:()|–—-")


def _names_school(text: str) -> bool:
    return any(word in SCHOOL_WORDS for word in re.findall(r"[^\W\d_]+", fold(text)))
