"""Questions for where, in what industry, since when, and how well: answered as far as the record itself says."""

from datetime import date

import pytest

from analyses.asking import NOT_SAID
from analyses.asking.answering import answer
from analyses.asking.material import gather, texts_to_embed
from analyses.pairs import resume_from_text
from analyses.taxonomy import SiteTaxonomy
from tests.analyses.builders import embed

ANALYST = """Karla Example
karla@example.org

Experience
Senior Risk Analyst, Deutsche Bank, Frankfurt    March 2021 - Present
- Validates credit models in Python
Risk Analyst, Allianz, Munich    October 2017 - February 2021
- Built the stress test of the mortgage book in R
Working Student, Siemens, Vienna, Austria    April 2015 - September 2017
- Cleaned sensor data in SQL

Languages
German (native), English (C1), Italian (A2), Spanish
"""
DRIVER = """Delroy Example
delroy@example.org

Work history
Eddie Stobart - HGV Class 1 Driver, Rugby    06/2019 - 08/2024
- Night trunking between Rugby and Glasgow
Royal Mail - HGV Class 2 Driver, Birmingham    02/2014 - 05/2019
- Multi-drop deliveries

Education
GCSEs, Moseley School
Hobbies: fishing, allotment
"""


def asked(question, text):
    material = gather(resume_from_text(text, date(2026, 11, 1)), SiteTaxonomy())
    found = answer(question, material, {words: embed(words) for words in texts_to_embed(material, question)})
    for item in found.citations:
        assert material.resume.text[item.start : item.end] == item.quote
    return found


@pytest.mark.parametrize(
    ("question", "begins", "names"),
    [
        ("Has she worked in Germany?", "Yes: Senior Risk Analyst", "Risk Analyst at Allianz"),
        ("Has she worked in Munich?", "Yes: Risk Analyst at Allianz", "Munich (Germany)"),
        ("Has she worked outside Germany?", "Yes: Working Student", "Austria"),
        ("Which countries has she worked in?", "Germany and Austria: ", "Siemens"),
        ("Any experience in banking?", "By their names, these employers belong to banking", "Deutsche Bank"),
        ("Which industries has she worked in?", "By the names of the employers: banking (Deutsche Bank)", "Allianz"),
        ("When did she last use R?", "R is last named under Risk Analyst at Allianz (2017-10 to 2021-02)", ""),
        ("Is she currently employed?", "The resume gives as current: Senior Risk Analyst", ""),
        ("Does she speak English fluently?", "Yes: English (C1)", ""),
        ("Does she speak Italian fluently?", "Italian (A2)", ""),
        ("Is she fluent in Spanish?", "Spanish.", "no level for Spanish"),
        ("¿Habla inglés?", "Yes: English (C1)", ""),
        ("¿Dónde trabaja actualmente?", "Senior Risk Analyst at Deutsche Bank", ""),
    ],
)
def test_what_the_record_says_of_places_sectors_and_levels(question, begins, names):
    found = asked(question, ANALYST)
    assert found.response.startswith(begins)
    assert names in found.response
    assert found.citations


@pytest.mark.parametrize(
    "question", ["Has she worked in France?", "Has she worked in Berlin?", "Any experience in the pharma industry?"]
)
def test_no_place_and_no_sector_is_guessed(question):
    assert asked(question, ANALYST).response == NOT_SAID


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("Is he working at the moment?", "No position is given as current; the last is HGV Class 1 Driver"),
        ("Unemployed since when?", "No position is given as current; the last is HGV Class 1 Driver"),
        ("Is he employed right now?", "No position is given as current; the last is HGV Class 1 Driver"),
        ("Are there any gaps since his last job?", "No position is dated since 2024-08, 2 years 2 months before"),
        ("How many years has he driven HGVs?", "10 years 7 months as HGV Class 1 Driver"),
        ("What are his hobbies?", "The resume says: “Hobbies: fishing, allotment”"),
    ],
)
def test_a_driver_without_a_position_today(question, begins):
    assert asked(question, DRIVER).response.startswith(begins)


def test_an_insurer_by_its_name_is_said_to_be_one_by_its_name():
    text = ANALYST.replace("Allianz", "Tally Insurance")
    assert asked("Does she have insurance experience?", text).response.startswith("By their names, these employers")


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("What was her thesis on?", "The resume says: “Thesis on consensus in networks”"),
        ("Has she given any talks?", "The resume says: “Conference talk – Streams, 2023”"),
        ("Ist sie zurzeit beschäftigt?", "The resume gives as current: Senior Risk Analyst"),
    ],
)
def test_a_thesis_a_talk_and_work_today(question, begins):
    more = "\nEducation\nMSc Statistics, Example University, 2017\nThesis on consensus in networks\n"
    assert asked(question, f"{ANALYST}{more}\nProjects\nConference talk – Streams, 2023\n").response.startswith(begins)


ABROAD = """Robin Example
robin@example.org

Experience
Software Developer, Bank of Ireland, Dublin    02/2014 - 05/2019
- Wrote Java
Volunteer, Food Bank, Leeds    01/2012 - 01/2014
- Packed parcels
Clerk, Ford Foundation, New York    01/2011 - 12/2011
- Kept the files
Technician, Apple Tree Nursery, Glasgow    01/2009 - 12/2010
- Mended the fences
Driver, Federal Express, Glasgow    01/2007 - 12/2008
- Drove a van
"""


@pytest.mark.parametrize(
    "question",
    [
        "Can she work in the UK?",
        "Is she eligible to work in Ireland?",
        "Does she need a visa to work in Ireland?",
        "Does she have the right to work in the USA?",
        "Is she willing to work in Glasgow?",
        "Has she worked in Glasgow before 2005?",
    ],
)
def test_where_somebody_worked_does_not_say_where_they_may_work_or_want_to(question):
    assert asked(question, ABROAD).response == NOT_SAID


def test_a_permit_is_told_where_the_resume_speaks_of_it():
    text = f"{ABROAD}\nAdditional\nRight to work in Ireland (Stamp 4)\n"
    assert asked("Is she eligible to work in Ireland?", text).response.startswith("The resume says: “Right to work")


@pytest.mark.parametrize("sector", ["banking", "manufacturing", "government", "software industry"])
def test_a_word_in_another_name_makes_no_employer_of_a_sector(sector):
    found = asked(f"Any experience in {sector}?", ABROAD).response
    assert not any(name in found for name in ("Food Bank", "Ford", "Apple", "Federal"))


def test_a_firm_whose_name_is_a_word_is_known_by_the_whole_of_it():
    text = ABROAD.replace("Ford Foundation", "Ford Motor Company")
    assert "Ford Motor Company" in asked("Any experience in manufacturing?", text).response
