"""Certificates by their other names: a card, a scheme, a body or a level that stands for the one asked for.

"NVQ 3 in childcare" is held by whoever has a "CACHE Level 3 Diploma for the Children's Workforce", the driver's CPC by
the holder of a driver qualification card. The table is data; level and state are read off the line that names it.
"""

from collections.abc import Sequence

from analyses.engine.chunks import Chunk
from analyses.engine.duties.phrases import Said, Token, place_of, tokens
from analyses.engine.duties.table import Asked, certificates_asked, telling_certificates
from analyses.engine.findings import Evidence, Finding, distinct, finding, of_chunk
from analyses.engine.inputs import Requirement
from analyses.engine.matching.duties import words_of
from analyses.engine.matching.papers import (
    BY_TITLE,
    LOWER_LEVEL,
    UNFINISHED,
    allows_unfinished,
    is_unfinished,
    item,
    levels_short,
)
from analyses.engine.reading import Reading
from analyses.engine.skillset import is_a_colleagues

Row = tuple[Chunk, Sequence[Token], Said]


def better(base: Finding, requirement: Requirement, reading: Reading) -> Finding:
    """The finding by other names where it shows more than ``base``; ``base`` otherwise."""
    asked = certificates_asked(requirement.text)
    if base.score >= 0.8 or not asked:
        return base
    rows = [(part, _held(part, requirement, reading)) for part in asked]
    held = [row for _, row in rows if row is not None]
    if not held:
        return base
    credits = [row[0] if row is not None else 0.0 for _, row in rows]
    any_is_enough = requirement.skills_mode == "any" or " or " in requirement.text.casefold()
    score = max(credits) if any_is_enough else sum(credits) / len(credits)
    if score <= base.score:
        return base
    words = tokens(requirement.text)
    lacking = [_name(part, words, requirement) for part, row in rows if row is None] if not any_is_enough else []
    reason = "; ".join(dict.fromkeys(row[1] for row in held))
    reason += f"; nothing shows {' and '.join(f'“{name}”' for name in lacking)}" if lacking else ""
    missing = base.missing if score < 0.8 else ()
    return finding(
        requirement,
        score,
        f"{reason}.",
        evidence=distinct(row[2] for row in held),
        matched=base.matched,
        missing=missing,
    )


def _held(asked: Asked, requirement: Requirement, reading: Reading) -> tuple[float, str, Evidence] | None:
    """Credit, reason and quote of the line that shows a certificate best; None where no line does."""
    found: list[tuple[float, int, str, Evidence]] = []
    for chunk, words, said in _told(reading):
        for phrase in (p for duty, _ in asked.readings for e in said for p in duty.told_by.get(e, ())):
            if phrase.by_heading and not chunk.is_head:
                continue
            place = place_of(phrase, said)
            if place is None:
                continue
            span = words[min(place)][1], words[max(place)][2]
            if is_a_colleagues(chunk.masked.text, *span):
                continue
            credit, why = _credit(chunk, span, requirement, phrase.by_heading)
            between = chunk.masked.text[span[0] : span[1]]
            if "," in between or len(place) <= max(place) - min(
                place
            ):  # words of it that stand apart: all of it is named
                begin, stop = item(chunk.masked.text, *span)
                span = (begin + len(chunk.masked.text[begin:]) - len(chunk.masked.text[begin:].lstrip()), stop)
            name = chunk.masked.text[span[0] : span[1]]
            quote = of_chunk(chunk, credit, span, f"names {name}")
            found.append((credit, -chunk.index, f"Names {name}{why}", quote))
            break
    if not found:
        return None
    credit, _, reason, quote = max(found, key=lambda row: row[:2])
    return credit, reason, quote


def _credit(chunk: Chunk, span: tuple[int, int], requirement: Requirement, by_title: bool) -> tuple[float, str]:
    text = chunk.masked.text
    if by_title:
        return BY_TITLE, " as the work done; the paper itself is not listed, so ask to see it"
    if is_unfinished(text, *span):
        if allows_unfinished(requirement.text):
            return 1.0, ", not finished, which the posting allows"
        return UNFINISHED, ", which is not finished"
    begin, stop = item(text, *span)
    short = levels_short(requirement.text, text[begin:stop])
    if short:
        return LOWER_LEVEL, f" at level {short[0]}; level {short[1]} is asked"
    return 1.0, ""


def _name(part: Asked, words: list[Token], requirement: Requirement) -> str:
    return requirement.text[words[min(part.words)][1] : words[max(part.words)][2]]


def _told(reading: Reading) -> list[Row]:
    if "told certificates" not in reading.memo:
        lexicon = telling_certificates(tuple(row.text for row in reading.job.requirements))
        rows = [(chunk, words_of(chunk, reading)) for chunk in reading.earning]
        reading.memo["told certificates"] = [(chunk, words, lexicon.said(words)) for chunk, words in rows]
    found: list[Row] = reading.memo["told certificates"]
    return found
