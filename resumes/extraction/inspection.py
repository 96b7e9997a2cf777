"""What pypdf says of a file before its text is read: validity, encryption, pages, active content."""

import contextlib
import io
import signal
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pypdf
from pypdf.generic import DictionaryObject

CPU_BUDGET = 2.0  # seconds; a file that takes longer to open is left to the reader
ACTIVE_NAMES = {"/JavaScript": "javascript", "/EmbeddedFiles": "embedded_files"}
ACTIVE_ACTIONS = {
    "/JavaScript": "javascript",
    "/Launch": "launch",
    "/SubmitForm": "submit_form",
    "/ImportData": "import",
}
ANNOTATED_PAGES = 20


class BudgetSpent(Exception):
    """Pure Python work was stopped after its share of processor time."""


@dataclass(slots=True)
class Inspection:
    """The outcome: an error code of ``ExtractionError`` or "", flags, and how many pages there are."""

    error: str = ""
    flags: list[str] = field(default_factory=list)
    page_count: int = 0
    producer: str = ""


@contextlib.contextmanager
def processor_budget(seconds: float) -> Iterator[None]:
    """Raise ``BudgetSpent`` inside the block after ``seconds`` of processor time."""

    def stop(*_: Any) -> None:
        raise BudgetSpent

    previous = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, previous)


def inspect(data: bytes) -> Inspection:
    """Open the file with pypdf. Failing to is not the last word: the other reader may still read it."""
    found = Inspection()
    try:
        with processor_budget(CPU_BUDGET):
            _inspect(data, found)
    except BudgetSpent:
        found.flags.append("slow_to_open")
    except (KeyboardInterrupt, SystemExit):
        raise
    except Exception:  # noqa: BLE001 - pypdf lets built-in errors of every kind out on damaged files
        found.flags.append("damaged")
    return found


def _inspect(data: bytes, found: Inspection) -> None:
    reader = pypdf.PdfReader(io.BytesIO(data), strict=False)
    if reader.is_encrypted:
        if not reader.decrypt(""):
            found.error = "encrypted"
            return
        found.flags.append("restricted")
    metadata = reader.metadata
    found.producer = str(metadata.get("/Producer", "") if metadata else "")[:100]
    root = reader.trailer["/Root"].get_object()
    found.flags += sorted(_active(root))
    found.page_count = len(reader.pages)
    found.flags += sorted(_active_on_pages(reader) - set(found.flags))


def _active(root: Any) -> set[str]:
    flags = set()
    names = _dictionary(root.get("/Names"))
    for name, flag in ACTIVE_NAMES.items():
        if name in names:
            flags.add(flag)
    flags |= _action_flag(root.get("/OpenAction"))
    if "/AA" in root:
        flags.add("automatic_action")
    form = _dictionary(root.get("/AcroForm"))
    if "/XFA" in form:
        flags.add("xfa_form")
    return flags


def _active_on_pages(reader: pypdf.PdfReader) -> set[str]:
    flags: set[str] = set()
    for index in range(min(len(reader.pages), ANNOTATED_PAGES)):
        page = reader.pages[index]
        if "/AA" in page:
            flags.add("automatic_action")
        annotations = page.get("/Annots")
        annotations = annotations.get_object() if annotations is not None else []
        for annotation in list(annotations)[:200]:
            entry = _dictionary(annotation)
            flags |= _action_flag(entry.get("/A"))
            if entry.get("/Subtype") == "/FileAttachment":
                flags.add("embedded_files")
    return flags


def _action_flag(action: Any) -> set[str]:
    kind = _dictionary(action).get("/S")
    return {ACTIVE_ACTIONS[kind]} if isinstance(kind, str) and kind in ACTIVE_ACTIONS else set()


def _dictionary(value: Any) -> DictionaryObject:
    value = value.get_object() if hasattr(value, "get_object") else value
    return value if isinstance(value, DictionaryObject) else DictionaryObject()
