"""What an index must be able to do; every index is held to the same contract tests."""

import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from vectors.collections import Scalar

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

Row: TypeAlias = "npt.NDArray[np.float32]"
Where = Mapping[str, Any]
OPERATORS: dict[str, Callable[[Any, Any], bool]] = {
    "$eq": lambda a, b: bool(a == b),
    "$ne": lambda a, b: bool(a != b),
    "$gt": lambda a, b: bool(a > b),
    "$gte": lambda a, b: bool(a >= b),
    "$lt": lambda a, b: bool(a < b),
    "$lte": lambda a, b: bool(a <= b),
    "$in": lambda a, b: a in b,
}


@dataclass(frozen=True, slots=True)
class Item:
    """One indexed row: key, hash of the text, unit vector, metadata."""

    key: str
    content_hash: str
    vector: Row
    metadata: Mapping[str, Scalar]


@dataclass(frozen=True, slots=True)
class Hit:
    """A key found, with its cosine similarity (-1..1)."""

    key: str
    similarity: float


class StoreUnavailable(RuntimeError):
    """The index cannot be reached from this process now."""


class IndexDamaged(StoreUnavailable):
    """The index is not as it should be, or was made in another way than today: it must be rebuilt."""


class Store(ABC):
    """One copy of one collection's index for one model. ``index`` names its kind."""

    index: str

    def __init__(self, collection: str, model_key: str, dimension: int) -> None:
        self.collection = collection
        self.model_key = model_key
        self.dimension = dimension

    @property
    @abstractmethod
    def copy(self) -> str:
        """Which copy of the index this is (host and folder, or address): each keeps its own progress."""

    def exclusive(self) -> AbstractContextManager[None]:
        """Keep other writers of this copy away while several steps belong together."""
        return nullcontext()

    @abstractmethod
    def apply(self, upserts: Sequence[Item], deletes: Iterable[str]) -> None:
        """Put items in, replacing those of the same key, and take keys out; unknown keys are no error."""

    @abstractmethod
    def replace(self, items: Iterable[Item]) -> None:
        """Make the index hold exactly ``items``."""

    @abstractmethod
    def search(self, vector: Row, n: int, *, where: Where | None = None) -> list[Hit]:
        """The ``n`` nearest by cosine, best first, ties by key.

        ``where`` maps metadata to a value or to {operator: value} with $eq, $ne, $gt, $gte, $lt, $lte, $in.
        """

    @abstractmethod
    def contents(self) -> dict[str, str]:
        """Hash of the text by key, of everything indexed."""

    @abstractmethod
    def count(self) -> int:
        """How many keys are indexed."""

    @abstractmethod
    def size_bytes(self) -> int | None:
        """Bytes on disk, or None where they cannot be known."""

    @abstractmethod
    def drop(self) -> None:
        """Remove the index altogether."""


def matches(metadata: Mapping[str, Scalar], where: Where | None) -> bool:
    """True when ``metadata`` fulfils every condition; a field that is missing fulfils none."""
    for field, condition in (where or {}).items():
        if field not in metadata:
            return False
        conditions = condition if isinstance(condition, Mapping) else {"$eq": condition}
        if not all(OPERATORS[operator](metadata[field], wanted) for operator, wanted in conditions.items()):
            return False
    return True


def slug(model_key: str) -> str:
    """A model's key as part of a file or collection name."""
    return re.sub(r"[^A-Za-z0-9._-]+", "-", model_key).strip("-._")[:60] or "model"
