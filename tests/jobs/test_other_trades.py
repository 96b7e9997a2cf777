"""Postings of trades far from software, as job boards show them: what a recruiter would laugh at stays away."""

import pytest

from jobs.reading import read_description
from jobs.reading.boilerplate import reason_to_ignore
from jobs.reading.kinds import kind_of, modality
from jobs.reading.pieces import pieces_of


def kinds(text):
    return {row.text: row.kind for row in read_description(text).requirements}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("18th Edition (BS 7671)", "certification"),
        ("Follow CAP and CLIA regulations", "responsibility"),
        ("Good knowledge of Irish reimbursement schemes", "skill"),
        ("Good spoken Irish", "language"),
        ("German tax law", "other"),
        ("Spanish is a plus", "language"),
        ("Registered with Social Work England", "certification"),
        ("CAP cuisine", "education"),
    ],
)
def test_what_looks_like_a_degree_or_a_language_and_is_none(text, kind):
    assert kind_of(text, (), kind == "responsibility", False) == kind


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Report critical values", ""),
        ("Experience with Python is critical", "must"),
        ("Knowledge of Signs of Safety would be good", "nice"),
        ("Must be good with people", "must"),
        ("Pays the minimum wage", ""),
    ],
)
def test_words_that_name_a_thing_are_no_demand(text, word):
    assert modality(text) == word


@pytest.mark.parametrize(
    "line",
    [
        "Set alert for similar jobs",
        "Report job",
        "Use AI to assess how you fit",
        "See who Acme has hired for this role",
        "Over 100 applicants",
        "Company van, pension, overtime at time and a half.",
        "We pay £34,000 plus tips and close on Mondays",
        "Medical, dental, vision, 401(k) match",
        "Northgate Foods employs 900 people on three sites",
        "Community pharmacy group in Galway has an opening for a Support Pharmacist",
    ],
)
def test_what_a_job_board_or_the_employer_says_asks_for_nothing(line):
    assert reason_to_ignore(line)


def test_a_list_of_phrases_asks_for_each_of_them_and_a_list_of_tools_stays_whole():
    duties = (
        "Complex diary management across time zones, international travel and itineraries, "
        "minute taking for board meetings, keeping the inbox tidy and gatekeeping for the chief executive"
    )
    assert len(pieces_of(duties)) >= 4
    tools = "Python, Django, PostgreSQL, Redis, Celery, Docker, Kubernetes, Terraform and AWS in production"
    assert pieces_of(tools) == [tools]


def test_licences_stand_apart_and_alternatives_together():
    assert pieces_of("SMSTS, CSCS black or gold card, First Aid at Work") == [
        "SMSTS",
        "CSCS black or gold card",
        "First Aid at Work",
    ]
    assert pieces_of("Qualified solicitor, CILEX lawyer or licensed conveyancer") == [
        "Qualified solicitor, CILEX lawyer or licensed conveyancer"
    ]


def test_what_only_the_candidate_can_say_does_not_take_the_rest_with_it():
    rows = read_description(
        "Requirements\n- 12 months warehouse experience, able to work nights 22:00-06:00"
    ).requirements
    assert [(row.scorable, row.years) for row in rows] == [(True, 1.0), (False, None)]


def test_years_among_the_duties_are_a_must():
    rows = read_description("About the job\n- 5+ years of nursing\n- Care for patients\n- Write reports").requirements
    assert [row.must_have for row in rows] == [True, False, False]


@pytest.mark.parametrize(
    ("text", "role", "company"),
    [
        ("Notary\nHarcombe Legal LLP, Exeter\n\nThe role", "Notary", "Harcombe Legal LLP"),
        ("Technician\nRiverbend Medical Center, Columbus, OH\n\nTasks", "Technician", "Riverbend Medical Center"),
        ("Bricklayer\nVolt & Sons Ltd - Bristol BS4\n\nDuties", "Bricklayer", "Volt & Sons Ltd"),
        ("HR Business Partner | Leeds (hybrid) | Permanent\nEasy Apply", "HR Business Partner", ""),
        ("Join us as an Account Executive selling software.", "Account Executive", ""),
        ("A group in Galway has an opening for a Support Pharmacist.", "Support Pharmacist", ""),
    ],
)  # fmt: skip
def test_role_and_company(text, role, company):
    reading = read_description(text)
    assert (reading.role_name, reading.company_name) == (role, company)


@pytest.mark.parametrize("text", ["Finance knowledge helpful", "ISTQB welcome", "Driver CPC, or we train"])
def test_a_wish_without_a_verb_is_a_wish(text):
    assert modality(text) == "nice"


def test_short_duties_of_prose_are_kept():
    rows = read_description("You will drive service buses on town routes, collect fares and keep to the timetable.")
    assert any("fares" in row.text for row in rows.requirements)


def test_months_beside_school_stand_apart():
    assert pieces_of("GCSE English and Maths, six months in a contact centre") == [
        "GCSE English and Maths",
        "six months in a contact centre",
    ]


def test_the_role_behind_as_our():
    assert read_description("As our Product Manager you own the roadmap.").role_name == "Product Manager"


def test_working_days_and_training_given_ask_for_nothing_that_a_resume_shows():
    text = "Hygienist\n\nRequirements\n- State license\n- Mon-Thu, 4 days\n- Full training given"
    rows = read_description(text).requirements
    assert [row.text for row in rows if row.scorable] == ["State license"]


def test_the_role_that_is_wanted():
    assert (
        read_description("Dental Hygienist wanted for a family practice in Portland.").role_name == "Dental Hygienist"
    )
