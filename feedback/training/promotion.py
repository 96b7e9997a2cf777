"""Puts an adapter to use and takes it back. Both are a person's act and one switched pointer."""

import logging
from collections.abc import Iterable, Iterator
from itertools import islice

from django.db import transaction

from analyses.engine.fit import job_fit_text, resume_fit_text
from analyses.engine.inputs import JobInput
from analyses.engine.judge import prepare
from analyses.inputs import job_input, resume_input
from analyses.models import Analysis
from analyses.taxonomy import SiteTaxonomy
from feedback.errors import NotAllowed
from feedback.models import FIT_KINDS, Feedback, TrainingRun
from feedback.snapshots.index import RealIds, index_rows
from feedback.snapshots.manifest import INDEX
from feedback.snapshots.splitting import TRAIN
from feedback.trail import Actor, log_event, may
from feedback.training.errors import IndexOutOfReach, NotPromotable
from feedback.training.judging import Progress, serving_model
from jobs.models import Job
from resumes.models import Resume
from vectors import holder, indexer
from vectors.adapted import activate_model
from vectors.collections import collections
from vectors.models import EmbeddingModel
from vectors.services import active_model, embed_texts
from vectors.stores.base import StoreUnavailable

BATCH = 50  # texts embedded at once: a second or two of work between two notes of progress

log = logging.getLogger(__name__)


def promote(*, run: TrainingRun, by: Actor, force: bool = False, progress: Progress | None = None) -> EmbeddingModel:
    """Put a run's adapter to use for every later analysis.

    Files are checked against their hashes, vectors and indexes of the adapted model are built beside those in use,
    which serve meanwhile; then one pointer is switched. ``progress`` is called with texts done and texts in all.
    Raises NotAllowed without the permission, NotPromotable where it was not found better (unless ``force``).
    """
    check_promotable(run=run, by=by, force=force)
    model = serving_model(run, measured=True)
    embed_library(model, progress)
    build_indexes(model)
    with transaction.atomic():
        before = activate_model(model)
        if before is not None and before.pk != model.pk:
            EmbeddingModel.objects.filter(pk=model.pk).update(replaced=before)
        log_event(run, "promote", by, model=model.key, replaced=before.key if before else None, forced=force)
    model.refresh_from_db()
    return model


def check_promotable(*, run: TrainingRun, by: Actor, force: bool = False) -> None:
    """Raise NotAllowed without the permission, NotPromotable where the run was not found better (unless ``force``),
    was never measured, or serves already."""
    _check_permission(by)
    if not run.evaluation.get("fit"):
        raise NotPromotable("Evaluate the adapter first: its share of the score is measured then.")
    if run.verdict != TrainingRun.Verdict.CANDIDATE and not force:
        raise NotPromotable("The adapter was not found better on held-out jobs. Train another one on more feedback.")
    if run.embedding_model is not None and run.embedding_model.is_active:
        raise NotPromotable("This adapter is in use already.")
    compared_with = run.evaluation.get("compared_with")
    if compared_with not in (None, active_model().key) and not force:
        raise NotPromotable(f"It was measured against {compared_with}, which is not in use any more. Measure it again.")


def roll_back(*, by: Actor) -> EmbeddingModel:
    """Go back to what was in use before the adapter that is now; returns it.

    Nothing is computed: vectors, indexes and analyses of before are still there. Raises NotAllowed, NotPromotable.
    """
    _check_permission(by)
    model = active_model()
    if model.base is None:
        raise NotPromotable("No adapter is in use: there is nothing to take back.")
    target = model.replaced or model.base
    with transaction.atomic():
        activate_model(target)
        run = TrainingRun.objects.filter(embedding_model=model).first()
        log_event(run or target, "roll_back", by, model=model.key, back_to=target.key)
    target.refresh_from_db()
    return target


def _check_permission(by: Actor) -> None:
    if not may(by, "feedback.promote_adapter"):
        raise NotAllowed("Putting an adapter to use takes the permission feedback.promote_adapter.")


