"""What every training process shares: device, determinism, progress and cancelling."""

import json
import os
import platform
import resource
import sys
import time
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingSpec:
    """Everything a run depends on. Paths are absolute; ``data`` is JSON Lines; ``base_id`` is the name that is written
    into the adapter. What a person can choose is explained in ``parameters``."""

    task: str
    data: str
    output: str
    base: str
    base_id: str
    base_sha256: str
    r: int
    steps: int
    batch_size: int
    learning_rate: float
    seed: int
    device: str
    bf16: str
    max_tokens: int

    @classmethod
    def load(cls, path: Path) -> "TrainingSpec":
        """Read a specification written by ``dump``."""
        return cls(**json.loads(path.read_text(encoding="utf-8")))

    def dump(self, path: Path) -> None:
        """Write the specification as JSON."""
        path.write_text(json.dumps(asdict(self), indent=1, sort_keys=True), encoding="utf-8")

    def arguments(self, device: str, rows: int) -> dict[str, Any]:
        """Training arguments that every trainer built on that of ``transformers`` takes."""
        return {
            "output_dir": str(Path(self.output) / "work"),
            "max_steps": self.steps,
            "per_device_train_batch_size": min(self.batch_size, rows),
            "learning_rate": self.learning_rate,
            "warmup_steps": max(1, self.steps // 10),
            "lr_scheduler_type": "linear",
            "seed": self.seed,
            "data_seed": self.seed,
            "bf16": pick_bf16(self.bf16, device),
            "use_cpu": device == "cpu",
            "save_strategy": "no",
            "report_to": "none",
            "logging_steps": 1,
            "disable_tqdm": True,
            "dataloader_num_workers": 0,
        }


def prepare(seed: int, device: str) -> str:
    """Seed every generator, ask for deterministic kernels, and return the device to train on
    (``auto`` is the GPU where there is one)."""
    import torch
    from transformers import set_seed

    # Whoever uses the pages meanwhile goes first. Its parent may be a worker at low priority already.
    os.setpriority(os.PRIO_PROCESS, 0, max(NICE, os.getpriority(os.PRIO_PROCESS, 0)))
    set_seed(seed)
    torch.use_deterministic_algorithms(True, warn_only=True)
    chosen = _device(device)
    if chosen == "cpu":
        # Beside a busy neighbour two threads were slower than one; the environment may say otherwise.
        torch.set_num_threads(int(os.environ.get("OMP_NUM_THREADS", "1")))
    return chosen


def _device(wanted: str) -> str:
    if wanted != "auto":
        return wanted
    import torch

    return "cuda" if torch.cuda.is_available() else "cpu"


def pick_bf16(wanted: str, device: str) -> bool:
    """``auto`` is bfloat16 on a GPU that has it; on a CPU it costs precision and gains nothing."""
    if wanted != "auto":
        return wanted == "true"
    import torch

    return bool(device == "cuda" and torch.cuda.is_bf16_supported())


def progress_callback(output: Path, steps: int) -> Any:
    """A trainer callback that appends step, loss and seconds left to ``progress.jsonl`` and stops
    the training when a file called ``cancel`` appears beside it."""
    from transformers import TrainerCallback

    started = time.monotonic()

    class Progress(TrainerCallback):  # type: ignore[misc]
        """Writes one line a step."""

        def on_log(self, args: Any, state: Any, control: Any, logs: Any = None, **kwargs: Any) -> None:
            """Called with the loss after each step."""
            done = max(1, int(state.global_step))
            left = (time.monotonic() - started) / done * (steps - done)
            line = {"step": done, "steps": steps, "loss": (logs or {}).get("loss"), "seconds_left": round(left, 1)}
            with (output / "progress.jsonl").open("a", encoding="utf-8") as file:
                file.write(json.dumps(line) + "\n")

        def on_step_end(self, args: Any, state: Any, control: Any, **kwargs: Any) -> None:
            """Stop between two steps when somebody asked for it."""
            if (output / "cancel").exists():
                control.should_training_stop = True

    return Progress()


def name_base(folder: Path, base_id: str, base_sha256: str) -> None:
    """Name the base of the adapter in ``folder`` by id and hash.

    peft writes the absolute path of the base, which means nothing on another machine.
    """
    config_path = folder / "adapter_config.json"
    config = json.loads(config_path.read_text(encoding="utf-8"))
    config["base_model_name_or_path"] = base_id
    config_path.write_text(json.dumps(config, indent=1, sort_keys=True), encoding="utf-8")
    base = {"base_id": base_id, "base_sha256": base_sha256}
    (folder / "README.md").unlink(missing_ok=True)  # it repeats the path
    (folder / "base.json").write_text(json.dumps(base, sort_keys=True), encoding="utf-8")


NICE = 10
CANCELLED = 3  # exit code of a training that stopped because somebody asked for it
LIBRARIES = ("torch", "transformers", "sentence-transformers", "peft", "trl", "datasets", "accelerate", "numpy")


def stop_if_cancelled(output: Path) -> None:
    """End the process, saving nothing, when the training was stopped before its last step."""
    if (output / "cancel").exists():
        print("Cancelled: nothing was saved.", flush=True)
        sys.exit(CANCELLED)


def write_outcome(output: Path, *, device: str, rows: int) -> None:
    """What the run took, for the row: CPU seconds, peak memory in MiB; and, beside snapshot and seed, what the bytes of
    the adapter depend on: device, number of threads, processor, library versions."""
    import torch

    usage = resource.getrusage(resource.RUSAGE_SELF)
    outcome = {
        "device": torch.cuda.get_device_name(device) if device.startswith("cuda") else device,
        "threads": torch.get_num_threads(),
        "processor": f"{platform.machine()} {torch.backends.cpu.get_cpu_capability()}",
        "rows": rows,
        "cpu_seconds": round(usage.ru_utime + usage.ru_stime, 1),
        "peak_mib": round(usage.ru_maxrss / 1024),
        "versions": {name: version(name) for name in LIBRARIES},
        "python": sys.version.split()[0],
    }
    (output / "outcome.json").write_text(json.dumps(outcome, sort_keys=True), encoding="utf-8")
