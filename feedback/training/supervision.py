"""Runs a training process beside us: one at a time, at low priority, watched and stoppable."""

import ctypes
import fcntl
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

T = TypeVar("T")
ATTEMPTS = 5
LOG_TAIL = 20_000  # characters of the process's output that are kept on the row


class TrainingBusy(RuntimeError):
    """Another training holds the lock."""


@contextmanager
def training_lock(folder: Path, name: str = "training") -> Iterator[None]:
    """Hold the lock ``name`` under ``folder``; raises TrainingBusy where another process has it.

    The kernel drops the lock with the process, so a crash never leaves it behind.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / f"{name}.lock").open("w", encoding="ascii") as file:
        for attempt in range(ATTEMPTS):
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError as error:
                if attempt == ATTEMPTS - 1:
                    raise TrainingBusy("Another training is running. Wait for it or cancel it.") from error
                time.sleep(0.1)  # somebody may only be looking whether the lock is free
        yield


def lock_is_free(folder: Path, name: str = "training") -> bool:
    """True when nobody on this machine holds the lock."""
    path = folder / f"{name}.lock"
    if not path.exists():
        return True
    with path.open(encoding="ascii") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
    return True


def when_free(act: Callable[[], T], *, waiting: Callable[[], bool], seconds: float = 1.0) -> T | None:
    """The outcome of ``act`` once it no longer raises TrainingBusy; None when ``waiting`` says to wait no longer."""
    while True:
        try:
            return act()
        except TrainingBusy:
            if not waiting():
                return None
            time.sleep(seconds)


def supervise(
    module: str,
    arguments: list[str],
    *,
    output: Path,
    on_progress: Callable[[dict[str, Any]], bool],
    poll_seconds: float = 1.0,
) -> tuple[int, str]:
    """Run ``python -m module arguments`` until it ends; returns its exit code and the end of its output.

    ``on_progress`` gets the newest line of ``output``/progress.jsonl at each poll and answers whether
    to go on; False writes ``output``/cancel, which the process obeys between two steps. The process ends with this
    one, however that ends.
    """
    log_path = output / "log.txt"
    quiet = {"TQDM_DISABLE": "1", "HF_HUB_DISABLE_PROGRESS_BARS": "1"}  # a log keeps every state of a bar
    environment = {**os.environ, **quiet, "HF_HUB_OFFLINE": "1", "TOKENIZERS_PARALLELISM": "false"}
    environment["PYTHONUNBUFFERED"] = "1"
    with log_path.open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", module, *arguments],
            stdout=log,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
            env=environment,
            cwd=Path(__file__).resolve().parent.parent.parent,
            preexec_fn=_end_with_parent if sys.platform == "linux" else None,
        )
        try:
            while process.poll() is None:
                if not on_progress(newest_progress(output)):
                    (output / "cancel").touch()
                time.sleep(poll_seconds)
        finally:
            if process.poll() is None:
                process.kill()
                process.wait()
    on_progress(newest_progress(output))
    return process.returncode, log_path.read_text(encoding="utf-8", errors="replace")[-LOG_TAIL:]


def why_ended(code: int, output: str) -> str:
    """Why a process ended that was not done, in a sentence; ``code`` is its exit code, a signal's number below zero."""
    if code < 0:
        return (
            f"The training process was ended from outside (signal {-code}): by the system, which does so where memory "
            "runs out, or by somebody. The log says how far it had come. Start a new run."
        )
    last = (output.strip().splitlines() or ["no message"])[-1]
    return f"The training process ended with code {code}: {last}"


def _end_with_parent() -> None:
    """In the child: have the kernel kill it when its parent ends, even when that was killed. Nobody watches it then,
    and the lock that kept a second training away is gone."""
    set_parent_death_signal = 1
    ctypes.CDLL(None).prctl(set_parent_death_signal, signal.SIGKILL)


def newest_progress(output: Path) -> dict[str, Any]:
    """The last whole line of progress.jsonl, or an empty dict."""
    try:
        lines = (output / "progress.jsonl").read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return {}
    for line in reversed(lines):
        try:
            found: dict[str, Any] = json.loads(line)
        except json.JSONDecodeError:
            continue  # the process is writing this line right now
        return found
    return {}
