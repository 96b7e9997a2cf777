"""Which positions count towards years that are asked for: in full, in half, or not at all.

A near title is not enough: to an embedding a front-end developer is nearer to a back-end developer than a back-end
engineer is. So titles are compared by their telling words first, and a position of another speciality counts only for
what it shows of the job, and then in half.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from analyses.engine.calibration import (
    ABOUT_ROLE,
    FITS,
    KIN_LINE,
    RELEVANT_LINE,
    RELEVANT_TITLE,
    SAME_TITLE,
    SHOWS_MOST,
)
from analyses.engine.duties.phrases import place_of, tokens
from analyses.engine.duties.table import duties_asked, telling_duties
from analyses.engine.gender import one_form
from analyses.engine.inputs import Requirement
from analyses.engine.leading import LEADING_TITLE, LEADS, asked_leading_removed, asks_years_of_leading
from analyses.engine.masking import held_title, plain_title
from analyses.engine.matching import duties, skills
from analyses.engine.matching.presence import is_certificate
from analyses.engine.occupations import occupation, same_occupation, share_a_trade
from analyses.engine.reading import Reading
from analyses.engine.similarity import matrix, similarities
from analyses.engine.words import GENERIC, NOISE_STEMS, stem, telling, telling_asked, with_it

FULL, HALF, QUARTER, NONE = 1.0, 0.5, 0.25, 0.0
SAME, BARE, KIN, OTHER, OPPOSED, UNKNOWN = "same", "bare", "kin", "other", "opposed", "unknown"
SUPPORT = 2  # things of the job that a position shows, from which on it is work of that kind
# Specialities that exclude each other though their words stand near: a title with one of them is not the other's.
_OPPOSED = tuple(
    tuple(re.compile(pattern, re.IGNORECASE) for pattern in row)
    for row in (
        (
            r"\bback[- ]?end\b",
            r"\bfront[- ]?end\b",
            r"\b(?:ios|android|mobile)\b",
            r"\bdata (?:engineer|analyst|scientist)\b",
            r"\b(?:qa|test(?:er|ing)?|quality)\b",
            r"\b(?:support|help ?desk|service desk)\b",
            r"\bembedded\b|\bfirmware\b",
            r"\b(?:web|graphic|ui|ux) design",
        ),
        (
            r"\bgraphic\b",
            r"\binterior\b",
            r"\bfashion\b",
            r"\b(?:ui|ux|user experience|product)\b design",
            r"\blandscape\b",
        ),
        (r"\b(?:corporate|m&a|transactional)\b", r"\b(?:criminal|public defen[dc]er|prosecutor)\b", r"\bfamily law"),
        (r"\belectrician\b|\belectrical (?:work|installation)", r"\belectrical (?:design )?engineer"),
        (r"\bconstruction\b|\bsite\b", r"\bIT\b|\bsoftware\b|\bit project\b"),
        (r"\bretail\b(?! pharmac)", r"\bb2b\b|\bsaas\b|\benterprise\b"),
        (r"\bprimary\b|\belementary\b|\bnursery\b", r"\bsecondary\b|\bhigh school\b"),
        (r"\bpa?ediatric", r"\bgeriatric|\belderly\b|\badult\b"),
    )
)
# Specialities of the first row whose work lies side by side, by their places in it: data engineers write services too.
_SIDE_BY_SIDE = frozenset({frozenset({0, 3}), frozenset({1, 2}), frozenset({1, 7})})
# A title ending so is another occupation than the one it assists: a nursing assistant is no nurse.
_ASSISTS = re.compile(
    r"(?:ing|sales|dental|medical|legal|care|kitchen|shop|store|office|lab\w*) (?:assistant|aide|helper)\b|\b(?:aide"
    r"|helper)\b"
    r"|\b(?:intern|internship|trainee|working student|werkstudent\w*|praktikant\w*|stagiaire)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Relevance:
    """How far a position counts, and what of it does: its title, a skill, a line."""

    share: float
    why: str = ""


def relevant_entries(requirement: Requirement, reading: Reading) -> dict[int, Relevance]:
    """The positions that count towards the years of a requirement, by their index in the profile."""
    key = ("relevant", requirement.id)
    if key not in reading.memo:
        rows = {
            index: relevance(index, requirement, reading) for index in range(len(reading.profile.get("work") or []))
        }
        reading.memo[key] = {index: row for index, row in rows.items() if row.share > 0}
    found: dict[int, Relevance] = reading.memo[key]
    return found


def relevance(index: int, requirement: Requirement, reading: Reading) -> Relevance:
    """How far one position counts. Years alone, for a job without a role, count all positions."""
    role = plain_title(reading.job.role_name)
    if asks_years_of_leading(requirement.text) and not requirement_field(requirement):
        return Relevance(FULL, "leads people") if _leads(index, reading) else Relevance(NONE)
    years_only = asks_years_only(requirement)
    if years_only and not role:
        return Relevance(FULL, "any work counts")
    about = years_only or _is_about(requirement.text, role, reading)
    title = _kinship(index, requirement.text if not years_only else "", role if about else "", reading)
    found = _by_what_it_shows(index, requirement, reading, title, role if about else "")
    if about and found.share == FULL and title in (KIN, OTHER) and _of_another_trade(_title(index, reading), role):
        return Relevance(HALF, f"{found.why}, in a position of another trade")
    if title != OPPOSED:
        found = found if found.share > 0 else _of_the_role(index, requirement, role, reading)
        if found.share < FULL and not years_only:
            found = max(found, _in_other_words(index, requirement, reading), key=lambda row: row.share)
        return found
    if found.share == FULL:
        return Relevance(HALF, f"{found.why}, in a position of another speciality")
    beside = [text for text in (requirement.text, role) if text and _lies_beside(_title(index, reading), text)]
    if beside and _support(index, reading):
        return Relevance(QUARTER, "a neighbouring speciality that shows things the job asks for")
    return Relevance(NONE)


def _in_other_words(index: int, requirement: Requirement, reading: Reading) -> Relevance:
    """A position whose title says the work in other words, in full ("purchase ledger assistant" for accounts payable);
    one of whose lines does, in half."""
    readings = [(duty, asked) for asked in duties_asked(requirement.text) for duty, _ in asked.readings]
    if not readings:
        return Relevance(NONE)
    lexicon = telling_duties(tuple(row.text for row in reading.job.requirements))
    titled = lexicon.said(tokens(_title(index, reading)))
    if any(place_of(phrase, titled) is not None for duty, _ in readings for phrase in duty.told):
        return Relevance(FULL, "by its title, which says it in other words")
    undone = reading.undone(requirement.text)
    for duty, _ in readings:
        for chunk, _, said in duties.lines_for(duty, reading):
            own = chunk.entry == index and not chunk.is_head and chunk.index not in undone
            if own and duties.shown_by(duty, chunk, said) is not None:
                return Relevance(HALF, "a line of it says it in other words")
    return Relevance(NONE)


def _of_the_role(index: int, requirement: Requirement, role: str, reading: Reading) -> Relevance:
    """Years of something that no skill names, in a position of the very role: in full where its lines share a telling
    word with what is asked ("commercial installations"), else in half, for they leave it open."""
    if not role or requirement.skills or _kinship(index, "", role, reading) != SAME:
        return Relevance(NONE)
    asked = telling_asked(requirement.text) - NOISE_STEMS - telling_asked(role)
    said = frozenset().union(*(reading.telling[c.index] for c in reading.earning if c.entry == index))
    if any(len(word) > 3 and not word.isdigit() for word in asked & said):
        return Relevance(FULL, "by its title, and its lines speak of it")
    return Relevance(HALF, "by its title; its lines do not speak of it")


def requirement_field(requirement: Requirement) -> frozenset[str]:
    """The telling words of a requirement of years of leading: empty for "3 years in a leadership role"."""
    plain = _YEARS_ONLY.sub(" ", asked_leading_removed(requirement.text))
    return frozenset(word for word in _field(plain) if len(word) > 2)


def _leads(index: int, reading: Reading) -> bool:
    """True for a position whose title or lines say that people were led."""
    if LEADING_TITLE.search(str((reading.profile.get("work") or [])[index].get("position") or "")):
        return True
    return any(
        c.entry == index and not c.is_head and not c.is_limit and LEADS.search(c.masked.text) for c in reading.earning
    )


def _by_what_it_shows(index: int, requirement: Requirement, reading: Reading, title: str, role: str) -> Relevance:
    covered = _skills_shown(index, requirement, reading)
    line = _best_line(index, requirement, reading)
    support = _support(index, reading)
    if title == SAME and role:
        return Relevance(FULL, "by its title")
    if title == BARE and role and covered > 0 and not _uncovered_tools(index, requirement, role, reading):
        return Relevance(FULL, f"a general title, and names {_covered_names(index, requirement, reading)}")
    if covered >= SHOWS_MOST:
        whole = skills.names_mostly_skills(requirement, reading) or title == SAME or line >= RELEVANT_LINE
        # One mention in a position that has nothing else of the job is not years of it.
        strange = title in (OTHER, OPPOSED) and support < SUPPORT and line < RELEVANT_LINE
        return Relevance(FULL if whole and not strange else HALF, "names what is asked")
    if title == SAME:
        return Relevance(FULL, "by its title")
    if title == BARE and support >= SUPPORT and _similarity(_title(index, reading), role, reading) >= SAME_TITLE:
        return Relevance(FULL, "by its title, and shows things the job asks for")
    if title in (OTHER, OPPOSED) and role:
        # One line of a strange position must say the very thing, or stand among others that the job asks for.
        if line >= FITS or (line >= RELEVANT_LINE and support >= SUPPORT):
            return Relevance(HALF, "a line of it says so")
    elif line >= RELEVANT_LINE:
        return Relevance(FULL, "a line of it says so")
    if covered > 0:
        return Relevance(HALF, "names a part of what is asked")
    if support >= SUPPORT and (title in (KIN, BARE) or line >= KIN_LINE):
        return Relevance(HALF, "near in kind, and shows things the job asks for")
    return Relevance(NONE)


def _uncovered_tools(index: int, requirement: Requirement, role: str, reading: Reading) -> list[str]:
    """Names of the skills asked for that the position does not show, less those that only name the field of the role.

    "5 years of backend development with Java": a software engineer's lines say Java; that it was the back end, the
    general title leaves open.
    """
    field = _field(role) | _field(requirement.text)
    lacking = [skill for skill in requirement.skills if not _shown(index, skill, reading)]
    names = [reading.taxonomy.name(skill) for skill in lacking]
    return [name for name in names if not (GENERIC & set(name.casefold().split()) and _field(name) <= field)]


def _covered_names(index: int, requirement: Requirement, reading: Reading) -> str:
    names = [reading.taxonomy.name(skill) for skill in requirement.skills if _shown(index, skill, reading)]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def asks_years_only(requirement: Requirement) -> bool:
    """True for "5+ years of professional experience": no skill, no field."""
    return not requirement.skills and not _YEARS_ONLY.sub(" ", _WISH.sub("", requirement.text)).split()


_WISH = re.compile(r"\s*[,(]\s*(?:ideally|preferably|idealerweise|idéalement)\b.*$", re.IGNORECASE | re.DOTALL)


_YEARS_ONLY = re.compile(
    r"\b(?:\d+\+?|one|two|three|four|five|six|seven|eight|nine|ten|preferred|required|desirable|essential|at least"
    r"|minimum|min|of|or|more|years?|yrs?|experience|professional|relevant|work(?:ing)?"
    r"|prior|proven|full[- ]time"
    r"|paid|the|a|an|in|with|as|have|must|overall|total|industry|similar|role|roles|position|demonstrated"
    r"|hands-on|mindestens|jahren?|berufserfahrung|erfahrung|ans|années?|expérience|minimum|sur|un|une|poste"
    r"|similaire|vergleichbaren?"
    r"|einer|position|post-qualification|qualified|progressive)\b|[^\w\s]|\d|\bd['’]",
    re.IGNORECASE,
)


def _is_about(text: str, role: str, reading: Reading) -> bool:
    """True when what is asked for is nearly the role itself: it shares its telling words, or its meaning."""
    if not role:
        return False
    if _field(text) & _field(role):
        return True
    return _similarity(text, role, reading) >= ABOUT_ROLE


def _similarity(left: str, right: str, reading: Reading) -> float:
    if left not in reading.vectors or right not in reading.vectors:
        return 0.0
    key = ("similarity", left, right)
    if key not in reading.memo:
        pair = similarities(matrix([left], reading.vectors), matrix([right], reading.vectors))
        reading.memo[key] = float(pair[0, 0])
    return float(reading.memo[key])


@lru_cache(maxsize=4096)
def _field(words: str) -> frozenset[str]:
    """The telling words of a title or a requirement, without rank and form of work."""
    words = re.sub(r"\([A-Z]{2,5}\)", " ", with_it(one_form(words)))  # "Registered Nurse (RN)", but "Engineer (Python)"
    plain = re.sub(r"\bback[- ]end\b", "backend", re.sub(r"\bfront[- ]end\b", "frontend", words.casefold()))
    found = (word for word in re.findall(r"[^\W\d_][\w+#&]+", plain) if word not in GENERIC)
    return frozenset(stem(word) for word in found) - NOISE_STEMS


def _kinship(index: int, asked: str, role: str, reading: Reading) -> str:
    """How a title held stands to what is asked and to the role: same, kin, other, opposed, or unknown.

    "Project Manager" is bare for a construction project manager, "Software Engineer" for a back-end developer: which
    projects or what software, only its lines can say.
    """
    title = _title(index, reading)
    if not title:
        return UNKNOWN
    texts = [text for text in (asked, role) if text]
    if any(_are_opposed(title, text) for text in texts):
        return OPPOSED
    if _is_asked_by_name(title, asked):
        return SAME
    near = max((_similarity(title, text, reading) for text in texts), default=0.0)
    own, wanted = _field(title), frozenset().union(*(_field(text) for text in texts))
    if _ASSISTS.search(title) and not any(_ASSISTS.search(text) for text in texts):
        return KIN if own & wanted else OTHER
    if role and _is_another_kind(index, own, _field(role), reading):
        return KIN
    if role and same_occupation(title, role):
        return SAME
    if near >= RELEVANT_TITLE and (own & wanted or not wanted):
        return SAME
    if not own and wanted:
        return BARE
    if near >= RELEVANT_TITLE:
        return KIN if not (own and wanted) or own & wanted else OTHER
    return KIN if own & wanted else OTHER


_AS_A = re.compile(r"\b(?:as|of) (?:an?|the) (?P<title>[^\W\d_][\w /-]{2,40})", re.IGNORECASE)


def _is_asked_by_name(title: str, asked: str) -> bool:
    """True where years "as a planner" are asked for and the title holds every word of that: a transport planner."""
    named = _AS_A.search(asked)
    if named is None:
        return False
    wanted = telling(re.split(r"\s(?:in|for|at|or|with|of)\s", named["title"])[0])
    return bool(wanted) and wanted <= telling(title)


def _of_another_trade(title: str, role: str) -> bool:
    """True where the table knows both titles and they share no trade: sales manager and procurement specialist."""
    left, right = occupation(title), occupation(role)
    return left is not None and right is not None and left != right and not share_a_trade(left, right)


def _is_another_kind(index: int, own: frozenset[str], role: frozenset[str], reading: Reading) -> bool:
    """True where title and role share a word, and each has one of its own that the position does not speak of:
    a real estate paralegal is no litigation paralegal, unless its lines say litigation."""
    lacking = role - own
    if not (own & role and own - role and lacking):
        return False
    key = ("said", index)
    if key not in reading.memo:
        reading.memo[key] = frozenset().union(*(reading.telling[c.index] for c in reading.earning if c.entry == index))
    return not lacking & reading.memo[key]


def _title(index: int, reading: Reading) -> str:
    key = ("title", index)
    if key not in reading.memo:
        row = (reading.profile.get("work") or [])[index]
        reading.memo[key] = held_title(str(row.get("position") or ""), reading.profile)
    return str(reading.memo[key])


def near_the_job(reading: Reading) -> set[int]:
    """Positions near the job: of its role by title, or of no other speciality and showing several things it asks for,
    or counted for years that it asks for."""
    role = plain_title(reading.job.role_name)
    found = set()
    for index in range(len(reading.profile.get("work") or [])):
        title = _kinship(index, "", role, reading) if role else UNKNOWN
        if title == SAME or (title in (BARE, KIN, UNKNOWN) and _support(index, reading) >= SUPPORT):
            found.add(index)
    asked = [r for r in reading.job.requirements if r.scorable and r.kind == "experience" and r.years]
    for requirement in asked:
        if not asks_years_of_leading(requirement.text):
            found |= {index for index, row in relevant_entries(requirement, reading).items() if row.share >= HALF}
    return found


@lru_cache(maxsize=4096)
def _are_opposed(title: str, asked: str) -> bool:
    if re.search(r"\bfull[- ]?stack\b", title, re.IGNORECASE):
        return False
    for row in _OPPOSED:
        held = {i for i, pattern in enumerate(row) if pattern.search(title)}
        wanted = {i for i, pattern in enumerate(row) if pattern.search(asked)}
        if held and wanted and not held & wanted:
            return True
    return False


@lru_cache(maxsize=4096)
def _lies_beside(title: str, asked: str) -> bool:
    """True for two specialities of one trade whose work is alike in parts."""
    row = _OPPOSED[0]
    held = {i for i, pattern in enumerate(row) if pattern.search(title)}
    wanted = {i for i, pattern in enumerate(row) if pattern.search(asked)}
    return any(frozenset({a, b}) in _SIDE_BY_SIDE for a in held for b in wanted)


def _skills_shown(index: int, requirement: Requirement, reading: Reading) -> float:
    """Share (0..1) of the requirement's skills that the position names, itself or through one that shows most of it."""
    groups = skills.groups_of(requirement, reading)
    credits = [max(_shown(index, skill, reading) for skill in group) for group in groups]
    return sum(credits) / len(credits) if credits else 0.0


