"""Compares the files of snapshots with their checksums and their rows."""

import re
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

from feedback.models import Snapshot
from feedback.snapshots.cutting import cut_deleted, is_unfinished, left_by_deletion
from feedback.snapshots.manifest import MANIFEST, broken_files
from feedback.snapshots.writers import file_sha256
from feedback.storage_check.findings import Finding

_SNAPSHOT_ID = re.compile(r"^[0-9a-f]{12}$")
_ABANDONED = 24 * 3600  # seconds after which a folder that was being built is taken to be left over


def check_snapshots(*, repair: bool) -> Iterator[Finding]:
    """Snapshots that are not as they were made, records of resumes that are gone, and folders without a row.

    ``repair`` cuts such records out and removes what was left over from a crash. A broken snapshot is not mended: it
    says what was trained on, so it is made anew instead.
    """
    known = set()
    for snapshot in Snapshot.objects.all():
        known.add(snapshot.pk)
        yield from _left_by_deletion(snapshot, repair=repair)
        broken = broken_files(snapshot.folder)
        if not broken and file_sha256(snapshot.folder / MANIFEST) != snapshot.hash:
            broken = [MANIFEST]
        if broken:
            advice = f"Not as it was made: {', '.join(broken)}. Do not train on it; make a new one."
            yield Finding("snapshots", "broken_snapshot", snapshot.pk, advice)
    root = Path(settings.SNAPSHOT_ROOT)
    for folder in sorted(root.iterdir()) if root.is_dir() else []:
        left_over = folder.name.startswith(".building-") and time.time() - folder.stat().st_mtime > _ABANDONED
        unknown = folder.name not in known and _SNAPSHOT_ID.match(folder.name) and (folder / MANIFEST).is_file()
        if left_over or unknown:
            finding = Finding("snapshots", "orphan_folder", folder.name, "No row knows it; --repair removes it.")
            if repair:
                shutil.rmtree(folder)
                finding.repaired = True
            yield finding


def _left_by_deletion(snapshot: Snapshot, *, repair: bool) -> Iterator[Finding]:
    """Records of resumes that are gone: a crash came between deleting the row and cutting the records out."""
    if not left_by_deletion(snapshot) and not is_unfinished(snapshot):
        return
    advice = "It holds records of resumes that are gone. Run check_storage --repair."
    finding = Finding("snapshots", "deleted_resume", snapshot.pk, advice)
    if repair:
        cut_deleted(snapshot)
        finding.repaired = True
    yield finding
