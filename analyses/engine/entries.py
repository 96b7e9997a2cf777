"""Where a profile's positions and studies stand in the text, and which of their lines only head them.

The line that names a title, an employer and dates is evidence of having held the position, not of any piece of work;
and the name of an employer or a school is no skill: "Lakeshore Freight" ships nothing by being on a resume.
"""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from analyses.engine.masking import Span, merge

HEAD_LINES = 4
HEAD_WORDS = 16  # a line of more words than these says what was done, whatever it begins with
DATED = re.compile(
    r"\b(?:19|20)\d{2}\s*(?:[-–—]|to\b|until\b|bis\b)|[-–—]\s*(?:[A-Za-z]+\.?\s+)?(?:\d{1,2}[./])?(?:19|20)\d{2}\b"
    # "Preceptor for six nurses since 2022" is work done, "Example Ltd, 2022" heads it.
    r"|(?<!in )(?<!since )(?<!until )(?<!from )(?<!by )(?<!and )(?<!during )(?<!of )(?<!seit )(?<!depuis )"
    r"\b(?:19|20)\d{2}\W*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Place:
    """One entry of ``work`` or ``education``: where it stands, and the names that its head holds."""

    start: int
    end: int
    index: int
    names: tuple[str, ...]
    is_study: bool = False


def places(profile: Mapping[str, Any]) -> list[Place]:
    """The entries that stand somewhere in the text, positions first."""
    found = []
    for key, names in (("work", ("position", "name")), ("education", ("institution", "studyType"))):
        for index, row in enumerate(profile.get(key) or []):
            if row.get("start") is not None and row.get("end") is not None:
                held = tuple(str(row[name]) for name in names if row.get(name))
                found.append(Place(int(row["start"]), int(row["end"]), index, held, key == "education"))
    return found


def place_at(position: int, entries: Sequence[Place]) -> Place | None:
    """The entry that a position of the text stands in."""
    return next((entry for entry in entries if entry.start <= position < entry.end), None)


def is_head(words: str, line: int, entry: Place, is_bullet: bool) -> bool:
    """True for a line that heads an entry: one of its first (``line`` counts from 0), short, with names or dates."""
    if line >= HEAD_LINES or len(words.split()) > HEAD_WORDS:
        return False
    if DATED.search(words):
        return True
    plain = f" {_plain(words)} "
    return not is_bullet and any(f" {_plain(name)} " in plain for name in entry.names if _plain(name))


def _plain(words: str) -> str:
    return " ".join(re.findall(r"\w+", words.casefold()))


def organisation_spans(text: str, profile: Mapping[str, Any]) -> list[Span]:
    """Where employers and schools are named in the entries that are theirs: merged, in order."""
    spans = []
    for key, name in (("work", "name"), ("education", "institution")):
        for row in profile.get(key) or []:
            # "Maison Blanche (fine dining, 70 covers)": what follows the name says what the place is.
            parts = re.split(r"\s*[(,|]", str(row.get(name) or ""), maxsplit=1)[0].split()
            if not parts or row.get("start") is None or row.get("end") is None:
                continue
            pattern = re.compile(r"\s+".join(re.escape(part) for part in parts), re.IGNORECASE)
            spans += [m.span() for m in pattern.finditer(text, int(row["start"]), int(row["end"]))]
    return merge(spans)


def within(start: int, end: int, spans: Sequence[Span]) -> bool:
    """True when ``start`` to ``end`` lies in one of the merged ``spans``."""
    at = bisect_right(spans, (start, 1 << 60)) - 1
    return at >= 0 and spans[at][0] <= start and end <= spans[at][1]
