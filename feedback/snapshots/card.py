"""The data card: what whoever trains on a snapshot has to know about it, and the front matter by which it is loaded."""

import json
from pathlib import Path
from typing import Any

from feedback.snapshots.formats import BAD, FORMATS, GOOD, MAX_MATERIAL
from feedback.snapshots.splitting import PARTS

Files = dict[str, dict[str, int]]

_ABOUT = """\
What people said about answers, findings, analyses and candidates while they worked: ratings from 1 to 5,
corrections, decisions. A rating says how good the response is; for the kinds `fit`, `decision` and `order` it
says how well the candidate fits the job (a decision is 5, 3 or 1: shortlisted, on hold, rejected)."""
_MADE = f"""\
A response is worth imitating (SFT; KTO's `label` true) where it was rated {GOOD} or better, and not where it
was rated {BAD} or worse; a correction stands in its place in SFT and is DPO's `chosen`. The passages or the
resume in a prompt are cut after {MAX_MATERIAL} characters, so that the answer stays within usual lengths. A row
that repeats another with the same rating (`duplicate_of`) is in csv, jsonl and parquet only. Rows come in the
order of their ids, which is no order of time, candidates or jobs."""
_LIMITS = """\
Ratings are those of this installation's own recruiters and carry their habits; what nobody rated is not here.
Do not use them to decide about people without one who looks."""
_RIGHTS = """\
This is personal data of candidates even where names are replaced: a resume tells its writer by what it says.
The export holds no consent and no licence: whoever passes it on has to know on what ground, for how long and
for whom the candidates' data may be used to train. When a candidate is erased, their records are cut out of
this folder and of its copies on this machine, and the hash changes (see the end); copies elsewhere have to be
cut or deleted by hand."""
_PLACEHOLDERS = """\
A candidate's own name, e-mail, phone, links, address and birth date became `[NAME 1a2b3c4d]`, `[EMAIL
1a2b3c4d]` and so on: the digits stand for the person (`candidate`), the same in every record and every
snapshot. Other people's e-mail addresses became `[EMAIL]`, ids that held the name begin with `rekeyed_`. Names
of employers, schools and other people stay."""
_SPLITS = """\
Jobs and candidates are drawn into training, validation and test by a salted hash, once; other versions and
near-duplicates of a person's resume go where the first one went. A training record has both in training;
`unseen_job` has a test job with a training candidate; `unseen_job_and_candidate` has both in test. Other
mixtures are left out and counted: grouping by both at once would chain everything into one group."""


def data_card(manifest: dict[str, Any], files: Files, *, snapshot_id: str = "", sha256: str = "") -> str:
    """The card as Markdown, with the front matter by which ``datasets.load_dataset`` finds each format.

    ``files`` maps a format to its files and their rows; ``sha256`` is that of the manifest.
    """
    counts = manifest["counts"]
    personal = "left in" if manifest["with_personal_data"] else "replaced by stable placeholders"
    lines = [
        *_front_matter(files),
        "",
        "# Feedback on resume analyses",
        "",
        f"{counts['records']} records made on {manifest['created_at'][:10]}. Candidates' personal data is {personal}.",
        *(["", _PLACEHOLDERS] if not manifest["with_personal_data"] else []),
        "",
        _ABOUT,
        "",
        *_table(("part", "records"), [(part, counts["by_part"].get(part, 0)) for part in PARTS]),
        "",
        *_splits(manifest),
        "",
        *_table(("kind", "records"), sorted(counts["by_kind"].items())),
        "",
        *_table(("rating", "records"), sorted(counts["by_rating"].items())),
        "",
        *_table(("judged by (engine, model, adapter)", "records"), sorted(counts["judged_by"].items())),
        "",
        "## Formats",
        "",
        _MADE,
        "",
        *_format_table(files),
        "",
        "## Limits and rights",
        "",
        _LIMITS,
        "",
        _RIGHTS,
        "",
        "## Where it comes from",
        "",
        *_origin(manifest, snapshot_id, sha256),
    ]
    return "\n".join(lines) + "\n"


def _front_matter(files: Files) -> list[str]:
    named = [path for paths in files.values() for path in paths]
    # One kind of file: a folder whose card names several is read as if all were of one.
    suffix = ".jsonl" if any(path.endswith(".jsonl") for path in named) else ".parquet"
    configs = [
        line
        for name, parts in files.items()
        for config, paths in _configs(name, [path for path in parts if path.endswith(suffix)]).items()
        for line in (
            f"- config_name: {config}",
            "  data_files:",
            *(part for path in paths for part in (f"  - split: {_split(path)}", f"    path: {name}/{path}")),
        )
    ]
    about = ["pretty_name: Feedback on resume analyses", "license: other"]
    return ["---", *about, *(["configs:", *configs] if configs else []), "---"]


def _configs(name: str, files: list[str]) -> dict[str, list[str]]:
    """Files of each data set of a format by the name of its configuration."""
    configs: dict[str, list[str]] = {}
    for path in files:
        parent = Path(path).parent.as_posix()
        configs.setdefault(name if parent == "." else f"{name}_{parent}", []).append(path)
    return configs


def _split(path: str) -> str:
    """The name under which ``datasets`` gives a file; ``all`` means to it the sum of the others."""
    stem = Path(path).stem
    return "records" if stem == "all" else stem


def _splits(manifest: dict[str, Any]) -> list[str]:
    splits, left = manifest["splits"], manifest["counts"]["left_out"]
    shares = (f"{what} {'/'.join(f'{share:g}' for share in splits[what].values())}" for what in ("jobs", "candidates"))
    reasons = ", ".join(f"{name} {number}" for name, number in sorted(left.items())) or "none"
    return [
        _SPLITS,
        "",
        f"Shares of what was new (train/validation/test): {', '.join(shares)}; salt `{splits['salt']}`.",
        f"Left out: {reasons}.",
    ]


def _format_table(files: Files) -> list[str]:
    lines = ["| format | for | files and rows |", "| --- | --- | --- |"]
    for name, found in files.items():
        rows = ", ".join(f"`{path}` {number}" for path, number in found.items()) or "no rows"
        lines.append(f"| {name} | {FORMATS[name.removesuffix('-parquet')].description} | {rows} |")
    return lines


def _origin(manifest: dict[str, Any], snapshot_id: str, sha256: str) -> list[str]:
    parent, changed = manifest["parent"], manifest["changed_since_parent"]
    since = f"snapshot {parent['snapshot_id']} (hash `{parent['hash']}`)" if parent else "none"
    lines = [
        f"- Snapshot {snapshot_id}, hash `{sha256}` (SHA-256 of `manifest.json`); every file is in `checksums.sha256`",
        f"- Records: `{manifest['records']['file']}`, SHA-256 `{manifest['records']['sha256']}`",
        f"- Filters: `{json.dumps(manifest['filters'], sort_keys=True)}`",
        f"- Parent: {since}; {', '.join(f'{number} {word}' for word, number in changed.items())} since",
    ]
    lines += [
        f"- Erased on {row['at'][:10]}: {row['records']} records; the hash was `{row['old_hash']}`"
        for row in manifest["erasures"]
    ]
    return lines


def _table(head: tuple[str, str], rows: list[tuple[Any, Any]]) -> list[str]:
    return [f"| {head[0]} | {head[1]} |", "| --- | ---: |", *(f"| {name} | {number} |" for name, number in rows)]