def _shown(index: int, skill: str, reading: Reading) -> float:
    key = ("shown", index, skill)
    if key in reading.memo:
        return float(reading.memo[key])
    values = (
        1.0 if found == skill else reading.taxonomy.related(skill, found)[0]
        for found in reading.skills_by_entry.get(index, ())
    )
    best = max(values, default=0.0)
    reading.memo[key] = best if best >= SHOWS_MOST else 0.0
    return float(reading.memo[key])


def _best_line(index: int, requirement: Requirement, reading: Reading) -> float:
    """The nearest of the position's sentences that tell of work; 1.0 when one holds every telling word asked for."""
    key = ("lines", requirement.id)
    if key not in reading.memo:
        reading.memo[key] = _best_lines(requirement, reading)
    return float(reading.memo[key].get(index, 0.0))


def _best_lines(requirement: Requirement, reading: Reading) -> dict[int, float]:
    asked = telling_asked(requirement.text)
    own = _lines_of_positions(reading)
    best: dict[int, float] = {}
    for value, chunk in reading.nearest.get(requirement.id, []):
        if chunk.index not in own:
            continue
        says_all = bool(asked) and asked <= reading.telling[chunk.index]
        entry = int(chunk.entry or 0)
        best[entry] = max(best.get(entry, 0.0), 1.0 if says_all else value)
    return best


def _lines_of_positions(reading: Reading) -> frozenset[int]:
    """Lines of positions that tell of work; a certificate named beside them is none."""
    if "lines of positions" not in reading.memo:
        reading.memo["lines of positions"] = frozenset(
            chunk.index
            for chunk in reading.earning
            if chunk.entry is not None and chunk.index in reading.work_told and not is_certificate(chunk)
        )
    found: frozenset[int] = reading.memo["lines of positions"]
    return found


def _support(index: int, reading: Reading) -> int:
    """How many things of the job a position shows: skills asked for, and requirements that one of its lines is near."""
    key = ("support", index)
    if key not in reading.memo:
        asked = {skill for r in reading.job.requirements if r.scorable for skill in r.skills}
        shown = sum(_shown(index, skill, reading) > 0 for skill in asked)
        near = sum(_best_line(index, r, reading) >= RELEVANT_LINE for r in reading.job.requirements if r.scorable)
        reading.memo[key] = shown + near
    return int(reading.memo[key])
