"""Sentences for people, each built from findings and tied to the requirements it speaks of.

No sentence says more than its evidence: it repeats the requirement's words, what was found, and how much it counted.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from analyses.engine import calibration as c
from analyses.engine.findings import MET, NO_DATA, NOT_MET, PARTIAL, Finding
from analyses.engine.guard import EARNS_NOTHING, Caution
from analyses.engine.reading import requirement_text
from analyses.engine.scoring import Scored
from analyses.engine.work import in_words

MOST = 6
SHORT = 90


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence and the ids of the requirements it rests on."""

    text: str
    requirement_ids: tuple[str, ...]

    def as_json(self) -> dict[str, Any]:
        """The stored form."""
        return {"text": self.text, "requirement_ids": list(self.requirement_ids)}


def strengths(scored: Sequence[Scored], text: str) -> list[Statement]:
    """What is met, the weightiest first."""
    met = [row for row in scored if row.finding.status == MET]
    met.sort(key=lambda row: (not row.finding.requirement.must_have, -row.contribution, row.finding.requirement.id))
    return [_statement(row.finding, text) for row in met[:MOST]]


def weaknesses(scored: Sequence[Scored], text: str) -> list[Statement]:
    """What is not met or only in part, must-haves first, then by weight."""
    short = [row for row in scored if row.finding.status in (NOT_MET, PARTIAL)]
    short.sort(
        key=lambda row: (
            not row.finding.requirement.must_have,
            -row.share * (1 - row.finding.score),
            row.finding.requirement.id,
        )
    )
    return [_statement(row.finding, text) for row in short[:MOST]]


def questions(scored: Sequence[Scored]) -> list[Statement]:
    """What to ask, because the resume is silent on it."""
    return [
        Statement(row.finding.ask, (row.finding.requirement.id,))
        for row in scored
        if row.finding.status == NO_DATA and row.finding.ask
    ]


def _statement(finding: Finding, text: str) -> Statement:
    requirement = finding.requirement
    sentence = f"{shorten(requirement_text(requirement))}: {finding.reason}"
    if finding.status == NOT_MET and requirement.must_have:
        sentence = f"Must-have not shown. {sentence}"
    if finding.evidence:
        best = finding.evidence[0]
        quote = " ".join(text[best.start : best.end].split())
        sentence += f" “{shorten(quote, 140)}” (page {best.page})"
    return Statement(sentence, (requirement.id,))


def shorten(words: str, most: int = SHORT) -> str:
    """``words`` cut at a space with an ellipsis when longer than ``most`` characters."""
    if len(words) <= most:
        return words
    return words[:most].rsplit(" ", 1)[0].rstrip(",;:") + "…"


def names(findings: Sequence[Finding], most: int = 3) -> str:
    """The requirements of findings, as a list in a sentence."""
    texts = [f"“{shorten(requirement_text(f.requirement), 60)}”" for f in findings[:most]]
    more = len(findings) - most
    if more > 0:
        texts.append(f"{more} more")
    return texts[0] if len(texts) == 1 else f"{', '.join(texts[:-1])} and {texts[-1]}"


def summary(scored: Sequence[Scored], experience: dict[str, Any], cautions: Sequence[Caution]) -> list[Statement]:
    """The findings in a few sentences."""
    live = [row.finding for row in scored if row.finding.status in (MET, PARTIAL, NOT_MET, NO_DATA)]
    sentences = [_counts(live)]
    if experience["total_months"]:
        total = in_words(experience["total_months"])
        relevant = experience["relevant_months"]
        tail = (
            ", all of it in positions near this one"
            if relevant == experience["total_months"]
            else f", {in_words(relevant)} of it in positions near this one"
            if relevant
            else ", none of it near this position"
        )
        sentences.append(Statement(f"The dated positions add up to {total}{tail}.", ()))
    missing = [f for f in live if f.status == NOT_MET and f.requirement.must_have]
    if missing:
        ids = tuple(f.requirement.id for f in missing)
        sentences.append(Statement(f"Must-haves not shown: {names(missing)}.", ids))
    silent = [f for f in live if f.status == NO_DATA]
    if silent:
        ids = tuple(f.requirement.id for f in silent)
        sentences.append(Statement(f"The resume is silent on {names(silent)}.", ids))
    if cautions:
        lost = any(caution.code in EARNS_NOTHING for caution in cautions)
        told = "part of the file earned nothing" if lost else "they bear on how far the score can be relied on"
        sentences.append(Statement(f"Read the warnings: {told}.", ()))
    return sentences


def _how_shown(must: Sequence[Finding]) -> str:
    """Must-haves of which none is missing, without saying more than the resume does of those it is silent on."""
    told = [f for f in must if f.status != NO_DATA]
    if not told:
        return "the resume does not say whether the must-haves are met"
    shown = "met" if all(f.status == MET for f in told) else "shown at least in part"
    of_which = "every must-have" if len(told) == len(must) else "every must-have that the resume speaks of"
    return f"{of_which} is {shown}"


def _counts(live: Sequence[Finding]) -> Statement:
    ids = tuple(f.requirement.id for f in live)
    if not live:
        return Statement(
            "The posting states no requirement that can be scored; the whole profile was compared with it.", ()
        )
    met = sum(f.status == MET for f in live)
    partly = sum(f.status == PARTIAL for f in live)
    must = [f for f in live if f.requirement.must_have]
    text = f"Meets {met} of {len(live)} requirements"
    if partly:
        text += f" and {partly} in part"
    if must:
        text += f"; of {len(must)} must-have{'s' * (len(must) != 1)}, {sum(f.status == MET for f in must)} met"
        in_part = sum(f.status == PARTIAL for f in must)
        text += f" and {in_part} in part" if in_part else ""
    return Statement(text + ".", ids)


def recommendation(score: float, scored: Sequence[Scored], unreadable: bool = False) -> Statement:
    """``YES - why``, ``MAYBE - why`` or ``NO - why``; a missing must-have allows at most MAYBE and is named."""
    findings = [row.finding for row in scored]
    missing = [f for f in findings if f.status == NOT_MET and f.requirement.must_have]
    silent = [f for f in findings if f.status == NO_DATA]
    must = [f for f in findings if f.requirement.must_have and f.status in (MET, PARTIAL, NOT_MET, NO_DATA)]
    word = "YES" if score >= c.YES_FROM else "MAYBE" if score >= c.MAYBE_FROM else "NO"
    if word == "YES" and (missing or unreadable):
        word = "MAYBE"
    parts = [f"score {score:.1f} of 100"]
    if missing:
        parts.append(f"must-have not shown: {names(missing)}")
    elif must:
        parts.append(_how_shown(must))
    if unreadable:
        parts.append("the file could not be read well, so look at it yourself")
    if silent:
        parts.append(f"ask about {names(silent)}")
    ids = tuple(f.requirement.id for f in (missing or must))
    return Statement(f"{word} - {'; '.join(parts)}.", (*ids, *(f.requirement.id for f in silent)))
