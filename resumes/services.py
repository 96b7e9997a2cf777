"""Use cases of resumes: take one in, read it, remove it. API, admin, pages and commands call these."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from auditlog.models import LogEntry
from django.conf import settings
from django.core.files.base import File
from django.core.files.storage import default_storage
from django.db import IntegrityError, transaction
from django.utils import timezone

from resumes.errors import HasAnalyses, NoPdf, UnreadableResume
from resumes.models import Resume
from resumes.reading import start_reading
from resumes.storage import pdf_key
from resumes.tagging import remove_unused_tags
from resumes.upload import Readable, Received, clean_filename, received

SHORTEST_ID = 12  # hex characters after "resume_"
MAX_OTHER_FILENAMES = 50
# Failures that were not the PDF's own: the same PDF sent again is read again.
WORTH_ANOTHER_TRY = ("missing_file", "parse_failed", "internal_error")


@dataclass(frozen=True, slots=True)
class Intake:
    """What became of an upload: its resume, and whether the very same PDF was there before."""

    resume: Resume
    duplicate: bool


def add_resume(*, file: Readable | Any, filename: str, by: Any, wait: bool = True) -> Intake:
    """Take a PDF in: stream, hash, store, read.

    ``file`` has ``chunks()`` (Django's uploads) or ``read()``. With ``wait`` False the reading is a
    task and the resume comes back ``queued``. A PDF that cannot be read does not raise: its status
    is ``unreadable`` (see ``resume_unreadable_error``). Raises ``NotAPdf`` and ``TooLarge``, after
    which nothing is kept.
    """
    name = clean_filename(filename)
    with received(file, limit_mb=settings.MAX_UPLOAD_MB) as upload:
        known = Resume.objects.filter(sha256=upload.sha256).first()
        if known is not None:
            _restore_file(known, upload.path)
            intake = Intake(_remember_name(known, name), duplicate=True)
        else:
            intake = _store(upload, name, by)
    if intake.resume.status == Resume.Status.QUEUED or intake.resume.error_code in WORTH_ANOTHER_TRY:
        start_reading(intake.resume, wait=wait)
    return intake


def read_resume(*, resume: Resume, by: Any = None) -> Resume:
    """Read the stored PDF (again): extraction and parsing, then the row. Waits for OCR where OCR is inline."""
    start_reading(resume, wait=True)
    return resume


def read_again(*, resume: Resume, by: Any = None) -> Resume:
    """Have a stored PDF read again by a task, whatever came of it before; it comes back waiting, or read.

    What was read before stays until then. A scan that waits for OCR is left to its task. Raises ``NoPdf`` for one
    whose text is all there is: reading would lose it.
    """
    if resume.status == Resume.Status.READY and not _has_file(resume):
        raise NoPdf
    with transaction.atomic():
        Resume.objects.filter(pk=resume.pk).exclude(status=Resume.Status.OCR_QUEUED).update(
            status=Resume.Status.QUEUED, error_code="", error="", finished_at=None, queued_at=timezone.now()
        )
        _log_reading(resume, by)
        start_reading(resume, wait=False)
    return resume


def _has_file(resume: Resume) -> bool:
    key = resume.file.name or ""
    return key != "" and default_storage.exists(key)


def _log_reading(resume: Resume, by: Any) -> None:
    """A line in the trail: the row itself will say only what came of it."""
    actor = by if getattr(by, "is_authenticated", False) else None
    LogEntry.objects.log_create(
        resume, force_log=True, action=LogEntry.Action.UPDATE, actor=actor, additional_data={"event": "read again"}
    )


def resume_unreadable_error(resume: Resume) -> UnreadableResume:
    """The 422 for a resume whose status is ``unreadable``, to be raised by who must answer with one."""
    return UnreadableResume(resume.error, resume.error_code, resume.resume_id, resume.parse_quality)


def delete_resume(*, resume: Resume, cascade: bool = False, by: Any) -> dict[str, int]:
    """Delete the row, what hangs on it, and the file. Returns the number of rows deleted by model.

    Raises ``HasAnalyses`` when there are analyses and ``cascade`` is False.
    """
    from resumes.page_cache import forget_pages
    from resumes.persons import unlink_person, wait_for_others

    with transaction.atomic():
        wait_for_others()
        locked = Resume.objects.select_for_update().get(pk=resume.pk)
        # The relation is declared by the app above, which this one does not import.
        analyses = locked.analyses.count() if hasattr(locked, "analyses") else 0
        if analyses and not cascade:
            raise HasAnalyses(analyses)
        key, sha256 = locked.file.name, locked.sha256
        unlink_person(locked)
        _, counts = locked.delete()
        remove_unused_tags()
        if key:
            transaction.on_commit(lambda: _delete_file(key, sha256))
            transaction.on_commit(lambda: forget_pages(sha256, locked.page_count))
    return counts


def _store(upload: Received, name: str, by: Any) -> Intake:
    """The file first, then its row: a crash between the two leaves a file without a row, never the reverse."""
    key = pdf_key(upload.sha256)
    _save_file(key, upload.path)
    for digits in range(SHORTEST_ID, 65):
        resume_id = f"resume_{upload.sha256[:digits]}"
        if Resume.objects.filter(pk=resume_id).exclude(sha256=upload.sha256).exists():
            continue
        try:
            with transaction.atomic():
                resume = Resume.objects.create(
                    resume_id=resume_id,
                    sha256=upload.sha256,
                    file=key,
                    file_size=upload.size,
                    original_filename=name,
                    uploaded_by=by if getattr(by, "pk", None) else None,
                )
        except IntegrityError:
            # Someone else stored the same PDF meanwhile, or took the id for another one.
            known = Resume.objects.filter(sha256=upload.sha256).first()
            if known is None:
                continue
            return Intake(_remember_name(known, name), duplicate=True)
        _restore_file(resume, upload.path)
        return Intake(resume, duplicate=False)
    raise AssertionError("two different contents have the same SHA-256")


def _save_file(key: str, path: Path) -> None:
    with path.open("rb") as content:
        default_storage.save(key, File(content))


def _restore_file(resume: Resume, path: Path) -> None:
    """Put the bytes back when the storage has lost them, or a deletion of the same PDF just took them."""
    key = resume.file.name or pdf_key(str(resume.sha256))
    if default_storage.exists(key):
        return
    _save_file(key, path)
    if not resume.file.name:
        Resume.objects.filter(pk=resume.pk).update(file=key)
        resume.file.name = key


def _delete_file(key: str, sha256: str | None) -> None:
    """Unless the same PDF has been taken in again since."""
    if not Resume.objects.filter(sha256=sha256).exists():
        default_storage.delete(key)


def _remember_name(resume: Resume, name: str) -> Resume:
    """Note another name that a known PDF came under."""
    if name == resume.original_filename or name in resume.other_filenames:
        return resume
    with transaction.atomic():
        locked = Resume.objects.select_for_update().get(pk=resume.pk)
        if name not in locked.other_filenames:
            locked.other_filenames = [*locked.other_filenames, name][-MAX_OTHER_FILENAMES:]
            locked.save(update_fields=["other_filenames"])
    return locked
