"""Questions that the profile answers: contact, education, certificates, projects, skills."""

import re
from collections.abc import Mapping
from typing import Any

import skills
from analyses.asking.material import Answer, Citation, Material, listed, quoted, unique
from analyses.engine.fields import Kinship, field_held, kinship
from analyses.engine.masking import POST_NOMINALS

_CONTACT = (
    ("email", r"\be-?mail\b"),
    ("phone", r"\b(?:phone|telephone|mobile|cell|call)\b(?! center)(?! app)"),
    ("profiles", r"\b(?:linkedin|github|gitlab|xing|behance|dribbble|website|portfolio|links?|urls?)\b"),
    (
        "location",
        (
            r"\b(?:(?<!mail )(?<!email )(?<!web )address|where does (?:the candidate|\w+) live|(?:is"
            r"|are) \w+ (?:based"
            r"|located)|based in|lives? in)\b"
        ),
    ),
    (
        "name",
        (
            r"\b(?:what is|what's) (?:the (?:candidate|applicant)(?:'s|’s)?|his|her|their) (?:full )?name\b"
            r"|\bwho is (?:this|the candidate)\b"
        ),
    ),
)

_HOSTS = ("linkedin", "github", "gitlab", "xing", "behance", "dribbble", "orcid", "researchgate", "twitter", "medium")


def contact(question: str, material: Material) -> Answer | None:
    """E-mail, phone, links, place or name, as the resume writes them; None for another kind of question."""
    asked = [key for key, pattern in _CONTACT if re.search(pattern, question, re.IGNORECASE)]
    if re.search(
        r"\b(?:contact (?:details|information|info)|how (?:can|do|could) (?:i|we) (?:contact|reach))\b",
        question,
        re.IGNORECASE,
    ):
        asked = ["email", "phone", "profiles"]
    if not asked:
        return None
    basics = material.profile.get("basics") or {}
    values = [value for key in asked for value in _contact_values(key, basics)]
    hosts = [host for host in _HOSTS if re.search(rf"\b{host}\b", question, re.IGNORECASE)]
    if hosts and asked == ["profiles"]:
        values = [value for value in values if any(host in value.casefold() for host in hosts)]
    cited = [(value, material.find(value) or material.find(value.split(", ")[0])) for value in values]
    known = [(value, place) for value, place in cited if place is not None]
    if not known:
        return Answer("")
    return Answer(f"{listed([value for value, _ in known])}.", unique(place for _, place in known))


def _contact_values(key: str, basics: Mapping[str, Any]) -> list[str]:
    if key == "profiles":
        urls = [str(row.get("url") or "") for row in basics.get("profiles") or []]
        return [value for value in [*urls, str(basics.get("url") or "")] if value]
    if key == "location":
        place = basics.get("location") or {}
        parts = [str(value) for value in (place.get("address"), place.get("city"), place.get("region")) if value]
        return [", ".join(parts)] if parts else []
    return [str(basics[key])] if basics.get(key) else []


def education(question: str, material: Material) -> Answer | None:
    """Degrees with institutions and dates; None for another kind of question."""
    pattern = (
        r"\b(?:degrees?|educat\w+|universit\w+|college|school|stud(?:y|ied|ies)|graduat\w+|major(?:ed)?"
        r"|diploma|ph\.?d|doctorate"
        r"|master['’]?s|bachelor['’]?s|mba|qualification)\b"
    )
    if not re.search(pattern, question, re.IGNORECASE):
        return None
    rows = list(material.profile.get("education") or [])
    level = _level_asked(question)
    if level:
        rows = [row for row in rows if row.get("level") == level]
    named = [row for row in rows if names(question, str(row.get("institution") or ""))]
    rows = named or rows
    if re.search(r"\bhighest\b", question, re.IGNORECASE) and rows:
        rows = [max(rows, key=lambda row: _RANKS.index(row["level"]) if row.get("level") in _RANKS else -1)]
    if not rows:
        return Answer("")
    sentences = [_degree(row) for row in rows]
    prefix = "Yes: " if is_yes_no(question) else ""
    return Answer(f"{prefix}{'; '.join(sentences)}.", unique(_entry(row, material) for row in rows))


