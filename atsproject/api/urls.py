"""Addresses of the API: one router, each app's viewsets registered on it."""

from django.urls import include, path, re_path
from rest_framework.routers import SimpleRouter

from analyses.api import (
    AnalysisViewSet,
    AnalyzeResumeView,
    CompareView,
    MatchesView,
    RankingView,
    UploadResumeView,
)
from atsproject.api.docs import DocsView, SchemaView
from atsproject.api.stats import StorageStatsView
from atsproject.api.tokens import TokenViewSet
from atsproject.api.unknown import UnknownRoute
from feedback.api import FeedbackViewSet
from feedback.snapshot_api import SnapshotViewSet
from feedback.training_api import AdapterViewSet, FeedbackBehindView, TrainingRunViewSet
from jobs.api import JobDescriptionView, JobViewSet
from jobs.tracker_api import JobApplicationEntryView, JobApplicationViewSet
from resumes.api import ResumeUploadView, ResumeViewSet


class TolerantRouter(SimpleRouter):
    """A router whose addresses need no trailing slash and take one."""

    def __init__(self) -> None:
        super().__init__()
        self.trailing_slash = "/?"


router = TolerantRouter()
router.register("tokens", TokenViewSet, basename="token")
router.register("jobs", JobViewSet, basename="job")
router.register("job-applications", JobApplicationViewSet, basename="job-application")
router.register("resumes", ResumeViewSet, basename="resume")
router.register("analyses", AnalysisViewSet, basename="analysis")
router.register("feedback", FeedbackViewSet, basename="feedback")
router.register("snapshots", SnapshotViewSet, basename="snapshot")
router.register("training-runs", TrainingRunViewSet, basename="training-run")
router.register("adapters", AdapterViewSet, basename="adapter")

urlpatterns = [
    # Before the router, whose addresses of a job would take the last part for its id.
    re_path(r"^jobs/(?P<job_id>[^/]+)/ranking/?$", RankingView.as_view({"get": "list"}), name="job-ranking"),
    re_path(r"^jobs/(?P<job_id>[^/]+)/matches/?$", MatchesView.as_view(), name="job-matches"),
    re_path(r"^jobs/(?P<job_id>[^/]+)/compare/?$", CompareView.as_view(), name="job-compare"),
    re_path(
        r"^analyses/(?P<analysis_id>[^/]+)/feedback-behind/?$",
        FeedbackBehindView.as_view({"get": "behind"}),
        name="analysis-feedback-behind",
    ),
    path("", include(router.urls)),
    re_path(r"^upload-resume/?$", UploadResumeView.as_view(), name="upload-resume"),
    re_path(r"^analyze-resume/(?P<resume_id>[^/]+)/?$", AnalyzeResumeView.as_view(), name="analyze-resume"),
    re_path(r"^upload-resume-only/?$", ResumeUploadView.as_view({"post": "create"}), name="upload-resume-only"),
    re_path(
        r"^job-description/?$",
        JobDescriptionView.as_view({"get": "retrieve", "post": "create"}),
        name="job-description",
    ),
    re_path(r"^job-application/?$", JobApplicationEntryView.as_view({"post": "create"}), name="job-application-new"),
    re_path(r"^storage/stats/?$", StorageStatsView.as_view(), name="storage-stats"),
    re_path(r"^schema/?$", SchemaView.as_view(), name="schema"),
    re_path(r"^docs/?$", DocsView.as_view(), name="docs"),
    # Last: everything below /api that is not above answers in the API's shape.
    re_path(r"^.*$", UnknownRoute.as_view(), name="unknown-route"),
]
