"""``manage.py import_legacy_data``: takes in the files of the first generation of this system."""

import json
import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from tqdm import tqdm

from feedback.legacy.importing import ImportReport, NothingToImport, import_legacy_data


class Command(BaseCommand):
    """Imports jobs, resumes, analyses, feedback and the application tracker from a folder."""

    help = (
        "Import the first generation's files from DIR (data/jobs, data/resumes, data/analyses, data/jobs_applied, "
        "feedback_db). Ids and times stay; a time without zone is UTC; links to records that are gone become empty "
        "and are counted; a broken line is named with file and line, and the rest goes on. What is there already "
        "stays as it is, so that a second run changes nothing."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """The folder, and how careful to be."""
        parser.add_argument("folder", metavar="DIR", type=Path, help="The folder that holds data/ and feedback_db/")
        parser.add_argument("--dry-run", action="store_true", help="Say what would happen and change nothing")
        parser.add_argument("--strict", action="store_true", help="Exit with 1 when anything was left out")
        parser.add_argument("--json", action="store_true", help="The report as JSON on standard output")

    def handle(self, *args: Any, **options: Any) -> None:
        """Import, report, and fail where asked to."""
        folder: Path = options["folder"]
        if not folder.is_dir():
            raise CommandError(f"{folder} is no folder.")
        try:
            with tqdm(unit=" records", desc="import", file=sys.stderr, disable=None) as bar:
                report = import_legacy_data(root=folder, by=None, dry_run=options["dry_run"], tick=bar.update)
        except NothingToImport as error:
            raise CommandError(str(error)) from error
        if options["json"]:
            self.stdout.write(json.dumps(report.as_json(), indent=2))
        else:
            self._print(report)
        if options["strict"] and report.problems:
            raise CommandError(f"{len(report.problems)} records or files were not taken in as they are.", returncode=1)

    def _print(self, report: ImportReport) -> None:
        made = "would be made" if report.dry_run else "made"
        self.stdout.write(f"{'':14}{made:>14}{'unchanged':>12}")
        for kind in ("jobs", "resumes", "analyses", "feedback", "applications"):
            self.stdout.write(f"{kind:14}{report.created[kind]:>14}{report.unchanged[kind]:>12}")
        for what, number in sorted(report.dangling.items()):
            self.stdout.write(f"links to nothing, {what}: {number}")
        for problem in report.problems:
            self.stderr.write(str(problem))
        if report.problems:
            self.stdout.write(f"problems: {len(report.problems)}")
