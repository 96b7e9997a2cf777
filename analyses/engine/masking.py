"""Takes away what scoring must never see, so that two people with the same record score the same.

Personal spans found by the parser are cut out, and the same is done again by pattern here (e-mail
addresses, links, phone numbers, ages, birth dates, civil status), because a span that the parser missed
must not move a score. Pronouns and titles become one neutral word. Nothing is put in the place of what
was cut, so the length of a name or an address leaves no trace either.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from analyses.engine.gender import one_form
from analyses.engine.occupations import spelled_out

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-zé]*\.?"
_DATE = (
    rf"(?:\d{{1,4}}[./\- ]\d{{1,2}}[./\- ]\d{{1,4}}|\d{{1,2}}(?:st|nd|rd|th)?\.? {_MONTH},? \d{{4}}"
    rf"|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}|\d{{4}})"
)
_LABELLED = (
    r"age|sex|gender|marital status|civil status|family status|nationality|citizenship|religion|race|ethnicity"
    r"|pronouns|photo|place of birth|familienstand|nationalität|staatsangehörigkeit|geschlecht|alter|konfession"
    r"|situation familiale|nationalité|estado civil|nacionalidad|edad|sexo"
)
PERSONAL_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?<![\w.+%-])[\w.+%-]{1,64}@[\w-]+(?:\.[\w-]+)+",
        r"\b(?:https?://|www\.)[^\s|,;)]+",
        (
            r"\b(?:[a-z0-9-]{1,63}\.){0,4}(?:linkedin\.com|github\.com|gitlab\.com|twitter\.com|x\.com|facebook\.com"
            r"|instagram\.com|behance\.net|dribbble\.com|xing\.com|medium\.com)(?:/[^\s|,;)]*)?"
        ),
        (
            rf"\b(?:born(?: on| in)?|date of birth|d\.?o\.?b\.?|birth ?date|birthday|geboren(?: am)?|geburtsdatum"
            rf"|née? le|date de naissance|fecha de nacimiento)\s*[:\-]?\s*{_DATE}"
        ),
        r"\b(?:i am |i'm |am )?(?:aged?\s*:?\s*\d{2}\b|\d{2}[- ]years?[- ](?:old|of age)\b|\d{2}[- ]year[- ]old\b)",
        rf"(?m)^[^\w\n]{{0,20}}(?:{_LABELLED})\s*[:\-–][^\n|]*",
        r"\(?\b(?:she|he|they|ze|xe)\s*/\s*(?:her|him|them|zir|xem)s?(?:\s*/\s*\w+)?\)?",
    )
)
_PHONE = re.compile(r"(?<![\w.])(?:\+\d{1,3}[ .\-]?)?(?:\(\d{1,5}\)[ .\-]?)?\d{1,8}(?:[ .\-/]\d{2,8}){1,5}(?![\w%])")
_DATES = re.compile(r"(?:19|20)\d{2}\b|\d{1,2}[./-](?:19|20)\d{2}")
NEUTRAL_WORDS = re.compile(
    r"\b(?:he|she|him|her|his|hers|himself|herself|they|them|their|theirs|themselves|themself)\b", re.IGNORECASE
)
TITLES = re.compile(r"\b(?:mr|mrs|ms|miss|mx|herr|frau|monsieur|madame|señora?)\b\.?\s*", re.IGNORECASE)
GENDERED = re.compile(
    r"\b(?:(?P<stem>sales|chair|spokes|fore|business|handy|fire|police|crafts)(?:man|woman)|waitress|actress"
    r"|stewardess|husband|wife|mother|father|(?:fe)?male|wom[ae]n|m[ae]n)\b",
    re.IGNORECASE,
)
_CONTACT_LABEL = re.compile(
    r"\b(?:e-?mail|phone|telephone|tel|mobile|cell|fax|address|contact(?: details| information)?|name"
    r"|full name|linkedin|github|website"
    r"|portfolio|born|date of birth|dob|age|nationality|photo|telefon|adresse|anschrift|courriel|teléfono"
    r"|correo)\b\.?",
    re.IGNORECASE,
)
# Letters behind a name that stand for a licence or a chartered profession: a paper held, not who somebody is.
_LETTERS = (
    r"RN|LPN|BSN|MSN|DNP|FNP(?:-B?C)?|CRNA|CCRN|PCCN|CEN|CNOR|CPA|CMA|CIA|CISA|CFA|CFP|ACA|FCA|ACCA|FCCA|CIMA|ACMA"
    r"|CGMA"
    r"|PMP|CAPM|CSM|PMI-ACP|SHRM-S?CP|[SG]?PHR|aPHR|CIPD|CISSP|CISM|CEH|OSCP|P\.?E\.?|EIT|CEng|LEED AP|LCSW|LMSW|LPC"
    r"|LMFT|OTR(?:/L)?|DPT|CCC-SLP|RD|RPh|PharmD|CSCP|CPIM|CPSM|CSSBB|MPSI|MRPharmS|[MF]CIPD|(?:Assoc )?CIPD|ACIPD"
    r"|MLS ?\(ASCP\)(?:CM)?|MLT ?\(ASCP\)|[MF]RICS|[MF]CIOB|MIStructE|[MF]ICE|IEng|[MF]IMechE|[MF]IET|RGN|RMN|MCSP"
    r"|MBACP|CPsychol|MRC(?:P|S|GP|VS)|MBBS|MBChB|MD|DDS|DMD|DVM|F?CILEX|CTA|[MF]?AAT|MICB|[MF]?CIPP|[MF]CIPS|MAPM|QTS"
    r"|PGCE|NP|PA-C|APRN|RRT|COTA|PTA|CST|LVN|CMgr|AIA|RIBA"
)
POST_NOMINALS = re.compile(rf"[\s,|()]*(?:{_LETTERS})(?:[\s,|]+(?:{_LETTERS}))*[\s)]*")
_BEHIND_NAME = re.compile(rf"[\s,|(]+(?:{_LETTERS})(?:[\s,|]+(?:{_LETTERS}))*\)?\s*$")
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class MaskedText:
    """Text with personal parts cut out, and the way back: ``origin(i)`` is where masked position ``i`` came from."""

    text: str
    masked_starts: tuple[int, ...]
    original_starts: tuple[int, ...]

    def origin(self, position: int) -> int:
        """Offset in the original text of the character at ``position`` of the masked text."""
        piece = bisect_right(self.masked_starts, position) - 1
        return self.original_starts[piece] + position - self.masked_starts[piece]


def personal_spans(text: str, profile: Mapping[str, Any]) -> list[Span]:
    """Merged, ordered spans of ``text`` that scoring must not see."""
    # A bare pronoun is not cut but made neutral: cut for some and kept for others ("they") it would leave a trace.
    spans = [
        _without_letters(text, int(row[0]), int(row[1]))
        for row in profile.get("personal_spans") or []
        if not NEUTRAL_WORDS.fullmatch(text[int(row[0]) : int(row[1])].strip())
    ]
    for pattern in PERSONAL_PATTERNS:
        spans += [m.span() for m in pattern.finditer(text)]
    spans += [m.span() for m in _PHONE.finditer(text) if _is_phone(m.group())]
    name = str((profile.get("basics") or {}).get("name") or "") or _first_line_name(text)
    letters = _letters_behind(name)
    spans += _name_spans(text, name[: letters.start()] if letters else name)
    return merge(spans)


def _without_letters(text: str, start: int, end: int) -> Span:
    """A personal span that stops before the letters of a profession: "Ada Example, RN" is a name and a licence."""
    found = _letters_behind(text[start:end])
    return (start, start + found.start()) if found and found.start() else (start, end)


def _letters_behind(name: str) -> re.Match[str] | None:
    """The letters behind a name. With one word and no mark before them they are the surname: Anna Cima, Duong NP."""
    found = _BEHIND_NAME.search(name)
    if found is None or re.search(r"[,|(]", found.group()) or len(name[: found.start()].split()) > 1:
        return found
    return None


def _first_line_name(text: str) -> str:
    """The first line, when the parser found no name and it could be one: two to six words of letters alone."""
    first = text.strip().split("\n", 1)[0].strip()
    words = first.split()
    plain = all(re.fullmatch(r"[^\W\d_][\w'’.\-]*", word) for word in words)
    return first if plain and 2 <= len(words) <= 6 and not first.endswith(".") else ""


def _is_phone(found: str) -> bool:
    """Seven to fifteen digits that do not begin as a date does."""
    return 7 <= sum(c.isdigit() for c in found) <= 15 and not _DATES.match(found)


def _name_spans(text: str, name: str) -> list[Span]:
    """Where the candidate's name stands: in full anywhere, and in part at the head of a phrase about them."""
    parts = [part for part in re.split(r"\s+", name.strip()) if part]
    if not parts:
        return []
    whole = r"\s+".join(re.escape(part) for part in parts)
    spans = [m.span() for m in re.finditer(rf"(?<!\w){whole}(?!\w)", text, re.IGNORECASE)]
    verbs = (
        r"(?:'s|’s|\s+(?:is|was|has|had|works?|worked|led|leads|joined|brings?|manage[sd]?|holds?|can|will|earned)\b)"
    )
    title = r"(?:\b(?:[Mm](?:r|rs|s|iss|x)|[Dd]r|[Pp]rof|Herr|Frau|M|Mme|Sr|Sra)\.?\s+)"
    for part in parts:
        word = rf"(?<!\w){re.escape(part)}(?!\w)"
        spans += [m.span() for m in re.finditer(rf"{word}(?=\s*{verbs})", text)]
        spans += [m.span() for m in re.finditer(rf"{title}{word}", text)]
    return spans


