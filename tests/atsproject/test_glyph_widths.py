"""Relative widths of letters, against the font metrics of a PDF library."""

import string

from reportlab.pdfbase.pdfmetrics import stringWidth

from atsproject.pages.glyph_widths import relative_width


def test_printable_letters_have_the_widths_of_the_face():
    wrong = {
        c
        for c in string.printable[:95]
        if c not in "'`" and relative_width(c) != round(stringWidth(c, "Helvetica", 1000))
    }
    assert wrong == set()


def test_accents_change_nothing_and_wide_scripts_are_wide():
    assert relative_width("é") == relative_width("e") == relative_width("e\u0301")
    assert relative_width("経") == 1000
