"""Jobs as CSV, for the pages and the admin alike."""

from collections.abc import Iterator
from typing import Any

from jobs.cells import csv_lines
from jobs.querysets import JobQuerySet

COLUMNS = (
    *("job_id", "role_name", "company_name", "version", "requirements", "must_haves", "analyses", "blind_mode"),
    *("created_at", "job_description"),
)


def export_jobs_csv(*, jobs: JobQuerySet) -> Iterator[str]:
    """The jobs of a queryset as CSV lines, in its order, read from the database as they are sent.

    Times are ISO 8601 in UTC. The caller writes the trail's row: it knows who asked and for what.
    """
    return csv_lines(COLUMNS, job_rows(jobs))


def job_rows(jobs: JobQuerySet) -> Iterator[dict[str, Any]]:
    """The jobs of a queryset as rows of ``COLUMNS``, in its order, read as they are asked for."""
    rows = jobs.with_analysis_count().with_requirement_counts()
    # Any: the type checker knows no annotation made in a queryset method.
    found: Any = rows.iterator(chunk_size=500)
    return (_row(job) for job in found)


def _row(job: Any) -> dict[str, Any]:
    return {
        "job_id": job.pk,
        "role_name": job.role_name,
        "company_name": job.company_name,
        "version": job.version,
        "requirements": job.requirement_count,
        "must_haves": job.must_have_count,
        "analyses": job.analysis_count,
        "blind_mode": job.blind_mode,
        "created_at": job.created_at.isoformat(),
        "job_description": job.job_description,
    }
