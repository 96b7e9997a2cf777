"""Ruled tables: cells of several lines are not read across, and columns that have names are read by them."""

import io

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Table

from resumes.parsing import parse_profile
from resumes.parsing.layout import document_of
from tests.resumes.reading import line_texts, read

STYLE = getSampleStyleSheet()["BodyText"]
WORK = (
    ("Period", "Employer", "Position", "Duties"),
    ("Jan 2020 – Present", "Lakeside General Hospital, Springfield, IL", "Ward Sister", "Leads a ward of 12 nurses"),
    ("Jun 2015 – Dec 2019", "Riverside Regional Referral Hospital", "Staff Nurse", "Postnatal care and clinics"),
)
STUDY = (
    ("Course", "Institution", "Board / University", "Year of Passing", "Percentage"),
    ("B.E. (ECE)", "Hillside Engineering College", "Example University", "2014", "8.2 CGPA"),
    ("HSC", "Valley School", "State Board", "2010", "91%"),
)
SKILLS = (("Skill", "Level"), ("Midwifery", "Advanced"), ("Phlebotomy", "Basic"))


def table_pdf(*parts):
    """Headings, and tables whose borders are drawn, with narrow columns in which cells wrap."""
    story: list[Flowable] = []
    for part in parts:
        if isinstance(part, str):
            story.append(Paragraph(f"<b>{part}</b>", STYLE))
            continue
        cells = [[Paragraph(text, STYLE) for text in row] for row in part]
        grid = [("GRID", (0, 0), (-1, -1), 0.5, "black"), ("VALIGN", (0, 0), (-1, -1), "TOP")]
        story.append(Table(cells, colWidths=[88] * len(part[0]), style=grid))
    out = io.BytesIO()
    SimpleDocTemplate(out, pagesize=A4, invariant=1).build(story)
    return out.getvalue()


def test_a_row_whose_cells_wrap_is_one_line():
    lines = line_texts(read(table_pdf("WORK EXPERIENCE", WORK)))
    assert lines[1] == "Period\tEmployer\tPosition\tDuties"
    assert lines[2] == (
        "Jan 2020 – Present\tLakeside General Hospital, Springfield, IL\tWard Sister\tLeads a ward of 12 nurses"
    )


def test_named_columns_are_read_by_their_names():
    parts = ("Ada Example", "WORK EXPERIENCE", WORK, "EDUCATION", STUDY, "SKILLS", SKILLS)
    profile = parse_profile(read(table_pdf(*parts)))
    work = [(w["position"], w["name"], w["location"], w["startDate"], w["endDate"]) for w in profile["work"]]
    assert work == [
        ("Ward Sister", "Lakeside General Hospital", "Springfield, IL", "2020-01", None),
        ("Staff Nurse", "Riverside Regional Referral Hospital", None, "2015-06", "2019-12"),
    ]
    assert profile["work"][0]["highlights"] == ["Leads a ward of 12 nurses"]
    study = [(e["studyType"], e["institution"], e["endDate"], e["score"]) for e in profile["education"]]
    assert study == [
        ("B.E.", "Hillside Engineering College", "2014", "8.2 CGPA"),
        ("HSC", "Valley School", "2010", "91%"),
    ]
    assert [skill["name"] for skill in profile["skills"]] == ["Midwifery", "Phlebotomy"]


def test_a_column_for_each_end_of_a_range():
    table = (("From", "To", "Company", "Position"), ("03/2019", "Present", "Regional Wings", "Captain"))
    (entry,) = parse_profile(read(table_pdf("Ada Example", "EMPLOYMENT HISTORY", table)))["work"]
    assert (entry["startDate"], entry["endDate"], entry["current"]) == ("2019-03", None, True)


def test_a_page_that_is_laid_out_in_a_table_is_read_by_its_columns():
    side = "CONTACT<br/>London<br/>Remote<br/>SKILLS<br/>Python<br/>Django<br/>Docker"
    main = "EXPERIENCE<br/>Engineer<br/>Acme Ltd<br/>2019 - 2022<br/>Built services<br/>Wrote its tests"
    lines = line_texts(read(table_pdf((("Ada", "Example"), (side, main)))))
    assert [line for line in lines if line in main] == main.split("<br/>")
    assert [line for line in lines if line in side] == side.split("<br/>")


def test_entries_whose_parts_are_labelled_are_read_by_their_labels():
    text = """# Ada Example
ada@example.com
## Work experience
Organization: Lakeside General Hospital, Springfield, IL
Designation: Ward Sister
Duration: Jan 2020 to date
Responsibilities: Leads a ward of 12 nurses
Organization: Riverside Clinic
Designation: Staff Nurse
Duration: Jun 2015 - Dec 2019
## Education
BSc Nursing, University of York, 2014
"""
    document = document_of(text)
    work = parse_profile(document)["work"]
    assert [(w["position"], w["name"], w["startDate"], w["endDate"], w["current"]) for w in work] == [
        ("Ward Sister", "Lakeside General Hospital", "2020-01", None, True),
        ("Staff Nurse", "Riverside Clinic", "2015-06", "2019-12", False),
    ]
    assert work[0]["highlights"] == ["Leads a ward of 12 nurses"]
    assert document.text[work[0]["start"] : work[0]["end"]].endswith("ward of 12 nurses")


def test_a_dated_project_is_part_of_its_position():
    text = """# Ada Example
ada@example.com
## Experience
Donau Consulting GmbH, Vienna\t01/2018 - present
Senior Consultant
Project: Migration for a car parts maker (03/2021 - 12/2022)
- Led five consultants
Kyiv Soft LLC, Kyiv\t09/2012 - 12/2017
Consultant
- Customising of the general ledger
"""
    work = parse_profile(document_of(text))["work"]
    assert [(w["position"], w["name"]) for w in work] == [
        ("Senior Consultant", "Donau Consulting GmbH"),
        ("Consultant", "Kyiv Soft LLC"),
    ]


def test_a_table_whose_every_cell_is_a_box_of_its_own_is_read_by_rows():
    out = io.BytesIO()
    page = Canvas(out, pagesize=A4, invariant=1)
    page.setFont("Helvetica", 7)
    for row in range(40):
        for column in range(12):
            page.rect(20 + 45 * column, 760 - 16 * row, 45, 16)
            page.drawString(23 + 45 * column, 765 - 16 * row, f"r{row}c{column}")
    page.save()
    lines = line_texts(read(out.getvalue()))
    assert lines == ["\t".join(f"r{row}c{column}" for column in range(12)) for row in range(40)]
