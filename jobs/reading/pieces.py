"""Cuts a line that asks for several things of different kinds into one piece for each."""

import re

import skills
from jobs.reading.kinds import kind_of, modality
from jobs.reading.protected import protected_ground
from jobs.reading.sentences import not_asked

_COMPOUND = re.compile(
    # "5 years of sales, including 3 in a leading role": two spans of years are two requirements.
    r",?\s+(?:including|of which|with) (?=(?:at least |a minimum of |minimum )?\d{1,2}\+? (?:or more )?years?\b)"
    r"|,\s+(?=(?:at least |a minimum of |minimum )?\d{1,2}\+? (?:years? )?of which\b)"
    r"|(?<=degree)\s+and\s+(?=(?:an? )?(?:[\w-]+ ){0,3}(?:certificate|certification|licen[cs]e)\b)"
    r"|,?\s+and\s+(?=(?:at least |a minimum of |minimum )?\d{1,2}\+?\s*(?:-|–|to)?\s*\d*\s*(?:years?|yrs?)\b)"
    r"|;\s+(?!or\b)|(?<!\b\w)(?<!\b\w\.\w)\.\s+"
    r"|,\s+(?=(?:master|ph\.?d|mba)\S*(?: degree)? (?:is )?(?:preferred|a plus|desirable))"
    r"|,?\s+and (?=(?:an? )?(?:admission|admitted|(?:valid |current |active )?(?:state )?(?:certifi|licen[cs])\w*"
    r"|membership)\b)"
    r"|,?\s+and\s+(?=[A-Z]\w+ (?:is|are|would be) (?:\w+ )?(?:required|essential|helpful|useful|desirable|welcome"
    r"|an? \w+)\b)",
    re.IGNORECASE,
)
_OF_WHICH = re.compile(r"\b(\d{1,2}\+?) (?:years? )?of (?:which|those|these)(?: years)?\b", re.IGNORECASE)
_ONE = re.compile(r"an? [\w-]", re.IGNORECASE)
_ARE_WANTED = re.compile(r" are (required|essential|mandatory|preferred|desirable)$", re.IGNORECASE)
_IS_WANTED = re.compile(r"[A-Z]\w+ (?:is|are|would be) ")
_THEN_ANY = re.compile(r",? and (?=(?:at least one|one of|one or more|either|any of)\b)", re.IGNORECASE)
_AND = re.compile(r",? and ", re.IGNORECASE)
_OR = re.compile(r"\bor\b", re.IGNORECASE)
_OWN_PIECE = ("certification", "language", "authorisation")


def pieces_of(sentence: str) -> list[str]:
    """The single requirements of a bullet or a short sentence, in order; empty when it says that nothing is asked."""
    if not_asked(sentence):
        return []
    if protected_ground(sentence) == "age":
        return [sentence]  # "between 25 and 40 years" is one thing
    cut = [piece for part in _parts(sentence) for piece in _by_kind(part.strip())]
    cut = [_ARE_WANTED.sub(r" is \1", piece) if len(cut) > 1 and _ONE.match(piece) else piece for piece in cut]
    cut = [_OF_WHICH.sub(r"\1 years", piece) for piece in cut]
    return [piece.strip() for part in cut for piece in _alternatives(part) if piece.strip()]


def _parts(sentence: str) -> list[str]:
    """The sentence at its joints; but "Office and Relativity is essential" is one wish, not two."""
    parts: list[str] = []
    begin = 0
    for joint in _COMPOUND.finditer(sentence):
        left = sentence[begin : joint.start()]
        shared = _IS_WANTED.match(sentence[joint.end() :]) and not modality(left) and " and" in joint.group()
        if not shared:
            parts.append(left)
            begin = joint.end()
    return [*parts, sentence[begin:]]


def _by_kind(text: str) -> list[str]:
    """``3 years of driving, forklift licence, good English``: what is shown by papers stands apart."""
    parts = text.split(", ")
    if len(parts) < 2:
        return [text]
    groups, last = [parts[0]], _kind(parts[0])
    for part in parts[1:]:
        kind = _kind(part)
        apart = kind in _OWN_PIECE or (last in _OWN_PIECE and kind in ("experience", "education"))
        if apart and kind != last and not re.match(r"(?:or|and/or)\b", part):
            groups.append(re.sub(r"^and ", "", part))
        else:
            groups[-1] += f", {part}"
        last = kind
    return groups


def _kind(text: str) -> str:
    ids = tuple(mention.skill_id for mention in skills.find_skills(text))
    named = skills.taxonomy()
    certificate = any(named.get(skill).category == "Certifications and licences" for skill in ids)
    return kind_of(text, ids, False, certificate)


def _alternatives(text: str) -> list[str]:
    """``Go or Rust, and PostgreSQL`` as two pieces: skills that are alternatives apart from those that are not."""
    if not _OR.search(text) and not _THEN_ANY.search(text):
        return [text]
    for where in (*_THEN_ANY.finditer(text), *_AND.finditer(text)):
        left, right = text[: where.start()], text[where.end() :]
        apart = bool(_OR.search(left)) != bool(_OR.search(right))
        if apart and skills.find_skills(left) and skills.find_skills(right) and "(" not in text:
            return [left, *_alternatives(right)]
    return [text]
