import hashlib
import io
import json
from datetime import UTC, date, datetime

import pytest
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command

from analyses.models import Analysis
from feedback.models import Feedback
from jobs.models import Job, JobApplication
from resumes.models import Resume
from tests.feedback.legacy_data import ANALYSIS, FEEDBACK, JOB, PDF, RESUME, TEXT, write, write_applications

pytestmark = pytest.mark.django_db


def run(root, *args):
    out = io.StringIO()
    call_command("import_legacy_data", str(root), "--json", *args, stdout=out, stderr=io.StringIO())
    return json.loads(out.getvalue())


def test_everything_arrives_as_it_was(tmp_path):
    report = run(write(tmp_path))
    assert report["created"] == {"jobs": 1, "resumes": 1, "analyses": 1, "feedback": 1}
    assert report["problems"] == []
    job = Job.objects.get(pk="1a2b3c4d")
    assert job.created_at == datetime(2025, 1, 2, 3, 4, 5, 678901, tzinfo=UTC)
    assert job.metadata == {"source": "board"}
    resume = Resume.objects.get(pk="resume_0123456789abcdef")
    assert (resume.text, resume.candidate_name, resume.engine, resume.status) == (
        TEXT,
        "Ada Example",
        "import",
        "ready",
    )
    assert all(line["end"] <= len(TEXT) for line in resume.lines)
    assert resume.profile["basics"]["email"] == "ada@example.org"
    assert resume.sha256 == hashlib.sha256(PDF).hexdigest()
    key = str(resume.file.name)
    assert str(resume.sha256) in key
    with default_storage.open(key) as file:
        assert file.read() == PDF
    analysis = Analysis.objects.get(pk="20250103-abcdef")
    assert analysis.created_at == datetime(2025, 1, 3, 8, tzinfo=UTC)
    assert (analysis.job, analysis.resume, analysis.overall_score) == (job, resume, 81.0)
    assert analysis.result == ANALYSIS["analysis_result"]
    row = Feedback.objects.get(pk="interaction_1")
    assert (row.job, row.analysis, row.resume, row.rating) == (job, analysis, resume, 4)
    assert (row.context, row.missing_points, row.source) == (["Skills: Python, SQL"], [], "import")


def test_a_second_run_changes_nothing(tmp_path):
    run(write(tmp_path))
    Job.objects.update(company_name="Renamed here")
    report = run(tmp_path)
    assert report["created"] == {}
    assert report["unchanged"] == {"jobs": 1, "resumes": 1, "analyses": 1, "feedback": 1}
    assert Job.objects.get().company_name == "Renamed here"


def test_a_dry_run_says_and_does_nothing(tmp_path):
    report = run(write(tmp_path), "--dry-run")
    assert report["created"] == {"jobs": 1, "resumes": 1, "analyses": 1, "feedback": 1}
    assert not Job.objects.exists()
    assert not Feedback.objects.exists()
    assert run(tmp_path)["created"]["resumes"] == 1


def test_links_to_nothing_become_null_and_are_counted(tmp_path):
    lost = {**ANALYSIS, "job_id": "99999999", "resume_id": "resume_gone"}
    said = {**FEEDBACK, "analysis_id": "nowhere", "job_id": "99999999"}
    report = run(write(tmp_path, analyses=[lost], feedback=[said]))
    assert report["dangling_references"] == {
        "analysis.job": 1,
        "analysis.resume": 1,
        "feedback.analysis": 1,
        "feedback.job": 1,
    }
    analysis = Analysis.objects.get()
    assert (analysis.job, analysis.resume) == (None, None)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{broken", "JSON"),
        ("[1, 2]", "object"),
        ('{"id": "x"}', "timestamp"),
        (json.dumps({**FEEDBACK, "id": "x", "feedback": {"rating": 9}}), "rating"),
        (json.dumps({**FEEDBACK, "id": "a/../b"}), "id"),
        (json.dumps({**FEEDBACK, "id": "x", "query": "a\x00b"}), "Null"),
        (json.dumps({**FEEDBACK, "id": "x", "query": "\ud800"}), "surrogate"),
        (json.dumps({**FEEDBACK, "id": "x", "timestamp": "2025-13-45"}), "timestamp"),
        (json.dumps({**FEEDBACK, "id": "x"})[:-1] + ', "n": NaN}', "JSON"),
        (json.dumps({**FEEDBACK, "id": "x"})[:-1] + ', "n": 1e999}', "finite"),
        ("[" * 100_000, "JSON"),
    ],
)
def test_a_broken_line_is_named_and_the_rest_goes_on(tmp_path, line, reason):
    report = run(write(tmp_path, feedback=["", line, FEEDBACK]))
    (problem,) = report["problems"]
    assert (problem["file"], problem["line"]) == ("feedback_db/interactions.jsonl", 2)
    assert reason in problem["message"]
    assert report["created"]["feedback"] == 1


