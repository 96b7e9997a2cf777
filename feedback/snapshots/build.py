"""Makes snapshots: a frozen, hashed copy of the feedback with everything that training needs."""

import os
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import django
from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from feedback.errors import NotAllowed
from feedback.models import Feedback, Snapshot
from feedback.snapshots.assignment import SplitPlan, assign_jobs, assign_resumes, divided_persons
from feedback.snapshots.beside import add_formats
from feedback.snapshots.cutting import cut_deleted
from feedback.snapshots.derive import Tick
from feedback.snapshots.formats import ALL
from feedback.snapshots.index import changes
from feedback.snapshots.manifest import INDEX, RECORDS, write_checksums, write_manifest
from feedback.snapshots.records import COLUMNS, RecordReader
from feedback.snapshots.writers import file_sha256, json_line, line_sha256
from feedback.trail import Actor, log_event, may

FORMAT_VERSION = 2


def create_snapshot(
    *,
    by: Actor,
    formats: Iterable[str] = (),
    filters: dict[str, Any] | None = None,
    plan: SplitPlan | None = None,
    with_personal_data: bool = False,
    parquet: bool = False,
    tick: Tick | None = None,
) -> tuple[Snapshot, bool]:
    """Freeze the current feedback; returns the snapshot and whether it was made now.

    ``filters`` are those of ``FeedbackQuerySet.narrowed``. Where nothing has changed since the newest snapshot with
    the same filters, that one is returned, with the formats it lacked. ``tick`` is called with the number of records
    done since its last call: each once for the records and once for every format written. Raises ``NotAllowed``;
    ``by`` None is the operator at the command line.
    """
    _check_permission(by, with_personal_data)
    plan = plan or SplitPlan()
    wanted = {name: value for name, value in (filters or {}).items() if value is not None}
    rows = Feedback.objects.current().narrowed(**wanted)
    _assign(rows, plan)
    root = Path(settings.SNAPSHOT_ROOT)
    root.mkdir(parents=True, exist_ok=True, mode=0o700)
    building = Path(tempfile.mkdtemp(prefix=".building-", dir=root))
    try:
        counts = _write_records(building, rows, plan, with_personal_data, tick)
        snapshot, created = _finished(building, by, _shown(wanted), counts, plan, with_personal_data)
    finally:
        shutil.rmtree(building, ignore_errors=True)
    add_formats(snapshot, formats, parquet=parquet, tick=tick)
    if created:
        cut_deleted(snapshot)
    log_event(
        snapshot,
        "export",
        by,
        what="training data",
        rows=snapshot.counts["records"],
        with_personal_data=with_personal_data,
    )
    return snapshot, created


def _check_permission(by: Actor, with_personal_data: bool) -> None:
    if with_personal_data and not may(by, "feedback.export_personal_data"):
        raise NotAllowed("Exporting personal data takes a user with the permission feedback.export_personal_data.")
    if by is not None and not may(by, "feedback.export_feedback"):
        raise NotAllowed("Exporting training data takes the permission feedback.export_feedback.")


def _assign(rows: QuerySet[Feedback], plan: SplitPlan) -> None:
    jobs = rows.filter(job__isnull=False, job__split__isnull=True).order_by("job_id")
    assign_jobs(jobs.values_list("job_id", flat=True).distinct().iterator(chunk_size=500), plan)
    resumes = rows.filter(resume__isnull=False, resume__split__isnull=True).order_by("resume_id")
    assign_resumes(resumes.values_list("resume_id", flat=True).distinct().iterator(chunk_size=500), plan)


def _write_records(
    folder: Path, rows: QuerySet[Feedback], plan: SplitPlan, with_personal_data: bool, tick: Tick | None
) -> dict[str, Any]:
    reader = RecordReader(salt=plan.salt, with_personal_data=with_personal_data, divided=frozenset(divided_persons()))
    tallies: dict[str, Counter[str]] = {name: Counter() for name in ("split", "kind", "rating", "left_out_because")}
    versions: Counter[str] = Counter()
    total = 0
    with (
        (folder / RECORDS).open("w", encoding="utf-8", newline="") as records,
        (folder / INDEX).open("w", encoding="utf-8", newline="") as index,
    ):
        for record, place in reader.records(rows):
            line = json_line(record)
            records.write(line)
            index.write(place._replace(digest=line_sha256(line)).line())
            total += 1
            for name, tally in tallies.items():
                tally[str(record[name])] += 1
            versions[f"{record['engine_version']} {record['embedding_model']} {record['adapter']}".strip()] += 1
            if tick:
                tick(1)
        for file in (records, index):
            file.flush()
            os.fsync(file.fileno())
    del tallies["left_out_because"][""]
    return {
        "records": total,
        "by_part": dict(tallies["split"]),
        "by_kind": dict(tallies["kind"]),
        "by_rating": dict(tallies["rating"]),
        "left_out": dict(tallies["left_out_because"]),
        "judged_by": dict(versions.most_common(50)),
    }


def _finished(
    building: Path, by: Actor, filters: dict[str, Any], counts: dict[str, Any], plan: SplitPlan, personal: bool
) -> tuple[Snapshot, bool]:
    """The stored snapshot for the records in ``building``: the newest one like it, or a new one."""
    digest = file_sha256(building / RECORDS)
    alike = [row for row in Snapshot.objects.filter(with_personal_data=personal) if row.filters == filters]
    parent = alike[0] if alike else None
    if parent and parent.records_sha256 == digest and (parent.folder / RECORDS).is_file():
        return parent, False
    manifest = {
        "format": FORMAT_VERSION,
        "created_at": timezone.now().isoformat(),
        "filters": filters,
        "with_personal_data": personal,
        "columns": COLUMNS,
        "counts": counts,
        "splits": {"salt": plan.salt, "jobs": _shares(plan.jobs), "candidates": _shares(plan.candidates)},
        "records": {"file": RECORDS, "sha256": digest, "bytes": (building / RECORDS).stat().st_size},
        "index": {"file": INDEX, "sha256": file_sha256(building / INDEX)},
        "versions": {"django": django.get_version(), "formats": list(ALL)},
        "parent": {"snapshot_id": parent.pk, "hash": parent.hash} if parent else None,
        "changed_since_parent": changes(parent.folder / INDEX if parent else None, building / INDEX),
        "erasures": [],
    }
    snapshot_hash = write_manifest(building, manifest)
    write_checksums(building)
    snapshot = Snapshot(
        snapshot_id=snapshot_hash[:12],
        hash=snapshot_hash,
        records_sha256=digest,
        filters=filters,
        counts=counts,
        manifest=manifest,
        with_personal_data=personal,
        parent=parent,
        created_by_id=by.pk if by is not None else None,
    )
    building.rename(snapshot.folder)
    with transaction.atomic():
        snapshot.save(force_insert=True)
    return snapshot, True


def _shares(shares: Any) -> dict[str, float]:
    return {"train": shares.train, "validation": shares.validation, "test": shares.test}


def _shown(filters: dict[str, Any]) -> dict[str, Any]:
    """Filters as JSON holds them."""
    return {name: value.isoformat() if hasattr(value, "isoformat") else value for name, value in filters.items()}
