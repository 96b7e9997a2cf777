"""Drawn pages of PDFs, kept for an hour where every process of this installation can forget them.

A cache in each process' own memory would keep pictures that an erasure at the command line cannot reach: they lie in
files instead, or in Redis where that is in use (``CACHES["pages"]``).
"""

from typing import Any

from django.core.cache import caches

KEPT_SECONDS = 3600
MOST_PAGES = 500  # more pages of one file are never asked for


def kept(sha256: str | None, name: str | int) -> Any:
    """What is kept of the PDF under ``name`` (a page's number, or ``sizes``); None where nothing is."""
    return caches["pages"].get(_key(sha256, name))


def keep(sha256: str | None, name: str | int, value: Any) -> None:
    """Keep it for an hour. Where there is no room or right to write, it is drawn again the next time."""
    try:
        caches["pages"].set(_key(sha256, name), value, KEPT_SECONDS)
    except OSError:
        return


def forget_pages(sha256: str | None, page_count: int) -> None:
    """Forget every picture of the PDF, and its sizes."""
    if sha256:
        last = min(max(page_count, 1), MOST_PAGES)
        caches["pages"].delete_many([_key(sha256, name) for name in ("sizes", *range(1, last + 1))])


def _key(sha256: str | None, name: str | int) -> str:
    return f"page:{sha256}:{name}"