def embed_library(model: EmbeddingModel, progress: Progress | None = None) -> int:
    """Embed what ``model`` will be asked for: every job, every resume and everything that is searched by meaning, as
    it sees them. Returns how many texts that were."""
    resumes = Resume.objects.filter(status=Resume.Status.READY).count()
    total = Job.objects.count() + resumes + sum(collection.count() for collection in collections())
    done = 0
    for batch in _batched(_library_texts()):
        if progress:
            progress(done, max(done, total))
        embed_texts(batch, model=model)
        done += len(batch)
    if progress:
        progress(done, done)
    return done


def _library_texts() -> Iterator[str]:
    taxonomy, nothing = SiteTaxonomy(), JobInput("", 1, "", ())
    for job in Job.objects.order_by("pk").iterator(chunk_size=BATCH):
        if text := job_fit_text(job_input(job)):
            yield text
    for resume in Resume.objects.filter(status=Resume.Status.READY).order_by("pk").iterator(chunk_size=BATCH):
        if text := resume_fit_text(prepare(nothing, resume_input(resume), taxonomy).earning):
            yield text
    for collection in collections():
        for keys in _batched(collection.all_keys()):
            yield from (text for text, _ in collection.entries_of(keys).values())


def _batched(values: Iterable[str]) -> Iterator[list[str]]:
    remaining = iter(values)
    while batch := list(islice(remaining, BATCH)):
        yield batch


def build_indexes(model: EmbeddingModel) -> None:
    """Build the search indexes of ``model`` beside those in use, through whoever holds them. One that cannot be
    reached is built when it is first asked for: every vector it needs is stored by now."""
    for collection in collections():
        for index in indexer.STORES:
            try:
                holder.ask("rebuild", index, collection.name, model=model)
            except (StoreUnavailable, holder.HolderDoesNotAnswer, RuntimeError):
                log.warning("The %s index of %s is built when it is first asked for.", index, collection.name)


def remove_old_indexes(*, by: Actor) -> list[str]:
    """Remove vectors and indexes of models that are neither in use nor what a roll-back would return to.

    Returns their keys. Raises NotAllowed, and IndexOutOfReach where the process that holds an index does not answer.
    """
    _check_permission(by)
    active = active_model()
    keep = {active.pk, active.base_id, active.replaced_id}
    removed = []
    for model in EmbeddingModel.objects.exclude(pk__in=[pk for pk in keep if pk]):
        try:
            holder.drop_index(model)
        except (StoreUnavailable, holder.HolderDoesNotAnswer, RuntimeError) as error:
            raise IndexOutOfReach(str(error)) from error
        model.embeddings.all().delete()
        removed.append(model.key)
        log_event(model, "remove_index", by)
    return removed


def feedback_behind(analysis: Analysis) -> tuple[TrainingRun | None, list[str]]:
    """Which feedback stands behind an analysis: the run whose adapter judged it, and the ids it was trained on.

    (None, []) for an analysis that no adapter took part in. Ids of feedback deleted since are left out.
    """
    run = TrainingRun.objects.select_related("snapshot").filter(embedding_model=analysis.embedding_model_id).first()
    if analysis.embedding_model_id is None or run is None or run.snapshot is None:
        return None, []
    path, real = run.snapshot.folder / INDEX, RealIds(Feedback, "feedback")
    # The index alone is read: the records are a hundred times as long.
    rows = index_rows(path) if path.is_file() else iter(())
    ids = [key for row in rows if row.part == TRAIN and (key := real(row.feedback_id, row.feedback_key))]
    there: set[str] = set()
    for start in range(0, len(ids), 500):
        found = Feedback.objects.filter(pk__in=ids[start : start + 500], kind__in=FIT_KINDS)
        there.update(found.values_list("pk", flat=True))
    return run, [pk for pk in ids if pk in there]
