"""A busy installation's rows, copied from one real analysis, for measuring pages and lists."""

import copy
import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import count
from typing import Any

from django.contrib.auth.models import User
from django.db import models
from django.utils import timezone

from analyses.matches import refresh_digests
from analyses.models import Analysis, Decision, Question, ResumeDigest, new_analysis_id
from feedback.models import Feedback, Snapshot, TrainingRun, new_feedback_id
from jobs.models import Job, JobApplication, JobVersion, Requirement, new_job_id
from resumes.models import Person, Resume, Tag
from vectors.models import Embedding
from vectors.services import base_model, text_hash

JOBS, RESUMES, ANALYSES, FEEDBACK = 200, 5_000, 10_000, 2_000
BATCH = 500
DAYS = 180
# Of every so many rows one is special: read in vain, failed, of a person known already, in blind mode.
UNREADABLE, FAILED, VERSION, BLIND_JOB = 97, 89, 10, 100
BUSY = 20  # every so many analyses are of the first job, which so has far more than the others
TRAINED, TAGS = 12, ("south", "remote", "call back", "senior", "met at the fair")
FIRST = ("Ada", "Bruno", "Chloe", "Dmitri", "Esra", "Femi", "Grace", "Hugo", "Ines", "Jonas")
LAST = ("Almeida", "Bauer", "Castro", "Dahl", "Evans", "Ferrari", "Gupta", "Haddad", "Ito", "Jensen")


@dataclass(frozen=True, slots=True)
class Model:
    """What is copied: a finished analysis with its job and its resume."""

    analysis: Analysis
    job: Job
    resume: Resume
    digest: ResumeDigest
    chance: random.Random
    now: datetime

    def past(self) -> datetime:
        """Some time in the last half year."""
        return self.now - timedelta(minutes=self.chance.randrange(60 * 24 * DAYS))


def copy_of(row: models.Model, **changes: Any) -> Any:
    """An unsaved row of the same model with every column of ``row`` but the changed ones."""
    fields = {field.attname: copy.copy(getattr(row, field.attname)) for field in row._meta.concrete_fields}
    return type(row)(**fields | changes)


def fill(
    *,
    by: Sequence[User],
    part: float = 1.0,
    jobs: int = JOBS,
    resumes: int = RESUMES,
    analyses: int = ANALYSES,
    feedback: int = FEEDBACK,
) -> str:
    """Make ``part`` (0..1) of the rows, further ones at each call; the id of the job with most analyses among them.

    There must be a finished analysis to copy; RuntimeError where there is none. Rows are written in bulk: the
    indexes hear nothing of them, as only pages and lists are measured.
    """
    model = _model()
    made_jobs = _jobs(model, round(jobs * part))
    made_resumes = _resumes(model, round(resumes * part))
    made = _analyses(model, made_jobs, made_resumes, round(analyses * part))
    _words_of_people(model, made, by)
    _save(_rating(model, made, by, number) for number in range(round(feedback * part)))
    _beside(model, by, max(1, round(TRAINED * part)))
    return str(made_jobs[0].pk)


def _model() -> Model:
    row = Analysis.objects.filter(status="done").select_related("job", "resume").order_by("created_at").first()
    if row is None or row.job is None or row.resume is None:
        raise RuntimeError("There is no finished analysis to copy: measure uploads first.")
    refresh_digests()
    digest = ResumeDigest.objects.get(resume=row.resume)
    chance = random.Random(Resume.objects.count())
    return Model(row, row.job, row.resume, digest, chance, timezone.now())


def _save(rows: Iterable[Any]) -> None:
    listed = list(rows)
    if listed:
        type(listed[0])._default_manager.bulk_create(listed, batch_size=BATCH)


def _jobs(model: Model, number: int) -> list[Job]:
    made: list[Job] = [
        copy_of(
            model.job,
            job_id=new_job_id(),
            role_name=f"Position {place}",
            created_at=model.past(),
            blind_mode=place % BLIND_JOB == 1,
        )
        for place in range(number)
    ]
    _save(made)
    for parts in (Requirement.objects.filter(job=model.job), JobVersion.objects.filter(job=model.job)):
        rows = list(parts)
        _save(copy_of(row, id=None, job_id=job.pk) for job in made for row in rows)
    return made


