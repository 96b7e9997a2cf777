"""``GET /api/storage/stats``."""

from typing import Any, cast

from django.contrib.auth.models import User
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from atsproject.stats import storage_stats


class CountsSerializer(serializers.Serializer[Any]):
    """How many there are, and how many of them are from the last seven days."""

    total = serializers.IntegerField()
    recent = serializers.IntegerField()


class ResumeCountsSerializer(CountsSerializer):
    """Resumes, with those that could not be read."""

    unreadable = serializers.IntegerField()


class AnalysisCountsSerializer(CountsSerializer):
    """Analyses, with those that failed."""

    failed = serializers.IntegerField()


class FeedbackCountsSerializer(serializers.Serializer[Any]):
    """Feedback and its average rating (null before there is any)."""

    total_feedback = serializers.IntegerField()
    average_rating = serializers.FloatField(allow_null=True)


class FilesSerializer(serializers.Serializer[Any]):
    """Stored PDFs."""

    bytes = serializers.IntegerField()


class IndexCopySerializer(serializers.Serializer[Any]):
    """One index of one collection and the number of changes it has yet to take."""

    index = serializers.CharField()
    collection = serializers.CharField()
    model = serializers.CharField()
    count = serializers.IntegerField(allow_null=True)
    lag = serializers.IntegerField()
    bytes = serializers.IntegerField(allow_null=True)
    updated_at = serializers.DateTimeField(allow_null=True)
    note = serializers.CharField(help_text="Why count and bytes are null, when they are")


class IndexesSerializer(serializers.Serializer[Any]):
    """Cached embeddings and the copies of the indexes."""

    embeddings = serializers.IntegerField()
    copies = IndexCopySerializer(many=True)


class StorageStatsSerializer(serializers.Serializer[Any]):
    """What the installation holds."""

    jobs = CountsSerializer()
    resumes = ResumeCountsSerializer()
    analyses = AnalysisCountsSerializer()
    feedback = FeedbackCountsSerializer()
    files = FilesSerializer()
    indexes = IndexesSerializer()
    current_job_id = serializers.CharField(allow_null=True)


class StorageStatsView(APIView):
    """Counts of everything stored."""

    @extend_schema(responses=StorageStatsSerializer)
    def get(self, request: Request) -> Response:
        """Counts of the whole installation, and the caller's own current job."""
        return Response(storage_stats(user=cast(User, request.user)))
