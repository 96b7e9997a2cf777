"""Finds feedback that says what other feedback already says."""

import hashlib
import re
import unicodedata

from feedback.indexing import text_of
from feedback.models import FIT_KINDS, Feedback
from vectors.services import embed_texts

NEAR = 0.95  # cosine from which two texts are taken to say the same
COMPARED = 200

_SPACE = re.compile(r"\s+")


def content_hash(*parts: str) -> str:
    """SHA-256 (hex) of the parts in their order, whatever their case and spacing."""
    folded = "\x1f".join(_SPACE.sub(" ", unicodedata.normalize("NFKC", part)).strip().casefold() for part in parts)
    return hashlib.sha256(folded.encode()).hexdigest()


def subject_key(row: Feedback) -> str:
    """SHA-256 (hex) of what the row judges: two rows with the same key judge the same thing.

    A candidate's fit is the same question in every analysis of the pair; an answer is its words.
    """
    kind = Feedback.Kind
    if row.kind in FIT_KINDS:
        return content_hash("fit", row.job_id or "", row.resume_id or "")
    if row.kind == kind.REQUIREMENT:
        return content_hash("requirement", row.analysis_id or "", row.requirement_id)
    if row.kind == kind.ANALYSIS:
        return content_hash("analysis", row.analysis_id or "")
    return content_hash("answer", row.analysis_id or "", row.query, row.response)


def first_with_same_text(digest: str, interaction_id: str) -> Feedback | None:
    """The oldest current row of another interaction with the same text, or None."""
    same = Feedback.objects.current().filter(content_hash=digest).exclude(interaction_id=interaction_id)
    return same.filter(duplicate_of__isnull=True).order_by("created_at", "feedback_id").first()


def link_near_duplicate(feedback_id: str) -> str | None:
    """Link the row to the nearest earlier one about the same job and resume that says nearly the same.

    Returns the id of that one, or None. Rows that repeat a text exactly are linked already. The newest
    ``COMPARED`` rows are looked at.
    """
    row = Feedback.objects.given().filter(pk=feedback_id, duplicate_of__isnull=True).first()
    if row is None:
        return None
    earlier = list(
        Feedback.objects.given()
        .filter(job=row.job_id, resume=row.resume_id, kind=row.kind, duplicate_of__isnull=True)
        .filter(created_at__lte=row.created_at)
        .exclude(interaction_id=row.interaction_id)
        .order_by("-created_at", "feedback_id")[:COMPARED]
    )
    if not earlier:
        return None
    vectors = embed_texts([text_of(other) for other in (row, *earlier)])
    similarities = vectors[1:] @ vectors[0]
    best = int(similarities.argmax())
    similarity = round(float(similarities[best]), 6)
    if similarity < NEAR:
        return None
    # No signal: neither text nor metadata of the index change.
    Feedback.objects.filter(pk=row.pk).update(duplicate_of=earlier[best], duplicate_similarity=similarity)
    return earlier[best].pk
