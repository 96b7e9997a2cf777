"""What people do with feedback: give it, revise it, take it back."""

from collections.abc import Mapping
from typing import Any

from django.db import IntegrityError, transaction
from rest_framework.exceptions import ValidationError

from analyses.models import Analysis, Question
from feedback.duplicates import content_hash, first_with_same_text, subject_key
from feedback.errors import InteractionTaken, StaleRevision
from feedback.models import Feedback
from feedback.provenance import engine_behind, role_of
from feedback.serializers import FeedbackSubmission
from feedback.tasks import link_near_duplicate_task
from feedback.trail import Actor, log_event
from jobs.models import Job

# What makes two submissions the same: everything the sender says about the judgement itself.
BODY_FIELDS = (
    "query",
    "context",
    "response",
    "rating",
    "correct_points",
    "incorrect_points",
    "missing_points",
    "ideal_response",
    "kind",
    "requirement_id",
)


def submit_feedback(*, by: Actor, source: str = "api", **fields: Any) -> tuple[Feedback, bool]:
    """Store one rating with its corrections, or find that it is stored already.

    ``fields`` are those of ``FeedbackSubmission``. Returns the row and whether it was made now: the same body
    sent again gives the row there is. Raises ``ValidationError`` (bad fields, unknown ids, a job that is not
    the analysis's), ``InteractionTaken`` and ``StaleRevision``.
    """
    submission = FeedbackSubmission(data=fields)
    submission.is_valid(raise_exception=True)
    values = _resolved(dict(submission.validated_data))
    try:
        with transaction.atomic():
            row, created = _store(values, by=by, source=source)
    except IntegrityError:
        # Two senders at once: the constraint let one through; the other looks at what is there now.
        with transaction.atomic():
            row, created = _store(values, by=by, source=source)
    if created and row.duplicate_of_id is None:
        transaction.on_commit(lambda: _look_for_near_duplicate(row.pk))
    return row, created


def revise_feedback(*, feedback: Feedback, by: Actor, source: str, **changed: Any) -> Feedback:
    """Store a new revision of ``feedback`` with some fields of ``BODY_FIELDS`` changed; the old row stays as history.

    Returns the new row. Raises as ``submit_feedback`` does, ``StaleRevision`` where somebody revised it before.
    """
    row, _ = submit_feedback(by=by, source=source, **revision_of(feedback, changed))
    return row


def revision_of(feedback: Feedback, changed: Mapping[str, Any]) -> dict[str, Any]:
    """What ``FeedbackSubmission`` takes of a revision of ``feedback`` in which the fields ``changed`` are others."""
    said = {name: getattr(feedback, name) for name in BODY_FIELDS}
    about = {"analysis_id": feedback.analysis_id, "job_id": feedback.job_id}
    place = {"interaction_id": feedback.interaction_id, "supersedes": feedback.pk}
    return {**said, **about, **place, **changed}


def delete_feedback(*, feedback: Feedback, by: Actor) -> int:
    """Delete feedback with every revision of it; returns how many rows went."""
    with transaction.atomic():
        chain = Feedback.objects.select_for_update().filter(interaction_id=feedback.interaction_id)
        rows = list(chain)
        for row in rows:
            log_event(row, "delete", by, kind=row.kind)
        chain.delete()
    return len(rows)


def _look_for_near_duplicate(feedback_id: str) -> None:
    link_near_duplicate_task.enqueue(feedback_id)


