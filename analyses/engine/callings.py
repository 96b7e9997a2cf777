"""The occupation of a candidate beside the one that a posting fills: the first thing a recruiter looks at.

Titles come from the positions of the profile; a resume written as prose says them in its sentences ("I am a data
engineer with five years ...", "Experienced bookkeeper, ..."). Two titles are compared by the table of occupations where
both stand in it, else by meaning.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from analyses.engine.chunks import Chunk
from analyses.engine.gender import one_form
from analyses.engine.inputs import JobInput
from analyses.engine.masking import held_title, neutral, plain_title
from analyses.engine.occupations import is_general, occupation, occupation_named, share_a_trade, spelled_out
from analyses.engine.similarity import Vectors, matrix, ramp, similarities
from analyses.engine.words import GENERIC_STEMS, NOISE_STEMS, telling

SAME = 1.0  # the same occupation; of another speciality it counts as the general title does
GENERAL = 0.7  # the trade's general title for one of its specialities: a software engineer, where back end is asked
BESIDE = 0.35  # another occupation of the same trade
ANOTHER = 0.0
# Titles that the table does not know: cosines of title pairs are above 0.75 for one occupation under two names and
# below 0.40 for two that have nothing to do with each other. What meaning alone says is never certain.
LIKE_FROM, LIKE_TO, LIKE_AT_MOST = 0.50, 0.75, 0.9
MAX_TITLE = 60

_ARTICLE = r"(?:an?|the|one of (?:the )?\w+) "
_SAID = re.compile(
    rf"\b(?:I am|I['’]m|I have been|I was|am|been) (?:currently )?{_ARTICLE}"
    rf"|\b(?:work(?:ed|ing|s)?|employed|role|position|job|career|experience|background|trained|qualified|practi[cs]ing"
    rf"|acting|serv(?:e|ed|ing)|years?|started|now) as {_ARTICLE}|^as {_ARTICLE}",
    re.IGNORECASE,
)
_TITLE_ENDS = re.compile(
    r"\s*[,;:(|•]|\.(?=\s|$)|\s[–—-]\s|\s(?:with|who|whose|at|in|for|since|from|to|specialis\w+|specializ\w+|focus\w+"
    r"|experienced|skilled|by|turned|based|working|responsible|primarily|mainly|then|having"
    r"|and (?:have|am|I|now|would|hold)|of (?:a|the|an))\b",
    re.IGNORECASE,
)
# "My tools include Adobe Illustrator", "AAS Paralegal Studies"
_NO_TITLE = re.compile(
    r"^(?:my|our|we|i|the|this|in|for|with|by)\b|\b(?:includ\w+|studies|certificate|diploma|course|degree|bachelor"
    r"|master"
    r"|apprenticeship|training|licen[cs]e|school|university)\b",
    re.IGNORECASE,
)
_WE_SEEK = re.compile(
    r"^(?:we|our|you|the|this|join|looking|hiring|wanted|seeking)\b[^.]{0,60}?\b(?:an?|for|as)\s+", re.IGNORECASE
)
_LABEL = re.compile(r"^(?:\w+ )?\w+:\s+")  # "Work: office administrator"
# "Would welcome a position as", "always thought that work as": what somebody may become is no title held.
_NOT_YET = re.compile(
    r"\b(?:would|could|might|hop(?:e|es|ing)|want|wish|dream\w*|aspir\w+|interest\w*|thought|becom(?:e|ing)|apply\w*"
    r"|applied|looking|seek\w*|towards?|next)\b",
    re.IGNORECASE,
)
_EARLY = 40  # a title that opens a sentence stands behind a few adjectives at most


@dataclass(frozen=True, slots=True)
class Calling:
    """A title that the candidate holds or held, and the sentence that says so where no dated position does."""

    title: str
    chunk: Chunk | None = None
    entry: int | None = None


def callings(profile: Mapping[str, Any], chunks: Sequence[Chunk]) -> tuple[Calling, ...]:
    """The titles of the positions; those that the sentences tell where no position has one."""
    rows = [
        Calling(_held(str(row["position"]), profile), None, index)
        for index, row in enumerate(profile.get("work") or [])
        if row.get("position")
    ]
    if rows:
        return tuple(rows)
    told = (calling for chunk in chunks if _can_tell(chunk) for calling in _told(chunk))
    return tuple({calling.title.casefold(): calling for calling in told}.values())


def _held(position: str, profile: Mapping[str, Any]) -> str:
    plain = held_title(position, profile)
    named = occupation_named(position)
    return plain if named is None or occupation(plain) == named[0] else neutral(position[named[1] : named[2]])


def _can_tell(chunk: Chunk) -> bool:
    return not (chunk.flag or chunk.is_wish or chunk.is_limit or chunk.is_study)


def _told(chunk: Chunk) -> list[Calling]:
    """Titles that one sentence says the candidate has: behind "I am a", or as its first words."""
    text = one_form(spelled_out(chunk.masked.text))
    found = []
    for hit in _SAID.finditer(text):
        if _NOT_YET.search(text, 0, hit.start()):
            continue
        phrase = _phrase(text[hit.end() :])
        if 0 < len(phrase.split()) <= 6:
            found.append(Calling(_title(phrase), chunk))
    opening = _phrase(_LABEL.sub("", text))
    named = occupation_named(opening)
    # "Assist nurses" speaks of others.
    if (
        not found
        and not _NOT_YET.search(opening)
        and named
        and named[1] <= _EARLY
        and not named[3]
        and not _NO_TITLE.search(opening)
    ):
        found.append(Calling(_title(opening), chunk))
    return found


def _title(phrase: str) -> str:
    """A title without its rank, unless the rank makes it: a "Head of Kitchen" leads one."""
    plain = plain_title(phrase)
    return plain if occupation(plain) == occupation(phrase) else neutral(phrase)


def _phrase(text: str) -> str:
    text = text[:MAX_TITLE].strip(" \t•-–*")
    end = _TITLE_ENDS.search(text, 2)
    return text[: end.start()].strip() if end else text.strip()


def title_asked(job: JobInput) -> str:
    """The title that the posting fills: its role, else the words that open it where they name an occupation."""
    role = _title(one_form(spelled_out(job.role_name))) if job.role_name else ""
    if role and occupation(role) is not None:
        return role
    opening = one_form(spelled_out(_phrase(_WE_SEEK.sub("", job.description.strip()[:200]))))
    return _title(opening) if occupation(opening) is not None else role


def standing(title: str, role: str, vectors: Vectors) -> float | None:
    """How a title stands to the one asked for (0..1): the same occupation, one beside it, another; by meaning where
    the table does not know one of them, and None where that is not near: it may be the same under a rare name."""
    left, right = occupation(title), occupation(role)
    if left is not None and right is not None:
        return _in_table(title, role, left, right)
    if title not in vectors or role not in vectors:
        return None
    near = float(similarities(matrix([title], vectors), matrix([role], vectors))[0, 0])
    return round(LIKE_AT_MOST * ramp(near, LIKE_FROM, LIKE_TO), 3) if near >= LIKE_FROM else None


def _in_table(title: str, role: str, left: int, right: int) -> float:
    """Two titles of the table. Words beside the occupation's name are a speciality: a criminal solicitor is no
    employment solicitor, and no general title either."""
    own, wanted = _speciality(title), _speciality(role)
    if left == right:
        return GENERAL if own and wanted and not own & wanted else SAME
    if not share_a_trade(left, right):
        return ANOTHER
    return GENERAL if is_general(left, right) and not own else BESIDE


@lru_cache(maxsize=4096)
def _speciality(title: str) -> frozenset[str]:
    """The telling words of a title beside the name of its occupation, up to the first mark."""
    named = occupation_named(title)
    if named is None:
        return frozenset()
    before, behind = title[: named[1]], re.split(r"[,(|]|\s(?:at|for|in|of|on)\s", title[named[2] :])[0]
    return telling(f"{before} {behind}") - GENERIC_STEMS - NOISE_STEMS
