"""``manage.py bench_quality``: how good the judge is, in figures, with the baselines in the same run."""

import json
import sys
from pathlib import Path
from typing import IO, Any, cast

from django.core.management.base import BaseCommand, CommandError, CommandParser
from rich.console import Console
from rich.table import Table

import resumes
from analyses.management.commands.score_pairs import read_pairs
from analyses.quality import blindness, honesty, separation, timing, tricks
from resumes.extraction import agreement, extract
from resumes.extraction.agreement import time_split
from resumes.parsing.evaluation import evaluate_folder, evaluate_samples

SHIPPED_PAIRS = Path(separation.__file__).with_name("pairs.json")
SAMPLES = Path(resumes.__file__).with_name("samples")


class Command(BaseCommand):
    """Measures quality and writes build/quality.json."""

    help = (
        "Measure the judge: separation of labelled pairs beside two baselines, blindness, verbatim quotes, equal runs, "
        "tricks, reading of resumes with known truth, and time. Prints a table and writes JSON."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Data to measure on, and where to write."""
        parser.add_argument("--pairs", type=Path, metavar="FILE", default=SHIPPED_PAIRS, help="Pairs with a label each")
        parser.add_argument("--resumes", type=Path, metavar="DIR", help="PDFs, with .truth.json files beside them")
        parser.add_argument("--hidden", type=Path, metavar="DIR", help="PDFs that hide text; plain.pdf is the control")
        parser.add_argument("--counterfactuals", type=int, default=200, metavar="N", help="Pairs to test blindness on")
        parser.add_argument("--runs", type=int, default=7, metavar="N", help="Runs that each time is the median of")
        parser.add_argument("--output", type=Path, metavar="FILE", default=Path("build/quality.json"))
        parser.add_argument("--json", action="store_true", help="JSON on standard output in place of the table")

    def handle(self, *args: Any, **options: Any) -> None:
        """Measure, print, write."""
        report = self._measure(options)
        options["output"].parent.mkdir(parents=True, exist_ok=True)
        options["output"].write_text(json.dumps(report, indent=2) + "\n", encoding="utf-8")
        if options["json"]:
            self.stdout.write(json.dumps(report, indent=2))
            return
        table = Table("Measure", "Figure", title="Quality")
        for section, values in report.items():
            for key, value in flat(values):
                table.add_row(f"{section} {key}", str(value))
        Console(file=cast(IO[str], self.stdout), width=None if self.stdout.isatty() else 110).print(table)
        self.stderr.write(f"Written to {options['output']}.")

    def _measure(self, options: dict[str, Any]) -> dict[str, Any]:
        report: dict[str, Any] = {}
        self._say("separation of pairs")
        report["separation"] = separation.measure(read_labelled(options["pairs"])).as_json()
        self._say("blindness")
        report["blindness"] = blindness.measure(options["counterfactuals"])
        self._say("honesty")
        report["honesty"] = honesty.measure()
        self._say("tricks")
        report["tricks"] = tricks.measure_texts()
        if options["hidden"] is not None:
            report["hidden_files"] = tricks.measure_files(options["hidden"])
        self._say("reading")
        report["parsing_samples"] = evaluate_samples()["means"]
        if options["resumes"] is not None:
            report["parsing"] = evaluate_folder(options["resumes"], extract)["means"]
        folder = options["resumes"] or (SAMPLES if SAMPLES.is_dir() else None)
        if folder is not None:
            report["reading"] = reading_figures(folder)
            report["false_hidden_flags"] = {"files": tricks.false_flags(folder)}
            self._say("time")
            path = two_pages(folder)
            report["time"] = {**timing.measure(path, options["runs"]), "extraction_split": time_split(path)}
        return report

    def _say(self, what: str) -> None:
        if sys.stderr.isatty():
            self.stderr.write(f"measuring {what} ...")


def read_labelled(path: Path) -> list[dict[str, Any]]:
    """Pairs with labels. Raises CommandError for a row without one."""
    rows = read_pairs(path)
    if not all("label" in row for row in rows):
        raise CommandError(f"Each row of {path} needs a label: match or non-match.")
    return rows


def reading_figures(folder: Path) -> dict[str, Any]:
    """How much of the words that several engines agree on is kept, and how long reading takes; no row for each file."""
    found = agreement.measure(folder)
    rows = found.pop("rows")
    return {**found, "lowest_file": rows[0]["file"] if rows else None}


def two_pages(folder: Path) -> Path:
    """The first PDF of two pages in a folder, else the largest. Raises CommandError without any."""
    import pypdf

    files = sorted(folder.glob("*.pdf"))
    if not files:
        raise CommandError(f"There is no PDF in {folder}.")
    for path in files:
        try:
            if len(pypdf.PdfReader(path).pages) == 2:
                return path
        except (pypdf.errors.PyPdfError, OSError, ValueError):
            continue
    return max(files, key=lambda path: path.stat().st_size)


def flat(values: Any, prefix: str = "") -> list[tuple[str, Any]]:
    """Nested figures as rows of (name, value)."""
    if not isinstance(values, dict):
        return [(prefix.strip("."), values)]
    return [row for key, value in values.items() for row in flat(value, f"{prefix}{key}.")]
