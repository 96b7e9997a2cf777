"""Show the whole learning loop in a synthetic world."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from rest_framework.exceptions import APIException

from feedback.loop.client import ApiFailed
from feedback.training.parameters import Parameters
from feedback.training.readiness import check_installed

SIZES = {
    "full": {"rated_jobs": 96, "unseen_jobs": 24, "resumes": 216, "unseen_resumes": 144},
    "small": {"rated_jobs": 24, "unseen_jobs": 6, "resumes": 60, "unseen_resumes": 48},
}


class Command(BaseCommand):
    """Runs the loop in an installation of its own and writes what came of it."""

    help = (
        "Show the learning loop: seeded recruiters with preferences of their own rate candidates through the API; a "
        "snapshot is frozen, an adapter trained, evaluated and promoted; jobs that nobody gave feedback on are ranked "
        "before, after, and after rolling back. Runs in a throw-away installation under build/, touches no other data. "
        "Writes build/loop.json and build/loop.svg."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Options."""
        parser.add_argument("--seed", type=int, default=1, help="another seed is another world (default: 1)")
        parser.add_argument("--size", choices=sorted(SIZES), default="full", help="how large a world (default: full)")
        parser.add_argument("--steps", type=int, default=80, help="training steps (default: 80)")
        parser.add_argument("--device", default="auto", help="auto, cpu or cuda (default: auto)")
        parser.add_argument("--output", default="build", help="folder to write to (default: build)")
        parser.add_argument("--force", action="store_true", help="promote whatever the verdict: for trials")
        parser.add_argument("--inside", help="folder of the throw-away installation that this process runs in")
        parser.add_argument("--json", action="store_true", help="print the report as JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        """Set up the installation and start there, or, inside it, run."""
        try:
            check_installed()
        except APIException as error:
            raise CommandError(str(error.detail)) from error
        if options["inside"]:
            self._run(options)
            return
        output = Path(options["output"]).resolve()
        folder = output / f"loop-{options['seed']}"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        try:
            environment = _environment(folder)
            _manage(["migrate", "--verbosity=0"], environment)
            again = [f"--{name}={options[name]}" for name in ("seed", "size", "steps", "device")]
            flags = [f"--{name}" for name in ("force", "json") if options[name]]
            _manage(["loop", *again, *flags, f"--output={output}", f"--inside={folder}"], environment)
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def _run(self, options: dict[str, Any]) -> None:
        from feedback.loop.chart import chart_svg
        from feedback.loop.run import Loop
        from feedback.loop.world import WorldSize, make_world

        loop = Loop(
            world=make_world(options["seed"], WorldSize(**SIZES[options["size"]])),
            parameters=Parameters.usual(
                "embed", steps=options["steps"], seed=options["seed"], device=options["device"]
            ),
            say=lambda text: self.stderr.write(text),
            force=options["force"] or options["size"] == "small",
        )
        try:
            report = loop.run()
        except (ApiFailed, RuntimeError) as error:
            raise CommandError(str(error)) from error
        except APIException as error:
            raise CommandError(str(error.detail)) from error
        output = Path(options["output"])
        (output / "loop.json").write_text(json.dumps(report, indent=1), encoding="utf-8")
        (output / "loop.svg").write_text(chart_svg(report), encoding="utf-8")
        self.stdout.write(json.dumps(report) if options["json"] else _table(report))
        if not report["rollback_identical"]:
            raise CommandError("After the roll-back the rankings were not those of before.")


def _environment(folder: Path) -> dict[str, str]:
    """Settings of an installation under ``folder``, with the export of the base model that is there already."""
    models = folder / "models"
    models.mkdir()
    exports = Path(settings.MODEL_ROOT) / "onnx"
    exports.mkdir(parents=True, exist_ok=True)
    (models / "onnx").symlink_to(exports, target_is_directory=True)
    return {
        **os.environ,
        "DATABASE_URL": f"sqlite:///{folder / 'db.sqlite3'}",
        "MEDIA_ROOT": str(folder / "media"),
        "VECTOR_ROOT": str(folder / "vectors"),
        "SNAPSHOT_ROOT": str(folder / "snapshots"),
        "MODEL_ROOT": str(models),
        "STORAGE_BACKEND": "filesystem",
        "TASKS_BACKEND": "inline",
        "CHROMA_URL": "",
        "LLM_URL": "",
        "API_THROTTLE": "10000000",
        "HTTPS": "false",
        "ALLOWED_HOSTS": "localhost",
    }


def _manage(arguments: list[str], environment: dict[str, str]) -> None:
    done = subprocess.run(
        [sys.executable, "manage.py", *arguments], env=environment, cwd=settings.BASE_DIR, check=False
    )
    if done.returncode != 0:
        raise CommandError(f"manage.py {arguments[0]} ended with code {done.returncode}; its words stand above.")


def _table(report: dict[str, Any]) -> str:
    rows = [row for row in report["jobs"] if row["ndcg_at_5_before"] is not None]
    state = "exactly as before" if report["rollback_identical"] else "DIFFERENT"
    lines = [
        f"{report['ratings']} ratings on {report['rated_jobs']} jobs, {report['noise']:.0%} of them noise; seed "
        + str(report["seed"]),
        f"{'Unseen job':34}{'before':>8}{'after':>8}",
    ]
    lines += [f"{r['title'][:32]:34}{r['ndcg_at_5_before']:>8.3f}{r['ndcg_at_5_after']:>8.3f}" for r in rows]
    lines += [
        f"{'NDCG@5, mean':34}{report['ndcg_at_5_before']:>8.3f}{report['ndcg_at_5_after']:>8.3f}",
        f"Gain {report['gain']:+.3f} (95 % interval {report['gain_low']:+.3f} to {report['gain_high']:+.3f})",
        f"After rolling back the rankings were {state}.",
        "Seconds: " + ", ".join(f"{name} {seconds:.0f}" for name, seconds in report["seconds"].items()),
    ]
    return "\n".join(lines)
