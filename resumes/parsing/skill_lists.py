"""Skills as the candidate lists them: with and without category labels, in grids, with levels."""

import re
from dataclasses import dataclass
from typing import Any

from resumes.parsing.folding import fold
from resumes.parsing.headings import label_kind
from resumes.parsing.languages import LANGUAGES, is_language_scale, mostly_languages
from resumes.parsing.lexicon import lexicon, pattern
from resumes.parsing.rows import BULLETS, Row, is_wrapped
from resumes.parsing.tables import columns_of
from resumes.parsing.wording import SMALL, VERBS, is_prose

_AND = frozenset(("and", "or", "&"))
_PARTICIPLES = lexicon("verbs", "participles")
_SUBHEADINGS = ("skills", "languages", "certifications")
_LABEL = re.compile(r"^(?P<label>[^:,;()]{2,45}?)\s*:\s*(?=\S)|^(?P<alone>[^:,;()]{2,45}?)\s*:\s*$")
_SPLIT = re.compile(r"\s*(?:[,;|•·●▪◦∙⋅◆♦⬥❖؛、]|\s/\s|\s[–—]\s|\t|\s{3,})\s*(?![^()]*\))")
_LEVEL = re.compile(rf"\s*[-:(]*\s*\b(?P<level>{pattern('skill levels')})\)?\s*$")
_LEVEL_CELL = re.compile(
    rf"(?:{pattern('skill levels')}|\d+\+? ?(?:years?|months?|yrs?)"
    r"|daily|weekly|monthly|yearly|rarely|side projects?|(?:19|20)\d\d)"
)
_STARS = re.compile(r"[\s(]*[★☆●○◉◯■□▪▫⬤⚫⚪✦✧▮▯*]{2,}[\s)]*$")
_LEAD = re.compile(rf"^(?:{pattern('skill leads')})\s+(?=\S)", re.I)
_NOT_SKILLS = re.compile(rf"\b(?:{pattern('no skill labels')})\b")


@dataclass(frozen=True, slots=True)
class ListedSkill:
    """A skill as listed, its category label, the examples in brackets after it, its stated level."""

    name: str
    start: int
    end: int
    category: str | None = None
    keywords: tuple[str, ...] = ()
    level: str | None = None

    def as_json(self) -> dict[str, Any]:
        """The stored form."""
        return {
            "name": self.name,
            "keywords": list(self.keywords),
            "category": self.category,
            "level": self.level,
            "start": self.start,
            "end": self.end,
        }


def parse_skills(rows: list[Row]) -> list[ListedSkill]:
    """The skills of a skills section, in order, each once."""
    found: list[ListedSkill] = []
    category: str | None = None
    skipping = False
    carried = ""
    carried_at = 0
    before: Row | None = None
    told: Row | None = None  # what is a sentence, to know its wrapped end
    railed, twofold = _has_label_rail(rows), _has_two_label_rails(rows)
    for number, row in enumerate(rows):
        if columns_of(row) is not None or is_language_scale(row):
            continue
        spans = row.segments or [(row.body_at, len(row.text))]
        for begin, end in spans:
            text, at = row.text[begin:end], row.start + begin
            if len(spans) == 1 and (_is_subheading(row) or _heads_list(row, rows[number + 1 : number + 2])):
                category, carried = text.rstrip(" :"), ""
                continue
            if twofold and _is_label_of_two(row, spans, (begin, end)):
                category, carried = text.rstrip(" :"), ""
                continue
            if (begin, end) == spans[0] and _is_rail_label(row, spans, railed):
                category, carried = text.rstrip(" :"), ""
                skipping = _NOT_SKILLS.search(fold(text)) is not None or mostly_languages(row.text[end:])
                continue
            if (begin, end) != spans[0] and _LEVEL_CELL.fullmatch(fold(text).strip()):
                continue
            match = _LABEL.match(text)
            if row.is_bullet and not match:
                category, skipping = None, False
            if match:
                label = (match["label"] or match["alone"]).strip()
                skipping = _NOT_SKILLS.search(fold(label)) is not None or mostly_languages(text[match.end() :])
                if not re.match(r"(?:proficient|experienced|learning|familiar)", label.lower()):
                    category = label
                text, at, carried = text[match.end() :], at + match.end(), ""
            ends = told is not None and _ends_sentence(told, row)
            told = row if ends or _is_sentence(text) else None
            if skipping or not text.strip() or told is not None:
                carried = ""
                continue
            if carried and not row.is_bullet and _goes_on(carried, text, before, row):
                found = _replace_last(found, carried, carried_at, text, at, category)
            else:
                found.extend(_items(text, at, category))
            carried, carried_at, before = text, at, row
    return _unique(found)


def _is_subheading(row: Row) -> bool:
    return row.is_bold and not row.is_bullet and label_kind(fold(row.body)) in _SUBHEADINGS


def _heads_list(row: Row, following: list[Row]) -> bool:
    """Whether a bold line names the kind of the skills that the next, which is not bold, lists beside each other.

    Over list items a line in capitals does so too.
    """
    if not following or row.is_bullet or len(row.words) > 4 or "," in row.body:
        return False
    below = following[0]
    if below.is_bullet and (row.is_bold or row.is_capitals):
        return True
    if not row.is_bold:
        return False
    return not below.is_bold and not below.is_bullet and len(re.split(r"\t|,\s|\s[|•·]\s", below.body)) >= 2


def _is_rail_label(row: Row, spans: list[tuple[int, int]], railed: bool = False) -> bool:
    """Whether a row's first cell names the kind of the skills listed in its second."""
    if len(spans) != 2 or row.is_bullet:
        return False
    label, listed = (row.text[begin:end] for begin, end in spans)
    lists = "," in listed or railed or mostly_languages(listed) or label_kind(fold(label)) is not None
    return "," not in label and len(label.split()) <= 4 and lists


