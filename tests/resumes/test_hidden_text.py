"""Text that a reader of the page cannot see is found, kept apart, and earns nothing; what is seen stays."""

import pytest

from resumes.extraction import ExtractionError
from tests.resumes.pdfs import FONT, page_pdf, stream
from tests.resumes.reading import read

SEEN = b"BT /F1 12 Tf 72 700 Td (Jane Doe is an engineer) Tj ET "
TEXT = b"(Kubernetes Terraform)"
SAY = b"/F1 12 Tf 72 500 Td " + TEXT + b" Tj ET "
LAYER = b"/OCProperties << /OCGs [8 0 R] /D << /%s [8 0 R] /Order [8 0 R] >> >>"
GROUP = (8, b"<< /Type /OCG /Name (layer) >>")
WHITE_IMAGE = stream(
    b"\xff" * 300, b"/Type /XObject /Subtype /Image /Width 10 /Height 10 /ColorSpace /DeviceRGB /BitsPerComponent 8"
)
DARK_IMAGE = stream(
    bytes((20, 30, 60)) * 100,
    b"/Type /XObject /Subtype /Image /Width 10 /Height 10 /ColorSpace /DeviceRGB /BitsPerComponent 8",
)
WHITE_INK = (
    b"/ColorSpace << /CS0 [/Separation /Paint /DeviceGray << /FunctionType 2 /Domain [0 1] /C0 [1] /C1 [0] /N 1 >>] >>"
)


def form(body, entries=b"/BBox [0 0 612 792]"):
    return stream(body, b"/Type /XObject /Subtype /Form %s /Resources << /Font << /F1 5 0 R >> >>" % entries)


def with_form(body, **entries):
    return page_pdf(SEEN + b"/X1 Do", resources=b"/XObject << /X1 9 0 R >>", more=[(9, form(body, **entries))])


def state(values):
    return b"/ExtGState << /GS0 << %s >> >>" % values


