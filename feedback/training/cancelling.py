"""Stops what goes on with a run: its training, or the step that follows."""

from django.db import transaction
from django.utils import timezone

from feedback.models import TrainingRun, TrainingStep
from feedback.trail import Actor, log_event
from feedback.training.errors import NothingToCancel


def cancel_training(*, run: TrainingRun, by: Actor) -> TrainingRun:
    """Stop the run, or the step of it that is under way: at once what still waits, else at the next opportunity.

    Raises NothingToCancel where everything is over.
    """
    with transaction.atomic():
        row = TrainingRun.objects.select_for_update().get(pk=run.pk)
        step = row.steps.select_for_update().filter(status__in=TrainingStep.OPEN).first()
        if row.status in (TrainingRun.Status.QUEUED, TrainingRun.Status.RUNNING):
            _stop(row)
        elif step is not None:
            _stop(step)
        else:
            raise NothingToCancel
        log_event(row, "cancel", by, what=step.kind if step is not None else "training")
    return row


def _stop(row: TrainingRun | TrainingStep) -> None:
    if row.status == "queued":
        row.status, row.error, row.finished_at = "cancelled", "Cancelled before it began.", timezone.now()
    else:
        row.cancel_requested = True
    row.save()
