"""Snapshots of the feedback over HTTP: make, list, read."""

from typing import Any

from django.db.models import Prefetch
from drf_spectacular.utils import OpenApiExample, OpenApiParameter, extend_schema
from rest_framework import status, viewsets
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request
from rest_framework.response import Response

from feedback import training_serializers as shapes
from feedback.models import Snapshot, TrainingRun
from feedback.queries import checked
from feedback.snapshots.build import create_snapshot
from feedback.snapshots.formats import ALL
from feedback.training_rows import snapshot_detail, snapshot_row


class SnapshotViewSet(viewsets.GenericViewSet[Snapshot]):
    """Feedback as it was at one time, with everything that training needs."""

    queryset = Snapshot.objects.all()
    serializer_class = shapes.SnapshotDetail
    lookup_url_kwarg = "snapshot_id"
    lookup_value_regex = "[0-9a-f]{12}"
    required_permissions = {"create": ["feedback.export_feedback"]}

    def get_queryset(self) -> Any:
        """Snapshots with what their rows show."""
        runs = Prefetch("runs", queryset=TrainingRun.objects.only("pk", "snapshot"))
        return Snapshot.objects.select_related("created_by").prefetch_related(runs)

    @extend_schema(responses=shapes.SnapshotRow(many=True))
    def list(self, request: Request) -> Response:
        """Snapshots, newest first."""
        page = self.paginate_queryset(self.get_queryset()) or []
        return self.get_paginated_response([snapshot_row(snapshot) for snapshot in page])

    @extend_schema(parameters=[OpenApiParameter("snapshot_id", str, OpenApiParameter.PATH)])
    def retrieve(self, request: Request, snapshot_id: str) -> Response:
        """One snapshot with its manifest and data card."""
        return Response(snapshot_detail(self.get_object()))

    @extend_schema(
        request=shapes.SnapshotRequest,
        responses={201: shapes.SnapshotDetail, 200: shapes.SnapshotDetail},
        examples=[OpenApiExample("Two formats", {"formats": ["sft", "pairs"], "min_rating": 3}, request_only=True)],
    )
    def create(self, request: Request) -> Response:
        """Freeze the current feedback: 201, or 200 where nothing has changed since the newest snapshot like it."""
        chosen = checked(shapes.SnapshotRequest, request.data)
        options = {name: chosen.pop(name) for name in ("formats", "parquet", "with_personal_data")}
        if unknown := sorted(set(options["formats"]) - set(ALL)):
            raise ValidationError({"formats": f"There is no format {', '.join(unknown)}. There are: {', '.join(ALL)}."})
        snapshot, created = create_snapshot(by=request.user, filters=chosen, **options)
        row = self.get_queryset().get(pk=snapshot.pk)
        return Response(snapshot_detail(row), status=status.HTTP_201_CREATED if created else status.HTTP_200_OK)
