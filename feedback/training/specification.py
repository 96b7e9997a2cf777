"""What a training process is told: its specification, and the data it reads."""

import shutil
from pathlib import Path

from django.conf import settings

from feedback.models import TrainingRun
from feedback.snapshots.beside import add_formats
from feedback.snapshots.manifest import RECORDS
from feedback.snapshots.writers import file_sha256
from feedback.training.bases import Base, find_base
from feedback.training.data import write_pairs
from feedback.training.errors import BadTraining
from feedback.training.parameters import Parameters
from feedback.training.process import TrainingSpec
from feedback.training.readiness import CAUSAL_DATASETS
from vectors.packaged import ModelRefused, verified_folder
from vectors.services import base_model


def base_of(task: str, base: str) -> Base:
    """The model that a run of the task starts from. Raises BadTraining, ModelRefused."""
    if task == "embed":
        model = base_model()
        return Base(embedding_base(), model.key, model.weights_sha256)
    return find_base(base)


def specification(run: TrainingRun, folder: Path) -> tuple[TrainingSpec, str, int]:
    """The specification, the module that trains by it, and the number of training rows; writes data.jsonl.

    Raises BadTraining where the snapshot is gone or is not what was frozen, or the base is not the one of the run.
    """
    if run.snapshot is None:
        raise BadTraining("The snapshot of this run is gone.")
    if file_sha256(run.snapshot.folder / RECORDS) != run.snapshot.records_sha256:
        raise BadTraining("The records of the snapshot are not those that were frozen. Make a new snapshot.")
    chosen = {name: run.parameters[name] for name in Parameters.__dataclass_fields__ if name in run.parameters}
    data = (folder / "data.jsonl").resolve()
    if run.task == "embed":
        rows, base, module = write_pairs(run.snapshot, data), embedding_base(), "feedback.training.embed_trainer"
    else:
        found = find_base(run.parameters["base"])
        if found.sha256 != run.base_sha256:
            raise BadTraining(f"The weights of {run.base} are not those that the run was asked for. Start a new run.")
        rows, base, module = _causal_data(run, data), found.path, "feedback.training.causal_trainer"
    spec = TrainingSpec(
        task=run.task,
        data=str(data),
        output=str(folder.resolve()),
        base=str(base),
        base_id=run.base,
        base_sha256=run.base_sha256,
        **chosen,
    )
    return spec, module, rows


def _causal_data(run: TrainingRun, data: Path) -> int:
    """Copy the training part of the task's format beside the run; returns its rows."""
    assert run.snapshot is not None
    add_formats(run.snapshot, [run.task])
    source = run.snapshot.folder / run.task / CAUSAL_DATASETS[run.task].path / "train.jsonl"
    if not source.is_file():
        raise BadTraining(f"The snapshot has no training rows for {run.task}.")
    shutil.copyfile(source, data)
    with data.open("rb") as file:
        return sum(1 for _ in file)


def embedding_base() -> Path:
    """The folder of the embedding model in use, without any adapter. Raises ModelRefused."""
    if not settings.EMBEDDING_MODEL:
        return verified_folder()
    folder = Path(settings.EMBEDDING_MODEL)
    if not folder.is_dir():
        raise ModelRefused("Training starts from a folder: set EMBEDDING_MODEL to the folder of the model.")
    return folder
