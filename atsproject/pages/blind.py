"""Blind mode: who the candidate is stays hidden until a decision is recorded.

Each user may work blind; a job may demand it of everybody. A recorded decision on the candidate for the job
ends it there.
"""

from typing import Any

from django.db.models import Exists, OuterRef
from django.http import HttpRequest

from analyses.models import Analysis, Decision
from jobs.models import Job
from resumes.models import Resume

KEY = "blind"


def works_blind(request: HttpRequest) -> bool:
    """Whether the user chose to work blind."""
    return bool(request.session.get(KEY, False))


def is_masked(request: HttpRequest, *, job: Job | None, decided: bool) -> bool:
    """Whether the candidate's identity stays hidden on this page."""
    return not decided and (works_blind(request) or bool(job and job.blind_mode))


def analysis_is_masked(request: HttpRequest, analysis: Analysis) -> bool:
    """The same for one analysis, its decisions looked up."""
    if not works_blind(request) and not (analysis.job and analysis.job.blind_mode):
        return False
    decided = Decision.objects.filter(analysis__job=analysis.job_id, analysis__resume=analysis.resume_id).exists()
    return is_masked(request, job=analysis.job, decided=decided)


def resume_is_masked(request: HttpRequest, resume: Resume) -> bool:
    """The same for a resume as such: hidden while a job it is analysed for demands it and nobody has decided."""
    demanding = Analysis.objects.filter(resume=resume, job__blind_mode=True)
    if not works_blind(request) and not demanding.exists():
        return False
    return not Decision.objects.filter(analysis__resume=resume).exists()


def demanded_masks() -> Exists:
    """For a queryset of resumes: whether a job demands that the candidate stay hidden and nobody has decided."""
    demanding = Analysis.objects.filter(resume=OuterRef("pk"), job__blind_mode=True)
    decided = Decision.objects.filter(analysis__resume=OuterRef("resume"))
    return Exists(demanding.filter(~Exists(decided)))


def code_name(resume_id: str | None) -> str:
    """What a hidden candidate is called: the same everywhere."""
    return f"Candidate {str(resume_id or 'unknown')[-5:].upper()}"


def shown_name(request: HttpRequest, row: Any) -> str:
    """The name to show for an analysis whose ``decision`` is annotated (or unknown, which counts as none)."""
    decided = bool(getattr(row, "decision", None))
    if is_masked(request, job=row.job if row.job_id else None, decided=decided):
        return code_name(row.resume_id)
    return row.candidate_name or code_name(row.resume_id)
