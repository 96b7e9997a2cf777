"""Puts the reading together: lines, parts, sentences, and what each asks for."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import skills
from jobs.reading.amounts import degree_level, fluency, years_asked
from jobs.reading.boilerplate import reason_to_ignore
from jobs.reading.drafts import IgnoredSpan, JobReading, RequirementDraft
from jobs.reading.employer import speaks_of_employer
from jobs.reading.headings import IGNORED, Part, heading, inline_heading, part_of
from jobs.reading.kinds import asks_permission, kind_of, modality, without_wish
from jobs.reading.markup import TextLine, text_lines
from jobs.reading.pieces import pieces_of
from jobs.reading.protected import protected_note
from jobs.reading.sentences import clauses, is_search, opens_a_list, sentences, tidy
from jobs.reading.suggestions import company_of, is_title_line, role_of
from jobs.reading.vague import (
    CLAIMED,
    SOFT_NOTE,
    check_note,
    is_asked_of_the_person,
    personal_note,
    too_short,
    vague_note,
)

MOST_REQUIREMENTS = 80
LONGEST_TEXT = 600
SOFT_CATEGORY = "Personal skills"
SOFT_WEIGHT = 0.5
_ANY = re.compile(
    r"\bor\b(?! (?:more|higher|above|better|greater|equivalent|related|similar (?:field"
    r"|degree)|a related|other relevant|an? equivalent|comparable|over|at least))"
    r"|\b(?:such as|e\.g\.?|for example|like|one of|any of|at least one|one or more|similar"
    r"|comparable|either|oder|ou)\b"
    # "Java/Kotlin" is a choice, "CI/CD" and "A/B tests" are one thing.
    r"|(?<=\w)(?<!\bA)(?<!\bCI)(?<!\bTCP)(?<!\bI)(?<!\bPL)(?<!\bUI)(?<!\bUX)(?<!\bQA)(?<!\d)\s?/\s?(?=\w)",
    re.IGNORECASE,
)
_RESPONSIBLE = re.compile(r"\b(?:responsible|accountable|in charge) (?:for|of)\b", re.IGNORECASE)
_WILL_DO = re.compile(
    r"(?:in this (?:role|job|position),? )?you(?:['’]ll| will) (?!need|have|bring|be (?:able|a|an)\b|possess|hold"
    r"|require|must)",
    re.IGNORECASE,
)
_ASKS_OF_SOMEBODY = re.compile(
    r"\b(?:whoever|somebody|someone|they|you|candidates?|applicants?)\b.{0,30}\b(?:must|should|needs? to|have to) "
    r"(?:know|have|hold|be|speak|bring)\b",
    re.IGNORECASE,
)
# "We are a small shop: you will also drive the van, so you need a licence."
_YOU_ALSO = re.compile(r"[:,] (?:so )?you (?:will|need|must|have to)\b", re.IGNORECASE)
_STRONG = re.compile(r"\b(?:must|essential|required|mandatory|(?:is|are|be) critical)\b", re.IGNORECASE)
# "Work with marketing teams" asks for no marketing.
_WITH_OTHERS = re.compile(
    r"\b(?:with|between|across|among|alongside|support|enable|help|to|and|advise|partner\w*"
    r"|coordinat\w+|collaborat\w+)\b"
    r"[^.;]*$",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"^(?:,? (?:and|or|&) [\w-]+|, [\w-]+(?: and [\w-]+)?)?\s+(?:teams?|departments?"
    r"|engineers?|managers?|leads?|leaders?|leadership|colleagues|staff"
    r"|specialists?|assistants?|parents|pupils|students|patients|experts?|scientists?|analysts?|designers?"
    r"|marketers?|developers?|partners?"
    r"|stakeholders?|units?|auditors|groups?|functions?)\b",
    re.IGNORECASE,
)


# Nor does "at a law firm" ask for law, or "a nursing home" for nursing: it says where.
_WHERE = re.compile(
    r"^\s+(?:firms?|schools?|homes?|agenc(?:y|ies)|companies|company|practices?|departments?|office)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Block:
    line: TextLine
    part: Part
    text: str


def read_description(text: str) -> JobReading:
    """Read a job description (plain text, Markdown or HTML).

    Every requirement's ``start`` and ``end`` are code points of ``text``. What asks for nothing is in ``ignored``.
    """
    lines = text_lines(text)
    company = company_of(lines)
    ignored: list[IgnoredSpan] = []
    drafts: list[RequirementDraft] = []
    for block in _blocks(lines, ignored):
        drafts += _requirements(block, company, ignored)
        if len(drafts) >= MOST_REQUIREMENTS and len(_distinct(drafts)) == MOST_REQUIREMENTS:
            break  # no posting asks for more; whatever was pasted, reading it takes no longer
    if not any(draft.kind != "location" for draft in drafts):
        drafts += _thin(lines)
    return JobReading(tuple(_distinct(drafts)), company, role_of(lines), tuple(ignored))


def _blocks(lines: Sequence[TextLine], ignored: list[IgnoredSpan]) -> Iterator[_Block]:
    """Lines that may ask for something, each with the part of the posting it stands in."""
    part = Part.INTRO
    first = next((index for index, line in enumerate(lines) if reason_to_ignore(line.text) != "navigation"), 0)
    has_headings = len(lines) > 4 and any(heading(line, False)[1] or inline_heading(line.text) for line in lines)
    for index, line in enumerate(lines):
        if index < (first + 15 if part is Part.INTRO else first + 3) and is_title_line(line):
            behind = _behind_title(line.text)
            if protected_note(line.text):
                yield _Block(line, part, line.text)  # "Female secretary": flagged, though a title asks for nothing
            elif behind:
                yield _Block(line, part, behind)
            continue
        inline = inline_heading(line.text)
        if inline is None and part is Part.INTRO and has_headings and index < first + 6 and _is_header(line):
            ignored.append(IgnoredSpan(line.start, line.end, "navigation"))
            continue
        if inline is not None:
            own, rest, _ = inline
            if own in IGNORED:
                ignored.append(IgnoredSpan(line.start, line.end, own.value))
            else:
                # "What she does: runs the office. Must know Sage." tells the work in one sentence.
                several = own is Part.DUTIES and len(list(sentences(rest))) > 1
                part = part if line.is_bullet or own is Part.FACTS or several else own
                yield _Block(line, own, rest)
            continue
        follows = index + 1 < len(lines) and lines[index + 1].is_bullet
        is_heading, opened = heading(line, follows)
        if is_heading:
            part = opened or (Part.INTRO if part in IGNORED else part)
            continue
        if part in IGNORED:
            yield from _permission_asked(line)
            ignored.append(IgnoredSpan(line.start, line.end, part.value))
            continue
        yield _Block(line, part, line.text)


def _behind_title(text: str) -> str:
    """What a title line asks for behind the title: at least two more things, one of them a skill or a licence."""
    parts = text.split(", ")[1:]
    return ", ".join(parts) if len(parts) >= 2 and any(skills.find_skills(part) for part in parts) else ""


def _permission_asked(line: TextLine) -> Iterator[_Block]:
    """The sentences of a passage about benefits or the employer that demand a permit or a check all the same."""
    for begin, end in sentences(line.text):
        sentence = line.text[begin:end].strip()
        if (
            (asks_permission(sentence) or check_note(sentence))
            and modality(sentence) == "must"
            and not reason_to_ignore(sentence)
        ):
            yield _Block(line, Part.MUST, sentence)


def _is_name(piece: str, company: str) -> bool:
    """True for a piece that is nothing but the employer's name."""
    return bool(company) and piece.casefold().strip(" .,") == company.casefold().strip(" .,")


