"""Blind mode in the admin: lists and forms show hidden candidates under their masks, and change nothing of them."""

from collections.abc import Sequence
from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from analyses.models import Analysis, Decision, IntakeItem, Question
from atsproject.pages.blind import FIELDS, conceal, cover, subject
from feedback.models import Feedback
from resumes.models import Resume

# Where a row of each model names the resume it is about.
RESUME_OF = {
    Resume: "pk",
    Analysis: "resume_id",
    Feedback: "resume_id",
    IntakeItem: "resume_id",
    Question: "analysis__resume_id",
    Decision: "analysis__resume_id",
}


class HidesCandidates:
    """Goes before an admin class whose rows are about candidates."""

    model: Any

    def get_changelist_instance(self, request: HttpRequest) -> Any:
        """The list with what is personal blackened."""
        found: Any = super().get_changelist_instance(request)  # type: ignore[misc]
        found.result_list = conceal(request, found.result_list)
        return found

    def get_object(self, request: HttpRequest, object_id: str, from_field: Any = None) -> Any:
        """The row of a form under its mask: such a form can only be looked at."""
        row = super().get_object(request, object_id, from_field)  # type: ignore[misc]
        return row if row is None else conceal(request, [row])[0]

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody changes a row under a mask: what is masked would be kept."""
        allowed = bool(super().has_change_permission(request, obj))  # type: ignore[misc]
        return allowed and not (obj is not None and _is_hidden(request, obj))

    def get_inline_instances(self, request: HttpRequest, obj: Any = None) -> Sequence[Any]:
        """What hangs on a hidden candidate's row stays out of its form."""
        if obj is not None and _is_hidden(request, obj):
            return []
        rows: Sequence[Any] = super().get_inline_instances(request, obj)  # type: ignore[misc]
        return rows

    def get_search_results(self, request: HttpRequest, queryset: Any, search_term: str) -> tuple[Any, bool]:
        """Words find nobody who is hidden: finding them would tell the name."""
        rows, doubled = super().get_search_results(request, queryset, search_term)  # type: ignore[misc]
        if search_term and not cover(request).hidden.nobody:
            hidden = cover(request).hidden
            rows = rows.exclude(hidden.analyses() if self.model is Analysis else hidden.of(RESUME_OF[self.model]))
        return rows, doubled

    def lookup_allowed(self, lookup: str, value: Any, request: HttpRequest) -> bool:
        """No filter written into the address may ask for what is masked: its answer would tell it."""
        if _is_masked_field(self.model, lookup) and not cover(request).hidden.nobody:
            return False
        return bool(super().lookup_allowed(lookup, value, request))  # type: ignore[misc]

    def get_sortable_by(self, request: HttpRequest) -> Sequence[str]:
        """Nor does the order of a list tell it."""
        columns: Sequence[str] = super().get_sortable_by(request)  # type: ignore[misc]
        if cover(request).hidden.nobody:
            return columns
        return [column for column in columns if not _is_masked_field(self.model, column)]


def _is_masked_field(model: Any, lookup: str) -> bool:
    return lookup.split("__")[0] in FIELDS[model]


def _is_hidden(request: HttpRequest, row: Any) -> bool:
    return cover(request).hidden.hides_ids(*subject(row))


def hide_candidates() -> None:
    """Put the masks before the admin of every model whose rows are about candidates."""
    for model in RESUME_OF:
        plain = type(admin.site.get_model_admin(model))
        admin.site.unregister(model)
        admin.site.register(model, type(plain.__name__, (HidesCandidates, plain), {}))
