"""What people do with jobs: create, choose, change, correct what was read, delete."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.db import transaction
from rest_framework.exceptions import ValidationError

from jobs import validation
from jobs.errors import HasAnalyses
from jobs.models import Job, JobSelection, Requirement
from jobs.reading import RequirementDraft, read_description
from jobs.requirement_rows import same_words, validated_rows
from jobs.versions import keep_version

Actor = AbstractBaseUser | AnonymousUser | None
CHANGEABLE = ("company_name", "role_name", "job_description", "metadata", "weights", "blind_mode")


def create_job(
    *,
    job_description: str,
    company_name: str = "",
    role_name: str = "",
    metadata: dict[str, Any] | None = None,
    select: bool = True,
    by: Actor,
    job_id: str | None = None,
    created_at: datetime | None = None,
) -> Job:
    """Keep a job, read its requirements, write version 1, and make it the current job of ``by``.

    A company or role that is left empty is taken from the description where it names one. ``job_id`` and
    ``created_at`` are for records that come from elsewhere with theirs. Raises ValidationError.
    """
    text = validation.description(job_description)
    reading = read_description(text)
    job = Job(
        job_description=text,
        company_name=validation.short_text("company_name", company_name) or reading.company_name,
        role_name=validation.short_text("role_name", role_name) or reading.role_name,
        metadata=validation.metadata(metadata),
        created_by_id=_user_id(by),
    )
    if job_id:
        job.job_id = job_id
    if created_at:
        job.created_at = created_at
    with transaction.atomic():
        job.save(force_insert=True)
        _add_drafts(job, reading.requirements)
        keep_version(job, by)
        if select and _user_id(by) is not None:
            select_job(job=job, by=by)
    return job


def select_job(*, job: Job, by: Actor) -> JobSelection:
    """Make the job the current one of ``by``. Raises ValidationError for a caller who is nobody."""
    user_id = _user_id(by)
    if user_id is None:
        raise ValidationError({"job_id": "Only a signed-in user has a current job."})
    selection, _ = JobSelection.objects.update_or_create(user_id=user_id, defaults={"job": job})
    return selection


def current_job(user: Actor) -> Job | None:
    """The job that the user works on now; None before there is one."""
    user_id = _user_id(user)
    if user_id is None:
        return None
    selection = JobSelection.objects.select_related("job").filter(user_id=user_id).first()
    return selection.job if selection else None


def update_job(*, job: Job, by: Actor, **changes: Any) -> Job:
    """Change a job; what changes the score (description, role, weights) makes a new version.

    A new description is read again; requirements that people have edited stay. Raises ValidationError.
    """
    unknown = sorted(set(changes) - set(CHANGEABLE))
    if unknown:
        raise ValidationError(dict.fromkeys(unknown, "This cannot be changed."))
    values = _validated(changes)
    reading = read_description(values["job_description"]) if "job_description" in values else None
    with transaction.atomic():
        job = Job.objects.select_for_update().get(pk=job.pk)
        reads_again = reading is not None and values["job_description"] != job.job_description
        for name, value in values.items():
            setattr(job, name, value)
        if reads_again and reading is not None:
            _replace_drafts(job, reading.requirements)
        keep_version(job, by)
        job.save()
    return job


def update_requirements(*, job: Job, rows: Sequence[Any], by: Actor) -> Job:
    """Make the job ask for exactly ``rows``, in this order; a new version when that changes anything.

    A row with the ``id`` of a requirement changes it, one without adds one, and what no row names is removed.
    Raises ValidationError naming the row.
    """
    values = validated_rows(rows)
    with transaction.atomic():
        job = Job.objects.select_for_update().get(pk=job.pk)
        present = {str(row.pk): row for row in Requirement.objects.filter(job=job)}
        unknown = [row["id"] for row in values if row["id"] and row["id"] not in present]
        if unknown:
            raise ValidationError({"requirements": f"The job has no requirement with the id {', '.join(unknown)}."})
        kept = {row["id"] for row in values if row["id"]}
        for key, requirement in present.items():
            if key not in kept:
                requirement.delete()
        for position, row in enumerate(values, start=1):
            _write(job, present.get(row["id"] or ""), row, position)
        keep_version(job, by)
        job.save()
    return job


def read_requirements(*, job: Job, by: Actor) -> Job:
    """Read the description again (after the reader or the taxonomy got better); edited requirements stay."""
    reading = read_description(job.job_description)
    with transaction.atomic():
        job = Job.objects.select_for_update().get(pk=job.pk)
        _replace_drafts(job, reading.requirements)
        keep_version(job, by)
        job.save()
    return job


def delete_job(*, job: Job, cascade: bool = False, by: Actor) -> None:
    """Delete a job with its requirements and versions. Raises HasAnalyses (409) unless ``cascade``."""
    with transaction.atomic():
        job = Job.objects.select_for_update().get(pk=job.pk)
        count = Job.objects.filter(pk=job.pk).analysis_total()
        if count and not cascade:
            raise HasAnalyses(count)
        job.delete()


def _user_id(user: Actor) -> int | None:
    return user.pk if user is not None and user.is_authenticated else None


def _validated(changes: dict[str, Any]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for name, value in changes.items():
        if name == "job_description":
            values[name] = validation.description(value)
        elif name == "metadata":
            values[name] = validation.metadata(value)
        elif name == "weights":
            values[name] = validation.weights(value)
        elif name == "blind_mode":
            if not isinstance(value, bool):
                raise ValidationError({name: "Write true or false."})
            values[name] = value
        else:
            values[name] = validation.short_text(name, value)
    return values


def _add_drafts(job: Job, drafts: Sequence[RequirementDraft], first: int = 1) -> None:
    rows = [
        Requirement(job=job, position=position, **draft.as_fields())
        for position, draft in enumerate(drafts, start=first)
    ]
    # In bulk: no signal is wanted for them, the version row tells the trail.
    Requirement.objects.bulk_create(rows)


def _replace_drafts(job: Job, drafts: Sequence[RequirementDraft]) -> None:
    """Take the new reading, but keep what a person has edited and do not add it a second time."""
    own = Requirement.objects.filter(job=job)
    own.filter(is_edited=False).delete()
    edited = list(own.order_by("position", "id"))
    known = {same_words(row.text) for row in edited}
    for position, row in enumerate(edited, start=1):
        if row.position != position:
            row.position = position
            row.save(update_fields=["position"])
    fresh = [draft for draft in drafts if same_words(draft.text) not in known]
    _add_drafts(job, fresh, first=len(edited) + 1)


def _write(job: Job, requirement: Requirement | None, row: dict[str, Any], position: int) -> None:
    """Write one row; only a changed one is marked as edited by a person."""
    fields = {name: value for name, value in row.items() if name != "id"}
    if requirement is None:
        Requirement.objects.create(job=job, position=position, is_edited=True, **fields)
        return
    changed = [name for name, value in fields.items() if getattr(requirement, name) != value]
    if not changed and requirement.position == position:
        return
    for name in changed:
        setattr(requirement, name, fields[name])
    requirement.position = position
    requirement.is_edited = requirement.is_edited or bool(changed)
    requirement.save()
