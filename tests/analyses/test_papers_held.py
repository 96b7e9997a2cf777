"""Whose a certificate is, at what level, whether finished; and which occupations and studies are the same."""

from datetime import date

import pytest

from analyses.engine import fields, stance
from analyses.engine.fields import Kinship
from analyses.engine.matching import papers
from analyses.engine.occupations import same_occupation, spelled_out
from analyses.engine.skillset import is_of_others
from analyses.pairs import resume_from_text, score_pairs
from tests.analyses.builders import job, result_of, resume


@pytest.mark.parametrize(
    ("text", "name", "theirs"),
    [
        ("Escalating concerns to the registered nurse", "registered nurse", True),
        ("Worked alongside a licensed electrician", "licensed electrician", True),
        ("Registered Nurse on a surgical ward", "Registered Nurse", False),
        ("Employed as a registered nurse", "registered nurse", False),
        ("Promoted to registered nurse in 2020", "registered nurse", False),
    ],
)
def test_a_colleagues_licence_is_not_the_candidates(text, name, theirs):
    assert is_of_others(text, text.index(name)) is theirs


@pytest.mark.parametrize(
    ("text", "name", "unfinished"),
    [
        ("SMSTS, CSCS Gold, First Aid at Work, studying HNC.", "CSCS", False),
        ("ACCA, 9 of 13 exams passed", "ACCA", True),
        ("Part-qualified ACCA", "ACCA", True),
        ("AWS Certified Developer (in progress), PMP", "PMP", False),
    ],
)
def test_only_the_item_that_says_so_is_unfinished(text, name, unfinished):
    start = text.index(name)
    assert papers.is_unfinished(text, start, start + len(name)) is unfinished


def test_a_lower_level_is_less_than_asked():
    assert papers.levels_short("Level 3 Food Safety", "Food Safety Level 2") == (2, 3)
    assert papers.levels_short("CIPD Level 5 or above", "CIPD Level 7") is None
    assert papers.levels_short("Food Safety", "Food Safety Level 2") is None


def test_occupations_of_several_names():
    assert same_occupation(spelled_out("PA to the CFO"), "Executive Assistant")
    assert same_occupation("Medical Technologist", "Medical Laboratory Scientist")
    assert not same_occupation("Nursing Assistant", "Registered Nurse")
    assert not same_occupation("Sales Assistant", "Account Executive")


def test_health_professions_are_neighbours_and_not_the_same():
    assert fields.kinship("Physiotherapy", "Physiotherapy") is Kinship.SAME
    assert fields.kinship("Physiotherapy", "Occupational Therapy") is Kinship.NEAR
    assert fields.kinship("Nursing", "Sport and Exercise Science") is Kinship.OTHER


@pytest.mark.parametrize(
    "clause",
    ["Interests: I hope to apply for a nursing degree", "I would love to lead a team",
     "Data and SQL are interests of mine", "I am thinking about an apprenticeship"],
)  # fmt: skip
def test_a_hope_is_no_evidence(clause):
    assert stance.is_wish(clause)


@pytest.mark.parametrize("clause", ["Planned and led reading groups", "Planning lessons and work with parents"])
def test_work_told_is_no_hope(clause):
    assert not stance.is_wish(clause)


NURSE = "Registered Nurse\n\nRequirements\n- NMC registration\n- 2 years of intensive care nursing\n- BLS certificate"
ASSISTANT = (
    "Healthcare Assistant, Example Hospital, 2019 - Present\n- Escalating concerns to the registered nurse\n"
    "- Interests: I hope to work in an intensive care unit."
)
HELD = (
    "Staff Nurse, Example Hospital, 2019 - Present: intensive care of ventilated patients.\n"
    "- NMC registered nurse, BLS certificate"
)


@pytest.mark.django_db
def test_naming_a_nurse_and_hoping_for_the_unit_is_not_being_one():
    rows = list(score_pairs([{"resume_text": text, "job_text": NURSE} for text in (ASSISTANT, HELD)]))
    assert rows[0]["overall_score"] < 30 < rows[1]["overall_score"]


@pytest.mark.parametrize(
    "clause",
    ["Objective-C, Swift and Python", "Goal-oriented sales manager with Salesforce",
     "Led a project aiming to move 40 services to AWS", "Helped clients who want to start a business",
     "Interest-rate swaps in Excel", "Cut the release cycle from two weeks to one day"],
)  # fmt: skip
def test_a_word_that_a_hope_begins_with_is_no_hope(clause):
    assert not stance.is_wish(clause)


def test_another_paper_that_is_in_progress_leaves_this_one_finished():
    text = "First Aid at Work, AWS Developer (in progress)"
    assert not papers.is_unfinished(text, 0, len("First Aid at Work"))
    assert papers.is_unfinished("CFA, Level II candidate", 0, 3)
    assert papers.is_unfinished("PMP, expected June 2026", 0, 3)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("CNC Programmer", "Software Engineer"),
        ("SQL Server Administrator", "Waiter"),
        ("Company Secretary", "Personal Assistant"),
        ("Media Buyer", "Procurement Officer"),
        ("Physician Assistant (PA)", "Executive Assistant"),
        ("TA Partner", "Teaching Assistant"),
    ],
)
def test_a_word_in_common_makes_no_occupation(left, right):
    assert not same_occupation(spelled_out(left), spelled_out(right))


def test_servers_and_secretaries_are_still_what_they_are():
    assert same_occupation("Server", "Waitress")
    assert same_occupation("Secretary", "Personal Assistant")


def test_letters_of_a_body_are_not_found_inside_words_nor_lost_behind_the_register():
    asked = job({"kind": "certification", "text": "GDC registration"}, {"kind": "certification", "text": "SIA licence"})
    text = "Dental Nurse, Example Clinic, 2019 - Present\n- Registered with the GDC\n- Asia sales certificate"
    found = {row["text"]: row["status"] for row in result_of(asked, resume(text))["requirements"]}
    assert found == {"GDC registration": "met", "SIA licence": "not_met"}


@pytest.mark.parametrize(("name", "status"), [("ANNA CIMA", "not_met"), ("Anna Example, CIMA", "met")])
def test_a_surname_is_no_paper(name, status):
    text = f"{name}\nanna@example.org\n\nExperience\nClerk, Example Works, March 2015 - Present\n- Filed letters\n"
    asked = job({"kind": "certification", "text": "CIMA"})
    assert result_of(asked, resume_from_text(text, date(2025, 1, 1)))["requirements"][0]["status"] == status
