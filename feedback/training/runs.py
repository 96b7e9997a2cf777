"""Trains adapters: asks for a run, carries it out in a process of its own, and records what came of it."""

import json
import logging
import re
from dataclasses import asdict, dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from rest_framework.exceptions import APIException

from feedback.models import Snapshot, TrainingRun
from feedback.snapshots.build import add_formats
from feedback.snapshots.manifest import RECORDS
from feedback.snapshots.writers import file_sha256
from feedback.trail import Actor, log_event
from feedback.training.causal_models import base_sha256
from feedback.training.causal_trainer import CausalSpec
from feedback.training.crashes import fail_crashed_runs, this_host
from feedback.training.data import HELD_OUT, fit_ratings, write_pairs
from feedback.training.embed_trainer import EmbedSpec
from feedback.training.errors import BadTraining, TooFewRatings, TrainingNotInstalled
from feedback.training.places import adapters_root, run_folder
from feedback.training.process import CANCELLED
from feedback.training.supervision import TrainingBusy, supervise, training_lock, when_free
from vectors.packaged import ModelRefused, verified_folder, weights_sha256
from vectors.services import base_model

TASKS = ("embed", "sft", "dpo", "kto")
LEAST_RATINGS = 100
LEAST_HELD_OUT_JOBS = 10
NEEDED = ("peft", "trl", "datasets", "accelerate")
CAUSAL_DATA = {"sft": "prompt_completion/train.jsonl", "dpo": "train.jsonl", "kto": "train.jsonl"}

# A language model has more to hold in memory, and forgets at the rate that an embedding model learns by.
CAUSAL_DEFAULTS = {"batch_size": 4, "learning_rate": 2e-4, "max_tokens": 512}

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Parameters:
    """What a person can choose about a run. ``device`` and ``bf16`` take auto."""

    r: int = 8
    steps: int = 100
    batch_size: int = 32
    learning_rate: float = 1e-3
    seed: int = 0
    device: str = "auto"
    bf16: str = "auto"
    max_tokens: int = 256

    def __post_init__(self) -> None:
        bounds = {
            "r": (1, 256),
            "steps": (1, 100_000),
            "batch_size": (2, 1024),
            "max_tokens": (16, 8192),
            "seed": (0, 2**32 - 1),
        }
        for name, (low, high) in bounds.items():
            if not low <= getattr(self, name) <= high:
                raise BadTraining(f"{name} is a whole number from {low} to {high}.")
        if not 0 < self.learning_rate < 1:
            raise BadTraining("learning_rate lies between 0 and 1.")
        if not re.fullmatch(r"auto|cpu|mps|cuda(:\d{1,2})?", self.device):
            raise BadTraining("device is auto, cpu, cuda, cuda:1 or mps.")
        if self.bf16 not in ("auto", "true", "false"):
            raise BadTraining("bf16 is auto, true or false.")


def parameters_for(task: str, **chosen: Any) -> Parameters:
    """The parameters with what suits the task for those that are not given or None. Raises BadTraining."""
    given = {name: value for name, value in chosen.items() if value is not None}
    return Parameters(**{**(CAUSAL_DEFAULTS if task != "embed" else {}), **given})


def check_installed() -> None:
    """Raise TrainingNotInstalled without the libraries of requirements-train.txt. Imports none of them."""
    if any(find_spec(name) is None for name in NEEDED):
        raise TrainingNotInstalled


def check_enough(task: str, snapshot: Snapshot) -> dict[str, int]:
    """How many ratings and held-out jobs there are; raises TooFewRatings, saying what is missing."""
    if task != "embed":
        counts = {"ratings": int(snapshot.counts.get("records", 0)), "held_out_jobs": 0}
        if counts["ratings"] < LEAST_RATINGS:
            raise TooFewRatings(
                f"The snapshot has {counts['ratings']} ratings; at least {LEAST_RATINGS} are needed to learn from."
            )
        return counts
    ratings = fit_ratings(snapshot)
    jobs = {rating.job_id for rating in ratings if rating.part in HELD_OUT}
    counts = {"ratings": len(ratings), "held_out_jobs": len(jobs)}
    if counts["ratings"] < LEAST_RATINGS or counts["held_out_jobs"] < LEAST_HELD_OUT_JOBS:
        raise TooFewRatings(
            f"The snapshot rates {counts['ratings']} pairs of job and candidate and holds out "
            f"{counts['held_out_jobs']} jobs. At least {LEAST_RATINGS} ratings are needed to learn from, and "
            f"{LEAST_HELD_OUT_JOBS} held-out jobs to tell whether anything was learned. Collect more feedback; "
            "--force tries all the same."
        )
    return counts


