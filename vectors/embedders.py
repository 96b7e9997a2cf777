"""From text to vector: one interface, several engines, chosen by the EMBEDDERS setting.

Every embedder returns float32 rows of unit length, and the same row for a text whatever else is
embedded with it: batches must not change what is stored.
"""

import hashlib
import os
import re
import unicodedata
from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, TypeAlias

from django.conf import settings
from django.core.signals import setting_changed
from django.utils.module_loading import import_string

from vectors.packaged import PACKAGED_KEY, verified_folder, weights_sha256

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

Matrix: TypeAlias = "npt.NDArray[np.float32]"


class Embedder(ABC):
    """Turns texts into vectors.

    ``source`` is a folder of sentence-transformers files or a hub name; blank means EMBEDDING_MODEL, and where
    that is blank too, the packaged model.
    """

    def __init__(self, source: str = "") -> None:
        self.source = source or settings.EMBEDDING_MODEL

    @property
    def key(self) -> str:
        """Stable name of the model: vectors of the same key may be compared."""
        if not self.source:
            return PACKAGED_KEY
        return Path(self.source).name if Path(self.source).is_dir() else self.source

    @property
    @abstractmethod
    def dimension(self) -> int:
        """Length of a vector."""

    @property
    @abstractmethod
    def weights_sha256(self) -> str:
        """Hash of the weights, or of whatever stands in for them."""

    @abstractmethod
    def encode(self, texts: Sequence[str]) -> Matrix:
        """Unit vectors of ``texts``: float32, shape (n, dimension)."""

    @cached_property
    def folder(self) -> Path:
        """Folder of the model's files; the packaged one is checked against its hash first."""
        return Path(self.source) if self.source else verified_folder()


class SentenceTransformersEmbedder(Embedder):
    """The reference: any sentence-transformers model, run by torch."""

    @cached_property
    def _model(self) -> Any:
        from sentence_transformers import SentenceTransformer

        name = str(self.folder) if not self.source or self.folder.is_dir() else self.source
        return SentenceTransformer(name, device="cpu", local_files_only=self.folder.is_dir())

    @property
    def dimension(self) -> int:
        """Length of a vector, as the model says."""
        return int(self._model.get_embedding_dimension())

    @cached_property
    def weights_sha256(self) -> str:
        """Hash of the weight files, or of the weights themselves for a model from the hub."""
        if self.folder.is_dir():
            return weights_sha256(self.folder)
        digest = hashlib.sha256()
        for name, tensor in sorted(self._model.state_dict().items()):
            digest.update(name.encode())
            digest.update(tensor.cpu().numpy().tobytes())
        return digest.hexdigest()

    def encode(self, texts: Sequence[str]) -> Matrix:
        """One text at a time: padding to another's length would move the last bits."""
        import numpy as np

        rows = [self._model.encode([text], normalize_embeddings=True, show_progress_bar=False)[0] for text in texts]
        return np.stack(rows).astype(np.float32) if rows else np.zeros((0, self.dimension), dtype=np.float32)


