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
    for match in _STATED_YEARS.finditer(text):
        word = match.group("number").lower()
        number = {"fifteen": 15.0, "twenty": 20.0}.get(word)
        if number is None:
            number = float(NUMBERS.index(word)) if word in NUMBERS else float(word)
        if number <= 45 and (best is None or number > best[0]):
            best = (number, match.start(), match.end())
    return best


def in_words(count: int) -> str:
    """``41`` -> ``3 years 5 months``."""
    years, rest = divmod(count, 12)
    parts = [f"{years} year{'s' * (years != 1)}"] if years else []
    parts += [f"{rest} month{'s' * (rest != 1)}"] if rest or not years else []
    return " ".join(parts)
