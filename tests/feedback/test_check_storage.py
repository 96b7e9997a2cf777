import io
import json
import os
import shutil
import time

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command

from analyses.matches import refresh_digests
from feedback.services import submit_feedback
from feedback.similar import similar_feedback
from feedback.snapshots.build import create_snapshot
from resumes.models import Resume
from resumes.services import delete_resume
from tests.feedback.conftest import body, make_resume
from tests.feedback.snapshot_data import world
from vectors import indexer
from vectors.models import Embedding

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def folders(settings, tmp_path):
    settings.VECTOR_ROOT = tmp_path / "vectors"
    settings.SNAPSHOT_ROOT = tmp_path / "snapshots"
    settings.MEDIA_ROOT = tmp_path / "media"
    indexer._stores.clear()


def check(*args):
    out, failed = io.StringIO(), False
    try:
        call_command("check_storage", "--json", *args, stdout=out, stderr=io.StringIO())
    except CommandError:
        failed = True
    report = json.loads(out.getvalue())
    assert failed == bool(report["left"])
    assert report["left"] == sum(not finding["repaired"] for finding in report["findings"])
    return [(finding["problem"], finding["subject"]) for finding in report["findings"] if not finding["repaired"]]


def stored(name, content, age=7200):
    default_storage.save(name, ContentFile(content))
    then = time.time() - age
    os.utime(default_storage.path(name), (then, then))


def test_all_is_well(alice):
    submit_feedback(by=alice, **body())
    create_snapshot(by=alice, formats=["pairs"])
    assert check() == []


def test_resumes_that_search_does_not_know_are_made_findable(alice):
    resume = make_resume("resume_unfindable", text="Cooked fish for two hundred guests.")
    assert check() == [("stale_digest", "1 resumes")]
    assert check("--repair") == []
    assert check() == []
    assert resume.digest.text


def test_files_that_are_missing_wrong_or_nobody_s(db):
    make_resume("resume_missing").__class__.objects.update(file="resumes/aa/gone.pdf")
    resume = make_resume("resume_wrong", sha256="0" * 64)
    stored("resumes/bb/there.pdf", b"0123456789")
    resume.file.name = "resumes/bb/there.pdf"
    resume.save()
    refresh_digests()
    stored("resumes/cc/orphan.pdf", b"x")
    stored("resumes/cc/new.pdf", b"x", age=0)
    assert check() == [("missing_file", "resume_missing"), ("orphan_file", "resumes/cc/orphan.pdf")]
    assert ("wrong_file", "resume_wrong") in check("--hashes")
    assert check("--repair") == [("missing_file", "resume_missing")]
    assert not default_storage.exists("resumes/cc/orphan.pdf")
    assert default_storage.exists("resumes/cc/new.pdf")


def test_an_index_that_differs_is_rebuilt(alice):
    row, _ = submit_feedback(by=alice, **body())
    similar_feedback(query="x", by=alice)
    similar_feedback(query="x", by=alice, backend="chroma")
    for backend in ("faiss", "chroma"):
        indexer.get_store(backend, "feedback").apply([], [row.pk])
    # An empty index mends itself; one that lacks a row does not.
    submit_feedback(by=alice, **body("i-2"))
    found = check()
    assert found == [("stale_index", "faiss/feedback"), ("stale_index", "chroma/feedback")]
    assert check("--repair") == []
    assert check() == []


def test_vectors_that_cannot_be_right_are_removed(alice):
    submit_feedback(by=alice, **body())
    similar_feedback(query="x", by=alice)
    good = Embedding.objects.count()
    first = Embedding.objects.order_by("pk").first()
    assert first is not None
    Embedding.objects.filter(pk=first.pk).update(vector=b"\x00" * 8)
    assert [problem for problem, _ in check()] == ["bad_vector"]
    check("--repair")
    assert Embedding.objects.count() in (good - 1, good)
    assert check() == []


def test_snapshots_that_changed_and_folders_left_over(alice, settings):
    submit_feedback(by=alice, **body())
    snapshot, _ = create_snapshot(by=alice)
    shutil.copytree(snapshot.folder, settings.SNAPSHOT_ROOT / "0123456789ab")
    (snapshot.folder / "records.jsonl").write_text("{}\n")
    assert check() == [("broken_snapshot", snapshot.pk), ("orphan_folder", "0123456789ab")]
    assert check("--repair") == [("broken_snapshot", snapshot.pk)]


def test_records_of_a_deleted_resume_that_a_crash_left_in_a_snapshot(alice, django_capture_on_commit_callbacks):
    world(alice, 2, 2)
    snapshot, _ = create_snapshot(by=alice, formats=["kto"])
    with django_capture_on_commit_callbacks():  # the process dies after the commit: nothing of it is carried out
        delete_resume(resume=Resume.objects.get(pk="resume_000000000001"), cascade=True, by=alice)
    assert ("deleted_resume", snapshot.pk) in check()
    check("--repair")
    snapshot.refresh_from_db()
    assert snapshot.counts["records"] == 4
    assert not [finding for finding in check() if finding[1] == snapshot.pk]
