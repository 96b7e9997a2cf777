"""Shortcuts for tests that read PDFs the way the product does: in the sandbox."""

import tempfile
from pathlib import Path

from resumes.extraction import extract


def read(content, *, engine="auto"):
    """The document read from these bytes. Raises ``ExtractionError``."""
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        file.write(content)
        file.flush()
        return extract(Path(file.name), engine=engine)


def line_texts(document):
    """The text of each line."""
    return [document.text[line.start : line.end] for line in document.lines]
