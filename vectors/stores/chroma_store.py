"""Chroma, embedded or as a server. Vectors are always handed over: its own embedder would download one."""

import fcntl
import hashlib
import os
import re
import shutil
import socket
import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import closing, suppress
from pathlib import Path
from threading import Lock
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings

from vectors.stores.base import Hit, IndexDamaged, Item, Row, Store, StoreUnavailable, Where, slug

BATCH = 1000  # items handed over in one call
ATTEMPTS = 8  # to reach a collection that is being made anew
EDGE = 32  # further neighbours asked for, so that equal similarities at the edge are ordered by key

EXACT = 500  # rows up to which each is compared: a graph is searched for more
# Feedback holds many equal and nearly equal texts. With few links a vector, those take all of each other's, and
# others are never reached: of 10,000 such vectors 16 links found 59 % of the nearest, 64 found 95 %. Equal ones are
# moved apart by a hair besides, which is taken off again before anything is compared.
HNSW: dict[str, Any] = {"space": "cosine", "max_neighbors": 64, "ef_construction": 400, "ef_search": 400}
HAIR = 3e-4

_SEGMENT = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_lock = Lock()
_clients: dict[str, Any] = {}
_holding: dict[str, int] = {}  # folder -> descriptor of the lock, which the kernel drops with the process


def try_to_hold() -> bool:
    """Become the one process that opens the embedded Chroma, until it ends.

    False where another process is, or where this kind of process is told to stay away (CHROMA_HOLDER).
    """
    folder = _folder()
    with _lock:
        if str(folder) in _holding:
            return True
        if not settings.CHROMA_HOLDER:
            return False
        folder.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(folder / "holder.lock", os.O_RDWR | os.O_CREAT, 0o644)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(descriptor)
            return False
        _holding[str(folder)] = descriptor
        return True


def release() -> None:
    """Close what this process has open and let go of the embedded Chroma: another process may open it then."""
    with _lock:
        while _clients:
            _clients.popitem()[1].close()
        while _holding:
            os.close(_holding.popitem()[1])


def somebody_holds() -> bool:
    """True when a process, this one or another, has the embedded Chroma open."""
    path = _folder() / "holder.lock"
    if str(_folder()) in _holding:
        return True
    if not path.exists():
        return False
    with path.open("r+", encoding="ascii") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
    return False


def _folder() -> Path:
    return Path(settings.VECTOR_ROOT) / "chroma"


def _client() -> Any:
    """The client of this process: one for each path or address; reopening a path with other settings raises."""
    import chromadb
    from chromadb.config import Settings

    quiet = Settings(anonymized_telemetry=False)
    if not settings.CHROMA_URL and not try_to_hold():
        raise StoreUnavailable("Another process holds the embedded Chroma.")
    place = settings.CHROMA_URL or str(_folder())
    with _lock:
        if place not in _clients:
            _clients[place] = _server(place, quiet) if settings.CHROMA_URL else chromadb.PersistentClient(place, quiet)
        return _clients[place]


def _remove_leftovers(folder: Path) -> None:
    """Remove the vectors of collections that are gone: Chroma forgets the folders, but does not delete them."""
    with (
        suppress(sqlite3.Error),
        closing(sqlite3.connect(f"file:{folder / 'chroma.sqlite3'}?mode=ro", uri=True)) as rows,
    ):
        known = {str(row[0]) for row in rows.execute("SELECT id FROM segments")}
        for path in folder.iterdir():
            if path.is_dir() and _SEGMENT.fullmatch(path.name) and path.name not in known:
                shutil.rmtree(path, ignore_errors=True)


def _server(url: str, quiet: Any) -> Any:
    import chromadb
    import httpx

    address = urlsplit(url)
    try:
        return chromadb.HttpClient(
            host=address.hostname or "localhost",
            port=address.port or (443 if address.scheme == "https" else 8000),
            ssl=address.scheme == "https",
            settings=quiet,
        )
    except (httpx.HTTPError, ConnectionError, ValueError) as error:  # ValueError: how it says "could not connect"
        raise StoreUnavailable(f"The Chroma server does not answer ({type(error).__name__}).") from error


