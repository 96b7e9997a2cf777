"""A training process is watched, stopped when asked, and never runs beside another."""

import pytest

from feedback.training.supervision import TrainingBusy, lock_is_free, newest_progress, supervise, training_lock


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
