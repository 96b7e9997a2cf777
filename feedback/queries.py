"""Query parameters of the feedback routes: each checked, a wrong one answered 400 with its name."""

from typing import Any

from rest_framework import serializers

from feedback.models import Feedback
from jobs.one_of import OneOf


class FeedbackFilters(serializers.Serializer[Any]):
    """Filters that the list, the search and the exports share."""

    min_rating = serializers.IntegerField(min_value=1, max_value=5, required=False)
    max_rating = serializers.IntegerField(min_value=1, max_value=5, required=False)
    job_id = serializers.CharField(required=False, max_length=64)
    analysis_id = serializers.CharField(required=False, max_length=64)
    kind = OneOf(choices=Feedback.Kind.choices, required=False)
    reviewer_role = serializers.CharField(required=False, max_length=50)
    since = serializers.DateTimeField(required=False, help_text="ISO 8601; a time without zone is UTC")
    until = serializers.DateTimeField(required=False, help_text="ISO 8601; a time without zone is UTC")

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """Refuse days and ratings in the wrong order: an empty list would look like an answer."""
        for first, last, said in (
            ("since", "until", "The last time is before the first (since)."),
            ("min_rating", "max_rating", "The highest rating is below the lowest (min_rating)."),
        ):
            if attrs.get(first) and attrs.get(last) and attrs[last] < attrs[first]:
                raise serializers.ValidationError({last: [said]})
        return attrs


class ListQuery(FeedbackFilters):
    """The list: filters, and whether superseded rows are shown too."""

    interaction_id = serializers.CharField(required=False, max_length=64)
    history = serializers.BooleanField(required=False, default=False, help_text="Show superseded revisions too")


class SearchQuery(FeedbackFilters):
    """Similarity search."""

    query = serializers.CharField(max_length=10_000)
    n_results = serializers.IntegerField(min_value=1, max_value=100, required=False, default=5)
    backend = OneOf(choices=["faiss", "chroma"], required=False)


class HighQualityQuery(serializers.Serializer[Any]):
    """Samples worth learning from."""

    min_rating = serializers.IntegerField(min_value=1, max_value=5, required=False, default=4)
    limit = serializers.IntegerField(min_value=1, max_value=1000, required=False, default=50)


def checked(serializer: type[serializers.Serializer[Any]], data: Any) -> dict[str, Any]:
    """The parameters with their types; raises ``ValidationError``."""
    query = serializer(data=data)
    query.is_valid(raise_exception=True)
    return dict(query.validated_data)
