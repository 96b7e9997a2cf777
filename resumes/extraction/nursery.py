"""The process that reading processes are forked from.

Started once as ``python -I nursery.py ROOT SOCKET_FD`` with an empty environment: it imports the
PDF libraries (150 ms that a fork then saves) and has never seen the database, the settings or a
secret. For every request it forks a child, which limits itself, reads one PDF from a descriptor
it was handed, answers on another, and ends. This process never opens a PDF itself.

Requests come over a SOCK_SEQPACKET socket: one JSON message with three descriptors (the PDF, where
the answer goes, where the way the child ended is reported: ``exit N`` or ``signal N``).
"""

import array
import contextlib
import gc
import json
import os
import resource
import select
import signal
import socket
import sys
import time
from typing import Any


def serve(channel: socket.socket) -> None:
    """Fork a child for every request until the other side of the channel is closed."""
    woken, waker = os.pipe()
    os.set_blocking(waker, False)
    os.set_blocking(woken, False)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    signal.set_wakeup_fd(waker, warn_on_full_buffer=False)
    children: dict[int, tuple[int, float]] = {}  # pid -> (descriptor for the report, when to kill)
    readable = (
        select.poll()
    )  # select() refuses descriptors over 1023; the channel keeps the number it had in the server
    readable.register(channel.fileno(), select.POLLIN)
    readable.register(woken, select.POLLIN)
    while True:
        soonest = min((deadline for _, deadline in children.values()), default=None)
        wait = None if soonest is None else max(0.0, soonest - time.monotonic()) * 1000
        ready = {descriptor for descriptor, _ in readable.poll(wait)}
        if woken in ready:
            with contextlib.suppress(BlockingIOError):
                os.read(woken, 4096)
        _report_ended(children)
        _kill_late(children)
        if channel.fileno() in ready and not _accept(channel, children, (woken, waker)):
            for pid in children:
                os.kill(pid, signal.SIGKILL)
            return


def _accept(channel: socket.socket, children: dict[int, tuple[int, float]], own: tuple[int, int]) -> bool:
    """Take one request; False when the other side is gone."""
    message, descriptors = _receive(channel)
    if not message:
        return False
    job = json.loads(message)
    pdf, answer, report = descriptors
    pid = os.fork()
    if pid == 0:
        _become_reader(job, pdf, answer, (channel.fileno(), report, *own, *(fd for fd, _ in children.values())))
    os.close(pdf)
    os.close(answer)
    children[pid] = (report, time.monotonic() + float(job["wall"]))
    return True


def _receive(channel: socket.socket) -> tuple[bytes, list[int]]:
    descriptors = array.array("i")
    message, ancillary, _, _ = channel.recvmsg(65536, socket.CMSG_SPACE(3 * descriptors.itemsize))
    for level, kind, data in ancillary:
        if level == socket.SOL_SOCKET and kind == socket.SCM_RIGHTS:
            descriptors.frombytes(data[: len(data) - len(data) % descriptors.itemsize])
    return message, list(descriptors)


def _report_ended(children: dict[int, tuple[int, float]]) -> None:
    while children:
        pid, status = os.waitpid(-1, os.WNOHANG)
        if pid == 0:
            return
        report, _ = children.pop(pid)
        code = os.waitstatus_to_exitcode(status)
        with contextlib.suppress(OSError):
            os.write(report, (f"signal {-code}" if code < 0 else f"exit {code}").encode())
        os.close(report)


def _kill_late(children: dict[int, tuple[int, float]]) -> None:
    now = time.monotonic()
    for pid, (report, deadline) in children.items():
        if deadline <= now:
            os.kill(pid, signal.SIGKILL)
            children[pid] = (report, now + 60)


def _become_reader(job: dict[str, Any], pdf: int, answer: int, foreign: tuple[int, ...]) -> None:
    """In the forked child: give up what is not needed, set the limits, do the job, end."""
    status = 1
    try:
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        for descriptor in foreign:
            os.close(descriptor)
        _limit(job)
        # One file, then the process ends: looking for garbage among a million letters would take a fifth of its time.
        gc.set_threshold(200_000, 50, 100)
        from resumes.extraction import reader

        with os.fdopen(answer, "wb") as out:
            out.write(reader.run(job, pdf))
        status = 0
    except MemoryError:
        status = 3
    finally:
        os._exit(status)


def _limit(job: dict[str, Any]) -> None:
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (int(job["files"]),) * 2)
    resource.setrlimit(resource.RLIMIT_CPU, (int(job["cpu"]), int(job["cpu"]) + 1))
    resource.setrlimit(resource.RLIMIT_AS, (int(job["memory"]),) * 2)
    # The system's own clock, should this process's parent die before it can kill it.
    signal.setitimer(signal.ITIMER_REAL, float(job["wall"]) + 1)


if __name__ == "__main__":
    sys.path.insert(0, sys.argv[1])
    from resumes.extraction import reader

    reader.prepare()
    serve(socket.socket(fileno=int(sys.argv[2])))
