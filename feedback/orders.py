"""A person's own order of a job's candidates: kept as feedback, shown beside the order by score, never a score."""

from collections.abc import Sequence

from django.db import transaction
from rest_framework.exceptions import ValidationError

from analyses.models import Analysis
from feedback.gestures import MAX_ORDER, record_order
from feedback.models import Feedback
from feedback.querysets import FeedbackQuerySet
from feedback.trail import Actor, log_event
from jobs.models import Job


def own_order(*, job: Job, by: Actor) -> list[str] | None:
    """Ids of the ranked analyses in the order that ``by`` kept last; None where none was kept.

    Those that were moved stand where they were put, the rest by score. An analysis made again since takes its
    candidate's place.
    """
    rows = _moved_by(job, by).order_by("created_at").values_list("resume_id", "context")
    gestures: dict[str, dict[str, int]] = {}
    for resume_id, context in rows:
        place = context[0] if context else {}
        if resume_id and "gesture" in place:
            gestures.setdefault(place["gesture"], {})[resume_id] = int(place["after"])
    if not gestures:
        return None
    places = list(gestures.values())[-1]
    ranked = list(Analysis.objects.ranked(job.pk).values_list("pk", "resume_id")[:MAX_ORDER])
    order = [pk for pk, resume_id in ranked if resume_id not in places]
    moved = {resume_id: pk for pk, resume_id in ranked if resume_id in places}
    for resume_id, place in sorted(places.items(), key=lambda item: item[1]):
        if resume_id in moved:
            order.insert(place - 1, moved[resume_id])
    return order


def keep_order(*, job: Job, analysis_ids: Sequence[str], shown: str, by: Actor) -> int:
    """Keep the order of the analyses that a page showed (all of the list, or a part of it); how many were moved.

    ``shown`` says which order the page began from, ``mine`` or ``score``: what it did not show keeps its place
    there. The order that ``by`` kept before is superseded. Raises ValidationError for an id that is not in the list.
    """
    ranked = list(Analysis.objects.ranked(job.pk).values_list("pk", flat=True)[:MAX_ORDER])
    base = (own_order(job=job, by=by) if shown == "mine" else None) or ranked
    if not analysis_ids or len(set(analysis_ids)) != len(analysis_ids) or set(analysis_ids) - set(base):
        raise ValidationError({"order": "The list has changed meanwhile. Reload the page and order it again."})
    slots = sorted(base.index(key) for key in analysis_ids)
    wanted = list(base)
    for slot, key in zip(slots, analysis_ids, strict=True):
        wanted[slot] = key
    with transaction.atomic():
        forget_order(job=job, by=by)
        return len(record_order(job=job, analysis_ids=wanted, by=by))


def forget_order(*, job: Job, by: Actor) -> int:
    """Supersede the order that ``by`` kept, so that the one by score stands; how many places that takes back."""
    rows = list(_moved_by(job, by))
    with transaction.atomic():
        for row in rows:
            row.is_current = False
            row.save(update_fields=["is_current"])  # saved one by one: the index learns that each is to go
            log_event(row, "take back", by, kind=row.kind)
    return len(rows)


def _moved_by(job: Job, by: Actor) -> FeedbackQuerySet:
    who = by.pk if by is not None else None
    return Feedback.objects.current().filter(job=job, kind=Feedback.Kind.ORDER, created_by=who)
