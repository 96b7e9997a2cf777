"""What a snapshot says about itself: manifest, data card, checksums, and what changed since its parent."""

import hashlib
import json
from pathlib import Path
from typing import Any

from feedback.snapshots.writers import file_sha256

RECORDS, INDEX, MANIFEST, CARD, CHECKSUMS = (
    "records.jsonl",
    "index.tsv",
    "manifest.json",
    "README.md",
    "checksums.sha256",
)


def write_manifest(folder: Path, manifest: dict[str, Any]) -> str:
    """Write ``manifest.json``; returns its SHA-256 (hex), which is the snapshot's hash."""
    data = json.dumps(manifest, indent=2, sort_keys=True, ensure_ascii=False).encode() + b"\n"
    (folder / MANIFEST).write_bytes(data)
    return hashlib.sha256(data).hexdigest()


def write_checksums(folder: Path) -> dict[str, str]:
    """Write ``checksums.sha256`` over every file of the folder but hidden ones, as ``sha256sum --check`` reads it."""
    found = (path for path in folder.rglob("*") if path.is_file() and not path.name.startswith("."))
    files = sorted(path for path in found if path.name != CHECKSUMS)
    sums = {path.relative_to(folder).as_posix(): file_sha256(path) for path in files}
    text = "".join(f"{digest}  {name}\n" for name, digest in sums.items())
    (folder / CHECKSUMS).write_text(text, encoding="utf-8")
    return sums


def broken_files(folder: Path) -> list[str]:
    """Files that are missing or differ from their checksum, sorted; empty when all is well."""
    path = folder / CHECKSUMS
    if not path.is_file():
        return [CHECKSUMS]
    lines = (line.partition("  ") for line in path.read_text(encoding="utf-8").splitlines())
    expected = {name: digest for digest, _, name in lines}
    return sorted(
        name
        for name, digest in expected.items()
        if not (folder / name).is_file() or file_sha256(folder / name) != digest
    )
