"""Whether a document writes the day or the month first ("01/09/2018"), as other dates and its origin show.

Nothing is guessed: where nothing tells, or the signs speak against each other, the order is unknown.
"""

import re

from resumes.parsing.folding import fold
from resumes.parsing.places import US_STATES

_NUMERIC = re.compile(r"(?<![\d/-])(\d{1,2})([/-])(\d{1,2})\2(?:19|20)\d\d(?!\d)")
_CALLING_CODE = re.compile(r"(?<![\w+])(?:\+|00)(\d{1,3})")
_NORTH_AMERICAN = re.compile(r"(?<!\d)(?:\+?1[ .-]?)?\(?[2-9]\d\d\)?[ .-]{1,2}[2-9]\d\d[ .-]\d{4}(?!\d)")
_US_STATE = re.compile(rf",\s(?:{'|'.join(sorted(US_STATES))})\b")
_UK_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b")
# Codes of countries that write the month or the year first, or either: these say nothing.
_OTHER_ORDERS = ("1", "63", "81", "82", "86", "886", "98", "976")
_WORDS = {
    False: "the and of for with in to from by at on",
    # French, German, Spanish, Italian, Portuguese and Dutch, folded.
    True: "et des les du pour dans avec une und der die das mit fur von bei im zum zur y los las del con para por una "
    "di della per il nel da do em com het een van voor met op",
}
_ENGLISH, _DAYS_FIRST = frozenset(_WORDS[False].split()), frozenset(_WORDS[True].split())
_FEW_WORDS = 5


def days_come_first(text: str) -> bool | None:
    """True where days come first, False where months do, None where the document does not tell."""
    signs = _written(text) or _from_where(text)
    return signs.pop() if len(signs) == 1 else None


def _written(text: str) -> set[bool]:
    """What dates show in which one number can be no month."""
    signs = set()
    for match in _NUMERIC.finditer(text):
        first, second = int(match[1]), int(match[3])
        if (first > 12) != (second > 12):
            signs.add(first > 12)
    return signs


def _from_where(text: str) -> set[bool]:
    """What phone numbers, postcodes and the language show."""
    signs = set()
    if any(not match[1].startswith(_OTHER_ORDERS) for match in _CALLING_CODE.finditer(text)):
        signs.add(True)
    if _UK_POSTCODE.search(text) or _is_not_english(text):
        signs.add(True)
    if _US_STATE.search(text) and _NORTH_AMERICAN.search(text):
        signs.add(False)
    return signs


def _is_not_english(text: str) -> bool:
    words = re.findall(r"[a-z]+", fold(text))
    others = sum(word in _DAYS_FIRST for word in words)
    return others >= _FEW_WORDS and others > 2 * sum(word in _ENGLISH for word in words)
