"""Shapes of what the analyses API takes and answers."""

from typing import Any

from rest_framework import serializers

from analyses.models import Decision
from jobs.one_of import OneOf


class AnalysisRowSerializer(serializers.Serializer[Any]):
    """An analysis in a list: everything but the result."""

    analysis_id = serializers.CharField()
    job_id = serializers.CharField(allow_null=True)
    resume_id = serializers.CharField(allow_null=True)
    job_version = serializers.IntegerField()
    candidate_name = serializers.CharField()
    status = serializers.CharField()
    error_code = serializers.CharField()
    error = serializers.CharField()
    created_at = serializers.DateTimeField()
    finished_at = serializers.DateTimeField(allow_null=True)
    overall_score = serializers.FloatField(allow_null=True)
    hiring_recommendation = serializers.CharField()
    must_haves_met = serializers.IntegerField(allow_null=True)
    must_haves_total = serializers.IntegerField(allow_null=True)
    decision = serializers.CharField(allow_null=True)
    feedback_count = serializers.IntegerField()


class AnalysisSerializer(AnalysisRowSerializer):
    """One analysis with its result."""

    analysis_result = serializers.JSONField(allow_null=True)


class AnalysisRequestSerializer(serializers.Serializer[Any]):
    """Which job to analyse against; the caller's current job when left out."""

    job_id = serializers.CharField(required=False, allow_blank=True, allow_null=True, max_length=64)


class UploadSerializer(AnalysisRequestSerializer):
    """A PDF, and which job to analyse it against."""

    file = serializers.FileField(allow_empty_file=True)


class AnalysisOutcomeSerializer(serializers.Serializer[Any]):
    """What an upload or a request for an analysis answers."""

    analysis_id = serializers.CharField(allow_null=True)
    resume_id = serializers.CharField()
    job_id = serializers.CharField()
    duplicate = serializers.BooleanField()
    status = serializers.CharField()
    error_code = serializers.CharField()
    error = serializers.CharField()
    result = serializers.JSONField(allow_null=True)


class QuestionRequestSerializer(serializers.Serializer[Any]):
    """A question about the candidate."""

    question = serializers.CharField(max_length=1000)


class CitationSerializer(serializers.Serializer[Any]):
    """``text[start:end]`` of the stored resume text."""

    quote = serializers.CharField()
    page = serializers.IntegerField()
    start = serializers.IntegerField()
    end = serializers.IntegerField()


class QuestionSerializer(serializers.Serializer[Any]):
    """The answer and the words it rests on."""

    interaction_id = serializers.CharField()
    analysis_id = serializers.CharField()
    question = serializers.CharField()
    response = serializers.CharField()
    citations = CitationSerializer(many=True)
    answered_by = serializers.CharField()
    dropped_quotes = serializers.IntegerField()
    examples = serializers.ListField(child=serializers.CharField())
    created_at = serializers.DateTimeField()


class DecisionRequestSerializer(serializers.Serializer[Any]):
    """A person's word on the candidate."""

    decision = OneOf(choices=Decision.Choice.choices)
    reason = serializers.CharField(required=False, allow_blank=True, default="", max_length=5000)


class DecisionSerializer(serializers.Serializer[Any]):
    """The decision as it was kept."""

    analysis_id = serializers.CharField()
    decision = serializers.CharField()
    reason = serializers.CharField()
    decided_at = serializers.DateTimeField()
    decided_by = serializers.CharField(allow_null=True)


class RankedSerializer(AnalysisRowSerializer):
    """An analysis in a job's ranking."""

    rank = serializers.IntegerField()
    matched_skills = serializers.ListField(child=serializers.CharField())
    missing_critical_skills = serializers.ListField(child=serializers.CharField())
    relevant_months = serializers.IntegerField(allow_null=True)
    total_months = serializers.IntegerField(allow_null=True)
    newest_analysis_id = serializers.CharField(
        help_text="Of the newest file of the same person in this ranking; its own where there is no newer one"
    )
    file_count = serializers.IntegerField(help_text="Files of this person in the ranking")


class MatchSerializer(serializers.Serializer[Any]):
    """A person of the library found for a job, by their newest resume; ``analysis_id`` is null when it was never
    analysed for it."""

    resume_id = serializers.CharField()
    candidate_name = serializers.CharField()
    overall_score = serializers.FloatField()
    hiring_recommendation = serializers.CharField()
    must_haves_met = serializers.IntegerField()
    must_haves_total = serializers.IntegerField()
    matched_skills = serializers.ListField(child=serializers.CharField())
    missing_critical_skills = serializers.ListField(child=serializers.CharField())
    analysis_id = serializers.CharField(allow_null=True)
    file_count = serializers.IntegerField(help_text="Resumes of this person in the library")


class MatchesSerializer(serializers.Serializer[Any]):
    """The best resumes of the library for a job."""

    job_id = serializers.CharField()
    count = serializers.IntegerField()
    results = MatchSerializer(many=True)


class ComparisonSerializer(serializers.Serializer[Any]):
    """Up to five analyses side by side."""

    job_id = serializers.CharField()
    candidates = serializers.ListField(child=serializers.DictField())
    requirements = serializers.ListField(child=serializers.DictField())


class AnalysisFilterSerializer(serializers.Serializer[Any]):
    """Filters of the list of analyses."""

    job_id = serializers.CharField(required=False)
    resume_id = serializers.CharField(required=False)
    candidate_name = serializers.CharField(required=False, help_text="Part of the name, in any case")
    status = OneOf(choices=["queued", "running", "done", "failed"], required=False)
    min_score = serializers.FloatField(required=False, min_value=0, max_value=100)


class RankingFilterSerializer(serializers.Serializer[Any]):
    """Filters of a ranking."""

    min_score = serializers.FloatField(required=False, min_value=0, max_value=100)
    must_haves_met = serializers.BooleanField(required=False, default=False)
    decision = OneOf(choices=["shortlisted", "rejected", "on_hold", "none"], required=False)
    since = serializers.DateField(required=False)
    until = serializers.DateField(required=False)
    newest_files = serializers.BooleanField(
        required=False, default=False, help_text="Of a person with several files the newest only"
    )

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """Refuse days in the wrong order: an empty list would look like an answer."""
        since, until = attrs.get("since"), attrs.get("until")
        if since and until and until < since:
            raise serializers.ValidationError({"until": ["The last day is before the first (since)."]})
        return attrs


class MatchFilterSerializer(serializers.Serializer[Any]):
    """How many matches to return."""

    limit = serializers.IntegerField(required=False, default=10, min_value=1, max_value=50)


class AsyncSerializer(serializers.Serializer[Any]):
    """Whether to answer before the analysis is done."""

    # The query parameter is named `async`, which Python keeps for itself.
    def get_fields(self) -> dict[str, Any]:
        """One field, named as in the address."""
        return {"async": serializers.BooleanField(required=False, default=False)}