def _requirements(block: _Block, company: str, ignored: list[IgnoredSpan]) -> Iterator[RequirementDraft]:
    """The requirements of one line."""
    line, own = block.line, block
    for begin, end in sentences(block.text):
        if own.part is Part.DUTIES and block.part is Part.INTRO:
            own = replace(own, part=Part.INTRO)  # what one sentence tells of the work says nothing of the next
        if begin and own.part is Part.FACTS:
            own = replace(own, part=Part.INTRO)  # "Job type: permanent. PTS required."
        sentence = block.text[begin:end].strip(" •●▪◦‣·|")
        sentence = re.sub(r"\s[-–—]$", "", sentence)
        inline = inline_heading(sentence)
        if inline is not None:
            # "Required: C. Preferred: Rust." in one line: each heading holds until the next.
            own, sentence = replace(own, part=inline[0]), inline[1]
        elif begin and own.part is Part.DUTIES and _ASKS_OF_SOMEBODY.search(sentence):
            own = replace(own, part=Part.MUST)
        elif not line.is_bullet and own.part in (Part.MUST, Part.INTRO) and _WILL_DO.match(sentence):
            own = replace(own, part=Part.DUTIES)  # "You'll support residents" tells the work, wherever it stands
        if begin == 0 and is_title_line(replace(line, text=sentence.rstrip(" ."))):
            # "Electrician, 18th Edition, ECS gold card": what stands behind the title is asked for.
            sentence = _behind_title(sentence) if end < len(block.text) or line.is_bullet else sentence
            if not sentence:
                continue
        if own.part in IGNORED:
            ignored.append(IgnoredSpan(line.start, line.end, own.part.value))
            continue
        reason = reason_to_ignore(sentence) or _prose(sentence, company, own) or _rhetorical(sentence)
        if reason and not (
            reason == "company"
            and (is_search(sentence) or modality(sentence) or _YOU_ALSO.search(sentence))
            and not sentence.endswith("?")
        ):
            if protected_note(sentence) and reason != "equal_opportunity":
                yield _draft(sentence, sentence, own)
            ignored.append(IgnoredSpan(line.start, line.end, reason))
            continue
        if line.is_bullet or own.part is Part.FACTS:
            pieces = [(piece, piece) for piece in pieces_of(sentence)]
        elif _is_prose(sentence) or is_search(sentence):
            pieces = [(piece, context) for clause, context in clauses(sentence) for piece in pieces_of(clause)]
        else:
            pieces = [(piece, piece) for piece in pieces_of(sentence)]
        for piece, context in pieces:
            piece = piece.strip(" .;,")
            if not line.is_bullet and piece.startswith("Our ") and speaks_of_employer(piece, company):
                continue
            if _is_name(piece, company) or opens_a_list(piece):
                continue
            if piece and not too_short(piece) and not (own.part is Part.INTRO and _says_nothing(piece)):
                yield _draft(tidy(piece), piece if modality(piece) else context, own)


