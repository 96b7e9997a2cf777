"""What of feedback can be searched by meaning: current rows that people wrote, as text and metadata."""

from collections.abc import Iterable, Mapping, Sequence

from feedback.models import Feedback
from vectors.collections import Collection, Entry

NAME = "feedback"
_BATCH = 500


def text_of(row: Feedback) -> str:
    """The words that stand for the row: question, response, correction and points."""
    points = [*row.correct_points, *row.incorrect_points, *row.missing_points]
    parts = [row.query, row.response, row.ideal_response, *(point for point in points if isinstance(point, str))]
    return "\n".join(part.strip() for part in parts if part.strip())


def entries_of(keys: Sequence[str]) -> Mapping[str, Entry]:
    """Text and metadata of those of the rows that are to be found; superseded and deleted ones are left out."""
    rows = Feedback.objects.given().filter(pk__in=list(keys))
    return {
        row.pk: (
            text_of(row),
            {
                "rating": row.rating,
                "kind": row.kind,
                "job_id": row.job_id or "",
                "analysis_id": row.analysis_id or "",
                "reviewer_role": row.reviewer_role,
                "created_at": row.created_at.timestamp(),
            },
        )
        for row in rows
    }


def all_keys() -> Iterable[str]:
    """Every row that is to be found."""
    return Feedback.objects.given().order_by("pk").values_list("pk", flat=True).iterator(chunk_size=_BATCH)


COLLECTION = Collection(
    name=NAME, entries_of=entries_of, all_keys=all_keys, count=lambda: Feedback.objects.given().count()
)
