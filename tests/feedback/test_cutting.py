import fcntl
import json
from pathlib import Path
from unittest.mock import Mock

import pytest

from feedback.erasure.plan import plan_erasure
from feedback.models import Feedback, Snapshot
from feedback.services import submit_feedback
from feedback.snapshots import build, cutting
from feedback.snapshots.build import create_snapshot
from feedback.snapshots.cutting import count_records, cut_records
from feedback.snapshots.derive import read_records
from feedback.snapshots.formats import ALL
from feedback.snapshots.index import erasure_key, index_rows
from feedback.snapshots.manifest import broken_files
from feedback.snapshots.outputs import write_output
from feedback.snapshots.writers import line_sha256
from resumes.models import Resume
from resumes.services import delete_resume
from tests.feedback.conftest import body
from tests.feedback.snapshot_data import world

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.SNAPSHOT_ROOT = tmp_path / "snapshots"


def test_a_person_is_cut_out_of_every_file(alice, tmp_path):
    rows = world(alice, 3, 3)
    snapshot, _ = create_snapshot(by=alice, formats=ALL)
    write_output(snapshot, ["pairs"], tmp_path / "pairs.jsonl")
    write_output(snapshot, ["sft"], tmp_path / "copies")
    old = snapshot.hash
    keys = {erasure_key("resume_000000000001")}
    assert count_records(snapshot, keys, set()) == 6
    cut = cut_records(snapshot, keys, set())
    assert cut is not None
    assert (cut.records, cut.old_hash, len(cut.outputs)) == (6, old, 2)
    assert cut.new_hash == snapshot.hash != old
    for path in [*snapshot.folder.rglob("*"), *tmp_path.rglob("*")]:
        if path.is_file() and path.suffix != ".parquet":
            assert "skill1x5" not in path.read_text(), path
    left = list(read_records(snapshot.folder / "records.jsonl"))
    assert len(left) == snapshot.counts["records"] == rows.count() - 6
    assert sum(snapshot.counts["by_part"].values()) == sum(snapshot.counts["by_rating"].values()) == 12
    assert broken_files(snapshot.folder) == []
    manifest = json.loads((snapshot.folder / "manifest.json").read_text())
    assert manifest["erasures"][0]["old_hash"] == old
    assert len((snapshot.folder / "tombstones.jsonl").read_text().splitlines()) == 6
    assert cut_records(snapshot, keys, set()) is None


def test_deleting_a_resume_reaches_the_snapshots(alice, django_capture_on_commit_callbacks):
    world(alice, 2, 2)
    snapshot, _ = create_snapshot(by=alice, formats=["kto"])
    with django_capture_on_commit_callbacks(execute=True):
        delete_resume(resume=Resume.objects.get(pk="resume_000000000001"), cascade=True, by=alice)
    snapshot.refresh_from_db()
    assert (snapshot.counts["records"], len(snapshot.erasures)) == (4, 1)
    assert broken_files(snapshot.folder) == []


def test_a_copy_that_is_gone_is_named(alice, tmp_path):
    row, _ = submit_feedback(by=alice, **body())
    snapshot, _ = create_snapshot(by=alice, formats=["kto"])
    write_output(snapshot, ["kto"], tmp_path / "kto.jsonl")
    (tmp_path / "kto.jsonl").unlink()
    cut = cut_records(snapshot, set(), {row.pk})
    assert cut is not None
    assert cut.outputs_out_of_reach == (str(tmp_path / "kto.jsonl"),)
    assert snapshot.counts["records"] == 0


class Killed(BaseException):
    """As a process that is killed: nothing catches it."""


def die_at(monkeypatch, stage):
    """Have the next cut end at a stage, as if the process had been killed there."""
    if stage.endswith(".replace"):
        replace, name = Path.replace, stage.removesuffix(".replace")

        def replace_until(self, target):
            if Path(target).name == name:
                raise Killed
            return replace(self, target)

        monkeypatch.setattr(Path, "replace", replace_until)
    else:
        monkeypatch.setattr(cutting, stage, Mock(side_effect=Killed))


STAGES = ("records.jsonl.replace", "index.tsv.replace", "write_manifest", "rewrite_formats", "rewrite_outputs")


