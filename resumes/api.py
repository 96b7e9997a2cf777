"""Resumes over HTTP."""

from collections import Counter
from typing import Any

from auditlog.models import LogEntry
from django.http import FileResponse, Http404
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import status, viewsets
from rest_framework.decorators import action
from rest_framework.exceptions import APIException, ValidationError
from rest_framework.parsers import FormParser, MultiPartParser
from rest_framework.request import Request
from rest_framework.response import Response

from resumes.errors import NoPdf
from resumes.hiding import HiddenCandidate, screen
from resumes.models import Resume
from resumes.same_person import not_same_person, same_person
from resumes.serializers import (
    BulkReport,
    BulkUpload,
    ResumeDetail,
    ResumeReceipt,
    ResumeRow,
    ResumeTags,
    ResumeText,
    ResumeUpload,
    SamePerson,
    TagChange,
    Versions,
)
from resumes.services import Intake, add_resume, delete_resume, resume_unreadable_error
from resumes.tagging import tag_resumes, untag_resumes

RESUME_ID = OpenApiParameter("resume_id", str, OpenApiParameter.PATH)
CANDIDATE_NAME = OpenApiParameter("candidate_name", str, description="Part of the candidate's name, in any case")
STATUS = OpenApiParameter("status", str, enum=Resume.Status.values)
TAG = OpenApiParameter("tag", str, description="A tag that the resume has, in any case")
CASCADE = OpenApiParameter("cascade", bool, description="Delete the resume's analyses with it")
ASYNC = OpenApiParameter("async", bool, description="Answer 202 at once and read the PDF in the background")
TRUE = ("true", "1", "yes", "on")


