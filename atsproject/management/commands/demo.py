"""The main job on the shipped sample resumes."""

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from rest_framework.exceptions import APIException
from rich.console import Console
from rich.table import Table

from atsproject import demo


class Command(BaseCommand):
    """Runs the demo, or removes its data."""

    help = (
        "Save a job, take in the shipped sample resumes, analyse each, print the ranked list with the quotes it rests "
        "on, give feedback, find similar feedback, and export training data. Safe to run again, also while the site "
        "is running. --remove takes the demo's data away."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Options."""
        parser.add_argument("--json", action="store_true", help="print everything as JSON, one object a file")
        parser.add_argument("--remove", action="store_true", help="remove what the demo made, and nothing else")
        parser.add_argument("--new-password", action="store_true", help="give the demo user a new password")

    def handle(self, *args: Any, **options: Any) -> None:
        """Run and report."""
        if options["remove"]:
            done = demo.remove()
            told = f"Removed: {done['jobs']} job, {done['resumes']} resumes, {done['feedback']} pieces of feedback."
            if done["kept"]:
                told += f" Kept, because other jobs use them: {', '.join(done['kept'])}."
            self.stdout.write(json.dumps(done) if options["json"] else told)
            if done["unreached"]:
                raise CommandError(f"Not everything was reached: {'; '.join(done['unreached'])}. Run this again.")
            return
        console = Console(stderr=True)
        try:
            report = demo.run(
                lambda file: console.print(f"  {file.file}: {file.said}", style="dim"),
                new_password=options["new_password"],
            )
        except APIException as error:
            raise CommandError(str(error.detail)) from error
        except (ValueError, OSError) as error:
            raise CommandError(str(error)) from error
        if options["json"]:
            self.stdout.write(json.dumps(report, indent=1, ensure_ascii=False))
        else:
            self._print(report)
        if any(row["outcome"] == "failed" for row in report["files"]):
            raise CommandError("An analysis failed; see above.")

    def _print(self, report: dict[str, Any]) -> None:
        stream: Any = self.stdout
        out = Console(file=stream, width=None if self.stdout.isatty() else 100, highlight=False)
        job = report["job"]
        out.print(f"\n[bold]{job['role_name']} at {job['company_name']}[/] (job {job['job_id']})")
        for row in report["requirements"]:
            out.print(f"  {'must have' if row['must_have'] else 'nice to have':12} {row['text']}", markup=False)
        self._ranking(out, report)
        self._others(out, report)
        self._learning(out, report)
        self._next(out, report)

    @staticmethod
    def _ranking(out: Console, report: dict[str, Any]) -> None:
        table = Table(title="Ranked list", title_justify="left", expand=True, show_lines=True)
        table.add_column("#", justify="right")
        table.add_column("Candidate")
        table.add_column("Score", justify="right")
        table.add_column("What it rests on: the words on the page", ratio=1)
        files = {row["file"]: row for row in report["files"]}
        for place in report["ranking"]:
            row = files[place["file"]]
            quotes = [f"“{q['quote']}” (p. {q['page']}, {q['status'].replace('_', ' ')})" for q in row["quotes"]]
            lines = [row["recommendation"], *quotes, *(f"! {w}" for w in row["warnings"])]
            name = f"{row['candidate'] or 'no name'}\n{row['file']}"
            table.add_row(str(place["rank"]), name, f"{row['score']:.1f}", "\n".join(lines).replace("[", "\\["))
        out.print(table)

    @staticmethod
    def _others(out: Console, report: dict[str, Any]) -> None:
        out.print("[bold]Files that were not plainly analysed[/]")
        for row in report["files"]:
            if row["said"] != "Analysed.":
                out.print(f"  {row['file']}: {row['said']}", markup=False)

    @staticmethod
    def _learning(out: Console, report: dict[str, Any]) -> None:
        similar, export = report["similar"], report["export"]
        out.print(f"\n[bold]Feedback[/]: {len(report['feedback'])} ratings given. Near to “{similar['query']}”:")
        for row in similar["results"]:
            said = row["ideal_response"] or row["response"]
            out.print(f"  {row['similarity']:.2f}  rated {row['rating']}: {said}", markup=False)
        if similar["note"]:
            out.print(f"  {similar['note']}", markup=False)
        out.print(f"[bold]Training data[/]: {export['records']} records in {export['file']}")

    @staticmethod
    def _next(out: Console, report: dict[str, Any]) -> None:
        user = report["user"]
        out.print(f"\n[bold]To open the pages[/]: make serve, then {report['next']['address']}")
        if user["password"]:
            out.print(f"  user {user['username']}, password {user['password']} (shown once)", markup=False)
        else:
            out.print(
                f"  user {user['username']}; its password was shown the first time. "
                "A new one: .venv/bin/python manage.py demo --new-password"
            )
        out.print(f"[bold]To remove the demo's data[/]: {report['next']['remove']}")
