"""Run the site: one web process with threads, one worker for everyday tasks and one for training."""

import os
import urllib.error
import urllib.request
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from atsproject.supervisor import PortInUse, Supervisor, claim_port, web_child, worker_children

LOOPBACK = ("127.0.0.1", "::1", "localhost")


class Command(BaseCommand):
    """One command from a fresh checkout to a running site."""

    help = (
        "Run the site: brings the database up to date, then starts one web process with threads, a worker for "
        "everyday tasks, and one at low priority for training. Ctrl-C stops all of them. TASKS_BACKEND is database "
        "unless it is set."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the options; the environment gives their defaults."""
        parser.add_argument("--address", default=os.environ.get("ADDRESS", "127.0.0.1"), help="where to listen")
        parser.add_argument("--port", type=int, default=os.environ.get("PORT", "8000"), help="1 to 65535")
        parser.add_argument("--threads", type=int, default=8, help="requests answered at the same time")
        parser.add_argument("--no-prepare", action="store_true", help="leave database and static files as they are")

    def handle(self, *args: Any, **options: Any) -> None:
        """Prepare, start, and wait until told to stop."""
        address, port = options["address"], options["port"]
        self._check_place(address, port)
        if not options["no_prepare"]:
            call_command("prepare")
        backend = os.environ.get("TASKS_BACKEND", "").strip() or "database"
        environment = {"TASKS_BACKEND": backend}
        children = [web_child(address=address, port=port, threads=options["threads"], environment=environment)]
        children += worker_children(backend=backend, environment=environment)
        supervisor = Supervisor(children, lambda text: self.stderr.write(text))
        url = f"http://{f'[{address}]' if ':' in address else address}:{port}"
        code = supervisor.run(ready=lambda: _answers(url), when_ready=lambda: self._greet(address, port))
        self.stderr.write("Stopped.")
        if code:
            raise SystemExit(code)

    def _check_place(self, address: str, port: int) -> None:
        if not 1 <= port <= 65535:
            raise CommandError(f"{port} is no port: write a number from 1 to 65535.")
        try:
            claim_port(address, port)
        except PortInUse as error:
            raise CommandError(f"{error} Stop what listens there, or choose another: make serve PORT=8001") from error
        except OSError as error:
            raise CommandError(f"{address}:{port} cannot be listened on: {error.strerror}.") from error

    def _greet(self, address: str, port: int) -> None:
        """Say where the site is and how to get in."""
        host = "localhost" if address in (*LOOPBACK, "0.0.0.0", "::") else address
        say = self.stdout.write
        say(f"\nThe site runs at http://{host}:{port}/   (API documentation: http://{host}:{port}/api/docs)")
        people = User.objects.filter(is_active=True).exclude(password__startswith="!").order_by("pk")
        names = list(people.values_list("username", flat=True)[:5])
        if names:
            say(f"Sign in as: {', '.join(names)}")
            say("Forgotten: .venv/bin/python manage.py changepassword USERNAME")
        else:
            say("Nobody can sign in yet. In another terminal: .venv/bin/python manage.py createsuperuser")
        if address not in LOOPBACK:
            say(f"Answers to the host names: {', '.join(settings.ALLOWED_HOSTS)} (ALLOWED_HOSTS changes it)")
        say("Stop with Ctrl-C.\n")
        self.stdout.flush()


def _answers(url: str) -> bool:
    """Whether anything answers HTTP at the address, be it an error."""
    request = urllib.request.Request(f"{url}/healthz", headers={"Host": settings.ALLOWED_HOSTS[0]})
    try:
        with urllib.request.urlopen(request, timeout=1):
            return True
    except urllib.error.HTTPError:
        return True
    except OSError:
        return False
