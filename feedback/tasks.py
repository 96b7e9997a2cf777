"""Work that feedback leaves for later."""

from django_tasks import task

from feedback.duplicates import link_near_duplicate


@task()
def link_near_duplicate_task(feedback_id: str) -> None:
    """Link the row to earlier feedback that says nearly the same; a row that is gone by then is no error."""
    link_near_duplicate(feedback_id)
