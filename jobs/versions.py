"""Versions of a job: what is scored, hashed, and kept whenever it changes."""

import hashlib
import json
from typing import Any

from jobs.models import Job, JobVersion, Requirement

# What of a requirement the score depends on; a version holds these and the row's id.
SCORED_FIELDS = (
    *("text", "kind", "must_have", "weight", "years", "level", "skills", "skills_mode", "scorable", "note"),
)


def snapshot(job: Job) -> list[dict[str, Any]]:
    """The job's requirements as a version keeps them."""
    rows = Requirement.objects.filter(job=job).order_by("position", "id").values("id", *SCORED_FIELDS)
    return [{**row, "id": str(row["id"])} for row in rows]


def content_hash(job: Job, requirements: list[dict[str, Any]]) -> str:
    """SHA-256 of everything that a score can depend on; ids of rows are not among it."""
    content = {
        "job_description": job.job_description,
        "role_name": job.role_name,
        "weights": job.weights,
        "requirements": [{name: row[name] for name in SCORED_FIELDS} for row in requirements],
    }
    text = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def keep_version(job: Job, by: Any) -> bool:
    """Write a new version when what is scored differs from the last one; False when it does not.

    Inside the caller's transaction, with the job's row locked. Sets ``job.version``, which the caller saves.
    """
    rows = snapshot(job)
    digest = content_hash(job, rows)
    last = JobVersion.objects.filter(job=job).order_by("-number").values("number", "content_hash").first()
    if last is not None and last["content_hash"] == digest:
        return False
    job.version = last["number"] + 1 if last else max(job.version, 1)
    JobVersion.objects.create(
        job=job,
        number=job.version,
        content_hash=digest,
        role_name=job.role_name,
        job_description=job.job_description,
        requirements=rows,
        weights=job.weights,
        created_by=by if by is not None and by.is_authenticated else None,
    )
    return True
