"""Parts of entries and sections that only their place or their wording tells."""

import pytest

from resumes.parsing import parse_profile
from tests.resumes.test_parsing_layouts import TOP, drawn, profile, work_of


def schools_of(found):
    return [(e["studyType"], e["area"], e["institution"]) for e in found["education"]]


def test_a_resume_in_small_letters_is_read_and_told_in_small_letters():
    found = profile(
        "experience",
        "velvet machine\t— art director\t2020 – now",
        "led campaigns for two record labels and a festival of independent publishers",
        "paper & thread\t— senior graphic designer\t2017 – 2020",
        "books, posters, identities",
        "education",
        "parsons school of design\t— bfa communication design\t2011 – 2015",
    )
    assert work_of(found) == [
        ("art director", "velvet machine", None, "2020", None),
        ("senior graphic designer", "paper & thread", None, "2017", "2020"),
    ]
    assert schools_of(found) == [("bfa", "communication design", "parsons school of design")]


def test_hours_pay_and_grade_stand_in_nobodys_place():
    found = profile(
        "Work Experience:",
        "Department of Transportation\t06/2019 - Present",
        "1200 Main Street SE",
        "Washington, DC\tHours per week: 40",
        "Series: GS-0343-12\tSalary: $84,000.00 USD Per Year",
        "Management Analyst (This is a federal job)",
        "Duties, Accomplishments and Related Skills:",
        "Lead reviews of grant programs.",
    )
    assert work_of(found) == [
        ("Management Analyst", "Department of Transportation", "Washington, DC", "2019-06", None),
    ]


def test_what_follows_a_comma_is_the_titles_where_employers_have_a_row_of_their_own():
    found = profile(
        "Employment History",
        "Feb 2021 – present",
        "Support Worker, Elderly Care",
        "Brynmor Residential Home",
        "• Personal care for 18 residents",
        "Oct 2017 – Jan 2021",
        "Healthcare Assistant",
        "Morriston Hospital",
        "• Observations and escorts",
    )
    assert [entry[:2] for entry in work_of(found)] == [
        ("Support Worker, Elderly Care", "Brynmor Residential Home"),
        ("Healthcare Assistant", "Morriston Hospital"),
    ]


def test_a_title_below_its_date_is_no_heading():
    found = profile(
        "Employment History",
        "2018 – 2020",
        "Healthcare Assistant",
        "Morriston Hospital",
        "2016 – 2017",
        "Volunteer",
        "Marie Curie Charity Shop",
        "• Sorted donations",
    )
    assert work_of(found)[1][:2] == ("Volunteer", "Marie Curie Charity Shop")


def test_freelance_on_a_row_of_its_own_is_the_employer_of_the_title_below():
    found = profile(
        "Work",
        "Journeyman Plumber - Lakeshore Mechanical, Milwaukee, WI (2016 - Present)",
        "• Commercial rough-in and finish",
        "Apprentice Plumber - Badger Pipe & Drain, Waukesha, WI (2011 - 2016)",
        "• Five-year apprenticeship",
        "Freelance",
        "Freelance Handyman (2009 - 2011)",
        "• Small repairs",
    )
    assert work_of(found)[-1][:2] == ("Freelance Handyman", "Freelance")


def test_education_and_certificates_behind_their_labels_are_sections():
    found = profile(
        "Work",
        "Plumber - Lakeshore Mechanical (2016 - Present)",
        "• Commercial rough-in and finish",
        "Education: A.A.S. Plumbing Technology, Milwaukee Area Technical College, 2011",
        "Certifications: Journeyman License",
    )
    assert len(found["work"]) == 1
    assert schools_of(found) == [("A.A.S.", "Plumbing Technology", "Milwaukee Area Technical College")]
    assert [item["name"] for item in found["certificates"]] == ["Journeyman License"]


def test_a_title_that_the_edge_broke_is_put_together_though_the_employer_is_bold():
    found = parse_profile(
        drawn(
            *[(50, 60 + 14 * row, text) for row, text in enumerate(TOP)],
            (50, 110, "Experience", "Helvetica-Bold"),
            (50, 130, "COORDINATED SCIENCE LABORATORY | RESEARCH", "Helvetica-Bold"),
            (50, 144, "ASSISTANT"),
            (50, 158, "Jan 2022 - Present | Urbana, IL"),
            (50, 172, "Study of path finding for many robots, joint work"),
        )
    )
    assert work_of(found)[0][:2] == ("RESEARCH ASSISTANT", "COORDINATED SCIENCE LABORATORY")


