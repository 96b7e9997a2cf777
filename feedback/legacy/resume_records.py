"""Resumes between the first generation's records and ours: the row, its text and its PDF."""

import hashlib
from pathlib import Path
from typing import Any

from django.core.files.base import File
from django.core.files.storage import default_storage

from feedback.legacy.layout import EXTRA, PDFS, TEXTS
from feedback.legacy.reading import BrokenRecord, LegacyFolder, Record, extra_of, identifier, moment, text
from feedback.legacy.rows import checked, columns, own_columns, restore
from resumes.document import Document, Line
from resumes.models import Resume
from resumes.parsing import PARSER_VERSION, parse_profile
from resumes.storage import pdf_key

ENGINE = "import"
_NAMED = ("resume_id", "candidate_name", "original_filename", "uploaded_at", "file_size")
RESUME_COLUMNS = own_columns(Resume, without=(*_NAMED, "sha256", "file", "text"))
_PAGE_BREAK = "\f"


def resume_of(record: Record, folder: LegacyFolder) -> tuple[Resume, Path | None]:
    """The resume, not saved, with the PDF to store for it if it is there. Raises ``BrokenRecord``.

    The imported text is the stored text; a resume without one is unreadable, with its PDF kept.
    """
    values = record.values
    uploaded = moment(values, "uploaded_at")
    assert uploaded is not None
    resume = Resume(
        resume_id=identifier(values, "resume_id", 80),
        candidate_name=text(values, "candidate_name", longest=200),
        original_filename=text(values, "original_filename", longest=255),
        uploaded_at=uploaded,
        finished_at=uploaded,
    )
    pdf = _file(values, "pdf_path", folder, PDFS)
    stored = _file(values, "text_path", folder, TEXTS)
    if text(values, "pdf_path") and pdf is None:
        folder.report(record.file, record.line, "The PDF is not there; the resume is kept without it.")
    resume.text = _text(stored, record, folder) if stored else ""
    extra = extra_of(values, EXTRA)
    if extra:
        restore(resume, extra, RESUME_COLUMNS)
    else:
        _read(resume)
    size = values.get("file_size")
    resume.file_size = size if isinstance(size, int) and not isinstance(size, bool) and size >= 0 else 0
    if pdf:
        _identify(resume, pdf)
        if not _begins_as_pdf(pdf):
            folder.report(record.file, record.line, "The file is no PDF; the resume is kept without it.")
            resume.sha256, pdf = None, None
    checked(resume)
    return resume, pdf


def store_pdf(resume: Resume, pdf: Path) -> None:
    """Put the PDF under the key made from its hash, through the storage, and name it in the row."""
    key = pdf_key(str(resume.sha256))
    if not default_storage.exists(key):
        with pdf.open("rb") as file:
            key = default_storage.save(key, File(file))
    resume.file.name = key


def document_of(stored: str, *, laid_out: bool = False) -> Document:
    """Text without positions as a document: its lines, with pages where form feeds part them.

    ``laid_out`` gives each line the place it would have on a plain page, for readers that look at layout; what is
    stored holds no positions, since there are none.
    """
    lines, page, start = [], 1, 0
    for number, line in enumerate(stored.splitlines(keepends=True)):
        page += line.count(_PAGE_BREAK)
        words = line.strip()
        if words:
            indent = line.index(words)
            at = start + indent
            box = (0.0, 0.0, 0.0, 0.0)
            if laid_out:
                left, top = 50.0 + 5 * indent, 50.0 + 14 * number
                box = (left, top, left + 5 * len(words), top + 10)
            size = 10.0 if laid_out else 0.0
            lines.append(Line(page, at, at + len(words), *box, size=size))
        start += len(line)
    return Document(text=stored, lines=tuple(lines), page_count=page, engine=ENGINE)


def resume_record(resume: Resume) -> dict[str, Any]:
    """The resume as the first generation wrote it."""
    return {
        "resume_id": resume.pk,
        "candidate_name": resume.candidate_name,
        "original_filename": resume.original_filename,
        "pdf_path": (PDFS / f"{resume.pk}.pdf").as_posix() if resume.file else None,
        "text_path": (TEXTS / f"{resume.pk}.txt").as_posix(),
        "uploaded_at": resume.uploaded_at.isoformat(),
        "file_size": resume.file_size,
        "text_length": len(resume.text),
        EXTRA: columns(resume, RESUME_COLUMNS),
    }


def _read(resume: Resume) -> None:
    """What our own reader finds in the imported text."""
    resume.engine = ENGINE
    if not resume.text.strip():
        resume.status = Resume.Status.UNREADABLE
        resume.error_code = "no_text"
        resume.error = "It was imported without text."
        resume.parse_quality = {"level": "unreadable", "flags": ["imported"], "score": 0.0}
        return
    document = document_of(resume.text)
    resume.status = Resume.Status.READY
    resume.lines = document.lines_json()
    resume.page_count = document.page_count
    resume.parse_quality = {"level": "fair", "flags": ["imported", "no_positions"], "score": 0.5}
    resume.profile = parse_profile(document_of(resume.text, laid_out=True))
    resume.parser_version = PARSER_VERSION


def _file(values: dict[str, Any], name: str, folder: LegacyFolder, home: Path) -> Path | None:
    stored = text(values, name)
    try:
        return folder.inside(stored, home) if stored else None
    except BrokenRecord as error:
        raise BrokenRecord(f"{name}: {error}") from error


def _text(path: Path, record: Record, folder: LegacyFolder) -> str:
    data = path.read_bytes()
    try:
        found = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        folder.report(record.file, record.line, "The text is not UTF-8; it is read as Windows-1252.")
        found = data.decode("cp1252", "replace")
    return found.replace("\x00", "\ufffd")


def _identify(resume: Resume, pdf: Path) -> None:
    with pdf.open("rb") as file:
        resume.sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    resume.file_size = pdf.stat().st_size


def _begins_as_pdf(pdf: Path) -> bool:
    with pdf.open("rb") as file:
        return b"%PDF-" in file.read(1024)
