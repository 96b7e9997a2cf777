"""A change and its outbox entry stand or fall together, and no entry is passed over."""

import threading

import pytest
from django.db import connection, transaction

from vectors import indexer
from vectors.models import OutboxEntry
from vectors.outbox import record_change


@pytest.mark.django_db(transaction=True)
def test_a_rolled_back_change_leaves_no_entry(monkeypatch):
    woken = []
    monkeypatch.setattr(indexer, "wake", lambda: woken.append(1))
    with transaction.atomic():
        record_change("things", "a")
        transaction.set_rollback(True)
    assert not OutboxEntry.objects.exists()
    assert not woken
    record_change("things", "a")
    assert OutboxEntry.objects.count() == 1
    assert woken


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor != "postgresql", reason="needs PostgreSQL: SQLite has one writer")
def test_ids_become_visible_in_their_order():
    """A transaction that was given the lower id first is seen first, however late it commits."""
    wrote, finish = threading.Event(), threading.Event()

    def slow():
        try:
            with transaction.atomic():
                record_change("things", "slow")
                wrote.set()
                finish.wait(10)
        finally:
            connection.close()

    def fast():
        try:
            record_change("things", "fast")
        finally:
            connection.close()

    first, second = threading.Thread(target=slow), threading.Thread(target=fast)
    first.start()
    wrote.wait(10)
    second.start()
    second.join(0.5)
    assert not OutboxEntry.objects.filter(key="fast").exists()
    finish.set()
    first.join(10)
    second.join(10)
    assert [row.key for row in OutboxEntry.objects.order_by("id")] == ["slow", "fast"]
