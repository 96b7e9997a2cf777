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


def test_headings_at_the_left_a_bit_above_their_sections_are_read_before_each():
    pieces: list[tuple[Any, ...]] = [
        (45, 50, "Renata Example", 18, BOLD),
        (45, 72, "Oslo | renata@example.com | +47 22 12 34 56"),
    ]
    sections = {
        "Profile": ["Reliable and curious, with years of practice."],
        "Experience": [
            "Front-End Developer",
            "Finch Accounting, Berlin",
            "05.2021 - 03.2024",
            "Legal Secretary",
            "Kestrel",
        ],
        "Skills": ["AutoCAD, Excel, project planning"],
    }
    top = 100
    for heading, texts in sections.items():
        pieces.append((45, top, heading, 10, BOLD))
        pieces += [(155, top + 9 + 13 * row, text) for row, text in enumerate(texts)]
        top += 13 * len(texts) + 18
    assert drawn(*pieces)[2:] == [text for heading, texts in sections.items() for text in (heading, *texts)]


def test_dates_at_the_margin_belong_to_their_lines_though_a_column_begins_below_them():
    pieces: list[tuple[Any, ...]] = [(45, 60, "EXPERIENCE", 10, BOLD)]
    for row, (title, date) in enumerate(
        [
            ("Legal Secretary, Aldi", "2021 to 2024"),
            ("Event Planner, Zephyr", "2019 to 2021"),
            ("Bartender", "2015 to 2019"),
        ]
    ):
        pieces += [(45, 76 + 28 * row, title), (-550, 76 + 28 * row, date), (48, 89 + 28 * row, PROSE[row][:40])]
    lists = {45: ["EDUCATION", "M.A. Journalism", "Columbia University"], 306: ["SKILLS", "Excel, Java", "Photoshop"]}
    for x, (head, *items) in lists.items():
        pieces.append((x, 175, head, 10, BOLD))
        pieces += [(x, 189 + 12 * row, item) for row, item in enumerate(items)]
    lines = drawn(*pieces)
    assert lines[1] == "Legal Secretary, Aldi\t2021 to 2024"
    assert lines[-6:] == [text for texts in lists.values() for text in texts]


def test_a_date_at_the_end_of_a_column_stays_with_it_beside_a_narrower_strip():
    pieces: list[tuple[Any, ...]] = []
    for row in range(4):
        pieces += [(45, 100 + 40 * row, f"Title {row}", 10, BOLD), (45, 113 + 40 * row, PROSE[row][:44])]
    pieces += [
        (45, 260, "PhD in Linguistics, University of Oslo"),
        (-346, 260, "2007 - 2010"),
        (45, 273, "Thesis on tone"),
    ]
    side = [
        "Contact",
        "+44 20 7946 0018",
        "ada@example.com",
        "Food safety",
        "Public speaking",
        "Forklift driving",
        "Java",
    ]
    pieces += [(362, 100 + 14 * row, text) for row, text in enumerate(side)]
    lines = drawn(*pieces)
    assert "PhD in Linguistics, University of Oslo\t2007 - 2010" in lines
    assert lines[-len(side) :] == side


def test_dates_beside_their_lines_are_no_column_of_the_list_below_them():
    pieces: list[tuple[Any, ...]] = [(45, 80, "2011 - 2014"), (45, 112, "2007 - 2010"), (45, 150, "Skills", 12, BOLD)]
    for row, text in enumerate(["University of Leeds", "BSc Chemistry"]):
        pieces.append((165, 80 + 12 * row, text))
    pieces += [(165, 112, "Deakin University"), (165, 124, "Bachelor of Nursing")]
    pieces += [
        (47, 166 + 12 * row, f"- {text}") for row, text in enumerate(["Java", "Recruitment", "Customer service"])
    ]
    lines = drawn(*pieces)
    assert (
        lines.index("2011 - 2014") < lines.index("University of Leeds") < lines.index("Skills") < lines.index("• Java")
    )


def test_entries_that_tell_of_themselves_are_no_stack_beside_a_sidebar():
    pieces: list[tuple[Any, ...]] = []
    for number, title in enumerate(["Product Marketing Manager", "Content Strategist", "Copywriter"]):
        top = 100 + 64 * number
        pieces += [
            (45, top, title, 11),
            (45, top + 13, "Kiwi Travel", 10, BOLD),
            (50, top + 25, f"0{number + 1}/2018 - 2021", 8),
        ]
        pieces.append((47, top + 37, f"• {PROSE[number][:40]}"))
    side = [
        "Talk on retention.",
        "SKILLS",
        "HubSpot",
        "Figma",
        "SEO",
        "Night trains",
        "LANGUAGES",
        "Czech",
        "English",
        "Chess",
    ]
    pieces += [(385, 99 + 16 * row, text) for row, text in enumerate(side)]
    lines = drawn(*pieces)
    assert lines[-len(side) :] == side


def test_what_stands_on_the_line_of_a_long_name_is_no_column_with_what_is_below():
    pieces: list[tuple[Any, ...]] = []
    for row, (school, degree, place, year) in enumerate(
        [
            ("University of Leeds", "BSc Chemistry", "Toronto, ON", "2012"),
            ("University of Oslo", "PhD", "Chicago", "2008"),
        ]
    ):
        top = 100 + 26 * row
        pieces += [
            (-368, top - 0.01, place),
            (45, top, school, 10, BOLD),
            (45, top + 11, degree),
            (-368, top + 11, year),
        ]
    lines = drawn(*pieces)
    assert lines == [
        "University of Leeds\tToronto, ON",
        "BSc Chemistry\t2012",
        "University of Oslo\tChicago",
        "PhD\t2008",
    ]


def test_an_address_broken_at_its_hyphen_is_put_together():
    lines = drawn((50, 60, "Mei-Ling Chow", 16), (50, 84, "mei-"), (50, 96, "ling97@example.com"), (50, 108, "Sydney"))
    assert "mei-ling97@example.com" in lines
