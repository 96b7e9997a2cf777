"""Ways of setting a resume that came up in files nobody had seen before: each read by a general rule."""

import io

import pytest
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


def test_labels_over_some_of_the_positions_are_no_employers():
    found = profile(
        "Experience",
        "Vocational",
        "2021-present\tSenior Bioinformatician, GenomeBridge, Berlin",
        "• Reduced the turnaround of clinical exomes",
    )
    assert work_of(found) == [("Senior Bioinformatician", "GenomeBridge", "Berlin", "2021", None)]


def test_programming_languages_under_a_label_of_their_own_are_skills():
    found = parse_profile(
        drawn(
            *[(50, 60 + 14 * row, text) for row, text in enumerate(TOP)],
            (50, 110, "Skills", "Helvetica-Bold"),
            (50, 126, "Infrastructure", "Helvetica-Bold"),
            (50, 140, "Terraform, Ansible, Prometheus"),
            (50, 156, "Languages", "Helvetica-Bold"),
            (50, 170, "Go, Bash, Python"),
        )
    )
    assert [skill["name"] for skill in found["skills"]] == [
        "Terraform",
        "Ansible",
        "Prometheus",
        "Go",
        "Bash",
        "Python",
    ]
    assert found["languages"] == []


def test_a_stay_abroad_keeps_its_name_beside_the_school():
    found = profile(
        "Education",
        "BA in Communication",
        "University of Washington",
        "2011 - 2015",
        "Study abroad",
        "Universidad de Granada, Spain, Spring 2014",
    )
    assert [(e["studyType"], e["institution"]) for e in found["education"]] == [
        ("BA", "University of Washington"),
        ("Study abroad", "Universidad de Granada"),
    ]


def test_a_legal_form_behind_a_comma_is_part_of_the_name():
    found = profile(
        "Experience",
        "Liberty Devices, Inc., Waltham, MA\t2009 - 2019",
        "Treasurer (2013 - 2019)",
        "- Refinanced debt",
        "Controller (2009 - 2013)",
        "- Closed the books",
    )
    assert [(w["position"], w["name"]) for w in found["work"]] == [
        ("Treasurer", "Liberty Devices, Inc."),
        ("Controller", "Liberty Devices, Inc."),
    ]


def test_a_label_before_a_title_is_no_part_of_it():
    found = profile("Experiência profissional", "Lojas Exemplo (fev/2019 - atual)", "Cargo: Analista de Logística")
    assert [(w["position"], w["name"]) for w in found["work"]] == [("Analista de Logística", "Lojas Exemplo")]


def test_a_course_at_a_school_is_named_though_no_degree():
    found = profile("Education", "CDL Class A, Roadmaster Drivers School, 2009")
    (school,) = found["education"]
    assert (school["studyType"], school["institution"]) == ("CDL Class A", "Roadmaster Drivers School")


def test_degrees_under_training_are_education_where_no_heading_says_so():
    found = profile("Training", "High School Diploma, Columbia High School, 2010", "Skills", "Welding, Rigging")
    assert [school["institution"] for school in found["education"]] == ["Columbia High School"]


def test_a_resume_in_russian():
    found = profile(
        "Опыт работы",
        "Инженер-программист, Яндекс, январь 2019 – по настоящее время",
        "- Разработка сервисов",
        "Образование",
        "Магистр, прикладная математика, Московский университет, 2014",
    )
    assert found["is_resume"]
    assert [(w["position"], w["name"], w["startDate"], w["current"]) for w in found["work"]] == [
        ("Инженер-программист", "Яндекс", "2019-01", True)
    ]
    assert found["education"][0]["level"] == "master"


def test_place_and_title_below_the_date_leave_room_for_the_employer():
    found = profile(
        "Employment",
        "2019 - present",
        "Montreal",
        "Sound Designer",
        "Ubiquite Jeux",
        "Ambient and weapon sounds for two released titles; runs a team of three.",
        "2015 - 2019",
        "Toronto",
        "Audio Editor",
        "Maple Public Radio",
        "Cut documentaries and news; introduced a shared effects library.",
    )
    assert [(title, name, place) for title, name, place, *_ in work_of(found)] == [
        ("Sound Designer", "Ubiquite Jeux", "Montreal"),
        ("Audio Editor", "Maple Public Radio", "Toronto"),
    ]


