"""Who was led, trained or shown has not led, designed or trained: such a line shows nothing of that."""

import pytest

from analyses.engine.doing import asks_to_lead
from analyses.engine.stance import is_membership, is_receiving
from tests.analyses.builders import job, result_of, resume

HEAD = "Ada Example\n\nEXPERIENCE\nEngineer, Example Ltd, 2019 - 2023\n"


@pytest.mark.parametrize(
    "line",
    [
        "Supervised by two managers",
        "Was trained by the head of the laboratory",
        "Attended training programmes on safety",
        "Completed a two-day course in leadership training",
        "Shadowed the ward manager for a month",
    ],
)
def test_a_line_of_somebody_who_received(line):
    assert is_receiving(line)


@pytest.mark.parametrize(
    "line",
    [
        "Supervised two managers",
        "Led by example and by objectives",
        "Attended workshops and designed the training that came of them",
        "Completed the design of the training area",
        "Audited sites managed by contractors",
        "Received and checked deliveries, trained two new starters",
    ],
)
def test_a_line_of_somebody_who_did(line):
    assert not is_receiving(line)


def test_to_belong_to_a_team_is_not_to_lead_it():
    assert is_membership("Member of a team of twelve")
    assert is_membership("Worked in a small team of cooks")
    assert not is_membership("As part of a team of six, designed the ordering service")
    assert not is_membership("Head of a team of twelve")


@pytest.mark.parametrize(
    ("asked", "line", "other"),
    [
        ("Leading a team of ten engineers", "Member of a team of ten engineers", "Led a team of ten engineers"),
        ("Designing training programmes", "Attended training programmes on safety", "Designed training programmes"),
    ],
)
def test_it_meets_nothing_that_asks_for_leading_or_making(asked, line, other):
    assert judged(asked, line)["status"] == "not_met"
    assert judged(asked, other)["status"] == "met"


def judged(asked, line):
    text = f"{HEAD}{line}\n"
    work = [{"name": "Example Ltd", "position": "Engineer", "startDate": "2019", "endDate": "2023",
             "start": text.index("Engineer"), "end": len(text)}]  # fmt: skip
    row = {"text": asked, "kind": "other", "skills": ()}
    return result_of(job(row), resume(text, {"work": work, "sections": []}))["requirements"][0]


def test_what_asks_to_lead():
    assert all(map(asks_to_lead, ("Supervising staff", "Line management", "Ability to mentor juniors")))
    assert not any(map(asks_to_lead, ("Project management", "Designing APIs", "Leading-edge tools")))
