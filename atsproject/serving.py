"""What a process that serves requests does once, before its first."""

import logging

from django.conf import settings
from django.core import checks
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError
from django.utils import timezone

logger = logging.getLogger(__name__)


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
    # With the database's queue and no Chroma server this is the only web process, and what waits now waited when the
    # site stopped: whoever was killed with it in hand says nothing. Several processes leave it to check_storage.
    if settings.TASKS_BACKEND == "database" and not settings.CHROMA_URL:
        _pick_up()


def _pick_up() -> None:
    """Hand what was left waiting to the workers again; a database that is not ready yet keeps nobody from starting."""
    from analyses.waiting import hand_over_again

    try:
        found = hand_over_again(since_before=timezone.now())
    except DatabaseError as error:
        logger.warning("What waited before the start could not be looked up (%s)", type(error).__name__)
        return
    if len(found):
        logger.warning("From before: %s resumes to read, %s analyses to score", len(found.resumes), len(found.analyses))
