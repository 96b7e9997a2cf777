"""Tables as workbooks: a bold, frozen, filterable header, and cells that are never formulas."""

import io
from collections.abc import Iterable, Sequence
from typing import Any


def workbook(
    title: str, headers: Sequence[str], widths: Sequence[int], rows: Iterable[Sequence[Any]], *, frozen: str
) -> io.BytesIO:
    """One sheet of ``rows`` under ``headers``; ``widths`` in characters, ``frozen`` the first cell that scrolls.

    Texts must be safe for spreadsheets already; here they are marked as texts, wrapped, and begin at the top.
    """
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    book = Workbook()
    sheet: Any = book.active
    sheet.title = title
    sheet.append(list(headers))
    for values in rows:
        sheet.append(list(values))
        for cell in sheet[sheet.max_row]:
            if isinstance(cell.value, str):
                cell.data_type = "s"  # a text that begins like a formula stays a text
                cell.alignment = Alignment(wrap_text=True, vertical="top")
    for number, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width
        sheet.cell(1, number).font = Font(bold=True)
    sheet.freeze_panes = frozen
    sheet.auto_filter.ref = sheet.dimensions
    out = io.BytesIO()
    book.save(out)
    out.seek(0)
    return out
