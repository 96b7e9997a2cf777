"""Addresses of analyses: upload and analyse, list and read, ask, decide, rank and match."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from django.db.models import QuerySet
from django.http import Http404
from drf_spectacular.utils import OpenApiParameter, extend_schema, extend_schema_view
from rest_framework import status
from rest_framework.decorators import action
from rest_framework.exceptions import ValidationError
from rest_framework.mixins import DestroyModelMixin
from rest_framework.parsers import MultiPartParser
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView
from rest_framework.viewsets import GenericViewSet

from analyses import serializers as shapes
from analyses.blindness.cover import Cover
from analyses.blindness.rule import Hidden
from analyses.errors import NoJob
from analyses.matches import matches
from analyses.models import Analysis
from analyses.persons import Files, files_of
from analyses.questions import ask
from analyses.ranking import RankingFilter, compare, ranking
from analyses.services import await_reading, decide, delete_analysis, existing_analysis, request_analysis
from jobs.models import Job
from jobs.services import current_job
from resumes.models import Resume
from resumes.services import add_resume, resume_unreadable_error

ROW = (
    "analysis_id",
    "job_id",
    "resume_id",
    "job_version",
    "candidate_name",
    "status",
    "error_code",
    "error",
    "created_at",
    "finished_at",
    "overall_score",
    "hiring_recommendation",
    "must_haves_met",
    "must_haves_total",
    "decision",
    "feedback_count",
)
ASYNC = OpenApiParameter("async", bool, description="Answer 202 before the analysis is done.")


def chosen_job(request: Request, job_id: str | None) -> Job:
    """The job named in a body, else the caller's current one. An unknown id is a 400, none at all a 400 `no_job`."""
    if job_id:
        job = Job.objects.filter(pk=job_id).first()
        if job is None:
            raise ValidationError({"job_id": ["There is no job with this id."]})
        return job
    current = current_job(request.user)
    if current is None:
        raise NoJob
    return current


def checked(serializer_class: type[Any], data: Any) -> dict[str, Any]:
    """Validated values; raises ValidationError (400)."""
    serializer = serializer_class(data=data)
    serializer.is_valid(raise_exception=True)
    values: dict[str, Any] = serializer.validated_data
    return values


def found_job(job_id: str) -> Job:
    """The job of an address; a 404 when there is none."""
    job = Job.objects.filter(pk=job_id).first()
    if job is None:
        raise Http404
    return job


def outcome(analysis: Analysis, *, duplicate: bool) -> dict[str, Any]:
    """The body that an upload or a request for an analysis answers with."""
    return Cover().row(
        {
            "analysis_id": analysis.pk,
            "resume_id": analysis.resume_id,
            "job_id": analysis.job_id,
            "duplicate": duplicate,
            "status": analysis.status,
            "error_code": analysis.error_code,
            "error": analysis.error,
            "result": analysis.result,
        }
    )


def analysed(request: Request, job: Job, resume: Resume, *, duplicate: bool) -> Response:
    """Analyse and answer: 200 with the analysis there is, 201 with a new one, 202 when it is done later."""
    wait = not checked(shapes.AsyncSerializer, request.query_params)["async"]
    if resume.status == Resume.Status.UNREADABLE:
        raise resume_unreadable_error(resume)
    if resume.status == Resume.Status.OCR_QUEUED:
        analysis = await_reading(job=job, resume=resume, by=request.user)
        return Response(_ocr_queued(analysis, duplicate), status=status.HTTP_202_ACCEPTED)
    known = existing_analysis(job=job, resume=resume)
    # Also where there is one: it may be on its way in another request, and is waited for.
    analysis = request_analysis(job=job, resume=resume, by=request.user, wait=wait)
    if not wait and analysis.status in (Analysis.Status.QUEUED, Analysis.Status.RUNNING):
        return Response(outcome(analysis, duplicate=duplicate), status=status.HTTP_202_ACCEPTED)
    code = status.HTTP_200_OK if known else status.HTTP_201_CREATED
    return Response(outcome(analysis, duplicate=duplicate), status=code)


def _ocr_queued(analysis: Analysis, duplicate: bool) -> dict[str, Any]:
    return {
        "analysis_id": analysis.pk,
        "resume_id": analysis.resume_id,
        "job_id": analysis.job_id,
        "duplicate": duplicate,
        "status": "ocr_queued",
        "error_code": "",
        "error": "",
        "result": None,
        "code": "ocr_queued",
        "detail": "This is a scan. It is being read by OCR and will be analysed after that: look at analysis_id.",
    }


