"""Which reader's text is kept: pypdfium2's, or pypdf's where that finds none or garbles it."""

import pypdf

from resumes.document import Document, HiddenText
from resumes.extraction import limits, pdfium_reader, pypdf_text
from resumes.extraction.assembly import DraftLine, assemble
from resumes.extraction.errors import ExtractionError
from resumes.extraction.inspection import BudgetSpent, Inspection, inspect, processor_budget
from resumes.extraction.quality import GOOD, judge, score_text

PYPDF_BUDGET = 5.0  # seconds of processor time for the second opinion
BETTER_BY = 0.05


def read_document(data: bytes, engine: str) -> Document:
    """Read a PDF. ``engine``: auto, pypdf, or pypdfium2 (no second opinion).

    Raises ``ExtractionError`` (encrypted, broken, no_text, too_large_text).
    """
    inspection = inspect(data)
    if inspection.error:
        raise ExtractionError(inspection.error)
    if engine == "pypdf":
        return _with_pypdf(data, inspection)
    try:
        pages = pdfium_reader.read_pages(data)
    except ExtractionError as error:
        if engine == "auto" and error.code == "broken":
            return _with_pypdf(data, inspection)
        raise
    text = "\n".join(line.text for line in pages.lines)
    if engine == "auto" and score_text(text) < GOOD:
        other = _second_opinion(data)
        if score_text("\n".join(line.text for line in other)) > score_text(text) + BETTER_BY:
            return _document("pypdf", other, pages.hidden, inspection, pages.sizes, pages.page_count)
    inspection.flags += pages.flags
    return _document("pypdfium2", pages.lines, pages.hidden, inspection, pages.sizes, pages.page_count)


def _second_opinion(data: bytes) -> list[DraftLine]:
    try:
        with processor_budget(PYPDF_BUDGET):
            return pypdf_text.read_pages(data).lines
    except BudgetSpent:
        return []
    except (pypdf.errors.PyPdfError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError, OSError):
        return []
    except RecursionError:
        return []


def _with_pypdf(data: bytes, inspection: Inspection) -> Document:
    """pypdf as the reader; a file it cannot open is broken."""
    try:
        pages = pypdf_text.read_pages(data)
    except (pypdf.errors.PyPdfError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError, OSError):
        raise ExtractionError("broken") from None
    except RecursionError:
        raise ExtractionError("broken") from None
    if not pages.sizes:
        raise ExtractionError("broken")
    if pages.failed:
        inspection.flags.append("damaged")
    if inspection.page_count > limits.MAX_PAGES:
        inspection.flags.append("truncated")
    return _document("pypdf", pages.lines, [], inspection, pages.sizes, max(inspection.page_count, len(pages.sizes)))


def _document(
    engine: str,
    lines: list[DraftLine],
    hidden: list[HiddenText],
    inspection: Inspection,
    sizes: list[tuple[float, float]],
    page_count: int,
) -> Document:
    text, placed = assemble(lines)
    if not any(char.isalnum() for char in text):
        raise ExtractionError("no_text")
    flags = inspection.flags + (["hidden_text"] if hidden else [])
    return Document(
        text=text,
        lines=placed,
        page_count=page_count,
        engine=engine,
        hidden=tuple(hidden),
        quality=judge(text, flags),
        page_sizes=tuple(sizes),
    )
