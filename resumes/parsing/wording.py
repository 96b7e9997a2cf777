"""Is a piece of a header a job title, an employer, a place? Scores from lexicons, no decision yet."""

import re
from functools import lru_cache

from resumes.parsing.folding import fold
from resumes.parsing.lexicon import lexicon, terms

HEADS, MODIFIERS, WHOLE, EMPLOYMENT = (
    lexicon("titles", name) for name in ("heads", "modifiers", "whole", "employment")
)
ENDINGS = tuple(terms("titles", "endings"))
LEGAL_FORMS, WORDS, SCHOOL_WORDS, DEPARTMENTS = (
    lexicon("organisations", name) for name in ("legal_forms", "words", "schools", "departments")
)
OWN_EMPLOYER = lexicon("titles", "own")
VERBS, SMALL = lexicon("verbs", "verbs"), lexicon("verbs", "small")
# Endings that name who does something: weak evidence, where the lists hold no such word.
_AGENT_ENDINGS = ("er", "or", "ist", "ian", "eur", "euse", "trice", "iere", "ero", "era", "ista", "tore", "dor", "dora")
_ELIDED = re.compile(r"^[dlDL]['’](?=\w)")  # "l'Erdre" begins as its name does
# Heads that are common words too: in a longer text they make no title.
_LOOSE = lexicon("titles", "loose")

_WORD = re.compile(r"[^\s,;:|()\[\]\"]+")
_LEVEL = re.compile(
    r"(?<!\s)\s*(?:\((?:m/?w/?d|f/?m/?d|m/?f/?d|h/?f|f/?h|w/?m/?d|m/?w|gn|all genders|x)\)"
    r"|(?:[,/(]\s*)?\b(?:first|second|third|1st|2nd|3rd) class\b\)?"
    r"|(?:[-/(]\s*)?\b(?:i{1,3}|iv|v|i/ii|ii/iii|l?[1-9]|level [1-9])\b\)?)\s*$"
)
_SERVICE = re.compile(r"\b(?:coast|national|air|civil|home|swiss) guard(?: reserves?)?$")  # an employer, nobody
_HEAD_ENDS = re.compile(
    r"\s+(?:of|for|in|to|at|with|on|de|des|du|d'|der|fur|im|del|della|di|da|do|van|voor|-|and|&|y|et|und|e)\s+"
    r"|\s*[,(-]\s*(?=\S)(?<=[,(\s])|\s+-\s+"
)


@lru_cache(maxsize=8192)
def words_of(text: str) -> tuple[str, ...]:
    """The folded words of ``text``, without marks around them; words joined by a slash stand apart."""
    words: list[str] = []
    for word in _WORD.findall(fold(text)):
        words.extend(part for part in re.split(r"/", word.strip(".'*-–—:")) if part)
    return tuple(words)


def _is_head(word: str) -> bool:
    if word in HEADS:
        return True
    bare = re.sub(r"[:*_/]?(?:in|innen)$|\(.*$", "", word)
    return bare in HEADS or (len(word) > 7 and word.endswith(ENDINGS))


def _is_legal(word: str) -> bool:
    return word in LEGAL_FORMS or word.replace(".", "") in LEGAL_FORMS


@lru_cache(maxsize=8192)
def title_score(text: str) -> float:
    """How much ``text`` reads as a job title: 3 and more is certain, below 1 is not one."""
    plain = _LEVEL.sub("", fold(text).strip(" .,;:-"))
    words = words_of(plain)
    if not words:
        return -3.0
    if _SERVICE.search(plain):
        return -1.0
    if plain in WHOLE:
        return 3.5
    score = 0.0
    lead = words_of(_HEAD_ENDS.split(plain, 1)[0])
    if lead and _is_head(lead[-1]):
        score = 3.0 if lead[-1] not in _LOOSE or len(words) <= 4 else 1.5
    elif _is_head(words[-1]):
        score = 3.0
    elif _is_head(words[0]) or any(plain.startswith(f"{phrase} ") for phrase in WHOLE):
        score = 2.5 if words[0] not in _LOOSE else 1.5
    elif any(_is_head(word) for word in words):
        score = 1.5
    elif all(word in MODIFIERS or word in SMALL for word in words):
        score = 0.5
    if words[0] in MODIFIERS and score >= 1.5:
        score += 0.5
    if score < 1.5 and re.search(r"\s(?:ii|iii|iv|i/ii)$", fold(text).strip()):
        score = 1.5
    if score < 1.0 and lead and len(lead[-1]) >= 6 and lead[-1].endswith(_AGENT_ENDINGS) and lead[-1] not in WORDS:
        score = 1.0
    if words[-1].endswith("'s"):
        score -= 2.0
    if _is_legal(words[-1]) and len(words) > 1:
        score -= 3.0
    if len(words) > 9:
        score -= 1.0
    if re.search(r"\d,\d{3}|\d+\+? (?:employees|people|staff|students|beds|locations)", plain):
        score -= 3.0
    return score - _prose_penalty(text)


