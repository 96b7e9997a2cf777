"""Who was led, trained or shown has not led, designed or trained: such a line shows nothing of that."""

import pytest

from analyses.engine.doing import asks_to_lead
from analyses.engine.stance import is_membership, is_receiving, is_sharing
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


@pytest.mark.parametrize(
    "line",
    [
        "Received deliveries and maintained stock records",
        "Attended to residents at night",
        "Observed and recorded the vital signs of patients",
        "Attended hearings of the tribunal as the witness of the company",
        "Attended 400 emergencies a year",
        "Trained by the manager in complaints, now answer all of them",
        "Attended the trade fair in Cologne and generated forty leads",
        "Received, stored and issued parts for four lines",
    ],
)
def test_words_of_receiving_that_are_work(line):
    assert not is_receiving(line)


@pytest.mark.parametrize(
    "line",
    [
        "Took part in recruitment of one developer as interviewer",
        "Participated in menu tastings",
        "Assisted head chef in ordering vegetables",
        "Helped the management accountant with the month-end",
    ],
)
def test_a_line_of_somebody_who_took_part(line):
    assert is_sharing(line)


@pytest.mark.parametrize(
    "line",
    [
        "Assisted residents with washing and meals",
        "Helped customers with returns",
        "Participated in the on-call rota",
        "Took part in code reviews",
        "Visited twenty sites a year to install and repair machines",
        "Participated in thirty audits as lead auditor",
        "Assisted the chief executive with diary and travel",
        "Took part in the audit and wrote its report",
    ],
)
def test_to_help_whom_one_is_there_for_and_to_share_shared_work_is_doing_it(line):
    assert not is_sharing(line)


@pytest.mark.parametrize(
    ("asked", "line", "own"),
    [
        ("Recruitment and selection", "Took part in recruitment of one cook as interviewer", "Recruited two cooks"),
        ("Stock control and ordering", "Assisted head chef in ordering vegetables", "Ordered vegetables daily"),
        ("Handling complaints", "Attended complaint handling training", "Handled complaints of guests"),
        ("Preparing rotas", "Was shown the rota by the supervisor", "Wrote the weekly rota"),
    ],
)
def test_to_have_been_there_shows_a_part_of_it(asked, line, own):
    assert judged(asked, line)["status"] == "partial"
    assert judged(asked, own)["status"] == "met"


def test_who_is_only_to_know_of_it_may_have_been_taught_it():
    line = "Attended a course on Django"
    assert skill_asked("Django", line)["status"] == "partial"
    assert "taught" in skill_asked("Django", line)["reason"]
    assert skill_asked("Knowledge of Django", line)["status"] == "met"


def test_a_course_that_ended_in_a_paper_is_held():
    assert skill_asked("Django", "Attended training in Django (Level 3 Award)")["status"] == "met"


def test_an_interest_is_no_work():
    assert skill_asked("Django", "Interested in Django and sailing")["status"] == "not_met"


def skill_asked(asked, line):
    row = {"text": asked, "kind": "skill", "skills": ("django",)}
    return result_of(job(row), resume(f"{HEAD}{line}\n"))["requirements"][0]


@pytest.mark.parametrize(
    ("asked", "line"),
    [
        ("Mentoring of junior developers", "Preceptor for new nurses"),
        ("Supervising a team of engineers", "Supervised four cleaners on the night shift"),
        ("Supervising two receptionists", "Supervised two welders"),
    ],
)
def test_people_of_another_calling_are_half(asked, line):
    row = judged(asked, line)
    assert row["score"] <= 0.5
    assert row["status"] in ("partial", "not_met")


def test_people_of_the_calling_asked_for_or_of_none_that_is_named_are_whole():
    assert judged("Mentoring of junior developers", "Mentored two graduates and a developer")["status"] == "met"
    assert judged("Supervising a team of engineers", "Supervised a team of nine")["status"] == "met"
    assert judged("Supervising two receptionists", "Line managed three receptionists")["status"] == "met"


def test_whom_one_is_to_lead_is_not_shown_by_being_one_of_them():
    line = "Worked with two other receptionists under the office manager"
    assert judged("Supervising two receptionists", line)["status"] == "not_met"
