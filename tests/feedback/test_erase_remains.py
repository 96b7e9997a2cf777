"""An erased person is not left in the files of the database: neither in free pages nor in the write-ahead log."""

import os
import subprocess
import sys

from django.conf import settings

SCRIPT = """
import django
django.setup()
from django.core.management import call_command
from django.utils import timezone
from resumes.models import Resume
call_command("migrate", verbosity=0)
text = "Zebulon Quackenbush\\nPython\\n" * 400
for number in range(3):
    Resume.objects.create(
        resume_id=f"resume_00000000000{number}", sha256=f"{number}" * 64, candidate_name="Zebulon Quackenbush",
        text=text, status="ready", finished_at=timezone.now(), profile={"basics": {"name": "Zebulon Quackenbush"}},
    )
for number in range(3):
    call_command("erase_candidate", f"resume_00000000000{number}", "--yes", "--json")
from pathlib import Path
for path in Path(FOLDER).glob("db.sqlite3*"):
    assert b"Quackenbush" not in path.read_bytes(), path.name
"""


def test_nobody_is_left_in_the_files_of_the_database(tmp_path):
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "atsproject.settings",
        "DATABASE_URL": f"sqlite:///{tmp_path / 'db.sqlite3'}",
        **{f"{name}_ROOT": str(tmp_path / name.lower()) for name in ("MEDIA", "VECTOR", "SNAPSHOT", "PAGE_CACHE")},
    }
    script = SCRIPT.replace("FOLDER", repr(str(tmp_path)))
    done = subprocess.run(
        [sys.executable, "-c", script],
        env=environment,
        cwd=settings.BASE_DIR,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
