"""Snapshots, runs and adapters as the API answers them."""

from typing import Any

from feedback.models import Snapshot, TrainingRun, TrainingStep
from vectors.models import EmbeddingModel
from vectors.services import active_model

RUN_RELATED = ("snapshot", "created_by", "embedding_model")
RUN_STEPS = "steps__created_by"


def step_row(step: TrainingStep) -> dict[str, Any]:
    """A step of a run."""
    return {
        "kind": step.kind,
        "status": step.status,
        "forced": step.forced,
        "progress": step.progress,
        "error": step.error or None,
        "created_at": step.created_at,
        "finished_at": step.finished_at,
        "created_by": step.created_by.get_username() if step.created_by else None,
    }


def run_row(run: TrainingRun) -> dict[str, Any]:
    """A run in a list; pass runs with RUN_RELATED selected and RUN_STEPS prefetched."""
    measured = run.evaluation.get("measures", {}).get("ndcg_at_5", {})
    return {
        "run_id": run.pk,
        **{name: getattr(run, name) for name in ("task", "status", "progress", "snapshot_id", "snapshot_hash")},
        **{name: getattr(run, name) for name in ("base", "base_sha256", "created_at", "started_at", "finished_at")},
        **{name: getattr(run, name) or None for name in ("verdict", "error", "adapter_sha256")},
        "in_use": bool(run.embedding_model and run.embedding_model.is_active),
        "adapter": run.embedding_model.key if run.embedding_model else None,
        "gain": measured.get("gain_over_in_use"),
        "step": step_row(run.newest_step) if run.newest_step else None,
        "records_erased_since": run.records_erased_since,
        "created_by": run.created_by.get_username() if run.created_by else None,
    }


def run_detail(run: TrainingRun) -> dict[str, Any]:
    """A run with everything that is known of it."""
    return {
        **run_row(run),
        **{name: getattr(run, name) for name in ("parameters", "metrics", "versions", "evaluation", "log")},
        "not_better_because": run.evaluation.get("not_better_because", []),
        "steps": [step_row(step) for step in run.steps.all()],
    }


def adapter_row(model: EmbeddingModel) -> dict[str, Any]:
    """A model; pass it with ``embeddings_count`` annotated."""
    active = active_model()
    run = getattr(model, "training_run", None)
    return {
        "adapter": model.key,
        "base": model.base.key if model.base else None,
        "run_id": run.pk if run else None,
        "in_use": model.is_active,
        "roll_back_target": active.base_id is not None and model.pk == (active.replaced_id or active.base_id),
        "share": (model.fit or {}).get("weight"),
        "embeddings": getattr(model, "embeddings_count", 0),
        "created_at": model.created_at,
    }


def snapshot_row(snapshot: Snapshot) -> dict[str, Any]:
    """A snapshot in a list."""
    same = ("snapshot_id", "hash", "records_sha256", "filters", "counts", "with_personal_data", "erasures")
    return {
        **{name: getattr(snapshot, name) for name in (*same, "created_at")},
        "formats": [row["name"] for row in snapshot.formats],
        "parent_snapshot_id": snapshot.parent_id,
        "training_runs": sorted(run.pk for run in snapshot.runs.all()),
        "created_by": snapshot.created_by.get_username() if snapshot.created_by else None,
    }


def snapshot_detail(snapshot: Snapshot) -> dict[str, Any]:
    """A snapshot with its manifest and data card."""
    return {**snapshot_row(snapshot), "manifest": snapshot.manifest, "card": snapshot.card}
