"""Tells what still runs from what only says so: the kernel drops a lock with the process that held it."""

import socket
from typing import Any

from django.db import transaction
from django.utils import timezone

from feedback.models import TrainingRun, TrainingStep
from feedback.training.places import adapters_root, forget_data, run_folder
from feedback.training.supervision import LOG_TAIL, lock_is_free

STEPS_LOCK = "steps"


def this_host() -> str:
    """The name of this machine, as rows record who carries them out."""
    return socket.gethostname()[:255]


def fail_crashed_runs() -> int:
    """Mark runs and their steps failed whose process on this machine is gone: they say running, and nobody holds the
    lock. Returns how many."""
    count = 0
    for model, lock in ((TrainingRun, "training"), (TrainingStep, STEPS_LOCK)):
        running = list(model.objects.filter(status="running", host=this_host()).values_list("pk", flat=True))
        # Read before looking at the lock: what is over by now has said so before it let go of it.
        if running and lock_is_free(adapters_root(), lock):
            count += sum(_fail(model, pk) for pk in running)
    return count


def _fail(model: Any, pk: int) -> bool:
    with transaction.atomic():
        row = model.objects.select_for_update().filter(pk=pk, status="running").first()
        if row is None:
            return False
        if isinstance(row, TrainingRun):
            path = run_folder(row) / "log.txt"
            row.log = path.read_text(encoding="utf-8", errors="replace")[-LOG_TAIL:] if path.exists() else row.log
            forget_data(run_folder(row))  # nobody else is left to do so
            row.error = "The process stopped before the training was done. Start a new run."
        else:
            row.error = "The process stopped before this was done. Ask for it again."
        row.status, row.finished_at = "failed", timezone.now()
        row.save()
    return True
