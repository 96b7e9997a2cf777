"""Use cases of persons: say that resumes are one person's, or that two are not."""

from collections.abc import Iterable, Sequence
from typing import Any

from auditlog.models import LogEntry
from django.db import transaction
from rest_framework.exceptions import ValidationError

from resumes.hiding import HiddenCandidate, screen
from resumes.models import Resume

MOST = 20
STAYS_HIDDEN = (
    "A job hides one of these candidates until there is a decision, and this would show who it is. Record it first."
)


def same_person(*, resumes: Sequence[Resume], by: Any) -> Resume:
    """Link resumes as one person's, whatever was said or found before; returns the newest, which leads.

    Raises ValidationError for fewer than two, more than twenty, or one that has been deleted meanwhile; HiddenCandidate
    where a decision on one of them would end that another is hidden.
    """
    chosen = sorted({resume.pk: resume for resume in resumes}.values(), key=lambda one: (one.uploaded_at, one.pk))
    if not 2 <= len(chosen) <= MOST:
        raise ValidationError({"resumes": [f"Choose two to {MOST} different resumes of one person."]})
    _say(chosen, same=True, by=by, event="said to be one person's")
    return chosen[-1]


def not_same_person(*, resume: Resume, other: Resume, by: Any) -> None:
    """Take two resumes apart and keep them apart, whatever they have in common.

    Other files of the person stay with the one that they are surest to belong to. Raises ValidationError for a resume
    and itself, and for one that has been deleted meanwhile; HiddenCandidate where one of them is hidden only together
    with the other, which would then show whose both are.
    """
    if resume.pk == other.pk:
        raise ValidationError({"other": ["Name another resume than this one."]})
    _say([resume, other], same=False, by=by, event="said to be two people's")


@transaction.atomic
def _say(resumes: Sequence[Resume], *, same: bool, by: Any, event: str) -> None:
    from resumes.persons import rule  # word lists, which a web process loads when it needs them

    versions = [pk for resume in resumes for pk in Resume.objects.versions_of(resume).values_list("pk", flat=True)]
    hidden = _hidden(versions)
    rule(resumes, same=same, by=by)
    if hidden - _hidden(hidden):
        raise HiddenCandidate(STAYS_HIDDEN)
    actor = by if getattr(by, "is_authenticated", False) else None
    for resume in resumes:
        LogEntry.objects.log_create(
            resume, force_log=True, action=LogEntry.Action.UPDATE, actor=actor, additional_data={"event": event}
        )


def _hidden(resume_ids: Iterable[str]) -> set[str]:
    rows = Resume.objects.filter(screen().hiding(), pk__in=list(resume_ids)).order_by()
    return set(rows.values_list("pk", flat=True))
