"""A reader of a Chroma collection outlives its being dropped and made anew under its hands."""

from threading import Event, Thread

import numpy as np
import pytest
from chromadb.errors import NotFoundError

from vectors.stores.base import Item
from vectors.stores.chroma_store import ChromaStore

pytestmark = pytest.mark.django_db


def test_counting_while_the_collection_is_replaced_over_and_over():
    store, ending, problems = ChromaStore("feedback", "test-model", 4), Event(), []
    store.replace([])

    def count() -> None:
        while not ending.is_set():
            try:
                assert store.count() == 0
            except (NotFoundError, AssertionError) as error:
                problems.append(error)

    reader = Thread(target=count)
    reader.start()
    for _ in range(30):
        store.replace([])
    ending.set()
    reader.join()
    assert problems == []


def test_a_collection_that_is_gone_leaves_no_vectors_on_disk(settings):
    store, other = ChromaStore("feedback", "test-model", 4), ChromaStore("feedback", "other-model", 4)
    rows = [Item(f"key{n}", f"hash{n}", np.eye(4, dtype=np.float32)[n % 4], {}) for n in range(300)]

    def folders() -> int:
        return sum(path.is_dir() for path in (settings.VECTOR_ROOT / "chroma").iterdir())

    for kept in (store, other, store):
        kept.replace(rows)
        kept.search(rows[0].vector, 3)
    assert folders() == 2
    store.drop()
    assert folders() == 1
    assert len(other.search(rows[0].vector, 3)) == 3
    other.drop()
    assert folders() == 0
