"""Dates as resumes write them: points, ranges, seasons, "until now", in eight languages.

Everything works on folded text (`resumes.parsing.folding`), whose offsets are those of the text itself.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from resumes.parsing.folding import fold
from resumes.parsing.lexicon import sections, terms

MONTHS = {name: number for number, line in enumerate(sections("months")["months"], 1) for name in line.split(" | ")}
# A season stands for its meteorological months in the north: first month, last month, years until the last.
_SEASON_SPANS = {"spring": (3, 5, 0), "summer": (6, 8, 0), "autumn": (9, 11, 0), "winter": (12, 2, 1)}
SEASONS = {name: span for season, span in _SEASON_SPANS.items() for name in terms("months", season)}
PRESENT, SINCE, UNTIL = (terms("months", section) for section in ("present", "since", "until"))


@dataclass(frozen=True, slots=True)
class Point:
    """A date at the precision it is written in; ``last`` is the month a season ends in."""

    year: int | None
    month: int | None = None
    last_year: int | None = None
    last_month: int | None = None

    def iso(self) -> str | None:
        """``YYYY`` or ``YYYY-MM``; None without a year."""
        if self.year is None:
            return None
        return f"{self.year:04d}" if self.month is None else f"{self.year:04d}-{self.month:02d}"

    def iso_last(self) -> str | None:
        """The same for the end of the point: later only for a season."""
        if self.last_year is None:
            return self.iso()
        return f"{self.last_year:04d}-{self.last_month:02d}"


@dataclass(frozen=True, slots=True)
class DateSpan:
    """A date or range found in a text at ``start:end``."""

    start: int
    end: int
    begin: str | None
    finish: str | None
    current: bool = False
    is_range: bool = False
    earlier: tuple[tuple[str | None, str | None], ...] = ()  # other stretches of it: "summers 2021 and 2022"


def _alternatives(words: Iterable[str]) -> str:
    return "|".join(sorted((re.escape(w) for w in words), key=len, reverse=True))


_MONTH = rf"(?:{_alternatives(MONTHS)})"
_SEASON = rf"(?:{_alternatives(SEASONS)})"
_YEAR = r"(?:19[4-9]\d|20[0-4]\d)"
_DAY = r"\d{1,2}(?:st|nd|rd|th|er|\.|º|°)?"
_POINT = re.compile(
    rf"""(?<![\w$€£])(?:
      (?:{_DAY}\s+(?:de\s+|of\s+)?)?(?P<month>{_MONTH})(?:\.|\b)[\x20,./'-]{{0,3}}
        (?:\d{{1,2}}(?:st|nd|rd|th)?,\s*)?(?:de\s+|del\s+|of\s+)?(?P<month_year>{_YEAR}|(?<=')\d\d)(?!\d)
    | (?P<season>{_SEASON})(?:\s+semester|\s+term)?,?\s+(?:of\s+|de\s+)?(?P<season_year>{_YEAR})(?!\d)
    | (?P<season_first>{_YEAR})\s+(?P<season_last>{_SEASON})\b
    | q(?P<quarter>[1-4])[\s/-]*(?P<quarter_year>{_YEAR})(?!\d)
    | (?P<kanji_year>{_YEAR})\s?年\s?(?:(?P<kanji_month>\d{{1,2}})\s?月)?
    | (?P<iso_year>{_YEAR})(?P<iso_mark>[-/.])(?P<iso_month>0[1-9]|1[0-2])(?:[-/.](?:[0-2]\d|3[01]))?(?![\d])
    | (?P<first>\d{{1,2}})(?P<mark>[/.-])(?P<second>\d{{1,2}})[/.-](?P<full_year>{_YEAR})(?!\d)
    | (?P<number>0?[1-9]|1[0-2])\s?[/.-]\s?(?P<number_year>{_YEAR})(?!\d)
    | (?P<short_month>0[1-9]|1[0-2])/(?P<short_year>\d\d)(?![\d/])
    | (?P<year>{_YEAR})(?![\d%+\w]|,\d{{3}})
    | (?P<bare>{_MONTH})\b\.?
    | (?P<bare_number>0[1-9]|1[0-2])(?=\s?[-]\s?(?:0[1-9]|1[0-2])[/.]{_YEAR})
    )""",
    re.X,
)
_DASH = r"[-~→>]+|/"
_END_LABEL = r"end(?:ed|ing|s)?(?: date)?|to(?: date)?|until|date to|fin|ende|hasta|al|au"
_JOIN = re.compile(
    rf"\s*(?:{_DASH}|(?:{_alternatives(UNTIL)})(?:\s+(?:le|the|el|la))?"
    rf"|[,;|]?\s*(?:{_END_LABEL})\s*:)\s*"
)
_NOW = re.compile(rf"(?:{_alternatives(PRESENT)})\b")
_NOW_AFTER = re.compile(
    rf"\s*(?:{_DASH}|[,;|]?\s*(?:{_END_LABEL})\s*:|\b(?:{_alternatives(UNTIL)})\b|,)?"
    rf"\s*\(?(?:{_alternatives(PRESENT)})\b\)?"
)
_OPEN = re.compile(r"\s*[-]\s*(?:$|(?=[|)·•]))")
_SINCE = re.compile(rf"(?:^|(?<=[\s(|,·]))(?:{_alternatives(SINCE)})\s+(?:le\s+|the\s+|el\s+)?$")
_NAMED = rf"(?:{_MONTH}|0?[1-9]|1[0-2])"
_SHORT_RANGE = re.compile(
    rf"(?<![\w/.])(?P<month>{_NAMED})(?:\.?\s+|\.?\s?'\s?|/)(?P<year>\d\d)\s*(?:-|to|bis|a)\s*"
    rf"(?:(?P<now>{_alternatives(PRESENT)})|(?P<last_month>{_NAMED})(?:\.?\s+|\.?\s?'\s?|/)(?P<last_year>\d\d))(?![\w/])"
)
_DAY_FIRST = re.compile(rf"(?<!\d)(?:1[3-9]|2\d|3[01])/\d{{1,2}}/{_YEAR}")
_FROM = re.compile(
    r"(?:^|(?<=[\s(|,·]))(?:from|von|vom|de|du|da|dal|dalla|depuis|desde|del|between|entre|van|od|seit|since"
    r"|periodo:|periode:|zeitraum:"
    r"|dates?:|duration:|period:|start(?:ed|ing|s)?(?: date)?\s*:|(?:date )?from\s*:|debut\s*:|beginn\s*:|inicio\s*:"
    r"|(?:employment dates?|dates? (?:employed|attended)|dates? of employment)\s*:)\s*(?:le\s+|the\s+|el\s+)?$"
)
_AND = r"\s*(?:,\s*(?:and|und|et|y|e|en)?|&|\+|/|\b(?:and|und|et|y|e|en)\b)\s*"
_SEASONS = re.compile(
    rf"(?<!\w)(?:(?P<season>{_SEASON})s?\s+(?:of\s+|de\s+)?"
    rf"(?P<years>{_YEAR}(?:{_AND}(?:(?P=season)s?\s+)?{_YEAR})+)"
    rf"|(?P<plural>{_SEASON})s\s+(?:of\s+)?(?P<from_year>{_YEAR})\s*(?:-|to)\s*(?P<to_year>{_YEAR}))(?!\d)"
)
_TAKEN = "\0"  # in place of what is read already
_BETWEEN = re.compile(r"\b(?:between|entre|zwischen|tussen|tra|fra|mellan|mellem)\s+$")
_AND_ONLY = re.compile(r"\s+(?:and|und|et|y|e|en|och|og)\s+")
_SHORT_YEAR = re.compile(r"\s?/\s?(\d\d)(?![\d/.])")
_SHORT_END = re.compile(r"\s*[-/]\s*'?(\d\d)(?![\d/.])")


def _century(two: str) -> int:
    number = int(two)
    return 2000 + number if number <= 49 else 1900 + number


def _point(match: re.Match[str], day_first: bool | None) -> Point | None:
    """The date a match of the pattern stands for; None for an impossible one."""
    group = match.groupdict()
    if group["month_year"]:
        text = group["month_year"]
        return Point(int(text) if len(text) == 4 else _century(text), MONTHS[group["month"]])
    if group["season"] or group["season_last"]:
        first, last, years = SEASONS[group["season"] or group["season_last"]]
        year = int(group["season_year"] or group["season_first"])
        return Point(year, first, year + years, last)
    if group["quarter"]:
        first = 3 * int(group["quarter"]) - 2
        return Point(int(group["quarter_year"]), first, int(group["quarter_year"]), first + 2)
    if group["kanji_year"]:
        month = int(group["kanji_month"] or 0)
        return Point(int(group["kanji_year"]), month if 1 <= month <= 12 else None)
    if group["iso_year"]:
        return Point(int(group["iso_year"]), int(group["iso_month"]))
    if group["full_year"]:
        return _day_month_year(
            int(group["first"]), int(group["second"]), group["mark"] == "." or day_first, int(group["full_year"])
        )
    if group["number_year"]:
        return Point(int(group["number_year"]), int(group["number"]))
    if group["short_year"]:
        return Point(_century(group["short_year"]), int(group["short_month"]))
    if group["year"]:
        return Point(int(group["year"]))
    if group["bare_number"]:
        return Point(None, int(group["bare_number"]))
    return Point(None, MONTHS[group["bare"]])


def _day_month_year(first: int, second: int, day_first: bool | None, year: int) -> Point | None:
    """Which of two numbers is the month: the one that can be, or the one that stands there; otherwise unknown."""
    if not (1 <= first <= 31 and 1 <= second <= 31):
        return None
    if first == second or max(first, second) > 12:
        return Point(year, min(first, second)) if min(first, second) <= 12 else Point(year)
    return Point(year) if day_first is None else Point(year, second if day_first else first)


def find_dates(text: str, *, day_first: bool | None = None) -> list[DateSpan]:
    """Every date and date range in ``text``, in order, not overlapping.

    ``day_first``: which number of "01/09/2018" is the day where the document tells (``date_order``).
    """
    folded = fold(text).replace("\n", " ")
    if not any(letter.isdigit() for letter in folded):
        return []
    day_first = True if _DAY_FIRST.search(folded) else day_first
    seasons = [_seasons(match) for match in _SEASONS.finditer(folded)]
    for season in seasons:
        folded = f"{folded[: season.start]}{_TAKEN * (season.end - season.start)}{folded[season.end :]}"
    points = [(m, p) for m in _POINT.finditer(folded) if (p := _point(m, day_first)) is not None]
    spans = _short_ranges(folded)
    if spans:
        return spans
    index = 0
    while index < len(points):
        span, used = _span_from(folded, points, index)
        index += used
        if span is not None:
            spans.append(span)
    return sorted([*spans, *seasons], key=lambda span: span.start)


def _seasons(match: re.Match[str]) -> DateSpan:
    """One season of several years: as many stretches, the last of them first."""
    first, last, later = SEASONS[match["season"] or match["plural"]]
    if match["season"]:
        years = sorted({int(year) for year in re.findall(_YEAR, match["years"])}, reverse=True)
    else:
        begin, end = sorted((int(match["from_year"]), int(match["to_year"])))
        years = list(range(end, begin - 1, -1))
    stretches = [(Point(year, first).iso(), Point(year + later, last).iso()) for year in years]
    return DateSpan(match.start(), match.end(), *stretches[0], is_range=True, earlier=tuple(stretches[1:]))


def _short_ranges(folded: str) -> list[DateSpan]:
    """Ranges whose years have two digits: "Oct 22 - Dec 23", "5/19 - 6/21"; alone such numbers are days."""
    spans = []
    for match in _SHORT_RANGE.finditer(folded):
        begin = Point(_century(match["year"]), _month(match["month"]))
        if match["now"]:
            spans.append(DateSpan(match.start(), match.end(), begin.iso(), None, True, True))
            continue
        finish = Point(_century(match["last_year"]), _month(match["last_month"]))
        spans.append(DateSpan(match.start(), match.end(), begin.iso(), finish.iso(), False, True))
    return spans


def _month(text: str) -> int:
    return MONTHS[text] if text in MONTHS else int(text)


def _span_from(folded: str, points: list[tuple[re.Match[str], Point]], index: int) -> tuple[DateSpan | None, int]:
    """The span that begins with point ``index`` and how many points it takes up."""
    match, point = points[index]
    start = match.start()
    since = _SINCE.search(folded[:start])
    school_years = _of_school_years(folded, points, index)
    if school_years is not None:
        return school_years
    if index + 1 < len(points):
        following, other = points[index + 1]
        between = folded[match.end() : following.start()]
        joined = _JOIN.fullmatch(between) or _is_bare_range(between, point, other)
        if other.year is not None and (joined or (_BETWEEN.search(folded[:start]) and _AND_ONLY.fullmatch(between))):
            return _closed(_with_lead(folded, start), following.end(), point, other), 2
    if point.year is None:
        return None, 1
    now = _NOW_AFTER.match(folded, match.end())
    if now and not _is_word(folded, now.end()):
        return DateSpan(_with_lead(folded, start), now.end(), point.iso(), None, True, True), 1
    short = _SHORT_END.match(folded, match.end())
    if short and point.month is None and point.year % 100 < int(short.group(1)) <= point.year % 100 + 40:
        finish = f"{point.year // 100}{short.group(1)}"
        return DateSpan(start, short.end(), point.iso(), finish, False, True), 1
    if since:
        return DateSpan(since.start(), match.end(), point.iso(), None, True, True), 1
    opened = _OPEN.match(folded, match.end())
    if opened and opened.end() > match.end():
        return DateSpan(start, opened.end(), point.iso(), None, True, True), 1
    return DateSpan(start, match.end(), point.iso(), point.iso_last()), 1


def _of_school_years(folded: str, points: list[tuple[re.Match[str], Point]], index: int) -> tuple[DateSpan, int] | None:
    """A range whose years are those of a school: "2015/16 - 2018/19", "2018/2019 - present"."""
    first = _school_year(folded, points, index)
    if first is None:
        return None
    end, following = first
    begin, start = points[index][1], _with_lead(folded, points[index][0].start())
    if following < len(points):
        match, other = points[following]
        if other.year is not None and _JOIN.fullmatch(folded[end : match.start()]):
            last = _school_year(folded, points, following)
            finish = other if last is None else Point(other.year + 1)
            stop, after = last or (match.end(), following + 1)
            return _closed(start, stop, begin, finish), after - index
    now = _NOW_AFTER.match(folded, end)
    if now and not _is_word(folded, now.end()):
        return DateSpan(start, now.end(), begin.iso(), None, True, True), following - index
    return None


def _school_year(folded: str, points: list[tuple[re.Match[str], Point]], index: int) -> tuple[int, int] | None:
    """Where a school's year ("2015/16", "2015/2016") ends, and the number of the point after it; None for others."""
    match, point = points[index]
    if point.year is None or point.month is not None:
        return None
    short = _SHORT_YEAR.match(folded, match.end())
    if short is not None and int(short.group(1)) == (point.year + 1) % 100:
        return short.end(), index + 1
    if index + 1 < len(points):
        following, other = points[index + 1]
        plain = other.month is None and other.year == point.year + 1
        if plain and folded[match.end() : following.start()].strip() == "/":
            return following.end(), index + 2
    return None


def _is_bare_range(between: str, point: Point, other: Point) -> bool:
    """Whether two months stand side by side as a range whose dash the font has not: "Sep 2015  Jul 2019"."""
    if between.strip() or None in (point.year, point.month, other.month):
        return False
    return (point.year or 0, point.month or 0) < (other.year or 0, other.month or 0)


def _with_lead(folded: str, start: int) -> int:
    """Where a range begins with the "from" before it, which is no part of the words beside the date."""
    lead = _FROM.search(folded[:start])
    return lead.start() if lead else start


def _closed(start: int, end: int, point: Point, other: Point) -> DateSpan:
    """A range of two points; a first one without a year takes the year of the second."""
    if point.year is None:
        year = other.year if other.month is None or (point.month or 0) <= other.month else (other.year or 0) - 1
        point = Point(year, point.month)
    if _is_later(point, other):
        point, other = other, point  # written the wrong way round
    return DateSpan(start, end, point.iso(), other.iso_last(), False, True)


def _is_later(point: Point, other: Point) -> bool:
    if None in (point.month, other.month):
        return (point.year or 0) > (other.year or 0)
    return ((point.year or 0), (point.month or 0)) > ((other.year or 0), (other.month or 0))


def _is_word(folded: str, at: int) -> bool:
    return at < len(folded) and folded[at].isalnum()
