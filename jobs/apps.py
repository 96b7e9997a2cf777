"""Application configuration."""

from django.apps import AppConfig
from django.conf import settings


class JobsConfig(AppConfig):
    """The jobs application; hands the site's own skills to the taxonomy, which knows no settings."""

    name = "jobs"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Nothing is read here: the taxonomy reads its files on first use."""
        import jobs.checks  # noqa: F401  (registers the check)
        import skills

        skills.use_site_file(settings.SKILLS_FILE)
