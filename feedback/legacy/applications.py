"""The application tracker's workbook, through its own reader and writer."""

import shutil
from pathlib import Path

from rest_framework.exceptions import APIException

from feedback.legacy.reading import LegacyFolder
from feedback.trail import Actor
from jobs.models import JobApplication
from jobs.tracker import import_applications as keep_applications
from jobs.workbook import read_workbook, write_workbook

_COLUMNS = ("company", "job_title", "portal", "employment_type", "date_applied")


def import_applications(folder: LegacyFolder, name: Path, *, by: Actor) -> tuple[int, int]:
    """Keep the workbook's rows; returns how many were made and how many were there already.

    Rows that cannot be read are noted with their number in the sheet, a workbook that cannot be read as a whole.
    """
    path = folder.readable(name)
    if path is None:
        return 0, 0
    try:
        with path.open("rb") as file:
            outcome = keep_applications(reading=read_workbook(file), by=by)
    except APIException as error:
        folder.report(name, None, str(error.detail))
        return 0, 0
    for problem in outcome["errors"]:
        folder.report(name, problem["row"], problem["detail"])
    return outcome["imported"], outcome["skipped"]


def export_applications(path: Path) -> int:
    """Write the whole list in the order it was made; returns the number of rows."""
    path.parent.mkdir(parents=True, exist_ok=True)
    rows = JobApplication.objects.order_by("created_at", "pk").values(*_COLUMNS)
    with write_workbook(rows.iterator(chunk_size=1000)) as book, path.open("wb") as file:
        shutil.copyfileobj(book, file)
    return JobApplication.objects.count()
