"""Text that the file says is there, where the page shows other words: nothing of it counts, and it is reported."""

import pytest

from tests.resumes.pdfs import FONT, page_pdf, stream
from tests.resumes.reading import read
from tests.resumes.test_hidden_text import SEEN

LETTERS = b"abcdefghijklmnopqrstuvwxyz"


def mapped(shown, turn):
    """A page that shows ``shown`` in a font whose map names each letter ``turn`` places further on."""
    pairs = b" ".join(b"<%02x> <%04x>" % (code, 97 + (code - 97 + turn) % 26) for code in LETTERS)
    table = (
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def 1 begincodespacerange <00><FF> "
        b"endcodespacerange 26 beginbfchar %s endbfchar endcmap end end" % pairs
    )
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding /ToUnicode 9 0 R >>"
    text = b"BT /F2 12 Tf 72 700 Td (Jane Doe is an engineer) Tj ET BT /F1 12 Tf 72 500 Td (%s) Tj ET" % shown
    page = page_pdf(text, font=font, more=[(9, stream(table)), (10, FONT)])
    return page.replace(b"/F1 5 0 R >>", b"/F1 5 0 R /F2 10 0 R>>")


def said(words, drawn):
    """A page that draws ``drawn`` and says by ``ActualText`` that it is ``words``."""
    span = b"/Span << /ActualText (%s) >> BDC (%s) Tj EMC" % (words, drawn)
    return page_pdf(SEEN + b"BT /F1 12 Tf 72 500 Td " + span + b" ET")


@pytest.mark.parametrize("turn", [13, 5, 9])
def test_a_font_whose_letters_have_other_shapes_earns_nothing(turn):
    wanted = b"experience with kubernetes and terraform on large platforms"
    shown = bytes(code if code == 32 else 97 + (code - 97 - turn) % 26 for code in wanted)
    document = read(mapped(shown, turn))
    assert document.text == "Jane Doe is an engineer"
    assert [(item.reason, item.text) for item in document.hidden] == [("misnamed", wanted.decode())]
    assert "hidden_text" in document.quality.flags


def test_one_word_in_a_font_of_its_own_is_enough_to_tell():
    document = read(mapped(b"xhoreargrf", 13))
    assert document.text == "Jane Doe is an engineer"
    assert [(item.reason, item.text) for item in document.hidden] == [("misnamed", "kubernetes")]


@pytest.mark.parametrize("word", [b"highlights", b"public bulk", b"Published books", b"skilled held", b"hobbies"])
def test_a_heading_in_a_font_of_its_own_is_believed(word):
    assert not read(mapped(word, 0)).hidden


def test_a_true_map_is_believed():
    document = read(mapped(b"experience with kubernetes and terraform", 0))
    assert not document.hidden
    assert "kubernetes" in document.text


@pytest.mark.parametrize("engine", ["auto", "pypdf"])
def test_words_put_in_place_of_what_is_drawn_earn_nothing(engine):
    document = read(said(b"Kubernetes and Terraform", b"I like tea and cake"), engine=engine)
    assert document.text.splitlines() == ["Jane Doe is an engineer", "I like tea and cake"]
    assert [item.reason for item in document.hidden] == ["replaced"]
    assert "Kubernetes" in document.hidden[0].text


def test_words_that_say_what_is_drawn_are_believed():
    document = read(said(b"Kubernetes and Terraform", b"Kubernetes and Ter" + b"raform"))
    assert not document.hidden
    assert "Kubernetes" in document.text
