"""A pasted description as lines: plain text, Markdown and HTML alike, with the way back to the source."""

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jobs.reading.tables import unfolded

_TAG = re.compile(
    r"<!--.*?-->|<(script|style)\b.*?</\1\s*>|<(/?)([a-zA-Z][a-zA-Z0-9]*)\b[^<>]{0,2000}>|&#?\w{2,10};", re.DOTALL
)
_IS_HTML = re.compile(r"</?(?:p|li|ul|ol|br|div|h[1-6]|strong|b|span|table)\b[^<>]*>", re.IGNORECASE)
_BLOCKS = frozenset(
    [
        "p",
        "div",
        "br",
        "ul",
        "ol",
        "tr",
        "table",
        "section",
        "article",
        "header",
        "footer",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "li",
        "dt",
        "dd",
        "blockquote",
    ]
)
_BULLET = re.compile(
    r"^(?:[-*+•·●▪■‣◦–—►➢➤✓✔✅▸o§☐☑☒✕✖✗✘❌❎➔→➡⇒»>⁃👉🔹🔸🔷🔶▫◾]\ufe0f?(?=\s)|[•●▪◦‣·])\s*(?:\[[ x]\]\s*)?"
    r"|^\(?(?:\d{1,2}|[a-z])[.)]\s+"
)
_HASHES = re.compile(r"^#{1,6}\s+(.*?)\s*#*$")
_BOLD_LINE = re.compile(r"^(?:\*\*|__)(.+?)(?:\*\*|__)\s*:?$")
_EMPHASIS = re.compile(r"\*\*|__|(?<!\w)[*_](?=\w)|(?<=[^\W\d])[*_](?!\w)|`")
_LINK = re.compile(r"\[([^\]]{1,200})\]\([^)]{1,500}\)")
_JOINS = re.compile(
    r"(?:,|(?<![\w&])(?:and|or|of|in|with|the|a|an|to|for|as|on|from|by|including|using|und|et|y))$", re.IGNORECASE
)
_CONTINUES = re.compile(
    r"(?:and|or|but|of|in|with|the|an?|to|for|as|on|from|by|at|including|using|such|that|which|who|und|oder|et"
    r"|ou|y)\b",
    re.I,
)
LONGEST_LINE = 3000  # code points
LONGEST_JOINED = 600  # a sentence that is longer was not wrapped
END = 120
SHORT_ITEM = 70  # code points; longer lines may have been wrapped


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line without its marks. ``start`` and ``end`` are code points of the description."""

    text: str
    start: int
    end: int
    is_bullet: bool = False
    is_marked_heading: bool = False
    after_blank: bool = False
    is_numbered: bool = False


def text_lines(description: str) -> list[TextLine]:
    """The lines of a description that hold any words, wrapped ones put together again."""
    text, origin = _without_tags(description)
    rows: list[tuple[str, int, int]] = []
    after_blank: set[int] = set()
    at, blank = 0, True
    for raw in _short_enough(re.split(r"(\r\n|[\n\r\v\f\x85\u2028\u2029])", text)):
        begin, at = at, at + len(raw)
        if not raw.strip():
            blank = blank or (raw in ("\n", "\r\n", "\r") and text[:begin].endswith(("\n", "\r")))
            continue
        lead = len(raw) - len(raw.lstrip())
        start, end = origin[begin + lead], origin[begin + len(raw.rstrip()) - 1] + 1
        rows.append((raw.strip(), start, end))
        if blank:
            after_blank.add(start)
        blank = False
    lines = (_line(raw, start, end, start in after_blank) for raw, start, end in unfolded(rows))
    return _unwrapped([line for line in lines if line is not None])


def _short_enough(parts: list[str]) -> Iterator[str]:
    """The parts, those without end cut after a sentence or a word: the patterns stay quick whatever is pasted."""
    for part in parts:
        while len(part) > LONGEST_LINE:
            cut = max(part.rfind(". ", 0, LONGEST_LINE), 0) or part.rfind(" ", 0, LONGEST_LINE)
            cut = cut + 1 if cut > 0 else LONGEST_LINE
            yield part[:cut]
            part = part[cut:]
        yield part


def _without_tags(description: str) -> tuple[str, list[int]]:
    """The text without tags and entities, and for each of its characters where it stood."""
    if len(_IS_HTML.findall(description)) < 2:
        return description, list(range(len(description)))
    pieces: list[str] = []
    origin: list[int] = []

    def put(piece: str, where: Sequence[int]) -> None:
        pieces.append(piece)
        origin.extend(where)

    at = 0
    for match in _TAG.finditer(description):
        plain = re.sub(r"[\r\n\t]", " ", description[at : match.start()])
        put(plain, range(at, match.start()))
        mark = _mark(match)
        put(mark, [match.start()] * len(mark))
        at = match.end()
    put(re.sub(r"[\r\n\t]", " ", description[at:]), range(at, len(description)))
    return "".join(pieces), origin


def _mark(match: re.Match[str]) -> str:
    tag = (match.group(3) or "").lower()
    if match.group().startswith("&"):
        return html.unescape(match.group())
    if match.group(1) or not tag:
        return " "
    if tag == "li" and not match.group(2):
        return "\n• "
    if re.fullmatch(r"h[1-6]", tag):
        return "\n" if match.group(2) else "\n# "
    if tag in _BLOCKS:
        return "\n"
    if tag in ("td", "th"):
        return " | " if match.group(2) else " "
    return "**" if tag in ("strong", "b") else ""


def _line(raw: str, start: int, end: int, blank: bool) -> TextLine | None:
    raw = _LINK.sub(r"\1", raw).strip("| \t")
    if re.fullmatch(r"[-=_*~#\s|]{3,}", raw):
        return None  # a rule
    hashes = _HASHES.match(raw)
    bold = _BOLD_LINE.match(raw)
    marked = hashes or (bold if bold and len(raw) < 90 else None)
    bullet = None if marked else _BULLET.match(raw)
    body = marked.group(1) if marked else raw[bullet.end() :] if bullet else raw
    body = " ".join(_EMPHASIS.sub("", body).split())
    if not re.search(r"\w", body):
        return None
    numbered = bullet is not None and bool(re.match(r"\(?\d", bullet.group()))
    return TextLine(body, start, end, bool(bullet), bool(marked), blank, numbered)


def _unwrapped(lines: list[TextLine]) -> list[TextLine]:
    """Put a line that goes on with the sentence of the one before back to it."""
    joined: list[TextLine] = []
    for line in lines:
        before = joined[-1] if joined else None
        if before is not None and _goes_on(before, line):
            text = f"{before.text} {line.text}"
            joined[-1] = TextLine(
                text, before.start, line.end, before.is_bullet, False, before.after_blank, before.is_numbered
            )
        else:
            joined.append(line)
    return joined


def _goes_on(before: TextLine, line: TextLine) -> bool:
    if line.is_bullet or line.is_marked_heading or before.is_marked_heading or line.after_blank:
        return False
    if len(before.text) > LONGEST_JOINED:
        return False
    # Only its end matters, and looking at all of it again for each line that was joined would take quadratic time.
    end = before.text[-END:]
    if end[-1:] in ".!?:;" or "|" in end:
        return False
    ends_open = len(end.split()) >= 6 and bool(_JOINS.search(end))
    # "have 4+ years of design", "know Figma inside out": a list written without bullets or capitals.
    item = end[:1].islower() and len(before.text) < SHORT_ITEM and not before.is_bullet
    if item and not _JOINS.search(end) and not _CONTINUES.match(line.text):
        return False
    return line.text[:1].islower() or ends_open
