"""Training over HTTP: runs from their beginning to their use, adapters, and what stands behind a score."""

from dataclasses import asdict
from typing import Any

from django.db.models import Count
from django.http import Http404
from drf_spectacular.utils import OpenApiExample, OpenApiParameter, extend_schema
from rest_framework import status, viewsets
from rest_framework.decorators import action
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request
from rest_framework.response import Response

from analyses.models import Analysis
from feedback import training_serializers as shapes
from feedback.models import Feedback, Snapshot, TrainingRun, TrainingStep
from feedback.queries import checked
from feedback.querysets import as_answered
from feedback.snapshots.build import create_snapshot
from feedback.training import promotion, runs, steps
from feedback.training.cancelling import cancel_training
from feedback.training.crashes import fail_crashed_runs
from feedback.training.overview import training_overview
from feedback.training.parameters import Parameters
from feedback.training.readiness import check_installed
from feedback.training_rows import RUN_RELATED, RUN_STEPS, adapter_row, run_detail, run_row
from vectors.models import EmbeddingModel
from vectors.services import active_model

CHANGE = ["feedback.change_trainingrun"]
PROMOTE = ["feedback.promote_adapter"]
BEGUN = {202: shapes.RunDetail, 200: shapes.RunDetail}
EXAMPLES = [
    OpenApiExample("The ranking", {"task": "embed", "steps": 100, "seed": 1}, request_only=True),
    OpenApiExample(
        "A language model",
        {"task": "dpo", "snapshot_id": "0a1b2c3d4e5f", "base": "/models/small-chat", "steps": 200},
        request_only=True,
    ),
]
RUN_ID = OpenApiParameter("run_id", int, OpenApiParameter.PATH)


class TrainingRunViewSet(viewsets.GenericViewSet[TrainingRun]):
    """Trainings of adapters: begin, watch, cancel, measure, put to use."""

    queryset = TrainingRun.objects.all()
    serializer_class = shapes.RunDetail
    lookup_url_kwarg = "run_id"
    lookup_value_regex = r"[0-9]{1,18}"
    required_permissions = {
        "create": ["feedback.add_trainingrun"],
        "cancel": CHANGE,
        "evaluate": CHANGE,
        "promote": PROMOTE,
        "overview": ["feedback.view_trainingrun", "feedback.view_feedback"],
    }

    def get_queryset(self) -> Any:
        """Runs with what their rows show; those whose process is gone say so first."""
        fail_crashed_runs()
        return TrainingRun.objects.select_related(*RUN_RELATED).prefetch_related(RUN_STEPS)

    @extend_schema(parameters=[shapes.RunQuery], responses=shapes.RunRow(many=True))
    def list(self, request: Request) -> Response:
        """Runs, newest first."""
        page = self.paginate_queryset(self.get_queryset().filter(**checked(shapes.RunQuery, request.query_params)))
        return self.get_paginated_response([run_row(run) for run in page or []])

    @extend_schema(parameters=[RUN_ID], responses=shapes.RunDetail)
    def retrieve(self, request: Request, run_id: str) -> Response:
        """One run with its figures and its log."""
        return Response(run_detail(self.get_object()))

    @extend_schema(
        request=shapes.RunRequest, responses={202: shapes.RunDetail, 201: shapes.RunDetail}, examples=EXAMPLES
    )
    def create(self, request: Request) -> Response:
        """Begin a training: 202 while it waits or runs, 201 where it is over already because tasks run inline."""
        chosen = checked(shapes.RunRequest, request.data)
        task, base, force = chosen.pop("task"), chosen.pop("base"), chosen.pop("force")
        key = chosen.pop("snapshot_id", None)
        parameters = Parameters.usual(task, **chosen)
        check_installed()
        snapshot = _snapshot(key) if key else create_snapshot(by=request.user)[0]
        run = runs.request_training(
            by=request.user, task=task, snapshot=snapshot, base=base, parameters=parameters, force=force
        )
        row = self.get_queryset().get(pk=run.pk)
        over = row.status not in (TrainingRun.Status.QUEUED, TrainingRun.Status.RUNNING)
        return Response(run_detail(row), status=status.HTTP_201_CREATED if over else status.HTTP_202_ACCEPTED)

    @extend_schema(parameters=[RUN_ID], request=None, responses=shapes.RunDetail)
    @action(detail=True, methods=["post"])
    def cancel(self, request: Request, run_id: str) -> Response:
        """Stop the training, or the step that follows it; 409 where everything is over."""
        cancel_training(run=self.get_object(), by=request.user)
        return Response(run_detail(self.get_object()))

    @extend_schema(parameters=[RUN_ID], request=None, responses=BEGUN)
    @action(detail=True, methods=["post"])
    def evaluate(self, request: Request, run_id: str) -> Response:
        """Measure the adapter on held-out jobs: 202 while it goes on, 200 where tasks run inline."""
        return self._begun(steps.request_evaluation(run=self.get_object(), by=request.user))

    @extend_schema(parameters=[RUN_ID], request=shapes.PromotionRequest, responses=BEGUN)
    @action(detail=True, methods=["post"])
    def promote(self, request: Request, run_id: str) -> Response:
        """Put the adapter to use once its vectors and indexes are made: 202 while they are, 200 when it is in use."""
        force = checked(shapes.PromotionRequest, request.data)["force"]
        return self._begun(steps.request_promotion(run=self.get_object(), by=request.user, force=force))

    @extend_schema(responses=shapes.OverviewShape)
    @action(detail=False, pagination_class=None)
    def overview(self, request: Request) -> Response:
        """What there is to learn from, how it grew week by week, and what each adapter was worth."""
        return Response(asdict(training_overview()))

    def _begun(self, step: TrainingStep) -> Response:
        code = status.HTTP_202_ACCEPTED if step.status in TrainingStep.OPEN else status.HTTP_200_OK
        return Response(run_detail(self.get_object()), status=code)


