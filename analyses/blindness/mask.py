"""Blackens what says who a candidate is, keeping the length, so that every offset into the text still holds. Pure."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from analyses.engine.masking import GENDERED, NEUTRAL_WORDS, TITLES, merge, personal_spans
from resumes.personal.finding import PersonalFinder
from resumes.personal.folding import Folded

MARK = "•"
Span = tuple[int, int]
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|(?<=[’'/])\d\d(?!\d)")
_HE_OR_SHE = re.compile(r"\b(?:he|she|they|ze|xe)\s*/\s*\w+(?:\s*/\s*\w+)?", re.IGNORECASE)
# What a result says of the job and of the machine: a mark there would tell which words of the job are the name.
_OF_THE_JOB = frozenset(
    (
        *("company_name", "role_name", "engine", "timing_ms", "schema_version", "id", "kind", "status", "level"),
        *("matched_skills", "missing_critical_skills", "key", "label", "asked", "categories", "timestamp"),
        *("analysis_id", "resume_id", "job_id", "requirement_id", "requirement_ids", "skills", "versions"),
        *("feedback_id", "interaction_id", "source", "created_by", "reviewer_role", "decision", "error_code"),
        *("sha256", "parser_version", "parse_quality", "answered_by", "examples", "supersedes", "duplicate_of"),
    )
)
_NAMES = frozenset(("candidate_name",))
_FILES = frozenset(("filename", "original_filename", "other_filenames"))
_LONG_ENOUGH = 8  # characters; a shorter text is looked up nowhere


class Mask:
    """One candidate's mask. ``called`` stands for the name where a field holds nothing else."""

    def __init__(self, *, called: str, candidate_name: str, profile: Mapping[str, Any], text: str) -> None:
        self.called = called
        self.stored = text
        self._profile = profile
        self._finder = PersonalFinder(candidate_name=candidate_name, profile=dict(profile), text=text)
        self._years = {
            year
            for row in profile.get("education") or []
            for key in ("startDate", "endDate")
            if (year := str(row.get(key) or "")[:4])
        }
        self.spans = merge([*personal_spans(text, profile), *self._parsed(), *self._graduation(), *self._found(text)])
        self.text = _blackened(text, self.spans)

    @property
    def knows_name(self) -> bool:
        """Whether a name was found at all: without one nobody can say that a page no longer shows it."""
        return bool(self._finder.names.parts)

    def quote(self, start: int, end: int) -> str:
        """``text[start:end]`` of the stored text, blackened."""
        return self.text[start:end]

    def phrase(self, value: str) -> str:
        """Any text about the candidate, blackened."""
        spans = [*self._found(value), *personal_spans(value, {}), *self._quoted(value)]
        spans += [m.span() for m in _YEAR.finditer(value) if m.group() in self._years]
        return _blackened(value, merge(spans))

    def value(self, value: Any, key: str = "") -> Any:
        """Everything inside a result, an answer or a row of feedback, blackened; what a field is called decides how."""
        if key in _OF_THE_JOB:
            return value
        if isinstance(value, dict):
            return self._mapping(value)
        if isinstance(value, list | tuple):
            return [self.value(inner, key) for inner in value]
        if not isinstance(value, str) or not value:
            return value
        if key in _NAMES:
            return self.called
        if key in _FILES:
            return f"{self.called}.pdf"
        return self.phrase(value)

    def profile(self) -> dict[str, Any]:
        """The profile with neither name, contact and address nor the dates of education; every field stays."""
        masked: dict[str, Any] = {
            key: self.value(rows, key) for key, rows in self._profile.items() if key != "personal_spans"
        }
        basics = dict(masked.get("basics") or {})
        if basics:
            place = dict.fromkeys(basics.get("location") or {})
            basics |= {"name": self.called, "email": None, "phone": None, "url": None, "profiles": []}
            masked["basics"] = {**basics, "location": place}
        if "work" in masked:
            masked["work"] = [
                {**row, **{k: v for k, v in was.items() if k.endswith("Date")}}
                for row, was in zip(masked["work"], self._profile["work"], strict=True)
            ]
        if "education" in masked:
            masked["education"] = [{**row, "startDate": None, "endDate": None} for row in masked["education"]]
        return masked

    def _mapping(self, value: dict[str, Any]) -> dict[str, Any]:
        masked = {key: self.value(inner, key) for key, inner in value.items() if key != "profile"}
        if "must_have" in value and "text" in value:
            masked["text"] = value["text"]
        if isinstance(value.get("quote"), str) and isinstance(value.get("start"), int) and "end" in value:
            start, end = int(value["start"]), int(value["end"])
            if self.stored[start:end] == value["quote"]:
                masked["quote"] = self.quote(start, end)
        if "profile" in value:
            masked["profile"] = self.profile() if value["profile"] else value["profile"]
        return {key: masked[key] for key in value}

    def _found(self, value: str) -> Iterator[Span]:
        folded = Folded(value)
        for start, end, _ in self._finder.stretches(folded):
            yield folded.back(start, end)
        for pattern in (_HE_OR_SHE, NEUTRAL_WORDS, TITLES, GENDERED):
            yield from (m.span() for m in pattern.finditer(value))

    def _quoted(self, value: str) -> Iterator[Span]:
        """What is black in the stored text is black in its quotes, too."""
        at = self.stored.find(value) if len(value) >= _LONG_ENOUGH else -1
        for start, end in self.spans if at >= 0 else ():
            if start < at + len(value) and end > at:
                yield max(start - at, 0), min(end - at, len(value))

    def _parsed(self) -> Iterator[Span]:
        yield from ((int(row[0]), int(row[1])) for row in self._profile.get("personal_spans") or [])

    def _graduation(self) -> Iterator[Span]:
        """Every year inside an entry of education."""
        for row in self._profile.get("education") or []:
            start, end = row.get("start"), row.get("end")
            if isinstance(start, int) and isinstance(end, int):
                yield from (m.span() for m in _YEAR.finditer(self.stored, start, end))


def _blackened(text: str, spans: list[Span]) -> str:
    pieces, done = [], 0
    for start, end in spans:
        pieces += [text[done:start], re.sub(r"[^\n]", MARK, text[start:end])]
        done = end
    return "".join([*pieces, text[done:]])
