"""FAISS on files: exact inner product over unit vectors.

A generation is two files (vectors, keys) and the manifest that names them. Files are never rewritten in
place: new ones are written beside the old, and the manifest, replaced last and at once, says which belong
together. Whoever reads checks a generation's hashes once.
"""

import contextlib
import fcntl
import json
import os
import socket
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, Any

from django.conf import settings

from vectors.collections import Scalar
from vectors.packaged import file_sha256
from vectors.stores.base import Hit, IndexDamaged, Item, Row, Store, Where, matches, slug

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

TIES = 64  # further neighbours looked at, so that equal similarities at the edge are ordered by key


@dataclass(frozen=True)
class Generation:
    """What one generation holds: row i of the index belongs to ``keys[i]``."""

    number: int
    index: Any
    keys: tuple[str, ...]
    hashes: tuple[str, ...]
    metadata: tuple[Mapping[str, Scalar], ...]

    def vectors(self) -> "npt.NDArray[np.float32]":
        """All vectors, one a row."""
        rows: npt.NDArray[np.float32] = self.index.reconstruct_n(0, len(self.keys))
        return rows


class FaissStore(Store):
    """An ``IndexFlatIP`` in files under VECTOR_ROOT/faiss."""

    index = "faiss"

    def __init__(self, collection: str, model_key: str, dimension: int) -> None:
        super().__init__(collection, model_key, dimension)
        self.folder = Path(settings.VECTOR_ROOT) / "faiss" / slug(model_key) / collection
        self._loaded: Generation | None = None
        self._lock = RLock()
        self._held = False

    @property
    def copy(self) -> str:
        """Host and folder."""
        return f"{socket.gethostname()}:{settings.VECTOR_ROOT}"[:200]

    def apply(self, upserts: Sequence[Item], deletes: Iterable[str]) -> None:
        """Write the next generation with the changes in it; nothing is written when nothing changes."""
        import numpy as np

        with self.exclusive():
            now = self._current()
            gone = set(deletes) | {item.key for item in upserts}
            kept = [i for i, key in enumerate(now.keys) if key not in gone]
            if len(kept) == len(now.keys) and not upserts:
                return
            old = now.vectors()[kept] if kept else np.zeros((0, self.dimension), dtype=np.float32)
            items = [Item(now.keys[i], now.hashes[i], row, now.metadata[i]) for i, row in zip(kept, old, strict=True)]
            self._write([*items, *upserts], now.number + 1)

    def replace(self, items: Iterable[Item]) -> None:
        """Write a generation of exactly ``items``; works over damaged files too."""
        with self.exclusive():
            try:
                number = self._number_on_disk()
            except IndexDamaged:
                number = max((int(f.stem.split("-")[1]) for f in self.folder.glob("keys-*.json")), default=0)
            self._write(list(items), number + 1)

    def search(self, vector: Row, n: int, *, where: Where | None = None) -> list[Hit]:
        """Exact neighbours; with ``where``, those among the rows that fulfil it."""
        import faiss
        import numpy as np

        now = self._current()
        rows = [i for i, metadata in enumerate(now.metadata) if matches(metadata, where)]
        if not rows or n < 1:
            return []
        query = np.ascontiguousarray(vector, dtype=np.float32).reshape(1, -1)
        chosen: Any = None
        if where:
            chosen = faiss.SearchParameters()
            chosen.sel = selector = faiss.IDSelectorBatch(np.array(rows, dtype=np.int64))
            assert selector is not None  # kept alive by this name while faiss looks at it
        similarities, positions = now.index.search(query, min(n + TIES, len(rows)), params=chosen)
        hits = [
            Hit(now.keys[position], round(float(similarity), 6))
            for similarity, position in zip(similarities[0], positions[0], strict=True)
            if position >= 0
        ]
        return sorted(hits, key=lambda hit: (-hit.similarity, hit.key))[:n]

    def contents(self) -> dict[str, str]:
        """Hash of the text by key."""
        now = self._current()
        return dict(zip(now.keys, now.hashes, strict=True))

    def count(self) -> int:
        """How many keys are indexed."""
        return len(self._current().keys)

    def size_bytes(self) -> int:
        """Bytes of the folder."""
        return sum(file.stat().st_size for file in self.folder.glob("*") if file.is_file())

    def drop(self) -> None:
        """Remove the files."""
        with self.exclusive():
            for file in self.folder.glob("*"):
                if file.name != "lock":
                    file.unlink(missing_ok=True)
            self._loaded = None

    @contextmanager
    def exclusive(self) -> Iterator[None]:
        """Hold the short lock that writers of this index take in turn, across processes and threads."""
        with self._lock:
            if self._held:  # by this very thread: the lock above lets no other one here
                yield
                return
            self.folder.mkdir(parents=True, exist_ok=True)
            with (self.folder / "lock").open("w", encoding="ascii") as file:
                fcntl.flock(file, fcntl.LOCK_EX)
                self._held = True
                try:
                    yield
                finally:
                    self._held = False

    def _current(self) -> Generation:
        """The newest generation, read and checked once. Raises IndexDamaged."""
        with self._lock:
            for _attempt in range(3):
                number = self._number_on_disk()
                if self._loaded is not None and self._loaded.number == number:
                    return self._loaded
                # A writer may replace the generation between our two reads: then look again.
                with contextlib.suppress(FileNotFoundError):
                    self._loaded = self._read()
                    return self._loaded
        raise IndexDamaged(f"Files of the index {self.collection} are missing.")

    def _number_on_disk(self) -> int:
        try:
            return int(json.loads((self.folder / "manifest.json").read_text(encoding="utf-8"))["generation"])
        except FileNotFoundError:
            return 0
        except (ValueError, KeyError, TypeError) as error:
            raise IndexDamaged(f"The manifest of the index {self.collection} cannot be read.") from error

    def _read(self) -> Generation:
        import faiss

        if not (self.folder / "manifest.json").exists():
            return Generation(0, faiss.IndexFlatIP(self.dimension), (), (), ())
        manifest = json.loads((self.folder / "manifest.json").read_text(encoding="utf-8"))
        files = {name: self.folder / manifest["files"][name]["name"] for name in ("vectors", "keys")}
        for name, path in files.items():
            if file_sha256(path) != manifest["files"][name]["sha256"]:
                raise IndexDamaged(f"A file of the index {self.collection} has another hash than its manifest says.")
        rows = json.loads(files["keys"].read_text(encoding="utf-8"))
        index = faiss.read_index(str(files["vectors"]))
        if not (index.ntotal == len(rows) == manifest["count"]) or index.d != self.dimension:
            raise IndexDamaged(f"The index {self.collection} does not hold what its manifest says.")
        keys, hashes, metadata = zip(*rows, strict=True) if rows else ((), (), ())
        return Generation(int(manifest["generation"]), index, keys, hashes, metadata)

    def _write(self, items: Sequence[Item], number: int) -> None:
        import faiss
        import numpy as np

        index = faiss.IndexFlatIP(self.dimension)
        if items:
            index.add(np.ascontiguousarray(np.stack([item.vector for item in items]), dtype=np.float32))
        rows = [[item.key, item.content_hash, dict(item.metadata)] for item in items]
        names = {"vectors": f"vectors-{number}.faiss", "keys": f"keys-{number}.json"}
        self._put(names["vectors"], faiss.serialize_index(index).tobytes())
        self._put(names["keys"], json.dumps(rows, ensure_ascii=False).encode())
        manifest = {
            "generation": number,
            "count": len(items),
            "model": self.model_key,
            "dimension": self.dimension,
            "files": {n: {"name": f, "sha256": file_sha256(self.folder / f)} for n, f in names.items()},
        }
        self._put("manifest.json", json.dumps(manifest, indent=1, sort_keys=True).encode())
        self._sync_folder()
        self._loaded = Generation(
            number,
            index,
            tuple(item.key for item in items),
            tuple(item.content_hash for item in items),
            tuple(item.metadata for item in items),
        )
        self._remove_older({*names.values(), "lock", "manifest.json"})

    def _put(self, name: str, content: bytes) -> None:
        draft = self.folder / f".{name}.{os.getpid()}"
        with draft.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(self.folder / name)

    def _sync_folder(self) -> None:
        descriptor = os.open(self.folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

    def _remove_older(self, keep: set[str]) -> None:
        for file in self.folder.iterdir():
            if file.name not in keep:
                file.unlink(missing_ok=True)