HIDDEN = {
    "render mode 3": page_pdf(SEEN + b"BT 3 Tr " + SAY),
    "clipping mode 7": page_pdf(SEEN + b"q BT 7 Tr " + SAY + b"Q"),
    "white": page_pdf(SEEN + b"BT 1 g " + SAY),
    "near white": page_pdf(SEEN + b"BT 0.97 0.98 0.99 rg " + SAY),
    "pale grey": page_pdf(SEEN + b"BT 0.9 g " + SAY),
    "yellow": page_pdf(SEEN + b"BT 1 1 0 rg " + SAY),
    "dark on dark": page_pdf(SEEN + b"0 g 60 490 300 30 re f BT 0.05 g " + SAY),
    "white outline": page_pdf(SEEN + b"BT 1 Tr 1 G " + SAY),
    "tiny font": page_pdf(SEEN + b"BT /F1 0.5 Tf 72 500 Td " + TEXT + b" Tj ET"),
    "tiny matrix": page_pdf(SEEN + b"BT /F1 12 Tf 0.02 0 0 0.02 72 500 Tm " + TEXT + b" Tj ET"),
    "squeezed": page_pdf(SEEN + b"BT 1 Tz " + SAY),
    "flattened": page_pdf(SEEN + b"BT /F1 12 Tf 1 0 0 0.02 72 500 Tm " + TEXT + b" Tj ET"),
    "off the page": page_pdf(SEEN + b"BT /F1 12 Tf 72 -500 Td " + TEXT + b" Tj ET"),
    "outside the crop box": page_pdf(
        SEEN + b"BT /F1 12 Tf 72 100 Td " + TEXT + b" Tj ET", page=b"/CropBox [0 300 612 792]"
    ),
    "under a rectangle": page_pdf(SEEN + b"BT " + SAY + b"1 g 60 490 300 30 re f"),
    "under an image": page_pdf(
        SEEN + b"BT " + SAY + b"q 300 0 0 40 60 490 cm /I1 Do Q",
        resources=b"/XObject << /I1 9 0 R >>",
        more=[(9, WHITE_IMAGE)],
    ),
    "under other text": page_pdf(SEEN + b"BT 1 g /F1 12 Tf 72 700 Td " + TEXT + b" Tj ET"),
    "under a rectangle under other text": page_pdf(
        b"BT /F1 12 Tf 72 700 Td " + TEXT + b" Tj ET 1 g 60 690 300 30 re f 0 g " + SEEN
    ),
    "no opacity": page_pdf(SEEN + b"q /GS0 gs BT " + SAY + b"Q", resources=state(b"/ca 0 /CA 0")),
    "hardly any opacity": page_pdf(SEEN + b"q /GS0 gs BT " + SAY + b"Q", resources=state(b"/ca 0.1 /CA 0.1")),
    "clipped": page_pdf(SEEN + b"q 0 0 9 9 re W n BT " + SAY + b"Q"),
    "clipped to a sliver": page_pdf(SEEN + b"q 72 499 300 1.2 re W n BT " + SAY + b"Q"),
    "covered but for a sliver": page_pdf(SEEN + b"BT " + SAY + b"1 g 60 501 300 30 re f"),
    "a note that is not shown": page_pdf(
        SEEN,
        page=b"/Annots [9 0 R]",
        more=[
            (9, b"<< /Type /Annot /Subtype /FreeText /Rect [60 480 400 520] /F 2 /Contents " + TEXT + b" >>"),
        ],
    ),
    "a note whose flags and words are objects of their own": page_pdf(
        SEEN,
        page=b"/Annots [9 0 R]",
        more=[
            (9, b"<< /Type /Annot /Subtype /FreeText /Rect 10 0 R /F 11 0 R /Contents 12 0 R >>"),
            (10, b"[60 480 400 520]"),
            (11, b"2"),
            (12, TEXT),
        ],
    ),
    "a field not shown whose words its parent holds, after a broken one": page_pdf(
        SEEN,
        page=b"/Annots [8 0 R 9 0 R]",
        more=[
            (8, b"<< /Type /Annot /Subtype /Text /Rect [null 0 0 9] >>"),
            (9, b"<< /Type /Annot /Subtype /Widget /Parent 10 0 R /Rect [60 480 400 520] /F 2 >>"),
            (10, b"<< /FT /Tx /T (a) /V " + TEXT + b" /Kids [9 0 R] >>"),
        ],
    ),
    "a form field without a place": page_pdf(
        SEEN,
        page=b"/Annots [9 0 R]",
        catalog=b"/AcroForm << /Fields [9 0 R] >>",
        more=[(9, b"<< /Type /Annot /Subtype /Widget /FT /Tx /T (a) /V " + TEXT + b" /Rect [0 0 0 0] /F 4 >>")],
    ),
    "a form field on no page": page_pdf(
        SEEN,
        catalog=b"/AcroForm << /Fields [9 0 R] >>",
        more=[(9, b"<< /FT /Tx /T (a) /V " + TEXT + b" >>")],
    ),
    "a layer that is off": page_pdf(
        SEEN + b"/OC /MC0 BDC BT " + SAY + b"EMC",
        catalog=LAYER % b"OFF",
        resources=b"/Properties << /MC0 8 0 R >>",
        more=[GROUP],
    ),
    "white in a form": with_form(b"1 g BT " + SAY),
    "clipped by a form": with_form(b"BT " + SAY, entries=b"/BBox [0 0 9 9]"),
    "letter by letter": page_pdf(
        SEEN
        + b"1 g "
        + b"".join(b"BT /F1 9 Tf %d 500 Td (%c) Tj ET " % (72 + 6 * n, c) for n, c in enumerate(TEXT[1:-1]))
    ),
    "one sign that spells a sentence": page_pdf(
        SEEN + b"/Span << /ActualText (Kubernetes Terraform) >> BDC BT /F1 12 Tf 72 500 Td (.) Tj ET EMC"
    ),
    "lightened away": page_pdf(
        b"1 g 0 0 612 792 re f 0 g " + SEEN + b"q /GS0 gs BT " + SAY + b"Q", resources=state(b"/BM /Lighten")
    ),
    "under a soft mask": page_pdf(
        SEEN + b"q /GS0 gs BT " + SAY + b"Q",
        resources=state(b"/SMask << /Type /Mask /S /Luminosity /G 9 0 R >>"),
        more=[(9, form(b"0 g 0 0 612 792 re f", b"/BBox [0 0 612 792] /Group << /S /Transparency /CS /DeviceGray >>"))],
    ),
    "under an annotation": page_pdf(
        SEEN + b"BT " + SAY,
        page=b"/Annots [9 0 R]",
        more=[
            (9, b"<< /Type /Annot /Subtype /Square /Rect [60 480 400 520] /F 4 /AP << /N 10 0 R >> >>"),
            (10, form(b"1 g 0 0 340 40 re f", b"/BBox [0 0 340 40]")),
        ],
    ),
    "white ink of another name": page_pdf(SEEN + b"/CS0 cs 0 scn BT " + SAY, resources=WHITE_INK),
    "a layer for printers": page_pdf(
        SEEN + b"/OC /MC0 BDC BT " + SAY + b"EMC",
        catalog=b"/OCProperties << /OCGs [8 0 R] /D << /Order [8 0 R] "
        b"/AS [<< /Event /View /Category [/View] /OCGs [8 0 R] >>] >> >>",
        resources=b"/Properties << /MC0 8 0 R >>",
        more=[(8, b"<< /Type /OCG /Name (print) /Usage << /View << /ViewState /OFF >> >> >>")],
    ),
    "under a hundred thin lines": page_pdf(
        SEEN + b"BT " + SAY + b"1 g " + b"".join(b"60 %.1f 300 0.8 re f " % (490 + 0.4 * n) for n in range(100))
    ),
    "white, turned": page_pdf(SEEN + b"BT 1 g /F1 12 Tf 0 1 -1 0 500 100 Tm " + TEXT + b" Tj ET"),
}

