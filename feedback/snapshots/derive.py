"""Writes the files of a format from a snapshot's records."""

import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from feedback.snapshots.formats import BAD, FIT, FORMATS, GOOD, Dataset, factory_info
from feedback.snapshots.splitting import LEFT_OUT, PARTS
from feedback.snapshots.writers import WRITERS, Writer

Tick = Callable[[int], object]
NEGATIVES = 4  # low-rated candidates set against each high-rated one of the same job


def read_records(path: Path) -> Iterator[dict[str, Any]]:
    """The records of a snapshot, one at a time."""
    with path.open(encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)


def derive(
    name: str, records: Path, folder: Path, *, parquet: bool = False, tick: Tick | None = None
) -> dict[str, int]:
    """Write format ``name`` under ``folder``; returns rows by file, the path relative to the folder.

    ``parquet`` writes Parquet in place of JSON Lines. Files without rows are not made.
    """
    if name == "jsonl" and not parquet:
        return _copied(records, folder / "all.jsonl", tick)
    kind = "csv" if name == "csv" else "parquet" if parquet or name == "parquet" else "jsonl"
    found = FORMATS[name]
    with ExitStack() as stack:
        writers = {
            (dataset.path, part): stack.enter_context(_writer(dataset, part, folder, kind))
            for dataset in found.datasets
            for part in (("all",) if dataset.whole else PARTS[:-1])
        }
        for record in read_records(records):
            if tick:
                tick(1)
            for dataset in found.datasets:
                if dataset.whole:
                    writers[dataset.path, "all"].write(record)
                elif record["split"] != LEFT_OUT:
                    for row in dataset.rows(record):
                        writers[dataset.path, record["split"]].write(row)
        if name == "triplets":
            for part, row in _fit_triplets(records):
                writers["", part].write(row)
        written = {key: writer for key, writer in writers.items() if writer.rows}
    if name == "llama-factory":
        _write_factory_info(folder, {"/".join(key): writer.path for key, writer in written.items()})
    return {str(writer.path.relative_to(folder)): writer.rows for writer in written.values()}


def write_single(name: str, records: Path, path: Path, *, tick: Tick | None = None) -> int:
    """Write the format's first data set to one file, every part but what was left out; returns its rows.

    The file's suffix chooses JSON Lines, CSV or Parquet.
    """
    if name == "jsonl" and path.suffix.lower() not in (".csv", ".parquet"):
        rows = sum(_copied(records, path, tick).values())
        path.touch()
        return rows
    dataset = FORMATS[name].datasets[0]
    kind = {".csv": "csv", ".parquet": "parquet"}.get(path.suffix.lower(), "jsonl")
    with WRITERS[kind](path, dataset.columns) as writer:
        for record in read_records(records):
            if tick:
                tick(1)
            if dataset.whole or record["split"] != LEFT_OUT:
                for row in dataset.rows(record):
                    writer.write(row)
        if name == "triplets":
            for _, row in _fit_triplets(records):
                writer.write(row)
    if not writer.rows:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"")
    return writer.rows


def _copied(records: Path, path: Path, tick: Tick | None) -> dict[str, int]:
    """The records as they are: everything, JSON Lines."""
    path.parent.mkdir(parents=True, exist_ok=True)
    rows = 0
    with records.open("rb") as source, path.open("wb") as target:
        for line in source:
            target.write(line)
            rows += 1
            if tick:
                tick(1)
    if not rows:
        path.unlink()
    return {path.name: rows} if rows else {}


def _writer(dataset: Dataset, part: str, folder: Path, kind: str) -> Writer:
    writer = WRITERS[kind]
    return writer(folder / dataset.path / f"{part}{writer.suffix}", dataset.columns)


def _fit_triplets(records: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Part and triplet for each candidate rated high beside candidates of the same job rated low.

    Two readings: the first notes where a few low-rated candidates of each job stand, so that memory grows with
    the number of jobs and not with the number of rows.
    """
    low: dict[tuple[str, str], list[int]] = {}
    with records.open("rb") as file:
        offset = 0
        for line in file:
            record = json.loads(line)
            places = low.setdefault((record["job_id"], record["split"]), [])
            if _rates_fit(record) and record["rating"] <= BAD and len(places) < NEGATIVES:
                places.append(offset)
            offset += len(line)
    with records.open("rb") as other:
        for record in read_records(records):
            if not (_rates_fit(record) and record["rating"] >= GOOD):
                continue
            for place in low.get((record["job_id"], record["split"]), []):
                other.seek(place)
                worse = json.loads(other.readline())
                if worse["resume_text"] != record["resume_text"]:
                    yield (
                        record["split"],
                        {
                            "anchor": record["job_description"],
                            "positive": record["resume_text"],
                            "negative": worse["resume_text"],
                        },
                    )


def _rates_fit(record: dict[str, Any]) -> bool:
    whole = record["job_description"].strip() and record["resume_text"].strip()
    return bool(record["kind"] in FIT and whole and record["split"] != LEFT_OUT and not record["duplicate_of"])


def _write_factory_info(folder: Path, files: dict[str, Path]) -> None:
    info = factory_info({key: str(path.relative_to(folder)) for key, path in files.items()})
    folder.mkdir(parents=True, exist_ok=True)
    text = json.dumps(info, indent=2) + "\n"
    (folder / "dataset_info.json").write_text(text, encoding="utf-8")
