"""Application configuration."""

from typing import Any

from django.apps import AppConfig


class AnalysesConfig(AppConfig):
    """The analyses application."""

    name = "analyses"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Begin what waited for OCR once a resume was read."""
        from resumes.reading import after_reading

        after_reading(begin_awaited)


def begin_awaited(resume: Any) -> None:
    """Hand over to the service, imported only when a resume is read: a start needs none of it."""
    from analyses import services

    services.begin_awaited(resume)
