"""LoRA on a causal language model with TRL: a process of its own that reads and writes files.

Run as ``python -m feedback.training.causal_trainer SPEC.json``. ``data`` is JSON Lines as
``export_training_data --format sft|dpo|kto`` writes it.
"""

import json
import sys
from pathlib import Path
from typing import Any

from feedback.training.process import (
    TrainingSpec,
    name_base,
    prepare,
    progress_callback,
    stop_if_cancelled,
    write_outcome,
)

COLUMNS = {
    "sft": ("prompt", "completion"),
    "dpo": ("prompt", "chosen", "rejected"),
    "kto": ("prompt", "completion", "label"),
}


def train(spec: TrainingSpec) -> None:
    """Train and save the adapter under ``spec.output``/adapter.

    Raises ImportError without requirements-train.txt, ValueError where the data have no usable row.
    """
    from peft import LoraConfig

    from feedback.training.causal_models import fit_row, load_causal

    rows = _rows(spec)
    device = prepare(spec.seed, spec.device)
    model, tokenizer = load_causal(spec.base, device=device)
    rows = rows.map(lambda row: fit_row(row, tokenizer, spec.max_tokens), new_fingerprint=f"fitted{spec.max_tokens}")
    lora = LoraConfig(
        task_type="CAUSAL_LM", r=spec.r, lora_alpha=2 * spec.r, lora_dropout=0.0, target_modules="all-linear"
    )
    config_class, trainer_class = _trl(spec.task)
    trainer = trainer_class(
        model=model,
        args=config_class(
            **spec.arguments(device, len(rows)), max_length=spec.max_tokens, gradient_checkpointing=False
        ),
        train_dataset=rows,
        processing_class=tokenizer,
        peft_config=lora,
        callbacks=[progress_callback(Path(spec.output), spec.steps)],
    )
    trainer.train()
    stop_if_cancelled(Path(spec.output))
    _save(trainer.model, spec)
    write_outcome(Path(spec.output), device=device, rows=len(rows))


def _rows(spec: TrainingSpec) -> Any:
    """The records, read from disk as they are needed, with just the columns that the trainer takes: a further one
    would break it."""
    from datasets import load_dataset

    path, columns = Path(spec.data), list(COLUMNS[spec.task])
    with path.open(encoding="utf-8") as file:
        first = json.loads(file.readline() or "{}")
        count = 1 + sum(1 for _ in file)
    if count < 2 or not set(columns) <= set(first):
        raise ValueError(f"The data hold too few records with {', '.join(columns)}; at least two are needed.")
    cache = str(Path(spec.output) / "work" / "data")
    return load_dataset("json", data_files=str(path), split="train", cache_dir=cache).select_columns(columns)


def _trl(task: str) -> tuple[Any, Any]:
    """The configuration and trainer class of a task."""
    import trl

    classes = {
        "sft": ("SFTConfig", "SFTTrainer"),
        "dpo": ("DPOConfig", "DPOTrainer"),
        "kto": ("KTOConfig", "KTOTrainer"),
    }[task]
    return getattr(trl, classes[0]), getattr(trl, classes[1])


def _save(model: Any, spec: TrainingSpec) -> None:
    """Write the adapter with a config that names the base by id and hash instead of a local path."""
    folder = Path(spec.output) / "adapter"
    model.save_pretrained(str(folder))
    name_base(folder, spec.base_id, spec.base_sha256)


def main() -> None:
    """Entry point of the training process."""
    train(TrainingSpec.load(Path(sys.argv[1])))


if __name__ == "__main__":
    main()
