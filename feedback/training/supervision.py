"""Runs a training process beside us: one at a time, at low priority, watched and stoppable."""

import fcntl
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

LOG_TAIL = 20_000  # characters of the process's output that are kept on the row


class TrainingBusy(RuntimeError):
    """Another training holds the lock."""


@contextmanager
def training_lock(folder: Path) -> Iterator[None]:
    """Hold the one training lock under ``folder``; raises TrainingBusy where another process has it.

    The kernel drops the lock with the process, so a crash never leaves it behind.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "training.lock").open("w", encoding="ascii") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise TrainingBusy("Another training is running. Wait for it or cancel it.") from error
        yield


def lock_is_free(folder: Path) -> bool:
    """True when no training runs on this machine."""
    try:
        with training_lock(folder):
            return True
    except TrainingBusy:
        return False


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
    to go on; False writes ``output``/cancel, which the process obeys between two steps.
    """
    log_path = output / "log.txt"
    environment = {**os.environ, "HF_HUB_OFFLINE": "1", "TOKENIZERS_PARALLELISM": "false", "PYTHONUNBUFFERED": "1"}
    with log_path.open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", module, *arguments],
            stdout=log,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
            env=environment,
            cwd=Path(__file__).resolve().parent.parent.parent,
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