class OnnxEmbedder(Embedder):
    """An export of the reference run by onnxruntime, so that a web process never imports torch.

    The export is made once, by a process of its own, and checked against the reference
    (:mod:`vectors.onnx_export`).
    """

    @cached_property
    def _export(self) -> Path:
        from vectors.onnx_export import ensure_export

        return ensure_export(self.source)

    @cached_property
    def _manifest(self) -> dict[str, Any]:
        from vectors.onnx_export import read_manifest

        return read_manifest(self._export)

    @cached_property
    def _session(self) -> Any:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        # One thread inside, several texts beside each other: as quick on small texts, and what a text's
        # vector is never depends on how a product was divided among threads.
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        path = str(self._export / "model.onnx")
        return onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])

    @cached_property
    def _tokenizer(self) -> Any:
        from tokenizers import Tokenizer

        tokenizer = Tokenizer.from_file(str(self._export / "tokenizer.json"))
        tokenizer.no_padding()
        tokenizer.enable_truncation(int(self._manifest["max_tokens"]))
        return tokenizer

    @cached_property
    def _pool(self) -> ThreadPoolExecutor:
        return ThreadPoolExecutor(max_workers=max(1, min(4, os.cpu_count() or 1)), thread_name_prefix="embed")

    @property
    def dimension(self) -> int:
        """Length of a vector, from the export's manifest."""
        return int(self._manifest["dimension"])

    @property
    def weights_sha256(self) -> str:
        """Hash of the weights that were exported."""
        return str(self._manifest["weights_sha256"])

    def encode(self, texts: Sequence[str]) -> Matrix:
        """Each text is run alone, on as many threads as there are cores."""
        import numpy as np

        if not texts:
            return np.zeros((0, self.dimension), dtype=np.float32)
        self._session, self._tokenizer  # noqa: B018 - loaded once, before the threads start
        encodings = self._tokenizer.encode_batch(list(texts))
        if len(encodings) == 1:
            return np.stack([self._run(encodings[0])])
        return np.stack(list(self._pool.map(self._run, encodings)))

    def _run(self, encoding: Any) -> "npt.NDArray[np.float32]":
        import numpy as np

        inputs = {
            "input_ids": np.array([encoding.ids], dtype=np.int64),
            "attention_mask": np.array([encoding.attention_mask], dtype=np.int64),
        }
        row: npt.NDArray[np.float32] = self._session.run(None, inputs)[0][0]
        return row.astype(np.float32)


class HashingEmbedder(Embedder):
    """A small deterministic embedder for tests: hashed words, stems and letter triples.

    Feature hashing (Weinberger et al., 2009). Texts that share words are near, others are not; there is no
    meaning beyond that.
    """

    DIMENSION = 256
    _WORD = re.compile(r"[^\W_]+(?:[+#.][^\W_]*)*", re.UNICODE)

    @property
    def key(self) -> str:
        """Its own name: its vectors compare with no other model's."""
        return f"hashing-{self.DIMENSION}" + (f"-{Path(self.source).name}" if self.source else "")

    @property
    def dimension(self) -> int:
        """Length of a vector."""
        return self.DIMENSION

    @property
    def weights_sha256(self) -> str:
        """There are no weights: the hash of the name."""
        return hashlib.sha256(self.key.encode()).hexdigest()

    def encode(self, texts: Sequence[str]) -> Matrix:
        """Unit vectors of hashed features."""
        import numpy as np

        rows = np.zeros((len(texts), self.DIMENSION), dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            for feature, weight in self._features(text):
                digest = hashlib.blake2b(feature.encode(), digest_size=8).digest()
                value = int.from_bytes(digest, "little")
                row[value % self.DIMENSION] += weight if value >> 63 else -weight
            norm = float(np.linalg.norm(row))
            if norm == 0:
                row[0] = norm = 1.0
            row /= np.float32(norm)
        return rows

    def _features(self, text: str) -> Iterator[tuple[str, float]]:
        for word in self._WORD.findall(unicodedata.normalize("NFKC", text).casefold()):
            yield word, 1.0
            if len(word) > 4:
                yield word[:4] + "*", 0.5
                yield from ((word[i : i + 3], 0.15) for i in range(len(word) - 2))


_cache: dict[tuple[str, str], Embedder] = {}
_lock = Lock()


def get_embedder(alias: str = "default", *, source: str = "") -> Embedder:
    """The embedder of EMBEDDERS[alias], made once; ``source`` names another model for it to run."""
    with _lock:
        found = _cache.get((alias, source))
        if found is None:
            configuration = settings.EMBEDDERS[alias]
            options = dict(configuration.get("OPTIONS", {}))
            if source:
                options["source"] = source
            found = _cache[(alias, source)] = import_string(configuration["BACKEND"])(**options)
        return found


def _reset(*, setting: str, **kwargs: Any) -> None:
    if setting in ("EMBEDDERS", "EMBEDDING_MODEL", "MODEL_ROOT"):
        with _lock:
            _cache.clear()


setting_changed.connect(_reset)
