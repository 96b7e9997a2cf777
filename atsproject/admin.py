"""Users, roles, tokens and the trail in the admin's theme, and the exports of the lists below."""

from typing import Any

from auditlog.admin import LogEntryAdmin
from auditlog.filters import ResourceTypeFilter
from auditlog.models import LogEntry
from django.contrib import admin
from django.contrib.admin.utils import quote
from django.contrib.auth.admin import GroupAdmin as PlainGroupAdmin
from django.contrib.auth.admin import UserAdmin as PlainUserAdmin
from django.contrib.auth.models import Group, User
from django.db.models import Count, QuerySet
from django.forms import ModelMultipleChoiceField
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django_tasks_db.admin import DBTaskResultAdmin
from django_tasks_db.models import DBTaskResult
from knox.models import AuthToken
from unfold.admin import ModelAdmin
from unfold.forms import AdminPasswordChangeForm, UserChangeForm, UserCreationForm
from unfold.widgets import UnfoldAdminCheckboxSelectMultipleWidget

from analyses.admin import AnalysisAdmin
from atsproject.admin_blind import hide_candidates
from atsproject.exports import (
    ANALYSIS_COLUMNS,
    FEEDBACK_COLUMNS,
    RESUME_COLUMNS,
    analysis_rows,
    export_actions,
    feedback_rows,
    job_rows_of,
    resume_rows,
)
from atsproject.roles import ROLES
from atsproject.templatetags.pages import deed
from atsproject.templatetags.readable import in_words, readable
from atsproject.tokens import public_id, revoke_token
from feedback.admin import FeedbackAdmin
from jobs.admin import JobAdmin
from jobs.csv_export import COLUMNS as JOB_COLUMNS
from resumes.admin import ResumeAdmin
from vectors.admin import KeptAsIs, Traced

admin.site.index_title = "Overview"
for model in (User, Group, AuthToken, LogEntry, DBTaskResult):
    admin.site.unregister(model)

# The apps know nothing of blind mode or of each other: their lists are given their exports from here.
JobAdmin.actions = (*JobAdmin.actions, *export_actions("jobs", JOB_COLUMNS, job_rows_of))
ResumeAdmin.actions = (*ResumeAdmin.actions, *export_actions("resumes", RESUME_COLUMNS, resume_rows))
AnalysisAdmin.actions = (*AnalysisAdmin.actions, *export_actions("analyses", ANALYSIS_COLUMNS, analysis_rows))
FeedbackAdmin.actions = (*FeedbackAdmin.actions, *export_actions("feedback", FEEDBACK_COLUMNS, feedback_rows))
hide_candidates()


class RoleField(ModelMultipleChoiceField[Group]):
    """Roles under their names in words."""

    def label_from_instance(self, obj: Any) -> str:
        """As people say it."""
        return str(obj.name).replace("_", " ").capitalize()


