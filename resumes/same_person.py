"""Use cases of persons: say that resumes are one person's, or that two are not."""

from collections.abc import Sequence
from typing import Any

from auditlog.models import LogEntry
from django.db import transaction
from rest_framework.exceptions import ValidationError

from resumes.models import Resume

MOST = 20


def same_person(*, resumes: Sequence[Resume], by: Any) -> Resume:
    """Link resumes as one person's, whatever was said or found before; returns the newest, which leads.

    Raises ValidationError for fewer than two, or more than twenty.
    """
    from resumes.persons import rule  # word lists, which a web process loads when it needs them

    chosen = sorted({resume.pk: resume for resume in resumes}.values(), key=lambda one: (one.uploaded_at, one.pk))
    if not 2 <= len(chosen) <= MOST:
        raise ValidationError({"resumes": [f"Choose two to {MOST} different resumes of one person."]})
    with transaction.atomic():
        rule(chosen, same=True, by=by)
        _log(chosen, "said to be one person's", by)
    return chosen[-1]


def not_same_person(*, resume: Resume, other: Resume, by: Any) -> None:
    """Take two resumes apart and keep them apart, whatever they have in common. Other files of the person stay with
    the one that they are surest to belong to. Raises ValidationError for a resume and itself."""
    from resumes.persons import rule

    if resume.pk == other.pk:
        raise ValidationError({"other": ["Name another resume than this one."]})
    with transaction.atomic():
        rule([resume, other], same=False, by=by)
        _log([resume, other], "said to be two people's", by)


def _log(resumes: Sequence[Resume], event: str, by: Any) -> None:
    actor = by if getattr(by, "is_authenticated", False) else None
    for resume in resumes:
        LogEntry.objects.log_create(
            resume, force_log=True, action=LogEntry.Action.UPDATE, actor=actor, additional_data={"event": event}
        )
