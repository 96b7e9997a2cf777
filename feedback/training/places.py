"""Where adapters lie."""

from pathlib import Path

from django.conf import settings

from feedback.models import TrainingRun


def adapters_root() -> Path:
    """Where adapters, and the locks of training, lie."""
    return Path(settings.MODEL_ROOT) / "adapters"


def run_folder(run: TrainingRun) -> Path:
    """Where a run's files lie."""
    return adapters_root() / f"run-{run.pk}"
