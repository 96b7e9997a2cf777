"""Search by meaning over a registered collection."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from django.db.models import Count, Q

from vectors import indexer
from vectors.collections import collections
from vectors.models import EmbeddingModel, IndexProgress, OutboxEntry
from vectors.services import active_model, embed_query
from vectors.stores.base import Hit, IndexDamaged, Row, Store, StoreUnavailable, Where

ROUNDS = 6  # how often four times as many neighbours are asked for when too many of them are not allowed; then all
PIECE = 500  # keys that ``allowed`` is asked about at once


@dataclass(frozen=True, slots=True)
class Found:
    """Hits, best first, the index that answered, and a word where it was not the one asked for."""

    hits: list[Hit] = field(default_factory=list)
    backend: str = "faiss"
    note: str = ""


def search(
    collection: str,
    query: "str | Row",
    n: int,
    *,
    backend: str = "",
    where: Where | None = None,
    allowed: Callable[[Iterable[str]], set[str]] | None = None,
) -> Found:
    """The ``n`` keys nearest to a text or vector.

    FAISS answers by default, Chroma where metadata filters (``where``) are given; ``backend`` says otherwise.
    ``allowed`` gets keys and answers which of them may be shown: the database has the last word, so a row that is
    gone is never found. Where Chroma is held by another process, FAISS answers and the note says so.
    """
    wanted = backend or ("chroma" if where else "faiss")
    model = active_model()
    vector = embed_query(query, model=model) if isinstance(query, str) else query
    try:
        return Found(_search(wanted, collection, model, vector, n, where, allowed), wanted)
    except StoreUnavailable as error:
        if wanted == "faiss":
            raise
        hits = _search("faiss", collection, model, vector, n, where, allowed)
        return Found(hits, "faiss", f"{error} FAISS answered instead.")


def _search(
    index: str,
    collection: str,
    model: EmbeddingModel,
    vector: Row,
    n: int,
    where: Where | None,
    allowed: Callable[[Iterable[str]], set[str]] | None,
    rebuilt: bool = False,
) -> list[Hit]:
    indexer.drain(index, collection, model)
    store = indexer.get_store(index, collection, model)
    try:
        for asked in (*(n * 4**number for number in range(ROUNDS)), max(n, store.count())):
            hits = store.search(vector, asked, where=where)
            if allowed is None:
                return hits[:n]
            kept = _kept(hits, n, allowed)
            if len(kept) == n or len(hits) < asked:
                break
        return kept
    except IndexDamaged:
        if rebuilt:  # damaged again at once: the disk is at fault, and saying so beats trying for ever
            raise
        indexer.rebuild(index, collection, model)
        return _search(index, collection, model, vector, n, where, allowed, rebuilt=True)


def _kept(hits: list[Hit], n: int, allowed: Callable[[Iterable[str]], set[str]]) -> list[Hit]:
    """The first ``n`` hits that may be shown."""
    kept: list[Hit] = []
    for start in range(0, len(hits), PIECE):
        piece = hits[start : start + PIECE]
        may = allowed([hit.key for hit in piece])
        kept += [hit for hit in piece if hit.key in may]
        if len(kept) >= n:
            break
    return kept[:n]


def index_status(*names: str) -> list[dict[str, object]]:
    """For each index of the named collections (of all of them without a name): count, lag in outbox entries, bytes,
    when it was last brought up to date, and whether it can be read from this process.

    Three queries, however many collections and copies there are.
    """
    model = active_model()
    wanted = names or tuple(collection.name for collection in collections())
    stores = [indexer.get_store(index, name, model) for name in wanted for index in indexer.STORES]
    progress = {
        (row.index, row.copy, row.collection): row
        for row in IndexProgress.objects.filter(model=model, collection__in=wanted)
    }
    found = [(store, progress.get((store.index, store.copy, store.collection))) for store in stores]
    lags = _lags(found)
    return [_status(store, row, model.key, lag) for (store, row), lag in zip(found, lags, strict=True)]


def _lags(found: Sequence[tuple[Store, IndexProgress | None]]) -> list[int]:
    """Entries that each copy has yet to take; all of its collection where it has no progress yet."""
    counts = {
        f"copy_{place}": Count("pk", filter=Q(collection=store.collection, id__gt=row.last_entry if row else 0))
        for place, (store, row) in enumerate(found)
    }
    counted = OutboxEntry.objects.order_by().aggregate(**counts) if counts else {}
    return [counted[name] for name in counts]


def _status(store: Store, progress: IndexProgress | None, model_key: str, lag: int) -> dict[str, object]:
    row: dict[str, object] = {
        "index": store.index,
        "collection": store.collection,
        "model": model_key,
        "lag": lag,
        "updated_at": progress.updated_at if progress else None,
        "count": None,
        "bytes": None,
        "note": "",
    }
    try:
        row |= {"count": store.count(), "bytes": store.size_bytes()}
    except (StoreUnavailable, IndexDamaged) as error:
        row["note"] = str(error)
    return row
