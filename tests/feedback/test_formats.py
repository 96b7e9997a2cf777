import json

import pytest

from feedback.snapshots.derive import derive, read_records
from feedback.snapshots.formats import ALL, FORMATS
from feedback.snapshots.records import COLUMNS


def record(number=0, **fields):
    empty = {"string": "", "int": 0, "float": None, "strings": []}
    base = {name: empty[kind] for name, kind in COLUMNS.items()}
    given = {"query": f"Python {number}?", "response": "Yes", "rating": 5, "kind": "answer", "split": "train"}
    return base | {"feedback_id": f"{number:012x}", "job_id": "j", "job_description": "Wanted: Python"} | given | fields


def rows(name, *records, dataset=0):
    return [row for one in records for row in FORMATS[name].datasets[dataset].rows(one)]


def test_sft_takes_good_answers_and_corrections():
    found = rows("sft", record(), record(rating=1), record(rating=1, ideal_response="No"), record(kind="fit"))
    assert [row["messages"][-1]["content"] for row in found] == ["Yes", "No"]
    assert [turn["role"] for turn in found[0]["messages"]] == ["system", "user", "assistant"]
    completion = rows("sft", record(context=["Python since 2015"]), dataset=1)[0]
    assert completion["completion"] == "Yes"
    assert "Python since 2015" in completion["prompt"]


def test_a_long_resume_or_many_passages_leave_room_for_the_answer():
    for long in (record(resume_text="word " * 5000), record(context=["a passage of the resume"] * 500)):
        row = rows("sft", long, dataset=1)[0]
        assert len(row["prompt"]) < 3100
        assert row["prompt"].strip().endswith("Python 0?")


def test_dpo_sets_the_correction_against_the_original():
    found = rows("dpo", record(), record(ideal_response="Yes"), record(ideal_response="No"))
    assert [(row["chosen"], row["rejected"]) for row in found] == [("No", "Yes")]


def test_kto_leaves_three_out():
    found = rows("kto", *(record(rating=rating) for rating in range(1, 6)))
    assert [row["label"] for row in found] == [False, False, True, True]


def test_pairs_rate_words_or_candidates():
    text, fit = rows("pairs", record(rating=2), record(kind="fit", resume_text="Knows Python", rating=5))
    assert text == {"sentence1": "Python 0?", "sentence2": "Yes", "score": 0.25}
    assert fit == {"sentence1": "Wanted: Python", "sentence2": "Knows Python", "score": 1.0}


def test_repetitions_are_left_out_of_what_trainers_read():
    again = record(duplicate_of="1", ideal_response="No")
    assert not any(rows(name, again) for name in ALL if name not in ("csv", "jsonl", "parquet"))


@pytest.fixture
def stored(tmp_path):
    path = tmp_path / "records.jsonl"
    good = record(1, kind="fit", resume_text="Python expert", rating=5)
    records = [
        good,
        record(2, kind="fit", resume_text="Gardener", rating=1),
        record(3, kind="fit", resume_text="Cook", rating=1, split="unseen_job"),
        record(4, ideal_response="No\u2028way \u0085 out", split="validation"),
        record(5, ideal_response="No", split="left_out"),
    ]
    path.write_text("".join(json.dumps(row) + "\n" for row in records))
    return path


def test_triplets_set_candidates_of_one_job_against_each_other(stored, tmp_path):
    derive("triplets", stored, tmp_path / "out")
    fits = list(read_records(tmp_path / "out" / "train.jsonl"))
    assert fits == [{"anchor": "Wanted: Python", "positive": "Python expert", "negative": "Gardener"}]
    assert (tmp_path / "out" / "validation.jsonl").is_file()
    assert not (tmp_path / "out" / "unseen_job.jsonl").exists()


def test_a_row_is_a_line_whatever_it_holds(stored, tmp_path):
    derive("dpo", stored, tmp_path / "out")
    lines = (tmp_path / "out" / "validation.jsonl").read_text().splitlines()
    assert [json.loads(line)["chosen"] for line in lines] == ["No\u2028way \u0085 out"]


def test_what_was_left_out_is_in_everything_and_nowhere_else(stored, tmp_path):
    for name in ALL:
        derive(name, stored, tmp_path / name)
    assert len(list(read_records(tmp_path / "jsonl" / "all.jsonl"))) == 5
    assert len(list(read_records(tmp_path / "dpo" / "validation.jsonl"))) == 1
    assert not (tmp_path / "dpo" / "left_out.jsonl").exists()
    info = json.loads((tmp_path / "llama-factory" / "dataset_info.json").read_text())
    assert info["feedback_dpo_validation"]["ranking"] is True
    for entry in info.values():
        first = next(read_records(tmp_path / "llama-factory" / entry["file_name"]))
        assert set(entry["columns"].values()) <= set(first)


def test_parquet_of_every_format(stored, tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet")
    for name in ALL:
        if name == "csv":
            continue
        for path, count in derive(name, stored, tmp_path / name, parquet=True).items():
            table = parquet.read_table(tmp_path / name / path)
            assert table.num_rows == count
    everything = parquet.read_table(tmp_path / "parquet" / "all.parquet").to_pylist()
    assert everything == list(read_records(stored))


def test_a_prompt_asks_for_what_the_response_says():
    finding = rows("sft", record(kind="requirement", query="Kubernetes", role_name="Engineer"), dataset=1)[0]
    assert finding["prompt"].startswith("Job: Engineer")
    assert (
        finding["prompt"]
        .strip()
        .endswith("Does the resume meet this requirement of the job, and what shows it?\nKubernetes")
    )
    verdict = record(
        kind="analysis", query="How good is this analysis?", response="YES - fits", resume_text="Ada " * 2000
    )
    prompt = rows("sft", verdict, dataset=1)[0]["prompt"]
    assert "Wanted: Python" in prompt  # nobody can say who fits without the posting
    assert "How good is this analysis?" not in prompt
    assert prompt.strip().endswith("Answer YES, MAYBE or NO, and say why.")
    assert len(prompt) < 3200
    # A verdict answers no question that a text could be near to.
    assert not rows("pairs", verdict) + rows("triplets", verdict | {"ideal_response": "NO - does not"})


def test_every_trainer_reads_the_same_prompt():
    one = record(context=["Python since 2015"], role_name="Engineer", ideal_response="No", rating=2)
    (alpaca,), (chat,), (dpo,) = rows("alpaca", one), rows("openai", one), rows("dpo", one)
    (preference,), (kto,) = rows("llama-factory", one, dataset=1), rows("llama-factory", one, dataset=2)
    whole = chat["messages"][1]["content"]
    for row in (alpaca, preference, kto):
        assert f"{row['input']}\n\n{row['instruction']}" == whole
    assert dpo["prompt"].strip() == whole
