from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, connections
from rest_framework.exceptions import APIException

from feedback.models import Feedback
from feedback.services import submit_feedback
from tests.feedback.conftest import EVERYDAY, body, make_user

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def at_once():
    if connection.vendor != "postgresql":
        pytest.skip("SQLite in memory has one connection; the PostgreSQL run tests this")

    def run(calls):
        def call(fields):
            try:
                row, created = submit_feedback(by=alice, **fields)
            except APIException as error:
                return error.status_code, None
            finally:
                connections.close_all()
            return 201 if created else 200, row.pk

        with ThreadPoolExecutor(len(calls)) as pool:
            return list(pool.map(call, calls))

    alice = make_user("alice", *EVERYDAY)
    return run


def test_the_same_body_from_many_senders_is_one_row(at_once):
    answers = at_once([body() for _ in range(6)])
    assert sorted(status for status, _ in answers) == [200] * 5 + [201]
    assert len({key for _, key in answers}) == Feedback.objects.count() == 1


def test_two_revisions_of_one_row_are_not_both_taken(at_once):
    ((_, first),) = at_once([body()])
    answers = at_once([body(rating=rating, supersedes=first) for rating in (1, 2, 3)])
    assert sorted(status for status, _ in answers) == [201, 409, 409]
    assert Feedback.objects.current().count() == 1
