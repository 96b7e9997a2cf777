"""What is done with several resumes at once: analyse, tag, link, export, delete after saying what
goes with them."""

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Count
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST
from rest_framework.exceptions import ValidationError

from analyses.models import Analysis
from analyses.services import request_analysis
from atsproject.pages.acting import act
from atsproject.pages.library_search import Search, name_rows
from atsproject.pages.workbook import workbook
from atsproject.templatetags.pages import years
from feedback.csv_export import safe_cell
from feedback.trail import log_event
from jobs.models import Job
from resumes.models import Resume
from resumes.same_person import same_person
from resumes.services import delete_resume
from resumes.tagging import tag_resumes, untag_resumes

MOST = 200
HEADERS = (
    "Candidate",
    "State",
    "Reading",
    "Pages",
    "Strongest skills",
    "Tags",
    "Analyses",
    "Added (UTC)",
    "Resume",
)
WIDTHS = (28, 18, 14, 8, 48, 24, 10, 18, 24)


@require_POST
def resumes_bulk(request: HttpRequest) -> HttpResponseBase:
    """Do one thing with the resumes that were ticked."""
    resumes = chosen(request.POST.getlist("resume"))
    what, back = request.POST.get("do", ""), _back(request)
    if what == "delete":
        return redirect(f"{reverse('resumes-delete')}?" + "&".join(f"resume={resume.pk}" for resume in resumes))
    if what == "export":
        return _export(request, resumes)
    if what not in ACTS:
        raise Http404
    permission, do = ACTS[what]
    return act(request, permission, lambda: do(request, _some(resumes)), back)


def resumes_delete(request: HttpRequest) -> HttpResponse:
    """Say what goes with the resumes; delete them once that is confirmed."""
    if not request.user.has_perm("resumes.delete_resume"):
        raise PermissionDenied("Your role does not include deleting resumes.")
    asked = request.POST if request.method == "POST" else request.GET
    resumes = chosen(asked.getlist("resume"))
    if request.method == "POST" and resumes:
        return act(request, "resumes.delete_resume", lambda: _delete(request, resumes), reverse("resumes"))
    if not resumes:
        return redirect("resumes")
    rows: list[Any] = list(Search.prepared(Resume.objects.filter(pk__in=[resume.pk for resume in resumes])))
    name_rows(request, rows, Search(rows=rows))
    return render(request, "pages/resumes/delete.html", {"rows": rows, "goes": goes_with(resumes)})


def chosen(keys: Sequence[str]) -> list[Resume]:
    """The resumes named, at most two hundred, newest first; unknown names are left out."""
    return list(Resume.objects.light().filter(pk__in=keys[:MOST]).order_by("-uploaded_at", "pk"))


def goes_with(resumes: Sequence[Resume]) -> dict[str, int]:
    """What a deletion takes along: ``files``, ``analyses``, ``questions``, ``decisions``, ``feedback``."""
    counted = Analysis.objects.filter(resume__in=resumes).aggregate(
        analyses=Count("pk", distinct=True),
        questions=Count("questions", distinct=True),
        decisions=Count("decisions", distinct=True),
        feedback=Count("feedback", distinct=True),
    )
    return {"files": sum(bool(resume.file) for resume in resumes), **counted}


def _some(resumes: list[Resume]) -> list[Resume]:
    if not resumes:
        raise ValidationError({"resumes": ["Select at least one resume first."]})
    return resumes


def _analyse(request: HttpRequest, resumes: list[Resume]) -> str:
    job = get_object_or_404(Job, pk=request.POST.get("job", ""))
    ready = [resume for resume in resumes if resume.status == Resume.Status.READY]
    for resume in Resume.objects.filter(pk__in=[resume.pk for resume in ready]):
        request_analysis(job=job, resume=resume, by=request.user, wait=False)
    left = len(resumes) - len(ready)
    rest = f" {left} could not be read and {'was' if left == 1 else 'were'} left out." if left else ""
    return f"{len(ready)} queued for analysis for {job}. Its page shows the progress.{rest}"


def _tag(request: HttpRequest, resumes: list[Resume]) -> str:
    names = tag_resumes(resumes=resumes, names=request.POST.get("tag_names", "").split(","), by=request.user)
    return f"{len(resumes)} tagged {', '.join(names)}."


def _untag(request: HttpRequest, resumes: list[Resume]) -> str:
    names = untag_resumes(resumes=resumes, names=request.POST.get("tag_names", "").split(","), by=request.user)
    return f"{', '.join(names) or 'Nothing'} removed from {len(resumes)}."


def _same_person(request: HttpRequest, resumes: list[Resume]) -> str:
    same_person(resumes=resumes, by=request.user)
    return f"{len(resumes)} linked as files of one person; the newest leads."


def _delete(request: HttpRequest, resumes: list[Resume]) -> str:
    for resume in resumes:
        delete_resume(resume=resume, cascade=True, by=request.user)
    if len(resumes) == 1:
        return "Resume deleted, with its file, analyses and feedback."
    return f"{len(resumes)} resumes deleted, with their files, analyses and feedback."


ACTS = {
    "analyse": ("analyses.add_analysis", _analyse),
    "tag": ("resumes.change_resume", _tag),
    "untag": ("resumes.change_resume", _untag),
    "same-person": ("resumes.change_resume", _same_person),
}


def _back(request: HttpRequest) -> str:
    """The list as it was filtered: only a query string is taken from the form, never an address."""
    query = request.POST.get("query", "")
    return reverse("resumes") + (f"?{query}" if query else "")


def _export(request: HttpRequest, resumes: list[Resume]) -> FileResponse:
    if not request.user.has_perm("resumes.view_resume"):
        raise PermissionDenied("Your role does not include resumes.")
    rows: list[Any] = list(Search.prepared(Resume.objects.filter(pk__in=[resume.pk for resume in resumes])))
    name_rows(request, rows, Search(rows=rows))
    log_event(request.user, "export", request.user, what="resumes.xlsx", rows=len(rows))
    cells = ([safe_cell(value) if isinstance(value, str) else value for value in _cells(row)] for row in rows)
    made = workbook("Resumes", HEADERS, WIDTHS, cells, frozen="B2")
    return FileResponse(made, as_attachment=True, filename="resumes.xlsx")


def _cells(row: Any) -> list[Any]:
    skills = [
        f"{skill['name']} ({years(skill['months'])})" if skill["months"] else skill["name"] for skill in row.skills
    ]
    tags = ", ".join(tag.name for tag in row.tags.all())
    level = (row.parse_quality or {}).get("level", "")
    handed_in = row.uploaded_at.strftime("%Y-%m-%d %H:%M")
    told = [row.shown, row.get_status_display(), level, row.page_count, ", ".join(skills), tags]
    return [*told, row.analysis_count, handed_in, row.pk]
