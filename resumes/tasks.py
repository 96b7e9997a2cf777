"""Background work on resumes. Outcomes are written on the row; nobody reads the task's result."""

from django_tasks import task

from resumes.models import Resume
from resumes.reading import read_by_ocr, read_stored


@task()
def read_resume_task(resume_id: str) -> None:
    """Read a stored PDF that has not been read yet."""
    resume = Resume.objects.filter(pk=resume_id, status=Resume.Status.QUEUED).first()
    if resume is not None:
        read_stored(resume)


@task()
def ocr_resume_task(resume_id: str) -> None:
    """Read a scan by OCR."""
    resume = Resume.objects.filter(pk=resume_id, status=Resume.Status.OCR_QUEUED).first()
    if resume is not None:
        read_by_ocr(resume)
