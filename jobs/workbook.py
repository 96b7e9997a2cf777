"""The tracker's workbook: Company, Job, Portal, Full Time, Date Applied, in and out.

A workbook comes from outside: its size, the size it unpacks to, and its rows and columns are bounded, and what it
says is never run. Dates may be real dates, serial numbers or text; text that can be read two ways is not guessed.
"""

import re
import tempfile
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import IO, Any

from jobs.errors import UnreadableWorkbook, WorkbookTooLarge

HEADERS = ("Company", "Job", "Portal", "Full Time", "Date Applied")
MAX_BYTES = 5 * 1024 * 1024
MAX_UNPACKED = 25 * 1024 * 1024  # five times what the most rows take; a sheet is walked through before its first row
MAX_PARTS = 500
MAX_ROWS = 20_000
MAX_COLUMNS = 30
HEADER_WITHIN = 10
_FIELDS = {
    "company": ("company", "company name", "employer", "organisation", "organization"),
    "job_title": ("job", "job title", "title", "role", "position"),
    "portal": ("portal", "source", "site", "job portal", "platform"),
    "employment_type": ("full time", "employment type", "type", "full-time", "job type"),
    "date_applied": ("date applied", "date", "applied", "applied on", "application date"),
}
_LONGEST = {"company": 200, "job_title": 200, "portal": 100, "employment_type": 50}
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_YES, _NO = frozenset({"yes", "y", "true", "1", "x"}), frozenset({"no", "n", "false", "0"})


@dataclass(frozen=True, slots=True)
class ApplicationRow:
    """One good row."""

    company: str
    job_title: str
    portal: str
    employment_type: str
    date_applied: date


@dataclass(frozen=True, slots=True)
class RowProblem:
    """A row that was left out: its number in the sheet, and why."""

    row: int
    detail: str


@dataclass(slots=True)
class WorkbookReading:
    """The good rows of a workbook and the problems of the others."""

    rows: list[ApplicationRow] = field(default_factory=list)
    problems: list[RowProblem] = field(default_factory=list)


class _BadCell(ValueError):
    """A cell that cannot be read; its message is for people."""


def read_workbook(file: IO[bytes]) -> WorkbookReading:
    """Read the first sheet. Raises UnreadableWorkbook (400) and WorkbookTooLarge (413)."""
    _check_package(file)
    reading = WorkbookReading()
    rows = _sheet_rows(file)
    columns: Mapping[str, int] = {}
    day_first: bool | None = None
    kept: list[tuple[int, Sequence[Any]]] = []
    for number, cells in enumerate(rows, start=1):
        if number > MAX_ROWS:
            raise WorkbookTooLarge(f"At most {MAX_ROWS} rows are read. Split the workbook.")
        if not columns:
            columns = _columns(cells)
            if not columns and number >= HEADER_WITHIN:
                break
        elif any(cell not in (None, "") for cell in cells):
            kept.append((number, cells))
    if not columns:
        raise UnreadableWorkbook(f"No row has the headers {', '.join(HEADERS)}. Company and Job are needed.")
    day_first = _day_first([_at(cells, columns, "date_applied") for _, cells in kept])
    for number, cells in kept:
        try:
            reading.rows.append(_row(cells, columns, day_first))
        except _BadCell as problem:
            reading.problems.append(RowProblem(number, str(problem)))
    return reading


def write_workbook(rows: Iterable[Mapping[str, Any]]) -> IO[bytes]:
    """The rows (fields of JobApplication) as a workbook in a temporary file, at its beginning; the caller closes it."""
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Applications")
    sheet.freeze_panes = "A2"
    for letter, width in zip("ABCDE", (30, 36, 18, 16, 14), strict=True):
        sheet.column_dimensions[letter].width = width
    heads = [WriteOnlyCell(sheet, value=name) for name in HEADERS]
    for cell in heads:
        cell.font = Font(bold=True)
    sheet.append(heads)
    for row in rows:
        texts = [_text_cell(sheet, row[name]) for name in ("company", "job_title", "portal", "employment_type")]
        day = WriteOnlyCell(sheet, value=row["date_applied"])
        day.number_format = "yyyy-mm-dd"
        sheet.append([*texts, day])
    out = tempfile.SpooledTemporaryFile(max_size=1024 * 1024, suffix=".xlsx")  # noqa: SIM115  (the caller closes it)
    book.save(out)
    out.seek(0)
    return out


def _text_cell(sheet: Any, value: str) -> Any:
    """A cell that stays text whatever it begins with: no spreadsheet runs it, and none shows a mark before it."""
    from openpyxl.cell import WriteOnlyCell

    cell = WriteOnlyCell(sheet, value=_CONTROL.sub("", value))
    if cell.data_type != "s":
        cell.data_type = "s"
        cell.quotePrefix = True
    return cell


def _check_package(file: IO[bytes]) -> None:
    """Refuse what is too large before anything of it is unpacked."""
    file.seek(0, 2)
    if file.tell() > MAX_BYTES:
        raise WorkbookTooLarge(f"At most {MAX_BYTES // 1024 // 1024} MB are read. Split the workbook.")
    file.seek(0)
    try:
        with zipfile.ZipFile(file) as package:
            parts = package.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise UnreadableWorkbook from error
    # zipfile never unpacks more of a part than its entry declares, so the declared sizes bound the real ones.
    if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED:
        raise WorkbookTooLarge("The workbook unpacks to more than is read. Save only the list itself as .xlsx.")
    if any(part.flag_bits & 0x1 for part in parts):
        raise UnreadableWorkbook("The workbook is encrypted. Save it without a password.")
    file.seek(0)


