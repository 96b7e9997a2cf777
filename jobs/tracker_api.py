"""The application tracker over HTTP."""

from typing import Any

from django.http import FileResponse, Http404
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import status, viewsets
from rest_framework.decorators import action
from rest_framework.exceptions import ValidationError
from rest_framework.parsers import FormParser, MultiPartParser
from rest_framework.request import Request
from rest_framework.response import Response

from jobs.api import checked, known
from jobs.models import JobApplication
from jobs.querysets import APPLICATION_ROW
from jobs.serializers import (
    ApplicationCheck,
    ApplicationCheckQuery,
    ApplicationReceipt,
    ApplicationRow,
    ApplicationStatistics,
    WorkbookReport,
    WorkbookUpload,
)
from jobs.tracker import (
    ApplicationInput,
    add_application,
    already_applied,
    application_statistics,
    delete_application,
    import_applications,
    log_export,
    update_application,
)
from jobs.workbook import read_workbook, write_workbook

APPLICATION_ID = OpenApiParameter("application_id", int, OpenApiParameter.PATH)
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FIELDS = ("company", "job_title", "portal", "employment_type", "date_applied")
WARNING = "You have applied for this title at this company before."


class JobApplicationEntryView(viewsets.GenericViewSet[JobApplication]):
    """``job-application``: put an application on the list."""

    queryset = JobApplication.objects.all()
    serializer_class = ApplicationInput

    @extend_schema(request=ApplicationInput, responses={201: ApplicationReceipt})
    def create(self, request: Request) -> Response:
        """Add an application; ``already_applied`` and ``warning`` say when the same one was there before."""
        application, already = add_application(by=request.user, **_fields(request))
        body = _row(application) | {"already_applied": already, "warning": WARNING if already else None}
        return Response(body, status=status.HTTP_201_CREATED)


class JobApplicationViewSet(viewsets.GenericViewSet[JobApplication]):
    """The list of applications, its statistics, and its workbook."""

    queryset = JobApplication.objects.all()
    serializer_class = ApplicationRow
    lookup_url_kwarg = "application_id"
    lookup_value_regex = "[0-9]{1,18}"
    required_permissions = {"export_xlsx": ["jobs.view_jobapplication"], "import_xlsx": ["jobs.add_jobapplication"]}

    @extend_schema(responses=ApplicationRow(many=True))
    def list(self, request: Request) -> Response:
        """Applications, the latest date first."""
        return self._page(JobApplication.objects.all())

    @extend_schema(responses=ApplicationRow(many=True))
    @action(detail=False)
    def recent(self, request: Request) -> Response:
        """Applications in the order they were entered, the newest first."""
        return self._page(JobApplication.objects.order_by("-created_at", "-id"))

    @extend_schema(parameters=[APPLICATION_ID], responses=ApplicationRow)
    def retrieve(self, request: Request, application_id: str) -> Response:
        """One application."""
        return Response(_row(_found(application_id)))

    @extend_schema(parameters=[APPLICATION_ID], request=ApplicationInput, responses=ApplicationRow)
    def partial_update(self, request: Request, application_id: str) -> Response:
        """Correct an application; a field that is left out stays."""
        application = update_application(application=_found(application_id), by=request.user, **_fields(request))
        return Response(_row(application))

    @extend_schema(parameters=[APPLICATION_ID], responses={204: None})
    def destroy(self, request: Request, application_id: str) -> Response:
        """Take an application off the list."""
        delete_application(application=_found(application_id), by=request.user)
        return Response(status=status.HTTP_204_NO_CONTENT)

    @extend_schema(responses=ApplicationStatistics)
    @action(detail=False)
    def statistics(self, request: Request) -> Response:
        """How many there are, by portal, by type, and in the last seven days."""
        return Response(application_statistics())

    @extend_schema(parameters=[ApplicationCheckQuery], responses=ApplicationCheck)
    @action(detail=False)
    def check(self, request: Request) -> Response:
        """Whether this title at this company is on the list."""
        query = checked(ApplicationCheckQuery, request.query_params)
        return Response(query | {"already_applied": already_applied(**query)})

    @extend_schema(responses={(200, XLSX): bytes})
    @action(detail=False, url_path="export-xlsx")
    def export_xlsx(self, request: Request) -> FileResponse:
        """The list as a workbook with the headers Company, Job, Portal, Full Time, Date Applied."""
        rows = JobApplication.objects.all()
        log_export(by=request.user, rows=rows.count())
        book = write_workbook(rows.rows().iterator(chunk_size=1000))
        return FileResponse(book, as_attachment=True, filename="applications.xlsx", content_type=XLSX)

    @extend_schema(request={"multipart/form-data": WorkbookUpload}, responses=WorkbookReport)
    @action(detail=False, methods=["post"], url_path="import-xlsx", parser_classes=[MultiPartParser, FormParser])
    def import_xlsx(self, request: Request) -> Response:
        """Add the rows of a workbook: bad rows are reported, known ones skipped, the rest kept."""
        file = request.FILES.get("file")
        if file is None:
            raise ValidationError({"file": ["Send the workbook as a multipart field named file."]})
        return Response(import_applications(reading=read_workbook(file), by=request.user))

    def _page(self, applications: Any) -> Response:
        page = self.paginate_queryset(applications.rows()) or []
        return self.get_paginated_response([known(row) for row in page])


def _fields(request: Request) -> dict[str, Any]:
    if not hasattr(request.data, "get"):
        raise ValidationError({"non_field_errors": ["Send an object."]})
    data: Any = request.data
    return {name: data[name] for name in FIELDS if name in data}


def _row(application: JobApplication) -> dict[str, Any]:
    return known({name: getattr(application, name) for name in APPLICATION_ROW})


def _found(application_id: str) -> JobApplication:
    application = JobApplication.objects.filter(pk=int(application_id)).first()
    if application is None:
        raise Http404
    return application