class ResumeViewSet(viewsets.GenericViewSet[Resume]):
    """Stored resumes: find, read, download, delete."""

    queryset = Resume.objects.all()
    serializer_class = ResumeRow
    lookup_url_kwarg = "resume_id"
    lookup_value_regex = "[A-Za-z0-9_-]{1,80}"
    required_permissions = {
        "pdf": ["resumes.download_resume"],
        "tags": ["resumes.change_resume"],
        "same_person": ["resumes.change_resume"],
    }

    @extend_schema(parameters=[CANDIDATE_NAME, STATUS, TAG], responses=ResumeRow(many=True))
    def list(self, request: Request) -> Response:
        """Resumes, newest first. A candidate whom a job hides has a code name and is not found by name."""
        rows, hidden = Resume.objects.all(), screen()
        if words := request.query_params.get("candidate_name", "").strip():
            rows = rows.named(words).exclude(hidden.hiding())
        if wanted := request.query_params.get("status", "").strip():
            if wanted not in Resume.Status.values:
                raise ValidationError({"status": [f"Write one of: {', '.join(Resume.Status.values)}."]})
            rows = rows.filter(status=wanted)
        if tag := request.query_params.get("tag", "").strip():
            rows = rows.tagged(tag)
        page = self.paginate_queryset(rows.rows()) or []
        return self.get_paginated_response([answered(row) for row in hidden.rows(page)])

    @extend_schema(parameters=[RESUME_ID], responses=ResumeDetail)
    def retrieve(self, request: Request, resume_id: str) -> Response:
        """One resume with its profile and what its page hides.

        While a job in blind mode waits for a decision on the candidate, names, contact, address, dates of education
        and pronouns are masked, and file names are replaced: for every caller.
        """
        row = Resume.objects.filter(pk=resume_id).details().first()
        if row is None:
            raise Http404
        resume = Resume(pk=resume_id, person_id=row["person_id"])
        return Response(answered(screen().rows([row])[0]) | _versions(resume))

    @extend_schema(parameters=[RESUME_ID, CASCADE], responses={204: None})
    def destroy(self, request: Request, resume_id: str) -> Response:
        """Delete the resume and its file; 409 when it has analyses, unless ``cascade=true``."""
        cascade = request.query_params.get("cascade", "").lower() in TRUE
        delete_resume(resume=_found(resume_id), cascade=cascade, by=request.user)
        return Response(status=status.HTTP_204_NO_CONTENT)

    @extend_schema(parameters=[RESUME_ID], responses=ResumeText)
    @action(detail=True)
    def text(self, request: Request, resume_id: str) -> Response:
        """The stored text; of a hidden candidate with what is personal blackened, each mark one character."""
        row = Resume.objects.filter(pk=resume_id).values("resume_id", "text").first()
        if row is None:
            raise Http404
        mask = screen().of(resume_id=row["resume_id"])
        return Response(row if mask is None else {**row, "text": mask.text})

    @extend_schema(parameters=[RESUME_ID], responses={(200, "application/pdf"): bytes})
    @action(detail=True)
    def pdf(self, request: Request, resume_id: str) -> FileResponse:
        """The PDF as it was uploaded, as an attachment; the trail remembers who took it.

        403, code ``blind``, while a job in blind mode waits for a decision on the candidate.
        """
        return pdf_response(_found(resume_id), by=request.user)

    @extend_schema(parameters=[RESUME_ID], request=TagChange, responses=ResumeTags)
    @action(detail=True, methods=["post"])
    def tags(self, request: Request, resume_id: str) -> Response:
        """Put tags on the resume (``add``) and take tags off it (``remove``); answers with those it has then."""
        form = TagChange(data=request.data)
        form.is_valid(raise_exception=True)
        resume = _found(resume_id)
        if form.validated_data["add"]:
            tag_resumes(resumes=[resume], names=form.validated_data["add"], by=request.user)
        if form.validated_data["remove"]:
            untag_resumes(resumes=[resume], names=form.validated_data["remove"], by=request.user)
        return Response({"resume_id": resume.pk, "tags": list(resume.tags.values_list("name", flat=True))})

    @extend_schema(parameters=[RESUME_ID], request=SamePerson, responses=Versions)
    @action(detail=True, methods=["post"], url_path="same-person")
    def same_person(self, request: Request, resume_id: str) -> Response:
        """Say that another resume is, or is not, of the same person; it outweighs what both have in common.

        The last word on two resumes counts. Answers with the versions there are then.
        """
        form = SamePerson(data=request.data)
        form.is_valid(raise_exception=True)
        resume, other = _found(resume_id), Resume.objects.light().filter(pk=form.validated_data["other"]).first()
        if other is None:
            raise ValidationError({"other": ["There is no resume with this id."]})
        if form.validated_data["same"]:
            same_person(resumes=[resume, other], by=request.user)
        else:
            not_same_person(resume=resume, other=other, by=request.user)
        resume.refresh_from_db(fields=["person"])
        return Response({"resume_id": resume.pk, "person_id": resume.person_id, **_versions(resume)})

    @extend_schema(request={"multipart/form-data": BulkUpload}, responses=BulkReport)
    @action(detail=False, methods=["post"], parser_classes=[MultiPartParser, FormParser])
    def bulk(self, request: Request) -> Response:
        """Store many PDFs; each is reported on its own, and none stops the rest."""
        files = request.FILES.getlist("files") + request.FILES.getlist("file")
        if not files:
            raise ValidationError({"files": ["Send the PDFs as multipart fields named files."]})
        reports = [_report(file, request.user) for file in files]
        outcomes = dict(Counter(str(report["outcome"]) for report in reports))
        return Response({"files": reports, "outcomes": outcomes})


class ResumeUploadView(viewsets.GenericViewSet[Resume]):
    """``upload-resume-only``: store without analysing."""

    queryset = Resume.objects.all()
    serializer_class = ResumeUpload
    parser_classes = [MultiPartParser, FormParser]

    @extend_schema(
        parameters=[ASYNC],
        request={"multipart/form-data": ResumeUpload},
        responses={201: ResumeReceipt, 200: ResumeReceipt, 202: ResumeReceipt},
    )
    def create(self, request: Request) -> Response:
        """Store a PDF and read it: 201, or 200 when the same PDF was there; 422 when it cannot be read."""
        file = request.FILES.get("file")
        if file is None:
            raise ValidationError({"file": ["Send the PDF as a multipart field named file."]})
        wait = request.query_params.get("async", "").lower() not in TRUE
        intake = add_resume(file=file, filename=file.name or "", by=request.user, wait=wait)
        return intake_response(intake)


