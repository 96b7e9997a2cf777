"""Who does something: a user, nobody in particular (a command), or a request without a user."""

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser

Actor = AbstractBaseUser | AnonymousUser | None


def actor_id(by: Actor) -> int | None:
    """The user's primary key; None for nobody."""
    return by.pk if by is not None and by.is_authenticated else None
