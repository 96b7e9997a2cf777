"""One shape for every error the API answers: ``{"detail", "code", "errors"}``."""

import errno
import logging
from typing import Any

from django.conf import settings
from django.core.exceptions import (
    RequestDataTooBig,
    SuspiciousOperation,
    TooManyFieldsSent,
    TooManyFilesSent,
)
from django.db import DataError, OperationalError
from django.http import HttpRequest, JsonResponse, UnreadablePostError
from rest_framework import exceptions, status
from rest_framework.renderers import JSONRenderer
from rest_framework.response import Response
from rest_framework.views import exception_handler

from atsproject.api.parsers import BodyTooLarge

logger = logging.getLogger(__name__)


class BadRequest(exceptions.APIException):
    """The request itself cannot be read."""

    status_code = status.HTTP_400_BAD_REQUEST
    default_code = "bad_request"
    default_detail = "The request could not be read. Send it again, whole and well-formed."


class Busy(exceptions.APIException):
    """The database did not answer in time."""

    status_code = status.HTTP_503_SERVICE_UNAVAILABLE
    default_code = "database_busy"
    default_detail = "The database is busy or not reachable. Nothing was changed; try again in a moment."
    wait = 5


class StorageFull(exceptions.APIException):
    """The disk has no room."""

    status_code = status.HTTP_503_SERVICE_UNAVAILABLE
    default_code = "storage_full"
    default_detail = "The server's disk is full. Nothing was kept; tell whoever runs this site."


def handle_exception(exc: Exception, context: dict[str, Any]) -> Response | None:
    """Shape what Django REST framework would answer; None lets an unforeseen error become a 500.

    Services raise subclasses of ``APIException``; an ``extra`` dict on one is added to the body
    (a 422 for an unreadable PDF carries its ``resume_id`` that way).
    """
    exc = _foreseen(exc)
    response = exception_handler(exc, context)
    if response is None:
        return None
    body: dict[str, Any] = {"detail": "", "code": "error", "errors": {}}
    if isinstance(exc, exceptions.ValidationError):
        body |= _validation(exc)
    elif isinstance(exc, exceptions.APIException) and not isinstance(exc.detail, (list, dict)):
        body["detail"] = str(exc.detail)
        body["code"] = getattr(exc.detail, "code", None) or exc.default_code
    elif isinstance(exc, exceptions.APIException):
        body["detail"] = " ".join(_flatten(exc.detail))
        body["code"] = exc.default_code
    else:  # Http404 and PermissionDenied, which exception_handler has turned into responses
        detail = response.data["detail"]
        body["detail"] = str(detail)
        body["code"] = getattr(detail, "code", "error")
    body |= getattr(exc, "extra", {})
    response.data = body
    request = context.get("request")
    if request is not None:
        # A view that answers in another format (a file, YAML, a page) has its errors in JSON all the same.
        request.accepted_renderer = JSONRenderer()
        request.accepted_media_type = JSONRenderer.media_type
    return response


def _foreseen(exc: Exception) -> Exception:
    """What a server under load or a broken client causes, as the answer it deserves."""
    if isinstance(exc, RequestDataTooBig):
        return BodyTooLarge()
    if isinstance(exc, TooManyFilesSent):
        most = settings.DATA_UPLOAD_MAX_NUMBER_FILES
        return BadRequest(f"Send at most {most} files in one request.", code="too_many_files")
    if isinstance(exc, (TooManyFieldsSent, SuspiciousOperation, UnreadablePostError)):
        return BadRequest()
    if isinstance(exc, DataError):
        # The class only: the message quotes the value, which may be personal.
        logger.warning("A value did not fit its column (%s)", type(exc).__name__)
        return BadRequest("A value is too long or out of range for what it is stored as.", code="out_of_range")
    if isinstance(exc, OperationalError):
        logger.error("The database did not answer", exc_info=exc)
        return Busy()
    if isinstance(exc, OSError) and exc.errno in (errno.ENOSPC, errno.EDQUOT):
        logger.error("No room on the disk: errno %s", exc.errno)
        return StorageFull()
    return exc


def _validation(exc: exceptions.ValidationError) -> dict[str, Any]:
    """``detail``, ``code`` and ``errors`` of a validation error."""
    detail = exc.detail
    if not isinstance(detail, dict):
        messages = _flatten(detail)
        first = detail[0] if isinstance(detail, list) and detail else None
        code = str(getattr(first, "code", "invalid"))
        return {"detail": " ".join(messages), "code": code, "errors": {"non_field_errors": messages}}
    errors = {str(field): _flatten(value) for field, value in detail.items()}
    sentences = [
        text if field == "non_field_errors" else f"{field}: {text}" for field, texts in errors.items() for text in texts
    ]
    return {"detail": " ".join(sentences), "code": "invalid", "errors": errors}


def _flatten(value: Any) -> list[str]:
    """The messages inside one field's error, however deep they lie."""
    if isinstance(value, dict):
        return [f"{key}: {text}" for key, inner in value.items() for text in _flatten(inner)]
    if isinstance(value, list):
        return [text for inner in value for text in _flatten(inner)]
    return [str(value)]


def error_response(status_code: int, code: str, detail: str) -> JsonResponse:
    """An error in the API's shape, for answers that no API view makes."""
    return JsonResponse({"detail": detail, "code": code, "errors": {}}, status=status_code)


def is_api(request: HttpRequest) -> bool:
    """Whether the caller is a program of the API (as opposed to a person in front of a page)."""
    return request.path_info.startswith("/api/") or request.path_info == "/api"
