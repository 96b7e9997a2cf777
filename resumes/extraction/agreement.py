"""How far the readers agree: every word that one of them finds, and how much of it the product keeps.

There is no transcription of every resume, so the readers check each other: a word that pypdfium2
and pypdf both find is taken for being there. The stored text should hold all of those.
"""

import time
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import fmean
from typing import Any

from resumes.extraction import ExtractionError, extract
from resumes.extraction.quality import word_recall


@dataclass(frozen=True, slots=True)
class Agreement:
    """One file: recall of pypdf's words in the stored text, the reverse, and the seconds reading took."""

    file: str
    engine: str
    recall: float
    reverse: float
    seconds: float
    error: str = ""


def compare(path: Path) -> Agreement:
    """Read one PDF both ways; an unreadable one has its error code and no recall."""
    started = time.perf_counter()
    try:
        stored = extract(path)
        seconds = time.perf_counter() - started
        other = extract(path, engine="pypdf")
    except ExtractionError as error:
        return Agreement(path.name, "", 0.0, 0.0, time.perf_counter() - started, error.code)
    recall, reverse = word_recall(other.text, stored.text), word_recall(stored.text, other.text)
    return Agreement(path.name, stored.engine, recall, reverse, seconds)


def measure(folder: Path) -> dict[str, Any]:
    """All PDFs of a folder: mean and lowest recall, the slowest reading, and one row a file, the worst first."""
    rows = sorted((compare(path) for path in sorted(folder.glob("*.pdf"))), key=lambda row: row.recall)
    read = [row for row in rows if not row.error]
    return {
        "files": len(rows),
        "unreadable": len(rows) - len(read),
        "mean_recall": round(fmean(row.recall for row in read), 4) if read else None,
        "lowest_recall": round(min(row.recall for row in read), 4) if read else None,
        "slowest_seconds": round(max(row.seconds for row in read), 3) if read else None,
        "rows": [asdict(row) for row in rows],
    }
