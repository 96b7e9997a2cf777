"""Pages with many drawings and pages of text alone: looked at with less work, and found out all the same."""

import ctypes
import random

import pypdfium2.raw as pdfium
import pytest

from atsproject.templatetags.pages import words
from resumes.extraction import ExtractionError, characters, drawing, far_paths, limits, pdfium_reader, pictures
from tests.resumes.pdfs import page_pdf
from tests.resumes.reading import line_texts, read

SEEN = b"BT /F1 12 Tf 72 700 Td (Jane Doe is an engineer) Tj ET "
SECRET = b"BT %b /F1 12 Tf 72 500 Td (Kubernetes Terraform) Tj ET "


def curves(count, *, low, high):
    """Thin curves all over the stretch of the page from ``low`` to ``high`` points above its foot."""
    chance = random.Random(7)

    def place():
        return b"%.1f %.1f" % (chance.uniform(20, 590), chance.uniform(low, high))

    one = b"%b m %b %b %b c S "
    return b"0.5 w 0.3 0.5 0.8 RG " + b"".join(one % (place(), place(), place(), place()) for _ in range(count))


def drawings_of(content, monkeypatch):
    """How often the page was drawn to look for hidden text."""
    drawn = []

    def counted(*args):
        drawn.append(args)
        return drawing.picture(*args)

    monkeypatch.setattr(pictures, "picture", counted)
    found = pdfium_reader.read_pages(content)
    return len(drawn), [item.text for item in found.hidden]


def test_a_page_of_text_alone_is_drawn_once(monkeypatch):
    assert drawings_of(page_pdf(SEEN + SECRET % b"1 g"), monkeypatch) == (1, ["Kubernetes Terraform"])


def test_a_page_with_anything_else_is_drawn_without_its_text_too(monkeypatch):
    under_a_box = SECRET % b"0 g" + b"1 g 60 490 300 30 re f"
    assert drawings_of(page_pdf(SEEN + under_a_box), monkeypatch) == (2, ["Kubernetes Terraform"])


def test_text_under_a_box_is_found_amid_thousands_of_curves():
    content = SEEN + SECRET % b"0 g" + b"1 g 60 490 300 30 re f " + curves(3000, low=20, high=300)
    document = read(page_pdf(content))
    assert [(item.text, item.reason) for item in document.hidden] == [("Kubernetes Terraform", "covered")]
    assert "engineer" in document.text


def test_light_text_is_seen_on_a_dark_drawing_amid_thousands_of_curves():
    content = curves(3000, low=20, high=300) + b"0.1 g 60 480 400 60 re f " + SECRET % b"1 g"
    assert read(page_pdf(content)).hidden == ()
    with pytest.raises(ExtractionError) as raised:
        read(page_pdf(curves(3000, low=20, high=300) + SECRET % b"1 g"))
    assert [item.reason for item in raised.value.hidden] == ["low_contrast"]


def test_only_paths_far_from_text_are_not_drawn():
    content = page_pdf(SEEN + b"60 690 300 30 re S " + curves(200, low=20, high=300))
    with pdfium_reader.opened(content) as document:
        page = pdfium.FPDF_LoadPage(document, 0)
        text_page = pdfium.FPDFText_LoadPage(page)
        glyphs = [glyph for glyph in characters.read_page(page, text_page).glyphs if glyph is not None]
        far_paths.take_off_far_paths(page, [glyphs])
        states = []
        for index in range(pdfium.FPDFPage_CountObjects(page)):
            active = ctypes.c_int()
            pdfium.FPDFPageObj_GetIsActive(pdfium.FPDFPage_GetObject(page, index), active)
            states.append(bool(active.value))
        pdfium.FPDFText_ClosePage(text_page)
        pdfium.FPDF_ClosePage(page)
    assert states == [True, True] + [False] * 200


def test_a_curve_between_two_words_is_no_border():
    content = SEEN + b"1 w 110 680 m 110 690 110 700 110 720 c S 130 680 m 130 690 130 700 130 720 c S"
    assert line_texts(read(page_pdf(content))) == ["Jane Doe is an engineer"]


def test_the_page_says_how_far_a_file_that_is_too_long_was_read():
    said = words("truncated")
    assert f"{limits.MAX_PAGES} pages" in said
    assert f"{limits.MAX_PAGE_CHARACTERS:,} characters" in said
