"""One shape for every error the API answers: ``{"detail", "code", "errors"}``."""

from typing import Any

from rest_framework import exceptions
from rest_framework.response import Response
from rest_framework.views import exception_handler


def handle_exception(exc: Exception, context: dict[str, Any]) -> Response | None:
    """Shape what Django REST framework would answer; None lets an unforeseen error become a 500.

    Services raise subclasses of ``APIException``; an ``extra`` dict on one is added to the body
    (a 422 for an unreadable PDF carries its ``resume_id`` that way).
    """
    response = exception_handler(exc, context)
    if response is None:
        return None
    body: dict[str, Any] = {"detail": "", "code": "error", "errors": {}}
    if isinstance(exc, exceptions.ValidationError):
        body |= _validation(exc)
    elif isinstance(exc, exceptions.APIException):
        detail = exc.detail
        body["detail"] = str(detail)
        body["code"] = getattr(detail, "code", None) or exc.default_code
    else:  # Http404 and PermissionDenied, which exception_handler has turned into responses
        detail = response.data["detail"]
        body["detail"] = str(detail)
        body["code"] = getattr(detail, "code", "error")
    body |= getattr(exc, "extra", {})
    response.data = body
    return response


def _validation(exc: exceptions.ValidationError) -> dict[str, Any]:
    """``detail``, ``code`` and ``errors`` of a validation error."""
    detail = exc.detail
    if not isinstance(detail, dict):
        messages = [str(item) for item in detail]
        code = str(getattr(detail[0], "code", "invalid")) if detail else "invalid"
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
