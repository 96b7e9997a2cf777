"""Addresses of the API: one router, each app's viewsets registered on it."""

from django.urls import include, path
from rest_framework.routers import SimpleRouter

from feedback.api import FeedbackViewSet


class TolerantRouter(SimpleRouter):
    """A router whose addresses need no trailing slash and take one."""

    def __init__(self) -> None:
        super().__init__()
        self.trailing_slash = "/?"


router = TolerantRouter()
router.register("feedback", FeedbackViewSet, basename="feedback")

urlpatterns = [
    path("", include(router.urls)),
]
