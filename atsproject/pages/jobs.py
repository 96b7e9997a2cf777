"""Pages of jobs: the list, one job with its ranked candidates, comparison, matches, requirements."""

from dataclasses import replace
from datetime import date
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST
from rest_framework.exceptions import APIException

from analyses.matches import matches
from analyses.models import Analysis, Decision
from analyses.ranking import RankingFilter, compare, ranking
from analyses.services import await_reading, request_analysis
from atsproject.pages.acting import act, page_of, sentences
from atsproject.pages.blind import code_name, is_masked, works_blind
from atsproject.pages.breakdown import LABELS, breakdown
from atsproject.pages.export import ranking_csv, ranking_workbook
from feedback.trail import log_event
from jobs.models import Job, Requirement
from jobs.services import create_job, current_job, delete_job, select_job, update_job, update_requirements
from resumes.models import Resume
from resumes.services import add_resume

MOST_FILES = 100
SORTS = {"score": "-overall_score", "name": "candidate_name", "newest": "-created_at"}


def jobs(request: HttpRequest) -> HttpResponse:
    """Every job, the newest first; ``q`` searches company and role."""
    rows = Job.objects.with_analysis_count()
    words = request.GET.get("q", "").strip()
    if words:
        rows = rows.search(words)
    chosen = current_job(request.user)
    return render(request, "pages/jobs.html", {"page": page_of(request, rows), "q": words, "current": chosen})


def job_new(request: HttpRequest) -> HttpResponse:
    """Describe a job; what it asks for is read from the description."""
    if not request.user.has_perm("jobs.add_job"):
        raise PermissionDenied("Your role does not include opening jobs.")
    names = ("job_description", "company_name", "role_name")
    fields: dict[str, Any] = {name: request.POST.get(name, "") for name in names}
    if request.method == "POST":
        try:
            job = create_job(by=request.user, **fields)
        except APIException as error:
            return render(request, "pages/job_new.html", {**fields, "error": sentences(error)}, status=400)
        messages.success(request, f"Read {job.requirements.count()} requirements. Check them.", extra_tags="good")
        return redirect("edit-requirements", job.pk)
    return render(request, "pages/job_new.html", fields)


def job_page(request: HttpRequest, job_id: str) -> HttpResponse:
    """One job: description, requirements, files being worked on, and the ranked list."""
    job = get_object_or_404(Job, pk=job_id)
    page = page_of(request, _chosen(request, job))
    for rank, row in enumerate(page.object_list, start=page.start_index() or 1):
        row.rank, row.parts = rank, breakdown(row.result)
    return render(
        request,
        "pages/job.html",
        {
            "job": job,
            "requirements": job.requirements.all(),
            "page": page,
            **_progress(job),
            "current": current_job(request.user),
            "decisions": Decision.Choice.choices,
            "labels": LABELS,
            "blind": job.blind_mode or works_blind(request),
        },
    )


def _chosen(request: HttpRequest, job: Job) -> Any:
    """The ranked list as the address filters, searches and sorts it."""
    chosen = RankingFilter()
    asked = request.GET
    try:
        if asked.get("min_score"):
            chosen = replace(chosen, min_score=float(asked["min_score"]))
        if asked.get("since"):
            chosen = replace(chosen, since=date.fromisoformat(asked["since"]))
    except ValueError:
        messages.error(request, "The filter was not understood and is left out.", extra_tags="bad")
    if asked.get("decision") in {*Decision.Choice.values, "none"}:
        chosen = replace(chosen, decision=asked["decision"])
    rows = ranking(job=job, chosen=replace(chosen, must_haves_met=asked.get("must_haves") == "met"))
    if asked.get("q") and not (works_blind(request) or job.blind_mode):
        rows = rows.filter(candidate_name__icontains=asked["q"])
    if asked.get("sort") in SORTS:
        rows = rows.order_by(SORTS[asked["sort"]], "pk")
    return rows.select_related("job")


def _files(job: Job) -> list[dict[str, Any]]:
    """Analyses of the job on their way or failed, newest first: what the progress list shows."""
    waiting = Analysis.objects.filter(job=job).exclude(status=Analysis.Status.DONE).light().select_related("resume")
    return [
        {
            "pk": row.pk,
            "file": row.resume.original_filename if row.resume else "",
            "resume_id": row.resume_id,
            "status": row.status,
            "word": row.get_status_display(),
            "error": row.error,
        }
        for row in waiting[:MOST_FILES]
    ]


def _progress(job: Job) -> dict[str, Any]:
    """The list, and whether any of it still moves: only then does the page ask again."""
    files = _files(job)
    return {"files": files, "working": any(row["status"] in ("queued", "running") for row in files)}


def job_progress(request: HttpRequest, job_id: str) -> HttpResponse:
    """The progress list alone, for polling; asks for the whole page once nothing is on its way."""
    job = get_object_or_404(Job, pk=job_id)
    progress = _progress(job)
    response = render(
        request, "pages/parts/progress.html", {"job": job, "blind": job.blind_mode or works_blind(request), **progress}
    )
    if not progress["working"]:
        response["HX-Refresh"] = "true"
    return response


@require_POST
def job_upload(request: HttpRequest, job_id: str) -> HttpResponse:
    """Take in resumes for a job and have each analysed."""
    job = get_object_or_404(Job, pk=job_id)
    if not request.user.has_perm("resumes.add_resume"):
        raise PermissionDenied("Your role does not include adding resumes.")
    files = request.FILES.getlist("files")[:MOST_FILES]
    told = [_take(request, job, file) for file in files]
    if not told:
        messages.error(request, "Choose one or more PDF files first.", extra_tags="bad")
    for good, text in told:
        messages.add_message(request, messages.SUCCESS if good else messages.ERROR, text, "good" if good else "bad")
    return redirect("job", job.pk)


