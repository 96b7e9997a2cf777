"""Train a LoRA adapter from feedback."""

import json
import time
from argparse import ArgumentParser
from dataclasses import asdict
from pathlib import Path
from threading import Event, Thread
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection
from rest_framework.exceptions import APIException
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

from feedback.management.bars import bar
from feedback.models import Snapshot, TrainingRun
from feedback.snapshots.build import create_snapshot
from feedback.training import runs
from feedback.training.judging import evaluate_run
from feedback.training.parameters import TASKS, USUAL, Parameters
from feedback.training.readiness import check_enough, check_installed
from feedback.training.specification import base_of
from feedback.training.supervision import TrainingBusy


class Command(BaseCommand):
    """Trains, evaluates, and says what to do next."""

    help = (
        "Train a LoRA adapter from a snapshot of the feedback and evaluate it on the jobs that the snapshot holds out. "
        "The task embed adapts the embedding model that ranks candidates; sft, dpo and kto adapt a language model "
        "(a folder, a hub name, or a GGUF file given with --base) for use elsewhere. Runs at low priority, one at a "
        "time. Nothing is put to use: that is promote_adapter, a person's act."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Options."""
        parser.add_argument("--task", choices=TASKS, default="embed", help="what to train (default: embed)")
        parser.add_argument("--snapshot", help="id of a snapshot (default: freeze the feedback as it is now)")
        parser.add_argument(
            "--base", default="", help="the language model for sft, dpo and kto: a folder, a GGUF file, or a hub name"
        )
        _numbers(parser)
        parser.add_argument("--device", default="auto", help="auto (a GPU where there is one), cpu, cuda, mps")
        parser.add_argument(
            "--bf16", choices=("auto", "true", "false"), default="auto", help="bfloat16 (default: auto)"
        )
        parser.add_argument("--dry-run", action="store_true", help="say what would be trained on, and stop")
        parser.add_argument("--force", action="store_true", help="train on less than is sensible: for trials")
        parser.add_argument("--no-evaluate", action="store_true", help="train only")
        parser.add_argument("--queue", action="store_true", help="leave it to the task worker and return at once")
        parser.add_argument("--json", action="store_true", help="print the run as JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        """Train and report."""
        try:
            run = self._run(options)
        except (APIException, TrainingBusy) as error:
            raise CommandError(str(getattr(error, "detail", error))) from error
        if run is None:
            return
        if options["json"]:
            self.stdout.write(json.dumps(run_as_json(run), indent=1))
        else:
            self._print(run)
        if run.status in (TrainingRun.Status.FAILED, TrainingRun.Status.CANCELLED):
            raise CommandError(f"Run {run.pk}: {run.error}")

    def _run(self, options: dict[str, Any]) -> TrainingRun | None:
        check_installed()
        names = ("r", "steps", "seed", "device", "bf16", "batch_size", "learning_rate", "max_tokens")
        parameters = Parameters.usual(options["task"], **{name: options[name] for name in names})
        snapshot = self._snapshot(options["snapshot"])
        if options["dry_run"]:
            self._dry_run(options, snapshot, parameters)
            return None
        run = runs.request_training(
            by=None,
            task=options["task"],
            snapshot=snapshot,
            base=options["base"],
            parameters=parameters,
            force=options["force"],
            enqueue=options["queue"],
        )
        if options["queue"]:
            run.refresh_from_db()
            return run
        with _Bar(run.pk, hidden=options["json"]):
            run = runs.carry_out_here(run.pk)
        if run.status == TrainingRun.Status.DONE and run.task == "embed" and not options["no_evaluate"]:
            with bar("measuring on held-out jobs", hidden=options["json"]) as progress:
                run = evaluate_run(run=run, by=None, progress=progress)
        return run

    def _snapshot(self, key: str | None) -> Snapshot:
        if key is None:
            return create_snapshot(by=None)[0]
        found = Snapshot.objects.filter(pk=key).first()
        if found is None:
            raise CommandError(f"There is no snapshot {key!r}. `manage.py export_training_data` makes one.")
        return found

    def _dry_run(self, options: dict[str, Any], snapshot: Snapshot, parameters: Parameters) -> None:
        base = base_of(options["task"], options["base"])
        counts = check_enough(options["task"], snapshot, force=options["force"])
        plan = {
            "task": options["task"],
            "snapshot": snapshot.pk,
            "hash": snapshot.hash,
            "base": base.name,
            "base_sha256": base.sha256,
            "counts": counts,
            "parameters": asdict(parameters),
        }
        told = ", ".join(f"{number} {name.replace('_', ' ')}" for name, number in counts.items())
        text = f"Would train {options['task']} on snapshot {snapshot.pk} from {base.name}: {told}."
        self.stdout.write(json.dumps(plan, indent=1) if options["json"] else text)

    def _print(self, run: TrainingRun) -> None:
        self.stdout.write(f"Run {run.pk} ({run.task}): {run.get_status_display()}")
        if run.metrics:
            self.stdout.write(
                f"{run.metrics['rows']} rows, {run.metrics['cpu_seconds']:.0f} CPU seconds, "
                f"{run.metrics['peak_mib']} MiB at most, on {run.metrics['device']}; adapter {run.adapter_sha256[:12]}"
            )
        if run.status == TrainingRun.Status.DONE:
            use = "" if run.task == "embed" else f"; peft's PeftModel.from_pretrained puts it on {run.base}"
            self.stdout.write(f"It lies in {Path(settings.MODEL_ROOT) / run.adapter_path}{use}")
        if run.evaluation:
            print_evaluation(self.stdout, run)


def _numbers(parser: ArgumentParser) -> None:
    parser.add_argument("--r", type=int, default=8, help="rank of the adapter (default: 8)")
    parser.add_argument("--steps", type=int, default=100, help="optimiser steps (default: 100)")
    usual = {name: ", ".join(f"{task} {row[name]}" for task, row in USUAL.items()) for name in USUAL["embed"]}
    parser.add_argument("--batch-size", type=int, help=f"rows a step (default: {usual['batch_size']})")
    parser.add_argument("--learning-rate", type=float, help=f"at its highest (default: {usual['learning_rate']})")
    parser.add_argument("--max-tokens", type=int, help=f"of a text, the rest is cut (default: {usual['max_tokens']})")
    parser.add_argument(
        "--seed", type=int, default=0, help="same snapshot, seed and machine: same adapter (default: 0)"
    )


def print_evaluation(out: Any, run: TrainingRun) -> None:
    """Figures of an evaluated run as a table for people."""
    report = run.evaluation
    out.write(
        f"Held out: {report['jobs']} jobs, {report['pairs']} candidates. Share of the score: {report['fit']['weight']}"
    )
    out.write(f"{'':16}{'no adapter':>12}{'in use':>10}{'this one':>10}   gain over in use (95 % interval)")
    for name, row in report["measures"].items():
        if row["jobs"]:
            gain = row["gain_over_in_use"]
            out.write(
                f"{name:16}{row['without']:>12.3f}{row['in_use']:>10.3f}{row['adapter']:>10.3f}"
                f"   {gain['mean']:+.3f} ({gain['low']:+.3f} to {gain['high']:+.3f})"
            )
    blind = report["guard"]["blindness"]
    out.write(
        f"Guards: plain similarity {report['guard']['plain_similarity_base']:.3f} -> "
        f"{report['guard']['plain_similarity_adapter']:.3f}; {blind['pairs_changed']} of {blind['pairs']} blindness "
        "pairs changed their score"
    )
    for row in report["slices"]:
        out.write(f"  {row['kind']} ({row['jobs']} jobs): {row['in_use']:.3f} -> {row['adapter']:.3f}")
    out.write(f"Verdict: {run.get_verdict_display()}")
    for reason in report["not_better_because"]:
        out.write(f"  {reason}")
    if run.verdict == TrainingRun.Verdict.CANDIDATE:
        out.write(f"To put it to use: manage.py promote_adapter {run.pk} --by USERNAME")


def run_as_json(run: TrainingRun) -> dict[str, Any]:
    """A run for programs."""
    names = (
        "task",
        "status",
        "verdict",
        "error",
        "base",
        "base_sha256",
        "snapshot_hash",
        "adapter_path",
        "adapter_sha256",
    )
    return {
        "run": run.pk,
        "snapshot": run.snapshot_id,
        **{name: getattr(run, name) for name in names},
        "adapter_sha256": run.adapter_sha256,
        **{name: getattr(run, name) for name in ("parameters", "progress", "metrics", "versions", "evaluation")},
    }


class _Bar:
    """A progress bar on stderr that reads the run's row while another thread of control trains."""

    def __init__(self, pk: int, *, hidden: bool) -> None:
        self._pk, self._hidden, self._done = pk, hidden, Event()
        self._thread = Thread(target=self._show, daemon=True)

    def __enter__(self) -> None:
        if not self._hidden:
            self._thread.start()

    def __exit__(self, *error: object) -> None:
        self._done.set()
        if not self._hidden:
            self._thread.join(timeout=5)

    def _show(self) -> None:
        columns = (TextColumn("training"), BarColumn(), TextColumn("{task.fields[loss]}"), TimeRemainingColumn())
        try:
            with Progress(*columns, console=Console(stderr=True)) as bar:
                shown = bar.add_task("training", total=None, loss="")
                while not self._done.is_set():
                    progress = TrainingRun.objects.values_list("progress", flat=True).get(pk=self._pk)
                    if progress:
                        loss = f"loss {progress['loss']:.3f}" if progress.get("loss") is not None else ""
                        bar.update(shown, total=progress["steps"], completed=progress["step"], loss=loss)
                    time.sleep(0.5)
        finally:
            connection.close()
