"""Rows of a section grouped into entries: header rows around a date, and the body below them."""

import re
from dataclasses import dataclass, field

from resumes.parsing.asides import is_aside
from resumes.parsing.folding import fold
from resumes.parsing.pieces import header_date, is_headerish, read_header
from resumes.parsing.places import PLACE_LABEL, parse_place
from resumes.parsing.rows import Row, is_wrapped, joined, was_full
from resumes.parsing.tables import COLUMNS, LABEL, column_name
from resumes.parsing.wording import OWN_EMPLOYER, is_prose, organisation_score, title_score

# A dated part of a position is none of its own.
_PART = re.compile(
    r"(?:(?:key |selected |client )?projects?|clients?|projekte?|kunden?|projets?|proyectos?|clientes?|progett[io])"
    r"\s*(?:\d+\s*)?[:\-]"
)
# Labels over what was done, of no meaning by themselves: "Key Achievements", "Achievements/Tasks".
_DONE = r"(?:achievements?|accomplishments?|responsibilit(?:y|ies)|duties|tasks|highlights|qualifications|results)"
_OVER_LIST = re.compile(rf"(?:(?:key|main|selected|major|core) )?{_DONE}(?: ?(?:and|&|/|,) ?(?:key )?{_DONE})?:?")
_LABELLED = re.compile(r"[A-ZÀ-Þ][\w &/+-]{2,30}:\s")  # "Technologies: ..." goes on with no bullet
_OPEN_NAME = re.compile(r"\s(?:of|for|the|and|&|de|des|du|der|fur|und|et|y|e|del|della|di|van|voor)$")
_MAX_ABOVE = 3
_MAX_BELOW = 2


@dataclass(slots=True)
class Block:
    """An entry: its header rows in order and its body rows."""

    header: list[Row]
    body: list[Row] = field(default_factory=list)

    @property
    def rows(self) -> list[Row]:
        """All rows, in reading order."""
        return sorted([*self.header, *self.body], key=lambda row: row.start)

    @property
    def span(self) -> tuple[int, int]:
        """Offsets of the entry; of an entry broken by a page, where another column lies between, the longer part."""
        runs: list[list[Row]] = []
        for row in self.rows:
            if runs and row.index == runs[-1][-1].index + 1:
                runs[-1].append(row)
            else:
                runs.append([row])
        longest = max(runs, key=lambda run: run[-1].end - run[0].start)
        return longest[0].start, longest[-1].end

    def body_texts(self) -> tuple[str | None, list[tuple[str, int, int]]]:
        """The prose of the body as one summary, and its bullets with offsets; wrapped lines are joined."""
        summary: list[str] = []
        for row in self.header:
            tail = read_header(row).tail
            if tail:
                summary.append(row.text[tail[0] : tail[1]].strip(" )–—-"))
        bullets: list[tuple[str, int, int]] = []
        for row in self.body:
            if is_over_list(row):
                continue
            if row.is_bullet or (bullets and _LABELLED.match(row.body)):
                bullets.append((row.body, row.start + row.body_at, row.end))
            elif bullets:
                text, start, _ = bullets[-1]
                bullets[-1] = (f"{text} {row.body}", start, row.end)
            else:
                summary.append(row.body)
        return " ".join(summary) or None, bullets


_LONGEST_BULLET = 15  # lines


def is_over_list(row: Row) -> bool:
    """Whether the row is only a label over the list of what was done."""
    return not row.is_bullet and _OVER_LIST.fullmatch(row.folded[row.body_at :].strip()) is not None


def continues_bullet(rows: list[Row], index: int) -> bool:
    """Whether a row without a list mark is the wrapped end of the bullet above it."""
    if rows[index].is_bullet:
        return False
    # Only so far up: a page of thousands of lines is not walked again for each of them.
    above = range(index - 1, max(-1, index - 1 - _LONGEST_BULLET), -1)
    at = next((number for number in above if rows[number].is_bullet), None)
    return at is not None and all(_wraps(rows[at], rows[n - 1], rows[n]) for n in range(at + 1, index + 1))


def _wraps(bullet: Row, before: Row, row: Row) -> bool:
    same_column = row.line.page == bullet.line.page and row.line.column == bullet.line.column
    if same_column and row.line.x0 < bullet.line.x0 - 2:
        return False
    if row.body[:1].islower():
        return not _begins_with_range(row)
    if before.body.endswith((",", " and", " or", " the", " of", " to", " with", " in", "-", "&", " a", " for")):
        return True
    indented = row.line.x0 > bullet.line.x0 + 3 and same_column
    if not indented or (row.is_bold and not before.is_bold):
        return False
    return header_date(row) is None or is_prose(row.body) or not is_headerish(row)


def _begins_with_range(row: Row) -> bool:
    """Whether a row opens with a range of dates, as the next entry does: many languages write months small."""
    date = header_date(row)
    return date is not None and date.is_range and not row.text[row.body_at : date.start].strip()


