"""The application tracker in the admin: through its services, with the workbook in and out."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, path, reverse
from rest_framework.exceptions import APIException, ValidationError

from jobs.models import JobApplication
from jobs.tracker import (
    ApplicationInput,
    add_application,
    already_applied,
    delete_application,
    import_applications,
    log_export,
    update_application,
)
from jobs.workbook import read_workbook, write_workbook
from vectors.admin import Traced

FIELDS = ("company", "job_title", "portal", "employment_type", "date_applied")
MOST_PROBLEMS = 10


class ApplicationForm(forms.ModelForm[JobApplication]):
    """An application, checked as the service checks it, so that a refusal stands beside its field."""

    def clean(self) -> dict[str, Any]:
        """Every field that has a value of the right kind."""
        values = dict(super().clean() or {})
        checked = ApplicationInput(data={name: value for name, value in values.items() if value is not None})
        if not checked.is_valid():
            for name, texts in checked.errors.items():
                if name in self.fields and name not in self.errors:
                    self.add_error(name, [str(text) for text in texts])
        return values


@admin.register(JobApplication)
class JobApplicationAdmin(Traced):
    """The application tracker."""

    form = ApplicationForm
    list_display = ("company", "job_title", "portal", "employment_type", "date_applied", "created_by")
    list_filter = ("portal", "employment_type", "date_applied")
    list_select_related = ("created_by",)
    search_fields = ("company", "job_title")
    date_hierarchy = "date_applied"
    fields = FIELDS
    actions = ("export_chosen",)

    def view_on_site(self, obj: JobApplication) -> str:
        """The tracker's page, at this company."""
        return f"{reverse('applications')}?q={obj.company}"

    def get_urls(self) -> list[URLPattern]:
        """Two more addresses: the workbook in and out."""
        wrap = self.admin_site.admin_view
        own = [
            path("import/", wrap(self.import_view), name="jobs_jobapplication_import"),
            path("export.xlsx", wrap(self.export_view), name="jobs_jobapplication_export"),
        ]
        return [*own, *super().get_urls()]

    def save_model(self, request: HttpRequest, obj: JobApplication, form: Any, change: bool) -> None:
        """Through the services; a second application for the same title is kept and pointed out."""
        values = {name: form.cleaned_data[name] for name in FIELDS if name in form.changed_data or not change}
        if change:
            update_application(application=obj, by=request.user, **values)
            return
        if already_applied(company=values["company"], job_title=values["job_title"]):
            messages.warning(request, "The same title at the same company was on the list already.")
        made, _ = add_application(by=request.user, **values)
        obj.pk, obj.created_by, obj.created_at = made.pk, made.created_by, made.created_at
        obj._state.adding = False

    def delete_model(self, request: HttpRequest, obj: JobApplication) -> None:
        """Through the service."""
        delete_application(application=obj, by=request.user)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[JobApplication]) -> None:
        """One by one through the service, so that each leaves its line in the trail."""
        for row in queryset:
            delete_application(application=row, by=request.user)

    def import_view(self, request: HttpRequest) -> HttpResponse:
        """Take in a workbook and say what came of each row that could not be read."""
        if not self.has_add_permission(request):
            raise PermissionDenied("Your role does not include adding applications.")
        file = request.FILES.get("file")
        if request.method == "POST" and file is None:
            messages.error(request, "No workbook was chosen: nothing was imported.")
        elif request.method == "POST":
            self._take(request, file)
        return HttpResponseRedirect(reverse("admin:jobs_jobapplication_changelist"))

    def _take(self, request: HttpRequest, file: Any) -> None:
        try:
            told = import_applications(reading=read_workbook(file), by=request.user)
        except APIException as error:
            detail = error.detail if not isinstance(error, ValidationError) else "It could not be read."
            messages.error(request, f"Nothing was imported. {detail}")
            return
        problems = told["errors"]
        for problem in problems[:MOST_PROBLEMS]:
            messages.warning(request, f"Row {problem['row']}: {problem['detail']}")
        counts = f"{told['imported']} imported, {told['skipped']} were there already, {len(problems)} not readable."
        messages.success(request, counts)

    def export_view(self, request: HttpRequest) -> FileResponse:
        """The whole list as the workbook that can be imported again."""
        if not self.has_view_permission(request):
            raise PermissionDenied("Your role does not include the applications.")
        return self._workbook(request, JobApplication.objects.all())

    @admin.action(description="Export as workbook (XLSX)", permissions=["view"])
    def export_chosen(self, request: HttpRequest, queryset: QuerySet[JobApplication]) -> FileResponse:
        """The chosen rows as the same workbook."""
        return self._workbook(request, queryset)

    def _workbook(self, request: HttpRequest, rows: QuerySet[JobApplication]) -> FileResponse:
        log_export(by=request.user, rows=rows.count())
        book = write_workbook(rows.values(*FIELDS).iterator(chunk_size=500))
        return FileResponse(book, as_attachment=True, filename="applications.xlsx")
