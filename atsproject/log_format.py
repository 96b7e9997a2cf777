"""How a line of the log is written."""

import logging
import re
from copy import copy
from typing import Any

# Databases quote the row that they refuse: a candidate's name, e-mail, even the whole text. It ends with its traceback.
_QUOTED = re.compile(
    r"^(DETAIL|CONTEXT|QUERY|PARAMETERS): .*?(?=\n\n(?:The above exception was|During handling of)|\Z)", re.M | re.S
)


class WithoutPersonalData(logging.Formatter):
    """Lines without what a database tells of the row that it refused, and without the way to a refusal."""

    def format(self, record: logging.LogRecord) -> str:
        """The line; with a traceback where the program failed, not where a request was turned away."""
        if getattr(record, "status_code", 500) < 500 and record.exc_info:
            record = copy(record)
            record.exc_info = record.exc_text = None
        return super().format(record)

    def formatException(self, ei: Any) -> str:
        """The traceback, its messages cut where a row is quoted."""
        return _cut(super().formatException(ei))

    def formatMessage(self, record: logging.LogRecord) -> str:
        """The line, cut likewise: some are made of an exception."""
        return _cut(super().formatMessage(record))


def _cut(text: str) -> str:
    return _QUOTED.sub(lambda found: f"{found[1]}: (not logged)", text)