def _marks(rows: list[Row]) -> list[str]:
    """For each row: bullet, wrapped (its continuation), date (may head an entry), header or prose."""
    marks = []
    for index, row in enumerate(rows):
        if row.is_bullet:
            marks.append("bullet")
        elif is_over_list(row):
            marks.append("prose")
        elif continues_bullet(rows, index):
            marks.append("wrapped")
        elif _is_anchor(row):
            marks.append("date")
        else:
            marks.append("header" if _may_head(row) else "prose")
    return marks


def _may_head(row: Row) -> bool:
    """Whether a row without a date may head an entry: neither a part of one nor what was done."""
    label = LABEL.match(row.body)
    told = label is not None and COLUMNS.get(column_name(label["label"])) == "text"
    return is_headerish(row) and not told and not _PART.match(row.folded[row.body_at :])


def _is_anchor(row: Row) -> bool:
    """Whether the row holds a date the way headers do: beside a name or alone, not inside a sentence."""
    date = header_date(row)
    if date is None or _PART.match(row.folded[row.body_at :]):
        return False
    before, after = row.text[row.body_at : date.start].strip(" (|,–—-·•"), row.text[date.end :].strip(" )|,–—-·•.")
    if before and (
        is_prose(before) or len(before.split()) > 16 or re.search(r"\b(?:in|since|by|during|of|from)$", before.lower())
    ):
        return False
    if date.is_range:
        return not (is_prose(after) and len(before.split()) > 8)
    if before and after and len(after.split()) > 4:
        return False
    return len(row.words) <= 12


def entry_blocks(rows: list[Row]) -> list[Block]:
    """Group the rows of a section into entries."""
    if not rows:
        return []
    rows = _unwrapped(rows)
    marks = _marks(rows)
    anchors = [index for index, mark in enumerate(marks) if mark == "date"]
    if not anchors:
        anchors = _bullet_anchors(rows, marks)
    headers = _headers_by_date(rows, marks, anchors) if anchors else []
    headers.extend(_headers_without_date(rows, marks, {index for header in headers for index in header}))
    headers.sort(key=lambda header: header[0])
    blocks = []
    for number, header in enumerate(headers):
        stop = headers[number + 1][0] if number + 1 < len(headers) else len(rows)
        body = [rows[index] for index in range(header[0], stop) if index not in header]
        blocks.append(Block([rows[index] for index in header], body))
    return blocks


def _unwrapped(rows: list[Row]) -> list[Row]:
    """The rows, with a name or a date that the edge of the column broke put together: "June" and "2016"."""
    kept: list[Row] = []
    for row in rows:
        before = kept[-1] if kept else None
        if before is None or row.is_bullet or before.is_bullet:
            kept.append(row)
        elif _goes_on_below(before, row):
            kept[-1] = joined(before, row)
        else:
            kept.append(row)
    return kept


def _goes_on_below(before: Row, row: Row) -> bool:
    """Whether a header row ends in the middle of a name, a title or a range of dates that the next row ends."""
    if (is_wrapped(before, row) and _breaks_name(before, row)) or _breaks_title(before, row):
        return True
    return was_full(before, row) and is_headerish(before) and _breaks_date(before, row)


def _breaks_name(before: Row, row: Row) -> bool:
    """Whether a header row ends in the middle of a name that the next row ends."""
    return is_headerish(before) and _OPEN_NAME.search(before.folded) is not None and is_headerish(row)


def _breaks_date(before: Row, row: Row) -> bool:
    """Whether a row ends in the middle of a range of dates that the next row ends: "June 2016 -" and "May 2019"."""
    whole, first = header_date(joined(before, row)), header_date(before)
    at = len(before.text)
    crosses = whole is not None and whole.is_range and whole.start < at < whole.end
    return crosses and (first is None or not first.is_range or before.folded.rstrip().endswith("-"))


def _breaks_title(before: Row, row: Row) -> bool:
    """Whether a title behind the employer goes on below: "Acme Corp — Senior Visual" and "Merchandising Manager"."""
    if len(row.words) > 4 or not is_headerish(before) or not was_full(before, row):
        return False
    above, below = read_header(before).pieces, read_header(row)
    if len(above) < 2 or len(below.pieces) != 1 or below.date is not None:
        return False
    start = above[-1].text
    ends = before.text.rstrip().endswith(start) and organisation_score(start) < 2 and title_score(start) < 1.5
    return ends and not _is_place(start) and title_score(f"{start} {below.pieces[0].text}") >= 2.5


def _bullet_anchors(rows: list[Row], marks: list[str]) -> list[int]:
    """Entries that are list items themselves: "• Cook, Noma, 2019-2021"."""
    found = []
    for index, row in enumerate(rows):
        date = header_date(row)
        if (
            marks[index] == "bullet"
            and date is not None
            and date.is_range
            and len(row.words) <= 16
            and not is_prose(row.body)
        ):
            found.append(index)
    for index in found:
        marks[index] = "date"
    return found