def _resolved(values: dict[str, Any]) -> dict[str, Any]:
    """Replace the ids by their rows; raises ``ValidationError`` for what does not fit together."""
    analysis = _found(Analysis, "analysis_id", values.pop("analysis_id"))
    job = _found(Job, "job_id", values.pop("job_id"))
    superseded = _found(Feedback, "supersedes", values.pop("supersedes"))
    if superseded and superseded.interaction_id != values["interaction_id"]:
        raise ValidationError({"supersedes": "That feedback belongs to another interaction_id."})
    question = _question(values)
    if question:
        if analysis and question.analysis_id != analysis.pk:
            raise ValidationError({"analysis_id": "That interaction was about another analysis."})
        analysis = question.analysis
    if analysis and job and analysis.job_id != job.pk:
        raise ValidationError({"job_id": "The job is not the one the analysis is about. Leave it out or correct it."})
    if values["requirement_id"]:
        _check_requirement(analysis, values["requirement_id"])
    elif values["kind"] == Feedback.Kind.REQUIREMENT:
        raise ValidationError({"requirement_id": "Feedback on a requirement names it."})
    elif values["kind"] in (Feedback.Kind.FIT, Feedback.Kind.ANALYSIS) and analysis is None:
        raise ValidationError({"analysis_id": "Feedback of this kind names the analysis it is about."})
    job = job or (analysis.job if analysis else None)
    said = (values["query"], values["response"], values["ideal_response"])
    about = (job.pk if job else "", (analysis.resume_id or "") if analysis else "")
    values |= {
        "analysis": analysis,
        "job": job,
        "content_hash": content_hash(*said, *about),
        "resume_id": analysis.resume_id if analysis else None,
        "supersedes": superseded,
        "engine": engine_behind(analysis, question),
    }
    return values


def _found(model: Any, field: str, key: str | None) -> Any:
    if not key:
        return None
    row = model.objects.filter(pk=key).first()
    if row is None:
        raise ValidationError({field: f"There is no {model._meta.verbose_name} with this id."})
    return row


def _question(values: dict[str, Any]) -> Question | None:
    """The question whose answer is judged: its id is the interaction's, or stands in the context as ``answer``."""
    named = [item["answer"] for item in values["context"] or [] if isinstance(item, dict) and "answer" in item]
    keys = [key for key in (values["interaction_id"], *named) if isinstance(key, str)]
    return Question.objects.select_related("analysis").filter(pk__in=keys[:2]).first()


def _check_requirement(analysis: Analysis | None, requirement_id: str) -> None:
    if analysis is None:
        raise ValidationError({"analysis_id": "Feedback on a requirement names the analysis that judged it."})
    found = (analysis.result or {}).get("requirements", [])
    if not any(str(row.get("id")) == requirement_id for row in found):
        raise ValidationError({"requirement_id": "The analysis has no requirement with this id."})


def _store(values: dict[str, Any], *, by: Actor, source: str) -> tuple[Feedback, bool]:
    superseded: Feedback | None = values["supersedes"]
    current = Feedback.objects.select_for_update().current().filter(interaction_id=values["interaction_id"]).first()
    if current and _says_the_same(current, values):
        return current, False
    if superseded is None:
        if current:
            raise InteractionTaken(current.pk)
    else:
        if current is None or current.pk != superseded.pk:
            raise StaleRevision(current.pk if current else None)
        Feedback.objects.filter(pk=superseded.pk).update(is_current=False)
    signed_in = by is not None and by.is_authenticated
    row = Feedback(
        **values,
        source=source,
        reviewer_role=role_of(by),
        created_by_id=by.pk if by is not None and signed_in else None,
        duplicate_of=first_with_same_text(values["content_hash"], values["interaction_id"]),
    )
    row.subject_key = subject_key(row)
    if row.duplicate_of_id:
        row.duplicate_similarity = 1.0
    row.save(force_insert=True)
    if superseded:
        # Saved again so that the index learns that the superseded row is to go.
        superseded.is_current = False
        superseded.save(update_fields=["is_current"])
    log_event(row, "revise" if superseded else "submit", by, kind=row.kind, rating=row.rating)
    return row, True


def _says_the_same(row: Feedback, values: dict[str, Any]) -> bool:
    superseded = values["supersedes"]
    same_place = (
        row.analysis_id == (values["analysis"].pk if values["analysis"] else None)
        and row.job_id == (values["job"].pk if values["job"] else None)
        and (superseded is None or superseded.pk in (row.pk, row.supersedes_id))
    )
    return same_place and all(getattr(row, name) == values[name] for name in BODY_FIELDS)
