"""A wrong setting is refused by name, with what to write instead."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from atsproject import checks
from atsproject.env import Environment

ROOT = Path(__file__).resolve().parents[2]


def manage(tmp_path, *args: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """`manage.py` in a process of its own with nothing set but what is given."""
    env = {"PATH": os.environ["PATH"], "DATABASE_URL": f"sqlite:///{tmp_path}/db.sqlite3", **variables}
    return subprocess.run(
        [sys.executable, "manage.py", *args], cwd=ROOT, env=env, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize(
    "name, value",
    [
        ("DEBUG", "perhaps"),
        ("MAX_UPLOAD_MB", "lots"),
        ("MAX_UPLOAD_MB", "0"),
        ("API_THROTTLE", "-1"),
        ("STORAGE_BACKEND", "ftp"),
        ("TASKS_BACKEND", "celery"),
        ("PDF_ENGINE", "word"),
        ("DATABASE_URL", "nonsense"),
        ("DATABASE_URL", "oracle7://x"),
        ("DATABASE_URL", "mysql://ada@127.0.0.1/ats"),
        ("DATABASE_URL", "sqlite:////nowhere/at/all/db.sqlite3"),
        ("PAGE_CACHE_ROOT", "/etc/hostname"),
        ("ALLOWED_HOSTS", "https://ats.example.org"),
        ("ALLOWED_HOSTS", "ats.example.org:443"),
        ("ALLOWED_HOSTS", "one.example.org two.example.org"),
        ("CSRF_TRUSTED_ORIGINS", "ats.example.org"),
        ("CHROMA_URL", "localhost:8000"),
        ("LLM_URL", "http://"),
        ("REDIS_URL", "http://127.0.0.1"),
        ("LOG_LEVEL", "LOUD"),
        ("SECRET_KEY", "short"),
        ("EMBEDDING_MODEL", "/nowhere/at/all"),
    ],
)
def test_each_wrong_value_is_refused_by_name(tmp_path, name, value):
    done = manage(tmp_path, "check", **{name: value})
    assert done.returncode == 1, done.stderr
    assert "atsproject.E00" in done.stderr
    assert f"{name}: " in done.stderr
    assert "HINT: " in done.stderr
    assert "Traceback" not in done.stderr


def test_nothing_set_is_right_and_quick_to_say_so(tmp_path):
    done = manage(tmp_path, "check")
    assert done.returncode == 0, done.stderr
    assert "no issues" in done.stdout


def test_production_like_settings_pass_the_deployment_checks(tmp_path):
    done = manage(
        tmp_path,
        *("check", "--deploy", "--fail-level", "WARNING"),
        HTTPS="true",
        ALLOWED_HOSTS="ats.example.org",
        CSRF_TRUSTED_ORIGINS="https://ats.example.org",
        SECRET_KEY="k3-" * 25 + "abcdefghij",
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    "values, expected",
    [
        ({"STORAGE_BACKEND": "s3"}, "atsproject.E003"),
        ({"LLM_URL": "http://127.0.0.1:1", "LLM_MODEL": ""}, "atsproject.E005"),
        ({"LLM_URL": "", "LLM_MODEL": "small"}, "atsproject.W005"),
        ({"TASKS_BACKEND": "rq", "CHROMA_URL": ""}, "atsproject.W006"),
        ({"SECRET_KEY": "x" * 60}, "atsproject.E007"),
    ],
)
def test_settings_that_contradict_each_other(settings, values, expected):
    for name, value in values.items():
        setattr(settings, name, value)
    found = checks.check_object_storage(None) + checks.check_tasks(None) + checks.check_language_model(None)
    found += checks.check_chroma(None) + checks.check_secret_key(None)
    assert [message.id for message in found] == [expected]


def test_variables_that_nothing_uses_are_pointed_out(settings):
    settings.ENV = Environment({"REDIS_URL": "redis://127.0.0.1", "AWS_STORAGE_BUCKET_NAME": "cv"})
    found = checks.check_tasks(None) + checks.check_object_storage(None)
    assert [message.id for message in found] == ["atsproject.W004", "atsproject.W003"]


def test_a_folder_that_cannot_be_made(settings, tmp_path):
    (tmp_path / "file").write_text("in the way")
    settings.MEDIA_ROOT = tmp_path / "file" / "media"
    (found,) = checks.check_folders(None)
    assert found.id == "atsproject.E002"
    assert "MEDIA_ROOT" in found.msg


def test_an_address_with_a_password_is_not_repeated():
    env = Environment({"REDIS_URL": "http://user:hunter2@host"})
    assert env.address("REDIS_URL", "redis://x", ("redis",)) == "redis://x"
    assert "hunter2" not in str(env.problems)


def test_a_web_server_refuses_what_commands_refuse(tmp_path):
    env = {"PATH": os.environ["PATH"], "DATABASE_URL": f"sqlite:///{tmp_path}/db.sqlite3", "MAX_UPLOAD_MB": "lots"}
    command = [sys.executable, "-c", "import atsproject.wsgi"]
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "MAX_UPLOAD_MB: 'lots' is not a value it takes. Write a whole number from 1 to 500." in done.stderr
