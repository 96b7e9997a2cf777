"""Finds what kind of question it is and answers it, or says that the resume does not say."""

import re

from analyses.asking import NOT_SAID, career, facts
from analyses.asking.headed import amounts, headed
from analyses.asking.kinds_of_skill import MEMBER, kinds_of_skill
from analyses.asking.material import Answer, Citation, Material, listed, quoted, unique
from analyses.asking.misspelled import spelled_right
from analyses.asking.people import availability, expiry, leading, pay, permit, terms
from analyses.asking.protected import declined
from analyses.asking.reasons import reasons
from analyses.asking.sectors import sectors
from analyses.asking.spoken import spoken
from analyses.asking.translated import in_english
from analyses.asking.whereabouts import whereabouts
from analyses.engine.chunks import Chunk
from analyses.engine.similarity import Vectors

# A line of the resume answers a question from this similarity on; below NEAR it must share a telling word too.
SAYS = 0.50
NEAR = 0.33
_CAN_DRIVE = re.compile(r"^\s*(?:can|does|is) [\w’']+ (?:able to )?drive(?: a car)?\W*$", re.IGNORECASE)
_STOP_WORDS = """
a an the is are was were be been am do does did has have had can could will would should may might of in on at
to for with by from as and or not any some this that these those it its he she they his her their him them
candidate applicant person what which who whom whose when where why how many much long often about there ever
does resume cv say says tell me us know knows experience experienced work worked working familiar year years
use used using please list describe explain done kind type
"""
_STOP = frozenset(_STOP_WORDS.split())
# Words for one thing that share no stem.
_SAME = {
    **dict.fromkeys(("hobby", "hobbies", "interest", "interests", "pastime", "pastimes"), "interest"),
    **dict.fromkeys(
        ("award", "awards", "awarded", "prize", "prizes", "honor", "honors", "honours", "won", "winner"), "award"
    ),
    **dict.fromkeys(("led", "lead", "leads", "leading", "leadership", "managed", "supervised"), "lead"),
    **dict.fromkeys(("volunteer", "volunteered", "volunteering", "voluntary"), "volunteer"),
}


def answer(question: str, material: Material, vectors: Vectors) -> Answer:
    """The answer to a question. A response with no citation is only ever "The resume does not say", or why a question
    for a protected attribute is not answered."""
    refused = declined(question)
    if refused is not None:
        return refused
    question = spelled_right(in_english(question), material)
    question = _CAN_DRIVE.sub("Does this person have a driving licence?", question)
    early = (
        reasons,
        expiry,
        permit,
        leading,
        career.singled_out,
        career.employed_now,
        career.pauses,
        career.last_used,
        career.duration,
        career.work_at,
        facts.contact,
        whereabouts,
        facts.certificates,
        facts.degrees,
        facts.studies,
    )
    for source in (*early, spoken, availability, pay, terms, headed, amounts, facts.lists):
        found = source(question, material)
        if found is not None:
            return _settled(found)
    kinds = kinds_of_skill(question, material)
    if kinds is not None and kinds.response:
        return kinds
    by_sector = sectors(question, material)
    if by_sector is not None and not (by_sector.response and _names_asked(question, material)):
        return _settled(by_sector)
    by_skill = about_skills(question, material)
    if by_skill is not None:
        return by_skill
    for source in (career.employers, facts.education):
        found = source(question, material)
        if found is not None and (found.response or not facts.is_yes_no(question)):
            return _settled(found)
    return _by_meaning(question, material, vectors)


def _names_asked(question: str, material: Material) -> bool:
    """Whether the resume itself names what is asked: "retail banking" in a line says more than a name."""
    asked = {m.skill_id for m in material.taxonomy.find(career.without_employers(question, material))}
    return any(skill in material.skills for skill in asked)


def _settled(found: Answer) -> Answer:
    return found if found.response and found.citations else Answer(NOT_SAID)


