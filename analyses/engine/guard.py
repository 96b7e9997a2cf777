"""What tries to earn without having done: stuffed skills, copied job texts, words addressed to a machine.

Each is shown to the recruiter with its text, and earns nothing: its chunk is neither matched nor embedded.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from analyses.engine.chunks import Chunk, flagged
from analyses.engine.copying import copied
from analyses.engine.skillset import SkillPlace
from resumes.document import HiddenText

SAME_SKILL_IN_CHUNK = 4
SAME_SKILL_IN_LISTS = 8
SHOWN = 5000  # characters of one text: whole, in all that people write

_WORD = re.compile(r"[\w+#]+")
_INSTRUCTION = re.compile(
    r"\b(?:ignore|disregard|forget|override)\b[^.\n]{0,40}\b(?:instructions?|prompts?|rules|guidelines"
    r"|criteria|requirements|above|everything)\b"
    r"|\byou are (?:now )?(?:an? )?(?:ai|llm|gpt|chatgpt|language model|assistant|recruiter bot|resume screener|ats)\b"
    r"|\b(?:system prompt|prompt injection|as an ai\b|language model)[^.\n]{0,40}\b(?:must|should|rate|rank"
    r"|score|recommend|return|output|respond)\b"
    r"|\b(?:rate|rank|score|grade|mark|classify|evaluate)\b[^.\n]{0,30}\b(?:this|the|me as"
    r"|my)\b[^.\n]{0,20}\b(?:candidate|applicant|resume|cv|profile|application)?\b"
    r"[^.\n]{0,30}\b(?:highest|top|perfect|excellent|10/10|100%?|5/5|best|first|maximum"
    r"|strong(?:ly)? (?:match|fit|hire))"
    r"|\b(?:always |must |please |strongly )?(?:recommend|select|shortlist|hire|approve|accept"
    r"|pass)\b[^.\n]{0,12}\bthis (?:candidate|applicant|resume|cv)\b"
    r"|\bthis (?:candidate|applicant) (?:is|should be|must be) (?:the (?:best|perfect)|an? (?:perfect|ideal"
    r"|exceptional)|hired|ranked|rated|scored|selected|recommended)"
    r"|\b(?:return|output|respond with|answer with|give)\b[^.\n]{0,25}\b(?:score"
    r"|rating)\b[^.\n]{0,15}\b(?:100|10|1\.0|maximum|highest)\b"
    r"|<\|?(?:im_start|system|endoftext)\|?>|\[/?INST\]",
    re.IGNORECASE,
)


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


def inspect(chunks: Sequence[Chunk], places: Sequence[SkillPlace], description: str) -> tuple[Chunk, ...]:
    """The chunks, with those that earn nothing flagged."""
    stuffed = _stuffed(chunks, places)
    pasted = copied(chunks, description, Counter(place.chunk.index for place in places))
    seen: set[str] = set()
    result: list[Chunk] = []
    for chunk in chunks:
        key = " ".join(_words(chunk.embedded))
        flag = ""
        if _INSTRUCTION.search(chunk.masked.text):
            flag = "instruction"
        elif chunk.index in stuffed:
            flag = "stuffed"
        elif chunk.index in pasted:
            flag = "copied"
        elif key in seen and chunk.words > 3:
            flag = "repeated"
        seen.add(key)
        result.append(flagged(chunk, flag) if flag else chunk)
    return tuple(result)


def warnings(chunks: Sequence[Chunk], text: str) -> list[Caution]:
    """One warning for each flagged chunk, with its words. A line that merely stands twice is not worth one."""
    return [_warning(chunk.flag, chunk, text) for chunk in chunks if chunk.flag in _MESSAGES]


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
    "stuffed": "The same skills are listed over and over. The repetition earned nothing.",
}
_CODES = {"instruction": "machine_instructions", "copied": "copied_job_description", "stuffed": "keyword_stuffing"}
EARNS_NOTHING = frozenset((*_CODES.values(), "hidden_text"))  # codes of what was left out of the score


def _warning(flag: str, chunk: Chunk, text: str) -> Caution:
    quote = text[chunk.start : chunk.end][:SHOWN]
    return Caution(_CODES[flag], _MESSAGES[flag], quote, chunk.page, chunk.start, chunk.start + len(quote))


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


def _stuffed(chunks: Sequence[Chunk], places: Sequence[SkillPlace]) -> set[int]:
    """Chunks that name one skill again and again, and lists that go on naming a skill listed often before.

    A skill named in a sentence of work done is never counted: naming a tool in every position held is honest.
    """
    by_chunk: dict[int, Counter[str]] = {}
    for place in places:
        by_chunk.setdefault(place.chunk.index, Counter())[place.skill_id] += 1
    stuffed = {index for index, counts in by_chunk.items() if max(counts.values()) >= SAME_SKILL_IN_CHUNK}
    listed: Counter[str] = Counter()
    for chunk in chunks:
        counts = by_chunk.get(chunk.index)
        if not counts or not _is_list(chunk, sum(counts.values())):
            continue
        if any(listed[skill] >= SAME_SKILL_IN_LISTS for skill in counts):
            stuffed.add(chunk.index)
        listed.update(counts.keys())
    return stuffed


def _is_list(chunk: Chunk, mentions: int) -> bool:
    return mentions * 2 >= chunk.words
