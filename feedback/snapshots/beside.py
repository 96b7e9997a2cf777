"""Writes formats beside a snapshot's records, and has data card and checksums say so."""

import shutil
from collections.abc import Iterable

from feedback.models import Snapshot
from feedback.snapshots.card import data_card
from feedback.snapshots.derive import Tick, derive
from feedback.snapshots.manifest import CARD, RECORDS, write_checksums


def add_formats(snapshot: Snapshot, formats: Iterable[str], *, parquet: bool = False, tick: Tick | None = None) -> None:
    """Write formats beside the records, where they are not there yet, and bring card and checksums up to date."""
    files = {row["name"]: row["files"] for row in snapshot.formats}
    for name in formats:
        key = f"{name}-parquet" if parquet and name not in ("parquet", "csv") else name
        if key not in files:
            files[key] = derive(name, snapshot.folder / RECORDS, snapshot.folder / key, parquet=parquet, tick=tick)
    _write_card(snapshot, files)


def rewrite_formats(snapshot: Snapshot) -> None:
    """Write every format anew from the records: after something was cut out of them."""
    names = [row["name"] for row in snapshot.formats]
    for name in names:
        shutil.rmtree(snapshot.folder / name, ignore_errors=True)
    files = {
        name: derive(
            name.removesuffix("-parquet"),
            snapshot.folder / RECORDS,
            snapshot.folder / name,
            parquet=name.endswith("-parquet"),
        )
        for name in names
    }
    _write_card(snapshot, files)


def _write_card(snapshot: Snapshot, files: dict[str, dict[str, int]]) -> None:
    snapshot.formats = [{"name": name, "files": found} for name, found in files.items()]
    snapshot.card = data_card(snapshot.manifest, files, snapshot_id=snapshot.pk, sha256=snapshot.hash)
    (snapshot.folder / CARD).write_text(snapshot.card, encoding="utf-8")
    write_checksums(snapshot.folder)
    snapshot.save(update_fields=["formats", "card"])
