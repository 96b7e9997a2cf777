"""Has the indexes forget what was erased, and checks that they did."""

from collections.abc import Iterator

from feedback.erasure.plan import ErasurePlan
from feedback.erasure.remains import overwrite_remains
from feedback.erasure.services import ErasureReport
from vectors import holder, indexer
from vectors.collections import collections
from vectors.models import Embedding, EmbeddingModel, OutboxEntry
from vectors.stores.base import StoreUnavailable

_BATCH = 500


def settle_indexes(plan: ErasurePlan, report: ErasureReport, *, timeout: float) -> None:
    """Bring every index up to date (``timeout`` in seconds for a holder to answer), then remove keys and vectors, and
    what the database's files still hold of them.

    What does not answer, or still holds a key, is added to ``report.unreached``.
    """
    for collection in collections():
        for index in indexer.STORES:
            try:
                holder.ask("drain", index, collection.name, timeout=timeout)
            except (holder.HolderDoesNotAnswer, StoreUnavailable, RuntimeError) as error:
                report.unreached.append(f"{index} index of {collection.name}: {error}")
    report.unreached += _left_in_faiss(plan)
    report.unreached += _left_beside()
    if report.complete:
        _forget_keys(plan)
    report.embeddings = _delete_embeddings(plan)
    if not overwrite_remains(timeout=timeout):
        report.unreached.append("the database's write-ahead log: somebody is reading it")


def _left_in_faiss(plan: ErasurePlan) -> list[str]:
    """Keys that FAISS, which every process may read, still holds."""
    erased = {*plan.resume_ids, *plan.analysis_ids, *plan.feedback_ids, *plan.rekeyed_ids}
    left = []
    for collection in collections():
        held = indexer.get_store("faiss", collection.name).contents()
        if erased & {key.partition("/")[0].partition("#")[0] for key in held}:
            left.append(f"faiss index of {collection.name}")
    return left


def _left_beside() -> list[str]:
    """Remove the indexes of models that are not in use; returns what could not be reached.

    They are kept for going back to such a model and are brought up to date only then. Going back makes them anew.
    """
    left = []
    for model in EmbeddingModel.objects.filter(is_active=False):
        try:
            holder.drop_index(model)
        except (holder.HolderDoesNotAnswer, StoreUnavailable, RuntimeError) as error:
            left.append(f"indexes of the model {model.key}: {error}")
    return left


def _forget_keys(plan: ErasurePlan) -> None:
    """Imported ids can hold a name: once every index has taken the change, its key can go."""
    for keys in _batched([*plan.resume_ids, *plan.feedback_ids, *plan.rekeyed_ids]):
        OutboxEntry.objects.filter(key__in=keys).delete()


def _delete_embeddings(plan: ErasurePlan) -> int:
    """Remove stored vectors of the candidate's texts that no other text shares."""
    gone = 0
    for hashes in _batched(plan.text_hashes):
        gone += Embedding.objects.filter(content_hash__in=hashes).delete()[0]
    return gone


def _batched(values: list[str]) -> Iterator[list[str]]:
    for start in range(0, len(values), _BATCH):
        yield values[start : start + _BATCH]
