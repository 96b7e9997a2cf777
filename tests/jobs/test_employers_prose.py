"""What an employer says of itself, what a job board puts around a posting, and what no resume shows ask for nothing."""

import pytest

from jobs.reading import read_description
from jobs.reading.markup import LONGEST_JOINED, LONGEST_LINE, text_lines

BOARD = """Skip to main content
My Network
Messaging
Senior Platform Engineer
Acme Cloud · London, England, United Kingdom (Hybrid)
2 weeks ago · Over 100 applicants
Easy Apply
Senior Platform Engineer at Acme Cloud
About the job
Acme Cloud builds tools for teams that ship software. We're backed by two funds and growing fast.
Join our platform team and help us build the future of developer experience.
You'll design and run Kubernetes clusters on AWS.
What we're looking for
5+ years of experience in platform engineering
What's in it for you
25 days holiday
Dog-friendly office in Shoreditch
Similar jobs
DevOps Engineer
Beta Ltd
"""


def asked(text):
    return [draft.text for draft in read_description(text).requirements]


def by_text(text):
    return {draft.text: draft for draft in read_description(text).requirements}


def test_a_page_pasted_from_a_board_leaves_only_what_is_asked():
    assert asked(BOARD) == [
        "Design and run Kubernetes clusters on AWS",
        "5+ years of experience in platform engineering",
    ]


@pytest.mark.parametrize(
    "prose",
    [
        "La Vigne is a 90-seat French bistro in the heart of Chicago.",
        "Riverside Academy is an outstanding school with 1,200 pupils.",
        "At Northwind we move 40,000 parcels every night.",
        "Our customers rely on us to deliver on time.",
        "The Copper Pot has been serving Austin since 1998.",
        "We're backed by two funds.",
    ],
)
def test_an_employer_that_speaks_of_itself_asks_for_nothing(prose):
    assert asked(f"Cook\n\n{prose}\n\nRequirements\n- Food hygiene certificate\n") == ["Food hygiene certificate"]


def test_an_employer_that_asks_is_heard():
    assert asked("Northwind is looking for a planner with three years of experience in logistics.")
    assert asked("Cook\n\nWe expect three years of experience in a hotel kitchen.\n")


def test_personal_skills_are_not_scored_and_never_a_must():
    rows = by_text("Requirements\n- Excellent communication skills\n- Strong communication skills and Python\n")
    only, mixed = rows.values()
    assert (only.scorable, only.must_have) == (False, False)
    assert "ask for an example" in only.note
    assert (mixed.skills, mixed.must_have) == (("python",), True)


@pytest.mark.parametrize("text", ["An enhanced DBS check is required", "Portfolio", "A young, dynamic team player"])
def test_what_no_resume_shows_is_said_to_be_so(text):
    (row,) = read_description(f"Requirements\n- {text}\n").requirements
    assert not row.scorable
    assert row.note


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("J.D. from an accredited law school", ["education"]),
        ("Experience of teaching GCSE mathematics", ["skill"]),
        ("7 years of construction project management, Procore and MS Project", ["experience"]),
        ("PharmD and active state license required", ["education", "certification"]),
        ("OSHA 30, bachelor's in civil engineering", ["certification", "education"]),
        ("Knowledge of classical French technique", ["skill"]),
        ("French is required and Italian would be helpful", ["language", "language"]),
    ],
)
def test_what_kind_of_thing_it_is(text, kinds):
    assert [row.kind for row in read_description(f"Requirements\n- {text}\n").requirements] == kinds


def test_each_half_is_wanted_as_much_as_it_says():
    rows = read_description("Requirements\n- French is required and Italian would be helpful\n").requirements
    assert [row.must_have for row in rows] == [True, False]


def test_where_one_works_is_no_skill():
    rows = by_text("Requirements\n- 3 years of M&A experience at a law firm\n")
    assert [row.skills for row in rows.values()] == [("mergers-and-acquisitions",)]


def test_a_person_specification_says_which_half_is_essential():
    rows = by_text(
        "Teacher\n\nPerson specification - Essential\n* Numeracy\n\nPerson specification - Desirable\n* Drama\n"
    )
    assert [row.must_have for row in rows.values()] == [True, False]


def test_lines_are_not_joined_without_end():
    lines = text_lines("\n".join(f"q{number}z" for number in range(9000)))
    assert max(len(line.text) for line in lines) <= LONGEST_JOINED + LONGEST_LINE
    assert len(lines) > 50
