"""What the log says of a failure names no candidate, whatever the database says of the row it refused."""

import logging

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError

from atsproject.log_format import WithoutPersonalData

DETAIL = 'duplicate key value violates unique constraint "x"\nDETAIL:  Key (value)=(ada@example.org\n\nAda) exists.'


def logged(error: Exception, message: str = "It failed") -> str:
    record = logging.LogRecord("a", logging.ERROR, "a.py", 1, message, None, (type(error), error, error.__traceback__))
    return WithoutPersonalData("{levelname} {message}", style="{").format(record)


def test_a_refused_row_is_not_quoted():
    try:
        try:
            raise ValueError(DETAIL)
        except ValueError as cause:
            raise IntegrityError(DETAIL) from cause
    except IntegrityError as error:
        told = logged(error)
    assert "ada@example.org" not in told
    assert "Ada" not in told
    assert told.count("DETAIL: (not logged)") == 2
    assert "IntegrityError: duplicate key value" in told
    assert "The above exception was the direct cause" in told
    assert "test_log_format.py" in told


def test_nor_where_the_message_is_the_error():
    assert "ada@example.org" not in logged(ValueError("a"), message=f"Not stored: {DETAIL}")


@pytest.mark.parametrize("text", ["all is well", "in detail: more", "Traceback (most recent call last):"])
def test_other_lines_stay_as_they_are(text):
    assert text in logged(ValueError("a"), message=text)


@pytest.mark.parametrize(("status", "lines"), [(400, 1), (403, 1), (500, 2)])
def test_what_was_turned_away_takes_one_line(status, lines):
    error = PermissionDenied("No role")
    record = logging.LogRecord("a", logging.WARNING, "a.py", 1, "Forbidden: /x", None, (type(error), error, None))
    record.status_code = status
    told = WithoutPersonalData("{levelname} {message}", style="{").format(record)
    assert len(told.splitlines()) == lines
    assert record.exc_info  # other handlers may want it
