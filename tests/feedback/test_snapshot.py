import json
import subprocess

import pytest
from auditlog.models import LogEntry

from feedback.claims import judge_claim
from feedback.errors import NotAllowed
from feedback.models import Feedback, Snapshot, Split
from feedback.services import delete_feedback, submit_feedback
from feedback.snapshots.beside import add_formats
from feedback.snapshots.build import create_snapshot
from feedback.snapshots.cutting import cut_records
from feedback.snapshots.derive import read_records
from feedback.snapshots.formats import ALL
from feedback.snapshots.manifest import broken_files
from tests.feedback.conftest import body, make_analysis, make_job, make_user
from tests.feedback.snapshot_data import place, world, zoe

PERSONAL = ("zoë", "quimby", "hart", "example.org", "1234567", "123-4567", "123 45 67", "1990-01-02", "10115", "lane")

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.SNAPSHOT_ROOT = tmp_path / "snapshots"


def records(snapshot):
    return list(read_records(snapshot.folder / "records.jsonl"))


def test_every_current_row_with_what_it_rests_on(alice):
    rows = world(alice, 2, 2)
    first = rows.get(interaction_id="a-0-0")
    submit_feedback(by=alice, **body("a-0-0", rating=2, supersedes=first.pk))
    snapshot, created = create_snapshot(by=alice)
    found = records(snapshot)
    assert created
    assert len(found) == Feedback.objects.current().count() == snapshot.counts["records"] == 8
    assert [row["feedback_id"] for row in found] == sorted(row["feedback_id"] for row in found)
    assert first.pk not in {row["feedback_id"] for row in found}
    row = next(row for row in found if row["interaction_id"] == "a-1-1")
    assert row["job_description"] == "Wanted: an engineer of kind 1"
    assert "skill1x5" in row["resume_text"]
    assert (row["engine_version"], row["embedding_model"], row["ideal_response"]) == (
        "1.0",
        "all-MiniLM-L6-v2",
        "Better words",
    )


def test_nothing_changed_is_the_same_snapshot(alice):
    world(alice, 2, 2)
    first, _ = create_snapshot(by=alice)
    again, created = create_snapshot(by=alice, formats=["pairs"])
    assert (again.pk, created) == (first.pk, False)
    assert [row["name"] for row in Snapshot.objects.get().formats] == ["pairs"]


def test_progress_counts_the_records_and_every_format(alice):
    world(alice, 2, 2)
    ticks: list[int] = []
    create_snapshot(by=alice, formats=["jsonl", "csv", "pairs"], tick=ticks.append)
    assert sum(ticks) == 8 * (1 + 3)


def test_a_child_says_what_changed(alice):
    rows = world(alice, 2, 2)
    parent, _ = create_snapshot(by=alice)
    delete_feedback(feedback=rows.get(interaction_id="a-0-0"), by=alice)
    submit_feedback(by=alice, **body("new"))
    Feedback.objects.filter(interaction_id="a-0-1").update(reviewer_role="hiring_manager")
    child, created = create_snapshot(by=alice)
    assert created
    assert child.parent == parent
    assert child.manifest["changed_since_parent"] == {"added": 1, "removed": 1, "changed": 1}
    assert child.manifest["parent"] == {"snapshot_id": parent.pk, "hash": parent.hash}
    assert broken_files(parent.folder) == []


def test_checksums_hold_and_tell(alice):
    world(alice, 2, 2)
    snapshot, _ = create_snapshot(by=alice, formats=["sft"])
    subprocess.run(["sha256sum", "--check", "--quiet", "checksums.sha256"], cwd=snapshot.folder, check=True)
    manifest = json.loads((snapshot.folder / "manifest.json").read_text())
    assert manifest == snapshot.manifest
    with (snapshot.folder / "records.jsonl").open("a") as file:
        file.write("{}\n")
    assert broken_files(snapshot.folder) == ["records.jsonl"]


def test_a_repetition_counts_only_beside_what_it_repeats(alice):
    first, _ = submit_feedback(by=alice, **body("one", rating=5))
    submit_feedback(by=alice, **body("same", rating=5))
    submit_feedback(by=alice, **body("differs", rating=1))
    repeats = {row["interaction_id"]: row["duplicate_of"] for row in records(create_snapshot(by=alice)[0])}
    assert repeats == {"one": "", "same": first.pk, "differs": ""}
    submit_feedback(by=alice, **body("one", rating=5, response="Otherwise", supersedes=first.pk))
    repeats = {row["interaction_id"]: row["duplicate_of"] for row in records(create_snapshot(by=alice)[0])}
    assert set(repeats.values()) == {""}


def test_filters_narrow(alice):
    world(alice, 3, 3)
    snapshot, _ = create_snapshot(by=alice, filters={"min_rating": 4, "job_id": "00000001", "kind": None})
    assert {(row["job_id"], row["rating"] >= 4) for row in records(snapshot)} == {("00000001", True)}
    assert snapshot.filters == {"min_rating": 4, "job_id": "00000001"}


