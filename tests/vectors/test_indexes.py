"""The outbox reaches both indexes, and both can be made again from the database."""

import httpx
import pytest

from tests.vectors.conftest import NAME
from vectors import indexer
from vectors.adapted import activate_model
from vectors.embedders import HashingEmbedder
from vectors.models import EmbeddingModel, IndexProgress, OutboxEntry
from vectors.search import index_status, search
from vectors.services import active_model
from vectors.stores import chroma_store
from vectors.stores.chroma_store import HNSW, ChromaStore
from vectors.stores.faiss_store import FaissStore

BOTH = pytest.mark.parametrize("backend", ["faiss", "chroma"])


@BOTH
def test_it_works(filled, backend):
    found = search(NAME, "Django web services", 2, backend=backend)
    assert found.backend == backend
    assert [hit.key for hit in found.hits] == ["dev", "dev2"]


def test_both_indexes_return_the_same_keys(filled):
    faiss, chroma = (search(NAME, "services for guests", 4, backend=b).hits for b in ("faiss", "chroma"))
    assert [hit.key for hit in faiss] == [hit.key for hit in chroma]


def test_filters_go_to_chroma_unless_told_otherwise(filled):
    assert search(NAME, "wrote", 1).backend == "faiss"
    found = search(NAME, "wrote web services", 3, where={"rating": {"$gte": 4}})
    assert found.backend == "chroma"
    assert found.hits[0].key == "dev"


@BOTH
def test_changes_and_removals_are_taken(filled, backend):
    search(NAME, "x", 1, backend=backend)
    filled.remove("dev")
    filled.put("cook", "wrote web services in Django")
    assert [hit.key for hit in search(NAME, "Django web services", 2, backend=backend).hits] == ["cook", "dev2"]


@BOTH
def test_the_database_has_the_last_word(filled, backend):
    found = search(NAME, "web services", 2, backend=backend, allowed=lambda keys: set(keys) - {"dev"})
    assert found.hits[0].key == "dev2"
    assert "dev" not in [hit.key for hit in found.hits]


@BOTH
def test_rebuilding_gives_what_draining_gave(filled, backend):
    indexer.drain(backend, NAME)
    before = indexer.get_store(backend, NAME).contents()
    assert indexer.rebuild(backend, NAME) == 4
    assert indexer.get_store(backend, NAME).contents() == before


def test_entries_are_pruned_once_every_copy_took_them(filled):
    indexer.drain("faiss", NAME)
    assert OutboxEntry.objects.count() == 4
    indexer.drain("chroma", NAME)
    filled.put("new", "one more")
    indexer.drain("faiss", NAME)
    assert OutboxEntry.objects.filter(key="new").exists()
    indexer.drain("chroma", NAME)
    assert not OutboxEntry.objects.exists()


def test_a_damaged_file_is_noticed_and_rebuilt(filled):
    indexer.drain("faiss", NAME)
    store = indexer.get_store("faiss", NAME)
    assert isinstance(store, FaissStore)
    next(store.folder.glob("vectors-*.faiss")).write_bytes(b"garbage")
    indexer._stores.clear()
    assert [hit.key for hit in search(NAME, "Django web services", 1).hits] == ["dev"]


def test_a_removed_folder_is_rebuilt(filled):
    indexer.drain("faiss", NAME)
    indexer.drain("chroma", NAME)
    indexer.get_store("faiss", NAME).drop()
    assert [hit.key for hit in search(NAME, "Django web services", 1).hits] == ["dev"]


def test_a_writer_that_comes_second_writes_what_is_true_now(filled, monkeypatch):
    """Two processes drain one copy: the slower one must not put older text over newer."""
    indexer.drain("faiss", NAME)
    filled.put("dev", "older text about cooking")
    take = indexer._take
    calls: list[int] = []

    def slow(store, keys, model):
        take(store, keys, model)
        if not calls:
            calls.append(1)
            filled.rows["dev"] = ("newer text about gardening", {"rating": 4})
            IndexProgress.objects.filter(index="faiss").update(last_entry=10_000)

    monkeypatch.setattr(indexer, "_take", slow)
    indexer.drain("faiss", NAME)
    assert [hit.key for hit in search(NAME, "newer text about gardening", 1).hits] == ["dev"]


def test_status_counts_rows_lag_and_bytes(filled):
    indexer.drain("faiss", NAME)
    rows = {row["index"]: row for row in index_status(NAME)}
    assert rows["faiss"]["count"] == 4
    assert rows["faiss"]["lag"] == 0
    assert rows["faiss"]["bytes"]
    assert rows["chroma"]["lag"] == 4


def test_an_index_left_behind_by_another_model_is_made_anew(filled, monkeypatch):
    """Entries pruned while another model was in use must not be missing after going back."""
    for index in indexer.STORES:
        indexer.drain(index, NAME)
    base = active_model()
    monkeypatch.setattr("vectors.services.embedder_of", lambda model: HashingEmbedder())
    other = EmbeddingModel.objects.create(key="other", dimension=base.dimension, base=base)
    activate_model(other)
    for index in indexer.STORES:
        indexer.rebuild(index, NAME, other)
    filled.put("late", "sailed around the world")
    for index in indexer.STORES:
        indexer.drain(index, NAME, other)
    assert not OutboxEntry.objects.exists()
    activate_model(base)
    assert [hit.key for hit in search(NAME, "sailed around the world", 1).hits] == ["late"]


def test_a_chroma_index_made_in_an_earlier_way_is_made_anew(filled, monkeypatch):
    monkeypatch.setitem(HNSW, "max_neighbors", 16)
    indexer.rebuild("chroma", NAME)
    monkeypatch.undo()
    assert [hit.key for hit in search(NAME, "nurse", 3, backend="chroma").hits]
    made = indexer.get_store("chroma", NAME)
    assert isinstance(made, ChromaStore)
    assert made._made().configuration_json["hnsw"]["max_neighbors"] == HNSW["max_neighbors"] == 64


class Gone:
    """The client of a Chroma server that answered before and is away now."""

    def get_or_create_collection(self, **kwargs):
        raise httpx.ConnectError("refused")


def test_a_chroma_server_that_goes_away_stops_neither_search_nor_figures(filled, monkeypatch):
    indexer.drain_all()
    monkeypatch.setattr(chroma_store, "_client", Gone)
    found = search(NAME, "cared for patients", 1, backend="chroma")
    assert [hit.key for hit in found.hits] == ["nurse"]
    assert found.backend == "faiss"
    assert "does not answer" in found.note
    assert "does not answer" in next(str(row["note"]) for row in index_status(NAME) if row["index"] == "chroma")


def test_many_rows_are_not_read_beside_a_search_of_the_graph(filled, monkeypatch):
    indexer.drain_all()
    monkeypatch.setattr(chroma_store, "EXACT", 3)
    asked: list[str] = []
    ask = ChromaStore._call

    def noted(store, what, *args, **kwargs):
        asked.append(what)
        return ask(store, what, *args, **kwargs)

    monkeypatch.setattr(ChromaStore, "_call", noted)
    assert [hit.key for hit in search(NAME, "cared for patients", 1, backend="chroma").hits] == ["nurse"]
    assert asked == ["query"]
