"""Employer, title, place, school and skill told apart where other words stand beside them."""

import pytest

from resumes.parsing import parse_profile
from tests.resumes.test_parsing_layouts import TOP, drawn, profile, work_of


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