def test_parts_follow_job_and_candidate(alice):
    world(alice, 3, 3)
    jobs = {"00000000": "train", "00000001": "validation", "00000002": "test"}
    people = {"resume_000000000000": "train", "resume_000000000001": "validation", "resume_000000000002": "test"}
    place(jobs, people)
    snapshot, _ = create_snapshot(by=alice, formats=["pairs"])
    parts = {(row["job_id"][-1], row["resume_id"][-1]): row["split"] for row in records(snapshot)}
    assert parts == {
        ("0", "0"): "train",
        ("0", "1"): "left_out",
        ("0", "2"): "left_out",
        ("1", "0"): "validation",
        ("1", "1"): "validation",
        ("1", "2"): "left_out",
        ("2", "0"): "unseen_job",
        ("2", "1"): "left_out",
        ("2", "2"): "unseen_job_and_candidate",
    }
    assert snapshot.counts["left_out"] == {"mixed_parts": 8}
    files = {row["name"]: row["files"] for row in snapshot.formats}["pairs"]
    assert set(files) == {f"{part}.jsonl" for part in ("train", "validation", "unseen_job", "unseen_job_and_candidate")}


def test_the_draw_is_made_once(alice):
    world(alice, 6, 6)
    create_snapshot(by=alice)
    before = dict(Split.objects.values_list("pk", "part"))
    create_snapshot(by=alice, filters={"min_rating": 2})
    assert len(before) == 12
    assert dict(Split.objects.values_list("pk", "part")) == before


def test_personal_data_is_replaced(alice, analysis):
    resume = zoe()
    judged = make_analysis(analysis.job, resume, "0000000000aa")
    said = {
        "query": "Is Quimby-Hart right? Write to ZOE.HART@example.org",
        "response": "Zoë, born 1990-01-02, phone +49 (30) 123-4567, knows Python",
        "context": [{"text": "https://zoe.example.org"}, "12 Example Lane"],
        "ideal_response": "ZOË QUIMBY-HART knows Python",
    }
    submit_feedback(by=alice, **body("z", analysis_id=judged.pk, **said))
    snapshot, _ = create_snapshot(by=alice, formats=list(ALL))
    for path in snapshot.folder.rglob("*"):
        if path.is_file() and path.suffix != ".parquet":
            text = path.read_text().casefold()
            for personal in PERSONAL:
                assert personal not in text, (path.name, personal)
    row = records(snapshot)[0]
    tag = row["candidate"]
    assert row["response"] == f"[NAME {tag}], born [BIRTH DATE {tag}], phone [PHONE {tag}], knows Python"
    assert "[EMAIL]" in row["resume_text"]
    assert "Python since 2015" in row["resume_text"]


def test_personal_data_takes_a_permission_and_leaves_a_line(alice, analysis):
    submit_feedback(by=alice, **body("z", analysis_id=make_analysis(analysis.job, zoe(), "0000000000aa").pk))
    for by in (alice, None):
        with pytest.raises(NotAllowed):
            create_snapshot(by=by, with_personal_data=True)
    olga = make_user("olga", "feedback.export_feedback", "feedback.export_personal_data")
    snapshot, _ = create_snapshot(by=olga, with_personal_data=True)
    assert "Quimby-Hart" in records(snapshot)[0]["resume_text"]
    entry = LogEntry.objects.get(object_pk=snapshot.pk, additional_data__event="export")
    assert (entry.actor, entry.additional_data["with_personal_data"]) == (olga, True)


def test_no_permission_no_snapshot(db):
    with pytest.raises(NotAllowed):
        create_snapshot(by=make_user("charlie", "feedback.view_feedback"))


def test_without_feedback_there_is_an_empty_snapshot(alice):
    snapshot, _ = create_snapshot(by=alice, formats=list(ALL))
    assert snapshot.counts["records"] == 0
    assert broken_files(snapshot.folder) == []
    add_formats(snapshot, ["pairs"], parquet=True)


def test_an_answer_judged_on_a_page_comes_with_what_it_cited(alice):
    analysis = make_analysis(make_job(), zoe(), "0000000000aa")
    quote = {"quote": "Python since 2015, says Zoë", "page": 1, "start": 0, "end": 5}
    analysis.questions.create(interaction_id="q1", question="Python?", response="Yes", citations=[quote])
    judge_claim(analysis=analysis, by=alice, about="answer:q1", verdict="right")
    snapshot, _ = create_snapshot(by=alice)
    (row,) = records(snapshot)
    assert row["context"] == [f"Python since 2015, says [NAME {row['candidate']}]"]


def test_the_card_says_what_a_trainer_has_to_know(alice):
    rows = world(alice, 2, 2)
    first, _ = create_snapshot(by=alice, formats=["pairs"])
    submit_feedback(by=alice, **body("new", kind="answer"))
    second, _ = create_snapshot(by=alice, formats=["pairs", "dpo"], filters={"max_rating": 4})
    third, _ = create_snapshot(by=alice, formats=["dpo"])
    assert f"hash `{third.hash}`" in third.card
    assert f"Parent: snapshot {first.pk} (hash `{first.hash}`); 1 added, 0 removed, 0 changed since" in third.card
    assert 'Filters: `{"max_rating": 4}`' in second.card
    assert f"| fit | {rows.filter(kind='fit').count()} |" in third.card
    assert "| 1.0 all-MiniLM-L6-v2 | 8 |" in third.card
    pairs = next(row["files"] for row in second.formats if row["name"] == "pairs")
    assert all(f"`{name}` {number}" in second.card for name, number in pairs.items())
    for told in ("[NAME 1a2b3c4d]", "salt `ats-splits-1`", "no licence", "`unseen_job_and_candidate`", "duplicate_of"):
        assert told in third.card
    old = third.hash
    cut_records(third, set(), {rows.first().pk})
    assert f"1 records; the hash was `{old}`" in third.card
    assert f"hash `{third.hash}`" in third.card
