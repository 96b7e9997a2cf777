"""Every page of a busy installation: time to first byte, queries, and weight over the wire."""

import gzip
import re
import time
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.contrib.staticfiles import finders
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory

from analyses.models import Analysis
from atsproject.bench.timing import spread

RUNS = 9
PAGES = ("/", "/jobs/", "/jobs/{job}/", "/analyses/{analysis}/", "/resumes/", "/resumes/{resume}/")
MORE_PAGES = ("/feedback/", "/training/", "/applications/", "/admin/", "/admin/analyses/analysis/")
ASSET = re.compile(r'(?:src|href)="(/static/[^"?]+\.(?:js|css|svg|png|woff2|ico))')


def measure_pages(user: User) -> dict[str, Any]:
    """Each page with its rows in the database, against a bare view that sends the same bytes after one query."""
    client = Client(SERVER_NAME="localhost")
    client.force_login(user)
    picked = Analysis.objects.filter(status="done").exclude(job=None).order_by("-overall_score")[0]
    names = {"job": picked.job_id, "resume": picked.resume_id, "analysis": picked.analysis_id}
    return {address: _page(client, address.format(**names)) for address in (*PAGES, *MORE_PAGES)}


def _page(client: Client, address: str) -> dict[str, Any]:
    queries: list[str] = []

    def note(execute: Any, sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
        queries.append(sql)
        return execute(sql, params, many, context)

    # Not CaptureQueriesContext: the log it reads is bounded, and filling the database has filled it.
    with connection.execute_wrapper(note):
        first = client.get(address)
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
    html = first.content.decode()
    return {
        **spread(ours),
        "bare_view_ms": spread(plain)["median_ms"],
        "queries": len(queries),
        "first_visit_kb": round((len(gzip.compress(first.content)) + _assets(html)) / 1024, 1),
    }


def _bare_view(content: bytes) -> Any:
    def view(request: HttpRequest) -> HttpResponse:
        list(Analysis.objects.order_by("-created_at").values("analysis_id", "overall_score")[:20])
        return HttpResponse(content)

    return view


def _assets(html: str) -> int:
    """Bytes of the page's own files, compressed as they are sent."""
    total = 0
    for address in set(ASSET.findall(html)):
        name = address.removeprefix(settings.STATIC_URL)
        built = Path(settings.STATIC_ROOT) / name
        found = built if built.exists() else Path(str(finders.find(name) or ""))
        if found.is_file():
            packed = found.with_name(found.name + ".gz")
            total += packed.stat().st_size if packed.exists() else len(gzip.compress(found.read_bytes()))
    return total
