"""``manage.py export_training_data``: feedback for trainers, frozen as a snapshot."""

import json
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.dateparse import parse_date, parse_datetime
from rest_framework.exceptions import APIException
from tqdm import tqdm

from feedback.csv_export import csv_lines
from feedback.models import Feedback, Snapshot
from feedback.snapshots.assignment import SplitPlan
from feedback.snapshots.build import create_snapshot
from feedback.snapshots.derive import read_records
from feedback.snapshots.formats import ALL, FORMATS
from feedback.snapshots.manifest import RECORDS, broken_files
from feedback.snapshots.outputs import check_output, write_output
from feedback.snapshots.records import COLUMNS
from feedback.snapshots.splitting import DEFAULT_SALT, Shares
from jobs.models import Job

HELP = f"""Freeze the feedback as a snapshot and write it in the formats that trainers read.

Formats: {"; ".join(f"{name} ({row.description})" for name, row in FORMATS.items())}; all.
Without --output, csv and jsonl go to standard output; the other formats lie in the snapshot's folder."""


class Command(BaseCommand):
    """Exports feedback for training."""

    help = HELP

    def add_arguments(self, parser: CommandParser) -> None:
        """Filters, formats, where to, and how the data are split."""
        parser.add_argument(
            "--format",
            action="append",
            dest="formats",
            metavar="NAME",
            choices=[*ALL, "all"],
            help="csv, jsonl, sft, dpo, kto, openai, alpaca, sharegpt, llama-factory, pairs, triplets, parquet or all "
            "(default: jsonl); may be given several times",
        )
        parser.add_argument("--parquet", action="store_true", help="Write Parquet in place of JSON Lines")
        parser.add_argument("--output", metavar="PATH", help="A file (one data set) or a folder; - is standard output")
        parser.add_argument("--min-rating", type=int, choices=range(1, 6), metavar="1..5", help="Ratings from here up")
        parser.add_argument("--max-rating", type=int, choices=range(1, 6), metavar="1..5", help="Ratings up to here")
        parser.add_argument("--since", metavar="TIME", help="ISO 8601 date or time; without zone it is UTC")
        parser.add_argument("--until", metavar="TIME", help="ISO 8601 date or time; without zone it is UTC")
        parser.add_argument("--job", metavar="JOB_ID", help="Only feedback about this job")
        parser.add_argument("--kind", choices=Feedback.Kind.values, help="Only feedback of this kind")
        parser.add_argument("--reviewer-role", metavar="ROLE", help="Only feedback by reviewers with this role")
        parser.add_argument("--with-personal-data", action="store_true", help="Keep names and contacts (needs --user)")
        parser.add_argument("--user", metavar="USERNAME", help="Who exports: needs the permission, is in the trail")
        parser.add_argument("--job-shares", default="0.7,0.1,0.2", help="Training, validation, test share of new jobs")
        parser.add_argument("--candidate-shares", default="0.8,0.05,0.15", help="The same for new candidates")
        parser.add_argument("--salt", default=DEFAULT_SALT, help="Salt of the draw for new jobs and candidates")
        parser.add_argument("--verify", metavar="SNAPSHOT_ID", help="Check the files of a snapshot and stop")
        parser.add_argument("--json", action="store_true", help="The summary as JSON on standard output")

    def handle(self, *args: Any, **options: Any) -> None:
        """Make the snapshot, write the formats, say what there is."""
        if options["verify"]:
            self._verify(options["verify"])
            return
        formats = options["formats"] or ["jsonl"]
        formats = list(ALL) if "all" in formats else list(dict.fromkeys(formats))
        to_stdout = options["output"] == "-" or (options["output"] is None and formats in (["csv"], ["jsonl"]))
        if to_stdout and formats not in (["csv"], ["jsonl"]):
            raise CommandError("Only csv and jsonl go to standard output. Give --output a file or a folder.")
        try:
            if options["output"] and not to_stdout:
                check_output(formats, Path(options["output"]).expanduser())
            snapshot, created, seconds = self._build([] if to_stdout else formats, options)
            files = [] if to_stdout else self._write(snapshot, formats, options)
        except APIException as error:
            raise CommandError(str(error.detail)) from error
        except (ValueError, OSError) as error:
            raise CommandError(str(error)) from error
        if to_stdout:
            self._print_records(snapshot, formats[0])
        self._report(snapshot, created, seconds, files, options["json"] and not to_stdout)

    def _build(self, formats: list[str], options: dict[str, Any]) -> tuple[Snapshot, bool, float]:
        filters = self._filters(options)
        plan = SplitPlan(
            salt=options["salt"],
            jobs=Shares.parse(options["job_shares"]),
            candidates=Shares.parse(options["candidate_shares"]),
        )
        total = Feedback.objects.current().narrowed(**filters).count()
        started = time.perf_counter()
        passes = 1 + len(formats)  # the records, then each format from them
        with tqdm(total=total * passes, unit=" rows", desc="feedback", file=sys.stderr, disable=None) as bar:
            snapshot, created = create_snapshot(
                by=self._user(options["user"]),
                formats=formats,
                filters=filters,
                plan=plan,
                with_personal_data=options["with_personal_data"],
                parquet=options["parquet"],
                tick=bar.update,
            )
        return snapshot, created, time.perf_counter() - started

    def _filters(self, options: dict[str, Any]) -> dict[str, Any]:
        if options["job"] and not Job.objects.filter(pk=options["job"]).exists():
            raise CommandError(f"There is no job {options['job']}.")
        return {
            "min_rating": options["min_rating"],
            "max_rating": options["max_rating"],
            "job_id": options["job"],
            "kind": options["kind"],
            "reviewer_role": options["reviewer_role"],
            "since": _time(options["since"]),
            "until": _time(options["until"]),
        }

    def _user(self, username: str | None) -> Any:
        if not username:
            return None
        user = get_user_model().objects.filter(username=username, is_active=True).first()
        if user is None:
            raise CommandError(f"There is no active user {username}.")
        return user

    def _write(self, snapshot: Snapshot, formats: list[str], options: dict[str, Any]) -> list[Path]:
        parquet = options["parquet"]
        keys = [f"{name}-parquet" if parquet and name not in ("csv", "parquet") else name for name in formats]
        if options["output"]:
            return write_output(snapshot, keys, Path(options["output"]))
        return sorted(file for key in keys for file in (snapshot.folder / key).rglob("*") if file.is_file())

    def _print_records(self, snapshot: Snapshot, name: str) -> None:
        path = snapshot.folder / RECORDS
        if name == "csv":
            for line in csv_lines(COLUMNS, read_records(path)):
                self.stdout.write(line, ending="")
            return
        with path.open(encoding="utf-8") as records:
            for line in records:
                self.stdout.write(line, ending="")

    def _report(self, snapshot: Snapshot, created: bool, seconds: float, files: list[Path], as_json: bool) -> None:
        counts, rate = snapshot.counts, snapshot.counts["records"] / max(seconds, 1e-9)
        if as_json:
            summary = {
                "snapshot_id": snapshot.pk,
                "hash": snapshot.hash,
                "created": created,
                "folder": str(snapshot.folder),
                "counts": counts,
                "changed_since_parent": snapshot.manifest["changed_since_parent"],
                "files": [str(file) for file in files],
                "seconds": round(seconds, 1),
                "rows_per_second": round(rate, 1),
            }
            self.stdout.write(json.dumps(summary, indent=2))
            return
        word = "made" if created else "unchanged since it was made"
        # Drawing jobs and candidates and every format are in the time, and so in the rate.
        pace = f"{counts['records']:,} records in {seconds:,.1f} s, {rate:,.0f} a second with all that was asked for"
        lines = [f"Snapshot {snapshot.pk} {word}: {pace}", f"  {snapshot.folder}"]
        lines += [f"  {part}: {number}" for part, number in sorted(counts["by_part"].items())]
        lines += [f"  left out, {reason}: {number}" for reason, number in sorted(counts["left_out"].items())]
        lines += [f"  {file}" for file in files]
        self.stderr.write("\n".join(lines), style_func=str)

    def _verify(self, snapshot_id: str) -> None:
        snapshot = Snapshot.objects.filter(pk=snapshot_id).first()
        if snapshot is None:
            raise CommandError(f"There is no snapshot {snapshot_id}.")
        broken = broken_files(snapshot.folder)
        if broken:
            raise CommandError(f"Snapshot {snapshot_id} is not as it was made: {', '.join(broken)}")
        self.stdout.write(f"Snapshot {snapshot_id} is as it was made.")


def _time(text: str | None) -> datetime | None:
    """A time from a date or time in ISO 8601; without zone it is UTC. Raises ``CommandError``."""
    if not text:
        return None
    try:
        found = parse_datetime(text)
        if found is None:
            day = parse_date(text)
            found = datetime(day.year, day.month, day.day, tzinfo=UTC) if day else None
    except ValueError:
        found = None
    if found is None:
        raise CommandError(f"{text} is no time. Write it as 2026-01-31 or 2026-01-31T12:00:00Z.")
    return found if found.tzinfo else found.replace(tzinfo=UTC)
