"""Cuts a line that asks for several things of different kinds into one piece for each."""

import re

import skills
from jobs.reading.kinds import kind_of, modality
from jobs.reading.protected import protected_ground
from jobs.reading.sentences import not_asked
from jobs.reading.vague import check_note, is_asked_of_the_person

_COMPOUND = re.compile(
    # "5 years of sales, including 3 in a leading role": two spans of years are two requirements.
    r",?\s+(?:including|of which|with|dont|davon|waarvan|de los cuales|dos quais) (?=(?:at least |a minimum of "
    r"|minimum )?(?:\d{1,2}\+?|one|two|three|four|five) (?:(?:or more )?(?:years?|ans|jahre|jaar|años|anos)"
    r"|as (?:an? )?\w+)\b)"
    r"|,\s+(?=(?:at least |a minimum of |minimum )?(?:\d{1,2}\+?|one|two|three|four"
    r"|five) (?:years? )?of (?:which|it|them"
    r"|those|these)\b)|,?\s+and (?=be (?:good|able|comfortable|confident|strong|familiar|competent|proficient|willing"
    r"|happy|prepared)\b)|,?\s+and (?=(?:your |his |her )?own (?:\w+ ){0,2}(?:tools|vehicle|car|transport"
    r"|laptop|truck|van"
    r"|ute|bike)\b)"
    r"|(?<=degree)\s+and\s+(?=(?:an? )?(?:[\w-]+ ){0,3}(?:certificate|certification|licen[cs]e)\b)"
    r"|,?\s+and\s+(?=(?:at least |a minimum of |minimum )?\d{1,2}\+?\s*(?:-|–|to)?\s*\d*\s*(?:years?|yrs?)\b)"
    r"|,?\s+and (?:to )?(?=(?:hold|have|possess)\b)"
    r"|\s+(?:y|e|et|und|en) (?=(?:vehículo propio|véhicule personnel|veículo próprio|eigene[nrs]? (?:pkw|auto"
    r"|fahrzeug)|eigen"
    r" (?:auto|vervoer))\b)"
    r"|,?\s+and (?=an? (?:[\w/-]+ ){0,3}(?:licen[cs]e|certificate|certification|permit)\b)"
    r"|;\s+(?!or\b)|(?<!\b\w)(?<!\b\w\.\w)(?<!\bmin)(?<!\bmax)(?<!\bapprox)(?<!\byrs)\.\s+"
    r"|,\s+(?=(?:master|ph\.?d|mba)\S*(?: degree)? (?:is )?(?:preferred|a plus|desirable))"
    r"|,?\s+and (?=(?:an? )?(?:admission|admitted|(?:valid |current |active )?(?:state )?(?:certifi|licen[cs])\w*"
    r"|membership)\b)"
    r"|,?\s+and\s+(?=[A-Z]\w+ (?:is|are|would be) (?:\w+ )?(?:required|essential|helpful|useful|desirable|welcome"
    r"|an? \w+)\b)",
    re.IGNORECASE,
)
# "Of which 3 as a supervisor" counts years, too.
_AS_COUNTED = re.compile(r"^((?:at least |a minimum of |minimum )?\d{1,2}\+?) (?=as (?:an? )?\w)", re.IGNORECASE)
_OF_WHICH = re.compile(
    r"\b(\d{1,2}\+?|one|two|three|four|five) (?:years? )?of (?:which|those|these|them|it)(?: years)?\b", re.IGNORECASE
)
_ONE = re.compile(r"an? [\w-]", re.IGNORECASE)
_ARE_WANTED = re.compile(r" are (required|essential|mandatory|preferred|desirable)$", re.IGNORECASE)
_IS_WANTED = re.compile(r"\w+ (?:is|are|would be) ")
_THEN_ANY = re.compile(r",? and (?=(?:at least one|one of|one or more|either|any of)\b)", re.IGNORECASE)
_AND = re.compile(r",? and ", re.IGNORECASE)
_OR = re.compile(r"\bor\b", re.IGNORECASE)
_OWN_PIECE = ("certification", "language", "authorisation", "asked", "protected")
# A list of this many things, most of them phrases, asks for each of them: "diary management across time zones,
# international travel, minutes of board meetings, expenses" is four, where names of tools stay together.
LIST_ITEMS = 4
CHOICE_WORDS = 6  # longest item of a list of alternatives
LIST_LENGTH = 70  # code points
_BELONGS_BEFORE = re.compile(
    r"(?:and|or|und|oder|et|ou|e\.g\.?|i\.e\.?|such as|including|like|ideally|preferably|especially|particularly"
    r"|for example|etc|as well as|both|where|which|who|that|with|within|across|by|from|to|in|on|at|for|of|using|via"
    r"|through|while|under)\b",
    re.IGNORECASE,
)
_IS_ONE_OF = re.compile(
    r"(?:and/)?(?:or|oder|ou|o)\b", re.IGNORECASE
)  # "..., or a related field": one of them is enough
_EXAMPLES = re.compile(r"\b(?:such as|e\.g|for example|including|like|any of|one of|either)\b|[(:]", re.IGNORECASE)
# The last words of what the next words finish: a lone adjective, a preposition.
_UNFINISHED = re.compile(
    r"(?:^(?:full|valid|clean|current|active|strong|good|excellent|fluent)|\b(?:for|of|in|with|to|at|on|a|an|the))$",
    re.IGNORECASE,
)
_LEVELS = (
    r"(?:expert|strong|solid|(?:very )?good|basic|advanced|excellent|working|sehr gute|gute|sichere|bonne|buen[oa]?)"
)
_LEVEL = re.compile(rf"{_LEVELS} ", re.IGNORECASE)
_NEXT_LEVEL = re.compile(rf",?\s+(?:and|und|et|y|e|en) (?={_LEVELS} [\w+#./-]+)", re.IGNORECASE)
_EXPLICIT = re.compile(r"\b(?:essential|required|mandatory|a must)\b", re.IGNORECASE)