def _prose(sentence: str, company: str, block: _Block) -> str:
    """ "company" for prose about the employer that asks for nothing; else empty. A bullet is never prose."""
    if block.line.is_bullet or block.part not in (Part.INTRO, Part.DUTIES, Part.MUST):
        return ""
    asks = modality(sentence) or is_search(sentence) or years_asked(sentence) or asks_permission(sentence)
    return "company" if not asks and speaks_of_employer(sentence, company) else ""


_ASKS_READER = re.compile(r"(?:do|are|have|can|could|would|is) (?:you|this|it)\b.*\?\W*$", re.IGNORECASE)


def _rhetorical(sentence: str) -> str:
    """ "company" for a question that courts the reader ("Do you love fashion?"); empty where it names what is asked."""
    if not _ASKS_READER.match(sentence) or years_asked(sentence):
        return ""
    named = {mention.skill_id for mention in skills.find_skills(sentence)} - CLAIMED
    return "" if named or degree_level(sentence) else "company"


def _is_header(line: TextLine) -> bool:
    """A line above the text proper: company, place, kind of contract."""
    words = line.text.split()
    # "Acme Cloud · London, England (Hybrid)", "The Copper Pot - Austin, TX 78704".
    most = 12 if re.search(r"\s[·|•-]\s", line.text) else 6
    if line.is_bullet or line.is_marked_heading or len(words) > most or re.search(r"[.!?:;]$", line.text):
        return False
    return part_of(line.text) is None and not (modality(line.text) or years_asked(line.text) or is_search(line.text))


def _is_prose(sentence: str) -> bool:
    words = sentence.split()
    if re.match(r"(?:you(?:['’]ll| will)|in this (?:role|position))\b", sentence, re.IGNORECASE):
        return True
    return len(words) > 6 and bool(
        re.search(
            r"\b(?:you|we|candidates?|applicants?|role|position|responsibilit\w+|duties|the|is|are"
            r"|will|should|must|this)\b",
            sentence,
            re.IGNORECASE,
        )
    )


def _says_nothing(piece: str) -> bool:
    """Prose outside any part counts only when it names a skill, asks, or speaks of work to do."""
    if (
        skills.find_skills(piece)
        or kind_of(piece, (), False, False) in ("language", "certification", "authorisation")
        or modality(piece)
        or protected_note(piece)
        or is_asked_of_the_person(piece)
        or years_asked(piece)
        or degree_level(piece)
        or re.search(r"\b(?:skills|knowledge)$", piece)
    ):
        return False
    return len(piece.split()) < (2 if _is_work(piece) else 3)


