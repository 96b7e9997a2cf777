"""Every change of feedback leaves a row in the outbox of the indexes, in the same transaction; a deleted resume
leaves a task that cuts it out of the snapshots."""

from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from feedback.indexing import NAME
from feedback.models import Feedback
from feedback.snapshots.index import erasure_key
from feedback.tasks import cut_snapshots_task
from resumes.models import Resume
from vectors.outbox import record_change


@receiver(post_save, sender=Feedback, dispatch_uid="feedback-saved")
@receiver(post_delete, sender=Feedback, dispatch_uid="feedback-deleted")
def note_change(instance: Feedback, **kwargs: Any) -> None:
    """Hand over the key; what becomes of it is the indexer's affair."""
    record_change(NAME, instance.pk)


@receiver(post_delete, sender=Resume, dispatch_uid="resume-deleted")
def note_deleted_resume(instance: Resume, **kwargs: Any) -> None:
    """Hand over the key under which snapshots know the resume, once it is gone for good."""
    key = erasure_key(instance.pk)
    transaction.on_commit(lambda: _forget(key))


def _forget(key: str) -> None:
    cut_snapshots_task.enqueue(key)
