"""Finds feedback that says what other feedback already says."""

import hashlib
import re
import unicodedata

from feedback.models import Feedback

_SPACE = re.compile(r"\s+")


def content_hash(query: str, response: str, ideal_response: str) -> str:
    """SHA-256 (hex) of what was asked, answered and corrected, whatever its case and spacing."""
    parts = (query, response, ideal_response)
    folded = "\x1f".join(_SPACE.sub(" ", unicodedata.normalize("NFKC", part)).strip().casefold() for part in parts)
    return hashlib.sha256(folded.encode()).hexdigest()


def first_with_same_text(digest: str, interaction_id: str) -> Feedback | None:
    """The oldest current row of another interaction with the same text, or None."""
    same = Feedback.objects.current().filter(content_hash=digest).exclude(interaction_id=interaction_id)
    return same.filter(duplicate_of__isnull=True).order_by("created_at", "feedback_id").first()
