"""Questions for a position by its place among the others: the first, the longest, the one before; and how many."""

import re
from collections.abc import Callable

from analyses.asking.facts import names
from analyses.asking.material import Answer, Material
from analyses.engine import work as months_of_work
from resumes.parsing.timeline import Stretch

_POSITION = r"(?:jobs?|roles?|positions?|employers?|compan(?:y|ies)|posts?|work)"
_FIRST = re.compile(rf"\b(?:first|earliest|oldest) {_POSITION}\b|\bstart(?:ed)? (?:\w+ ){{0,2}}career\b", re.IGNORECASE)
_LONGEST = re.compile(
    rf"\b{_POSITION}\b.{{0,40}}\b(?:the )?longest\b|\b(?:the )?longest\b.{{0,30}}\b{_POSITION}\b"
    rf"|\blongest (?:at|with|in)\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"\b(?:before|prior to|preceding)\b(?P<rest>.+)$", re.IGNORECASE)
_AFTER = re.compile(r"\b(?:after|following)\b(?P<rest>.+)$", re.IGNORECASE)
_COUNT = re.compile(
    rf"\bhow many (?!(?:years|months|weeks|days|hours|people)\b)(?:\w+ )?{_POSITION}\b(?! (?:of|experience))",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\b(?:gaps?|breaks?|pauses?|interruptions?|out of work|unemploy\w+)\b", re.IGNORECASE)

Answered = Callable[[list[int]], Answer]


def by_order(question: str, material: Material, told: Answered) -> Answer | None:
    """Positions that a question singles out by their order or their length, as ``told`` words them; None otherwise."""
    rows = list(material.profile.get("work") or [])
    if _COUNT.search(question) and rows:
        found = told(list(range(len(rows))))
        count = len(rows)
        return Answer(f"{count} position{'s' * (count != 1)}: {found.response}", found.citations)
    held = sorted(months_of_work.spans(material.profile, material.resume.as_of), key=lambda s: (s.first, s.last))
    chosen = _chosen(question, material, held)
    if chosen is None:
        return None
    return told([span.entry for span in chosen]) if chosen else Answer("")


def _chosen(question: str, material: Material, held: list[Stretch]) -> list[Stretch] | None:
    if _FIRST.search(question):
        return held[:1]
    if _LONGEST.search(question) and not _BETWEEN.search(question):
        return [max(held, key=lambda s: (s.last - s.first, s.last))] if held else []
    for pattern, earlier in ((_BEFORE, True), (_AFTER, False)):
        found = pattern.search(question)
        beside = _named(found["rest"], material, held) if found else None
        if beside is not None:
            rest = [s for s in held if s.entry != beside.entry and (s.first < beside.first) is earlier]
            return (rest[-1:] if earlier else rest[:1]) if rest else []
    return None


def _named(words: str, material: Material, held: list[Stretch]) -> Stretch | None:
    """The position whose employer the words name."""
    rows = material.profile.get("work") or []
    return next((span for span in held if names(words, str(rows[span.entry].get("name") or ""))), None)
