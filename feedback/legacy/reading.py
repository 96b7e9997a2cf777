"""Reads the first generation's files: whatever is broken is noted with file and line, the rest goes on."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from django.utils.dateparse import parse_datetime
from rest_framework.exceptions import ValidationError

from feedback.serializers import check_storable

MAX_LINE = 64 * 1024 * 1024  # bytes


class BrokenRecord(Exception):
    """A record that cannot be taken in; the message says why, without what the record holds."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that was left out: where, and why. ``line`` is 1-based, None where there is none."""

    file: str
    line: int | None
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}" if self.line else f"{self.file}: {self.message}"


@dataclass(frozen=True, slots=True)
class Record:
    """One record with the place it came from."""

    file: str
    line: int | None
    values: dict[str, Any]


@dataclass(slots=True)
class LegacyFolder:
    """The folder that is read, and the problems found in it so far."""

    root: Path
    problems: list[Problem] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.root = self.root.resolve()

    def report(self, file: Path | str, line: int | None, message: str) -> None:
        """Note a problem."""
        self.problems.append(Problem(str(file), line, message))

    def lines(self, name: Path) -> Iterator[Record]:
        """The records of a JSON Lines file; blank lines are passed over."""
        path = self.readable(name)
        if path is None:
            return
        with path.open("rb") as file:
            number = 0
            while line := file.readline(MAX_LINE + 1):
                number += 1
                if len(line) > MAX_LINE:
                    self.report(name, number, f"The line is longer than {MAX_LINE} bytes.")
                    while line and not line.endswith(b"\n"):
                        line = file.readline(MAX_LINE)
                    continue
                if line.strip(b"\xef\xbb\xbf \t\r\n"):
                    try:
                        yield Record(str(name), number, parsed_object(line))
                    except BrokenRecord as error:
                        self.report(name, number, str(error))

    def index(self, name: Path, id_field: str, wrapper: str) -> Iterator[Record]:
        """The records of an index file: a list, or an object by id, either perhaps inside one named ``wrapper``."""
        path = self.readable(name)
        if path is None:
            return
        data = path.read_bytes()
        try:
            value = parsed(data)
        except BrokenRecord as error:
            self.report(name, getattr(error, "line", None), str(error))
            return
        if isinstance(value, dict) and isinstance(value.get(wrapper), list | dict):
            value = value[wrapper]
        text = data.decode("utf-8", "replace")
        for key, entry in value.items() if isinstance(value, dict) else ((None, entry) for entry in value):
            if isinstance(entry, dict):
                values = entry if key is None else {id_field: key, **entry}
                yield Record(str(name), _line_of(text, values.get(id_field)), values)
            elif key is None:
                self.report(name, None, "An entry is not an object.")

    def inside(self, stored: str, folder: Path) -> Path | None:
        """The file that a stored path means, or None where it is not there.

        Backslashes separate folders too. A path of another machine (absolute, or with a drive) is looked up by its
        name in ``folder``. Raises ``BrokenRecord`` for a path that leads out of the root, by dots or by links.
        """
        parts = [part for part in stored.replace("\\", "/").split("/") if part not in ("", ".")]
        if not parts or "\x00" in stored:
            return None
        if ".." in parts:
            raise BrokenRecord("The path leads out of the folder that is imported.")
        elsewhere = stored.startswith(("/", "\\")) or ":" in parts[0]
        for candidate in [folder / parts[-1]] if elsewhere else [Path(*parts), folder / parts[-1]]:
            found = self.root / candidate
            if found.is_file():
                if not found.resolve().is_relative_to(self.root):
                    raise BrokenRecord("The path leads out of the folder that is imported.")
                return found
        return None

    def readable(self, name: Path) -> Path | None:
        """The named file, or None where it is not there or is a link that leads out of the folder (noted)."""
        path = self.root / name
        if not path.is_file():
            return None
        if not path.resolve().is_relative_to(self.root):
            self.report(name, None, "The path leads out of the folder that is imported.")
            return None
        return path


def parsed(data: bytes) -> Any:
    """JSON from bytes. Raises ``BrokenRecord``, with the ``line`` of the error where it is known."""
    try:
        value = json.loads(data.decode("utf-8-sig"), parse_constant=_refuse)
        check_storable(value)
    except json.JSONDecodeError as error:
        broken = BrokenRecord(f"It is not JSON: {error.msg}.")
        broken.line = error.lineno  # type: ignore[attr-defined]
        raise broken from error
    except UnicodeDecodeError as error:
        raise BrokenRecord("It is not UTF-8.") from error
    except ValidationError as error:
        raise BrokenRecord(" ".join(str(text) for text in error.detail)) from error
    except (RecursionError, ValueError) as error:
        raise BrokenRecord("It is not JSON that can be read.") from error
    return value


def parsed_object(data: bytes) -> dict[str, Any]:
    """A JSON object from bytes. Raises ``BrokenRecord``."""
    value = parsed(data)
    if not isinstance(value, dict):
        raise BrokenRecord("The line is not a JSON object.")
    return value


def identifier(values: dict[str, Any], name: str, longest: int = 64) -> str:
    """A stored id. Raises ``BrokenRecord`` where it is missing or could not stand in an address."""
    found = values.get(name)
    if isinstance(found, int) and not isinstance(found, bool):
        found = str(found)
    if not isinstance(found, str) or not found:
        raise BrokenRecord(f"{name} is missing.")
    if len(found) > longest:
        raise BrokenRecord(f"{name} is longer than {longest} characters.")
    if found in (".", "..") or not all(character.isalnum() or character in "-_.:@+" for character in found):
        raise BrokenRecord(f"{name} holds characters that no id has.")
    return found


def text(values: dict[str, Any], name: str, *, required: bool = False, longest: int | None = None) -> str:
    """A text; null and missing are empty. Raises ``BrokenRecord``."""
    found = values.get(name)
    if found is None:
        found = ""
    if not isinstance(found, str):
        raise BrokenRecord(f"{name} is not text.")
    if required and not found.strip():
        raise BrokenRecord(f"{name} is missing.")
    if longest is not None and len(found) > longest:
        raise BrokenRecord(f"{name} is longer than {longest} characters.")
    return found


def moment(values: dict[str, Any], name: str, *, required: bool = True) -> datetime | None:
    """A time in ISO 8601; one without zone is UTC. Raises ``BrokenRecord``."""
    found = values.get(name)
    if found is None and not required:
        return None
    try:
        value = parse_datetime(found) if isinstance(found, str) else None
    except ValueError:
        value = None
    if value is None:
        raise BrokenRecord(f"{name} is not a time.")
    try:
        return (value if value.tzinfo else value.replace(tzinfo=UTC)).astimezone(UTC)
    except OverflowError as error:
        raise BrokenRecord(f"{name} is not a time.") from error


def number(values: dict[str, Any], name: str) -> float | None:
    """A number, or None. Raises ``BrokenRecord``."""
    found = values.get(name)
    if found is None:
        return None
    if isinstance(found, bool) or not isinstance(found, int | float):
        raise BrokenRecord(f"{name} is not a number.")
    return float(found)


def extra_of(values: dict[str, Any], name: str) -> dict[str, Any]:
    """What our own export put beside the first generation's fields; empty in their files."""
    found = values.get(name)
    return found if isinstance(found, dict) else {}


def _refuse(name: str) -> Any:
    raise ValueError(name)


def _line_of(data: str, key: Any) -> int | None:
    place = data.find(json.dumps(key)) if isinstance(key, str) else -1
    return data.count("\n", 0, place) + 1 if place >= 0 else None