SHOWN = {
    "plain": page_pdf(SEEN),
    "white on a dark sidebar": page_pdf(b"0.1 0.2 0.4 rg 0 0 300 792 re f 1 g " + SEEN),
    "white on a dark picture": page_pdf(
        b"q 612 0 0 200 0 592 cm /I1 Do Q 1 g " + SEEN, resources=b"/XObject << /I1 9 0 R >>", more=[(9, DARK_IMAGE)]
    ),
    "light grey": page_pdf(b"0.75 g " + SEEN),
    "of another colour, as dark as what it lies on": page_pdf(b"1 0 0 rg 60 690 300 30 re f 0 0.345 0.878 rg " + SEEN),
    "small print": page_pdf(SEEN.replace(b"/F1 12 Tf", b"/F1 6 Tf")),
    "outlined": page_pdf(b"0.4 w 1 Tr " + SEEN),
    "drawn twice for weight": page_pdf(SEEN + SEEN.replace(b"72 700", b"72.3 700")),
    "with a shadow": page_pdf(b"0.7 g " + SEEN.replace(b"72 700", b"73 699") + b"0 g " + SEEN),
    "in a form": page_pdf(b"/X1 Do", resources=b"/XObject << /X1 9 0 R >>", more=[(9, form(SEEN))]),
    "in a layer that is on": page_pdf(
        b"/OC /MC0 BDC " + SEEN + b"EMC", catalog=LAYER % b"ON", resources=b"/Properties << /MC0 8 0 R >>", more=[GROUP]
    ),
    "on a turned page": page_pdf(SEEN, page=b"/Rotate 90"),
    "on a cropped page": page_pdf(SEEN, page=b"/CropBox [40 300 612 792]"),
    "clipped closely": page_pdf(b"q 72 698 300 10 re W n " + SEEN + b"Q"),
    "with a link and a filled field": page_pdf(
        SEEN,
        page=b"/Annots [8 0 R 9 0 R]",
        more=[
            (8, b"<< /Type /Annot /Subtype /Link /Rect [72 690 90 710] /F 2 /Contents (my own page) >>"),
            (9, b"<< /Type /Annot /Subtype /Widget /FT /Tx /T (a) /V (two words) /Rect [60 480 400 520] /F 4 >>"),
        ],
    ),
    "beside a white rectangle": page_pdf(b"1 g 60 690 300 30 re f 0 g " + SEEN),
}


