"""Files for a job: announced, sent one by one, and the lines that tell what becomes of each."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST
from rest_framework.exceptions import APIException

from analyses import intake
from analyses.intake_lines import WRONG, Line, intake_lines
from analyses.models import Analysis, IntakeItem
from analyses.services import request_analysis
from atsproject.pages.acting import number, sentences
from atsproject.pages.blind import code_name, cover, works_blind
from jobs.models import Job


def progress_of(request: HttpRequest, job: Job) -> dict[str, Any]:
    """The lines of a job, and what they come to together; a page asks again only while something moves."""
    lines = intake_lines(job)
    cover(request).hidden.look_up(line.resume_id for line in lines)
    rows = [_row(request, job, line) for line in lines]
    done = sum(line.state == "done" for line in lines)
    wrong = [line for line in lines if line.state in WRONG]
    return {
        "files": rows,
        "working": any(line.is_moving for line in lines),
        "done": done,
        "wrong": len(wrong),
        "retriable": sum(line.can_retry for line in wrong),
        "settled": sum(not line.is_moving and line.item_id is not None for line in lines),
    }


def _row(request: HttpRequest, job: Job, line: Line) -> dict[str, Any]:
    blind = job.blind_mode or works_blind(request) or line.resume_id in cover(request).hidden
    return {"line": line, "name": _name(line, blind), "same_as": _same_as(line, blind)}


def _name(line: Line, blind: bool) -> str:
    if not blind:
        return line.filename or line.candidate_name or str(line.resume_id)
    return code_name(line.resume_id) if line.resume_id else f"File {line.item_id}"


def _same_as(line: Line, blind: bool) -> str:
    """What is told of a PDF that was there before, with its candidate where one is known; empty for a new one."""
    if not line.duplicate:
        return ""
    name = code_name(line.resume_id) if blind and line.resume_id else line.candidate_name
    return f"Duplicate: the same file as {name}’s" if name else "Duplicate: this file was added before"


def job_progress(request: HttpRequest, job_id: str) -> HttpResponse:
    """The lines alone, for polling. Tells the page when another candidate stands in the ranked list."""
    job = get_object_or_404(Job, pk=job_id)
    return _fragment(request, job)


def _fragment(request: HttpRequest, job: Job) -> HttpResponse:
    progress = progress_of(request, job)
    response = render(request, "pages/parts/progress.html", {"job": job, **progress})
    if request.GET.get("done") not in (None, str(progress["done"])):
        response["HX-Trigger"] = "ranking-changed"
    return response


def _may_add(request: HttpRequest) -> None:
    if not request.user.has_perm("resumes.add_resume"):
        raise PermissionDenied("Your role does not include adding resumes.")


@require_POST
def job_announce(request: HttpRequest, job_id: str) -> JsonResponse:
    """A line for each file about to be sent: their numbers, in order, null for one that will not be taken."""
    _may_add(request)
    job = get_object_or_404(Job, pk=job_id)
    sizes = [number(text) for text in request.POST.getlist("size")]
    names = request.POST.getlist("name")
    try:
        items = intake.announce(job=job, files=list(zip(names, sizes, strict=False)), by=request.user)
    except APIException as error:
        return JsonResponse({"detail": sentences(error)}, status=error.status_code)
    return JsonResponse({"items": [None if item.error else item.pk for item in items]})


@require_POST
def job_receive(request: HttpRequest, job_id: str, item_id: str) -> JsonResponse:
    """The file of one line. What is wrong with a file is the line's outcome, not a failure of the request: 200 too."""
    _may_add(request)
    item = get_object_or_404(IntakeItem.objects.select_related("job"), job=job_id, pk=number(item_id))
    file = request.FILES.get("file")
    if file is None:
        return JsonResponse({"detail": "The request holds no file."}, status=400)
    item = intake.receive(item=item, file=file, by=request.user)
    if item.error:
        return JsonResponse({"detail": f"{item.filename}: {item.error}", "code": item.error_code})
    return JsonResponse({"resume_id": item.resume_id, "analysis_id": item.analysis_id, "duplicate": item.duplicate})


@require_POST
def job_upload(request: HttpRequest, job_id: str) -> HttpResponse:
    """Files sent in one form, where no script runs: the same lines, the same outcomes."""
    _may_add(request)
    job = get_object_or_404(Job, pk=job_id)
    files = request.FILES.getlist("files")
    try:
        items = intake.announce(job=job, files=[(str(file.name), 0) for file in files], by=request.user)
    except APIException as error:
        return render(request, "pages/refused.html", {"job": job, "error": sentences(error)}, status=error.status_code)
    for item, file in zip(items, files, strict=True):
        intake.receive(item=item, file=file, by=request.user)
    return redirect(f"{reverse('job', args=[job.pk])}#files")


@require_POST
def job_intake_act(request: HttpRequest, job_id: str) -> HttpResponse:
    """Try lines again, take them away, or say that their files will not come."""
    _may_add(request)
    job = get_object_or_404(Job, pk=job_id)
    chosen = [number(text) for text in request.POST.getlist("item")]
    what = request.POST.get("do", "")
    if what == "left":
        intake.give_up(item_ids=chosen, job=job, by=request.user)
    elif what == "dismiss":
        intake.dismiss(items=chosen, job=job, by=request.user)
    elif what == "dismiss-settled":
        settled = [line.item_id for line in intake_lines(job) if line.item_id and not line.is_moving]
        intake.dismiss(items=settled, job=job, by=request.user)
    elif what == "retry":
        _retry(request, job, chosen, request.POST.getlist("analysis"))
    return _fragment(request, job) if request.htmx else redirect(f"{reverse('job', args=[job.pk])}#files")  # type: ignore[attr-defined]


def _retry(request: HttpRequest, job: Job, items: list[int], analyses: list[str]) -> None:
    """Again, for the lines named, or for all that can be tried again where none is."""
    if not request.user.has_perm("analyses.add_analysis"):
        raise PermissionDenied("Your role does not include analysing resumes.")
    lines = [line for line in intake_lines(job) if line.can_retry]
    if items or analyses:
        lines = [line for line in lines if line.item_id in items or line.analysis_id in analyses]
    for line in lines:
        if line.item_id is not None:
            intake.retry(item=IntakeItem.objects.select_related("job", "resume").get(pk=line.item_id), by=request.user)
            continue
        failed = Analysis.objects.select_related("resume").get(pk=line.analysis_id)
        if failed.resume is not None and failed.resume.status == "ready":
            request_analysis(job=job, resume=failed.resume, by=request.user, wait=False)
