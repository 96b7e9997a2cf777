"""Jobs over HTTP."""

from typing import Any

from django.http import Http404
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers, status, viewsets
from rest_framework.decorators import action
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request
from rest_framework.response import Response

from jobs.errors import NoJob
from jobs.models import Job, Requirement
from jobs.querysets import REQUIREMENT_ROW, job_row
from jobs.serializers import (
    CurrentJob,
    JobChange,
    JobDetail,
    JobReceipt,
    JobRow,
    JobSearchQuery,
    JobSubmission,
    RequirementList,
    RequirementReplacement,
    Selection,
)
from jobs.services import (
    CHANGEABLE,
    create_job,
    current_job,
    delete_job,
    select_job,
    update_job,
    update_requirements,
)

JOB_ID = OpenApiParameter("job_id", str, OpenApiParameter.PATH)
CASCADE = OpenApiParameter("cascade", bool, description="Delete the job's analyses with it")
TRUE = ("true", "1", "yes", "on")
_BLANK_MEANS_UNKNOWN = ("company_name", "role_name", "level", "note", "portal", "employment_type")


def known(row: dict[str, Any]) -> dict[str, Any]:
    """The row with null where a text is unknown."""
    return {name: (value or None) if name in _BLANK_MEANS_UNKNOWN else value for name, value in row.items()}


class JobDescriptionView(viewsets.GenericViewSet[Job]):
    """``job-description``: the caller's current job."""

    queryset = Job.objects.all()
    serializer_class = JobSubmission

    @extend_schema(responses=CurrentJob)
    def retrieve(self, request: Request) -> Response:
        """The caller's current job; 404 with code ``no_job`` before there is one."""
        job = current_job(request.user)
        if job is None:
            raise NoJob
        return Response(_receipt(job) | {"job_description": job.job_description, "created_at": job.created_at})

    @extend_schema(request=JobSubmission, responses={201: JobReceipt})
    def create(self, request: Request) -> Response:
        """Create a job, read its requirements, and make it the caller's current job."""
        data = _object(request)
        job = create_job(
            job_description=data.get("job_description") or "",
            company_name=data.get("company_name") or "",
            role_name=data.get("role_name") or "",
            metadata=data.get("metadata"),
            by=request.user,
        )
        count = Requirement.objects.filter(job=job).count()
        return Response(_receipt(job) | {"requirement_count": count}, status=status.HTTP_201_CREATED)


class JobViewSet(viewsets.GenericViewSet[Job]):
    """Jobs: list, search, read, change, choose, delete, and what they ask for."""

    queryset = Job.objects.all()
    serializer_class = JobRow
    lookup_url_kwarg = "job_id"
    lookup_value_regex = "[A-Za-z0-9_-]{1,64}"
    required_permissions = {"select": ["jobs.view_job", "jobs.add_jobselection"]}

    @extend_schema(responses=JobRow(many=True))
    def list(self, request: Request) -> Response:
        """Jobs, newest first."""
        return self._page(Job.objects.all())

    @extend_schema(parameters=[JobSearchQuery], responses=JobRow(many=True))
    @action(detail=False)
    def search(self, request: Request) -> Response:
        """Jobs whose company or role contains the words, in any case."""
        query = checked(JobSearchQuery, request.query_params)
        return self._page(Job.objects.search(query["query"]))

    @extend_schema(parameters=[JOB_ID], responses=JobDetail)
    def retrieve(self, request: Request, job_id: str) -> Response:
        """One job with its description and requirements."""
        return Response(_detail(job_id))

    @extend_schema(parameters=[JOB_ID], request=JobChange, responses=JobDetail)
    def partial_update(self, request: Request, job_id: str) -> Response:
        """Change a job. A new description is read again; what changes the score makes a new version."""
        data = _object(request)
        changes = {str(name): value for name, value in data.items() if name in CHANGEABLE}
        if not changes:
            raise ValidationError({"non_field_errors": [f"Send one of: {', '.join(CHANGEABLE)}."]})
        update_job(job=_found(job_id), by=request.user, **changes)
        return Response(_detail(job_id))

    @extend_schema(parameters=[JOB_ID, CASCADE], responses={204: None})
    def destroy(self, request: Request, job_id: str) -> Response:
        """Delete a job; 409 when it has analyses, unless ``cascade=true``."""
        cascade = request.query_params.get("cascade", "").lower() in TRUE
        delete_job(job=_found(job_id), cascade=cascade, by=request.user)
        return Response(status=status.HTTP_204_NO_CONTENT)

    @extend_schema(parameters=[JOB_ID], request=None, responses=Selection)
    @action(detail=True, methods=["post"])
    def select(self, request: Request, job_id: str) -> Response:
        """Make it the caller's current job."""
        select_job(job=_found(job_id), by=request.user)
        return Response({"job_id": job_id, "selected": True})

    @extend_schema(parameters=[JOB_ID], responses=RequirementList)
    @action(detail=True)
    def requirements(self, request: Request, job_id: str) -> Response:
        """What the job asks for, in order."""
        return Response(_requirement_list(_found(job_id)))

    @extend_schema(parameters=[JOB_ID], request=RequirementReplacement, responses=RequirementList)
    @requirements.mapping.put
    def replace_requirements(self, request: Request, job_id: str) -> Response:
        """Make the job ask for exactly these, in this order; a change makes a new version of the job."""
        rows = _object(request).get("requirements")
        if not isinstance(rows, list):
            raise ValidationError({"requirements": ["Send a list of requirements."]})
        job = update_requirements(job=_found(job_id), rows=rows, by=request.user)
        return Response(_requirement_list(job))

    def _page(self, jobs: Any) -> Response:
        page = self.paginate_queryset(jobs.rows()) or []
        return self.get_paginated_response([known(job_row(row)) for row in page])


def checked(serializer: type[serializers.Serializer[Any]], data: Any) -> dict[str, Any]:
    """Query parameters with their types; raises ``ValidationError``."""
    query = serializer(data=data)
    query.is_valid(raise_exception=True)
    return dict(query.validated_data)


def _object(request: Request) -> Any:
    """The body, which must be an object. Raises ``ValidationError``."""
    if not hasattr(request.data, "get"):
        raise ValidationError({"non_field_errors": ["Send an object."]})
    return request.data


def _found(job_id: str) -> Job:
    job = Job.objects.filter(pk=job_id).first()
    if job is None:
        raise Http404
    return job


def _receipt(job: Job) -> dict[str, Any]:
    return known(
        {
            "job_id": job.pk,
            "length": len(job.job_description),
            "company_name": job.company_name,
            "role_name": job.role_name,
        }
    )


def _detail(job_id: str) -> dict[str, Any]:
    row = Job.objects.filter(pk=job_id).details().first()
    if row is None:
        raise Http404
    return known(row) | {"requirements": _requirement_rows(job_id)}


def _requirement_rows(job_id: str) -> list[dict[str, Any]]:
    rows = Requirement.objects.filter(job_id=job_id).order_by("position", "id").values(*REQUIREMENT_ROW)
    return [known(row) | {"id": str(row["id"])} for row in rows]


def _requirement_list(job: Job) -> dict[str, Any]:
    return {"job_id": job.pk, "version": job.version, "requirements": _requirement_rows(job.pk)}
