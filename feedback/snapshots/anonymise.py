"""Replaces a candidate's personal data by stable placeholders. Pure."""

import hashlib
from typing import Any

from resumes.personal.finding import PersonalFinder
from resumes.personal.folding import Folded

REKEYED = "rekeyed_"  # how ids begin that stand in the place of one that held personal data


def pseudonym(key: str, salt: str) -> str:
    """Eight hex characters that stand for a person: the same in every record and snapshot."""
    return hashlib.sha256(f"{salt}\x1fcandidate\x1f{key}".encode()).hexdigest()[:8]


def rekeyed(value: str, tag: str) -> str:
    """What stands in the place of an id that holds personal data: the same for the same id and ``tag``."""
    return f"{REKEYED}{hashlib.sha256(f'{tag}{value}'.encode()).hexdigest()[:12]}"


class Redactor:
    """Takes one candidate's own data out of texts about them.

    Name parts, e-mail addresses, phone numbers, links, address and birth date as stored with the resume are
    replaced by ``[NAME 1a2b3c4d]`` and the like, wherever they stand and however they are written: in other case,
    without accents, spaced or broken otherwise. Only name parts that are words, too, count with a capital alone.
    """

    def __init__(
        self,
        *,
        tag: str,
        candidate_name: str = "",
        profile: dict[str, Any] | None = None,
        text: str = "",
        others: bool = True,
    ):
        self.tag, self._others = tag, others
        self._finder = PersonalFinder(candidate_name=candidate_name, profile=profile, text=text)

    def text(self, value: str) -> str:
        """The text with placeholders; with ``others`` any other e-mail address becomes ``[EMAIL]``."""
        folded = Folded(value)
        if not folded.text:
            return value
        pieces, done = [], 0
        for start, end, kind in self._finder.stretches(folded):
            if kind == "OTHER" and not self._others:
                continue
            begin, until = folded.back(start, end)
            mark = (
                f"[{kind} {self.tag}]" if self.tag and kind != "OTHER" else f"[{'EMAIL' if kind == 'OTHER' else kind}]"
            )
            pieces += [value[done:begin], mark]
            done = until
        return "".join([*pieces, value[done:]])

    def names_person(self, value: str) -> bool:
        """True where a text gives the person's e-mail address, or their name with more than one of its words."""
        return self._finder.names_person(Folded(value))

    def identifier(self, value: str | None) -> str | None:
        """The id, or a hash in its place where the id itself holds personal data."""
        if not value or not (self._finder.names.in_identifier(value) or any(self._finder.reached(Folded(value)))):
            return value
        return rekeyed(value, self.tag)

    def identifier_names_person(self, value: str) -> bool:
        """True where an id holds the person's e-mail address, or more than one word of their name."""
        return self._finder.identifier_names_person(value)

    def value(self, value: Any) -> Any:
        """Every text inside lists and dictionaries with placeholders."""
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, list):
            return [self.value(inner) for inner in value]
        if isinstance(value, dict):
            return {key: self.value(inner) for key, inner in value.items()}
        return value
