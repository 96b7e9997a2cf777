"""What the output of word processors, typesetters and browsers taught: each read by a general rule."""

from typing import Any

import pytest

from resumes.parsing import parse_profile
from resumes.parsing.dates import find_dates
from tests.resumes.reading import line_texts, read
from tests.resumes.test_layout import drawn
from tests.resumes.test_parsing_layouts import profile, work_of


def test_two_months_side_by_side_are_a_range_whose_dash_the_font_lacked():
    span = find_dates("Sep 2015  Jul 2019")[0]
    assert (span.begin, span.finish, span.is_range) == ("2015-09", "2019-07", True)
    assert [span.is_range for span in find_dates("Jul 2019 Sep 2015")] == [False, False]


def test_an_employer_nobody_knows_stands_over_its_roles():
    found = profile(
        "Experience",
        "GREAT PLAINS BEARINGS\t2012 - Present",
        "Director of Finance\tJan 2020 - Present",
        "- Led planning for a large segment",
        "Senior Cost Accountant\tJul 2012 - Dec 2019",
        "- Built standard costs for 12,000 parts",
    )
    assert work_of(found) == [
        ("Director of Finance", "GREAT PLAINS BEARINGS", None, "2020-01", None),
        ("Senior Cost Accountant", "GREAT PLAINS BEARINGS", None, "2012-07", "2019-12"),
    ]


def test_a_small_town_is_where_the_other_entries_have_theirs():
    found = profile(
        "Experience",
        "Staff Nurse, Lakeside Hospital, Leeds",
        "2019 - Present",
        "- Took charge of the ward",
        "Healthcare Assistant, Brackenhall Nursing Home, Huddersfield",
        "2014 - 2019",
        "- Personal care",
    )
    assert [w["location"] for w in found["work"]] == ["Leeds", "Huddersfield"]
    assert found["work"][1]["name"] == "Brackenhall Nursing Home"


def test_what_follows_a_title_is_its_field_where_a_sure_employer_comes_after():
    found = profile("Experience", "Vice President, Water Resources, Green Mountain Engineers, Inc. (2014 - Present)")
    assert work_of(found) == [("Vice President, Water Resources", "Green Mountain Engineers, Inc.", None, "2014", None)]


@pytest.mark.parametrize(
    ("school", "institution"),
    [
        ("University of Texas at Austin", "University of Texas at Austin"),
        ("University of Exeter (Distinction)", "University of Exeter"),
        ("University of Sheffield. Thesis: Rivers in winter", "University of Sheffield"),
    ],
)
def test_a_school_is_named_as_it_is(school, institution):
    found = profile("Education", f"MSc Geography, {school}, 2012")
    assert [e["institution"] for e in found["education"]] == [institution]


def test_a_form_of_labels_names_the_school_and_a_teachers_table_the_employer():
    found = profile(
        "SECONDARY EDUCATION",
        "School\tPinetown Ridge High School",
        "Highest grade passed\tGrade 12 (Matric)",
        "Year completed\t2009",
        "EMPLOYMENT",
        "Period\tPosition\tSchool",
        "Term 1 2019 – present\tHead of Mathematics\tRiver State High School",
        "2015 – 2018\tMathematics Teacher\tDarling Downs Grammar",
    )
    assert [(e["studyType"], e["institution"], e["endDate"]) for e in found["education"]] == [
        ("Grade 12 (Matric)", "Pinetown Ridge High School", "2009")
    ]
    assert work_of(found) == [
        ("Head of Mathematics", "River State High School", None, "2019", None),
        ("Mathematics Teacher", "Darling Downs Grammar", None, "2015", "2018"),
    ]


def test_the_scale_of_language_levels_is_no_skill():
    found = profile(
        "Skills",
        "Levels: A1 and A2: Basic user – B1 and B2: Independent user – C1 and C2: Proficient user",
        "Common European Framework of Reference for Languages",
        "Digital skills\tChromeleon, LIMS",
    )
    assert [skill["name"] for skill in found["skills"]] == ["Chromeleon", "LIMS"]


def test_a_french_title_that_could_be_a_verb_heads_its_entry():
    found = profile(
        "Expérience professionnelle",
        "Responsable méthodes, Chantiers de l’Erdre",
        "Janvier 2021 – aujourd’hui",
        "- Réduction des rebuts",
    )
    assert work_of(found) == [("Responsable méthodes", "Chantiers de l’Erdre", None, "2021-01", None)]


def test_a_date_broken_by_the_edge_of_the_column_is_one():
    pieces = [(50, 40, "Ada Example", 18), (50, 80, "EXPERIENCE", 12), (50, 100, "Staff Assistant")]
    pieces += [(50, 114, "Potteries Borough Council | September 2013 - June"), (50, 128, "2016")]
    pieces += [(62, 142, "• Recruitment and administration of all kinds")]
    assert work_of(parse_profile(read(drawn(*pieces)))) == [
        ("Staff Assistant", "Potteries Borough Council", None, "2013-09", "2016-06")
    ]


def test_skills_set_apart_by_gaps_alone_are_several():
    x, pieces = 72.0, []
    for text, width in (("Roadmapping", 62), ("SQL", 22), ("User interviews", 72), ("Figma", 28), ("Jira", 18)):
        pieces.append((x, 100, text))
        x += width + 13
    assert line_texts(read(drawn(*pieces))) == ["Roadmapping\tSQL\tUser interviews\tFigma\tJira"]


