"""Finds a person's e-mail addresses, links, phone numbers, birth dates and addresses in a text. Pure.

Each finder takes folded text (``folding.Folded.text``) and gives spans of it.
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


def own_emails(values: Iterable[str], text: str) -> Iterator[Span]:
    """The given addresses however they are written or broken, and the part before the @ on its own."""
    for value in values:
        local, _, domain = fold(value).strip().partition("@")
        pieces = [piece for piece in domain.split(".") if piece]
        if not local or not pieces or (local not in text and pieces[0] not in text):
            continue
        box = r"\s?\.\s?".join(re.escape(piece) for piece in local.split("."))
        whole = box + _AT + _DOT.join(re.escape(piece) for piece in pieces)
        yield from (match.span() for match in re.finditer(rf"(?<![^\W_]){whole}(?![^\W_])", text))
        if len(local) > 4 and local not in _MAILBOXES:
            yield from _words(local, text)


def own_links(values: Iterable[str], text: str) -> Iterator[Span]:
    """The given links with or without scheme, ``www.`` and what follows, and the name of the account they end in."""
    for value in values:
        core = re.sub(r"^(?:[a-z]+://)?(?:www\.)?|[/\s]+$", "", fold(value).strip())
        if len(core) < 4:
            continue
        around = re.compile(
            rf"(?<![\w.-])(?:[a-z]+://)?(?:[a-z]{{2,3}}\.)?{re.escape(core.lstrip('@'))}[^\s|,;<>()\"\]]*"
        )
        for match in around.finditer(text):
            end = match.end() - (len(match.group()) - len(match.group().rstrip(".,:!?'")))
            yield match.start(), end
        account = core.rsplit("/", 1)[-1].lstrip("@")
        if "/" in core and len(account) > 4 and not account.isalpha():
            yield from _words(account, text)
        elif len(account) > 4 and ("/" in core or value.strip().startswith("@")):
            yield from ((start - 1, end) for start, end in _words(account, text) if text[start - 1 : start] == "@")


def own_phones(values: Iterable[str], text: str) -> Iterator[Span]:
    """The given numbers however they are spaced, with or without country code, trunk zero or area code."""
    wanted = [digits for value in values if len(digits := re.sub(r"\D", "", fold(value))) >= _MIN_DIGITS]
    if not wanted:
        return
    for match in _PHONE.finditer(text):
        run = match.group()
        places = [place for place, letter in enumerate(run) if letter.isdigit()]
        digits = "".join(run[place] for place in places)
        for number in wanted:
            ending = number[-_SAME_NUMBER:]
            at = digits.rfind(ending)
            after = at + len(ending)
            if at >= 0 and not (after < len(places) and places[after] == places[after - 1] + 1):
                # What stands before the number is its code, unless it is too long for one.
                first = 0 if at <= _LONGEST_CODE else at - _shared(digits[:at], number[: -len(ending)])
                begin = match.start() + (places[first] if first else 0)
                yield begin, match.start() + places[after - 1] + 1
                break


_LONGEST_CODE = 8  # digits: 00, country code, trunk zero, area code


def _shared(left: str, right: str) -> int:
    """How many digits two strings share at their ends."""
    count = 0
    while count < min(len(left), len(right)) and left[-1 - count] == right[-1 - count]:
        count += 1
    return count


def own_birth_dates(values: Iterable[str], text: str) -> Iterator[Span]:
    """The given dates in any usual order and with the month in figures or in words."""
    days = {day for value in values for day in _days(fold(value))}
    if not days:
        return
    for pattern in _DATES:
        for match in pattern.finditer(text):
            if days & set(_readings(match)):
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


def own_addresses(values: Iterable[str], text: str) -> Iterator[Span]:
    """The given addresses, their parts (street, postal code with town), and the street without its number."""
    parts: set[str] = set()
    for value in values:
        whole = fold(value).strip(" ,.")
        parts.add(whole)
        pieces = [piece.strip(" .") for piece in re.split(r"[,;|\n]", whole)]
        numbered = [piece for piece in pieces if re.search(r"\d", piece) and len(piece) > 3]
        parts.update(numbered)
        streets = [re.sub(r"^\W*\d+\w?\W+|\W+\d+\s?\w?\W*$", "", piece).strip() for piece in numbered]
        parts.update(street for street in streets if len(street) > 7)
    for part in parts:
        words = re.findall(r"\w+", part)
        if len(part) > 3 and words and words[0] in text:
            spaced = r"[\s,.\-]{1,3}".join(re.escape(word) for word in words)
            yield from (match.span() for match in re.finditer(rf"(?<!\w){spaced}(?!\w)", text))


def _words(word: str, text: str) -> Iterator[Span]:
    """Where the word stands between what is neither letter nor digit."""
    return (match.span() for match in re.finditer(rf"(?<![^\W_]){re.escape(word)}(?![^\W_])", text))
