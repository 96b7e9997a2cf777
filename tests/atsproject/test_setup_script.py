"""The set-up names what is missing on a fresh machine, and the package that brings it."""

import os
import shutil
import stat
import subprocess
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / ".ci" / "setup"


@pytest.fixture
def machine(tmp_path):
    """A folder with requirements and a PATH that holds nothing but what is put there."""
    (tmp_path / "bin").mkdir()
    (tmp_path / "requirements.txt").write_text("torch==2.13.0\n")
    sed = shutil.which("sed")
    assert sed
    (tmp_path / "bin" / "sed").symlink_to(sed)
    return tmp_path


def add(machine: Path, name: str, script: str) -> None:
    program = machine / "bin" / name
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)


def set_up(machine: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    env = {"PATH": str(machine / "bin")} | variables
    command = ["/bin/sh", str(SCRIPT), "requirements.txt", "stamp"]
    return subprocess.run(command, cwd=machine, env=env, capture_output=True, text=True, check=False)


def fake_venv(machine: Path, pip_exit: int) -> None:
    folder = machine / ".venv" / "bin"
    folder.mkdir(parents=True)
    python = folder / "python"
    python.write_text(f'#!/bin/sh\necho "$@" >> calls\n[ "$3" = install ] && exit {pip_exit}\nexit 0\n')
    python.chmod(0o755)


def test_no_python_at_all(machine):
    done = set_up(machine)
    assert done.returncode == 1
    assert "Python 3.11 or newer is needed" in done.stderr
    assert "apt-get install python3 python3-venv" in done.stderr


def test_a_python_that_is_too_old_or_only_a_shim_is_passed_over(machine):
    add(machine, "python3.11", "exit 127")
    add(machine, "python3", "exit 1")
    assert "Python 3.11 or newer is needed" in set_up(machine).stderr


def test_a_python_without_its_venv_module(machine):
    add(machine, "python3.12", 'case "$2" in *ensurepip*) exit 1;; *print*) echo 3.12;; esac')
    done = set_up(machine)
    assert done.returncode == 1
    assert "apt-get install python3.12-venv   (or python3-venv)" in done.stderr


def test_a_failed_install_without_a_compiler_names_it(machine):
    fake_venv(machine, pip_exit=1)
    done = set_up(machine)
    assert done.returncode == 1
    assert "apt-get install build-essential python3-dev" in done.stderr
    assert not (machine / "stamp").exists()


def test_an_install_leaves_its_stamp_and_takes_torch_from_the_named_index_first(machine):
    fake_venv(machine, pip_exit=0)
    assert set_up(machine, TORCH_INDEX="file:///wheels").returncode == 0
    installs = [line for line in (machine / "calls").read_text().splitlines() if "pip install" in line]
    assert "--index-url file:///wheels torch==2.13.0" in installs[0]
    assert installs[1].endswith("-r requirements.txt")
    assert (machine / "stamp").exists()


def test_the_script_runs_in_plain_sh():
    assert os.access(SCRIPT, os.X_OK)
    assert SCRIPT.read_text().startswith("#!/bin/sh\n")
