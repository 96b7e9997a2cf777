"""Work laid on a calendar: months held without counting twice, gaps, overlaps. Pure; ``today`` is passed in."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from resumes.parsing.wording import title_score

# A time that a resume lists among the positions and that was none; what it was for is nobody's business.
_NO_POSITION = re.compile(
    r"(?:extended |full-time |planned |personal )*(?:(?:parental|maternity|paternity|family|adoption|carer['’]?s|caring"
    r"|medical|sick|bereavement) (?:leave|break)|career (?:break|gap|pause)|gap year|sabbatical(?: year"
    r"| leave)?|elternzeit"
    r"|family care|mutterschutz|congé (?:parental|de maternité|sabbatique)|baja maternal"
    r"|travel(?:l?ing)?(?: abroad| the world)?"
    r"|unemployed|unemployment)(?:\W+(?:to|for|in|after)\b.*|(?:\W+(?:and|und|et)\b|\s*[(,–—-])(?P<more>.*))?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Months held, counted from year 0, ``last`` not included, and the entry they come from."""

    entry: int
    first: int
    last: int


def month_number(iso: str | None, *, is_end: bool = False) -> int | None:
    """Months since year 0 of "YYYY" or "YYYY-MM"; a year alone begins in January and ends in December."""
    match = re.match(r"^(\d{4})(?:-(\d{2}))?", iso or "")
    if match is None:
        return None
    month = int(match[2]) if match[2] else (12 if is_end else 1)
    return int(match[1]) * 12 + month - 1


def iso_month(number: int) -> str:
    """Months since year 0 as "YYYY-MM"."""
    return f"{number // 12:04d}-{number % 12 + 1:02d}"


def stretches(work: Sequence[Mapping[str, Any]], today: date) -> list[Stretch]:
    """The dated entries of ``profile["work"]``; "current" ends in the month of ``today``, later months are cut off.

    An entry without a start, or with neither an end nor ``current``, is left out: how long it lasted is unknown. So is
    one that says to be no position: a parental leave, a career break.
    """
    now = today.year * 12 + today.month - 1
    found = []
    for index, entry in enumerate(work):
        first = month_number(entry.get("startDate"))
        last = now if entry.get("current") else month_number(entry.get("endDate"), is_end=True)
        if is_break(entry):
            continue
        if first is not None and last is not None and first <= min(last, now):
            found.append(Stretch(index, first, min(last, now) + 1))
    return found


def is_break(entry: Mapping[str, Any]) -> bool:
    """True for an entry of ``profile["work"]`` that says to be a leave or a break, not a position."""
    told = _NO_POSITION.fullmatch(str(entry.get("position") or entry.get("name") or "").strip())
    # "Travel and Expense Analyst" and "Parental Leave (Case Manager)" are positions.
    more = (told["more"] or "").strip("( )") if told else ""
    return told is not None and (title_score(more) < 2 or _NO_POSITION.fullmatch(more) is not None)


def covered(held: Iterable[Stretch]) -> int:
    """Months that any of the stretches covers, each once; both the first and the last month of one count."""
    total, reached = 0, 0
    for stretch in sorted(held, key=lambda s: (s.first, s.last)):
        total += max(0, stretch.last - max(stretch.first, reached))
        reached = max(reached, stretch.last)
    return total


def gaps(work: Sequence[Mapping[str, Any]], today: date, at_least: int = 6) -> list[dict[str, Any]]:
    """Stretches of ``at_least`` months between first and last position in which none was held."""
    found = []
    reached: int | None = None
    for stretch in sorted(stretches(work, today), key=lambda s: (s.first, s.last)):
        if reached is not None and stretch.first - reached >= at_least:
            months = stretch.first - reached
            found.append({"start": iso_month(reached), "end": iso_month(stretch.first - 1), "months": months})
        reached = max(reached or 0, stretch.last)
    return found


def overlaps(work: Sequence[Mapping[str, Any]], today: date, at_least: int = 2) -> list[dict[str, Any]]:
    """Pairs of entries held at the same time for ``at_least`` months, with the months they share."""
    held = sorted(stretches(work, today), key=lambda s: (s.first, s.entry))
    found = []
    for index, one in enumerate(held):
        for other in held[index + 1 :]:
            shared = min(one.last, other.last) - max(one.first, other.first)
            if shared >= at_least:
                first = max(one.first, other.first)
                span = {"start": iso_month(first), "end": iso_month(first + shared - 1), "months": shared}
                found.append({"entries": sorted((one.entry, other.entry)), **span})
    return found