@lru_cache(maxsize=8192)
def organisation_score(text: str) -> float:
    """How much ``text`` reads as the name of an employer or school: 3 and more is certain."""
    words = words_of(text)
    if not words:
        return -3.0
    if _SERVICE.search(fold(text)):
        return 3.0
    score = 0.0
    if _is_legal(words[-1]) or (len(words) > 2 and _is_legal(words[-2])):
        score = 4.0 if len(words) > 1 else 1.0
    elif words[-1] in WORDS or words[-1] in SCHOOL_WORDS:
        score = 3.0
    elif words[0] in SCHOOL_WORDS or (len(words) > 2 and words[0] in WORDS and words[1] in SMALL):
        score = 2.5
    elif any(word in WORDS or word in SCHOOL_WORDS for word in words):
        score = 2.0
    elif re.fullmatch(r"[A-Z][A-Z&.]{1,6}", text.strip()):
        score = 1.0
    elif all(word[:1].isupper() or fold(word) in SMALL for word in text.split()):
        score = 0.5
    if re.search(r"\w &|& \w|\.(?:com|io|ai|org|net)\b", text) and score < 3:
        score += 0.5
    if len(words) > 9:
        score -= 1.0
    return score - _prose_penalty(text)


def _prose_penalty(text: str) -> float:
    return 3.0 if is_prose(text) else 0.0


@lru_cache(maxsize=8192)
def is_prose(text: str) -> bool:
    """Whether ``text`` is part of a sentence rather than a name or title."""
    words = text.split()
    if not words:
        return False
    first = words[0]
    if first[:1].islower() and fold(first) not in SMALL and not re.match(r"[a-z]+[A-Z]|[\w-]+\.\w", first):
        return len(words) > 2
    inner = [_ELIDED.sub("", w) for w in words[1:] if fold(w) not in SMALL and w[:1].isalpha()]
    lower = sum(1 for w in inner if w[:1].islower())
    if fold(first).strip(",") in VERBS and len(words) >= 4 and (lower or not inner) and not _is_named(text, lower):
        return True
    if len(words) < 5:
        return False
    if (
        text.rstrip().endswith((".", ";", "!"))
        and words_of(text)[-1:]
        and words_of(text)[-1] not in LEGAL_FORMS
        and lower >= 2
    ):
        return True
    return bool(inner) and len(inner) >= 4 and lower / len(inner) > 0.6 and title_head_missing(text)


def _is_named(text: str, lower: int) -> bool:
    """Whether what begins with a verb is a title and the employer's name after a comma: "Responsable achats, Acme"."""
    named = re.match(r"[^,]+, [A-ZÀ-Þ]", text) is not None and not text.endswith(".")
    return named and lower <= 1 and _is_head(words_of(text)[0])


def title_head_missing(text: str) -> bool:
    """Whether no word of ``text`` names a person who does a job (sentence-case titles keep theirs)."""
    words = words_of(text)
    if any(fold(text).startswith(f"{phrase} ") for phrase in WHOLE):
        return False
    return len(words) > 8 or not any(_is_head(word) for word in words)


def is_employment_kind(text: str) -> bool:
    """Whether ``text`` only says full-time, contract, internship and the like."""
    return fold(text).strip(" ().,;-") in EMPLOYMENT


def is_department(text: str) -> bool:
    """Whether ``text`` names a department rather than an employer: every word is one that departments are named by."""
    words = words_of(text)
    known = DEPARTMENTS | MODIFIERS | SMALL
    return bool(words) and words[-1] in DEPARTMENTS and all(word in known for word in words)


# Last parts of compounds that name schools, in Germanic and Finnish names.
_SCHOOL_ENDINGS = (
    *("universitat", "hochschule", "gymnasium", "schule", "universiteit", "akademie", "kolleg", "lyceum", "college"),
    *("skolan", "hogskola", "gymnasiet", "universitetet", "universitet", "skole", "skolen", "gymnas", "akademin"),
    *("korkeakoulu", "yliopisto", "yliopiston", "lukio", "hogeschool"),
)
_PERIODICALS = frozenset(("review", "journal", "gazette", "magazine", "newspaper", "quarterly"))


def school_score(text: str) -> float:
    """How much ``text`` reads as a school's name: 2 and more is one."""
    words = words_of(text)
    if not words or is_prose(text) or words[-1] in _PERIODICALS:
        return 0.0
    if any(word in SCHOOL_WORDS for word in words):
        return 2.5
    if any(len(word) > 9 and word.endswith(_SCHOOL_ENDINGS) for word in words):
        return 2.5
    return 0.0
