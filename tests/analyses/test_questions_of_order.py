"""Questions that single a position out, count, compare or ask for a reason."""

from datetime import date

import pytest

from analyses.asking import NOT_SAID
from analyses.asking.answering import answer
from analyses.asking.material import gather, texts_to_embed
from analyses.pairs import resume_from_text
from analyses.taxonomy import SiteTaxonomy
from tests.analyses.builders import embed

PLANNER = """Ada Example
12 Example Street, Madrid | ada@example.org

Profile
Supply chain manager in food and drink. I left Lowlands Dairy in 2019 because the plant closed.

Experience
Supply Chain Manager, Burgos Foods    March 2019 - Present
- Cut stock by 18% with SAP
Logistics Planner, Lowlands Dairy    May 2014 - February 2018
- Planned deliveries with SAP
Warehouse Assistant, Mercado Example    2012 - 2014
- Order picking and stock counts

Certifications
APICS CPIM (2020), Six Sigma Green Belt (2018)

Languages
Spanish (native), English (C1)

Other
Notice period: two months.
References available on request.
"""


def asked(question):
    material = gather(resume_from_text(PLANNER, date(2025, 11, 1)), SiteTaxonomy())
    found = answer(question, material, {words: embed(words) for words in texts_to_embed(material, question)})
    for item in found.citations:
        assert PLANNER[item.start : item.end] == item.quote
    assert found.citations or found.response == NOT_SAID or found.response.startswith("This is not answered: age")
    return found.response


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("What was her first job?", "Warehouse Assistant at Mercado Example"),
        ("Which job did she hold the longest?", "Supply Chain Manager at Burgos Foods"),
        ("Who was her last employer before Burgos Foods?", "Logistics Planner at Lowlands Dairy"),
        ("Where did she work after Mercado Example?", "Logistics Planner at Lowlands Dairy"),
        ("How many jobs has she had?", "3 positions: "),
        ("How many languages does she speak?", "2: Spanish"),
        ("Does she have more than 10 years of experience?", "Yes: 12 years"),
        ("Does she have at least 20 years of experience?", "No: 12 years"),
        ("Why did she leave Lowlands Dairy?", "The resume says: “I left Lowlands Dairy in 2019 because"),
        ("Why did she leave Mercado Example?", NOT_SAID),
        ("Why should we hire her?", NOT_SAID),
        ("What is her email address?", "ada@example.org."),
        ("What is her notice period?", "The resume says: “Notice period: two months.”"),
    ],
)
def test_answers(question, begins):
    assert asked(question).startswith(begins)


def test_an_email_address_is_no_street_and_references_are_no_date():
    assert "Street" not in asked("What is her email address?")
    assert "References" not in asked("What is her notice period?")


def test_years_without_a_position_are_said_to_be_so():
    assert asked("What did she do between 2017 and 2019?").endswith("No position is dated 2018-03 to 2019-02.")


def test_two_certificates_in_one_line_are_both_named():
    assert "Green Belt" in asked("Which certifications does she hold?")


def test_a_skill_is_no_answer_to_which_of_it():
    assert asked("Which SAP modules has she used?").startswith("SAP is named in 2 lines")


@pytest.mark.parametrize("question", ["Is the candidate over 40 years old?", "Is she over 18 years of age?"])
def test_age_is_not_answered(question):
    assert asked(question).startswith("This is not answered: age")


def test_years_that_are_no_experience_are_not_answered_with_it():
    assert asked("Has she lived in Spain for over 5 years?") == NOT_SAID


def test_a_gap_and_years_are_no_positions():
    assert asked("What is the longest gap between her jobs?").startswith("Between the dated positions")
    assert asked("How many years post-qualification experience does she have?").startswith("12 years")


def test_what_a_course_covered_is_no_certificate():
    taught = PLANNER.replace("Six Sigma Green Belt (2018)", "Six Sigma Green Belt (2018): courses in SQL and Tableau")
    material = gather(resume_from_text(taught, date(2025, 11, 1)), SiteTaxonomy())
    question = "Which certificates does she have?"
    found = answer(question, material, {words: embed(words) for words in texts_to_embed(material, question)})
    assert "Also SQL" not in found.response
    assert "Also Tableau" not in found.response
