"""Signing in: one page for the recruiters' pages and the admin, slowed down after repeated failures."""

import hashlib
from typing import Any

from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import LoginView, redirect_to_login
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from rest_framework.throttling import SimpleRateThrottle

MOST_FAILURES = 8
WITHIN_SECONDS = 15 * 60


class FailedSignIns(SimpleRateThrottle):
    """Failures of one name from one address; more than ``MOST_FAILURES`` in a quarter of an hour have to wait.

    Kept in the cache under a hash: no name that somebody tried is stored.
    """

    scope = "sign-in"
    rate = f"{MOST_FAILURES}/quarter"

    def __init__(self, username: str) -> None:
        self.username = username
        super().__init__()

    def parse_rate(self, rate: Any) -> Any:
        """Failures and seconds."""
        return MOST_FAILURES, WITHIN_SECONDS

    def get_cache_key(self, request: Any, view: Any) -> str:
        """One for each name and address."""
        text = f"{self.get_ident(request)}\n{self.username.strip().casefold()}"
        return f"sign-in:{hashlib.sha256(text.encode()).hexdigest()}"

    def throttle_success(self) -> bool:
        """Asking counts nothing: only failures do."""
        return True

    def count_failure(self) -> None:
        """Remember one more."""
        self.history.insert(0, self.now)
        self.cache.set(self.key, self.history, WITHIN_SECONDS)


class SignInForm(AuthenticationForm):
    """Name and password, with words for what went wrong."""

    error_messages = {
        "invalid_login": "Username and password do not match, or the account is not active. Capital letters matter.",
        "inactive": "This account is not active. Ask an administrator of this site.",
    }

    def clean(self) -> dict[str, Any]:
        """Signs nobody in while there are too many failures, not even with the right password."""
        throttle = FailedSignIns(str(self.cleaned_data.get("username") or ""))
        if not throttle.allow_request(self.request, None):  # type: ignore[arg-type]
            minutes = int((throttle.wait() or WITHIN_SECONDS) // 60) + 1
            raise ValidationError(
                f"Too many failed attempts. Wait {minutes} minutes, then try again, or ask an administrator "
                "for a new password.",
                code="throttled",
            )
        try:
            return super().clean()
        except ValidationError:
            throttle.count_failure()
            raise


class SignIn(LoginView):
    """The sign-in page."""

    form_class = SignInForm
    redirect_authenticated_user = True

    def form_invalid(self, form: AuthenticationForm) -> HttpResponse:
        """429 while one has to wait."""
        response = super().form_invalid(form)
        if form.has_error("__all__", "throttled"):
            response.status_code = 429
        return response


def admin_sign_in(request: HttpRequest) -> HttpResponse:
    """The admin signs in where everybody does. Raises PermissionDenied for who is signed in but administers nothing."""
    if request.user.is_authenticated:
        raise PermissionDenied("Administration is for administrators of this site.")
    return redirect_to_login(request.GET.get("next", "/admin/"))
