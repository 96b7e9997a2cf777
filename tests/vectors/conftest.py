"""A collection of a few sentences, kept in a dict instead of an app's table."""

import pytest

from vectors import collections
from vectors.collections import Collection
from vectors.outbox import record_change

NAME = "sentences"


class Sentences:
    """Rows that can be changed as an app would: the row and its outbox entry together."""

    def __init__(self) -> None:
        self.rows: dict[str, tuple[str, dict[str, str | int]]] = {}

    def put(self, key: str, text: str, **metadata) -> None:
        self.rows[key] = (text, {"rating": 3, **metadata})
        record_change(NAME, key)

    def remove(self, key: str) -> None:
        del self.rows[key]
        record_change(NAME, key)

    def collection(self) -> Collection:
        return Collection(
            name=NAME,
            entries_of=lambda keys: {key: self.rows[key] for key in keys if key in self.rows},
            all_keys=lambda: list(self.rows),
            count=lambda: len(self.rows),
        )


@pytest.fixture
def sentences(db):
    held = Sentences()
    collections.register(held.collection())
    yield held
    del collections._registered[NAME]


@pytest.fixture
def filled(sentences):
    sentences.put("nurse", "cared for patients on a surgical ward", rating=5, job="a")
    sentences.put("dev", "wrote web services in Django and Python", rating=4, job="b")
    sentences.put("dev2", "wrote web services in Flask and Python", rating=2, job="b")
    sentences.put("cook", "cooked for two hundred guests", rating=1)
    return sentences
