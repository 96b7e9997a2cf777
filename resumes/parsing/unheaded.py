"""Experience and education that stand under no heading of their own, known by what the lines hold."""

from resumes.parsing.blocks import Block, entry_blocks
from resumes.parsing.contact import EMAIL
from resumes.parsing.degrees import find_degree
from resumes.parsing.pieces import header_date, read_header
from resumes.parsing.rows import Row
from resumes.parsing.sections import HEADER, Section
from resumes.parsing.wording import organisation_score, school_score, title_score

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
    for block, kind in blocks:
        if kind in wanted and (not pieces or pieces[-1][0] != kind):
            pieces.append((str(kind), _first(block).index))
    if not pieces:
        return [section]
    first = pieces[0][1]
    result = [Section(section.kind, section.heading, section.start, [r for r in section.rows if r.index < first])]
    for number, (kind, begin) in enumerate(pieces):
        stop = pieces[number + 1][1] if number + 1 < len(pieces) else None
        rows = [row for row in section.rows if row.index >= begin and (stop is None or row.index < stop)]
        result.append(Section(kind, "", rows[0].start, rows))
    return result


def _first(block: Block) -> Row:
    """The first header row that belongs to the entry: not the candidate's name or contact above it."""
    anchor = next(index for index, row in enumerate(block.header) if header_date(row) is not None)
    begin = anchor
    while begin > 0:
        row = block.header[begin - 1]
        names = any(title_score(p.text) >= 2 or organisation_score(p.text) >= 1.5 for p in read_header(row).pieces)
        if not names or EMAIL.search(row.text):
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
