"""Cuts a person's records out of snapshots: the one change that a snapshot ever sees."""

import hashlib
import json
import os
from collections import Counter
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from typing import Any

from django.utils import timezone

from feedback.models import Snapshot
from feedback.snapshots.build import rewrite_formats
from feedback.snapshots.index import IndexRow, id_key, index_rows
from feedback.snapshots.manifest import INDEX, RECORDS, write_manifest
from feedback.snapshots.outputs import rewrite_outputs
from feedback.snapshots.writers import file_sha256, json_line, line_sha256

TOMBSTONES = "tombstones.jsonl"


@dataclass(frozen=True, slots=True)
class Cut:
    """What was cut out of one snapshot, and the copies elsewhere that were or could not be written anew."""

    snapshot_id: str
    records: int
    old_hash: str
    new_hash: str
    outputs: tuple[str, ...] = ()
    outputs_out_of_reach: tuple[str, ...] = ()


def count_records(snapshot: Snapshot, keys: set[str], feedback_ids: set[str]) -> int:
    """How many records of the snapshot are about resumes with these erasure keys, or are these rows."""
    path = snapshot.folder / INDEX
    if not path.is_file():
        return 0
    told = {id_key("feedback", key) for key in feedback_ids}
    return sum(_is_meant(row, keys, told) for row in index_rows(path))


def cut_records(snapshot: Snapshot, keys: set[str], feedback_ids: set[str]) -> Cut | None:
    """Cut the records out of the snapshot's files and of its copies elsewhere; None where it holds none.

    Each leaves a tombstone without a word of it; manifest and row keep the old hash beside the new one.
    """
    if not count_records(snapshot, keys, feedback_ids):
        return None
    folder, old_hash = snapshot.folder, snapshot.hash
    dropped = _rewrite(folder, keys, {id_key("feedback", key) for key in feedback_ids})
    manifest = dict(snapshot.manifest)
    manifest["records"] = {
        "file": RECORDS,
        "sha256": file_sha256(folder / RECORDS),
        "bytes": (folder / RECORDS).stat().st_size,
    }
    manifest["index"] = {"file": INDEX, "sha256": file_sha256(folder / INDEX)}
    manifest["counts"] = _without(manifest["counts"], dropped)
    note = {"at": timezone.now().isoformat(), "records": len(dropped), "old_hash": old_hash}
    manifest["erasures"] = [*manifest["erasures"], note]
    snapshot.manifest = manifest
    snapshot.counts = manifest["counts"]
    snapshot.records_sha256 = manifest["records"]["sha256"]
    snapshot.hash = write_manifest(folder, manifest)
    snapshot.erasures = [*snapshot.erasures, {**note, "new_hash": snapshot.hash}]
    snapshot.save()
    rewrite_formats(snapshot)
    written, missing = rewrite_outputs(snapshot)
    return Cut(snapshot.pk, len(dropped), old_hash, snapshot.hash, tuple(written), tuple(missing))


def _is_meant(row: IndexRow, keys: set[str], told: set[str]) -> bool:
    return row.resume_key in keys or row.feedback_key in told


def _rewrite(folder: Path, keys: set[str], told: set[str]) -> list[dict[str, Any]]:
    """Write records and index without those meant, and their tombstones; returns what counts need of them.

    A record that repeats one of them is now the first to say so, and names nobody who is gone.
    """
    dropped: list[dict[str, Any]] = []
    gone = {row.feedback_id for row in index_rows(folder / INDEX) if _is_meant(row, keys, told)}
    records, index = folder / f".{RECORDS}", folder / f".{INDEX}"
    with (
        (folder / RECORDS).open(encoding="utf-8", newline="") as old_records,
        records.open("w", encoding="utf-8", newline="") as new_records,
        index.open("w", encoding="utf-8", newline="") as new_index,
        (folder / TOMBSTONES).open("a", encoding="utf-8") as tombstones,
    ):
        for line, row in zip_longest(old_records, index_rows(folder / INDEX)):
            record = json.loads(line)
            if row.feedback_id not in gone:
                if record["duplicate_of"] in gone:
                    line = json_line({**record, "duplicate_of": ""})
                    row = row._replace(digest=line_sha256(line))
                new_records.write(line)
                new_index.write(row.line())
                continue
            dropped.append({name: record[name] for name in ("split", "kind", "rating", "left_out_because")})
            grave = hashlib.sha256(row.feedback_id.encode()).hexdigest()[:12]
            tombstones.write(json.dumps({"tombstone": grave, "erased_at": timezone.now().isoformat()}) + "\n")
        for file in (new_records, new_index, tombstones):
            file.flush()
            os.fsync(file.fileno())
    records.replace(folder / RECORDS)
    index.replace(folder / INDEX)
    return dropped


def _without(counts: dict[str, Any], dropped: list[dict[str, Any]]) -> dict[str, Any]:
    names = {"by_part": "split", "by_kind": "kind", "by_rating": "rating", "left_out": "left_out_because"}
    left: dict[str, Any] = {**counts, "records": counts["records"] - len(dropped)}
    for name, column in names.items():
        gone = Counter(str(record[column]) for record in dropped)
        left[name] = {key: value - gone[key] for key, value in counts[name].items() if value > gone[key]}
    return left
