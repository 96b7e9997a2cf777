"""An installation of its own for a flow test: folders, database, users, and the running server."""

import json
import os
import socket
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import httpx

ROOT = Path(__file__).resolve().parents[2]
START_SECONDS = 60
KEPT = ("PATH", "HOME", "LANG", "TMPDIR", "MODEL_ROOT")


def free_port() -> int:
    """A port nobody listens on at the moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def answers(port: int, host: str = "127.0.0.1") -> bool:
    """Whether something accepts connections there."""
    with suppress(OSError), socket.create_connection((host, port), timeout=1):
        return True
    return False


def wait_for(condition, seconds: float, what: str) -> None:
    """Return once the condition holds; AssertionError when it does not in time."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if condition():
            return
        time.sleep(0.1)
    raise AssertionError(f"{what} did not happen within {seconds} s")


@dataclass
class Installation:
    """Folders below ``root``, an environment of its own, and the processes started in it."""

    root: Path
    variables: dict[str, str] = field(default_factory=dict)
    port: int = field(default_factory=free_port)
    processes: list["subprocess.Popen[bytes]"] = field(default_factory=list)

    @property
    def environment(self) -> dict[str, str]:
        """Nothing of the caller's settings but what is needed to run at all."""
        kept = {
            name: os.environ[name] for name in ("PATH", "HOME", "LANG", "TMPDIR", "MODEL_ROOT") if name in os.environ
        }
        return {
            **kept,
            "SECRET_KEY": "flow-" + "0123456789abcdef" * 4,
            "DATABASE_URL": f"sqlite:///{self.root / 'db.sqlite3'}",
            "MEDIA_ROOT": str(self.root / "media"),
            "VECTOR_ROOT": str(self.root / "vectors"),
            "HF_HUB_OFFLINE": "1",
            "OMP_NUM_THREADS": "1",
            "LOG_LEVEL": "WARNING",
            **self.variables,
        }

    @property
    def url(self) -> str:
        """Where the server answers."""
        return f"http://127.0.0.1:{self.port}"

    def manage(self, *args: str, check: bool = True) -> "subprocess.CompletedProcess[str]":
        """Run a management command to its end."""
        command = [sys.executable, "manage.py", *args]
        done = subprocess.run(command, cwd=ROOT, env=self.environment, capture_output=True, text=True, check=False)
        assert not check or done.returncode == 0, f"{args}: {done.stdout}\n{done.stderr}"
        return done

    def start(self, *command: str) -> "subprocess.Popen[bytes]":
        """Start a process in this installation; its output goes to a file below ``root``."""
        with (self.root / f"process{len(self.processes)}.log").open("wb") as log:
            process = subprocess.Popen(
                command, cwd=ROOT, env=self.environment, stdout=log, stderr=subprocess.STDOUT, start_new_session=True
            )
        self.processes.append(process)
        return process

    def serve(self, threads: int = 8) -> None:
        """Start the web process and wait until it answers."""
        options = [f"--bind=127.0.0.1:{self.port}", f"--threads={threads}", "--workers=1", "--timeout=120"]
        web = self.start(
            sys.executable, "-m", "gunicorn", "atsproject.wsgi:application", *options, "--no-control-socket"
        )

        def up() -> bool:
            assert web.poll() is None, self.logs()
            with suppress(httpx.TransportError):
                return httpx.get(f"{self.url}/healthz", timeout=5).status_code == 200
            return False

        wait_for(up, START_SECONDS, "the server's first answer")

    def token(self, username: str, role: str) -> str:
        """A token of a user, made with the role when there is none of that name."""
        done = self.manage("create_api_token", username, "--create", "--role", role, "--json")
        return str(json.loads(done.stdout)["token"])

    def client(self, username: str = "alice", role: str = "recruiter") -> httpx.Client:
        """A program that calls the API as the user."""
        headers = {"Authorization": f"Token {self.token(username, role)}"}
        return httpx.Client(base_url=self.url, headers=headers, timeout=120)

    def logs(self) -> str:
        """What the processes have said."""
        return "\n".join(path.read_text(errors="replace") for path in sorted(self.root.glob("process*.log")))

    def stop(self) -> None:
        """End every process that was started here, the newest first."""
        for process in reversed(self.processes):
            process.terminate()
        for process in reversed(self.processes):
            try:
                process.wait(30)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
