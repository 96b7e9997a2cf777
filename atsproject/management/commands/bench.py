"""Measure the running product and write the figures down."""

import json
import os
import subprocess
import sys
import tempfile
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth.models import Group, User
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from rest_framework.test import APIClient
from rich.console import Console
from rich.table import Table

INSIDE = "ATS_BENCH_INSIDE"
FEW = 0.05  # of the rows are there when queries are counted first


class Command(BaseCommand):
    """Measures in an installation of its own below a temporary folder; yours is not touched."""

    help = (
        "Measure start-up, uploads and lists on this machine, print a table and write build/bench.json. Runs in a "
        "temporary installation (SQLite, local files, tasks inline): nothing of yours is read or changed."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the options."""
        parser.add_argument("--output", default=str(settings.BASE_DIR / "build" / "bench.json"), help="where to write")
        parser.add_argument("--json", action="store_true", help="print JSON instead of the table")

    def handle(self, *args: Any, **options: Any) -> None:
        """Start again inside a temporary installation, or, inside it, measure."""
        if not os.environ.get(INSIDE):
            self._run_inside(options)
            return
        figures = self._measure()
        output = Path(options["output"])
        output.parent.mkdir(parents=True, exist_ok=True)
        output.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")
        if options["json"]:
            self.stdout.write(json.dumps(figures, indent=2))
        else:
            _print_tables(figures)
            self.stderr.write(f"Written to {output}")

    def _run_inside(self, options: dict[str, Any]) -> None:
        with tempfile.TemporaryDirectory(prefix="ats-bench-") as folder:
            environment = os.environ | {
                INSIDE: "1",
                "DATABASE_URL": f"sqlite:///{folder}/db.sqlite3",
                "MEDIA_ROOT": f"{folder}/media",
                "VECTOR_ROOT": f"{folder}/vectors",
                "STORAGE_BACKEND": "filesystem",
                "TASKS_BACKEND": "inline",
                "API_THROTTLE": "1000000",
                "LOG_LEVEL": "ERROR",
                "DEBUG": "false",
                "PAGE_CACHE_ROOT": f"{folder}/pages",
                "SNAPSHOT_ROOT": f"{folder}/snapshots",
            }
            for name in ("CHROMA_URL", "REDIS_URL", "LLM_URL", "LLM_MODEL"):
                environment.pop(name, None)
            command = [sys.executable, "manage.py", "bench", "--output", str(Path(options["output"]).resolve())]
            command += ["--json"] if options["json"] else []
            done = subprocess.run(command, cwd=settings.BASE_DIR, env=environment, check=False)
        if done.returncode:
            raise CommandError("The measurement did not finish; what went wrong stands above.")

    def _measure(self) -> dict[str, Any]:
        from atsproject.bench.addresses import pick
        from atsproject.bench.dataset import ANALYSES, FEEDBACK, JOBS, RESUMES, fill
        from atsproject.bench.lists import measure_list
        from atsproject.bench.pages import count_queries, measure_pages
        from atsproject.bench.startup import measure_startup
        from atsproject.bench.uploads import measure_uploads

        call_command("migrate", interactive=False, verbosity=0)
        readers = _readers()
        user = readers["an administrator"]
        client = APIClient(SERVER_NAME="localhost")
        client.force_authenticate(user)
        figures: dict[str, Any] = {"machine": _machine()}
        for name, measure in (
            ("startup", measure_startup),
            ("upload", lambda: measure_uploads(client)),
        ):
            self.stderr.write(f"Measuring {name} ...")
            figures[name] = measure()
        self.stderr.write("Filling the database ...")
        by = list(readers.values())
        picked = pick(fill(by=by, part=FEW))
        few = count_queries(readers, picked)
        picked = pick(fill(by=by, part=1 - FEW))
        for name, measure in (
            ("list_of_50_analyses", lambda: measure_list(user)),
            ("pages", lambda: measure_pages(readers, picked, few)),
        ):
            self.stderr.write(f"Measuring {name} ...")
            figures[name] = measure()
        figures["rows"] = {"jobs": JOBS, "resumes": RESUMES, "analyses": ANALYSES, "feedback": FEEDBACK}
        return figures


def _readers() -> dict[str, User]:
    """Who looks at the pages: somebody who administers, a recruiter, and a recruiter who chose to work blind."""
    from atsproject.preferences import save_preference
    from atsproject.roles import RECRUITER

    readers = {"an administrator": User.objects.create_superuser("bench")}
    for name in ("a recruiter", "a recruiter working blind"):
        readers[name] = User.objects.create_user(name.replace(" ", "-"))
        readers[name].groups.add(Group.objects.get(name=RECRUITER))
    save_preference(by=readers["a recruiter working blind"], blind=True)
    return readers


def _machine() -> dict[str, Any]:
    import platform

    return {"cores": os.cpu_count(), "python": platform.python_version(), "system": platform.platform(terse=True)}


def _print_tables(figures: dict[str, Any]) -> None:
    console = Console(width=110)
    for name, found in figures.items():
        table = Table(title=name.replace("_", " "), show_header=False, title_justify="left")
        for key, value in _flat(found):
            table.add_row(key.replace("_", " "), value)
        console.print(table)


def _flat(found: dict[str, Any], before: str = "") -> list[tuple[str, str]]:
    rows: list[tuple[str, str]] = []
    for key, value in found.items():
        if isinstance(value, dict):
            rows += _flat(value, f"{before}{key}: ")
        else:
            rows.append((before + key, ", ".join(map(str, value)) or "none" if isinstance(value, list) else str(value)))
    return rows
