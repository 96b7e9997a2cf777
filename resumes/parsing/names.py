"""The candidate's name: found by where it stands and how it is set, checked against the e-mail address."""

import re
import unicodedata

from resumes.parsing.dates import MONTHS
from resumes.parsing.folding import fold
from resumes.parsing.headings import label_kind
from resumes.parsing.lexicon import pattern
from resumes.parsing.places import parse_place
from resumes.parsing.rows import Geometry, Row
from resumes.parsing.wording import organisation_score, title_score

_LABEL = re.compile(rf"^(?:{pattern('name labels')})\s*[:-]\s*")
_DOCUMENT = re.compile(rf"\b(?:{pattern('document titles')})\b(?: of| de| von| for)?\s*[-:|]?")
_PREFIX = re.compile(rf"^(?:{pattern('name prefixes')})\.?\s+(?=\w)")
_SUFFIX = re.compile(rf"[,\s]+\(?(?:{pattern('name suffixes')})\)?\.?(?=$|[,\s])", re.I)
_PRONOUNS = re.compile(
    r"\s*[(\[]\s*(?:she|he|they|elle|il|ella|él|sie|er)\s*[/|,]\s*\w+(?:\s*[/|,]\s*\w+)?\s*[)\]]", re.I
)
_BARE_PRONOUNS = re.compile(r"\s+(?:she|he|they|ze|xe|elle|il|ella|sie|er)\s?/\s?[a-z]+(?:\s?/\s?[a-z]+)?\s*$", re.I)
# What stands behind a comma after a whole name and is written as degrees and licences are: "M.Arch", "MRCGP", "MEng".
_LETTERS = re.compile(
    r"(?P<name>\S+(?: \S+)+?),\s*(?P<letters>[A-Z][A-Za-z]*\.[A-Za-z.]+|(?=\S*[A-Z]\S*[A-Z])[A-Za-z]{2,8})$"
)
_NAME_AND_PLACE = re.compile(r"(?P<name>[^\s,]+(?: [^\s,]+){1,3}),\s*(?P<place>[^\s,].*)$")
_NICKNAME = re.compile(r"\s+[(\"“„'‘][^\W\d_][\w.'’ -]{1,24}?[)\"”“'’](?=\s|$)")
_PARTICLES = frozenset(
    [
        "de",
        "da",
        "do",
        "dos",
        "das",
        "del",
        "della",
        "di",
        "la",
        "le",
        "van",
        "von",
        "der",
        "den",
        "ter",
        "ten",
        "bin",
        "ibn",
        "al",
        "el",
        "y",
        "e",
        "af",
        "av",
        "zu",
        "zur",
        "du",
        "des",
        "st",
        "st.",
        "o'",
        "mc",
        "mac",
        "binti",
        "abu",
        "bint",
        "ap",
    ]
)
# The vowel signs of Indian and other scripts are no letters to the library of expressions.
_SIGNS = (
    "\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0900-\u0903\u093a-\u094f\u0980-\u0983\u09bc-\u09d7\u0a01-\u0a4d"
    "\u0abc-\u0acd\u0b3c-\u0b57\u0b82-\u0bd7\u0c00-\u0c56\u0cbc-\u0cd6\u0d00-\u0d57\u0dca-\u0df3\u0e31-\u0e4e\u200c\u200d"
)
_WORD = re.compile(rf"^[^\W\d_](?:[^\W\d_]|[{_SIGNS}]|['’`.\-])*\.?$")
_UNSPACED = re.compile(r"[\u3400-\u9fff]{2,4}|[\uac00-\ud7af]{2,4}|[\u3040-\u30ff]{3,8}")  # a whole name is one word
_NEVER = frozenset(("and", "for", "of", "the", "with", "by", "at", "from", "confidential"))  # in no name
_SELDOM = frozenset(("in", "on", "to"))  # names too, but between two English words hardly: Moon Jae In, Tô Minh Anh
_SPELT_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ø": "oe", "æ": "ae", "å": "aa"})


def find_name(rows: list[Row], head: list[Row], geometry: Geometry, email: str | None) -> tuple[str, int, int] | None:
    """The name as written (letter-spacing closed, titles and degrees off) with its span; None if there is none."""
    hints = _email_parts(email)
    best: tuple[float, str, int, int] | None = None
    largest = max((row.line.size for row in rows if row.line.page == 1), default=0.0)
    head_rows = {row.index for row in head}
    for order, row in enumerate(
        [*head[:12], *(r for r in rows if r.line.page == 1 and r.index not in head_rows and geometry.is_large(r))]
    ):
        for begin, end in _name_pieces(row):
            raw = _without_place(row.text[begin:end], hints)
            end = begin + len(raw)
            name = _clean(raw, hints)
            score = _score(_in_capitals(name, email), hints) if name else -9.0
            if score <= 0:
                continue
            score += 3.0 if row.line.size >= largest - 0.1 and largest > geometry.size else 0.0
            score += 1.0 if geometry.is_large(row) else 0.0
            score += 1.5 if order == 0 else max(0.0, 0.8 - 0.2 * order)
            score += 0.8 if order == 0 and _stands_alone(name, row, head) else 0.0
            if best is None or score > best[0]:
                best = (score, name, row.start + begin, row.start + end)
    if best is None or best[0] < 2.5:
        return None
    return _with_second_row(best, rows, hints)


