"""Analyses in the admin: to read, compare, run again; a result is never edited."""

from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.utils import quote
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from rest_framework.exceptions import APIException
from unfold.admin import TabularInline

from analyses.models import Analysis, Decision, IntakeItem, Question, ResumeDigest
from analyses.services import delete_analysis, request_analysis
from jobs.services import current_job
from resumes.admin import ResumeAdmin
from resumes.models import Resume
from vectors.admin import KeptAsIs, NeverDeleted, ShowsProgress, TakesAlong


class ShownInline(TabularInline):  # type: ignore[misc]
    """Rows beside their analysis: to look at."""

    extra = 0
    can_delete = False
    tab = True
    related: tuple[str, ...] = ()  # read in the same query

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """With the users that are shown."""
        rows: QuerySet[Any] = super().get_queryset(request)
        return rows.select_related(*self.related)

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Added on the pages, where it is also recorded as what it is."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """History stays."""
        return False


class DecisionInline(ShownInline):
    """What people decided."""

    model = Decision
    fields = ("decision", "reason", "decided_by", "decided_at")
    related = ("decided_by",)


class QuestionInline(ShownInline):
    """What was asked and answered."""

    model = Question
    fields = ("question", "response", "answered_by", "asked_by", "created_at")
    related = ("asked_by",)


class DecisionFilter(admin.SimpleListFilter):
    """By the newest word on the candidate, or that there is none yet."""

    title = "decision"
    parameter_name = "decision"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """The words there are."""
        return [*((str(value), str(label)) for value, label in Decision.Choice.choices), ("none", "None yet")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Rows of the chosen word."""
        chosen = self.value()
        if not chosen:
            return queryset
        return queryset.filter(decision__isnull=True) if chosen == "none" else queryset.filter(decision=chosen)

    def get_facet_queryset(self, changelist: Any) -> dict[str, int]:
        """How many rows each choice leaves; the newest word of a row is looked up once, not once for each choice."""
        rows = changelist.get_queryset(self.request, exclude_parameters=self.expected_parameters())
        words = rows.order_by().values_list("decision").annotate(number=Count("pk"))
        found = {word or "none": number for word, number in words}
        return {f"{place}__c": found.get(word, 0) for place, (word, _) in enumerate(self.lookup_choices)}


@admin.register(Analysis)
class AnalysisAdmin(ShowsProgress, KeptAsIs, TakesAlong):
    """Judgements of resumes against jobs."""

    list_display = (
        *("analysis_id", "candidate_name", "job_link", "overall_score", "status", "decided", "feedback_link"),
        "created_at",
    )
    list_filter: tuple[Any, ...] = ("status", DecisionFilter, "created_at", "must_haves_met")
    list_select_related = ("job",)
    search_fields = ("analysis_id", "candidate_name", "job__role_name", "job__company_name", "resume__resume_id")
    date_hierarchy = "created_at"
    inlines: tuple[Any, ...] = (DecisionInline, QuestionInline)
    readonly_fields = ("job_link", "resume_link", "feedback_link", "page_link", "must_haves", "decided", "summary")
    fieldsets = (
        ("What was judged", {"fields": ("candidate_name", "resume_link", "job_link", "job_version", "page_link")}),
        (
            "What came of it",
            {
                "fields": (
                    *("status", "error", "overall_score", "must_haves", "hiring_recommendation", "summary"),
                    *("decided", "feedback_link"),
                )
            },
        ),
        (
            "How it came about",
            {
                "classes": ("collapse",),
                "fields": (
                    *("analysis_id", "requested_by", "created_at", "started_at", "finished_at"),
                    *("embedding_model", "engine_key", "error_code"),
                ),
            },
        ),
        ("The whole result", {"classes": ("collapse",), "fields": ("result",)}),
    )
    actions: tuple[Any, ...] = ("run_again",)

    def view_on_site(self, obj: Analysis) -> str:
        """Its page."""
        return reverse("analysis", args=[obj.pk])

    def get_queryset(self, request: HttpRequest) -> QuerySet[Analysis]:
        """With decision and number of feedback in the same query."""
        rows: Any = super().get_queryset(request)
        found: QuerySet[Analysis] = rows.with_decision().with_feedback_count()
        return found

    @admin.display(description="job", ordering="job__role_name")
    def job_link(self, row: Analysis) -> SafeString | str:
        """The job."""
        if row.job is None:
            return "–"
        return format_html('<a href="{}">{}</a>', reverse("admin:jobs_job_change", args=[quote(row.job.pk)]), row.job)

    @admin.display(description="resume")
    def resume_link(self, row: Analysis) -> SafeString | str:
        """The resume."""
        if row.resume_id is None:
            return "–"
        address = reverse("admin:resumes_resume_change", args=[quote(row.resume_id)])
        return format_html('<a href="{}">{}</a>', address, row.resume_id)

    @admin.display(description="feedback", ordering="feedback_count")
    def feedback_link(self, row: Any) -> SafeString:
        """How much feedback there is, linked to its list."""
        address = f"{reverse('admin:feedback_feedback_changelist')}?analysis__analysis_id__exact={row.pk}"
        return format_html('<a href="{}">{}</a>', address, getattr(row, "feedback_count", 0))

    @admin.display(description="page")
    def page_link(self, row: Analysis) -> SafeString:
        """The page with the quotes."""
        return format_html('<a href="{}">Open with its quotes</a>', f"/analyses/{row.pk}/")

    @admin.display(description="must-haves met")
    def must_haves(self, row: Analysis) -> str:
        """How many of how many."""
        return "–" if row.must_haves_total is None else f"{row.must_haves_met} of {row.must_haves_total}"

    @admin.display(description="summary")
    def summary(self, row: Analysis) -> str:
        """The result in a few sentences."""
        return str((row.result or {}).get("executive_summary") or "–")

    @admin.display(description="decision")
    def decided(self, row: Any) -> str:
        """The newest word on the candidate for the job."""
        return str(getattr(row, "decision", None) or "–").replace("_", " ")

    @admin.action(description="Analyse again", permissions=["analyse"])
    def run_again(self, request: HttpRequest, queryset: QuerySet[Analysis]) -> None:
        """A new analysis for each; the old ones stay."""
        count = 0
        for row in queryset.select_related("job", "resume"):
            if row.job is not None and row.resume is not None:
                request_analysis(job=row.job, resume=row.resume, by=request.user, wait=False, rerun=True)
                count += 1
        messages.success(request, _on_their_way(f"{count} are being analysed again."))

    def has_export_permission(self, request: HttpRequest) -> bool:
        """Who may take candidates' names out."""
        return bool(request.user.has_perm("feedback.export_feedback"))

    def has_analyse_permission(self, request: HttpRequest) -> bool:
        """Who may have resumes analysed."""
        return bool(request.user.has_perm("analyses.add_analysis"))

    def delete_model(self, request: HttpRequest, obj: Analysis) -> None:
        """With its questions, decisions and feedback: the page before named them."""
        delete_analysis(analysis=obj, by=request.user)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Analysis]) -> None:
        """One by one through the service."""
        for row in queryset:
            delete_analysis(analysis=row, by=request.user)


