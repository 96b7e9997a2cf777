"""Finds a person's e-mail addresses, links, phone numbers, birth dates and addresses in a text. Pure.

A finder is made from a person's values, once, and then called with any folded text (``folding.Folded.text``); it gives
spans of it. None makes a pattern of its own: making one takes longer than reading a resume with it.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from resumes.personal.folding import fold

Span = tuple[int, int]
_AT = r"\s{0,2}(?:@|[\[({<]\s?(?:at|@)\s?[\])}>]|\s(?:at|arroba)\s)\s{0,2}"
_DOT = r"(?:\s?\.\s?|\s?[\[({<]\s?(?:dot|punkt|point|\.)\s?[\])}>]\s?|\s(?:dot|punkt)\s)"
# An address as it is, and one that was written so that no machine should read it. A blank alone marks nothing:
# "works at example dot" is only taken with the ending written out, too.
EMAIL = re.compile(
    r"[\w.+%-]+@[\w-]+(?:\.[\w-]+)+"
    r"|[\w.+%-]+\s?[\[({<]\s?(?:at|@)\s?[\])}>]\s?[\w-]+(?:(?:\.|\s?[\[({<]\s?(?:dot|punkt)\s?[\])}>]\s?)[\w-]+)+"
    r"|[\w.+%-]+\sat\s[\w-]+(?:\sdot\s[\w-]+)+"
)
_WRITTEN_AT = re.compile(r"[\[({<\s]at[\])}>\s]")  # looked for first: most texts have none
_SPOKEN_AT = re.compile(r"[\[({<\s](?:at|arroba)[\])}>\s]")
_AT_SIGN, _DOT_SIGN, _GAP = re.compile(_AT), re.compile(_DOT), re.compile(r"[\s,.\-]{1,3}")
_LINK_HEAD = re.compile(r"(?<![\w.-])(?:[a-z]+://)?(?:[a-z]{2,3}\.)?\Z")
_LINK_TAIL = re.compile(r"[^\s|,;<>()\"\]]*")
_MAILBOXES = frozenset(
    [
        "admin",
        "application",
        "applications",
        "career",
        "contact",
        "email",
        "hello",
        "hiring",
        "info",
        "jobs",
        "mail",
        "office",
    ]
)
_PHONE = re.compile(r"(?<![\w])[+(]{0,2}\d(?:[\s().\-/·_]{0,4}\d){5,17}(?!\d)")
_MIN_DIGITS = 6  # shorter runs of digits are years and counts, not phone numbers
_SAME_NUMBER = 7  # two numbers that agree in so many digits at their end are one, with and without the codes before
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_MONTH = r"(?P<{0}>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DATES = (
    re.compile(r"(?<!\d)(?P<y>\d{4})[\s./-]{1,2}(?P<m>\d{1,2})[\s./-]{1,2}(?P<d>\d{1,2})(?!\d)"),
    re.compile(r"(?<!\d)(?P<d>\d{1,2})[\s./-]{1,2}(?P<m>\d{1,2})[\s./-]{1,2}(?P<y>\d{4}|\d{2})(?!\d)"),
    re.compile(
        rf"(?<!\d)(?P<d>\d{{1,2}})(?:st|nd|rd|th|\.)?(?:\sof)?[\s-]{{0,2}}{_MONTH.format('n')},?[\s-]{{0,2}}(?P<y>\d{{4}}|\d{{2}})(?!\d)"
    ),
    re.compile(
        rf"(?<![a-z]){_MONTH.format('n')}\s?(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s{{1,2}}(?P<y>\d{{4}}|\d{{2}})(?!\d)"
    ),
)


def emails(text: str) -> Iterator[Span]:
    """Every e-mail address, whoever's it is."""
    if "@" not in text and not _WRITTEN_AT.search(text):
        return iter(())
    return (match.span() for match in EMAIL.finditer(text))


