"""The reading process: no environment, no other files, hard limits, and a way back from every death."""

import os
import resource
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from resumes.extraction import ExtractionError, extract, page_sizes, render_page, sandbox
from resumes.extraction.sandbox import ReaderDied
from tests.resumes.pdfs import resume_pdf


@pytest.fixture
def path(tmp_path):
    file = tmp_path / "ada.pdf"
    file.write_bytes(resume_pdf())
    return file


def nursery():
    process = sandbox._nursery._process
    assert process is not None
    return process


def test_it_works(path):
    assert "Software Engineer" in extract(path).text
    assert page_sizes(path) == [pytest.approx((595.28, 841.89), abs=0.01)]
    assert render_page(path, page=1, scale=0.5).startswith(b"\x89PNG")


def test_the_nursery_has_no_secrets_and_no_database(path, monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "do-not-tell")
    sandbox._nursery.stop()
    extract(path)
    folder = Path(f"/proc/{nursery().pid}")
    assert (folder / "environ").read_bytes() == b""
    open_files = [os.readlink(link) for link in (folder / "fd").iterdir()]
    assert not any("sqlite" in name or "postgres" in name for name in open_files)
    # Standard streams, the channel, and the pipe that wakes it.
    assert len(open_files) <= 6


def test_a_nursery_that_was_killed_is_replaced(path):
    extract(path)
    nursery().kill()
    nursery().wait()
    assert "Software Engineer" in extract(path).text


def test_a_reader_that_is_too_slow_is_killed(path):
    with pytest.raises(ExtractionError) as caught:
        sandbox.run_job(path, {"op": "read", "engine": "auto"}, wall=0.0001)
    assert caught.value.code == "timeout"
    assert "Software Engineer" in extract(path).text


def test_an_answer_that_is_too_long_is_cut_off(path):
    with pytest.raises(ExtractionError) as caught:
        sandbox.run_job(path, {"op": "render", "page": 1, "scale": 2, "format": "PNG"}, output=1000)
    assert caught.value.code == "too_large_text"


def test_a_reader_that_crashes_is_told_apart(path):
    with pytest.raises(ReaderDied):
        sandbox.run_job(path, {"op": "no such job"})


def test_many_at_once(path):
    with ThreadPoolExecutor(8) as pool:
        texts = set(pool.map(lambda _: extract(path).text, range(24)))
    assert len(texts) == 1


def test_no_descriptor_is_left_open(path):
    extract(path)
    before = len(list(Path("/proc/self/fd").iterdir()))
    for _ in range(5):
        extract(path)
    assert len(list(Path("/proc/self/fd").iterdir())) == before


def test_a_server_with_many_open_connections_reads_too(path):
    allowed = resource.getrlimit(resource.RLIMIT_NOFILE)
    if allowed[0] < 1300:
        pytest.skip("this machine lets a process open too few files")
    sandbox._nursery.stop()
    held = [os.open(os.devnull, os.O_RDONLY) for _ in range(1100)]
    try:
        assert "Software Engineer" in extract(path).text
        assert sandbox._nursery._channel is not None
        assert sandbox._nursery._channel.fileno() > 1023
    finally:
        for descriptor in held:
            os.close(descriptor)
        sandbox._nursery.stop()


def test_the_nursery_ends_with_the_process_that_started_it(path):
    program = (
        "import os, signal, sys; from pathlib import Path; from resumes.extraction import extract, sandbox;"
        f"extract(Path({str(path)!r})); print(sandbox._nursery._process.pid, flush=True);"
        "os.kill(os.getpid(), signal.SIGKILL)"
    )
    done = subprocess.run([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True, check=False)
    pid = int(done.stdout)
    assert pid > 0
    deadline = time.monotonic() + 10
    while _runs(pid) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert not _runs(pid)


def _runs(pid):
    """Whether the process is there and no zombie."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except OSError:
        return False
    return state != "Z"


def test_the_process_that_serves_imports_no_pdf_library():
    program = (
        "import sys, resumes.extraction, resumes.extraction.ocr;"
        "print([name for name in ('pypdf', 'pypdfium2', 'pypdfium2_raw', 'PIL') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True, check=True)
    assert done.stdout.strip() == "[]"
