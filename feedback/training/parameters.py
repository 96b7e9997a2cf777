"""What a person can choose about a training, with what is sensible for each task."""

import re
from dataclasses import dataclass
from typing import Any

from feedback.training.errors import BadTraining

TASKS = ("embed", "sft", "dpo", "kto")
# A language model takes its text whole, and is trained more gently than the attention of a small encoder.
USUAL: dict[str, dict[str, Any]] = {
    "embed": {"batch_size": 32, "learning_rate": 3e-3, "max_tokens": 256},
    "sft": {"batch_size": 4, "learning_rate": 2e-4, "max_tokens": 1024},
    "dpo": {"batch_size": 4, "learning_rate": 5e-5, "max_tokens": 1024},
    "kto": {"batch_size": 4, "learning_rate": 5e-5, "max_tokens": 1024},
}


@dataclass(frozen=True, slots=True)
class Parameters:
    """One choice of parameters. ``device`` and ``bf16`` take auto. The defaults are those of the task embed."""

    r: int = 8
    steps: int = 100
    batch_size: int = 32
    learning_rate: float = 3e-3
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

    @classmethod
    def usual(cls, task: str, **chosen: Any) -> "Parameters":
        """What is usual for the task, but for what was chosen (not None). Raises BadTraining."""
        if task not in USUAL:
            raise BadTraining(f"There is no task {task!r}. There are: {', '.join(TASKS)}.")
        return cls(**{**USUAL[task], **{name: value for name, value in chosen.items() if value is not None}})
