"""Training formats: from a record to the rows that a trainer reads. Pure.

Text formats take feedback on words (answers, findings, analyses): its rating says how good the response is.
Embedding formats also take feedback on candidates (fit, decision, order): there the rating says how near the
resume is to the job.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from feedback.snapshots.records import COLUMNS

Record = dict[str, Any]
Rows = Callable[[Record], Iterator[Record]]

SYSTEM = (
    "You help a recruiter judge a resume against a job. Answer from the resume alone, quote the words the answer "
    "rests on, and say so when the resume does not say."
)
GOOD, BAD = 4, 2  # ratings from GOOD up are worth imitating, ratings up to BAD are not
# Characters of material in a prompt: trainers cut what is longer than (usually) 1024 tokens, and with it the answer.
MAX_MATERIAL = 3000
MAX_POSTING = 1000  # of the material, where the posting stands in the prompt, too
FIT = ("fit", "decision", "order")


@dataclass(frozen=True, slots=True)
class Dataset:
    """Rows of one shape: ``path`` is its folder inside the format's, columns are in the order they are written."""

    path: str
    rows: Rows
    columns: dict[str, str]
    whole: bool = False  # one file with every part (and what was left out) rather than a file a part


@dataclass(frozen=True, slots=True)
class Format:
    """One or more data sets that a kind of trainer reads."""

    name: str
    description: str
    datasets: tuple[Dataset, ...]


def material(record: Record) -> str:
    """What the question is about: the passages that were shown, else the beginning of the resume."""
    if record["context"]:
        passages = "\n".join(f"- {passage}" for passage in record["context"])
        return f"Passages of the resume:\n{passages[:MAX_MATERIAL]}"
    if record["resume_text"]:
        room = MAX_MATERIAL - (MAX_POSTING if record["kind"] == "analysis" else 0)
        return f"Resume:\n{record['resume_text'][:room]}"
    return ""


def instruction(record: Record) -> str:
    """What the response answers. Of a finding only the requirement is stored, of an analysis how it was rated: neither
    is what one would ask for it."""
    if record["kind"] == "requirement":
        return f"Does the resume meet this requirement of the job, and what shows it?\n{record['query']}"
    if record["kind"] == "analysis":
        return "Should this candidate be invited to talk about the job? Answer YES, MAYBE or NO, and say why."
    return str(record["query"])


def _posting(record: Record) -> str:
    """The job: its role, and for a judgement of the whole candidate what it asks for."""
    lines = [f"Job: {record['role_name']}"] if record["role_name"] else []
    if record["kind"] == "analysis":
        lines.append(record["job_description"][:MAX_POSTING])
    return "\n".join(line for line in lines if line)


def background(record: Record) -> str:
    """What an answer rests on: the job and the material."""
    return "\n\n".join(part for part in (_posting(record), material(record)) if part)


def question(record: Record) -> str:
    """The whole prompt: the job, the material, the question."""
    return "\n\n".join(part for part in (background(record), instruction(record)) if part)


def chosen(record: Record) -> str:
    """The answer worth imitating: the correction, else a response rated ``GOOD`` or better, else nothing."""
    if record["ideal_response"].strip():
        return str(record["ideal_response"])
    return str(record["response"]) if record["rating"] >= GOOD else ""


def is_text(record: Record) -> bool:
    """True for feedback on words that is not a repetition of other feedback."""
    return record["kind"] not in FIT and not record["duplicate_of"]


def corrected(record: Record) -> bool:
    """True where the record holds a correction that differs from what was said."""
    ideal = record["ideal_response"].strip()
    return bool(is_text(record) and ideal and ideal != record["response"].strip())


def _everything(record: Record) -> Iterator[Record]:
    yield record


def _messages(record: Record) -> Iterator[Record]:
    answer = chosen(record)
    if is_text(record) and answer:
        turns = (("system", SYSTEM), ("user", question(record)), ("assistant", answer))
        yield {"messages": [{"role": role, "content": content} for role, content in turns]}


def _prompt_completion(record: Record) -> Iterator[Record]:
    answer = chosen(record)
    if is_text(record) and answer:
        yield {"prompt": question(record) + "\n\n", "completion": answer}


def _dpo(record: Record) -> Iterator[Record]:
    if corrected(record):
        yield {
            "prompt": question(record) + "\n\n",
            "chosen": record["ideal_response"],
            "rejected": record["response"],
        }


def _kto(record: Record) -> Iterator[Record]:
    if is_text(record) and not BAD < record["rating"] < GOOD:
        label = record["rating"] >= GOOD
        yield {"prompt": question(record) + "\n\n", "completion": record["response"], "label": label}


def _alpaca(record: Record) -> Iterator[Record]:
    answer = chosen(record)
    if is_text(record) and answer:
        yield {"instruction": instruction(record), "input": background(record), "output": answer, "system": SYSTEM}


