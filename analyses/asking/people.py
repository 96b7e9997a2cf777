"""Questions for leading people, and for when somebody could begin: answered by lines that say so, never by nearness."""

import re

from analyses.asking.material import Answer, Material, quoted, unique
from analyses.engine import work
from analyses.engine.chunks import Chunk
from analyses.engine.leading import LEADING_TITLE, LEADS
from resumes.parsing.timeline import covered

_ASKS_LEADING = re.compile(
    r"\b(?:manag\w*|led|lead|leads|leading|supervis\w*|mentor\w*|coach\w*|train(?:ed|s)?"
    r"|precept\w*)\b.{0,25}\b(?:people|teams?|staff|others"
    r"|reports|employees|anyone|anybody|someone|persons)\b"
    r"|\b(?:people|team|staff|personnel|line) (?:management|leadership)\b"
    r"|\b(?:leadership|management|managerial|supervisory) experience\b"
    r"|\bteam sizes?\b|\bsize of (?:the |his |her |their )?team\b|\bin charge of (?:others|people|a team|staff)\b"
    r"|\bhow (?:many|large|big)\b.{0,25}\b(?:team|people|reports)\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|fifteen|twenty)\b", re.IGNORECASE
)
_ASKS_START = re.compile(
    r"\bwhen (?:can|could|would|will|is) .{0,40}\b(?:start|begin|join|available|free)\b|\bnotice period\b"
    r"|\b(?:can|could|able to) .{0,20}\b(?:start|begin|join)\b(?! (?:a|the|up)\b)"
    r"|\bstart(?:ing)? date\b|\bhow soon\b|\bavailab(?:le|ility)\b|\bnotice\s*\??$|\bkündigungsfrist\b|\bpréavis\b",
    re.IGNORECASE,
)
_STARTS = re.compile(
    r"(?<!references )(?<!reference )(?<!portfolio )(?<!samples )\bavailab(?:le|ility)\b(?:[^.]{0,30}\b(?:from"
    r"|immediate\w*|now|to start|upon|on|in|as of|date)\b|\s*:)"
    r"|\bnotice(?: period)?\b|\bcan (?:start|begin|join)\b|\bstart(?:ing)? date\b"
    r"|\bimmediate(?:ly)? (?:start|available|joiner)\b|\bkündigungsfrist\b|\bpréavis\b|\bverfügbar (?:ab|sofort)\b"
    r"|\bdisponib\w+ (?:immédiat\w*|dès|à partir)",
    re.IGNORECASE,
)
_ASKS_PERMIT = re.compile(
    r"\b(?:(?<!at )(?<!for )(?<!with )visas?|sponsorship|work permit|rights? to work|work authori[sz]ation|legally work"
    r"|(?:allowed|eligible|entitled|permitted|authori[sz]ed|free) to work)\b",
    re.I,
)
# What a resume says in a line of its own of the terms somebody would work on: the question, and the line.
_TERMS = (
    (
        re.compile(r"\brelocat\w*|\b(?:move|moving) (?:to|abroad|house|cit(?:y|ies))\b|\bumzieh\w*|\bdéménag\w*", re.I),
        re.compile(
            r"\brelocat\w*|\b(?:willing|open|ready|happy) to mov(?:e|ing)\b|\bumzug\w*|\bmobil(?:e|ity|ité)\b", re.I
        ),
    ),
    (
        re.compile(r"\b(?:remote(?:ly)?|hybrid|on-?site|home ?office|from home|in the office)\b", re.I),
        re.compile(r"\b(?:remote(?:ly)?|hybrid|on-?site|home ?office|from home)\b", re.I),
    ),
    (
        _ASKS_PERMIT,
        re.compile(
            r"\b(?:visa|sponsorship|work permit|right to work|working rights|work authori[sz]ation"
            r"|authori[sz]ed to work"
            r"|permanent residen\w+|settled status|green card|blue card)\b",
            re.I,
        ),
    ),
    (
        re.compile(r"\b(?:shift(?:s| work| patterns?)?|nights?|weekends?)\b", re.I),
        re.compile(
            r"\b(?:shift work|night shifts?|(?:on|of|to do) nights|nights? out|weekends?|rotating shifts?)\b", re.I
        ),
    ),
)


def terms(question: str, material: Material) -> Answer | None:
    """Relocation, remote work, permits and shifts, where a line speaks of them; None where none does."""
    for asks, says in _TERMS:
        if asks.search(question):
            lines = [c for c in material.chunks if says.search(c.masked.text)]
            cited = unique((material.cite_chunk(chunk) for chunk in lines), 3)
            if cited:
                return Answer(f"The resume says: {quoted(cited)}", cited)
    return None


