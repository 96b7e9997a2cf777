"""What is indexed: apps register their collections here when they are ready.

A collection hands over text and metadata by key, so that the indexes, which know keys and vectors only,
never import an app.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

Scalar = str | int | float | bool
Entry = tuple[str, Mapping[str, Scalar]]


@dataclass(frozen=True, slots=True)
class Collection:
    """One kind of row that can be searched by meaning.

    ``entries_of`` gives text and metadata (scalars, no null) of the keys that are to be indexed and leaves out
    the others; ``all_keys`` goes through every key that is to be indexed; ``count`` says how many those are.
    """

    name: str
    entries_of: Callable[[Sequence[str]], Mapping[str, Entry]]
    all_keys: Callable[[], Iterable[str]]
    count: Callable[[], int]


_registered: dict[str, Collection] = {}


def register(collection: Collection) -> None:
    """Make a collection known; the same name again replaces it. Names need three characters for Chroma."""
    if len(collection.name) < 3:
        raise ValueError(f"A collection's name has three characters or more: {collection.name!r}")
    _registered[collection.name] = collection


def get_collection(name: str) -> Collection:
    """The collection of that name; raises KeyError for one that nobody registered."""
    return _registered[name]


def collections() -> list[Collection]:
    """Every registered collection, by name."""
    return [_registered[name] for name in sorted(_registered)]
