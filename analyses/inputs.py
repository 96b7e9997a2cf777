"""From rows to what the judge is given."""

from collections.abc import Iterable, Mapping
from typing import Any

from analyses.engine.inputs import EngineContext, JobInput, LearnedFit, Requirement, ResumeInput
from jobs.models import Job, JobVersion
from jobs.reading import read_description
from resumes.document import HiddenText, lines_from_json
from resumes.models import Resume
from vectors.models import EmbeddingModel


def requirement_of(row: Mapping[str, Any], position: int) -> Requirement:
    """A requirement from a row of ``JobVersion.requirements``; a row without an id is named by its position."""
    return Requirement(
        id=str(row.get("id") or f"r{position}"),
        text=str(row.get("text") or "").strip(),
        kind=str(row.get("kind") or "other"),
        must_have=bool(row.get("must_have")),
        weight=float(1.0 if row.get("weight") is None else row["weight"]),
        years=None if row.get("years") is None else float(row["years"]),
        level=str(row.get("level") or ""),
        skills=tuple(str(skill) for skill in row.get("skills") or ()),
        skills_mode=str(row.get("skills_mode") or "all"),
        scorable=bool(row.get("scorable", True)),
        note=str(row.get("note") or ""),
    )


def requirements_of(rows: Iterable[Mapping[str, Any]]) -> tuple[Requirement, ...]:
    """All requirements with words in them, in order."""
    found = (requirement_of(row, position) for position, row in enumerate(rows, start=1))
    return tuple(requirement for requirement in found if requirement.text)


def job_input(job: Job, number: int | None = None) -> JobInput:
    """The job as it was at version ``number`` (the current one by default)."""
    version = JobVersion.objects.filter(job=job, number=number or job.version).first()
    if version is None:  # a job made by hand, without a reading of its description
        return JobInput(job.pk, job.version, job.job_description, (), job.company_name, job.role_name, job.weights)
    return JobInput(
        job_id=job.pk,
        version=version.number,
        description=version.job_description,
        requirements=requirements_of(version.requirements),
        company_name=job.company_name,
        role_name=version.role_name or job.role_name,
        weights=version.weights,
        content_hash=version.content_hash,
        ignored=ignored_spans(version.job_description),
    )


def ignored_spans(description: str) -> tuple[tuple[int, int], ...]:
    """Spans of a description that ask for nothing, by the reader of jobs."""
    return tuple((span.start, span.end) for span in read_description(description).ignored)


def resume_input(resume: Resume) -> ResumeInput:
    """The resume as it was read. "Present" in it means the day it was handed in, so that scores do not drift."""
    return ResumeInput(
        resume_id=resume.pk,
        text=resume.text,
        lines=lines_from_json(resume.lines),
        profile=resume.profile,
        as_of=resume.uploaded_at.date(),
        filename=resume.original_filename,
        candidate_name=resume.candidate_name,
        hidden=tuple(HiddenText(**row) for row in resume.hidden),
        parse_quality=resume.parse_quality,
        used_ocr=resume.used_ocr,
        parser_version=resume.parser_version,
    )


def engine_context(model: EmbeddingModel) -> EngineContext:
    """The embedding model in use, as the result records it; an adapted one with the learned fit it adds."""
    base = model.base or model
    return EngineContext(
        model=base.key,
        model_sha256=base.weights_sha256,
        adapter=model.key if model.base is not None else None,
        dimension=base.dimension,
        fit=learned_fit(model) if model.base is not None else None,
    )


def learned_fit(model: EmbeddingModel) -> LearnedFit | None:
    """How the adapted model's cosine counts, from its row; None for a row that does not say."""
    fit = model.fit or {}
    if not all(key in fit for key in ("weight", "low", "high")):
        return None
    return LearnedFit(float(fit["weight"]), float(fit["low"]), float(fit["high"]))
