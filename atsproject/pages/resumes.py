"""Pages of the resume library."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Q
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST
from rest_framework.exceptions import APIException

from analyses.blindness.rule import open_jobs
from analyses.models import Analysis
from analyses.services import request_analysis
from atsproject.pages.acting import act, page_of, sentences
from atsproject.pages.bars import can_be_barred
from atsproject.pages.blind import conceal, cover, resume_is_masked, shown_file, works_blind
from feedback.trail import log_event
from jobs.services import current_job
from resumes.models import Resume
from resumes.services import add_resume, delete_resume, read_resume

MOST_FILES = 100


def resumes(request: HttpRequest) -> HttpResponse:
    """The library, the newest first; ``q`` searches names, files and the text."""
    # Any: the type checker knows no annotation made beside a queryset method.
    rows: Any = Resume.objects.light().annotate(analysis_count=Count("analyses", distinct=True))
    asked = request.GET
    words = asked.get("q", "").strip()
    blind = works_blind(request)
    if words:
        rows = rows.filter(_found(words, hidden=cover(request).hiding()))
    if asked.get("status") in Resume.Status.values:
        rows = rows.filter(status=asked["status"])
    if asked.get("versions") != "all":
        rows = rows.leading()
    page = page_of(request, rows.order_by("-uploaded_at", "pk"))
    for row in page.object_list:
        row.shown = shown_file(request, row, row.candidate_name)
    conceal(request, page.object_list)
    context = {"page": page, "q": words, "statuses": Resume.Status.choices, "blind": blind}
    return render(request, "pages/resumes.html", context)


def _found(words: str, *, hidden: Q) -> Q:
    """Resumes whose name, file or text holds the words; of a hidden candidate only what says nothing of who it is."""
    named = Q(candidate_name__icontains=words) | Q(original_filename__icontains=words)
    # Any: the type checker takes a negated condition for something else.
    shown: Any = ~hidden
    found: Q = (shown & (named | Q(text__icontains=words))) | (hidden & ~named & Q(digest__text__icontains=words))
    return found


@require_POST
def resumes_upload(request: HttpRequest) -> HttpResponse:
    """Store resumes without analysing them."""
    if not request.user.has_perm("resumes.add_resume"):
        raise PermissionDenied("Your role does not include adding resumes.")
    for file in request.FILES.getlist("files")[:MOST_FILES]:
        try:
            taken = add_resume(file=file, filename=str(file.name), by=request.user)
        except APIException as error:
            messages.error(request, f"{file.name}: {sentences(error)}", extra_tags="bad")
            continue
        if taken.resume.status == Resume.Status.UNREADABLE:
            messages.error(request, f"{file.name}: kept, but {taken.resume.error}", extra_tags="bad")
        else:
            word = "already in the library" if taken.duplicate else taken.resume.get_status_display().lower()
            messages.success(request, f"{file.name}: {word}.", extra_tags="good")
    return redirect("resumes")


def resume_page(request: HttpRequest, resume_id: str) -> HttpResponse:
    """One resume: what was read, its text, its versions and analyses."""
    resume = get_object_or_404(Resume, pk=resume_id)
    masked = resume_is_masked(request, resume)
    visible = bool(resume.file) and (not masked or can_be_barred(resume, cover(request).mask(resume.pk)))
    conceal(request, [resume])
    return render(
        request,
        "pages/resume.html",
        {
            "resume": resume,
            "masked": masked,
            "name": shown_file(request, resume, resume.candidate_name),
            "waiting_jobs": open_jobs(resume, everything=works_blind(request)) if masked else [],
            "profile": resume.profile or {},
            "versions": conceal(request, Resume.objects.versions_of(resume).light()),
            "analyses": Analysis.objects.filter(resume=resume).with_decision().light().select_related("job"),
            "current": current_job(request.user),
            "page_numbers": range(1, min(resume.page_count, 10) + 1) if visible else [],
        },
    )


def resume_pdf(request: HttpRequest, resume_id: str) -> FileResponse:
    """The original file, as an attachment."""
    resume = get_object_or_404(Resume.objects.light(), pk=resume_id)
    if not request.user.has_perm("resumes.download_resume") or resume_is_masked(request, resume):
        raise PermissionDenied("The original is hidden while the candidate is, or your role does not include it.")
    if not resume.file:
        raise Http404
    log_event(resume, "download", request.user)
    name = resume.original_filename or f"{resume.pk}.pdf"
    response = FileResponse(resume.file.open("rb"), as_attachment=True, filename=name, content_type="application/pdf")
    response["X-Content-Type-Options"] = "nosniff"
    return response


@require_POST
def resume_act(request: HttpRequest, resume_id: str) -> HttpResponse:
    """Analyse for the current job, read again, or delete."""
    resume = get_object_or_404(Resume, pk=resume_id)
    back = reverse("resume", args=[resume.pk])

    def analyse() -> str:
        job = current_job(request.user)
        if job is None:
            raise Http404
        found = request_analysis(job=job, resume=resume, by=request.user)
        return f"Analysed for {job}: {found.hiring_recommendation or found.error}"

    def again() -> str:
        read_resume(resume=resume, by=request.user)
        return "Read again."

    def delete() -> str:
        delete_resume(resume=resume, cascade=True, by=request.user)
        return "The resume, its file, its analyses and the feedback on them are deleted."

    choices: dict[str, Any] = {
        "analyse": ("analyses.add_analysis", analyse, back),
        "read": ("resumes.change_resume", again, back),
        "delete": ("resumes.delete_resume", delete, reverse("resumes")),
    }
    if request.POST.get("do") not in choices:
        raise Http404
    permission, do, target = choices[request.POST["do"]]
    return act(request, permission, do, target)
