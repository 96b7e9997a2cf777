"""The main job on the shipped sample resumes: the services of each app, called as a recruiter's day calls them."""

import secrets
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.core.management import call_command
from django.db import transaction

from analyses.models import Analysis
from analyses.ranking import ranking
from analyses.services import request_analysis
from atsproject import roles
from feedback.models import Feedback
from feedback.services import delete_feedback, submit_feedback
from feedback.similar import similar_feedback
from jobs.models import Job
from jobs.services import create_job, delete_job
from resumes.models import Resume
from resumes.services import add_resume, delete_resume

SAMPLES = Path(settings.BASE_DIR) / "resumes" / "samples"
EXPORT = Path(settings.BASE_DIR) / "build" / "demo-training-data.jsonl"
USERNAME = "demo"
MARK = {"demo": True}
QUOTES = 3
JOB = """Senior Backend Engineer (Python)

About the role
You will own the booking and billing services that 300 logistics companies use every day.

Requirements
- Must have: 5+ years of experience as a backend developer
- Must have: Python and Django
- Must have: PostgreSQL
- Experience designing REST APIs
- Docker and AWS
- Bachelor's degree in computer science or a related field

Nice to have
- Redis or Celery
- Kubernetes
- Mentoring of junior developers
"""
RATINGS = (
    (1, 5, "The years with Django are right, and the quotes show them.", ""),
    (2, 4, "Good match; the degree was found.", "Say that the experience with payments is close to billing."),
    (3, 2, "", "Two years of Python in another field are not five years as a backend developer."),
)


@dataclass
class FileReport:
    """What became of one sample."""

    file: str
    outcome: str  # analysed, duplicate, not_a_resume, unreadable, ocr_queued, failed
    said: str
    resume_id: str = ""
    analysis_id: str = ""
    candidate: str = ""
    score: float | None = None
    recommendation: str = ""
    warnings: list[str] = field(default_factory=list)
    quotes: list[dict[str, Any]] = field(default_factory=list)


def make_user(*, new_password: bool = False) -> tuple[User, str]:
    """The demo's recruiter, and the password where one was made now; it is kept nowhere."""
    with transaction.atomic():
        user, created = User.objects.get_or_create(username=USERNAME, defaults={"is_staff": True})
        roles.give_role(user, roles.RECRUITER)
        if not (created or new_password):
            return user, ""
        password = secrets.token_urlsafe(12)
        user.set_password(password)
        user.save()
    return user, password


def demo_job(user: User) -> Job:
    """The demo's job, made the first time."""
    found = Job.objects.filter(metadata__demo=True).first()
    if found is not None:
        return found
    return create_job(job_description=JOB, company_name="Lakehouse Logistics", metadata=dict(MARK), by=user)


def take_in(path: Path, job: Job, user: User, seen: dict[str, str]) -> FileReport:
    """Store, read and analyse one sample; ``seen`` maps resumes taken in this run to their file."""
    with path.open("rb") as content:
        resume = add_resume(file=content, filename=path.name, by=user).resume
    if resume.pk in seen:
        said = f"The very same PDF as {seen[resume.pk]}: one resume, no second analysis; the name is remembered."
        return FileReport(path.name, "duplicate", said, resume.pk, candidate=resume.candidate_name)
    seen[resume.pk] = path.name
    if resume.status == Resume.Status.UNREADABLE:
        return FileReport(path.name, "unreadable", f"Kept and flagged ({resume.error_code}). {resume.error}", resume.pk)
    if resume.status != Resume.Status.READY:
        return FileReport(path.name, "ocr_queued", "A scan: its text is being recognised by the worker.", resume.pk)
    return _report(path.name, resume, request_analysis(job=job, resume=resume, by=user))


def _report(file: str, resume: Resume, analysis: Analysis) -> FileReport:
    result = analysis.result or {}
    no_resume = resume.profile.get("is_resume") is False
    said = "Analysed."
    if analysis.status != Analysis.Status.DONE:
        said = f"Analysis failed: {analysis.error}"
    elif no_resume:
        said = "Does not look like a resume: kept, and scored with a warning that says so."
    elif resume.used_ocr:
        said = "A scan: read by OCR (tesseract), and flagged so."
    elif resume.hidden:
        said = "Holds text that the page does not show: reported, and it earns nothing."
    return FileReport(
        file=file,
        outcome="failed" if analysis.status != Analysis.Status.DONE else "not_a_resume" if no_resume else "analysed",
        said=said,
        resume_id=resume.pk,
        analysis_id=analysis.pk,
        candidate=analysis.candidate_name,
        score=analysis.overall_score,
        recommendation=analysis.hiring_recommendation,
        warnings=[str(w.get("message", w)) if isinstance(w, dict) else str(w) for w in result.get("warnings") or []],
        quotes=quotes(result),
    )


