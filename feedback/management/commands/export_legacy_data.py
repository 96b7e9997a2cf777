"""``manage.py export_legacy_data``: writes everything in the layout of the first generation."""

import json
import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from tqdm import tqdm

from feedback.legacy.exporting import FolderNotEmpty, export_legacy_data


class Command(BaseCommand):
    """Exports jobs, resumes with PDFs and texts, analyses, feedback and the application tracker."""

    help = (
        "Write everything to the new folder DIR in the layout that import_legacy_data reads. The folder holds "
        "personal data. erase_candidate takes candidates out of it while it stays where it is; a copy or a moved "
        "folder is out of its reach: keep it safe, and remove it when it has served."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """The folder."""
        parser.add_argument("folder", metavar="DIR", type=Path, help="A folder that is empty or not there yet")
        parser.add_argument("--json", action="store_true", help="The counts as JSON on standard output")

    def handle(self, *args: Any, **options: Any) -> None:
        """Export and count."""
        try:
            with tqdm(unit=" records", desc="export", file=sys.stderr, disable=None) as bar:
                counts = export_legacy_data(root=options["folder"], by=None, tick=bar.update)
        except (FolderNotEmpty, OSError) as error:
            raise CommandError(str(error)) from error
        if options["json"]:
            self.stdout.write(
                json.dumps({"folder": str(options["folder"].resolve()), "written": dict(counts)}, indent=2)
            )
            return
        for kind, number in counts.items():
            self.stdout.write(f"{kind.replace('_', ' '):24}{number:>8}")