@pytest.mark.parametrize("stage", STAGES)
def test_a_cut_that_was_killed_is_finished(alice, tmp_path, stage):
    world(alice, 3, 3)
    snapshot, _ = create_snapshot(by=alice, formats=["kto", "jsonl"])
    write_output(snapshot, ["pairs"], tmp_path / "pairs.jsonl")
    old, keys = snapshot.hash, {erasure_key("resume_000000000001")}
    with pytest.MonkeyPatch.context() as monkeypatch:
        die_at(monkeypatch, stage)
        with pytest.raises(Killed):
            cut_records(Snapshot.objects.get(), keys, set())
    resume = Resume.objects.get(pk="resume_000000000001")
    assert plan_erasure(resume_ids=[resume.pk], all_versions=False).snapshots.keys() == {snapshot.pk}
    # Whoever comes next finishes it, also for somebody else.
    cut = cut_records(Snapshot.objects.get(), {erasure_key("resume_000000000002")}, set())
    snapshot.refresh_from_db()
    assert cut is not None
    assert snapshot.counts["records"] == 6
    assert snapshot.erasures[0]["old_hash"] == old
    assert sum(note["records"] for note in snapshot.erasures) == 12
    for path in [*snapshot.folder.rglob("*"), tmp_path / "pairs.jsonl"]:
        assert not path.is_file() or not {"skill1x5", "skill2x5"} & set(path.read_text().split()), path
    assert len((snapshot.folder / "tombstones.jsonl").read_text().splitlines()) == 12
    assert broken_files(snapshot.folder) == []
    left = [record["feedback_id"] for record in read_records(snapshot.folder / "records.jsonl")]
    assert left == [row.feedback_id for row in index_rows(snapshot.folder / "index.tsv")]
    assert cut_records(snapshot, keys, set()) is None


def test_a_killed_cut_leaves_each_row_of_the_index_with_the_hash_of_its_record(alice):
    world(alice, 1, 2)
    first, again = Feedback.objects.filter(kind="fit").order_by("pk")
    Feedback.objects.filter(pk=again.pk).update(duplicate_of=first, rating=first.rating)
    snapshot, _ = create_snapshot(by=alice, formats=["jsonl"])
    with pytest.MonkeyPatch.context() as monkeypatch:
        die_at(monkeypatch, "index.tsv.replace")
        with pytest.raises(Killed):
            cut_records(snapshot, set(), {first.pk})
    assert cut_records(snapshot, set(), {first.pk})
    lines = (snapshot.folder / "records.jsonl").read_text().splitlines(keepends=True)
    assert first.pk not in "".join(lines)
    assert [row.digest for row in index_rows(snapshot.folder / "index.tsv")] == [line_sha256(line) for line in lines]


def test_two_cuts_at_once_lose_nothing_of_each_other(alice):
    world(alice, 3, 3)
    create_snapshot(by=alice, formats=["jsonl"])
    one, other = Snapshot.objects.get(), Snapshot.objects.get()
    for snapshot, key in ((one, "resume_000000000001"), (other, "resume_000000000002")):
        assert cut_records(snapshot, {erasure_key(key)}, set())
    kept = Snapshot.objects.get()
    assert [note["records"] for note in kept.erasures] == [6, 6]
    assert [note["records"] for note in kept.manifest["erasures"]] == [6, 6]
    assert broken_files(kept.folder) == []


def test_a_cut_waits_for_the_one_under_way(alice, monkeypatch):
    world(alice, 1, 1)
    snapshot, _ = create_snapshot(by=alice, formats=["jsonl"])
    written = cutting._rewrite

    def is_locked(folder, meant):
        with (folder / cutting.LOCK).open("a") as file, pytest.raises(BlockingIOError):
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        written(folder, meant)

    monkeypatch.setattr(cutting, "_rewrite", is_locked)
    assert cut_records(snapshot, {erasure_key("resume_000000000000")}, set())


def test_who_is_deleted_while_a_snapshot_is_made_is_not_in_it(alice, monkeypatch):
    world(alice, 3, 3)
    written = build._write_records

    def deleted_meanwhile(*args):
        counts = written(*args)
        delete_resume(resume=Resume.objects.get(pk="resume_000000000001"), cascade=True, by=alice)
        return counts

    monkeypatch.setattr(build, "_write_records", deleted_meanwhile)
    snapshot, _ = create_snapshot(by=alice, formats=["jsonl"])
    assert snapshot.counts["records"] == 12
    assert "skill1x5" not in (snapshot.folder / "jsonl" / "all.jsonl").read_text()
    assert broken_files(snapshot.folder) == []