class UploadResumeView(APIView):
    """Take in a PDF and analyse it."""

    parser_classes = [MultiPartParser]
    required_permissions = {"POST": ["resumes.add_resume", "analyses.add_analysis"]}

    @extend_schema(
        operation_id="upload_resume",
        request={"multipart/form-data": shapes.UploadSerializer},
        parameters=[ASYNC],
        responses=dict.fromkeys((200, 201, 202), shapes.AnalysisOutcomeSerializer),
    )
    def post(self, request: Request) -> Response:
        """Store and read a PDF, analyse it against a job, and answer with the result."""
        checked(shapes.AsyncSerializer, request.query_params)
        values = checked(shapes.UploadSerializer, request.data)
        job = chosen_job(request, values.get("job_id"))
        file = values["file"]
        intake = add_resume(file=file, filename=file.name, by=request.user)
        return analysed(request, job, intake.resume, duplicate=intake.duplicate)


class AnalyzeResumeView(APIView):
    """Analyse a stored resume."""

    required_permissions = {"POST": ["analyses.add_analysis"]}

    @extend_schema(
        operation_id="analyze_resume",
        request=shapes.AnalysisRequestSerializer,
        parameters=[ASYNC],
        responses=dict.fromkeys((200, 201, 202), shapes.AnalysisOutcomeSerializer),
    )
    def post(self, request: Request, resume_id: str) -> Response:
        """Analyse a stored resume against `job_id` or the caller's current job."""
        resume = Resume.objects.filter(pk=resume_id).first()
        if resume is None:
            raise Http404
        values = checked(shapes.AnalysisRequestSerializer, request.data)
        job = chosen_job(request, values.get("job_id"))
        return analysed(request, job, resume, duplicate=True)


@extend_schema_view(
    list=extend_schema(parameters=[shapes.AnalysisFilterSerializer], responses=shapes.AnalysisRowSerializer(many=True)),
    retrieve=extend_schema(responses=shapes.AnalysisSerializer),
    ask=extend_schema(request=shapes.QuestionRequestSerializer, responses={201: shapes.QuestionSerializer}),
    decision=extend_schema(request=shapes.DecisionRequestSerializer, responses={201: shapes.DecisionSerializer}),
)
class AnalysisViewSet(DestroyModelMixin, GenericViewSet[Analysis]):
    """Analyses: list, one, delete, questions and decisions."""

    queryset = Analysis.objects.all()
    serializer_class = shapes.AnalysisRowSerializer
    lookup_field = "analysis_id"
    lookup_value_regex = "[^/]+"
    required_permissions = {
        "ask": ["analyses.add_question"],
        "decision": ["analyses.decide_analysis"],
    }

    def list(self, request: Request) -> Response:
        """Analyses without their results, newest first."""
        chosen = checked(shapes.AnalysisFilterSerializer, request.query_params)
        rows = filtered(chosen).with_decision().with_feedback_count().values(*ROW)
        page = self.paginate_queryset(rows) or []
        return self.get_paginated_response(Cover().rows(page))

    def retrieve(self, request: Request, analysis_id: str) -> Response:
        """One analysis with its result.

        While a job in blind mode waits for a decision on the candidate, the name is a code name and what is personal
        is blackened in every text, for every caller. Each mark stands for one character, so offsets still hold.
        """
        rows = Analysis.objects.filter(pk=analysis_id).with_decision().with_feedback_count()
        row = rows.values(*ROW, "result").first()
        if row is None:
            raise Http404
        row["analysis_result"] = row.pop("result")
        return Response(Cover().row(row))

    def perform_destroy(self, instance: Analysis) -> None:
        """Delete through the service."""
        delete_analysis(analysis=instance, by=self.request.user)

    @action(detail=True, methods=["post"])
    def ask(self, request: Request, analysis_id: str) -> Response:
        """Answer a question from the resume's own lines; who a hidden candidate is stays hidden."""
        values = checked(shapes.QuestionRequestSerializer, request.data)
        analysis = self.get_object()
        question = ask(analysis=analysis, question=values["question"], by=request.user)
        body = Cover().answer(dict(shapes.QuestionSerializer(question).data), analysis.resume_id)
        return Response(body, status=status.HTTP_201_CREATED)

    @action(detail=True, methods=["post"])
    def decision(self, request: Request, analysis_id: str) -> Response:
        """Record a person's decision on the candidate."""
        values = checked(shapes.DecisionRequestSerializer, request.data)
        made = decide(analysis=self.get_object(), by=request.user, **values)
        body = {
            "analysis_id": made.analysis_id,
            "decision": made.decision,
            "reason": made.reason,
            "decided_at": made.decided_at,
            "decided_by": request.user.get_username(),
        }
        return Response(shapes.DecisionSerializer(body).data, status=status.HTTP_201_CREATED)


