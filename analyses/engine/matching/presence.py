"""Certifications, languages, places and permissions: there when the resume says so in words.

What resumes usually leave out is ``no_data`` and a question to ask, never a fault.
"""

import re

from analyses.engine.chunks import Chunk
from analyses.engine.findings import Finding, distinct, finding, no_data, of_chunk
from analyses.engine.inputs import Requirement
from analyses.engine.matching import meaning
from analyses.engine.reading import Reading, requirement_text

_LANGUAGE_NAMES = """
english french german spanish italian portuguese dutch polish czech slovak hungarian romanian bulgarian greek
turkish russian ukrainian swedish norwegian danish finnish estonian latvian lithuanian arabic hebrew persian
farsi hindi urdu bengali punjabi tamil telugu mandarin chinese cantonese japanese korean vietnamese thai
indonesian malay tagalog swahili catalan croatian serbian slovenian albanian icelandic irish welsh basque
galician luxembourgish afrikaans amharic nepali
"""
LANGUAGES = tuple(_LANGUAGE_NAMES.split())
_OTHER_NAMES = {
    "german": ("deutsch", "allemand", "alemán"),
    "english": ("englisch", "anglais", "inglés"),
    "french": ("französisch", "français", "francés"),
    "spanish": ("spanisch", "espagnol", "español"),
    "italian": ("italienisch", "italien", "italiano"),
    "chinese": ("mandarin", "chinesisch"),
    "mandarin": ("chinese",),
    "persian": ("farsi",),
}
_FLUENCY = (
    (
        5,
        (
            r"\bnative\b|\bmother tongue\b|\bbilingual\b|\bC2\b|\bmuttersprache\b|\blangue maternelle\b"
            r"|\bnativo\b|\bfirst language\b"
        ),
    ),
    (
        4,
        (
            r"\bfluent\w*\b|\bC1\b|\bfull professional\b|\bexcellent\b|\bproficient\b|\bverhandlungssicher\b"
            r"|\bfließend\b|\bcourant\b|\badvanced\b|\bstrong\b"
        ),
    ),
    (
        3,
        (
            r"\bB2\b|\bupper[- ]intermediate\b|\bprofessional working\b|\bworking proficiency\b|\bgood\b"
            r"|\bbusiness\b|\bconversational\b"
        ),
    ),
    (2, r"\bB1\b|\bintermediate\b|\blimited working\b"),
    (1, r"\bA[12]\b|\bbasic\w*\b|\belementary\b|\bbeginner\b|\bgrundkenntnisse\b|\bnotions\b"),
)
_AUTHORISED = re.compile(
    r"\b(?:authori[sz]ed to work|work (?:authori[sz]ation|permit|visa)|right to work|eligible to work"
    r"|permanent resident"
    r"|green card|security clearance|clearance|no sponsorship|without sponsorship|settled status|blue card"
    r"|h-?1b|visa status)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(r"\b(?:require|need|requires|needs|requiring)\b[^.]{0,20}\b(?:sponsorship|visa)\b", re.IGNORECASE)
_MOVES = re.compile(
    r"\b(?:willing|open|able|ready|happy|available|prepared) (?:to|for) (?:relocat\w+|travel\w*|commut\w+"
    r"|work(?:ing)? (?:remote\w*|on-?site|hybrid|in office))"
    r"|\bopen to (?:remote|hybrid|on-?site|relocation)\b|\brelocating to\b|\bavailable (?:remotely"
    r"|on-?site)\b|\bwork(?:ed|ing)? remotely\b",
    re.IGNORECASE,
)
_CERTIFIED = re.compile(
    r"\bcertifi\w*|\blicen[sc]\w*|\bregistered\b|\baccredit\w*|\bdiploma\b|\bcredential\w*|\bchartered\b|\bpermit\b",
    re.IGNORECASE,
)
_CERTIFICATE_NOISE = re.compile(
    r"\b(?:certification|certificate|certified|certifications|licen[sc]ed?|required|preferred|valid|current"
    r"|active|a|an|the|or|and|in|of|is"
    r"|plus|must|have|hold|holding|equivalent|similar|relevant|professional|desirable|desired|strongly|nice|to)\b",
    re.IGNORECASE,
)


def match_certification(requirement: Requirement, reading: Reading) -> Finding:
    """By the taxonomy's certificates, by its own words, then near in meaning for a part."""
    hit = _by_words(requirement, reading)
    if hit is not None:
        return finding(requirement, 1.0, "The resume names this.", evidence=distinct([of_chunk(hit, 1.0)]))
    certified = [(v, c) for v, c in meaning.near(requirement, reading) if _is_certificate(c)]
    if certified and certified[0][0] >= 0.5:
        quotes = meaning.evidence(certified)
        return finding(requirement, 0.4, "A line names a certificate near this one, not this one.", evidence=quotes)
    return finding(requirement, 0.0, "The resume does not name it.")


def _by_words(requirement: Requirement, reading: Reading) -> Chunk | None:
    """A chunk that speaks of certificates and names what is asked: by the taxonomy, or in all its telling words.

    Naming the field is not enough: "deployed on AWS" is no AWS certification.
    """
    for skill in requirement.skills:
        own = bool(_CERTIFIED.search(reading.taxonomy.name(skill)))
        for place in reading.skills.places.get(skill, ()):
            if own or _is_certificate(place.chunk) or _abbreviation(reading.taxonomy.name(skill), requirement):
                return place.chunk
    words = re.findall(r"[\w+#-]{2,}", _CERTIFICATE_NOISE.sub(" ", requirement.text))
    if not words or len(words) > 8:
        return None
    for chunk in reading.earning:
        text = chunk.masked.text.casefold()
        named = all(re.search(rf"(?<!\w){re.escape(word.casefold())}(?!\w)", text) for word in words)
        if named and (_is_certificate(chunk) or all(word.isupper() for word in words)):
            return chunk
    return None


def _is_certificate(chunk: Chunk) -> bool:
    """True for a line of the certificates or one that speaks of a certificate or licence."""
    return chunk.section.startswith("certif") or bool(_CERTIFIED.search(chunk.masked.text))


def _abbreviation(name: str, requirement: Requirement) -> bool:
    """True when the requirement asks for the skill itself, a certificate that needs no such word: "CPA", "PMP"."""
    return not _CERTIFIED.search(requirement.text) or name.isupper()


def match_language(requirement: Requirement, reading: Reading) -> Finding:
    """Each language asked for, at the level asked for; a level that is not stated counts when a language is listed."""
    text = requirement.text.casefold()
    asked = [language for language in LANGUAGES if re.search(rf"\b{language}\b", text)]
    if not asked:
        return no_data(requirement, "It names no language to look for.", f"{requirement_text(requirement)}?")
    wanted = _level(requirement.level or requirement.text)
    rows = [(language, _best_line(language, reading)) for language in asked]
    shown = [(language, line) for language, line in rows if line is not None]
    if not shown:
        names = " and ".join(language.capitalize() for language in asked)
        return no_data(
            requirement, f"The resume does not speak of {names}.", f"How well does the candidate speak {names}?"
        )
    any_is_enough = bool(re.search(r"\bor\b", requirement.text))
    scores = [_language_score(line[1], wanted) for _, line in shown]
    score = max(scores) if any_is_enough else sum(scores) / len(asked)
    reason = "; ".join(f"{language.capitalize()}: {_level_name(line[1])}" for language, line in shown)
    missing = [] if any_is_enough else [lang.capitalize() for lang, line in rows if line is None]
    if missing:
        reason += f"; nothing about {' and '.join(missing)}"
    return finding(requirement, score, reason + ".", evidence=distinct(of_chunk(line[0], 1.0) for _, line in shown))


def _best_line(language: str, reading: Reading) -> tuple[Chunk, int] | None:
    names = "|".join((language, *_OTHER_NAMES.get(language, ())))
    pattern = re.compile(rf"\b(?:{names})\b", re.IGNORECASE)
    best: tuple[Chunk, int] | None = None
    for chunk in reading.earning:
        hit = pattern.search(chunk.masked.text)
        if hit is None or _is_subject(chunk):
            continue
        following = re.split(
            rf"[,;|/]\s*(?={'|'.join(n.capitalize() for n in LANGUAGES)})", chunk.masked.text[hit.start() :]
        )[0]
        level = _level(following)
        if best is None or level > best[1]:
            best = (chunk, level)
    return best


def _is_subject(chunk: Chunk) -> bool:
    """True for "BA in English Literature": a field of study, not a language spoken."""
    return bool(
        re.search(
            r"\b(?:english|french|german|spanish) (?:literature|studies|language and|teacher)\b",
            chunk.masked.text,
            re.IGNORECASE,
        )
    )


def _level(text: str) -> int:
    return next((rank for rank, pattern in _FLUENCY if re.search(pattern, text, re.IGNORECASE)), 0)


def _level_name(rank: int) -> str:
    return ("level not stated", "basic", "intermediate", "good", "fluent", "native or bilingual")[rank]


def _language_score(have: int, wanted: int) -> float:
    """Full when as good as asked for or when either side names no level; less by a third for each step short."""
    if not wanted or not have or have >= min(wanted, 4):
        return 1.0 if have or not wanted else 0.8
    return max(0.2, round(1.0 - 0.33 * (min(wanted, 4) - have), 3))


def match_location(requirement: Requirement, reading: Reading) -> Finding:
    """Only what the resume says about places to work. The address is never looked at."""
    for chunk in reading.earning:
        hit = _MOVES.search(chunk.masked.text)
        if hit:
            reason = "The resume speaks of where the candidate can work; whether it fits is for a person to say."
            return finding(requirement, 0.8, reason, evidence=(of_chunk(chunk, 1.0, hit.span()),))
    what = requirement_text(requirement)
    return no_data(requirement, "Addresses are not scored, and the resume says no more.", f"Does this suit: {what}?")


def match_authorisation(requirement: Requirement, reading: Reading) -> Finding:
    """A statement about permission to work, or a question."""
    for chunk in reading.chunks:
        text = chunk.masked.text
        if chunk.flag:
            continue
        hit = _DENIED.search(text)
        if hit:
            quote = of_chunk(chunk, 1.0, hit.span())
            return finding(requirement, 0.0, "The resume says that sponsorship is needed.", evidence=(quote,))
        hit = _AUTHORISED.search(text)
        if hit:
            quote = of_chunk(chunk, 1.0, hit.span())
            return finding(requirement, 1.0, "The resume states it; to be verified.", evidence=(quote,))
    what = requirement_text(requirement)
    return no_data(
        requirement, "Resumes seldom say this, and this one does not.", f"Does the candidate meet this: {what}?"
    )
