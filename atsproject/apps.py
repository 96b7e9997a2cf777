"""Application configuration of the project itself: checks, roles, the trail, commands that span the apps."""

from django.apps import AppConfig, apps
from django.db.models.signals import post_migrate

# What the packages call their parts, in the words of the pages.
NAMES = {
    "auth": "Users and roles",
    "auditlog": "Trail",
    "knox": "Tokens",
    "django_tasks_database": "Work in the background",
    "vectors": "Search indexes",
}


class AtsProjectConfig(AppConfig):
    """Registers the system checks that refuse wrong settings, the roles and the trail."""

    name = "atsproject"

    def ready(self) -> None:
        """Import the modules that register themselves."""
        from atsproject import checks, roles, trail

        assert checks  # importing it registers the checks
        # The signal is sent once for each app with models, in order: after the last, all permissions exist.
        last = [config for config in apps.get_app_configs() if config.models_module is not None][-1]
        post_migrate.connect(roles.make_roles_after_migrate, sender=last)
        trail.register_models()
        for label, name in NAMES.items():
            apps.get_app_config(label).verbose_name = name
