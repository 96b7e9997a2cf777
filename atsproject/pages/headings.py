"""Headings of a table that sort it: where each leads, and what it says of the present order."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import HttpRequest


@dataclass(frozen=True, slots=True)
class Column:
    """A heading that sorts: where it leads, and what it says of the present order."""

    key: str
    label: str
    address: str
    aria: str  # ascending, descending or none


def headings(
    request: HttpRequest, labels: Mapping[str, str], *, most_first: Mapping[str, bool], now: str, descending: bool
) -> dict[str, Column]:
    """The headings by key, each keeping the filters of the address.

    ``most_first`` says which columns begin with their most; ``now`` is the column that sorts, ``descending`` how. A
    column chosen again turns its order, which the address says by ``-`` before its key.
    """
    found = {}
    for key, label in labels.items():
        query = request.GET.copy()
        query.pop("page", None)
        query["sort"] = f"-{key}" if key == now and descending == most_first[key] else key
        aria = ("descending" if descending else "ascending") if key == now else "none"
        found[key] = Column(key, label, f"?{query.urlencode()}", aria)
    return found


def asked_order(request: HttpRequest, most_first: Mapping[str, bool], default: str) -> tuple[str, bool]:
    """The column that the address sorts by, else ``default``, and whether its most comes first."""
    asked = request.GET.get("sort", "")
    key = asked.removeprefix("-")
    if key not in most_first:
        return default, most_first[default]
    return key, not most_first[key] if asked.startswith("-") else most_first[key]