def _take(request: HttpRequest, job: Job, file: Any) -> tuple[bool, str]:
    """One file's fate, in a sentence; a bad one never stops the rest."""
    name = str(file.name)
    try:
        taken = add_resume(file=file, filename=name, by=request.user)
        again = " (already in the library)" if taken.duplicate else ""
        if taken.resume.status == Resume.Status.OCR_QUEUED:
            await_reading(job=job, resume=taken.resume, by=request.user)
            return True, f"{name}{again}: a scan; its text is being recognised, then it is analysed."
        analysis = request_analysis(job=job, resume=taken.resume, by=request.user, wait=False)
    except APIException as error:
        return False, f"{name}: {sentences(error)}"
    return True, f"{name}{again}: {analysis.get_status_display().lower()}."


@require_POST
def job_act(request: HttpRequest, job_id: str) -> HttpResponse:
    """Make the job the current one, change how it is worked on, or delete it."""
    job = get_object_or_404(Job, pk=job_id)
    what = request.POST.get("do", "")
    back = reverse("job", args=[job.pk])

    def select() -> str:
        select_job(job=job, by=request.user)
        return f"You are now working on {job}."

    def blind() -> str:
        update_job(job=job, by=request.user, blind_mode=not job.blind_mode)
        return "Names are hidden for everybody." if not job.blind_mode else "Names are shown."

    def delete() -> str:
        delete_job(job=job, cascade=True, by=request.user)
        return "The job, its analyses and the feedback on them are deleted."

    choices = {
        "select": ("jobs.view_job", select, back),
        "blind": ("jobs.change_job", blind, back),
        "delete": ("jobs.delete_job", delete, reverse("jobs")),
    }
    if what not in choices:
        raise Http404
    permission, do, target = choices[what]
    return act(request, permission, do, target)


def job_requirements(request: HttpRequest, job_id: str) -> HttpResponse:
    """Edit what the job asks for: one row a requirement, empty rows to add, a tick to remove."""
    job = get_object_or_404(Job, pk=job_id)
    if request.method == "POST":
        if not request.user.has_perm("jobs.change_job"):
            raise PermissionDenied("Your role does not include changing requirements.")
        try:
            saved = update_requirements(job=job, rows=_posted_rows(request), by=request.user)
        except APIException as error:
            messages.error(request, sentences(error), extra_tags="bad")
            return redirect("edit-requirements", job.pk)
        messages.success(request, f"Saved as version {saved.version}. Earlier analyses keep theirs.", extra_tags="good")
        return redirect("job", job.pk)
    context = {"job": job, "rows": job.requirements.all(), "kinds": Requirement.Kind.choices, "blank": range(3)}
    return render(request, "pages/job_requirements.html", context)


def _posted_rows(request: HttpRequest) -> list[dict[str, Any]]:
    """Rows of the form; those ticked for removal and those left empty are dropped."""
    columns = {name: request.POST.getlist(name) for name in ("id", "text", "kind", "weight", "years", "level")}
    must, gone, unscored = (set(request.POST.getlist(name)) for name in ("must_have", "remove", "unscored"))
    rows = []
    for place, values in enumerate(zip(*columns.values(), strict=False)):
        row: dict[str, Any] = dict(zip(columns, values, strict=True))
        key = str(place)
        if key in gone or not row["text"].strip():
            continue
        row |= {"id": row["id"] or None, "years": row["years"] or None, "weight": row["weight"] or 1}
        rows.append({**row, "must_have": key in must, "scorable": key not in unscored})
    return rows


def job_compare(request: HttpRequest, job_id: str) -> HttpResponse:
    """Up to five candidates side by side."""
    job = get_object_or_404(Job, pk=job_id)
    try:
        table = compare(job=job, analysis_ids=request.GET.getlist("analysis"))
    except APIException as error:
        messages.error(request, sentences(error), extra_tags="bad")
        return redirect("job", job.pk)
    for row in table["candidates"]:
        if is_masked(request, job=job, decided=bool(row["decision"])):
            row["candidate_name"] = code_name(row["resume_id"])
    for line in table["requirements"]:
        line["row"] = [line["cells"].get(c["analysis_id"]) for c in table["candidates"]]
    return render(request, "pages/job_compare.html", {"job": job, **table})


def job_matches(request: HttpRequest, job_id: str) -> HttpResponse:
    """The best resumes of the whole library for the job, analysed or not."""
    job = get_object_or_404(Job, pk=job_id)
    if request.method == "POST":
        resume = get_object_or_404(Resume, pk=request.POST.get("resume_id", ""))

        def analyse() -> str:
            request_analysis(job=job, resume=resume, by=request.user)
            return "Analysed. It stands in the ranked list now."

        return act(request, "analyses.add_analysis", analyse, reverse("library-matches", args=[job.pk]))
    found = matches(job=job, limit=20)
    blind = works_blind(request) or job.blind_mode
    rows = [(code_name(m.resume_id) if blind else m.candidate_name or m.resume_id, m) for m in found]
    return render(request, "pages/job_matches.html", {"job": job, "rows": rows})


def job_export(request: HttpRequest, job_id: str, kind: str) -> FileResponse:
    """The ranked list as a workbook or CSV, filtered as on the page."""
    job = get_object_or_404(Job, pk=job_id)
    if not request.user.has_perm("analyses.view_analysis"):
        raise PermissionDenied("Your role does not include exports.")
    rows = list(_chosen(request, job))
    make = {"xlsx": ranking_workbook, "csv": ranking_csv}[kind]
    log_event(request.user, "export", request.user, what=f"ranking of {job.pk}", rows=len(rows))
    return FileResponse(make(request, rows), as_attachment=True, filename=f"ranking-{job.pk}.{kind}")
