"""Feedback as CSV that a spreadsheet can open without running anything in it."""

from collections.abc import Iterator
from typing import Any

from analyses.blindness.cover import Cover
from feedback.models import Feedback
from feedback.querysets import ROW_FIELDS, as_answered
from feedback.trail import Actor, log_event
from jobs.cells import csv_lines, safe_cell

__all__ = ["csv_lines", "export_feedback_csv", "safe_cell"]


def export_feedback_csv(*, by: Actor, history: bool = False, **filters: Any) -> Iterator[str]:
    """Feedback as CSV lines, read from the database as they are sent; the export is in the trail.

    ``filters`` are those of ``FeedbackQuerySet.narrowed``. What names a candidate whom a job hides is blackened.
    """
    found = Feedback.objects.narrowed(**filters)
    found = found if history else found.current()
    log_event(by, "export", by, what="feedback.csv", rows=found.count())
    rows, cover = found.rows().iterator(chunk_size=1000), Cover()
    return csv_lines([*ROW_FIELDS, "created_by"], (_for_csv(cover.row(as_answered(row))) for row in rows))


def _for_csv(row: dict[str, Any]) -> dict[str, Any]:
    row["created_at"] = row["created_at"].isoformat()
    return row
