"""Runs, adapters and snapshots over HTTP: who may do what, and what is refused with which words."""

from importlib.util import find_spec

import pytest
from auditlog.models import LogEntry
from django.utils import timezone
from rest_framework.test import APIClient

from feedback.models import Snapshot, TrainingRun, TrainingStep
from feedback.snapshots.build import create_snapshot
from feedback.snapshots.cutting import cut_records
from feedback.snapshots.index import erasure_key
from tests.feedback.snapshot_data import world

pytestmark = pytest.mark.django_db
needs_training = pytest.mark.skipif(find_spec("peft") is None, reason="needs requirements-train.txt")


@pytest.fixture(autouse=True)
def folders(settings, tmp_path):
    settings.SNAPSHOT_ROOT = tmp_path / "snapshots"
    settings.MODEL_ROOT = tmp_path / "models"


@pytest.fixture
def owner(administrator, api_as):
    return api_as(administrator)


def done_run(**fields) -> TrainingRun:
    values = {"task": "embed", "status": "done", "finished_at": timezone.now(), "adapter_sha256": "a" * 64}
    return TrainingRun.objects.create(**{**values, **fields})


WRITES = (
    "training-runs",
    "training-runs/{run}/cancel",
    "training-runs/{run}/evaluate",
    "training-runs/{run}/promote",
    "adapters/roll-back",
    "adapters/remove-old-indexes",
)


@pytest.mark.parametrize("path", WRITES)
def test_recruiters_may_look_but_not_train(path, api):
    run = done_run()
    answer = api.post(f"/api/{path.format(run=run.pk)}", {}, format="json")
    assert (answer.status_code, answer.json()["code"]) == (403, "permission_denied")
    assert api.get(f"/api/training-runs/{run.pk}").status_code == 200
    assert api.get("/api/training-runs/overview").status_code == 200


@pytest.mark.parametrize(
    "path", ["training-runs", "training-runs/1", "adapters", "snapshots", "training-runs/overview"]
)
def test_strangers_see_nothing(path, api_as, stranger):
    assert api_as(stranger).get(f"/api/{path}").status_code == 403
    assert APIClient().get(f"/api/{path}").status_code == 401


def test_what_is_not_there_is_a_404(owner):
    for path in ("training-runs/999", "training-runs/" + "9" * 30, "training-runs/x", "snapshots/0123456789ab"):
        answer = owner.get(f"/api/{path}")
        assert (answer.status_code, set(answer.json())) == (404, {"detail", "code", "errors"})
    assert owner.get("/api/analyses/nope/feedback-behind").status_code == 404
    assert owner.post("/api/training-runs/999/promote", {}, format="json").status_code == 404


def test_runs_are_listed_newest_first_and_filtered(owner):
    done_run(verdict="candidate")
    newest = done_run(task="dpo")
    rows = owner.get("/api/training-runs").json()
    assert (rows["count"], rows["results"][0]["run_id"]) == (2, newest.pk)
    assert [row["task"] for row in owner.get("/api/training-runs?verdict=candidate").json()["results"]] == ["embed"]
    assert owner.get("/api/training-runs?status=sleeping").status_code == 400


@needs_training
@pytest.mark.parametrize(
    ("body", "code", "words"),
    [
        ({"task": "sing"}, 400, "Write one of: embed, "),
        ({"r": 0, "force": True}, 400, "r is a whole number from 1 to 256"),
        ({"device": "toaster", "force": True}, 400, "device is auto"),
        ({"snapshot_id": "0123456789ab"}, 400, "no snapshot"),
        ({"task": "dpo", "force": True}, 400, "Name the language model"),
        ({}, 409, "at least 100"),
    ],
)
def test_a_training_that_makes_no_sense_is_refused(owner, body, code, words):
    answer = owner.post("/api/training-runs", body, format="json")
    assert answer.status_code == code
    assert words.lower() in (answer.json()["detail"] + str(answer.json()["errors"])).lower()
    assert not TrainingRun.objects.exists()


@needs_training
def test_a_training_begins_and_is_cancelled(owner, administrator, alice):
    world(alice, jobs=2, resumes=2)
    answer = owner.post("/api/training-runs", {"steps": 2, "force": True}, format="json")  # not committed: it waits
    assert answer.status_code == 202, answer.json()
    row = answer.json()
    assert (row["status"], row["parameters"]["steps"], row["created_by"]) == ("queued", 2, "root")
    assert row["snapshot_id"] == Snapshot.objects.get().pk
    cancelled = owner.post(f"/api/training-runs/{row['run_id']}/cancel")
    assert (cancelled.status_code, cancelled.json()["status"]) == (200, "cancelled")
    again = owner.post(f"/api/training-runs/{row['run_id']}/cancel")
    assert (again.status_code, again.json()["code"]) == (409, "nothing_to_cancel")
    run = TrainingRun.objects.get()
    lines = LogEntry.objects.get_for_object(run).exclude(additional_data=None)
    assert sorted((line.additional_data["event"], line.actor.username) for line in lines) == [
        ("cancel", "root"),
        ("train", "root"),
    ]


