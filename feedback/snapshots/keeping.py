"""Values that are dear to make and too many for memory."""

import pickle
import sqlite3
from collections import OrderedDict
from collections.abc import Callable
from typing import Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Kept(Generic[K, V]):
    """Makes each value once: the last ``size`` stay in memory, all of them in a temporary database on disk.

    Rows come in no order of their candidates, so that a memory that forgets would make the same values over and over,
    and one that does not would grow. The database has no name: nobody else can open it, and it is gone with the
    process, however that ends. Keys need a telling ``repr``; values are pickled.
    """

    def __init__(self, make: Callable[[K], V], size: int) -> None:
        self._make, self._size = make, size
        self._recent: OrderedDict[K, V] = OrderedDict()
        self._disk = sqlite3.connect("", isolation_level=None)
        self._disk.execute("PRAGMA journal_mode = OFF")
        self._disk.execute("PRAGMA cache_size = -4096")  # KiB
        self._disk.execute("CREATE TABLE kept (key TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID")

    def __call__(self, key: K) -> V:
        """The value for ``key``, made on first use."""
        if key in self._recent:
            self._recent.move_to_end(key)
            return self._recent[key]
        value = self._recent[key] = self._looked_up(key)
        if len(self._recent) > self._size:
            self._recent.popitem(last=False)
        return value

    def _looked_up(self, key: K) -> V:
        row = self._disk.execute("SELECT value FROM kept WHERE key = ?", (repr(key),)).fetchone()
        if row is not None:
            found: V = pickle.loads(row[0])  # our own, from a file that nobody else can reach
            return found
        value = self._make(key)
        self._disk.execute("INSERT INTO kept VALUES (?, ?)", (repr(key), pickle.dumps(value, pickle.HIGHEST_PROTOCOL)))
        return value
