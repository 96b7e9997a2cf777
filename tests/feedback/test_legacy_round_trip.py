import io
import json

import pytest
from auditlog.models import LogEntry
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command

from analyses.models import Analysis, Decision, Question
from feedback.models import Feedback
from feedback.services import submit_feedback
from jobs.models import Job, JobApplication, JobVersion, Requirement
from resumes.models import Resume
from tests.feedback.conftest import body
from tests.feedback.legacy_data import write

pytestmark = pytest.mark.django_db
# Set by the clock of the import, or people and rows that the layout has no place for.
LEFT_ASIDE = {"id", "updated_at", "created_by", "requested_by", "asked_by", "decided_by", "uploaded_by", "person"}
MODELS = (Job, Requirement, JobVersion, Resume, Analysis, Question, Decision, Feedback, JobApplication)


def contents():
    found = {}
    for model in MODELS:
        names = [field.attname for field in model._meta.concrete_fields if field.name not in LEFT_ASIDE]
        if model in (JobVersion, JobApplication):
            names.remove("created_at")
        if model is Analysis:
            names.remove("embedding_model_id")
        rows = [{name: getattr(row, name) for name in names} for row in model.objects.all()]
        found[model.__name__] = sorted(str(sorted(row.items(), key=lambda item: item[0])) for row in rows)
    return found


def stored_files():
    found = {}
    for name in Resume.objects.exclude(file="").values_list("file", flat=True):
        with default_storage.open(name) as file:
            found[name] = file.read()
    return found


def grown(alice, root):
    """Imported data that have been worked with since."""
    call_command("import_legacy_data", str(root), stdout=io.StringIO(), stderr=io.StringIO())
    job = Job.objects.get()
    Requirement.objects.filter(job=job).delete()
    Requirement.objects.create(job=job, position=1, text="Python", kind="skill", must_have=True, skills=["python"])
    JobVersion.objects.filter(job=job).delete()
    JobVersion.objects.create(job=job, number=1, content_hash="a" * 64, job_description="x", requirements=[{"a": 1}])
    analysis = Analysis.objects.get()
    analysis.questions.create(interaction_id="q1", question="Python?\u2028", response="Yes", citations=[{"page": 1}])
    analysis.decisions.create(decision="on_hold", reason="Later")
    JobApplication.objects.create(company="Äpfel & Co", job_title="=Cook", portal="", date_applied="2025-05-06")
    first, _ = submit_feedback(by=alice, **body("i-1", analysis_id=analysis.pk))
    submit_feedback(by=alice, **body("i-1", analysis_id=analysis.pk, rating=1, supersedes=first.pk))
    submit_feedback(by=alice, **body("i-2"))
    Resume.objects.create(
        resume_id="resume_unread",
        status="unreadable",
        error_code="no_text",
        error="No text.",
        finished_at=job.created_at,
    )


def test_export_and_import_give_equal_rows(alice, tmp_path):
    grown(alice, write(tmp_path / "old"))
    before = contents()
    files = stored_files()
    out = io.StringIO()
    call_command("export_legacy_data", str(tmp_path / "new"), "--json", stdout=out, stderr=io.StringIO())
    assert json.loads(out.getvalue())["written"]["feedback"] == 3
    for model in (Feedback, Analysis, Job, Resume, JobApplication):
        model.objects.all().delete()
    for name in files:
        default_storage.delete(name)
    report = io.StringIO()
    call_command("import_legacy_data", str(tmp_path / "new"), "--strict", "--json", stdout=report, stderr=io.StringIO())
    assert json.loads(report.getvalue())["problems"] == []
    assert contents() == before
    assert stored_files() == files


def test_the_first_generation_s_names_are_written(alice, tmp_path):
    grown(alice, write(tmp_path / "old"))
    call_command("export_legacy_data", str(tmp_path / "new"), stdout=io.StringIO(), stderr=io.StringIO())
    job = json.loads((tmp_path / "new/data/jobs/jobs.jsonl").read_text().splitlines()[0])
    assert job["analysis_count"] == 1
    assert json.loads((tmp_path / "new/data/jobs/jobs_index.json").read_text())["1a2b3c4d"]["role_name"] == "Engineer"
    resumes = json.loads((tmp_path / "new/data/resumes/resumes_index.json").read_text())
    assert resumes["resume_0123456789abcdef"]["pdf_path"] == "data/resumes/pdfs/resume_0123456789abcdef.pdf"
    said = [json.loads(line) for line in (tmp_path / "new/feedback_db/interactions.jsonl").read_text().splitlines()]
    assert {"id", "timestamp", "query", "context", "response", "analysis_id", "job_id", "feedback"} <= set(said[0])


def test_the_trail_knows_of_both(alice, tmp_path):
    grown(alice, write(tmp_path / "old"))
    call_command("export_legacy_data", str(tmp_path / "new"), stdout=io.StringIO(), stderr=io.StringIO())
    events = LogEntry.objects.filter(object_repr="command line").order_by("pk")
    assert [(entry.additional_data["event"], entry.actor) for entry in events] == [("import", None), ("export", None)]


def test_nothing_is_overwritten(tmp_path, db):
    (tmp_path / "mine.txt").write_text("x")
    with pytest.raises(CommandError, match="not empty"):
        call_command("export_legacy_data", str(tmp_path), stdout=io.StringIO(), stderr=io.StringIO())
