"""Which rows are headings of sections, and of which."""

import re
from collections import Counter
from dataclasses import dataclass

from resumes.parsing.dates import find_dates
from resumes.parsing.degrees import find_degree
from resumes.parsing.folding import fold
from resumes.parsing.languages import mostly_languages
from resumes.parsing.lexicon import lexicon, pattern, terms
from resumes.parsing.places import parse_place
from resumes.parsing.rows import Geometry, Row
from resumes.parsing.wording import organisation_score, title_score
from skills import find_skills

EXPERIENCE, EDUCATION, SKILLS, PROJECTS = "experience", "education", "skills", "projects"
CERTIFICATES, LANGUAGES, SUMMARY, OTHER, CONTACT = "certifications", "languages", "summary", "other", "contact"
KINDS = (EXPERIENCE, EDUCATION, SKILLS, PROJECTS, CERTIFICATES, LANGUAGES, SUMMARY, OTHER, CONTACT)
PHRASES = {phrase: kind for kind in KINDS for phrase in terms("headings", kind)}
KEYWORDS = {word: kind for kind in KINDS for word in terms("headings", f"keyword {kind}")}
COMPOUNDS = {ending: kind for kind in (EXPERIENCE, SKILLS) for ending in terms("headings", f"compound {kind}")}
WEAK, JOINERS = lexicon("headings", "weak"), lexicon("headings", "joiners")
PARTS = lexicon("headings", "parts of experience")
DOCUMENT_TITLES = frozenset(pattern("document titles").split("|"))
_EDGE = re.compile(r"^[\W_]+|[\W_]+$")
_LONGEST_LABEL = 200  # a line of thousands of words is no label, and is asked about for each of its words
_SPACED = re.compile(r"^(?:\S ){3,}\S?$|^(?:\S\s){3,}\S$")
_INLINE = re.compile(r"^(?P<label>[^:]{3,40}?)\s*:\s*(?=\S)")
_INLINE_KINDS = frozenset({SKILLS, LANGUAGES, OTHER, SUMMARY, CONTACT})
_INLINE_PLAIN = ("education", "academic", "licen", "certif")  # begin labels that say what they are by themselves
_NUMBER = re.compile(r"^(?:section\s+)?(?:\d{1,2}|[ivx]{1,4})[.)]\s+")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: its kind, and where in the row the section's own text begins (the row's end if it has none)."""

    row: int
    kind: str
    label: str
    content_at: int
    below_at: int | None = None  # where the next row's text begins, if the label goes on there


def normal_label(folded: str) -> str:
    """A label as the lexicon writes it: no marks around it, ``&`` as ``and``, letter-spacing closed."""
    text = _NUMBER.sub("", folded.strip())
    if _SPACED.match(text):
        text = " ".join(part.replace(" ", "") for part in re.split(r"\s{2,}", text))
    text = _EDGE.sub("", text)
    return re.sub(r"\s+", " ", re.sub(r"\s*(?:&|/|\+)\s*", " and ", text))


def label_kind(folded: str) -> str | None:
    """The section kind of a label the lexicon knows, whole or joined by "and"; None for any other text."""
    if len(folded) > _LONGEST_LABEL:
        return None
    label = normal_label(folded)
    kind = PHRASES.get(label)
    if kind is not None or not label:
        return kind
    joined = label.replace(" ", "")
    if len(joined) > 5 and " " in label and all(len(part) <= 2 for part in label.split()):
        return next((k for phrase, k in PHRASES.items() if phrase.replace(" ", "") == joined), None)
    for mark in (" and ", " et ", " und ", " y ", " e ", " en ", ", "):
        if mark in label:
            parts = [PHRASES.get(part.strip()) for part in label.split(mark)]
            if all(parts):
                return parts[0]
    return None


def keyword_kind(folded: str) -> str | None:
    """The section kind of the last telling word of a short label."""
    words = [w for w in re.split(r"[\s/,&]+", normal_label(folded)) if w]
    if not 1 <= len(words) <= 5:
        return None
    telling = [kind for word in words if (kind := KEYWORDS.get(word) or _compound_kind(word))]
    return telling[-1] if telling and words[-1] not in JOINERS else None


def _compound_kind(word: str) -> str | None:
    """The kind of a German or Dutch compound by its last part: "Methodenkenntnisse"."""
    return next((kind for ending, kind in COMPOUNDS.items() if len(word) > len(ending) and word.endswith(ending)), None)


def looks_like_heading(row: Row, geometry: Geometry) -> bool:
    """Whether the row is set apart as headings are: capitals, bold, larger or ending in a colon."""
    return row.is_capitals or row.is_bold or geometry.is_large(row) or row.body.endswith(":")


def find_headings(rows: list[Row], geometry: Geometry) -> list[Heading]:
    """All headings among ``rows``, in order."""
    found: list[Heading] = []
    for row in rows:
        heading = None if _is_title(row) else _heading(row, rows, geometry)
        if heading is not None and not (found and found[-1].row == row.index):
            found.append(heading)
    found = _without_subheadings(found, rows)
    return sorted([*found, *_set_alike(found, rows, geometry)], key=lambda heading: heading.row)


def _set_alike(found: list[Heading], rows: list[Row], geometry: Geometry) -> list[Heading]:
    """Rows that no lexicon knows but that look as the known headings do, and as hardly anything else."""
    known = [rows[heading.row] for heading in found if heading.content_at == len(rows[heading.row].text)]
    taken = {heading.row for heading in found}
    looks = Counter(map(_look, known))
    alike: list[Heading] = []
    for look, count in looks.items():
        size, bold, capitals = look
        large = 0 < 1.12 * geometry.size <= size
        # A single known heading is enough where it is large: nothing else is set so but headings of another wording.
        if count < (1 if large else 2) or not (bold or capitals or large):
            continue
        same = [row for row in rows if _look(row) == look and row.index > 0]
        others = [row for row in same if row.index not in taken]
        # Large ones are headings whatever they say; bold alone may also be how entries begin.
        if not others or len(others) > count * (3 if large else 1) or (count < 2 and not all(map(_may_head, others))):
            continue
        for row in filter(_may_head, others):
            if not _stands_as(row, known):
                continue
            kind = keyword_kind(row.folded.strip())
            # Above the first known heading stand name and headline: there a heading must say what it heads.
            if kind is not None or row.index > known[0].index or (large and _below_contact(row, rows)):
                alike.append(Heading(row.index, kind or OTHER, row.body, len(row.text)))
    return alike


def _stands_as(row: Row, known: list[Row]) -> bool:
    """Whether a row begins where a known heading of its page does, or is centred as one is."""
    near = [head.line for head in known if head.line.page == row.line.page]
    middle = row.line.x0 + row.line.x1
    return not near or any(abs(row.line.x0 - h.x0) < 9 or abs(middle - h.x0 - h.x1) < 18 for h in near)


def _below_contact(row: Row, rows: list[Row]) -> bool:
    """Whether an e-mail address stands above: what follows it is no name and no headline."""
    return any("@" in above.text for above in rows[: row.index])


def _look(row: Row) -> tuple[float, bool, bool]:
    return round(2 * row.line.size) / 2, row.is_bold, row.is_capitals


def _may_head(row: Row) -> bool:
    """Whether a row could be a heading at all: a few words, no date, no employer, no title."""
    body = row.body
    if row.is_bullet or len(row.words) > 6 or re.search(r"[\d@,;|\t]|[.!?]$", body) or not body[:1].isupper():
        return False
    return (
        not _begins_degree(row)
        and title_score(body) < 1.5
        and organisation_score(body) < 2
        and parse_place(body) is None
    )


def _begins_degree(row: Row) -> bool:
    """Whether the row is a degree and its field, or the first line of them: "BTech in Information"."""
    degree = find_degree(row.body) if len(row.words) > 1 else None
    return degree is not None and degree.start == 0 and degree.area is not None and degree.level != "none"


def _is_title(row: Row) -> bool:
    """Whether the row only says what the document is, at its top: "Resume" is French for a summary further down."""
    return row.index == 0 and normal_label(row.folded) in DOCUMENT_TITLES


def _without_subheadings(found: list[Heading], rows: list[Row]) -> list[Heading]:
    """Headings less the ordinary words set smaller than headings are: "Leadership" above one of several strengths."""
    usual: dict[tuple[int, int], float] = {}
    for heading in found:
        line = rows[heading.row].line
        if normal_label(fold(heading.label)) not in WEAK:
            key = (line.page, line.column)
            usual[key] = max(usual.get(key, 0.0), line.size)
    kept: list[Heading] = []
    for heading in found:
        if kept and any(no(heading, kept[-1], rows) for no in _NO_SECTIONS):
            continue
        line = rows[heading.row].line
        small = line.size < 0.98 * usual.get((line.page, line.column), 0.0)
        lists = heading.kind in (SKILLS, LANGUAGES) and "," in rows[heading.row].text[heading.content_at :]
        if not small or normal_label(fold(heading.label)) not in WEAK or lists or _names_languages(heading, rows):
            kept.append(heading)
    return kept


def _is_kind_of_skill(heading: Heading, above: Heading, rows: list[Row]) -> bool:
    """Whether "Languages" stands over programming languages, within the skills."""
    following = rows[heading.row + 1] if heading.row + 1 < len(rows) else None
    if heading.kind != LANGUAGES or above.kind != SKILLS or following is None:
        return False
    return heading.content_at == len(rows[heading.row].text) and not (
        mostly_languages(following.body) or not find_skills(following.body)
    )


def _parts_positions(heading: Heading, above: Heading, rows: list[Row]) -> bool:
    """Whether a label set smaller than the heading over positions parts some of them: "Miscellaneous"."""
    row, head = rows[heading.row], rows[above.row]
    following = rows[heading.row + 1] if heading.row + 1 < len(rows) else None
    if heading.kind != OTHER or above.kind != EXPERIENCE or following is None or row.folded.strip() not in PARTS:
        return False
    return 0 < row.line.size < 0.95 * head.line.size and bool(find_dates(following.text))


def _is_within_entry(heading: Heading, above: Heading, rows: list[Row]) -> bool:
    """Whether a label set as the text is stands within a position, where headings are set larger: "Achievements"."""
    row, head = rows[heading.row], rows[above.row]
    plain = not (row.is_bold or row.is_capitals) or 0 < head.line.size >= 1.25 * row.line.size
    return heading.kind == OTHER and above.kind == EXPERIENCE and plain and row.line.size < 0.95 * head.line.size


def _is_dated_title(heading: Heading, above: Heading, rows: list[Row]) -> bool:
    """Whether a label that is a title too stands beside or below a date, among positions: "Volunteer"."""
    row, before = rows[heading.row], rows[heading.row - 1]
    if heading.kind != OTHER or above.kind != EXPERIENCE or above.row == before.index or title_score(row.body) < 2:
        return False
    dates = find_dates(before.text)
    return bool(dates) and not re.search(r"\w", before.text[: dates[0].start] + before.text[dates[-1].end :])


_NO_SECTIONS = (_is_kind_of_skill, _parts_positions, _is_within_entry, _is_dated_title)


def _names_languages(heading: Heading, rows: list[Row]) -> bool:
    """Whether spoken languages follow a label that could also stand over programming languages."""
    following = rows[heading.row + 1] if heading.row + 1 < len(rows) else None
    return heading.kind == LANGUAGES and following is not None and mostly_languages(following.body)


def _heading(row: Row, rows: list[Row], geometry: Geometry) -> Heading | None:
    words = row.words
    set_apart = looks_like_heading(row, geometry)
    if row.is_bullet and not set_apart:
        return None
    folded = row.folded[row.body_at :].strip()
    if len(words) <= 7 or _SPACED.match(folded):
        kind = label_kind(folded)
        if kind is not None and _may_stand(row, normal_label(folded), rows, set_apart):
            return Heading(row.index, kind, row.body, len(row.text))
    rail = _rail(row, rows)
    if rail is not None:
        return rail
    if (
        row.index > 0
        and set_apart
        and len(words) <= 5
        and not re.search(r"\d|@", row.body)
        and (row.is_capitals or geometry.is_large(row) or row.body.endswith(":"))
    ):
        kind = keyword_kind(folded)
        titled = kind == OTHER and title_score(row.body) >= 2  # "Service Technician"
        if kind is not None and not (titled or row.is_bullet or "," in row.body or _begins_degree(row)):
            return Heading(row.index, kind, row.body, len(row.text))
    return _inline(row, geometry)


def _may_stand(row: Row, label: str, rows: list[Row], set_apart: bool) -> bool:
    """Whether a lexicon label is a heading here: weak words need its looks; the end of a wrapped line is none."""
    if set_apart:
        return True
    if label in WEAK or row.body[:1].islower() or row.body.endswith((",", ".", ";")):
        return False
    before = rows[row.index - 1] if row.index else None
    return before is None or not before.body.endswith((",", ";", "&", " and", "-"))


def _rail(row: Row, rows: list[Row]) -> Heading | None:
    """A label in a rail at the left, its section's text on the same line after a wide gap."""
    segments = row.segments
    if len(segments) < 2 or row.is_bullet:
        return None
    first, second = segments[0], segments[1]
    label = row.text[first[0] : first[1]]
    kind = label_kind(row.folded[first[0] : first[1]])
    if kind is not None and not re.search(r"\d", label):
        # "Internship" and its date is a position, no heading.
        return None if _is_position(label, row.text[second[0] :]) else Heading(row.index, kind, label, second[0])
    below = rows[row.index + 1] if row.index + 1 < len(rows) else None
    if below is not None and len(below.segments) >= 2 and abs(below.line.x0 - row.line.x0) < 2:
        low = below.segments[0]
        joined = f"{row.folded[first[0] : first[1]]} {below.folded[low[0] : low[1]]}"
        kind = label_kind(joined)
        if kind is not None:
            return Heading(row.index, kind, f"{label} {below.text[low[0] : low[1]]}", second[0], below.segments[1][0])
    return None


def _is_position(label: str, rest: str) -> bool:
    """Whether a label with nothing but a date beside it is the title of a position."""
    dates = find_dates(rest) if title_score(label) >= 1.5 else []
    return bool(dates) and not re.search(r"\w", rest[: dates[0].start] + rest[dates[-1].end :])


def _inline(row: Row, geometry: Geometry) -> Heading | None:
    """A label with a colon and the section's text after it on the same line: "Languages: French, English"."""
    match = _INLINE.match(row.body)
    if match is None or row.is_bullet:
        return None
    label = row.folded[row.body_at : row.body_at + match.end("label")]
    kind = label_kind(label)
    if kind in (EDUCATION, CERTIFICATES) and label.startswith(_INLINE_PLAIN):
        if kind == EDUCATION and find_degree(row.body[match.end() :]) is None:
            return None
        return Heading(row.index, kind, match.group("label"), row.body_at + match.end())
    if kind not in _INLINE_KINDS:
        return None
    return Heading(row.index, kind, match.group("label"), row.body_at + match.end())
