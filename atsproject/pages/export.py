"""The ranked list as files: cells are data, never formulas."""

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Any

from django.http import HttpRequest

from atsproject.pages.blind import conceal, shown_name
from atsproject.pages.workbook import workbook
from feedback.csv_export import safe_cell

HEADERS = (
    "Rank",
    "Candidate",
    "Score",
    "Must-haves met",
    "Must-haves",
    "Recommendation",
    "Decision",
    "Skills found",
    "Skills missing",
    "Analysed (UTC)",
    "Analysis",
)
WIDTHS = (6, 28, 8, 15, 11, 60, 14, 40, 40, 18, 16)


def _rows(request: HttpRequest, analyses: Sequence[Any]) -> Iterable[list[Any]]:
    for rank, row in enumerate(conceal(request, analyses), start=1):
        result = row.result or {}
        yield [
            rank,
            safe_cell(shown_name(request, row)),
            row.overall_score,
            row.must_haves_met,
            row.must_haves_total,
            safe_cell(row.hiring_recommendation),
            row.decision or "",
            safe_cell(", ".join(result.get("matched_skills") or [])),
            safe_cell(", ".join(result.get("missing_critical_skills") or [])),
            row.created_at.strftime("%Y-%m-%d %H:%M"),
            row.pk,
        ]


def ranking_csv(request: HttpRequest, analyses: Sequence[Any]) -> io.BytesIO:
    """UTF-8 with a byte-order mark, so that spreadsheets read accents."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(HEADERS)
    writer.writerows(_rows(request, analyses))
    return io.BytesIO(text.getvalue().encode("utf-8-sig"))


def ranking_workbook(request: HttpRequest, analyses: Sequence[Any]) -> io.BytesIO:
    """A workbook with a frozen, filterable header."""
    return workbook("Ranking", HEADERS, WIDTHS, _rows(request, analyses), frozen="C2")
