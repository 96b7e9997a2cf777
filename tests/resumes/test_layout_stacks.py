"""Cards side by side, and employer, place and date stacked beside the title."""

import io
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from tests.resumes.reading import line_texts, read
from tests.resumes.test_layout import PROSE, drawn


def test_cards_side_by_side_below_headings_are_read_one_after_the_other():
    cards = [
        ["Senior Designer", "Tidewater Health", "Feb 2021 - Present"],
        ["Designer", "Maple Software", "2018 - 2021"],
    ]
    schools = [["BFA, Graphic Design", "College of the Arts", "2012 - 2016"], ["UX Certificate", "Assembly", "2016"]]
    pieces: list[tuple[Any, ...]] = [(40, 60, "Ada Example", 22), (40, 80, "ada@example.com")]
    for top, heading, pair in ((110, "EXPERIENCE", cards), (210, "EDUCATION", schools)):
        pieces.append((40, top, heading, 13))
        for x, card in zip((50, 320), pair, strict=True):
            pieces += [(x, top + 24 + 13 * row, text) for row, text in enumerate(card)]
    pieces += [(50, 190, f"{PROSE[0]} and has done so for years with great care")]
    lines = line_texts(read(drawn(*pieces)))
    assert lines[3:9] == [*cards[0], *cards[1]]
    assert lines[-6:] == [*schools[0], *schools[1]]


STACKS = [
    (["Nordvagn AB", "Lund, Sweden", "03/2019 - present"], ["Lead Engineer", PROSE[0], PROSE[1]]),
    (["Motorteknik", "Malmo, Sweden", "08/2014 - 02/2019"], ["Test Engineer", PROSE[2], PROSE[3]]),
    (["Fjord Consult", "Oslo, Norway", "06/2012 - 07/2014"], ["Consultant", PROSE[4], PROSE[5]]),
]


def test_employer_place_and_date_stacked_beside_the_title_stay_with_it():
    pieces: list[tuple[Any, ...]] = [(50, 100, "Work experience", 13)]
    for number, (stack, told) in enumerate(STACKS):
        top = 120 + 52 * number
        pieces += [(50, top + 12 * row, text, 9) for row, text in enumerate(stack)]
        pieces += [(180, top + 13 * row, text) for row, text in enumerate(told)]
    assert line_texts(read(drawn(*pieces)))[1:] == [text for stack, told in STACKS for text in (*stack, *told)]


def test_dates_half_way_down_the_cells_of_a_table_come_before_what_they_date():
    rows = [
        ("2019 - present", ["General Practitioner", "Knighton Medical Centre, Leicester"]),
        ("2016 - 2019", ["Specialty Registrar", "Royal Infirmary", "Rotations: paediatrics, psychiatry"]),
        ("2014 - 2016", ["Foundation Doctor", "Kettering General Hospital"]),
    ]
    pieces: list[tuple[Any, ...]] = []
    top = 100
    for date, told in rows:
        pieces.append((58, top + 6.5 * (len(told) - 1), date))
        pieces += [(180, top + 13 * row, text) for row, text in enumerate(told)]
        top += 13 * len(told) + 6
    assert line_texts(read(drawn(*pieces))) == [text for date, told in rows for text in (date, *told)]


def test_a_column_of_dates_each_beside_its_line_is_no_stack():
    pieces = [(50, 100 + 13 * row, f"{2021 - row}-{2022 - row}") for row in range(4)]
    pieces += [(200, 100 + 13 * row, f"Lecturer in Chemistry, University {row}") for row in range(4)]
    lines = line_texts(read(drawn(*pieces)))
    assert lines[0] == "2021-2022\tLecturer in Chemistry, University 0"
    assert len(lines) == 4


def test_a_short_word_below_a_large_name_is_not_drawn_up_into_it():
    lines = line_texts(
        read(drawn((216, 65, "Ingrid Solheim", 25), (192, 77, "DATA", 8), (217, 77, "PROTECTION LAWYER", 8)))
    )
    assert lines == ["Ingrid Solheim", "DATA PROTECTION LAWYER"]


def test_a_stack_whose_date_stands_on_a_line_that_crosses_keeps_the_rest_in_order():
    pieces: list[tuple[Any, ...]] = [(50, 100, "Jan 2013 - Jul 2013 and a title that crosses to the right", 10)]
    pieces += [(50, 112, "Tokyo", 9), (180, 113, "Atelier Kuroda"), (180, 126, PROSE[5])]
    for number, (stack, told) in enumerate(STACKS[:2]):
        top = 150 + 52 * number
        pieces += [(50, top + 12 * row, text, 9) for row, text in enumerate(stack[1:])]
        pieces += [(180, top + 13 * row, text) for row, text in enumerate(told)]
    lines = line_texts(read(drawn(*pieces)))
    assert lines[1:4] == ["Tokyo", "Atelier Kuroda", PROSE[5]]
    assert lines[4:] == [text for stack, told in STACKS[:2] for text in (*stack[1:], *told)]


