"""System checks of the jobs app."""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, register

from skills.loading import load_taxonomy
from skills.outline import OutlineError


@register()
def check_skills_file(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """E001: the site's own skills cannot be read."""
    if settings.SKILLS_FILE is None:
        return []
    try:
        load_taxonomy([settings.SKILLS_FILE])
    except OutlineError as error:
        hint = "Mend that line (skills/outline.py shows the format), or leave SKILLS_FILE unset."
        return [Error(f"SKILLS_FILE: {error}", hint=hint, id="jobs.E001")]
    return []
