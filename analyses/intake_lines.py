"""What became of each file of a job, in a recruiter's words: from a line, its resume and its analysis."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef
from django.utils import timezone

from analyses.intake import KEPT_FOR, MOST_FILES, NOT_SENT, STOPPED
from analyses.models import Analysis, IntakeItem
from jobs.models import Job
from resumes.models import Resume

STALE_AFTER = timedelta(minutes=15)
MOVING = ("uploading", "queued", "reading", "scoring")
WRONG = ("refused", "unreadable", "failed")
# Of the resume and the analysis a line needs these alone, not their texts.
NEEDED = (
    *("job_id", "filename", "state", "duplicate", "error_code", "error", "reading_since", "created_at", "changed_at"),
    *("resume__resume_id", "resume__status", "resume__error", "resume__candidate_name", "resume__original_filename"),
    *("analysis__analysis_id", "analysis__status", "analysis__error", "analysis__overall_score"),
)


@dataclass(frozen=True, slots=True)
class Line:
    """One file, or one analysis that came from no file of the list (``item_id`` None)."""

    item_id: int | None
    filename: str
    state: str  # uploading, queued, reading, scoring, done, refused, unreadable or failed
    word: str
    why: str = ""
    score: float | None = None
    resume_id: str | None = None
    candidate_name: str = ""
    analysis_id: str | None = None
    duplicate: bool = False

    @property
    def is_moving(self) -> bool:
        """Whether it will change without anybody doing anything."""
        return self.state in MOVING

    @property
    def can_retry(self) -> bool:
        """Whether trying again needs nothing but the wish."""
        return self.state in ("unreadable", "failed") and self.resume_id is not None


def intake_lines(job: Job) -> list[Line]:
    """The lines of a job: its files, the newest first, then analyses on their way or failed that have no line."""
    now = timezone.now()
    items = IntakeItem.objects.filter(job=job, created_at__gte=now - KEPT_FOR)
    found = list(items.select_related("resume", "analysis").only(*NEEDED)[: 2 * MOST_FILES])
    return [line_of(item, now) for item in found] + _without_file(job, {item.analysis_id for item in found}, now)


def line_of(item: IntakeItem, now: datetime) -> Line:
    """One line, from what is known of the file."""
    state, word, why = _state(item, now)
    resume, analysis = item.resume, item.analysis
    return Line(
        item_id=item.pk,
        filename=item.filename,
        state=state,
        word=word,
        why=why,
        score=analysis.overall_score if analysis and state == "done" else None,
        resume_id=item.resume_id,
        candidate_name=resume.candidate_name if resume else "",
        analysis_id=item.analysis_id,
        duplicate=item.duplicate,
    )


def _state(item: IntakeItem, now: datetime) -> tuple[str, str, str]:
    """State, word and reason."""
    if item.state == IntakeItem.State.REFUSED:
        return "refused", "Not taken", item.error
    if item.state != IntakeItem.State.KEPT or item.resume is None:
        announced = item.state == IntakeItem.State.ANNOUNCED
        if now - item.changed_at > STALE_AFTER:
            return "refused", "Not taken", NOT_SENT if announced else STOPPED
        return ("uploading", "Waiting to upload", "") if announced else ("reading", "Reading", "")
    if item.resume.status == Resume.Status.UNREADABLE:
        return "unreadable", "Could not be read", item.resume.error
    if item.resume.status == Resume.Status.OCR_QUEUED:
        return "reading", "Reading", "A scan: its text is being recognised, which takes longer."
    if item.resume.status == Resume.Status.QUEUED:
        return ("reading", "Reading", "") if item.reading_since else ("queued", "Queued", "")
    return _scoring(item.analysis)


def _scoring(analysis: Analysis | None) -> tuple[str, str, str]:
    if analysis is None:
        return "failed", "Not scored", "It was read, but no analysis was begun. Try again."
    return {
        Analysis.Status.QUEUED.value: ("queued", "Queued for scoring", ""),
        Analysis.Status.RUNNING.value: ("scoring", "Scoring", ""),
        Analysis.Status.DONE.value: ("done", "Done", ""),
        Analysis.Status.FAILED.value: ("failed", "Could not be scored", analysis.error),
    }[analysis.status]


def _without_file(job: Job, told: set[str | None], now: datetime) -> list[Line]:
    """Analyses asked for elsewhere (again, from the library, by a program) that are on their way or failed."""
    done_since = Analysis.objects.filter(
        job=job, resume=OuterRef("resume"), status=Analysis.Status.DONE, created_at__gt=OuterRef("created_at")
    )
    rows = Analysis.objects.filter(~Exists(done_since), job=job, created_at__gte=now - KEPT_FOR)
    rows = rows.exclude(status=Analysis.Status.DONE)
    wanted = ("analysis_id", "status", "error", "resume__status", "resume__original_filename", "resume__candidate_name")
    lines = []
    for row in rows.exclude(pk__in=[key for key in told if key]).select_related("resume").only(*wanted)[:MOST_FILES]:
        state, word, why = _scoring(row)
        if row.resume is not None and row.resume.status in (Resume.Status.QUEUED, Resume.Status.OCR_QUEUED):
            state, word = "reading", "Reading"
        name = row.resume.original_filename if row.resume else ""
        person = row.resume.candidate_name if row.resume else ""
        lines.append(Line(None, name, state, word, why, None, row.resume_id, person, row.pk))
    return lines
