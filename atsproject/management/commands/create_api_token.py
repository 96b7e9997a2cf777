"""Make an API token for a user and print it once."""

import json
from argparse import ArgumentParser
from typing import Any

from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from atsproject import roles
from atsproject.tokens import create_token, public_id


class Command(BaseCommand):
    """Tokens are kept hashed: what this prints is the only copy."""

    help = (
        "Make an API token for USERNAME and print it on the last line. It is shown this once: only its hash is "
        "kept. Send it as the header `Authorization: Token ...`."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the arguments."""
        parser.add_argument("username", help="whose token")
        parser.add_argument("--create", action="store_true", help="make the user when there is none (needs --role)")
        parser.add_argument("--role", choices=roles.ROLES, help="put the user into this role")
        parser.add_argument("--days", type=int, help="end the token after so many days (default: never)")
        parser.add_argument("--json", action="store_true", help="print JSON instead of text")

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        """Find or make the user, then the token."""
        if options["days"] is not None and options["days"] < 1:
            raise CommandError("--days takes a whole number from 1 up.")
        user = self._user(options["username"], options["create"], options["role"])
        if options["role"]:
            roles.give_role(user, options["role"])
        token, secret = create_token(user=user, by=None, days=options["days"])
        if options["json"]:
            found = {"username": user.username, "token_id": public_id(token), "token": secret}
            self.stdout.write(json.dumps(found | {"expires_at": token.expiry and token.expiry.isoformat()}))
            return
        if not roles.role_of(user):
            self.stderr.write(f"{user.username} has no role: every call will be answered 403. Give one with --role.")
        ends = f"ends {token.expiry:%Y-%m-%d}" if token.expiry else "does not end by itself"
        self.stdout.write(f"Token {public_id(token)} for {user.username}, {ends}. Shown this once:")
        self.stdout.write(secret)

    def _user(self, username: str, create: bool, role: str | None) -> User:
        """The user, made without a password when asked. Raises CommandError."""
        user = User.objects.filter(username=username).first()
        if user is not None:
            return user
        if not create:
            raise CommandError(f"There is no user {username!r}. Add --create --role ROLE to make one.")
        if not role:
            raise CommandError("A new user needs a role: add --role with one of " + ", ".join(roles.ROLES) + ".")
        return User.objects.create_user(username)
