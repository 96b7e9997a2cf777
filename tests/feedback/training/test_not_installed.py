"""Without the training extra every way in says what to install, and nothing else breaks."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
BLOCKED = ("torch", "peft", "trl", "datasets", "accelerate", "transformers", "sentence_transformers")
# Put first on the path of a process, it makes the libraries of the extra look as if nobody had installed them.
BLOCKER = f"""
import sys
class Blocker:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {BLOCKED!r}:
            raise ModuleNotFoundError(f"No module named {{name!r}}", name=name)
        return None
sys.meta_path.insert(0, Blocker())
import importlib.util
found = importlib.util.find_spec
def find_spec(name, package=None):
    return None if name.partition(".")[0] in {BLOCKED!r} else found(name, package)
importlib.util.find_spec = find_spec
"""


@pytest.fixture
def manage(tmp_path):
    """Runs manage.py in an installation of its own, without the extra."""
    (tmp_path / "sitecustomize.py").write_text(BLOCKER)
    environment = {
        **{name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ},
        "PYTHONPATH": str(tmp_path),
        "DATABASE_URL": f"sqlite:///{tmp_path / 'db.sqlite3'}",
        "SNAPSHOT_ROOT": str(tmp_path / "snapshots"),
        "VECTOR_ROOT": str(tmp_path / "vectors"),
        "MEDIA_ROOT": str(tmp_path / "media"),
        "MODEL_ROOT": str(tmp_path / "models"),
        "SECRET_KEY": "training-" + "0123456789abcdef" * 4,
    }

    def run(*arguments: str) -> "subprocess.CompletedProcess[str]":
        command = [sys.executable, "manage.py", *arguments]
        return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)

    assert run("migrate", "--verbosity=0").returncode == 0
    return run


def test_the_commands_say_what_to_install(manage):
    for command in (("train_adapter",), ("train_adapter", "--task", "dpo", "--dry-run"), ("loop",)):
        done = manage(*command)
        assert done.returncode == 1
        assert "pip install -r requirements-train.txt" in done.stderr
        assert "Traceback" not in done.stderr
    assert manage("check").returncode == 0
    assert manage("promote_adapter", "--help").returncode == 0
    assert manage("export_training_data", "--format", "sft").returncode == 0


def test_the_api_says_so_too(administrator, api_as, monkeypatch, settings, tmp_path):
    settings.SNAPSHOT_ROOT = tmp_path
    monkeypatch.setattr("feedback.training.readiness.find_spec", lambda name: None)
    answer = api_as(administrator).post("/api/training-runs", {"force": True}, format="json")
    assert (answer.status_code, answer.json()["code"]) == (503, "training_not_installed")
    assert "requirements-train.txt" in answer.json()["detail"]