_RANK = re.compile(
    r"\b(?:senior|junior|lead|principal|staff|head|chief|sr\.?|jr\.?|intern|trainee|mid[- ]level"
    r"|entry[- ]level|i{1,3}|iv)(?=\W|$)",
    re.IGNORECASE,
)


def held_title(title: str, profile: Mapping[str, Any]) -> str:
    """A title of the profile as titles are compared: without the candidate's name, gender and rank."""
    spans = merge(_name_spans(title, str((profile.get("basics") or {}).get("name") or "")))
    return plain_title(cut(title, 0, len(title), spans).text)


def plain_title(title: str) -> str:
    """A title spelled out and without rank: "Senior Nurse" is the work of a nurse. One of nothing but rank stays."""
    title = spelled_out(title)
    plain = neutral(_RANK.sub(" ", title)).strip(" ,-")
    return plain if len(plain) > 2 else neutral(title)


def merge(spans: Iterable[Span]) -> list[Span]:
    """Overlapping and touching spans made one, in order; empty ones dropped."""
    merged: list[Span] = []
    for start, end in sorted(span for span in spans if span[0] < span[1]):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def cut(text: str, start: int, end: int, spans: list[Span]) -> MaskedText:
    """``text[start:end]`` without ``spans``; runs of space left by a cut are closed."""
    pieces: list[str] = []
    masked_starts: list[int] = []
    original_starts: list[int] = []
    length = 0
    for piece_start, piece_end in _kept(start, end, spans):
        for match in re.finditer(r"\S+", text[piece_start:piece_end]):
            word = match.group() if not pieces else " " + match.group()
            masked_starts.append(length)
            original_starts.append(piece_start + match.start() - (1 if pieces else 0))
            pieces.append(word)
            length += len(word)
    return MaskedText("".join(pieces), tuple(masked_starts) or (0,), tuple(original_starts) or (start,))


def _kept(start: int, end: int, spans: list[Span]) -> Iterable[Span]:
    position = start
    for span_start, span_end in spans:
        if span_end <= position or span_start >= end:
            continue
        if span_start > position:
            yield position, span_start
        position = max(position, span_end)
    if position < end:
        yield position, end


def neutral(text: str) -> str:
    """Pronouns as one word, titles dropped, gendered nouns without their gender: for embedding, never for quoting."""
    text = TITLES.sub("", text)
    text = NEUTRAL_WORDS.sub("they", text)
    text = one_form(text)
    return " ".join(text.split())


def says_nothing(masked: str) -> bool:
    """True when only contact labels and punctuation are left of a line."""
    return len(re.sub(r"[\W_]+", "", _CONTACT_LABEL.sub("", masked))) < 2
