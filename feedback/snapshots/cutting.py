"""Cuts a person's records out of snapshots: the one change that a snapshot ever sees."""

import fcntl
import hashlib
import json
import os
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from django.utils import timezone

from feedback.models import Snapshot
from feedback.snapshots.beside import rewrite_formats
from feedback.snapshots.derive import read_records
from feedback.snapshots.index import IndexRow, erasure_key, id_key, index_rows
from feedback.snapshots.manifest import INDEX, RECORDS, write_manifest
from feedback.snapshots.outputs import rewrite_outputs
from feedback.snapshots.writers import file_sha256, json_line, line_sha256
from resumes.models import Resume

TOMBSTONES = "tombstones.jsonl"
UNFINISHED = ".cutting.json"  # there while a cut is under way
LOCK = ".cutting.lock"  # held while a cut is under way


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
    meant = Meant.of(keys, feedback_ids)
    return sum(meant.holds(row) for row in index_rows(path))


def is_unfinished(snapshot: Snapshot) -> bool:
    """True where cutting began and did not come to its end: the process was killed, or the disk was full."""
    return (snapshot.folder / UNFINISHED).is_file()


def cut_records(snapshot: Snapshot, keys: set[str], feedback_ids: set[str]) -> Cut | None:
    """Cut the records out of the snapshot's files and of its copies elsewhere; None where it holds none.

    Each leaves a tombstone without a word of it; manifest and row keep the old hash beside the new one. What an
    earlier call left unfinished is finished, too: whom it meant, in hashes, stands in a file until everything is done.
    """
    if not _is_due(snapshot, keys, feedback_ids):
        return None
    with _alone(snapshot.folder):
        snapshot.refresh_from_db()  # others may have cut since the row was read, or while this waited for them
        return _cut(snapshot, Meant.of(keys, feedback_ids)) if _is_due(snapshot, keys, feedback_ids) else None


def _is_due(snapshot: Snapshot, keys: set[str], feedback_ids: set[str]) -> bool:
    return is_unfinished(snapshot) or bool(count_records(snapshot, keys, feedback_ids))


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """One process at a time: several workers cut when several resumes are deleted."""
    with (folder / LOCK).open("a") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _cut(snapshot: Snapshot, meant: "Meant") -> Cut:
    meant = meant.noted(snapshot.folder / UNFINISHED)
    _rewrite(snapshot.folder, meant)
    cut = _recorded(snapshot)
    rewrite_formats(snapshot)
    written, missing = rewrite_outputs(snapshot)
    (snapshot.folder / UNFINISHED).unlink()
    return replace(cut, outputs=tuple(written), outputs_out_of_reach=tuple(missing))


def left_by_deletion(snapshot: Snapshot) -> set[str]:
    """Erasure keys of resumes that the snapshot has records of and the database no row."""
    path = snapshot.folder / INDEX
    kept = {row.resume_key for row in index_rows(path) if row.resume_key} if path.is_file() else set()
    for pk in Resume.objects.order_by().values_list("pk", flat=True).iterator():
        kept.discard(erasure_key(pk))
    return kept


def cut_deleted(snapshot: Snapshot) -> Cut | None:
    """Cut out who was deleted while the snapshot was being made, or whom a crash left in it."""
    return cut_records(snapshot, left_by_deletion(snapshot), set())


@dataclass(frozen=True, slots=True)
class Meant:
    """Whose records go: erasure keys of resumes, and hashes of the ids of rows."""

    keys: frozenset[str]
    told: frozenset[str]

    @classmethod
    def of(cls, keys: set[str], feedback_ids: set[str]) -> "Meant":
        """From erasure keys and ids."""
        return cls(frozenset(keys), frozenset(id_key("feedback", key) for key in feedback_ids))

    def holds(self, row: IndexRow) -> bool:
        """True where the record of the row is to go."""
        return row.resume_key in self.keys or row.feedback_key in self.told

    def noted(self, path: Path) -> "Meant":
        """These and those that the file names already; the file names all of them from then on."""
        noted = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {"keys": [], "told": []}
        both = Meant(self.keys.union(noted["keys"]), self.told.union(noted["told"]))
        _write_synced(path, [json.dumps({"keys": sorted(both.keys), "told": sorted(both.told)})])
        return both


