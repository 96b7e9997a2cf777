"""Rows as CSV that a spreadsheet can open without running anything in it."""

import csv
import json
from collections.abc import Iterable, Iterator
from typing import Any

BYTE_ORDER_MARK = "\ufeff"  # without it Excel reads UTF-8 as the local code page
# A cell that begins with one of these is run as a formula by one spreadsheet or another.
_FORMULA = frozenset("=+-@\t\r\n＝＋－＠")  # noqa: RUF001  (the full-width forms are meant)


class _Line:
    """Takes what the CSV writer writes, so that each row can be sent as it is made."""

    def write(self, text: str) -> str:
        return text


def safe_cell(value: Any) -> str:
    """The value as text: lists and objects as JSON, None as empty, formulas disarmed by an apostrophe."""
    if value is None:
        return ""
    if isinstance(value, bool | int | float):
        return str(value)
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
    # Spreadsheets skip leading blanks before they decide.
    return f"'{text}" if text[:1] in _FORMULA or text.lstrip()[:1] in _FORMULA else text


def csv_lines(columns: Iterable[str], rows: Iterable[dict[str, Any]]) -> Iterator[str]:
    """The header and each row as one CSV line (RFC 4180), the first behind a byte-order mark."""
    names = list(columns)
    writer = csv.writer(_Line())
    yield BYTE_ORDER_MARK + writer.writerow(names)
    for row in rows:
        yield writer.writerow([safe_cell(row[name]) for name in names])
