"""Several people upload the same PDF in the same moment: real processes on a real database file."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = """
import io, json, sys, threading
import django
django.setup()
from django.conf import settings
from django.core.management import call_command
from django.db import connection
settings.MEDIA_ROOT = sys.argv[2]
if sys.argv[1] == "migrate":
    call_command("migrate", verbosity=0)
    sys.exit()
from resumes.services import add_resume
from tests.resumes.pdfs import resume_pdf
ready = threading.Barrier(3)
found = []
def upload(number):
    ready.wait()
    intake = add_resume(file=io.BytesIO(resume_pdf()), filename=f"{sys.argv[1]}-{number}.pdf", by=None)
    found.append([intake.resume.pk, intake.duplicate])
    connection.close()
threads = [threading.Thread(target=upload, args=(n,)) for n in range(3)]
[t.start() for t in threads]
[t.join() for t in threads]
print(json.dumps(found))
"""
REPORT = """
import json, django
django.setup()
from resumes.models import Resume
print(json.dumps([[r.pk, r.status, r.original_filename, r.other_filenames] for r in Resume.objects.all()]))
"""


@pytest.fixture
def environment(tmp_path):
    return os.environ | {
        "DATABASE_URL": f"sqlite:///{tmp_path / 'race.sqlite3'}",
        "DJANGO_SETTINGS_MODULE": "tests.settings",
        "PYTHONPATH": str(ROOT),
    }


def start(program, *arguments, environment):
    return subprocess.Popen(
        [sys.executable, "-c", program, *arguments], env=environment, cwd=ROOT, stdout=subprocess.PIPE, text=True
    )


def finish(process):
    output, _ = process.communicate(timeout=120)
    assert process.returncode == 0
    return json.loads(output) if output else None


def test_simultaneous_uploads_of_one_pdf_are_one_row(tmp_path, environment):
    media = str(tmp_path / "media")
    finish(start(PROGRAM, "migrate", media, environment=environment))
    uploads = [start(PROGRAM, name, media, environment=environment) for name in ("alice", "bob")]
    intakes = [tuple(row) for process in uploads for row in finish(process)]
    ((pk, status, original, others),) = finish(start(REPORT, environment=environment))
    assert len(intakes) == 6
    assert {found for found, _ in intakes} == {pk}
    assert sum(not duplicate for _, duplicate in intakes) == 1
    assert status == "ready"
    assert {original, *others} == {f"{name}-{n}.pdf" for name in ("alice", "bob") for n in range(3)}
    assert len([path for path in Path(media).rglob("*") if path.is_file()]) == 1