def _sharegpt(record: Record) -> Iterator[Record]:
    answer = chosen(record)
    if is_text(record) and answer:
        turns = (("human", question(record)), ("gpt", answer))
        yield {"conversations": [{"from": who, "value": value} for who, value in turns], "system": SYSTEM}


def _factory_preferences(record: Record) -> Iterator[Record]:
    if corrected(record):
        yield {
            "instruction": instruction(record),
            "input": background(record),
            "chosen": record["ideal_response"],
            "rejected": record["response"],
            "system": SYSTEM,
        }


def _factory_kto(record: Record) -> Iterator[Record]:
    for row in _kto(record):
        yield {
            "instruction": instruction(record),
            "input": background(record),
            "output": row["completion"],
            "kto_tag": row["label"],
            "system": SYSTEM,
        }


def _pairs(record: Record) -> Iterator[Record]:
    if record["kind"] in FIT:
        first, second = record["job_description"], record["resume_text"]
    else:
        first, second = record["query"], record["response"]
    # Of an analysis there is no question to be near to: its words are a verdict.
    if first.strip() and second.strip() and not record["duplicate_of"] and record["kind"] != "analysis":
        yield {"sentence1": first, "sentence2": second, "score": (record["rating"] - 1) / 4}


def _corrections(record: Record) -> Iterator[Record]:
    if corrected(record) and record["kind"] != "analysis":
        yield {"anchor": record["query"], "positive": record["ideal_response"], "negative": record["response"]}


_ALPACA = {"instruction": "string", "input": "string", "output": "string", "system": "string"}
_PREFERENCE = {"instruction": "string", "input": "string", "chosen": "string", "rejected": "string", "system": "string"}
_CHAT = Dataset("", _messages, {"messages": "messages"})

FORMATS: dict[str, Format] = {
    found.name: found
    for found in (
        Format("csv", "everything, for spreadsheets", (Dataset("", _everything, COLUMNS, whole=True),)),
        Format("jsonl", "everything, JSON Lines", (Dataset("", _everything, COLUMNS, whole=True),)),
        Format(
            "sft",
            "TRL SFTTrainer: messages, and prompt with completion",
            (
                Dataset("messages", _messages, {"messages": "messages"}),
                Dataset("prompt_completion", _prompt_completion, {"prompt": "string", "completion": "string"}),
            ),
        ),
        Format(
            "dpo",
            "TRL DPOTrainer: the correction against the original",
            (Dataset("", _dpo, {"prompt": "string", "chosen": "string", "rejected": "string"}),),
        ),
        Format(
            "kto",
            "TRL KTOTrainer: ratings 4 and 5 true, 1 and 2 false",
            (Dataset("", _kto, {"prompt": "string", "completion": "string", "label": "bool"}),),
        ),
        Format("openai", "OpenAI fine-tuning: chat messages", (_CHAT,)),
        Format("alpaca", "Alpaca: instruction, input, output", (Dataset("", _alpaca, _ALPACA),)),
        Format(
            "sharegpt",
            "ShareGPT: conversations",
            (Dataset("", _sharegpt, {"conversations": "turns", "system": "string"}),),
        ),
        Format(
            "llama-factory",
            "LLaMA-Factory: three data sets with their dataset_info.json",
            (
                Dataset("sft", _alpaca, _ALPACA),
                Dataset("dpo", _factory_preferences, _PREFERENCE),
                Dataset("kto", _factory_kto, {**_ALPACA, "kto_tag": "bool"}),
            ),
        ),
        Format(
            "pairs",
            "sentence-transformers: sentence1, sentence2, score from 0 to 1",
            (Dataset("", _pairs, {"sentence1": "string", "sentence2": "string", "score": "float"}),),
        ),
        Format(
            "triplets",
            "sentence-transformers: anchor, positive, negative",
            (Dataset("", _corrections, {"anchor": "string", "positive": "string", "negative": "string"}),),
        ),
        Format("parquet", "everything, Parquet", (Dataset("", _everything, COLUMNS, whole=True),)),
    )
}
ALL = tuple(FORMATS)


def factory_info(files: dict[str, str]) -> dict[str, Any]:
    """``dataset_info.json`` of LLaMA-Factory for ``{"sft/train": "sft/train.jsonl", ...}``."""
    columns = {
        "sft": {"prompt": "instruction", "query": "input", "response": "output", "system": "system"},
        "dpo": {
            "prompt": "instruction",
            "query": "input",
            "chosen": "chosen",
            "rejected": "rejected",
            "system": "system",
        },
        "kto": {
            "prompt": "instruction",
            "query": "input",
            "response": "output",
            "system": "system",
            "kto_tag": "kto_tag",
        },
    }
    info: dict[str, Any] = {}
    for key, file_name in files.items():
        task = key.split("/")[0]
        entry: dict[str, Any] = {"file_name": file_name, "columns": columns[task]}
        if task == "dpo":
            entry["ranking"] = True
        info[f"feedback_{key.replace('/', '_')}"] = entry
    return info