def _rewrite(folder: Path, meant: Meant) -> None:
    """Write records and index without those meant, and their tombstones.

    A record that repeats one of them is now the first to say so, and names nobody who is gone. The index is replaced
    last: as long as it names a record, doing this again finds what is to go.
    """
    gone = {row.feedback_id for row in index_rows(folder / INDEX) if meant.holds(row)}
    _bury(folder / TOMBSTONES, gone)
    records, index = folder / f".{RECORDS}", folder / f".{INDEX}"
    with (
        records.open("w", encoding="utf-8", newline="") as new_records,
        index.open("w", encoding="utf-8", newline="") as new_index,
    ):
        for line, row in _lines(folder):
            record = json.loads(line)
            if row.feedback_id in gone:
                continue
            if record["duplicate_of"] in gone:
                line = json_line({**record, "duplicate_of": ""})
            new_records.write(line)
            # Of every line: a cut that was killed may have written this one anew, and not yet its row.
            new_index.write(row._replace(digest=line_sha256(line)).line())
        for file in (new_records, new_index):
            file.flush()
            os.fsync(file.fileno())
    records.replace(folder / RECORDS)
    index.replace(folder / INDEX)


def _lines(folder: Path) -> Iterator[tuple[str, IndexRow]]:
    """Each record's line with its row of the index; rows whose record is gone already are passed over."""
    rows = index_rows(folder / INDEX)
    with (folder / RECORDS).open(encoding="utf-8", newline="") as records:
        for line in records:
            key = json.loads(line)["feedback_id"]
            yield line, next(row for row in rows if row.feedback_id == key)


def _bury(path: Path, feedback_ids: set[str]) -> None:
    """Add a tombstone for each of these that has none yet."""
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    there = {json.loads(line)["tombstone"] for line in lines}
    graves = {hashlib.sha256(key.encode()).hexdigest()[:12] for key in feedback_ids} - there
    at = timezone.now().isoformat()
    _write_synced(path, [*lines, *(json.dumps({"tombstone": grave, "erased_at": at}) for grave in sorted(graves))])


def _write_synced(path: Path, lines: list[str]) -> None:
    beside = path.with_name(f".{path.name}")
    with beside.open("w", encoding="utf-8") as file:
        file.writelines(f"{line}\n" for line in lines)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)


def _recorded(snapshot: Snapshot) -> Cut:
    """Have manifest and row say what the files hold now, if they do not yet."""
    folder, old_hash, before = snapshot.folder, snapshot.hash, snapshot.counts["records"]
    digest = file_sha256(folder / RECORDS)
    if digest == snapshot.records_sha256:
        last: dict[str, Any] = snapshot.erasures[-1] if snapshot.erasures else {"records": 0, "old_hash": old_hash}
        return Cut(snapshot.pk, last["records"], last["old_hash"], old_hash)
    counts = {**snapshot.counts, **_counted(folder / RECORDS)}
    note = {"at": timezone.now().isoformat(), "records": before - counts["records"], "old_hash": old_hash}
    manifest = {
        **snapshot.manifest,
        "records": {"file": RECORDS, "sha256": digest, "bytes": (folder / RECORDS).stat().st_size},
        "index": {"file": INDEX, "sha256": file_sha256(folder / INDEX)},
        "counts": counts,
        "erasures": [*snapshot.manifest["erasures"], note],
    }
    snapshot.manifest, snapshot.counts, snapshot.records_sha256 = manifest, counts, digest
    snapshot.hash = write_manifest(folder, manifest)
    snapshot.erasures = [*snapshot.erasures, {**note, "new_hash": snapshot.hash}]
    snapshot.save()
    return Cut(snapshot.pk, note["records"], old_hash, snapshot.hash)


def _counted(records: Path) -> dict[str, Any]:
    """Records in all, and by what the manifest counts them."""
    names = {"by_part": "split", "by_kind": "kind", "by_rating": "rating", "left_out": "left_out_because"}
    tallies: dict[str, Counter[str]] = {name: Counter() for name in names}
    total = 0
    for record in read_records(records):
        total += 1
        for name, column in names.items():
            tallies[name][str(record[column])] += 1
    del tallies["left_out"][""]
    return {"records": total, **{name: dict(tally) for name, tally in tallies.items()}}
