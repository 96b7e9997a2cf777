"""Pages of the resume library."""

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import PermissionDenied
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
from atsproject.pages.library_search import Search, name_rows, search_of
from feedback.trail import log_event
from jobs.models import Job
from jobs.services import current_job
from resumes.hiding import HiddenCandidate
from resumes.models import Resume, Tag
from resumes.same_person import STAYS_HIDDEN, not_same_person, same_person
from resumes.services import add_resume, read_again
from resumes.tagging import tag_resumes, untag_resumes

MOST_FILES = 100
MOST_JOBS = 200
LINKED_BY = {
    "by_hand": "linked by hand",
    "email": "same e-mail",
    "phone": "same phone",
    "employer": "same name and employer",
}


def resumes(request: HttpRequest) -> HttpResponse:
    """The library: searched by words or by meaning, narrowed by skill, date, reading and tag."""
    search = search_of(request)
    page = page_of(request, search.rows)
    name_rows(request, page, search)
    context = {
        "page": page,
        "search": search,
        "asked": request.GET,
        "statuses": Resume.Status.choices,
        "levels": ("good", "fair", "poor"),
        "tags": Tag.objects.all(),
        "jobs": Job.objects.only("job_id", "role_name", "company_name")[:MOST_JOBS],
        "blind": works_blind(request),
        **_handed_in(request),
    }
    return render(request, "pages/resumes.html", context)


def _handed_in(request: HttpRequest) -> dict[str, Any]:
    """What the upload before brought, file by file, and whether one is still being read. The address names them, so
    that a reload shows them again."""
    known = request.GET.getlist("known")
    wanted = (request.GET.getlist("added") + known)[:MOST_FILES]
    rows: list[Any] = list(Search.prepared(Resume.objects.filter(pk__in=wanted))) if wanted else []
    name_rows(request, rows, Search(rows=rows))
    for row in rows:
        row.known = row.pk in known
    unread = (Resume.Status.QUEUED, Resume.Status.OCR_QUEUED)
    return {"handed_in": rows, "reading": any(row.status in unread for row in rows)}


def resumes_handed_in(request: HttpRequest) -> HttpResponse:
    """The upload's files alone, for polling while one is still being read."""
    return render(request, "pages/resumes/handed_in.html", _handed_in(request))


@require_POST
def resumes_upload(request: HttpRequest) -> HttpResponse:
    """Store resumes without analysing them; they are read in the background."""
    if not request.user.has_perm("resumes.add_resume"):
        raise PermissionDenied("Your role does not include adding resumes.")
    taken: list[tuple[str, str]] = []
    for file in request.FILES.getlist("files")[:MOST_FILES]:
        try:
            intake = add_resume(file=file, filename=str(file.name), by=request.user, wait=False)
        except APIException as error:
            messages.error(request, f"{file.name} was not added: {sentences(error)}", extra_tags="bad")
            continue
        taken.append(("known" if intake.duplicate else "added", intake.resume.pk))
    return redirect(f"{reverse('resumes')}?{urlencode(taken)}" if taken else reverse("resumes"))


def resume_page(request: HttpRequest, resume_id: str) -> HttpResponse:
    """One resume: what was read, its text, its versions and analyses."""
    resume = get_object_or_404(Resume, pk=resume_id)
    masked = resume_is_masked(request, resume)
    visible = bool(resume.file) and (not masked or can_be_barred(resume, cover(request).mask(resume.pk)))
    conceal(request, [resume])
    context = {
        "resume": resume,
        "masked": masked,
        "name": shown_file(request, resume, resume.candidate_name),
        "waiting_jobs": open_jobs(resume, everything=works_blind(request)) if masked else [],
        "profile": resume.profile or {},
        "versions": _versions(request, resume),
        "kept_apart": [] if masked else _kept_apart(request, resume),
        "analyses": Analysis.objects.filter(resume=resume).with_decision().light().select_related("job"),
        "tags": resume.tags.all(),
        "current": current_job(request.user),
        "jobs": Job.objects.only("job_id", "role_name", "company_name")[:MOST_JOBS],
        "page_numbers": range(1, min(resume.page_count, 10) + 1) if visible else [],
    }
    return render(request, "pages/resume.html", context)


