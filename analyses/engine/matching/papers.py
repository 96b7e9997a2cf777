"""What a line says of a certificate beside its name: at what level, and whether it is finished."""

import re

UNFINISHED = 0.4  # of a certificate that is still worked for
LOWER_LEVEL = 0.5  # of a certificate held at a lower level than asked
BY_TITLE = 0.6  # of a licence that a title held implies and no line lists
_UNFINISHED = re.compile(
    r"\b(?:part[- ]qualified|part[- ]time student|studying|student member|in progress|working towards?|pursuing"
    r"|candidate"
    r"|finalist|expected|exams? (?:passed|remaining)|levels? passed)\b",
    re.IGNORECASE,
)
_OF_ITS_OWN = re.compile(
    r"\s*(?:currently |now )?(?:studying|working towards?|pursuing) (?:for )?(?:an? |the )?\w", re.I
)
# Beside what says so, the name of another paper: "First Aid at Work, AWS Developer (in progress)".
_ANOTHER = re.compile(
    r"\b(?!(?:Level|Levels|Part|Stage|Module|Exams?|Papers?|Currently|Now|Final|Final(?:ist)?|To|Jan|Feb|Mar|Apr"
    r"|May|Jun|Jul"
    r"|Aug|Sep|Oct|Nov|Dec|Spring|Summer|Autumn|Winter|I{1,3}|IV|V|Q[1-4])[a-z]*\b)[A-Z][A-Za-z]+"
)
_LEVEL = re.compile(r"\b(?:level|niveau|stufe|nivel|grade)\s*(?P<level>[1-8])\b", re.IGNORECASE)
_BY_NUMBER = re.compile(r"\b(?:NVQ|SVQ|BTEC|VRQ|QCF|RQF|IVQ|NCFE|CACHE|L)\s*(?:Level\s*)?(?P<level>[1-8])\b")
# Qualifications of which everybody knows the level, by the framework of England, Wales and Northern Ireland.
_BY_NAME = (
    (re.compile(r"\b(?:HND|foundation degree|higher national diploma)\b", re.IGNORECASE), 5),
    (re.compile(r"\b(?:HNC|higher national certificate|higher apprenticeship)\b", re.IGNORECASE), 4),
    (re.compile(r"\b(?:advanced apprenticeship|T[- ]Level|BTEC National|NNEB|AM2)\b", re.IGNORECASE), 3),
    (re.compile(r"\b(?:intermediate apprenticeship|BTEC First)\b", re.IGNORECASE), 2),
)
_SEPARATOR = re.compile(r"[,;|•·\n]|\.\s")


def is_unfinished(text: str, start: int, end: int) -> bool:
    """True where the item of a list that holds ``start`` to ``end`` says that it is still worked for.

    "First Aid at Work, studying HNC" holds a finished paper; "ACCA, 9 of 13 exams passed" none.
    """
    begin, stop = item(text, start, end)
    if _UNFINISHED.search(text[begin:stop]):
        return True
    following = _SEPARATOR.search(text, stop + 1)
    rest = text[stop + 1 : following.start() if following else len(text)]
    said = _UNFINISHED.search(rest)
    return bool(said) and not _OF_ITS_OWN.match(rest) and not _ANOTHER.search(_UNFINISHED.sub(" ", rest))


def allows_unfinished(asked: str) -> bool:
    """True where a posting takes who is still on the way: "AAT qualified or studying"."""
    return bool(_ON_THE_WAY.search(asked))


_ON_THE_WAY = re.compile(
    r"(?:\bor|/) ?(?:currently |actively |be )?(?:part[- ]?qualified|studying|study(?:ing)? towards?|working towards?"
    r"|in progress|in training|pursuing|enrolled|finalist)\b|\b(?:part[- ]?qualified|studying)(?:,| or|/)"
    r"|\bwilling(?:ness)? to (?:work towards|study|obtain|complete)\b|\bworking towards?\b",
    re.IGNORECASE,
)


def item(text: str, start: int, end: int) -> tuple[int, int]:
    """The item of a list around ``start`` to ``end``."""
    before = [match.end() for match in _SEPARATOR.finditer(text, 0, start)]
    after = _SEPARATOR.search(text, end)
    return (before[-1] if before else 0), (after.start() if after else len(text))


def level_named(text: str) -> int | None:
    """The number of a level ("Level 3", "NVQ 3", "HNC"); None when none is named."""
    found = _LEVEL.search(text) or _BY_NUMBER.search(text)
    if found:
        return int(found["level"])
    return next((level for name, level in _BY_NAME if name.search(text)), None)


def levels_short(asked: str, held: str) -> tuple[int, int] | None:
    """Level held and level asked where the one held is the lower; None where it is enough or either is not named."""
    want, have = level_named(asked), level_named(held)
    return (have, want) if want is not None and have is not None and have < want else None
