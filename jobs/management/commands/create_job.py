"""Keep a job from a file, from standard input or from the command line."""

import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError
from rest_framework.exceptions import APIException

from jobs.models import Job
from jobs.querysets import REQUIREMENT_ROW
from jobs.services import create_job
from jobs.validation import MAX_DESCRIPTION

MAX_BYTES = 8 * MAX_DESCRIPTION


class Command(BaseCommand):
    """The same service as the API and the pages."""

    help = (
        "Keep a job and read its requirements. The description comes from FILE, from --text, or from standard input "
        "(FILE - or nothing). Prints the job's id on the last line; --json prints all of it."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the arguments."""
        parser.add_argument("file", nargs="?", help="a UTF-8 text file with the description; - is standard input")
        parser.add_argument("--text", help="the description itself")
        parser.add_argument("--company", default="", help="the company (read from the description when left out)")
        parser.add_argument("--role", default="", help="the role (read from the description when left out)")
        parser.add_argument("--select-for", metavar="USERNAME", help="make it the current job of this user")
        parser.add_argument("--json", action="store_true", help="print JSON instead of a table")

    def handle(self, *args: Any, **options: Any) -> None:
        """Create the job. Raises CommandError."""
        user = self._user(options["select_for"])
        try:
            job = create_job(
                job_description=self._description(options["file"], options["text"]),
                company_name=options["company"],
                role_name=options["role"],
                select=user is not None,
                by=user,
            )
        except APIException as error:
            raise CommandError(_sentences(error)) from error
        rows = [{**row, "id": str(row["id"])} for row in job.requirements.values(*REQUIREMENT_ROW)]
        if options["json"]:
            self.stdout.write(json.dumps(_as_json(job, rows), ensure_ascii=False))
            return
        self._table(job, rows)

    def _user(self, username: str | None) -> User | None:
        if not username:
            return None
        user = User.objects.filter(username=username).first()
        if user is None:
            raise CommandError(f"There is no user {username!r}.")
        return user

    def _description(self, file: str | None, text: str | None) -> str:
        if text is not None and file is not None:
            raise CommandError("Give a file or --text, not both.")
        if text is not None:
            return text
        try:
            raw = sys.stdin.buffer.read(MAX_BYTES) if file in (None, "-") else Path(str(file)).read_bytes()[:MAX_BYTES]
            return raw.decode("utf-8-sig")
        except OSError as error:
            raise CommandError(f"{file} cannot be read: {error.strerror}.") from error
        except UnicodeDecodeError as error:
            raise CommandError(f"The description is not UTF-8 (byte {error.start}). Save it as UTF-8.") from error

    def _table(self, job: Job, rows: list[dict[str, Any]]) -> None:
        self.stdout.write(f"{job.role_name or 'Role not named'} at {job.company_name or 'a company not named'}")
        for row in rows:
            must = "must" if row["must_have"] else "nice" if row["scorable"] else "not scored"
            years = f" ({row['years']:g} years)" if row["years"] else ""
            self.stdout.write(f"  {must:<10}  {row['kind']:<14}  {row['text']}{years}")
            if row["note"]:
                self.stdout.write(f"  {'':<10}  {'':<14}  {row['note']}")
        self.stdout.write(job.pk)


def _as_json(job: Job, rows: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "job_id": job.pk,
        "company_name": job.company_name or None,
        "role_name": job.role_name or None,
        "length": len(job.job_description),
        "version": job.version,
        "requirements": rows,
    }


def _sentences(error: APIException) -> str:
    detail = error.detail
    if isinstance(detail, dict):
        return " ".join(
            str(text) for texts in detail.values() for text in (texts if isinstance(texts, list) else [texts])
        )
    return str(detail)
