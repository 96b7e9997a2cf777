"""Questions for what a resume keeps under a heading of its own: publications, awards, interests, volunteering; and for
amounts of money. The lines under the heading answer, never what is near in meaning."""

import re
from collections.abc import Sequence

from analyses.asking.material import Answer, Citation, Material, quoted, unique
from analyses.engine.chunks import Chunk

# What a question calls it, and the headings it stands under.
_KINDS = (
    (
        re.compile(
            r"\b(?:publi(?:cations?|sh(?:ed)?)|papers?\b(?! mill| round)|articles?|journals?|books?)\b", re.IGNORECASE
        ),
        re.compile(
            r"publications?|papers|articles|journal|conference|books|veröffentlichung|publikation", re.IGNORECASE
        ),
    ),
    (
        re.compile(r"\b(?:grants?|funding|fellowships?|scholarships?|awards?|prizes?|honou?rs?|won)\b", re.IGNORECASE),
        re.compile(
            r"awards?|grants?|honou?rs|prizes?|funding|fellowships?|scholarships?|achievements|auszeichnung"
            r"|distinctions|prix",
            re.IGNORECASE,
        ),
    ),
    (
        re.compile(
            r"\b(?:hobb(?:y|ies)|interests?|pastimes?|free time|spare time|outside (?:of )?work)\b", re.IGNORECASE
        ),
        re.compile(
            r"(?<!research )\b(?:interests|hobbies|hobbys|activities|loisirs|centres d['’]intérêt|interessen)",
            re.IGNORECASE,
        ),
    ),
    (
        re.compile(r"\bvolunt\w+|\bcharit\w+ work\b|\bcommunity service\b", re.IGNORECASE),
        re.compile(r"volunt|community|ehrenamt|bénévol", re.IGNORECASE),
    ),
    (re.compile(r"\breferences?\b|\breferees?\b", re.IGNORECASE), re.compile(r"referen[cz]|referees", re.IGNORECASE)),
    (
        re.compile(r"\b(?:memberships?|professional bod(?:y|ies)|associations?|affiliations?)\b", re.IGNORECASE),
        re.compile(r"member|affiliation|association|mitgliedschaft", re.IGNORECASE),
    ),
    (
        re.compile(
            r"\bconferences?\b|\b(?:gave|given|held) (?:\w+ )?talks?\b|\bsp(?:oken|eaker|eaking) at\b", re.IGNORECASE
        ),
        re.compile(r"conferences?|talks|speaking|presentations|vorträge", re.IGNORECASE),
    ),
    (re.compile(r"\bpatents?\b", re.IGNORECASE), re.compile(r"patent", re.IGNORECASE)),
    (
        re.compile(r"\b(?:training courses?|courses?|trainings?)\b(?! (?:others|people|staff))", re.IGNORECASE),
        re.compile(r"courses?|\btrainings?\b|professional development|weiterbildung|formations? compl", re.IGNORECASE),
    ),
    (
        re.compile(r"\bresearch (?:interests?|areas?|fields?|topics?)\b", re.IGNORECASE),
        re.compile(r"research (?:interests|areas|fields|topics)", re.IGNORECASE),
    ),
)
# Headings that open what belongs to no section.
_NEXT = re.compile(
    r"(?:other|miscellaneous|(?:additional|further|other|personal) (?:information|details|data)|sonstiges|divers)\W*",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"\b(?:what|which|list|name|any|how many|does|do|has|have|is|are|did|where|tell|show|her|his|their)\b",
    re.IGNORECASE,
)
_HOW_MANY = re.compile(r"\bhow many\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_ASKS_AMOUNT = re.compile(
    r"\b(?:budgets?|revenues?|turnover|p&l|profit and loss|deal sizes?|contract values?|project (?:values?"
    r"|sizes?|budgets?)"
    r"|quotas?|portfolio size)\b|\b(?:largest|biggest|highest[- ]value)(?: \w+)? (?:projects?|budgets?|deals?"
    r"|accounts?"
    r"|contracts?|programmes?|programs?)\b|\bhow much (?:money|budget|revenue)\b",
    re.IGNORECASE,
)
_AMOUNT = re.compile(
    r"(?:[$€£¥₹]|\b(?:USD|EUR|GBP|CHF|CAD|AUD|INR)\s?)\s?(?P<number>\d[\d,.]*)\s?(?P<unit>k|m|mm|mn|bn|b"
    r"|million|billion"
    r"|thousand)?\b|\b(?P<number2>\d[\d,.]*)\s?(?P<unit2>k|m|mn|bn|million|billion)?\s?(?:€|EUR|USD|GBP|CHF"
    r"|euros?|dollars?"
    r"|pounds?)",
    re.IGNORECASE,
)
_TIMES = {
    "k": 1e3,
    "thousand": 1e3,
    "m": 1e6,
    "mm": 1e6,
    "mn": 1e6,
    "million": 1e6,
    "bn": 1e9,
    "b": 1e9,
    "billion": 1e9,
}
_PAY = re.compile(r"\bsalar|\bnotice\b|\bexpect(?:ation|ed)", re.IGNORECASE)


