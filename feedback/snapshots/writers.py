"""Writes rows to files one at a time: JSON Lines, CSV and Parquet. A file without rows is not made."""

import hashlib
import json
import os
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self

from rest_framework.exceptions import APIException

from feedback.csv_export import csv_lines

_PARQUET_ROWS = 1000  # rows held in memory before a row group is written


class ParquetMissing(APIException):
    """Parquet needs a package that is not installed."""

    status_code = 503
    default_code = "parquet_missing"
    default_detail = "Parquet needs the package pyarrow. Install it: .venv/bin/pip install -r requirements.txt"


class Writer:
    """Rows to one file. ``columns`` maps names to types in the order they are written."""

    suffix = ""

    def __init__(self, path: Path, columns: dict[str, str]) -> None:
        self.path, self.columns, self.rows = path, columns, 0

    def write(self, row: dict[str, Any]) -> None:
        """Write one row."""
        if not self.rows:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self._open()
        self.rows += 1
        self._write({name: row[name] for name in self.columns})

    def close(self) -> None:
        """Have everything on disk."""
        if self.rows:
            self._close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, value: BaseException | None, tb: TracebackType | None) -> None:
        self.close()

    def _open(self) -> None:
        raise NotImplementedError

    def _write(self, row: dict[str, Any]) -> None:
        raise NotImplementedError

    def _close(self) -> None:
        raise NotImplementedError


class _TextWriter(Writer):
    _file: IO[str]

    def _open(self) -> None:
        self._file = self.path.open("w", encoding="utf-8", newline="")

    def _close(self) -> None:
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()


class JsonLinesWriter(_TextWriter):
    """One JSON object a line, UTF-8."""

    suffix = ".jsonl"

    def _write(self, row: dict[str, Any]) -> None:
        self._file.write(json_line(row))


class CsvWriter(_TextWriter):
    """CSV for spreadsheets: a byte-order mark, and no cell that runs as a formula."""

    suffix = ".csv"

    def _write(self, row: dict[str, Any]) -> None:
        header, line = csv_lines(self.columns, [row])
        self._file.write(header + line if self.rows == 1 else line)


class ParquetWriter(Writer):
    """Parquet, Zstandard-compressed, a row group at a time."""

    suffix = ".parquet"

    def _open(self) -> None:
        try:
            import pyarrow as pa
            import pyarrow.parquet as pq
        except ImportError as error:
            raise ParquetMissing from error
        text = pa.string()
        turn = {"messages": ("role", "content"), "turns": ("from", "value")}
        types = {
            "string": text,
            "int": pa.int64(),
            "float": pa.float64(),
            "bool": pa.bool_(),
            "strings": pa.list_(text),
        }
        types |= {name: pa.list_(pa.struct([(key, text) for key in keys])) for name, keys in turn.items()}
        self._schema = pa.schema([(name, types[kind]) for name, kind in self.columns.items()])
        self._table = pa.Table
        self._file = pq.ParquetWriter(self.path, self._schema, compression="zstd")
        self._held: list[dict[str, Any]] = []

    def _write(self, row: dict[str, Any]) -> None:
        self._held.append(row)
        if len(self._held) >= _PARQUET_ROWS:
            self._flush()

    def _flush(self) -> None:
        self._file.write_table(self._table.from_pylist(self._held, schema=self._schema))
        self._held = []

    def _close(self) -> None:
        if self._held:
            self._flush()
        self._file.close()


WRITERS: dict[str, type[Writer]] = {"jsonl": JsonLinesWriter, "csv": CsvWriter, "parquet": ParquetWriter}


def json_line(row: dict[str, Any]) -> str:
    """The row as one line of JSON: real characters, but none that some readers take for a line break."""
    text = json.dumps(row, ensure_ascii=False, separators=(",", ":"))
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029").replace("\x85", "\\u0085") + "\n"


def line_sha256(line: str) -> str:
    """SHA-256 (hex) of a line as it stands in a file."""
    return hashlib.sha256(line.encode()).hexdigest()


def file_sha256(path: Path) -> str:
    """SHA-256 (hex) of a file, read in pieces."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
