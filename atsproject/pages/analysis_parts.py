"""What the page of one analysis shows, gathered: one function a part, each of a bounded number of queries."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest

from analyses.blindness.rule import open_jobs
from analyses.models import Analysis, Decision
from analyses.services import decisions_on
from atsproject.pages.bars import can_be_barred
from atsproject.pages.blind import analysis_is_masked, conceal, cover, shown_name, works_blind
from atsproject.pages.breakdown import breakdown
from atsproject.pages.page_image import component_id, marked_pages
from atsproject.pages.timeline import timeline
from feedback.claims import claim_of
from feedback.models import Feedback, TrainingRun
from feedback.querysets import FeedbackQuerySet
from feedback.similar import SearchUnavailable, similar_feedback
from resumes.models import Resume

FEW = 4
MOST_GIVEN = 200
MOST_NEIGHBOURS = 2000


def whole_page(request: HttpRequest, analysis: Analysis) -> dict[str, Any]:
    """Everything the page needs at once; what is slow is fetched by the page afterwards."""
    result = analysis.result or {}
    masked = analysis_is_masked(request, analysis)
    resume = analysis.resume
    said = conceal(request, list(given(analysis).select_related("created_by")[:MOST_GIVEN]))
    return {
        "analysis": analysis,
        "result": result,
        "masked": masked,
        "waiting_jobs": open_jobs(resume, everything=works_blind(request)) if masked and resume else [],
        "name": shown_name(request, analysis),
        "parts": breakdown(result),
        "findings": findings(result, _own(said, request.user)),
        "components": [{**part, "id": component_id(part["key"])} for part in result.get("components") or []],
        "pros": spoken_of(result, "strengths"),
        "cons": spoken_of(result, "weaknesses"),
        "pages": _pages(request, resume, result, masked) if resume else [],
        "timeline": timeline(result.get("profile") or {}),
        "decisions": conceal(request, decisions_on(analysis).select_related("decided_by", "analysis")[:FEW]),
        "choices": Decision.Choice.choices,
        "answers": answers(request, analysis, _own(said, request.user)),
        "given": said[:20],
        "given_count": len(said),
        "own": _own(said, request.user),
        "versions": conceal(request, Resume.objects.versions_of(resume).light()) if resume else [],
        "others": _others(analysis),
        "run": TrainingRun.objects.filter(embedding_model=analysis.embedding_model_id).first()
        if analysis.embedding_model_id
        else None,
        **neighbours(analysis),
    }


def _pages(request: HttpRequest, resume: Resume, result: Mapping[str, Any], masked: bool) -> list[dict[str, Any]]:
    """The marked pages; none where a page cannot be shown without saying who the candidate is."""
    if not masked:
        return marked_pages(resume, result)
    mask = cover(request).mask(resume.pk)
    return marked_pages(resume, result, mask.stored) if can_be_barred(resume, mask) else []


def covered(request: HttpRequest, analysis: Analysis) -> Analysis:
    """The analysis and its resume with what is personal blackened while the candidate is hidden."""
    conceal(request, [analysis, *([analysis.resume] if analysis.resume else [])])
    return analysis


def findings(result: Mapping[str, Any], own: Mapping[str, Feedback]) -> list[dict[str, Any]]:
    """The requirements with the points each could have brought and what the user said of the finding."""
    return [
        {
            **row,
            "claim": f"requirement:{row['id']}",
            "own": own.get(f"requirement:{row['id']}"),
            "possible": 100 * float(row.get("weight_applied") or 0),
        }
        for row in result.get("requirements") or []
    ]


def spoken_of(result: Mapping[str, Any], side: str) -> list[dict[str, str]]:
    """The requirements that the sentences of ``side`` (strengths, weaknesses) rest on, each with its status."""
    rows = {str(row["id"]): row for row in result.get("requirements") or []}
    told = (result.get("statements") or {}).get(side) or []
    keys = dict.fromkeys(str(key) for statement in told for key in statement.get("requirement_ids") or [])
    return [{"id": key, "text": rows[key]["text"], "status": rows[key]["status"]} for key in keys if key in rows]


def answers(request: HttpRequest, analysis: Analysis, own: Mapping[str, Feedback]) -> list[dict[str, Any]]:
    """The latest questions with what the user said of each answer."""
    asked = conceal(request, analysis.questions.select_related("asked_by")[:10])
    return [{"row": row, "claim": f"answer:{row.pk}", "own": own.get(f"answer:{row.pk}")} for row in asked]


def neighbours(analysis: Analysis) -> dict[str, Any]:
    """The place in the job's list, and the analyses before and after it."""
    if analysis.job_id is None:
        return {}
    ranked = list(Analysis.objects.ranked(analysis.job_id).values_list("pk", flat=True)[:MOST_NEIGHBOURS])
    if analysis.pk not in ranked:
        return {}
    at = ranked.index(analysis.pk)
    return {
        "place": at + 1,
        "ranked": len(ranked),
        "better": ranked[at - 1] if at else None,
        "next": ranked[at + 1] if at + 1 < len(ranked) else None,
    }


def similar(request: HttpRequest, analysis: Analysis) -> list[dict[str, Any]]:
    """Past feedback near to what this analysis says; none where no index can be reached."""
    if not analysis.hiring_recommendation:
        return []
    try:
        found = similar_feedback(query=analysis.hiring_recommendation, by=request.user, n_results=FEW + 1).results
    except SearchUnavailable:
        return []
    return cover(request).rows([row for row in found if row["analysis_id"] != analysis.pk][:FEW])


def given(analysis: Analysis) -> FeedbackQuerySet:
    """What people wrote about this analysis, in its newest revisions."""
    found: FeedbackQuerySet = Feedback.objects.given().filter(analysis=analysis)
    return found


def _own(given: list[Feedback], user: Any) -> dict[str, Feedback]:
    return {name: row for row in reversed(given) if row.created_by_id == user.pk and (name := claim_of(row))}


def _others(analysis: Analysis) -> list[Analysis]:
    """The other analyses of this person, whichever version of their resume they judged."""
    if analysis.resume is None:
        return []
    rows = Analysis.objects.filter(resume__in=Resume.objects.versions_of(analysis.resume)).exclude(pk=analysis.pk)
    return list(rows.light().with_file_name().select_related("job")[:FEW])
