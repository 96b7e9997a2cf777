"""What the searches rest on: the rows behind the figures of storage."""

from typing import Any

from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from feedback.models import Feedback
from jobs.models import Job
from resumes.models import Resume
from vectors.models import EmbeddingModel, OutboxEntry
from vectors.search import index_status
from vectors.services import active_model

MOST_CHANGES = 50


def storage(request: HttpRequest) -> HttpResponse:
    """The copies of the search index, the changes each has yet to take, and where the searchable texts come from."""
    copies = index_status()
    in_use = active_model()
    models: Any = EmbeddingModel.objects.annotate(texts=Count("embeddings")).order_by("-is_active", "key")
    found = list(models)
    for model in found:
        model.serves = model.pk == in_use.base_id
    context = {
        "copies": copies,
        "changes": _changes(copies),
        "models": found,
        "texts": any(model.texts for model in found),
        "sources": _sources(),
    }
    return render(request, "pages/storage.html", context)


def _sources() -> dict[str, int]:
    """How many rows the texts come from."""
    return {
        "resumes": Resume.objects.filter(status=Resume.Status.READY).count(),
        "jobs": Job.objects.count(),
        "feedback": Feedback.objects.given().count(),
    }


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