def quotes(result: dict[str, Any]) -> list[dict[str, Any]]:
    """The best evidence of the requirements that earned most: requirement, quote, page, offsets."""
    rows = sorted(result.get("requirements") or [], key=lambda row: -row["contribution"])
    found = []
    for row in rows:
        if row["evidence"]:
            best = row["evidence"][0]
            found.append(
                {
                    "requirement": row["text"],
                    "status": row["status"],
                    **{name: best[name] for name in ("quote", "page", "start", "end")},
                }
            )
    return found[:QUOTES]


def give_feedback(job: Job, user: User) -> list[str]:
    """Three ratings of the first places of the list; a second run finds them there. Returns their ids."""
    ranked = list(ranking(job=job))
    ids = []
    for place, rating, right, better in RATINGS:
        if place > len(ranked):
            break
        analysis = ranked[place - 1]
        row, _ = submit_feedback(
            by=user,
            source="demo",
            interaction_id=f"demo-{analysis.pk}",
            kind="analysis",
            query="How good is this analysis?",
            response=analysis.hiring_recommendation,
            rating=rating,
            correct_points=[right] if right else [],
            ideal_response=better,
            analysis_id=analysis.pk,
        )
        ids.append(row.pk)
    return ids


def find_similar(user: User) -> dict[str, Any]:
    """What past feedback says that is near to a new thought."""
    query = "Is the candidate's Django experience judged rightly?"
    found = similar_feedback(query=query, by=user, n_results=2)
    names = ("feedback_id", "rating", "similarity", "response", "ideal_response")
    rows = [{name: row[name] for name in names} for row in found.results]
    return {"query": query, "backend": found.backend, "note": found.note, "results": rows}


def export() -> dict[str, Any]:
    """Training data as JSON Lines under build/."""
    EXPORT.parent.mkdir(parents=True, exist_ok=True)
    EXPORT.unlink(missing_ok=True)
    with (EXPORT.parent / "demo-export.log").open("w", encoding="utf-8") as log:
        call_command("export_training_data", "--format=jsonl", f"--output={EXPORT}", stdout=log, stderr=log)
    records = EXPORT.read_text(encoding="utf-8").count("\n")
    return {"file": str(EXPORT.relative_to(settings.BASE_DIR)), "records": records}


def run(tell: Any = None, *, new_password: bool = False) -> dict[str, Any]:
    """The whole demo; ``tell`` is called with each file's report as it comes. Safe to run again."""
    user, password = make_user(new_password=new_password)
    job = demo_job(user)
    seen: dict[str, str] = {}
    files = []
    for path in sorted(SAMPLES.glob("*.pdf")):
        report = take_in(path, job, user, seen)
        files.append(report)
        if tell:
            tell(report)
    feedback_ids = give_feedback(job, user)
    order = {row.pk: place for place, row in enumerate(ranking(job=job).light(), start=1)}
    ranked = sorted((f for f in files if f.analysis_id in order), key=lambda f: order[f.analysis_id])
    return {
        "job": {"job_id": job.pk, "role_name": job.role_name, "company_name": job.company_name},
        "requirements": [{"text": r.text, "kind": r.kind, "must_have": r.must_have} for r in job.requirements.all()],
        "files": [asdict(f) for f in files],
        "ranking": [{"rank": order[f.analysis_id], "file": f.file, "score": f.score} for f in ranked],
        "feedback": feedback_ids,
        "similar": find_similar(user),
        "export": export(),
        "user": {"username": user.username, "password": password or None},
        "next": {"serve": "make serve", "address": "http://127.0.0.1:8000/", "remove": "make demo-remove"},
    }


def remove() -> dict[str, int]:
    """Take away what the demo made: its job with analyses and feedback, the samples nobody else uses, its user."""
    user = User.objects.filter(username=USERNAME).first()
    done = {"jobs": 0, "resumes": 0, "feedback": 0}
    for row in Feedback.objects.filter(source="demo"):
        done["feedback"] += delete_feedback(feedback=row, by=None) if Feedback.objects.filter(pk=row.pk).exists() else 0
    for job in Job.objects.filter(metadata__demo=True):
        delete_job(job=job, cascade=True, by=None)
        done["jobs"] += 1
    names = {path.name for path in SAMPLES.glob("*.pdf")}
    if user is not None:
        for resume in Resume.objects.filter(uploaded_by=user, original_filename__in=names, analyses__isnull=True):
            delete_resume(resume=resume, by=None)
            done["resumes"] += 1
        user.delete()
    EXPORT.unlink(missing_ok=True)
    return done
