"""Text is mended before offsets are fixed."""

import io
from itertools import pairwise

import pytest
from reportlab.pdfgen.canvas import Canvas

from resumes.extraction.assembly import DraftLine, assemble
from resumes.extraction.mending import clean, line_text, mend_bullet
from resumes.extraction.words import Word
from tests.resumes.pdfs import page_pdf, resume_pdf, stream
from tests.resumes.reading import line_texts, read


@pytest.mark.parametrize(
    ("given", "mended"),
    [
        ("e\ufb03cient work\ufb02ow", "efficient workflow"),
        ("Zu\u00a8rich, G\u00a8oteborg", "Zürich, Göteborg"),
        ("caf\u00b4e", "café"),
        ("e\u0301cole", "école"),
        ("a\u00a0b\u2003c", "a b c"),
        ("nul\x00 \u202eoverride\u202c zero\u200bwidth so\u00adft", "nul override zerowidth soft"),
        ("half \ud800 pair", "half pair"),
        ("icon \uf0e0 ada@example.com", "icon\tada@example.com"),
        ("non\u2011breaking", "non-breaking"),
        ("  Title \t\t 2019 ", "Title\t2019"),
        ("tr`es bien", "très bien"),
        ("Chef d`equipe", "Chef d`equipe"),
        ("Anna O`Ahern", "Anna O`Ahern"),
    ],
)
def test_clean(given, mended):
    assert clean(given) == mended


@pytest.mark.parametrize("mark", ["•", "●", "▪", "➢", "\uf0b7", "- ", "– ", "o ", "* "])
def test_every_bullet_is_one_bullet(mark):
    assert mend_bullet(f"{mark}Built it") == "• Built it"


@pytest.mark.parametrize("text", ["-5 degrees", "open source", "o'Brien", "– ", "*"])
def test_what_is_no_bullet_stays(text):
    assert mend_bullet(text) == text


def draft(text, y=100.0, page=1, size=10.0, x=72.0):
    return DraftLine(page, text, x, y, x + 300, y + 12, size, False)


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("led the develop-", "ment of services", ["led the development", "of services"]),
        ("a cross-", "functional team", ["a cross-functional", "team"]),
        ("worked at Hewlett-", "Packard for years", ["worked at Hewlett-", "Packard for years"]),
        ("from 2010-", "2012 there", ["from 2010-", "2012 there"]),
        ("one manage-", "ment.", ["one management."]),
    ],
)
def test_words_broken_at_the_end_of_a_line(first, second, joined):
    text, lines = assemble([draft(first), draft(second, y=113)])
    assert [text[line.start : line.end] for line in lines] == joined


def test_a_word_is_broken_the_way_the_document_writes_it_elsewhere():
    text, _ = assemble([draft("user-centred design"), draft("all user-", y=113), draft("centred work", y=126)])
    assert "all user-centred" in text


def test_a_heading_is_not_joined_to_the_line_above():
    _, lines = assemble([draft("see the end-"), draft("ment", y=160, size=18)])
    assert len(lines) == 2


def test_letter_spaced_headings_are_words_again():
    out = io.BytesIO()
    canvas = Canvas(out, invariant=1)
    text = canvas.beginText(72, 700)
    text.setFont("Helvetica-Bold", 16)
    text.setCharSpace(6)
    text.textLine("ADA EXAMPLE")
    text.setCharSpace(0)
    text.setFont("Helvetica", 10)
    text.textLine("A plain line with a few short words in it")
    canvas.drawText(text)
    canvas.save()
    assert line_texts(read(out.getvalue())) == ["ADA EXAMPLE", "A plain line with a few short words in it"]


@pytest.mark.parametrize("space", [1.2, 2.0, 3.5])
def test_headings_spaced_a_little_are_words_again(space):
    out = io.BytesIO()
    canvas = Canvas(out, invariant=1)
    text = canvas.beginText(72, 700)
    text.setFont("Helvetica-Bold", 11)
    text.setCharSpace(space)
    for line in ("STRENGTHS", "CAREER HISTORY", "CERTIFICATES AND TRAINING"):
        text.textLine(line)
    canvas.drawText(text)
    canvas.save()
    assert line_texts(read(out.getvalue())) == ["STRENGTHS", "CAREER HISTORY", "CERTIFICATES AND TRAINING"]


def test_offsets_fit_the_stored_text():
    document = read(resume_pdf())
    assert document.lines[0].start == 0
    for before, line in pairwise(document.lines):
        assert document.text[before.end : line.start].strip() == ""
    assert document.text == document.text.strip()


def test_what_no_database_stores_does_not_reach_the_text():
    mapping = (
        b"begincmap 1 begincodespacerange <00> <FF> endcodespacerange 5 beginbfchar "
        b"<41> <0000> <42> <D800> <43> <202E> <44> <003C0073> <45> <0065> endbfchar endcmap"
    )
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>"
    pdf = page_pdf(b"BT /F1 12 Tf 72 720 Td (ABCDEEE) Tj ET", font=font, more=[(6, stream(mapping))])
    text = read(pdf).text
    assert not any(ord(char) < 32 and char not in "\n\t" for char in text)
    assert not any(0xD800 <= ord(char) <= 0xDFFF or char == "\u202e" for char in text)
    assert text.encode("utf-8")


def test_pieces_that_touch_are_one_word():
    words = [Word(text, x, 0.0, x + width, 10.0, 8.0, 10.0, False) for text, x, width in (
        ("2015", 0.0, 22.0), ("P", 25.0, 6.7), ("resent", 31.7, 28.0), ("at", 62.5, 8.0)
    )]  # fmt: skip
    assert line_text(words) == "2015 Present at"
