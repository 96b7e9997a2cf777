"""Every index keeps the same promises."""

import numpy as np
import pytest

from vectors.embedders import HashingEmbedder
from vectors.stores.base import Item
from vectors.stores.chroma_store import ChromaStore
from vectors.stores.faiss_store import FaissStore

TEXTS: dict[str, tuple[str, dict[str, str | int]]] = {
    "a": ("web services in Django", {"rating": 5, "job": "x"}),
    "b": ("web services in Flask", {"rating": 2, "job": "y"}),
    "c": ("surgical ward nurse", {"rating": 4}),
}
EMBEDDER = HashingEmbedder()


def vector(text: str):
    return EMBEDDER.encode([text])[0]


def items(*keys: str) -> list[Item]:
    return [Item(key, f"hash-{key}", vector(TEXTS[key][0]), TEXTS[key][1]) for key in keys]


@pytest.fixture(params=[FaissStore, ChromaStore])
def store(request):
    return request.param("contract", "test model/1", EMBEDDER.dimension)


def test_it_finds_the_nearest_first(store):
    store.apply(items("a", "b", "c"), [])
    hits = store.search(vector("Django web services"), 2)
    assert [hit.key for hit in hits] == ["a", "b"]
    assert hits[0].similarity > hits[1].similarity


def test_similarity_is_the_cosine(store):
    store.apply(items("a", "c"), [])
    for hit in store.search(vector("a nurse"), 2):
        assert hit.similarity == pytest.approx(float(vector("a nurse") @ vector(TEXTS[hit.key][0])), abs=1e-5)


def test_upserts_and_deletes_may_come_twice(store):
    for _ in range(2):
        store.apply(items("a", "b"), ["never seen"])
        store.apply([], ["b", "never seen"])
    assert store.contents() == {"a": "hash-a"}
    assert store.count() == 1


def test_an_upsert_replaces_vector_hash_and_metadata(store):
    store.apply(items("a"), [])
    store.apply([Item("a", "other", vector("cooking"), {"rating": 1})], [])
    assert store.contents() == {"a": "other"}
    assert store.search(vector("cooking"), 1, where={"rating": 1})[0].similarity == pytest.approx(1.0, abs=1e-5)


def test_replace_leaves_nothing_of_before(store):
    store.apply(items("a", "b"), [])
    store.replace(items("c"))
    assert set(store.contents()) == {"c"}
    store.replace([])
    assert store.count() == 0
    assert store.search(vector("x"), 3) == []


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        ({"rating": {"$gte": 4}}, {"a", "c"}),
        ({"rating": {"$gte": 3, "$lt": 5}}, {"c"}),
        ({"job": "x"}, {"a"}),
        ({"job": "x", "rating": 2}, set()),
        ({"job": {"$in": ["x", "y"]}}, {"a", "b"}),
    ],
)
def test_it_filters_metadata(store, where, expected):
    store.apply(items("a", "b", "c"), [])
    assert {hit.key for hit in store.search(vector("web"), 5, where=where)} == expected


def test_ties_are_ordered_by_key(store):
    store.apply([Item(key, "h", vector("same"), {"rating": 1}) for key in ("z", "m", "a")], [])
    assert [hit.key for hit in store.search(vector("same"), 2)] == ["a", "m"]


def test_dropping_twice_is_no_error(store):
    store.apply(items("a"), [])
    store.drop()
    store.drop()
    assert store.count() == 0


def test_another_reader_sees_what_was_written(store):
    store.apply(items("a"), [])
    other = type(store)("contract", "test model/1", EMBEDDER.dimension)
    assert other.contents() == {"a": "hash-a"}
    store.apply(items("b"), [])
    assert set(other.contents()) == {"a", "b"}
    assert np.isclose(other.search(vector("web services in Flask"), 1)[0].similarity, 1.0)


def test_equal_vectors_hide_nothing(store):
    """Whole flocks of equal texts, as ratings of candidates are, do not keep a search from what stands alone."""
    chance = np.random.default_rng(3)
    flocks = chance.normal(size=(5, EMBEDDER.dimension))
    alone = chance.normal(size=(60, EMBEDDER.dimension))
    rows = np.concatenate([np.repeat(flocks, 300, axis=0), alone])
    rows = (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)
    store.apply([Item(f"{n:04d}", "hash", row, {"odd": n % 2}) for n, row in enumerate(rows)], [])
    for number in range(1500, 1560):
        found = store.search(rows[number], 3)
        assert found[0].key == f"{number:04d}"
        filtered = store.search(rows[number], 3, where={"odd": number % 2})
        assert filtered[0].key == f"{number:04d}"
