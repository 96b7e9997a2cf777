"""Replaces a candidate's personal data by stable placeholders. Pure."""

import hashlib
from collections.abc import Iterator
from typing import Any

from feedback.personal import contact
from feedback.personal.folding import Folded
from feedback.personal.names import NameFinder, usual_words

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
_FINDERS = (
    ("EMAIL", contact.own_emails),
    ("LINK", contact.own_links),
    ("BIRTH DATE", contact.own_birth_dates),
    ("ADDRESS", contact.own_addresses),
    ("PHONE", contact.own_phones),
)


def pseudonym(key: str, salt: str) -> str:
    """Eight hex characters that stand for a person: the same in every record and snapshot."""
    return hashlib.sha256(f"{salt}\x1fcandidate\x1f{key}".encode()).hexdigest()[:8]


class Redactor:
    """Takes one candidate's own data out of texts about them.

    Name parts, e-mail addresses, phone numbers, links, address and birth date as stored with the resume are
    replaced by ``[NAME 1a2b3c4d]`` and the like, wherever they stand and however they are written: in other case,
    without accents, spaced or broken otherwise. Only name parts that are words, too, count with a capital alone.
    """

    def __init__(self, *, tag: str, candidate_name: str = "", profile: dict[str, Any] | None = None, text: str = ""):
        self.tag = tag
        self._values = _personal_values(candidate_name, profile or {}, text)
        names = self._values.get("NAME", set())
        self._names = NameFinder(names, usual=_usual(text, self._values) if names else frozenset())
        self._exact = [
            (kind, words)
            for kind in ("LINK", "ADDRESS", "BIRTH DATE")
            for words in (Folded(value).text for value in sorted(self._values.get(kind, ())))
            if len(words) > 3
        ]

    def text(self, value: str) -> str:
        """The text with placeholders; any other e-mail address becomes ``[EMAIL]``."""
        folded = Folded(value)
        if not folded.text:
            return value
        pieces, done = [], 0
        for start, end, kind in _merged(list(self._claims(folded))):
            begin, until = folded.back(start, end)
            mark = (
                f"[{kind} {self.tag}]" if self.tag and kind != "OTHER" else f"[{'EMAIL' if kind == 'OTHER' else kind}]"
            )
            pieces += [value[done:begin], mark]
            done = until
        return "".join([*pieces, value[done:]])

    def identifier(self, value: str | None) -> str | None:
        """The id, or a hash in its place where the id itself holds personal data."""
        if not value or not (self._names.in_identifier(value) or any(self._reached(Folded(value)))):
            return value
        return f"rekeyed_{hashlib.sha256(f'{self.tag}{value}'.encode()).hexdigest()[:12]}"

    def value(self, value: Any) -> Any:
        """Every text inside lists and dictionaries with placeholders."""
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, list):
            return [self.value(inner) for inner in value]
        if isinstance(value, dict):
            return {key: self.value(inner) for key, inner in value.items()}
        return value

    def _claims(self, folded: Folded) -> Iterator[tuple[int, int, int, str]]:
        """Start, end, rank and kind of every stretch that is personal; they may overlap."""
        yield from self._reached(folded)
        yield from ((start, end, len(_FINDERS), "NAME") for start, end in self._names.spans(folded))

    def _reached(self, folded: Folded) -> Iterator[tuple[int, int, int, str]]:
        """What reaches the person or tells their birth date; and anybody's e-mail address."""
        text, last = folded.text, len(_FINDERS)
        for rank, (kind, find) in enumerate(_FINDERS):
            if values := self._values.get(kind):
                yield from ((start, end, rank, kind) for start, end in find(values, text))
        for kind, words in self._exact:
            at = text.find(words)
            while at >= 0:
                yield at, at + len(words), last - 1, kind
                at = text.find(words, at + len(words))
        yield from ((start, end, last - 1, "OTHER") for start, end in contact.emails(text))


def _merged(claims: list[tuple[int, int, int, str]]) -> Iterator[tuple[int, int, str]]:
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
    """Words that the resume itself writes in lower case, outside addresses and links."""
    for value in sorted({*values.get("EMAIL", ()), *values.get("LINK", ())}, key=len, reverse=True):
        text = text.replace(value, " ")
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
