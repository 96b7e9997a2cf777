"""Compares stored PDFs with the resumes they belong to."""

import hashlib
from collections.abc import Iterator
from datetime import timedelta

from django.core.files.storage import default_storage
from django.utils import timezone

from feedback.storage_check.findings import Finding
from resumes.models import Resume

FOLDER = "resumes"
# A file is stored before its row is: one that young may belong to an upload that is under way.
_YOUNG = timedelta(hours=1)


def check_files(*, repair: bool, hashes: bool = False) -> Iterator[Finding]:
    """Resumes whose PDF is missing or another one, and PDFs without a resume.

    ``hashes`` reads every PDF to compare its SHA-256, else sizes are compared. ``repair`` removes PDFs without a
    resume; a missing PDF cannot be made anew, its text and analyses stay.
    """
    known = set()
    rows = Resume.objects.exclude(file="").order_by("pk").values_list("pk", "file", "sha256", "file_size")
    for key, name, sha256, size in rows.iterator(chunk_size=1000):
        known.add(name)
        if not default_storage.exists(name):
            yield Finding("files", "missing_file", key, "Upload the same PDF again: it finds its place by its hash.")
        elif (hashes and sha256 and _sha256(name) != sha256) or default_storage.size(name) != size:
            yield Finding("files", "wrong_file", key, "The stored PDF is not the one that was taken in.")
    for name in _stored(FOLDER):
        if name not in known and _is_old(name) and not Resume.objects.filter(file=name).exists():
            finding = Finding("files", "orphan_file", name, "No resume knows it; --repair removes it.")
            if repair:
                default_storage.delete(name)
                finding.repaired = True
            yield finding


def _stored(folder: str) -> Iterator[str]:
    """Every file below the folder, by its storage key."""
    try:
        folders, files = default_storage.listdir(folder)
    except FileNotFoundError:
        return
    for name in sorted(files):
        yield f"{folder}/{name}"
    for name in sorted(folders):
        yield from _stored(f"{folder}/{name}")


def _is_old(name: str) -> bool:
    changed = default_storage.get_modified_time(name)
    return changed < timezone.now() - _YOUNG


def _sha256(name: str) -> str:
    with default_storage.open(name, "rb") as file:
        digest = hashlib.sha256()
        for chunk in file.chunks():
            digest.update(chunk)
    return digest.hexdigest()
