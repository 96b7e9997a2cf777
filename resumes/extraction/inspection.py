"""What pypdf says of a file before its text is read: validity, encryption, pages, active content."""

import contextlib
import io
import signal
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pypdf
from pypdf.generic import DictionaryObject, NameObject

CPU_BUDGET = 2.0  # seconds; a file that takes longer to open is left to the reader
ACTIVE_NAMES = {"/JavaScript": "javascript", "/EmbeddedFiles": "embedded_files"}
ACTIVE_ACTIONS = {
    "/JavaScript": "javascript",
    "/Launch": "launch",
    "/SubmitForm": "submit_form",
    "/ImportData": "import",
}
ANNOTATED_PAGES = 20
ANNOTATIONS = 200  # looked at on one page
HIDDEN, NO_VIEW = 1 << 1, 1 << 5  # flags of annotations
WRITTEN = ("/FreeText", "/Widget", "/Text", "/Popup", "/Stamp")  # kinds that hold words of their own
DRAWN = ("/FreeText", "/Widget")  # those whose words the page itself shows
NOTES_NOT_READ = "notes_and_form_fields_not_read"  # a person sees them, and neither reader takes their words
LEAST_WORDS = 2  # of what is worth a warning: a field's "Yes" or "12" is none


class BudgetSpent(Exception):
    """Pure Python work was stopped after its share of processor time."""


@dataclass(slots=True)
class Inspection:
    """The outcome: an error code of ``ExtractionError`` or "", flags, and how many pages there are."""

    error: str = ""
    flags: list[str] = field(default_factory=list)
    page_count: int = 0
    producer: str = ""
    unshown: list[tuple[int, str]] = field(default_factory=list)  # pages (from 1) and texts of notes that are not drawn


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
    found.flags += sorted(_active_on_pages(reader, found.unshown) - set(found.flags))
    found.unshown += [(1, text) for text in _unplaced_fields(root)]


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


def _active_on_pages(reader: pypdf.PdfReader, unshown: list[tuple[int, str]]) -> set[str]:
    """Flags of what the pages' annotations do; texts of those that are not shown are added to ``unshown``."""
    flags: set[str] = set()
    for index in range(min(len(reader.pages), ANNOTATED_PAGES)):
        page = reader.pages[index]
        if "/AA" in page:
            flags.add("automatic_action")
        annotations = page.get("/Annots")
        annotations = annotations.get_object() if annotations is not None else []
        for annotation in list(annotations)[:ANNOTATIONS]:
            entry = _dictionary(annotation)
            flags |= _action_flag(entry.get("/A"))
            if entry.get("/Subtype") == "/FileAttachment":
                flags.add("embedded_files")
            if text := _unshown_text(entry):
                unshown.append((index + 1, text))
            elif _value(entry, "/Subtype") in DRAWN and _words(entry):
                flags.add(NOTES_NOT_READ)
    return flags


def _unshown_text(entry: DictionaryObject) -> str:
    """The words of a note or a field that the page does not show; empty for others, and for a word alone."""
    if _value(entry, "/Subtype") not in WRITTEN:
        return ""
    flags, edges = _value(entry, "/F"), _value(entry, "/Rect")
    edges = [_resolved(edge) for edge in edges] if isinstance(edges, list) else []
    rect = [float(edge) for edge in edges if isinstance(edge, int | float)]
    flat = len(rect) == 4 and (abs(rect[2] - rect[0]) < 1 or abs(rect[3] - rect[1]) < 1)
    hidden = isinstance(flags, int) and bool(flags & (HIDDEN | NO_VIEW))
    return _words(entry) if hidden or flat else ""


def _unplaced_fields(root: Any) -> list[str]:
    """The words of form fields that stand on no page."""
    fields = _dictionary(root.get("/AcroForm")).get("/Fields")
    fields = fields.get_object() if fields is not None else []
    entries = map(_dictionary, list(fields)[:ANNOTATIONS])
    return [text for entry in entries if not {"/Rect", "/Kids"} & entry.keys() and (text := _words(entry))]


def _words(entry: DictionaryObject) -> str:
    value = _value(entry, "/V" if "/V" in entry else "/Contents")
    if value is None:
        value = _value(_dictionary(entry.get("/Parent")), "/V")  # a field's value, shown in several places
    text = " ".join(str(value).split()) if isinstance(value, str) and not isinstance(value, NameObject) else ""
    return text if len(text.split()) >= LEAST_WORDS else ""


def _action_flag(action: Any) -> set[str]:
    kind = _dictionary(action).get("/S")
    return {ACTIVE_ACTIONS[kind]} if isinstance(kind, str) and kind in ACTIVE_ACTIONS else set()


def _value(entry: DictionaryObject, key: str) -> Any:
    """What an entry holds, by itself or in an object of its own."""
    return _resolved(entry.get(key))


def _resolved(value: Any) -> Any:
    return value.get_object() if hasattr(value, "get_object") else value


def _dictionary(value: Any) -> DictionaryObject:
    value = _resolved(value)
    return value if isinstance(value, DictionaryObject) else DictionaryObject()
