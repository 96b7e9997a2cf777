"""Takes an upload in: streamed to a temporary file, counted and hashed on the way."""

import hashlib
import tempfile
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from django.conf import settings
from django.core.files.uploadhandler import TemporaryFileUploadHandler
from django.http import HttpRequest

from resumes.errors import NotAPdf, TooLarge

CHUNK = 1 << 18
HEADER_WITHIN = 1024  # readers look for "%PDF-" in the first 1,024 bytes, and so do we
MAX_FILENAME = 255


class Readable(Protocol):
    """Anything bytes can be read from; Django's uploaded files are."""

    def read(self, size: int = ..., /) -> bytes:
        """At most ``size`` bytes, empty at the end."""
        ...


@dataclass(frozen=True, slots=True)
class Received:
    """A complete upload: where it lies for now, and what it is."""

    path: Path
    sha256: str
    size: int  # bytes


@contextmanager
def received(file: Readable | Any, *, limit_mb: int) -> Iterator[Received]:
    """Stream ``file`` to a temporary file that is gone when the block ends.

    Raises ``TooLarge`` as soon as the cap is passed, ``NotAPdf`` when the content is no PDF.
    """
    limit = limit_mb * 1024 * 1024
    digest = hashlib.sha256()
    size = 0
    head = b""
    with tempfile.NamedTemporaryFile(prefix="ats-upload-", suffix=".pdf") as out:
        for chunk in _chunks(file):
            size += len(chunk)
            if size > limit:
                raise TooLarge(limit_mb)
            if len(head) < HEADER_WITHIN:
                head += chunk[: HEADER_WITHIN - len(head)]
                if len(head) == HEADER_WITHIN:
                    _check_header(head)
            digest.update(chunk)
            out.write(chunk)
        _check_header(head)
        out.flush()
        yield Received(Path(out.name), digest.hexdigest(), size)


def _chunks(file: Readable | Any) -> Iterator[bytes]:
    if hasattr(file, "chunks"):
        yield from file.chunks(CHUNK)
        return
    while chunk := file.read(CHUNK):
        yield chunk


def _check_header(head: bytes) -> None:
    if not head:
        raise NotAPdf("This file is empty. Choose the PDF again.")
    if b"%PDF-" not in head:
        raise NotAPdf


def clean_filename(name: str) -> str:
    """The name a file came with, as data: its last part, without control characters, at most 255."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    kept = "".join(c for c in unicodedata.normalize("NFC", last) if unicodedata.category(c)[0] != "C").strip()
    if len(kept) <= MAX_FILENAME:
        return kept or "resume.pdf"
    stem, dot, ending = kept.rpartition(".")
    if dot and len(ending) <= 8:
        return stem[: MAX_FILENAME - len(ending) - 1] + dot + ending
    return kept[:MAX_FILENAME]


class CappedUploadHandler(TemporaryFileUploadHandler):
    """Keeps at most one byte over the cap of each file of a request.

    The rest of the body is read and thrown away, so that the answer (413) reaches the client; the
    one byte over is what lets ``received`` see that the cap was passed.
    """

    def __init__(self, request: HttpRequest | None = None) -> None:
        super().__init__(request)
        self._cap = settings.MAX_UPLOAD_MB * 1024 * 1024 + 1
        self._kept = 0

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Start counting again."""
        super().new_file(*args, **kwargs)
        self._kept = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Keep what the cap still allows; None says that no other handler need see the data."""
        part = raw_data[: self._cap - self._kept]
        self._kept += len(part)
        if part:
            self.file.write(part)

    def file_complete(self, file_size: int) -> Any:
        """The kept part, with its own size."""
        return super().file_complete(self._kept)
