"""What can go wrong with a resume, each with the sentence its user reads."""

from typing import Any

from rest_framework import status
from rest_framework.exceptions import APIException


class NotAPdf(APIException):
    """The upload's content is not a PDF; nothing of it is kept."""

    status_code = status.HTTP_415_UNSUPPORTED_MEDIA_TYPE
    default_code = "not_a_pdf"
    default_detail = "This file is not a PDF. Save or print the document as a PDF and upload that file."


class TooLarge(APIException):
    """The upload is larger than MAX_UPLOAD_MB; nothing of it is kept."""

    status_code = status.HTTP_413_REQUEST_ENTITY_TOO_LARGE
    default_code = "too_large"
    default_detail = "This file is too large. Save a smaller PDF (fewer or smaller pictures) and upload it again."

    def __init__(self, limit_mb: int | None = None) -> None:
        detail = self.default_detail
        if limit_mb is not None:
            detail = (
                f"This file is larger than {limit_mb} MB. "
                "Save a smaller PDF (fewer or smaller pictures) and upload it again."
            )
        super().__init__(detail)


class UnreadableResume(APIException):
    """The PDF is kept and listed, but nothing could be read from it."""

    status_code = status.HTTP_422_UNPROCESSABLE_ENTITY
    default_code = "unreadable"
    default_detail = "This PDF could not be read."

    def __init__(self, detail: str, code: str, resume_id: str, parse_quality: dict[str, Any] | None = None) -> None:
        super().__init__(detail, code)
        self.extra: dict[str, Any] = {"resume_id": resume_id, "parse_quality": parse_quality or None}


class HasAnalyses(APIException):
    """Deleting the resume would take analyses with it, and the caller did not say so."""

    status_code = status.HTTP_409_CONFLICT
    default_code = "has_analyses"
    default_detail = "This resume has analyses."

    def __init__(self, count: int) -> None:
        noun = "analysis" if count == 1 else "analyses"
        super().__init__(
            f"This resume has {count} {noun} that would be deleted with it. "
            "Repeat the call with cascade=true to delete all of it."
        )
        self.extra: dict[str, Any] = {"analysis_count": count}


class NoPdf(APIException):
    """The resume is kept as text alone, or its file is gone from the storage."""

    status_code = status.HTTP_404_NOT_FOUND
    default_code = "no_pdf"
    default_detail = "This resume has no PDF: it was imported as text, or its file is missing from the storage."
