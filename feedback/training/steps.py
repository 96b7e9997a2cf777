"""Measures and puts to use in the background: a step of a run, whose progress and outcome stand on its row.

A step runs at the training worker, one at a time; what is in use goes on serving meanwhile.
"""

import logging
import time
from collections.abc import Callable
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone
from rest_framework.exceptions import APIException

from feedback.models import TrainingRun, TrainingStep
from feedback.trail import Actor
from feedback.training.crashes import STEPS_LOCK, fail_crashed_runs, this_host
from feedback.training.errors import StepUnderWay
from feedback.training.judging import check_can_be_judged, evaluate_run
from feedback.training.places import adapters_root
from feedback.training.promotion import check_promotable, promote
from feedback.training.supervision import TrainingBusy, training_lock, when_free

NOTED_EVERY = 1.0  # seconds between two notes of progress

log = logging.getLogger(__name__)


class StepCancelled(Exception):
    """Somebody asked for the step to stop."""


def request_evaluation(*, run: TrainingRun, by: Actor) -> TrainingStep:
    """Have a trained adapter measured on held-out jobs. Raises NotPromotable, StepUnderWay."""
    check_can_be_judged(run)
    return _request(run, by, TrainingStep.Kind.EVALUATE)


def request_promotion(*, run: TrainingRun, by: Actor, force: bool = False) -> TrainingStep:
    """Have an adapter put to use: vectors and indexes are made beside those in use, then the pointer is switched.

    Raises NotAllowed, NotPromotable, StepUnderWay.
    """
    check_promotable(run=run, by=by, force=force)
    return _request(run, by, TrainingStep.Kind.PROMOTE, forced=force)


def _request(run: TrainingRun, by: Actor, kind: str, *, forced: bool = False) -> TrainingStep:
    fail_crashed_runs()
    try:
        with transaction.atomic():
            step = TrainingStep.objects.create(
                run=run, kind=kind, forced=forced, created_by_id=by.pk if by is not None else None
            )
            transaction.on_commit(lambda: _enqueue(step.pk))
    except IntegrityError as error:
        raise StepUnderWay from error
    step.refresh_from_db()  # done already where tasks run inline
    return step


def _enqueue(pk: int) -> None:
    from feedback.training.tasks import take_step

    take_step.enqueue(pk)


def take_step_in_turn(pk: int, *, wait: bool) -> None:
    """Carry out a queued step; where another one runs, after that (``wait``), else it fails."""

    def waiting() -> bool:
        return wait and TrainingStep.objects.filter(pk=pk, status=TrainingStep.Status.QUEUED).exists()

    try:
        when_free(lambda: carry_out_step(pk), waiting=waiting)
    finally:
        queued = TrainingStep.objects.filter(pk=pk, status=TrainingStep.Status.QUEUED).first()
        if queued is not None:
            _end(
                queued, TrainingStep.Status.FAILED, "Another adapter is being measured or put to use. Try again later."
            )


def carry_out_step(pk: int) -> TrainingStep:
    """Do what a queued step says; the outcome stands on its row. Raises TrainingBusy where another one runs."""
    fail_crashed_runs()
    with training_lock(adapters_root(), STEPS_LOCK):
        claimed = TrainingStep.objects.filter(pk=pk, status=TrainingStep.Status.QUEUED).update(
            status=TrainingStep.Status.RUNNING, started_at=timezone.now(), host=this_host()
        )
        step = TrainingStep.objects.select_related("run", "created_by").get(pk=pk)
        if not claimed:
            return step
        try:
            _do(step)
        except StepCancelled:
            _end(step, TrainingStep.Status.CANCELLED, "Cancelled.")
        except APIException as error:
            _end(step, TrainingStep.Status.FAILED, str(error.detail))
        except Exception as error:  # noqa: BLE001 - the row is where a person learns of it
            log.error("Step %s of a training run failed: %s", pk, type(error).__name__)
            _end(step, TrainingStep.Status.FAILED, f"{type(error).__name__}: {error}")
        else:
            _end(step, TrainingStep.Status.DONE)
    return step


def _do(step: TrainingStep) -> None:
    by: Any = step.created_by
    if step.kind == TrainingStep.Kind.EVALUATE:
        evaluate_run(run=step.run, by=by, progress=_noting(step))
    else:
        promote(run=step.run, by=by, force=step.forced, progress=_noting(step))


def _noting(step: TrainingStep) -> Callable[[int, int], object]:
    """A callback that notes progress on the row now and then, and raises StepCancelled when asked to."""
    started, noted = time.monotonic(), [0.0]

    def note(done: int, total: int) -> None:
        now = time.monotonic()
        if now - noted[0] < NOTED_EVERY and done < total:
            return
        noted[0] = now
        left = round((now - started) / done * (total - done), 1) if done else None
        progress = {"done": done, "total": total, "seconds_left": left}
        TrainingStep.objects.filter(pk=step.pk).update(progress=progress)
        step.progress = progress
        if TrainingStep.objects.filter(pk=step.pk, cancel_requested=True).exists():
            raise StepCancelled

    return note


def _end(step: TrainingStep, status: str, error: str = "") -> None:
    TrainingStep.objects.filter(pk=step.pk).update(status=status, error=error[:500], finished_at=timezone.now())
    step.refresh_from_db()


__all__ = ["TrainingBusy", "carry_out_step", "request_evaluation", "request_promotion", "take_step_in_turn"]
