"""Reads JSON bodies so that nothing in them can trip what lies behind."""

import json
from collections.abc import Mapping
from typing import IO, Any

from django.conf import settings
from rest_framework import status
from rest_framework.exceptions import APIException, ParseError
from rest_framework.parsers import JSONParser
from rest_framework.utils.json import strict_constant

MAX_DEPTH = 100


class BodyTooLarge(APIException):
    """The body of the request is larger than what is read into memory."""

    status_code = status.HTTP_413_REQUEST_ENTITY_TOO_LARGE
    default_code = "body_too_large"
    default_detail = "The body of the request is too large. Send less in one request; upload files as multipart."


class BoundedJSONParser(JSONParser):
    """JSON of at most DATA_UPLOAD_MAX_MEMORY_SIZE bytes, in UTF-8, without what no database stores.

    Raises BodyTooLarge (413) and ParseError (400). NUL characters and half surrogates are legal in
    JSON but cannot be stored as text by PostgreSQL; they are refused here, once for every field.
    """

    def parse(
        self, stream: IO[Any], media_type: str | None = None, parser_context: Mapping[str, Any] | None = None
    ) -> Any:
        """The parsed body."""
        limit = settings.DATA_UPLOAD_MAX_MEMORY_SIZE or 0
        raw: bytes = stream.read(limit + 1)
        if len(raw) > limit:
            raise BodyTooLarge(f"The body is larger than {limit // 1024 // 1024} MB. Send less in one request.")
        try:
            text = raw.decode("utf-8-sig")
            data = json.loads(text, parse_constant=strict_constant)
        except RecursionError as error:
            raise ParseError("The JSON is nested too deeply.") from error
        except UnicodeDecodeError as error:
            raise ParseError(f"The body is not UTF-8 (byte {error.start}).") from error
        except ValueError as error:
            raise ParseError(f"The body is not JSON: {error}") from error
        if not isinstance(data, (dict, list)):
            raise ParseError("The body must be a JSON object.")
        if "\\u" in text or "\x00" in text:
            _refuse_unstorable(data)
        _refuse_depth(data)
        return data


def _refuse_depth(data: Any) -> None:
    level = [data]
    for _ in range(MAX_DEPTH):
        level = [
            inner
            for item in level
            for inner in (item.values() if isinstance(item, dict) else item)
            if isinstance(inner, (dict, list))
        ]
        if not level:
            return
    raise ParseError("The JSON is nested too deeply.")


def _refuse_unstorable(data: Any) -> None:
    pending = [data]
    while pending:
        item = pending.pop()
        if isinstance(item, dict):
            pending += [*item, *item.values()]
        elif isinstance(item, list):
            pending += item
        elif isinstance(item, str) and ("\x00" in item or any(0xD800 <= ord(c) <= 0xDFFF for c in item)):
            raise ParseError("The body holds a NUL character or half a surrogate pair, which no text may hold.")
