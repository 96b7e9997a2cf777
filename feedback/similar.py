"""Finds past feedback that is near in meaning."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q
from rest_framework.exceptions import APIException

from analyses.models import Analysis
from analyses.writing import PastExample
from feedback.indexing import NAME
from feedback.models import Feedback
from feedback.querysets import as_answered
from feedback.snapshots.anonymise import Redactor
from vectors.search import search
from vectors.stores.base import StoreUnavailable

# Filters that the metadata of the index can answer, as (field, operator).
_METADATA = {
    "min_rating": ("rating", "$gte"),
    "max_rating": ("rating", "$lte"),
    "job_id": ("job_id", "$eq"),
    "analysis_id": ("analysis_id", "$eq"),
    "kind": ("kind", "$eq"),
    "reviewer_role": ("reviewer_role", "$eq"),
    "since": ("created_at", "$gte"),
    "until": ("created_at", "$lte"),
}
EXAMPLES = 3  # past answers shown to a language model
DIGITS = 4  # of a similarity: what lies beyond differs between indexes and batches


class SearchUnavailable(APIException):
    """No index can be reached."""

    status_code = 503
    default_code = "index_unavailable"
    default_detail = "Similar feedback cannot be searched now. Try again, or run rebuild_index."


@dataclass(frozen=True, slots=True)
class SimilarFeedback:
    """Rows as the API answers them with their ``similarity`` (cosine, -1..1), best first; the index that answered
    and a word where it was not the one asked for."""

    results: list[dict[str, Any]]
    backend: str
    note: str


def similar_feedback(*, query: str, by: Any, n_results: int = 5, backend: str = "", **filters: Any) -> SimilarFeedback:
    """The nearest current feedback that ``by`` may see and that agrees with the filters of ``narrowed``.

    FAISS answers, or Chroma where filters are given; ``backend`` says otherwise. The database has the last word on
    every row. Raises ``SearchUnavailable``.
    """
    asked = {name: value for name, value in filters.items() if value is not None}
    allowed_rows = Feedback.objects.given().visible_to(by).narrowed(**asked)

    def allowed(keys: Iterable[str]) -> set[str]:
        return set(allowed_rows.filter(pk__in=list(keys)).values_list("pk", flat=True))

    try:
        found = search(NAME, query, n_results, backend=backend, where=_where(asked) or None, allowed=allowed)
    except StoreUnavailable as error:
        raise SearchUnavailable from error
    similarity = {hit.key: round(float(hit.similarity), DIGITS) for hit in found.hits}
    rows = {row["feedback_id"]: row for row in allowed_rows.filter(pk__in=list(similarity)).rows()}
    ordered = sorted((key for key in similarity if key in rows), key=lambda key: (-similarity[key], key))
    results = [{**as_answered(rows[key]), "similarity": similarity[key]} for key in ordered]
    return SimilarFeedback(results, found.backend, found.note)


def examples_for(question: str, analysis: Analysis) -> list[PastExample]:
    """The nearest answers that people rated highly or corrected, about other candidates, for a language model."""
    rows = Feedback.objects.given().filter(kind=Feedback.Kind.ANSWER).filter(_worth_following())
    if analysis.resume_id is not None:
        rows = rows.filter(Q(resume__isnull=True) | ~Q(resume=analysis.resume_id))

    def allowed(keys: Iterable[str]) -> set[str]:
        return set(rows.filter(pk__in=list(keys)).values_list("pk", flat=True))

    try:
        hits = search(NAME, question, EXAMPLES, backend="faiss", allowed=allowed).hits
    except StoreUnavailable:
        return []
    found = rows.select_related("resume").in_bulk([hit.key for hit in hits])
    chosen = [found[hit.key] for hit in hits if hit.key in found]
    return [_example(row) for row in chosen]


def _example(row: Feedback) -> PastExample:
    """The row without the personal data of the candidate it was about: another candidate is asked about now."""
    redactor = Redactor(tag="")
    if row.resume:
        redactor = Redactor(
            tag="", candidate_name=row.resume.candidate_name, profile=row.resume.profile, text=row.resume.text
        )
    return PastExample(row.pk, redactor.text(row.query), redactor.text(row.ideal_response or row.response))


def _worth_following() -> Q:
    return Q(rating__gte=4) | ~Q(ideal_response="")


def _where(filters: dict[str, Any]) -> dict[str, Any]:
    where: dict[str, Any] = {}
    for name, value in filters.items():
        if name in _METADATA:
            field, operator = _METADATA[name]
            where.setdefault(field, {})[operator] = value.timestamp() if isinstance(value, datetime) else value
    return where
