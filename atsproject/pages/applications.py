"""The application tracker."""

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from atsproject.pages.acting import act, number, page_of
from jobs.models import JobApplication
from jobs.tracker import add_application, application_statistics, delete_application, import_applications, log_export
from jobs.workbook import read_workbook, write_workbook

FIELDS = ("company", "job_title", "portal", "employment_type")


def applications(request: HttpRequest) -> HttpResponse:
    """The table with its figures."""
    rows = JobApplication.objects.all()
    words = request.GET.get("q", "").strip()
    if words:
        rows = rows.filter(company__icontains=words) | rows.filter(job_title__icontains=words)
    context = {"page": page_of(request, rows), "q": words, "figures": application_statistics()}
    return render(request, "pages/applications.html", context)


@require_POST
def applications_act(request: HttpRequest) -> HttpResponse:
    """Add one, take one off, or import a workbook."""

    def add() -> str:
        fields = {name: request.POST.get(name, "") for name in FIELDS}
        if request.POST.get("date_applied"):
            fields["date_applied"] = request.POST["date_applied"]
        _, already = add_application(by=request.user, **fields)
        if already:
            messages.warning(request, "The same title at the same company was on the list already.")
        return "Added."

    def remove() -> str:
        row = get_object_or_404(JobApplication, pk=number(request.POST.get("id")))
        delete_application(application=row, by=request.user)
        return "Taken off the list."

    def load() -> str:
        file = request.FILES.get("file")
        if file is None:
            return "No workbook was chosen: nothing was imported."
        told = import_applications(reading=read_workbook(file), by=request.user)
        for problem in told["errors"][:10]:
            messages.error(request, f"Row {problem['row']}: {problem['detail']}", extra_tags="bad")
        return f"{told['imported']} imported, {told['skipped']} were there already, {len(told['errors'])} not readable."

    choices = {
        "add": ("jobs.add_jobapplication", add),
        "remove": ("jobs.delete_jobapplication", remove),
        "import": ("jobs.add_jobapplication", load),
    }
    if request.POST.get("do") not in choices:
        raise Http404
    permission, do = choices[request.POST["do"]]
    return act(request, permission, do, reverse("applications"))


def applications_export(request: HttpRequest) -> FileResponse:
    """The list as a workbook."""
    rows = JobApplication.objects.values(*FIELDS, "date_applied")
    log_export(by=request.user, rows=rows.count())
    return FileResponse(write_workbook(rows.iterator(chunk_size=500)), as_attachment=True, filename="applications.xlsx")
