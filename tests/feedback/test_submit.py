import pytest
from auditlog.models import LogEntry
from rest_framework.exceptions import ValidationError

from feedback.errors import InteractionTaken, StaleRevision
from feedback.models import Feedback
from feedback.services import submit_feedback
from tests.feedback.conftest import body, make_analysis, make_job, make_resume

pytestmark = pytest.mark.django_db


def test_it_works(alice, analysis):
    row, created = submit_feedback(by=alice, **body(analysis_id=analysis.pk, correct_points=["Python"]))
    row.refresh_from_db()
    assert created
    assert (row.job_id, row.resume_id, row.reviewer_role) == ("aaaa0001", "resume_0123456789ab", "recruiter")
    assert row.engine["model"] == "all-MiniLM-L6-v2"
    assert row.engine["engine_key"] == "e" * 64
    assert row.correct_points == ["Python"]
    assert row.created_by == alice


def test_the_same_body_again_changes_nothing(alice, analysis):
    first, _ = submit_feedback(by=alice, **body(analysis_id=analysis.pk, correct_points=["Python"]))
    again, created = submit_feedback(by=alice, **body(analysis_id=analysis.pk, correct_points=["Python"]))
    assert (again.pk, created) == (first.pk, False)
    assert Feedback.objects.count() == 1


def test_another_body_needs_supersedes(alice):
    first, _ = submit_feedback(by=alice, **body())
    with pytest.raises(InteractionTaken) as caught:
        submit_feedback(by=alice, **body(rating=1))
    assert caught.value.extra == {"feedback_id": first.pk}
    assert Feedback.objects.get().rating == 4


def test_a_revision_keeps_history(alice):
    first, _ = submit_feedback(by=alice, **body())
    second, created = submit_feedback(by=alice, **body(rating=1, supersedes=first.pk))
    first.refresh_from_db()
    assert created
    assert (first.is_current, first.rating, first.superseded_by) == (False, 4, second)
    assert (second.is_current, second.supersedes_id) == (True, first.pk)
    again, created = submit_feedback(by=alice, **body(rating=1, supersedes=first.pk))
    assert (again.pk, created) == (second.pk, False)
    with pytest.raises(StaleRevision):
        submit_feedback(by=alice, **body(rating=2, supersedes=first.pk))


def test_supersedes_names_a_row_of_the_same_interaction(alice):
    other, _ = submit_feedback(by=alice, **body("i-2"))
    submit_feedback(by=alice, **body())
    for supersedes in (other.pk, "nowhere"):
        with pytest.raises(ValidationError) as caught:
            submit_feedback(by=alice, **body(rating=2, supersedes=supersedes))
        assert "supersedes" in caught.value.detail


@pytest.mark.parametrize("field", ["interaction_id", "query", "response"])
@pytest.mark.parametrize("value", ["", "   ", None])
def test_required_text_is_not_blank(alice, field, value):
    with pytest.raises(ValidationError) as caught:
        submit_feedback(by=alice, **body(**{"interaction_id": "i-1", field: value}))
    assert list(caught.value.detail) == [field]


@pytest.mark.parametrize("rating", [0, 6, "good", None, 4.5, True])
def test_rating_is_one_to_five(alice, rating):
    with pytest.raises(ValidationError) as caught:
        submit_feedback(by=alice, **body(rating=rating))
    assert list(caught.value.detail) == ["rating"]


@pytest.mark.parametrize("text", ["a\x00b", "half \ud83d of a pair"])
@pytest.mark.parametrize("field", ["query", "response", "ideal_response", "correct_points", "context"])
def test_text_that_no_database_keeps_is_refused(alice, field, text):
    value = text
    if field == "correct_points":
        value = [text]
    if field == "context":
        value = [{"deep": [text]}]
    with pytest.raises(ValidationError) as caught:
        submit_feedback(by=alice, **body(**{field: value}))
    assert field in caught.value.detail


@pytest.mark.parametrize("field", ["analysis_id", "job_id"])
def test_unknown_ids_are_refused(alice, field):
    with pytest.raises(ValidationError) as caught:
        submit_feedback(by=alice, **body(**{field: "ffffffff"}))
    assert field in caught.value.detail


def test_the_job_is_the_analysis_s(alice, analysis):
    other = make_job("bbbb0002")
    with pytest.raises(ValidationError) as caught:
        submit_feedback(by=alice, **body(analysis_id=analysis.pk, job_id=other.pk))
    assert "job_id" in caught.value.detail
    row, _ = submit_feedback(by=alice, **body(job_id=other.pk))
    assert (row.job, row.analysis) == (other, None)


def test_a_requirement_is_one_of_the_analysis(alice, analysis):
    row, _ = submit_feedback(by=alice, **body(analysis_id=analysis.pk, requirement_id="r1"))
    assert row.kind == "requirement"
    with pytest.raises(ValidationError) as caught:
        submit_feedback(by=alice, **body("i-2", analysis_id=analysis.pk, requirement_id="r9"))
    assert "requirement_id" in caught.value.detail


def test_the_answer_judged_names_its_analysis(alice, analysis):
    analysis.questions.create(interaction_id="q1", question="Python?", response="Yes", answered_by="built-in")
    row, _ = submit_feedback(by=alice, **body("q1"))
    assert (row.analysis, row.engine["answered_by"]) == (analysis, "built-in")
    other = make_analysis(make_job("bbbb0002"), make_resume("resume_b"), "0123456789ab")
    with pytest.raises(ValidationError):
        submit_feedback(by=alice, **body("q1", analysis_id=other.pk, rating=1))


def test_the_same_text_twice_is_linked(alice):
    first, _ = submit_feedback(by=alice, **body())
    second, _ = submit_feedback(by=alice, **body("i-2", query="Does  she know PYTHON?", rating=2))
    assert (second.duplicate_of, second.duplicate_similarity) == (first, 1.0)
    assert first.duplicate_of is None


def test_the_trail_says_who_and_not_what(alice, analysis):
    row, _ = submit_feedback(by=alice, **body(analysis_id=analysis.pk, response="Ada Example knows Python"))
    entry = LogEntry.objects.get(object_pk=row.pk, additional_data__event="submit")
    assert entry.actor == alice
    assert "Ada" not in f"{entry.object_repr}{entry.changes}{entry.additional_data}"
