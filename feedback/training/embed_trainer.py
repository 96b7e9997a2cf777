"""LoRA on the embedding model: a process of its own that reads files and writes files.

Run as ``python -m feedback.training.embed_trainer SPEC.json``. It knows nothing of Django or the
database: the parent hands it a specification and watches ``progress.jsonl`` in the output folder.

Method: CoSENT loss (Su, 2022) on pairs (sentence1, sentence2, score 0..1), compared among candidates
of the same posting (``ranking_loss``), with low-rank adapters (Hu et al., 2021; ``peft``) on the
attention projections of the encoder.
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

TARGET_MODULES = ("query", "key", "value")
LEAST_AGREEMENT = 0.9999
LEAST_MOVED = 1e-6
# What the merged model is compared with the unmerged one on: short, long, and far from each other.
COMPARED = (
    "Backend engineer",
    "Registered nurse with eight years in intensive care, shift leader for a team of twelve.",
    "We look for an accountant who closes the books every month, knows IFRS and speaks German.",
    "Python, Django, PostgreSQL, Kubernetes, Terraform, AWS, Git, CI/CD, REST, GraphQL",
)
TOGETHER = 16  # candidates of one posting that are compared with each other in a step


def train(spec: TrainingSpec) -> None:
    """Train and save the adapter under ``spec.output``/adapter.

    Raises ImportError without requirements-train.txt, ValueError on fewer than two pairs.
    """
    from datasets import Dataset
    from peft import LoraConfig, TaskType
    from sentence_transformers import (
        SentenceTransformer,
        SentenceTransformerTrainer,
        SentenceTransformerTrainingArguments,
    )

    from feedback.training.ranking_loss import posting_batches, ranking_loss

    rows = [json.loads(line) for line in Path(spec.data).read_text(encoding="utf-8").splitlines() if line.strip()]
    if len(rows) < 2:
        raise ValueError("CoSENT compares pairs with each other: at least two are needed.")
    device = prepare(spec.seed, spec.device)
    model = SentenceTransformer(spec.base, device=device, local_files_only=True)
    model.max_seq_length = spec.max_tokens
    model.add_adapter(
        LoraConfig(
            task_type=TaskType.FEATURE_EXTRACTION,
            r=spec.r,
            lora_alpha=2 * spec.r,
            lora_dropout=0.0,
            target_modules=list(TARGET_MODULES),
        )
    )
    # Column order is the loss's argument order, and a further column would break it.
    columns = {name: [row[name] for row in rows] for name in ("sentence1", "sentence2", "score")}
    arguments = SentenceTransformerTrainingArguments(
        **spec.arguments(device, len(rows)), batch_sampler=posting_batches(columns["sentence1"], TOGETHER)
    )
    trainer = SentenceTransformerTrainer(
        model=model,
        args=arguments,
        train_dataset=Dataset.from_dict(columns),
        loss=ranking_loss(model),
        callbacks=[progress_callback(Path(spec.output), spec.steps)],
    )
    trainer.train()
    stop_if_cancelled(Path(spec.output))
    _save(model, spec)
    write_outcome(Path(spec.output), device=device, rows=len(rows))


def _save(model: Any, spec: TrainingSpec) -> None:
    """Write adapter_model.safetensors and a config that names the base by id and hash."""
    folder = Path(spec.output) / "adapter"
    model[0].model.save_pretrained(str(folder))
    name_base(folder, spec.base_id, spec.base_sha256)


def merge(*, base: Path, adapter: Path, output: Path) -> dict[str, float]:
    """Write the base with the adapter merged into its weights as a sentence-transformers folder.

    Returns the least cosine of merged and unmerged vectors of one text (``agreement``), and how far from 1 that of
    adapted and plain ones falls (``moved``). Raises ValueError where the merged model is not what was trained, or the
    adapter moves nothing.
    """
    from peft import PeftModel
    from sentence_transformers import SentenceTransformer

    model = SentenceTransformer(str(base), device="cpu", local_files_only=True)
    plain = _vectors(model)
    with_adapter: Any = PeftModel.from_pretrained(model[0].model, str(adapter))
    model[0].model = with_adapter
    adapted = _vectors(model)
    model[0].model = with_adapter.merge_and_unload()
    agreement = float((_vectors(model) * adapted).sum(axis=1).min())
    moved = float(1 - (plain * adapted).sum(axis=1).min())
    if agreement < LEAST_AGREEMENT:
        raise ValueError(f"The merged model is not what was trained: cosine {agreement:.6f}.")
    if moved < LEAST_MOVED:
        raise ValueError("The adapter moves no vector. Train it longer, or at a higher learning rate.")
    model.save(str(output), create_model_card=False)
    return {"agreement": round(agreement, 6), "moved": round(moved, 6)}


def _vectors(model: Any) -> Any:
    return model.encode(list(COMPARED), normalize_embeddings=True, convert_to_numpy=True)


def main() -> None:
    """Entry point of the training process."""
    if len(sys.argv) == 5 and sys.argv[1] == "merge":
        figures = merge(base=Path(sys.argv[2]), adapter=Path(sys.argv[3]), output=Path(sys.argv[4]))
        print(json.dumps(figures))
        return
    train(TrainingSpec.load(Path(sys.argv[1])))


if __name__ == "__main__":
    main()
