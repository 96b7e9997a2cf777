"""Evaluates an adapter on the ratings that its snapshot holds out, and makes the model that would serve."""

import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from django.conf import settings

from analyses import pipeline
from analyses.engine.inputs import EngineContext, LearnedFit
from analyses.engine.judge import fit_texts, judge, prepare
from analyses.engine.reading import Reading, texts_to_embed
from analyses.inputs import engine_context, job_input, resume_input
from analyses.pairs import remembering
from analyses.pipeline import Judge
from analyses.taxonomy import SiteTaxonomy
from feedback.models import Snapshot, TrainingRun
from feedback.snapshots.splitting import VALIDATION
from feedback.trail import Actor, log_event
from feedback.training import evaluation, guard
from feedback.training.data import HELD_OUT, FitRating, fit_ratings
from feedback.training.errors import NotPromotable
from feedback.training.evaluation import FitScale, RatedPair
from feedback.training.kinds import kind_of
from feedback.training.places import run_folder
from jobs.models import Job
from resumes.models import Resume
from vectors.adapted import register_adapted_model
from vectors.models import EmbeddingModel
from vectors.packaged import verified_folder, weights_sha256
from vectors.services import active_model, base_model, embed_texts, embedder_of

Progress = Callable[[int, int], object]


def check_can_be_judged(run: TrainingRun) -> Snapshot:
    """The snapshot to judge the run by.

    Raises NotPromotable where there is no adapter of the embedding model yet, or it is in use: measuring sets its
    scale, which the scores that it gives must keep.
    """
    if run.task != "embed":
        raise NotPromotable(
            f"An adapter of the task {run.task} belongs to a language model: it is used elsewhere, not measured here."
        )
    if run.status != TrainingRun.Status.DONE or run.snapshot is None:
        raise NotPromotable("Only a finished run with its snapshot can be evaluated.")
    if run.embedding_model is not None and run.embedding_model.is_active:
        raise NotPromotable("This adapter is in use: take it back first, then measure it against what is in use then.")
    return run.snapshot


def evaluate_run(*, run: TrainingRun, by: Actor, progress: Progress | None = None) -> TrainingRun:
    """Measure a trained embedding adapter on held-out jobs and write figures and verdict on the run.

    The same snapshot, adapter and engine give the same figures. ``progress`` is called with candidates scored and
    candidates in all. Raises NotPromotable for a run that has no adapter of the embedding model, or no held-out
    ratings.
    """
    snapshot = check_can_be_judged(run)
    model = serving_model(run)
    pairs = rated_pairs(fit_ratings(snapshot), model, progress)
    held_out = [pair for part in HELD_OUT for pair in pairs.get(part, [])]
    if not held_out:
        raise NotPromotable("The snapshot holds out no rated candidates: there is nothing to measure by.")
    validation = pairs.get(VALIDATION)
    scale = evaluation.fit_scale(validation or held_out, choose=bool(validation))
    guarded = guard.check(
        lambda texts: embed_texts(texts, model=base_model()),
        lambda texts: embed_texts(texts, model=model),
        judge_with(model, scale),
    )
    report = {
        **evaluation.compare(held_out, scale, seed=int(run.parameters.get("seed", 0))),
        "parts": {part: _part(pairs.get(part, []), scale) for part in HELD_OUT},
        "merged": json.loads((run_folder(run) / "merged" / "merged.json").read_text(encoding="utf-8")),
        "compared_with": active_model().key,
        "share_chosen_on": VALIDATION if pairs.get(VALIDATION) else "held-out",
        "fit": scale.as_json(),
        "guard": guarded,
        "slices": evaluation.slices(held_out, scale),
    }
    report["not_better_because"] = evaluation.why_not_better(report, guarded)
    run.evaluation = report
    run.verdict = TrainingRun.Verdict.NOT_BETTER if report["not_better_because"] else TrainingRun.Verdict.CANDIDATE
    run.embedding_model = model
    run.save(update_fields=["evaluation", "verdict", "embedding_model"])
    EmbeddingModel.objects.filter(pk=model.pk).update(fit=scale.as_json())
    log_event(run, "evaluate", by, verdict=run.verdict)
    return run


def _part(pairs: Sequence[RatedPair], scale: FitScale) -> dict[str, Any]:
    if not pairs:
        return {"jobs": 0, "pairs": 0}
    report = evaluation.compare(pairs, scale)
    return {"jobs": report["jobs"], "pairs": report["pairs"], "ndcg_at_5": report["measures"]["ndcg_at_5"]}


