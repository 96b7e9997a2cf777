"""Months of work: dated entries of the profile laid on a calendar, never counted twice where they overlap."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

_STATED_YEARS = re.compile(
    r"(?P<more>over|more than|at least|nearly|almost|about|around"
    r"|approximately)?\s*\b(?P<number>\d{1,2}(?:\.\d)?|one|two|three|four|five|six|seven"
    r"|eight|nine|ten|eleven|twelve|fifteen|twenty)\s*(?:\+|plus)?(?:\s*-\s*year|\s+years?"
    r"|\s*yrs?)\b['’]?(?!\s*(?:old|of age))",
    re.IGNORECASE,
)
_NUMBERS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]


@dataclass(frozen=True, slots=True)
class Span:
    """A position held: months counted from year 0, the end not included; the entry's index in ``profile.work``."""

    index: int
    first: int
    last: int


def month_number(value: Any, *, is_end: bool = False) -> int | None:
    """Months since year 0 of an ISO "YYYY" or "YYYY-MM"; a year alone starts in January and ends with its December."""
    match = re.match(r"^(\d{4})(?:-(\d{2}))?", str(value or ""))
    if not match:
        return None
    month = int(match.group(2)) if match.group(2) else (12 if is_end else 1)
    return int(match.group(1)) * 12 + month - 1


def spans(profile: Mapping[str, Any], as_of: date) -> list[Span]:
    """The dated positions. "Present" ends in the month of ``as_of``; an entry without a start is left out."""
    found = []
    today = as_of.year * 12 + as_of.month - 1
    for index, work in enumerate(profile.get("work") or []):
        first = month_number(work.get("startDate"))
        last = today if work.get("current") else month_number(work.get("endDate"), is_end=True)
        if first is None or last is None:
            continue
        last = min(last, today)
        if first <= last:
            found.append(Span(index, first, last + 1))
    return found


def months(held: Iterable[Span]) -> int:
    """Calendar months covered by any of the positions."""
    total, reached = 0, -1
    for span in sorted(held, key=lambda s: (s.first, s.last)):
        total += max(0, span.last - max(span.first, reached))
        reached = max(reached, span.last)
    return total


def gaps(held: Sequence[Span], at_least: int = 6) -> list[dict[str, Any]]:
    """Stretches of ``at_least`` months between the first and the last position in which none was held."""
    found = []
    reached: int | None = None
    for span in sorted(held, key=lambda s: (s.first, s.last)):
        if reached is not None and span.first - reached >= at_least:
            found.append({"start": iso(reached), "end": iso(span.first - 1), "months": span.first - reached})
        reached = span.last if reached is None else max(reached, span.last)
    return found


def iso(month: int) -> str:
    """Months since year 0 as "YYYY-MM"."""
    return f"{month // 12:04d}-{month % 12 + 1:02d}"


def stated_years(text: str) -> tuple[float, int, int] | None:
    """The largest number of years of work a sentence claims, with the span of the claim; None when it claims none."""
    best: tuple[float, int, int] | None = None
    for match in _STATED_YEARS.finditer(text):
        word = match.group("number").lower()
        number = {"fifteen": 15.0, "twenty": 20.0}.get(word)
        if number is None:
            number = float(_NUMBERS.index(word)) if word in _NUMBERS else float(word)
        if number <= 45 and (best is None or number > best[0]):
            best = (number, match.start(), match.end())
    return best


def in_words(count: int) -> str:
    """``41`` -> ``3 years 5 months``."""
    years, rest = divmod(count, 12)
    parts = [f"{years} year{'s' * (years != 1)}"] if years else []
    parts += [f"{rest} month{'s' * (rest != 1)}"] if rest or not years else []
    return " ".join(parts)
