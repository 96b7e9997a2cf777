"""Every page of a busy installation: time to first byte, queries, and weight over the wire."""

import gzip
import logging
import posixpath
import re
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.contrib.staticfiles import finders
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory

from analyses.models import Analysis
from atsproject.bench.addresses import Picked, admin_addresses, page_addresses
from atsproject.bench.timing import spread

RUNS = 5
ASSET = re.compile(r'(?:src|href)="(/static/[^"?]+\.(?:js|css|svg|png|woff2|ico))')
IN_STYLES = re.compile(r"""url\(["']?([^"')?#:]+)""")
PACKED = (".woff2", ".png", ".ico")  # compressed in themselves: sent as they are
METHOD_NOT_ALLOWED = 405


@contextmanager
def _no_news_of_refusals() -> Iterator[None]:
    """Addresses that only take what is sent to them are asked too, and say so: that is no news."""
    log = logging.getLogger("django.request")
    before = log.level
    log.setLevel(logging.ERROR)
    try:
        yield
    finally:
        log.setLevel(before)


@_no_news_of_refusals()
def count_queries(readers: Mapping[str, User], picked: Picked) -> dict[str, dict[str, int]]:
    """By reader and name of an address the queries it takes; to compare a few rows with many."""
    return {
        reader: {
            name: len(queries)
            for name, address in _addresses(user, picked).items()
            for response, queries in [_watched(_client(user), address)]
            if response.status_code == 200
        }
        for reader, user in readers.items()
    }


@_no_news_of_refusals()
def measure_pages(readers: Mapping[str, User], picked: Picked, few: Mapping[str, Mapping[str, int]]) -> dict[str, Any]:
    """By reader each page, against a bare view that sends the same bytes after one query, and the worst of all.

    ``few`` are the queries that were counted with few rows. Pages are asked for over the test client: no network.
    """
    found = {reader: _pages(user, picked) for reader, user in readers.items()}
    rows = {f"{name} ({reader})": row for reader, pages in found.items() for name, row in pages.items()}
    timed = {name: row for name, row in rows.items() if "median_ms" in row}
    grown = {
        f"{name} ({reader})": f"{few[reader][name]} then {row['queries']}"
        for reader, pages in found.items()
        for name, row in pages.items()
        if "queries" in row and row["queries"] > few.get(reader, {}).get(name, row["queries"])
    }
    return {
        "measured": len(timed),
        "slowest": _worst(timed, "median_ms"),
        "most_times_the_bare_view": _worst(timed, "times_bare_view"),
        "most_queries": _worst(timed, "queries"),
        "heaviest_first_visit_kb": _worst(timed, "first_visit_kb"),
        "more_queries_with_more_rows": grown,
        "not_answered_200": {name: row["status"] for name, row in rows.items() if "status" in row},
        **found,
    }


def _worst(rows: Mapping[str, Mapping[str, Any]], figure: str) -> str:
    name = max(rows, key=lambda key: rows[key][figure])
    return f"{rows[name][figure]}: {name}"


def _addresses(user: User, picked: Picked) -> dict[str, str]:
    return page_addresses(picked) | (admin_addresses() if user.is_superuser else {})


def _client(user: User) -> Client:
    client = Client(SERVER_NAME="localhost", headers={"Accept-Encoding": "gzip"})
    client.force_login(user)
    return client


def _pages(user: User, picked: Picked) -> dict[str, dict[str, Any]]:
    client, found = _client(user), {}
    for name, address in _addresses(user, picked).items():
        figures = _page(client, address)
        if figures.get("status") != METHOD_NOT_ALLOWED:
            found[name] = figures
    return found


def _watched(client: Client, address: str) -> tuple[Any, list[str]]:
    """The answer and its queries. Asked twice: what a process remembers is no cost of a page."""
    queries: list[str] = []

    def note(execute: Any, sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
        queries.append(sql)
        return execute(sql, params, many, context)

    client.get(address)
    # Not CaptureQueriesContext: the log it reads is bounded, and filling the database has filled it.
    with connection.execute_wrapper(note):
        return client.get(address), queries


def _page(client: Client, address: str) -> dict[str, Any]:
    first, queries = _watched(client, address)
    if first.status_code != 200:
        return {"status": first.status_code}
    bare = _bare_view(first.content)
    ours, plain = [], []
    for _ in range(RUNS):
        begun = time.perf_counter()
        client.get(address)
        ours.append(time.perf_counter() - begun)
        begun = time.perf_counter()
        bare(RequestFactory(SERVER_NAME="localhost").get(address))
        plain.append(time.perf_counter() - begun)
    figures, bare_ms = spread(ours), spread(plain)["median_ms"]
    is_page = first["Content-Type"].startswith("text/html")
    sent = first.content
    html = gzip.decompress(sent) if first.get("Content-Encoding") == "gzip" else sent
    files = _assets(html.decode()) if is_page else 0
    return {
        **figures,
        "bare_view_ms": bare_ms,
        "times_bare_view": round(figures["median_ms"] / max(bare_ms, 0.1), 1),
        "queries": len(queries),
        "first_visit_kb": round((len(sent) + files) / 1024, 1) if is_page else 0.0,
    }


def _bare_view(content: bytes) -> Callable[[HttpRequest], HttpResponse]:
    def view(request: HttpRequest) -> HttpResponse:
        list(Analysis.objects.order_by("-created_at").values("analysis_id", "overall_score")[:20])
        return HttpResponse(content)

    return view


def _assets(html: str) -> int:
    """Bytes of the files that a page names, and of the fonts and pictures that its style sheets name, as they are
    sent: an upper bound, for a browser leaves out a font that no text is set in."""
    named = {address.removeprefix(settings.STATIC_URL) for address in ASSET.findall(html)}
    for name in [name for name in named if name.endswith(".css")]:
        found = _built(name)
        for address in IN_STYLES.findall(found.read_text(encoding="utf-8")) if found else ():
            named.add(posixpath.normpath(posixpath.join("/", posixpath.dirname(name), address)).lstrip("/"))
    return sum(_bytes_sent(path) for path in map(_built, named) if path)


def _built(name: str) -> Path | None:
    built = Path(settings.STATIC_ROOT) / name
    found = built if built.exists() else Path(str(finders.find(name) or ""))
    return found if found.is_file() else None


def _bytes_sent(path: Path) -> int:
    packed = path.with_name(path.name + ".gz")
    if path.suffix in PACKED:
        return path.stat().st_size
    return packed.stat().st_size if packed.exists() else len(gzip.compress(path.read_bytes()))
