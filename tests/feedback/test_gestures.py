import pytest
from rest_framework.exceptions import ValidationError

from analyses.models import Analysis
from analyses.services import decide
from feedback.gestures import moved, rating_of_place, record_order
from feedback.models import Feedback
from feedback.statistics import feedback_statistics
from tests.feedback.conftest import make_analysis, make_job, make_resume


def places(order):
    return {key: place for place, key in enumerate(order, start=1)}


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [("abcde", ""), ("eabcd", "e"), ("bcdea", "a"), ("acbde", "bc"), ("", "")],
)
def test_the_fewest_that_explain_the_order(wanted, expected):
    found = moved(list(wanted), places("abcde"))
    assert len(found) == (1 if expected else 0)
    assert set(found) <= set(expected)


def test_ratings_go_from_top_to_bottom():
    assert [rating_of_place(place, 5) for place in range(1, 6)] == [5, 4, 3, 2, 1]
    assert rating_of_place(1, 1) == 5


@pytest.mark.django_db
def test_a_decision_is_feedback_and_a_new_one_supersedes_it(alice, analysis):
    for choice in ("rejected", "shortlisted"):
        decide(analysis=analysis, decision=choice, reason="Knows Python", by=alice)
    current = Feedback.objects.current().get()
    assert (current.kind, current.rating, current.ideal_response) == ("decision", 5, "Knows Python")
    assert current.supersedes is not None
    assert (current.supersedes.rating, current.resume_id) == (1, analysis.resume_id)
    assert current.engine["engine_key"] == "e" * 64
    assert feedback_statistics()["total_feedback"] == 0
    assert feedback_statistics()["by_kind"] == {"decision": 1}
    assert vars(Analysis.objects.with_feedback_count().get())["feedback_count"] == 0


@pytest.mark.django_db
def test_a_new_order_rates_those_that_were_moved(alice):
    job = make_job()
    keys = []
    for number in range(5):
        resume = make_resume(f"resume_{number}")
        keys.append(make_analysis(job, resume, f"{number:012x}", score=90 - number).pk)
    rows = record_order(job=job, analysis_ids=[keys[4], *keys[:4]], by=alice)
    assert [(row.analysis_id, row.rating, row.kind) for row in rows] == [(keys[4], 5, "order")]
    assert rows[0].context[0]["before"] == 5
    assert record_order(job=job, analysis_ids=keys[:2], by=alice) == []
    for wrong in ([keys[0], keys[0]], ["nowhere"]):
        with pytest.raises(ValidationError):
            record_order(job=job, analysis_ids=wrong, by=alice)


@pytest.mark.django_db
def test_a_new_order_over_http(client, alice):
    job = make_job()
    keys = [make_analysis(job, make_resume(f"resume_{n}"), f"{n:012x}", score=90 - n).pk for n in range(3)]
    sent = {"job_id": job.pk, "analysis_ids": [keys[2], keys[0], keys[1]], "seconds_taken": 4}
    answer = client.post("/api/feedback/order", sent, format="json")
    assert answer.status_code == 201
    assert [row["analysis_id"] for row in answer.json()["moved"]] == [keys[2]]
    assert client.get("/api/feedback?kind=order").json()["results"][0]["source"] == "api"
    wrongs: list[dict[str, object]] = [{"job_id": "nowhere"}, {"analysis_ids": []}, {"analysis_ids": ["x"]}]
    for wrong in wrongs:
        answer = client.post("/api/feedback/order", {**sent, **wrong}, format="json")
        assert (answer.status_code, list(answer.json()["errors"])) == (400, list(wrong))
