"""The resume as the units that are scored and quoted: sentences and lines, personal parts cut out.

A chunk keeps where it stands in the stored text, so that what is quoted is verbatim, and a masked text of its
own, which is all that scoring sees. Lines that a paragraph was wrapped into are joined before sentences
are found: where a line happens to break depends on the width of words before it, a name among them.
"""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from analyses.engine import entries as held
from analyses.engine import stance
from analyses.engine.hollow import is_hollow
from analyses.engine.masking import POST_NOMINALS, MaskedText, Span, cut, merge, neutral, says_nothing
from analyses.engine.paragraphs import BULLET, margins_of, paragraphs, plain_lines
from resumes.document import Line

MAX_CHUNK = 600  # characters; longer sentences are cut at a space so that the embedder sees all of them
MAX_STUDIES = 150  # characters; studies that fill more of one line stand in a paragraph that tells of more
HEAD_LINES = 15
LEFT_OUT = 4  # words of a line in no chunk from which on it is looked at
HEAD_SENTENCE = 12  # words from which on a line of the head is a summary, not contact
_BREAK = re.compile(r"(?<=[.!?;])\s+(?=[\"'(“]?[A-Z0-9À-Þ])|\s+[•●▪◦‣]\s+")
# "Site Manager, Example Homes, 2020 - Present: 85 plots of timber frame": behind the colon the work begins.
_HEAD_COLON = re.compile(
    r"(?:\b(?:19|20)\d{2}|\b(?:present|now|current|to date|today|ongoing|heute|aujourd['’]hui"
    r"|actualidad))\)?\s*:\s+(?=\w)",
    re.IGNORECASE,
)
_HEAD_REACH = 140
ITEM_WORDS = 5  # words from which on an item of a list says something
_YEARS = re.compile(
    r"\b(?:19|20)\d{2}\s*(?:[-–—]|to)\s*(?:(?:[A-Za-z]{3,9}\.?\s+)?(?:19|20)\d{2}\b|present|now|today|current|date)",
    re.IGNORECASE,
)
PAPER_WORDS = 8  # longest item of a contact line that names a licence
_ITEM = re.compile(r"[|•·;,]|\.(?:\s|$)")
_PAPER = re.compile(
    r"\b(?:driv(?:ing|er['’]?s?) licen[cs]e|HGV|LGV|licen[cs]e (?:held|holder)|SIA|Gas Safe|CSCS|DBS"
    r"|(?:NMC|HCPC|GPhC|GDC|GMC|SWE|SRA|GTCS)\b(?! ?@)|(?:[A-Z][\w&]{1,30} ){2,4}registered\b"
    r"|[Rr]egistered with (?:the )?[A-Z]|(?:[Cc]lean|[Ff]ull)(?: \w{2,8})? licen[cs]e)(?![\w.]{0,60}@)",
)
_ABBREVIATION = re.compile(
    r"(?:\b(?:[A-Z]|e\.g|i\.e|etc|vs|mr|mrs|ms|prof|approx|inc|ltd|corp|co|st|dr|no|dept|univ|jan|feb|mar|apr|jun"
    r"|jul|aug|sept?|oct"
    r"|nov|dec|B\.S|M\.S|B\.A|M\.A|Ph\.D|U\.S|[BM]\.(?:Sc|Eng|Ed|Tech|Com)|[BM](?:Sc|Eng)|Dipl|Hons"
    r"|LL\.[BM]))\.$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Chunk:
    """One sentence or line. ``text[start:end]`` of the stored text is its quote; ``masked`` is what is scored."""

    index: int
    start: int
    end: int
    page: int
    masked: MaskedText
    embedded: str  # the text that is embedded: no personal part, no gender, no bullet
    section: str = "other"
    entry: int | None = None  # index of the work entry it stands in
    is_head: bool = False  # it names a position or studies, with employer, school or dates, and no work done
    is_study: bool = False  # it stands in an entry of the education
    is_limit: bool = False  # it says what was not done, or only a little
    is_wish: bool = False  # it says what the candidate would like to do, or feels or believes, and of nothing done
    flag: str = ""  # why it earns nothing: copied, stuffed, instruction, repeated

    @cached_property
    def words(self) -> int:
        """Number of words of the masked text."""
        return len(self.masked.text.split())

    @property
    def is_foreign(self) -> bool:
        """True where the words are no account of the candidate: copied, stuffed, or said to a machine."""
        return self.flag not in ("", "repeated")


def build_chunks(
    text: str, lines: Sequence[Line], profile: Mapping[str, Any], personal: list[Span]
) -> tuple[Chunk, ...]:
    """Chunks of a resume in reading order. ``lines`` may be empty: the text's own line breaks are used then."""
    rows = list(lines) or plain_lines(text)
    headings = {(int(s["start"]), int(s["end"])): str(s.get("kind") or "other") for s in profile.get("sections") or []}
    entries = held.places(profile)
    lines_of: dict[held.Place, int] = {}
    head_end = _head_end(text, rows, profile, personal)
    titles = _titles(text, profile)
    chunks: list[Chunk] = []
    margins = margins_of([row for row in rows if row.start >= head_end and not _touches(row, personal)])
    starts = set(titles) | {entry.start for entry in entries if not entry.is_study}
    for group in paragraphs(text, rows, margins, starts):
        inline = _inline_heading(group, titles)
        masked = cut(text, group[0].start, group[-1].end, merge([*personal, *inline]) if inline else personal)
        if _is_heading(group, titles) or says_nothing(masked.text):
            continue
        is_contact = group[0].start < head_end and _is_contact(text, group)
        if is_contact and not POST_NOMINALS.fullmatch(masked.text):
            spans = _papers(masked.text)
        else:
            spans = _sentences(masked.text)
        for start, end in spans:
            piece = _without_bullet(_piece(masked, start, end))
            if POST_NOMINALS.fullmatch(piece.text):
                begin = len(piece.text) - len(piece.text.lstrip(" ,|("))
                piece = _piece(piece, begin, len(piece.text.rstrip(" ,|)")))
            embedded = neutral(piece.text)
            if not embedded:
                continue
            entry = held.place_at(piece.origin(0), entries)
            if entry and entry.is_study and _is_beside(text, entry, piece.text):
                entry = None
            if entry:
                lines_of[entry] = lines_of.get(entry, -1) + 1
            chunk = _chunk(len(chunks), piece, embedded, group, headings)
            bullet = bool(BULLET.match(masked.text))
            chunks.append(_in_entry(chunk, entry, lines_of.get(entry, 0), bullet) if entry else chunk)
    return tuple(chunks)


def left_out(text: str, lines: Sequence[Line], chunks: Sequence[Chunk], personal: list[Span]) -> tuple[Chunk, ...]:
    """Lines of several words that stand in no chunk, such as those of the head: they earn nothing, and may yet be
    something that a recruiter should see. Their indexes are below zero."""
    covered = sorted((chunk.start, chunk.end) for chunk in chunks)
    starts = [start for start, _ in covered]
    found: list[Chunk] = []
    for row in list(lines) or plain_lines(text):
        at = bisect_right(starts, row.end - 1) - 1
        if (at >= 0 and covered[at][1] > row.start) or text.count(" ", row.start, row.end) < LEFT_OUT - 1:
            continue
        piece = _without_bullet(cut(text, row.start, row.end, personal))
        embedded = neutral(piece.text)
        if embedded and len(piece.text.split()) >= LEFT_OUT:
            found.append(Chunk(-1 - len(found), piece.origin(0), row.end, row.page, piece, embedded, "header"))
    return tuple(found)


def _is_beside(text: str, entry: held.Place, sentence: str) -> bool:
    """True for a sentence of a paragraph in which another one tells of studies: it tells of something else."""
    whole = text[entry.start : entry.end].strip()
    if "\n" in whole or len(whole) <= MAX_STUDIES:
        return False
    plain = sentence.casefold()
    return not any(name.casefold() in plain for name in entry.names)


def _chunk(index: int, piece: MaskedText, embedded: str, group: Sequence[Line], headings: Mapping[Span, str]) -> Chunk:
    """One sentence of a paragraph as a chunk, wherever it stands."""
    first = piece.origin(0)
    return Chunk(
        index=index,
        start=first,
        end=piece.origin(len(piece.text) - 1) + 1,
        page=_page(group, first),
        masked=piece,
        embedded=embedded,
        is_limit=stance.is_limit(piece.text),
        is_wish=stance.is_wish(piece.text) or is_hollow(piece.text),
        section=_section(first, headings),
    )


def _in_entry(chunk: Chunk, entry: held.Place, line: int, is_bullet: bool) -> Chunk:
    """The chunk as line ``line`` of a position or of studies."""
    return replace(
        chunk,
        entry=None if entry.is_study else entry.index,
        is_head=held.is_head(chunk.masked.text, line, entry, is_bullet),
        is_study=entry.is_study,
    )


def _head_end(text: str, rows: Sequence[Line], profile: Mapping[str, Any], personal: list[Span]) -> int:
    """Where the resume's head ends: at its first heading, else behind the last mostly personal line of its first; but
    never within a position or studies, whose lines are no contact."""
    entry = min((place.start for place in held.places(profile)), default=rows[-1].end if rows else 0)
    entry = min([entry, *(row.start for row in rows if _tells_of_work(text[row.start : row.end]))])
    first = min((int(s["start"]) for s in profile.get("sections") or [] if s.get("heading")), default=None)
    if first is not None and sum(row.start < first for row in rows) <= HEAD_LINES:
        return min(first, entry)
    return min(entry, max((row.end for row in rows[:HEAD_LINES] if _mostly(row, personal)), default=0))


def _tells_of_work(words: str) -> bool:
    """True for a line that is no contact: one with the years of a position, or an item of a list that says something.

    A position under a title that nobody knows ("RVN") is not read as one; its lines still tell of work.
    """
    return bool(_YEARS.search(words)) or (bool(BULLET.match(words)) and len(words.split()) >= ITEM_WORDS)


def _mostly(row: Line, personal: list[Span]) -> bool:
    """True when at least half of a line is personal."""
    hidden = sum(max(0, min(end, row.end) - max(start, row.start)) for start, end in personal)
    return 2 * hidden >= row.end - row.start


def _touches(row: Line, personal: list[Span]) -> bool:
    return any(start < row.end and row.start < end for start, end in personal)


def _titles(text: str, profile: Mapping[str, Any]) -> dict[int, int]:
    """Where each heading begins, and where its words end with the colon behind them."""
    found = {}
    for row in profile.get("sections") or []:
        if row.get("heading"):
            start = int(row["start"])
            words = re.compile(re.escape(str(row["heading"])) + r"\s*[:|–—-]*\s*", re.IGNORECASE).match(text, start)
            found[start] = words.end() if words else start
    return found


def _is_heading(group: Sequence[Line], titles: Mapping[int, int]) -> bool:
    return (
        len(group) == 1
        and any(group[0].start <= start < group[0].end for start in titles)
        and not _inline_heading(group, titles)
    )


def _inline_heading(group: Sequence[Line], titles: Mapping[int, int]) -> list[Span]:
    """The heading of a line that goes on behind it, "Skills: Excel, Word": it names no skill, the rest does."""
    line = group[0]
    return [(start, end) for start, end in titles.items() if line.start <= start < end < line.end]


def _is_contact(text: str, group: Sequence[Line]) -> bool:
    """True for the short lines of a head: name, address, contact.

    All of them go, because which are personal cannot be told for every country; what a head says about work its
    positions say again.
    """
    return len(text[group[0].start : group[-1].end].split()) < HEAD_SENTENCE


def _papers(masked: str) -> list[Span]:
    """What of a contact line names a licence or a registration: "HCPC PH123456" beside an address."""
    spans, begin = [], 0
    for match in [*_ITEM.finditer(masked), None]:
        end = match.start() if match else len(masked)
        if len(masked[begin:end].split()) <= PAPER_WORDS and _PAPER.search(masked, begin, end):
            spans.append((begin, end))
        begin = match.end() if match else end
    return spans


def _sentences(masked: str) -> list[Span]:
    """Where the sentences of a paragraph's masked text stand."""
    spans, begin = [], 0
    for match in _BREAK.finditer(masked):
        if _ABBREVIATION.search(masked[begin : match.start()]):
            continue
        spans.append((begin, match.start()))
        begin = match.end()
    spans.append((begin, len(masked)))
    colon = _HEAD_COLON.search(masked, 0, _HEAD_REACH)
    if colon and spans[0][0] <= colon.start() < colon.end() < spans[0][1]:
        spans[:1] = [(spans[0][0], colon.end()), (colon.end(), spans[0][1])]
    parts = [part for span in spans for part in _shorten(masked, span)]
    clauses = [(s + a, s + b) for s, e in parts for a, b in stance.clauses(masked[s:e])]
    return [span for span in clauses if masked[span[0] : span[1]].strip()]


def _shorten(masked: str, span: Span) -> list[Span]:
    start, end = span
    parts = []
    while end - start > MAX_CHUNK:
        space = masked.rfind(" ", start + MAX_CHUNK // 2, start + MAX_CHUNK)
        middle = space if space > start else start + MAX_CHUNK
        parts.append((start, middle))
        start = middle + 1 if space > start else middle
    return [*parts, (start, end)]


def _without_bullet(piece: MaskedText) -> MaskedText:
    """A quote begins with the words, not with the sign before them."""
    found = BULLET.match(piece.text)
    return _piece(piece, found.end(), len(piece.text)) if found else piece


def _piece(masked: MaskedText, start: int, end: int) -> MaskedText:
    """Part of a masked text as one of its own."""
    while start < end and masked.text[start].isspace():
        start += 1
    while end > start and masked.text[end - 1].isspace():
        end -= 1
    starts, origins = [0], [masked.origin(start)]
    for begin, origin in zip(masked.masked_starts, masked.original_starts, strict=True):
        if start < begin < end:
            starts.append(begin - start)
            origins.append(origin)
    return MaskedText(masked.text[start:end], tuple(starts), tuple(origins))


def _page(group: Sequence[Line], position: int) -> int:
    return next((line.page for line in reversed(group) if line.start <= position), group[0].page)


def _section(position: int, sections: Mapping[Span, str]) -> str:
    return next((kind for (start, end), kind in sections.items() if start <= position < end), "other")


def flagged(chunk: Chunk, flag: str) -> Chunk:
    """The same chunk, marked as earning nothing."""
    return replace(chunk, flag=flag)
