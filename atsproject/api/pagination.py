"""Lists in pages: ``limit`` and ``offset``, refused when they are not numbers."""

from typing import Any

from rest_framework.exceptions import ValidationError
from rest_framework.pagination import LimitOffsetPagination
from rest_framework.request import Request

MAX_LIMIT = 500
MAX_OFFSET = 2**31 - 1


class StrictLimitOffsetPagination(LimitOffsetPagination):
    """``count``, ``next``, ``previous``, ``results``; at most 500 rows a page.

    A limit above the maximum gives the maximum; a value that is no number is a 400 that says so, for
    a page that is silently another one than asked for loses rows in a program that walks the list.
    """

    max_limit = MAX_LIMIT

    def get_limit(self, request: Request) -> int | None:
        """Rows in a page, 1 to 500. Raises ValidationError."""
        number = _whole_number(request, "limit", low=1)
        return self.default_limit if number is None else min(number, MAX_LIMIT)

    def get_offset(self, request: Request) -> int:
        """Rows to skip, 0 or more. Raises ValidationError."""
        return _whole_number(request, "offset", low=0) or 0

    def get_paginated_response_schema(self, schema: dict[str, Any]) -> dict[str, Any]:
        """As answered: all four keys always there."""
        described: dict[str, Any] = super().get_paginated_response_schema(schema)
        described["required"] = ["count", "next", "previous", "results"]
        return described


def _whole_number(request: Request, name: str, *, low: int) -> int | None:
    value = request.query_params.get(name)
    if value is None or value == "":
        return None
    if not (value.isascii() and value.isdigit()) or not low <= int(value[:12]) <= MAX_OFFSET:
        raise ValidationError({name: [f"Write a whole number from {low} up."]})
    return int(value)
