"""Runs one reading job on one PDF in a process of its own, with hard limits.

The web process never parses a PDF: it hands a read-only descriptor to a child forked from the
``nursery`` and reads the answer from a pipe, at most ``OUTPUT_BYTES`` of it.
"""

import atexit
import json
import os
import select
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

from resumes.extraction import limits
from resumes.extraction.errors import ExtractionError

ROOT = Path(__file__).resolve().parent.parent.parent
KILLED_FOR_TIME = (signal.SIGXCPU, signal.SIGKILL, signal.SIGALRM)
GRACE_SECONDS = 3.0
OUT_OF_MEMORY = "exit 3"


class ReaderDied(Exception):
    """The child ended without an answer: a crash of a library, not a verdict on the file."""


class _Nursery:
    """The running nursery of this process, started on first use and again when it is gone."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._channel: socket.socket | None = None
        self._process: subprocess.Popen[bytes] | None = None

    def submit(self, job: dict[str, Any], descriptors: list[int]) -> None:
        """Hand a job over; a nursery that died is replaced once."""
        message = json.dumps(job).encode()
        with self._lock:
            for attempt in (1, 2):
                if self._channel is None:
                    self._channel = self._start()
                try:
                    socket.send_fds(self._channel, [message], descriptors)
                    return
                except OSError:
                    self._drop()
                    if attempt == 2:
                        raise

    def stop(self) -> None:
        """End the nursery and whatever it still runs."""
        with self._lock:
            self._drop()

    def _start(self) -> socket.socket:
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, "-I", str(Path(__file__).with_name("nursery.py")), str(ROOT), str(theirs.fileno())],
                env={},
                cwd="/",
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
        return ours

    def _drop(self) -> None:
        if self._channel is not None:
            self._channel.close()
            self._channel = None
        # After a fork the process belongs to our parent, who waits for it; the channel was all we had.
        if self._process is not None and self._process.poll() is None:
            try:
                self._process.wait(timeout=5)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
        self._process = None


_nursery = _Nursery()
atexit.register(_nursery.stop)
# A forked process (a worker of a web server or of RQ) starts a nursery of its own.
os.register_at_fork(after_in_child=lambda: globals().update(_nursery=_Nursery()))


def run_job(
    path: Path, job: dict[str, Any], *, wall: float = limits.WALL_SECONDS, output: int = limits.OUTPUT_BYTES
) -> bytes:
    """Run ``job`` on the PDF at ``path`` and return what the child answered.

    Raises ``ExtractionError`` (timeout, too_large_text) when a limit ended the child and
    ``ReaderDied`` when it crashed.
    """
    request = job | {
        "wall": wall,
        "cpu": limits.CPU_SECONDS,
        "memory": limits.ADDRESS_SPACE,
        "files": limits.OPEN_FILES,
    }
    answer_out, answer_in = os.pipe()
    report_out, report_in = os.pipe()
    try:
        with path.open("rb") as pdf:
            try:
                _nursery.submit(request, [pdf.fileno(), answer_in, report_in])
            finally:
                os.close(answer_in)
                os.close(report_in)
        deadline = time.monotonic() + wall + GRACE_SECONDS
        answer = _read(answer_out, output, deadline)
        ended = _read(report_out, 100, deadline).decode()
    finally:
        os.close(answer_out)
        os.close(report_out)
    if ended == "exit 0":
        return answer
    raise _verdict(ended)


def _verdict(ended: str) -> Exception:
    kind, _, number = ended.partition(" ")
    if ended == OUT_OF_MEMORY:
        return ExtractionError("too_large_text")
    if kind == "signal" and int(number) in KILLED_FOR_TIME:
        return ExtractionError("timeout")
    return ReaderDied(ended or "the nursery is gone")


def _read(descriptor: int, most: int, deadline: float) -> bytes:
    """Everything until the other end closes; too much, or too late, is an ``ExtractionError``."""
    parts: list[bytes] = []
    size = 0
    readable = select.poll()  # select() refuses descriptors over 1023, which a busy server has
    readable.register(descriptor, select.POLLIN)
    while True:
        left = deadline - time.monotonic()
        if left <= 0 or not readable.poll(left * 1000):
            raise ExtractionError("timeout")
        part = os.read(descriptor, 1 << 16)
        if not part:
            return b"".join(parts)
        size += len(part)
        if size > most:
            raise ExtractionError("too_large_text")
        parts.append(part)