def test_a_guard_may_be_a_service_and_a_class_part_of_a_rank():
    found = profile(
        "EXPERIENCE",
        "US COAST GUARD, PORTSMOUTH, VA\t06/2008 - 04/2014",
        "MACHINERY TECHNICIAN SECOND CLASS",
        "• MAINTAINED MACHINERY ON A LIFEBOAT",
    )
    assert work_of(found)[0][:2] == ("MACHINERY TECHNICIAN SECOND CLASS", "US COAST GUARD")


def test_what_is_said_of_an_employer_is_no_title_where_one_with_its_department_follows():
    found = profile(
        "Experience",
        "Ochsner Bayou Hospital – New Orleans, LA – 600-bed Level II trauma center\t8/2019 – Present",
        "Charge Nurse, Emergency Department",
        "• Directs a shift of 14 nurses",
    )
    assert work_of(found)[0][:2] == ("Charge Nurse, Emergency Department", "Ochsner Bayou Hospital")


def test_a_table_of_exams_and_boards_is_education():
    found = profile(
        "ACADEMIC QUALIFICATION",
        "Examination\tBoard / University\tYear\tPercentage",
        "B.Tech (Civil)\tKurukshetra University\t2014\t71.4",
        "XII\tCBSE\t2010\t78",
    )
    assert [(e["studyType"], e["institution"]) for e in found["education"]] == [
        ("B.Tech", "Kurukshetra University"),
        ("XII", "CBSE"),
    ]


def test_work_told_under_skills_is_no_skill_and_semicolons_part_a_list():
    found = profile(
        "Skills",
        "• Prepared payroll for 45 people",
        "• Hired and trained eleven receptionists",
        "Crisis intervention; motivational interviewing; grant reporting; trauma-informed care",
    )
    assert [skill["name"] for skill in found["skills"]] == [
        "Crisis intervention",
        "motivational interviewing",
        "grant reporting",
        "trauma-informed care",
    ]


def test_what_is_told_below_a_school_is_no_part_of_its_name():
    found = parse_profile(
        drawn(
            *[(50, 60 + 14 * row, text) for row, text in enumerate(TOP)],
            (50, 110, "Education", "Helvetica-Bold"),
            (50, 126, "2011 - 2014"),
            (180, 126, "Master of Architecture", "Helvetica-Bold"),
            (50, 139, "Aarhus"),
            (180, 139, "Aarhus School of Architecture"),
            (180, 152, "Thesis on tidal housing."),
            (50, 170, "2008 - 2011"),
            (180, 170, "Bachelor of Architecture", "Helvetica-Bold"),
            (50, 183, "Copenhagen"),
            (180, 183, "Royal Danish Academy"),
            (180, 196, "Drawing, history, statics."),
        )
    )
    assert [e["institution"] for e in found["education"]] == ["Aarhus School of Architecture", "Royal Danish Academy"]


def test_a_town_where_other_entries_have_their_employer_is_one():
    found = profile(
        "Experiencia",
        "GRUPO BIMBO",
        "Puesto: Coordinadora de Recursos Humanos",
        "Periodo: marzo 2019 a la fecha",
        "Actividades: reclutamiento masivo, clima laboral, capacitación",
        "LIVERPOOL",
        "Puesto: Analista de Nómina",
        "Periodo: junio 2015 – febrero 2019",
    )
    assert [entry[:2] for entry in work_of(found)] == [
        ("Coordinadora de Recursos Humanos", "GRUPO BIMBO"),
        ("Analista de Nómina", "LIVERPOOL"),
    ]


def test_an_employer_may_be_written_small():
    found = profile("Berufspraxis", "seit 02/2017", "Techniker bei voestalpine Stahl GmbH, Linz")
    assert [entry[:2] for entry in work_of(found)] == [("Techniker", "voestalpine Stahl GmbH")]
    found = profile("Experience", "Cook at night, 2015 - 2019", "Noma")
    assert work_of(found)[0][1] == "Noma"


