"""Feedback, snapshots and training in the admin: to read and trace; feedback is revised, its history never edited."""

from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.utils import quote
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.timezone import localtime
from rest_framework.exceptions import APIException
from unfold.views import ChangeList

from analyses.admin import AnalysisAdmin, ShownInline
from feedback.models import Feedback, Snapshot, Split, TrainingRun, TrainingStep
from feedback.revision_form import REVISED, RevisionForm
from feedback.serializers import SUBMITTED_KINDS
from feedback.services import delete_feedback, revise_feedback
from vectors.admin import NeverDeleted, TakesAlong

JUDGED = ("kind", "query", "response", "analysis", "job", "resume")
SAID = ("revisions", "created_by", "created_at")


class FeedbackInline(ShownInline):
    """What people said of an analysis."""

    model = Feedback
    fields = ("kind", "query", "rating", "ideal_response", "is_current", "created_by", "created_at")
    readonly_fields = ("is_current",)
    show_change_link = True  # where it can be corrected
    related = ("created_by",)


AnalysisAdmin.inlines = (*AnalysisAdmin.inlines, FeedbackInline)


class CountedOnce(ChangeList):  # type: ignore[misc]
    """A list that is counted once where it shows all there is."""

    def get_results(self, request: HttpRequest) -> None:
        """As Django does, and all there is from what is shown where nothing narrows it."""
        super().get_results(request)
        self.full_result_count: int | None
        if self.full_result_count is None and not self.query and not self.get_filters_params():
            self.full_result_count = self.result_count


class StarsFilter(admin.SimpleListFilter):
    """By rating; the stars there can be are known without asking."""

    title = "rating"
    parameter_name = "rating"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """One to five."""
        return [(str(stars), f"{stars} ★") for stars in range(1, 6)]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Rows with as many stars."""
        return queryset.filter(rating=self.value()) if self.value() in set("12345") else queryset


@admin.register(Feedback)
class FeedbackAdmin(TakesAlong):
    """Ratings and corrections; a change is a new row that supersedes the old."""

    form = RevisionForm
    list_reads = ("query",)
    list_display = ("feedback_id", "kind", "rating", "short_query", "analysis_link", "job", "created_by", "created_at")
    list_filter = ("kind", StarsFilter, "is_current", "source", "reviewer_role")
    show_full_result_count = False  # of a table that only grows: ``CountedOnce`` knows it where nothing is left out
    search_fields = ("feedback_id", "interaction_id", "query", "response", "ideal_response")
    list_select_related = ("job", "created_by")
    date_hierarchy = "created_at"
    actions: tuple[Any, ...] = ()

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        """The list that is counted once."""
        return CountedOnce

    def has_add_permission(self, request: HttpRequest, obj: Feedback | None = None) -> bool:
        """Feedback is given on the pages, beside what it judges."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Feedback | None = None) -> bool:
        """Who may give feedback may revise what holds; a decision or an order is changed where it was made."""
        allowed = bool(request.user.has_perm("feedback.add_feedback"))
        return allowed and (obj is None or (obj.is_current and obj.kind in dict(SUBMITTED_KINDS)))

    def get_fieldsets(self, request: HttpRequest, obj: Feedback | None = None) -> Any:
        """What was judged, what is said of it, and where it comes from."""
        rest = (name for name in self.get_readonly_fields(request, obj) if name not in (*JUDGED, *SAID))
        return (
            ("What was judged", {"fields": JUDGED}),
            ("What is said of it", {"fields": (*REVISED, *SAID)}),
            ("Where it comes from", {"fields": tuple(rest)}),
        )

    def get_readonly_fields(self, request: HttpRequest, obj: Feedback | None = None) -> tuple[str, ...]:
        """Everything but what a revision may say."""
        columns = (field.name for field in self.opts.concrete_fields if field.name not in REVISED)
        return ("revisions", *columns)

    @admin.display(description="revisions")
    def revisions(self, row: Feedback) -> SafeString:
        """Every revision, the newest first, with who said it."""
        chain = Feedback.objects.filter(interaction_id=row.interaction_id).select_related("created_by")
        lines = (
            (
                reverse("admin:feedback_feedback_change", args=[quote(one.pk)]),
                f"{one.rating}/5 by {one.created_by or 'nobody known'}, {localtime(one.created_at):%Y-%m-%d %H:%M}",
                " (shown here)" if one.pk == row.pk else "",
            )
            for one in chain.defer("context", "response", "engine").order_by("-is_current", "-created_at", "pk")
        )
        return format_html_join(mark_safe("<br>"), '<a href="{}">{}</a>{}', lines)

    def save_model(self, request: HttpRequest, obj: Feedback, form: RevisionForm, change: bool) -> None:
        """As a new revision, through the service; a form in which nothing was changed makes none."""
        changed = form.said_differently
        if changed:
            before = Feedback.objects.get(pk=obj.pk)
            obj.pk = revise_feedback(feedback=before, by=request.user, source="admin", **changed).pk

    def changeform_view(
        self, request: HttpRequest, object_id: str | None = None, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """The form; a revision that the service refuses is said on it, and nothing is stored."""
        try:
            page: HttpResponse = super().changeform_view(request, object_id, form_url, extra_context)
        except APIException as error:
            messages.error(request, f"Nothing was stored. {error.detail}")
            return HttpResponseRedirect(request.get_full_path())
        return page

    def view_on_site(self, obj: Feedback) -> str:
        """Its page."""
        return reverse("feedback-row", args=[obj.pk])

    @admin.display(description="about")
    def short_query(self, row: Feedback) -> str:
        """The beginning of what was judged."""
        return row.query[:80]

    @admin.display(description="analysis")
    def analysis_link(self, row: Feedback) -> SafeString | str:
        """The analysis."""
        if row.analysis_id is None:
            return "–"
        address = reverse("admin:analyses_analysis_change", args=[quote(row.analysis_id)])
        return format_html('<a href="{}">{}</a>', address, row.analysis_id)

    def has_export_permission(self, request: HttpRequest) -> bool:
        """Who may take feedback out."""
        return bool(request.user.has_perm("feedback.export_feedback"))

    def delete_model(self, request: HttpRequest, obj: Feedback) -> None:
        """With every revision of it, out of both indexes."""
        delete_feedback(feedback=obj, by=request.user)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Feedback]) -> None:
        """One by one through the service; a revision may have gone with another."""
        for row in list(queryset):
            if Feedback.objects.filter(pk=row.pk).exists():
                delete_feedback(feedback=row, by=request.user)


