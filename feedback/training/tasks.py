"""Training through the task queue, on a queue of its own so that nothing waits behind it."""

from django.conf import settings
from django_tasks import task

from feedback.training.runs import carry_out_in_turn
from feedback.training.steps import take_step_in_turn


def _may_wait() -> bool:
    """A worker can wait for its turn; a request, in which inline tasks run, cannot."""
    return bool(settings.TASKS_BACKEND != "inline")


@task(queue_name="training")
def carry_out(pk: int) -> None:
    """Train the queued run with this key."""
    carry_out_in_turn(pk, wait=_may_wait())


@task(queue_name="training")
def take_step(pk: int) -> None:
    """Carry out the queued step with this key."""
    take_step_in_turn(pk, wait=_may_wait())
