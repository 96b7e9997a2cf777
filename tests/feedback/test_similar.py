from datetime import UTC, datetime

import pytest

from feedback.duplicates import link_near_duplicate
from feedback.models import Feedback
from feedback.services import delete_feedback, submit_feedback
from feedback.similar import examples_for, similar_feedback
from tests.feedback.conftest import body, make_analysis, make_resume, make_user
from vectors import indexer
from vectors.models import OutboxEntry

pytestmark = pytest.mark.django_db

SAID = {
    "python": ("Does she know Python?", "Yes, she wrote services in Python and Django", 5),
    "flask": ("Is there Python web experience?", "She wrote services in Python and Flask", 2),
    "nurse": ("Has he worked on a ward?", "He cared for patients on a surgical ward", 4),
    "cook": ("Can he cook?", "He cooked for two hundred guests", 1),
}


@pytest.fixture(autouse=True)
def folders(settings, tmp_path):
    settings.VECTOR_ROOT = tmp_path / "vectors"
    indexer._stores.clear()


@pytest.fixture
def said(alice):
    return {
        key: submit_feedback(by=alice, **body(key, query=query, response=response, rating=rating))[0]
        for key, (query, response, rating) in SAID.items()
    }


def ids(found):
    return [row["interaction_id"] for row in found.results]


def test_the_nearest_comes_first_with_every_field(alice, said):
    found = similar_feedback(query="services in Python", by=alice, n_results=3)
    assert found.backend == "faiss"
    assert set(ids(found)[:2]) == {"python", "flask"}
    similarities = [row["similarity"] for row in found.results]
    assert similarities == sorted(similarities, reverse=True)
    assert {"query", "response", "rating", "created_by", "correct_points"} <= set(found.results[0])


@pytest.mark.parametrize("filters", [{}, {"min_rating": 4}, {"kind": "answer", "max_rating": 2}])
def test_both_indexes_find_the_same(alice, said, filters):
    faiss = similar_feedback(query="services in Python", by=alice, n_results=10, backend="faiss", **filters)
    chroma = similar_feedback(query="services in Python", by=alice, n_results=10, backend="chroma", **filters)
    assert (faiss.backend, chroma.backend) == ("faiss", "chroma")
    assert ids(faiss) == ids(chroma)
    for one, other in zip(faiss.results, chroma.results, strict=True):
        assert one["similarity"] == pytest.approx(other["similarity"], abs=1e-5)


@pytest.mark.parametrize("backend", ["faiss", "chroma"])
@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("reviewer_role=recruiter", {"python", "flask", "nurse", "cook"}),
        ("reviewer_role=auditor", {"audited"}),
        ("job_id=aaaa0001", {"audited"}),
        ("since=2026-01-01T00:00:00Z", {"flask", "nurse", "cook", "audited"}),
        ("until=2026-01-01T00:00:00Z&max_rating=5", {"python"}),
        ("job_id=aaaa0001&min_rating=4", set()),
    ],
)
def test_filters_hold_in_both_indexes(client, said, analysis, backend, query, expected):
    old = Feedback.objects.get(pk=said["python"].pk)
    old.created_at = datetime(2025, 6, 1, tzinfo=UTC)
    old.save()
    auditor = make_user("audrey", group="auditor")
    submit_feedback(by=auditor, **body("audited", response="Python services", rating=3, analysis_id=analysis.pk))
    answer = client.get(f"/api/feedback/search?query=services in Python&n_results=10&backend={backend}&{query}").json()
    assert {row["interaction_id"] for row in answer["results"]} == expected
    assert answer["backend"] == backend


def test_faiss_finds_the_one_row_that_a_filter_leaves_however_far_it_is(alice, said, monkeypatch):
    monkeypatch.setattr("vectors.search.ROUNDS", 1)
    monkeypatch.setattr("vectors.search.PIECE", 2)
    found = similar_feedback(query="services in Python", by=alice, n_results=1, backend="faiss", max_rating=1)
    assert (found.backend, ids(found)) == ("faiss", ["cook"])


def test_filters_are_asked_of_chroma(alice, said):
    found = similar_feedback(query="services in Python", by=alice, min_rating=4)
    assert found.backend == "chroma"
    assert set(ids(found)) == {"python", "nurse"}


