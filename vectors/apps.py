"""Application configuration."""

from django.apps import AppConfig


class VectorsConfig(AppConfig):
    """The vectors application."""

    name = "vectors"
    default_auto_field = "django.db.models.BigAutoField"
