"""Feedback between the first generation's records and ours."""

from typing import Any

from feedback.legacy.layout import EXTRA
from feedback.legacy.reading import BrokenRecord, extra_of, identifier, moment, text
from feedback.legacy.rows import checked, columns, dictionary, own_columns, restore, texts
from feedback.models import Feedback

_POINTS = ("correct_points", "incorrect_points", "missing_points")
FEEDBACK_COLUMNS = own_columns(
    Feedback,
    without=("interaction_id", "created_at", "query", "context", "response", "rating", "ideal_response", *_POINTS),
)


def feedback_of(values: dict[str, Any]) -> Feedback:
    """The feedback without analysis, job and what it supersedes, not saved. Raises ``BrokenRecord``."""
    judged = dictionary(values, "feedback")
    created = moment(values, "timestamp")
    assert created is not None
    row = Feedback(
        interaction_id=identifier(values, "id"),
        created_at=created,
        query=text(values, "query", required=True),
        context=texts(values, "context"),
        response=text(values, "response", required=True),
        rating=_rating(judged.get("rating")),
        **{name: _points(judged, name) for name in _POINTS},
        ideal_response=text(judged, "ideal_response"),
        source="import",
    )
    row.feedback_id = row.interaction_id
    restore(row, extra_of(values, EXTRA), FEEDBACK_COLUMNS)
    identifier({"feedback_id": row.feedback_id}, "feedback_id")
    checked(row)
    return row


def feedback_record(row: Feedback) -> dict[str, Any]:
    """The feedback as the first generation wrote it."""
    extra = columns(row, FEEDBACK_COLUMNS)
    extra |= {"resume_id": row.resume_id, "supersedes": row.supersedes_id, "duplicate_of": row.duplicate_of_id}
    return {
        "id": row.interaction_id,
        "timestamp": row.created_at.isoformat(),
        "query": row.query,
        "context": row.context,
        "response": row.response,
        "analysis_id": row.analysis_id,
        "job_id": row.job_id,
        "feedback": {
            "rating": row.rating,
            **{name: getattr(row, name) for name in _POINTS},
            "ideal_response": row.ideal_response,
        },
        EXTRA: extra,
    }


def _rating(value: Any) -> int:
    if isinstance(value, str) and value.strip().isdecimal():
        value = int(value)
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= 5:
        raise BrokenRecord("rating is not a whole number from 1 to 5.")
    return value


def _points(values: dict[str, Any], name: str) -> list[str]:
    found = texts(values, name)
    if not all(isinstance(point, str) for point in found):
        raise BrokenRecord(f"{name} is not a list of texts.")
    return found
