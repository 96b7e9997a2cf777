"""Where adapters lie."""

import shutil
from pathlib import Path

from django.conf import settings

from feedback.models import TrainingRun


def adapters_root() -> Path:
    """Where adapters, and the locks of training, lie."""
    return Path(settings.MODEL_ROOT) / "adapters"


def run_folder(run: TrainingRun) -> Path:
    """Where a run's files lie."""
    return adapters_root() / f"run-{run.pk}"


def forget_data(folder: Path) -> None:
    """Remove what a run was trained on, the trainer's own copies too: it is what resumes say, and no erasure looks for
    it beside an adapter."""
    (folder / "data.jsonl").unlink(missing_ok=True)
    shutil.rmtree(folder / "work", ignore_errors=True)
