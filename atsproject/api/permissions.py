"""Who may call what: the roles' model permissions, by method, unless a view says otherwise."""

from typing import TYPE_CHECKING, Any

from rest_framework.permissions import BasePermission
from rest_framework.request import Request

if TYPE_CHECKING:
    # At run time the views import this module while they load: it is their default permission.
    from rest_framework.views import APIView

VERBS = {
    "GET": "view",
    "HEAD": "view",
    "OPTIONS": "view",
    "POST": "add",
    "PUT": "change",
    "PATCH": "change",
    "DELETE": "delete",
}


class RolePermission(BasePermission):
    """Asks for ``app.verb_model`` of the view's ``permission_model``, or for what the view lists.

    A view names its model in ``permission_model`` (or ``queryset``); ``required_permissions`` maps
    an action's name (or an HTTP method) to a list of permissions that replaces the default. A view that names
    neither is open to every signed-in user with a role.
    """

    def has_permission(self, request: Request, view: "APIView") -> bool:
        """True when the signed-in user holds every permission the call asks for."""
        user = request.user
        if not (user and user.is_authenticated):
            return False
        needed = self._needed(request, view)
        if not needed:
            return user.is_superuser or bool(user.get_all_permissions())
        return user.has_perms(needed)

    def _needed(self, request: Request, view: "APIView") -> list[str]:
        listed: dict[str, list[str]] = getattr(view, "required_permissions", {})
        for key in (getattr(view, "action", None), request.method):
            if key in listed:
                return listed[key]
        model: Any = getattr(view, "permission_model", None)
        if model is None:
            queryset = getattr(view, "queryset", None)
            model = getattr(queryset, "model", None)
        if model is None:
            return []
        if request.method not in VERBS:
            return []  # such as TRACE: no view has it, and the framework's 405 says so
        meta = model._meta
        return [f"{meta.app_label}.{VERBS[str(request.method)]}_{meta.model_name}"]
