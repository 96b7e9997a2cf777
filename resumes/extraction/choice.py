"""Which reader's text is kept: pypdfium2's, or pypdf's where that finds none, garbles it or fails."""

import pypdf

from resumes.document import Document, HiddenText
from resumes.extraction import limits, pypdf_text
from resumes.extraction.assembly import DraftLine, assemble
from resumes.extraction.errors import ExtractionError
from resumes.extraction.hidden_texts import MAX_CHARACTERS, without_hidden
from resumes.extraction.inspection import BudgetSpent, Inspection, inspect, processor_budget
from resumes.extraction.pdfium_reader import PdfiumPages, read_pages
from resumes.extraction.quality import GOOD, judge, score_text
from resumes.extraction.replaced import not_drawn

PYPDF_BUDGET = 3.0  # seconds of processor time for the second reader
BETTER_BY = 0.05
PYPDF_FAILURES = (
    pypdf.errors.PyPdfError,
    ArithmeticError,
    AttributeError,
    LookupError,
    NotImplementedError,
    OSError,
    RecursionError,
    TypeError,
    ValueError,
    AssertionError,
)


def read_document(data: bytes, engine: str) -> Document:
    """Read a PDF.

    ``engine``: ``auto``; ``pypdf`` (pypdfium2 only says what the pages hide); ``pypdf_alone`` (where
    pypdfium2 dies of the file: what the pages hide is not known). Raises ``ExtractionError``
    (encrypted, broken, no_text, too_large_text).
    """
    inspection = inspect(data)
    if inspection.error:
        raise ExtractionError(inspection.error)
    if engine == "pypdf_alone":
        inspection.flags.append("hidden_text_unchecked")
        return _with_pypdf(data, PdfiumPages(), inspection)
    try:
        pages = read_pages(data)
    except ExtractionError as error:
        if error.code != "broken":
            raise
        inspection.flags += ["damaged", "hidden_text_unchecked"]
        return _with_pypdf(data, PdfiumPages(), inspection)
    if engine == "pypdf":
        return _with_pypdf(data, pages, inspection)
    return _better(data, pages, inspection)


def _better(data: bytes, pages: PdfiumPages, inspection: Inspection) -> Document:
    """pypdfium2's reading, or pypdf's where all that the file holds looks clearly better in it."""
    if pages.replaced:
        other, _ = _second_reading(data)
        lies = not_drawn(pages.replaced, other)
        if lies is None:
            pages.flags.append("hidden_text_unchecked")
        elif lies:
            # The second reader takes what is drawn, wherever the lies stand.
            lines = without_hidden(other, pages.lines, pages.hidden)
            pages.hidden += lies
            return _document("pypdf", lines, pages, inspection)
    found = "\n".join([*(line.text for line in pages.lines), *(item.text for item in pages.hidden)])
    if score_text(found) < GOOD:
        other, _ = _second_reading(data)
        if score_text("\n".join(line.text for line in other)) > score_text(found) + BETTER_BY:
            return _document("pypdf", without_hidden(other, pages.lines, pages.hidden), pages, inspection)
    return _document("pypdfium2", pages.lines, pages, inspection)


def _second_reading(data: bytes) -> tuple[list[DraftLine], list[tuple[float, float]]]:
    """pypdf's lines and page sizes; nothing where it fails or takes too long."""
    try:
        with processor_budget(PYPDF_BUDGET):
            read = pypdf_text.read_pages(data)
    except (BudgetSpent, *PYPDF_FAILURES):
        return [], []
    return read.lines, read.sizes


def _with_pypdf(data: bytes, pages: PdfiumPages, inspection: Inspection) -> Document:
    """pypdf as the reader; a file it cannot open either is broken."""
    lines, sizes = _second_reading(data)
    if not sizes and not pages.sizes:
        raise ExtractionError("broken")
    if inspection.page_count > limits.MAX_PAGES:
        inspection.flags.append("truncated")
    kept = without_hidden(lines, pages.lines, pages.hidden)
    pages.hidden += not_drawn(pages.replaced, lines) or []
    pages.sizes = pages.sizes or sizes
    pages.page_count = pages.page_count or max(inspection.page_count, len(sizes))
    return _document("pypdf", kept, pages, inspection)


def _document(engine: str, lines: list[DraftLine], pages: PdfiumPages, inspection: Inspection) -> Document:
    text, placed = assemble(lines)
    hidden = (*pages.hidden, *(HiddenText(page, text[:MAX_CHARACTERS], "unshown") for page, text in inspection.unshown))
    if not any(char.isalnum() for char in text):
        raise ExtractionError("no_text", hidden=hidden, pages=pages.page_count)
    flags = inspection.flags + pages.flags + (["hidden_text"] if hidden else [])
    return Document(
        text=text,
        lines=placed,
        page_count=pages.page_count,
        engine=engine,
        hidden=hidden,
        quality=judge(text, flags),
        page_sizes=tuple(pages.sizes),
    )
