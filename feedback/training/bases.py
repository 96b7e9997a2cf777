"""Finds the language model that an sft, dpo or kto adapter is to be trained on."""

import hashlib
import os
import re
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from feedback.training.errors import BadTraining

_HUB_NAME = re.compile(r"^[\w-][\w.-]*(?:/[\w-][\w.-]*)?$")
_WANTED = ["*.json", "*.safetensors", "*.model", "*.txt", "*.jinja"]
HOW = "Give --base a folder with config.json and weights, a GGUF file, or the name of a model of the hub."


@dataclass(frozen=True, slots=True)
class Base:
    """Where the base lies, the name that is written into the adapter, and the SHA-256 of its weights."""

    path: Path
    name: str
    sha256: str


def find_base(base: str) -> Base:
    """The base behind ``base``: a folder, a GGUF file, or the name of a model in the hub's cache on this machine.

    With HF_HUB_OFFLINE=0 a model of the hub that is not there yet is fetched. Raises BadTraining, saying what to give.
    """
    if not base:
        raise BadTraining(f"Name the language model to train. {HOW}")
    path = Path(base).expanduser()
    if path.is_dir():
        if not (path / "config.json").is_file():
            raise BadTraining(f"The folder {base} holds no model: config.json is missing. {HOW}")
        return Base(path.resolve(), path.resolve().name, weights_digest(path))
    if path.suffix.lower() == ".gguf" or path.is_file():
        return _gguf(path)
    if not _HUB_NAME.match(base):
        raise BadTraining(f"There is no model at {base}. {HOW}")
    folder = _of_the_hub(base)
    return Base(folder, base, weights_digest(folder))


def _gguf(path: Path) -> Base:
    if not path.is_file():
        raise BadTraining(f"There is no file {path}. {HOW}")
    with path.open("rb") as file:
        if file.read(4) != b"GGUF":
            raise BadTraining(f"{path.name} is no GGUF file. {HOW}")
    if find_spec("gguf") is None:
        raise BadTraining("Reading a GGUF file needs the package gguf. Run: pip install -r requirements-train.txt")
    return Base(path.resolve(), path.name, weights_digest(path))


def _of_the_hub(name: str) -> Path:
    from huggingface_hub import snapshot_download
    from huggingface_hub.errors import HfHubHTTPError, HFValidationError, LocalEntryNotFoundError

    offline = os.environ.get("HF_HUB_OFFLINE", "1") != "0"
    try:
        return Path(snapshot_download(name, local_files_only=offline, allow_patterns=_WANTED))
    except (LocalEntryNotFoundError, HfHubHTTPError, HFValidationError, OSError) as error:
        raise BadTraining(
            f"There is no folder or file {name}, and no model of that name in the hub's cache on this machine. {HOW} "
            "One of the hub is fetched where HF_HUB_OFFLINE=0 is set."
        ) from error


def weights_digest(path: Path) -> str:
    """SHA-256 (hex) over the weight file, or over those of a folder in the order of their names."""
    suffixes = (".safetensors", ".bin", ".gguf")
    files = [path] if path.is_file() else sorted(file for file in path.rglob("*") if file.suffix in suffixes)
    if not files:
        raise BadTraining(f"The folder {path} holds no weights. {HOW}")
    digest = hashlib.sha256()
    for file in files:
        with file.open("rb") as stream:
            while block := stream.read(1 << 20):
                digest.update(block)
    return digest.hexdigest()
