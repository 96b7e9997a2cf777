"""Application configuration."""

from django.apps import AppConfig


class ResumesConfig(AppConfig):
    """The resumes application."""

    name = "resumes"
    default_auto_field = "django.db.models.BigAutoField"