def _resumes(model: Model, number: int) -> list[Resume]:
    first, chance = Resume.objects.count(), model.chance
    people = Person.objects.bulk_create(Person() for _ in range(number // VERSION))
    made: list[Resume] = []
    for place in range(number):
        key = first + place
        person = people[place // VERSION % len(people)] if people and place % VERSION < 2 else None
        changes: dict[str, Any] = {"candidate_name": f"{chance.choice(FIRST)} {chance.choice(LAST)}"}
        if place % UNREADABLE == 1:
            changes = {"status": "unreadable", "error_code": "broken", "error": "The file is damaged.", "text": ""}
        same = {"resume_id": f"resume_{key:012x}", "sha256": f"{key:064x}", "uploaded_at": model.past()}
        made.append(copy_of(model.resume, **same, person_id=person.pk if person else None, **changes))
    _save(made)
    _digests(model, [row for row in made if row.status == Resume.Status.READY])
    tags = [Tag.objects.get_or_create(name=name)[0] for name in TAGS]
    link = Resume.tags.through
    _save(link(resume_id=row.pk, tag_id=chance.choice(tags).pk) for row in made[:: len(TAGS)])
    return made


def _digests(model: Model, resumes: Sequence[Resume]) -> None:
    """Digests of resumes that all differ, each with a vector of its own."""
    import numpy as np

    embedder, draw = base_model(), np.random.default_rng(len(resumes))
    texts = {row.pk: f"{row.pk} {model.digest.text}" for row in resumes}
    vectors = draw.normal(size=(len(resumes), embedder.dimension))
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    _save(copy_of(model.digest, resume_id=k, text=t, content_hash=text_hash(t)) for k, t in texts.items())
    _save(
        Embedding(model=embedder, content_hash=text_hash(text), vector=vector.astype("<f4").tobytes())
        for text, vector in zip(texts.values(), vectors, strict=True)
    )


def _analyses(model: Model, jobs: Sequence[Job], resumes: Sequence[Resume], number: int) -> list[Analysis]:
    read = [row for row in resumes if row.status == Resume.Status.READY]
    made: list[Analysis] = []
    for place in range(number):
        resume = read[place % len(read)]
        job = jobs[0 if place % BUSY == 0 else (place + place // len(read)) % len(jobs)]
        changes: dict[str, Any] = {"overall_score": round(model.chance.uniform(5, 95), 2)}
        if place % FAILED == 1:
            changes = {"status": "failed", "error": "It broke.", "result": None, "overall_score": None}
        where = {"job_id": job.pk, "resume_id": resume.pk, "candidate_name": resume.candidate_name}
        when = {"created_at": model.past()}
        made.append(copy_of(model.analysis, analysis_id=new_analysis_id(), **where, **when, **changes))
    _save(made)
    return [row for row in made if row.status == Analysis.Status.DONE]


def _words_of_people(model: Model, made: Sequence[Analysis], by: Sequence[User]) -> None:
    """Decisions on half of the analyses, and a question about each tenth."""
    choices = Decision.Choice.values
    _save(
        Decision(
            analysis=row,
            decision=model.chance.choice(choices),
            decided_at=model.past(),
            decided_by=model.chance.choice(by),
            reason="As talked over.",
        )
        for row in made[::2]
    )
    _save(
        Question(
            analysis=row,
            question="Has the candidate led people?",
            response="Two projects name it.",
            asked_by=model.chance.choice(by),
            created_at=model.past(),
        )
        for row in made[::10]
    )


def _rating(model: Model, made: Sequence[Analysis], by: Sequence[User], number: int) -> Feedback:
    """Every thing is judged twice, so that reviewers disagree about some."""
    judged, key = made[number // 2 % len(made)], new_feedback_id()
    return Feedback(
        feedback_id=key,
        interaction_id=f"bench-{key}",
        query=f"Does the candidate know tool {number % 50}?",
        response="Two projects name it.",
        rating=model.chance.randint(1, 5),
        subject_key=text_hash(judged.pk),
        content_hash=text_hash(key),
        analysis_id=judged.analysis_id,
        resume_id=judged.resume_id,
        job_id=judged.job_id,
        created_by=by[number % len(by)],
        created_at=model.past(),
    )


def _beside(model: Model, by: Sequence[User], number: int) -> None:
    """Trainings with their snapshots, and applications in the tracker."""
    places = range(Snapshot.objects.count(), Snapshot.objects.count() + number)
    _save(
        Snapshot(snapshot_id=f"{n:012x}", hash=f"{n:064x}", counts={"records": 10 * n}, card="# Card") for n in places
    )
    _save(
        TrainingRun(
            task="embed",
            status="done",
            snapshot_id=f"{n:012x}",
            adapter_sha256=f"{n:064x}",
            log="step 1 of 80: loss 0.5\n" * 80,
            created_by=by[0],
            created_at=model.past(),
            finished_at=model.now,
        )
        for n in places
    )
    titles = (f"Position {n}" for n in count(JobApplication.objects.count()))
    _save(
        JobApplication(
            company=f"Company {place % 40}",
            job_title=title,
            portal="Board",
            employment_type="Full time",
            date_applied=model.past().date(),
            created_by=by[0],
        )
        for place, title in zip(range(40 * number), titles, strict=False)
    )
