"""Questions for a reason: only a line that itself gives one answers; nearness would be a guess."""

import re

from analyses.asking.material import Answer, Material, quoted, unique

_ASKS_WHY = re.compile(r"\s*(?:why\b|(?:for )?what reason\b|what (?:was|is|were) the reasons?\b)", re.IGNORECASE)
_REASON = re.compile(
    r"\b(?:because|due to|owing to|in order to|since the|as the|after the|following the|redundan\w+|laid off|closure"
    r"|relocat\w+|to (?:pursue|care for|study|return)|reasons? for leaving)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_][\w'’-]{2,}")
_LEFT = frozenset(("leave", "left", "leaving", "quit", "resign", "resigned", "departed"))
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
    ]
)


def reasons(question: str, material: Material) -> Answer | None:
    """The line that gives the reason asked for; None for another kind of question."""
    if not _ASKS_WHY.match(question):
        return None
    asked = {word.casefold() for word in _WORD.findall(question)} - _ASKING
    wants_leaving = bool(asked & _LEFT)
    asked -= _LEFT
    lines = []
    for chunk in material.chunks:
        text = chunk.masked.text
        said = {word.casefold() for word in _WORD.findall(text)}
        leaves = bool(said & _LEFT) or "reason" in text.casefold()
        if _REASON.search(text) and asked <= said and asked and (leaves or not wants_leaving):
            lines.append(chunk)
    cited = unique((material.cite_chunk(chunk) for chunk in lines), 2)
    return Answer(f"The resume says: {quoted(cited)}", cited) if cited else Answer("")
