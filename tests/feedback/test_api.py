import pytest
from rest_framework.test import APIClient

from feedback.models import Feedback
from feedback.services import submit_feedback
from tests.feedback.conftest import body, make_user

pytestmark = pytest.mark.django_db


def test_submit_then_read(client, analysis):
    answer = client.post("/api/feedback/submit", body(analysis_id=analysis.pk, context=["a", {"b": 1}]), format="json")
    assert answer.status_code == 201
    made = answer.json()
    assert (made["analysis_id"], made["job_id"]) == (analysis.pk, analysis.job_id)
    row = client.get(f"/api/feedback/{made['feedback_id']}").json()
    assert row["context"] == ["a", {"b": 1}]
    assert (row["created_by"], row["ideal_response"], row["supersedes"]) == ("alice", None, None)
    assert client.get("/api/feedback/").json()["results"] == [row]


def test_again_is_200_and_another_body_409(client):
    first = client.post("/api/feedback/submit", body(), format="json")
    again = client.post("/api/feedback/submit", body(), format="json")
    assert (again.status_code, again.json()["feedback_id"]) == (200, first.json()["feedback_id"])
    other = client.post("/api/feedback/submit", body(rating=1), format="json")
    assert (other.status_code, other.json()["code"]) == (409, "interaction_taken")
    revised = body(rating=1, supersedes=other.json()["feedback_id"])
    assert client.post("/api/feedback/submit", revised, format="json").status_code == 201


@pytest.mark.parametrize("sent", [{}, {"rating": 9}])
def test_a_bad_body_is_400_with_errors(client, sent):
    answer = client.post("/api/feedback/submit", sent, format="json")
    assert answer.status_code == 400
    assert "rating" in answer.json()["errors"]


@pytest.mark.parametrize(
    "sent",
    [
        '"context": [1e999]',
        '"context": ["a\\u0000b"]',
        '"analysis_id": "\\ud800"',
        '"supersedes": "\\u0000"',
        '"interaction_id": "\\ud800"',
        '"kind": []',
        '"kind": "decision"',
        '"correct_points": [{"a": 1}]',
        '"seconds_taken": 1e999',
        '"context": ' + "[" * 50 + "]" * 50,
    ],
)
def test_what_no_database_keeps_is_400(client, sent):
    text = '{"interaction_id": "i-1", "query": "q", "response": "r", "rating": 3, ' + sent + "}"
    answer = client.post("/api/feedback/submit", text, content_type="application/json")
    assert (answer.status_code, bool(answer.json()["detail"])) == (400, True)


@pytest.mark.parametrize("path", ["nowhere", "a%2Fb", "%F0%9F%98%80"])
def test_an_id_that_is_none_is_404(client, path):
    assert client.get(f"/api/feedback/{path}").status_code == 404


def test_the_list_shows_current_rows_and_history_on_request(client, alice):
    first, _ = submit_feedback(by=alice, **body())
    second, _ = submit_feedback(by=alice, **body(rating=2, supersedes=first.pk))
    listed = client.get("/api/feedback").json()
    assert [row["feedback_id"] for row in listed["results"]] == [second.pk]
    assert client.get("/api/feedback?history=true").json()["count"] == 2
    assert "Write one of: answer" in client.get("/api/feedback?kind=praise").json()["detail"]
    assert "below the lowest" in client.get("/api/feedback?min_rating=4&max_rating=2").json()["errors"]["max_rating"][0]
    assert "before the first" in client.get("/api/feedback?since=2026-02-01&until=2026-01-01").json()["detail"]
    assert client.get(f"/api/feedback/{first.pk}").json()["is_current"] is False


@pytest.mark.parametrize(
    "path",
    ["?min_rating=9", "?min_rating=x", "?kind=nothing", "?since=yesterday", "?history=maybe", "/high-quality?limit=0"],
)
def test_bad_query_parameters_are_400(client, path):
    answer = client.get(f"/api/feedback{path}")
    assert answer.status_code == 400
    assert answer.json()["errors"]


def test_high_quality_is_best_first(client, alice):
    for number, rating in enumerate([3, 5, 4]):
        submit_feedback(by=alice, **body(f"i-{number}", rating=rating))
    found = client.get("/api/feedback/high-quality").json()["results"]
    assert [row["rating"] for row in found] == [5, 4]
    assert len(client.get("/api/feedback/high-quality?min_rating=3&limit=1").json()["results"]) == 1


def test_delete_takes_every_revision(client, alice):
    first, _ = submit_feedback(by=alice, **body())
    submit_feedback(by=alice, **body(rating=2, supersedes=first.pk))
    assert client.delete(f"/api/feedback/{first.pk}").status_code == 204
    assert Feedback.objects.count() == 0
    assert client.get(f"/api/feedback/{first.pk}").status_code == 404
    assert client.post("/api/feedback/submit", body(), format="json").status_code == 201


def test_statistics_of_nothing_and_of_something(client, alice):
    assert client.get("/api/feedback/statistics").json()["average_rating"] is None
    submit_feedback(by=alice, **body(rating=5))
    submit_feedback(by=alice, **body("i-2", rating=2))
    figures = client.get("/api/feedback/statistics").json()
    assert (figures["total_feedback"], figures["average_rating"]) == (2, 3.5)
    assert figures["by_rating"] == {"1": 0, "2": 1, "3": 0, "4": 0, "5": 1}


def test_strangers_and_lookers_on(db):
    assert APIClient().get("/api/feedback").status_code == 401
    charlie = APIClient()
    charlie.force_authenticate(make_user("charlie"))
    assert charlie.get("/api/feedback").status_code == 403
    auditor = APIClient()
    auditor.force_authenticate(make_user("olga", "feedback.view_feedback"))
    assert auditor.get("/api/feedback").status_code == 200
    assert auditor.post("/api/feedback/submit", body(), format="json").status_code == 403
    assert auditor.delete("/api/feedback/any").status_code == 403
