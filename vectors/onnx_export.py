"""Exports a sentence-transformers model to ONNX, once, and checks the export against the reference.

The export runs in a process of its own (``python -m vectors.onnx_export SOURCE OUTPUT``): whoever asks
for it never imports torch. Lying under MODEL_ROOT, it consists of ``model.onnx`` (token ids in, unit
vectors out, pooling and normalising included), ``tokenizer.json`` and ``manifest.json``.
"""

import fcntl
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

FORMAT = 1
LEAST_COSINE = 0.9999
CHECK_TEXTS = (
    "a",
    "Registered nurse, night shifts, intensive care.",
    "Led a team of six engineers who moved a payment system to PostgreSQL without a minute of downtime.",
    "Zuständig für die Buchhaltung; précis et rigoureux; 5 años de experiencia",
    "word " * 600,
)


class ExportFailed(RuntimeError):
    """The model could not be exported, or the export does not agree with the reference."""


def ensure_export(source: str = "") -> Path:
    """The folder of the export of ``source`` (blank: the packaged model), made now if there is none.

    Two processes that ask at once wait for one export. Raises ExportFailed.
    """
    from django.conf import settings

    from vectors.packaged import verified_folder

    origin = source or str(verified_folder())
    folder = Path(settings.MODEL_ROOT) / "onnx" / _folder_name(origin)
    if _is_whole(folder):
        return folder
    with _locked(folder.with_suffix(".lock")):
        if not _is_whole(folder):
            _export_in_process(origin, folder)
    return folder


def read_manifest(folder: Path) -> dict[str, Any]:
    """The manifest of an export."""
    found: dict[str, Any] = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    return found


def _folder_name(origin: str) -> str:
    """A name for the export that changes with the weights it was made from."""
    from vectors.packaged import weights_sha256

    path = Path(origin)
    identity = weights_sha256(path) if path.is_dir() else origin
    digest = hashlib.sha256(f"{FORMAT}:{identity}".encode()).hexdigest()[:16]
    return f"{path.parent.name if path.name == 'model' else path.name}-{digest}"


def _is_whole(folder: Path) -> bool:
    """True when every file is there with the size the manifest, which is written last, names."""
    try:
        manifest = read_manifest(folder)
        return manifest["format"] == FORMAT and all(
            (folder / name).stat().st_size == size for name, size in manifest["files"].items()
        )
    except (OSError, ValueError, KeyError):
        return False


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="ascii") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _export_in_process(origin: str, folder: Path) -> None:
    draft = Path(tempfile.mkdtemp(prefix=f"{folder.name}.", dir=folder.parent))
    try:
        environment = {**os.environ, "TOKENIZERS_PARALLELISM": "false"}
        if Path(origin).is_dir():
            environment |= {"HF_HUB_OFFLINE": "1", "TRANSFORMERS_OFFLINE": "1"}
        done = subprocess.run(
            [sys.executable, "-m", "vectors.onnx_export", origin, str(draft)],
            capture_output=True,
            text=True,
            check=False,
            env=environment,
            cwd=Path(__file__).resolve().parent.parent,
        )
        if done.returncode != 0:
            last = (done.stderr.strip().splitlines() or ["no message"])[-1]
            raise ExportFailed(f"The embedding model {origin} could not be exported to ONNX: {last}")
        if folder.exists():
            shutil.rmtree(folder)
        draft.rename(folder)
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def export(origin: str, output: Path) -> None:
    """Write the export of ``origin`` into ``output`` and check it. Runs torch: call it in a process of its own.

    Raises ExportFailed where a module of the model has no place in the export, or the vectors disagree.
    """
    import numpy as np
    import torch
    from sentence_transformers import SentenceTransformer

    from vectors.packaged import weights_sha256

    model = SentenceTransformer(origin, device="cpu", local_files_only=Path(origin).is_dir()).eval()
    _refuse_unknown_modules(model)
    max_tokens = int(model.max_seq_length or 512)
    length = torch.export.Dim("length", min=2, max=max_tokens)
    texts = torch.export.Dim("texts", min=1, max=4096)
    # Two tensors: given the same one twice, the exporter makes one input of both.
    example = (torch.ones(2, 8, dtype=torch.long), torch.ones(2, 8, dtype=torch.long))
    with torch.no_grad():
        torch.onnx.export(
            _pipeline(model),
            example,
            str(output / "model.onnx"),
            input_names=["input_ids", "attention_mask"],
            output_names=["vector"],
            dynamic_shapes={"input_ids": {0: texts, 1: length}, "attention_mask": {0: texts, 1: length}},
            dynamo=True,
            external_data=False,
            verbose=False,
        )
    model.tokenizer.backend_tokenizer.save(str(output / "tokenizer.json"))
    reference = np.stack([model.encode([t], normalize_embeddings=True)[0] for t in CHECK_TEXTS])
    agreement = _agreement(output, reference, max_tokens)
    if agreement < LEAST_COSINE:
        raise ExportFailed(f"The export disagrees with the reference: cosine {agreement:.6f}.")
    manifest = {
        "format": FORMAT,
        "source": Path(origin).name,
        "weights_sha256": weights_sha256(Path(origin)) if Path(origin).is_dir() else "",
        "dimension": int(reference.shape[1]),
        "max_tokens": max_tokens,
        "least_cosine": round(agreement, 7),
        "torch": torch.__version__,
        "files": {name: (output / name).stat().st_size for name in ("model.onnx", "tokenizer.json")},
    }
    (output / "manifest.json").write_text(json.dumps(manifest, indent=1, sort_keys=True), encoding="utf-8")


