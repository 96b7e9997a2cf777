"""How long a management command takes to start, and what it imports."""

import json
import statistics
import subprocess
import sys
import time
from typing import Any

from django.conf import settings

HEAVY = {
    *("torch", "sentence_transformers", "transformers", "faiss", "chromadb", "onnxruntime", "onnx", "peft", "trl"),
    *("datasets", "sklearn", "scipy", "tokenizers", "pypdf", "pypdfium2", "openpyxl", "pyarrow", "pandas", "numpy"),
}
RUNS = 7


def measure_startup() -> dict[str, Any]:
    """``manage.py check`` in a process of its own: seconds (median, slowest), modules, heavy libraries."""
    seconds = []
    for _ in range(RUNS):
        begun = time.perf_counter()
        subprocess.run(
            [sys.executable, "manage.py", "check"], cwd=settings.BASE_DIR, check=True, capture_output=True, text=True
        )
        seconds.append(time.perf_counter() - begun)
    names = _modules_of_check()
    return {
        "check_seconds_median": round(statistics.median(seconds), 3),
        "check_seconds_slowest": round(max(seconds), 3),
        "runs": RUNS,
        "modules": len(names),
        "heavy_libraries": sorted(HEAVY & {name.partition(".")[0] for name in names}),
    }


def _modules_of_check() -> list[str]:
    program = (
        "import json, sys, django; django.setup()\n"
        "from django.core.management import call_command; call_command('check', verbosity=0)\n"
        "print(json.dumps(sorted(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=settings.BASE_DIR, check=True, capture_output=True, text=True
    )
    names: list[str] = json.loads(done.stdout.splitlines()[-1])
    return names
