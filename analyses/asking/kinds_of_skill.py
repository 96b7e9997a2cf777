"""Questions for a kind of skill: which programming languages, any databases, which web frameworks."""

import re
from collections.abc import Sequence

from analyses.asking.facts import is_yes_no
from analyses.asking.material import Answer, Citation, Material, listed, quoted, unique

# A found skill with this credit is one of what is asked: PostgreSQL of databases.
MEMBER = 0.8
# What people call a kind, in the words of the taxonomy.
_CALLED = (
    (re.compile(r"\b(?:coding|computer|scripting) languages?\b", re.IGNORECASE), "programming languages"),
    (re.compile(r"\blanguages?\b(?=.*\b(?:program|code) in\b)", re.IGNORECASE), "programming languages"),
    (re.compile(r"\bcloud\b(?! (?:platform|data))", re.IGNORECASE), "cloud platforms"),
    (re.compile(r"\b(?:HR|personnel) (?:systems?|software|tools?|platforms?)\b", re.IGNORECASE), "HRIS"),
    (re.compile(r"\b(?:db|dbms|database systems?)\b", re.IGNORECASE), "databases"),
)


def in_taxonomy_words(question: str) -> str:
    """The question with kinds of skill called as the taxonomy calls them."""
    for pattern, name in _CALLED:
        question = pattern.sub(name, question)
    return question


def kinds_of_skill(question: str, material: Material) -> Answer | None:
    """The skills of a kind that the resume names; None when the question asks for no kind."""
    question = in_taxonomy_words(question)
    kinds = material.taxonomy.kinds(question)
    if not kinds:
        return None
    yes_no = is_yes_no(question)
    done = _deed(question) if yes_no else ""
    lines = _doing(done, frozenset().union(*(members for _, members in kinds)), material) if done else ()
    if lines:
        return Answer(f"Yes: {quoted(lines)}", lines)
    sentences: list[str] = []
    citations: list[Citation] = []
    for name, members in kinds:
        found = sorted((s for s in material.skills.ids() if s in members), key=lambda s: -_weight(s, material))
        if found:
            names = listed([material.taxonomy.name(skill) for skill in found])
            sentences.append(f"the resume names {names}" if yes_no else f"For {name}, the resume names {names}")
            citations += [item for skill in found for item in material.of_skill(skill, 1)]
    if not sentences:
        return Answer("")
    told = f"{'; '.join(sentences)}."
    if done:  # naming databases says nothing of having migrated any
        return Answer(f"{told[:1].upper()}{told[1:]}", _fewest(citations))
    return Answer(f"Yes: {told}" if yes_no else told, _fewest(citations))


_DEED = re.compile(r"\s*(?:has|have|did|does|do|can) \w+ (?:ever )?(?P<verb>[a-z]{4,})\b", re.IGNORECASE)
_NO_DEED_WORDS = """
know knows known used uses have worked work works working experience experienced mention list speak understand familiar
touched seen learned learnt hold held handle handled ever done been with code program
"""
_NO_DEED = frozenset(_NO_DEED_WORDS.split())

# Past forms that share too little with the others, as an alternation of stems.
_IRREGULAR = {
    "built": "buil[dt]",
    "written": "(?:writ|wrot)",
    "taught": "(?:teach|taught)",
    "sold": "s[eo]l[ld]",
    "made": "ma[kd]",
    "chosen": "ch(?:oos|ose)",
    "bought": "(?:buy|bought)",
    "brought": "br(?:ing|ought)",
    "driven": "dr[io]v",
    "given": "g[ia]v",
    "grown": "gr[oe]w",
    "kept": "ke(?:ep|pt)",
}


def _deed(question: str) -> str:
    """The stem of what a question asks to have been done, "migrat" of "has she migrated"; empty for knowing."""
    verb = _DEED.match(question)
    word = verb["verb"].casefold() if verb else ""
    if not word or word in _NO_DEED:
        return ""
    return _IRREGULAR.get(word) or re.sub(r"(?:ed|ing|e|s)$", "", word)


def _doing(stem: str, members: frozenset[str], material: Material) -> tuple[Citation, ...]:
    """Lines that name one of a kind of skill and what was done with it."""
    places = [place for skill in members for place in material.skills.places.get(skill, ())]
    chunks = {p.chunk.index: p.chunk for p in places if re.search(rf"\b{stem}", p.chunk.masked.text, re.IGNORECASE)}
    return unique((material.cite_chunk(chunks[index]) for index in sorted(chunks)), 3)


def _weight(skill: str, material: Material) -> int:
    return len(material.skills.places[skill])


def _fewest(citations: Sequence[Citation]) -> tuple[Citation, ...]:
    """Each line once, those that stand for most skills first."""
    ordered = sorted(citations, key=lambda item: -sum(item == other for other in citations))
    return unique(ordered)
