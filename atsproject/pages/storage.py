"""What the searches rest on: the rows behind the figures of storage."""

from typing import Any

from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from atsproject.pages.acting import page_of
from vectors.models import Embedding, EmbeddingModel, OutboxEntry
from vectors.search import index_status

MOST_CHANGES = 50


def storage(request: HttpRequest) -> HttpResponse:
    """The copies of the search index, the changes each has yet to take, and the texts whose meaning is kept."""
    copies = index_status()
    asked = request.GET.get("model", "")
    rows = Embedding.objects.defer("vector").select_related("model").order_by("-pk")
    context = {
        "copies": copies,
        "changes": _changes(copies),
        "models": EmbeddingModel.objects.annotate(texts=Count("embeddings")).order_by("-is_active", "key"),
        "asked": asked,
        "page": page_of(request, rows.filter(model__key=asked) if asked else rows),
    }
    return render(request, "pages/storage.html", context)


def _changes(copies: list[dict[str, Any]]) -> list[OutboxEntry]:
    """The newest of the changes that some copy has yet to take: as many of its collection as its lag says."""
    behind: dict[str, int] = {}
    for copy in copies:
        behind[copy["collection"]] = max(behind.get(copy["collection"], 0), copy["lag"])
    found: list[OutboxEntry] = []
    for collection, lag in behind.items():
        if lag:
            rows = OutboxEntry.objects.filter(collection=collection).order_by("-id")
            found += rows[: min(lag, MOST_CHANGES)]
    return found
