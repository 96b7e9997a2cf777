"""Compares both indexes and the stored vectors with the rows they come from."""

from collections.abc import Iterator

from feedback.storage_check.findings import Finding
from vectors import holder, indexer
from vectors.collections import Collection, collections
from vectors.models import Embedding, EmbeddingModel
from vectors.services import text_hash
from vectors.stores.base import StoreUnavailable

_BATCH = 500
_UNIT = 1e-2  # how far from 1 the length of a stored vector may be


def check_indexes(*, repair: bool, timeout: float = 60.0) -> Iterator[Finding]:
    """Every index of every collection against the texts of its rows, after it has taken what waits in the outbox.

    ``repair`` rebuilds what differs. An index that another process holds is brought up to date by it and cannot be
    looked into from here.
    """
    for collection in collections():
        for index in indexer.STORES:
            subject = f"{index}/{collection.name}"
            try:
                difference = _compare(index, collection, timeout) and _compare(index, collection, timeout)
            except StoreUnavailable:
                continue  # its holder took the outbox and answered: ``ask`` raises where it did not
            except RuntimeError as error:
                yield Finding("indexes", "unreachable_index", subject, str(error))
                continue
            if difference:
                finding = Finding("indexes", "stale_index", subject, f"{difference} Run rebuild_index.")
                if repair:
                    holder.ask("rebuild", index, collection.name, timeout=timeout)
                    finding.repaired = True
                yield finding


def _compare(index: str, collection: Collection, timeout: float) -> str:
    """How index and rows differ; empty when they do not. Asked twice, since rows may change in between."""
    holder.ask("drain", index, collection.name, timeout=timeout)
    held = indexer.get_store(index, collection.name).contents()
    expected = _expected(collection)
    return "" if held == expected else _difference(expected, held)


def check_embeddings(*, repair: bool) -> Iterator[Finding]:
    """Stored vectors of the wrong length in bytes, not finite, or not of unit length; ``repair`` removes them.

    They are made anew when they are next needed.
    """
    for model in EmbeddingModel.objects.all():
        bad: list[int] = []
        rows = Embedding.objects.filter(model=model).values_list("pk", "vector")
        for key, data in rows.iterator(chunk_size=2000):
            if not _is_sound(bytes(data), model.dimension):
                bad.append(key)
        if bad:
            finding = Finding("embeddings", "bad_vector", f"{len(bad)} of {model.key}", "They are made anew on need.")
            if repair:
                for start in range(0, len(bad), _BATCH):
                    Embedding.objects.filter(pk__in=bad[start : start + _BATCH]).delete()
                finding.repaired = True
            yield finding


def _expected(collection: Collection) -> dict[str, str]:
    """Hash of the text by key, of every row that is to be indexed."""
    hashes: dict[str, str] = {}
    keys: list[str] = []
    for key in collection.all_keys():
        keys.append(key)
        if len(keys) == _BATCH:
            hashes |= _hashes(collection, keys)
            keys = []
    return hashes | _hashes(collection, keys)


def _hashes(collection: Collection, keys: list[str]) -> dict[str, str]:
    return {key: text_hash(text) for key, (text, _) in collection.entries_of(keys).items()} if keys else {}


def _difference(expected: dict[str, str], held: dict[str, str]) -> str:
    missing = len(expected.keys() - held.keys())
    spare = len(held.keys() - expected.keys())
    changed = sum(expected[key] != held[key] for key in expected.keys() & held.keys())
    return f"{missing} missing, {spare} too many, {changed} of an older text."


def _is_sound(data: bytes, dimension: int) -> bool:
    import numpy as np

    if len(data) != 4 * dimension:
        return False
    length = float(np.linalg.norm(np.frombuffer(data, dtype="<f4")))
    return bool(np.isfinite(length)) and abs(length - 1) < _UNIT
