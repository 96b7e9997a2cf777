"""The best resumes of the whole library for a job, and having them analysed."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from analyses.errors import ResumeNotReady
from analyses.matches import matches
from analyses.services import request_analysis
from atsproject.pages.acting import act
from atsproject.pages.blind import shown_names
from atsproject.pages.ranked import is_blind
from jobs.models import Job
from resumes.models import Resume

FOUND = 20


def job_matches(request: HttpRequest, job_id: str) -> HttpResponse:
    """The best of the library, analysed for this version of the job or not."""
    job = get_object_or_404(Job, pk=job_id)
    if request.method == "POST":
        return _analyse(request, job)
    if "found" not in request.GET:  # looking through the library takes a second: the page is there before it is done
        return render(request, "pages/job_matches.html", {"job": job, "looking": True})
    found = matches(job=job, limit=FOUND)
    # A job in blind mode hides whom it has no analysis of, too.
    people = {match.resume_id: match.candidate_name or match.filename for match in found}
    names = shown_names(request, people, blind=is_blind(request, job))
    rows = [(names[match.resume_id], match) for match in found]
    new = sum(match.analysis_id is None for match in found)
    return render(request, "pages/job_matches.html", {"job": job, "rows": rows, "new": new})


def _analyse(request: HttpRequest, job: Job) -> HttpResponse:
    """One resume by its own button (``only``), or all that are ticked. Tasks do it; the job's page shows how far."""
    keys = [request.POST["only"]] if request.POST.get("only") else request.POST.getlist("resume_id")
    found = Resume.objects.filter(pk__in=keys, status=Resume.Status.READY)

    def begin() -> str:
        for resume in found:
            request_analysis(job=job, resume=resume, by=request.user, wait=False)
        if not found:
            raise ResumeNotReady("Select one or more resumes first.")
        who = "1 resume is" if len(found) == 1 else f"{len(found)} resumes are"
        return f"{who} analysed for this job. You can leave this page; it goes on."

    back = "library-matches" if len(keys) == 1 else "job"
    return act(request, "analyses.add_analysis", begin, reverse(back, args=[job.pk]))
