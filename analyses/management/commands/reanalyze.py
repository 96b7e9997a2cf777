"""``manage.py reanalyze``: judge a job's resumes again and say how ranks moved."""

import json
from typing import IO, Any, cast

from django.core.management.base import BaseCommand, CommandError, CommandParser
from rest_framework.exceptions import APIException
from rich.console import Console
from rich.table import Table
from tqdm import tqdm

from analyses.blindness.cover import Cover
from analyses.management.commands.analyze import acting_user
from analyses.ranking import Move, reanalyze
from jobs.models import Job
from resumes.models import Resume


class Command(BaseCommand):
    """Judges again after weights, requirements or the adapter changed."""

    help = (
        "Judge every ranked resume of a job again, after its requirements, its weights or the adapter in use changed, "
        "and report how ranks moved. Files are not read again and stored embeddings are used; old analyses stay."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """The job, who does it, and the shape of the output."""
        parser.add_argument("job_id", metavar="JOB_ID", help="The job whose resumes are judged again")
        parser.add_argument("--user", metavar="USERNAME", help="Who does it, for the trail")
        parser.add_argument("--json", action="store_true", help="The moves as JSON on standard output")

    def handle(self, *args: Any, **options: Any) -> None:
        """Judge again and print the moves."""
        job = Job.objects.filter(pk=options["job_id"]).first()
        if job is None:
            raise CommandError(f"There is no job {options['job_id']}.")
        try:
            moves = reanalyze(
                job=job,
                by=acting_user(options["user"]),
                progress=lambda rows: tqdm(rows, desc="Judging", unit="resume", disable=None),
            )
        except APIException as error:
            raise CommandError(str(error.detail)) from error
        if not moves:
            raise CommandError("This job has no finished analysis yet. `manage.py analyze` makes some.")
        if options["json"]:
            body = {"job_id": job.pk, "job_version": job.version, "moves": [move.as_json() for move in moves]}
            self.stdout.write(json.dumps(body, indent=2))
        else:
            self._print(moves)

    def _print(self, moves: list[Move]) -> None:
        table = Table("Rank", "Was", "Moved", "Score", "Was", "Candidate", "Resume", "Analysis")
        names = _names([move.resume_id for move in moves])
        for move in moves:
            moved = 0 if move.rank_after is None else move.rank_before - move.rank_after
            arrow = f"up {moved}" if moved > 0 else f"down {-moved}" if moved < 0 else ""
            after = "" if move.score_after is None else f"{move.score_after:.1f}"
            table.add_row(
                str(move.rank_after or "failed"),
                str(move.rank_before),
                arrow,
                after,
                f"{move.score_before:.1f}",
                names.get(move.resume_id, ""),
                move.resume_id,
                move.analysis_id,
            )
        Console(file=cast(IO[str], self.stdout), width=None if self.stdout.isatty() else 120).print(table)
        moved_count = sum(move.rank_after != move.rank_before for move in moves)
        self.stdout.write(f"{len(moves)} judged again, {moved_count} moved.")


def _names(resume_ids: list[str]) -> dict[str, str]:
    """What each candidate is called; a code name where a job hides them."""
    rows = Resume.objects.filter(pk__in=resume_ids).values("resume_id", "candidate_name")
    return {row["resume_id"]: row["candidate_name"] for row in Cover().rows(rows)}
