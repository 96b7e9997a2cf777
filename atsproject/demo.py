"""The main job on the shipped sample resumes: the services of each app, called as a recruiter's day calls them."""

import secrets
import shutil
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
from feedback.erasure.indexes import settle_indexes
from feedback.erasure.plan import plan_erasure
from feedback.erasure.services import erase_candidate
from feedback.models import Feedback, Snapshot
from feedback.services import submit_feedback
from feedback.similar import similar_feedback
from jobs.models import Job
from jobs.services import create_job, delete_job
from resumes.models import Resume
from resumes.services import add_resume

SAMPLES = Path(settings.BASE_DIR) / "resumes" / "samples"
EXPORT = Path(settings.BASE_DIR) / "build" / "demo-training-data.jsonl"
USERNAME = "demo"
FIRST_NAME = "Demonstration"  # by which the account is known to be this command's
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
    (3, 3, "", "Say first what to ask in a call: the years with Django, and how large the database was."),
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
    """The demo's recruiter, and the password where one was made now; it is kept nowhere.

    Raises ValueError where somebody else's account has that name.
    """
    if User.objects.filter(username=USERNAME).exclude(first_name=FIRST_NAME).exists():
        raise ValueError(f"There is a user {USERNAME!r} that this command did not make. Rename that account first.")
    with transaction.atomic():
        user, created = User.objects.get_or_create(
            username=USERNAME, defaults={"is_staff": True, "first_name": FIRST_NAME}
        )
        roles.give_role(user, roles.RECRUITER)
        if not (created or new_password):
            return user, ""
        password = secrets.token_urlsafe(12)
        user.set_password(password)
        user.save()
    return user, password


def demo_job(user: User) -> Job:
    """The demo's job, made the first time."""
    found = Job.objects.filter(metadata=MARK, created_by=user).first()
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


def export(job: Job) -> dict[str, Any]:
    """Training data from the demo's own feedback as JSON Lines under build/."""
    EXPORT.parent.mkdir(parents=True, exist_ok=True)
    EXPORT.unlink(missing_ok=True)
    with (EXPORT.parent / "demo-export.log").open("w", encoding="utf-8") as log:
        options = ("--format=jsonl", f"--output={EXPORT}", f"--job={job.pk}", f"--user={USERNAME}")
        call_command("export_training_data", *options, stdout=log, stderr=log)
    records = EXPORT.read_text(encoding="utf-8").count("\n")
    return {"file": str(EXPORT), "records": records}


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
        "export": export(job),
        "user": {"username": user.username, "password": password or None},
        "next": {"serve": "make serve", "address": "http://127.0.0.1:8000/", "remove": "make demo-remove"},
    }


def remove(*, timeout: float = 60.0) -> dict[str, Any]:
    """Take away what the demo made, from rows, files, indexes, snapshots and the export, and its user.

    A resume that was analysed for another job meanwhile is ``kept``. ``unreached`` names what could not be
    reached; the user stays then, so that the same command can be run again.
    """
    done: dict[str, Any] = {"jobs": 0, "resumes": 0, "feedback": 0, "kept": [], "unreached": []}
    user = User.objects.filter(username=USERNAME, first_name=FIRST_NAME).first()
    if user is None:
        return done
    jobs = list(Job.objects.filter(metadata=MARK, created_by=user))
    done["feedback"] = Feedback.objects.filter(job__in=jobs).count()
    for resume in Resume.objects.filter(uploaded_by=user):
        if Analysis.objects.filter(resume=resume).exclude(job__in=jobs).exists():
            done["kept"].append(resume.pk)
            continue
        plan = plan_erasure(resume_ids=[resume.pk], all_versions=False)
        report = erase_candidate(plan=plan, by=None)
        settle_indexes(plan, report, timeout=timeout)
        done["unreached"] += report.unreached
        done["resumes"] += 1
    for job in jobs:
        delete_job(job=job, cascade=True, by=None)
        done["jobs"] += 1
    for snapshot in Snapshot.objects.filter(created_by=user, runs__isnull=True):
        shutil.rmtree(snapshot.folder, ignore_errors=True)
        snapshot.delete()
    for path in (EXPORT, EXPORT.parent / "demo-export.log"):
        path.unlink(missing_ok=True)
    if not done["unreached"]:
        user.delete()
    return done
