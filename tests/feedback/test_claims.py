"""One gesture on a claim becomes a complete row; the same person's next word replaces it."""

import pytest
from rest_framework.exceptions import ValidationError

from analyses.questions import ask
from feedback.claims import judge_claim, own_verdicts
from feedback.models import Feedback
from tests.atsproject.page_data import filled_job

pytestmark = pytest.mark.django_db


@pytest.fixture
def analysis(recruiter):
    return filled_job(recruiter)[1]


def test_a_gesture_on_a_finding_is_a_complete_row(analysis, recruiter):
    found = analysis.result["requirements"][0]
    row = judge_claim(
        analysis=analysis, by=recruiter, about=f"requirement:{found['id']}", verdict="wrong", seconds_taken=4.5
    )
    assert (row.kind, row.requirement_id, row.rating, row.seconds_taken) == ("requirement", str(found["id"]), 1, 4.5)
    assert row.query == found["text"]
    assert row.incorrect_points == [row.response]
    assert (row.job_id, row.resume_id, row.reviewer_role) == (analysis.job_id, analysis.resume_id, "recruiter")
    assert row.engine["engine_key"] == analysis.engine_key


def test_a_second_word_supersedes_the_first(analysis, recruiter):
    about = f"requirement:{analysis.result['requirements'][0]['id']}"
    first = judge_claim(analysis=analysis, by=recruiter, about=about, verdict="right")
    second = judge_claim(analysis=analysis, by=recruiter, about=about, verdict="better", words="Say it plainly")
    first.refresh_from_db()
    assert (first.is_current, second.supersedes_id, second.ideal_response) == (False, first.pk, "Say it plainly")
    assert own_verdicts(analysis, recruiter) == {about: second}


def test_two_people_judge_the_same_claim_side_by_side(analysis, recruiter, hiring_manager):
    about = f"requirement:{analysis.result['requirements'][0]['id']}"
    one = judge_claim(analysis=analysis, by=recruiter, about=about, verdict="right")
    other = judge_claim(analysis=analysis, by=hiring_manager, about=about, verdict="wrong")
    assert one.subject_key == other.subject_key
    assert Feedback.objects.given().count() == 2


def test_an_answer_is_judged_with_the_versions_behind_it(analysis, recruiter):
    asked = ask(analysis=analysis, question="Which database?", by=recruiter)
    row = judge_claim(analysis=analysis, by=recruiter, about=f"answer:{asked.pk}", rating=4)
    assert (row.kind, row.query, row.response, row.rating) == ("answer", asked.question, asked.response, 4)
    assert row.engine["answered_by"] == "built-in"
    assert own_verdicts(analysis, recruiter)[f"answer:{asked.pk}"] == row


@pytest.mark.parametrize(
    "gesture",
    [
        {"about": "requirement:none", "verdict": "right"},
        {"about": "answer:none", "verdict": "right"},
        {"about": "weather", "verdict": "right"},
        {"about": "fit", "verdict": "perhaps"},
        {"about": "analysis", "verdict": "better", "words": " "},
        {"about": "analysis"},
    ],
)
def test_what_says_nothing_is_refused(analysis, recruiter, gesture):
    with pytest.raises(ValidationError):
        judge_claim(analysis=analysis, by=recruiter, **gesture)
    assert Feedback.objects.count() == 0
