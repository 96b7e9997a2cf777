"""Whether the process is up (``/healthz``) and whether it can do its work (``/readyz``)."""

import logging
import os
import socket
import tempfile
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

CONNECT_SECONDS = 2.0

logger = logging.getLogger(__name__)


class NotReady(Exception):
    """Carries one sentence about what is not ready and what to do."""


def _database() -> None:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError as error:
        raise NotReady("The database does not answer. Look at DATABASE_URL and at the server behind it.") from error


def _migrations() -> None:
    try:
        executor = MigrationExecutor(connection)
        pending = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError as error:
        raise NotReady("The database does not answer.") from error
    if pending:
        raise NotReady(f"{len(pending)} migrations are not applied. Run manage.py migrate.")


def _storage() -> None:
    try:
        if settings.STORAGE_BACKEND == "filesystem":
            _write_probe(Path(settings.MEDIA_ROOT))
        else:
            name = default_storage.save(f"readyz/{os.getpid()}", ContentFile(b"ready"))
            default_storage.delete(name)
    except Exception as error:
        logger.warning("Storage is not writable: %s", type(error).__name__)
        raise NotReady("Files cannot be stored. Look at MEDIA_ROOT (or the bucket) and its permissions.") from error


def _indexes() -> None:
    for name in ("VECTOR_ROOT", "MODEL_ROOT"):
        try:
            _write_probe(Path(getattr(settings, name)))
        except OSError as error:
            raise NotReady(f"The folder {name} cannot be written ({error.strerror}).") from error

    if settings.CHROMA_URL:
        _answering(settings.CHROMA_URL, 8000, "The Chroma server does not answer. Look at CHROMA_URL.")


def _queue() -> None:
    if settings.TASKS_BACKEND == "rq":
        _answering(settings.REDIS_URL, 6379, "Redis does not answer: queued work waits. Look at REDIS_URL.")


def _answering(address: str, default_port: int, sentence: str) -> None:
    """Raise NotReady with the sentence where nothing accepts connections at the address."""
    parts = urlsplit(address)
    try:
        with socket.create_connection((parts.hostname or "", parts.port or default_port), timeout=CONNECT_SECONDS):
            pass
    except OSError as error:
        raise NotReady(sentence) from error


def _write_probe(folder: Path) -> None:
    """Raises OSError where a file cannot be made in the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=folder, prefix=".ready-"):
        pass


CHECKS: dict[str, Callable[[], None]] = {
    "database": _database,
    "migrations": _migrations,
    "storage": _storage,
    "indexes": _indexes,
    "queue": _queue,
}


@never_cache
@require_safe
@login_not_required
def healthz(request: HttpRequest) -> JsonResponse:
    """200 while the process answers; touches nothing."""
    return JsonResponse({"status": "ok"})


@never_cache
@require_safe
@login_not_required
def readyz(request: HttpRequest) -> JsonResponse:
    """200 when every part is ready, else 503 naming each part that is not and why."""
    report: dict[str, str] = {}
    for name, check in CHECKS.items():
        try:
            check()
            report[name] = "ok"
        except NotReady as problem:
            report[name] = str(problem)
    ready = all(state == "ok" for state in report.values())
    body = {"status": "ready" if ready else "not_ready", "checks": report}
    return JsonResponse(body, status=200 if ready else 503)