def request_training(
    *,
    by: Actor,
    task: str,
    snapshot: Snapshot,
    base: str = "",
    parameters: Parameters | None = None,
    force: bool = False,
    enqueue: bool = True,
) -> TrainingRun:
    """Make a queued run; with ``enqueue`` a worker takes it after the commit, else the caller runs it.

    Raises BadTraining, TooFewRatings (unless ``force``), TrainingNotInstalled.
    """
    if task not in TASKS:
        raise BadTraining(f"There is no task {task!r}. There are: {', '.join(TASKS)}.")
    if task != "embed" and not base:
        raise BadTraining("Name the language model to train: --base FOLDER, hub name, or GGUF file.")
    check_installed()
    if not force:
        check_enough(task, snapshot)
    name, digest = _base_identity(task, base)
    with transaction.atomic():
        run = TrainingRun.objects.create(
            task=task,
            snapshot=snapshot,
            snapshot_hash=snapshot.hash,
            base=name,
            base_sha256=digest,
            parameters={**asdict(parameters or Parameters()), "base": base, "forced": force},
            created_by_id=by.pk if by is not None else None,
        )
        log_event(run, "train", by, task=task, snapshot=snapshot.pk)
        if enqueue:
            transaction.on_commit(lambda: _enqueue(run.pk))
    return run


def _enqueue(pk: int) -> None:
    from feedback.training.tasks import carry_out

    carry_out.enqueue(pk)


def _base_identity(task: str, base: str) -> tuple[str, str]:
    """The base's name, as written into the adapter, and the hash of its weights."""
    if task == "embed":
        model = base_model()
        return model.key, model.weights_sha256
    if base.startswith(("/", ".")) and not Path(base).exists():
        raise BadTraining(f"There is no model at {base}.")
    return Path(base).name if Path(base).exists() else base, base_sha256(base)


def carry_out_run(pk: int) -> TrainingRun:
    """Train a queued run to its end, whatever that is; the outcome stands on the row.

    Raises TrainingBusy where another training is running: the run then stays queued.
    """
    fail_crashed_runs()
    with training_lock(adapters_root()):
        claimed = TrainingRun.objects.filter(pk=pk, status=TrainingRun.Status.QUEUED).update(
            status=TrainingRun.Status.RUNNING, started_at=timezone.now(), host=this_host()
        )
        run = TrainingRun.objects.get(pk=pk)
        if not claimed:
            return run
        try:
            _train(run)
        except KeyboardInterrupt:
            _end(run, TrainingRun.Status.CANCELLED, error="Interrupted at the terminal.")
            raise
        except APIException as error:
            _end(run, TrainingRun.Status.FAILED, error=str(error.detail))
        except Exception as error:  # noqa: BLE001 - the row is where a person learns of it
            log.error("Training run %s failed: %s", pk, type(error).__name__)
            _end(run, TrainingRun.Status.FAILED, error=f"{type(error).__name__}: {error}")
    return run


def carry_out_here(pk: int) -> TrainingRun:
    """Train a queued run in the foreground. Where another training is running, the run is cancelled, as nobody would
    take it up later; raises TrainingBusy."""
    try:
        return carry_out_run(pk)
    except TrainingBusy as error:
        run = TrainingRun.objects.get(pk=pk)
        _end(run, TrainingRun.Status.CANCELLED, error=str(error))
        raise


def carry_out_in_turn(pk: int, *, wait: bool) -> None:
    """Train a queued run from the task queue; where another training is running, after that one (``wait``), else the
    run is cancelled. One that is cancelled while it waits is left alone."""

    def waiting() -> bool:
        return wait and TrainingRun.objects.filter(pk=pk, status=TrainingRun.Status.QUEUED).exists()

    run = when_free(lambda: carry_out_run(pk), waiting=waiting)
    if run is None and not wait:
        _end(TrainingRun.objects.get(pk=pk), TrainingRun.Status.CANCELLED, error="Another training is running.")


