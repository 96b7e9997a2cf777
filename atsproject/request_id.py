"""A number for each request: in its answer, in the log's lines and on error pages, so that people can name it."""

import logging
import re
import secrets
from collections.abc import Callable
from contextvars import ContextVar

from django.http import HttpRequest, HttpResponseBase

HEADER = "X-Request-ID"
_GIVEN = re.compile(r"[A-Za-z0-9_-]{6,64}")
_current: ContextVar[str] = ContextVar("request_id", default="-")


def current_request_id() -> str:
    """The number of the request being answered; ``-`` outside one."""
    return _current.get()


class RequestIdMiddleware:
    """Takes the number that a proxy in front gave, or draws one, and sends it back."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer with the number in the header."""
        given = request.headers.get(HEADER, "")
        number = given if _GIVEN.fullmatch(given) else secrets.token_hex(6)
        token = _current.set(number)
        # Django logs a refusal when the middleware is done: the line finds the number on its request.
        request.request_id = number  # type: ignore[attr-defined]
        try:
            response = self.get_response(request)
            response[HEADER] = number
            return response
        finally:
            _current.reset(token)


class RequestIdFilter(logging.Filter):
    """Gives every line of the log the number of its request."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Add ``request_id``; every line passes."""
        record.request_id = getattr(getattr(record, "request", None), "request_id", None) or _current.get()
        return True
