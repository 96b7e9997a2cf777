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
