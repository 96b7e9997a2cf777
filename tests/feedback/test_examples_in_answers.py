"""An answer worded by a language model is shown the nearest highly rated feedback, and records which."""

import json
from typing import Any

import pytest

from feedback.models import Feedback
from feedback.services import delete_feedback
from tests.analyses.fake_llm import serving
from tests.feedback.conftest import body, make_analysis, make_job, make_resume
from vectors import indexer

pytestmark = pytest.mark.django_db
REPLY = json.dumps({"answer": "She has used Python since 2015.", "quotes": ["Python since 2015"]})


@pytest.fixture(autouse=True)
def folders(settings, tmp_path):
    settings.VECTOR_ROOT = tmp_path / "vectors"
    indexer._stores.clear()


@pytest.fixture
def asked(api, settings):
    """Asks about a candidate while a model is served; gives the answer and what the model was told."""
    text = "Ada Example\nEXPERIENCE\nBackend Engineer, Example Ltd, 2015 - 2023\n- Python since 2015 in web services"
    resume = make_resume("resume_00000000a5ce", text)
    analysis = make_analysis(make_job("0000a5ce"), resume, "00000000a5ce")

    def ask() -> tuple[dict[str, Any], str]:
        with serving(REPLY) as (url, seen):
            settings.LLM_URL, settings.LLM_MODEL = url, "small"
            answer = api.post(f"/api/analyses/{analysis.pk}/ask", {"question": "Does she know Python?"}, format="json")
        assert answer.status_code == 201, answer.json()
        return answer.json(), json.dumps(seen)

    return ask


def give(api, interaction: str, **fields) -> str:
    sent = body(interaction, query="Does he know Python?", **fields)
    answer = api.post("/api/feedback/submit", sent, format="json")
    assert answer.status_code == 201, answer.json()
    return str(answer.json()["feedback_id"])


def test_the_best_rated_answers_are_shown_and_recorded(api, asked):
    liked = give(api, "liked", response="Yes: in three jobs, since 2012.", rating=5)
    disliked = give(api, "disliked", response="He seems nice.", rating=1)
    answer, told = asked()
    assert (answer["answered_by"], answer["examples"]) == ("small", [liked])
    assert "in three jobs, since 2012" in told
    assert "He seems nice" not in told
    revised = body("liked", query="Does he know Python?", response="Yes: since 2012.", rating=2, supersedes=liked)
    assert api.post("/api/feedback/submit", revised, format="json").status_code == 201
    assert asked()[0]["examples"] == []
    assert disliked not in asked()[0]["examples"]


def test_deleted_feedback_is_no_example_any_more(api, asked, recruiter):
    key = give(api, "liked", response="Yes: in three jobs, since 2012.", rating=5)
    assert asked()[0]["examples"] == [key]
    delete_feedback(feedback=Feedback.objects.get(pk=key), by=recruiter)
    answer, told = asked()
    assert answer["examples"] == []
    assert "in three jobs" not in told


def test_feedback_on_a_written_answer_knows_its_examples(api, asked):
    liked = give(api, "liked", response="Yes: in three jobs, since 2012.", rating=5)
    answer, _ = asked()
    said = {"query": answer["question"], "response": answer["response"], "rating": 4, "seconds_taken": 7.5}
    made = api.post("/api/feedback/submit", {"interaction_id": answer["interaction_id"], **said}, format="json")
    row = api.get(f"/api/feedback/{made.json()['feedback_id']}").json()
    assert (row["engine"]["answered_by"], row["engine"]["examples"]) == ("small", [liked])
    assert (row["analysis_id"], row["resume_id"]) == ("00000000a5ce", "resume_00000000a5ce")
    assert (row["seconds_taken"], row["reviewer_role"]) == (7.5, "recruiter")
    assert row["engine"]["model"] == "all-MiniLM-L6-v2"
    assert "adapter" in row["engine"]
