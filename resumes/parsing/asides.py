"""What the header of an entry says besides title, employer, place and date: a street, hours, pay, a superior."""

import re

from resumes.parsing.folding import fold
from resumes.parsing.lexicon import pattern

_STREET = re.compile(pattern("streets"))
_HOURS = re.compile(
    r"^(?:hours?: ?)?\d{1,2}(?:\.\d)? (?:hours|hrs)"
    r"|^\(?\d+ (?:yrs?|years?|mos?|months?)\b[^a-z]*(?:\d+ (?:mos?|months?))?\)?$"
)
_LABELLED = re.compile(rf"(?:{pattern('asides')})\s*:")
_REMARK = re.compile(r"\s*\(this is (?:a|my) [^()]{3,40}\)$", re.IGNORECASE)


def is_aside(text: str) -> bool:
    """Whether a piece of a header names neither title nor employer: "Hours per week: 40", "1200 Main Street"."""
    folded = fold(text)
    return bool(_STREET.search(folded) or _HOURS.search(folded) or _LABELLED.match(folded))


def without_remark(text: str) -> str:
    """A title without what a form adds to it: "Management Analyst (This is a federal job)"."""
    return _REMARK.sub("", text)
