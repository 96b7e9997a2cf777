"""A busy installation's rows, copied from one real analysis, for measuring pages and lists."""

import copy
import random
from datetime import timedelta
from typing import Any

from django.db import models
from django.utils import timezone

from analyses.models import Analysis, new_analysis_id
from feedback.models import Feedback, new_feedback_id
from jobs.models import Job, new_job_id
from resumes.models import Resume

JOBS, RESUMES, ANALYSES, FEEDBACK = 200, 5_000, 10_000, 2_000
BATCH = 500
FIRST = ("Ada", "Bruno", "Chloe", "Dmitri", "Esra", "Femi", "Grace", "Hugo", "Ines", "Jonas")
LAST = ("Almeida", "Bauer", "Castro", "Dahl", "Evans", "Ferrari", "Gupta", "Haddad", "Ito", "Jensen")


def copy_of(row: models.Model, **changes: Any) -> Any:
    """An unsaved row of the same model with every column of ``row`` but the changed ones."""
    fields = {field.attname: copy.copy(getattr(row, field.attname)) for field in row._meta.concrete_fields}
    return type(row)(**fields | changes)


def fill(*, jobs: int = JOBS, resumes: int = RESUMES, analyses: int = ANALYSES, feedback: int = FEEDBACK) -> None:
    """Make the rows. There must be a finished analysis to copy; RuntimeError where there is none.

    Rows are written in bulk: the indexes hear nothing of them, as only pages and lists are measured.
    """
    model = Analysis.objects.filter(status="done").select_related("job", "resume").first()
    if model is None or model.job is None or model.resume is None:
        raise RuntimeError("There is no finished analysis to copy: measure uploads first.")
    chance, now = random.Random(1), timezone.now()

    def past() -> Any:
        return now - timedelta(minutes=chance.randrange(60 * 24 * 180))

    made_jobs = [
        copy_of(model.job, job_id=new_job_id(), role_name=f"Position {number}", created_at=past())
        for number in range(jobs)
    ]
    Job.objects.bulk_create(made_jobs, batch_size=BATCH)
    people = [f"{chance.choice(FIRST)} {chance.choice(LAST)}" for _ in range(resumes)]
    made_resumes = [
        copy_of(model.resume, resume_id=f"resume_{n:012x}", sha256=f"{n:064x}", candidate_name=name, uploaded_at=past())
        for n, name in enumerate(people)
    ]
    Resume.objects.bulk_create(made_resumes, batch_size=BATCH)
    made: list[Analysis] = []
    for number in range(analyses):
        resume = made_resumes[number % resumes]
        place = {"job_id": made_jobs[number % jobs].job_id, "resume_id": resume.resume_id}
        score = round(chance.uniform(5, 95), 2)
        changes = {"candidate_name": resume.candidate_name, "overall_score": score, "created_at": past()}
        made.append(copy_of(model, analysis_id=new_analysis_id(), **place, **changes))
    Analysis.objects.bulk_create(made, batch_size=BATCH)
    Feedback.objects.bulk_create((_rating(number, made, chance, past()) for number in range(feedback)), BATCH)


def _rating(number: int, made: list[Analysis], chance: random.Random, when: Any) -> Feedback:
    judged = made[number % len(made)]
    return Feedback(
        feedback_id=new_feedback_id(),
        interaction_id=f"bench-{number}",
        query=f"Does the candidate know tool {number % 50}?",
        response="Two projects name it.",
        rating=chance.randint(1, 5),
        analysis_id=judged.analysis_id,
        job_id=judged.job_id,
        created_at=when,
    )