def _on_their_way(told: str) -> SafeString:
    """What was begun, and where its progress is seen."""
    address = f"{reverse('admin:analyses_analysis_changelist')}?status__in=queued,running"
    return format_html('{} <a href="{}">Those on their way</a>', told, address)


@admin.action(description="Analyse for the job I am working on", permissions=["add"])
def analyse_for_current_job(modeladmin: Any, request: HttpRequest, queryset: QuerySet[Resume]) -> None:
    """Have the chosen resumes analysed; a bad one never stops the rest."""
    job = current_job(request.user)
    if job is None:
        messages.error(request, "You are not working on a job. Choose one in the list of jobs first.")
        return
    if not request.user.has_perm("analyses.add_analysis"):
        messages.error(request, "Your role does not include analysing.")
        return
    count = 0
    for resume in queryset:
        try:
            request_analysis(job=job, resume=resume, by=request.user, wait=False)
            count += 1
        except APIException as error:
            messages.error(request, f"{resume.pk}: {error.detail}")
    if count:
        messages.success(request, _on_their_way(f"{count} are being analysed for {job}."))


# Resumes know nothing of analyses: their admin is given the action from here.
ResumeAdmin.actions = (*ResumeAdmin.actions, analyse_for_current_job)


@admin.register(Decision)
class DecisionAdmin(NeverDeleted):
    """What people decided; decisions are recorded on the pages and stay."""

    list_display = ("analysis", "decision", "decided_by", "decided_at")
    list_filter = ("decision",)
    list_select_related = ("analysis", "decided_by")
    date_hierarchy = "decided_at"

    def view_on_site(self, obj: Decision) -> str:
        """The analysis it was made on."""
        return reverse("analysis", args=[obj.analysis_id])


@admin.register(Question)
class QuestionAdmin(KeptAsIs):
    """What was asked about candidates."""

    list_display = ("question", "analysis", "answered_by", "asked_by", "created_at")
    list_select_related = ("analysis", "asked_by")
    search_fields = ("question", "response")

    def view_on_site(self, obj: Question) -> str:
        """The analysis it was asked about."""
        return reverse("analysis", args=[obj.analysis_id])


@admin.register(ResumeDigest)
class ResumeDigestAdmin(NeverDeleted):
    """What the search over the whole library keeps of each resume."""

    list_display = ("resume_id",)


@admin.register(IntakeItem)
class IntakeItemAdmin(KeptAsIs):
    """Files sent to jobs, and what became of each. A name of a file may be a candidate's: the line can be deleted."""

    list_display = ("id", "job", "filename", "state", "error_code", "duplicate", "created_at")
    list_filter = ("state", "duplicate", "created_at")
    list_select_related = ("job",)
    search_fields = ("job__job_id", "filename")
