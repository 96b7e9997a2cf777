"""Carries the outbox into the indexes, and rebuilds them from the database.

Each copy of each index keeps its own progress. Any process may bring FAISS up to date, one at a time;
the embedded Chroma is opened by one process only, which brings it up to date after each write, before a
search and every few seconds, and does what other processes ask of it (``vectors.holder``).
"""

import atexit
import logging
from collections.abc import Iterator, Sequence
from datetime import timedelta
from threading import Event, Thread

from django.conf import settings
from django.db import close_old_connections
from django.db.models import Max, Min
from django.utils import timezone

from vectors.collections import Collection, collections, get_collection
from vectors.models import EmbeddingModel, IndexProgress, OutboxEntry
from vectors.services import active_model, embed_texts, text_hash
from vectors.stores.base import IndexDamaged, Item, Store, StoreUnavailable
from vectors.stores.chroma_store import ChromaStore, try_to_hold
from vectors.stores.faiss_store import FaissStore

log = logging.getLogger(__name__)

BATCH = 500  # entries and keys handled at once
EVERY_SECONDS = 5.0
FORGET_COPY_AFTER = timedelta(days=7)
STORES: dict[str, type[Store]] = {"faiss": FaissStore, "chroma": ChromaStore}

_stores: dict[tuple[str, str, str, str], Store] = {}


def get_store(index: str, collection: str, model: EmbeddingModel | None = None) -> Store:
    """The store of a collection for the model in use (or ``model``), kept for the life of the process."""
    model = model or active_model()
    key = (index, collection, model.key, f"{settings.VECTOR_ROOT}|{settings.CHROMA_URL}")
    if key not in _stores:
        _stores[key] = STORES[index](collection, model.key, model.dimension)
    return _stores[key]


def drain(index: str, collection: str, model: EmbeddingModel | None = None) -> int:
    """Bring one copy of one index up to date; returns how many outbox entries it took.

    A copy that never was, fell behind what is still in the outbox, or is damaged, is rebuilt. Raises
    StoreUnavailable where this process may not open the index.
    """
    model = model or active_model()
    store = get_store(index, collection, model)
    progress = _progress(store, model)
    if progress is None or not _is_sound(store, progress):
        rebuild(index, collection, model)
        return 0
    taken = 0
    while entries := list(
        OutboxEntry.objects.filter(collection=collection, id__gt=progress.last_entry).order_by("id")[:BATCH]
    ):
        keys = list(dict.fromkeys(entry.key for entry in entries))
        with store.exclusive():
            _take(store, keys, model)
            while not _advance(progress, entries[-1].pk):
                # Somebody else wrote to the same copy meanwhile, maybe after us with older rows:
                # what the database says now goes in once more.
                _take(store, keys, model)
        taken += len(entries)
    if taken:
        prune(collection)
    return taken


def _take(store: Store, keys: Sequence[str], model: EmbeddingModel) -> None:
    items = _items(get_collection(store.collection), keys, model)
    present = {item.key for item in items}
    store.apply(items, [key for key in keys if key not in present])


def rebuild(index: str, collection: str, model: EmbeddingModel | None = None) -> int:
    """Make one copy of one index anew from the database; returns how many keys it holds.

    Entries written meanwhile are taken at the next drain, as progress is noted from before the reading.
    """
    model = model or active_model()
    store = get_store(index, collection, model)
    newest = OutboxEntry.objects.filter(collection=collection).aggregate(newest=Max("id"))["newest"] or 0
    count = 0

    def items() -> Iterator[Item]:
        nonlocal count
        for keys in _batches(get_collection(collection)):
            for item in _items(get_collection(collection), keys, model):
                count += 1
                yield item

    store.replace(items())
    IndexProgress.objects.update_or_create(
        model=model, index=index, copy=store.copy, collection=collection, defaults={"last_entry": newest}
    )
    prune(collection)
    return count


def prune(collection: str) -> int:
    """Remove outbox entries that every copy has taken. Copies not heard of for a week no longer hold
    entries back; should one come back, it is rebuilt."""
    IndexProgress.objects.filter(collection=collection, updated_at__lt=timezone.now() - FORGET_COPY_AFTER).delete()
    copies = IndexProgress.objects.filter(collection=collection, model=active_model())
    if {row.index for row in copies} != set(STORES):
        return 0  # an index that was never opened yet still needs to see every entry
    least = copies.aggregate(least=Min("last_entry"))["least"]
    # A copy for another model that has yet to take some of them is made anew when it is used again.
    IndexProgress.objects.filter(collection=collection, last_entry__lt=least).exclude(model=active_model()).delete()
    return OutboxEntry.objects.filter(collection=collection, id__lte=least).delete()[0]


