"""Application configuration."""

from django.apps import AppConfig


class AnalysesConfig(AppConfig):
    """The analyses application."""

    name = "analyses"
    default_auto_field = "django.db.models.BigAutoField"