def _train(run: TrainingRun) -> None:
    folder = run_folder(run)
    folder.mkdir(parents=True, exist_ok=True)
    spec, module, rows = _specification(run, folder)
    spec.dump(folder / "spec.json")
    if run.snapshot is not None:
        run.snapshot_hash = run.snapshot.hash  # an erasure may have changed it while the run waited
    run.parameters = {**run.parameters, "rows": rows, "data_sha256": file_sha256(folder / "data.jsonl")}
    run.save(update_fields=["parameters", "snapshot_hash"])

    def note(progress: dict[str, Any]) -> bool:
        TrainingRun.objects.filter(pk=run.pk).update(progress=progress)
        return not TrainingRun.objects.filter(pk=run.pk, cancel_requested=True).exists()

    try:
        code, output = supervise(module, [str(folder / "spec.json")], output=folder, on_progress=note)
    finally:
        # The pairs hold what resumes say: they are not kept beside the adapter.
        (folder / "data.jsonl").unlink(missing_ok=True)
    run.refresh_from_db()
    run.log = output
    if code == CANCELLED:
        _end(run, TrainingRun.Status.CANCELLED, error="Cancelled.")
    elif code != 0:
        last = (output.strip().splitlines() or ["no message"])[-1]
        _end(run, TrainingRun.Status.FAILED, error=f"The training process ended with code {code}: {last}")
    else:
        _record_success(run, folder)


def _specification(run: TrainingRun, folder: Path) -> tuple[EmbedSpec | CausalSpec, str, int]:
    """The specification, the module that trains by it, and the number of training rows; writes data.jsonl."""
    chosen = {k: v for k, v in run.parameters.items() if k in Parameters.__dataclass_fields__}
    common = {
        "output": str(folder.resolve()),
        "base_id": run.base,
        "base_sha256": run.base_sha256,
        **chosen,
    }
    data = (folder / "data.jsonl").resolve()
    if run.snapshot is None:
        raise BadTraining("The snapshot of this run is gone.")
    if file_sha256(run.snapshot.folder / RECORDS) != run.snapshot.records_sha256:
        raise BadTraining("The records of the snapshot are not those that were frozen. Make a new snapshot.")
    if run.task == "embed":
        rows = write_pairs(run.snapshot, data)
        spec = EmbedSpec(pairs=str(data), base=str(_embedding_base()), **common)
        return spec, "feedback.training.embed_trainer", rows
    add_formats(run.snapshot, [run.task])
    source = run.snapshot.folder / run.task / CAUSAL_DATA[run.task]
    text = source.read_text(encoding="utf-8") if source.exists() else ""
    data.write_text(text, encoding="utf-8")
    causal = CausalSpec(task=run.task, data=str(data), base=run.parameters["base"], **common)
    return causal, "feedback.training.causal_trainer", text.count("\n")


def _embedding_base() -> Path:
    """The folder of the embedding model in use, without any adapter."""
    if not settings.EMBEDDING_MODEL:
        return verified_folder()
    folder = Path(settings.EMBEDDING_MODEL)
    if not folder.is_dir():
        raise ModelRefused("Training starts from a folder: set EMBEDDING_MODEL to the folder of the model.")
    return folder


def _record_success(run: TrainingRun, folder: Path) -> None:
    outcome = json.loads((folder / "outcome.json").read_text(encoding="utf-8"))
    run.versions = {**outcome.pop("versions"), "python": outcome.pop("python")}
    run.metrics = outcome
    run.adapter_path = str((folder / "adapter").relative_to(Path(settings.MODEL_ROOT)))
    run.adapter_sha256 = weights_sha256(folder / "adapter")
    _end(run, TrainingRun.Status.DONE)


def _end(run: TrainingRun, status: str, *, error: str = "") -> None:
    run.status = status
    run.error = error[:500]
    run.finished_at = timezone.now()
    run.save()
