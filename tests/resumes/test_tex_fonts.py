"""Fonts that do not say what their codes mean: TeX's bitmaps, and fonts of pictures."""

import pytest

from tests.resumes.pdfs import page_pdf, stream
from tests.resumes.reading import line_texts, read

FIRST_GLYPH = 100  # number of the object that draws the first code


def bitmap_font(codes):
    """A Type 3 font as pdfTeX writes it: no name, no ToUnicode, glyphs called by their numbers."""
    names = b" ".join(b"%d /a%d" % (code, code) for code in codes)
    glyphs = b" ".join(b"/a%d %d 0 R" % (code, FIRST_GLYPH + code) for code in codes)
    widths = b" ".join([b"600"] * 256)
    return (
        b"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 600 600] /FontMatrix [.001 0 0 .001 0 0] /FirstChar 0 "
        b"/LastChar 255 /Widths [%s] /CharProcs << %s >> /Encoding << /Type /Encoding /Differences [%s] >> >>"
        % (widths, glyphs, names)
    )


def in_bitmaps(text):
    """A page with one line of these codes."""
    content = b"BT /F1 12 Tf 72 700 Td <%s> Tj ET" % text.hex().encode()
    codes = sorted(set(text))
    return page_pdf(content, font=bitmap_font(codes), more=[(FIRST_GLYPH + code, _glyph(code)) for code in codes])


def _glyph(code):
    """A box, of another width for each code: a font that draws the same for all of its letters says nothing."""
    return stream(b"600 0 0 0 %d 500 d1 0 0 %d 500 re f" % (100 + 2 * code, 100 + 2 * code))


@pytest.mark.parametrize(
    ("codes", "meant"),
    [
        (b"In\x1crmi\xe8re de nuit", "Infirmière de nuit"),
        (b"2014\x152019 Senior Sta\x1b Nurse", "2014–2019 Senior Staff Nurse"),
        (b"Zbigniew \x91liwi\xabski, Wroc\xaaaw", "Zbigniew Śliwiński, Wrocław"),
        (b"o\x1ece o\x1dine \x1eure", "office ofline ffiure"),
    ],
)
def test_codes_of_tex_bitmaps_are_read_as_its_encoding_means_them(codes, meant):
    assert line_texts(read(in_bitmaps(codes))) == [meant]


def test_a_font_without_control_codes_is_left_as_it_is():
    assert line_texts(read(in_bitmaps(b"Caf\xe9 \xabAda\xbb"))) == ["Café «Ada»"]


def test_letters_of_a_font_of_pictures_are_no_text():
    content = b"BT /F1 12 Tf 72 700 Td (I +) Tj /F2 12 Tf 30 0 Td (+44 20 7946 0018) Tj ET"
    icons = b"<< /Type /Font /Subtype /Type1 /BaseFont /ABCDEF+FontAwesome5Free-Solid >>"
    plain = (6, b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    page = page_pdf(content, resources=b"", font=icons, more=[plain]).replace(b"/F1 5 0 R >>", b"/F1 5 0 R /F2 6 0 R>>")
    assert line_texts(read(page)) == ["+44 20 7946 0018"]
