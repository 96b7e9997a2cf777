"""What can go wrong with jobs and applications, each with its status code and what to do."""

from rest_framework import status
from rest_framework.exceptions import APIException


class NoJob(APIException):
    """The caller has not chosen a job yet."""

    status_code = status.HTTP_404_NOT_FOUND
    default_code = "no_job"
    default_detail = "You have no current job. Create one (POST /api/job-description) or select one."


class HasAnalyses(APIException):
    """Deleting the job would take analyses with it."""

    status_code = status.HTTP_409_CONFLICT
    default_code = "has_analyses"

    def __init__(self, analysis_count: int) -> None:
        which = "1 analysis" if analysis_count == 1 else f"{analysis_count} analyses"
        super().__init__(f"The job has {which}, which would be deleted with it. Repeat with cascade=true to do so.")
        self.extra = {"analysis_count": analysis_count}


class UnreadableWorkbook(APIException):
    """The file sent is not a workbook that can be read."""

    status_code = status.HTTP_400_BAD_REQUEST
    default_code = "unreadable_workbook"
    default_detail = "The file is not an XLSX workbook. Save it as .xlsx and send it again."


class WorkbookTooLarge(APIException):
    """The workbook is larger than what is read."""

    status_code = status.HTTP_413_REQUEST_ENTITY_TOO_LARGE
    default_code = "workbook_too_large"
    default_detail = "The workbook is too large. Split it into smaller ones."
