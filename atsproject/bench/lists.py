"""A list of the API against a bare Django view that returns the same JSON."""

import json
import time
from typing import Any

from django.contrib.auth.models import User
from django.db import connection
from django.http import HttpRequest, JsonResponse
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import resolve
from rest_framework.test import APIRequestFactory, force_authenticate

from analyses.models import Analysis
from atsproject.bench.timing import spread

ROWS = 50
RUNS = 60


def measure_list(user: User) -> dict[str, Any]:
    """``GET /api/analyses?limit=50``: queries, and time against a bare view, alternating in one run."""
    address = f"/api/analyses?limit={ROWS}"
    view = resolve("/api/analyses").func
    fields = list(_answer(view, user, address)["results"][0])
    with CaptureQueriesContext(connection) as queries:
        listed = _answer(view, user, address)
    if len(listed["results"]) != ROWS:
        raise RuntimeError(f"The list has {len(listed['results'])} rows; {ROWS} are needed to measure.")
    bare = _bare_view(fields)
    ours, plain = [], []
    for _ in range(RUNS):
        begun = time.perf_counter()
        _call(view, user, address)
        ours.append(time.perf_counter() - begun)
        begun = time.perf_counter()
        bare(RequestFactory(SERVER_NAME="localhost").get(address))
        plain.append(time.perf_counter() - begun)
    here, there = spread(ours), spread(plain)
    return {
        "rows": ROWS,
        "queries": len(queries),
        **here,
        "bare_view": there,
        "time_ratio": round(here["median_ms"] / there["median_ms"], 2),
        "runs": RUNS,
    }


def _call(view: Any, user: User, address: str) -> bytes:
    request = APIRequestFactory(SERVER_NAME="localhost").get(address)
    force_authenticate(request, user=user)
    content: bytes = view(request).render().content
    return content


def _answer(view: Any, user: User, address: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(_call(view, user, address))
    return found


def _bare_view(fields: list[str]) -> Any:
    """The same rows and keys from a function of five lines, without REST framework, sign-in or paging links."""

    def view(request: HttpRequest) -> JsonResponse:
        rows = Analysis.objects.with_decision().with_feedback_count().order_by("-created_at", "analysis_id")
        listed = list(rows.values(*fields)[:ROWS])
        return JsonResponse({"count": rows.count(), "next": None, "previous": None, "results": listed})

    return view
