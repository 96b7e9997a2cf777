"""Takes a candidate out of the trail: what happened stays, whom it was about does not."""

import hashlib
from collections.abc import Iterable

from auditlog.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db import models

from resumes.models import Resume

ERASED = "erased"


def erased_key(key: object) -> str:
    """What stands in the trail in place of an id: rows about one object can still be read together."""
    return f"{ERASED}-{hashlib.sha256(str(key).encode()).hexdigest()[:12]}"


def was_erased(resume_id: str) -> bool:
    """True when the trail says that the resume was erased and nothing with its id is there."""
    told = LogEntry.objects.filter(object_pk=erased_key(resume_id), additional_data__event="erase").exists()
    return told and not Resume.objects.filter(pk=resume_id).exists()


def scrub_trail(model: type[models.Model], keys: Iterable[object]) -> int:
    """Empty the trail's rows about these objects of details and give them a hash for an id; returns how many."""
    content_type = ContentType.objects.get_for_model(model)
    count = 0
    for key in keys:
        rows = LogEntry.objects.filter(content_type=content_type, object_pk=str(key))
        count += rows.count()
        for row in rows:
            event = (row.additional_data or {}).get("event")
            row.object_pk = erased_key(key)
            row.object_id = None
            row.object_repr = ERASED
            row.changes = {}
            row.changes_text = ""
            row.serialized_data = None
            row.additional_data = {"event": event} if event else None
            row.save()
    return count
