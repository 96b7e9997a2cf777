"""The index beside a snapshot's records: a line for each, by which records are compared, cut out and traced back.

Ids can hold a name. The records show such an id anew; the index holds hashes of what it was, so that the row behind
a record is found by whoever has it, and nobody else learns the name.
"""

import hashlib
import sqlite3
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path
from typing import Any, NamedTuple

from django.db import models

from feedback.snapshots.anonymise import REKEYED

_PLAIN = r"^(resume_)?[0-9a-f-]+$"  # ids of our own making hold no names


class IndexRow(NamedTuple):
    """One record: ids as the record shows them, SHA-256 of its line, part, and the keys of the ids as they were."""

    feedback_id: str
    digest: str
    part: str
    job_id: str
    resume_key: str
    feedback_key: str
    job_key: str

    def line(self) -> str:
        """The row as the file holds it."""
        return "\t".join(self) + "\n"


def id_key(kind: str, key: str | None) -> str:
    """A hash of an id, empty where there is none; ``kind`` is resume, feedback or job."""
    return hashlib.sha256(f"{kind}\x1f{key}".encode()).hexdigest()[:24] if key else ""


def erasure_key(resume_id: str | None) -> str:
    """The key under which erasure finds a resume's records."""
    return id_key("resume", resume_id)


def index_rows(path: Path) -> Iterator[IndexRow]:
    """Rows of an index file, in the order of the records. Files of the first format showed every id as it was."""
    with path.open(encoding="utf-8") as file:
        for line in file:
            found = line.rstrip("\n").split("\t")
            if len(found) == 5:
                found += [id_key("feedback", found[0]), id_key("job", found[3])]
            yield IndexRow(*found)


def with_index(records: Iterator[dict[str, Any]], index: Path) -> Iterator[tuple[dict[str, Any], IndexRow]]:
    """Each record with its row of the index."""
    yield from zip_longest(records, index_rows(index))


def changes(old: Path | None, new: Path) -> dict[str, int]:
    """Records ``added``, ``removed`` and ``changed`` between two index files, however large they are."""
    database = sqlite3.connect("", isolation_level=None)  # on disk, without a name, gone when closed
    try:
        for statement in ("PRAGMA journal_mode = OFF", "PRAGMA cache_size = -4096"):
            database.execute(statement)
        for table, path in (("before", old), ("after", new)):
            database.execute(f"CREATE TABLE {table} (id TEXT PRIMARY KEY, digest TEXT) WITHOUT ROWID")
            rows = ((row.feedback_id, row.digest) for row in (index_rows(path) if path and path.is_file() else ()))
            database.executemany(f"INSERT OR REPLACE INTO {table} VALUES (?, ?)", rows)
        return {name: database.execute(query).fetchone()[0] for name, query in _COUNTS.items()}
    finally:
        database.close()


_COUNTS = {
    "added": "SELECT COUNT(*) FROM after WHERE id NOT IN (SELECT id FROM before)",
    "removed": "SELECT COUNT(*) FROM before WHERE id NOT IN (SELECT id FROM after)",
    "changed": "SELECT COUNT(*) FROM after JOIN before USING (id) WHERE after.digest <> before.digest",
}


class RealIds:
    """Finds the rows behind ids that records show anew; ``kind`` is that of ``id_key``."""

    def __init__(self, model: type[models.Model], kind: str) -> None:
        self._model, self._kind = model, kind
        self._known: dict[str, str] | None = None

    def __call__(self, shown: str, key: str) -> str:
        """The id as the database has it, empty where no row has it any more."""
        if not shown.startswith(REKEYED):
            return shown
        if self._known is None:
            told = self._model._default_manager.exclude(pk__regex=_PLAIN).order_by().values_list("pk", flat=True)
            self._known = {id_key(self._kind, pk): pk for pk in told.iterator(chunk_size=2000)}
        return self._known.get(key, "")