@pytest.mark.parametrize("backend", ["faiss", "chroma"])
def test_what_is_gone_never_comes_back(alice, said, backend):
    assert len(ids(similar_feedback(query="Python", by=alice, n_results=10, backend=backend))) == 4
    delete_feedback(feedback=said["python"], by=alice)
    revised = body("flask", query="Is there Go?", response="Yes, Go", rating=3, supersedes=said["flask"].pk)
    submit_feedback(by=alice, **revised)
    found = similar_feedback(query="services in Python", by=alice, n_results=10, backend=backend)
    assert set(ids(found)) == {"flask", "nurse", "cook"}
    assert [row["response"] for row in found.results if row["interaction_id"] == "flask"] == ["Yes, Go"]
    assert set(indexer.get_store(backend, "feedback").contents()) == set(
        Feedback.objects.current().values_list("pk", flat=True)
    )


def test_the_database_has_the_last_word(alice, said):
    similar_feedback(query="Python", by=alice)
    Feedback.objects.filter(pk=said["python"].pk)._raw_delete("default")
    assert "python" not in ids(similar_feedback(query="services in Python", by=alice, n_results=10))
    assert ids(similar_feedback(query="Python", by=make_user("charlie"), n_results=10)) == []


def test_a_change_and_its_outbox_row_are_one(alice, django_capture_on_commit_callbacks):
    row, _ = submit_feedback(by=alice, **body())
    assert OutboxEntry.objects.filter(collection="feedback", key=row.pk).count() == 1
    key = row.pk
    delete_feedback(feedback=row, by=alice)
    assert OutboxEntry.objects.filter(collection="feedback", key=key).count() == 2


def test_over_http(client, said):
    answer = client.get("/api/feedback/search?query=services in Python&n_results=2").json()
    assert (answer["count"], answer["backend"], answer["note"]) == (2, "faiss", None)
    assert answer["results"][0]["similarity"] >= answer["results"][1]["similarity"]
    chroma = client.get("/api/feedback/search?query=services in Python&n_results=2&backend=chroma").json()
    assert chroma["results"] == answer["results"]
    figures = client.get("/api/feedback/statistics").json()
    assert (figures["faiss_count"], figures["chroma_count"]) == (4, 4)


@pytest.mark.parametrize("query", ["", "query=", "query=x&n_results=0", "query=x&n_results=a", "query=x&backend=none"])
def test_bad_searches_are_400(client, query):
    answer = client.get(f"/api/feedback/search?{query}")
    assert (answer.status_code, bool(answer.json()["errors"])) == (400, True)


def test_a_language_model_gets_the_best_past_answers(alice, said, analysis):
    examples = examples_for("services in Python?", analysis)
    assert [example.feedback_id for example in examples] == [said["python"].pk, said["nurse"].pk]
    about_her = body("hers", query="services in Python?", rating=5, analysis_id=analysis.pk)
    submit_feedback(by=alice, **about_her)
    other = make_analysis(analysis.job, make_resume("resume_other", candidate_name="Zoë Quimby"), "00000000000c")
    wrong = body("fix", query="Python services?", rating=1, ideal_response="Zoë says no", analysis_id=other.pk)
    corrected, _ = submit_feedback(by=alice, **wrong)
    found = {example.feedback_id: example.answer for example in examples_for("services in Python?", analysis)}
    assert set(found) == {said["python"].pk, said["nurse"].pk, corrected.pk}
    assert found[corrected.pk] == "[NAME] says no"


def test_nearly_the_same_is_linked(alice, said):
    longer = "He cared for patients on a surgical ward and on a medical ward, day and night, for seven years"
    submit_feedback(by=alice, **body("first", response=longer))
    near, _ = submit_feedback(by=alice, **body("again", response=f"{longer} now"))
    assert link_near_duplicate(near.pk) == Feedback.objects.get(interaction_id="first").pk
    near.refresh_from_db()
    assert near.duplicate_similarity is not None
    assert 0.95 <= near.duplicate_similarity <= 1
    assert link_near_duplicate(said["cook"].pk) is None
    assert link_near_duplicate("nowhere") is None
