"""Pages of jobs: the list, a new one, one job with its ranked candidates, and deleting it."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST
from rest_framework.exceptions import APIException

from analyses.models import Decision
from analyses.moves import stale_counts
from atsproject.pages.acting import act, page_of, sentences
from atsproject.pages.breakdown import legend
from atsproject.pages.job_counts import counts_of, taken_along
from atsproject.pages.job_intake import progress_of
from atsproject.pages.ranked import columns, is_blind, misread, page_of_ranking, sorting
from feedback.trail import log_event
from jobs import validation
from jobs.csv_export import export_jobs_csv
from jobs.models import Job
from jobs.querysets import JobQuerySet
from jobs.reading import read_description
from jobs.services import create_job, current_job, delete_job, select_job, update_job

NEW = ("job_description", "company_name", "role_name")
NARROWED = ("q", "min_score", "since", "decision", "must_haves", "files")


def _searched(request: HttpRequest) -> JobQuerySet:
    words = request.GET.get("q", "").strip()
    found: JobQuerySet = Job.objects.search(words) if words else Job.objects.all()
    return found


def jobs(request: HttpRequest) -> HttpResponse:
    """Every job, the newest first; ``q`` searches company and role."""
    page = page_of(request, _searched(request).defer("job_description"))
    counts = counts_of(page.object_list)
    rows = [(job, counts[job.pk]) for job in page.object_list]
    shown = {"page": page, "rows": rows, "q": request.GET.get("q", "").strip(), "current": current_job(request.user)}
    return render(request, "pages/jobs.html", shown)


def jobs_export(request: HttpRequest) -> StreamingHttpResponse:
    """The list as CSV, searched as on the page."""
    if not request.user.has_perm("jobs.view_job"):
        raise PermissionDenied("Your role does not include exports.")
    found = _searched(request)
    log_event(request.user, "export", request.user, what="jobs.csv", rows=found.count())
    headers = {"Content-Disposition": 'attachment; filename="jobs.csv"'}
    return StreamingHttpResponse(export_jobs_csv(jobs=found), content_type="text/csv; charset=utf-8", headers=headers)


def job_new(request: HttpRequest) -> HttpResponse:
    """Describe a job; what it asks for is read from the description, and shown before it is saved."""
    if not request.user.has_perm("jobs.add_job"):
        raise PermissionDenied("Your role does not include opening jobs.")
    fields: dict[str, Any] = {name: request.POST.get(name, "") for name in NEW}
    if request.method != "POST":
        return render(request, "pages/job_new.html", fields)
    if request.POST.get("do") == "preview":
        return render(request, "pages/job_new.html", {**fields, **_preview(fields)})
    try:
        job = create_job(by=request.user, **fields)
    except APIException as error:
        return render(request, "pages/job_new.html", {**fields, "error": sentences(error)}, status=400)
    messages.success(request, _read(job.requirements.count()), extra_tags="good")
    return redirect("edit-requirements", job.pk)


def _read(number: int) -> str:
    if not number:
        return "No requirements were found in the description. Add them below."
    if number == 1:
        return "1 requirement found. Check it below."
    return f"{number} requirements found. Check them below."


@require_POST
def job_preview(request: HttpRequest) -> HttpResponse:
    """What is read from a description as it is typed; nothing is kept."""
    if not request.user.has_perm("jobs.add_job"):
        raise PermissionDenied("Your role does not include opening jobs.")
    fields = {name: request.POST.get(name, "") for name in NEW}
    return render(request, "pages/job/preview.html", {**fields, **_preview(fields)})


def _preview(fields: dict[str, Any]) -> dict[str, Any]:
    """The reading of what was typed so far; a sentence where it cannot be read."""
    if not fields["job_description"].strip():
        return {"reading": None}
    try:
        reading = read_description(validation.description(fields["job_description"]))
    except APIException as error:
        return {"reading": None, "unreadable": sentences(error)}
    return {"reading": reading, "musts": sum(draft.must_have for draft in reading.requirements)}


def job_page(request: HttpRequest, job_id: str) -> HttpResponse:
    """One job: files being worked on, the ranked list, what it asks for, the description."""
    job = get_object_or_404(Job, pk=job_id)
    if told := misread(request):
        messages.error(request, told, extra_tags="bad")
    page = page_of_ranking(request, job)
    context = {
        "job": job,
        "requirements": job.requirements.all(),
        "page": page,
        "columns": columns(request, job),
        "sort": sorting(request, job)[0],
        "filtered": any(request.GET.get(name) for name in NARROWED),
        "stale": stale_counts(job),
        "current": current_job(request.user),
        "decisions": Decision.Choice.choices,
        "labels": legend(row.parts for row in page.object_list),
        "blind": is_blind(request, job),
        **progress_of(request, job),
    }
    return render(request, "pages/job.html", context)


@require_POST
def job_act(request: HttpRequest, job_id: str) -> HttpResponse:
    """Make the job the current one, change how it is worked on, or delete it."""
    job = get_object_or_404(Job, pk=job_id)
    what = request.POST.get("do", "")
    back = reverse("job", args=[job.pk])

    def select() -> str:
        select_job(job=job, by=request.user)
        return f"{job} is now your current job."

    def blind() -> str:
        update_job(job=job, by=request.user, blind_mode=not job.blind_mode)
        return "Names are now hidden for everybody." if not job.blind_mode else "Names are shown again."

    def delete() -> str:
        delete_job(job=job, cascade=True, by=request.user)
        return "Job deleted. The resumes are still in the library."

    choices = {
        "select": ("jobs.view_job", select, back),
        "blind": ("jobs.change_job", blind, back),
        "delete": ("jobs.delete_job", delete, reverse("jobs")),
    }
    if what not in choices:
        raise Http404
    permission, do, target = choices[what]
    return act(request, permission, do, target)


def job_delete(request: HttpRequest, job_id: str) -> HttpResponse:
    """What deleting the job would take with it, to the row; the deletion itself is ``job_act``."""
    job = get_object_or_404(Job, pk=job_id)
    if not request.user.has_perm("jobs.delete_job"):
        raise PermissionDenied("Your role does not include deleting jobs.")
    resumes = job.analyses.values("resume").distinct().count()
    return render(request, "pages/job_delete.html", {"job": job, "taken": taken_along(job), "resumes": resumes})
