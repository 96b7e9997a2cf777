"""The demonstration on its shipped files: what it says of each, twice, and taken back."""

import json

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command

from analyses.models import Analysis
from analyses.services import request_analysis
from atsproject import demo
from feedback.models import Feedback, Snapshot
from jobs.models import Job
from jobs.services import create_job
from resumes.extraction import ocr
from resumes.models import Resume

pytestmark = pytest.mark.django_db(transaction=True)
SCAN = "grace-adeyemi-stone-scan.pdf"
KEPT = (User, Job, Resume, Analysis, Feedback, Snapshot)


@pytest.fixture(autouse=True)
def build(tmp_path, settings, monkeypatch):
    settings.SNAPSHOT_ROOT = tmp_path / "snapshots"
    monkeypatch.setattr(demo, "EXPORT", tmp_path / "build" / "training.jsonl")
    return tmp_path / "build"


@pytest.fixture
def no_tesseract(monkeypatch):
    monkeypatch.setattr(ocr, "available", lambda: False)


def test_it_works(no_tesseract):
    report = demo.run()

    files = {row["file"]: row for row in report["files"]}
    assert len(files) == 14
    assert report["user"]["password"]
    assert files["resume_final_v2.pdf"]["outcome"] == "duplicate"
    assert "amara-okafor.pdf" in files["resume_final_v2.pdf"]["said"]
    assert files[SCAN]["outcome"] == "unreadable"
    assert "tesseract" in files[SCAN]["said"]
    assert files["invoice-2026-0417.pdf"]["outcome"] == "not_a_resume"
    invoice = Analysis.objects.get(resume__original_filename="invoice-2026-0417.pdf").result or {}
    doubts = [row for row in invoice["warnings"] if "look like a resume" in row["message"]]
    assert [(row["code"], "an invoice" in row["message"]) for row in doubts] == [("not_a_resume", True)]
    assert "earns nothing" in files["victor-hale.pdf"]["said"]
    assert report["ranking"][0]["file"] == "amara-okafor.pdf"
    assert report["similar"]["results"]
    assert report["export"]["records"] == len(report["feedback"]) == 3


def test_every_quote_is_on_its_resume(no_tesseract):
    for row in demo.run()["files"]:
        for quote in row["quotes"]:
            text = Resume.objects.get(pk=row["resume_id"]).text
            assert quote["quote"] == text[quote["start"] : quote["end"]]


def test_a_second_run_makes_nothing_twice(no_tesseract):
    first = demo.run()
    before = [model.objects.count() for model in KEPT]
    again = demo.run()

    assert [model.objects.count() for model in KEPT] == before
    assert again["user"]["password"] is None
    assert again["feedback"] == first["feedback"]
    assert again["ranking"] == first["ranking"]


def test_removal_leaves_nothing(build, settings, no_tesseract):
    demo.run()
    done = demo.remove()

    assert (done["unreached"], done["kept"]) == ([], [])
    assert [model.objects.count() for model in KEPT] == [0] * len(KEPT)
    assert [path for path in build.rglob("*") if path.is_file()] == []
    assert [path for path in settings.MEDIA_ROOT.rglob("*") if path.is_file()] == []


def test_removal_spares_what_others_made(recruiter, no_tesseract):
    theirs = create_job(job_description="Requirements:\n- BLS", metadata={"demo": True}, by=recruiter)
    demo.run()
    nurse = Resume.objects.get(original_filename="helen-park.pdf")
    request_analysis(job=theirs, resume=nurse, by=recruiter)
    done = demo.remove()

    assert done["kept"] == [nurse.pk]
    assert [row.pk for row in Resume.objects.all()] == [nurse.pk]
    assert [row.pk for row in Job.objects.all()] == [theirs.pk]


def test_somebody_elses_account_is_left_alone(make_user):
    make_user("demo")
    with pytest.raises(CommandError, match="did not make"):
        call_command("demo")
    demo.remove()
    assert not User.objects.get(username="demo").groups.exists()


@pytest.mark.skipif(not ocr.available(), reason="tesseract is not on this machine")
def test_a_scan_is_read_where_tesseract_is():
    scan = next(row for row in demo.run()["files"] if row["file"] == SCAN)

    assert scan["candidate"] == "Grace Adeyemi-Stone"
    assert "OCR" in scan["said"]


def test_the_command_tells_and_prints_json(capsys, no_tesseract):
    call_command("demo")
    told = capsys.readouterr().out
    assert "make serve" in told
    assert "To remove" in told

    call_command("demo", json=True)
    found = json.loads(capsys.readouterr().out)
    assert {"file", "outcome", "score", "quotes"} <= found["files"][0].keys()
