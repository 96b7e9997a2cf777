"""What pages do around a service: check the permission, turn a refusal into a message, go back."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from rest_framework.exceptions import APIException, ValidationError

from atsproject.preferences import preference_of


def sentences(error: APIException) -> str:
    """What a service's refusal says, in one line for people."""
    if not isinstance(error, ValidationError):
        return str(error.detail)
    detail = error.detail
    if isinstance(detail, dict):
        return " ".join(f"{str(name).replace('_', ' ').capitalize()}: {_flat(texts)}" for name, texts in detail.items())
    return _flat(detail)


def _flat(value: Any) -> str:
    if isinstance(value, dict):
        return " ".join(_flat(inner) for inner in value.values())
    if isinstance(value, list):
        return " ".join(_flat(inner) for inner in value)
    return str(value)


def act(
    request: HttpRequest,
    permission: str,
    do: Callable[[], str],
    back: str,
    refused: Callable[[APIException], HttpResponse] | None = None,
) -> HttpResponse:
    """Do something that needs ``permission`` and go to ``back`` with what came of it as a message.

    ``do`` returns the sentence to show. ``refused`` answers a refusal in place of ``back``, for forms whose typing
    would be lost there. Raises PermissionDenied without the permission.
    """
    if not request.user.has_perm(permission):
        raise PermissionDenied("Your role does not include this. Ask an administrator if you need it.")
    try:
        messages.success(request, do(), extra_tags="good")
    except APIException as error:
        messages.error(request, sentences(error), extra_tags="bad")
        if refused is not None:
            return refused(error)
    return redirect(back)


def fragment(request: HttpRequest, template: str, context: dict[str, Any], title: str) -> HttpResponse:
    """A part of a page for htmx; for who comes without it (no script, a link opened by itself) a page around it."""
    if request.headers.get("HX-Request"):
        return render(request, template, context)
    return render(request, "pages/fragment.html", {**context, "part": template, "title": title})


def page_of(request: HttpRequest, rows: Any, size: int | None = None) -> Page[Any]:
    """The page of ``rows`` that the address asks for, as long as the user prefers pages to be; a number out of range
    gives the nearest page."""
    return Paginator(rows, size or preference_of(request).rows).get_page(request.GET.get("page"))


def number(text: str | None) -> int:
    """A row's number as a form sends it; 0, which no row has, for anything else."""
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) < 19 else 0


def score_asked(text: str | None) -> float | None:
    """A score, 0 to 100, as an address asks for it; None for anything else."""
    try:
        value = float(text or "")
    except ValueError:
        return None
    return value if 0 <= value <= 100 else None


def day_asked(text: str | None) -> date | None:
    """A day (YYYY-MM-DD) as an address asks for it; None for anything else."""
    try:
        return date.fromisoformat(text or "")
    except ValueError:
        return None
