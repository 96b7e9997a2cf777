"""Loads the causal language model that an sft, dpo or kto adapter is trained on.

``--base`` takes a folder, a hub name, or a GGUF file. Training never starts from quantised weights:
a GGUF file is dequantised by ``transformers`` into plain float32 tensors.
"""

import hashlib
from pathlib import Path
from typing import Any


def load_causal(base: str, *, device: str) -> tuple[Any, Any]:
    """The model in float32 and its tokenizer (with a pad token).

    Raises OSError where ``base`` is neither a folder, a GGUF file, nor a name that can be loaded.
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


def base_sha256(base: str) -> str:
    """SHA-256 over the weight files of a local base, in name order; empty for a hub name."""
    path = Path(base)
    if path.is_file():
        files = [path]
    elif path.is_dir():
        files = sorted([*path.rglob("*.safetensors"), *path.rglob("*.bin"), *path.rglob("*.gguf")])
    else:
        return ""
    digest = hashlib.sha256()
    for file in files:
        with file.open("rb") as stream:
            while block := stream.read(1 << 20):
                digest.update(block)
    return digest.hexdigest()
