"""Application configuration."""

from django.apps import AppConfig


class FeedbackConfig(AppConfig):
    """The feedback application: it registers its collection with the indexes."""

    name = "feedback"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Hand in what is indexed, and note every change of it."""
        from feedback import signals  # noqa: F401
        from feedback.indexing import COLLECTION
        from vectors.collections import register

        register(COLLECTION)
