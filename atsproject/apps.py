"""Application configuration of the project itself: checks, roles, commands that span the apps."""

from django.apps import AppConfig


class AtsProjectConfig(AppConfig):
    """Registers the system checks that refuse wrong settings."""

    name = "atsproject"

    def ready(self) -> None:
        """Import the modules that register themselves."""
        from atsproject import checks  # noqa: F401