def test_a_university_by_its_letters_is_no_town():
    found = profile("Experience", "Research Fellow, TU Delft, The Netherlands\t2018 - 2021")
    assert work_of(found)[0][:3] == ("Research Fellow", "TU Delft", "The Netherlands")


def test_places_with_their_names_and_a_polish_legal_form():
    found = profile(
        "Work experience",
        "[ 01/06/2019 – Current ]",
        "Marine Electrician",
        "Stocznia Północ Sp. z o.o.",
        "City: Gdańsk | Country: Poland",
        "• Installs switchboards",
        "Education and training",
        "[ 01/09/2010 – 30/06/2014 ]",
        "Technician of Electrical Engineering",
        "Technikum Elektryczne w Gdańsku",
        "City: Gdańsk | Country: Poland | Level in EQF: EQF level 4",
    )
    assert work_of(found) == [
        ("Marine Electrician", "Stocznia Północ Sp. z o.o.", "Gdańsk, Poland", "2019-06", None),
    ]
    assert [(e["area"], e["institution"], e["location"]) for e in found["education"]] == [
        ("Technician of Electrical Engineering", "Technikum Elektryczne w Gdańsku", "Gdańsk, Poland")
    ]


def test_a_label_over_what_was_achieved_is_neither_employer_nor_heading():
    found = profile(
        "EXPERIENCE",
        "2018-05 - present",
        "Registered Dental Hygienist",
        "Lakeshore Family Dentistry, Grand Rapids, MI",
        "Key Qualifications & Responsibilities",
        "• Cleanings and X-rays for ten patients a day.",
        "Achievements/Tasks",
        "• Recall rate up from 64% to 82%.",
    )
    assert work_of(found)[0][:3] == ("Registered Dental Hygienist", "Lakeshore Family Dentistry", "Grand Rapids, MI")
    assert found["work"][0]["highlights"] == [
        "Cleanings and X-rays for ten patients a day.",
        "Recall rate up from 64% to 82%.",
    ]


@pytest.mark.parametrize(
    ("rows", "title", "employer"),
    [
        (["Drive-Through Crew Member", "McDonald's\t2015 - 2018"], "Drive-Through Crew Member", "McDonald's"),
        (["Ticket Agent, Via Rail Canada\t2015 - 2018"], "Ticket Agent", "Via Rail Canada"),
        (["Driver", "VIA Transportation", "2015 - 2018"], "Driver", "VIA Transportation"),
        (["Operative", "Kestrel Bank (via Harcourt Recruitment)\t2015 - 2018"], "Operative", "Kestrel Bank"),
        (["Consultant, PA Consulting\t2015 - 2018"], "Consultant", "PA Consulting"),
        (["Cook, Spa Hotel Basel\t2015 - 2018"], "Cook", "Spa Hotel Basel"),
        (["Nurse, SA Health\t2015 - 2018"], "Nurse", "SA Health"),
        (["Graphic Designer", "Freelance", "2018 - 2020"], "Graphic Designer", "Freelance"),
        (["Freelance", "Graphic Designer\t2018 - 2020"], "Graphic Designer", "Freelance"),
    ],
)
def test_names_that_look_like_agencies_legal_forms_or_labels_are_read_whole(rows, title, employer):
    (held,) = profile("Work experience", *rows, "- Helped customers")["work"]
    assert (held["position"], held["name"]) == (title, employer)


def test_skills_named_as_kinds_of_work_or_with_participles_are_skills():
    lines = [
        "Contracts",
        "Clinical practice",
        "Automated testing with Selenium",
        "Supervised and unsupervised learning",
    ]
    found = profile("Experience", "Clerk, Acme Ltd, 2015 - 2018", "Skills", *lines, "Managed a team of five clerks")
    assert [skill["name"] for skill in found["skills"]] == lines
    assert len(found["work"]) == 1


def test_the_wrapped_end_of_a_sentence_is_no_skill():
    told = ["Mentored engineers and managers", "toward their career goals in four countries"]
    found = profile("Skills", "Python, Django", *told, "Kubernetes")
    assert [skill["name"] for skill in found["skills"]] == ["Python", "Django", "Kubernetes"]
