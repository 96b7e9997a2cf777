"""Spoken languages and how well: "French (fluent)", "Deutsch – C1", "English: native"."""

import re
from itertools import zip_longest
from typing import Any

from resumes.parsing.folding import fold
from resumes.parsing.lexicon import sections, terms
from resumes.parsing.rows import Row

LANGUAGES = {
    word: name for name, *words in (line.split(" | ") for line in sections("spoken")["languages"]) for word in words
}
FLUENCY = terms("spoken", "fluency")
_NAME = re.compile(rf"(?<![\w+#])(?:{'|'.join(sorted(map(re.escape, LANGUAGES), key=len, reverse=True))})(?![\w+#])")
_FLUENCY = re.compile(rf"(?<!\w)(?:{'|'.join(sorted(map(re.escape, FLUENCY), key=len, reverse=True))})(?!\w)")
_LABEL = re.compile(r"(?:[a-z]+ )?(?:languages?|langues|sprachen|idiomas|lingue|talen)(?: [a-z]+)?\s*[:\t]\s*")
_CEFR = re.compile(
    r"(?<!\w)[abc][12][+]?(?:\s*[-/]\s*[abc][12])?(?!\w)|(?<!\w)jlpt n[1-5]|(?<!\w)n[1-5](?!\w)|(?<!\w)hsk ?[1-6](?!\w)"
)
_SKILLS_OF_LANGUAGE = frozenset(
    ("understanding", "speaking", "writing", "listening", "reading", "spoken interaction", "spoken production")
)
_TEST = re.compile(r"(?<!\w)(?:toeic|toefl|ielts|dele|delf|dalf|telc|goethe)\b[^,;|]{0,20}\d+(?:[.,]\d)?")


def parse_languages(rows: list[Row]) -> list[dict[str, Any]]:
    """Languages named in the rows of a languages section with what the candidate says of each.

    A statement belongs to the language it stands beside: up to the next language, or on the row below.
    """
    found: dict[str, dict[str, Any]] = {}
    waiting: dict[str, Any] | None = None
    for row in rows:
        folded = row.folded
        names = list(_NAME.finditer(folded))
        if not names and waiting is not None:
            waiting["fluency"] = _fluency(row.text, folded)
            waiting = None
        for match, after in zip_longest(names, names[1:]):
            name = LANGUAGES[match.group()]
            end = after.start() if after else len(folded)
            begin = match.end()
            fluency = _fluency(row.text[begin:end], folded[begin:end])
            if fluency is None and match is names[0]:
                fluency = _fluency(row.text[: match.start()], folded[: match.start()])
            if name not in found:
                found[name] = {
                    "language": name,
                    "fluency": fluency,
                    "start": row.start + match.start(),
                    "end": row.end if after is None else row.start + end,
                }
            waiting = found[name] if fluency is None and len(names) == 1 else None
    return list(found.values())


def _fluency(text: str, folded: str) -> str | None:
    spans = [match.span() for pattern in (_FLUENCY, _CEFR, _TEST) for match in pattern.finditer(folded)]
    if not spans:
        return None
    start, end = min(s for s, _ in spans), max(e for _, e in spans)
    stated = text[start:end] if end - start <= 60 else text[spans[0][0] : spans[0][1]]
    stated = " ".join(stated.split())
    return stated + ")" if stated.count("(") > stated.count(")") else stated


def labelled_rows(rows: list[Row]) -> list[Row]:
    """Rows outside a languages section that list spoken languages behind a label: "Languages: French, German"."""
    found = []
    for row in rows:
        label = _LABEL.match(row.folded[row.body_at :])
        if label and mostly_languages(row.folded[row.body_at + label.end() :]):
            found.append(row)
    return found


def is_language_scale(row: Row) -> bool:
    """Whether a row only explains the levels of the European framework, or heads a table of them."""
    if "common european framework" in row.folded:
        return True
    levels = {match.group()[:2] for match in _CEFR.finditer(row.folded)}
    cells = row.folded.split("\t")
    return len(levels) >= 4 or sum(cell.strip() in _SKILLS_OF_LANGUAGE for cell in cells) >= 2


def mostly_languages(text: str) -> bool:
    """Whether a list names spoken languages rather than programming ones."""
    items = [item for item in re.split(r"[,;|·•/]", fold(text)) if item.strip()]
    return bool(items) and sum(1 for item in items if _NAME.search(item)) / len(items) > 0.5
