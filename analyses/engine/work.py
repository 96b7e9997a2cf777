"""Work in months and years: what is dated, what is merely stated, and how to say it."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from resumes.parsing.timeline import Stretch, stretches

_STATED_YEARS = re.compile(
    r"(?P<more>over|more than|at least|nearly|almost|about|around"
    r"|approximately)?\s*\b(?P<number>\d{1,2}(?:\.\d)?|one|two|three|four|five|six|seven"
    r"|eight|nine|ten|eleven|twelve|fifteen|twenty)\s*(?:\+|plus)?(?:\s*-\s*year|\s+years?"
    r"|\s*yrs?)\b['’]?(?!\s*(?:old|of age))",
    re.IGNORECASE,
)
NUMBERS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]


def spans(profile: Mapping[str, Any], as_of: date) -> list[Stretch]:
    """The dated positions, "present" ending in the month of ``as_of``; an entry without dates is left out."""
    return stretches(profile.get("work") or [], as_of)


def stated_years(text: str) -> tuple[float, int, int] | None:
    """The largest number of years of work a sentence claims, with the span of the claim; None when it claims none."""
    best: tuple[float, int, int] | None = None
    low = text.lower()
    if "year" not in low and "yr" not in low:
        return None
    for match in _STATED_YEARS.finditer(text):
        word = match.group("number").lower()
        number = {"fifteen": 15.0, "twenty": 20.0}.get(word)
        if number is None:
            number = float(NUMBERS.index(word)) if word in NUMBERS else float(word)
        if number <= 45 and (best is None or number > best[0]):
            best = (number, match.start(), match.end())
    return best


_SINCE = re.compile(
    r"\b(?:since|from|seit|depuis|desde)\s+(?:[A-Za-z]{3,9}\.?\s+)?(?P<first>(?:19|20)\d{2})\b(?!\s*[-–—])",
    re.IGNORECASE,
)
_RANGE = re.compile(
    r"\b(?P<first>(?:19|20)\d{2})\s*(?:[-–—]|to|until|bis)\s*(?:(?P<last>(?:19|20)\d{2})\b|now|present|date|today"
    r"|current"
    r"|heute)",
    re.IGNORECASE,
)


def told_years(text: str, as_of: date) -> tuple[float, int, int] | None:
    """The years of work that a sentence dates ("since 2018", "2015-2019"), to whole years, with the span that says so;
    None when it dates none. ``as_of`` is the day until which work goes on."""
    hit = _RANGE.search(text) or _SINCE.search(text)
    if hit is None:
        return None
    last = hit.groupdict().get("last")
    years = (int(last) if last else as_of.year) - int(hit["first"])
    return (float(years), *hit.span()) if 0 < years <= 45 else None


def in_words(count: int) -> str:
    """``41`` -> ``3 years 5 months``."""
    years, rest = divmod(count, 12)
    parts = [f"{years} year{'s' * (years != 1)}"] if years else []
    parts += [f"{rest} month{'s' * (rest != 1)}"] if rest or not years else []
    return " ".join(parts)
