"""How much of what several PDF engines agree on is in the text that the product keeps, and how long it reads.

There is no transcription of every resume, so engines that share no code check the reader: a word
counts as being there as often as most of pypdfium2, pypdf and pdfminer.six find it, each with its own
plain text. pdfminer.six is asked where it is installed (requirements-dev.txt); without it both of the
others must find a word. What the product sets apart as hidden counts as found: engines do not look.
"""

import importlib.util
import io
import re
import time
import unicodedata
from collections import Counter
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import fmean, median
from typing import Any

from resumes.extraction import ExtractionError, extract, page_sizes
from resumes.extraction.quality import WORD

RUNS = 3
_BROKEN = re.compile(r"(?<=[^\W\d_])[-\u2010\u00ad\x02\ufffe]\s*\n\s*(?=[^\W\d_])")


@dataclass(frozen=True, slots=True)
class Agreement:
    """One file: the engine kept, the share of agreed words in the stored text, and the seconds reading took.

    The seconds are the best of some runs: what a busy neighbour on the machine takes is not in them.
    """

    file: str
    engine: str
    words: int
    recall: float
    seconds: float
    error: str = ""


def engines() -> dict[str, Callable[[bytes], str]]:
    """The engines at hand, each a function from the bytes of a PDF to its plain text."""
    found: dict[str, Callable[[bytes], str]] = {"pypdfium2": _pdfium, "pypdf": _pypdf}
    if importlib.util.find_spec("pdfminer") is not None:
        found["pdfminer.six"] = _pdfminer
    return found


def _pdfium(data: bytes) -> str:
    import pypdfium2

    with pypdfium2.PdfDocument(data) as document:
        return "\n".join(document[index].get_textpage().get_text_range() for index in range(len(document)))


def _pypdf(data: bytes) -> str:
    import pypdf

    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages)


def _pdfminer(data: bytes) -> str:
    from pdfminer.high_level import extract_text

    return str(extract_text(io.BytesIO(data)))


def words_of(text: str) -> Counter[str]:
    """The words of a text, however it sets them: lower case, compatibility forms, broken words whole."""
    plain = unicodedata.normalize("NFKC", _BROKEN.sub("", text))
    return Counter(word.lower() for word in WORD.findall(plain))


def agreed_words(readings: list[Counter[str]]) -> Counter[str]:
    """Each word as often as most of the readings have it."""
    most = len(readings) // 2 + 1
    counts: Counter[str] = Counter()
    for word in set().union(*readings):
        count = sorted((reading[word] for reading in readings), reverse=True)[most - 1]
        if count:
            counts[word] = count
    return counts


def compare(path: Path) -> Agreement:
    """Read one PDF; an unreadable one has its error code and no recall."""
    seconds = []
    for _ in range(RUNS):
        started = time.perf_counter()
        try:
            stored = extract(path)
        except ExtractionError as error:
            return Agreement(path.name, "", 0, 0.0, time.perf_counter() - started, error.code)
        seconds.append(time.perf_counter() - started)
    data = path.read_bytes()
    agreed = agreed_words([words_of(read(data)) for read in engines().values()])
    kept = words_of("\n".join([stored.text, *(item.text for item in stored.hidden)]))
    total = agreed.total()
    recall = (agreed & kept).total() / total if total else 1.0
    return Agreement(path.name, stored.engine, total, recall, min(seconds))


def measure(folder: Path) -> dict[str, Any]:
    """All PDFs of a folder: mean and lowest recall, the times of reading, and one row a file, the worst first."""
    files = sorted(folder.glob("*.pdf"))
    rows = sorted((compare(path) for path in files), key=lambda row: (bool(row.error), row.recall))
    read = [row for row in rows if not row.error]
    slowest = max(read, key=lambda row: row.seconds, default=None)
    return {
        "engines": list(engines()),
        "files": len(rows),
        "unreadable": len(rows) - len(read),
        "mean_recall": round(fmean(row.recall for row in read), 4) if read else None,
        "lowest_recall": round(read[0].recall, 4) if read else None,
        "median_seconds": round(median(row.seconds for row in read), 3) if read else None,
        "slowest_seconds": round(slowest.seconds, 3) if slowest else None,
        "slowest_file": slowest.file if slowest else None,
        "rows": [asdict(row) for row in rows],
    }


def time_split(path: Path) -> dict[str, float]:
    """Milliseconds of reading one PDF: starting the process, reading, and looking for what the pages hide.

    The last two are measured in this process, whose files are trusted. Medians of some runs.
    """
    from resumes.extraction.pdfium_reader import read_pages

    data = path.read_bytes()
    start_up = _median_ms(lambda: page_sizes(path))
    whole, without = _median_ms(lambda: read_pages(data)), _median_ms(lambda: read_pages(data, find_hidden=False))
    return {"start_up_ms": start_up, "reading_ms": without, "hidden_check_ms": round(max(whole - without, 0.0), 1)}


def _median_ms(work: Callable[[], object]) -> float:
    work()
    times = []
    for _ in range(2 * RUNS + 1):
        started = time.perf_counter()
        work()
        times.append(1000 * (time.perf_counter() - started))
    return round(median(times), 1)
