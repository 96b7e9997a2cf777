"""Is it a resume? An invoice, a letter or a menu is said to be one."""

import re
from collections.abc import Sequence

from resumes.parsing.lexicon import sections
from resumes.parsing.rows import Row
from resumes.parsing.sections import Section

# What each kind of document is called in a warning.
NAMES = {
    "invoice": "an invoice or receipt",
    "letter": "a letter",
    "menu": "a menu or price list",
    "job_posting": "a job posting",
    "contract": "a contract or form",
    "report": "a report or article",
}
_CUES = {kind: [re.compile(cue) for cue in sections("doctypes")[kind]] for kind in NAMES}
_OWN_WORK = re.compile(
    r"years? of (?:\w+ ){0,3}experience|experience (?:in|with|as|building|leading)"
    r"|\b(?:i am|i'm|i have|i've|my (?:work|career|background))\b"
    r"|\bexperienced\b"
)
SURE = 7  # points from which on no other word of the page matters
_PRICE = re.compile(r"(?:[$€£]\s?\d+(?:[.,]\d{2})?|\b\d+[.,]\d{2}\s?(?:[$€£]|eur|usd)?)\s*$")
_CORE = frozenset({"experience", "education", "skills", "projects", "certifications", "summary", "languages"})


def resume_points(cut: Sequence[Section], counts: dict[str, int], has_name: bool, has_reach: bool) -> int:
    """How much speaks for a resume: sections under headings, entries read, a name with a way to reach the person."""
    kinds = {section.kind for section in cut if section.heading and section.kind in _CORE}
    points = 2 * len(kinds & {"experience", "education", "skills"}) + len(kinds - {"experience", "education", "skills"})
    points += 2 * min(counts["work"], 2) + 2 * min(counts["education"], 1) + min(counts["skills"], 3) // 3
    return points + (2 if has_name and has_reach else 0)


def tells_of_work(rows: Sequence[Row]) -> bool:
    """Whether running text speaks of the writer's own work, as a profile without sections does."""
    return any(_OWN_WORK.search(row.folded) for row in rows)


def other_kind(rows: Sequence[Row]) -> tuple[str | None, int]:
    """The kind of document the words speak for, and how many of its cues are there."""
    text = "\n".join(row.folded for row in rows)
    found = {kind: sum(1 for cue in cues if cue.search(text)) for kind, cues in _CUES.items()}
    prices = sum(1 for row in rows if _PRICE.search(row.folded))
    if prices >= 4 and prices >= 0.2 * len(rows):
        found["menu"] += 2
        found["invoice"] += 2 if found["invoice"] else 0
    kind = max(found, key=lambda name: found[name])
    return (kind, found[kind]) if found[kind] >= 2 else (None, found[kind])


def judge(
    rows: Sequence[Row], cut: Sequence[Section], counts: dict[str, int], *, has_name: bool, has_reach: bool
) -> tuple[bool, str | None]:
    """Whether the document is a resume, and if not a sentence that says what it looks like."""
    points = resume_points(cut, counts, has_name, has_reach)
    if points >= SURE:
        return True, None
    kind, cues = other_kind(rows)
    if kind is None and tells_of_work(rows):
        points += 4
    if points >= SURE or (points >= 4 and cues < 3 and not (kind and points < 5)):
        return True, None
    looks = f"It looks like {NAMES[kind]}." if kind else "It has neither work nor education nor skills under headings."
    return False, f"This does not look like a resume. {looks}"
