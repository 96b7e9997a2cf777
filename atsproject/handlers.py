"""Answers outside any view: 400, 403, 404, 413 and 500, as JSON for programs and as pages for people."""

import logging
from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode, urlsplit

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.core.exceptions import (
    DisallowedHost,
    PermissionDenied,
    RequestDataTooBig,
    TooManyFieldsSent,
    TooManyFilesSent,
)
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.template.loader import render_to_string
from django.urls import reverse
from rest_framework.exceptions import APIException

from atsproject.api.errors import error_response, is_api
from atsproject.request_id import current_request_id

logger = logging.getLogger(__name__)
LAST_RESORT = (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Something went wrong · Shortlist</title></head>'
    '<body><h1>Something went wrong</h1><p>It has been logged. <a href="/">Go to the home page</a></p></body></html>'
)


def error_page(
    request: HttpRequest | None, status: int, *, detail: str = "", template: str | None = None
) -> HttpResponse:
    """The page of an error, with a sentence on it; None for a request asks nothing of the database."""
    context = {
        "status": status,
        "detail": detail,
        "request_id": current_request_id(),
        "max_upload_mb": settings.MAX_UPLOAD_MB,
    }
    return HttpResponse(render_to_string(template or f"{status}.html", context, request), status=status)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400: a malformed request, or a host that ALLOWED_HOSTS does not name; 413: more than is taken."""
    if isinstance(exception, RequestDataTooBig):
        return too_large(request)
    if is_api(request):
        return error_response(400, "bad_request", "The request could not be read.")
    detail = ""
    if isinstance(exception, TooManyFilesSent):
        detail = f"Send at most {settings.DATA_UPLOAD_MAX_NUMBER_FILES} files at once, the rest after them."
    elif isinstance(exception, TooManyFieldsSent):
        detail = "The form holds more fields than are taken at once. Change fewer rows at a time."
    # A host that is not ours may not read who is signed in: nothing but the page is drawn for it.
    return error_page(None if isinstance(exception, DisallowedHost) else request, 400, detail=detail)


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403: signed in, but not allowed."""
    if is_api(request):
        return error_response(403, "permission_denied", "You may not do this.")
    told = str(exception) if isinstance(exception, PermissionDenied) else ""
    return error_page(request, 403, detail=told)


def to_sign_in(request: HttpRequest) -> HttpResponse:
    """Tells htmx to go to the sign-in page as a whole, and from there back to the page it stands on."""
    here = urlsplit(request.headers.get("HX-Current-URL", ""))
    back = urlencode({"next": here.path + (f"?{here.query}" if here.query else "")}) if here.path else ""
    return HttpResponse(headers={"HX-Redirect": f"{reverse('login')}?{back}"})


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: a form without its token, because the page was open too long, or cookies are blocked."""
    if is_api(request):
        return error_response(403, "csrf_failed", "The request has no valid CSRF token. Send the X-CSRFToken header.")
    if request.headers.get("HX-Request") and not getattr(request, "session", {}).get(SESSION_KEY):
        return to_sign_in(request)
    if request.headers.get("Accept", "").startswith("application/json"):
        detail = "Nothing was sent: this page was open for too long. Reload it, then choose the files again."
        return error_response(403, "csrf_failed", detail)
    return error_page(request, 403, template="403_csrf.html")


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404: no such address."""
    if is_api(request):
        return error_response(404, "not_found", "There is nothing at this address.")
    return error_page(request, 404)


def too_large(request: HttpRequest, detail: str = "") -> HttpResponse:
    """413: a file or form over what is taken; the page says how much that is."""
    if is_api(request):
        return error_response(413, "body_too_large", detail or "The body is larger than this site takes.")
    return error_page(request, 413, detail=detail)


def server_error(request: HttpRequest) -> HttpResponse:
    """500: an error of ours; it has been logged, and the answer tells nothing of it."""
    if is_api(request):
        detail = "Something went wrong on the server. It has been logged; nothing you sent was half-kept."
        return error_response(500, "server_error", detail)
    try:
        # Without the request: what failed may be the database that says who is signed in.
        return error_page(None, 500)
    except Exception:
        logger.exception("The page of a server error could not be drawn")
        return HttpResponse(LAST_RESORT, status=500)


class RefusalMiddleware:
    """What a service refuses and no page caught becomes the page of its status, never a server error."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Go on; refusals are met in ``process_exception``."""
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        """413 for a form whose every file is over the limit; where some are not, the page tells of each by name."""
        by_script = request.headers.get("Sec-Fetch-Mode", "navigate") != "navigate" or "HX-Request" in request.headers
        if request.method != "POST" or is_api(request) or by_script or not request.user.is_authenticated:
            return None
        files = [file for name in request.FILES for file in request.FILES.getlist(name)]
        limit = settings.MAX_UPLOAD_MB * 1024 * 1024
        if not files or any((file.size or 0) <= limit for file in files):
            return None
        names = ", ".join(str(file.name) for file in files[:3])
        return too_large(request, f"{names}: more than {settings.MAX_UPLOAD_MB} MB.")

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """The page for an APIException outside the API; None leaves anything else to Django."""
        if is_api(request) or not isinstance(exception, APIException):
            return None
        detail = _sentence(exception.detail)
        if exception.status_code in (403, 404, 413):
            return error_page(request, exception.status_code, detail=detail)
        page = error_page(request, 400, detail=detail)
        page.status_code = exception.status_code
        return page


def _sentence(detail: Any) -> str:
    if isinstance(detail, dict):
        return " ".join(_sentence(inner) for inner in detail.values())
    if isinstance(detail, list):
        return " ".join(_sentence(inner) for inner in detail)
    return str(detail)
