"""Many small questions to pypdfium2 in one go: bare addresses instead of wrapped pointers, answers written into arrays.

A call that wraps its pointers and results anew takes ten times as long as what it asks for; here the
loop over characters or objects runs in C.
"""

import ctypes
from array import array
from collections import deque
from collections.abc import Callable, Iterable
from typing import Any

POINTER, INDEX = ctypes.c_void_p, ctypes.c_int


def plain(function: Any, result: Any, *arguments: Any) -> Callable[..., Any]:
    """The same function of the library, taking and giving bare addresses."""
    bare: Callable[..., Any] = ctypes.CFUNCTYPE(result, *arguments)(address_of(function))
    return bare


def address_of(handle: Any) -> int:
    """Where a function or an object of the library lies."""
    return ctypes.cast(handle, ctypes.c_void_p).value or 0


def fill(
    ask: Callable[..., Any], table: "array[float]", width: int, columns: Iterable[int], *asked: Iterable[Any]
) -> None:
    """Let ``ask`` write one row of ``table`` (``width`` numbers) for each of ``asked``, its first arguments.

    ``columns``: which numbers of the row the call's results are, in the order in which it takes their addresses.
    """
    start, length = table.buffer_info()
    row = width * table.itemsize
    end = start + length * table.itemsize
    addresses = [range(start + column * table.itemsize, end, row) for column in columns]
    deque(map(ask, *asked, *addresses), maxlen=0)
