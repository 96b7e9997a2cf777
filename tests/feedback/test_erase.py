import io
import json
from pathlib import Path
from typing import cast

import pytest
from auditlog.models import LogEntry
from django.apps import apps
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.utils import timezone

from analyses.models import Analysis
from feedback.models import Feedback, TrainingRun
from feedback.services import submit_feedback
from feedback.similar import similar_feedback
from feedback.snapshots.build import create_snapshot
from feedback.snapshots.formats import ALL
from resumes.models import Person, PersonRuling, Resume
from resumes.same_person import not_same_person
from resumes.storage import pdf_key
from tests.feedback.conftest import EVERYDAY, body, make_analysis, make_job, make_resume, make_user
from tests.feedback.snapshot_data import zoe
from vectors import holder, indexer
from vectors.models import Embedding, EmbeddingModel
from vectors.services import active_model
from vectors.stores.faiss_store import FaissStore

pytestmark = pytest.mark.django_db(transaction=True)
PERSONAL = ("zoë", "quimby", "zoe.hart", "30 1234567")


@pytest.fixture(autouse=True)
def folders(settings, tmp_path):
    settings.VECTOR_ROOT = tmp_path / "vectors"
    settings.SNAPSHOT_ROOT = tmp_path / "snapshots"
    indexer._stores.clear()


@pytest.fixture
def alice():
    return make_user("alice", *EVERYDAY, group="recruiter")


@pytest.fixture
def known(alice):
    """Zoë with a PDF, two analyses, feedback, a question, a decision; and somebody else."""
    resume, other = zoe(), make_resume("resume_of_another", "Somebody else\nknows SQL", candidate_name="Somebody Else")
    resume.sha256 = "ab" * 32
    resume.file.name = default_storage.save(pdf_key(resume.sha256), ContentFile(b"%PDF-1.4 Quimby-Hart"))
    resume.save()
    job = make_job()
    analysis = make_analysis(job, resume, "0000000000aa")
    analysis.questions.create(interaction_id="q1", question="Quimby-Hart?", response="Yes")
    analysis.decisions.create(decision="rejected", reason="Zoë lacks SQL")
    first, _ = submit_feedback(by=alice, **body("one", analysis_id=analysis.pk, response="Zoë knows Python"))
    submit_feedback(by=alice, **body("one", analysis_id=analysis.pk, response="Quimby", supersedes=first.pk))
    submit_feedback(by=alice, **body("loose", response="Unlike Zoë Quimby-Hart she knows SQL"))
    submit_feedback(by=alice, **body("kept", analysis_id=make_analysis(job, other, "0000000000bb").pk, response="SQL"))
    return resume


def run(*args):
    out = io.StringIO()
    call_command("erase_candidate", *args, "--json", stdout=out, stderr=io.StringIO())
    return json.loads(out.getvalue())


def everything_stored():
    """Every text that the database and the folders hold."""
    for model in apps.get_models():
        for row in model._default_manager.values():
            yield model._meta.label, str(row)


def test_nothing_of_the_person_is_left(alice, known, settings, tmp_path):
    snapshot, _ = create_snapshot(by=alice, formats=ALL)
    run_ = TrainingRun.objects.create(task="embed", snapshot_hash=snapshot.hash)
    assert len(similar_feedback(query="Zoë Python", by=alice, n_results=10, backend="chroma").results) == 3
    similar_feedback(query="Zoë", by=alice, n_results=10)
    key = known.file.name
    report = run(known.pk, "--yes")
    assert report["complete"] is True
    assert (report["files"], report["mentions"], report["training_runs"]) == (1, 1, [run_.pk])
    assert not default_storage.exists(key)
    for label, text in everything_stored():
        for personal in PERSONAL:
            assert personal not in text.casefold(), (label, personal)
    for root in (settings.SNAPSHOT_ROOT, tmp_path):
        for path in Path(root).rglob("*"):
            if path.is_file():
                data = path.read_bytes().decode("utf-8", "ignore").casefold()
                assert not any(personal in data for personal in PERSONAL), path
    assert set(Resume.objects.values_list("pk", flat=True)) == {"resume_of_another"}
    assert set(Feedback.objects.values_list("interaction_id", flat=True)) == {"loose", "kept"}
    assert Analysis.objects.count() == 1
    snapshot.refresh_from_db()
    assert snapshot.hash != snapshot.erasures[0]["old_hash"] == run_.snapshot_hash
    for backend in ("faiss", "chroma"):
        found = similar_feedback(query="Zoë Python", by=alice, n_results=10, backend=backend)
        assert {row["interaction_id"] for row in found.results} == {"loose", "kept"}
        assert set(indexer.get_store(backend, "feedback").contents()) == set(
            Feedback.objects.values_list("pk", flat=True)
        )
    assert LogEntry.objects.filter(additional_data__event="erase").count() == 1
    assert not LogEntry.objects.filter(object_pk=known.pk).exists()


