"""Print what is read from resumes, without storing anything."""

import json
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from resumes.document import Document
from resumes.extraction import ExtractionError, extract
from resumes.parsing import parse_profile


class Command(BaseCommand):
    """Reads PDFs the way an upload does; the database is not touched."""

    help = (
        "Read resume PDFs and print what was found: contact, work, education, skills, and how well the file could be "
        "read. Nothing is stored. A file that cannot be read is named and the rest goes on; the command fails "
        "when none could be read."
    )
    requires_system_checks: list[str] = []
    requires_migrations_checks = False

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Paths, and JSON for programs."""
        parser.add_argument("paths", nargs="+", metavar="PATH", help="a PDF, or a folder whose PDFs are read")
        parser.add_argument("--no-ocr", action="store_true", help="leave scans unread (OCR takes seconds a page)")
        parser.add_argument(
            "--json",
            action="store_true",
            help="print a JSON list of {file, profile, parse_quality}; profile is null where a file cannot be read",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Read each file in turn. Raises CommandError when there is none or none could be read."""
        files = list(_files(options["paths"]))
        if not files:
            raise CommandError("There is no PDF in the folders given.")
        rows = []
        for path in files:
            row = _read(path, ocr=not options["no_ocr"])
            rows.append(row)
            if row["profile"] is None:
                self.stderr.write(f"{path}: {row['error']}")
            elif not options["json"]:
                self.stdout.write(_table(row))
        if options["json"]:
            self.stdout.write(json.dumps(rows, ensure_ascii=False, indent=2))
        if all(row["profile"] is None for row in rows):
            raise CommandError("None of the files could be read." if len(rows) > 1 else "The file could not be read.")


def _files(paths: list[str]) -> Iterator[Path]:
    """The files named, and the PDFs of the folders named, once each and in order."""
    seen: set[Path] = set()
    for name in paths:
        path = Path(name)
        found = sorted(path.rglob("*.[pP][dD][fF]")) if path.is_dir() else [path]
        for file in found:
            if file not in seen:
                seen.add(file)
                yield file


def _read(path: Path, *, ocr: bool) -> dict[str, Any]:
    """One entry of the answer. ``error`` is a sentence, null where the file was read."""
    unread: dict[str, Any] = {"file": str(path), "profile": None}
    if not path.is_file():
        return {**unread, "parse_quality": _unreadable("missing"), "error": "There is no such file."}
    try:
        with path.open("rb") as file:
            if b"%PDF-" not in file.read(1024):
                return {**unread, "parse_quality": _unreadable("not_a_pdf"), "error": "This is not a PDF."}
        document = _document(path, ocr=ocr)
    except ExtractionError as error:
        return {**unread, "parse_quality": _unreadable(error.code, hidden=bool(error.hidden)), "error": error.message}
    except OSError as error:
        return {**unread, "parse_quality": _unreadable("broken"), "error": error.strerror or "It cannot be opened."}
    return {
        "file": str(path),
        "profile": parse_profile(document),
        "parse_quality": document.quality.as_json(),
        "error": None,
    }


def _document(path: Path, *, ocr: bool) -> Document:
    """The text of a file; of a scan by OCR where tesseract is. Raises ``ExtractionError`` and OSError."""
    try:
        return extract(path)
    except ExtractionError as error:
        from resumes.extraction.ocr import available, read_document  # loads a PDF library

        if error.code != "no_text" or not ocr or not available():
            raise
        return read_document(path, hidden=error.hidden)


def _unreadable(flag: str, *, hidden: bool = False) -> dict[str, Any]:
    return {"level": "unreadable", "flags": [flag, "hidden_text"] if hidden else [flag], "score": 0.0}


def _table(row: dict[str, Any]) -> str:
    """What a person wants to see first of one resume."""
    profile, basics = row["profile"], row["profile"]["basics"]
    place = basics["location"] or {}
    shown = [
        ("Name", basics["name"]),
        ("Headline", basics["label"]),
        ("Contact", " | ".join(v for v in (basics["email"], basics["phone"], _place(place)) if v)),
        ("Links", " | ".join(filter(None, [basics["url"], *(item["url"] for item in basics["profiles"])]))),
    ]
    shown += [("Work" if not i else "", _work(entry)) for i, entry in enumerate(profile["work"])]
    shown += [("Education" if not i else "", _education(entry)) for i, entry in enumerate(profile["education"])]
    shown += [
        ("Skills", ", ".join(skill["name"] for skill in profile["skills"])),
        ("Certificates", ", ".join(item["name"] for item in profile["certificates"])),
        ("Languages", ", ".join(filter(None, (_language(item) for item in profile["languages"])))),
        ("Projects", ", ".join(item["name"] for item in profile["projects"])),
        ("Quality", ", ".join([row["parse_quality"]["level"], *row["parse_quality"]["flags"]])),
        *(("Warning", warning) for warning in profile["warnings"]),
    ]
    body = "\n".join(f"  {label:<13} {value}" for label, value in shown if value)
    return f"{row['file']}\n{body}\n"


def _place(place: dict[str, Any]) -> str:
    return ", ".join(filter(None, (place.get(key) for key in ("address", "city", "region", "countryCode"))))


def _span(entry: dict[str, Any]) -> str:
    end = "now" if entry.get("current") else entry["endDate"]
    return " to ".join(filter(None, (entry["startDate"], end)))


def _work(entry: dict[str, Any]) -> str:
    title = entry["position"] or "?"
    return ", ".join(filter(None, (title, entry["name"], entry["location"], _span(entry))))


def _education(entry: dict[str, Any]) -> str:
    degree = " ".join(filter(None, (entry["studyType"], entry["area"])))
    return ", ".join(filter(None, (degree, entry["institution"], _span(entry))))


def _language(item: dict[str, Any]) -> str:
    return f"{item['language']} ({item['fluency']})" if item["fluency"] else str(item["language"])
