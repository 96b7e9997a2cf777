"""Ids of imported rows were made by others and can hold a name: exports and erasing see to them, too."""

import pytest
from auditlog.models import LogEntry

from feedback.legacy.exporting import export_legacy_data
from feedback.models import Feedback, Snapshot
from feedback.similar import similar_feedback
from feedback.snapshots.build import create_snapshot
from feedback.snapshots.derive import read_records
from feedback.snapshots.formats import ALL
from feedback.snapshots.manifest import broken_files
from feedback.trail import log_event
from feedback.training.data import fit_ratings
from feedback.training.promotion import feedback_behind
from jobs.models import Job
from resumes.models import Resume
from tests.feedback.conftest import make_analysis, make_job, make_resume
from tests.feedback.snapshot_data import PERSON, TEXT, place
from tests.feedback.test_erase import alice, everything_stored, folders, known, run  # noqa: F401  (fixtures)
from tests.feedback.test_erase_exports import words
from vectors import indexer
from vectors.models import OutboxEntry
from vectors.services import active_model

pytestmark = pytest.mark.django_db(transaction=True)
TELLING = "fb_zoe_hart_123"
FOUND = ("Yes, since 2016.", "Yes, since 2015.", "Yes, since 2014.")


def imported(feedback_id, **fields):
    said = {"query": "Does she know SQL?", "response": FOUND[0], "rating": 4}
    return Feedback.objects.create(
        feedback_id=feedback_id, **{"interaction_id": f"i-{feedback_id}", "source": "import", **said, **fields}
    )


@pytest.fixture
def loose(known, alice):  # noqa: F811
    """An imported row about nobody who is stored, with the name in its ids alone, and rows that point at it."""
    first = imported(TELLING, is_current=False, interaction_id="chat-zoe-hart")
    imported("fb_2", supersedes=first, interaction_id="chat-zoe-hart", response=FOUND[1])
    imported("fb_3", duplicate_of=first, response=FOUND[2])
    imported("fb_hart_9", response="One word of a name may be anybody's.")
    log_event(first, "submit", alice)
    question = make_analysis(Job.objects.get(), Resume.objects.get(pk="resume_of_another"), "0000000000dd").questions
    return question.create(interaction_id="q2", question="SQL?", response="Yes", examples=["fb_3", TELLING])


def test_a_row_that_stays_gets_ids_without_the_name(loose, known, alice):  # noqa: F811
    plan = run(known.pk, "--dry-run")
    assert TELLING in plan["mention_ids"]
    report = run(known.pk, "--yes")
    assert (report["complete"], report["rekeyed"]) == (True, 1)
    first, second, third = (Feedback.objects.get(response=said) for said in FOUND)
    assert first.pk == plan["rekeyed_ids"][TELLING]
    assert first.pk.startswith("rekeyed_")
    assert (second.supersedes_id, third.duplicate_of_id) == (first.pk, first.pk)
    assert first.interaction_id == second.interaction_id
    loose.refresh_from_db()
    assert loose.examples == ["fb_3", first.pk]
    assert LogEntry.objects.filter(object_pk=first.pk, additional_data__event="submit").count() == 1
    for label, text in everything_stored():
        assert "zoe" not in text.casefold(), label
    assert Feedback.objects.filter(pk="fb_hart_9").exists()
    assert not OutboxEntry.objects.filter(key=TELLING).exists()


def test_both_indexes_know_the_row_by_its_new_id(known, alice):  # noqa: F811
    imported(TELLING, response="SQL")
    similar_feedback(query="SQL", by=alice, n_results=10)
    similar_feedback(query="SQL", by=alice, n_results=10, backend="chroma")
    for index in indexer.STORES:
        indexer.rebuild(index, "feedback")
        assert TELLING in indexer.get_store(index, "feedback").contents()
    run(known.pk, "--yes")
    there = set(Feedback.objects.given().values_list("pk", flat=True))
    assert any(key.startswith("rekeyed_") for key in there)
    for index in indexer.STORES:
        assert set(indexer.get_store(index, "feedback").contents()) == there


