"""Copies of a snapshot's formats that lie where somebody asked for them, remembered so that erasure reaches them."""

import shutil
from pathlib import Path

from feedback.models import Snapshot
from feedback.snapshots.derive import Tick, write_single
from feedback.snapshots.formats import FORMATS
from feedback.snapshots.manifest import RECORDS
from feedback.snapshots.writers import file_sha256


def write_output(snapshot: Snapshot, formats: list[str], path: Path, *, tick: Tick | None = None) -> list[Path]:
    """Write formats to ``path`` and remember where; returns the files.

    One format of one data set goes to a file when ``path`` looks like one (it has a suffix and is no folder);
    everything else makes a folder, with a folder inside for each of several formats. Raises ``ValueError`` for a file
    that cannot hold what was asked for.
    """
    path = path.expanduser().resolve()
    check_output(formats, path)
    if _is_file(path):
        write_single(formats[0].removesuffix("-parquet"), snapshot.folder / RECORDS, path, tick=tick)
        _remember(snapshot, formats[0], path)
        return [path]
    for name in formats:
        target = path if len(formats) == 1 else path / name
        _copy(snapshot, name, target)
        _remember(snapshot, name, target)
    return sorted(file for file in path.rglob("*") if file.is_file())


def check_output(formats: list[str], path: Path) -> None:
    """Raise ``ValueError`` for a file that cannot hold what is asked for: before anything is made."""
    if _is_file(path) and (len(formats) > 1 or len(FORMATS[formats[0].removesuffix("-parquet")].datasets) > 2):
        raise ValueError(f"{path.name} is one file; several data sets need a folder. Leave the suffix out.")


def _is_file(path: Path) -> bool:
    return bool(path.suffix) and not path.is_dir()


def rewrite_outputs(snapshot: Snapshot) -> tuple[list[str], list[str]]:
    """Write every copy that is still there anew; returns those written and those that are gone or out of reach."""
    written, missing = [], []
    for output in snapshot.outputs:
        path = Path(output["path"])
        if not path.exists():
            missing.append(str(path))
            continue
        try:
            if path.is_dir():
                _copy(snapshot, output["format"], path)
            else:
                write_single(output["format"].removesuffix("-parquet"), snapshot.folder / RECORDS, path)
                output["sha256"] = file_sha256(path)
            written.append(str(path))
        except OSError:
            missing.append(str(path))
    snapshot.save(update_fields=["outputs"])
    return written, missing


def _copy(snapshot: Snapshot, name: str, target: Path) -> None:
    """Copy the format's files, and remove files of an earlier copy that the format no longer has."""
    source = snapshot.folder / name
    target.mkdir(parents=True, exist_ok=True)
    for old in snapshot.outputs:
        if old["path"] == str(target):
            for stale in old.get("files", []):
                (target / stale).unlink(missing_ok=True)
    if source.is_dir():
        shutil.copytree(source, target, dirs_exist_ok=True)


def _remember(snapshot: Snapshot, name: str, path: Path) -> None:
    row: dict[str, object] = {"path": str(path), "format": name}
    if path.is_file():
        row["sha256"] = file_sha256(path)
    else:
        source = snapshot.folder / name
        row["files"] = sorted(str(file.relative_to(source)) for file in source.rglob("*") if file.is_file())
    snapshot.outputs = [other for other in snapshot.outputs if other["path"] != str(path)] + [row]
    snapshot.save(update_fields=["outputs"])