def _stands_alone(name: str, row: Row, head: list[Row]) -> bool:
    """Whether one word is all of the first row, with the e-mail address below it: some people have but one name."""
    below = next((other for other in head if other.index == row.index + 1), None)
    return len(name.split()) == 1 and name == row.body and len(name) > 3 and below is not None and "@" in below.text


def is_signed(name: str, email: str | None) -> bool:
    """Whether the e-mail address spells a word of the name."""
    parts = _email_parts(email)
    return any(_is_hinted(word, parts) for word in name.split())


def _in_capitals(name: str, email: str | None) -> str:
    """A name written small, as a name is, if the e-mail address spells all of it: "noa brenner"."""
    words = name.split()
    letters = re.sub(r"[^a-z]", "", fold(email or ""))
    plain = [re.sub(r"[^a-z]", "", fold(word)) for word in words]
    spelt = len(words) >= 2 and all(word and word in letters for word in plain)
    return name.title() if spelt and name.islower() else name


def _email_parts(email: str | None) -> frozenset[str]:
    if not email:
        return frozenset()
    return frozenset(part for part in re.split(r"[._+\-\d]+", fold(email.split("@")[0])) if len(part) > 1)


def _name_pieces(row: Row) -> list[tuple[int, int]]:
    """Spans of a row that could be a name: between bars, dots and wide gaps, after a label."""
    spans: list[tuple[int, int, int]] = []
    at = row.body_at
    label = _LABEL.match(row.folded[at:]) or _DOCUMENT.match(row.folded[at:])
    if label:
        at += label.end()
    spaced = _is_spaced(row.text[at:].strip())
    pattern = r"\s*[|•·●⋅∙◆¦]\s*|\s+[–—-]\s+|\t" if spaced else r"\s*[|•·●⋅∙◆¦:]\s*|\s+[–—-]\s+|\t|\s{3,}"
    for cut in [*re.finditer(pattern, row.text[at:]), None]:
        end = at + cut.start() if cut else len(row.text)
        start = spans[-1][2] if spans else at
        spans.append((start, end, at + cut.end() if cut else end))
    cut_spans = []
    for start, end, _ in spans:
        gaps = [] if spaced else [g for g in row.gaps if start < g < end]
        for left, right in zip([start, *gaps], [*gaps, end], strict=True):
            piece = row.text[left:right]
            if piece.strip():
                left += len(piece) - len(piece.lstrip())
                cut_spans.append((left, left + len(piece.strip())))
    return cut_spans


def _is_spaced(text: str) -> bool:
    letters = text.split()
    return len(letters) >= 4 and sum(len(part) == 1 for part in letters) / len(letters) > 0.8


def _clean(raw: str, hints: frozenset[str]) -> str:
    """The bare name of a piece: letter-spacing closed, pronouns, titles, degrees and marks off."""
    text = _NICKNAME.sub("", _BARE_PRONOUNS.sub("", _PRONOUNS.sub("", raw))).strip(" ,.;:|•·-–—*")
    if _is_spaced(text):
        words = [part.replace(" ", "") for part in re.split(r"\s{2,}", text)]
        text = _split_by_hints(words[0], hints) if len(words) == 1 else " ".join(words)
    while prefix := _PREFIX.match(fold(text)):
        text = text[prefix.end() :]
    while (match := _LETTERS.match(text)) and not (match["letters"].isupper() and match["name"].isupper()):
        text = match["name"]
    while True:
        shorter = _SUFFIX.sub("", text).strip(" ,")
        if shorter == text or len(shorter.split()) < 2:
            break
        text = shorter
    match = re.fullmatch(r"([^\s,]+(?: [^\s,]+){0,2}),\s*([^\s,]+(?: [^\s,]+){0,2})", text)
    if (
        match
        and match[2].isupper()
        and not match[1].isupper()
        and all(len(word) <= 6 for word in re.split(r"[ /-]", match[2]))
    ):
        return unicodedata.normalize("NFC", match[1])  # letters of a licence or degree
    if match and not _SUFFIX.search(f" {match[2]}"):
        text = f"{match[2]} {match[1]}"
    return unicodedata.normalize("NFC", text)