def test_snapshots_and_exported_folders_hold_the_id_no_more(loose, known, alice, tmp_path):  # noqa: F811
    Feedback.objects.filter(pk=TELLING).update(is_current=True, interaction_id="chat-zoe-hart-1")
    imported("fb_4", duplicate_of_id=TELLING)
    snapshot, _ = create_snapshot(by=alice, formats=ALL)
    export_legacy_data(root=tmp_path / "out", by=None)
    assert TELLING in words(snapshot.folder)
    assert TELLING in words(tmp_path / "out")
    old = snapshot.hash
    report = run(known.pk, "--yes")
    assert report["complete"] is True
    for folder in (snapshot.folder, tmp_path / "out"):
        assert "zoe" not in words(folder)
    snapshot = Snapshot.objects.get(pk=snapshot.pk)
    assert (snapshot.erasures[0]["old_hash"], snapshot.erasures[0]["new_hash"]) == (old, snapshot.hash)
    assert broken_files(snapshot.folder) == []
    # What repeated it is the first to say so now, and is trained on.
    (repeated,) = [row for row in read_records(snapshot.folder / "records.jsonl") if row["feedback_id"] == "fb_4"]
    assert repeated["duplicate_of"] == ""
    following, _ = create_snapshot(by=alice)
    # The row itself stays, under its new id.
    assert "rekeyed_" in "".join(row["feedback_id"] for row in read_records(following.folder / "records.jsonl"))
    assert "zoe" not in words(following.folder)


def test_an_export_shows_ids_that_hold_the_name_anew(alice):  # noqa: F811
    resume = make_resume("resume_zoe_hart", TEXT, candidate_name="Zoë Quimby-Hart", profile=PERSON)
    job = make_job("job-for-zoe-hart", job_description="We look for an engineer")
    analysis = make_analysis(job, resume, "a-zoe-hart")
    place({job.pk: "train"}, {resume.pk: "train"})
    about = {"analysis": analysis, "job": job, "resume": resume, "kind": "fit"}
    first = imported(TELLING, interaction_id="zoe-hart-7", **about)
    imported("fb_2", duplicate_of=first, **about)
    snapshot, _ = create_snapshot(by=alice, formats=ALL)
    found = words(snapshot.folder)
    assert not [found[max(0, at - 60) : at + 30] for part in ("zoe", "hart") if (at := found.find(part)) >= 0]
    rows = {row["feedback_id"]: row for row in read_records(snapshot.folder / "records.jsonl")}
    assert rows["fb_2"]["duplicate_of"] in rows
    # Training finds the rows behind them all the same.
    assert [(row.job_id, row.resume_id, row.rating) for row in fit_ratings(snapshot)] == [(job.pk, resume.pk, 4.0)]
    model = active_model()
    snapshot.runs.create(task="embed", embedding_model=model, snapshot_hash=snapshot.hash)
    analysis.embedding_model = model
    analysis.save()
    assert feedback_behind(analysis)[1] == ["fb_2", TELLING]
    # Nothing changed but what did.
    imported("fb_9", **about)
    following, _ = create_snapshot(by=alice)
    assert following.manifest["changed_since_parent"] == {"added": 1, "removed": 0, "changed": 0}
    assert run(resume.pk, "--yes")["named_jobs"] == [job.pk]
    snapshot.refresh_from_db()
    assert snapshot.counts["records"] == 0


def test_an_index_of_the_first_format_is_read_as_the_new_one(alice, known):  # noqa: F811
    imported(TELLING)
    snapshot, _ = create_snapshot(by=alice)
    path = snapshot.folder / "index.tsv"
    path.write_text("".join("\t".join(line.split("\t")[:5]) + "\n" for line in path.read_text().splitlines()))
    report = run(known.pk, "--yes")
    assert [cut["records"] for cut in report["snapshots"]] == [3]
    assert TELLING not in words(snapshot.folder)
