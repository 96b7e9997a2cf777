"""One gesture on one claim of the machine becomes a complete row of feedback."""

from typing import Any

from rest_framework.exceptions import ValidationError

from analyses.models import Analysis, Question
from feedback.duplicates import content_hash
from feedback.models import Feedback
from feedback.services import submit_feedback
from feedback.trail import Actor

# What a verdict says of the claim, in stars; where stars are given too, they win.
RATING_OF_VERDICT = {"right": 5, "better": 3, "missing": 2, "wrong": 1}
ABOUT_ANALYSIS = "How good is this analysis?"
ABOUT_FIT = "How well does this candidate fit the job?"


def judge_claim(
    *,
    analysis: Analysis,
    by: Actor,
    about: str,
    verdict: str = "",
    rating: int | str | None = None,
    words: str = "",
    seconds_taken: float | None = None,
    source: str = "page",
) -> Feedback:
    """Keep what a person says of one claim; what the same person said of it before is superseded.

    ``about`` is ``fit``, ``analysis``, ``requirement:ID`` or ``answer:INTERACTION_ID``. ``verdict`` is one of
    ``RATING_OF_VERDICT`` or blank, ``rating`` stars from 1 to 5 or nothing: one of the two must say how good the
    claim is. ``words`` are the better wording, or what is missing where the verdict says so. Raises
    ``ValidationError`` for an unknown claim or verdict, and where neither verdict nor stars are given.
    """
    claim = _claim(analysis, about)
    if verdict and verdict not in RATING_OF_VERDICT:
        raise ValidationError({"verdict": "Choose right, wrong, missing or better wording."})
    if verdict == "better" and not words.strip():
        raise ValidationError({"words": "Write what it should say."})
    said = words.strip()
    interaction_id, current = _own_row(analysis, about, by)
    row, _ = submit_feedback(
        by=by,
        source=source,
        interaction_id=interaction_id,
        supersedes=current.pk if current else None,
        analysis_id=analysis.pk,
        rating=rating or RATING_OF_VERDICT.get(verdict),
        correct_points=[claim["response"]] if verdict == "right" else [],
        incorrect_points=[claim["response"]] if verdict == "wrong" else [],
        missing_points=[said] if verdict == "missing" and said else [],
        ideal_response="" if verdict == "missing" else said,
        seconds_taken=seconds_taken,
        **claim,
    )
    return row


def own_verdicts(analysis: Analysis, by: Actor) -> dict[str, Feedback]:
    """What ``by`` says now of each claim of the analysis, by the claim's name as ``judge_claim`` takes it."""
    if by is None:
        return {}
    rows = Feedback.objects.given().filter(analysis=analysis, created_by_id=by.pk).order_by("created_at")
    return {name: row for row in rows if (name := claim_of(row))}


def claim_of(row: Feedback) -> str:
    """The claim that a row judges, as ``judge_claim`` names it; blank for a gesture about no claim."""
    if row.kind == Feedback.Kind.REQUIREMENT:
        return f"requirement:{row.requirement_id}"
    if row.kind == Feedback.Kind.ANSWER:
        asked = next((item["answer"] for item in row.context if isinstance(item, dict) and "answer" in item), "")
        return f"answer:{asked or row.interaction_id}"
    return {Feedback.Kind.FIT: "fit", Feedback.Kind.ANALYSIS: "analysis"}.get(Feedback.Kind(row.kind), "")


def _claim(analysis: Analysis, about: str) -> dict[str, Any]:
    """What stands there to be judged: kind, question and the machine's words."""
    kind, _, key = about.partition(":")
    if kind == "requirement":
        found = next((r for r in (analysis.result or {}).get("requirements", []) if str(r["id"]) == key), None)
        if found is None:
            raise ValidationError({"about": "The analysis has no requirement with this id."})
        return {"kind": kind, "requirement_id": key, "query": found["text"], "response": _finding_in_words(found)}
    if kind == "answer":
        asked = Question.objects.filter(pk=key, analysis=analysis).first()
        if asked is None:
            raise ValidationError({"about": "That question was not asked about this analysis."})
        return {"kind": kind, "query": asked.question, "response": asked.response, "context": [{"answer": key}]}
    if about not in ("fit", "analysis"):
        raise ValidationError({"about": "Say what is judged: the fit, the analysis, a requirement or an answer."})
    query = ABOUT_FIT if about == "fit" else ABOUT_ANALYSIS
    return {"kind": about, "query": query, "response": analysis.hiring_recommendation or "No recommendation"}


def _finding_in_words(found: dict[str, Any]) -> str:
    """A finding without a reason of its own is its status."""
    return str(found.get("reason") or found["status"].replace("_", " ").capitalize())


def _own_row(analysis: Analysis, about: str, by: Actor) -> tuple[str, Feedback | None]:
    """The interaction under which this person judges this claim, and what stands there now."""
    who = by.pk if by is not None else "nobody"
    interaction_id = f"claim-{content_hash(analysis.pk, about, str(who))[:32]}"
    earlier = Feedback.objects.given().filter(interaction_id=interaction_id).first()
    if earlier is None and by is not None and about.startswith("answer:"):
        # An answer rated through the API carries the question's own id.
        earlier = Feedback.objects.given().filter(interaction_id=about[7:], created_by_id=by.pk).first()
    return (earlier.interaction_id if earlier else interaction_id), earlier
