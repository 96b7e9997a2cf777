"""Reads the files that skills are written in: an outline, one skill a line, indented under its parent.

# a comment
[Category]
Name ; alias ; alias
  Child ; alias            two spaces deeper: a child, which shows its parent
  *Group ; alias           its children are alternatives: each is the group, and comes near the others
    !Name ; alias          the name itself is not looked for in texts, only its aliases
=SAS                       found in exactly this case
~Go ; Golang               an everyday word too: found in this case and where the words around agree
A > B : 0.8                (relations file) A shows B for this part of it
A ~ B : 0.5                (relations file) either comes near the other
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

INDENT = 2
SURFACE_MARKS = "=~!"


class OutlineError(ValueError):
    """A line that cannot be read; the message names the file and the line."""


@dataclass(frozen=True, slots=True)
class Surface:
    """One way a skill is written. ``rule`` is ``any`` (every case), ``exact`` or ``context``."""

    text: str
    rule: str = "any"


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of an outline: the skill's name, its id, what it stands under and how it is written."""

    id: str
    name: str
    category: str
    parent: str | None
    is_group: bool
    surfaces: tuple[Surface, ...]
    place: str  # "file:line", for messages


@dataclass(frozen=True, slots=True)
class Link:
    """A relation beside the tree: ``shows`` (one way) or ``near`` (both ways), and its credit."""

    source: str
    target: str
    kind: str
    credit: float
    place: str


_WORDS_FOR_SIGNS = (("c++", "c-plus-plus"), ("++", "-plus-plus"), ("#", "-sharp"), ("&", " and "), ("+", "-plus "))


def slug(name: str) -> str:
    """The id made from a name: ``C#`` is ``c-sharp``, ``.NET`` is ``dot-net``, ``Node.js`` is ``node-js``."""
    text = name.strip().lower()
    if text.startswith("."):
        text = "dot-" + text[1:]
    for sign, word in _WORDS_FOR_SIGNS:
        text = text.replace(sign, word)
    return re.sub(r"[^\w]+", "-", text).strip("-")


def read_outline(text: str, file: str) -> Iterator[Entry]:
    """Entries of one outline, in order. Raises OutlineError."""
    category = ""
    stack: list[str] = []
    for number, raw in enumerate(text.splitlines(), start=1):
        line = raw.split("# ", 1)[0].rstrip() if raw.lstrip().startswith("# ") else raw.rstrip()
        place = f"{file}:{number}"
        if not line.strip() or line.strip() == "#":
            continue
        if line.startswith("["):
            category, stack = line.strip("[] "), []
            continue
        if not category:
            raise OutlineError(f"{place}: a skill stands before the first [Category].")
        depth, rest = divmod(len(line) - len(line.lstrip(" ")), INDENT)
        if rest or depth > len(stack):
            raise OutlineError(f"{place}: indent by {INDENT} spaces for each level, one level at a time.")
        entry = _entry(line.strip(), category, stack[depth - 1] if depth else None, place)
        stack[depth:] = [entry.id]
        yield entry


def _entry(line: str, category: str, parent: str | None, place: str) -> Entry:
    is_group = line.startswith("*")
    parts = [part.strip() for part in line.removeprefix("*").split(";")]
    if not all(parts):
        raise OutlineError(f"{place}: an empty name or alias.")
    name = parts[0].lstrip(SURFACE_MARKS)
    surfaces = tuple(_surface(part) for part in parts if not part.startswith("!"))
    if not slug(name):
        raise OutlineError(f"{place}: {name!r} gives no id.")
    return Entry(slug(name), name, category, parent, is_group, surfaces, place)


def _surface(part: str) -> Surface:
    if part.startswith("="):
        return Surface(part[1:].strip(), "exact")
    if part.startswith("~"):
        return Surface(part[1:].strip(), "context")
    return Surface(part)


_LINK = re.compile(r"^(?P<a>.+?)\s+(?P<kind>[>~])\s+(?P<b>.+?)\s*:\s*(?P<credit>0?\.\d+|1(?:\.0)?)$")


def read_links(text: str, file: str) -> Iterator[Link]:
    """Relations, one a line. Raises OutlineError."""
    for number, raw in enumerate(text.splitlines(), start=1):
        line = raw.strip()
        if not line or line.startswith("#"):
            continue
        match = _LINK.match(line)
        if match is None:
            raise OutlineError(f"{file}:{number}: write `A > B : 0.8` or `A ~ B : 0.5`.")
        kind = "shows" if match["kind"] == ">" else "near"
        yield Link(slug(match["a"]), slug(match["b"]), kind, float(match["credit"]), f"{file}:{number}")
