"""Headings in a row, cards in a grid, and a bold name with another right behind it."""

import io
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from tests.resumes.reading import line_texts, read
from tests.resumes.test_layout import PROSE

BOLD = "Helvetica-Bold"


def drawn(*pieces):
    """A page with ``(x, y from the top, text[, size[, font]])`` pieces; a minus before x: where the text ends."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    for x, y, text, *look in pieces:
        canvas.setFont(look[1] if len(look) > 1 else "Helvetica", look[0] if look else 10)
        (canvas.drawRightString if x < 0 else canvas.drawString)(abs(x), A4[1] - y, text)
    canvas.save()
    return line_texts(read(out.getvalue()))


def test_lists_below_bold_headings_in_a_row_are_read_one_after_the_other():
    lists = {
        50: ["Education", "BEng Civil Engineering", "University of Ilorin", "2011 - 2016"],
        220: ["Skills", "AutoCAD", "Civil 3D", "Primavera P6"],
        390: ["Languages", "English", "Yoruba"],
    }
    pieces: list[tuple[Any, ...]] = [
        (50, 60, PROSE[0]),
        (50, 80, "Dangote Cement, Ibese"),
        (-545, 80, "2017 - 2018"),
        (50, 94, PROSE[1]),
    ]
    for x, (head, *items) in lists.items():
        pieces.append((x, 124, head, 11, BOLD))
        pieces += [(x, 140 + 13 * row, item) for row, item in enumerate(items)]
    assert drawn(*pieces)[-11:] == [text for texts in lists.values() for text in texts]


def test_cards_with_their_date_inside_are_read_one_after_the_other_under_their_heading():
    grids = {
        "Experience": [("UX Designer", "2022 - 2024", "Kwadraat Studio"), ("UI Designer", "2020 - 2022", "Bloemist")],
        "Education": [("BA Graphic Design", "2013 - 2017", "Hogeschool Utrecht"), ("VWO", "2007 - 2013", "Dalton")],
    }
    pieces = [
        (45, 50, "Noor Example", 22, BOLD),
        (45, 80, "Utrecht | noor@example.com | +31 6 1234 5678 | noor.design"),
    ]
    for (heading, cards), top in zip(grids.items(), (110, 240), strict=True):
        pieces.append((45, top, heading, 13, BOLD))
        for x, (title, date, name) in zip((54, 314), cards, strict=True):
            pieces += [(x, top + 26, title, 10, BOLD), (-(x + 227), top + 26, date), (x, top + 39, name)]
            pieces += [(x, top + 52, "Design systems for housing."), (x, top + 65, "Research with tenants.")]
    pieces.append((45, 340, "Figma, Sketch, prototyping, user research, HTML, CSS and so on"))
    lines = drawn(*pieces)
    at = [lines.index(text) for text in ("Kwadraat Studio", "Bloemist", "Education", "Hogeschool Utrecht", "Dalton")]
    assert at == sorted(at)
    assert "UI Designer\t2020 - 2022" in lines


def test_a_short_label_in_capitals_beside_its_list_makes_no_column_of_dates():
    pieces = [(45, 60, "Ausbildung", 12, BOLD), (45, 80, "08/2011 - 07/2014"), (45, 108, "08/2002 - 06/2010")]
    for row, text in enumerate(["Industriekauffrau", "Handelskammer Bremen, Bremen"]):
        pieces.append((170, 80 + 11 * row, text))
    pieces += [(170, 108, "Abitur"), (170, 119, "Gymnasium Horn, Bremen"), (45, 140, "Kenntnisse", 12, BOLD)]
    pieces += [(45, 160, "EDV"), (170, 160, "SAP ERP (sehr gut), MS Office (sehr gut)")]
    pieces += [(45, 176, "Sprachen"), (170, 176, "Englisch, Schwedisch (Grundkenntnisse)")]
    lines = drawn(*pieces)
    assert lines.index("08/2002 - 06/2010\tAbitur") < lines.index("Kenntnisse")
    assert lines[-2:] == [
        "EDV\tSAP ERP (sehr gut), MS Office (sehr gut)",
        "Sprachen\tEnglisch, Schwedisch (Grundkenntnisse)",
    ]


def test_a_bold_name_is_parted_from_the_one_behind_it():
    width = 10 * 0.6 * len("PHARMACIST")
    lines = drawn((50, 60, "PHARMACIST", 10, BOLD), (50 + 1.15 * width, 60, "DUNAJ LTD"), (50, 80, PROSE[0]))
    assert lines[0] == "PHARMACIST\tDUNAJ LTD"