def rated_pairs(
    ratings: Sequence[FitRating], model: EmbeddingModel, progress: Progress | None = None
) -> dict[str, list[RatedPair]]:
    """Validation and held-out pairs by part, each scored without an adapter, with the one in use, and by ``model``."""
    in_use, base, taxonomy = active_model(), base_model(), SiteTaxonomy()
    contexts = {"without": engine_context(base), "in_use": engine_context(in_use)}
    found: dict[str, list[RatedPair]] = {}
    meant = [rating for rating in ratings if rating.part in (VALIDATION, *HELD_OUT)]
    for done, rating in enumerate(meant):
        if progress:
            progress(done, len(meant))
        job = Job.objects.filter(pk=rating.job_id).first()
        resume = Resume.objects.filter(pk=rating.resume_id, status=Resume.Status.READY).first()
        if job is None or resume is None:
            continue
        reading = prepare(job_input(job, rating.job_version or None), resume_input(resume), taxonomy)
        scores = {name: _score(reading, context, base, in_use) for name, context in contexts.items()}
        posting, candidate = embed_texts(list(fit_texts(reading)), model=model)
        found.setdefault(rating.part, []).append(
            RatedPair(
                job=job.pk,
                resume=resume.pk,
                gain=rating.rating - 1,
                similarity=round(float(posting @ candidate), 3),
                kind=kind_of(reading.job),
                **scores,
            )
        )
    if progress:
        progress(len(meant), len(meant))
    return found


def _score(reading: Reading, context: EngineContext, base: EmbeddingModel, in_use: EmbeddingModel) -> float:
    vectors = pipeline.embed(texts_to_embed(reading), base)
    adapted = pipeline.embed(list(fit_texts(reading)), in_use) if context.fit else None
    return float(judge(reading, vectors, context, adapted)["overall_score"])


def judge_with(model: EmbeddingModel, scale: FitScale) -> Judge:
    """The judge as it would be with ``model`` in use on this scale; what it embeds is stored nowhere."""
    base = base_model()
    fit = LearnedFit(**scale.as_json())
    context = EngineContext(base.key, base.weights_sha256, model.key, base.dimension, fit)
    return Judge(context, remembering(embedder_of(base)), remembering(embedder_of(model)))


def serving_model(run: TrainingRun, *, measured: bool = False) -> EmbeddingModel:
    """The row and the files of the base with the run's adapter merged in; made where they are not there yet.

    The merge runs in a process of its own, as it imports torch. Raises NotPromotable where the adapter or the base
    are not those of the run, or (``measured``) the merged model is not the one that was measured.
    """
    folder = run_folder(run)
    adapter, merged = folder / "adapter", folder / "merged"
    if not adapter.is_dir() or weights_sha256(adapter) != run.adapter_sha256:
        raise NotPromotable("The adapter's file is missing or is not the one that was trained.")
    base = base_model()
    if (base.key, base.weights_sha256) != (run.base, run.base_sha256):
        raise NotPromotable(f"The adapter belongs to the base {run.base}; the one in use is {base.key}.")
    if not (merged / "merged.json").exists():
        _merge(adapter, merged)
    digest = weights_sha256(merged)
    if json.loads((merged / "merged.json").read_text(encoding="utf-8"))["sha256"] != digest:
        raise NotPromotable("The merged model is not the one that was made. Remove its folder and try again.")
    if measured and (run.embedding_model is None or run.embedding_model.artefact_sha256 != digest):
        raise NotPromotable("The merged model is not the one that was measured. Measure the adapter again.")
    return register_adapted_model(
        key=f"{base.key}+run-{run.pk}",
        base=base,
        artefact=str(merged.relative_to(Path(settings.MODEL_ROOT))),
        weights=digest,
        fit=run.evaluation.get("fit", {}),
    )


def _merge(adapter: Path, merged: Path) -> None:
    base = Path(settings.EMBEDDING_MODEL) if settings.EMBEDDING_MODEL else verified_folder()
    done = subprocess.run(
        [sys.executable, "-m", "feedback.training.embed_trainer", "merge", str(base), str(adapter), str(merged)],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).resolve().parent.parent.parent,
    )
    if done.returncode != 0:
        last = (done.stderr.strip().splitlines() or ["no message"])[-1]
        raise NotPromotable(f"The adapter could not be merged into its base: {last}")
    figures = json.loads(done.stdout.strip().splitlines()[-1])
    (merged / "merged.json").write_text(json.dumps({"sha256": weights_sha256(merged), **figures}), encoding="utf-8")
