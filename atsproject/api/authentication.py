"""Tokens sent as ``Authorization: Token ...``, kept hashed."""

from typing import Any

from drf_spectacular.contrib.knox_auth_token import KnoxTokenScheme
from knox.auth import TokenAuthentication
from rest_framework.exceptions import AuthenticationFailed


class ApiTokenAuthentication(TokenAuthentication):  # type: ignore[misc]
    """knox's tokens; a header that is no text is a wrong token, not an error of the server."""

    def authenticate_credentials(self, token: bytes) -> Any:
        """``(user, token row)``; raises AuthenticationFailed."""
        if not token.isascii():
            raise AuthenticationFailed("Invalid token.")
        return super().authenticate_credentials(token)


class ApiTokenScheme(KnoxTokenScheme):  # type: ignore[no-untyped-call]
    """How the schema describes the token."""

    target_class = "atsproject.api.authentication.ApiTokenAuthentication"
    name = "token"
