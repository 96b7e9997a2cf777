"""The first page: what needs attention now, and where things stand."""

from datetime import timedelta
from typing import Any

from django.db.models import Count, Q
from django.db.models.functions import TruncDate
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from analyses.models import Analysis
from atsproject.pages.blind import works_blind
from atsproject.pages.charts import bars
from atsproject.stats import storage_stats
from feedback.models import Feedback
from jobs.models import Job
from resumes.models import Resume

DAYS = 30
FEW = 6


def home(request: HttpRequest) -> HttpResponse:
    """What needs me now, the busiest jobs, activity and distributions."""
    since = timezone.now() - timedelta(days=DAYS)
    done = Analysis.objects.filter(status=Analysis.Status.DONE)
    # Any: the type checker knows no annotation made in a queryset method.
    jobs: Any = Job.objects.with_analysis_count()
    ranked: Any = done.latest_per_resume().with_decision().light().select_related("job")
    return render(
        request,
        "pages/home.html",
        {
            "stats": storage_stats(user=request.user),  # type: ignore[arg-type]
            "to_decide": ranked.filter(decision__isnull=True).order_by("-overall_score", "pk")[:FEW],
            "failed": Analysis.objects.filter(status=Analysis.Status.FAILED).light().select_related("job")[:FEW],
            "unreadable": Resume.objects.filter(status=Resume.Status.UNREADABLE).light()[:FEW],
            "blind": works_blind(request),
            "jobs": jobs.order_by("-analysis_count", "-created_at")[:FEW],
            "activity": bars(_per_day(done.filter(created_at__gte=since), "created_at"), "analyses"),
            "scores": bars(_score_bands(done), "candidates"),
            "ratings": bars(_ratings(), "ratings"),
        },
    )


def _per_day(rows: Any, column: str) -> list[tuple[str, int]]:
    """Count of rows for each of the last thirty days."""
    found = dict(rows.order_by().annotate(day=TruncDate(column)).values_list("day").annotate(n=Count("pk")))
    today = timezone.now().date()
    days = [today - timedelta(days=back) for back in range(DAYS - 1, -1, -1)]
    return [(day.strftime("%d %b"), found.get(day, 0)) for day in days]


def _score_bands(rows: Any) -> list[tuple[str, int]]:
    """How many analyses lie in each ten points of score."""
    bands = {
        f"b{low}": Count("pk", filter=Q(overall_score__gte=low, overall_score__lt=low + 10 if low < 90 else 101))
        for low in range(0, 100, 10)
    }
    counted = rows.order_by().aggregate(**bands)
    return [(f"{low}–{low + 10}", counted[f"b{low}"]) for low in range(0, 100, 10)]


def _ratings() -> list[tuple[str, int]]:
    counted = dict(Feedback.objects.given().order_by().values_list("rating").annotate(n=Count("pk")))
    return [(f"{stars} ★", counted.get(stars, 0)) for stars in range(1, 6)]
