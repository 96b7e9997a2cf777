import csv
import io
import json

import pytest
from django.core.management import CommandError, call_command

from feedback.models import Feedback, Snapshot
from feedback.services import submit_feedback
from tests.feedback.conftest import body, make_analysis
from tests.feedback.snapshot_data import world, zoe

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.SNAPSHOT_ROOT = tmp_path / "snapshots"


def export(*args):
    out = io.StringIO()
    call_command("export_training_data", *args, stdout=out, stderr=io.StringIO())
    return out.getvalue()


def test_jsonl_on_standard_output(alice):
    world(alice, 2, 2)
    rows = [json.loads(line) for line in export().splitlines()]
    assert len(rows) == 8
    assert rows[0]["job_description"]
    assert rows[0]["resume_text"]
    assert len(export("--format", "jsonl", "--min-rating", "2").splitlines()) == 6


def test_csv_on_standard_output(alice):
    submit_feedback(by=alice, **body(query="=1+1"))
    text = export("--format", "csv")
    assert text.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(text[1:])))
    assert (rows[0]["query"], rows[0]["rating"]) == ("'=1+1", "4")


def test_one_file_or_a_folder(alice, tmp_path):
    world(alice, 3, 3)
    export("--format", "pairs", "--output", str(tmp_path / "pairs.jsonl"))
    first = json.loads((tmp_path / "pairs.jsonl").read_text().splitlines()[0])
    assert list(first) == ["sentence1", "sentence2", "score"]
    summary = json.loads(export("--format", "all", "--output", str(tmp_path / "out"), "--json"))
    assert (tmp_path / "out" / "llama-factory" / "dataset_info.json").is_file()
    assert summary["snapshot_id"] == Snapshot.objects.get().pk
    assert sorted(summary["files"]) == sorted(str(path) for path in (tmp_path / "out").rglob("*") if path.is_file())


def test_one_file_for_many_data_sets_is_refused_before_anything_is_made(alice, tmp_path):
    world(alice, 2, 2)
    with pytest.raises(CommandError, match="folder"):
        export("--format", "all", "--output", str(tmp_path / "all.jsonl"))
    assert not Snapshot.objects.exists()


def test_since_is_utc(alice):
    submit_feedback(by=alice, **body())
    Feedback.objects.update(created_at="2026-03-01T00:00:00Z")
    assert export("--since", "2026-03-01")
    assert not export("--since", "2026-03-01T00:00:01")


@pytest.mark.parametrize(
    "args",
    [
        ["--job", "nowhere"],
        ["--since", "yesterday"],
        ["--job-shares", "1,2,3"],
        ["--user", "nobody"],
        ["--with-personal-data"],
        ["--format", "sft", "--output", "-"],
        ["--verify", "nothing"],
    ],
)
def test_wrong_options_end_in_an_error(db, args):
    with pytest.raises(CommandError):
        export(*args)


def test_verify_finds_a_changed_file(alice, analysis):
    submit_feedback(by=alice, **body("z", analysis_id=make_analysis(analysis.job, zoe(), "0000000000aa").pk))
    export()
    snapshot = Snapshot.objects.get()
    assert "as it was made" in export("--verify", snapshot.pk)
    (snapshot.folder / "index.tsv").write_text("")
    with pytest.raises(CommandError, match=r"index\.tsv"):
        export("--verify", snapshot.pk)
