"""The shape of feedback as it comes in; one validation for the API, pages, admin and commands."""

import math
from typing import Any

from rest_framework import serializers

from feedback.models import Feedback
from jobs.one_of import OneOf

MAX_TEXT = 100_000
MAX_POINTS = 500
MAX_DEPTH = 20

# What a person may send. A decision and a re-ordering become feedback through the act itself.
SUBMITTED_KINDS = [choice for choice in Feedback.Kind.choices if choice[0] not in ("decision", "order")]


def check_storable(value: Any, depth: int = 0) -> None:
    """Refuse what no database keeps as sent: NUL, lone surrogates, numbers without end, JSON nested without end.

    Raises ``serializers.ValidationError``.
    """
    if isinstance(value, float) and not math.isfinite(value):
        raise serializers.ValidationError("It holds a number that is not finite. Send numbers within range.")
    if depth > MAX_DEPTH:
        raise serializers.ValidationError(f"It is nested deeper than {MAX_DEPTH} levels. Flatten it.")
    if isinstance(value, str):
        if "\x00" in value:
            raise serializers.ValidationError("Null characters are not allowed. Remove them.")
        if any("\ud800" <= character <= "\udfff" for character in value):
            raise serializers.ValidationError("It holds half of a surrogate pair. Send valid Unicode.")
    elif isinstance(value, dict):
        for key, inner in value.items():
            check_storable(key, depth + 1)
            check_storable(inner, depth + 1)
    elif isinstance(value, list):
        for inner in value:
            check_storable(inner, depth + 1)


def _id(**options: Any) -> serializers.CharField:
    return serializers.CharField(
        max_length=64, required=False, allow_null=True, default=None, validators=[check_storable], **options
    )


def _points() -> serializers.ListField:
    return serializers.ListField(
        child=serializers.CharField(max_length=10_000, validators=[check_storable]),
        required=False,
        allow_null=True,
        max_length=MAX_POINTS,
        default=list,
    )


class FeedbackSubmission(serializers.Serializer[Any]):
    """What a person says about one answer, finding, analysis, candidate or order."""

    interaction_id = serializers.CharField(max_length=64, validators=[check_storable])
    query = serializers.CharField(max_length=MAX_TEXT, trim_whitespace=False, validators=[check_storable])
    # The framework takes declared fields off the class, so the name does not hide Serializer.context.
    context = serializers.ListField(  # type: ignore[assignment]
        child=serializers.JSONField(),
        required=False,
        allow_null=True,
        max_length=MAX_POINTS,
        default=list,
        validators=[check_storable],
    )
    response = serializers.CharField(max_length=MAX_TEXT, trim_whitespace=False, validators=[check_storable])
    rating = serializers.IntegerField(min_value=1, max_value=5)
    correct_points = _points()
    incorrect_points = _points()
    missing_points = _points()
    ideal_response = serializers.CharField(
        max_length=MAX_TEXT,
        required=False,
        allow_blank=True,
        allow_null=True,
        default="",
        trim_whitespace=False,
        validators=[check_storable],
    )
    analysis_id = _id()
    job_id = _id()
    supersedes = _id(help_text="feedback_id of the row this revises")
    kind = OneOf(choices=SUBMITTED_KINDS, required=False)
    requirement_id = serializers.CharField(
        max_length=64,
        required=False,
        allow_blank=True,
        default="",
        validators=[check_storable],
        help_text="A requirement's id in the result",
    )
    seconds_taken = serializers.FloatField(
        min_value=0, max_value=86_400, required=False, allow_null=True, default=None, help_text="Seconds it took"
    )

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """Refuse text that is only white space; say which feedback the row is about."""
        blank = {name: ["This field may not be blank."] for name in ("query", "response") if not attrs[name].strip()}
        if blank:
            raise serializers.ValidationError(blank)
        attrs["ideal_response"] = attrs["ideal_response"] or ""
        for name in ("context", "correct_points", "incorrect_points", "missing_points"):
            attrs[name] = attrs[name] or []
        if "kind" not in attrs:
            attrs["kind"] = Feedback.Kind.REQUIREMENT if attrs["requirement_id"] else Feedback.Kind.ANSWER
        return attrs


class FeedbackRow(serializers.Serializer[Any]):
    """One row of feedback as it is answered; unknown values are null."""

    feedback_id = serializers.CharField()
    interaction_id = serializers.CharField()
    is_current = serializers.BooleanField()
    supersedes = serializers.CharField(allow_null=True)
    kind = serializers.ChoiceField(choices=Feedback.Kind.choices)
    requirement_id = serializers.CharField(allow_null=True)
    source = serializers.CharField()  # type: ignore[assignment]
    query = serializers.CharField()
    context = serializers.ListField(child=serializers.JSONField())  # type: ignore[assignment]
    response = serializers.CharField()
    rating = serializers.IntegerField()
    correct_points = serializers.ListField(child=serializers.CharField())
    incorrect_points = serializers.ListField(child=serializers.CharField())
    missing_points = serializers.ListField(child=serializers.CharField())
    ideal_response = serializers.CharField(allow_null=True)
    analysis_id = serializers.CharField(allow_null=True)
    job_id = serializers.CharField(allow_null=True)
    resume_id = serializers.CharField(allow_null=True)
    engine = serializers.DictField()
    reviewer_role = serializers.CharField(allow_null=True)
    seconds_taken = serializers.FloatField(allow_null=True)
    duplicate_of = serializers.CharField(allow_null=True)
    duplicate_similarity = serializers.FloatField(allow_null=True)
    created_at = serializers.DateTimeField()
    created_by = serializers.CharField(allow_null=True)


class FeedbackReceipt(serializers.Serializer[Any]):
    """What the sender of feedback is told."""

    feedback_id = serializers.CharField()
    interaction_id = serializers.CharField()
    analysis_id = serializers.CharField(allow_null=True)
    job_id = serializers.CharField(allow_null=True)
    supersedes = serializers.CharField(allow_null=True)
    duplicate_of = serializers.CharField(allow_null=True)
    created = serializers.BooleanField()


class SimilarFeedbackRow(FeedbackRow):
    """One row with how near it is."""

    similarity = serializers.FloatField(help_text="Cosine, -1..1")


class SimilarFeedbackAnswer(serializers.Serializer[Any]):
    """Rows near in meaning, best first, and which index answered."""

    count = serializers.IntegerField()
    next = serializers.CharField(allow_null=True)
    previous = serializers.CharField(allow_null=True)
    results = SimilarFeedbackRow(many=True)
    backend = serializers.ChoiceField(choices=["faiss", "chroma"])
    note = serializers.CharField(allow_null=True, help_text="A word where another index answered than was asked for")


class OrderSubmission(serializers.Serializer[Any]):
    """A job's ranked list, or its beginning, as a person wants it."""

    job_id = serializers.CharField(max_length=64, validators=[check_storable])
    analysis_ids = serializers.ListField(
        child=serializers.CharField(max_length=64, validators=[check_storable]), allow_empty=False, max_length=1000
    )
    seconds_taken = serializers.FloatField(min_value=0, max_value=86_400, required=False, allow_null=True, default=None)


class OrderReceipt(serializers.Serializer[Any]):
    """The candidates that the new order moved, each rated by its new place."""

    moved = FeedbackReceipt(many=True)
