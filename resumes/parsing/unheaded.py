"""Experience and education that stand under no heading of their own, known by what the lines hold."""

import re

from resumes.parsing.blocks import Block, entry_blocks
from resumes.parsing.contact import EMAIL
from resumes.parsing.degrees import find_degree
from resumes.parsing.folding import fold
from resumes.parsing.pieces import header_date, read_header
from resumes.parsing.rows import Row
from resumes.parsing.sections import HEADER, Section
from resumes.parsing.wording import VERBS, organisation_score, school_score, title_score

_HOSTS = (HEADER, "summary")


def recover_sections(sections: list[Section]) -> list[Section]:
    """Sections with experience and education cut out of the header or summary they were found in.

    Only what the document has no heading for is looked for.
    """
    kinds = {section.kind for section in sections if section.rows}
    wanted = {"experience", "education"} - kinds
    if not wanted:
        return sections
    found: list[Section] = []
    for section in sections:
        found.extend(_cut(section, wanted) if section.kind in _HOSTS and section.rows else [section])
    return found


def _cut(section: Section, wanted: set[str]) -> list[Section]:
    """The section up to the first entry, then a section for each run of entries of one kind."""
    blocks = [(block, _kind(block)) for block in entry_blocks(section.rows)]
    pieces: list[tuple[str, int]] = []
    for number, (block, kind) in enumerate(blocks):
        if kind in wanted and (not pieces or pieces[-1][0] != kind):
            alike = [_above(other) for other, of in blocks[number + 1 :] if of == kind]
            pieces.append((str(kind), _first(block, min(alike, default=0)).index))
    if not pieces:
        return [section]
    first = pieces[0][1]
    result = [Section(section.kind, section.heading, section.start, [r for r in section.rows if r.index < first])]
    for number, (kind, begin) in enumerate(pieces):
        stop = pieces[number + 1][1] if number + 1 < len(pieces) else None
        rows = [row for row in section.rows if row.index >= begin and (stop is None or row.index < stop)]
        result.append(Section(kind, "", rows[0].start, rows))
    return [*result[:-1], *_with_skills(result[-1])]


def _with_skills(section: Section) -> list[Section]:
    """The last entries, and apart from them the lists of short names that follow: skills without their heading."""
    at = len(section.rows)
    while at > 1 and _is_list(section.rows[at - 1]):
        at -= 1
    if at == len(section.rows):
        return [section]
    rows = section.rows[at:]
    section.rows = section.rows[:at]
    return [section, Section("skills", "", rows[0].start, rows)]


def _is_list(row: Row) -> bool:
    """Whether the row lists three short names or more, and neither dates nor a school."""
    items = [item.split() for item in re.split(r"[,;|·•]", row.body) if item.strip()]
    if len(items) < 3 or header_date(row) is not None or school_score(row.body) > 0 or EMAIL.search(row.text):
        return False
    tells = row.body.endswith(".") or fold(items[0][0]) in VERBS
    return all(len(words) <= 4 for words in items) and not tells


def _above(block: Block) -> int:
    """How many header rows stand above the date."""
    return next((index for index, row in enumerate(block.header) if header_date(row) is not None), 0)


def _first(block: Block, usual: int) -> Row:
    """The first header row that belongs to the entry: not the candidate's name or contact above it.

    As many rows above the date as the other entries have (``usual``) belong to it, whatever they name.
    """
    anchor = _above(block)
    begin = anchor
    while begin > 0:
        row = block.header[begin - 1]
        names = any(title_score(p.text) >= 2 or organisation_score(p.text) >= 1.5 for p in read_header(row).pieces)
        if EMAIL.search(row.text) or not (names or anchor - begin < usual):
            break
        begin -= 1
    block.header = block.header[begin:]
    return block.header[0]


def _kind(block: Block) -> str | None:
    """What an entry is: dated and with a job title, or with a degree and a school."""
    dates = [date for row in block.header if (date := header_date(row)) is not None]
    if not dates:
        return None
    pieces = [piece.text for row in block.header for piece in read_header(row).pieces]
    text = " ".join(pieces)
    if find_degree(text) is not None and school_score(text) > 0:
        return "education"
    titled = any(title_score(part) >= 2 for piece in pieces for part in piece.split(", "))
    return "experience" if titled and any(date.is_range for date in dates) else None