def headed(question: str, material: Material) -> Answer | None:
    """The lines under the heading that a question asks for; None for other questions and where no heading is so."""
    if not _ASKS.search(question):
        return None
    for asks, heading in reversed(_KINDS):
        if not asks.search(question):
            continue
        for section in material.profile.get("sections") or []:
            if heading.search(str(section.get("heading") or "")):
                lines = _lines(section, material)
                if lines:
                    return _told(question, str(section["heading"]), lines)
        labelled = [c for c in material.chunks if _labelled(heading, c.masked.text)]
        if labelled:
            return Answer(*_quoting(labelled, material))
    return None


def _labelled(heading: re.Pattern[str], text: str) -> bool:
    """True for a line that begins as the heading does: "Hobbies: fishing", "Conference talk – Streams"."""
    label = re.match(r"\s*(?P<label>[^\W\d_][\w '’&-]{2,40}?)(?:\s*:|\s+[–—-])\s+\S", text)
    return bool(label and heading.search(label["label"]))


def _quoting(chunks: Sequence[Chunk], material: Material) -> tuple[str, tuple[Citation, ...]]:
    cited = unique(material.cite_chunk(chunk) for chunk in chunks)
    return f"The resume says: {quoted(cited)}", cited


def _told(question: str, heading: str, lines: Sequence[Citation]) -> Answer:
    cited = unique(lines)
    if _HOW_MANY.search(question):
        dated = [line for line in lines if _YEAR.search(line.quote)]
        count = len(dated or lines)
        return Answer(f"{count} line{'s' * (count != 1)} under “{heading}”: {quoted(cited)}", cited)
    return Answer(f"The resume says: {quoted(cited)}", cited)


def _lines(section: object, material: Material) -> list[Citation]:
    """The lines of a section below its heading, but for those that are nobody's record."""
    row = section if isinstance(section, dict) else {}
    start, end, heading = int(row["start"]), int(row["end"]), str(row.get("heading") or "").strip()
    found, at = [], start
    for raw in material.resume.text[start:end].split("\n"):
        words = raw.strip(" \t\r•●▪◦‣-–*")
        begin = at + raw.find(words) if words else at
        at += len(raw) + 1
        kept = any(c.start < begin + len(words) and begin < c.end for c in material.chunks)
        if _NEXT.fullmatch(words):
            break
        if words and kept and words.rstrip(":").casefold() != heading.rstrip(":").casefold():
            found.append(material.cite(begin, begin + len(words)))
    return found


def amounts(question: str, material: Material) -> Answer | None:
    """Lines that state sums of money, the largest first; None for another kind of question and where none does."""
    if not _ASKS_AMOUNT.search(question):
        return None
    lines = [c for c in material.chunks if _sum(c.masked.text) and not _PAY.search(c.masked.text) and not c.is_limit]
    lines.sort(key=lambda c: (-_sum(c.masked.text), c.index))
    cited = unique((material.cite_chunk(chunk) for chunk in lines), 3)
    return Answer(f"The resume says: {quoted(cited)}", cited) if cited else None


def _sum(text: str) -> float:
    """The largest sum of money that a text states, 0 when it states none."""
    sums = [0.0]
    for match in _AMOUNT.finditer(text):
        number = (match["number"] or match["number2"]).rstrip(".,")
        plain = (
            number.replace(",", "")
            if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", number)
            else number.replace(",", ".")
        )
        plain = plain.replace(".", "") if plain.count(".") > 1 else plain
        sums.append(float(plain) * _TIMES.get((match["unit"] or match["unit2"] or "").lower(), 1.0))
    return max(sums)
