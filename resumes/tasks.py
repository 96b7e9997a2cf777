"""Background work on resumes. Outcomes are written on the row; nobody reads the task's result."""

from collections.abc import Callable

from django.db.models import Q
from django_tasks import task

from resumes.models import Resume
from resumes.reading import read_by_ocr, read_stored, record_failure


@task()
def read_resume_task(resume_id: str) -> None:
    """Read a stored PDF that has not been read yet, or could not be."""
    waiting = Q(status=Resume.Status.QUEUED) | Q(status=Resume.Status.UNREADABLE)
    resume = Resume.objects.filter(waiting, pk=resume_id).first()
    if resume is not None:
        _guarded(read_stored, resume)


@task()
def ocr_resume_task(resume_id: str) -> None:
    """Read a scan by OCR."""
    resume = Resume.objects.filter(pk=resume_id, status=Resume.Status.OCR_QUEUED).first()
    if resume is not None:
        _guarded(read_by_ocr, resume)


def _guarded(read: Callable[[Resume], None], resume: Resume) -> None:
    """Never leave a row waiting: an unforeseen error is written on it before it goes on."""
    try:
        read(resume)
    except Exception:
        record_failure(resume, "internal_error", "Reading stopped with an unforeseen error. Read the resume again.")
        raise
