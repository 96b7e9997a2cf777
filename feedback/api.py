"""Feedback over HTTP."""

from typing import Any

from django.http import Http404, StreamingHttpResponse
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import status, viewsets
from rest_framework.decorators import action
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request
from rest_framework.response import Response

from analyses.blindness.cover import Cover
from feedback.csv_export import export_feedback_csv
from feedback.gestures import record_order
from feedback.models import Feedback
from feedback.queries import HighQualityQuery, ListQuery, SearchQuery, checked
from feedback.querysets import as_answered
from feedback.serializers import (
    FeedbackReceipt,
    FeedbackRow,
    FeedbackSubmission,
    OrderReceipt,
    OrderSubmission,
    SimilarFeedbackAnswer,
)
from feedback.services import delete_feedback, submit_feedback
from feedback.similar import similar_feedback
from feedback.statistics import feedback_statistics
from jobs.models import Job

SUBMITTED = tuple(FeedbackSubmission().get_fields())
FEEDBACK_ID = OpenApiParameter("feedback_id", str, OpenApiParameter.PATH)


class FeedbackViewSet(viewsets.GenericViewSet[Feedback]):
    """Ratings and corrections: give, read, search, take back."""

    queryset = Feedback.objects.all()
    serializer_class = FeedbackRow
    lookup_value_regex = r"[\w.:@+-]+"
    required_permissions = {"export_csv": ["feedback.export_feedback"]}

    @extend_schema(parameters=[ListQuery], responses=FeedbackRow(many=True))
    def list(self, request: Request) -> Response:
        """Feedback, newest first; superseded revisions only with ``history=true``."""
        filters = checked(ListQuery, request.query_params)
        rows = Feedback.objects.narrowed(**filters)
        if not filters["history"]:
            rows = rows.current()
        page = self.paginate_queryset(rows.rows()) or []
        return self.get_paginated_response(Cover().rows(as_answered(row) for row in page))

    @extend_schema(parameters=[FEEDBACK_ID], responses=FeedbackRow)
    def retrieve(self, request: Request, pk: str) -> Response:
        """One row, current or superseded."""
        row = Feedback.objects.filter(pk=pk).rows().first()
        if row is None:
            raise Http404
        return Response(Cover().row(as_answered(row)))

    @extend_schema(parameters=[FEEDBACK_ID], responses={204: None})
    def destroy(self, request: Request, pk: str) -> Response:
        """Delete the feedback and every revision of it."""
        row = Feedback.objects.filter(pk=pk).first()
        if row is None:
            raise Http404
        delete_feedback(feedback=row, by=request.user)
        return Response(status=status.HTTP_204_NO_CONTENT)

    @extend_schema(request=FeedbackSubmission, responses={201: FeedbackReceipt, 200: FeedbackReceipt})
    @action(detail=False, methods=["post"])
    def submit(self, request: Request) -> Response:
        """Store feedback: 201, or 200 when the same body was sent before; revisions name what they supersede."""
        fields = request.data if isinstance(request.data, dict) else {}
        known = {str(name): fields[name] for name in SUBMITTED if name in fields}
        row, created = submit_feedback(by=request.user, source="api", **known)
        return Response(_receipt(row, created), status=status.HTTP_201_CREATED if created else status.HTTP_200_OK)

    @extend_schema(request=OrderSubmission, responses={201: OrderReceipt})
    @action(detail=False, methods=["post"])
    def order(self, request: Request) -> Response:
        """Keep a re-ordering of a job's ranked list as feedback on the candidates that were moved."""
        form = OrderSubmission(data=request.data)
        form.is_valid(raise_exception=True)
        fields = dict(form.validated_data)
        job = Job.objects.filter(pk=fields.pop("job_id")).first()
        if job is None:
            raise ValidationError({"job_id": "There is no job with this id."})
        rows = record_order(job=job, by=request.user, source="api", **fields)
        return Response({"moved": [_receipt(row, True) for row in rows]}, status=status.HTTP_201_CREATED)

    @extend_schema(responses=dict[str, Any])
    @action(detail=False)
    def statistics(self, request: Request) -> Response:
        """How much feedback there is, what it says, and what the indexes hold."""
        return Response(feedback_statistics())

    @extend_schema(parameters=[SearchQuery], responses=SimilarFeedbackAnswer)
    @action(detail=False, pagination_class=None)
    def search(self, request: Request) -> Response:
        """Feedback near in meaning to ``query``, best first, from FAISS or, with filters, from Chroma."""
        found = similar_feedback(by=request.user, **checked(SearchQuery, request.query_params))
        return Response(
            {
                "count": len(found.results),
                "next": None,
                "previous": None,
                "results": Cover().rows(found.results),
                "backend": found.backend,
                "note": found.note or None,
            }
        )

    @extend_schema(parameters=[ListQuery], responses={(200, "text/csv"): str})
    @action(detail=False, url_path="export-csv")
    def export_csv(self, request: Request) -> StreamingHttpResponse:
        """Feedback as CSV, with the list's filters: UTF-8 with byte-order mark, no cell a formula."""
        lines = export_feedback_csv(by=request.user, **checked(ListQuery, request.query_params))
        headers = {"Content-Disposition": 'attachment; filename="feedback.csv"'}
        return StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8", headers=headers)

    @extend_schema(parameters=[HighQualityQuery], responses=FeedbackRow(many=True))
    @action(detail=False, url_path="high-quality")
    def high_quality(self, request: Request) -> Response:
        """The best rated feedback: best first, newest first among equals."""
        query = checked(HighQualityQuery, request.query_params)
        page = self.paginate_queryset(Feedback.objects.high_quality(query["min_rating"]).rows()) or []
        return self.get_paginated_response(Cover().rows(as_answered(row) for row in page))


def _receipt(row: Feedback, created: bool) -> dict[str, Any]:
    return {
        "feedback_id": row.feedback_id,
        "interaction_id": row.interaction_id,
        "analysis_id": row.analysis_id,
        "job_id": row.job_id,
        "supersedes": row.supersedes_id,
        "duplicate_of": row.duplicate_of_id,
        "created": created,
    }
