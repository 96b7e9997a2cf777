"""Decides, once, which part of the data each job and each candidate belongs to."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from django.db import transaction
from django.db.models import Count, Q

from feedback.duplicates import content_hash
from feedback.models import Split
from feedback.snapshots.splitting import DEFAULT_SALT, Shares, bands, drawn, is_near, simhash
from jobs.models import Job
from resumes.models import Resume

_BATCH = 200


@dataclass(frozen=True, slots=True)
class SplitPlan:
    """How new jobs and candidates are drawn; what was drawn before stays as it was."""

    salt: str = DEFAULT_SALT
    jobs: Shares = field(default_factory=Shares)
    candidates: Shares = field(default_factory=lambda: Shares(0.8, 0.05, 0.15))


def assign_jobs(job_ids: Iterable[str], plan: SplitPlan) -> int:
    """Draw the jobs that have no part yet, by the hash of their description; returns how many were drawn.

    Two jobs with the same words fall into the same part.
    """
    made = 0
    for chunk in _batched(job_ids):
        jobs = Job.objects.filter(pk__in=chunk, split__isnull=True).values_list("pk", "job_description")
        rows = [
            Split(
                job_id=key, part=drawn(content_hash("job", text), plan.salt, plan.jobs), reason="hash", salt=plan.salt
            )
            for key, text in jobs
        ]
        made += len(Split.objects.bulk_create(rows, ignore_conflicts=True))
    return made


def assign_resumes(resume_ids: Iterable[str], plan: SplitPlan) -> int:
    """Draw the resumes that have no part yet; returns how many were drawn.

    A resume goes where another one of the same person went, else where a near-duplicate of its text went, else
    where the hash of the person's first resume id falls.
    """
    made = 0
    for chunk in _batched(resume_ids):
        waiting = Resume.objects.filter(pk__in=chunk, split__isnull=True).order_by("pk").only("pk", "text", "person")
        for resume in waiting:
            with transaction.atomic():
                _, created = Split.objects.get_or_create(resume=resume, defaults=_placed(resume, plan))
            made += created
    return made


def divided_persons() -> Any:
    """Persons whose resumes lie in different parts: linked after they were drawn, so their rows are left out. As
    keys, ready to be looked among within another query."""
    resumes = Resume.objects.filter(person__isnull=False, split__isnull=False).order_by()
    divided = resumes.values("person").annotate(parts=Count("split__part", distinct=True)).filter(parts__gt=1)
    return divided.values_list("person", flat=True)


def _placed(resume: Resume, plan: SplitPlan) -> dict[str, object]:
    fingerprint = simhash(resume.text)
    found = bands(fingerprint)
    values: dict[str, object] = {"salt": plan.salt, "fingerprint": f"{fingerprint:016x}"}
    values |= {f"band_{number}": band for number, band in enumerate(found)}
    key = resume.pk
    if resume.person_id is not None:
        relatives = Split.objects.filter(resume__person=resume.person_id).order_by("decided_at", "pk")
        relative = relatives.values_list("part", flat=True).first()
        if relative:
            return values | {"part": relative, "reason": "person"}
        first = Resume.objects.filter(person=resume.person_id).order_by("pk").values_list("pk", flat=True).first()
        key = first or key
    twin = _near_duplicate(fingerprint, found) if resume.text.strip() else None
    if twin:
        return values | {"part": twin, "reason": "near_duplicate"}
    return values | {"part": drawn(key, plan.salt, plan.candidates), "reason": "hash"}


def _near_duplicate(fingerprint: int, found: tuple[int, int, int, int]) -> str | None:
    shared = Q(band_0=found[0]) | Q(band_1=found[1]) | Q(band_2=found[2]) | Q(band_3=found[3])
    rows = Split.objects.filter(shared, resume__isnull=False).order_by("decided_at", "pk")
    for part, other in rows.values_list("part", "fingerprint"):
        if is_near(fingerprint, int(other, 16)):
            return part
    return None


def _batched(keys: Iterable[str]) -> Iterator[list[str]]:
    remaining = iter(keys)
    while chunk := list(islice(remaining, _BATCH)):
        yield chunk