def _draft(text: str, context: str, block: _Block) -> RequirementDraft:
    taxonomy = skills.taxonomy()
    asked = _skills_asked(without_wish(text))
    # What a resume can only claim is asked for in an interview, not looked for beside what it can show.
    ids = tuple(skill_id for skill_id in asked if skill_id not in CLAIMED)
    named = [taxonomy.get(skill_id) for skill_id in ids]
    certificate = any(skill.category == "Certifications and licences" for skill in named)
    tells_work = _is_work(text) or bool(_RESPONSIBLE.search(context))
    in_duties = block.part is Part.DUTIES or (block.part is Part.INTRO and tells_work and not certificate)
    kind = kind_of(text, asked, in_duties, certificate)
    if block.part is Part.FACTS and kind == "other":
        kind = "location"
    soft = bool(named) and all(skill.category == SOFT_CATEGORY for skill in named)
    note = _note(text, kind, bool(asked) and not ids, bool(named) and not soft)
    scorable = not note
    return RequirementDraft(
        text=text[:LONGEST_TEXT],
        kind="other" if note.startswith("Stands for a protected") else kind,
        must_have=_is_must(context, block, kind) and scorable,
        weight=SOFT_WEIGHT if soft and scorable else 1.0,
        years=years_asked(text)
        if not note.startswith("Stands for a protected")
        and kind in ("experience", "skill", "certification", "education", "responsibility")
        else None,
        level=_level(kind, text),
        skills=ids or (asked if not scorable else ()),
        skills_mode="any" if len(ids) > 1 and _ANY.search(text) else "all",
        scorable=scorable,
        note=note or (SOFT_NOTE if soft else ""),
        start=block.line.start,
        end=block.line.end,
    )


def _note(text: str, kind: str, only_claimed: bool, names_skills: bool) -> str:
    """Why a requirement is not scored: it stands for a protected attribute, or no resume can show it; empty if not."""
    note = protected_note(text) or check_note(text)
    if note or kind in ("education", "certification", "authorisation", "language"):
        return note
    return vague_note(text, names_skills) or (personal_note(text) if only_claimed and kind == "skill" else "")


def _skills_asked(text: str) -> tuple[str, ...]:
    """Ids of the skills that a requirement asks for: not those it says are not needed, nor those of colleagues."""
    asked = []
    for mention in skills.find_skills(text):
        if skills.stance(text, mention.start, mention.end) is skills.Stance.DENIED:
            continue
        if _WHERE.match(text[mention.end :]):
            continue
        if _OTHERS.match(text[mention.end :]) and _WITH_OTHERS.search(text[: mention.start]):
            continue
        asked.append(mention.skill_id)
    return tuple(dict.fromkeys(asked))


def _level(kind: str, text: str) -> str:
    if kind == "education":
        return degree_level(text)
    return fluency(text) if kind == "language" else ""


def _is_must(context: str, block: _Block, kind: str) -> bool:
    """By the wording first, then by the part; outside any part what a candidate must bring is a must."""
    word = modality(context)
    if word == "nice" or (block.part is Part.NICE and word != "must"):
        return False
    if word == "must":
        # "The role requires writing guides" tells what the work is; "must write guides" asks for it.
        return kind != "responsibility" or bool(_STRONG.search(context))
    if block.part is Part.MUST:
        return True
    if block.part is Part.FACTS:
        return kind == "location"
    if block.part is Part.DUTIES:
        # "5+ years of nursing" among the duties is no duty.
        return kind in ("education", "certification") or (kind == "experience" and bool(years_asked(context)))
    return block.part is Part.INTRO and kind in (
        "skill",
        "experience",
        "education",
        "certification",
        "authorisation",
        "language",
    )


def _is_work(text: str) -> bool:
    from jobs.reading.sentences import VERBS

    first = " ".join(text.split()[:2]) if text.casefold().startswith("look after") else text.split(" ", 1)[0]
    return bool(re.match(rf"^(?:{VERBS})(?:e?s)?$", first, re.IGNORECASE)) or (
        first.endswith("ing")
        and first.lower() not in ("experience", "understanding", "strong", "working", "willing", "being", "engineering")
    )


def _thin(lines: Sequence[TextLine]) -> Iterator[RequirementDraft]:
    """What a posting of a few words asks for: its skills and its years."""
    for line in lines[:3]:
        ids = tuple(dict.fromkeys(mention.skill_id for mention in skills.find_skills(line.text)))
        if ids:
            yield RequirementDraft(line.text[:LONGEST_TEXT], "skill", True, skills=ids, start=line.start, end=line.end)


def _distinct(drafts: Sequence[RequirementDraft]) -> list[RequirementDraft]:
    """Each requirement once: the same words, or the same skills in as few words, come together; a must stays one."""
    kept: dict[str, RequirementDraft] = {}
    for draft in drafts:
        key = " ".join(re.findall(r"\w+", draft.text.casefold()))
        before = kept.get(key)
        kept[key] = draft if before is None else replace(before, must_have=before.must_have or draft.must_have)
    return list(kept.values())[:MOST_REQUIREMENTS]
