"""Finds everything by which one candidate can be known in any text about them. Pure."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from resumes.personal import contact
from resumes.personal.folding import Folded
from resumes.personal.names import NameFinder, usual_words

Finder = Callable[[str], Iterator[contact.Span]]
# Kinds of ``profile.personal_spans`` and what stands in their place.
_KINDS = {
    "name": "NAME",
    "email": "EMAIL",
    "e_mail": "EMAIL",
    "phone": "PHONE",
    "address": "ADDRESS",
    "link": "LINK",
    "links": "LINK",
    "url": "LINK",
    "birth_date": "BIRTH DATE",
}
# In the order in which they name a stretch of text that several of them claim.
_FINDERS: tuple[tuple[str, Callable[[Iterable[str]], Finder]], ...] = (
    ("EMAIL", contact.OwnEmails),
    ("LINK", contact.OwnLinks),
    ("BIRTH DATE", contact.OwnBirthDates),
    ("ADDRESS", contact.OwnAddresses),
    ("PHONE", contact.OwnPhones),
)


Claim = tuple[int, int, int, str]  # start, end in the folded text, rank, kind


class PersonalFinder:
    """Finds one candidate's own data: name parts, e-mail addresses, phone numbers, links, address and birth date as
    stored with the resume, wherever they stand and however they are written. Anybody's e-mail address is found, too.

    Only name parts that are words, too, count with a capital alone. Everything that can be made ready from what is
    stored is made once: a finder reads many texts, and can be kept (pickled) to read more of them.
    """

    def __init__(self, *, candidate_name: str = "", profile: dict[str, Any] | None = None, text: str = ""):
        values = _personal_values(candidate_name, profile or {}, text)
        names = values.get("NAME", set())
        self.names = NameFinder(names, usual=_usual(text, values) if names else frozenset())
        self._finders = [
            (rank, kind, make(values[kind])) for rank, (kind, make) in enumerate(_FINDERS) if kind in values
        ]
        self._emails = contact.OwnEmails(values.get("EMAIL", ()))
        self._exact = [
            (kind, words)
            for kind in ("LINK", "ADDRESS", "BIRTH DATE")
            for words in (Folded(value).text for value in sorted(values.get(kind, ())))
            if len(words) > 3
        ]

    def stretches(self, folded: Folded) -> Iterator[tuple[int, int, str]]:
        """Start, end (in the folded text) and kind of what is personal, in order and without overlap."""
        return _merged(list(self._claims(folded)))

    def names_person(self, folded: Folded) -> bool:
        """True where a text gives the person's e-mail address, or their name with more than one of its words."""
        if any(True for _ in self._emails(folded.text)):
            return True
        return any(self.names.is_whole(folded.text[start:end]) for start, end in self.names.spans(folded))

    def identifier_names_person(self, value: str) -> bool:
        """True where an id holds the person's e-mail address, or more than one word of their name."""
        return self.names.whole_in_identifier(value) or any(True for _ in self._emails(Folded(value).text))

    def _claims(self, folded: Folded) -> Iterator[Claim]:
        """Start, end, rank and kind of every stretch that is personal; they may overlap."""
        yield from self.reached(folded)
        yield from ((start, end, len(_FINDERS), "NAME") for start, end in self.names.spans(folded))

    def reached(self, folded: Folded) -> Iterator[Claim]:
        """What reaches the person or tells their birth date; and anybody's e-mail address."""
        text, last = folded.text, len(_FINDERS)
        for rank, kind, find in self._finders:
            yield from ((start, end, rank, kind) for start, end in find(text))
        for kind, words in self._exact:
            at = text.find(words)
            while at >= 0:
                yield at, at + len(words), last - 1, kind
                at = text.find(words, at + len(words))
        yield from ((start, end, last - 1, "OTHER") for start, end in contact.emails(text))


def _merged(claims: list[Claim]) -> Iterator[tuple[int, int, str]]:
    """Stretches without overlap; what several claim is named by the first in rank."""
    groups: list[list[Any]] = []
    for start, end, rank, kind in sorted(claims):
        if groups and start < groups[-1][1]:
            last = groups[-1]
            last[1] = max(last[1], end)
            if rank < last[2]:
                last[2], last[3] = rank, kind
        else:
            groups.append([start, end, rank, kind])
    return ((start, end, kind) for start, end, _, kind in groups)


def _usual(text: str, values: dict[str, set[str]]) -> frozenset[str]:
    """Words that the resume itself writes in lower case, outside addresses, links and the name itself."""
    for value in sorted({*values.get("EMAIL", ()), *values.get("LINK", ())}, key=len, reverse=True):
        text = text.replace(value, " ")
    for name in filter(str.strip, values.get("NAME", ())):
        text = re.sub(r"\s+".join(re.escape(word) for word in name.split()), " ", text, flags=re.IGNORECASE)
    return usual_words(text)


def _personal_values(candidate_name: str, profile: dict[str, Any], text: str) -> dict[str, set[str]]:
    """Every stored personal value by what replaces it."""
    basics = profile.get("basics") or {}
    location = basics.get("location") or {}
    values: dict[str, set[str]] = {}

    def add(kind: str, *found: Any) -> None:
        for value in found:
            if isinstance(value, str) and len(value.strip()) > 1:
                values.setdefault(kind, set()).add(value.strip())

    add("NAME", candidate_name, basics.get("name"))
    add("EMAIL", basics.get("email"))
    add("PHONE", basics.get("phone"))
    add("LINK", basics.get("url"), *(row.get("url") for row in basics.get("profiles") or [] if isinstance(row, dict)))
    add("ADDRESS", location.get("address"), location.get("postalCode"))
    for span in profile.get("personal_spans") or []:
        start, end, kind = span[0], span[1], str(span[2]).lower().replace("-", "_").replace(" ", "_")
        if kind in _KINDS:
            add(_KINDS[kind], text[start:end])
    return values
