"""The reading process's work: one job on one PDF, answered in bytes.

Runs only inside a child of the ``nursery``. ``read`` answers a document as JSON, or
``{"error": code}``; ``pages`` answers the sizes of the pages, ``render`` one page as a picture.
"""

import json
import os
from dataclasses import asdict
from typing import Any

from resumes.document import Document
from resumes.extraction import limits
from resumes.extraction.errors import ExtractionError


def prepare() -> None:
    """Import the libraries once, before any file is met."""
    import resumes.extraction.pdfium_reader
    import resumes.extraction.pypdf_text  # noqa: F401


def run(job: dict[str, Any], descriptor: int) -> bytes:
    """Do the job on the PDF open at ``descriptor``."""
    with os.fdopen(descriptor, "rb") as file:
        data = file.read()
    try:
        if job["op"] == "render":
            return _render(data, job)
        if job["op"] == "pages":
            return _pages(data)
        return _to_json(_read(data, job["engine"]))
    except ExtractionError as error:
        hidden = [asdict(item) for item in error.hidden]
        return json.dumps({"error": error.code, "hidden": hidden, "pages": error.pages}).encode()
    except RecursionError:
        return json.dumps({"error": "broken"}).encode()


def _read(data: bytes, engine: str) -> Document:
    from resumes.extraction.choice import read_document

    return read_document(data, engine)


def _pages(data: bytes) -> bytes:
    from resumes.extraction.pdfium_reader import page_sizes

    return json.dumps({"sizes": page_sizes(data)}).encode()


def _render(data: bytes, job: dict[str, Any]) -> bytes:
    from resumes.extraction.pdfium_reader import render_page

    return render_page(data, int(job["page"]), float(job["scale"]), str(job["format"]), job.get("covered"))


def _to_json(document: Document) -> bytes:
    if len(document.text) > limits.MAX_CHARACTERS:
        raise ExtractionError("too_large_text")
    return json.dumps(asdict(document), ensure_ascii=True).encode("ascii")
