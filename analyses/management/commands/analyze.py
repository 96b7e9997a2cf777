"""``manage.py analyze``: resumes from files and folders against a job."""

import json
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import IO, Any, cast

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError, CommandParser
from rich.console import Console
from rich.table import Table
from tqdm import tqdm

from analyses.blindness.cover import Cover
from analyses.bulk import FileOutcome, analyze_files, find_files
from jobs.models import Job


class Command(BaseCommand):
    """Takes in and analyses files."""

    help = (
        "Take in resumes (PDF files, or folders of them) and analyse each against a job. A file that cannot be used is "
        "reported and the rest goes on. Exits with 1 when no file could be analysed."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """The job, the files, who does it, and the shape of the output."""
        parser.add_argument("job_id", metavar="JOB_ID", help="The job to analyse against")
        parser.add_argument(
            "paths", metavar="PATH", nargs="+", type=Path, help="PDF files, or folders searched for PDFs"
        )
        parser.add_argument("--user", metavar="USERNAME", help="Who does it, for the trail")
        parser.add_argument("--json", action="store_true", help="One object a file as JSON on standard output")

    def handle(self, *args: Any, **options: Any) -> None:
        """Analyse, then print a table or JSON and a count of each outcome."""
        job = Job.objects.filter(pk=options["job_id"]).first()
        if job is None:
            raise CommandError(f"There is no job {options['job_id']}. `manage.py create_job` makes one.")
        try:
            files = find_files(options["paths"])
        except FileNotFoundError as error:
            raise CommandError(f"{error} does not exist.") from error
        if not files:
            raise CommandError("No PDF was found there.")
        steps = tqdm(files, desc="Analysing", unit="file", disable=None)
        found = _covered(list(analyze_files(job=job, paths=steps, by=acting_user(options["user"]))))
        found.sort(key=lambda row: (row.overall_score is None, -(row.overall_score or 0.0), row.file))
        counts = Counter(row.outcome for row in found)
        if options["json"]:
            body = {"job_id": job.pk, "outcomes": dict(counts), "files": [row.as_json() for row in found]}
            self.stdout.write(json.dumps(body, indent=2, ensure_ascii=False))
        else:
            self._print(found, counts)
        if not any(row.analysis_id for row in found):
            raise CommandError("No file could be analysed.")

    def _print(self, found: list[FileOutcome], counts: Counter[str]) -> None:
        table = Table("Score", "Candidate", "File", "Outcome", "Why")
        for row in found:
            score = "" if row.overall_score is None else f"{row.overall_score:.1f}"
            why = row.hiring_recommendation or row.message
            outcome = (
                f"{row.outcome} (known file)" if row.duplicate and row.outcome != "already analysed" else row.outcome
            )
            table.add_row(score, row.candidate_name or "", Path(row.file).name, outcome, why)
        console = Console(file=cast(IO[str], self.stdout), width=None if self.stdout.isatty() else 160)
        console.print(table)
        self.stdout.write(", ".join(f"{count} {outcome}" for outcome, count in sorted(counts.items())))


def _covered(found: list[FileOutcome]) -> list[FileOutcome]:
    """The outcomes with code names for candidates whom a job hides; the files are whoever's gave them."""
    told = Cover().rows(
        {
            "resume_id": row.resume_id,
            "analysis_id": row.analysis_id,
            "candidate_name": row.candidate_name,
            "hiring_recommendation": row.hiring_recommendation,
        }
        for row in found
    )
    return [replace(row, **shown) for row, shown in zip(found, told, strict=True)]


def acting_user(username: str | None) -> Any:
    """The user named; None without a name. Raises CommandError for an unknown one."""
    if not username:
        return None
    user = get_user_model().objects.filter(username=username).first()
    if user is None:
        raise CommandError(f"There is no user {username}.")
    return user
