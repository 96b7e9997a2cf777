"""The feedback explorer: search by meaning, figures over time and by job, where reviewers disagree, what is learned."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from rest_framework.exceptions import APIException

from atsproject.pages.acting import fragment, page_of, sentences
from atsproject.pages.blind import conceal, cover
from atsproject.pages.charts import bars
from feedback.models import Feedback
from feedback.queries import FeedbackFilters, checked
from feedback.similar import similar_feedback
from feedback.statistics import (
    by_job,
    disagreements,
    index_figures,
    over_time,
    reviewer_agreement,
    revisions,
    written_figures,
)
from feedback.training.overview import REASONS, rows_that_teach, training_overview

FOUND = 15
ROLES = (
    ("recruiter", "Recruiter"),
    ("hiring_manager", "Hiring manager"),
    ("api_client", "API client"),
    ("administrator", "Administrator"),
)


# Boxes to tick: those that reviewers see two or more stars apart, with a better wording, replaced by a revision.
ONLY = ("contested", "corrected", "replaced")


# Whether the ranking learns from a piece of feedback, and why not.
TEACHES = {"yes": "Learned from", **REASONS}


def feedback(request: HttpRequest) -> HttpResponse:
    """Feedback, newest first, or the nearest to a text; with figures beside."""
    words = request.GET.get("q", "").strip()
    filters = _filters(request)
    figures = written_figures()
    page = None if words else page_of(request, _asked_rows(request, filters))
    if page is not None:
        page.object_list = conceal(request, page.object_list)
    context = {
        "q": words,
        "asked": {name: request.GET.get(name, "") for name in (*_NAMES, "teaches")},
        "filtered": bool(filters) or any(name in request.GET for name in (*ONLY, "teaches")),
        "only": {name: name in request.GET for name in ONLY},
        "teaches": TEACHES.items(),
        "kinds": Feedback.Kind.choices,
        "roles": ROLES,
        "figures": figures,
        **_charts(figures),
        "by_job": by_job(),
        "found": _similar(request, words, filters) if words else None,
        "page": page,
    }
    return render(request, "pages/feedback.html", context)


def feedback_row(request: HttpRequest, feedback_id: str) -> HttpResponse:
    """One piece of feedback: what was judged, by which versions, how it was revised, what says the same."""
    rows = Feedback.objects.select_related("job", "created_by", "analysis", "resume", "duplicate_of")
    row = get_object_or_404(rows, pk=feedback_id)
    history = conceal(request, revisions(row))
    same = conceal(request, row.duplicates.select_related("created_by")[:10])
    conceal(request, [row, *([row.duplicate_of] if row.duplicate_of else [])])
    context = {"row": row, "history": history, "same": same}
    return render(request, "pages/feedback_row.html", context)


def feedback_agreement(request: HttpRequest) -> HttpResponse:
    """The part of the page that says whether reviewers agree, and how far the search has come."""
    context = {
        "agreement": reviewer_agreement().as_json(),
        "disagreements": cover(request).rows(disagreements(5)),
        "indexes": index_figures()["indexes"],
    }
    return fragment(request, "pages/feedback/agreement.html", context, "Do reviewers agree?")


def feedback_quality(request: HttpRequest) -> HttpResponse:
    """The part of the page that says how much of the feedback can be learned from, and why the rest cannot."""
    context = {"overview": training_overview()}
    return fragment(request, "pages/feedback/quality.html", context, "What is learned from")


# Filters of the address; what a person mistypes is left out and said.
_NAMES = ("min_rating", "max_rating", "kind", "job_id", "reviewer_role", "since", "until", "analysis_id")


def _filters(request: HttpRequest) -> dict[str, Any]:
    data = {name: request.GET[name].strip() for name in _NAMES if request.GET.get(name, "").strip()}
    for end, time in (("since", "T00:00:00"), ("until", "T23:59:59.999999")):
        if len(data.get(end, "")) == len("2026-01-31"):
            data[end] += time
    try:
        return checked(FeedbackFilters, data)
    except APIException as error:
        messages.error(request, f"Not filtered. {sentences(error)}", extra_tags="bad")
        return {}


def _asked_rows(request: HttpRequest, filters: dict[str, Any]) -> Any:
    """The filtered rows, narrowed by each of ONLY that is asked for."""
    rows = _rows(filters, replaced="replaced" in request.GET)
    if (teaches := request.GET.get("teaches")) in TEACHES:
        reason = "" if teaches == "yes" else teaches
        rows = Feedback.objects.current().filter(pk__in=rows_that_teach(reason).values("pk"))
        rows = rows.narrowed(**filters).select_related("job", "created_by", "supersedes").order_by("-created_at", "pk")
    if "contested" in request.GET:
        rows = rows.contested()
    return rows.exclude(ideal_response="") if "corrected" in request.GET else rows


def _rows(filters: dict[str, Any], *, replaced: bool = False) -> Any:
    """What people wrote; with a kind asked for, also what decisions and re-orderings left. ``replaced``: what later
    revisions stand for."""
    rows = Feedback.objects.current() if "kind" in filters else Feedback.objects.given()
    if replaced:
        rows = Feedback.objects.filter(is_current=False)
    return rows.narrowed(**filters).select_related("job", "created_by", "supersedes").order_by("-created_at", "pk")


def _charts(figures: dict[str, Any]) -> dict[str, Any]:
    """Ratings and weeks as bars, each leading to its rows."""
    here = reverse("feedback")
    weeks = over_time()
    return {
        "ratings": bars(
            [(f"{stars} ★", figures["by_rating"].get(str(stars), 0)) for stars in range(1, 6)],
            "ratings",
            [f"{here}?min_rating={stars}&max_rating={stars}" for stars in range(1, 6)],
        ),
        "weeks": bars(
            [(f"{row['week']:%d %b}", row["count"]) for row in weeks],
            "pieces of feedback",
            [f"{here}?since={row['week']:%Y-%m-%d}&until={row['week'] + timedelta(days=6):%Y-%m-%d}" for row in weeks],
        ),
        "over_time": weeks,
    }


def _similar(request: HttpRequest, words: str, filters: dict[str, Any]) -> Any:
    try:
        found = similar_feedback(query=words, by=request.user, n_results=FOUND, **filters)
    except APIException as error:
        messages.error(request, sentences(error), extra_tags="bad")
        return None
    return replace(found, results=cover(request).rows(found.results))
