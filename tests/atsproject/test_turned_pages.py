"""Marks and bars lie on their words whichever way the words run, and however the page is turned."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from analyses.blindness.mask import Mask
from atsproject.pages.bars import bars_of_page
from atsproject.pages.page_image import SCALE, marked_pages
from resumes.extraction import render_page
from resumes.reading import local_copy
from resumes.services import add_resume

pytestmark = pytest.mark.django_db
WORD = "Petrovska"
LINE = f"Pipelines that carry freight were built here by {WORD} for Kestrel"


def turned_pdf(text_turn: int, page_turn: int) -> SimpleUploadedFile:
    """Lines that run ``text_turn`` degrees counter-clockwise on a page shown ``page_turn`` degrees clockwise; the
    word alone is red."""
    buffer = io.BytesIO()
    page = Canvas(buffer, pagesize=(600, 600), invariant=1)
    page.setPageRotation(page_turn)
    page.translate(300, 300)
    page.rotate(text_turn)
    for number in range(8):
        before, after = LINE.split(WORD) if number == 4 else (LINE.replace(WORD, "others"), "")
        text = page.beginText(-200, 100 - 20 * number)
        text.setFont("Helvetica", 11)
        text.textOut(before)
        if after:
            text.setFillColorRGB(1, 0, 0)
            text.textOut(WORD)
            text.setFillColorRGB(0, 0, 0)
            text.textOut(after)
        page.drawText(text)
    page.save()
    return SimpleUploadedFile("turned.pdf", buffer.getvalue(), content_type="application/pdf")


def red_ink(resume) -> tuple[float, ...]:
    """Where the word's ink is on the picture of the page, in points."""
    with local_copy(resume) as path:
        picture = Image.open(io.BytesIO(render_page(path, page=1, scale=SCALE))).convert("RGB")
    red, green, _ = picture.split()
    ink = Image.merge("L", [Image.eval(green, lambda value: 255 if value < 120 else 0)])
    strong = Image.eval(red, lambda value: 255 if value > 180 else 0)
    box = Image.composite(ink, Image.new("L", ink.size), strong).getbbox()
    assert box is not None
    return tuple(edge / SCALE for edge in box)


@pytest.mark.parametrize("page_turn", [0, 90, 180, 270])
@pytest.mark.parametrize("text_turn", [0, 90, 180, 270])
def test_marks_and_bars_lie_on_the_word(recruiter, text_turn, page_turn):
    resume = add_resume(file=turned_pdf(text_turn, page_turn), filename="turned.pdf", by=recruiter).resume
    start = resume.text.index(WORD)
    found = {"id": "1", "text": "x", "evidence": [{"start": start, "end": start + len(WORD)}]}
    [mark] = marked_pages(resume, {"requirements": [found]})[0]["boxes"]
    left, top, right, bottom = red_ink(resume)
    edges = (mark["x"], mark["y"], mark["x"] + mark["width"], mark["y"] + mark["height"])
    assert edges == pytest.approx((left, top, right, bottom), abs=6)
    mask = Mask(called="Candidate", candidate_name=f"Nadia {WORD}", profile={}, text=resume.text)
    bars = bars_of_page(resume, mask, 1)
    assert bars is not None
    [bar] = bars
    assert bar[0] < left
    assert bar[1] < top
    assert bar[2] > right
    assert bar[3] > bottom