@admin.register(Snapshot)
class SnapshotAdmin(NeverDeleted):
    """Feedback as it was at one time."""

    list_display = ("snapshot_id", "record_count", "with_personal_data", "parent", "created_by", "created_at")
    list_filter = ("with_personal_data", "created_at")
    list_select_related = ("parent", "created_by")
    search_fields = ("snapshot_id", "hash")
    list_reads = ("counts",)

    def view_on_site(self, obj: Snapshot) -> str:
        """The page of training: its data and what came of them."""
        return reverse("training")

    @admin.display(description="records")
    def record_count(self, row: Snapshot) -> int:
        """How many records it holds."""
        return int((row.counts or {}).get("records", 0))


@admin.register(Split)
class SplitAdmin(NeverDeleted):
    """Which part of the data a job or a candidate was drawn into, once."""

    list_display = ("id", "job", "resume_id", "part", "reason", "decided_at")
    list_filter = ("part", "reason")
    list_select_related = ("job",)


@admin.register(TrainingRun)
class TrainingRunAdmin(NeverDeleted):
    """Trainings of adapters with their figures; they are started and promoted on the training page."""

    list_display = ("id", "task", "status", "verdict", "gain", "snapshot", "created_by", "created_at")
    list_filter = ("task", "status", "verdict")
    search_fields = ("id", "base", "snapshot__snapshot_id", "error")
    list_select_related = ("snapshot", "created_by")
    list_reads = ("evaluation",)

    def view_on_site(self, obj: TrainingRun) -> str:
        """The page where runs are started, measured and put to use."""
        return reverse("training")

    @admin.display(description="gain in NDCG@5")
    def gain(self, row: TrainingRun) -> str:
        """Over what was in use, on held-out jobs."""
        measured = (row.evaluation or {}).get("measures", {}).get("ndcg_at_5", {})
        return f"{measured['gain_over_in_use']['mean']:+.3f}" if measured.get("jobs") else "–"


@admin.register(TrainingStep)
class TrainingStepAdmin(NeverDeleted):
    """What is done with an adapter after its training: measured, put to use; in the background, with progress."""

    list_display = ("id", "run", "kind", "status", "created_by", "created_at", "finished_at")
    list_filter = ("kind", "status")
    list_select_related = ("run", "created_by")
