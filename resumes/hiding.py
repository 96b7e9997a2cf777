"""Whose data the API holds back. Whom a job hides is known above: it is handed in, for nothing here knows jobs."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Protocol

from django.db.models import Q
from rest_framework import status
from rest_framework.exceptions import APIException


class MaskOfOne(Protocol):
    """What stands in place of one hidden candidate's data, of the same length."""

    text: str

    def value(self, value: Any, key: str = "") -> Any:
        """Any value with what is personal blackened."""


class Screen(Protocol):
    """Whom one answer hides."""

    def of(self, *, resume_id: str | None) -> MaskOfOne | None:
        """The mask of a hidden candidate's resume, None of anybody else's."""

    def rows(self, rows: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
        """Rows with ``resume_id``, those of hidden candidates masked."""

    def hiding(self, column: str = "pk") -> Q:
        """A filter of rows whose ``column`` is the resume of a hidden candidate."""


class HiddenCandidate(APIException):
    """The original of a resume whose candidate is hidden."""

    status_code = status.HTTP_403_FORBIDDEN
    default_code = "blind"
    default_detail = (
        "The original is held back while a job that hides its candidates waits for a decision on this one. "
        "Record the decision, or read the masked text."
    )


_made: list[Callable[[], Screen]] = []


def register_screen(make: Callable[[], Screen]) -> None:
    """Name what makes a screen; called once, when the site starts."""
    _made[:] = [make]


def screen() -> Screen:
    """A screen for one answer."""
    return _made[0]()
