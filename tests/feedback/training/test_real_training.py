"""The whole way of an adapter with the real model: trained, measured, put to use, taken back, traced."""

import json
import random
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as configured
from django.core.files.uploadedfile import SimpleUploadedFile

from analyses.models import Analysis
from analyses.ranking import ranking
from analyses.services import request_analysis
from feedback.errors import NotAllowed
from feedback.loop import world as worlds
from feedback.loop.paper import resume_pdf
from feedback.models import TrainingRun, TrainingStep
from feedback.services import submit_feedback
from feedback.snapshots.assignment import SplitPlan
from feedback.snapshots.build import create_snapshot
from feedback.snapshots.manifest import RECORDS
from feedback.snapshots.splitting import Shares
from feedback.training import judging, promotion, readiness, runs, specification
from feedback.training.cancelling import cancel_training
from feedback.training.crashes import fail_crashed_runs, this_host
from feedback.training.errors import NotPromotable, TooFewRatings, TrainingNotInstalled
from feedback.training.parameters import Parameters
from feedback.training.steps import carry_out_step
from jobs.services import create_job
from resumes.models import Resume
from resumes.services import add_resume
from vectors.models import Embedding
from vectors.packaged import weights_sha256

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.training,
    pytest.mark.skipif(find_spec("peft") is None, reason="needs requirements-train.txt"),
]
QUICK = Parameters(steps=3, batch_size=4, max_tokens=64)


@pytest.fixture
def owner(make_user):
    return make_user("olga", is_superuser=True)


@pytest.fixture
def snapshot(settings, tmp_path, owner):
    """Twelve jobs of as many kinds with rated candidates, under the real embedding model."""
    exports = Path(configured.MODEL_ROOT) / "onnx"
    settings.EMBEDDERS = {"default": {"BACKEND": "vectors.embedders.OnnxEmbedder", "OPTIONS": {}}}
    exports.mkdir(parents=True, exist_ok=True)
    settings.MODEL_ROOT = tmp_path / "models"
    settings.SNAPSHOT_ROOT = tmp_path / "snapshots"
    settings.MODEL_ROOT.mkdir()
    (settings.MODEL_ROOT / "onnx").symlink_to(exports, target_is_directory=True)
    size = worlds.WorldSize(rated_jobs=8, unseen_jobs=0, resumes=24, unseen_resumes=0)
    world, chance = worlds.make_world(3, size), random.Random(3)
    stored: dict[str, Resume] = {}
    for resume in world.resumes:
        file = SimpleUploadedFile(f"{resume.key}.pdf", resume_pdf(resume))
        stored[resume.key] = add_resume(file=file, filename=f"{resume.key}.pdf", by=owner).resume
    for row in world.rated:
        job = create_job(job_description=row.description, role_name=row.title, by=owner)
        for resume in worlds.candidates(row, world.resumes, chance):
            analysis = request_analysis(job=job, resume=stored[resume.key], by=owner)
            submit_feedback(
                by=owner,
                kind="fit",
                interaction_id=f"{row.key}-{resume.key}",
                query="How well does this candidate fit?",
                response=analysis.hiring_recommendation,
                rating=worlds.rating(row, resume, chance),
                analysis_id=analysis.pk,
            )
    plan = SplitPlan(jobs=Shares(0.4, 0.2, 0.4), candidates=Shares(0.6, 0.1, 0.3))
    return create_snapshot(by=owner, plan=plan)[0]


def trained(snapshot, owner) -> TrainingRun:
    run = runs.request_training(by=owner, task="embed", snapshot=snapshot, parameters=QUICK, force=True, enqueue=False)
    return runs.carry_out_run(run.pk)


def test_the_whole_way_of_an_adapter(snapshot, owner, settings):
    run = trained(snapshot, owner)
    assert run.status == "done", run.log
    adapter = Path(settings.MODEL_ROOT) / run.adapter_path
    assert json.loads((adapter / "adapter_config.json").read_text())["base_model_name_or_path"] == "all-MiniLM-L6-v2"
    assert not (adapter.parent / "data.jsonl").exists()
    assert run.metrics["threads"] >= 1
    assert run.metrics["processor"]
    assert trained(snapshot, owner).adapter_sha256 == run.adapter_sha256

    run = judging.evaluate_run(run=run, by=owner)
    assert run.verdict in ("candidate", "not_better")
    assert run.evaluation["measures"]["ndcg_at_5"]["jobs"] > 0
    assert run.evaluation["guard"]["blindness"] == {"pairs": 60, "largest_change": 0.0, "pairs_changed": 0}
    assert run.evaluation["merged"]["agreement"] > 0.9999
    assert run.evaluation["merged"]["moved"] > 0
    assert all(row["kind"] != "Other" for row in run.evaluation["slices"])

    judged: Any = Analysis.objects.filter(status="done").select_related("job", "resume").first()
    job, resume = judged.job, judged.resume
    before = [(row.pk, row.overall_score) for row in ranking(job=job)]
    promotion.promote(run=run, by=owner, force=True)
    adapted: Any = request_analysis(job=job, resume=resume, by=owner)
    parts = {part["key"]: part for part in adapted.result["components"]}
    assert adapted.result["engine"]["adapter"] == f"all-MiniLM-L6-v2+run-{run.pk}"
    assert parts["learned_fit"]["weight"] == run.evaluation["fit"]["weight"]
    total = sum(row["contribution"] for row in (*adapted.result["requirements"], *adapted.result["components"]))
    assert total == pytest.approx(adapted.overall_score, abs=0.01)
    behind, ids = promotion.feedback_behind(adapted)
    assert behind == run
    assert len(ids) == run.parameters["rows"]

    promotion.roll_back(by=owner)
    assert request_analysis(job=job, resume=resume, by=owner).pk == judged.pk
    assert [(row.pk, row.overall_score) for row in ranking(job=job)] == before
    with pytest.raises(NotPromotable, match="nothing to take back"):
        promotion.roll_back(by=owner)

    assert promotion.remove_old_indexes(by=owner) == [f"all-MiniLM-L6-v2+run-{run.pk}"]
    assert not Embedding.objects.filter(model=run.embedding_model).exists()
    exchange_merged_model(adapter.parent / "merged")
    with pytest.raises(NotPromotable, match="not the one that was measured"):
        promotion.promote(run=run, by=owner, force=True)
    (adapter / "adapter_model.safetensors").write_bytes(b"something else")
    with pytest.raises(NotPromotable, match="not the one that was trained"):
        promotion.promote(run=run, by=owner, force=True)


