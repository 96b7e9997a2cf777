"""The occupation of a candidate beside the one that a posting fills."""

import pytest

from analyses.engine.callings import BESIDE, GENERAL, callings, standing, title_asked
from analyses.engine.chunks import build_chunks
from analyses.engine.stance import is_limit, is_wish
from analyses.pairs import job_from_text, plain_document, resume_from_text, unstored_judge
from analyses.pipeline import score
from resumes.parsing import parse_profile
from tests.analyses.builders import job, result_of, resume

PLAIN: dict[str, list[object]] = {"work": [], "education": [], "sections": [], "personal_spans": []}


def told(text):
    return [held.title for held in callings(PLAIN, build_chunks(text, (), PLAIN, []))]


@pytest.mark.parametrize(
    ("held", "asked", "value"),
    [
        ("Staff nurse", "Registered Nurse", 1.0),
        ("Purchase ledger administrator", "Accounts Payable Clerk", 1.0),
        ("Trucker", "HGV Class 1 driver", 1.0),
        ("Care assistant", "Registered Nurse", BESIDE),
        ("Bookkeeper", "External auditor", BESIDE),
        ("Data analyst", "Data engineer", BESIDE),
        ("Software developer", "Backend engineer", GENERAL),
        ("Pharmaceutical sales representative", "Pharmacist", 0.0),
        ("Security officer", "Cyber security analyst", 0.0),
        ("Restaurant manager", "Executive chef", 0.0),
        ("Maintenance mechanic", "Mechanical design engineer", 0.0),
    ],
)
def test_titles_stand_as_their_occupations_do(held, asked, value):
    assert standing(held, asked, {}) == value


def test_what_the_table_does_not_know_is_left_open():
    assert standing("Keeper of the bees", "Registered Nurse", {}) is None


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("I am a data analyst with five years in retail.", ["data analyst"]),
        ("Experienced bookkeeper with twelve years serving small firms.", ["Experienced bookkeeper"]),
        ("Head of kitchen at a country house, two outlets.", ["Head of kitchen"]),
        ("Assist nurses with the rounds and keep the store tidy.", []),
        ("I work with electricians on site and understand containment.", []),
        ("My tools include Adobe Illustrator and Photoshop.", []),
        ("I would like to become a pharmacist one day soon.", []),
    ],
)
def test_prose_tells_titles_that_are_held_and_no_others(text, titles):
    assert told(text) == titles


@pytest.mark.parametrize(
    ("posting", "title"),
    [
        ("Executive chef for a 180-cover hotel restaurant. You will design seasonal menus.", "Executive chef"),
        ("We are looking for a social worker who carries a caseload of families.", "Social Worker"),
    ],
)
def test_a_posting_tells_what_it_fills(posting, title):
    assert title_asked(job_from_text(posting)).casefold() == title.casefold()


def test_the_occupation_is_a_declared_part_with_the_line_it_rests_on():
    wanted = job({"text": "Ward rounds", "kind": "skill"}, role_name="Registered Nurse")
    parts = {part["key"]: part for part in result_of(wanted, resume("I am a staff nurse on a ward.\n"))["components"]}
    assert parts["occupation"]["score"] == 1.0
    assert parts["occupation"]["evidence"][0]["quote"] == "I am a staff nurse on a ward."


def test_prose_with_a_number_before_a_street_word_is_no_address():
    text = (
        "Qualified practitioner, four years in a local authority safeguarding team: enquiries, conferences, care "
        "proceedings evidence and sibling assessments; I hold 16 cases and drive."
    )
    profile = parse_profile(plain_document(text))
    assert not profile["personal_spans"]
    assert build_chunks(text, (), profile, [])


def test_a_degree_told_in_a_paragraph_takes_the_work_beside_it_for_no_study():
    text = (
        "BSc Biomedical Sciences 2021. Analyst in a contract testing lab: LAL and membrane-filtration testing, "
        "bioburden and contact plates from cleanrooms. Audited twice by the agency without findings in my area."
    )
    given = resume_from_text(text)
    chunks = build_chunks(text, (), given.profile, [])
    assert [chunk.is_study for chunk in chunks if "membrane" in chunk.masked.text] == [False]


@pytest.mark.parametrize(
    "text",
    [
        "I would now like to move closer to the audit side.",
        "Good computer skills and an interest in cyber security.",
        "Learning Python in my spare time.",
    ],
)
def test_hopes_are_wishes(text):
    assert is_wish(text)


@pytest.mark.parametrize(
    "text",
    ["Interviewed candidates looking for roles in finance.", "Advised clients who were seeking opportunities abroad."],
)
def test_hopes_of_others_are_none(text):
    assert not is_wish(text)


def test_what_is_no_strength_is_a_limit_as_a_whole():
    text = "My visual design skills are decent but not my main strength."
    chunks = build_chunks(text, (), PLAIN, [])
    assert [chunk.is_limit for chunk in chunks] == [True]
    assert is_limit(text)


def test_another_speciality_counts_as_the_general_title_does():
    assert standing("Criminal defence solicitor", "Employment lawyer", {}) == GENERAL
    assert standing("Head of quality", "Quality manager", {}) == 1.0


def findings(posting, told):
    judged = score(job_from_text(posting), resume_from_text(told), unstored_judge())
    return {row["text"]: row for row in judged["requirements"]}


@pytest.mark.real_model
@pytest.mark.django_db
def test_a_user_of_a_program_holds_no_certificate_of_it():
    rows = findings(
        "SAP consultant. SAP certification required.",
        "Ada Low\nKey user, Example Ltd, 2015 - 2022\nDaily work in SAP FI as key user in the finance team.\n",
    )
    assert rows["SAP certification required"]["status"] == "not_met"


@pytest.mark.real_model
@pytest.mark.django_db
def test_years_as_a_planner_are_those_of_any_planner():
    rows = findings(
        "Logistics planner. Requirements: two years of experience as a planner.",
        "Jan Low\nTransport planner, Example Ltd, 2018 - 2024\nPlan forty trucks a day and book the ferries.\n",
    )
    (row,) = [row for row in rows.values() if row["kind"] == "experience"]
    assert row["status"] == "met"


@pytest.mark.real_model
@pytest.mark.django_db
def test_years_of_another_occupation_are_not_those_asked_for():
    rows = findings(
        "Executive chef. Requirements: at least five years in a senior kitchen position in quality hotels.",
        "Restaurant manager with ten years in casual dining. I lead teams of twenty and manage rotas and bookings.",
    )
    (row,) = [row for row in rows.values() if row["kind"] == "experience"]
    assert row["status"] != "met"


@pytest.mark.parametrize("text", ["_" * 300, "a" * 300 + " b", "donaudampfschifffahrt" * 20, "x." * 200])
def test_long_words_are_read_in_no_time(text):
    """Cut up in every way there is, one of sixty letters took a minute."""
    assert not is_wish(text)


def test_a_must_have_that_the_resume_is_silent_on_is_not_said_to_be_shown():
    wanted = job(
        {"text": "Python", "kind": "skill", "must_have": True, "skills": ("python",)},
        {"text": "Driving licence", "kind": "certification", "must_have": True},
    )
    told = result_of(wanted, resume("Wrote services in Python for a shop.\n"))["hiring_recommendation"]
    assert "every must-have that the resume speaks of is met; ask about “Driving licence”" in told
