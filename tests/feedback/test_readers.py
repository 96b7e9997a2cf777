"""Every format is loaded by the reader it is meant for."""

import importlib.util

import pytest

from feedback.snapshots.build import create_snapshot
from feedback.snapshots.formats import ALL, FORMATS
from tests.feedback.snapshot_data import place, world

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.training,
    pytest.mark.skipif(not importlib.util.find_spec("datasets"), reason="needs requirements-train.txt"),
]


@pytest.fixture
def snapshot(alice, settings, tmp_path, monkeypatch):
    monkeypatch.setenv("HF_DATASETS_CACHE", str(tmp_path / "cache"))
    settings.SNAPSHOT_ROOT = tmp_path / "snapshots"
    world(alice, 3, 3)
    place({f"0000000{n}": "train" for n in range(3)}, {f"resume_{n:012x}": "train" for n in range(3)})
    return create_snapshot(by=alice, formats=ALL)[0]


def test_datasets_reads_every_file(snapshot, tmp_path):
    from datasets import load_dataset

    loaders = {".jsonl": "json", ".csv": "csv", ".parquet": "parquet"}
    for entry in snapshot.formats:
        for name, rows in entry["files"].items():
            path = snapshot.folder / entry["name"] / name
            data = load_dataset(loaders[path.suffix], data_files=str(path), cache_dir=str(tmp_path / "cache"))["train"]
            assert len(data) == rows
    dataset = FORMATS["pairs"].datasets[0]
    path = snapshot.folder / "pairs" / "train.jsonl"
    pairs = load_dataset("json", data_files=str(path), cache_dir=str(tmp_path / "cache"))["train"]
    assert pairs.column_names == list(dataset.columns)


def test_the_card_names_the_formats(snapshot, tmp_path):
    from datasets import load_dataset

    data = load_dataset(str(snapshot.folder), "dpo", cache_dir=str(tmp_path / "cache"))
    assert set(data["train"].column_names) == {"prompt", "chosen", "rejected"}
    messages = load_dataset(str(snapshot.folder), "sft_messages", cache_dir=str(tmp_path / "cache"))
    assert messages["train"][0]["messages"][0]["role"] == "system"


@pytest.mark.parametrize("parquet", [False, True])
def test_every_configuration_of_the_card_loads(alice, settings, tmp_path, parquet):
    from datasets import get_dataset_config_names, load_dataset

    settings.SNAPSHOT_ROOT = tmp_path / "snapshots"
    world(alice)
    made, _ = create_snapshot(by=alice, formats=ALL, parquet=parquet)
    loaded = {}
    for name in get_dataset_config_names(str(made.folder)):
        parts = load_dataset(str(made.folder), name, cache_dir=str(tmp_path / "cache"))
        loaded[name] = {part: len(rows) for part, rows in parts.items()}
    suffix = "-parquet" if parquet else ""
    inner = {"sft": ("messages", "prompt_completion"), "llama-factory": ("sft", "dpo", "kto")}
    plain = {f"{name}{suffix}" for name in ALL if name not in ("csv", "parquet", *inner)}
    nested = {f"{name}{suffix}_{part}" for name, parts in inner.items() for part in parts}
    assert set(loaded) == plain | nested | ({"parquet"} if parquet else set())
    assert loaded[f"jsonl{suffix}"] == {"records": made.counts["records"]}
