"""``manage.py score_pairs``: score pairs of texts from a file."""

import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from tqdm import tqdm

from analyses.pairs import score_pairs


class Command(BaseCommand):
    """Scores pairs of plain texts; stores nothing."""

    help = (
        "Score pairs of plain texts: a JSON list of objects with resume_text and job_text in, the same objects with "
        "overall_score (0..100) out. The texts go through the same reading and judging as files; nothing is stored."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Where from, where to."""
        parser.add_argument("file", metavar="FILE", type=Path, help="A JSON list of objects")
        parser.add_argument("--output", metavar="FILE", type=Path, help="Where to write; standard output by default")
        parser.add_argument("--json", action="store_true", help="Accepted for evenness: the output is JSON always")

    def handle(self, *args: Any, **options: Any) -> None:
        """Read, check, score, write."""
        rows = read_pairs(options["file"])
        steps = tqdm(rows, desc="Scoring", unit="pair", disable=None)
        text = json.dumps(list(score_pairs(steps)), indent=2, ensure_ascii=False)
        if options["output"] is None:
            self.stdout.write(text)
            return
        try:
            options["output"].write_text(text + "\n", encoding="utf-8")
        except OSError as error:
            raise CommandError(f"{options['output']} cannot be written: {error.strerror}.") from error
        self.stderr.write(f"{len(rows)} pairs scored into {options['output']}.")


def read_pairs(path: Path) -> list[dict[str, Any]]:
    """The pairs in a file. Raises CommandError naming the row that is not one."""
    try:
        rows = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise CommandError(f"{path} cannot be read: {error.strerror}.") from error
    except ValueError as error:
        raise CommandError(f"{path} is not JSON: {error}.") from error
    if not isinstance(rows, list):
        raise CommandError(f"{path} must hold a JSON list of objects with resume_text and job_text.")
    for number, row in enumerate(rows, start=1):
        texts = (row.get("resume_text"), row.get("job_text")) if isinstance(row, dict) else (None, None)
        if not all(isinstance(text, str) for text in texts):
            raise CommandError(f"Row {number} of {path} lacks resume_text or job_text.")
    return rows
