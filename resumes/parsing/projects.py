"""Projects: name, description, dates, highlights."""

from typing import Any

from resumes.parsing.blocks import Block, continues_bullet
from resumes.parsing.contact import URL
from resumes.parsing.pieces import is_headerish, read_header
from resumes.parsing.rows import Row


def parse_projects(rows: list[Row]) -> list[dict[str, Any]]:
    """Entries of a projects section: a header row begins each, bullets and prose follow."""
    blocks: list[Block] = []
    for index, row in enumerate(rows):
        if continues_bullet(rows, index) and blocks:
            blocks[-1].body.append(row)
        elif row.is_bullet and (blocks or not is_headerish(row)):
            if blocks and not _all_bullets(rows):
                blocks[-1].body.append(row)
            else:
                blocks.append(Block([row]))
        elif is_headerish(row) and not (blocks and not blocks[-1].body and _only_describes(row)):
            blocks.append(Block([row]))
        elif blocks:
            blocks[-1].body.append(row)
        else:
            blocks.append(Block([row]))
    return [_project(block) for block in blocks]


def _all_bullets(rows: list[Row]) -> bool:
    return rows[0].is_bullet


def _only_describes(row: Row) -> bool:
    """Whether a row right under a project's name tells its date, tools or link rather than another project."""
    read = read_header(row)
    return not row.is_bold and (
        not read.pieces or ":" in row.body[:25] or URL.search(row.body) is not None or "," in row.body
    )


def _project(block: Block) -> dict[str, Any]:
    read = read_header(block.header[0])
    summary, bullets = block.body_texts()
    names = [piece.text for piece in read.pieces]
    extra = [name for name in names[1:] if name.lower() not in ("link", "github", "demo", "website", "code")]
    name = names[0] if names else block.header[0].body
    if ": " in name and len(name.split(": ", 1)[0].split()) <= 6:
        name, description = name.split(": ", 1)
        extra.insert(0, description)
    return {
        "name": name,
        "description": " ".join([*extra, summary or ""]).strip() or None,
        "highlights": [text for text, _, _ in bullets],
        "startDate": read.date.begin if read.date else None,
        "endDate": read.date.finish if read.date else None,
        "start": block.span[0],
        "end": block.span[1],
    }
