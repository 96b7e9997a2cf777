"""Reads scans: pages drawn in the sandbox at 200 dpi, tesseract called directly, boxes from its TSV."""

import csv
import io
import os
import re
import resource
import shutil
import subprocess
import time
from collections import defaultdict
from dataclasses import replace
from pathlib import Path

from resumes.document import Document, HiddenText
from resumes.extraction import page_sizes, render_page
from resumes.extraction.assembly import DraftLine, assemble
from resumes.extraction.errors import ExtractionError
from resumes.extraction.page_lines import page_lines
from resumes.extraction.quality import judge
from resumes.extraction.words import Word

DPI = 200
MAX_SIDE = 4000  # pixels; a larger page is drawn coarser
MAX_PAGES = 15
PAGE_SECONDS = 60
DOCUMENT_SECONDS = 90  # after which no further page is begun
PAGE_MEMORY = 2 << 30  # bytes of address space
MIN_CONFIDENCE = 30.0  # of 100; below it are specks and ruled lines read as letters
MARKS = re.compile(r"^(?:[+*«»¢©®°~-]|e|o) +(?=[A-Z0-9])")  # what tesseract takes round bullets for
PALE = ("low_contrast", "transparent", "tiny")
INSTALL_SENTENCE = (
    "This PDF holds no text: it is probably a scan. Install tesseract on the server "
    "(Debian: apt-get install tesseract-ocr) to have scans read, or upload a PDF with text."
)
FOUND_NOTHING = "This PDF holds no text, and OCR found none in its pictures either. Upload a PDF with text."


def available() -> bool:
    """Whether tesseract is on this machine."""
    return shutil.which("tesseract") is not None


def read_document(path: Path, *, hidden: tuple[HiddenText, ...] = ()) -> Document:
    """Read every page as a picture.

    ``hidden`` is what the file holds and its pages do not show: what OCR makes out where pale text
    lies is left out, for it sees paler letters than a person does. Raises ``ExtractionError``:
    ``no_text`` when nothing is found, and what drawing a page raises.
    """
    deadline = time.monotonic() + DOCUMENT_SECONDS
    sizes = page_sizes(path)
    flags = ["ocr", *(["hidden_text"] if hidden else [])]
    drafts: list[DraftLine] = []
    for number, (width, height) in enumerate(sizes[:MAX_PAGES], 1):
        scale = min(DPI / 72, MAX_SIDE / max(width, height, 1.0))
        if time.monotonic() > deadline:
            flags.append("truncated")
            break
        picture = render_page(path, page=number, scale=scale, kind="PGM")
        if _is_blank(picture):
            continue
        table = _tesseract(picture, round(scale * 72))
        words = [word for word in words_of_table(table, scale) if not _lies_in(word, number, hidden)]
        drafts += [replace(line, text=MARKS.sub("• ", line.text)) for line in page_lines(words, number)]
    text, lines = assemble(drafts)
    if not any(char.isalnum() for char in text):
        raise ExtractionError("no_text", FOUND_NOTHING, hidden=hidden, pages=len(sizes))
    if len(sizes) > MAX_PAGES:
        flags.append("truncated")
    return Document(
        text=text,
        lines=lines,
        page_count=len(sizes),
        engine="tesseract",
        hidden=hidden,
        quality=judge(text, flags),
        used_ocr=True,
        page_sizes=tuple(sizes),
    )


def words_of_table(table: str, scale: float) -> list[Word]:
    """Words of one page from tesseract's TSV, in points with the origin at the top left."""
    rows = list(csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE))
    by_line = defaultdict(list)
    for row in rows:
        if row["level"] == "5" and (row["text"] or "").strip() and float(row["conf"]) >= MIN_CONFIDENCE:
            by_line[row["block_num"], row["par_num"], row["line_num"]].append(row)
    words = []
    for line in by_line.values():
        boxes = [[int(row[name]) / scale for name in ("left", "top", "width", "height")] for row in line]
        top = min(box[1] for box in boxes)
        bottom = max(box[1] + box[3] for box in boxes)
        size = (bottom - top) / _share_of_size("".join(row["text"] for row in line))
        for row, (left, _, width, _) in zip(line, boxes, strict=True):
            words.append(Word(row["text"].strip(), left, top, left + width, bottom, bottom, size, bold=False))
    return words


def _is_blank(picture: bytes) -> bool:
    """Whether a grey picture (PGM) shows nothing: every pixel after the header has the same value."""
    pixels = picture.split(b"\n", 3)[3]
    return pixels.count(pixels[:1]) == len(pixels)


def _share_of_size(text: str) -> float:
    """What part of the font size a line of these letters is high, from its lowest stroke to its highest."""
    tall = any(char.isupper() or char.isdigit() or char in "bdfhklt" for char in text)
    low = any(char in "gjpqy,;()|" for char in text)
    return (0.72 if tall else 0.5) + (0.21 if low else 0.0)


def _lies_in(word: Word, page: int, hidden: tuple[HiddenText, ...]) -> bool:
    """Whether a word stands where pale text is; what is painted over shows what lies on top."""
    x, y = (word.x0 + word.x1) / 2, (word.y0 + word.y1) / 2
    return any(
        item.page == page and item.reason in PALE and item.x0 <= x <= item.x1 and item.y0 <= y <= item.y1
        for item in hidden
    )


def _tesseract(picture: bytes, dpi: int) -> str:
    """Run tesseract on one picture, limited in time and memory, in one thread."""
    program = shutil.which("tesseract")
    if program is None:
        raise ExtractionError("no_text", INSTALL_SENTENCE)
    environment = {"PATH": os.environ.get("PATH", ""), "OMP_THREAD_LIMIT": "1", "LC_ALL": "C.UTF-8"}
    if prefix := os.environ.get("TESSDATA_PREFIX"):
        environment["TESSDATA_PREFIX"] = prefix
    try:
        done = subprocess.run(
            [program, "stdin", "stdout", "--dpi", str(dpi), "tsv"],
            input=picture,
            capture_output=True,
            env=environment,
            timeout=PAGE_SECONDS,
            check=False,
            preexec_fn=_limit,
        )
    except subprocess.TimeoutExpired:
        raise ExtractionError("timeout") from None
    if done.returncode:
        raise ExtractionError("no_text", FOUND_NOTHING)
    return done.stdout.decode("utf-8", "replace")


def _limit() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (PAGE_SECONDS, PAGE_SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (PAGE_MEMORY, PAGE_MEMORY))