def _snapshot(key: str) -> Snapshot:
    found = Snapshot.objects.filter(pk=key).first()
    if found is None:
        raise ValidationError({"snapshot_id": "There is no snapshot with this id."})
    return found


class AdapterViewSet(viewsets.GenericViewSet[EmbeddingModel]):
    """Models that judge or could judge."""

    queryset = EmbeddingModel.objects.all()
    serializer_class = shapes.AdapterRow
    required_permissions = {"roll_back": PROMOTE, "remove_old_indexes": PROMOTE}

    def list(self, request: Request) -> Response:
        """The base and every adapted model, newest first."""
        active_model()  # made the first time that anybody asks
        rows = EmbeddingModel.objects.select_related("base", "training_run").order_by("-created_at", "-pk")
        page = self.paginate_queryset(rows.annotate(embeddings_count=Count("embeddings")))
        return self.get_paginated_response([adapter_row(model) for model in page or []])

    @extend_schema(request=None, responses=shapes.InUse)
    @action(detail=False, methods=["post"], url_path="roll-back")
    def roll_back(self, request: Request) -> Response:
        """Return at once to what was in use before the adapter that is now; 409 where none is in use."""
        before = active_model().key
        return Response({"in_use": promotion.roll_back(by=request.user).key, "taken_back": before})

    @extend_schema(request=None, responses=shapes.Removed)
    @action(detail=False, methods=["post"], url_path="remove-old-indexes")
    def remove_old_indexes(self, request: Request) -> Response:
        """Remove vectors and indexes of models that are neither in use nor what rolling back would return to."""
        return Response({"removed": promotion.remove_old_indexes(by=request.user)})


class FeedbackBehindView(viewsets.GenericViewSet[Analysis]):
    """Which feedback stands behind a score."""

    queryset = Analysis.objects.all()
    serializer_class = shapes.FeedbackBehind
    required_permissions = {
        "behind": ["analyses.view_analysis", "feedback.view_feedback", "feedback.view_trainingrun"],
    }

    @extend_schema(
        operation_id="analysis_feedback_behind",
        parameters=[
            OpenApiParameter("analysis_id", str, OpenApiParameter.PATH),
            OpenApiParameter("limit", int),
            OpenApiParameter("offset", int),
        ],
        responses=shapes.FeedbackBehind,
    )
    def behind(self, request: Request, analysis_id: str) -> Response:
        """From an analysis to the adapter that judged it, its run, the snapshot, and the rows it was trained on."""
        analysis = Analysis.objects.select_related("embedding_model").filter(pk=analysis_id).first()
        if analysis is None:
            raise Http404
        run, ids = promotion.feedback_behind(analysis)
        page = list(self.paginate_queryset(ids) or [])
        rows = {row["feedback_id"]: as_answered(row) for row in Feedback.objects.filter(pk__in=page).rows()}
        answer = self.get_paginated_response([rows[key] for key in page if key in rows])
        answer.data = {
            "analysis_id": analysis.pk,
            "adapter": analysis.embedding_model.key if run and analysis.embedding_model else None,
            "run_id": run.pk if run else None,
            "snapshot_id": run.snapshot_id if run else None,
            "snapshot_hash": run.snapshot_hash if run else None,
            **answer.data,
        }
        return answer