class ChromaStore(Store):
    """One Chroma collection for each collection and model."""

    index = "chroma"

    @property
    def copy(self) -> str:
        """The server's address, or host and folder."""
        return (settings.CHROMA_URL or f"{socket.gethostname()}:{settings.VECTOR_ROOT}")[:200]

    @property
    def name(self) -> str:
        """Its name in Chroma."""
        return f"{self.collection}-{slug(self.model_key)}"

    def apply(self, upserts: Sequence[Item], deletes: Iterable[str]) -> None:
        """Upsert and delete, both harmless when done twice."""
        gone = sorted(set(deletes))
        for start in range(0, len(gone), BATCH):
            self._call("delete", ids=gone[start : start + BATCH])
        for start in range(0, len(upserts), BATCH):
            self._put(upserts[start : start + BATCH])

    def replace(self, items: Iterable[Item]) -> None:
        """Empty the collection and fill it anew."""
        self.drop()
        self._call("count")  # makes the collection, also when there is nothing to put in
        batch: list[Item] = []
        for item in items:
            batch.append(item)
            if len(batch) == BATCH:
                self._put(batch)
                batch = []
        if batch:
            self._put(batch)

    def search(self, vector: Row, n: int, *, where: Where | None = None) -> list[Hit]:
        """Neighbours by cosine: exact ones among up to ``EXACT`` rows, else as near as the graph finds them."""
        total = self.count()
        if not total or n < 1:
            return []
        many = total > EXACT and where is None
        if not many:
            found = self._call("get", where=_where(where), limit=EXACT + 1, include=["embeddings"])
            ids, rows = found["ids"], found["embeddings"]
            many = len(ids) > EXACT
        if many:
            answer = self._call(
                "query",
                query_embeddings=[vector.tolist()],
                n_results=min(n + EDGE, total),
                where=_where(where),
                include=["embeddings"],
            )
            ids, rows = answer["ids"][0], answer["embeddings"][0]
        return sorted(_hits(vector, ids, rows), key=lambda hit: (-hit.similarity, hit.key))[:n]

    def contents(self) -> dict[str, str]:
        """Hash of the text by key."""
        found = self._call("get", include=["metadatas"])
        return {
            key: str(metadata["content_hash"]) for key, metadata in zip(found["ids"], found["metadatas"], strict=True)
        }

    def count(self) -> int:
        """How many keys are indexed. Raises IndexDamaged for an index that was made with fewer links than today."""
        return int(self._ask(self._counted))

    def _counted(self, made: Any) -> int:
        hnsw = made.configuration_json.get("hnsw") or {}
        if hnsw.get("max_neighbors") != HNSW["max_neighbors"]:
            raise IndexDamaged(f"The index {self.name} was made in an earlier way.")
        return int(made.count())

    def size_bytes(self) -> int | None:
        """Bytes of the embedded store's folder; None for a server."""
        if settings.CHROMA_URL:
            return None
        return sum(file.stat().st_size for file in _folder().rglob("*") if file.is_file())

    def drop(self) -> None:
        """Remove the collection."""
        from chromadb.errors import NotFoundError

        with suppress(NotFoundError):
            _client().delete_collection(self.name)
        if not settings.CHROMA_URL:
            _remove_leftovers(_folder())

    def _call(self, method: str, **arguments: Any) -> Any:
        return self._ask(lambda made: getattr(made, method)(**arguments))

    def _ask(self, call: Callable[[Any], Any]) -> Any:
        """Ask the collection, made where it is missing; a server that went away is asked for again next time.

        A rebuild drops the collection and makes it anew: who held the old one asks for the new one.
        """
        import httpx
        from chromadb.errors import NotFoundError

        try:
            for _ in range(ATTEMPTS - 1):
                with suppress(NotFoundError):
                    return call(self._made())
            return call(self._made())
        except (httpx.HTTPError, ConnectionError) as error:
            with _lock:
                _clients.pop(settings.CHROMA_URL, None)
            raise StoreUnavailable(f"The Chroma server does not answer ({type(error).__name__}).") from error

    def _made(self) -> Any:
        return _client().get_or_create_collection(
            name=self.name,
            configuration={"hnsw": HNSW},
            embedding_function=None,
        )

    def _put(self, items: Sequence[Item]) -> None:
        self._call(
            "upsert",
            ids=[item.key for item in items],
            embeddings=[(item.vector + _hair(item.key, item.vector.size)).tolist() for item in items],
            metadatas=[{**item.metadata, "content_hash": item.content_hash} for item in items],
        )


def _hair(key: str, dimension: int) -> Row:
    """A vector of length ``HAIR`` or so that is another one for every key, and the same for the same."""
    import numpy as np

    seed = int.from_bytes(hashlib.sha256(key.encode()).digest()[:8], "big")
    moved = np.random.default_rng(seed).normal(scale=HAIR / dimension**0.5, size=dimension)
    return moved.astype(np.float32)


def _hits(vector: Row, ids: Sequence[str], rows: Any) -> list[Hit]:
    """Keys with the cosine of ``vector`` and what was put in for them."""
    import numpy as np

    if not ids:
        return []
    stored = np.asarray(rows, dtype=np.float32) - np.stack([_hair(key, vector.size) for key in ids])
    lengths = np.linalg.norm(stored, axis=1) * np.linalg.norm(vector)
    cosines = (stored @ vector) / np.maximum(lengths, np.finfo(np.float32).tiny)
    return [Hit(key, round(float(cosine), 6)) for key, cosine in zip(ids, cosines, strict=True)]


def _where(where: Where | None) -> Any:
    """Chroma takes one condition, or several under $and."""
    parts = [
        {field: {operator: wanted}}
        for field, condition in (where or {}).items()
        for operator, wanted in (condition if isinstance(condition, Mapping) else {"$eq": condition}).items()
    ]
    if not parts:
        return None
    return parts[0] if len(parts) == 1 else {"$and": parts}
