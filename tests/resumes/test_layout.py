"""Reading order: columns do not interleave, rails and tables stay with their lines."""

import io
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from tests.resumes.pdfs import page_pdf
from tests.resumes.reading import line_texts, read

PROSE = [
    "Built the billing platform that serves two million people",
    "Led a team of six engineers through a migration to the cloud",
    "Reduced the time of a release from two weeks to one day",
    "Wrote the on-call handbook that every team now works with",
    "Introduced contract tests between thirty backend services",
    "Mentored four junior engineers who were promoted since then",
]


def drawn(*pieces):
    """A page with ``(x, y from the top, text)`` pieces, in the order given; a fourth value is the font size."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    for x, y, text, *size in pieces:
        canvas.setFont("Helvetica", size[0] if size else 10)
        canvas.drawString(x, A4[1] - y, text)
    canvas.save()
    return out.getvalue()


def test_lines_hold_their_place_on_the_page():
    document = read(drawn((72, 100, "Ada Example", 20), (72, 140, "Software Engineer")))
    first, second = document.lines
    assert line_texts(document) == ["Ada Example", "Software Engineer"]
    assert (first.page, round(first.size), round(second.size)) == (1, 20, 10)
    assert abs(first.x0 - 72) < 1
    assert first.y0 < 100 < first.y1 + 1
    assert first.y1 < second.y0
    assert document.page_sizes == ((595.28, 841.89),)


def test_a_sidebar_is_read_apart_from_the_main_column():
    sidebar = ["CONTACT", "ada@example.com", "London", "SKILLS", "Python and Django", "PostgreSQL", "Docker"]
    pieces: list[tuple[Any, ...]] = [(40, 60, "Ada Example", 22)]
    for row in range(6):  # drawn row by row, the way that tempts a reader to interleave
        pieces += [(40, 120 + 15 * row, sidebar[row]), (220, 120 + 15 * row, PROSE[row])]
    pieces.append((40, 210, sidebar[6]))
    lines = line_texts(read(drawn(*pieces)))
    assert lines == ["Ada Example", *sidebar, *PROSE]


def test_columns_with_other_line_spacing_do_not_interleave():
    left = [(40, 100 + 14 * row, PROSE[row][:36].strip()) for row in range(6)]
    right = [(320, 104 + 17 * row, PROSE[row][:40].strip()) for row in range(6)]
    mixed = [piece for pair in zip(left, right, strict=True) for piece in pair]
    document = read(drawn(*mixed))
    assert line_texts(document) == [text for _, _, text in (*left, *right)]
    assert {line.column for line in document.lines[:6]} != {line.column for line in document.lines[6:]}


def test_dates_at_the_right_margin_stay_on_their_line():
    pieces = []
    for row, year in enumerate((2021, 2018, 2015, 2012)):
        y = 100 + 60 * row
        pieces += [(72, y, f"Engineer {row}, Acme"), (460, y, f"{year} - {year + 3}")]
        pieces += [(72, y + 15, PROSE[row]), (72, y + 30, PROSE[row + 1])]
    lines = line_texts(read(drawn(*pieces)))
    assert lines[0] == "Engineer 0, Acme\t2021 - 2024"
    assert lines[3] == "Engineer 1, Acme\t2018 - 2021"


def test_labels_at_the_left_come_before_what_they_name():
    pieces = []
    for group, label in enumerate(("Experience", "Projects", "Education")):
        y = 100 + 80 * group
        pieces.append((50, y, label))
        pieces += [(180, y + 15 * row, f"{group}{row} {PROSE[row]}") for row in range(4)]
    lines = line_texts(read(drawn(*pieces)))
    assert lines[0] == "Experience"
    assert lines[1].startswith("00 ")
    assert lines[5] == "Projects"
    assert lines[9].startswith("13 ")
    assert lines[10] == "Education"


def test_a_table_of_short_cells_reads_row_by_row():
    cells = [("Python", "expert"), ("Django", "expert"), ("Go", "basic"), ("Rust", "basic")]
    pieces = [
        piece for row, (a, b) in enumerate(cells) for piece in ((72, 100 + 15 * row, a), (250, 100 + 15 * row, b))
    ]
    assert line_texts(read(drawn(*pieces))) == [f"{a}\t{b}" for a, b in cells]


def test_text_set_sideways_reads_in_lines_with_boxes_of_the_page():
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    canvas.translate(A4[0], 0)
    canvas.rotate(90)
    for row, text in enumerate(PROSE[:3]):
        canvas.drawString(60, 500 - 20 * row, text)
    canvas.save()
    document = read(out.getvalue())
    assert line_texts(document) == PROSE[:3]
    for line in document.lines:
        assert 0 <= line.x0 < line.x1 <= A4[0]
        assert 0 <= line.y0 < line.y1 <= A4[1]
        assert line.y1 - line.y0 > 5 * (line.x1 - line.x0)


def test_a_page_that_is_shown_turned_has_the_size_it_shows():
    upright = read(page_pdf(b"BT /F1 12 Tf 72 700 Td (Ada Example) Tj ET", page=b"/Rotate 0"))
    turned = read(page_pdf(b"BT /F1 12 Tf 0 1 -1 0 92 72 Tm (Ada Example) Tj ET", page=b"/Rotate 90"))
    assert upright.page_sizes == ((612.0, 792.0),)
    assert turned.page_sizes == ((792.0, 612.0),)
    assert turned.text == upright.text == "Ada Example"
    for before, after in zip(
        (upright.lines[0].x0, upright.lines[0].y0), (turned.lines[0].x0, turned.lines[0].y0), strict=True
    ):
        assert abs(before - after) < 1


def test_wide_gaps_of_a_justified_line_are_spaces():
    rows = [("one", "two", "three"), ("alpha", "beta", "gamma"), ("first", "second", "third"), ("red", "green", "blue")]
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    canvas.setFont("Helvetica", 10)
    for number, row in enumerate(rows):
        widths = [canvas.stringWidth(word, "Helvetica", 10) for word in row]
        gap = (150 - sum(widths)) / 2
        x = 72.0
        for word, width in zip(row, widths, strict=True):
            canvas.drawString(x, 700 - 14 * number, word)
            x += width + gap
    canvas.save()
    assert line_texts(read(out.getvalue())) == [" ".join(row) for row in rows]


def test_a_date_wrapped_in_a_narrow_column_is_one_line():
    pieces = []
    for group, (start, end) in enumerate((("Jan 2019", "Mar 2022"), ("May 2016", "Dec 2018"))):
        y = 100 + 70 * group
        pieces += [(50, y, f"{start} –"), (50, y + 13, end)]
        pieces += [(150, y + 13 * row, f"{PROSE[row]} {group}") for row in range(4)]
    lines = line_texts(read(drawn(*pieces)))
    assert lines[0] == "Jan 2019 – Mar 2022"
    assert lines[5] == "May 2016 – Dec 2018"


def test_dates_that_wrap_in_a_narrow_column_at_the_right_stay_with_their_lines():
    pieces = []
    for group, (start, end) in enumerate((("Sep 2016 to Jan", "2018"), ("Feb 2018 –", "present"), ("2010 to", "2016"))):
        y = 100 + 70 * group
        pieces += [(72, y, f"Engineer {group}"), (440, y, start), (440, y + 12, end), (72, y + 24, PROSE[group])]
    lines = line_texts(read(drawn(*pieces)))
    assert lines[::2] == [
        "Engineer 0\tSep 2016 to Jan 2018",
        "Engineer 1\tFeb 2018 – present",
        "Engineer 2\t2010 to 2016",
    ]


def test_a_rail_of_labels_and_dates_under_headings_is_read_line_by_line():
    rows = [("Adresse", "Mozartstr. 3, 68161 Mannheim"), ("Telefon", "+49 621 5550 177"), ("EDV", "SAP, MS Office")]
    rows += [("Juli 2019 bis heute", "Sachbearbeiterin Export"), ("2016 bis 2019", "Kauffrau")]
    pieces: list[tuple[Any, ...]] = [(72, 150, "Berufspraxis", 12)]
    for number, (label, text) in enumerate(rows):
        y = 100 + 15 * number + (20 if number > 2 else 0)
        pieces += [(72, y, label), (210, y, text)]
    lines = line_texts(read(drawn(*pieces)))
    assert [line for line in lines if line != "Berufspraxis"] == [f"{label}\t{text}" for label, text in rows]


def test_dates_between_two_columns_belong_to_the_left_one():
    pieces = []
    for group, years in enumerate(("2019 - 2022", "2016 - 2019", "2013 - 2016")):
        y = 100 + 50 * group
        pieces += [(40, y, f"Engineer {group}"), (270, y, years), (40, y + 14, PROSE[group][:40])]
    side = ["CONTACT", "ada@example.com", "London", "SKILLS", "Python", "Django", "Docker", "Kafka"]
    pieces += [(400, 96 + 16 * row, text) for row, text in enumerate(side)]
    lines = line_texts(read(drawn(*pieces)))
    assert lines[:2] == ["Engineer 0\t2019 - 2022", PROSE[0][:40].strip()]
    assert lines[-8:] == side


def test_an_address_cut_off_by_a_narrow_column_is_whole():
    side = ["ada.example.of.somewhere@exam", "ple.com", "London", "linkedin.com/in/ada-example-of-s", "omewhere"]
    pieces = [(40, 100 + 13 * row, text) for row, text in enumerate(side)]
    pieces += [(230, 96 + 15 * row, PROSE[row]) for row in range(6)]
    lines = line_texts(read(drawn(*pieces)))
    assert "linkedin.com/in/ada-example-of-somewhere" in lines
    assert lines[-6:] == PROSE


def test_a_table_without_borders_is_read_cell_by_cell_where_its_cells_wrap():
    rows = [
        (("Dates", "Company", "Position"),),
        (("02/2020 –", "Silk Road Textile", "Export Manager"), ("present", "Export Company", "")),
        (("06/2016 –", "Samarkand Cotton", "Sales Clerk"), ("01/2020", "Mills", "")),
    ]
    pieces: list[tuple[Any, ...]] = []
    for number, lines in enumerate(rows):
        for line, cells in enumerate(lines):
            places = zip((72, 124, 220), cells, strict=True)
            pieces += [(x, 100 + 32 * number + 12 * line, text) for x, text in places if text]
    assert line_texts(read(drawn(*pieces))) == [
        "Dates\tCompany\tPosition",
        "02/2020 – present\tSilk Road Textile Export Company\tExport Manager",
        "06/2016 – 01/2020\tSamarkand Cotton Mills\tSales Clerk",
    ]


def test_lists_beside_each_other_are_no_table():
    lists = [("Python", "English", "Chess"), ("Django", "French", "Rowing"), ("Docker", "Igbo", ""), ("Kafka", "", "")]
    pieces = [
        (x, 100 + 13 * row, text)
        for row, cells in enumerate(lists)
        for x, text in zip((72, 200, 330), cells, strict=True)
        if text
    ]
    assert line_texts(read(drawn(*pieces))) == ["\t".join(filter(None, cells)) for cells in lists]


def test_labels_set_against_a_line_stay_with_what_they_name():
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    canvas.setFont("Helvetica", 10)
    entries = [("Employer", "Acme Ltd, Leeds"), ("Position held", "Engineer"), ("Main activities", "Built the service")]
    for row, (label, text) in enumerate(entries):
        canvas.drawRightString(200, 700 - 14 * row, label)
        canvas.drawString(206, 700 - 14 * row, text)
        canvas.line(203, 710 - 14 * row, 203, 696 - 14 * row)
    canvas.save()
    assert line_texts(read(out.getvalue())) == [f"{label}\t{text}" for label, text in entries]


def test_an_address_at_the_right_of_the_name_does_not_cut_the_text_below():
    address = ["12 Long Street", "Leeds LS2 9JT", "ada@example.com", "+44 20 7946 0018"]
    pieces: list[tuple[Any, ...]] = [(72, 100, "Ada Example", 18), (72, 118, "Engineer"), (72, 166, "EXPERIENCE", 12)]
    pieces += [(420, 98 + 12 * row, text) for row, text in enumerate(address)]
    pieces += [(72, 182, "2019 - 2022 Engineer, Acme"), (82, 194, PROSE[0]), (82, 206, PROSE[1])]
    pieces += [(72, 224, f"{PROSE[2]} and {PROSE[3].lower()}"), (72, 238, PROSE[4])]
    lines = line_texts(read(drawn(*pieces)))
    assert lines.index("EXPERIENCE") > lines.index(address[-1])
    assert lines[lines.index("EXPERIENCE") + 1 :][:3] == ["2019 - 2022 Engineer, Acme", PROSE[0], PROSE[1]]


def test_letters_strewn_over_a_page_have_no_columns():
    # A word cloud: looking for columns among thousands of pieces would take seconds.
    pieces = [(40 + 13 * column, 40 + 18 * row, "x") for row in range(42) for column in range(40)]
    document = read(drawn(*pieces))
    assert {line.column for line in document.lines} == {0}
