"""Work asked for and work done: which verbs a requirement asks by, and which lines say that it was done.

"Experience designing REST APIs" asks for a thing done. Naming REST in a list of skills does not show it, and calling
somebody else's interface is another piece of work.
"""

import re
from functools import lru_cache

from analyses.engine.chunks import Chunk
from analyses.engine.entries import DATED, HEAD_WORDS
from analyses.engine.findings import SENTENCE

# Sections that say what was learned, held or spoken, not what was done.
_NOT_DONE = ("education", "certif", "languages", "references")
# Verbs that make a thing, and verbs that lead people: to have used the thing, or been led, is other work. The second
# half of each are the irregular forms, and the nouns and verbs of German, French and Spanish resumes.
_MAKING = (
    r"(?:re)?design\w*|(?:re)?build(?:s|ing)?|(?:re)?built|develop\w*|creat(?:e[sd]?|ing|ion)|implement\w*"
    r"|architect(?:s|ed|ing)?"
    r"|engineer(?:ed|ing)|author(?:s|ed|ing)?|writ(?:es?|ing|ten)|wrote|defin(?:e[sd]?|ing)|launch\w*|ship(?:s|ped"
    r"|ping)?"
    r"|deliver\w*|construct(?:s|ed|ing)?|establish\w*|set(?:s|ting)? up|introduc\w+|modell?(?:s|ed|ing)|program(?:s"
    r"|med|ming)"
    r"|cod(?:es?|ed|ing)|prototyp(?:e[sd]?|ing)|migrat\w+|mov(?:e[sd]|ing)|port(?:s|ed|ing)|rewr\w+|made|mak(?:es?|ing)"
    r"|refactor\w*|extend(?:s|ed|ing)?|maintain\w*|draft\w*|craft(?:s|ed|ing)?|produc(?:e[sd]?|ing)|own(?:s|ed|ing)?"
    r"|led|leads?|in charge of|responsible for"
    r"|entw(?:ickel|urf|arf|erf)\w*|aufbau\w*|aufgebaut|konzip\w+|konzept\w*|erstell\w*|umsetz\w*|gebaut|programmier\w*"
    r"|conç\w+|conception|développ\w*|réalis\w*|créat\w+|créé\w*|mis en place|mise en place|rédig\w*|diseñ\w*"
    r"|desarroll\w*|cre[óé]"
)
_LEADING = (
    r"led|leads?|leading|manag(?:e[sd]?|ing)|supervis\w+|head(?:s|ed|ing)?|direct(?:s|ed|ing)|coach\w*|mentor\w*"
    r"|train(?:s|ed|ing)?|overs(?:ee|ees|aw|eeing)|in charge of|responsible for|chair(?:s|ed|ing)?|guid(?:e[sd]?|ing)"
    r"|leit\w+|gefü?hr\w*|führ\w*|anleit\w*|encadr\w+|dirig\w+|formation de|animation|precept\w*"
)
_WORK = (
    rf"{_MAKING}|{_LEADING}|operat(?:e[sd]?|ing)|run(?:s|ning)?|administ\w+|plan(?:s|ned|ning)?|conduct\w*|deploy\w*"
    rf"|scal(?:e|ing)"
    r"|teach\w*|sell(?:s|ing)?|negotiat\w+|analy[sz](?:e[sd]?|ing)|prepar(?:e[sd]?|ing)|perform(?:s|ed|ing)?|manage"
    r"|handl(?:e|ing)"
    r"|audit(?:s|ed|ing)|test(?:s|ed|ing)|troubleshoot\w*|repair\w*|install\w*|configur(?:e[sd]?|ing)|monitor\w*"
    r"|optimi[sz]\w+"
    r"|improv(?:e[sd]?|ing)|automat(?:e[sd]?|ing)|integrat(?:e[sd]?|ing)|review(?:s|ed|ing)?|present(?:s|ed|ing)?"
    r"|facilitat\w+"
    r"|coordinat(?:e[sd]?|ing)|organi[sz](?:e[sd]?|ing)|support(?:s|ed|ing)?|contribut(?:e[sd]?|ing)|process(?:es|ed"
    r"|ing)?"
    r"|productioni[sz]\w+|debug\w*|tun(?:e[sd]?|ing)|closing|close[sd]?|exceed\w*|achiev\w*|grow(?:s|ing)?"
)
_ASKED_VERB = re.compile(
    # An infinitive or a gerund that opens the requirement, or follows the word that asks for it.
    rf"^(?:to )?(?P<first>{_WORK})\b(?!-| (?:experience|skills?|knowledge|background|certificat\w+|licen[cs]e))"
    r"|\b(?:experience|experienced|track record|history|expertise|background|ability|able|skilled|proven|comfortable"
    r"|success\w*"
    rf"|responsible|proficien\w+|capable|expert)\b(?: (?:in|of|with|at|for|to|as|the|and|working|or|both|on"
    rf"|independently))*"
    rf" (?P<then>{_WORK})\b(?! (?:tools?|systems?|frameworks?|engineer\w*|developer))",
    re.IGNORECASE,
)
_IN_EARNEST = re.compile(r"\bhands[- ]on\b|\bin production\b|\bat scale\b|\breal[- ]world\b", re.IGNORECASE)
_MAKES = re.compile(rf"\b(?:{_MAKING})\b", re.IGNORECASE)
_LEADS = re.compile(rf"\b(?:{_LEADING})\b", re.IGNORECASE)