def _refuse_unknown_modules(model: Any) -> None:
    """Pooling, dense layers and normalising are understood; a model of anything else is not guessed at."""
    names = [type(module).__name__ for module in model]
    unknown = [name for name in names if name not in ("Transformer", "Pooling", "Dense", "Normalize")]
    if unknown or names[0] != "Transformer":
        raise ExportFailed(
            f"It has modules the export does not know ({', '.join(unknown or names)}). "
            "Set EMBEDDERS['default'] to vectors.embedders.SentenceTransformersEmbedder for this model."
        )


def _pipeline(model: Any) -> Any:
    """Encoder, pooling, and what follows as one torch module: token ids and mask in, unit vectors out."""
    import torch

    class Pipeline(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.encoder = model[0].model
            self.rest = torch.nn.ModuleList(list(model)[1:])

        def forward(self, input_ids: Any, attention_mask: Any) -> Any:
            states = self.encoder(input_ids=input_ids, attention_mask=attention_mask).last_hidden_state
            features = {"token_embeddings": states, "attention_mask": attention_mask}
            for stage in self.rest:
                features = stage(features)
            return torch.nn.functional.normalize(features["sentence_embedding"], dim=1)

    return Pipeline().eval()


def _agreement(output: Path, reference: Any, max_tokens: int) -> float:
    """The least cosine between the export's vectors and the reference's over the check texts."""
    import numpy as np
    import onnxruntime
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(output / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.enable_truncation(max_tokens)
    session = onnxruntime.InferenceSession(str(output / "model.onnx"), providers=["CPUExecutionProvider"])
    cosines = []
    for text, row in zip(CHECK_TEXTS, reference, strict=True):
        encoding = tokenizer.encode(text)
        inputs = {
            "input_ids": np.array([encoding.ids], dtype=np.int64),
            "attention_mask": np.array([encoding.attention_mask], dtype=np.int64),
        }
        cosines.append(float(session.run(None, inputs)[0][0] @ row))
    return min(cosines)


if __name__ == "__main__":
    try:
        export(sys.argv[1], Path(sys.argv[2]))
    except ExportFailed as error:
        sys.exit(str(error))
