"""All analyses as a list: the rows behind the numbers of other pages."""

from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render

from analyses.models import Analysis
from atsproject.pages.acting import day_asked, page_of, score_asked
from atsproject.pages.blind import look_up
from feedback.due import analyses_without_rating
from jobs.models import Job

# What can be waiting: the name in an address, its words.
WAITING = {"decision": "A decision", "rating": "Feedback"}


def analyses(request: HttpRequest) -> HttpResponse:
    """Analyses of every job, narrowed by state, score, day and what they wait for."""
    asked = request.GET
    rows: Any = _rows(asked).with_decision().with_file_name().light().select_related("job")
    order = "-overall_score" if asked.get("waiting") == "decision" or asked.get("min_score") else "-created_at"
    job = Job.objects.filter(pk=asked["job"]).first() if asked.get("job") else None
    page = page_of(request, rows.order_by(order, "-created_at", "pk"))
    page.object_list = list(page.object_list)
    look_up(request, page.object_list)
    context = {
        "page": page,
        "asked": asked,
        "day": day_asked(asked.get("day")),
        "job": job,
        "statuses": Analysis.Status.choices,
        "waiting": WAITING,
    }
    return render(request, "pages/analyses.html", context)


def _rows(asked: QueryDict) -> Any:
    waiting = asked.get("waiting")
    rows = Analysis.objects.all()
    if waiting == "decision":
        rows = rows.to_decide()
    elif waiting == "rating":
        rows = analyses_without_rating()
    status = asked.get("status", "")
    return rows.narrowed(
        job_id=asked.get("job"),
        resume_id=asked.get("resume"),
        status=status if status in Analysis.Status.values else None,
        min_score=score_asked(asked.get("min_score")),
        below_score=score_asked(asked.get("below_score")),
        day=day_asked(asked.get("day")),
    )
