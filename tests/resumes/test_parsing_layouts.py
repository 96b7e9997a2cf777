"""Ways of setting a resume that came up in files nobody had seen before: each read by a general rule."""

import io

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from resumes.document import Document
from resumes.parsing import parse_profile
from tests.resumes.reading import line_texts, read

TOP = ["Ada Example", "ada@example.com | +44 20 7946 0018"]


def profile(*lines):
    """The profile of a text that came without positions; tabs part cells."""
    text = "\n".join([*TOP, *lines])
    return parse_profile(Document(text, (), 1, "text"))


def drawn(*pieces):
    """The document read from a page with ``(x, y from the top, text[, font])`` pieces, in the order given."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    for x, y, text, *font in pieces:
        canvas.setFont(font[0] if font else "Helvetica", 10)
        canvas.drawString(x, A4[1] - y, text)
    canvas.save()
    return read(out.getvalue())


def work_of(found):
    return [(w["position"], w["name"], w["location"], w["startDate"], w["endDate"]) for w in found["work"]]


def test_a_form_names_each_part_of_an_entry_in_a_column_of_labels():
    found = profile(
        "Work experience",
        "Dates\tMarch 2018 - Present",
        "Occupation or position held\tPort Coordinator",
        "Main activities and responsibilities\tPlanning of berths and cranes",
        "Name and address of employer\tBaltic Terminal Services, Gdańsk (Poland)",
        "Type of business or sector\tMaritime transport",
        "Dates\tMay 2013 - February 2018",
        "Occupation or position held\tFreight Clerk",
        "Name and address of employer\tMorskie Spedycje, Gdynia (Poland)",
        "Education and training",
        "Dates\tOctober 2008 - June 2013",
        "Title of qualification awarded\tMaster of Transport",
        "Name and type of organisation\tUniversity of Gdańsk",
        "providing education and training",
    )
    assert work_of(found) == [
        ("Port Coordinator", "Baltic Terminal Services", "Gdańsk (Poland)", "2018-03", None),
        ("Freight Clerk", "Morskie Spedycje", "Gdynia (Poland)", "2013-05", "2018-02"),
    ]
    assert found["work"][0]["highlights"] == ["Planning of berths and cranes", "Maritime transport"]
    (school,) = found["education"]
    assert (school["institution"], school["endDate"]) == ("University of Gdańsk", "2013-06")


def test_a_column_for_two_things_is_named_by_the_first():
    found = profile(
        "Employment",
        "From\tTo\tEmployer\tJob title and duties",
        "Mar 2017\tPresent\tTawe Electrical\tApproved Electrician",
        "Sep 2011\tFeb 2017\tGower Building\tElectrician",
    )
    assert work_of(found) == [
        ("Approved Electrician", "Tawe Electrical", None, "2017-03", None),
        ("Electrician", "Gower Building", None, "2011-09", "2017-02"),
    ]


def test_a_rail_of_labels_names_skills_even_where_it_lists_one():
    found = profile(
        "Skills", "CAD\tSolidWorks, Creo", "Analysis\tANSYS, MATLAB", "Test\tLabVIEW", "Mother tongue(s)\tFinnish"
    )
    assert [skill["name"] for skill in found["skills"]] == ["SolidWorks", "Creo", "ANSYS", "MATLAB", "LabVIEW"]
    assert found["skills"][-1]["category"] == "Test"


def test_labels_beside_one_line_each_are_read_with_their_lines():
    rows = [("EDV", "SAP MM, Microsoft Excel, Power BI"), ("Sprachen", "Deutsch (Muttersprache), Englisch (C1)")]
    rows += [("Schein", "Klasse B")]
    pieces = []
    for number, (label, text) in enumerate(rows):
        pieces += [(60, 120 + 16 * number, label), (170, 120 + 16 * number, text)]
    assert line_texts(drawn((60, 100, "Kenntnisse", "Helvetica-Bold"), *pieces))[1:] == [
        f"{label}\t{text}" for label, text in rows
    ]


def test_lines_beside_a_paragraph_are_not_read_with_it():
    left = ["Berlin", "Germany", "Europe", "Earth"]
    right = ["A manager who has led teams of engineers", "through two mergers and the move of a plant"]
    right += ["from one country to another, on time and", "within the means that were given for it"]
    pieces = [(60, 100 + 14 * number, text) for number, text in enumerate(left)]
    pieces += [(170, 100 + 14 * number, text) for number, text in enumerate(right)]
    assert line_texts(drawn(*pieces)) == [*left, *right]


def test_labels_set_flush_right_against_their_text_are_parted_from_it():
    rows = [("Languages", "Python, Scala"), ("Platforms", "Kafka, Airflow"), ("Tools", "Git, Docker")]
    canvas = Canvas("", pagesize=A4)
    pieces = []
    for number, (label, text) in enumerate(rows):
        width = canvas.stringWidth(label, "Helvetica", 10)
        pieces += [(135 - width, 100 + 14 * number, label), (145, 100 + 14 * number, text)]
    assert line_texts(drawn(*pieces)) == [f"{label}\t{text}" for label, text in rows]


def test_the_spaces_of_a_typewriter_part_nothing():
    texts = ["Fork lift and pallet jack", "Rail cars and dock plates", "Load bars for long trips"]
    pieces = [(60, 100 + 14 * number, text, "Courier") for number, text in enumerate(texts)]
    assert line_texts(drawn(*pieces)) == texts


def test_list_marks_are_no_labels():
    texts = ["AutoCAD", "Revit and more", "Site supervision"]
    pieces = [piece for n, text in enumerate(texts) for piece in ((60, 100 + 14 * n, "-"), (72, 100 + 14 * n, text))]
    assert line_texts(drawn(*pieces)) == [f"\u2022 {text}" for text in texts]


def test_what_is_told_below_the_bold_line_of_a_cell_is_no_part_of_it():
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    xs, tops = (60, 130, 260, 480), (100, 116, 162)
    for x in xs:
        canvas.line(x, A4[1] - tops[0], x, A4[1] - tops[-1])
    for top in tops:
        canvas.line(xs[0], A4[1] - top, xs[-1], A4[1] - top)
    for x, y, text, font in (
        (64, 111, "Year", "Helvetica-Bold"),
        (134, 111, "Employer", "Helvetica-Bold"),
        (264, 111, "Job title and duties", "Helvetica-Bold"),
        (64, 128, "2017", "Helvetica"),
        (134, 128, "Tawe Electrical", "Helvetica"),
        (264, 128, "Approved Electrician", "Helvetica-Bold"),
        (264, 142, "Inspection and testing of schools,", "Helvetica"),
        (264, 156, "fault finding on plant", "Helvetica"),
    ):
        canvas.setFont(font, 10)
        canvas.drawString(x, A4[1] - y, text)
    canvas.save()
    assert line_texts(read(out.getvalue()))[1:] == [
        "2017\tTawe Electrical\tApproved Electrician",
        "Inspection and testing of schools,",
        "fault finding on plant",
    ]


def test_an_address_that_is_whole_takes_nothing_from_the_line_below():
    for mail, below in (("ada@example.com", "ada.example/work"), ("ada@mail.example", "adaexample")):
        pieces = [(60, 100, mail), (60, 114, below), (60, 128, "London")]
        assert line_texts(drawn(*pieces)) == [mail, below, "London"]


def test_the_kind_of_a_degree_in_brackets_is_not_its_field():
    found = profile("Education", "2007 - 2012\tMSc (Tech), Mechanical Engineering", "Tampere University")
    (school,) = found["education"]
    assert (school["studyType"], school["area"]) == ("MSc (Tech)", "Mechanical Engineering")


def test_a_law_review_is_no_school():
    found = profile(
        "Education",
        "Boston College Law School\tMay 2013",
        "Juris Doctor",
        "Articles Editor, Boston College Law Review",
        "Williams College\tMay 2010",
        "Bachelor of Arts in History",
    )
    assert [school["institution"] for school in found["education"]] == ["Boston College Law School", "Williams College"]


def test_a_position_held_in_several_summers_is_held_once_in_each():
    found = profile("Experience", "Lifeguard, City Pools Ltd\tSummers 2021 and 2022", "• Watched over two pools")
    assert work_of(found) == [
        ("Lifeguard", "City Pools Ltd", None, "2022-06", "2022-08"),
        ("Lifeguard", "City Pools Ltd", None, "2021-06", "2021-08"),
    ]
    assert [entry["highlights"] for entry in found["work"]] == [["Watched over two pools"], []]


def test_an_entry_that_opens_with_a_month_written_small_ends_the_list_above_it():
    found = profile(
        "Esperienza",
        "marzo 2019 - oggi",
        "Ingegnere, Studio Portici S.r.l.",
        "• Progetto di due scuole",
        "ottobre 2014 - febbraio 2019",
        "Architetto, Officina Urbana S.r.l.",
        "• Restauro di un convento",
    )
    assert [(entry["startDate"], entry["highlights"]) for entry in found["work"]] == [
        ("2019-03", ["Progetto di due scuole"]),
        ("2014-10", ["Restauro di un convento"]),
    ]


def test_headings_in_the_first_person_are_headings():
    found = profile(
        "What I have done",
        "Marketing Manager, Azulejo Travel Ltd\t02/2021 - now",
        "Where I studied",
        "MSc Marketing, University of Porto, 2015",
        "What I use",
        "Google Ads, HubSpot, Looker",
    )
    assert [section["kind"] for section in found["sections"]] == ["header", "experience", "education", "skills"]
    assert [skill["name"] for skill in found["skills"]] == ["Google Ads", "HubSpot", "Looker"]


def test_several_spaces_in_a_row_part_the_items_of_a_list():
    texts = [
        "Civil 3D    Hydraulic Modelling    Contract Administration",
        "Civil works and hydraulic modelling of rivers",
    ]
    pieces = [(60, 100 + 14 * number, text) for number, text in enumerate(texts)]
    assert line_texts(drawn(*pieces)) == ["Civil 3D\tHydraulic Modelling\tContract Administration", texts[1]]


def test_the_last_word_of_a_schools_name_on_a_line_of_its_own_is_no_school():
    top = [(60, 80, "Ada Example"), (60, 94, "ada@example.com"), (60, 120, "EDUCATION", "Helvetica-Bold")]
    first = "Bachelor of Computer Engineering | Lviv Polytechnic National"
    entry = [(60, 136, first), (60, 150, "University | 2011 - 2015")]
    (school,) = parse_profile(drawn(*top, *entry))["education"]
    assert (school["institution"], school["endDate"]) == ("Lviv Polytechnic National University", "2015")


def test_postgraduate_training_is_work():
    found = profile(
        "POSTGRADUATE TRAINING",
        "07/2015 - 06/2018\tResident, Emergency Medicine",
        "Erie University Hospitals, Toledo, OH",
    )
    assert work_of(found) == [
        ("Resident, Emergency Medicine", "Erie University Hospitals", "Toledo, OH", "2015-07", "2018-06")
    ]


def test_the_field_of_an_engineering_degree_stands_in_its_brackets():
    (school,) = profile("Education", "BSc Eng (Civil)\t2008 - 2011", "University of KwaZulu-Natal")["education"]
    assert (school["studyType"], school["area"]) == ("BSc Eng", "Civil")


def test_how_long_all_positions_at_an_employer_took_is_no_part_of_the_first():
    found = profile(
        "Experience",
        "Cedarline Insurance",
        "Senior Data Engineer",
        "March 2021 - Present (3 years 2 months)",
        "Owner of the claims warehouse, which 40 people use every day.",
        "Lakeview Retail Group",
        "4 years 3 months",
        "Data Engineer",
        "June 2018 - February 2021 (2 years 9 months)",
        "Moved the nightly jobs to a scheduler that tells when it fails.",
        "BI Analyst",
        "December 2016 - May 2018 (1 year 6 months)",
        "Built sales dashboards for 240 stores in three states.",
    )
    assert [(title, name) for title, name, *_ in work_of(found)] == [
        ("Senior Data Engineer", "Cedarline Insurance"),
        ("Data Engineer", "Lakeview Retail Group"),
        ("BI Analyst", "Lakeview Retail Group"),
    ]


def test_a_place_between_employer_and_title_parts_them():
    found = profile(
        "Experience",
        "Brandywine & Stokes LLP, Philadelphia, PA, Litigation Paralegal, 9/2018 to Present",
        "• Manages e-discovery for up to 15 matters",
    )
    assert work_of(found) == [
        ("Litigation Paralegal", "Brandywine & Stokes LLP", "Philadelphia, PA", "2018-09", None),
    ]


def test_a_hyphen_parts_an_employer_from_its_town():
    found = profile(
        "Work Experience",
        "Forklift Operator",
        "MidSouth Distribution-Memphis, TN",
        "March 2019 to Present",
        "• Loads and unloads trailers",
        "Education",
        "High school diploma",
        "Whitehaven High School-Memphis, TN",
        "August 2011 to May 2015",
    )
    assert work_of(found) == [("Forklift Operator", "MidSouth Distribution", "Memphis, TN", "2019-03", None)]
    assert [(e["studyType"], e["institution"]) for e in found["education"]] == [
        ("High school diploma", "Whitehaven High School")
    ]


def test_the_agency_of_a_contract_is_no_part_of_the_client():
    found = profile(
        "Contracts",
        "Nov 2022 - Present\tLead Java Developer at Kestrel Bank (via Harcourt Recruitment)",
        "• Moved the trade capture system",
    )
    assert work_of(found)[0][:2] == ("Lead Java Developer", "Kestrel Bank")


def test_an_internship_with_its_date_is_a_position_and_no_heading():
    found = profile(
        "Experience",
        "Junior Analyst\t2019 - 2021",
        "Merlion Market Research",
        "• Weighted surveys",
        "Internship\tSummer 2018",
        "Land Transport Authority",
        "• Cleaned fare card data",
    )
    assert [(title, name) for title, name, *_ in work_of(found)] == [
        ("Junior Analyst", "Merlion Market Research"),
        ("Internship", "Land Transport Authority"),
    ]