def _headers_by_date(rows: list[Row], marks: list[str], anchors: list[int]) -> list[list[int]]:
    """Header rows of each dated entry: the dated row, rows above as the first entry has them, rows below as needed."""
    headers: list[list[int]] = []
    taken = -1
    usual_above = _rows_above(rows, marks, anchors[0], -1, _MAX_ABOVE)
    for number, anchor in enumerate(anchors):
        stop = anchors[number + 1] if number + 1 < len(anchors) else len(rows)
        limit = len(usual_above) if number else _MAX_ABOVE
        if not limit and _stands_over(rows[anchor - 1], rows[anchor]):
            limit = 1
        above = [] if anchor == taken else _rows_above(rows, marks, anchor, taken, limit)
        header = [*above, anchor]
        known = _known(rows, header)
        # The place has a row to itself in some, beside or below the date, and so have hours and pay.
        beside = range(anchor + 1, min(stop, anchor + 5))
        places = sum(marks[index] == "header" and _names_nobody(rows[index]) for index in beside)
        for index in range(anchor + 1, min(stop, anchor + 1 + _MAX_BELOW + places)):
            soon = "date" in marks[index + 1 : index + 3] and marks[index + 1] in ("date", "header")
            if not _belongs_below(rows[index], marks[index], known, soon):
                break
            if index + 1 == stop < len(rows) and usual_above:
                break
            header.append(index)
            known = _known(rows, header)
        taken = header[-1]
        headers.append(header)
    return headers


def _stands_over(above: Row, row: Row) -> bool:
    """Whether the row above a title and its date is an employer's, as no other entry has it: "Freelance"."""
    pieces = read_header(row).pieces
    lacks = len(pieces) == 1 and title_score(pieces[0].text) >= 1.5
    return lacks and above.folded.strip(" :") in OWN_EMPLOYER


def _rows_above(rows: list[Row], marks: list[str], anchor: int, taken: int, limit: int) -> list[int]:
    above: list[int] = []
    for index in range(anchor - 1, taken, -1):
        if marks[index] != "header" or len(above) == limit:
            break
        above.insert(0, index)
    return above


def _known(rows: list[Row], header: list[int]) -> tuple[bool, int]:
    """Whether a title is among the header's pieces, and how many pieces it has."""
    pieces = [piece for index in header for piece in read_header(rows[index]).pieces if not _is_beside(piece.text)]
    return any(title_score(piece.text) >= 2 for piece in pieces), len(pieces)


def _belongs_below(row: Row, mark: str, known: tuple[bool, int], soon: bool) -> bool:
    """Whether the row under a dated row still names title or employer; ``soon``: another date follows at once."""
    has_title, count = known
    if mark == "bullet":
        return count == 0 and (title_score(row.body) >= 1.5 or _pair(row)) and len(row.words) <= 12
    if mark != "header" or count >= 4:
        return False
    if has_title and count >= 2:
        return all(_is_beside(piece.text) for piece in read_header(row).pieces)
    if not has_title:
        return not (soon and count and title_score(row.body) < 1)
    return organisation_score(row.body) >= 1.0 or len(row.words) <= 8


def _pair(row: Row) -> bool:
    return any(title_score(part) >= 2 for part in re.split(r",\s+", row.body))


def _names_nobody(row: Row) -> bool:
    """Whether the row says where, for how many hours or for what pay, and neither what nor with whom."""
    pieces = read_header(row).pieces if len(row.words) <= 10 else ()
    return bool(pieces) and all(_is_beside(piece.text) for piece in pieces)


def _is_beside(text: str) -> bool:
    return _is_place(text) or is_aside(text)


def _is_place(text: str) -> bool:
    return parse_place(text) is not None or PLACE_LABEL.match(fold(text)) is not None


def _headers_without_date(rows: list[Row], marks: list[str], taken: set[int]) -> list[list[int]]:
    """Runs of header rows that no date claimed and that name a title: entries without dates."""
    found: list[list[int]] = []
    index = 0
    while index < len(rows):
        run: list[int] = []
        while index < len(rows) and marks[index] == "header" and index not in taken and len(run) < 4:
            run.append(index)
            index += 1
        before = run[0] - 1 if run else -1
        after = run[-1] + 1 if run else len(rows)
        opens = before < 0 or marks[before] in ("bullet", "wrapped", "prose")
        closes = marks[after] in ("bullet", "prose") if after < len(rows) else bool(found) and len(run) > 1
        strong = any(title_score(piece.text) >= 2.5 for i in run for piece in read_header(rows[i]).pieces)
        if run and strong and ((opens and closes) or not taken):
            found.append(run)
        index = (
            max(index + 1, after)
            if run and index == after and marks[after : after + 1] != ["header"]
            else index + (0 if run else 1)
        )
    return found
