"""Progress bars on standard error, for people at a terminal."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn


@contextmanager
def bar(label: str, *, hidden: bool = False) -> Iterator[Callable[[int, int], None]]:
    """A bar as long as the block; what it gives is called with how much is done, and of how much."""
    columns = (TextColumn(label), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), disable=hidden) as drawn:
        shown = drawn.add_task(label, total=None)

        def note(done: int, total: int) -> None:
            drawn.update(shown, completed=done, total=total)

        yield note
