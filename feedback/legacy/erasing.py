"""Takes a candidate out of folders that ``export_legacy_data`` wrote on this machine."""

import json
import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from auditlog.models import LogEntry

from feedback.legacy.layout import (
    ANALYSES,
    ANALYSES_INDEX,
    EXTRA,
    HISTORY,
    INTERACTIONS,
    PDFS,
    RESUMES_INDEX,
    TEXTS,
)

WHAT = "legacy layout"
Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Meant:
    """Whom an erasure is about, by id."""

    resume_ids: frozenset[str]
    analysis_ids: frozenset[str]
    feedback_ids: frozenset[str]
    new_ids: Mapping[str, str] = field(default_factory=dict)  # ids that hold the name -> what takes their place

    def analysis(self, record: Record) -> bool:
        """An analysis of theirs, also one whose row went after the export."""
        return record.get("analysis_id") in self.analysis_ids or record.get("resume_id") in self.resume_ids

    def feedback(self, record: Record) -> bool:
        """Feedback about or naming them."""
        extra = record.get(EXTRA) or {}
        return (
            extra.get("feedback_id") in self.feedback_ids
            or extra.get("resume_id") in self.resume_ids
            or record.get("analysis_id") in self.analysis_ids
        )

    def renamed(self, line: str) -> str:
        """A line of JSON with the new ids in the place of the old, wherever an id stands alone."""
        for old, new in self.new_ids.items():
            line = line.replace(json.dumps(old, ensure_ascii=False), json.dumps(new))
        return line


def exported_folders() -> tuple[list[Path], list[str]]:
    """The folders that the trail says were written: those that are there, and those that are not (any more)."""
    told = LogEntry.objects.filter(additional_data__event="export", additional_data__what=WHAT)
    names = {str(data["folder"]) for data in told.values_list("additional_data", flat=True) if data.get("folder")}
    here = [Path(name) for name in sorted(names) if Path(name).is_dir()]
    return here, sorted(names - {str(path) for path in here})


def erase_from_export(root: Path, meant: Meant, *, dry_run: bool = False) -> int:
    """Take their records, PDFs and texts out of one folder; returns how many of them there are.

    Every file is replaced whole (written beside, synced, renamed). Raises OSError and ValueError (a file that is no
    longer as it was written).
    """
    number = sum(
        _cut_lines(root / name, is_meant, meant, dry_run)
        for name, is_meant in ((ANALYSES, meant.analysis), (INTERACTIONS, meant.feedback), (HISTORY, meant.feedback))
    )
    _cut_index(root / ANALYSES_INDEX, meant.analysis, dry_run)
    number += _cut_index(root / RESUMES_INDEX, lambda record: record.get("resume_id") in meant.resume_ids, dry_run)
    for path in _files(root, meant):
        number += 1
        if not dry_run:
            path.unlink()
    return number


def _files(root: Path, meant: Meant) -> Iterator[Path]:
    for resume_id in sorted(meant.resume_ids):
        for path in (root / PDFS / f"{resume_id}.pdf", root / TEXTS / f"{resume_id}.txt"):
            if path.is_file():
                yield path


def _cut_lines(path: Path, is_meant: Callable[[Record], bool], meant: Meant, dry_run: bool) -> int:
    """Other people's records stay, but name no id that holds the person's name."""
    if not path.is_file():
        return 0
    cut, renamed, beside = 0, 0, path.with_name(f".{path.name}.new")
    with path.open(encoding="utf-8", newline="") as source, beside.open("w", encoding="utf-8", newline="") as target:
        for line in source:
            if line.strip() and is_meant(json.loads(line)):
                cut += 1
                continue
            shown = meant.renamed(line)
            renamed += shown != line
            target.write(shown)
        target.flush()
        os.fsync(target.fileno())
    if (cut or renamed) and not dry_run:
        beside.replace(path)
    else:
        beside.unlink()
    return cut


def _cut_index(path: Path, is_meant: Callable[[Record], bool], dry_run: bool) -> int:
    if not path.is_file():
        return 0
    entries: dict[str, Record] = json.loads(path.read_text(encoding="utf-8"))
    left = {key: record for key, record in entries.items() if not is_meant(record)}
    if len(left) < len(entries) and not dry_run:
        beside = path.with_name(f".{path.name}.new")
        with beside.open("w", encoding="utf-8") as file:
            file.write(json.dumps(left, ensure_ascii=False, indent=1) + "\n")
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    return len(entries) - len(left)