def _progress(store: Store, model: EmbeddingModel) -> IndexProgress | None:
    return IndexProgress.objects.filter(
        model=model, index=store.index, copy=store.copy, collection=store.collection
    ).first()


def _advance(progress: IndexProgress, entry: int) -> bool:
    """Note how far the copy has come; False, with the row read again, where another process noted something
    since we looked."""
    reached = max(entry, progress.last_entry)
    row = IndexProgress.objects.filter(pk=progress.pk, last_entry=progress.last_entry)
    if row.update(last_entry=reached, updated_at=timezone.now()):
        progress.last_entry = reached
        return True
    progress.refresh_from_db()
    return False


def _is_sound(store: Store, progress: IndexProgress) -> bool:
    """False when the files are damaged, or when the index is empty though it has taken every entry and the
    database has rows: its folder was removed."""
    try:
        if store.count():
            return True
    except IndexDamaged:
        log.warning("The %s index of %s is damaged and will be rebuilt.", store.index, store.collection)
        return False
    waiting = OutboxEntry.objects.filter(collection=store.collection, id__gt=progress.last_entry)
    return waiting.exists() or not get_collection(store.collection).count()


def _items(collection: Collection, keys: Sequence[str], model: EmbeddingModel) -> list[Item]:
    entries = collection.entries_of(keys)
    found = [key for key in keys if key in entries]
    rows = embed_texts([entries[key][0] for key in found], model=model)
    return [Item(key, text_hash(entries[key][0]), row, entries[key][1]) for key, row in zip(found, rows, strict=True)]


def _batches(collection: Collection) -> Iterator[list[str]]:
    batch: list[str] = []
    for key in collection.all_keys():
        batch.append(key)
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


# --- in the background of a serving process -----------------------------------------------------


class Background:
    """One thread that drains when woken and every few seconds, from ``start`` until the process ends."""

    def __init__(self) -> None:
        self._woken = Event()
        self._ending = Event()
        self._thread: Thread | None = None

    def start(self) -> None:
        """Start the thread, once."""
        if self._thread is None:
            self._thread = Thread(target=self._run, name="indexer", daemon=True)
            self._thread.start()
            # Let it finish what it is writing: killed in the middle, the embedded Chroma could be damaged.
            atexit.register(self.stop)

    def wake(self) -> None:
        """Drain soon; nothing happens where no thread was started."""
        self._woken.set()

    def stop(self) -> None:
        """Let the thread finish what it does and end."""
        self._ending.set()
        self._woken.set()
        if self._thread is not None:
            self._thread.join(timeout=30)

    def _run(self) -> None:
        from vectors.holder import answer_requests

        while not self._ending.is_set():
            self._woken.wait(timeout=EVERY_SECONDS)
            self._woken.clear()
            if self._ending.is_set():
                return
            close_old_connections()
            try:
                drain_all()
                answer_requests()
            except Exception:
                # The thread must outlive a passing fault; the outbox keeps what was not taken.
                log.exception("The indexes could not be brought up to date; trying again in %s s.", EVERY_SECONDS)
            finally:
                close_old_connections()


_background = Background()


def start() -> None:
    """Called by a serving process: become the holder of the embedded Chroma if nobody is, and keep the
    indexes up to date from now on."""
    if not settings.CHROMA_URL:
        try_to_hold()
    _background.start()


def wake() -> None:
    """Called when a change was committed."""
    _background.wake()


def drain_all() -> None:
    """Bring every index that this process may open up to date."""
    for collection in collections():
        for index in STORES:
            try:
                drain(index, collection.name)
            except StoreUnavailable:
                continue  # its holder will see to it


def lag(index: str, collection: str) -> int:
    """How many outbox entries one copy has yet to take; all of them where it has no progress yet."""
    model = active_model()
    progress = _progress(get_store(index, collection, model), model)
    entries = OutboxEntry.objects.filter(collection=collection)
    return entries.filter(id__gt=progress.last_entry).count() if progress else entries.count()
