"""The OpenAPI schema and its interactive pages, for people who are signed in."""

from typing import Any, NoReturn

from csp.constants import SELF, UNSAFE_INLINE
from csp.decorators import csp_update
from django.contrib.auth.views import redirect_to_login
from django.utils.decorators import method_decorator
from drf_spectacular.views import SpectacularAPIView, SpectacularSwaggerSplitView
from rest_framework import exceptions
from rest_framework.request import Request
from rest_framework.response import Response

from atsproject.api.permissions import RolePermission


def without_slashes(result: dict[str, Any], **kwargs: Any) -> dict[str, Any]:
    """Schema hook: addresses as they are written, without the slash that they tolerate."""
    result["paths"] = {path.rstrip("/"): found for path, found in result["paths"].items()}
    return result


ERROR = {
    "type": "object",
    "description": "What every error looks like. 400: refused, with what is wrong of each field; 401: no valid token; "
    "403: not within the role; 404: no such thing; 409: something stands against it; 413: too large; 415: not the "
    "kind of file or body; 422: a PDF that cannot be read (with its resume_id); 429: too many calls; 503: try again.",
    "required": ["detail", "code", "errors"],
    "properties": {
        "detail": {"type": "string", "description": "For people."},
        "code": {"type": "string", "description": "For programs.", "example": "not_found"},
        "errors": {
            "type": "object",
            "description": "By field what is wrong with it; empty where it is not about fields.",
            "additionalProperties": {"type": "array", "items": {"type": "string"}},
        },
    },
}


def with_errors(result: dict[str, Any], **kwargs: Any) -> dict[str, Any]:
    """Schema hook: what every operation answers when it does not do what was asked."""
    result["components"]["schemas"]["Error"] = ERROR
    shape = {"application/json": {"schema": {"$ref": "#/components/schemas/Error"}}}
    for operations in result["paths"].values():
        for operation in operations.values():
            operation["responses"].setdefault("default", {"description": "An error.", "content": shape})
    return result


class SchemaView(SpectacularAPIView):
    """``/api/schema``: YAML, or JSON with ``?format=json``."""

    permission_classes = [RolePermission]


class SignInFirst(exceptions.APIException):
    """Raised for a visitor who has not signed in, and turned into a redirect."""


# Swagger UI's page carries one style element and its style sheet draws icons from data: addresses.
# Scripts stay strict: the split view serves the page's script as a file of its own.
@method_decorator(csp_update({"style-src": [SELF, UNSAFE_INLINE], "img-src": [SELF, "data:"]}), name="dispatch")
class DocsView(SpectacularSwaggerSplitView):
    """``/api/docs``: the schema to try out in the browser, from files of our own."""

    permission_classes = [RolePermission]
    http_method_names = ["get", "head"]  # what the framework answers OPTIONS with is nothing its template could draw
    url_name = "schema"

    def permission_denied(self, request: Request, message: str | None = None, code: str | None = None) -> NoReturn:
        """A visitor without a session is sent to sign in and comes back."""
        if not (request.user and request.user.is_authenticated):
            raise SignInFirst
        super().permission_denied(request, message, code)
        raise AssertionError("permission_denied always raises")

    def handle_exception(self, exc: Exception) -> Response:
        """Errors as everywhere, but for the redirect."""
        if isinstance(exc, (SignInFirst, exceptions.NotAuthenticated)):
            response: Any = redirect_to_login(self.request.get_full_path())
            return response  # type: ignore[no-any-return]
        answer: Response = super().handle_exception(exc)
        return answer