def permit(question: str, material: Material) -> Answer | None:
    """Whether somebody may work in a country: what a line says of it, for no position held there does; None for other
    questions."""
    if not _ASKS_PERMIT.search(question):
        return None
    return terms(question, material) or Answer("")


_ASKS_EXPIRY = re.compile(
    r"\b(?:expir\w+|valid (?:un)?til|until when|how long .* valid|valid for|renew\w*|run(?:s)? out)\b"
    r"|\bstill valid\b",
    re.IGNORECASE,
)
_EXPIRES = re.compile(r"\b(?:expir\w+|valid\w*|until|renew\w*|current)\b", re.IGNORECASE)
_OF_ASKING_WORDS = """
when does her his their the expire expires certificate certification valid until will has have was what still and
licence license how long for renewed
"""
_OF_ASKING = frozenset(_OF_ASKING_WORDS.split())


def expiry(question: str, material: Material) -> Answer | None:
    """Until when a paper is valid: the line that names it and says so; None for other questions and where none does."""
    if not _ASKS_EXPIRY.search(question):
        return None
    words = set(re.findall(r"[\w+#]{3,}", question.casefold())) - _OF_ASKING
    shared = {c.index: len(words & set(re.findall(r"[\w+#]{3,}", c.masked.text.casefold()))) for c in material.chunks}
    lines = [c for c in material.chunks if shared[c.index] and _EXPIRES.search(c.masked.text)]
    lines.sort(key=lambda c: (-shared[c.index], c.index))
    cited = unique((material.cite_chunk(chunk) for chunk in lines), 1)
    return Answer(f"The resume says: {quoted(cited)}", cited) if cited else None


_ASKS_PAY = re.compile(
    r"\b(?:salar(?:y|ies)|pay|paid|earn\w*|wages?|compensation|remuneration|day rate|ctc|verdien\w*|gehalt\w*|salaire"
    r"|rémunération|prétentions)\b",
    re.IGNORECASE,
)
_PAY = re.compile(
    r"\b(?:(?:expected|current|desired|last) )?(?:salary|ctc|compensation|day rate|hourly rate|pay expectation\w*"
    r"|gehalt(?:svorstellung\w*|swunsch)?|salaire|rémunération|prétentions)\b[^.]{0,40}\d|\d[\d.,]* ?(?:LPA|per annum"
    r"|p\.a\.)",
    re.IGNORECASE,
)


def pay(question: str, material: Material) -> Answer | None:
    """What the candidate earns or asks for, if a line says so; None for another kind of question."""
    if not _ASKS_PAY.search(question) or re.search(r"\bpay(?:roll|ments?|able)\b", question, re.IGNORECASE):
        return None
    cited = unique(material.cite_chunk(c) for c in material.chunks if _PAY.search(c.masked.text))
    return Answer(f"The resume says: {quoted(cited)}", cited) if cited else None


def leading(question: str, material: Material) -> Answer | None:
    """Whether people were led, with the lines that say so; for "how many years", months of positions that do."""
    if not _ASKS_LEADING.search(question) or re.match(r"\s*where\b", question, re.IGNORECASE):
        return None
    lines = [chunk for chunk in material.chunks if LEADS.search(chunk.masked.text) and not chunk.is_limit]
    if re.search(r"\bhow (?:many (?:years|months)|long)\b|\byears of\b", question, re.IGNORECASE):
        return _months(lines, material)
    best = sorted(lines, key=lambda c: (c.entry is None, not _NUMBER.search(c.masked.text), c.index))
    if not best:
        return Answer("")
    cited = unique((material.cite_chunk(chunk) for chunk in best), 3)
    prefix = "Yes: " if re.match(r"\s*(?:has|have|had|does|did|is|was|can)\b", question, re.IGNORECASE) else ""
    return Answer(f"{prefix}{quoted(cited)}", cited)


def _months(lines: list[Chunk], material: Material) -> Answer:
    rows = material.profile.get("work") or []
    titled = {i for i, row in enumerate(rows) if LEADING_TITLE.search(str(row.get("position") or ""))}
    entries = titled | {chunk.entry for chunk in lines if chunk.entry is not None}
    held = [span for span in work.spans(material.profile, material.resume.as_of) if span.entry in entries]
    if not held:
        return Answer("")
    cited = unique(material.head(span.entry) for span in sorted(held, key=lambda s: -s.last))
    return Answer(f"{work.in_words(covered(held)).capitalize()} in positions that speak of leading people.", cited)


def availability(question: str, material: Material) -> Answer | None:
    """When the candidate could begin, if a line says so; None for another kind of question."""
    if not _ASKS_START.search(question):
        return None
    cited = unique(material.cite_chunk(c) for c in material.chunks if _STARTS.search(c.masked.text))
    if not cited:
        return Answer("")
    return Answer(f"The resume says: {quoted(cited)}", cited)
