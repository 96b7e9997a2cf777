"""The feedback explorer: search by meaning, figures, and where reviewers disagree."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from rest_framework.exceptions import APIException

from atsproject.pages.acting import page_of, sentences
from atsproject.pages.charts import bars
from feedback.models import Feedback
from feedback.similar import similar_feedback
from feedback.statistics import disagreements, feedback_statistics

FOUND = 15


def feedback(request: HttpRequest) -> HttpResponse:
    """Feedback, newest first, or the nearest to a text; with figures beside."""
    words = request.GET.get("q", "").strip()
    rating = request.GET.get("min_rating", "")
    rows: Any = Feedback.objects.given().select_related("job", "created_by")
    if rating.isdecimal():
        rows = rows.filter(rating__gte=int(rating))
    figures = feedback_statistics()
    context = {
        "q": words,
        "min_rating": rating,
        "figures": figures,
        "ratings": bars([(f"{stars} ★", figures["by_rating"].get(str(stars), 0)) for stars in range(1, 6)], "ratings"),
        "disagreements": disagreements(5),
        "found": _similar(request, words, rating) if words else None,
        "page": page_of(request, rows.order_by("-created_at", "pk")),
    }
    return render(request, "pages/feedback.html", context)


def _similar(request: HttpRequest, words: str, rating: str) -> Any:
    least = int(rating) if rating.isdecimal() else None
    try:
        return similar_feedback(query=words, by=request.user, n_results=FOUND, min_rating=least)
    except APIException as error:
        messages.error(request, sentences(error), extra_tags="bad")
        return None
