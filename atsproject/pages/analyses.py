"""The page of one analysis: what was found, where it stands on the page, and what people say of it."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_POST
from rest_framework.exceptions import APIException

from analyses.models import Analysis
from analyses.questions import ask
from analyses.services import decide, request_analysis
from atsproject.pages import analysis_parts as parts
from atsproject.pages.acting import act, fragment, number, sentences
from atsproject.pages.blind import conceal
from feedback.claims import judge_claim, own_verdicts
from feedback.models import Feedback
from feedback.training.promotion import feedback_behind

LONGEST_LOOK = 86_400.0  # seconds
WITH_ALL = Analysis.objects.with_file_name().select_related("job", "resume", "embedding_model")


def analysis_page(request: HttpRequest, analysis_id: str) -> HttpResponse:
    """Everything about one analysis."""
    analysis = parts.covered(request, get_object_or_404(WITH_ALL, pk=analysis_id))
    return render(request, "pages/analysis.html", parts.whole_page(request, analysis))


def analysis_similar(request: HttpRequest, analysis_id: str) -> HttpResponse:
    """The part of the page that shows similar feedback: a search, so the page asks for it once it stands."""
    analysis = get_object_or_404(Analysis.objects.select_related("job"), pk=analysis_id)
    context = {"similar": parts.similar(request, analysis), "analysis": analysis}
    return fragment(request, "pages/analysis/similar.html", context, "Similar past feedback")


def analysis_behind(request: HttpRequest, analysis_id: str) -> HttpResponse:
    """The part of the page that names the feedback behind the score."""
    analysis = get_object_or_404(Analysis, pk=analysis_id)
    run, keys = feedback_behind(analysis)
    rows = conceal(request, Feedback.objects.filter(pk__in=keys[:50]).select_related("job", "analysis"))
    context = {"run": run, "rows": rows, "count": len(keys)}
    return fragment(request, "pages/analysis/behind.html", context, "Feedback behind this score")


@require_POST
def analysis_act(request: HttpRequest, analysis_id: str) -> HttpResponse:
    """Decide, ask, judge a claim, or run the analysis again; where htmx asks, only the part that changed answers."""
    analysis = get_object_or_404(Analysis.objects.select_related("job", "resume"), pk=analysis_id)
    wanted = request.POST.get("do", "")
    if wanted not in ACTS:
        raise Http404
    permission, do, place, part = ACTS[wanted]
    if request.headers.get("HX-Request") and part:
        return _in_place(request, analysis, permission, do, part)
    back = reverse("analysis", args=[analysis.pk]) + place
    if wanted == "again" and analysis.job_id:
        back = reverse("job", args=[analysis.job_id])
    refused = partial(_page_again, request, analysis.pk) if wanted == "decide" else None
    return act(request, permission, lambda: do(request, analysis), back, refused)


def _page_again(request: HttpRequest, analysis_id: str, error: APIException) -> HttpResponse:
    """The page as it is now, with the reason that was typed: nothing of it was recorded."""
    analysis = parts.covered(request, get_object_or_404(WITH_ALL, pk=analysis_id))
    context = {**parts.whole_page(request, analysis), "typed": request.POST.get("reason", "")}
    return render(request, "pages/analysis.html", context, status=error.status_code)


def _in_place(
    request: HttpRequest, analysis: Analysis, permission: str, do: "Act", part: Callable[..., HttpResponse]
) -> HttpResponse:
    """Do it and answer with the part of the page it changes, a refusal's sentence inside."""
    if not request.user.has_perm(permission):
        return HttpResponse("Your role does not include this.", status=403, content_type="text/plain; charset=utf-8")
    said = refused = ""
    try:
        said = do(request, analysis)
    except APIException as error:
        refused = sentences(error)
    return part(request, analysis, said=said, refused=refused)


def _decide(request: HttpRequest, analysis: Analysis) -> str:
    data = request.POST
    word = decide(
        analysis=analysis,
        decision=data.get("decision", ""),
        reason=data.get("reason", ""),
        by=request.user,
        after=number(data["after"]) if "after" in data else None,
    )
    return f"Recorded: {word.get_decision_display().lower()}."


def _ask(request: HttpRequest, analysis: Analysis) -> str:
    question = ask(analysis=analysis, question=request.POST.get("question", ""), by=request.user)
    return str(conceal(request, [question])[0].response)


def _judge(request: HttpRequest, analysis: Analysis) -> str:
    data = request.POST
    judge_claim(
        analysis=analysis,
        by=request.user,
        about=data.get("about", ""),
        verdict=data.get("verdict", ""),
        rating=data.get("rating") or None,
        words=data.get("words", ""),
        seconds_taken=_seconds(data.get("seconds")),
    )
    return "Saved."


def _again(request: HttpRequest, analysis: Analysis) -> str:
    if analysis.job is None or analysis.resume is None:
        raise Http404
    request_analysis(job=analysis.job, resume=analysis.resume, by=request.user, rerun=True)
    return "Analysed again. The earlier analysis is kept."


def _seconds(text: str | None) -> float | None:
    """How long the page says it took; None where it does not say or cannot be believed."""
    try:
        seconds = float(text or "")
    except ValueError:
        return None
    return round(seconds, 1) if 0 <= seconds <= LONGEST_LOOK else None


def _verdict_part(request: HttpRequest, analysis: Analysis, *, said: str, refused: str) -> HttpResponse:
    claim = request.POST.get("about", "")
    own = own_verdicts(analysis, request.user).get(claim)
    conceal(request, [own] if own else [])
    context = {"analysis": analysis, "claim": claim, "own": own, "said": said, "refused": refused}
    context["words"] = request.POST.get("words", "") if refused else ""
    context["given_count"] = parts.given(analysis).count()
    return render(request, "pages/analysis/verdict_part.html", context)


def _answers_part(request: HttpRequest, analysis: Analysis, *, said: str, refused: str) -> HttpResponse:
    own = own_verdicts(analysis, request.user)
    conceal(request, own.values())
    context: dict[str, Any] = {
        "analysis": analysis,
        "answers": parts.answers(request, analysis, own),
        "refused": refused,
    }
    return render(request, "pages/analysis/answers.html", context)


Act = Callable[[HttpRequest, Analysis], str]
# What a form may ask for: the permission, what does it, where the page goes on, and the part htmx gets back.
ACTS: dict[str, tuple[str, Act, str, Callable[..., HttpResponse] | None]] = {
    "decide": ("analyses.decide_analysis", _decide, "", None),
    "ask": ("analyses.add_question", _ask, "#ask", _answers_part),
    "feedback": ("feedback.add_feedback", _judge, "#feedback", _verdict_part),
    "again": ("analyses.add_analysis", _again, "", None),
}
