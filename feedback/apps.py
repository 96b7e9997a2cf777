"""Application configuration."""

from django.apps import AppConfig


class FeedbackConfig(AppConfig):
    """The feedback application."""

    name = "feedback"
    default_auto_field = "django.db.models.BigAutoField"