_DEGREE = re.compile(
    r"\b(?:degree|diploma|master['’]?s|bachelor['’]?s|mba|ph\.?d|doctorate|bsn|msn|bsc|msc)\b", re.IGNORECASE
)
_IN_FIELD = re.compile(
    r"\b(?:degree|diploma|master['’]?s?|bachelor['’]?s?|ph\.?d|studied|study) (?:in|of) (?P<field>[\w ]{3,40})", re.I
)


def degrees(question: str, material: Material) -> Answer | None:
    """Whether a degree of a level or a field is held, else which are, said to be others; None for other questions."""
    rows = [row for row in material.profile.get("education") or [] if row.get("studyType") or row.get("area")]
    if not (is_yes_no(question) and _DEGREE.search(question)) or not rows:
        return None
    level, field = _level_asked(question), _IN_FIELD.search(question)
    fits = [row for row in rows if (row.get("level") == level if level else row.get("level") in _DEGREES)]
    fits = _as_lettered(question, fits)
    if re.search(r"\b[bm]sn\b", question, re.IGNORECASE):
        fits = [row for row in fits if kinship("nursing", field_held(row)) is Kinship.SAME]
    if not fits:
        return Answer("")
    if field:
        fits = [row for row in fits if kinship(field["field"], field_held(row)) is Kinship.SAME]
    told = f"{'; '.join(_degree(row) for row in fits or rows)}."
    cited = unique(_entry(row, material) for row in fits or rows)
    return Answer(f"Yes: {told}" if fits else f"The resume does not name it; it names {told}", cited)


_LETTERS = re.compile(r"\b(?:MBA|MSc|MA|MEng|MSW|LL\.?M|BSc|BA|BEng|BBA|LL\.?B)\b")
_STUDIES = re.compile(
    r"^\s*(?:where|when|what (?:was|is|were)|what year|in what year|(?:at )?(?:what|which) (?:university"
    r"|college|school|year))\b.*"
    r"\b(?:degrees?|graduat\w+|stud(?:y|ied|ies)|universit\w+|college|school|ph\.?d|doctorate|mba|diploma"
    r"|bachelor['’]?s?|master['’]?s?|[bm]sc|apprenticeship|trained?(?! (?:by|in|on)\b)|educated"
    r"|high school|gcses?|a-levels?)\b",
    re.IGNORECASE,
)


