"""Application configuration."""

from typing import Any

from django.apps import AppConfig


class AnalysesConfig(AppConfig):
    """The analyses application."""

    name = "analyses"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Begin what waited for OCR once a resume was read, tell the lines of its files when that begins, and say
        whom the jobs hide."""
        from resumes.hiding import register_screen
        from resumes.reading import after_reading, before_reading

        after_reading(begin_awaited)
        before_reading(tell_intake)
        register_screen(screen)


def begin_awaited(resume: Any) -> None:
    """Hand over to the service, imported only when a resume is read: a start needs none of it."""
    from analyses import services

    services.begin_awaited(resume)


def screen() -> Any:
    """A fresh screen, its module imported only when a resume is asked for."""
    from analyses.blindness.cover import Cover

    return Cover()


def tell_intake(resume: Any) -> None:
    """Note on the lines of the resume's files that reading has begun."""
    from analyses import intake

    intake.note_reading(resume)
