"""Loads the causal language model that an sft, dpo or kto adapter is trained on.

The base is a folder or a GGUF file; ``bases.find_base`` has looked up what a name stands for. Training
never starts from quantised weights: ``transformers`` turns a GGUF file into plain float32 tensors.
"""

from pathlib import Path
from typing import Any


def load_causal(base: str, *, device: str) -> tuple[Any, Any]:
    """The model in float32 and its tokenizer (with a pad token).

    Raises OSError where ``base`` is neither a folder of a model nor a GGUF file.
    """
    import torch
    from transformers import AutoModelForCausalLM, AutoTokenizer

    path = Path(base)
    if path.suffix.lower() == ".gguf":
        folder, name = str(path.parent), path.name
        tokenizer = AutoTokenizer.from_pretrained(folder, gguf_file=name)
        quantised = AutoModelForCausalLM.from_pretrained(folder, gguf_file=name, dtype=torch.float32)
        # A model that came from GGUF cannot be saved: its weights go into a fresh one of its config.
        model = AutoModelForCausalLM.from_config(quantised.config)
        model.load_state_dict(quantised.state_dict())
        del quantised
        model.tie_weights()
    else:
        tokenizer = AutoTokenizer.from_pretrained(base)
        model = AutoModelForCausalLM.from_pretrained(base, dtype=torch.float32)
    if tokenizer.pad_token is None:
        tokenizer.pad_token = tokenizer.eos_token
    if not tokenizer.chat_template:
        tokenizer.chat_template = PLAIN_CHAT
    model.config.use_cache = False
    return model.to(device), tokenizer


# A base without a chat template of its own is taught the plainest one there is.
PLAIN_CHAT = (
    "{% for message in messages %}{{ message['role'] + ': ' + message['content'] + '\\n' }}{% endfor %}"
    "{% if add_generation_prompt %}{{ 'assistant: ' }}{% endif %}"
)


def fit_row(row: dict[str, Any], tokenizer: Any, max_tokens: int) -> dict[str, Any]:
    """The row with its prompt cut so that prompt and answer have ``max_tokens``.

    Trainers cut what is too long at its end, where the answer stands. Here the middle of the prompt goes: the job
    stands at its beginning and the question at its end. A quarter of the room is the prompt's, however long the answer.
    """
    answers = [row[name] for name in ("completion", "chosen", "rejected") if name in row]
    longest = max(len(tokenizer(answer, add_special_tokens=False)["input_ids"]) for answer in answers)
    room = max(max_tokens // 4, max_tokens - longest - _SPECIAL)
    tokens = tokenizer(row["prompt"], add_special_tokens=False)["input_ids"]
    if len(tokens) <= room:
        return row
    head = room // 4
    kept = tokenizer.decode(tokens[:head]) + " ... " + tokenizer.decode(tokens[len(tokens) - (room - head) + 3 :])
    return {**row, "prompt": kept}


_SPECIAL = 4  # tokens that a trainer puts around a text
