"""Whether a word that is also an everyday word stands for the skill: ``Go``, ``Excel``, ``Word``, ``Spring``, ``R``.

Judged by its case and by the words around it, never by the document: the same line gives the same answer anywhere.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence

from skills.everyday import EVERYDAY, Everyday

_REACH = 60  # code points looked at on either side
_SEPARATOR_BEFORE = re.compile(
    r"(?:[,;|/•·●▪‣◦&(+\t]|:|\b(?:and|or|und|et|y|e\.g\.|like|including|as|plus)|\s[-–—])\s*$", re.I
)
_SEPARATOR_AFTER = re.compile(r"^\s*(?:[,;|/•·●▪&)+\t(]|\b(?:and|or|und|et|y)\b|\s[-–—]\s|\.?\s*$)", re.I)
_CUE_BEFORE = re.compile(
    r"\b(?:experienced?|skills?|proficien\w+|knowledge|familiar\w*|expertise|expert|fluen\w+|competen\w+|master\w*|"
    r"literate|background|exposure|certified|certification|working|hands-on|using|use|uses|used|via|"
    r"program\w*|develop\w*|cod(?:e|ed|ing)|written|writing|scripts?|scripting|built|build\w*|migrat\w+|implement\w*|"
    r"services?|applications?|apps?|backends?|modules?|libraries|tools?|software|languages?|frameworks?|stack)\s+"
    r"(?:(?:\w+\s+)?(?:with|in|of|on|using|are|is|to|from)\s+|:\s*)?(?:the\s+|strong\s+|advanced\s+|modern\s+)?$",
    re.I,
)
_CUE_AFTER = re.compile(
    r"^\s+(?:programming|programmers?|developers?|development|engineers?|engineering|languages?|frameworks?|library|"
    r"libraries|code|codebase|coding|scripts?|scripting|skills?|macros?|formulas?|experience|knowledge|proficiency|"
    r"applications?|apps?|software|services?|microservices|backend|back-end|frontend|front-end|databases?|certified|"
    r"certification|administrators?|admin|consultants?|specialists?|platform|suite|tools?|stack|components?|hooks|"
    r"\d+(?:\.\d+)+|\d{1,2}\b(?!\s*(?:years?|yrs|%|months?)))\b",
    re.I,
)
_BULLET = re.compile(r"^[\s•·●▪‣◦*\-–—]*(?:\d{1,2}[.)]\s+)?")
_SENTENCE_END = re.compile(r"(?:^|[.!?:]|[•·●▪‣◦*\-–—]|\d[.)])\s*$")


class Neighbourhood:
    """A text and the spans in it that are taken for skills, for looking around a place."""

    def __init__(self, text: str, likely: Sequence[tuple[int, int]]) -> None:
        self.text = text
        self._likely = sorted(set(likely))
        self._starts = [start for start, _ in self._likely]

    def before(self, start: int) -> str:
        """The rest of the line before ``start``, at most _REACH code points."""
        line = self.text.rfind("\n", 0, start) + 1
        return self.text[max(line, start - _REACH) : start]

    def after(self, end: int) -> str:
        """The rest of the line after ``end``, at most _REACH code points."""
        line = self.text.find("\n", end)
        return self.text[end : min(len(self.text) if line < 0 else line, end + _REACH)]

    def beside(self, start: int, end: int, reach: int = 25, lines: bool = False) -> bool:
        """Whether another likely skill stands within ``reach`` code points, on the same line unless ``lines``."""
        at = bisect_left(self._starts, start)
        for index in range(max(0, at - 2), min(len(self._likely), at + 3)):
            other_start, other_end = self._likely[index]
            if other_start < end and start < other_end:
                continue
            between = self.text[other_end:start] if other_end <= start else self.text[end:other_start]
            if len(between) <= reach and (lines or "\n" not in between):
                return True
        return False


def refused(written: str, start: int, end: int, around: Neighbourhood) -> bool:
    """Whether the words around rule out a name that counts in any case: ``case management`` before "system"."""
    own = EVERYDAY.get(written.casefold())
    if own is None:
        return False
    before, after = around.before(start), around.after(end)
    return own.refuses(before, after) and not own.accepts(before, after)


def agrees(written: str, start: int, end: int, around: Neighbourhood) -> bool:
    """Whether ``text[start:end]``, spelled like the skill ``written`` in some case, means the skill."""
    found = around.text[start:end]
    before, after = around.before(start), around.after(end)
    own = EVERYDAY.get(written.casefold(), Everyday())
    if own.accepts(before, after):
        return True
    if own.only_when_sure or own.refuses(before, after):
        return False
    if len(written) == 1 and not _single_letter_free(before, after):
        return False
    exact = found == written
    listed = _listed(before, after)
    if not exact:
        # "python, excel, word": in lower or upper case only amid a list of skills.
        return len(written) > 1 and listed and around.beside(start, end, reach=4 if len(written) < 3 else 12)
    if listed and around.beside(start, end):
        return True
    if _alone(before, after):
        return len(written) > 1 or around.beside(start, end, reach=8, lines=True)
    if _CUE_BEFORE.search(before) or _CUE_AFTER.match(after):
        return not (_starts_sentence(before) and own.is_verb and not _CUE_AFTER.match(after))
    return written[:1].isupper() and not _starts_sentence(before) and not _in_title(before, after)


def _listed(before: str, after: str) -> bool:
    opens = not _BULLET.sub("", before).strip() or bool(_SEPARATOR_BEFORE.search(before))
    return opens and bool(_SEPARATOR_AFTER.match(after)) and bool(before.strip() or after.strip())


def _alone(before: str, after: str) -> bool:
    return not _BULLET.sub("", before, count=1).strip() and bool(re.match(r"^\s*(?:\([^)]*\)|[-–—:].*)?\s*$", after))


def _starts_sentence(before: str) -> bool:
    return bool(_SENTENCE_END.search(before))


def _in_title(before: str, after: str) -> bool:
    """Whether the words beside it are capitalised too, as in a title or a person's name."""
    previous = re.search(r"([^\W\d_][\w'-]*)\s+$", before)
    following = re.match(r"^\s+([^\W\d_][\w'-]*)", after)
    return any(word is not None and word.group(1)[0].isupper() for word in (previous, following))


def _single_letter_free(before: str, after: str) -> bool:
    """Whether a single letter stands by itself: not ``C-level``, ``R&D``, ``R.``, ``Plan C's``."""
    if re.match(r"^(?:[-–'’&]\w|\.\w|\.\s?[A-Z]|[*])", after) or re.search(r"(?:[&'’$]|\w[-–.]|\b[A-Z]\.\s?)$", before):
        return False
    return not (after[:1] == "." and before.rstrip()[-1:].isupper())
