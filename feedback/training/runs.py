"""Trains adapters: asks for a run, carries it out in a process of its own, and records what came of it."""

import json
import logging
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from rest_framework.exceptions import APIException

from feedback.models import Snapshot, TrainingRun
from feedback.snapshots.writers import file_sha256
from feedback.trail import Actor, log_event
from feedback.training.crashes import fail_crashed_runs, this_host
from feedback.training.parameters import Parameters
from feedback.training.places import adapters_root, forget_data, run_folder
from feedback.training.process import CANCELLED
from feedback.training.readiness import check_enough, check_installed
from feedback.training.specification import base_of, specification
from feedback.training.supervision import TrainingBusy, supervise, training_lock, when_free, why_ended
from vectors.packaged import weights_sha256

log = logging.getLogger(__name__)


def request_training(
    *,
    by: Actor,
    task: str,
    snapshot: Snapshot,
    base: str = "",
    parameters: Parameters | None = None,
    force: bool = False,
    enqueue: bool = True,
) -> TrainingRun:
    """Make a queued run; with ``enqueue`` a worker takes it after the commit, else the caller runs it.

    Raises BadTraining, TooFewRatings (unless ``force``), TrainingNotInstalled.
    """
    parameters = parameters or Parameters.usual(task)
    check_installed()
    found = base_of(task, base)
    if not force or task != "embed":
        check_enough(task, snapshot, force=force)
    with transaction.atomic():
        run = TrainingRun.objects.create(
            task=task,
            snapshot=snapshot,
            snapshot_hash=snapshot.hash,
            base=found.name,
            base_sha256=found.sha256,
            parameters={**asdict(parameters), "base": str(found.path), "forced": force},
            created_by_id=by.pk if by is not None else None,
        )
        log_event(run, "train", by, task=task, snapshot=snapshot.pk)
        if enqueue:
            transaction.on_commit(lambda: _enqueue(run.pk))
    return run


def _enqueue(pk: int) -> None:
    from feedback.training.tasks import carry_out

    carry_out.enqueue(pk)


def carry_out_run(pk: int) -> TrainingRun:
    """Train a queued run to its end, whatever that is; the outcome stands on the row.

    Raises TrainingBusy where another training is running: the run then stays queued.
    """
    fail_crashed_runs()
    with training_lock(adapters_root()):
        claimed = TrainingRun.objects.filter(pk=pk, status=TrainingRun.Status.QUEUED).update(
            status=TrainingRun.Status.RUNNING, started_at=timezone.now(), host=this_host()
        )
        run = TrainingRun.objects.get(pk=pk)
        if not claimed:
            return run
        try:
            _train(run)
        except KeyboardInterrupt:
            _end(run, TrainingRun.Status.CANCELLED, error="Interrupted at the terminal.")
            raise
        except APIException as error:
            _end(run, TrainingRun.Status.FAILED, error=str(error.detail))
        except Exception as error:  # noqa: BLE001 - the row is where a person learns of it
            log.error("Training run %s failed: %s", pk, type(error).__name__)
            _end(run, TrainingRun.Status.FAILED, error=f"{type(error).__name__}: {error}")
    return run


def carry_out_here(pk: int) -> TrainingRun:
    """Train a queued run in the foreground. Where another training is running, the run is cancelled, as nobody would
    take it up later; raises TrainingBusy."""
    try:
        return carry_out_run(pk)
    except TrainingBusy as error:
        run = TrainingRun.objects.get(pk=pk)
        _end(run, TrainingRun.Status.CANCELLED, error=str(error))
        raise


def carry_out_in_turn(pk: int, *, wait: bool) -> None:
    """Train a queued run from the task queue; where another training is running, after that one (``wait``), else the
    run is cancelled. One that is cancelled while it waits is left alone."""

    def waiting() -> bool:
        return wait and TrainingRun.objects.filter(pk=pk, status=TrainingRun.Status.QUEUED).exists()

    run = when_free(lambda: carry_out_run(pk), waiting=waiting)
    if run is None and not wait:
        _end(TrainingRun.objects.get(pk=pk), TrainingRun.Status.CANCELLED, error="Another training is running.")


def _train(run: TrainingRun) -> None:
    folder = run_folder(run)
    folder.mkdir(parents=True, exist_ok=True)
    spec, module, rows = specification(run, folder)
    spec.dump(folder / "spec.json")
    if run.snapshot is not None:
        run.snapshot_hash = run.snapshot.hash  # an erasure may have changed it while the run waited
    run.parameters = {**run.parameters, "rows": rows, "data_sha256": file_sha256(folder / "data.jsonl")}
    run.save(update_fields=["parameters", "snapshot_hash"])

    def note(progress: dict[str, Any]) -> bool:
        TrainingRun.objects.filter(pk=run.pk).update(progress=progress)
        return not TrainingRun.objects.filter(pk=run.pk, cancel_requested=True).exists()

    try:
        code, output = supervise(module, [str(folder / "spec.json")], output=folder, on_progress=note)
    finally:
        forget_data(folder)
    run.refresh_from_db()
    run.log = output
    if code == CANCELLED:
        _end(run, TrainingRun.Status.CANCELLED, error="Cancelled.")
    elif code != 0:
        _end(run, TrainingRun.Status.FAILED, error=why_ended(code, output))
    else:
        _record_success(run, folder)


def _record_success(run: TrainingRun, folder: Path) -> None:
    outcome = json.loads((folder / "outcome.json").read_text(encoding="utf-8"))
    run.versions = {**outcome.pop("versions"), "python": outcome.pop("python")}
    run.metrics = outcome
    run.adapter_path = str((folder / "adapter").relative_to(Path(settings.MODEL_ROOT)))
    run.adapter_sha256 = weights_sha256(folder / "adapter")
    _end(run, TrainingRun.Status.DONE)


def _end(run: TrainingRun, status: str, *, error: str = "") -> None:
    run.status = status
    run.error = error[:500]
    run.finished_at = timezone.now()
    run.save()
