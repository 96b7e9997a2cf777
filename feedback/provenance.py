"""Who judged, and which versions stand behind what was judged."""

from typing import Any

from analyses.models import Analysis, Question

# The first group that a reviewer is in names their role.
ROLES = ("recruiter", "hiring_manager", "auditor", "api_client")


def role_of(user: Any) -> str:
    """The reviewer's role, ``administrator`` for a superuser without one, blank for nobody."""
    if user is None or not user.is_authenticated:
        return ""
    groups = set(user.groups.values_list("name", flat=True))
    for role in ROLES:
        if role in groups:
            return role
    return "administrator" if user.is_superuser else ""


def engine_behind(analysis: Analysis | None, question: Question | None = None) -> dict[str, Any]:
    """The versions behind an analysis (and an answer): engine, taxonomy, model, adapter, input hashes.

    Empty where nothing is known, as in feedback that came from elsewhere.
    """
    if analysis is None:
        return {}
    stored = (analysis.result or {}).get("engine")
    behind: dict[str, Any] = dict(stored) if isinstance(stored, dict) else {}
    behind["engine_key"] = analysis.engine_key
    behind["job_version"] = analysis.job_version
    if analysis.embedding_model_id is not None:
        behind["embedding_model_id"] = analysis.embedding_model_id
    if question is not None:
        behind["answered_by"] = question.answered_by
        behind["examples"] = question.examples
    return behind