def _sheet_rows(file: IO[bytes]) -> Iterator[Sequence[Any]]:
    from openpyxl import load_workbook

    try:
        book = load_workbook(file, read_only=True, data_only=True, keep_links=False)
        try:
            sheet = book.worksheets[0]
            yield from sheet.iter_rows(max_row=MAX_ROWS + 1, max_col=MAX_COLUMNS, values_only=True)
        finally:
            book.close()
    except (MemoryError, RecursionError) as error:
        raise WorkbookTooLarge from error
    except Exception as error:
        # A hostile workbook fails in openpyxl, zipfile and expat alike, each with errors of its own.
        raise UnreadableWorkbook from error


def _columns(cells: Sequence[Any]) -> dict[str, int]:
    """Field -> column, when this row is the header (it names the company and the job)."""
    found: dict[str, int] = {}
    for index, cell in enumerate(cells):
        name = " ".join(str(cell).split()).casefold().rstrip(":") if cell is not None else ""
        for field_name, names in _FIELDS.items():
            if name in names:
                found.setdefault(field_name, index)
    return found if {"company", "job_title"} <= set(found) else {}


def _at(cells: Sequence[Any], columns: Mapping[str, int], name: str) -> Any:
    index = columns.get(name)
    return cells[index] if index is not None and index < len(cells) else None


def _row(cells: Sequence[Any], columns: Mapping[str, int], day_first: bool | None) -> ApplicationRow:
    texts = {name: _text(_at(cells, columns, name)) for name in _LONGEST}
    for name, label in (("company", "Company"), ("job_title", "Job")):
        if not texts[name]:
            raise _BadCell(f"{label} is empty.")
    for name, longest in _LONGEST.items():
        if len(texts[name]) > longest:
            raise _BadCell(f"{name} has {len(texts[name])} characters; {longest} fit.")
    employment_type = texts["employment_type"]
    if employment_type.casefold() in _YES:
        employment_type = "Full Time"
    elif employment_type.casefold() in _NO:
        employment_type = "Not full time"
    applied = read_date(_at(cells, columns, "date_applied"), day_first)
    return ApplicationRow(texts["company"], texts["job_title"], texts["portal"], employment_type, applied)


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return " ".join(_CONTROL.sub("", str(value)).split())


_ISO = re.compile(r"^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]\d{1,2}:.*)?$")
_NUMBERS = re.compile(r"^(\d{1,2})([-/.])(\d{1,2})[-/.](\d{2}|\d{4})$")


def _day_first(values: Sequence[Any]) -> bool | None:
    """Which number comes first in this workbook's dates, as far as any of them tells."""
    matches = [_NUMBERS.match(value.strip()) for value in values if isinstance(value, str)]
    days = [m for m in matches if m and int(m[1]) > 12]
    months = [m for m in matches if m and int(m[3]) > 12]
    return None if bool(days) == bool(months) else bool(days)


def read_date(value: Any, day_first: bool | None = None) -> date:
    """A date from a cell. Raises ValueError with a sentence for people."""
    if isinstance(value, datetime):
        return _sane(value.date())
    if isinstance(value, date):
        return _sane(value)
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return _serial(value)
    text = "" if value is None else str(value).strip()
    if not text:
        raise _BadCell("Date Applied is empty.")
    iso, numbers = _ISO.match(text), _NUMBERS.match(text)
    if iso:
        return _made(text, int(iso[1]), int(iso[2]), int(iso[3]))
    if numbers:
        return _numbered(text, numbers, day_first)
    return _worded(text)


def _numbered(text: str, numbers: re.Match[str], day_first: bool | None) -> date:
    first, second, year = int(numbers[1]), int(numbers[3]), int(numbers[4])
    year += 2000 if len(numbers[4]) == 2 else 0
    if first > 12 or numbers[2] == ".":
        day_first = True
    elif second > 12:
        day_first = False
    if day_first is None and first != second:
        raise _BadCell(f"{text} can be read as two dates. Write it as {year:04d}-{first:02d}-{second:02d}.")
    day, month = (first, second) if day_first else (second, first)
    return _made(text, year, month, day)


def _worded(text: str) -> date:
    from dateutil import parser  # type: ignore[import-untyped]

    if len(text) > 40 or not re.search(r"[^\W\d_]{3}", text) or not re.search(r"\d{4}", text):
        raise _BadCell(f"{text[:40]!r} is not a date. Write it as 2026-01-31.")
    try:
        return _sane(parser.parse(text, default=datetime(2000, 1, 1)).date())  # noqa: DTZ001  (a date has no zone)
    except (ValueError, OverflowError) as error:
        raise _BadCell(f"{text[:40]!r} is not a date. Write it as 2026-01-31.") from error


def _serial(value: float) -> date:
    from openpyxl.utils.datetime import from_excel

    if not 20_000 <= value <= 80_000:
        raise _BadCell(f"{value} is not a date. Write it as 2026-01-31.")
    found: datetime = from_excel(value)
    return _sane(found.date())


def _made(text: str, year: int, month: int, day: int) -> date:
    try:
        return _sane(date(year, month, day))
    except ValueError as error:
        raise _BadCell(f"{text} is not a date. Write it as 2026-01-31.") from error


def _sane(value: date) -> date:
    if not 1900 <= value.year <= 2200:
        raise _BadCell(f"{value.isoformat()} is not between 1900 and 2200.")
    return value