def exchange_merged_model(folder: Path) -> None:
    """Put other weights into the folder, and their hash beside them, as somebody would who knows how."""
    (folder / "model.safetensors").write_bytes(b"other weights")
    noted = json.loads((folder / "merged.json").read_text())
    (folder / "merged.json").write_text(json.dumps({**noted, "sha256": weights_sha256(folder)}))


def over_http(client, path, callbacks):
    """POST and let what follows the commit run: inline, as it would be in a small installation."""
    with callbacks(execute=True):
        answer = client.post(f"/api/{path}", {"force": True}, format="json")
    assert answer.status_code == 202, answer.json()


def test_the_same_way_over_http(snapshot, owner, api_as, recruiter, django_capture_on_commit_callbacks):
    run, client = trained(snapshot, owner), api_as(owner)
    path = f"training-runs/{run.pk}"
    over_http(client, f"{path}/evaluate", django_capture_on_commit_callbacks)
    row = client.get(f"/api/{path}").json()
    assert (row["step"]["kind"], row["step"]["status"], row["step"]["created_by"]) == ("evaluate", "done", "olga")
    assert row["verdict"] in ("candidate", "not_better")
    stopped = TrainingStep.objects.create(run=run, kind="promote", forced=True, cancel_requested=True, created_by=owner)
    assert carry_out_step(stopped.pk).status == "cancelled"
    assert not client.get(f"/api/{path}").json()["in_use"]

    over_http(client, f"{path}/promote", django_capture_on_commit_callbacks)
    row = client.get(f"/api/{path}").json()
    assert row["in_use"]
    assert row["step"]["progress"]["done"] == row["step"]["progress"]["total"] > 0
    assert client.post(f"/api/{path}/evaluate").status_code == 409  # its scale must stay while it serves
    judged: Any = Analysis.objects.filter(status="done").select_related("job", "resume").first()
    behind = f"/api/analyses/{judged.pk}/feedback-behind"
    assert client.get(behind).json()["adapter"] is None
    adapted = request_analysis(job=judged.job, resume=judged.resume, by=owner)
    answer = api_as(recruiter).get(f"/api/analyses/{adapted.pk}/feedback-behind?limit=2").json()
    assert (answer["adapter"], answer["run_id"], answer["snapshot_id"]) == (row["adapter"], run.pk, snapshot.pk)
    assert (answer["count"], len(answer["results"])) == (run.parameters["rows"], 2)
    assert {found["kind"] for found in answer["results"]} == {"fit"}
    assert client.post("/api/adapters/roll-back").json()["taken_back"] == row["adapter"]
    assert not client.get(f"/api/{path}").json()["in_use"]


def test_records_that_are_not_those_that_were_frozen_are_not_trained_on(snapshot, owner):
    with (snapshot.folder / RECORDS).open("a", encoding="utf-8") as file:
        file.write("\n")
    run = trained(snapshot, owner)
    assert run.status == "failed"
    assert "not those that were frozen" in run.error


def test_what_is_refused(snapshot, owner, recruiter, monkeypatch):
    with pytest.raises(TooFewRatings, match="At least 100 ratings"):
        runs.request_training(by=owner, task="embed", snapshot=snapshot)
    run = runs.request_training(by=owner, task="embed", snapshot=snapshot, parameters=QUICK, force=True, enqueue=False)
    with pytest.raises(NotPromotable):
        promotion.promote(run=run, by=owner)
    with pytest.raises(NotAllowed):
        promotion.promote(run=run, by=recruiter, force=True)
    assert cancel_training(run=run, by=owner).status == "cancelled"
    assert runs.carry_out_run(run.pk).status == "cancelled"
    monkeypatch.setattr(readiness, "find_spec", lambda name: None)
    with pytest.raises(TrainingNotInstalled, match=r"requirements-train\.txt"):
        runs.request_training(by=owner, task="embed", snapshot=snapshot, force=True)


def test_a_run_whose_process_failed_or_vanished_says_so(snapshot, owner, monkeypatch):
    monkeypatch.setattr(specification, "embedding_base", lambda: "/no/such/model")
    failed = trained(snapshot, owner)
    assert failed.status == "failed"
    assert "Traceback" in failed.log
    vanished = TrainingRun.objects.create(task="embed", status="running", host=this_host())
    assert fail_crashed_runs() == 1
    vanished.refresh_from_db()
    assert vanished.status == "failed"
    assert "stopped before" in vanished.error
