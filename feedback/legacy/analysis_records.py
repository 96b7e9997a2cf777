"""Analyses, with their questions and decisions, between the first generation's records and ours."""

from typing import Any

from analyses.models import Analysis, Decision, Question
from feedback.legacy.layout import EXTRA
from feedback.legacy.reading import BrokenRecord, extra_of, identifier, moment, number, text
from feedback.legacy.rows import checked, columns, own_columns, restore

ANALYSIS_COLUMNS = own_columns(
    Analysis,
    without=("analysis_id", "candidate_name", "created_at", "overall_score", "hiring_recommendation", "result"),
)
QUESTION_COLUMNS = own_columns(Question, without=())
DECISION_COLUMNS = own_columns(Decision, without=["id"])


def analysis_of(values: dict[str, Any]) -> Analysis:
    """The analysis without its job and resume, not saved. Raises ``BrokenRecord``."""
    result = values.get("analysis_result")
    if result is not None and not isinstance(result, dict):
        raise BrokenRecord("analysis_result is not an object.")
    found = result or {}
    created = moment(values, "created_at")
    assert created is not None
    score = number(values, "overall_score")
    analysis = Analysis(
        analysis_id=identifier(values, "analysis_id"),
        candidate_name=text(values, "candidate_name", longest=200),
        created_at=created,
        finished_at=created,
        status=Analysis.Status.DONE,
        overall_score=score if score is not None else number(found, "overall_score"),
        hiring_recommendation=text(values, "hiring_recommendation") or text(found, "hiring_recommendation"),
        result=found,
    )
    extra = extra_of(values, EXTRA)
    restore(analysis, extra, ANALYSIS_COLUMNS)
    if analysis.status == Analysis.Status.FAILED:
        analysis.result = result
    checked(analysis)
    return analysis


def restore_parts(analysis: Analysis, values: dict[str, Any]) -> None:
    """Save the questions and decisions that our own export holds."""
    extra = extra_of(values, EXTRA)
    for model, name, names in (
        (Question, "questions", QUESTION_COLUMNS),
        (Decision, "decisions", DECISION_COLUMNS),
    ):
        for row in extra.get(name) or []:
            if not isinstance(row, dict):
                raise BrokenRecord(f"{name} are not objects.")
            part = model(analysis=analysis)
            restore(part, row, names)
            checked(part)
            if model is Question and Question.objects.filter(pk=part.pk).exists():
                raise BrokenRecord("A question with this interaction_id belongs to another analysis.")
            part.save(force_insert=True)


def analysis_record(analysis: Analysis, feedback_count: int) -> dict[str, Any]:
    """The analysis as the first generation wrote it."""
    extra = columns(analysis, ANALYSIS_COLUMNS)
    extra["questions"] = [columns(row, QUESTION_COLUMNS) for row in analysis.questions.order_by("created_at", "pk")]
    extra["decisions"] = [columns(row, DECISION_COLUMNS) for row in analysis.decisions.order_by("decided_at", "pk")]
    return {
        "analysis_id": analysis.pk,
        "job_id": analysis.job_id,
        "resume_id": analysis.resume_id,
        "candidate_name": analysis.candidate_name,
        "created_at": analysis.created_at.isoformat(),
        "overall_score": analysis.overall_score,
        "hiring_recommendation": analysis.hiring_recommendation,
        "analysis_result": analysis.result,
        "feedback_count": feedback_count,
        EXTRA: extra,
    }
