"""Many files against one job: one outcome a file, and one bad file never stops the rest."""

import logging
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from rest_framework.exceptions import APIException

from analyses.actor import Actor
from analyses.models import Analysis
from analyses.services import await_reading, existing_analysis, request_analysis
from jobs.models import Job
from resumes.models import Resume
from resumes.services import add_resume

logger = logging.getLogger(__name__)

ANALYSED, UNCHANGED, UNREADABLE, OCR_QUEUED, REFUSED, FAILED = (
    "analysed",
    "already analysed",
    "unreadable",
    "waiting for OCR",
    "refused",
    "failed",
)


@dataclass(frozen=True, slots=True)
class FileOutcome:
    """What became of one file. ``code`` and ``message`` say why there is no score."""

    file: str
    outcome: str
    duplicate: bool = False
    resume_id: str | None = None
    analysis_id: str | None = None
    candidate_name: str | None = None
    overall_score: float | None = None
    hiring_recommendation: str | None = None
    code: str = ""
    message: str = ""

    def as_json(self) -> dict[str, Any]:
        """For a table or JSON."""
        return asdict(self)


def find_files(paths: Iterable[Path]) -> list[Path]:
    """Files named, and every PDF in folders named (and below), in order and once. Raises FileNotFoundError."""
    found: dict[Path, None] = {}
    for path in paths:
        if not path.exists():
            raise FileNotFoundError(str(path))
        if path.is_dir():
            inside = (p for p in path.rglob("*") if p.is_file() and p.suffix.lower() == ".pdf")
            found.update(dict.fromkeys(sorted(inside)))
        else:
            found[path] = None
    return list(found)


def analyze_files(*, job: Job, paths: Iterable[Path], by: Actor) -> Iterator[FileOutcome]:
    """Take in and analyse files one by one, yielding each outcome as it is known."""
    for path in paths:
        yield analyze_file(job=job, path=path, by=by)


def analyze_file(*, job: Job, path: Path, by: Actor) -> FileOutcome:
    """Take in and analyse one file. Never raises for what is wrong with the file."""
    try:
        with path.open("rb") as file:
            intake = add_resume(file=file, filename=path.name, by=by)
        return _analyse(job, intake.resume, str(path), intake.duplicate, by)
    except APIException as error:
        code = getattr(error.detail, "code", None) or error.default_code
        return FileOutcome(str(path), REFUSED, code=str(code), message=str(error.detail))
    except OSError as error:
        return FileOutcome(str(path), REFUSED, code="not_readable", message=error.strerror or "Cannot be opened.")
    except Exception as error:  # noqa: BLE001  a folder of a hundred files goes on whatever one of them does
        logger.error("A file could not be taken in: %s", type(error).__name__)
        return FileOutcome(str(path), FAILED, code="error", message=f"Stopped with {type(error).__name__}.")


def _analyse(job: Job, resume: Resume, file: str, duplicate: bool, by: Actor) -> FileOutcome:
    if resume.status == Resume.Status.UNREADABLE:
        return FileOutcome(file, UNREADABLE, duplicate, resume.pk, code=resume.error_code, message=resume.error)
    if resume.status != Resume.Status.READY:
        message = "A scan: it is read by OCR in the background, then analysed."
        waiting = await_reading(job=job, resume=resume, by=by)
        return FileOutcome(file, OCR_QUEUED, duplicate, resume.pk, waiting.pk, code="ocr_queued", message=message)
    known = existing_analysis(job=job, resume=resume)
    analysis = request_analysis(job=job, resume=resume, by=by)
    if analysis.status == Analysis.Status.FAILED:
        return FileOutcome(
            file, FAILED, duplicate, resume.pk, analysis.pk, code=analysis.error_code, message=analysis.error
        )
    return FileOutcome(
        file=file,
        outcome=UNCHANGED if known else ANALYSED,
        duplicate=duplicate,
        resume_id=resume.pk,
        analysis_id=analysis.pk,
        candidate_name=analysis.candidate_name,
        overall_score=analysis.overall_score,
        hiring_recommendation=analysis.hiring_recommendation,
    )
