"""What tries to earn without having done: stuffed skills, copied job texts, words addressed to a machine.

Each is shown to the recruiter with its text, and earns nothing: its chunk is neither matched nor embedded.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from analyses.engine.chunks import Chunk, flagged
from analyses.engine.skillset import SkillPlace
from resumes.document import HiddenText

SHINGLE = 5  # words in a row that a resume and a posting share only by copying, when most of a sentence is made of them
COPIED_SHARE = 0.7
COPIED_WORDS = 8
PASSAGE_WORDS = 12  # words of neighbouring chunks that stand in the posting as they are
PASSAGE_GAP = 60  # characters of the posting between two of them: a heading or a name that was left out
PHRASE_WORDS = 4
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
    posting = _shingles(_words(description))
    stuffed = _stuffed(chunks, places)
    pasted = _pasted(chunks, description) | _passages(chunks, description)
    seen: set[str] = set()
    result: list[Chunk] = []
    for chunk in chunks:
        key = " ".join(_words(chunk.embedded))
        flag = ""
        if _INSTRUCTION.search(chunk.masked.text):
            flag = "instruction"
        elif chunk.index in pasted or _is_copied(key.split(), posting):
            flag = "copied"
        elif chunk.index in stuffed:
            flag = "stuffed"
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


def _shingles(words: Sequence[str]) -> set[tuple[str, ...]]:
    return {tuple(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1)}


def _is_copied(words: Sequence[str], posting: set[tuple[str, ...]]) -> bool:
    """True when most words of a sentence stand in the posting in the same order."""
    if len(words) < COPIED_WORDS:
        return False
    covered = [False] * len(words)
    for i in range(len(words) - SHINGLE + 1):
        if tuple(words[i : i + SHINGLE]) in posting:
            covered[i : i + SHINGLE] = [True] * SHINGLE
    return sum(covered) >= COPIED_SHARE * len(words)


def _pasted(chunks: Sequence[Chunk], description: str) -> set[int]:
    """Chunks of a run that stands in the posting line by line: at least three, one of them of five words or more.

    Short lines alone ("Python", "Django") are no sign of copying: an honest list has them too.
    """
    lines = [words for line in description.splitlines() if (words := tuple(_words(line)))]
    place = {words: index for index, words in enumerate(lines)}
    found: set[int] = set()
    run: list[tuple[int, int, int]] = []  # chunk, line of the posting, words
    for chunk in chunks:
        words = tuple(_words(chunk.embedded))
        at = place.get(words, -1)
        if run and at != run[-1][1] + 1:
            found |= _if_copied(run)
            run = []
        if at >= 0:
            run.append((chunk.index, at, len(words)))
    return found | _if_copied(run)


def _passages(chunks: Sequence[Chunk], description: str) -> set[int]:
    """Chunks of a passage that stands in the posting word for word: neighbours in its order that together are long
    enough, one of them a phrase. A posting that was pasted falls into short lines and halves of sentences; none earns.
    """
    stream = f" {' '.join(_words(description))} "
    found: set[int] = set()
    run: list[tuple[int, int]] = []  # chunk, words
    end = 0  # where in the posting the run ends
    for chunk in chunks:
        words = _words(chunk.embedded)
        same = f" {' '.join(words)} "
        at = stream.find(same, end, end + PASSAGE_GAP + len(same)) if run and words else -1
        if at < 0:
            # Skills of one's own that the posting names in another order are no passage of it.
            found |= _if_passage(run)
            run = []
            at = stream.find(same) if words else -1
        if at >= 0:
            run.append((chunk.index, len(words)))
            end = at + len(same) - 1
    return found | _if_passage(run)


def _if_passage(run: Sequence[tuple[int, int]]) -> set[int]:
    counts = [words for _, words in run]
    long_enough = sum(counts) >= PASSAGE_WORDS and max(counts, default=0) >= PHRASE_WORDS
    return {index for index, _ in run} if long_enough else set()


def _if_copied(run: Sequence[tuple[int, int, int]]) -> set[int]:
    long_enough = len(run) >= 3 and max(words for _, _, words in run) >= 5
    return {index for index, _, _ in run} if long_enough else set()


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