@lru_cache(maxsize=4096)
def asks_for_work(text: str, kind: str) -> bool:
    """True for a requirement that asks for work done ("design", "experience building"), not for knowing a thing."""
    return kind == "responsibility" or bool(_ASKED_VERB.search(text) or _IN_EARNEST.search(text))


@lru_cache(maxsize=4096)
def fitting_verb(text: str) -> re.Pattern[str] | None:
    """The verbs by which a line shows what a requirement asks for; None where any work with the thing does.

    "Lead code reviews" is shown by leading them, "design APIs" by making them; "operate forklifts" by any line of work.
    """
    found = _ASKED_VERB.search(text)
    verb = (found["first"] or found["then"]) if found else ""
    if not verb:
        return None
    if re.fullmatch(_LEADING, verb, re.IGNORECASE):
        return _LEADS
    return _MAKES if re.fullmatch(_MAKING, verb, re.IGNORECASE) else None


def asks_to_make(text: str) -> bool:
    """True where the verb that a requirement asks by makes a thing: "design", "build", "write"."""
    return bool(re.fullmatch(_MAKING, verb_asked(text), re.IGNORECASE))


@lru_cache(maxsize=4096)
def asks_to_lead(text: str) -> bool:
    """True where a requirement asks to lead, train or look after people, by a verb or by the name of that work."""
    return bool(re.fullmatch(_LEADING, verb_asked(text), re.IGNORECASE) or _LEADERSHIP.search(text))


@lru_cache(maxsize=4096)
def asks_to_be_there(text: str) -> bool:
    """True where a requirement asks for no more than to know of a thing, to have been taught it or to help with it."""
    return bool(_THERE.search(text))


_THERE = re.compile(
    r"\b(?:knowledge|aware\w*|understanding|familiar\w*|exposure|interest\w*|train(?:ed|ing) in|training (?:on|course)"
    r"|course|certificat\w+|qualif\w+|assist\w*|support\w*|help\w*|participat\w+|take part|taking part|contribut\w+"
    r"|attend\w*|learn\w*|involve\w*|willing\w*)\b",
    re.IGNORECASE,
)
_LEADERSHIP = re.compile(
    r"\b(?:(?:team|line|people|staff) (?:leadership|management|leading|supervision)|leadership|supervis\w+|mentor\w*"
    r"|coaching|(?:lead|run)(?:n?ing)? (?:a |an |the )?(?:[\w-]+ ){0,2}(?:team|brigade|crew|gang|squad|department))\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def asks_to_lead_people(text: str) -> bool:
    """True where it is people who are to be led or taught, not a budget or a project."""
    return bool(_LEADERSHIP.search(text) or (asks_to_lead(text) and _PEOPLE.search(text)))


_PEOPLE = re.compile(
    rf"\b(?:{_LEADING})\b(?: (?:of|and|up))?(?: [\w-]+){{0,3}}? (?:staff"
    r"|people|teams?|assistants?|juniors?|trainees?|colleagues|apprentices?|operatives|nurses|carers|engineers"
    r"|developers|chefs|receptionists|representatives|reps|employees|volunteers|interns|starters|supervisors|managers"
    r"|workers|technicians|analysts|designers|teachers|drivers|crews?|brigade|cooks|porters|cleaners|agents)\b",
    re.IGNORECASE,
)
_LED = re.compile(
    rf"\b(?:{_LEADING}|managers?|leaders?|leadership|supervis\w+|onboard\w*|induct\w*|apprais\w+"
    r"|rotas?|report(?:s|ed|ing) to|team of|brought|bring|under me|taught|teach\w*|tutor\w*|budd(?:y|ied)|brief\w*"
    r"|delegat\w+|allocat\w+|assign\w*)\b",
    re.IGNORECASE,
)


def tells_of_leading(sentence: str) -> bool:
    """True where a sentence has a word for leading or teaching people."""
    return bool(_LED.search(sentence))


@lru_cache(maxsize=4096)
def verb_asked(text: str) -> str:
    """The verb that a requirement asks by, as it is written; empty when it has none."""
    found = _ASKED_VERB.search(text)
    return ((found["first"] or found["then"]) if found else "").casefold()


def without_verbs(text: str) -> str:
    """The text without its verbs of work: what the work is about."""
    return _VERBS.sub(" ", text)


_VERBS = re.compile(rf"\b(?:{_WORK})\b", re.IGNORECASE)


def tells_of_work(chunk: Chunk) -> bool:
    """True for a sentence that can show work done. A short line with dates heads a position; a long one tells of it."""
    if chunk.is_head or chunk.is_study or chunk.section.startswith(_NOT_DONE):
        return False
    return chunk.words > HEAD_WORDS or not DATED.search(chunk.masked.text)


def is_work_line(chunk: Chunk, has_positions: bool) -> bool:
    """True for a sentence about work done: in a position or a project; in a resume without positions, anywhere."""
    if chunk.words < SENTENCE or not tells_of_work(chunk) or chunk.section.startswith("skill"):
        return False
    return chunk.entry is not None or chunk.section.startswith("project") or not has_positions
