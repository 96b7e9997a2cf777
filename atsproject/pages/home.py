"""The first page: what needs attention now, and where things stand."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from analyses.models import Analysis
from atsproject.counts import distributions, everything
from atsproject.pages.blind import look_up, shown_file
from atsproject.pages.charts import BarChart, bars
from atsproject.stats import stored
from feedback.due import analyses_without_rating
from feedback.training.worth import learned
from jobs.models import Job
from resumes.models import Resume

DAYS = 30
FEW = 6
FEWER = 4


def home(request: HttpRequest) -> HttpResponse:
    """What needs me now, the busiest jobs, activity and distributions."""
    # Any: the type checker knows no annotation made in a queryset method.
    jobs: Any = Job.objects.with_candidate_count()
    counted, waiting = everything()
    mine = _waiting_analyses(request)
    context = {
        "stats": stored(counted),
        "waiting": waiting,
        "unreadable": _unreadable(request, named=[row.resume_id for row in mine["failed"]]),
        "jobs": _busiest(jobs),
        "learned": learned(rated=waiting["rated"]),
        **mine,
        **_charts(),
    }
    return render(request, "pages/home.html", context)


def _unreadable(request: HttpRequest, *, named: list[str | None]) -> list[Any]:
    """The first of the resumes that could not be read, each with what it is ``called`` on a page; without those
    ``named`` by the failed analysis that wanted them."""
    unread = Resume.objects.filter(status=Resume.Status.UNREADABLE).exclude(pk__in=[key for key in named if key])
    rows: list[Any] = list(unread.light()[:FEWER])
    look_up(request, rows)
    for row in rows:
        row.called = shown_file(request, row)
    return rows


def _busiest(jobs: Any) -> list[Any]:
    """The jobs with most candidates, each with its share of the largest number for a bar."""
    rows = list(jobs.order_by("-candidate_count", "-created_at")[:FEW])
    most = max((row.candidate_count for row in rows), default=0) or 1
    for row in rows:
        row.share = round(100 * row.candidate_count / most, 1)
    return rows


def _waiting_analyses(request: HttpRequest) -> dict[str, list[Analysis]]:
    """The first of those to decide, to mend and to rate, in one query."""
    decide = Analysis.objects.to_decide().order_by("-overall_score", "pk").values("pk")[:FEW]
    failed = Analysis.objects.filter(status=Analysis.Status.FAILED).order_by("-created_at").values("pk")[:FEWER]
    due = analyses_without_rating().order_by("-created_at").values("pk")[:FEWER]
    # A union: rows that are "in this or in that list" would be looked for among all there are.
    few, *others = (Analysis.objects.filter(pk__in=rows).order_by().values("pk") for rows in (decide, failed, due))
    chosen = Analysis.objects.filter(pk__in=few.union(*others))
    rows: list[Any] = list(
        chosen.with_decision().with_file_name().light().select_related("job").order_by("-created_at", "pk")
    )
    look_up(request, rows)
    undecided = [row for row in rows if row.status == Analysis.Status.DONE and row.decision is None]
    return {
        "to_decide": sorted(undecided, key=lambda row: (-(row.overall_score or 0), row.pk)),
        "failed": [row for row in rows if row.status == Analysis.Status.FAILED],
        "due": [row for row in rows if row.status == Analysis.Status.DONE and row.decision is not None],
    }


def _charts() -> dict[str, BarChart]:
    days = [timezone.localdate() - timedelta(days=back) for back in range(DAYS - 1, -1, -1)]
    found = distributions(timezone.make_aware(datetime.combine(days[0], time.min)))
    return {
        "activity": bars(
            [(f"{day:%-d %b}", found["day"].get(day.isoformat(), 0)) for day in days], "analyses", _of(days)
        ),
        "scores": bars(
            [_band(band, found["score"]) for band in range(10)], "analyses", [_scored(n) for n in range(10)]
        ),
        "ratings": bars(
            [(f"{stars} ★", found["rating"].get(str(stars), 0)) for stars in range(1, 6)],
            "ratings",
            [f"{reverse('feedback')}?min_rating={stars}&max_rating={stars}" for stars in range(1, 6)],
        ),
    }


def _of(days: list[date]) -> list[str]:
    return [f"{reverse('analyses')}?status=done&day={day.isoformat()}" for day in days]


def _band(band: int, counted: dict[str, int]) -> tuple[str, int]:
    return f"{band * 10}–{band * 10 + 10}", counted.get(str(band), 0)


def _scored(band: int) -> str:
    """The address of the analyses with a score of these ten points."""
    below = "" if band == 9 else f"&below_score={band * 10 + 10}"
    return f"{reverse('analyses')}?status=done&min_score={band * 10}{below}"