def test_who_is_named_beside_somebody_else_is_taken_out_there_too(alice, known):
    other = Analysis.objects.get(resume="resume_of_another")
    said = {"response": "Better than zoe quimby hart", "context": ["Unlike ZOË QUIMBY-HART", "ask boss@example.com"]}
    submit_feedback(by=alice, **body("beside-zoe-quimby", analysis_id=other.pk, **said))
    namesake = make_resume("resume_namesake", "Zoë Quimby-Hart\nknows Go", candidate_name="Zoë Quimby-Hart")
    theirs = make_analysis(other.job, namesake, "0000000000cc")
    submit_feedback(by=alice, **body("theirs", analysis_id=theirs.pk, response="Zoë Quimby-Hart knows Go"))
    report = run(known.pk, "--yes")
    assert report["mentions"] == 2
    row = Feedback.objects.get(resume="resume_of_another", response__startswith="Better")
    assert row.response == "Better than [NAME erased]"
    assert row.context == ["Unlike [NAME erased]", "ask boss@example.com"]
    assert row.interaction_id.startswith("rekeyed_")
    assert Feedback.objects.get(interaction_id="theirs").response == "Zoë Quimby-Hart knows Go"


def test_a_dry_run_and_a_doubt_change_nothing(known):
    plan = run(known.pk, "--dry-run")
    assert (plan["resume_ids"], len(plan["feedback_ids"]), len(plan["mention_ids"])) == ([known.pk], 2, 1)
    with pytest.raises(CommandError, match="--yes"):
        run(known.pk)
    assert Resume.objects.filter(pk=known.pk).exists()
    assert Embedding.objects.count() == 0


def test_versions_are_named_and_taken_on_request(known):
    person = Person.objects.create()
    other = make_resume("resume_version", "Zoë Quimby-Hart, older", candidate_name="Zoë Quimby-Hart", person=person)
    Resume.objects.filter(pk=known.pk).update(person=person)
    assert run(known.pk, "--dry-run")["other_versions"] == [other.pk]
    assert run(known.pk, "--dry-run", "--all-versions")["resume_ids"] == sorted([known.pk, other.pk])
    assert run("--email", "ZOE.hart@example.org", "--all-versions", "--yes")["other_versions"] == []
    assert set(Resume.objects.values_list("pk", flat=True)) == {"resume_of_another"}


def test_people_taken_apart_are_not_erased_together(known, alice):
    other = make_resume("resume_namesake", "Zoë Quimby-Hart, her aunt", candidate_name="Zoë Quimby-Hart")
    Resume.objects.filter(pk=other.pk).update(profile=known.profile)
    not_same_person(resume=known, other=other, by=alice)
    with pytest.raises(CommandError, match="resume_namesake"):
        run("--email", "zoe.hart@example.org", "--yes")
    assert run(known.pk, "--all-versions", "--yes")["complete"]
    assert Resume.objects.filter(pk=other.pk).exists()
    assert not PersonRuling.objects.exists()


@pytest.mark.parametrize(
    "args", [[], ["nowhere"], ["--email", "nobody@example.org"], ["x", "--email", "y@example.org"]]
)
def test_whom_to_erase_must_be_clear(db, args):
    with pytest.raises(CommandError):
        run(*args, "--yes")


def test_a_holder_that_does_not_answer_is_a_failure(known, monkeypatch):
    def silent(kind, index, collection, *, timeout):
        raise holder.HolderDoesNotAnswer("It did not answer.")

    with monkeypatch.context() as patched:
        patched.setattr(holder, "ask", silent)
        with pytest.raises(CommandError, match="did not answer"):
            run(known.pk, "--yes")
    assert not Resume.objects.filter(pk=known.pk).exists()
    assert run(known.pk)["complete"] is True


def test_the_adapters_that_learned_from_it_are_named(alice, known):
    snapshot, _ = create_snapshot(by=alice)
    model = active_model()
    trained = {"status": "done", "finished_at": timezone.now(), "adapter_sha256": "a" * 64}
    learned = {**trained, "snapshot": snapshot, "snapshot_hash": snapshot.hash}
    embed = TrainingRun.objects.create(task="embed", adapter_path="adapters/1", embedding_model=model, **learned)
    words = TrainingRun.objects.create(task="dpo", adapter_path="adapters/2", **learned)
    TrainingRun.objects.create(task="embed", snapshot_hash="0" * 64, **trained)
    report = run(known.pk, "--yes")
    assert report["training_runs"] == [embed.pk, words.pk]
    assert report["adapters"] == [
        {"run": embed.pk, "task": "embed", "adapter": "adapters/1", "in_use": True},
        {"run": words.pk, "task": "dpo", "adapter": "adapters/2", "in_use": False},
    ]
    (line,) = LogEntry.objects.filter(additional_data__event="erase")
    assert line.additional_data["training_runs"] == [embed.pk, words.pk]
    embed = TrainingRun.objects.get(pk=embed.pk)
    # Her two revisions' newest, and the row that named her.
    assert embed.records_erased_since == 2


def test_indexes_kept_for_going_back_hold_nobody_who_was_erased(alice, known):
    other = EmbeddingModel.objects.create(key="used-before", dimension=active_model().dimension)
    for index in indexer.STORES:
        indexer.rebuild(index, "feedback", other)
    theirs = set(Feedback.objects.filter(resume=known, is_current=True).values_list("pk", flat=True))
    assert theirs <= set(indexer.get_store("faiss", "feedback", other).contents())
    assert run(known.pk, "--yes")["complete"] is True
    folder = cast(FaissStore, indexer.get_store("faiss", "feedback", other)).folder
    assert [path.name for path in folder.iterdir()] == ["lock"]
    for index in indexer.STORES:
        indexer.drain(index, "feedback", other)
        held = set(indexer.get_store(index, "feedback", other).contents())
        assert held == set(Feedback.objects.values_list("pk", flat=True))
