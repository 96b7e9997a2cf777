"""Work that feedback leaves for later."""

from django_tasks import task

from feedback.duplicates import link_near_duplicate
from feedback.models import Snapshot
from feedback.snapshots.cutting import cut_records


@task()
def link_near_duplicate_task(feedback_id: str) -> None:
    """Link the row to earlier feedback that says nearly the same; a row that is gone by then is no error."""
    link_near_duplicate(feedback_id)


@task()
def cut_snapshots_task(key: str) -> None:
    """Cut the records of a deleted resume (its ``erasure_key``) out of every snapshot and its copies on disk."""
    for snapshot in Snapshot.objects.all():
        cut_records(snapshot, {key}, set())