def _has_label_rail(rows: list[Row]) -> bool:
    """Whether the section's rows are labels with lists: of the rows with two cells most list several things."""
    two = [row for row in rows if len(row.segments) == 2 and not row.is_bullet]
    whole = len(two) == len(rows) == 2 and all(len(row.text[slice(*row.segments[0])].split()) == 1 for row in two)
    return (len(two) >= 3 or whole) and 2 * sum(_is_rail_label(row, row.segments) for row in two) > len(two) - whole


def _has_two_label_rails(rows: list[Row]) -> bool:
    """Whether rows of four cells are two labels, each with its list: "Analysis", "SPSS, R", "Office", "Excel, Word"."""
    four = [[row.text[begin:end] for begin, end in row.segments] for row in rows if len(row.segments) == 4]
    if any("," in label or len(label.split()) > 3 for cells in four for label in cells[::2]):
        return False
    return bool(four) and 2 * sum("," in listed for cells in four for listed in cells[1::2]) >= len(four)


def _is_label_of_two(row: Row, spans: list[tuple[int, int]], span: tuple[int, int]) -> bool:
    """Whether a cell is the first of a pair of label and list, where rows have two such pairs; the last has one."""
    return not row.is_bullet and len(spans) in (2, 4) and spans.index(span) % 2 == 0


def _goes_on(carried: str, text: str, before: Row | None, row: Row) -> bool:
    """Whether a list wrapped in the middle of an item: an open bracket, or a small letter after a full row."""
    if carried.count("(") > carried.count(")"):
        return True
    full = before is not None and (is_wrapped(before, row) or not before.line.x1)
    return text[:1].islower() and full


def _ends_sentence(told: Row, row: Row) -> bool:
    """Whether a row is the wrapped end of a sentence in the row above it."""
    if row.is_bullet or row.body[:1].isupper() or row.index != told.index + 1 or told.body.endswith("."):
        return False
    return is_wrapped(told, row) or (not told.line.x1 and row.body[:1].islower())


def _is_sentence(text: str) -> bool:
    """Whether a row of the section tells something instead of listing: a verb first, or a full sentence."""
    words = text.split()
    first = fold(words[0]).strip(",.:") if words else ""
    marks = max(text.count(","), text.count(";"))
    if marks >= 2 and len(words) / (marks + 1) <= 4:
        return False
    if len(words) > 3 and first in VERBS and first.endswith("ed") and any(fold(word) in SMALL for word in words[1:]):
        # "Automated testing with Selenium" is a skill, "Automated the testing" is none.
        after = fold(words[1])
        return first not in _PARTICIPLES or (after in SMALL and after not in _AND) or after[:1].isdigit()
    if len(words) > 3 and re.search(r"[^\W\d_]{4}\.$", text) and "," not in text and first in VERBS:
        return True
    return len(words) > 6 and (
        first in VERBS or (is_prose(text) and "," not in text) or (text.endswith(".") and len(words) > 9)
    )


def _replace_last(
    found: list[ListedSkill], carried: str, carried_at: int, text: str, at: int, category: str | None
) -> list[ListedSkill]:
    """A skill wrapped onto the next row: its two halves are one, where the first row's list ended open."""
    if not found or found[-1].end < carried_at or carried.rstrip().endswith((",", ";", ".", "|")):
        return [*found, *_items(text, at, category)]
    items = _items(text, at, category)
    if not items:
        return found
    first, last = items[0], found[-1]
    keywords = (*last.keywords, *first.keywords)
    joined = ListedSkill(f"{last.name} {first.name}", last.start, first.end, category, keywords, first.level)
    return [*found[:-1], joined, *items[1:]]


def _items(text: str, at: int, category: str | None) -> list[ListedSkill]:
    items = []
    begin = 0
    for match in [*_SPLIT.finditer(text), None]:
        end = match.start() if match else len(text)
        item = _item(text[begin:end], at + begin, category)
        if item is not None:
            items.append(item)
        begin = match.end() if match else end
    return items


def _item(raw: str, at: int, category: str | None) -> ListedSkill | None:
    text = _STARS.sub("", raw).strip(f" \t.,;:{BULLETS}")
    lead = _LEAD.match(text)
    while lead and len(text) > lead.end() + 1:
        text = text[lead.end() :]
        lead = _LEAD.match(text)
    level = _LEVEL.search(fold(text))
    stated = None
    if level and level.start() > 1:
        stated, text = text[level.start("level") : level.end("level")], text[: level.start()].strip(" (-–—:")
    keywords: tuple[str, ...] = ()
    brackets = re.match(r"^(?P<name>[^()]{2,}?)\s*\((?P<inner>[^()]+)\)?$", text)
    if brackets and len(brackets["inner"]) > 1:
        keywords = tuple(part.strip() for part in re.split(r"[,;/]\s*", brackets["inner"]) if part.strip())
        text = brackets["name"]
    if _LEVEL_CELL.fullmatch(fold(text)) or (fold(text) in LANGUAGES and (stated or keywords)):
        return None
    if not text or len(text.split()) > 7 or not any(c.isalnum() for c in text) or re.fullmatch(r"[\d\s.+-]+", text):
        return None
    start = at + max(raw.find(text), 0)
    return ListedSkill(text, start, start + len(text), category, keywords, stated)


def _unique(found: list[ListedSkill]) -> list[ListedSkill]:
    seen: set[str] = set()
    kept = []
    for item in found:
        key = fold(item.name)
        if key not in seen:
            seen.add(key)
            kept.append(item)
    return kept
