"""The trainers that the formats are for take them as they are: ten steps each on a tiny model."""

import importlib.util

import pytest

from feedback.snapshots.build import create_snapshot
from tests.feedback.snapshot_data import place, world
from tests.feedback.tiny_llama import SIZES, byte_tokenizer, save_llama

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.training,
    pytest.mark.skipif(not importlib.util.find_spec("trl"), reason="needs requirements-train.txt"),
]


@pytest.fixture
def snapshot(alice, settings, tmp_path):
    settings.SNAPSHOT_ROOT = tmp_path / "snapshots"
    world(alice, 4, 4)
    place({f"0000000{n}": "train" for n in range(4)}, {f"resume_{n:012x}": "train" for n in range(4)})
    return create_snapshot(by=alice, formats=["sft", "dpo", "kto", "openai", "pairs", "triplets"])[0]


@pytest.fixture
def data(snapshot, tmp_path):
    from datasets import load_dataset

    def load(name):
        path = snapshot.folder / name / "train.jsonl"
        return load_dataset("json", data_files=str(path), cache_dir=str(tmp_path / "cache"))["train"]

    return load


@pytest.fixture
def tokenizer():
    return byte_tokenizer()


@pytest.fixture
def model(tmp_path):
    from transformers import LlamaForCausalLM

    save_llama(tmp_path / "llama")
    # From a folder: the trainers load their reference model from where the model came.
    return LlamaForCausalLM.from_pretrained(tmp_path / "llama")


def settings_of(config, tmp_path, **more):
    return config(
        output_dir=str(tmp_path / "run"),
        max_steps=10,
        per_device_train_batch_size=2,
        report_to=[],
        use_cpu=True,
        save_strategy="no",
        disable_tqdm=True,
        bf16=False,
        **more,
    )


@pytest.mark.parametrize("name", ["sft/messages", "sft/prompt_completion", "openai"])
def test_sft(data, model, tokenizer, tmp_path, name):
    from trl import SFTConfig, SFTTrainer

    args = settings_of(SFTConfig, tmp_path, max_length=4096)
    trainer = SFTTrainer(model=model, args=args, train_dataset=data(name), processing_class=tokenizer)
    assert trainer.train().global_step == 10


def test_dpo(data, model, tokenizer, tmp_path):
    from trl import DPOConfig, DPOTrainer

    args = settings_of(DPOConfig, tmp_path, max_length=4096)
    trainer = DPOTrainer(model=model, args=args, train_dataset=data("dpo"), processing_class=tokenizer)
    assert trainer.train().global_step == 10


def test_kto(data, model, tokenizer, tmp_path):
    from trl import KTOConfig, KTOTrainer

    args = settings_of(KTOConfig, tmp_path, max_length=4096)
    trainer = KTOTrainer(model=model, args=args, train_dataset=data("kto"), processing_class=tokenizer)
    assert trainer.train().global_step == 10


@pytest.fixture
def encoder(tokenizer, tmp_path):
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Pooling, Transformer
    from transformers import BertConfig, BertModel

    BertModel(BertConfig(vocab_size=len(tokenizer), **SIZES)).save_pretrained(tmp_path / "bert")
    tokenizer.save_pretrained(tmp_path / "bert")
    words = Transformer(str(tmp_path / "bert"), max_seq_length=128)
    return SentenceTransformer(modules=[words, Pooling(16)], device="cpu")


@pytest.mark.parametrize("name", ["pairs", "triplets"])
def test_sentence_transformers(data, encoder, tmp_path, name):
    from sentence_transformers import SentenceTransformerTrainer, SentenceTransformerTrainingArguments
    from sentence_transformers.sentence_transformer.losses import CoSENTLoss, TripletLoss

    args = settings_of(SentenceTransformerTrainingArguments, tmp_path)
    loss = CoSENTLoss(encoder) if name == "pairs" else TripletLoss(encoder)
    trainer = SentenceTransformerTrainer(model=encoder, args=args, train_dataset=data(name), loss=loss)
    assert trainer.train().global_step == 10
