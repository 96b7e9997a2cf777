"""The page of one analysis: what was found, where it stands on the page, and what people say of it."""

import secrets
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from analyses.models import Analysis, Decision
from analyses.questions import ask
from analyses.services import decide, request_analysis
from atsproject.pages.acting import act
from atsproject.pages.blind import analysis_is_masked, code_name
from atsproject.pages.breakdown import LABELS, breakdown
from atsproject.pages.page_image import marked_pages
from atsproject.pages.timeline import timeline
from feedback.models import Feedback
from feedback.services import submit_feedback
from feedback.similar import SearchUnavailable, similar_feedback
from feedback.training.promotion import feedback_behind
from resumes.models import Resume

FEW = 4


def analysis_page(request: HttpRequest, analysis_id: str) -> HttpResponse:
    """Everything about one analysis."""
    analysis = get_object_or_404(Analysis.objects.select_related("job", "resume", "embedding_model"), pk=analysis_id)
    result = analysis.result or {}
    masked = analysis_is_masked(request, analysis)
    resume = analysis.resume
    run, behind = feedback_behind(analysis)
    return render(
        request,
        "pages/analysis.html",
        {
            "analysis": analysis,
            "result": result,
            "masked": masked,
            "name": code_name(analysis.resume_id) if masked else analysis.candidate_name or analysis.resume_id,
            "parts": breakdown(result),
            "labels": LABELS,
            "pages": marked_pages(resume, result) if resume and not masked else [],
            "timeline": timeline(result.get("profile") or {}),
            "decisions": Decision.objects.filter(
                analysis__job=analysis.job_id, analysis__resume=analysis.resume_id
            ).select_related("decided_by")
            if analysis.job_id and analysis.resume_id
            else analysis.decisions.select_related("decided_by"),
            "choices": Decision.Choice.choices,
            "questions": analysis.questions.select_related("asked_by")[:10],
            "given": Feedback.objects.given().filter(analysis=analysis).select_related("created_by")[:20],
            "similar": _similar(request, analysis),
            "versions": Resume.objects.versions_of(resume).light() if resume else [],
            "others": Analysis.objects.filter(resume=analysis.resume_id, resume__isnull=False)
            .exclude(pk=analysis.pk)
            .light()
            .select_related("job")[:FEW],
            "run": run,
            "behind": behind,
        },
    )


def _similar(request: HttpRequest, analysis: Analysis) -> list[dict[str, Any]]:
    """Past feedback near to what this analysis says; none where no index can be reached."""
    text = analysis.hiring_recommendation
    if not text:
        return []
    try:
        found = similar_feedback(query=text, by=request.user, n_results=FEW + 1).results
    except SearchUnavailable:
        return []
    return [row for row in found if row["analysis_id"] != analysis.pk][:FEW]


@require_POST
def analysis_act(request: HttpRequest, analysis_id: str) -> HttpResponse:
    """Decide, ask, judge a claim, or run the analysis again."""
    analysis = get_object_or_404(Analysis.objects.select_related("job", "resume"), pk=analysis_id)
    back = reverse("analysis", args=[analysis.pk])
    data = request.POST

    def decided() -> str:
        word = decide(analysis=analysis, decision=data.get("decision", ""), reason=data.get("reason", ""), by=by)
        return f"Recorded: {word.get_decision_display().lower()}."

    def asked() -> str:
        return ask(analysis=analysis, question=data.get("question", ""), by=by).response

    def judged() -> str:
        submit_feedback(by=by, source="page", **_feedback_fields(request, analysis))
        return "Thank you: your feedback is kept and will be learned from."

    def again() -> str:
        if analysis.job is None or analysis.resume is None:
            raise Http404
        request_analysis(job=analysis.job, resume=analysis.resume, by=by, rerun=True)
        return "Analysed again. The earlier analysis is kept."

    by = request.user
    choices = {
        "decide": ("analyses.decide_analysis", decided, back),
        "ask": ("analyses.add_question", asked, back + "#ask"),
        "feedback": ("feedback.add_feedback", judged, back),
        "again": ("analyses.add_analysis", again, reverse("job", args=[analysis.job_id]) if analysis.job_id else back),
    }
    if data.get("do") not in choices:
        raise Http404
    permission, do, target = choices[data["do"]]
    return act(request, permission, do, target)


def _feedback_fields(request: HttpRequest, analysis: Analysis) -> dict[str, Any]:
    """A complete row of feedback from what one gesture on the page sent."""
    data = request.POST
    about = data.get("requirement_id", "")
    found = next((r for r in (analysis.result or {}).get("requirements", []) if str(r["id"]) == about), None)
    words = data.get("words", "").strip()
    verdict = data.get("verdict", "")
    rating = {"right": 5, "wrong": 1, "missing": 2}.get(verdict) or data.get("rating", "")
    said = found["text"] if found else analysis.hiring_recommendation
    return {
        "interaction_id": f"page-{secrets.token_hex(8)}",
        "kind": "requirement" if found else ("fit" if data.get("about") == "fit" else "analysis"),
        "requirement_id": about if found else "",
        "query": found["text"] if found else "How good is this analysis?" if data.get("about") != "fit" else FIT,
        "response": found["reason"] if found else analysis.hiring_recommendation or "No recommendation",
        "rating": rating,
        "correct_points": [said] if verdict == "right" else [],
        "incorrect_points": [said] if verdict == "wrong" else [],
        "missing_points": [words] if verdict == "missing" and words else [],
        "ideal_response": words if verdict != "missing" else "",
        "analysis_id": analysis.pk,
    }


FIT = "How well does this candidate fit the job?"