class OwnEmails:
    """The given addresses however they are written or broken, and the part before the @ on its own."""

    def __init__(self, values: Iterable[str]) -> None:
        whole = (fold(value).strip().partition("@") for value in sorted(values))
        split = ((local, [piece for piece in domain.split(".") if piece]) for local, _, domain in whole)
        self._addresses = [(local, pieces) for local, pieces in split if local and pieces]

    def __call__(self, text: str) -> Iterator[Span]:
        """Where they stand."""
        for local, pieces in self._addresses:
            if local not in text and pieces[0] not in text:
                continue
            for sign in _AT_SIGN.finditer(text) if "@" in text or _SPOKEN_AT.search(text) else ():
                start, end = _before(text, sign.start(), local.split(".")), _after(text, sign.end(), pieces)
                if start is not None and end is not None and _stands_alone(text, start, end):
                    yield start, end
            if len(local) > 4 and local not in _MAILBOXES:
                yield from _words(local, text)


def _before(text: str, end: int, pieces: list[str]) -> int | None:
    """Where the pieces, parted by dots, begin that end at ``end``; None where others stand there."""
    for number, piece in enumerate(reversed(pieces)):
        if number:
            end -= text[end - 1 : end].isspace()
            if text[end - 1 : end] != ".":
                return None
            end -= 1
            end -= text[end - 1 : end].isspace()
        if not text.endswith(piece, 0, end):
            return None
        end -= len(piece)
    return end


def _after(text: str, start: int, pieces: list[str]) -> int | None:
    """Where the pieces, parted by dots in any writing, end that begin at ``start``; None where others stand there."""
    for number, piece in enumerate(pieces):
        if number:
            dot = _DOT_SIGN.match(text, start)
            if dot is None:
                return None
            start = dot.end()
        if not text.startswith(piece, start):
            return None
        start += len(piece)
    return start


class OwnLinks:
    """The given links with or without scheme, ``www.`` and what follows, and the name of the account they end in."""

    def __init__(self, values: Iterable[str]) -> None:
        self._links: list[tuple[str, str, bool]] = []  # link, account, whether an @ must stand before the account
        for value in sorted(values):
            core = re.sub(r"^(?:[a-z]+://)?(?:www\.)?|[/\s]+$", "", fold(value).strip())
            if len(core) < 4:
                continue
            account = core.rsplit("/", 1)[-1].lstrip("@")
            telling = "/" in core and not account.isalpha()
            known = len(account) > 4 and ("/" in core or value.strip().startswith("@"))
            self._links.append((core.lstrip("@"), account if known else "", not telling))

    def __call__(self, text: str) -> Iterator[Span]:
        """Where they stand."""
        for core, account, needs_sign in self._links:
            at = text.find(core)
            while at >= 0:
                head = _LINK_HEAD.search(text, max(0, at - 80), at)
                tail = _LINK_TAIL.match(text, at + len(core))
                if head is None or tail is None:
                    at = text.find(core, at + 1)
                    continue
                found = text[head.start() : tail.end()]
                yield head.start(), head.start() + len(found.rstrip(".,:!?'"))
                at = text.find(core, tail.end())
            for start, end in _words(account, text) if account else ():
                if not needs_sign:
                    yield start, end
                elif text[start - 1 : start] == "@":
                    yield start - 1, end


class OwnPhones:
    """The given numbers however they are spaced, with or without country code, trunk zero or area code."""

    def __init__(self, values: Iterable[str]) -> None:
        numbers = (re.sub(r"\D", "", fold(value)) for value in sorted(values))
        self._wanted = [digits for digits in numbers if len(digits) >= _MIN_DIGITS]

    def __call__(self, text: str) -> Iterator[Span]:
        """Where they stand."""
        if self._wanted:
            for match in _PHONE.finditer(text):
                yield from self._inside(match)

    def _inside(self, match: re.Match[str]) -> Iterator[Span]:
        run = match.group()
        places = [place for place, letter in enumerate(run) if letter.isdigit()]
        digits = "".join(run[place] for place in places)
        for number in self._wanted:
            ending = number[-_SAME_NUMBER:]
            at = digits.rfind(ending)
            after = at + len(ending)
            if at >= 0 and not (after < len(places) and places[after] == places[after - 1] + 1):
                # What stands before the number is its code, unless it is too long for one.
                first = 0 if at <= _LONGEST_CODE else at - _shared(digits[:at], number[: -len(ending)])
                begin = match.start() + (places[first] if first else 0)
                yield begin, match.start() + places[after - 1] + 1
                return


