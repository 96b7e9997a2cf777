"""Jobs between the first generation's records and ours."""

from typing import Any

from feedback.legacy.layout import EXTRA
from feedback.legacy.reading import BrokenRecord, extra_of, identifier, moment, text
from feedback.legacy.rows import checked, columns, dictionary, own_columns, restore
from jobs.models import Job, JobVersion, Requirement

JOB_COLUMNS = own_columns(
    Job, without=("job_id", "company_name", "role_name", "job_description", "created_at", "metadata")
)
REQUIREMENT_COLUMNS = own_columns(Requirement, without=["id"])
VERSION_COLUMNS = own_columns(JobVersion, without=["id"])


def job_of(values: dict[str, Any]) -> Job:
    """The job, not saved. Raises ``BrokenRecord``."""
    job = Job(
        job_id=identifier(values, "job_id"),
        company_name=text(values, "company_name", longest=200),
        role_name=text(values, "role_name", longest=200),
        job_description=text(values, "job_description", required=True),
        metadata=dictionary(values, "metadata"),
    )
    created = moment(values, "created_at")
    assert created is not None
    job.created_at = created
    restore(job, extra_of(values, EXTRA), JOB_COLUMNS)
    checked(job)
    return job


def restore_parts(job: Job, values: dict[str, Any]) -> bool:
    """Save the requirements and versions that our own export holds; False where there are none to restore."""
    extra = extra_of(values, EXTRA)
    if "requirements" not in extra:
        return False
    for model, rows, names in (
        (Requirement, extra["requirements"], REQUIREMENT_COLUMNS),
        (JobVersion, extra.get("versions", []), VERSION_COLUMNS),
    ):
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            raise BrokenRecord("The requirements are not a list of objects.")
        for row in rows:
            part = model(job=job)
            restore(part, row, names)
            checked(part)
            part.save(force_insert=True)
    return True


def job_record(job: Job, analysis_count: int) -> dict[str, Any]:
    """The job as the first generation wrote it."""
    extra = columns(job, JOB_COLUMNS)
    extra["requirements"] = [columns(row, REQUIREMENT_COLUMNS) for row in job.requirements.order_by("position", "id")]
    extra["versions"] = [columns(row, VERSION_COLUMNS) for row in job.versions.order_by("number")]
    return {
        "job_id": job.pk,
        "company_name": job.company_name,
        "role_name": job.role_name,
        "job_description": job.job_description,
        "created_at": job.created_at.isoformat(),
        "metadata": job.metadata,
        "analysis_count": analysis_count,
        EXTRA: extra,
    }