def about_skills(question: str, material: Material) -> Answer | None:
    """Whether and where skills that the question names are shown; None when it names none."""
    asked = list(
        dict.fromkeys(m.skill_id for m in material.taxonomy.find(career.without_employers(question, material)))
    )
    if not asked:
        return None
    if re.match(r"\s*(?:what|which)\b", question, re.IGNORECASE):
        members = _members(asked, material, question)
        if members is not None:
            return members
    sentences: list[str] = []
    citations: list[Citation] = []
    for skill in asked:
        name = material.taxonomy.name(skill)
        if skill in material.skills:
            places = material.skills.places[skill]
            if all(place.chunk.is_limit for place in places):
                sentences.append(f"{name} is named, but as something not or hardly done")
            else:
                sentences.append(f"{name} is named in {_times(len({p.chunk.index for p in places}))}")
            citations += _best_for(question, skill, material)
    if not sentences:
        members = _members(asked, material, question)
        return members or career.titles(question, material) or _related(asked, material)
    missing = [material.taxonomy.name(skill) for skill in asked if skill not in material.skills]
    if missing:
        sentences.append(f"the resume does not name {listed(missing)}")
    hardly = all("hardly" in s or "does not" in s for s in sentences)
    # "Hands over to ICU" is one mention, and no experience of it: the line is for the reader to judge.
    hardly = hardly or (len(unique(citations)) == 1 and bool(re.search(r"\bexperience\b", question, re.IGNORECASE)))
    prefix = "Yes: " if facts.is_yes_no(question) and not missing and not hardly else ""
    return Answer(f"{prefix}{'; '.join(sentences)}: {quoted(unique(citations, 2))}", unique(citations))


def _best_for(question: str, skill: str, material: Material) -> list[Citation]:
    """The best lines that name a skill: those first that say what the question asks, "designed" for "designed"."""
    telling = _telling(question)
    places = {place.chunk.index: place.chunk for place in material.skills.places.get(skill, ())}
    shared = {index: len(telling & _telling(chunk.masked.text)) for index, chunk in places.items()}
    lines = material.of_skill(skill, len(places))
    if not shared or len(set(shared.values())) == 1:
        return lines[:3]
    rank = {(chunk.start, chunk.end): shared[index] for index, chunk in places.items()}
    return sorted(lines, key=lambda c: -rank.get((c.start, c.end), 0))[:3]


def _times(count: int) -> str:
    return "one line" if count == 1 else f"{count} lines"


def _members(asked: list[str], material: Material, question: str) -> Answer | None:
    """Which databases: those that are named, each with a line; None when none of what is asked is."""
    sentences: list[str] = []
    citations: list[Citation] = []
    for skill in asked:
        found = [other for other in material.skills.ids() if material.taxonomy.related(skill, other)[0] >= MEMBER]
        found = [other for other in found if other != skill]  # the kind itself is no answer to which
        if found:
            names = listed([material.taxonomy.name(other) for other in found])
            sentences.append(f"For {material.taxonomy.name(skill)}, the resume names {names}")
            citations += [item for other in found for item in _best_for(question, other, material)[:1]]
    if not sentences or not citations:
        return None
    return Answer(f"{'; '.join(sentences)}: {quoted(unique(citations, 2))}", unique(citations))


def _related(asked: list[str], material: Material) -> Answer:
    """A near skill is worth saying, as what it is; otherwise the resume does not say."""
    for skill in asked:
        near = [(material.taxonomy.related(skill, found), found) for found in material.skills.ids()]
        best = max(near, key=lambda row: (row[0][0], row[1]), default=None)
        if best is not None and best[0][0] >= 0.5:
            (_, why), found = best
            name, other = material.taxonomy.name(skill), material.taxonomy.name(found)
            reason = f" ({why})" if why else ""
            return Answer(
                f"The resume does not name {name}; it names {other}{reason}.", unique(material.of_skill(found))
            )
    return Answer(NOT_SAID)


def _by_meaning(question: str, material: Material, vectors: Vectors) -> Answer:
    """The nearest lines, when they are near enough or share the question's telling words."""
    telling, yes_no = _telling(question), facts.is_yes_no(question)
    chosen: list[tuple[float, Chunk]] = []
    for value, chunk in material.nearest(question, vectors):
        shared = telling & _telling(chunk.masked.text)
        # A yes needs more than one word in common: food safety is no vegan food.
        enough = (
            value >= SAYS
            or (value >= NEAR and shared and (not yes_no or 2 * len(shared) >= len(telling)))
            or (telling and shared == telling)
        )
        if enough and chunk.words >= 2:
            chosen.append((value, chunk))
    chosen = [pair for pair in chosen if pair[0] >= chosen[0][0] - 0.15][:3]
    if not chosen:
        return Answer(NOT_SAID)
    cited = unique(material.cite_chunk(chunk) for _, chunk in chosen)
    return Answer(f"The resume says: {quoted(cited)}", cited)


def _telling(text: str) -> set[str]:
    """Stems of the words that say what a text is about."""
    words = (w for w in re.findall(r"[a-zà-ÿ][\wà-ÿ+#]{2,}", text.lower()) if w not in _STOP)
    words = (_SAME.get(w, w) for w in words)
    return {re.sub(r"(?:ments?|ings?|ed|es|s|ly|ion|ions)$", "", w)[:7] for w in words}
