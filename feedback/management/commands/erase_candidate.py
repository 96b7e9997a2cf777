"""``manage.py erase_candidate``: removes everything about a candidate."""

import json
import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from rest_framework.exceptions import APIException

from feedback.erasure.indexes import settle_indexes
from feedback.erasure.plan import ErasurePlan, empty_plan, plan_erasure, resumes_with_email, told_apart
from feedback.erasure.services import ErasureReport, erase_candidate
from feedback.erasure.trail import was_erased
from resumes.models import Resume


class Command(BaseCommand):
    """Erases a candidate: rows, files, indexes, snapshots, details in the trail."""

    help = (
        "Erase a candidate: the resume with its PDF and text, analyses, questions, decisions and feedback about them, "
        "what both indexes hold, drawn pages, records in snapshots, their copies on disk and folders of "
        "export_legacy_data that are where they were written, and details in the trail. It asks "
        "before it does so, and waits for the process that holds the indexes: if that does not answer, or anything "
        "could not be reached, the exit status is not 0 and the same command can be run again."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Whom, how far, and how careful to be."""
        parser.add_argument("resume_id", nargs="?", metavar="RESUME_ID", help="The resume of the candidate")
        parser.add_argument(
            "--email", help="Every resume that gives this e-mail address (refused for people taken apart)"
        )
        parser.add_argument("--all-versions", action="store_true", help="Also the person's other resumes")
        parser.add_argument("--dry-run", action="store_true", help="Say what would go and change nothing")
        parser.add_argument("--yes", action="store_true", help="Do not ask")
        parser.add_argument("--wait", type=float, default=60.0, metavar="SECONDS", help="For the index holder (60)")
        parser.add_argument("--json", action="store_true", help="The report as JSON on standard output")

    def handle(self, *args: Any, **options: Any) -> None:
        """Look up, ask, erase, wait, report."""
        if options["resume_id"] and not options["email"] and was_erased(options["resume_id"]):
            self._settle(empty_plan(options["resume_id"]), ErasureReport(), options)
            return
        plan = plan_erasure(resume_ids=self._resumes(options), all_versions=options["all_versions"])
        if options["dry_run"]:
            self._show_plan(plan, options["json"])
            return
        if not options["yes"]:
            self._ask(plan)
        try:
            report = erase_candidate(plan=plan, by=None)
        except APIException as error:
            raise CommandError(str(error.detail)) from error
        self._settle(plan, report, options)

    def _settle(self, plan: ErasurePlan, report: ErasureReport, options: dict[str, Any]) -> None:
        settle_indexes(plan, report, timeout=options["wait"])
        self._show_report(report, options["json"])
        if not report.complete:
            raise CommandError(f"Not everything was reached: {'; '.join(report.unreached)}. Run this again.")

    def _resumes(self, options: dict[str, Any]) -> list[str]:
        if bool(options["resume_id"]) == bool(options["email"]):
            raise CommandError("Name the candidate by RESUME_ID or by --email.")
        if options["email"]:
            found = resumes_with_email(options["email"])
            if not found:
                raise CommandError("No resume gives this e-mail address.")
            if several := told_apart(found):
                raise CommandError(f"Several people use this address. Name one by RESUME_ID: {', '.join(several)}.")
            return found
        if not Resume.objects.filter(pk=options["resume_id"]).exists():
            raise CommandError(f"There is no resume {options['resume_id']}.")
        return [options["resume_id"]]

    def _ask(self, plan: ErasurePlan) -> None:
        self._show_plan(plan, as_json=False, to=self.stderr)
        if not sys.stdin.isatty():
            raise CommandError("Nobody can be asked here. Add --yes to erase without asking.")
        if input("Erase all of this for good? Write yes: ").strip().lower() != "yes":
            raise CommandError("Nothing was erased.")

    def _show_plan(self, plan: ErasurePlan, as_json: bool, to: Any = None) -> None:
        if as_json:
            self.stdout.write(json.dumps({"dry_run": True, **plan.as_json()}, indent=2))
            return
        out = to or self.stdout
        out.write(f"Resumes: {', '.join(plan.resume_ids)}")
        for name, number in plan.counts().items():
            if name not in ("resume", "other_versions"):
                out.write(f"{name.replace('_', ' '):16}{number:>8}")
        self._others(plan.other_versions, out)

    def _show_report(self, report: ErasureReport, as_json: bool) -> None:
        if as_json:
            self.stdout.write(json.dumps(report.as_json(), indent=2))
            return
        for label, number in sorted(report.rows.items()):
            self.stdout.write(f"{label:32}{number:>8}")
        for name, number in (
            ("files", report.files),
            ("embeddings", report.embeddings),
            ("trail rows emptied", report.trail_rows),
            ("mentions replaced", report.mentions),
            ("ids made anew", report.rekeyed),
        ):
            self.stdout.write(f"{name:32}{number:>8}")
        for cut in report.snapshots:
            hashes = f"hash {cut.old_hash[:12]} is now {cut.new_hash[:12]}"
            self.stdout.write(f"snapshot {cut.snapshot_id}: {cut.records} records cut, {hashes}")
        for folder, number in report.legacy_exports.items():
            self.stdout.write(f"export {folder}: {number} records and files taken out")
        for folder in report.exports_gone:
            self.stdout.write(f"export {folder} is not there any more: if it was moved, remove the candidate there too")
        for row in report.adapters:
            what = row["adapter"] or "no adapter was kept"
            state = "; IN USE: take it back and train another" if row["in_use"] else ""
            self.stdout.write(f"training run {row['run']} ({row['task']}) learned from what was erased: {what}{state}")
        for job_id in report.named_jobs:
            self.stdout.write(
                f"job {job_id} has the name in its id, which stays: it is public, and other people's, too"
            )
        self._others(report.other_versions, self.stdout)

    def _others(self, others: list[str], out: Any) -> None:
        if others:
            out.write(f"Other resumes of the same person stay (--all-versions takes them too): {', '.join(others)}")
