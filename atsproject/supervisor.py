"""Runs the web process and its workers side by side, and ends all of them together."""

import ctypes
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from types import FrameType

GRACE_SECONDS = 30.0
RESTART_SECONDS = 2.0


class PortInUse(Exception):
    """Something listens already where the site should."""


def claim_port(address: str, port: int) -> None:
    """Raise PortInUse when the port is taken, OSError when the address is not this machine's."""
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        # As the web server will: a port whose last connections are still closing is free.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((address, port))
        except OSError as error:
            if error.errno in (48, 98):
                raise PortInUse(f"Port {port} on {address} is in use.") from error
            raise


def _begin(niceness: int) -> None:
    """In the child: take a lower priority, and ask the kernel for SIGTERM when the parent ends, even when killed."""
    if niceness:
        os.nice(niceness)
    if sys.platform == "linux":
        set_parent_death_signal = 1
        ctypes.CDLL(None).prctl(set_parent_death_signal, signal.SIGTERM)


@dataclass
class Child:
    """One process: how to start it, and whether the site goes on without it while it is started again."""

    name: str
    command: list[str]
    essential: bool
    environment: dict[str, str] = field(default_factory=dict)
    niceness: int = 0
    process: "subprocess.Popen[bytes] | None" = None

    def start(self) -> None:
        """Start it in a session of its own: Ctrl-C in the terminal reaches this program only, once."""
        self.process = subprocess.Popen(
            self.command,
            env=os.environ | self.environment,
            stdin=subprocess.DEVNULL,
            start_new_session=True,
            preexec_fn=partial(_begin, self.niceness),
        )


class Supervisor:
    """Starts children, restarts the ones that are not essential, and stops all of them on a signal."""

    def __init__(self, children: list[Child], say: Callable[[str], None]) -> None:
        self.children = children
        self.say = say
        self.stopping = False

    def run(self, ready: Callable[[], bool], when_ready: Callable[[], None]) -> int:
        """Run until a signal or the end of an essential child; the exit code to end with."""
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self._stop)
        for child in self.children:
            child.start()
        code, told = 0, False
        while not self.stopping:
            failed = self._mind_children()
            if failed is not None:
                code = failed
                break
            if not told and ready():
                told = True
                when_ready()
            time.sleep(0.2)
        self._end_all()
        return code

    def _mind_children(self) -> int | None:
        """Restart what may be; the exit code of an essential child that has ended, else None."""
        for child in self.children:
            code = child.process.poll() if child.process else None
            if code is None or self.stopping:
                continue
            if child.essential:
                self.say(f"The {child.name} process ended (exit code {code}); what it said stands above.")
                return code or 1
            self.say(f"The {child.name} process ended (exit code {code}); starting it again.")
            time.sleep(RESTART_SECONDS)
            child.start()
        return None

    def _stop(self, number: int, frame: FrameType | None) -> None:
        self.stopping = True

    def _end_all(self) -> None:
        """Ask each child to finish what it is at, wait, and end what has not ended by then."""
        # A second Ctrl-C while waiting must not cut the children off in the middle of a write.
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, signal.SIG_IGN)
        running = [child.process for child in self.children if child.process and child.process.poll() is None]
        for process in running:
            process.terminate()
        deadline = time.monotonic() + GRACE_SECONDS
        for process in running:
            try:
                process.wait(max(0.1, deadline - time.monotonic()))
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def web_child(*, address: str, port: int, threads: int, environment: dict[str, str]) -> Child:
    """gunicorn with one process and threads: embedded Chroma is opened by this process alone."""
    host = f"[{address}]" if ":" in address else address
    options = ["--workers=1", f"--threads={threads}", f"--bind={host}:{port}", "--timeout=120", "--graceful-timeout=20"]
    # A longer address than the default takes, so that a long query is refused by the API, in its own words.
    options.append("--limit-request-line=8190")
    command = [sys.executable, "-m", "gunicorn", "atsproject.wsgi:application", *options, "--no-control-socket"]
    return Child("web", [*command, "--log-level=warning"], essential=True, environment=environment)


# Queue -> what its worker is called, and its nice value. Training has a worker of its own, so that no resume waits
# behind it, at low priority, so that no page does.
QUEUES = {"default": ("worker", 0), "training": ("training worker", 10)}


def worker_children(*, backend: str, environment: dict[str, str]) -> list[Child]:
    """The processes that work through the queues; none where tasks run inside the request."""
    commands = {
        "database": ["db_worker", "--interval=0.5", "--queue-name"],
        "rq": ["rqworker", "--job-class=django_tasks_rq.Job"],
    }
    if backend not in commands:
        return []
    # The embedded Chroma belongs to the web process, which answers searches.
    environment = {**environment, "CHROMA_HOLDER": "false"}
    return [
        Child(
            name,
            [sys.executable, "manage.py", *commands[backend], queue],
            essential=False,
            environment=environment,
            niceness=niceness,
        )
        for queue, (name, niceness) in QUEUES.items()
    ]
