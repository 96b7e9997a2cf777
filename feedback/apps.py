"""Application configuration."""

from django.apps import AppConfig


class FeedbackConfig(AppConfig):
    """The feedback application: it registers its collection with the indexes."""

    name = "feedback"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Hand in what is indexed, past examples and what a decision means, and note every change."""
        from analyses.listeners import on_decision
        from analyses.questions import register_examples
        from feedback import signals  # noqa: F401
        from feedback.gestures import record_decision
        from feedback.indexing import COLLECTION
        from feedback.similar import examples_for
        from vectors.collections import register

        register(COLLECTION)
        register_examples(examples_for)
        on_decision(record_decision)
