"""Of what kind a thing asked for is: "export sales" is not shown by sales, nor "5-axis machining" by machining."""

import re
from dataclasses import replace

from analyses.engine.duties.phrases import tokens
from analyses.engine.duties.table import LOOSE, SOFT, shipped
from analyses.engine.findings import Finding, finding
from analyses.engine.inputs import Requirement
from analyses.engine.reading import Reading
from analyses.engine.words import GENERIC_STEMS, NOISE_STEMS, stem

OTHER_KIND = 0.4  # the most that a thing earns whose kind no line speaks of
ALIKE = 5  # letters by which a word of the resume is taken for the same: "exports", "exporting"
_JOINED = re.compile(r"[\s-]{1,3}")


def checked(found: Finding, requirement: Requirement, reading: Reading) -> Finding:
    """``found``; worth less where the word before the skill says of what kind, and no line does."""
    if found.score <= OTHER_KIND or not requirement.skills or requirement.years:
        return found
    kinds = [word for word in _kinds(requirement, reading) if not _is_said(word, reading)]
    if not kinds:
        return found
    named = " and ".join(f"“{word}”" for word in kinds)
    reason = f"{found.reason.rstrip('.')}; nothing says {named}."
    short = finding(requirement, OTHER_KIND, reason, evidence=found.evidence, matched=found.matched)
    return replace(short, missing=found.missing)


def _kinds(requirement: Requirement, reading: Reading) -> list[str]:
    """The words directly before the skills named that say of what kind these are."""
    text = requirement.text
    mentions = [m for m in reading.taxonomy.find(text) if m.skill_id in requirement.skills]
    words = tokens(text)
    said = shipped().said(words)
    loose = {i for group in (SOFT, LOOSE) for start, stop in said.get(group, ()) for i in range(start, stop)}
    found = []
    for at, (word, start, end) in enumerate(words):
        if at in loose or len(word) < 4 or word.endswith("ing") or stem(word) in GENERIC_STEMS | NOISE_STEMS:
            continue
        if any(m.start < end and start < m.end for m in mentions):
            continue
        if any(_JOINED.fullmatch(text, end, m.start) for m in mentions):
            found.append(word)
    return found


def _is_said(word: str, reading: Reading) -> bool:
    begin = word[:ALIKE]
    return any(begin in chunk.masked.text.casefold() for chunk in reading.earning)
