"""What tries to earn without having done: stuffed skills, copied job texts, words addressed to a machine.

Each is shown to the recruiter with its text, and earns nothing: its chunk is neither matched nor embedded.
"""

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from analyses.engine.chunks import Chunk, flagged
from analyses.engine.copying import copied
from analyses.engine.instructions import is_instruction
from analyses.engine.skillset import SkillPlace
from analyses.engine.stuffing import stuffed
from resumes.document import HiddenText

SHOWN = 5000  # characters of one text: whole, in all that people write

_WORD = re.compile(r"[\w+#]+")


@dataclass(frozen=True, slots=True)
class Caution:
    """Something a recruiter should look at, with the text itself where there is one."""

    code: str
    message: str
    text: str = ""
    page: int | None = None
    start: int | None = None
    end: int | None = None

    def as_json(self) -> dict[str, str | int | None]:
        """The stored form."""
        return {
            "code": self.code,
            "message": self.message,
            "text": self.text,
            "page": self.page,
            "start": self.start,
            "end": self.end,
        }


def inspect(
    chunks: Sequence[Chunk], places: Sequence[SkillPlace], description: str, papers: Collection[str] = ()
) -> tuple[Chunk, ...]:
    """The chunks, with those that earn nothing flagged. ``papers``: ids of the skills that are certificates.

    Chunks with an index below zero are lines that are no part of the account (:func:`analyses.engine.chunks.left_out`):
    they stand before the others and are looked at beside them.
    """
    listed = stuffed([chunk for chunk in chunks if chunk.index >= 0], places)
    held = {place.chunk.index for place in places if place.skill_id in papers}
    pasted = copied(chunks, description, Counter(place.chunk.index for place in places), held)
    spoken = _instructions(chunks)
    seen: set[str] = set()
    result: list[Chunk] = []
    for chunk in chunks:
        key = " ".join(_words(chunk.embedded))
        flag = ""
        if chunk.index in spoken:
            flag = "instruction"
        elif chunk.index in listed:
            flag = "stuffed"
        elif chunk.index in pasted:
            flag = "copied"
        elif key in seen and chunk.words > 3:
            flag = "repeated"
        if chunk.index >= 0:
            seen.add(key)
        result.append(flagged(chunk, flag) if flag else chunk)
    return tuple(result)


def _instructions(chunks: Sequence[Chunk]) -> set[int]:
    """Chunks that speak to a machine, by themselves or with the line that goes on behind them in small letters."""
    found = {chunk.index for chunk in chunks if is_instruction(chunk.masked.text)}
    for one, other in pairwise(chunks):
        if other.masked.text[:1].islower() and found.isdisjoint((one.index, other.index)):
            joined = f"{one.masked.text} {other.masked.text}"
            found |= {one.index, other.index} if is_instruction(joined) else set()
    return found


def warnings(chunks: Sequence[Chunk], text: str) -> list[Caution]:
    """One warning for each run of neighbouring chunks with the same flag, with its words. A line that merely stands
    twice is not worth one."""
    runs = (list(run) for _, run in groupby(chunks, key=lambda chunk: (chunk.flag, chunk.page)))
    return [_warning(run, text) for run in runs if run[0].flag in _MESSAGES]


def hidden_warnings(hidden: Sequence[HiddenText]) -> list[Caution]:
    """One warning for each piece of text that the page does not show."""
    reasons = {
        "invisible": "drawn in an invisible mode",
        "low_contrast": "in the colour of its background",
        "tiny": "too small to read",
        "off_page": "outside the page",
        "covered": "covered by something drawn over it",
        "transparent": "fully transparent",
        "clipped": "clipped away",
        "layer_off": "on a layer that is not shown",
        "replaced": "put in place of other words that are drawn",
        "misnamed": "in a font that draws other letters",
        "unshown": "in a note or a form field that is not shown",
    }
    return [
        Caution(
            "hidden_text",
            f"Page {item.page} holds text that a reader cannot see ({reasons.get(item.reason, item.reason)}). "
            "It earned nothing.",
            item.text[:SHOWN],
            item.page,
        )
        for item in hidden
    ]


_MESSAGES = {
    "instruction": "The resume holds words addressed to a machine. They were not followed and earned nothing.",
    "copied": "This passage is copied from the job description. It earned nothing.",
    "stuffed": "Skills are listed over and over, or more of them than anybody holds. These lists earned nothing.",
}
_CODES = {"instruction": "machine_instructions", "copied": "copied_job_description", "stuffed": "keyword_stuffing"}
EARNS_NOTHING = frozenset((*_CODES.values(), "hidden_text"))  # codes of what was left out of the score


def _warning(run: Sequence[Chunk], text: str) -> Caution:
    flag, start = run[0].flag, min(chunk.start for chunk in run)
    quote = text[start : max(chunk.end for chunk in run)][:SHOWN]
    return Caution(_CODES[flag], _MESSAGES[flag], quote, run[0].page, start, start + len(quote))


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]
