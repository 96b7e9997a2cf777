"""A training process is watched, stopped when asked, and never runs beside another."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from feedback.training.supervision import (
    TrainingBusy,
    lock_is_free,
    newest_progress,
    supervise,
    training_lock,
    why_ended,
)
from tests.flows.installation import wait_for


def write(folder, name, text):
    (folder / f"{name}.py").write_text(text)


def test_only_one_training_at_a_time(tmp_path):
    with training_lock(tmp_path):
        assert not lock_is_free(tmp_path)
        with pytest.raises(TrainingBusy), training_lock(tmp_path):
            pass
    assert lock_is_free(tmp_path)


def test_a_line_being_written_is_passed_over(tmp_path):
    assert newest_progress(tmp_path) == {}
    (tmp_path / "progress.jsonl").write_text('{"step": 1}\n{"step": 2}\n{"st')
    assert newest_progress(tmp_path) == {"step": 2}


def test_output_and_exit_code_are_kept(tmp_path):
    code, output = supervise("this", [], output=tmp_path, on_progress=lambda line: True, poll_seconds=0.05)
    assert code == 0
    assert "Beautiful is better than ugly" in output
    code, output = supervise("no_such_module_here", [], output=tmp_path, on_progress=lambda line: True)
    assert code != 0
    assert "No module named" in output


def test_saying_no_asks_the_process_to_stop(tmp_path, monkeypatch):
    script = (
        "import pathlib, sys, time\n"
        f"out = pathlib.Path({str(tmp_path)!r})\n"
        "for step in range(600):\n"
        "    with (out / 'progress.jsonl').open('a') as file: file.write('{\"step\": %d}\\n' % step)\n"
        "    if (out / 'cancel').exists(): sys.exit(3)\n"
        "    time.sleep(0.05)\n"
    )
    write(tmp_path, "endless_training", script)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    code, _ = supervise(
        "endless_training", [], output=tmp_path, on_progress=lambda line: line.get("step", 0) < 3, poll_seconds=0.05
    )
    assert code == 3


@pytest.mark.skipif(sys.platform != "linux", reason="ending with a killed parent is Linux's doing")
def test_a_training_ends_with_the_process_that_watches_it_and_frees_the_lock(tmp_path):
    pid = tmp_path / "pid"
    script = f"import os, pathlib, time\npathlib.Path({str(pid)!r}).write_text(str(os.getpid()))\ntime.sleep(600)\n"
    write(tmp_path, "endless_training", script)
    watcher = (
        "from pathlib import Path\n"
        "from feedback.training.supervision import supervise, training_lock\n"
        f"folder = Path({str(tmp_path)!r})\n"
        "with training_lock(folder):\n"
        "    supervise('endless_training', [], output=folder, on_progress=lambda line: True)\n"
    )
    environment = {**os.environ, "PYTHONPATH": f"{tmp_path}:{os.getcwd()}"}
    process = subprocess.Popen([sys.executable, "-c", watcher], env=environment)
    wait_for(lambda: pid.exists() and pid.read_text(), 60, "the training's beginning")
    trainer = int(pid.read_text())
    assert not lock_is_free(tmp_path)
    process.kill()
    process.wait(30)
    wait_for(lambda: ended(trainer), 30, "the training's end")
    assert lock_is_free(tmp_path)


def ended(pid: int) -> bool:
    """Whether the process is gone, or waits for nobody but to be counted."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] == "Z"
    except FileNotFoundError:
        return True


def test_what_was_killed_says_so_and_what_broke_says_why():
    killed = why_ended(-9, "{'loss': '0.5'}")
    assert "ended from outside (signal 9)" in killed
    assert "loss" not in killed  # the last figures are no reason
    assert why_ended(1, "first\nValueError: no rows\n") == "The training process ended with code 1: ValueError: no rows"
    assert why_ended(2, "") == "The training process ended with code 2: no message"


def test_a_log_holds_no_progress_bars(tmp_path, monkeypatch):
    write(tmp_path, "short_training", "from tqdm import tqdm\nfor _ in tqdm(range(50)):\n    pass\nprint('done')\n")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    assert supervise("short_training", [], output=tmp_path, on_progress=lambda line: True, poll_seconds=0.05) == (
        0,
        "done\n",
    )
