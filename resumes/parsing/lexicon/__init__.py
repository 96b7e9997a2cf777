"""Word lists the parser reads with: data files of sections, terms between bars or on lines of their own.

Terms are folded (lower case, no accents) unless a file says otherwise.
"""

from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent


@cache
def sections(name: str) -> dict[str, list[str]]:
    """The lines of ``name``.txt by section, without comments and blank lines."""
    found: dict[str, list[str]] = {}
    lines: list[str] = []
    for line in (_FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("[") and line.endswith("]"):
            lines = found.setdefault(line[1:-1], [])
        elif line.strip() and not line.startswith("# "):
            lines.append(line)
    return found


def terms(name: str, section: str) -> list[str]:
    """The terms of a section, in order."""
    return [term.strip() for line in sections(name)[section] for term in line.split(" | ")]


def lexicon(name: str, section: str) -> frozenset[str]:
    """The terms of a section as a set."""
    return frozenset(terms(name, section))


def pattern(section: str, name: str = "patterns") -> str:
    """The patterns of a section as one alternation, for use inside a group."""
    return "|".join(sections(name)[section])
