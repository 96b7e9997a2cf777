"""Questions for languages spoken: which, or one of them."""

import re

from analyses.asking.material import Answer, Citation, Material, listed, unique
from analyses.engine.matching.presence import LANGUAGES, language_level, lists_languages

_ALL = re.compile(
    r"\b(?:which|what|how many)(?: other| foreign| spoken)? languages?\b|\blanguages (?:does|do|are) .*sp(?:eak|oken)"
    r"|\bhow many languages\b|\bwhat languages\b",
    re.IGNORECASE,
)
_LEVEL_BEFORE = re.compile(
    r"\b(native|bilingual|fluent|proficient|advanced|professional|business|conversational|intermediate|basic"
    r"|elementary"
    r"|beginner['’]?s?|working)\s+$",
    re.IGNORECASE,
)
_LEVEL_ASKED = re.compile(r"\b(?:fluent\w*|native|bilingual|business|professional\w*|well|[ABC][12])\b", re.IGNORECASE)
_SPEAKS_WELL = re.compile(
    r"\b(?:native|mother|fluent\w*|bilingual|proficient|full professional|advanced|C[12]|muttersprach\w*|fließend"
    r"|verhandlungssicher|courant|langue maternelle|nativo|fluido)\b",
    re.IGNORECASE,
)
_NAMED = re.compile(rf"\b(?:{'|'.join(LANGUAGES)})\b", re.IGNORECASE)
_SPEAKS = re.compile(
    r"\b(?:speak\w*|spoken|fluent\w*|language|native|bilingual|understand|read|write|level of|good is|know)\b", re.I
)


def spoken(question: str, material: Material) -> Answer | None:
    """The languages a candidate speaks, with how well; None for another kind of question."""
    asked = {word.capitalize() for word in _NAMED.findall(question)} if _SPEAKS.search(question) else set()
    if re.search(r"programming|coding|\b(?:code|program) in\b", question, re.IGNORECASE):
        return None
    if not asked and not _ALL.search(question):
        return None
    known = _languages(material)
    if not known:
        return Answer("")
    chosen = {name: row for name, row in known.items() if name.casefold() in {a.casefold() for a in asked}} or known
    words = listed([words for words, _ in chosen.values()])
    cited = unique(place for _, place in chosen.values())
    if not asked:
        count = f"{len(chosen)}: " if re.search(r"\bhow many\b", question, re.IGNORECASE) else ""
        return Answer(f"{count}{words}.", cited)
    if chosen is known:
        return Answer(f"The resume does not name {listed(sorted(asked))}; it names {words}.", cited)
    if _LEVEL_ASKED.search(question) and _is_whether(question):
        # A name alone says nothing of how well: "Korean" is no fluent Korean.
        told = all("(" in words and _SPEAKS_WELL.search(words) for words, _ in chosen.values())
        bare = [name for name, (words, _) in chosen.items() if "(" not in words]
        silent = f" The resume gives no level for {listed(bare)}." if bare else ""
        return Answer(f"{'Yes: ' if told else ''}{words}.{silent}", cited)
    return Answer(f"Yes: {words}." if _is_whether(question) else f"{words}.", cited)


def _is_whether(question: str) -> bool:
    return bool(re.match(r"\s*(?:does|do|is|can|has|could)\b", question, re.IGNORECASE))


def _languages(material: Material) -> dict[str, tuple[str, Citation]]:
    """By language, how it is said and where: from the profile, then from lines that list languages."""
    found: dict[str, tuple[str, Citation]] = {}
    for row in material.profile.get("languages") or []:
        name = str(row.get("language") or "")
        # "Deutsch: fließend" is German: the words stand where the profile read them.
        stands = row.get("start") is not None and row.get("end") is not None
        place = material.line_of(name) or (material.line_at(int(row["start"]), int(row["end"])) if stands else None)
        if any(c.isalnum() for c in name) and place is not None:
            found[name] = (f"{name} ({row['fluency']})" if row.get("fluency") else name, place)
    if found:
        return found
    for chunk in material.chunks:
        hits = list(_NAMED.finditer(chunk.masked.text)) if lists_languages(chunk) else []
        for at, hit in enumerate(hits):
            end = hits[at + 1].start() if at + 1 < len(hits) else len(chunk.masked.text)
            level = re.search(r"\(([^)]{1,30})\)", chunk.masked.text[hit.end() : end])
            level = level or _LEVEL_BEFORE.search(chunk.masked.text[: hit.start()])
            name = hit.group().capitalize()
            if level or len(hits) > 1 or chunk.words <= 4 or language_level(chunk.masked.text):
                words = f"{name} ({level.group(1)})" if level else name
                found.setdefault(name, (words, material.cite_chunk(chunk)))
    return found
