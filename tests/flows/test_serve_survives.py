"""What `manage.py serve` does when something goes wrong beneath it."""

import os
import signal
import subprocess
import sys

import httpx
import pytest

from tests.flows.installation import ROOT, Installation, wait_for

pytestmark = pytest.mark.flow
# A process that was killed between the row of an upload and its task.
CUT_OFF = """
from unittest.mock import patch
from resumes.services import add_resume
with patch("resumes.services.start_reading"), open("resumes/samples/amara-okafor.pdf", "rb") as file:
    add_resume(file=file, filename="a.pdf", by=None)
"""
STATUS = "from resumes.models import Resume; print(Resume.objects.get().status)"


@pytest.fixture
def served(tmp_path):
    """A site run by the command; its output goes to a file."""
    installation = Installation(tmp_path)
    installation.manage("migrate", "--verbosity=0")
    process = installation.start(sys.executable, "manage.py", "serve", "--no-prepare", f"--port={installation.port}")

    def up() -> bool:
        assert process.poll() is None, installation.logs()
        try:
            return httpx.get(f"{installation.url}/healthz").status_code == 200
        except httpx.TransportError:
            return False

    wait_for(up, 60, "the site's first answer")
    yield installation, process
    installation.stop()


def children_of(process: "subprocess.Popen[bytes]") -> dict[str, int]:
    """Name -> process id of what the command has started."""
    listed = subprocess.run(["ps", "-ww", "-eo", "pid,ppid,args"], capture_output=True, text=True, check=True).stdout
    rows = [line.split(None, 2) for line in listed.splitlines()[1:]]
    mine = {args: int(pid) for pid, ppid, args in rows if int(ppid) == process.pid}
    names = {"gunicorn": "gunicorn", "db_worker": "queue-name default", "training": "queue-name training"}
    return {name: pid for args, pid in mine.items() for name, words in names.items() if words in args}


def gone(pid: int) -> bool:
    """Whether the process has ended."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    state = (ROOT / f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] if os.path.exists("/proc") else ""
    return state == "Z"


def test_a_worker_that_dies_is_started_again_and_the_site_goes_on(served):
    installation, process = served
    first = children_of(process)["db_worker"]
    os.kill(first, signal.SIGKILL)
    wait_for(lambda: children_of(process).get("db_worker") not in (first, None), 20, "a new worker")
    assert "The worker process ended (exit code -9); starting it again." in installation.logs()
    assert httpx.get(f"{installation.url}/healthz").status_code == 200


def test_training_has_a_worker_of_its_own_at_low_priority(served):
    _, process = served
    children = children_of(process)
    ordinary = os.getpriority(os.PRIO_PROCESS, process.pid)
    assert os.getpriority(os.PRIO_PROCESS, children["training"]) == min(ordinary + 10, 19)
    assert os.getpriority(os.PRIO_PROCESS, children["db_worker"]) == ordinary


def test_a_web_process_that_dies_ends_the_command_with_its_worker(served):
    installation, process = served
    children = children_of(process)
    os.kill(children["gunicorn"], signal.SIGKILL)
    assert process.wait(60) != 0
    assert gone(children["db_worker"])
    assert gone(children["training"])
    assert "The web process ended" in installation.logs()


@pytest.mark.skipif(sys.platform != "linux", reason="ending with a killed parent is Linux's doing")
def test_nothing_is_left_when_the_command_itself_is_killed(served):
    _, process = served
    children = children_of(process)
    process.kill()
    process.wait(20)
    assert children.keys() >= {"gunicorn", "db_worker"}
    for name, pid in children.items():
        wait_for(lambda pid=pid: gone(pid), 30, f"the end of {name}")
    assert all(gone(pid) for pid in children.values())


def test_what_was_cut_off_is_picked_up_at_the_next_start(tmp_path):
    installation = Installation(tmp_path)
    installation.manage("migrate", "--verbosity=0")
    installation.manage("shell", "-v0", "-c", CUT_OFF)
    installation.start(sys.executable, "manage.py", "serve", "--no-prepare", f"--port={installation.port}")
    wait_for(lambda: "ready" in installation.manage("shell", "-v0", "-c", STATUS).stdout, 90, "the resume to be read")
    assert "From before: 1 resumes to read, 0 analyses to score" in installation.logs()
    installation.stop()
