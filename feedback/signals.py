"""Every change of feedback leaves a row in the outbox of the indexes, in the same transaction."""

from typing import Any

from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from feedback.indexing import NAME
from feedback.models import Feedback
from vectors.outbox import record_change


@receiver(post_save, sender=Feedback, dispatch_uid="feedback-saved")
@receiver(post_delete, sender=Feedback, dispatch_uid="feedback-deleted")
def note_change(instance: Feedback, **kwargs: Any) -> None:
    """Hand over the key; what becomes of it is the indexer's affair."""
    record_change(NAME, instance.pk)
