"""What a process that serves requests does once, before its first."""

from django.core import checks
from django.core.exceptions import ImproperlyConfigured


def begin_serving() -> None:
    """Refuse wrong settings as management commands do, and start bringing the indexes up to date.

    Raises ImproperlyConfigured, naming each variable with its fix: a web server would otherwise start with
    settings that no command accepts, and fail at the first request that needs them.
    """
    errors = [message for message in checks.run_checks() if message.is_serious()]
    if errors:
        raise ImproperlyConfigured("\n".join(f"{error.msg} {error.hint or ''} ({error.id})" for error in errors))
    from vectors import indexer

    indexer.start()
