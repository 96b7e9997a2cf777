"""Where PDFs are kept: local files that are on disk before their row exists.

Keys are made from the content's hash, so writing a key again writes the same bytes: an existing
file is replaced in one step instead of being given another name. Object stores do the same with
an atomic put.
"""

import os
import tempfile
from pathlib import Path
from typing import Any

from django.core.files.base import File
from django.core.files.storage import FileSystemStorage

CHUNK = 1 << 20


def pdf_key(sha256: str) -> str:
    """The storage key of the PDF with this hash (64 hex characters)."""
    return f"resumes/{sha256[:2]}/{sha256}.pdf"


class DurableFileSystemStorage(FileSystemStorage):
    """Local files under MEDIA_ROOT, complete on disk (fsync) before their name appears."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("allow_overwrite", True)
        options.setdefault("file_permissions_mode", 0o640)
        options.setdefault("directory_permissions_mode", 0o750)
        super().__init__(**options)

    def _save(self, name: str, content: File[Any]) -> str:
        """Write to a temporary file beside the target, flush it to disk, rename, flush the folder."""
        target = Path(self.path(name))
        _make_folder(target.parent, self.directory_permissions_mode)
        handle, temporary = tempfile.mkstemp(prefix=".incoming-", dir=target.parent)
        try:
            with os.fdopen(handle, "wb") as out:
                for chunk in content.chunks(CHUNK):
                    out.write(chunk if isinstance(chunk, bytes) else bytes(chunk, "utf-8"))
                if self.file_permissions_mode is not None:
                    os.fchmod(out.fileno(), self.file_permissions_mode)
                out.flush()
                os.fsync(out.fileno())
            Path(temporary).replace(target)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
        _sync_folder(target.parent)
        return name.replace("\\", "/")


def _make_folder(folder: Path, mode: int | None) -> None:
    """Make the folder and its parents, each entry flushed to disk."""
    missing = []
    while not folder.exists():
        missing.append(folder)
        folder = folder.parent
    for path in reversed(missing):
        path.mkdir(mode=mode or 0o777, exist_ok=True)
        _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    """Flush a folder's entries, without which a rename may be lost in a power cut."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
