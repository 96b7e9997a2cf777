"""A reader of a Chroma collection outlives its being dropped and made anew under its hands."""

from threading import Event, Thread

import pytest
from chromadb.errors import NotFoundError

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
