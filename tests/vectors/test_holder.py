"""One process holds the embedded Chroma; the others say so and ask it."""

import subprocess
import sys
import textwrap

import pytest

from tests.vectors.conftest import NAME
from vectors import holder
from vectors.models import IndexRequest
from vectors.search import search
from vectors.stores.chroma_store import somebody_holds, try_to_hold

HOLDS = """
    import sys, fcntl, pathlib
    path = pathlib.Path(sys.argv[1]) / "chroma" / "holder.lock"
    path.parent.mkdir(parents=True)
    file = path.open("w")
    fcntl.flock(file, fcntl.LOCK_EX)
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def held_elsewhere(settings):
    process = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(HOLDS), str(settings.VECTOR_ROOT)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    yield process
    process.communicate()


def test_the_first_to_open_it_holds_it():
    assert not somebody_holds()
    assert try_to_hold()
    assert try_to_hold()
    assert somebody_holds()


def test_a_process_told_to_stay_away_does(settings):
    settings.CHROMA_HOLDER = False
    assert not try_to_hold()


def test_faiss_answers_where_another_process_holds_chroma(filled, held_elsewhere):
    found = search(NAME, "Django web services", 1, backend="chroma")
    assert [hit.key for hit in found.hits] == ["dev"]
    assert found.backend == "faiss"
    assert "Another process holds" in found.note


def test_asking_gives_up_when_the_holder_does_not_answer(filled, held_elsewhere):
    with pytest.raises(holder.HolderDoesNotAnswer, match="did not answer"):
        holder.ask(IndexRequest.Kind.REBUILD, "chroma", NAME, timeout=0.5)
    assert not IndexRequest.objects.exists()


def test_the_holder_answers_requests(filled):
    request = IndexRequest.objects.create(kind="rebuild", index="chroma", collection=NAME)
    unknown = IndexRequest.objects.create(kind="drain", index="chroma", collection="no-such")
    holder.answer_requests()
    request.refresh_from_db()
    unknown.refresh_from_db()
    assert request.answer == {"count": 4}
    assert request.error == ""
    assert "no-such" in unknown.error
