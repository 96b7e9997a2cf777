"""What is done with a job's ranked list: decide on several, order by hand, compare, export, see how it moved."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.views.decorators.http import require_POST
from rest_framework.exceptions import APIException

from analyses.models import Analysis
from analyses.moves import moves_by_version, stale_counts
from analyses.ranking import MOST_COMPARED, compare
from analyses.services import decide_all
from atsproject.pages.acting import act, sentences
from atsproject.pages.blind import cover, shown_names
from atsproject.pages.breakdown import breakdown
from atsproject.pages.export import ranking_csv, ranking_workbook
from atsproject.pages.ranked import chosen_rows, is_blind
from feedback.orders import forget_order, keep_order
from feedback.trail import log_event
from jobs.models import Job


def _back(request: HttpRequest, job: Job) -> str:
    """The list as it was looked at; the job's page where the form does not say."""
    asked = request.POST.get("back", "")
    return asked if url_has_allowed_host_and_scheme(asked, None) else reverse("job", args=[job.pk])


@require_POST
def job_bulk(request: HttpRequest, job_id: str) -> HttpResponse:
    """Compare the ticked candidates, or record one decision with one reason on all of them."""
    job = get_object_or_404(Job, pk=job_id)
    chosen = request.POST.getlist("analysis")
    if request.POST.get("do") == "compare":
        query = urlencode({"analysis": chosen}, doseq=True)
        return redirect(f"{reverse('compare-candidates', args=[job.pk])}?{query}")

    def record() -> str:
        found = Analysis.objects.ranked(job.pk).filter(pk__in=chosen).light()
        made = decide_all(
            analyses=list(found),
            decision=request.POST.get("decision", ""),
            reason=request.POST.get("reason", ""),
            by=request.user,
        )
        return f"{made[0].get_decision_display()}: {len(made)}. The reason is kept with each."

    return act(request, "analyses.decide_analysis", record, _back(request, job))


@require_POST
def job_order(request: HttpRequest, job_id: str) -> HttpResponse:
    """Keep the user's own order of the list as feedback, or take it back."""
    job = get_object_or_404(Job, pk=job_id)
    home = reverse("job", args=[job.pk])

    def keep() -> str:
        asked = request.POST.getlist("analysis")
        moved = keep_order(job=job, analysis_ids=asked, shown=request.POST.get("shown", "score"), by=request.user)
        if not moved:
            return "This is the order by score; nothing was moved."
        who = "1 candidate" if moved == 1 else f"{moved} candidates"
        return f"Order saved, with feedback on the {who} you moved. Scores do not change."

    def forget() -> str:
        forget_order(job=job, by=request.user)
        return "Your order was reset, and its feedback removed."

    if request.POST.get("do") == "forget":
        return act(request, "feedback.add_feedback", forget, f"{home}#ranking")
    return act(request, "feedback.add_feedback", keep, f"{home}?sort=mine#ranking")


def job_compare(request: HttpRequest, job_id: str) -> HttpResponse:
    """Up to five candidates side by side; ``only=differences`` leaves out what is the same for all."""
    job = get_object_or_404(Job, pk=job_id)
    asked = request.GET.getlist("analysis")
    try:
        table = compare(job=job, analysis_ids=asked)
    except APIException as error:
        told = (
            f"Select up to {MOST_COMPARED} candidates to compare."
            if not 1 <= len(asked) <= MOST_COMPARED
            else sentences(error)
        )
        messages.error(request, told, extra_tags="bad")
        return redirect("job", job.pk)
    table = cover(request).comparison(table)
    nameless = {row["resume_id"]: "" for row in table["candidates"] if not row["candidate_name"]}
    names = shown_names(request, nameless, blind=False)
    results = Analysis.objects.in_bulk(asked)
    for row in table["candidates"]:
        row["candidate_name"] = row["candidate_name"] or names[row["resume_id"]]
        row["parts"] = breakdown(results[row["analysis_id"]].result)
    lines = [_line(line, table["candidates"]) for line in table["requirements"]]
    only = request.GET.get("only") == "differences"
    table["requirements"] = [line for line in lines if line["differs"] or not only]
    picked = urlencode({"analysis": asked}, doseq=True)
    shown = {"job": job, "only": only, "same": sum(not line["differs"] for line in lines), "picked": picked}
    return render(request, "pages/job_compare.html", {**shown, **table})


def _line(line: dict[str, Any], candidates: list[dict[str, Any]]) -> dict[str, Any]:
    """A requirement with its cells in the order of the candidates, the best marked where they differ."""
    cells = [line["cells"].get(candidate["analysis_id"]) for candidate in candidates]
    differs = len({cell["status"] if cell else None for cell in cells}) > 1
    best = max((cell["score"] or 0.0 for cell in cells if cell), default=0.0)
    row = [
        (who, cell, differs and bool(cell) and cell["score"] == best)
        for who, cell in zip(candidates, cells, strict=True)
    ]
    return {**line, "row": row, "differs": differs}


def job_moves(request: HttpRequest, job_id: str) -> HttpResponse:
    """How places moved since the job's earlier versions, and since the ranking learned from ratings."""
    job = get_object_or_404(Job, pk=job_id)
    moved = moves_by_version(job)
    people = {found.move.resume_id: found.candidate_name for found in moved}
    names = shown_names(request, people, blind=is_blind(request, job))
    moves = [(names[found.move.resume_id], found) for found in moved]
    return render(request, "pages/job_moves.html", {"job": job, "moves": moves, "stale": stale_counts(job)})


def job_export(request: HttpRequest, job_id: str, kind: str) -> FileResponse:
    """The ranked list as a workbook or CSV, filtered as on the page."""
    job = get_object_or_404(Job, pk=job_id)
    if not request.user.has_perm("analyses.view_analysis"):
        raise PermissionDenied("Your role does not include exports.")
    rows = list(chosen_rows(request, job))
    make = {"xlsx": ranking_workbook, "csv": ranking_csv}[kind]
    log_event(request.user, "export", request.user, what=f"ranking of {job.pk}", rows=len(rows))
    return FileResponse(make(request, rows), as_attachment=True, filename=f"ranking-{job.pk}.{kind}")