def test_lists_below_larger_headings_beside_each_other_are_read_one_by_one():
    lists = {
        "Skills": ("Inventory control", "Budgeting", "Kaizen", "Safety"),
        "Licences": ("OSHA 30-Hour, 2020", "CSCP, 2021"),
        "Interests": ("Ice fishing", "Woodworking"),
    }
    pieces: list[tuple[Any, ...]] = [
        (50, 60, "Ada Example", 20),
        (50, 90, "Ran two shifts of sixty people and a very large site all year round"),
    ]
    for column, (heading, items) in enumerate(lists.items()):
        x = 50 + 170 * column
        pieces.append((x, 120, heading, 12))
        pieces += [(x, 136 + 13 * row, item) for row, item in enumerate(items)]
    lines = line_texts(read(drawn(*pieces)))
    assert lines[2:] == [text for heading, items in lists.items() for text in (heading, *items)]


def test_a_degree_behind_its_year_is_no_sentence():
    found = profile("Ausbildung", "2009\tPromotion zum Dr. rer. nat., Universität Göttingen, summa cum laude")
    assert [(e["studyType"], e["institution"], e["endDate"]) for e in found["education"]] == [
        ("Promotion", "Universität Göttingen", "2009")
    ]


@pytest.mark.parametrize("heading", ["Akademischer Werdegang", "RESEARCH"])
def test_positions_below_an_academic_heading_are_work(heading):
    found = profile(
        "Education",
        "MSc Biology, University of York, 2009",
        heading,
        "10/2018 - Present\tProfessorin für Pflanzenökologie, Universität Oldenhagen",
        "04/2012 - 09/2018\tJuniorprofessorin, Technische Universität Wendland",
    )
    assert [w["position"] for w in found["work"]] == ["Professorin für Pflanzenökologie", "Juniorprofessorin"]
    assert len(found["education"]) == 1


def test_courses_below_an_academic_heading_are_no_positions():
    found = profile(
        "EXPERIENCE",
        "Lecturer, University of Leeds, 2018 - Present",
        "TEACHING",
        "2021 - Present\tModule leader, Thermodynamics (second year)",
    )
    assert [w["position"] for w in found["work"]] == ["Lecturer"]


def test_a_compound_heads_a_section_by_its_last_part():
    found = profile("AUSBILDUNG", "Abitur, Ratsgymnasium Stadthagen, 1999", "METHODENKENNTNISSE", "Pollenanalyse, GIS")
    assert [skill["name"] for skill in found["skills"]] == ["Pollenanalyse", "GIS"]


def test_what_a_degree_was_passed_with_is_no_field():
    found = profile(
        "Education",
        "Bachelor of Accountancy (Second Upper Honours), Nanyang Harbour University, 2015",
        "Master of Pharmacy (MPharm), University College Corrib, 2017",
    )
    assert [e["area"] for e in found["education"]] == ["Accountancy", "Pharmacy"]


def test_a_mark_that_stands_between_columns_of_a_list_stays_with_its_words():
    pieces: list[tuple[Any, ...]] = [(50, 40, "Ada Example", 18), (50, 70, "SKILLS", 12)]
    names = (("Geneva", "VBA", "Xero"), ("Investran", "Bloomberg", "Excel"), ("IFRS", "Reconciliation", "Power Query"))
    for row, cells in enumerate(names):
        for column, name in enumerate(cells):
            x = 50 + 168 * column
            pieces += [(x, 90 + 14 * row, "•"), (x + 11, 90 + 14 * row, name)]
    found = parse_profile(read(drawn(*pieces)))
    assert sorted(skill["name"] for skill in found["skills"]) == sorted(name for cells in names for name in cells)


def test_an_accent_raised_over_a_capital_stands_on_it():
    # TeX sets the accent first, higher than the line.
    pieces = [
        (72, 100, "17 Rue de l’"),
        (127, 98, "\u00b4"),
        (127, 100, "Ecole, 1205 Gen`eve"),
        (72, 120, "Software Engineer"),
    ]
    assert line_texts(read(drawn(*pieces)))[0].endswith("École, 1205 Genève")


def test_a_name_before_the_at_sign_is_no_site():
    found = profile("Experience", "Engineer, Acme Ltd, 2019 - 2022", "Contact", "genevieve.to@example.ca")
    assert found["basics"]["url"] is None


def test_a_town_with_its_state_is_no_school_and_no_degree():
    found = profile(
        "Education",
        "HARBOR UNIVERSITY\tCambridge, MA",
        "Bachelor of Arts in Economics\tMay 2024",
    )
    entry = found["education"][0]
    assert len(found["education"]) == 1
    assert (entry["studyType"], entry["institution"], entry["location"]) == (
        "Bachelor of Arts",
        "HARBOR UNIVERSITY",
        "Cambridge, MA",
    )


def test_diamonds_part_skills():
    found = profile("Skills", "Cvent ♦ Floor plans ♦ Budgeting")
    assert [skill["name"] for skill in found["skills"]] == ["Cvent", "Floor plans", "Budgeting"]
