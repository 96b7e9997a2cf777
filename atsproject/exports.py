"""What the admin's lists give out: chosen jobs, resumes and analyses as CSV or a workbook, safe to open."""

import tempfile
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import FileResponse, HttpRequest, StreamingHttpResponse

from atsproject.pages.blind import code_name, conceal, cover, resume_is_masked, shown_name
from feedback.querysets import ROW_FIELDS, as_answered
from feedback.trail import log_event
from jobs.cells import csv_lines, safe_cell
from jobs.csv_export import job_rows

Row = dict[str, Any]
Rows = Callable[[HttpRequest, Any], Iterable[Row]]
RESUME_COLUMNS = (
    *("resume_id", "candidate_name", "original_filename", "status", "error", "read", "page_count"),
    *("file_size", "uploaded_at", "analyses"),
)
ANALYSIS_COLUMNS = (
    *("analysis_id", "job_id", "resume_id", "candidate_name", "overall_score", "must_haves_met", "must_haves_total"),
    *("hiring_recommendation", "decision", "status", "error", "created_at"),
)
FEEDBACK_COLUMNS = (*ROW_FIELDS, "created_by")
MOST_CHARACTERS = 32_767  # a cell of a workbook holds no more


def resume_rows(request: HttpRequest, resumes: Any) -> Iterable[Row]:
    """Resumes as rows; a name is hidden while a job demands it or the user works blind."""
    for resume in resumes.light().iterator(chunk_size=500):
        masked = resume_is_masked(request, resume)
        yield {
            **{name: getattr(resume, name) for name in RESUME_COLUMNS if hasattr(resume, name)},
            "candidate_name": code_name(resume.pk) if masked else resume.candidate_name,
            "original_filename": "" if masked else resume.original_filename,
            "read": (resume.parse_quality or {}).get("level", ""),
            "uploaded_at": resume.uploaded_at.isoformat(timespec="seconds"),
            "analyses": resume.analysis_total,
        }


def analysis_rows(request: HttpRequest, analyses: Any) -> Iterable[Row]:
    """Analyses as rows, with the decision that holds; names as the pages show them."""
    for row in analyses.light().with_decision().select_related("job").iterator(chunk_size=500):
        name = shown_name(request, row)
        conceal(request, [row])
        yield {
            **{column: getattr(row, column) for column in ANALYSIS_COLUMNS},
            "candidate_name": name,
            "created_at": row.created_at.isoformat(timespec="seconds"),
        }


def job_rows_of(request: HttpRequest, jobs: Any) -> Iterable[Row]:
    """Jobs as the pages give them out."""
    return job_rows(jobs)


def feedback_rows(request: HttpRequest, feedback: Any) -> Iterable[Row]:
    """Feedback as the API answers it; what names a hidden candidate is blackened."""
    covered = cover(request)
    for row in feedback.rows().iterator(chunk_size=500):
        answered = as_answered(row)
        yield {**covered.row(answered), "created_at": answered["created_at"].isoformat(timespec="seconds")}


def workbook(title: str, columns: Sequence[str], rows: Iterable[Row]) -> Any:
    """Rows as a workbook with a frozen, filterable header; texts stay texts. The caller closes the file."""
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    book = Workbook(write_only=True)
    sheet = book.create_sheet(title)
    sheet.freeze_panes = "A2"
    heads = [WriteOnlyCell(sheet, value=name.replace("_", " ").capitalize()) for name in columns]
    for number, cell in enumerate(heads, start=1):
        cell.font = Font(bold=True)
        sheet.column_dimensions[get_column_letter(number)].width = 22
    sheet.append(heads)
    total = 1
    for row in rows:
        sheet.append([_cell(sheet, row[name]) for name in columns])
        total += 1
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{total}"
    out = tempfile.SpooledTemporaryFile(max_size=1 << 20, suffix=".xlsx")  # noqa: SIM115  (the caller closes it)
    book.save(out)
    out.seek(0)
    return out


def _cell(sheet: Any, value: Any) -> Any:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    if isinstance(value, int | float) and not isinstance(value, bool):
        return value
    cell = WriteOnlyCell(sheet, value=ILLEGAL_CHARACTERS_RE.sub("", safe_cell(value))[:MOST_CHARACTERS])
    cell.data_type = "s"
    return cell


def export_actions(name: str, columns: Sequence[str], rows: Rows) -> tuple[Any, Any]:
    """The two actions of a list: CSV and workbook. The trail says who took how many rows of what."""

    @admin.action(description="Export as CSV", permissions=["export"])
    def export_csv(modeladmin: Any, request: HttpRequest, queryset: QuerySet[Any]) -> StreamingHttpResponse:
        log_event(request.user, "export", request.user, what=f"{name}.csv", rows=queryset.count())
        return _streamed(f"{name}.csv", csv_lines(columns, rows(request, queryset)))

    @admin.action(description="Export as workbook (XLSX)", permissions=["export"])
    def export_xlsx(modeladmin: Any, request: HttpRequest, queryset: QuerySet[Any]) -> FileResponse:
        log_event(request.user, "export", request.user, what=f"{name}.xlsx", rows=queryset.count())
        book = workbook(name.capitalize(), columns, rows(request, queryset))
        return FileResponse(book, as_attachment=True, filename=f"{name}.xlsx")

    return export_csv, export_xlsx


def _streamed(filename: str, lines: Iterable[str]) -> StreamingHttpResponse:
    response = StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{filename}"'
    return response
