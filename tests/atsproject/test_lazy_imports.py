"""What needs no heavy library imports none."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
HEAVY = {
    *("torch", "sentence_transformers", "transformers", "faiss", "chromadb", "onnxruntime", "onnx", "peft", "trl"),
    *("datasets", "sklearn", "scipy", "tokenizers", "pypdf", "pypdfium2", "openpyxl", "pyarrow", "pandas", "numpy"),
}
CHECK = "call_command('check', verbosity=0)"
PAGE = (
    "c = Client(SERVER_NAME='localhost')\n"
    "assert (c.get('/healthz').status_code, c.get('/api/tokens').status_code) == (200, 401)"
)
MIGRATE = "call_command('migrate', verbosity=0)"


@pytest.mark.parametrize("doing", [CHECK, PAGE, MIGRATE], ids=["check", "page", "migrate"])
def test_no_heavy_library_is_imported(tmp_path, doing):
    program = (
        "import django, json, sys; django.setup()\n"
        "from django.core.management import call_command; from django.test import Client\n"
        f"{doing}\n"
        "print(json.dumps(sorted({name.split('.')[0] for name in sys.modules})))"
    )
    env = os.environ | {
        "DJANGO_SETTINGS_MODULE": "tests.settings",
        "DATABASE_URL": f"sqlite:///{tmp_path}/db.sqlite3",
    }
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, env=env, capture_output=True, text=True, check=True
    )
    assert HEAVY & set(json.loads(done.stdout.splitlines()[-1])) == set()
