"""The admin's view of models, embeddings and indexes: to look at, never to edit by hand."""

from typing import Any
from urllib.parse import urlencode

from auditlog.models import LogEntry
from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.contrib.contenttypes.models import ContentType
from django.db.models import Count, JSONField, Model, QuerySet, TextField
from django.http import HttpRequest, HttpResponse
from unfold.admin import ModelAdmin

from vectors.models import EmbeddingModel, IndexProgress, IndexRequest, OutboxEntry

HISTORY_ROWS = 200
LOOK_AGAIN_SECONDS = 4
NAMED_WHEN_DELETED = 100


class Traced(ModelAdmin):  # type: ignore[misc]
    """Lists leave long texts and JSON in the database; an object's history is the trail: what was done to it here,
    on the pages, over the API and by commands."""

    list_per_page = 50
    show_facets = admin.ShowFacets.ALWAYS  # each filter's choice with how many rows it leaves
    list_reads: tuple[str, ...] = ()  # long columns that the list's own methods look into

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """All rows; for looking at a list without the long columns that it does not show."""
        rows: QuerySet[Any] = super().get_queryset(request)
        match, opts = request.resolver_match, self.opts
        listed = match is not None and match.url_name == f"{opts.app_label}_{opts.model_name}_changelist"
        return rows.defer(*self._left_out()) if listed and request.method == "GET" else rows

    def _left_out(self) -> list[str]:
        """The long columns of the rows and of those that are read with them."""
        found = [name for name in _long_columns(self.model) if name not in (*self.list_display, *self.list_reads)]
        for relation in self.list_select_related or ():
            related = self.opts.get_field(relation).related_model
            found += [f"{relation}__{name}" for name in _long_columns(related)]
        return found

    def history_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        """The admin's own page with the trail's newest rows about the object."""
        kind = ContentType.objects.get_for_model(self.model)
        found = LogEntry.objects.filter(content_type=kind, object_pk=unquote(object_id))
        rows = list(found.select_related("actor", "content_type").order_by("-timestamp", "-pk")[: HISTORY_ROWS + 1])
        told = {"trail": rows[:HISTORY_ROWS], "trail_more": len(rows) > HISTORY_ROWS}
        page: HttpResponse = super().history_view(request, object_id, {**told, **(extra_context or {})})
        return page


def _long_columns(model: type[Model]) -> list[str]:
    return [field.name for field in model._meta.concrete_fields if isinstance(field, (TextField, JSONField))]


class ShowsProgress(Traced):
    """A list of rows that are worked on in the background: how many are on their way, looked at again by itself."""

    list_before_template = "admin/on_their_way.html"
    open_statuses: tuple[str, ...] = ("queued", "running")

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        """The list; while those on their way are watched, the browser asks again every few seconds."""
        number = self.model._default_manager.filter(status__in=self.open_statuses).count()
        wanted = ",".join(self.open_statuses)
        watched = request.GET.get("status__in") == wanted
        most = self._most(request, number)
        told = {
            "on_their_way": number,
            "on_their_way_most": most,
            "on_their_way_done": most - number,
            "on_their_way_watched": watched,
            "on_their_way_address": f"?{urlencode({'status__in': wanted})}",
        }
        page: HttpResponse = super().changelist_view(request, {**told, **(extra_context or {})})
        if watched and number and request.method == "GET":
            page["Refresh"] = str(LOOK_AGAIN_SECONDS)
        return page

    def _most(self, request: HttpRequest, number: int) -> int:
        """How many were on their way at most since this user last saw none: what the bar is full at."""
        key = f"on_their_way_{self.opts.label_lower}"
        most = max(number, int(request.session.get(key, 0))) if number else 0
        if most != request.session.get(key, 0):
            request.session[key] = most
        return most


class KeptAsIs(Traced):
    """Rows that the program keeps: shown, searched, never added or changed by hand."""

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody adds one by hand."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody changes one by hand."""
        return False


class TakesAlong(Traced):
    """Deleting takes dependent rows along: the page names them; the right to delete the row itself is enough."""

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> tuple[Any, Any, set[str], Any]:
        """What would go, with no right asked for on what goes along."""
        to_delete, counts, _, protected = super().get_deleted_objects(objs, request)
        total = sum(counts.values())
        if total > NAMED_WHEN_DELETED:
            shown, _ = _first(to_delete, NAMED_WHEN_DELETED)
            to_delete = [*shown, f"… and {total - NAMED_WHEN_DELETED} more, counted above"]
        return to_delete, counts, set(), protected


def _first(tree: list[Any], number: int) -> tuple[list[Any], int]:
    """The first lines of a tree of lists, its shape kept, and how many lines are left to show after them."""
    kept: list[Any] = []
    for item in tree:
        if number == 0:
            break
        if isinstance(item, list):
            inner, number = _first(item, number)
            kept.append(inner)
        else:
            kept.append(item)
            number -= 1
    return kept, number


class NeverDeleted(KeptAsIs):
    """Rows whose removal belongs to a command."""

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody deletes one by hand."""
        return False


@admin.register(EmbeddingModel)
class EmbeddingModelAdmin(NeverDeleted):
    """Models that embeddings were made with."""

    list_display = ("key", "base", "dimension", "is_active", "embedding_count", "created_at")
    list_filter = ("is_active",)
    search_fields = ("key",)
    list_select_related = ("base",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[EmbeddingModel]:
        """With the number of embeddings, counted in the same query."""
        rows: QuerySet[EmbeddingModel] = super().get_queryset(request)
        return rows.annotate(embedding_total=Count("embeddings"))

    @admin.display(description="embeddings", ordering="embedding_total")
    def embedding_count(self, row: Any) -> int:
        """How many texts it has embedded."""
        return int(row.embedding_total)


@admin.register(OutboxEntry)
class OutboxEntryAdmin(NeverDeleted):
    """Changes that an index has yet to take."""

    list_display = ("id", "collection", "key", "created_at")
    list_filter = ("collection",)
    search_fields = ("key",)


@admin.register(IndexProgress)
class IndexProgressAdmin(NeverDeleted):
    """How far each copy of each index has come."""

    list_display = ("index", "collection", "copy", "model", "last_entry", "updated_at")
    list_filter = ("index", "collection")
    list_select_related = ("model",)


@admin.register(IndexRequest)
class IndexRequestAdmin(NeverDeleted):
    """Work asked of the process that holds an index."""

    list_display = ("kind", "index", "collection", "created_at", "answered_at", "error")
