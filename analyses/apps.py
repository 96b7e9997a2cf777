"""Application configuration."""

from typing import Any

from django.apps import AppConfig


class AnalysesConfig(AppConfig):
    """The analyses application."""

    name = "analyses"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Begin what waited for OCR once a resume was read, and say whom the jobs hide."""
        from resumes.hiding import register_screen
        from resumes.reading import after_reading

        after_reading(begin_awaited)
        register_screen(screen)


def begin_awaited(resume: Any) -> None:
    """Hand over to the service, imported only when a resume is read: a start needs none of it."""
    from analyses import services

    services.begin_awaited(resume)


def screen() -> Any:
    """A fresh screen, its module imported only when a resume is asked for."""
    from analyses.blindness.cover import Cover

    return Cover()