class RoleFilter(admin.SimpleListFilter):
    """By role, or that there is none; Django's own filter would look the groups up again for every other filter."""

    title = "role"
    parameter_name = "role"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """The roles there are."""
        return [*((name, name.replace("_", " ").capitalize()) for name in ROLES), ("none", "None yet")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Users of the chosen role."""
        chosen = self.value()
        if chosen == "none":
            return queryset.filter(groups__isnull=True, is_superuser=False)
        return queryset.filter(groups__name=chosen) if chosen else queryset


@admin.register(User)
class UserAdmin(PlainUserAdmin, Traced):  # type: ignore[type-arg]
    """People who sign in; a role is a group."""

    form = UserChangeForm
    add_form = UserCreationForm
    change_password_form = AdminPasswordChangeForm
    list_filter = (RoleFilter, "is_active", "is_staff", "is_superuser")
    list_display = ("username", "first_name", "last_name", "roles", "is_staff", "is_active", "last_login")

    filter_horizontal = ("user_permissions",)
    fieldsets = (
        (None, {"fields": ("username", "password")}),
        ("Who it is", {"fields": ("first_name", "last_name", "email")}),
        ("What they may do", {"fields": ("is_active", "groups", "is_staff", "is_superuser")}),
        ("Rights beyond the role", {"classes": ("collapse",), "fields": ("user_permissions",)}),
        ("When", {"classes": ("collapse",), "fields": ("last_login", "date_joined")}),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:
        """With their groups in one more query, and what single rights are about in another."""
        rows: QuerySet[User] = super().get_queryset(request)
        return rows.prefetch_related("groups", "user_permissions__content_type")

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """The few roles as boxes to tick, under their names in words."""
        if db_field.name == "groups":
            kwargs |= {"form_class": RoleField, "label": "Role", "widget": UnfoldAdminCheckboxSelectMultipleWidget}
            kwargs["help_text"] = "What they may do; without one they can open nothing."
            # The theme and Django would put their own box of two lists here.
            return db_field.formfield(**kwargs)
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    @admin.display(description="role")
    def roles(self, user: User) -> str:
        """Their groups, or that there is none."""
        names = [group.name.replace("_", " ") for group in user.groups.all()]
        return ", ".join(names) or ("administrator" if user.is_superuser else "none yet")


@admin.register(Group)
class GroupAdmin(PlainGroupAdmin, Traced):
    """Roles."""

    list_display = ("name", "people")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Group]:
        """With how many hold it."""
        rows: QuerySet[Group] = super().get_queryset(request)
        return rows.annotate(people_total=Count("user")).prefetch_related("permissions__content_type")

    @admin.display(description="users", ordering="people_total")
    def people(self, group: Any) -> int:
        """How many hold it."""
        return int(group.people_total)


@admin.register(AuthToken)
class TokenAdmin(KeptAsIs):
    """Tokens of programs: each user makes their own, which is shown once; here they are looked at and revoked."""

    list_display = ("shown_id", "user", "created", "expiry")
    list_filter = ("user__is_active", "created", "expiry")
    list_select_related = ("user",)
    search_fields = ("user__username",)
    fields = ("shown_id", "user", "created", "expiry")
    readonly_fields = ("shown_id", "created")

    @admin.display(description="token", ordering="digest")
    def shown_id(self, token: Any) -> str:
        """The start of its hash, as its owner sees it."""
        return public_id(token)

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        """Revoked, with a line in the trail."""
        revoke_token(user=obj.user, token_id=public_id(obj), by=request.user)  # type: ignore[arg-type]

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        """One by one through the service."""
        for token in queryset.select_related("user"):
            self.delete_model(request, token)


@admin.register(LogEntry)
class TrailAdmin(LogEntryAdmin, ModelAdmin):  # type: ignore[misc]
    """Who did what when: the same words as on the first page and in each object's history."""

    list_display = ("timestamp", "who", "did", "to_what")
    list_filter = ("action", ResourceTypeFilter)
    search_fields = ("object_pk", "object_repr", "actor__username")
    readonly_fields = ("timestamp", "who", "did", "to_what", "before_and_after", "more")
    fieldsets = ((None, {"fields": readonly_fields}),)

    @admin.display(description="who", ordering="actor__username")
    def who(self, row: LogEntry) -> str:
        """The acting user."""
        return str(row.actor.username) if row.actor else "the program"

    @admin.display(description="did what", ordering="action")
    def did(self, row: LogEntry) -> str:
        """What was done, in words."""
        return deed(row)

    @admin.display(description="to what", ordering="object_pk")
    def to_what(self, row: LogEntry) -> SafeString | str:
        """The object, linked to its form while it is there to be opened."""
        named = f"{row.content_type.name} {row.object_pk}"
        model = row.content_type.model_class()
        if model is None or not admin.site.is_registered(model) or row.action == LogEntry.Action.DELETE:
            return named
        address = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_change", args=[quote(row.object_pk)])
        return format_html('<a href="{}">{}</a>', address, named)

    @admin.display(description="before and after")
    def before_and_after(self, row: LogEntry) -> SafeString:
        """Each field that was changed."""
        told = ((in_words(name), *_before_and_after(change)) for name, change in (row.changes or {}).items())
        return readable([{"field": name, "before": before, "after": after} for name, before, after in told])

    @admin.display(description="more about it")
    def more(self, row: LogEntry) -> SafeString:
        """What the program noted beside it."""
        return readable(row.additional_data)


def _before_and_after(change: Any) -> tuple[Any, Any]:
    """The two values of one field in the trail; what was given or taken of several, such as roles, in the one it is."""
    if isinstance(change, dict):
        return ("", change["objects"]) if change["operation"] == "add" else (change["objects"], "")
    before, after = ("" if value == "None" else value for value in change)
    return before, after


@admin.register(DBTaskResult)
class TaskAdmin(DBTaskResultAdmin, ModelAdmin):  # type: ignore[misc]
    """The queue of long work."""
