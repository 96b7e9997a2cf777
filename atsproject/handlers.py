"""Answers outside any view: 400, 403, 404 and 500, as JSON for programs and as pages for people."""

from django.http import HttpRequest, HttpResponse
from django.views import defaults

from atsproject.api.errors import error_response, is_api


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400: a malformed request, or a host that ALLOWED_HOSTS does not name."""
    if is_api(request):
        return error_response(400, "bad_request", "The request could not be read.")
    return defaults.bad_request(request, exception)


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403: signed in, but not allowed."""
    if is_api(request):
        return error_response(403, "permission_denied", "You may not do this.")
    return defaults.permission_denied(request, exception)


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404: no such address."""
    if is_api(request):
        return error_response(404, "not_found", "There is nothing at this address.")
    return defaults.page_not_found(request, exception)


def server_error(request: HttpRequest) -> HttpResponse:
    """500: an error of ours; it has been logged, and the answer tells nothing of it."""
    if is_api(request):
        detail = "Something went wrong on the server. It has been logged; nothing you sent was half-kept."
        return error_response(500, "server_error", detail)
    return defaults.server_error(request)
