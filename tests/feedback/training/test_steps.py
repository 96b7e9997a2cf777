"""A step of a run tells how it ended, whoever or whatever ended it."""

import pytest
from django.utils import timezone

from feedback.models import TrainingRun, TrainingStep
from feedback.training import runs, steps
from feedback.training.crashes import STEPS_LOCK, fail_crashed_runs, this_host
from feedback.training.places import adapters_root, run_folder
from feedback.training.supervision import TrainingBusy, training_lock

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def model_root(settings, tmp_path):
    settings.MODEL_ROOT = tmp_path


def make_step(**fields) -> TrainingStep:
    run = TrainingRun.objects.create(
        task="embed", status="done", finished_at=timezone.now(), adapter_sha256="a" * 64, snapshot=None
    )
    return TrainingStep.objects.create(run=run, kind="evaluate", **fields)


def test_a_step_that_cannot_be_done_says_why(administrator):
    step = steps.carry_out_step(make_step(created_by=administrator).pk)
    assert (step.status, step.error) == ("failed", "Only a finished run with its snapshot can be evaluated.")


def test_a_step_whose_process_is_gone_has_failed():
    step = make_step(status="running", host=this_host())
    elsewhere = make_step(status="running", host="another-machine")
    with training_lock(adapters_root(), STEPS_LOCK):
        assert fail_crashed_runs() == 0
    assert fail_crashed_runs() == 1
    step.refresh_from_db()
    elsewhere.refresh_from_db()
    assert (step.status, elsewhere.status) == ("failed", "running")
    assert "Ask for it again" in step.error


def test_a_run_whose_process_is_gone_leaves_its_log_and_nothing_of_the_resumes():
    run = TrainingRun.objects.create(task="sft", status="running", host=this_host())
    folder = run_folder(run)
    (folder / "work" / "data").mkdir(parents=True)
    for name in ("data.jsonl", "work/data/cache.arrow"):
        (folder / name).write_text("what a resume says")
    (folder / "log.txt").write_text("step 7")
    assert fail_crashed_runs() == 1
    run.refresh_from_db()
    assert (run.status, run.log) == ("failed", "step 7")
    assert [path.name for path in folder.iterdir()] == ["log.txt"]


def test_a_step_waits_for_another_one_and_stops_waiting_when_cancelled(monkeypatch):
    step, asked = make_step(), []

    def sleep(seconds: float) -> None:
        asked.append(seconds)
        if len(asked) == 12:  # after two attempts at the lock
            TrainingStep.objects.filter(pk=step.pk).update(
                status="cancelled", error="Cancelled before it began.", finished_at=timezone.now()
            )

    monkeypatch.setattr("feedback.training.supervision.time.sleep", sleep)
    with training_lock(adapters_root(), STEPS_LOCK):
        steps.take_step_in_turn(step.pk, wait=True)
    step.refresh_from_db()
    assert step.status == "cancelled"
    assert len(asked) >= 12


def test_where_nobody_can_wait_the_second_is_told_so():
    step, run = make_step(), TrainingRun.objects.create(task="embed")
    with training_lock(adapters_root(), STEPS_LOCK), training_lock(adapters_root()):
        steps.take_step_in_turn(step.pk, wait=False)
        runs.carry_out_in_turn(run.pk, wait=False)
        with pytest.raises(TrainingBusy):
            runs.carry_out_here(TrainingRun.objects.create(task="embed").pk)
    step.refresh_from_db()
    assert (step.status, "Try again later" in step.error) == ("failed", True)
    assert set(TrainingRun.objects.filter(task="embed").exclude(pk=step.run_id).values_list("status", flat=True)) == {
        "cancelled"
    }
