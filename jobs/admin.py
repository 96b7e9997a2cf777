"""Jobs and their requirements in the admin. Saving goes through the services."""

from typing import Any

from django.contrib import admin, messages
from django.db.models import F, QuerySet
from django.forms import BaseModelFormSet, ModelForm
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from rest_framework.exceptions import APIException
from unfold.admin import TabularInline

from jobs import tracker_admin
from jobs.job_form import WEIGHT_FIELDS, JobForm
from jobs.models import Job, JobSelection, JobVersion, Requirement
from jobs.services import create_job, delete_job, select_job, update_job, update_requirements
from vectors.admin import KeptAsIs, NeverDeleted, TakesAlong

__all__ = ["JobAdmin", "tracker_admin"]  # loading this module registers the tracker too
KEPT_FIELDS = ("job_id", "version", "analyses_link", "created_by", "created_at", "updated_at")
ROW = ("text", "kind", "must_have", "weight", "years", "level", "skills", "skills_mode", "scorable", "note")


class RequirementInline(TabularInline):  # type: ignore[misc]
    """What a job asks for; saving it makes a new version of the job."""

    model = Requirement
    fields = ("text", "kind", "must_have", "weight", "years", "level", "scorable", "note")
    extra = 0
    tab = True


@admin.register(Job)
class JobAdmin(TakesAlong):
    """Positions to fill."""

    list_display = ("role_name", "company_name", "job_id", "version", "analyses_link", "created_at")
    list_display_links = ("role_name", "job_id")
    list_filter = ("blind_mode", "created_at")
    search_fields = ("job_id", "company_name", "role_name", "job_description")
    date_hierarchy = "created_at"
    readonly_fields = KEPT_FIELDS
    actions: tuple[Any, ...] = ("work_on",)
    form = JobForm

    def view_on_site(self, obj: Job) -> str:
        """Its page."""
        return reverse("job", args=[obj.pk])

    def has_export_permission(self, request: HttpRequest) -> bool:
        """Who may take lists out."""
        return bool(request.user.has_perm("feedback.export_feedback"))

    def get_queryset(self, request: HttpRequest) -> QuerySet[Job]:
        """With the number of analyses, counted for each row that is shown."""
        rows: Any = super().get_queryset(request)
        found: QuerySet[Job] = rows.with_analysis_count().annotate(analysis_total=F("analysis_count"))
        return found

    def get_fieldsets(self, request: HttpRequest, obj: Job | None = None) -> Any:
        """What is asked for, what counts how much, and, once there is something to show, what the program keeps."""
        edits = self.has_change_permission(request, obj) if obj else self.has_add_permission(request)
        weights = tuple(WEIGHT_FIELDS.values()) if edits else ("weights",)
        told = "A category with twice the weight of another counts twice. Left empty, it counts as usual."
        sections = [
            (None, {"fields": ("role_name", "company_name", "job_description", "blind_mode")}),
            ("What counts how much", {"fields": weights, "description": told, "classes": ("collapse",)}),
            ("Notes of programs", {"fields": ("metadata",), "classes": ("collapse",)}),
        ]
        return sections if obj is None else [*sections, ("What is kept of it", {"fields": KEPT_FIELDS})]

    def get_inlines(self, request: HttpRequest, obj: Job | None) -> list[Any]:
        """Requirements are read from the description first, then corrected."""
        return [] if obj is None else [RequirementInline]

    @admin.display(description="analyses", ordering="analysis_total")
    def analyses_link(self, job: Any) -> SafeString:
        """How many analyses there are, linked to their list."""
        address = f"{reverse('admin:analyses_analysis_changelist')}?job__job_id__exact={job.pk}"
        return format_html('<a href="{}">{}</a>', address, getattr(job, "analysis_total", 0))

    def has_select_permission(self, request: HttpRequest) -> bool:
        """Whose choice of a job is kept, here as over the API."""
        return bool(request.user.has_perm("jobs.add_jobselection"))

    @admin.action(description="Work on this job", permissions=["select"])
    def work_on(self, request: HttpRequest, queryset: QuerySet[Job]) -> None:
        """Make the chosen job the user's current one."""
        if queryset.count() != 1:
            messages.error(request, "Choose exactly one job.")
            return
        job = queryset.get()
        select_job(job=job, by=request.user)
        messages.success(request, f"You are now working on {job}.")

    def save_model(self, request: HttpRequest, obj: Job, form: JobForm, change: bool) -> None:
        """Through the services, so that requirements are read and versions kept."""
        if change:
            changed = form.changes
            before = Job.objects.values_list("job_description", flat=True).get(pk=obj.pk)
            if _plain(changed.get("job_description", "")) == _plain(before):
                # Browsers send other line ends: that is no new text, and must not be read again.
                changed.pop("job_description", None)
            form.read_again = "job_description" in changed  # type: ignore[attr-defined]
            update_job(job=obj, by=request.user, **changed)
            return
        values = dict(form.cleaned_data)
        weights, blind = values.pop("weights", {}), values.pop("blind_mode", False)
        job = create_job(by=request.user, job_id=obj.pk, **values)
        if weights or blind:
            update_job(job=job, by=request.user, weights=weights or {}, blind_mode=bool(blind))

    def save_formset(
        self, request: HttpRequest, form: ModelForm[Job], formset: BaseModelFormSet[Any, Any], change: bool
    ) -> None:
        """All rows at once, as one new version."""
        formset.new_objects, formset.changed_objects, formset.deleted_objects = [], [], []
        if not formset.has_changed():
            return
        if getattr(form, "read_again", False):
            messages.warning(request, "The new description was read again. Check the requirements, then edit them.")
            return
        try:
            update_requirements(job=form.instance, rows=_rows(formset), by=request.user)
        except APIException as error:
            messages.error(request, f"The requirements were not changed: {error.detail}")

    def delete_model(self, request: HttpRequest, obj: Job) -> None:
        """With its analyses: the page before named them."""
        delete_job(job=obj, cascade=True, by=request.user)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Job]) -> None:
        """One by one through the service."""
        for job in queryset:
            delete_job(job=job, cascade=True, by=request.user)