def intake_response(intake: Intake) -> Response:
    """The answer to one upload. Raises ``UnreadableResume`` (422) when nothing could be read."""
    resume = intake.resume
    if resume.status == Resume.Status.UNREADABLE:
        raise resume_unreadable_error(resume)
    body = receipt(intake)
    if resume.status == Resume.Status.READY:
        return Response(body, status=status.HTTP_200_OK if intake.duplicate else status.HTTP_201_CREATED)
    waiting = {
        Resume.Status.OCR_QUEUED: "This PDF is a scan. It is being read by OCR; ask again for the resume.",
        Resume.Status.QUEUED: "The PDF is stored and will be read; ask again for the resume.",
    }
    body |= {"code": str(resume.status), "detail": waiting[Resume.Status(resume.status)]}
    return Response(body, status=status.HTTP_202_ACCEPTED)


def receipt(intake: Intake) -> dict[str, Any]:
    """What every answer to an upload says of the resume."""
    resume = intake.resume
    said = {
        "resume_id": resume.resume_id,
        "duplicate": intake.duplicate,
        "status": resume.status,
        "candidate_name": resume.candidate_name or None,
        "original_filename": resume.original_filename or None,
        "file_size": resume.file_size,
        "uploaded_at": resume.uploaded_at,
        "parse_quality": resume.parse_quality or None,
    }
    return screen().rows([said])[0]


def answered(row: dict[str, Any]) -> dict[str, Any]:
    """A row of ``.values()`` as the API says it: what is not known is null."""
    return {name: None if value in ("", {}) and name != "profile" else value for name, value in row.items()}


def pdf_response(resume: Resume, *, by: Any) -> FileResponse:
    """The stored PDF as an attachment, with a trail row. Raises ``NoPdf``, ``HiddenCandidate``."""
    if screen().of(resume_id=resume.pk) is not None:
        raise HiddenCandidate
    name = resume.file.name
    if not name or not resume.file.storage.exists(name):
        raise NoPdf
    LogEntry.objects.log_create(
        resume, force_log=True, action=LogEntry.Action.ACCESS, actor=by, additional_data={"event": "download"}
    )
    response = FileResponse(
        resume.file.storage.open(name, "rb"),
        as_attachment=True,
        filename=resume.download_name,
        content_type="application/pdf",
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["Cache-Control"] = "private, no-store"
    return response


def _versions(resume: Resume) -> dict[str, Any]:
    """Other resumes of the person, newest first, why they are linked, and which were said to be another's: for a hidden
    candidate none, for those may bear the same surname or address."""
    from resumes import persons  # word lists, which no other address of these needs

    others = [pk for pk in Resume.objects.versions_of(resume).values_list("pk", flat=True) if pk != resume.pk]
    hidden = screen().of(resume_id=resume.pk) is not None
    apart = [] if hidden else sorted(persons.ruled(resume.pk, same=False))
    return {"versions": others, "linked_by": persons.link_reasons(resume), "kept_apart": apart}


def _found(resume_id: str) -> Resume:
    resume = Resume.objects.light().filter(pk=resume_id).first()
    if resume is None:
        raise Http404
    return resume


def _report(file: Any, by: Any) -> dict[str, Any]:
    """Take one file of many in; whatever it raises is its own report."""
    report: dict[str, Any] = {
        "filename": file.name,
        "resume_id": None,
        "duplicate": False,
        "code": None,
        "detail": None,
    }
    try:
        intake = add_resume(file=file, filename=file.name or "", by=by, wait=False)
    except APIException as error:
        code = getattr(error.detail, "code", error.default_code)
        return report | {"outcome": "refused", "code": code, "detail": str(error.detail)}
    resume = intake.resume
    report |= {"resume_id": resume.resume_id, "duplicate": intake.duplicate}
    if resume.status == Resume.Status.READY:
        return report | {"outcome": "duplicate" if intake.duplicate else "stored"}
    if resume.status == Resume.Status.UNREADABLE:
        return report | {"outcome": "unreadable", "code": resume.error_code, "detail": resume.error}
    return report | {"outcome": resume.status}
