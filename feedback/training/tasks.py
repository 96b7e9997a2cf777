"""Training through the task queue, on a queue of its own so that nothing waits behind it."""

from django_tasks import task

from feedback.training.runs import carry_out_run


@task(queue_name="training")
def carry_out(pk: int) -> None:
    """Train the queued run with this key."""
    carry_out_run(pk)
