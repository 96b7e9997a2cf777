"""Replaces a candidate's personal data by stable placeholders. Pure."""

import hashlib
import re
from collections.abc import Iterable
from typing import Any

EMAIL = re.compile(r"[\w.+%-]+@[\w-]+(?:\.[\w-]+)+")
_WORD_PART = re.compile(r"[^\W\d_][\w'’-]+")
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
_MIN_DIGITS = 6  # shorter runs of digits are years and counts, not phone numbers


def pseudonym(key: str, salt: str) -> str:
    """Eight hex characters that stand for a person: the same in every record and snapshot."""
    return hashlib.sha256(f"{salt}\x1fcandidate\x1f{key}".encode()).hexdigest()[:8]


class Redactor:
    """Takes one candidate's own data out of texts about them.

    Name parts, e-mail addresses, phone numbers, links, address and birth date as stored with the resume are
    replaced by ``[NAME 1a2b3c4d]`` and the like, wherever they stand, in any case but for single name parts:
    those are replaced as written and in capitals only, since ``may`` and ``will`` are words too.
    """

    def __init__(self, *, tag: str, candidate_name: str = "", profile: dict[str, Any] | None = None, text: str = ""):
        self.tag = tag
        self._patterns: list[tuple[re.Pattern[str], str]] = []
        values = _personal_values(candidate_name, profile or {}, text)
        for kind in ("EMAIL", "LINK", "ADDRESS", "BIRTH DATE"):
            self._add(kind, [re.escape(value) for value in _longest_first(values.get(kind, ()))], re.IGNORECASE)
        self._add("PHONE", [_spaced_digits(value) for value in _longest_first(values.get("PHONE", ()))], 0)
        names = _longest_first(values.get("NAME", ()))
        self._add("NAME", [_spaced_words(name) for name in names], re.IGNORECASE)
        parts = _longest_first({part for name in names for part in _WORD_PART.findall(name)})
        self._add("NAME", [re.escape(form) for part in parts for form in {part, part.title(), part.upper()}], 0)

    def _add(self, kind: str, alternatives: list[str], flags: int) -> None:
        wanted = [alternative for alternative in alternatives if alternative]
        if wanted:
            pattern = re.compile(rf"(?<!\w)(?:{'|'.join(wanted)})(?!\w)", flags)
            self._patterns.append((pattern, f"[{kind} {self.tag}]" if self.tag else f"[{kind}]"))

    def text(self, value: str) -> str:
        """The text with placeholders; any other e-mail address becomes ``[EMAIL]``."""
        for pattern, placeholder in self._patterns:
            value = pattern.sub(placeholder, value)
        return EMAIL.sub("[EMAIL]", value)

    def identifier(self, value: str | None) -> str | None:
        """The id, or a hash in its place where the id itself holds personal data."""
        if not value or self.text(re.sub(r"[_\W]+", " ", value)) == re.sub(r"[_\W]+", " ", value):
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


def _longest_first(values: Iterable[str]) -> list[str]:
    return sorted(values, key=lambda value: (-len(value), value))


def _spaced_words(name: str) -> str:
    return r"\s+".join(re.escape(word) for word in name.split())


def _spaced_digits(phone: str) -> str:
    """The number however it is spaced, with or without its country code, with or without the trunk zero."""
    digits = re.sub(r"\D", "", phone)
    if len(digits) < _MIN_DIGITS:
        return ""
    certain = max(_MIN_DIGITS, len(digits) - 3)
    gap = r"[\s().\-/]*"
    optional = "".join(rf"(?:0?{gap}{digit}{gap})?" for digit in digits[:-certain])
    return rf"\+?\(?{optional}{gap.join(digits[-certain:])}"
