"""Everything that says who the candidate is: spans that scoring never sees."""

import re

from resumes.parsing.folding import fold
from resumes.parsing.headings import label_kind
from resumes.parsing.lexicon import pattern
from resumes.parsing.rows import Row

KINDS = ("birth_date", "age", "pronouns", "gender", "marital_status", "nationality", "photo", "identity")
_COMPILED = [(kind, re.compile(pattern(f"personal {kind}"))) for kind in KINDS]
_HEADER_ONLY = re.compile(
    r"(?:^|[|•·,;]\s*)(?P<word>married|single|divorced|widowed|engaged|male|female|m/f)\s*(?=$|[|•·,;])"
)
_NATION = re.compile(rf"(?:^|[|•·,;]\s*)(?P<word>{pattern('nationalities')})\s*(?=$|[|•·,;])")
_ADDRESSES = frozenset({"mr", "mrs", "ms", "miss", "dr", "prof", "herr", "frau", "mme", "m"})
_WORD_BEFORE = re.compile(r"([^\W_][\w.]*)[ \t]+$")
_WORD_AFTER = re.compile(r"[ \t]+([^\W_][\w.]*)")
_QUICK = re.compile(pattern("personal quick"))


def personal_spans(
    rows: list[Row], head: list[Row], name: str | None, name_span: tuple[int, int] | None, text: str
) -> list[tuple[int, int, str]]:
    """Spans of name (wherever it stands), birth date, age, pronouns, gender, marital status and the like."""
    spans = [] if name_span is None else [(*name_span, "name")]
    if name:
        spans.extend(_name_spans(text, name, head))
    heads = {row.index for row in head}
    for row in rows:
        folded = row.folded
        if not _QUICK.search(folded) and row.index not in heads:
            continue
        for kind, compiled in _COMPILED:
            for match in compiled.finditer(folded):
                if match.group().strip():
                    spans.append((row.start + match.start(), row.start + match.end(), kind))
        if row.index in heads:
            spans.extend(
                (row.start + m.start("word"), row.start + m.end("word"), "nationality")
                for m in _NATION.finditer(folded)
            )
            for match in _HEADER_ONLY.finditer(folded):
                spans.append((row.start + match.start("word"), row.start + match.end("word"), "marital_status"))
    return spans


def _name_spans(text: str, name: str, head: list[Row]) -> list[tuple[int, int, str]]:
    """The whole name in any case, and its parts where they stand as capitalised words of their own."""
    folded = fold(text)
    words = [re.escape(fold(word)) for word in name.split()]
    found: list[tuple[int, int, str]] = []
    orders = [r"[ ,.\t]+".join(words), r"[ ,\t]+".join([words[-1], *words[:-1]])]
    if len(words) > 2:
        orders.append(rf"{words[0]}\s+{words[-1]}")
    for order in orders:
        found.extend((match.start(), match.end(), "name") for match in re.finditer(rf"(?<!\w){order}(?!\w)", folded))
    heads = [(row.start, row.end) for row in head]
    for word in {w for w in words if len(w) > 2}:
        places = [match.start() for match in re.finditer(rf"(?<!\w){word}(?!\w)", folded)]
        size = len(re.sub(r"\\", "", word))
        outside = [at for at in places if not any(start <= at < end for start, end in heads)]
        lower = any(text[at].islower() for at in outside)
        for at in places:
            if at not in outside or (text[at].isupper() and not lower and _stands_alone(text, at, at + size, words)):
                found.append((at, at + size, "name"))
    return found


def _stands_alone(text: str, start: int, end: int, names: list[str]) -> bool:
    """Whether a part of the name is no part of another name or date: "Oak Park" is a town, "May 2014" a month."""
    line = text[text.rfind("\n", 0, start) + 1 : (text.find("\n", end) + 1 or len(text) + 1) - 1]
    if label_kind(fold(line)) is not None:
        return False
    before, after = _WORD_BEFORE.search(text[max(0, start - 30) : start]), _WORD_AFTER.match(text, end)
    for match in (before, after):
        word = match.group(1) if match else ""
        other = fold(word).strip(".")
        if (word[:1].isupper() or word[:1].isdigit()) and other not in names and other not in _ADDRESSES:
            return False
    return True


def merge_spans(spans: list[tuple[int, int, str]]) -> list[list[int | str]]:
    """Spans in order without overlaps; where some overlap the longest one's kind stands for all."""
    merged: list[list[int | str]] = []
    longest = 0
    for start, end, kind in sorted(span for span in spans if span[1] > span[0]):
        if not merged or start >= int(merged[-1][1]):
            merged.append([start, end, kind])
            longest = end - start
            continue
        if end - start > longest:
            longest, merged[-1][2] = end - start, kind
        merged[-1][1] = max(int(merged[-1][1]), end)
    return merged