def _plain(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.splitlines()).strip()


def _rows(formset: BaseModelFormSet[Any, Any]) -> list[dict[str, Any]]:
    """Rows as the service takes them; what the form does not show stays as it is."""
    rows = []
    for form in formset.forms:
        if form in formset.deleted_forms or (not form.instance.pk and not form.has_changed()):
            continue
        row = {name: form.cleaned_data.get(name, getattr(form.instance, name)) for name in ROW}
        if "text" in form.changed_data:
            del row["skills"]  # read from the new words
        rows.append({**row, "id": str(form.instance.pk) if form.instance.pk else None})
    return rows


@admin.register(JobVersion)
class JobVersionAdmin(NeverDeleted):
    """What a job asked for at one version."""

    list_display = ("job", "number", "created_at", "created_by")
    list_select_related = ("job", "created_by")

    def view_on_site(self, obj: JobVersion) -> str:
        """Its job's page."""
        return reverse("job", args=[obj.job_id])

    search_fields = ("job__job_id", "job__role_name")


@admin.register(Requirement)
class RequirementAdmin(NeverDeleted):
    """Every requirement of every job; they are edited on their job."""

    list_display = ("text", "job", "kind", "must_have", "weight", "scorable")
    list_filter = ("kind", "must_have", "scorable")
    list_select_related = ("job",)
    search_fields = ("text", "job__job_id")

    def view_on_site(self, obj: Requirement) -> str:
        """Where its job's requirements are edited."""
        return reverse("edit-requirements", args=[obj.job_id])


@admin.register(JobSelection)
class JobSelectionAdmin(KeptAsIs):
    """Who works on which job."""

    list_display = ("user", "job", "selected_at")
    list_select_related = ("user", "job")
