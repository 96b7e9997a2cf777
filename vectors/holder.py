"""Asks the process that holds the embedded Chroma for what only it may do, through ``IndexRequest`` rows."""

import time

from django.conf import settings
from django.db import DatabaseError, transaction
from django.utils import timezone

from vectors.collections import collections
from vectors.indexer import STORES, drain, get_store, rebuild
from vectors.models import EmbeddingModel, IndexProgress, IndexRequest
from vectors.stores.base import IndexDamaged, StoreUnavailable
from vectors.stores.chroma_store import somebody_holds


class HolderDoesNotAnswer(RuntimeError):
    """The process that holds the embedded Chroma did not do what it was asked in time."""


def ask(
    kind: str, index: str, collection: str, *, model: EmbeddingModel | None = None, timeout: float = 60.0
) -> dict[str, int]:
    """Drain, rebuild or drop an index of ``model`` (else of the one in use), by ourselves where we may open it, else
    by whoever holds it.

    Returns {"taken", "count" or "dropped": number}. Raises HolderDoesNotAnswer after ``timeout`` seconds, RuntimeError
    with the holder's words where it failed.
    """
    try:
        return _do(kind, index, collection, model)
    except StoreUnavailable:
        if settings.CHROMA_URL or not somebody_holds():
            raise
    request = IndexRequest.objects.create(kind=kind, index=index, collection=collection, model=model)
    deadline = time.monotonic() + timeout
    try:
        while time.monotonic() < deadline:
            request.refresh_from_db()
            if request.answered_at:
                break
            time.sleep(0.2)
        else:
            raise HolderDoesNotAnswer(
                f"The process that holds the Chroma index did not answer within {timeout:.0f} s. "
                "Stop it (make serve) and run this again."
            )
    finally:
        IndexRequest.objects.filter(pk=request.pk).delete()
    if request.error:
        raise RuntimeError(request.error)
    return dict(request.answer)


def _do(kind: str, index: str, collection: str, model: EmbeddingModel | None) -> dict[str, int]:
    if kind == IndexRequest.Kind.REBUILD:
        return {"count": rebuild(index, collection, model)}
    if kind == IndexRequest.Kind.DROP:
        get_store(index, collection, model).drop()
        return {"dropped": 1}
    return {"taken": drain(index, collection, model)}


def answer_requests() -> None:
    """Do what other processes asked of the holder."""
    for request in IndexRequest.objects.filter(answered_at=None).order_by("id"):
        try:
            request.answer = _do(request.kind, request.index, request.collection, request.model)
        except (StoreUnavailable, IndexDamaged, DatabaseError, KeyError) as error:
            request.error = f"{type(error).__name__}: {error}"[:500]
        request.answered_at = timezone.now()
        IndexRequest.objects.filter(pk=request.pk).update(
            answer=request.answer, error=request.error, answered_at=request.answered_at
        )


def drop_index(model: EmbeddingModel) -> None:
    """Remove every index of ``model``, which must not be the one in use, through whoever holds it.

    Raises ValueError where it is in use, StoreUnavailable and HolderDoesNotAnswer where one cannot be reached.
    """
    if model.is_active:
        raise ValueError("The indexes of the model in use cannot be removed.")
    for collection in collections():
        for index in STORES:
            ask(IndexRequest.Kind.DROP, index, collection.name, model=model)
    with transaction.atomic():
        IndexProgress.objects.filter(model=model).delete()