@pytest.mark.parametrize("trick", HIDDEN)
@pytest.mark.parametrize("engine", ["auto", "pypdf"])
def test_hidden_text_is_kept_apart(trick, engine):
    document = read(HIDDEN[trick], engine=engine)
    assert "ubernetes" not in document.text
    assert "erraform" not in document.text
    assert "engineer" in document.text
    assert "hidden_text" in document.quality.flags
    found = "".join(item.text for item in document.hidden).replace(" ", "")
    assert "ubernetes" in found
    assert "erraform" in found
    assert all(item.reason and item.page == 1 for item in document.hidden)


@pytest.mark.parametrize("look", SHOWN)
def test_what_is_seen_is_not_flagged(look):
    document = read(SHOWN[look])
    assert document.text == "Jane Doe is an engineer"
    assert document.hidden == ()
    assert "hidden_text" not in document.quality.flags


@pytest.mark.parametrize("engine", ["auto", "pypdf"])
@pytest.mark.parametrize("start", [b"BT /F1 0 Tf 72 500 Td ", b"q 0 0 0 0 72 500 cm BT /F1 12 Tf 0 0 Td "])
def test_text_without_any_size_earns_nothing(start, engine):
    document = read(page_pdf(SEEN + b"q " + start + TEXT + b" Tj ET Q"), engine=engine)
    assert document.text == "Jane Doe is an engineer"


def drawing(shape):
    """The text in a font that draws ``shape`` for each of its letters, whatever it calls them."""
    font = (
        b"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 750 750] /FontMatrix [0.001 0 0 0.001 0 0] "
        b"/CharProcs << /a 9 0 R >> /Encoding << /Type /Encoding /Differences [32 " + b"/a " * 90 + b"] >> "
        b"/FirstChar 32 /LastChar 121 /Widths [" + b"600 " * 90 + b"] /ToUnicode 10 0 R >>"
    )
    mapping = (
        b"begincmap 1 begincodespacerange <00> <FF> endcodespacerange "
        b"1 beginbfrange <20> <7E> <0020> endbfrange endcmap"
    )
    text = b"BT /F1 12 Tf 72 500 Td (kubernetes) Tj ET"
    return page_pdf(text, font=font, more=[(9, stream(b"600 0 d0 " + shape)), (10, stream(mapping))])


@pytest.mark.parametrize("shape", [b"", b"0 0 60 60 re f", b"0 0 500 600 re f"])
def test_a_font_whose_letters_are_empty_or_all_the_same(shape):
    with pytest.raises(ExtractionError) as caught:
        read(drawing(shape))
    assert caught.value.code == "no_text"
    assert [item.text for item in caught.value.hidden] == ["kubernetes"]


def test_covering_the_end_of_a_word_hides_the_end_only():
    document = read(page_pdf(SEEN + b"BT /F1 12 Tf 72 500 Td (Python Kubernetes) Tj ET 1 g 114 490 200 30 re f"))
    assert "Python" in document.text
    assert "Kubernetes" not in document.text
    assert "ubernetes" in document.hidden[0].text


def test_letters_missing_from_the_machine_are_not_called_hidden():
    font = b"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [8 0 R] >>"
    face = (
        b"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light "
        b"/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 >>"
    )
    pdf = page_pdf(b"BT /F1 12 Tf 72 600 Td <4E2D6587> Tj ET", font=font, more=[(8, face), (9, FONT)])
    assert read(pdf).hidden == ()
