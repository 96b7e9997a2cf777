"""The pipeline behind reading a resume: file, extraction, parsing, row. Never inside a transaction."""

import logging
import tempfile
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from resumes.document import Document, HiddenText
from resumes.extraction import ExtractionError, extract
from resumes.models import Resume
from resumes.naming import shown_name

AfterReading = Callable[[Resume], None]
_after_reading: list[AfterReading] = []
_before_reading: list[AfterReading] = []

logger = logging.getLogger(__name__)
PARSE_FAILED = "Reading this resume failed because of an error in the program, which has been logged."
MISSING_FILE = "The PDF of this resume is missing from the storage. Upload it again."


def after_reading(call: AfterReading) -> AfterReading:
    """Register what apps above want done once a resume was read, or could not be, in the process that tried."""
    if call not in _after_reading:
        _after_reading.append(call)
    return call


def before_reading(call: AfterReading) -> AfterReading:
    """Register what apps above want done when the reading of a resume begins, in the process that reads."""
    if call not in _before_reading:
        _before_reading.append(call)
    return call


def start_reading(resume: Resume, *, wait: bool) -> None:
    """Read now, or leave it to a task; ``resume`` is refreshed to what its row says afterwards."""
    if wait:
        read_stored(resume)
    else:
        from resumes.tasks import read_resume_task

        transaction.on_commit(lambda: read_resume_task.enqueue(resume.pk))
    resume.refresh_from_db()


def read_stored(resume: Resume) -> None:
    """Read the stored PDF and write the outcome on its row; a scan goes on to OCR where tesseract is."""
    from resumes.extraction import ocr  # loads a PDF library

    for call in _before_reading:
        call(resume)
    try:
        with local_copy(resume) as path:
            document = extract(path, engine=settings.PDF_ENGINE)
    except FileNotFoundError:
        record_failure(resume, "missing_file", MISSING_FILE)
    except ExtractionError as error:
        if error.code == "no_text" and ocr.available():
            queue_ocr(resume, error)
        elif error.code == "no_text":
            record_failure(resume, error.code, ocr.INSTALL_SENTENCE, error)
        else:
            record_failure(resume, error.code, error.message, error)
    else:
        record_document(resume, document)


def queue_ocr(resume: Resume, found: ExtractionError) -> None:
    """Hand the scan to a task; with inline tasks it is done when this returns."""
    from resumes.tasks import ocr_resume_task

    Resume.objects.filter(pk=resume.pk).update(
        status=Resume.Status.OCR_QUEUED,
        error_code="",
        error="",
        finished_at=None,
        queued_at=timezone.now(),
        hidden=[asdict(item) for item in found.hidden],
        page_count=found.pages,
    )
    transaction.on_commit(lambda: ocr_resume_task.enqueue(resume.pk))


def read_by_ocr(resume: Resume) -> None:
    """Read the pages as pictures and write the outcome on the row."""
    from resumes.extraction import ocr  # loads a PDF library

    try:
        with local_copy(resume) as path:
            document = ocr.read_document(path, hidden=tuple(HiddenText(**item) for item in resume.hidden))
    except FileNotFoundError:
        record_failure(resume, "missing_file", MISSING_FILE)
    except ExtractionError as error:
        record_failure(resume, error.code, error.message, error)
    else:
        record_document(resume, document)


@contextmanager
def local_copy(resume: Resume) -> Iterator[Path]:
    """A path the reading process can be handed: the stored file itself, or a copy out of an object store.

    Raises ``FileNotFoundError``.
    """
    storage = resume.file.storage
    if not resume.file.name:
        raise FileNotFoundError(resume.pk)
    try:
        yield_path = Path(storage.path(resume.file.name))
    except NotImplementedError:
        yield_path = None
    if yield_path is not None:
        if not yield_path.is_file():
            raise FileNotFoundError(resume.pk)
        yield yield_path
        return
    with tempfile.NamedTemporaryFile(prefix="ats-read-", suffix=".pdf") as copy:
        with storage.open(resume.file.name, "rb") as stored:
            for chunk in stored.chunks():
                copy.write(chunk)
        copy.flush()
        yield Path(copy.name)


def record_document(resume: Resume, document: Document) -> None:
    """Parse what was read and write everything on the row."""
    # Word lists and phone patterns are loaded on first use, not by every command.
    from resumes import parsing, persons

    try:
        profile = parsing.parse_profile(document)
    except Exception as error:  # noqa: BLE001 - one odd document must not stop the files after it
        # Neither the message nor the traceback is logged: they may quote the candidate.
        where = traceback.extract_tb(error.__traceback__)[-1]
        logger.error("parsing %s: %s in %s:%s", resume.pk, type(error).__name__, where.filename, where.lineno)
        record_failure(resume, "parse_failed", PARSE_FAILED)
        return
    name = str((profile.get("basics") or {}).get("name") or "")
    _write(
        resume,
        status=Resume.Status.READY,
        error_code="",
        error="",
        text=document.text,
        lines=document.lines_json(),
        hidden=[asdict(item) for item in document.hidden],
        page_count=document.page_count,
        engine=document.engine,
        used_ocr=document.used_ocr,
        parse_quality=document.quality.as_json(),
        profile=profile,
        parser_version=parsing.PARSER_VERSION,
        candidate_name=shown_name(name)[:200],
    )
    persons.link_person(resume)
    for call in _after_reading:
        call(resume)


def record_failure(resume: Resume, code: str, sentence: str, found: ExtractionError | None = None) -> None:
    """Write on the row that nothing could be read, what to do about it, and what the pages hide."""
    hidden = found.hidden if found else ()
    flags = [code, "hidden_text"] if hidden else [code]
    _write(
        resume,
        status=Resume.Status.UNREADABLE,
        error_code=code,
        error=sentence,
        text="",
        lines=[],
        hidden=[asdict(item) for item in hidden],
        page_count=found.pages if found else 0,
        profile={},
        candidate_name="",
        parse_quality={"level": "unreadable", "flags": flags, "score": 0.0},
    )
    for call in _after_reading:
        call(resume)


def _write(resume: Resume, **fields: Any) -> None:
    with transaction.atomic():
        row = Resume.objects.select_for_update().get(pk=resume.pk)
        for name, value in (fields | {"finished_at": timezone.now()}).items():
            setattr(row, name, value)
        row.save(update_fields=[*fields, "finished_at"])
    for name in (*fields, "finished_at"):
        setattr(resume, name, getattr(row, name))
