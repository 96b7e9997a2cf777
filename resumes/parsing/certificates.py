"""Certificates, licences and courses: name, issuer, date."""

import re
from typing import Any

from resumes.parsing.dates import find_dates
from resumes.parsing.lexicon import pattern
from resumes.parsing.rows import Row
from resumes.parsing.wording import is_prose, organisation_score

_ISSUER = re.compile(rf"(?:{pattern('issuers')})\b", re.I)
_DATE_WORDS = re.compile(rf"\b(?:{pattern('certificate dates')})\s*:?\s*(?=\||$)", re.I)
_SPLIT = re.compile(r"\s*[|•·]\s*|\s+[–—-]\s+|\s*;\s*|,\s+|\s+(?:issued by|by|from|durch|bei|par|por)\s+|\s{3,}|\t")


def parse_certificates(rows: list[Row]) -> list[dict[str, Any]]:
    """One entry a row or bullet; a row that only dates or names the issuer belongs to the entry above."""
    found: list[dict[str, Any]] = []
    for row in rows:
        text, begin = row.body, row.start + row.body_at
        if not text or (is_prose(text) and len(row.words) > 12):
            continue
        several = _several(text)
        if several:
            found.extend(entry for at, part in several if (entry := _entry(part, begin + at, row.day_first))["name"])
            continue
        entry = _entry(text, begin, row.day_first)
        if found and not row.is_bullet and _completes(found[-1], entry, row):
            found[-1]["date"] = found[-1]["date"] or entry["date"]
            found[-1]["issuer"] = found[-1]["issuer"] or entry["issuer"] or entry["name"]
            found[-1]["end"] = row.end
        elif entry["name"]:
            found.append(entry)
    return found


def _several(text: str) -> list[tuple[int, str]]:
    """The certificates of a row that lists some behind bars or semicolons, with their offsets; empty for one."""
    cuts = [0]
    for match in re.finditer(r"\s*[|;•·\t]\s*", text):
        cuts.extend((match.start(), match.end()))
    cuts.append(len(text))
    parts = [(a, text[a:b]) for a, b in zip(cuts[::2], cuts[1::2], strict=True) if text[a:b].strip()]
    dated = sum(bool(find_dates(part)) for _, part in parts)
    return parts if len(parts) >= 2 and (dated >= 2 or (len(parts) >= 3 and dated != 1)) else []


def _entry(text: str, begin: int, day_first: bool | None) -> dict[str, Any]:
    spans = find_dates(text, day_first=day_first)
    stated = [
        span
        for span in spans
        if not re.search(
            r"(?:expir\w*|exp\.?|valid (?:until|through|to)|gültig bis)\s*:?\s*$", text[: span.start], re.I
        )
    ]
    date = stated[0] if stated else None
    plain = text
    for span in reversed(spans):
        plain = f"{plain[: span.start]} | {plain[span.end :]}"
    plain = _DATE_WORDS.sub("", plain)
    parts = [part for raw in _SPLIT.split(plain) if (part := raw.strip(" ()|,.;:–—-"))]
    issuer = None
    for index in range(len(parts) - 1, 0, -1):
        known = _ISSUER.fullmatch(parts[index]) or (_ISSUER.match(parts[index]) and len(parts[index].split()) <= 4)
        if known or organisation_score(parts[index]) >= 2:
            issuer = parts[index]
            break
    name = plain.split("|")[0] if not parts else plain[: _name_end(plain, issuer)]
    name = name.strip(" \t()|,.;:–—-") if issuer or spans else text.strip(" .;")
    if name.count("(") > name.count(")"):
        name += ")"
    return {
        "name": name or None,
        "issuer": issuer,
        "date": (date.finish or date.begin) if date else None,
        "start": begin,
        "end": begin + len(text),
    }


def _name_end(plain: str, issuer: str | None) -> int:
    end = plain.find(issuer) if issuer else -1
    bar = plain.find(" | ")
    ends = [value for value in (end, bar) if value > 0]
    return min(ends) if ends else len(plain)


def _completes(last: dict[str, Any], entry: dict[str, Any], row: Row) -> bool:
    """Whether a row only adds date or issuer to the certificate above it."""
    if not entry["name"]:
        return True
    if last["date"] and entry["date"]:
        return False
    only_issuer = (
        last["issuer"] is None
        and (organisation_score(entry["name"]) >= 2 or _ISSUER.match(entry["name"]))
        and not re.search(r"certif|licen|diplom|course", entry["name"], re.I)
    )
    return bool(only_issuer) and not row.is_bold and last["end"] < row.start
