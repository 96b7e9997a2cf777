"""Finds every skill a text names, in one pass over it (Aho-Corasick)."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from skills.context import Neighbourhood, agrees, refused
from skills.folding import Folded, fold, fold_surface
from skills.outline import Surface
from skills.variants import variants

# Looked for from their middle outwards, so that a long run of letters costs no more than its length.
_ADDRESS_MARK = re.compile(r"://|www\.|@(?=\w)|\.(?:com|org|io|dev|net|me|co)/", re.IGNORECASE)
_GAPS = re.compile(r"[\s\-_]+")


@dataclass(frozen=True, slots=True)
class SkillMention:
    """A skill named at ``text[start:end]`` (code points)."""

    skill_id: str
    name: str
    start: int
    end: int


class _Target(NamedTuple):
    skill_id: str
    rule: str
    written: str
    declared: bool


class _Hit(NamedTuple):
    start: int  # in the source text
    end: int
    broken: bool  # runs over a line break
    targets: tuple[_Target, ...]


class Matcher:
    """An automaton over all the ways the given skills are written."""

    def __init__(self, surfaces: Sequence[tuple[str, Surface]], names: Mapping[str, str]) -> None:
        self._names = names
        self._automaton = _automaton(_table(surfaces))

    def find(self, text: str) -> list[SkillMention]:
        """Mentions in reading order, without overlaps: the longest wins, and one within a line before a broken one."""
        folded = fold(text)
        taken = bytearray(len(text))
        for start, end in _addresses(text):
            taken[start:end] = b"\x01" * (end - start)
        hits = [hit for hit in self._hits(folded) if taken.find(1, hit.start, hit.end) < 0]
        likely = [hit for hit in hits if not hit.broken and any(_likely(t, text, hit) for t in hit.targets)]
        around = Neighbourhood(text, [(hit.start, hit.end) for hit in likely])
        mentions = []
        for hit in sorted(hits, key=lambda h: (h.broken, h.start - h.end, h.start)):
            if taken.find(1, hit.start, hit.end) >= 0:
                continue
            target = next((t for t in hit.targets if _fits(t, text, hit, around)), None)
            if target is not None:
                taken[hit.start : hit.end] = b"\x01" * (hit.end - hit.start)
                mentions.append(SkillMention(target.skill_id, self._names[target.skill_id], hit.start, hit.end))
        return sorted(mentions, key=lambda mention: mention.start)

    def _hits(self, folded: Folded) -> list[_Hit]:
        # Line breaks read as spaces to the automaton; whether a match holds one is looked up afterwards.
        text = folded.text.replace("\n", " ")
        hits = []
        for last, (length, targets) in self._automaton.iter(text):
            begin, end = last - length + 1, last + 1
            if _bounded(text, begin, end):
                source = folded.span(begin, end)
                hits.append(_Hit(*source, "\n" in folded.text[begin:end], targets))
        return hits


def _table(surfaces: Sequence[tuple[str, Surface]]) -> dict[str, list[_Target]]:
    """Folded form -> what it may stand for. Forms made by rule never take one that somebody wrote down."""
    table: dict[str, list[_Target]] = {}
    for skill_id, surface in surfaces:
        target = _Target(skill_id, surface.rule, surface.text, True)
        row = table.setdefault(fold_surface(surface.text), [])
        if target not in row:
            row.append(target)
    for skill_id, surface in surfaces:
        if surface.rule != "any":
            continue
        for form in variants(fold_surface(surface.text)):
            if form not in table:
                shouted = surface.text.isupper() and form == f"{fold_surface(surface.text)}s"
                table[form] = [_Target(skill_id, "acronyms" if shouted else "any", form, False)]
    # A form that needs its case right is tried before the same form in any case.
    order = {"exact": 0, "context": 1, "any": 2, "acronyms": 2}
    return {form: sorted(row, key=lambda target: order[target.rule]) for form, row in table.items()}


def _automaton(table: Mapping[str, list[_Target]]) -> Any:
    import ahocorasick

    automaton = ahocorasick.Automaton()
    for form, targets in table.items():
        automaton.add_word(form, (len(form), tuple(targets)))
    automaton.make_automaton()
    return automaton


def _bounded(text: str, begin: int, end: int) -> bool:
    """True when no word runs on over either end of ``text[begin:end]``."""
    before, after = text[begin - 1 : begin], text[end : end + 1]
    first, last = text[begin], text[end - 1]
    if before and (before.isalnum() or before == "_") and (first.isalnum() or first in ".#"):
        return False
    if after and (after.isalnum() or after == "_") and (last.isalnum() or last in "+#"):
        return False
    if end - begin <= 2 and after in ("+", "#") and last.isalnum():
        return False
    if end - begin == 1 and (text[begin - 1 : begin] == ")" or after == "("):
        return False  # "IR(ME)R" is no R
    # "e.g. .net" is one, "example.net" is not; "node.js" begins where "node" does.
    return not (before == "." and first.isalnum() and text[begin - 2 : begin - 1].isalnum() and end - begin <= 3)


def _addresses(text: str) -> Iterator[tuple[int, int]]:
    """Spans of web and mail addresses: what they spell names no skill."""
    last = 0
    for mark in _ADDRESS_MARK.finditer(text):
        if mark.start() < last:
            continue
        start, last = mark.start(), mark.end()
        while start > 0 and not text[start - 1].isspace():
            start -= 1
        while last < len(text) and not text[last].isspace():
            last += 1
        if mark.group() != "@" or "." in text[mark.start() : last]:
            yield start, last


def _likely(target: _Target, text: str, hit: _Hit) -> bool:
    """Whether a hit counts as a skill where it stands beside one that is in doubt."""
    return target.rule in ("any", "acronyms") or text[hit.start : hit.end] == target.written


def _fits(target: _Target, text: str, hit: _Hit, around: Neighbourhood) -> bool:
    if target.rule == "any":
        return not refused(target.written, hit.start, hit.end, around)
    if target.rule == "acronyms":
        return not text[hit.start : hit.end].istitle()  # several LEEDs, but not Leeds
    if target.rule == "exact":
        written = _GAPS.sub(" ", text[hit.start : hit.end]) == _GAPS.sub(" ", target.written)
        return written and not refused(target.written, hit.start, hit.end, around)
    return agrees(target.written, hit.start, hit.end, around)
