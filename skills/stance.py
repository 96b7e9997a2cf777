"""Whether a text claims a skill, denies it, or wishes for it.

"No experience with Kubernetes" and "I would like to learn Rust" name a skill that is not there. Word lists; judged
within the sentence, up to the nearest turn ("but", a semicolon).
"""

import re
from enum import StrEnum


class Stance(StrEnum):
    """How a text stands to a skill that it names."""

    STATED = "stated"
    DENIED = "denied"
    LIMITED = "limited"
    WISHED = "wished"


_TURN = re.compile(r"[.!?;\n](?=\s|$)|\b(?:but|however|although|though|yet|except|while|whereas)\b", re.IGNORECASE)
_DOING = (
    r"(?:experience|exposure|knowledge|familiarity|background|expertise|understanding|practice|proficiency|skills?)"
)
_DENIED = re.compile(
    rf"\b(?:no|without(?: any)?|lack(?:s|ed|ing)?(?: of)?|not much|zero)\s+(?:\w+\s+){{0,3}}{_DOING}\b"
    r"|\b(?:have|has|had|do|does|did|is|am|are|was|were|could|can)(?:n['’]t| not)\s+"
    r"(?!only\b|just\b)(?:(?:yet|ever|have|had|been|any)\s+)*\w+"
    r"|\b(?:never|cannot|unfamiliar with|not (?:familiar|experienced|proficient|comfortable|yet)|other than|rather than"
    r"|instead of|not required|no need for)\b",
    re.IGNORECASE,
)
_DENIED_AFTER = re.compile(r"^[^.;\n]{0,25}\b(?:is |are )?not (?:required|needed|necessary|yet)\b", re.IGNORECASE)
_LIMITED = re.compile(
    rf"\b(?:limited|little|minimal|basic|light|some|minor|brief)\s+(?:\w+\s+){{0,2}}{_DOING}\b"
    r"|\b(?:beginner|novice|new to|rarely|seldom|hardly|barely|basics of)\b",
    re.IGNORECASE,
)
_WISHED = re.compile(
    r"\b(?:(?:want(?:s|ed|ing)?|would (?:like|love)|wish(?:es|ed)?|hop(?:e|es|ed|ing)|eager"
    r"|keen|willing|excited|aim(?:s|ing)?"
    r"|plan(?:s|ning)?|look(?:s|ing)? forward|interested|curious|motivated) (?:to|in|about)(?: \w+){0,2}? "
    r"(?:learn\w*|study\w*|explor\w+|grow\w*|mov\w+ into|gain\w*|work\w*|develop\w*|becom\w+|us(?:e|ing))"
    r"|interest(?:ed)? in(?! (?:the )?position)|(?:currently |now |still )?learning(?! (?:and"
    r"|management|development|&|outcomes))"
    r"(?= )|looking (?:for|to)|seeking|in search of|hope to)\b",
    re.IGNORECASE,
)
_HARMLESS = re.compile(r"\bnot only\b|\bno later\b|\bno-code\b|\bmachine learning\b|\bdeep learning\b", re.IGNORECASE)


def stance(text: str, start: int, end: int) -> Stance:
    """How ``text`` stands to the skill named at ``text[start:end]``."""
    begin = 0
    for turn in _TURN.finditer(text, 0, start):
        begin = turn.end()
    clause = _HARMLESS.sub(" ", text[begin:start])
    if _DENIED.search(clause) or _DENIED_AFTER.match(text[end : end + 60]):
        return Stance.DENIED
    if _WISHED.search(clause):
        return Stance.WISHED
    return Stance.LIMITED if _LIMITED.search(clause) else Stance.STATED


def is_negated(text: str, start: int, end: int) -> bool:
    """Whether ``text`` says that the skill named at ``text[start:end]`` is not there, or only wished for."""
    return stance(text, start, end) in (Stance.DENIED, Stance.WISHED)