def pieces_of(sentence: str) -> list[str]:
    """The single requirements of a bullet or a short sentence, in order; empty when it says that nothing is asked."""
    if not_asked(sentence):
        return []
    if protected_ground(sentence) == "age" and ", " not in sentence:
        return [sentence]  # "between 25 and 40 years" is one thing
    cut = [piece for part in _parts(sentence) for piece in _by_wish(part.strip())]
    cut = [piece for part in cut for piece in _by_kind(part.strip())]
    cut = [_ARE_WANTED.sub(r" is \1", piece) if len(cut) > 1 and _ONE.match(piece) else piece for piece in cut]
    cut = [_AS_COUNTED.sub(r"\1 years ", _OF_WHICH.sub(r"\1 years", piece)) for piece in cut]
    cut = [piece for part in cut for piece in _list_items(part)]
    cut = [piece for part in cut for piece in _levelled(part)]
    return [piece.strip() for part in cut for piece in _alternatives(part) if piece.strip() and not not_asked(piece)]


def _list_items(text: str) -> list[str]:
    """Each thing of a long list of phrases; a text that is none, or one that names tools, as it is."""
    parts = text.split(", ")
    if len(parts) < LIST_ITEMS or len(text) < LIST_LENGTH or _EXAMPLES.search(text):
        return [text]
    if _is_choice(parts) or _IS_ONE_OF.match(parts[-1]):
        return [text]
    if 2 * sum(mention.end - mention.start for mention in skills.find_skills(text)) > len(text):
        return [text]
    items: list[str] = []
    for part in parts:
        if items and (_BELONGS_BEFORE.match(part) or len(part.split()) < 2 or len(items[-1].split()) < 2):
            items[-1] += f", {part}"
        else:
            items.append(part)
    last = re.split(r" and (?=(?:an? )?\w+ \w)", items[-1], maxsplit=1)
    if len(last) == 2 and len(last[0].split()) >= 2:
        items[-1:] = last
    return items if len(items) >= LIST_ITEMS - 1 else [text]


def _levelled(text: str) -> list[str]:
    """``Expert SQL and working Python`` as two pieces, since each has its own level."""
    joint = _NEXT_LEVEL.search(text)
    if joint is None or not _LEVEL.match(text) or not skills.find_skills(text[: joint.start()]):
        return [text]
    right = text[joint.end() :]
    return [text[: joint.start()], right] if skills.find_skills(right) else [text]


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


def _by_wish(text: str) -> list[str]:
    """ "Reception experience essential, dental experience a bonus": what is wished otherwise stands apart."""
    parts = text.rsplit(", ", 1)
    if len(parts) < 2 or min(len(part.split()) for part in parts) < 2:
        return [text]
    left, right = modality(parts[0]), modality(parts[1])
    explicit = any(_EXPLICIT.search(part) for part in parts)  # "at least 4 years, banking preferred" is one thing
    return parts if explicit and left and right and left != right else [text]


def _by_kind(text: str) -> list[str]:
    """``3 years of driving, forklift licence, good English``: what is shown by papers stands apart."""
    parts = text.split(", ")
    if len(parts) < 2 or _is_choice(parts):
        return [text]
    groups, last = [parts[0]], _kind(parts[0])
    for part in parts[1:]:
        kind = _kind(part)
        if kind == "other" and last == "language" and _kind(f"speaks {part}") == "language":
            kind = "language"  # "Slovak, and English well enough to negotiate"
        wished = kind == last == "education" and modality(part) == "nice" != modality(groups[-1])
        apart = kind in _OWN_PIECE or wished or (last in _OWN_PIECE and kind in ("experience", "education", "skill"))
        apart = apart or (last == "education" and kind == "experience")
        # Two licences are two requirements; "ACA, ACCA or CIMA" is one.
        # "Fluent English, Arabic is an advantage": so are two languages that are not wanted alike.
        alike = kind == "language" and modality(part) == modality(groups[-1])
        # "Full, clean driving licence" and "eligible for, DV clearance" are one thing each.
        apart = apart and not _UNFINISHED.search(groups[-1])
        alike = alike or (kind == "education" and modality(part) == modality(groups[-1]))
        other = (
            kind != last or kind in ("certification", "protected") or (kind in ("language", "education") and not alike)
        )
        # "Czech or Slovak, and English" is two: the first is a choice, the second is not.
        other = other or (kind == "language" and part.startswith("and ") and bool(_OR.search(groups[-1])))
        other = other and not (kind == last == "protected" and protected_ground(part) == protected_ground(groups[-1]))
        if apart and other and not re.match(r"(?:or|and/or)\b", part):
            groups.append(re.sub(r"^and ", "", part))
        elif kind == "other" and last in _OWN_PIECE:
            groups[-1] += f", {part}"  # "full licence, clean, 2 years of driving": still the licence
            continue
        else:
            groups[-1] += f", {part}"
        last = kind
    return groups


def _is_choice(parts: list[str]) -> bool:
    """True for "qualified solicitor, CILEX lawyer or licensed conveyancer": the last comma joins alternatives."""
    return bool(_OR.search(parts[-1])) and all(len(part.split()) <= CHOICE_WORDS for part in parts)


def _kind(text: str) -> str:
    if protected_ground(text):
        return "protected"
    if is_asked_of_the_person(text) or check_note(text):
        return "asked"
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
