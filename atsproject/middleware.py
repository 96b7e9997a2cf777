"""What holds for every request: well-formed text, somebody signed in with a role behind every page, a strict policy."""

from collections.abc import Callable, Sequence
from typing import Any
from urllib.parse import unquote

from csp.constants import SELF, UNSAFE_EVAL, UNSAFE_INLINE
from csp.middleware import CSPMiddleware, PolicyParts
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.middleware.gzip import GZipMiddleware

from atsproject import roles
from atsproject.api.errors import error_response, is_api
from atsproject.handlers import error_page, to_sign_in

GetResponse = Callable[[HttpRequest], HttpResponseBase]

# What a user without a role, or a program, may still do in a browser.
ALWAYS_OPEN = {"logout", "admin:logout"}
COMPRESSED = ("text/", "application/json", "application/problem+json", "image/svg+xml", "application/vnd.oai.openapi")
# The admin's theme (Alpine.js, inline scripts) runs under nothing stricter. Only addresses below it.
ADMIN_EXCEPTIONS = {
    "script-src": [SELF, UNSAFE_INLINE, UNSAFE_EVAL],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:"],
}


class CompressTextMiddleware(GZipMiddleware):
    """Sends pages, JSON and tables compressed, with Django's random padding against reading secrets off the length.

    PDFs, pictures and workbooks are compressed in themselves: they go as they are, with their length.
    """

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """Compress what is text."""
        if not response.get("Content-Type", "").startswith(COMPRESSED):
            return response
        return super().process_response(request, response)


class TextMiddleware:
    """Refuses NUL characters in an address: no database stores one, and some raise on it."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer 400, or go on."""
        if "\x00" in request.path_info or "\x00" in unquote(request.META.get("QUERY_STRING", "")):
            detail = "The address holds a NUL character."
            if is_api(request):
                return error_response(400, "bad_request", detail)
            return error_page(None, 400, detail=detail)
        return self.get_response(request)


class SignedInMiddleware(LoginRequiredMiddleware):
    """Pages are for who is signed in, and are not kept by the browser for whoever sits there next.

    Who is not is sent to sign in. A script that asked for a part of a page must not put the sign-in page in that
    part's place: htmx is told to go there, and a program's request gets 401 with a sentence.
    """

    def handle_no_permission(self, request: HttpRequest, view_func: Any) -> HttpResponseBase:  # type: ignore[override]
        """Send to sign in, in the way the asker understands."""
        if request.headers.get("HX-Request"):
            return to_sign_in(request)
        if request.headers.get("Accept", "").startswith("application/json"):
            detail = "You are signed out: too much time has passed, or you signed out in another tab. Sign in again."
            return JsonResponse({"detail": detail, "code": "not_authenticated"}, status=401)
        answer: HttpResponseBase = super().handle_no_permission(request, view_func)
        return answer

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """Keep answers out of every store: going back after a decision shows it, after signing out nothing, and no
        proxy on the way keeps a candidate. What may be kept says so itself; static files are answered before this."""
        response.headers.setdefault("Cache-Control", "private, no-store")
        return response


class RoleMiddleware:
    """Pages and the admin are for users with a role that opens them.

    Comes after SignedInMiddleware, which sends visitors to sign in. The API's views check
    permissions themselves and are left alone, as is the sign-in page.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Go on; the check needs the view and is in ``process_view``."""
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], args: Sequence[Any], kwargs: dict[str, Any]
    ) -> None:
        """Raises PermissionDenied, which becomes the 403 page."""
        if not getattr(view, "login_required", True) or not request.user.is_authenticated:
            return
        match = request.resolver_match
        if (match is not None and match.view_name in ALWAYS_OPEN) or roles.may_use_pages(request.user):
            return
        if roles.role_of(request.user) == roles.API_CLIENT:
            raise PermissionDenied("This account is for programs: it works through the API only.")
        raise PermissionDenied("Your account has no role yet. Ask an administrator to give you one.")


class PolicyMiddleware(CSPMiddleware):
    """The strict policy of the settings, with the admin theme's exceptions below ``/admin/`` only."""

    def get_policy_parts(
        self, request: HttpRequest, response: HttpResponseBase, report_only: bool = False
    ) -> PolicyParts:
        """What the policy of one response is built from."""
        parts = super().get_policy_parts(request, response, report_only)
        if request.path_info.startswith("/admin/") and parts.replace is None:
            parts.replace = dict(ADMIN_EXCEPTIONS)
        return parts
