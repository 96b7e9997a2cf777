"""Text of PDFs, read in a sandboxed process. ``extract`` is the way in."""

import json
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from resumes.document import Document, HiddenText, Line, ParseQuality
from resumes.extraction import limits
from resumes.extraction.errors import ExtractionError
from resumes.extraction.sandbox import ReaderDied, run_job

__all__ = ["ExtractionError", "extract", "page_sizes", "render_page"]

EXTRACTOR_VERSION = "4"


def extract(path: Path, *, engine: str = "auto") -> Document:
    """Read the PDF at ``path`` in a child process with hard limits.

    ``engine``: auto (pypdfium2, pypdf where that fails) or pypdf. Raises ``ExtractionError`` with a
    code (encrypted, broken, no_text, timeout, too_large_text) and a sentence for people.
    """
    started = time.monotonic()
    try:
        answer = run_job(path, {"op": "read", "engine": engine})
    except ReaderDied:
        # pypdfium2 is C++ and can die of a file that pypdf still reads.
        left = limits.WALL_SECONDS - (time.monotonic() - started)
        try:
            answer = run_job(path, {"op": "read", "engine": "pypdf_alone"}, wall=max(left, 1.0))
        except ReaderDied:
            raise ExtractionError("broken") from None
    body: dict[str, Any] = json.loads(answer)
    if "error" in body:
        hidden = tuple(HiddenText(**item) for item in body.get("hidden", ()))
        raise ExtractionError(body["error"], hidden=hidden, pages=body.get("pages", 0))
    return _document(body)


def render_page(
    path: Path,
    *,
    page: int,
    scale: float,
    kind: str = "PNG",
    covered: Sequence[tuple[float, float, float, float]] | None = None,
) -> bytes:
    """Page ``page`` (from 1) of the PDF as a picture, ``scale`` pixels a point, drawn in the sandbox.

    ``kind``: PNG, or PGM (grey, uncompressed). With ``covered`` (boxes in points: x0, y0, x1, y1) bars lie over the
    boxes, and neither pictures nor annotations are drawn. Raises ``ExtractionError``.
    """
    job = {"op": "render", "page": page, "scale": scale, "format": kind, "covered": covered}
    try:
        answer = run_job(path, job)
    except ReaderDied:
        raise ExtractionError("broken") from None
    if answer.startswith(b"{"):
        raise ExtractionError(json.loads(answer)["error"])
    return answer


def page_sizes(path: Path) -> list[tuple[float, float]]:
    """Width and height of each page in points. Raises ``ExtractionError``."""
    try:
        body = json.loads(run_job(path, {"op": "pages"}))
    except ReaderDied:
        raise ExtractionError("broken") from None
    if "error" in body:
        raise ExtractionError(body["error"])
    return [(width, height) for width, height in body["sizes"]]


def _document(body: dict[str, Any]) -> Document:
    quality = body["quality"]
    return Document(
        text=body["text"],
        lines=tuple(Line(**line) for line in body["lines"]),
        page_count=body["page_count"],
        engine=body["engine"],
        hidden=tuple(HiddenText(**item) for item in body["hidden"]),
        quality=ParseQuality(quality["level"], tuple(quality["flags"]), quality["score"]),
        used_ocr=body["used_ocr"],
        page_sizes=tuple((width, height) for width, height in body["page_sizes"]),
    )
