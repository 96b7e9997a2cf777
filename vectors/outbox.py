"""The outbox: what changed and has yet to reach the indexes, written with the change itself."""

from django.db import connection, transaction

from vectors.models import OutboxEntry

# Any constant: it names the lock that orders the outbox among PostgreSQL transactions.
_ORDER_LOCK = 7_205_001


def record_change(collection: str, key: str) -> None:
    """Note, inside the caller's transaction, that ``key`` of ``collection`` was made, changed or removed.

    On commit the indexer is woken. Ids become visible in their order: on PostgreSQL, where transactions could
    commit out of order and a reader would pass over the slower one, writers of the outbox wait for each other
    until they commit; on SQLite the database itself sees to it.
    """
    from vectors import indexer

    with transaction.atomic():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_ORDER_LOCK])
        OutboxEntry.objects.create(collection=collection, key=key)
    transaction.on_commit(indexer.wake)