def _without_place(raw: str, hints: frozenset[str]) -> str:
    """A name without the place behind its comma, where the e-mail address spells the name: "Jane Doe, Leeds, UK"."""
    match = _NAME_AND_PLACE.match(raw)
    if match is None or not any(_is_hinted(word, hints) for word in match["name"].split()):
        return raw
    place = parse_place(match["place"])
    spelt = any(_is_hinted(word, hints) for word in match["place"].replace(",", " ").split())
    return match["name"] if place is not None and place.city and not spelt else raw


def _split_by_hints(joined: str, hints: frozenset[str]) -> str:
    """JORDANREYES with the e-mail's jordan and reyes: JORDAN REYES."""
    folded = fold(joined)
    for first in sorted(hints, key=len, reverse=True):
        if folded.startswith(first) and len(folded) > len(first) + 1:
            return f"{joined[: len(first)]} {joined[len(first) :]}"
        if folded.endswith(first) and len(folded) > len(first) + 1:
            return f"{joined[: -len(first)]} {joined[-len(first) :]}"
    return joined


def _score(name: str, hints: frozenset[str]) -> float:
    """How much a text reads as a person's name; 0 and less is none."""
    words = name.split()
    if not 1 <= len(words) <= 6 or not all(_WORD.match(word) for word in words):
        return 0.0
    proper = [word for word in words if fold(word) not in _PARTICLES]
    if not proper or label_kind(fold(name)) is not None:
        return 0.0
    small = any(word[0].islower() for word in proper)
    if small and not (len(proper) > 1 and name.islower() and all(_is_hinted(word, hints) for word in proper)):
        return 0.0  # written small all through, as the address spells it, it is a name all the same
    folded = [fold(word).strip(".") for word in proper]
    hinted = any(_is_hinted(word, hints) for word in proper if fold(word) not in _SELDOM)
    if any(word in _NEVER for word in folded) or (not hinted and any(word in _SELDOM for word in folded[1:-1])):
        return 0.0
    matched = sum(_is_hinted(word, hints) for word in proper)
    score = 2.0 if 2 <= len(proper) <= 4 or _UNSPACED.fullmatch(name) else 0.3
    score += 2.0 * min(matched, 2)
    if not matched:
        # The ending alone ("-er", "-ist") makes no title of "Fischer" and "Weißmüller".
        score -= (
            2.0 * (title_score(name) >= 1.5)
            + 2.0 * (organisation_score(name) >= 2)
            + 2.0 * (parse_place(name) is not None)
        )
        score -= (1.0 if len(folded) > 1 else 2.0) * any(word in MONTHS for word in folded)  # "Jan", "April"
    return score


def _is_hinted(word: str, hints: frozenset[str]) -> bool:
    """Whether the e-mail address spells a word of the name, with or without its accents."""
    if len(word) < 2:
        return False
    plain = fold(word).strip(".")
    spelt = fold(word.lower().translate(_SPELT_OUT)).strip(".")
    return any(
        form in hint or (len(hint) > 2 and (form.startswith(hint) or form.endswith(hint)))
        for form in (plain, spelt)
        for hint in hints
    )


def _with_second_row(best: tuple[float, str, int, int], rows: list[Row], hints: frozenset[str]) -> tuple[str, int, int]:
    """A name set on two rows, the surname below the first name in the same size."""
    _, name, start, end = best
    row = next((r for r in rows if r.start <= start < r.end), None)
    broken = row is not None and row.text[end - row.start - 1 : end - row.start] == "-"
    if row is None or (len(name.split()) > 2 and not broken) or row.index + 1 >= len(rows):
        return name, start, end
    # Contact may stand beside the name, and be read between its two rows.
    near = [r for r in rows[row.index + 1 : row.index + 4] if abs(r.line.x0 - row.line.x0) < 2.0]
    below = next((r for r in near if broken and r.line.size > 0), rows[row.index + 1])
    same = abs(below.line.size - row.line.size) < 0.6 and below.line.size > 0 and below.line.page == row.line.page
    pieces = _name_pieces(below)
    text = _clean(below.text[slice(*pieces[0])] if broken and pieces else below.body, hints)
    single = len(name.split()) == 1
    if broken and same and 1 <= len(text.split()) <= 2 and _score(text, hints) > 0.2:
        return f"{name}-{text}", start, below.start + pieces[0][1]
    if (
        same
        and 1 <= len(text.split()) <= 2
        and _score(text, hints) > 0.2
        and (single or _score(text, hints) >= 2)
        and end >= row.end - 2
    ) and (single or any(hint in fold(text) for hint in hints)):
        return f"{name} {text}", start, below.start + below.body_at + len(below.body)
    return name, start, end
