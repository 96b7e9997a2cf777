"""Where the time of a request goes: functions and queries, counted while a block runs."""

import functools
import statistics
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from importlib import import_module
from typing import Any
from unittest import mock

from django.db import connection


class Clock:
    """Seconds spent in each named part; a part that calls another one is not counted twice."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = defaultdict(float)
        self.queries = 0
        self._open: list[str] = []
        self._since = 0.0

    @contextmanager
    def part(self, name: str) -> Iterator[None]:
        """Count the block for ``name``; what is nested in it counts for the inner part only."""
        self._turn()
        self._open.append(name)
        try:
            yield
        finally:
            self._turn()
            self._open.pop()

    def _turn(self) -> None:
        now = time.perf_counter()
        if self._open:
            self.seconds[self._open[-1]] += now - self._since
        self._since = now

    def wrap(self, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """The function, its time counted for ``name``."""

        @functools.wraps(function)
        def timed(*args: Any, **kwargs: Any) -> Any:
            with self.part(name):
                return function(*args, **kwargs)

        return timed

    def query(self, execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
        """An ``execute_wrapper`` of Django's: counts each query and its time."""
        self.queries += 1
        with self.part("database"):
            return execute(sql, params, many, context)


@contextmanager
def watched(functions: Mapping[str, Sequence[str]]) -> Iterator[Clock]:
    """Count time in the functions (part -> dotted names, as their callers look them up) and in queries."""
    clock = Clock()
    with ExitStack() as stack:
        stack.enter_context(connection.execute_wrapper(clock.query))
        for part, names in functions.items():
            for name in names:
                module, _, attribute = name.rpartition(".")
                original = getattr(import_module(module), attribute)
                stack.enter_context(mock.patch(name, clock.wrap(part, original)))
        yield clock


def spread(seconds: Sequence[float]) -> dict[str, float]:
    """Median and 95th percentile, in milliseconds."""
    ordered = sorted(seconds)
    at = min(len(ordered) - 1, round(0.95 * (len(ordered) - 1)))
    return {"median_ms": round(1000 * statistics.median(ordered), 1), "p95_ms": round(1000 * ordered[at], 1)}