def filtered(chosen: dict[str, Any]) -> Any:
    """Analyses by the filters of the list."""
    rows = Analysis.objects.all()
    for key in ("job_id", "resume_id", "status"):
        if chosen.get(key):
            rows = rows.filter(**{key: chosen[key]})
    if chosen.get("candidate_name"):
        rows = rows.filter(candidate_name__icontains=chosen["candidate_name"]).exclude(Hidden().analyses())
    if chosen.get("min_score") is not None:
        rows = rows.filter(overall_score__gte=chosen["min_score"])
    return rows


class RankingView(GenericViewSet[Analysis]):
    """Analyses of a job in order."""

    queryset = Analysis.objects.all()
    serializer_class = shapes.RankedSerializer

    @extend_schema(
        operation_id="job_ranking",
        parameters=[shapes.RankingFilterSerializer],
        responses=shapes.RankedSerializer(many=True),
    )
    def list(self, request: Request, job_id: str) -> Response:
        """The newest analysis of each resume for the job, best first."""
        chosen = RankingFilter(**checked(shapes.RankingFilterSerializer, request.query_params))
        job = found_job(job_id)
        rows: QuerySet[Analysis, Any] = (
            ranking(job=job, chosen=chosen)
            .with_feedback_count()
            .values(
                *ROW,
                "result__matched_skills",
                "result__missing_critical_skills",
                "result__experience__relevant_months",
                "result__experience__total_months",
            )
        )
        page = self.paginate_queryset(rows) or []
        first = getattr(self.paginator, "offset", 0) or 0
        files = files_of(job=job, analysis_ids=[row["analysis_id"] for row in page])
        body = [_ranked(dict(row), first + place, files) for place, row in enumerate(page, start=1)]
        return self.get_paginated_response(Cover().rows(body))


def _ranked(row: dict[str, Any], rank: int, files: Mapping[str, Files]) -> dict[str, Any]:
    own = files.get(row["analysis_id"], Files(row["analysis_id"], 1))
    return {
        "rank": rank,
        **{key: row[key] for key in ROW},
        "matched_skills": row["result__matched_skills"] or [],
        "missing_critical_skills": row["result__missing_critical_skills"] or [],
        "relevant_months": row["result__experience__relevant_months"],
        "total_months": row["result__experience__total_months"],
        "newest_analysis_id": own.newest,
        "file_count": own.count,
    }


class MatchesView(APIView):
    """The best resumes of the whole library."""

    permission_model = Analysis
    required_permissions = {"GET": ["analyses.view_analysis", "resumes.view_resume"]}

    @extend_schema(
        operation_id="job_matches", parameters=[shapes.MatchFilterSerializer], responses=shapes.MatchesSerializer
    )
    def get(self, request: Request, job_id: str) -> Response:
        """The best resumes of the whole library for the job, analysed or not, best first."""
        limit = checked(shapes.MatchFilterSerializer, request.query_params)["limit"]
        job = found_job(job_id)
        rows = Cover().matches([asdict(row) for row in matches(job=job, limit=limit)], job=job)
        body = {"job_id": job_id, "count": len(rows), "results": rows}
        return Response(shapes.MatchesSerializer(body).data)


class CompareView(APIView):
    """Analyses of a job side by side."""

    permission_model = Analysis

    @extend_schema(
        operation_id="job_compare",
        parameters=[OpenApiParameter("analysis_id", str, many=True, description="One to five, repeated.")],
        responses=shapes.ComparisonSerializer,
    )
    def get(self, request: Request, job_id: str) -> Response:
        """Up to five analyses of the job side by side, requirement by requirement."""
        named = [part for value in request.query_params.getlist("analysis_id") for part in value.split(",") if part]
        return Response(Cover().comparison(compare(job=found_job(job_id), analysis_ids=named)))
