"""What a snapshot says about itself: manifest, data card, checksums, and what changed since its parent."""

import hashlib
import json
from pathlib import Path
from typing import Any

from feedback.snapshots.formats import FORMATS
from feedback.snapshots.splitting import PARTS
from feedback.snapshots.writers import file_sha256

RECORDS, INDEX, MANIFEST, CARD, CHECKSUMS = (
    "records.jsonl",
    "index.tsv",
    "manifest.json",
    "README.md",
    "checksums.sha256",
)


def canonical(value: Any) -> bytes:
    """JSON with sorted keys and no spare space: equal values, equal bytes."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def write_manifest(folder: Path, manifest: dict[str, Any]) -> str:
    """Write ``manifest.json``; returns its SHA-256 (hex), which is the snapshot's hash."""
    data = json.dumps(manifest, indent=2, sort_keys=True, ensure_ascii=False).encode() + b"\n"
    (folder / MANIFEST).write_bytes(data)
    return hashlib.sha256(data).hexdigest()


def write_checksums(folder: Path) -> dict[str, str]:
    """Write ``checksums.sha256`` over every file of the folder, as ``sha256sum --check`` reads it."""
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path.name != CHECKSUMS)
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


def data_card(manifest: dict[str, Any], files: dict[str, dict[str, int]]) -> str:
    """The card as Markdown, with the front matter by which ``datasets.load_dataset`` finds each format.

    ``files`` maps a format to its files and their rows.
    """
    counts = manifest["counts"]
    lines = ["---", "configs:"]
    for name, parts in files.items():
        for config, paths in _configs(name, parts).items():
            lines += [f"- config_name: {config}", "  data_files:"]
            for path in paths:
                lines += [f"  - split: {Path(path).stem}", f"    path: {name}/{path}"]
    lines += ["---" if files else "[]", *([] if files else ["---"]), "", "# Feedback on resume analyses", ""]
    personal = "left in" if manifest["with_personal_data"] else "replaced by stable placeholders"
    lines += [
        f"{counts['records']} records made on {manifest['created_at'][:10]}. Candidates' personal data is {personal}.",
        "",
        "What people said about answers, findings, analyses and candidates while they worked: ratings from 1 to 5,",
        "corrections, decisions. A rating says how good the response is; for the kinds `fit`, `decision` and `order`",
        "it says how well the candidate fits the job.",
        "",
        "| part | records |",
        "| --- | ---: |",
        *(f"| {part} | {counts['by_part'].get(part, 0)} |" for part in PARTS),
        "",
        "Jobs and candidates are drawn into training, validation and test by a salted hash, once. A training record",
        "has both in training; `unseen_job` has a test job with a training candidate; `unseen_job_and_candidate` has",
        f"both in test; other mixtures are left out ({json.dumps(counts['left_out'], sort_keys=True)}).",
        "",
        "Limits: ratings are those of this installation's own recruiters and carry their habits. Do not use them to",
        "decide about people without one who looks.",
        "",
        "| format | for |",
        "| --- | --- |",
        *(f"| {name} | {FORMATS[name.removesuffix('-parquet')].description} |" for name in files),
        "",
        f"Filters: `{json.dumps(manifest['filters'], sort_keys=True)}`",
    ]
    return "\n".join(lines) + "\n"


def _configs(name: str, files: dict[str, int]) -> dict[str, list[str]]:
    """Files of each data set of a format by the name of its configuration.

    JSON Lines only: a folder whose card names several kinds of file is read as if all were of one.
    """
    configs: dict[str, list[str]] = {}
    for path in files:
        if not path.endswith(".jsonl"):
            continue
        parent = Path(path).parent.as_posix()
        configs.setdefault(name if parent == "." else f"{name}_{parent}", []).append(path)
    return configs
