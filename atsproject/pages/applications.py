"""The application tracker."""

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST
from rest_framework.exceptions import ValidationError

from atsproject.pages.acting import act, fragment, number, page_of
from atsproject.pages.headings import asked_order, headings
from jobs.models import JobApplication
from jobs.querysets import JobApplicationQuerySet
from jobs.tracker import (
    RECENT_DAYS,
    add_application,
    application_statistics,
    delete_application,
    import_applications,
    log_export,
)
from jobs.workbook import read_workbook, write_workbook

UNKNOWN = "unknown"  # what the statistics call a blank
FIELDS = ("company", "job_title", "portal", "employment_type")


COLUMNS = {
    "job_title": "Job title",
    "company": "Company",
    "portal": "Portal",
    "employment_type": "Type",
    "date_applied": "Applied",
}
MOST_FIRST = {key: key == "date_applied" for key in COLUMNS}


def applications(request: HttpRequest) -> HttpResponse:
    """The table with its figures."""
    asked = request.GET
    key, descending = asked_order(request, MOST_FIRST, "date_applied")
    rows = _rows(asked).order_by(f"{'-' if descending else ''}{key}", "-date_applied", "-pk")
    context = {
        "page": page_of(request, rows),
        "asked": asked,
        "unknown": UNKNOWN,
        "narrowed": any(name in asked for name in ("q", "portal", "type", "recent")),
        "columns": headings(request, COLUMNS, most_first=MOST_FIRST, now=key, descending=descending),
        "figures": application_statistics(),
    }
    return render(request, "pages/applications.html", context)


def _rows(asked: QueryDict) -> JobApplicationQuerySet:
    rows = JobApplication.objects.all()
    words = asked.get("q", "").strip()
    if words:
        rows = rows.filter(company__icontains=words) | rows.filter(job_title__icontains=words)
    for name, field in (("portal", "portal"), ("type", "employment_type")):
        if name in asked:
            rows = rows.filter(**{field: "" if asked[name] == UNKNOWN else asked[name]})
    return rows.applied_within(RECENT_DAYS, timezone.localdate()) if asked.get("recent") else rows


def applications_check(request: HttpRequest) -> HttpResponse:
    """Whether an application is on the list already, said while it is being typed."""
    fields = {name: request.GET.get(name, "").strip() for name in ("company", "job_title")}
    same = JobApplication.objects.same_as(**fields).first() if all(fields.values()) else None
    return fragment(request, "pages/applications/known.html", {"same": same}, "Add application")


@require_POST
def applications_act(request: HttpRequest) -> HttpResponse:
    """Add one, take one off, or import a workbook."""
    if request.POST.get("do") not in ACTS:
        raise Http404
    permission, do = ACTS[request.POST["do"]]
    return act(request, permission, lambda: do(request), reverse("applications"))


def _add(request: HttpRequest) -> str:
    fields = {name: request.POST.get(name, "") for name in FIELDS}
    if request.POST.get("date_applied"):
        fields["date_applied"] = request.POST["date_applied"]
    _, already = add_application(by=request.user, **fields)
    if already:
        told = "This title at this company was on the list already; both are kept. Remove one if they are the same."
        messages.warning(request, told)
    return "Added."


def _remove(request: HttpRequest) -> str:
    row = get_object_or_404(JobApplication, pk=number(request.POST.get("id")))
    delete_application(application=row, by=request.user)
    return "Removed."


def _load(request: HttpRequest) -> str:
    file = request.FILES.get("file")
    if file is None:
        raise ValidationError({"workbook": ["Choose a file first: nothing was imported."]})
    told = import_applications(reading=read_workbook(file), by=request.user)
    for problem in told["errors"][:10]:
        messages.error(request, f"Row {problem['row']}: {problem['detail']}", extra_tags="bad")
    unread = len(told["errors"])
    return f"{told['imported']} imported, {told['skipped']} already on the list, {unread} could not be read."


ACTS = {
    "add": ("jobs.add_jobapplication", _add),
    "remove": ("jobs.delete_jobapplication", _remove),
    "import": ("jobs.add_jobapplication", _load),
}


def applications_export(request: HttpRequest) -> FileResponse:
    """The list as a workbook."""
    rows = JobApplication.objects.values(*FIELDS, "date_applied")
    log_export(by=request.user, rows=rows.count())
    return FileResponse(write_workbook(rows.iterator(chunk_size=500)), as_attachment=True, filename="applications.xlsx")
