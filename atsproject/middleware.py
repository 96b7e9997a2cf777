"""What holds for every request: well-formed text, a role behind every page, a strict content policy."""

from collections.abc import Callable, Sequence
from typing import Any
from urllib.parse import unquote

from csp.constants import SELF, UNSAFE_EVAL, UNSAFE_INLINE
from csp.middleware import CSPMiddleware, PolicyParts
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase

from atsproject import roles
from atsproject.api.errors import error_response, is_api
from atsproject.handlers import error_page

GetResponse = Callable[[HttpRequest], HttpResponseBase]

# What a user without a role, or a program, may still do in a browser.
ALWAYS_OPEN = {"logout", "admin:logout"}
# The admin's theme (Alpine.js, inline scripts) runs under nothing stricter. Only addresses below it.
ADMIN_EXCEPTIONS = {
    "script-src": [SELF, UNSAFE_INLINE, UNSAFE_EVAL],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:"],
}


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


class RoleMiddleware:
    """Pages and the admin are for users with a role that opens them.

    Comes after Django's LoginRequiredMiddleware, which sends visitors to sign in. The API's views check
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