def _versions(request: HttpRequest, resume: Resume) -> list[Resume]:
    """All versions of the resume, each with why it is taken for one (``why``)."""
    from resumes import persons  # word lists, which no other page of these needs

    reasons = persons.link_reasons(resume)
    versions = list(conceal(request, Resume.objects.versions_of(resume).light()))
    for version in versions:
        version.why = [LINKED_BY[kind] for kind in reasons.get(version.pk, ())]
    return versions


def _kept_apart(request: HttpRequest, resume: Resume) -> list[Resume]:
    """Resumes that somebody said are another person's, who may bear the same surname: not for a hidden candidate."""
    from resumes import persons

    return list(conceal(request, Resume.objects.light().filter(pk__in=persons.ruled(resume.pk, same=False))))


def resume_pdf(request: HttpRequest, resume_id: str) -> FileResponse:
    """The original file, as an attachment."""
    resume = get_object_or_404(Resume.objects.light(), pk=resume_id)
    if not request.user.has_perm("resumes.download_resume") or resume_is_masked(request, resume):
        raise PermissionDenied("The original is hidden while the candidate is, or your role does not include it.")
    if not resume.file:
        raise Http404
    log_event(resume, "download", request.user)
    name = resume.download_name
    response = FileResponse(resume.file.open("rb"), as_attachment=True, filename=name, content_type="application/pdf")
    response["X-Content-Type-Options"] = "nosniff"
    return response


@require_POST
def resume_act(request: HttpRequest, resume_id: str) -> HttpResponse:
    """Analyse for a job (the current one where none is named), read again, tag, untag, or say whose a file is."""
    resume = get_object_or_404(Resume, pk=resume_id)
    if request.POST.get("do") not in ACTS:
        raise Http404
    permission, do = ACTS[request.POST["do"]]
    return act(request, permission, lambda: do(request, resume), reverse("resume", args=[resume.pk]))


def _analyse(request: HttpRequest, resume: Resume) -> str:
    asked = request.POST.get("job")
    job = get_object_or_404(Job, pk=asked) if asked else current_job(request.user)
    if job is None:
        raise Http404
    found = request_analysis(job=job, resume=resume, by=request.user)
    return f"Analysed for {job}: {found.hiring_recommendation or found.error}"


def _read_again(request: HttpRequest, resume: Resume) -> str:
    after = read_again(resume=resume, by=request.user)
    return "The file was read again." if after.finished_at else "The file is being read again. Reload in a moment."


def _tag(request: HttpRequest, resume: Resume) -> str:
    names = tag_resumes(resumes=[resume], names=request.POST.get("tag", "").split(","), by=request.user)
    return f"Tagged {', '.join(names)}."


def _untag(request: HttpRequest, resume: Resume) -> str:
    names = untag_resumes(resumes=[resume], names=[request.POST.get("tag", "")], by=request.user)
    return f"Removed the tag {', '.join(names)}." if names else "There was no such tag."


def _same_person(request: HttpRequest, resume: Resume) -> str:
    other = get_object_or_404(Resume.objects.light(), pk=request.POST.get("other", ""))
    same_person(resumes=[resume, other], by=request.user)
    return "Linked as files of one person; the newest leads."


def _not_same_person(request: HttpRequest, resume: Resume) -> str:
    other = get_object_or_404(Resume.objects.light(), pk=request.POST.get("other", ""))
    if resume_is_masked(request, resume):
        raise HiddenCandidate(STAYS_HIDDEN)
    not_same_person(resume=resume, other=other, by=request.user)
    return "The two files are kept apart from now on, as two people's."


ACTS = {
    "analyse": ("analyses.add_analysis", _analyse),
    "read": ("resumes.change_resume", _read_again),
    "tag": ("resumes.change_resume", _tag),
    "untag": ("resumes.change_resume", _untag),
    "same-person": ("resumes.change_resume", _same_person),
    "not-same-person": ("resumes.change_resume", _not_same_person),
}
