"""``manage.py check_storage``: does the database agree with the files, indexes, vectors and snapshots?"""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from feedback.storage_check.digests import check_digests
from feedback.storage_check.files import check_files
from feedback.storage_check.findings import Finding
from feedback.storage_check.indexes import check_embeddings, check_indexes
from feedback.storage_check.snapshots import check_snapshots
from feedback.storage_check.waiting import check_waiting


class Command(BaseCommand):
    """Checks the storage, and mends what can be mended."""

    help = (
        "Compare the database, which is the only truth, with the stored PDFs, both indexes, the stored vectors and "
        "the snapshots, and look for resumes that search by meaning does not know and for work that a killed process "
        "left. --repair rebuilds indexes that differ, makes such resumes findable, hands such work over again, and "
        "removes files, vectors and folders that nothing knows. The exit "
        "status is 1 while anything is left that does not agree."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """How thorough, and whether to mend."""
        parser.add_argument("--repair", action="store_true", help="Mend what can be mended without losing anything")
        parser.add_argument("--hashes", action="store_true", help="Read every PDF and compare its hash (slow)")
        parser.add_argument("--wait", type=float, default=60.0, metavar="SECONDS", help="For the index holder (60)")
        parser.add_argument("--json", action="store_true", help="The findings as JSON on standard output")

    def handle(self, *args: Any, **options: Any) -> None:
        """Check, mend, report, and fail while anything is left."""
        repair = options["repair"]
        findings: list[Finding] = [
            *check_files(repair=repair, hashes=options["hashes"]),
            # Before the indexes: what is removed here is made anew by them.
            *check_embeddings(repair=repair),
            *check_waiting(repair=repair),
            *check_digests(repair=repair),
            *check_indexes(repair=repair, timeout=options["wait"]),
            *check_snapshots(repair=repair),
        ]
        left = [finding for finding in findings if not finding.repaired]
        if options["json"]:
            report = {"findings": [finding.as_json() for finding in findings], "left": len(left)}
            self.stdout.write(json.dumps(report, indent=2))
        else:
            for finding in findings:
                state = "repaired" if finding.repaired else finding.advice
                self.stdout.write(f"{finding.area:11}{finding.problem:18}{finding.subject}  {state}")
            self.stdout.write("Everything agrees." if not findings else f"{len(findings)} found, {len(left)} left.")
        if left:
            raise CommandError(f"{len(left)} things do not agree.", returncode=1)