def test_strict_fails_when_anything_was_left_out(tmp_path):
    write(tmp_path, feedback=["{broken", FEEDBACK])
    with pytest.raises(CommandError, match="1 records") as caught:
        run(tmp_path, "--strict")
    assert caught.value.returncode == 1
    assert Feedback.objects.count() == 1


@pytest.mark.parametrize("path", ["..\\..\\secret.txt", "../secret.txt", "data/../../secret.txt"])
def test_a_path_out_of_the_folder_is_refused(tmp_path, path):
    (tmp_path / "secret.txt").write_text("secret")
    report = run(write(tmp_path / "old", resumes=[{**RESUME, "text_path": path}], analyses=[], feedback=[]))
    assert "leads out" in report["problems"][0]["message"]
    assert not Resume.objects.exists()


def test_a_link_out_of_the_folder_is_refused(tmp_path):
    (tmp_path / "secret.txt").write_text("secret")
    root = write(tmp_path / "old", analyses=[], feedback=[])
    path = root / "data/resumes/texts/resume_0123456789abcdef.txt"
    path.unlink()
    path.symlink_to(tmp_path / "secret.txt")
    assert "leads out" in run(root)["problems"][0]["message"]
    assert not Resume.objects.exists()


def test_paths_of_another_machine_are_found_by_name(tmp_path):
    moved = {
        **RESUME,
        "text_path": "C:\\Users\\me\\data\\resumes\\texts\\resume_0123456789abcdef.txt",
        "pdf_path": "/home/me/old/pdfs/resume_0123456789abcdef.pdf",
    }
    assert run(write(tmp_path, resumes=[moved]))["problems"] == []
    assert Resume.objects.get().text == TEXT


def test_without_its_pdf_a_resume_is_kept(tmp_path):
    root = write(tmp_path)
    (root / "data/resumes/pdfs/resume_0123456789abcdef.pdf").unlink()
    report = run(root)
    assert "PDF" in report["problems"][0]["message"]
    resume = Resume.objects.get()
    assert (resume.text, resume.file.name, resume.sha256, resume.file_size) == (TEXT, "", None, 123)


def test_the_last_line_of_an_id_holds(tmp_path):
    newer = {**JOB, "company_name": "Newer GmbH"}
    report = run(write(tmp_path, jobs=[JOB, newer]))
    assert report["created"]["jobs"] == 1
    assert Job.objects.get().company_name == "Newer GmbH"


def test_an_index_fills_what_its_file_lacks(tmp_path):
    root = write(tmp_path, jobs=[{k: v for k, v in JOB.items() if k != "company_name"}])
    index = {"1a2b3c4d": {"company_name": "Indexed GmbH"}, "deadbeef": {"company_name": "Gone"}}
    (root / "data/jobs/jobs_index.json").write_text(json.dumps(index, indent=1))
    report = run(root)
    assert Job.objects.get().company_name == "Indexed GmbH"
    assert [(row["file"], row["line"]) for row in report["problems"]] == [("data/jobs/jobs_index.json", 5)]


def test_a_folder_with_nothing_in_it_is_an_error(tmp_path):
    with pytest.raises(CommandError, match="none of the files"):
        run(tmp_path)
    with pytest.raises(CommandError, match="no folder"):
        run(tmp_path / "missing")


def test_the_tracker_s_workbook_is_read(tmp_path):
    root = write(tmp_path)
    write_applications(root, ["Example GmbH", "Engineer", "Board", "Yes", date(2025, 3, 4)], ["", "Nobody", "", "", ""])
    report = run(root)
    assert report["created"]["applications"] == 1
    assert [(row["file"], row["line"]) for row in report["problems"]] == [("data/jobs_applied/job_applicaiton.xlsx", 3)]
    row = JobApplication.objects.get()
    assert (row.company, row.employment_type, row.date_applied) == ("Example GmbH", "Full Time", date(2025, 3, 4))
    assert run(root)["unchanged"]["applications"] == 1
    (root / "data/jobs_applied/job_applicaiton.xlsx").write_bytes(b"no workbook")
    assert run(root)["problems"][0]["line"] is None
