"""The first reader: text, positions and pictures of pages from pypdfium2."""

import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any

import pypdfium2.raw as pdfium

from resumes.document import HiddenText
from resumes.extraction import limits
from resumes.extraction.aligned import with_aligned_rows
from resumes.extraction.assembly import DraftLine
from resumes.extraction.characters import Glyph, read_page
from resumes.extraction.covering import Box, paint_over, take_off_pictures
from resumes.extraction.drawing import picture
from resumes.extraction.errors import ExtractionError
from resumes.extraction.hidden import mark_hidden
from resumes.extraction.hidden_texts import hidden_texts
from resumes.extraction.list_marks import with_list_marks
from resumes.extraction.page_flow import flow
from resumes.extraction.page_lines import page_lines
from resumes.extraction.replaced import replaced_texts
from resumes.extraction.shapes import Shapes, shapes_of
from resumes.extraction.tables import cut_at_rules, regions_of
from resumes.extraction.turning import by_direction, turned_back
from resumes.extraction.words import words_of

pdfium.FPDF_InitLibrary()

PAPER = 220  # of 255: grey above this is paper (contrast 1.36 with white)


@dataclass(slots=True)
class PdfiumPages:
    """Lines and hidden text of every page read, and the pages' sizes in points."""

    lines: list[DraftLine] = field(default_factory=list)
    hidden: list[HiddenText] = field(default_factory=list)
    replaced: list[HiddenText] = field(default_factory=list)  # texts that the file puts in place of what it draws
    sizes: list[tuple[float, float]] = field(default_factory=list)
    page_count: int = 0
    flags: list[str] = field(default_factory=list)


@contextmanager
def opened(data: bytes) -> Iterator[Any]:
    """The document, closed again. Raises ``ExtractionError`` (encrypted, broken)."""
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        code = pdfium.FPDF_GetLastError()
        raise ExtractionError("encrypted" if code == pdfium.FPDF_ERR_PASSWORD else "broken")
    try:
        yield document
    finally:
        pdfium.FPDF_CloseDocument(document)


def read_pages(data: bytes, *, find_hidden: bool = True) -> PdfiumPages:
    """Read all pages up to the limit. Without ``find_hidden`` all text counts as seen (to measure the search)."""
    found = PdfiumPages()
    characters = 0
    with opened(data) as document:
        found.page_count = pdfium.FPDF_GetPageCount(document)
        if found.page_count <= 0:
            raise ExtractionError("broken")
        for index in range(min(found.page_count, limits.MAX_PAGES)):
            characters += _read_one(document, index, found, find_hidden)
            if characters > limits.MAX_CHARACTERS:
                raise ExtractionError("too_large_text")
    if found.page_count > limits.MAX_PAGES:
        found.flags.append("truncated")
    found.lines = flow(found.lines)
    return found


def _read_one(document: Any, index: int, found: PdfiumPages, find_hidden: bool) -> int:
    """Read one page into ``found``; the number of characters on it."""
    page = pdfium.FPDF_LoadPage(document, index)
    if not page:
        found.sizes.append((0.0, 0.0))
        found.flags.append("damaged")
        return 0
    text_page = pdfium.FPDFText_LoadPage(page)
    try:
        content = read_page(page, text_page)
        found.sizes.append((round(content.width, 2), round(content.height, 2)))
        if content.truncated:
            found.flags.append("truncated")
        if find_hidden:
            mark_hidden(page, content)
        found.hidden += hidden_texts(content.glyphs, index + 1)
        found.replaced += replaced_texts(content.glyphs, index + 1)
        seen = [glyph if glyph is None or not glyph.hidden else None for glyph in content.glyphs]
        found.lines += _lines(seen, index + 1, shapes_of(page))
        return len(content.glyphs)
    finally:
        pdfium.FPDFText_ClosePage(text_page)
        pdfium.FPDF_ClosePage(page)


def _lines(glyphs: list[Glyph | None], page: int, shapes: Shapes) -> list[DraftLine]:
    """Lines of a page; text that runs another way than most comes after the rest."""
    lines: list[DraftLine] = []
    for quarters, upright in by_direction(glyphs):
        words = words_of(upright)
        if not quarters:
            words = cut_at_rules(with_list_marks(words, shapes.dots), shapes.rules)
        regions = [words] if quarters else regions_of(words, shapes.rules)
        for region in map(with_aligned_rows, regions):
            before = max((line.column for line in lines), default=0)
            first = max(before, 1) if lines or len(regions) > 1 else 0
            for line in page_lines(region, page, first_column=first, rules=() if quarters else shapes.rules):
                x0, y0, x1, y1 = turned_back((line.x0, line.y0, line.x1, line.y1), quarters)
                lines.append(replace(line, x0=x0, y0=y0, x1=x1, y1=y1, turn=quarters))
    return lines


def page_sizes(data: bytes) -> list[tuple[float, float]]:
    """Width and height of each page in points, up to the limit of pages."""
    sizes = []
    with opened(data) as document:
        for index in range(min(pdfium.FPDF_GetPageCount(document), limits.MAX_PAGES)):
            size = pdfium.FS_SIZEF()
            pdfium.FPDF_GetPageSizeByIndexF(document, index, size)
            sizes.append((float(size.width), float(size.height)))
    return sizes


def render_page(data: bytes, number: int, scale: float, kind: str, covered: Sequence[Box] | None = None) -> bytes:
    """Page ``number`` (from 1) as a file of ``kind`` (PNG or PPM; PGM for grey).

    With ``covered`` neither pictures nor annotations are drawn, and bars lie over the boxes.
    """
    with opened(data) as document:
        page = pdfium.FPDF_LoadPage(document, number - 1)
        if not page:
            raise ExtractionError("broken")
        try:
            if covered is not None:
                take_off_pictures(page)
            image = picture(page, scale, annotated=covered is None).convert("RGB")
        finally:
            pdfium.FPDF_ClosePage(page)
    paint_over(image, covered or (), scale)
    if kind == "PGM":
        # What hardly differs from white is not ink to a reader: let it be none to OCR.
        image, kind = image.convert("L").point(lambda value: 255 if value > PAPER else value), "PPM"
    out = io.BytesIO()
    image.save(out, kind)
    return out.getvalue()