_LONGEST_CODE = 8  # digits: 00, country code, trunk zero, area code


def _shared(left: str, right: str) -> int:
    """How many digits two strings share at their ends."""
    count = 0
    while count < min(len(left), len(right)) and left[-1 - count] == right[-1 - count]:
        count += 1
    return count


class OwnBirthDates:
    """The given dates in any usual order and with the month in figures or in words."""

    def __init__(self, values: Iterable[str]) -> None:
        self._days = {day for value in values for day in _days(fold(value))}
        self._years = {f"{day.year % 100:02d}" for day in self._days}

    def __call__(self, text: str) -> Iterator[Span]:
        """Where they stand."""
        # A date ends in its year. There are figures of other scripts, too.
        if not (any(year in text for year in self._years) or (self._days and not text.isascii())):
            return
        for pattern in _DATES:
            for match in pattern.finditer(text):
                if not self._days.isdisjoint(_readings(match)):
                    yield match.span()


def _days(value: str) -> Iterator[date]:
    for pattern in _DATES:
        for match in pattern.finditer(value):
            yield from _readings(match)


def _readings(match: re.Match[str]) -> Iterator[date]:
    """The days a date may mean: 02.01.1990 is in January or in February, 90 is 1990."""
    groups = match.groupdict()
    year = int(groups["y"])
    years = [year] if year > 99 else [1900 + year, 2000 + year]
    day = int(groups["d"])
    month = int(groups["m"]) if "m" in groups else _MONTHS.index(groups["n"]) + 1
    orders = {(month, day), (day, month)} if "m" in groups else {(month, day)}
    for full in years:
        for month_, day_ in orders:
            try:
                yield date(full, month_, day_)
            except ValueError:
                continue


class OwnAddresses:
    """The given addresses, their parts (street, postal code with town), and the street without its number."""

    def __init__(self, values: Iterable[str]) -> None:
        parts: set[str] = set()
        for value in values:
            whole = fold(value).strip(" ,.")
            parts.add(whole)
            pieces = [piece.strip(" .") for piece in re.split(r"[,;|\n]", whole)]
            numbered = [piece for piece in pieces if re.search(r"\d", piece) and len(piece) > 3]
            parts.update(numbered)
            streets = [re.sub(r"^\W*\d+\w?\W+|\W+\d+\s?\w?\W*$", "", piece).strip() for piece in numbered]
            parts.update(street for street in streets if len(street) > 7)
        self._parts = [words for part in sorted(parts) if len(part) > 3 and (words := re.findall(r"\w+", part))]

    def __call__(self, text: str) -> Iterator[Span]:
        """Where they stand."""
        for words in self._parts:
            if not all(word in text for word in words):
                continue
            at = text.find(words[0])
            while at >= 0:
                end = self._end(text, at, words)
                if end is None:
                    at = text.find(words[0], at + 1)
                else:
                    yield at, end
                    at = text.find(words[0], end)

    def _end(self, text: str, start: int, words: list[str]) -> int | None:
        """Where the words end that begin at ``start``, whatever parts them; None where others stand there."""
        if start and _is_word(text[start - 1]):
            return None
        for number, word in enumerate(words):
            gap = _GAP.match(text, start) if number else None
            start = gap.end() if gap else start
            if (number and gap is None) or not text.startswith(word, start):
                return None
            start += len(word)
        return None if _is_word(text[start : start + 1]) else start


def _is_word(letter: str) -> bool:
    return letter.isalnum() or letter == "_"


def _stands_alone(text: str, start: int, end: int) -> bool:
    """True between what is neither letter nor digit."""
    return not (text[start - 1 : start].isalnum() if start else False) and not text[end : end + 1].isalnum()


def _words(word: str, text: str) -> Iterator[Span]:
    """Where the word stands alone."""
    at = text.find(word)
    while at >= 0:
        alone = _stands_alone(text, at, at + len(word))
        if alone:
            yield at, at + len(word)
        at = text.find(word, at + (len(word) if alone else 1))
