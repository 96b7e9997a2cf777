"""System checks that refuse wrong settings at start, naming the variable and its fix."""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, register


@register()
def check_environment(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """One error for each environment variable that could not be used."""
    return [
        Error(f"{problem.name}: {problem.problem}", hint=problem.fix, id="atsproject.E001")
        for problem in settings.ENV.problems
    ]