def test_a_degree_in_capitals_is_no_heading():
    found = profile("EDUCATION", "INSTITUTE OF TECHNOLOGY KARNATAKA", "BTECH IN INFORMATION", "May 2021 | Surathkal")
    assert [section["heading"] for section in found["sections"] if section["heading"]] == ["EDUCATION"]


def test_what_no_list_of_degrees_knows_opens_an_entry_above_its_school():
    found = profile(
        "Education",
        "BA Graphic Design\t2013 – 2017",
        "University of the Arts Utrecht",
        "Fine Craft Preparation\t2012 – 2013",
        "Academy of Utrecht",
    )
    assert [(entry["institution"], entry["startDate"]) for entry in found["education"]] == [
        ("University of the Arts Utrecht", "2013"),
        ("Academy of Utrecht", "2012"),
    ]


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        (
            ["Analysis\tSPSS, R\tOffice\tExcel, Word", "Modelling\tTekla\tProgramming\tPython"],
            "SPSS R Excel Word Tekla Python",
        ),
        (["Software\tGeoGebra, Magister", "Other\tMentoring"], "GeoGebra Magister Mentoring"),
        (["OFFICE", "• Scheduling", "• Billing"], "Scheduling Billing"),
    ],
)
def test_labels_of_lists_are_no_skills(lines, names):
    assert [skill["name"] for skill in profile("Skills", *lines)["skills"]] == names.split()


@pytest.mark.parametrize(
    ("heading", "kind"),
    [("Academic Positions", "experience"), ("Licences and Cards", "certifications"), ("Courses Taught", "other"),
     ("職務経歴", "experience"), ("教育背景", "education"), ("경력사항", "experience"), ("المهارات", "skills")],
)  # fmt: skip
def test_headings_of_more_kinds_and_scripts(heading, kind):
    found = profile("EDUCATION", "BSc Physics, University of York, 2012", heading, "Something")
    assert (kind, heading) in [(section["kind"], section["heading"]) for section in found["sections"]]


def test_a_department_in_brackets_behind_a_town_is_part_of_the_place():
    found = parse_profile_of_place("Nantes (44)")
    assert found["city"] == "Nantes"


def parse_profile_of_place(place):
    return profile(place, "Experience", "Cook, Noma, 2019 - 2021")["basics"]["location"]


def test_words_of_more_languages_are_known():
    found = profile(
        "Arbetslivserfarenhet",
        "2017 – pågående\tLastbilschaufför, Norrlands Frakt AB",
        "Utbildning",
        "2006 – 2009\tFordonsprogrammet, Dragonskolan",
    )
    assert [(w["startDate"], w["endDate"], w["current"]) for w in found["work"]] == [("2017", None, True)]
    assert [entry[2] for entry in schools_of(found)] == ["Dragonskolan"]
    assert schools_of(profile("Istruzione", "Diploma di liceo linguistico, Liceo Mazzini, 2010"))[0][0] == (
        "Diploma di liceo linguistico"
    )


def test_a_house_number_makes_an_address_of_a_street_of_any_name():
    assert parse_profile_of_place("12 Sunday's Well, Cork")["city"] == "Cork"


def test_two_rows_of_labels_with_lists_are_a_rail():
    found = profile("Skills", "motion\tAfter Effects, Blender", "paper\tStoryboarding")
    assert [skill["name"] for skill in found["skills"]] == ["After Effects", "Blender", "Storyboarding"]


def test_a_range_of_dates_that_the_edge_broke_is_whole_though_the_title_is_bold():
    found = parse_profile(
        drawn(
            *[(50, 60 + 14 * row, text) for row, text in enumerate(TOP)],
            (50, 110, "Experience", "Helvetica-Bold"),
            (50, 130, "Sunrise Veterinary Clinic, Berlin, (May 2019–", "Helvetica-Bold"),
            (50, 144, "February 2022)"),
            (50, 158, "Civil Engineer"),
            (50, 172, "• Handled complaints and kept records"),
        )
    )
    assert [(w["startDate"], w["endDate"]) for w in found["work"]] == [("2019-05", "2022-02")]
