"""Questions for a reason: only a line that itself gives one answers; nearness would be a guess."""

import re

from analyses.asking.facts import names
from analyses.asking.material import Answer, Material, quoted, unique

_ASKS_WHY = re.compile(
    r"\s*(?:why\b|(?:for )?what reason\b|what (?:was|is|were) (?:the|his|her|their) reasons?\b)"
    r"|.*\breasons? for leaving\b",
    re.IGNORECASE,
)
_REASON = re.compile(
    r"\b(?:because|due to|when the|once the|owing to|in order to|since the|as the|after the|following the"
    r"|redundan\w+|laid off|closure"
    r"|relocat\w+|to (?:pursue|care for|study|return)|reasons? for leaving)\b",
    re.IGNORECASE,
)
_OF_A_GAP = re.compile(r"\b(?:gaps?|breaks?)\b", re.IGNORECASE)  # the dates answer
_WORD = re.compile(r"[^\W\d_][\w'’-]{2,}")
_LEFT = frozenset(("leave", "left", "leaving", "quit", "resign", "resigned", "departed"))
# How a resume says that a position ended.
_ENDED = _LEFT | frozenset(
    (
        "ended",
        "end",
        "redundant",
        "redundancy",
        "laid",
        "closed",
        "closure",
        "shut",
        "bankrupt",
        "bankruptcy",
        "relocated",
        "restructuring",
        "downsizing",
        "insolvency",
    )
)
_LAST = re.compile(r"\b(?:last|latest|previous|former|most recent|current)\b", re.IGNORECASE)
_OF_A_JOB = frozenset(("last", "latest", "previous", "former", "most", "recent", "job", "jobs", "company", "employer"))
_ASKING = frozenset(
    [
        "why",
        "did",
        "does",
        "was",
        "were",
        "has",
        "have",
        "had",
        "the",
        "she",
        "her",
        "his",
        "they",
        "what",
        "reason",
        "reasons",
        "for",
        "from",
        "with",
        "position",
        "role",
    ]
)


def reasons(question: str, material: Material) -> Answer | None:
    """The line that gives the reason asked for; None for another kind of question."""
    if not _ASKS_WHY.match(question) or _OF_A_GAP.search(question):
        return None
    asked = {word.casefold() for word in _WORD.findall(question)} - _ASKING
    wants_leaving = bool(asked & _LEFT)
    asked -= _LEFT
    if wants_leaving:
        return _why_left(question, asked, material)
    lines = []
    for chunk in material.chunks:
        text = chunk.masked.text
        said = {word.casefold() for word in _WORD.findall(text)}
        if _REASON.search(text) and asked <= said and asked:
            lines.append(chunk)
    cited = unique((material.cite_chunk(chunk) for chunk in lines), 2)
    return Answer(f"The resume says: {quoted(cited)}", cited) if cited else Answer("")


def _why_left(question: str, asked: set[str], material: Material) -> Answer:
    """The lines that say why positions ended: of the employer that is named, or of any where none is."""
    rows = list(material.profile.get("work") or [])
    named = {index for index, row in enumerate(rows) if names(question, str(row.get("name") or ""))}
    unknown = asked - _OF_A_JOB if not named else set()
    lines = []
    for chunk in material.chunks:
        said = {word.casefold() for word in _WORD.findall(chunk.masked.text)}
        ends = bool(said & _ENDED) or "reason" in chunk.masked.text.casefold()
        here = (chunk.entry in named or asked <= said) if named else unknown <= said
        if ends and here and (_REASON.search(chunk.masked.text) or said & (_ENDED - _LEFT)):
            lines.append(chunk)
    cited = unique((material.cite_chunk(chunk) for chunk in lines), 3)
    return Answer(f"The resume says: {quoted(cited)}", cited) if cited else Answer("")