def test_employer_place_and_date_stacked_at_the_right_are_read_before_what_they_stand_beside():
    pieces: list[tuple[Any, ...]] = [(50, 100, "Experience", 13)]
    for number, (stack, (title, *told)) in enumerate(STACKS):
        top = 125 + 56 * number
        pieces += [(450, top + 13 * row, text) for row, text in enumerate(stack)]
        pieces += [(50, top, title), *((50, top + 13 * row, f"- {text[:40]}.") for row, text in enumerate(told, 1))]
    lines = [line.split("\t") for line in line_texts(read(_flush_right(pieces)))]
    assert all(len(line) == 1 for line in lines)
    texts = [line for (line,) in lines]
    assert [texts.index(stack[0]) < texts.index(told[0]) for stack, told in STACKS] == [True] * 3
    assert texts.index("Experience") < texts.index(STACKS[0][0][0])
    assert texts.index(STACKS[0][1][0]) < texts.index(STACKS[1][0][0])


def _flush_right(pieces):
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    for x, y, text, *size in pieces:
        canvas.setFont("Helvetica", size[0] if size else 10)
        if x == 450:
            canvas.drawRightString(550, A4[1] - y, text)
        else:
            canvas.drawString(x, A4[1] - y, text)
    canvas.save()
    return out.getvalue()


def test_places_at_the_right_edge_of_the_left_column_belong_to_it():
    pieces: list[tuple[Any, ...]] = []
    for number, (stack, (title, *told)) in enumerate(STACKS):
        top = 100 + 70 * number
        pieces += [
            (43, top, title),
            (43, top + 12, stack[0]),
            (43, top + 24, stack[2]),
            (43, top + 36, f"- {told[0][:30]}"),
        ]
    side = [
        "SKILLS",
        "Medical devices",
        "LabVIEW",
        "EDUCATION",
        "Master of Engineering",
        "Brno University",
        "2011 - 2014",
    ]
    pieces += [(370, 103 + 24 * row, text) for row, text in enumerate(side)]
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    canvas.setFont("Helvetica", 10)
    for x, y, text in pieces:
        canvas.drawString(x, A4[1] - y, text)
    for number, (stack, _) in enumerate(STACKS):
        canvas.drawRightString(335, A4[1] - (124 + 70 * number), stack[1])
    canvas.save()
    lines = line_texts(read(out.getvalue()))
    assert [f"{stack[2]}\t{stack[1]}" in lines for stack, _ in STACKS] == [True] * 3
    assert lines[-len(side) :] == side


def test_headings_centred_on_the_page_end_the_columns_above_them():
    cards = [["2019 - Present", "Interpreter", "Relief Union"], ["2015 - 2019", "Court Interpreter", "Ministry"]]
    schools = [
        ["2010 - 2012", "MA in Interpreting", "Joseph University"],
        ["2007 - 2010", "BA, Arabic", "City College"],
    ]
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    canvas.setFont("Helvetica", 14)
    for top, heading in ((80, "EXPERIENCE"), (180, "STUDIES")):
        canvas.drawCentredString(A4[0] / 2, A4[1] - top, heading)
    canvas.setFont("Helvetica", 9)
    for top, pair in ((100, cards), (200, schools)):
        for x, card in zip((45, 240), pair, strict=True):
            for row, text in enumerate(card):
                canvas.drawString(x, A4[1] - top - 13 * row, text)
    canvas.drawString(45, A4[1] - 60, "Ada Example")
    canvas.drawRightString(A4[0] - 45, A4[1] - 60, "ada@example.com")
    canvas.save()
    lines = line_texts(read(out.getvalue()))
    assert lines[1:] == ["EXPERIENCE", *cards[0], *cards[1], "STUDIES", *schools[0], *schools[1]]


def test_a_span_of_months_by_number_wrapped_in_a_rail_is_one_date():
    pieces = []
    for top, (begin, end), told in (
        (100, ("2018-05 -", "present"), STACKS[0][1]),
        (150, ("2014-08 -", "2018-04"), STACKS[1][1]),
    ):
        pieces += [
            (40, top, begin),
            (40, top + 11, end),
            *((113, top + 12 * row, text) for row, text in enumerate(told)),
        ]
    lines = line_texts(read(drawn(*pieces)))
    assert any(line.startswith("2018-05 - present") for line in lines)
    assert any(line.startswith("2014-08 - 2018-04") for line in lines)
