"""What a check of the storage found."""

from dataclasses import asdict, dataclass
from typing import Any


@dataclass(slots=True)
class Finding:
    """Something that does not agree. ``area`` is files, indexes, embeddings, digests, work or snapshots."""

    area: str
    problem: (
        str  # missing_file, orphan_file, wrong_file, stale_index, unreachable_index, bad_vector, broken_snapshot ...
    )
    subject: str  # an id or a storage key, never a name
    advice: str = ""
    repaired: bool = False

    def as_json(self) -> dict[str, Any]:
        """The finding as JSON holds it."""
        return asdict(self)
