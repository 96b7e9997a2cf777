"""API tokens of a user: made once, shown once, kept as a hash."""

from datetime import timedelta
from typing import Any

from auditlog.models import LogEntry
from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import QuerySet
from knox.models import AuthToken
from rest_framework.exceptions import NotFound

ID_LENGTH = 16


def public_id(token: Any) -> str:
    """The token's name in lists and addresses: the start of its hash, which reveals nothing of it."""
    return str(token.digest)[:ID_LENGTH]


def tokens_of(user: User) -> QuerySet[Any]:
    """The user's tokens, newest first."""
    tokens: QuerySet[Any] = AuthToken.objects.filter(user=user).order_by("-created", "digest")
    return tokens


@transaction.atomic
def create_token(*, user: User, by: User | None, days: int | None = None) -> tuple[Any, str]:
    """Make a token for ``user``: the row and the secret, which is nowhere else from then on.

    It ends after ``days``, or never. Leaves a row in the trail.
    """
    token, secret = AuthToken.objects.create(user=user, expiry=timedelta(days=days) if days else None)
    _record(user, by, "token_created", token)
    return token, secret


@transaction.atomic
def revoke_token(*, user: User, token_id: str, by: User | None) -> None:
    """Take the user's token back. Raises NotFound when the user has none of that id."""
    token = tokens_of(user).filter(digest__startswith=token_id).first() if len(token_id) == ID_LENGTH else None
    if token is None:
        raise NotFound("You have no token with this id.", code="no_token")
    _record(user, by, "token_revoked", token)
    token.delete()


def _record(user: User, by: User | None, event: str, token: Any) -> None:
    LogEntry.objects.log_create(
        user,
        force_log=True,
        action=LogEntry.Action.UPDATE,
        actor=by,
        additional_data={"event": event, "token_id": public_id(token)},
    )
