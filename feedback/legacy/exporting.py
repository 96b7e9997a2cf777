"""Writes everything back in the layout of the first generation."""

import json
import os
import shutil
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from django.core.files.storage import default_storage

from analyses.models import Analysis
from feedback.legacy.analysis_records import analysis_record
from feedback.legacy.applications import export_applications
from feedback.legacy.erasing import WHAT
from feedback.legacy.feedback_records import feedback_record
from feedback.legacy.job_records import job_record
from feedback.legacy.layout import (
    ANALYSES,
    ANALYSES_INDEX,
    APPLICATIONS,
    HISTORY,
    INTERACTIONS,
    JOBS,
    JOBS_INDEX,
    PDFS,
    RESUMES_INDEX,
    TEXTS,
)
from feedback.legacy.resume_records import resume_record
from feedback.models import Feedback
from feedback.snapshots.writers import json_line
from feedback.trail import Actor, log_event
from jobs.models import Job
from resumes.models import Resume

Tick = Callable[[int], object]
_INDEXED_JOB = ("job_id", "company_name", "role_name", "created_at", "analysis_count")
_INDEXED_ANALYSIS = (
    *("analysis_id", "job_id", "resume_id", "candidate_name", "created_at", "overall_score"),
    *("hiring_recommendation", "feedback_count"),
)


class FolderNotEmpty(Exception):
    """The folder holds something else."""


def export_legacy_data(*, root: Path, by: Actor, tick: Tick | None = None) -> Counter[str]:
    """Write jobs, resumes with their PDFs and texts, analyses, feedback and applications; returns counts by kind.

    Analyses on their way are left out and counted as ``analyses_not_finished``. The export is in the trail. Raises
    ``FolderNotEmpty``: nothing that lies there is overwritten.
    """
    if root.exists() and any(root.iterdir()):
        raise FolderNotEmpty(f"{root} is not empty. Name a new folder.")
    root.mkdir(parents=True, exist_ok=True, mode=0o700)
    done = tick or (lambda _: None)
    counts: Counter[str] = Counter()
    jobs = Job.objects.with_analysis_count().order_by("created_at", "pk")
    counts["jobs"] = _write(
        root,
        JOBS,
        JOBS_INDEX,
        _INDEXED_JOB,
        (job_record(job, job.analysis_count) for job in _each(jobs, done)),
    )
    counts["resumes"] = _write_resumes(root, done)
    finished = Analysis.objects.filter(status__in=["done", "failed"])
    counts["analyses_not_finished"] = Analysis.objects.count() - finished.count()
    analyses = finished.with_feedback_count().order_by("created_at", "pk")
    counts["analyses"] = _write(
        root,
        ANALYSES,
        ANALYSES_INDEX,
        _INDEXED_ANALYSIS,
        (analysis_record(row, row.feedback_count) for row in _each(analyses, done)),
    )
    rows = Feedback.objects.order_by("created_at", "pk")
    current = (feedback_record(row) for row in _each(rows.current(), done))
    counts["feedback"] = _write(root, INTERACTIONS, None, (), current)
    history = rows.filter(is_current=False)
    if history.exists():
        counts["feedback_history"] = _write(
            root, HISTORY, None, (), (feedback_record(row) for row in _each(history, done))
        )
    counts["applications"] = export_applications(root / APPLICATIONS)
    # The folder stands in the trail so that an erasure finds it.
    log_event(by, "export", by, what=WHAT, rows=sum(counts.values()), folder=str(root.resolve()))
    return counts


def _each(rows: Any, done: Tick) -> Iterator[Any]:
    for row in rows.iterator(chunk_size=200):
        done(1)
        yield row


def _write(
    root: Path, name: Path, index: Path | None, indexed: tuple[str, ...], records: Iterable[dict[str, Any]]
) -> int:
    """Write records as JSON Lines and, where there is one, the index beside them; returns how many."""
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    entries: dict[str, Any] = {}
    total = 0
    with (root / name).open("w", encoding="utf-8", newline="") as file:
        for record in records:
            file.write(json_line(record))
            total += 1
            if index:
                entries[record[indexed[0]]] = {key: record[key] for key in indexed}
        file.flush()
        os.fsync(file.fileno())
    if index:
        _write_json(root / index, entries)
    return total


def _write_json(path: Path, value: Any) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _write_resumes(root: Path, done: Tick) -> int:
    for folder in (PDFS, TEXTS):
        (root / folder).mkdir(parents=True, exist_ok=True)
    entries: dict[str, Any] = {}
    for resume in _each(Resume.objects.order_by("uploaded_at", "pk"), done):
        record = resume_record(resume)
        (root / record["text_path"]).write_text(resume.text, encoding="utf-8", newline="")
        if resume.file and not _copy_pdf(resume, root / record["pdf_path"]):
            record["pdf_path"] = None
        entries[resume.pk] = record
    _write_json(root / RESUMES_INDEX, entries)
    return len(entries)


def _copy_pdf(resume: Resume, path: Path) -> bool:
    key = str(resume.file.name)
    if not default_storage.exists(key):
        return False
    with default_storage.open(key, "rb") as source, path.open("wb") as target:
        shutil.copyfileobj(source, target)
    return True