@pytest.mark.parametrize(
    ("fields", "act", "words"),
    [
        ({"task": "dpo"}, "evaluate", "belongs to a language model"),
        ({"status": "failed", "error": "No."}, "evaluate", "Only a finished run"),
        ({}, "promote", "Evaluate the adapter first"),
        ({"evaluation": {"fit": {"weight": 0.1}}, "verdict": "not_better"}, "promote", "not found better"),
        ({"evaluation": {"fit": {}, "compared_with": "x"}, "verdict": "candidate"}, "promote", "Evaluate the adapter"),
        (
            {"evaluation": {"fit": {"weight": 0.1}, "compared_with": "other"}, "verdict": "candidate"},
            "promote",
            "not in use any more",
        ),
    ],
)
def test_what_is_not_ready_is_a_409_with_the_reason(owner, fields, act, words):
    run = done_run(**fields)
    answer = owner.post(f"/api/training-runs/{run.pk}/{act}", {}, format="json")
    assert (answer.status_code, answer.json()["code"]) == (409, "not_promotable")
    assert words in answer.json()["detail"]
    assert not TrainingStep.objects.exists()


def test_one_thing_at_a_time_is_done_with_a_run(owner):
    run = done_run(evaluation={"fit": {"weight": 0.1}}, verdict="candidate")
    first = owner.post(f"/api/training-runs/{run.pk}/promote", {}, format="json")
    assert (first.status_code, first.json()["step"]["status"]) == (202, "queued")
    second = owner.post(f"/api/training-runs/{run.pk}/promote", {}, format="json")
    assert (second.status_code, second.json()["code"]) == (409, "step_under_way")
    assert owner.post(f"/api/training-runs/{run.pk}/cancel").json()["step"]["status"] == "cancelled"


def test_adapters_are_listed_and_there_may_be_none_to_take_back(owner):
    (row,) = owner.get("/api/adapters").json()["results"]
    assert (row["in_use"], row["base"], row["run_id"], row["share"]) == (True, None, None, None)
    answer = owner.post("/api/adapters/roll-back")
    assert (answer.status_code, answer.json()["code"]) == (409, "not_promotable")
    assert owner.post("/api/adapters/remove-old-indexes").json() == {"removed": []}


def test_a_snapshot_is_made_once_listed_and_read(api, recruiter):
    world(recruiter, jobs=1, resumes=2)
    made = api.post("/api/snapshots", {"formats": ["pairs", "sft"], "min_rating": 1}, format="json")
    assert made.status_code == 201, made.json()
    assert sorted(made.json()["formats"]) == ["pairs", "sft"]
    assert made.json()["manifest"]["counts"]["records"] == made.json()["counts"]["records"] == 4
    assert "TRL SFTTrainer" in made.json()["card"]
    key = made.json()["snapshot_id"]
    assert api.post("/api/snapshots", {"min_rating": 1}, format="json").status_code == 200
    assert [row["snapshot_id"] for row in api.get("/api/snapshots").json()["results"]] == [key]
    assert api.get(f"/api/snapshots/{key}").json()["hash"] == Snapshot.objects.get().hash


@pytest.mark.parametrize(
    ("body", "code"),
    [({"formats": ["word"]}, 400), ({"with_personal_data": True}, 403), ({"min_rating": 9}, 400)],
)
def test_a_snapshot_that_may_not_be_made_is_refused(api, body, code):
    assert api.post("/api/snapshots", body, format="json").status_code == code
    assert not Snapshot.objects.exists()


def test_hiring_managers_make_no_snapshots(api_as, hiring_manager):
    assert api_as(hiring_manager).post("/api/snapshots", {}, format="json").status_code == 403


def test_a_run_says_what_was_erased_of_what_it_learned(owner, alice, administrator):
    world(alice, jobs=2, resumes=2)
    snapshot, _ = create_snapshot(by=administrator)
    run = done_run(snapshot=snapshot, snapshot_hash=snapshot.hash)
    assert owner.get(f"/api/training-runs/{run.pk}").json()["records_erased_since"] == 0
    cut_records(snapshot, {erasure_key("resume_000000000000")}, set())
    later = done_run(snapshot=snapshot, snapshot_hash=snapshot.hash)
    assert owner.get(f"/api/training-runs/{run.pk}").json()["records_erased_since"] == 4
    assert owner.get(f"/api/training-runs/{later.pk}").json()["records_erased_since"] == 0
