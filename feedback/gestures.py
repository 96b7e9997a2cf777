"""What people show rather than say: a decision on a candidate, a new place in the list."""

import secrets
from bisect import bisect_left
from collections.abc import Sequence
from typing import Any

from django.db import transaction
from rest_framework.exceptions import ValidationError

from analyses.models import Analysis, Decision
from feedback.duplicates import content_hash, subject_key
from feedback.models import Feedback
from feedback.provenance import engine_behind, role_of
from feedback.trail import Actor, log_event
from jobs.models import Job

# How well a candidate fits, as far as a decision tells.
RATING_OF_DECISION = {
    Decision.Choice.SHORTLISTED.value: 5,
    Decision.Choice.ON_HOLD.value: 3,
    Decision.Choice.REJECTED.value: 1,
}
MAX_ORDER = 1000


def record_decision(decision: Decision, by: Actor) -> Feedback:
    """Keep a decision as feedback on the candidate's fit; an earlier one by the same person is superseded."""
    analysis = decision.analysis
    who = by.pk if by is not None else "nobody"
    interaction_id = f"decision-{content_hash(str(analysis.job_id), str(analysis.resume_id), str(who))[:32]}"
    return _keep(
        analysis=analysis,
        by=by,
        kind=Feedback.Kind.DECISION,
        interaction_id=interaction_id,
        rating=RATING_OF_DECISION[decision.decision],
        query="Does the candidate fit the job?",
        response=analysis.hiring_recommendation or "The analysis gives no recommendation.",
        context=[{"decision": decision.decision, "decision_id": decision.pk}],
        ideal_response=decision.reason,
        source="decision",
    )


def record_order(
    *, job: Job, analysis_ids: Sequence[str], by: Actor, seconds_taken: float | None = None, source: str = "page"
) -> list[Feedback]:
    """Keep a person's order of the ranked list as feedback on those they moved.

    ``analysis_ids`` is the whole list, or its beginning, best first, as the person wants it. Those that were moved
    are the fewest whose moving explains the new order; each is rated by its new place, 5 at the top and 1 at the
    bottom. Raises ``ValidationError`` for an id that is not in the list, or twice.
    """
    ranked = list(Analysis.objects.ranked(job.pk).values_list("pk", flat=True)[:MAX_ORDER])
    wanted = list(analysis_ids)
    if len(set(wanted)) != len(wanted):
        raise ValidationError({"analysis_ids": "An analysis stands in the list twice."})
    if unknown := sorted(set(wanted) - set(ranked)):
        raise ValidationError({"analysis_ids": f"Not in the ranked list of this job: {', '.join(unknown)}"})
    wanted += [key for key in ranked if key not in set(wanted)]
    before = {key: place for place, key in enumerate(ranked, start=1)}
    analyses = Analysis.objects.in_bulk(moved(wanted, before))
    gesture = secrets.token_hex(8)
    rows = []
    with transaction.atomic():
        for after, key in enumerate(wanted, start=1):
            if key in analyses:
                rows.append(
                    _keep(
                        analysis=analyses[key],
                        by=by,
                        kind=Feedback.Kind.ORDER,
                        interaction_id=f"order-{gesture}-{after}",
                        rating=rating_of_place(after, len(wanted)),
                        query="Where in the list does the candidate belong?",
                        response=f"Place {before[key]} of {len(ranked)}",
                        ideal_response=f"Place {after} of {len(ranked)}",
                        context=[{"gesture": gesture, "before": before[key], "after": after, "of": len(ranked)}],
                        seconds_taken=seconds_taken,
                        source=source,
                    )
                )
    return rows


def moved(wanted: Sequence[str], before: dict[str, int]) -> list[str]:
    """The fewest entries whose moving turns the old order into the new: all but a longest increasing run of places."""
    tails: list[int] = []  # smallest last place of a run of each length
    ends: list[int] = []  # position in ``wanted`` of that place
    previous = [-1] * len(wanted)
    for position, key in enumerate(wanted):
        length = bisect_left(tails, before[key])
        if length == len(tails):
            tails.append(before[key])
            ends.append(position)
        else:
            tails[length], ends[length] = before[key], position
        previous[position] = ends[length - 1] if length else -1
    kept = set()
    position = ends[-1] if ends else -1
    while position >= 0:
        kept.add(wanted[position])
        position = previous[position]
    return [key for key in wanted if key not in kept]


def rating_of_place(place: int, of: int) -> int:
    """1..5 for a place in a list (1 is the top)."""
    return 5 if of <= 1 else 5 - round(4 * (place - 1) / (of - 1))


def _keep(*, analysis: Analysis, by: Actor, interaction_id: str, **values: Any) -> Feedback:
    """Store the row, superseding what stands under the same interaction."""
    with transaction.atomic():
        current = Feedback.objects.select_for_update().current().filter(interaction_id=interaction_id).first()
        if current:
            Feedback.objects.filter(pk=current.pk).update(is_current=False)
        row = Feedback(
            interaction_id=interaction_id,
            analysis=analysis,
            job_id=analysis.job_id,
            resume_id=analysis.resume_id,
            engine=engine_behind(analysis),
            reviewer_role=role_of(by),
            supersedes=current,
            created_by_id=by.pk if by is not None else None,
            **values,
        )
        row.content_hash = content_hash(row.query, row.ideal_response, interaction_id)
        row.subject_key = subject_key(row)
        row.save(force_insert=True)
        if current:
            current.is_current = False
            current.save(update_fields=["is_current"])
    log_event(row, "submit", by, kind=row.kind, rating=row.rating)
    return row