def _as_lettered(question: str, rows: list[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Those that bear the letters a question names ("MBA"); all where none does."""
    letters = {word.replace(".", "").casefold() for word in _LETTERS.findall(question)}
    own = [
        r for r in rows if letters & set(re.findall(r"\w+", str(r.get("studyType") or "").replace(".", "").casefold()))
    ]
    return own or rows


_THESIS = re.compile(
    r"\b(?:thes[ie]s|dissertation|diplomarbeit|masterarbeit|bachelorarbeit|mémoire|tesis)\b", re.IGNORECASE
)


def studies(question: str, material: Material) -> Answer | None:
    """Where or when a degree was taken, of the level and field that are asked for; None for other questions."""
    rows: list[Mapping[str, Any]] = list(material.profile.get("education") or [])
    if _THESIS.search(question):
        lines = unique(material.cite_chunk(c) for c in material.chunks if _THESIS.search(c.masked.text))
        return Answer(f"The resume says: {quoted(lines)}", lines) if lines else Answer("")
    if not _STUDIES.search(question) or not rows:
        return None
    level = _level_asked(question)
    rows = _as_lettered(question, [row for row in rows if not level or row.get("level") == level])
    if re.search(r"\b(?:degree|graduat\w+|university)\b", question, re.IGNORECASE) and not level:
        rows = [row for row in rows if row.get("level") in _DEGREES] or rows
    field = re.search(r"\b(?P<field>[a-z]+) degree\b", question, re.IGNORECASE) or _IN_FIELD.search(question)
    if field:
        rows = [row for row in rows if kinship(field["field"], field_held(row)) is Kinship.SAME] or rows
    if not rows:
        return Answer("")
    return Answer(f"{'; '.join(_degree(row) for row in rows)}.", unique(_entry(row, material) for row in rows))


def _level_asked(question: str) -> str:
    words = {
        "secondary": r"\b(?:high school|secondary|gcses?|a-levels?|abitur|leaving cert\w*)\b",
        "doctorate": r"\b(?:ph\.?d|doctorate|doctoral)\b",
        "master": r"\b(?:master['’]?s?|mba|msc|msn)\b",
        "bachelor": r"\b(?:bachelor['’]?s?|bsc|bsn|bba)\b",
    }
    return next((level for level, pattern in words.items() if re.search(pattern, question, re.IGNORECASE)), "")


def _degree(row: Mapping[str, Any]) -> str:
    kind, area = str(row.get("studyType") or ""), str(row.get("area") or "")
    area = "" if area.casefold() in kind.casefold() else area  # "Bachelor of Science in Nursing" says its field
    title = " in ".join(part for part in (kind, area) if part) or "Studies"
    institution = f", {row['institution']}" if row.get("institution") else ""
    return f"{title}{institution}{dates(row)}"


def dates(row: Mapping[str, Any]) -> str:
    """The dates of an entry in brackets, as the profile has them; empty without any."""
    start = str(row.get("startDate") or "")
    end = "present" if row.get("current") else str(row.get("endDate") or "")
    if not start and not end:
        return ""
    return f" ({' to '.join(part for part in (start, end) if part)})"


def _entry(row: Mapping[str, Any], material: Material) -> Citation | None:
    if row.get("start") is None or row.get("end") is None:
        words = str(row.get("institution") or row.get("name") or "")
        return material.find(words) if words else None
    return material.line_at(int(row["start"]), int(row["end"]))


SHOWS = 0.8  # a found certificate with this credit is the one asked for: a commercial driver's licence drives a car
_CERTIFICATES = re.compile(r"\b(?:certificat\w+|certified|certs?|licen[sc]es?)\b", re.IGNORECASE)
_STANDING = re.compile(
    r"\b(?:valid|current|active|expir\w+|renew\w+|until|(?:19|20)\d\d)\b", re.IGNORECASE
)  # or lapsed
_PROJECTS = re.compile(r"\b(?:which|what|list|name)\b.*\bprojects?\b", re.IGNORECASE)
_SKILLS = re.compile(
    r"\b(?:which|what|list)\b.*\b(?:skills?|technolog\w+|tools?|programming languages?)\b", re.IGNORECASE
)
MOST_SKILLS = 30
_RANKS = ("secondary", "associate", "bachelor", "master", "doctorate")
_DEGREES = frozenset(_RANKS[1:])


def lists(question: str, material: Material) -> Answer | None:
    """Certificates, projects or skills, listed; None for another kind of question."""
    profile = material.profile
    if _CERTIFICATES.search(question) and not is_yes_no(question):
        rows = profile.get("certificates") or []
        words = [", ".join(str(row[key]) for key in ("name", "issuer", "date") if row.get(key)) for row in rows]
        names_ = (str(row.get("name") or "") for row in rows)
        found = _list_of(list(zip(words, names_, strict=True)), material, "certif")
        return _with_further_papers(found, material) if found.response else _lines_of_certificates(material)
    if _PROJECTS.search(question):
        names = [str(row.get("name") or "") for row in profile.get("projects") or []]
        return _list_of([(name, name) for name in names], material)
    if _SKILLS.search(question) and not material.taxonomy.find(question):
        return _all_skills(material)
    return None


def _with_further_papers(found: Answer, material: Material) -> Answer:
    """The certificates of the profile, and those that their lines name beside them: two may stand in one line."""
    listed_ = found.response.casefold()
    further: dict[str, Citation] = {}
    for place in material.places:
        words = place.chunk.masked.text[place.start : place.end]
        paper = _is_paper(place.skill_id)  # "courses in SQL and Tableau" names none
        if paper and place.chunk.section.startswith("certif") and words.casefold() not in listed_:
            further.setdefault(words, material.cite_chunk(place.chunk))
    if not further:
        return found
    return Answer(f"{found.response} Also {listed(list(further))}.", unique([*found.citations, *further.values()]))


def _is_paper(skill: str) -> bool:
    found = skills.taxonomy().skills.get(skill)
    return found is not None and found.category == "Certifications and licences"


def certificates(question: str, material: Material) -> Answer | None:
    """Whether a certificate is held: a line of the certificates that names what is asked; None for other questions.

    "Deployed on AWS" is no answer to "is the candidate certified in AWS?".
    """
    if not (_CERTIFICATES.search(question) and is_yes_no(question)):
        return None
    asked = {m.skill_id for m in material.taxonomy.find(question)}
    words = {w.casefold() for w in re.findall(r"\b[A-Z][\w+#-]+\b", question[1:])}
    shown = {
        s for s in material.skills.ids() if any(material.taxonomy.related(a, s)[0] >= SHOWS for a in asked)
    } | asked
    found: list[tuple[tuple[bool, bool, bool], Citation]] = []
    for chunk in material.chunks:
        here = [p for p in material.places if p.chunk.index == chunk.index and p.skill_id in shown]
        paper = any(is_certificate(place.skill_id, material) for place in here)
        letters = bool(POST_NOMINALS.fullmatch(chunk.masked.text))  # behind the name
        if not (paper or letters or chunk.section.startswith("certif") or _CERTIFICATES.search(chunk.masked.text)):
            continue
        named = bool(here)
        held = set(re.findall(r"[\w+#-]+", chunk.masked.text.casefold()))
        said = all(any(w == h or h.startswith(f"{w}-") for h in held) for w in words)  # SHRM of "SHRM-CP"
        if named or (words and said):
            listed_ = chunk.section.startswith("certif")
            found.append(((letters, not listed_, not _STANDING.search(chunk.masked.text)), material.cite_chunk(chunk)))
    if not found:
        return Answer("")
    quote = min(found, key=lambda row: row[0])[1]
    return Answer(f"Yes: “{' '.join(quote.quote.split())}”", (quote,))


def _lines_of_certificates(material: Material) -> Answer:
    """Lines that speak of a certificate or licence, where no list of them was read."""
    lines = [c for c in material.chunks if not c.is_limit and _CERTIFICATES.search(c.masked.text)]
    named = [p for p in material.places if is_certificate(p.skill_id, material) and not p.chunk.is_limit]
    cited = unique(material.cite_chunk(chunk) for chunk in [*lines, *(place.chunk for place in named)])
    return Answer(f"The resume says: {quoted(cited)}", cited) if cited else Answer("")


def is_certificate(skill: str, material: Material) -> bool:
    """True for a skill that is a certificate or licence by its own name."""
    return bool(_CERTIFICATES.search(material.taxonomy.name(skill)))


def _all_skills(material: Material) -> Answer:
    """The skills named most often first, with the lines that name most of them."""
    ids = sorted(material.skills.ids(), key=lambda skill: -len(material.skills.places[skill]))[:MOST_SKILLS]
    if not ids:
        return Answer("")
    held: dict[int, int] = {}
    for skill in ids:
        for place in material.skills.places[skill]:
            held[place.chunk.index] = held.get(place.chunk.index, 0) + 1
    chunks = {place.chunk.index: place.chunk for skill in ids for place in material.skills.places[skill]}
    best = sorted(chunks.values(), key=lambda chunk: (-held[chunk.index], chunk.index))
    names = list(dict.fromkeys(material.taxonomy.name(skill) for skill in ids))
    return Answer(f"{listed(names)}.", unique(material.cite_chunk(chunk) for chunk in best))


def _list_of(rows: list[tuple[str, str]], material: Material, section: str = "") -> Answer:
    """Rows of (words to show, words to find in the text); those that are not found are left out."""
    rows = [(word, key) for word, key in rows if any(c.isalnum() for c in key)]
    known = [(word, place) for word, key in rows if (place := material.line_of(key, section)) is not None]
    if not known:
        return Answer("")
    return Answer(f"{listed([word for word, _ in known])}.", unique(place for _, place in known))


def is_yes_no(question: str) -> bool:
    """True for a question that begins as yes-or-no questions do."""
    return bool(
        re.match(r"\s*(?:does|do|did|is|are|was|were|has|have|had|can|could|will|would)\b", question, re.IGNORECASE)
    )


def names(question: str, name: str) -> bool:
    """True when the question holds the telling word of a name."""
    words = [w for w in re.findall(r"\w{3,}", name) if w.lower() not in _COMMON]
    return bool(words) and re.search(rf"\b{re.escape(words[0])}\b", question, re.IGNORECASE) is not None


_COMMON_WORDS = """
the university college company group inc ltd llc gmbh institute school bank state national data software
health care hospital systems services solutions of and technical general city
"""
_COMMON = frozenset(_COMMON_WORDS.split())
