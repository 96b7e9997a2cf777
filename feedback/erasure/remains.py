"""What the files of a database still hold of rows that are gone."""

import time

from django.db import connection

_AGAIN_AFTER = 0.2  # seconds


def overwrite_remains(*, timeout: float) -> bool:
    """Have SQLite carry its write-ahead log into the database and empty it: pages of before stand there until then.

    Rows that are deleted are overwritten with noughts (``secure_delete``). Waits up to ``timeout`` seconds for others
    who are reading; False where they did not stop. Other databases clean up by themselves (PostgreSQL by vacuum).
    """
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        return True
    until = time.monotonic() + timeout
    while True:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            busy = bool(cursor.fetchone()[0])
        if not busy or time.monotonic() > until:
            return not busy
        time.sleep(_AGAIN_AFTER)
