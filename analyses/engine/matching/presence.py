"""Certifications, languages, places and permissions: there when the resume says so in words.

What resumes usually leave out is ``no_data`` and a question to ask, never a fault.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from analyses.engine.chunks import Chunk
from analyses.engine.findings import Finding, distinct, finding, no_data, of_chunk, of_place
from analyses.engine.inputs import Requirement
from analyses.engine.matching.papers import (
    BY_TITLE,
    LOWER_LEVEL,
    UNFINISHED,
    allows_unfinished,
    is_unfinished,
    item,
    level_named,
    levels_short,
)
from analyses.engine.reading import Reading, requirement_text
from analyses.engine.skillset import SkillPlace, is_a_colleagues

_LANGUAGE_NAMES = """
english french german spanish italian portuguese dutch polish czech slovak hungarian romanian bulgarian greek
turkish russian ukrainian swedish norwegian danish finnish estonian latvian lithuanian arabic hebrew persian
farsi hindi urdu bengali punjabi tamil telugu mandarin chinese cantonese japanese korean vietnamese thai
indonesian malay tagalog swahili catalan croatian serbian slovenian albanian icelandic irish welsh basque
galician luxembourgish afrikaans amharic nepali
"""
LANGUAGES = tuple(_LANGUAGE_NAMES.split())
_OTHER_NAMES = {
    "german": ("deutsch", "deutschkenntnisse", "deutschsprachig", "allemand", "alemán"),
    "english": ("englisch", "englischkenntnisse", "englischsprachig", "anglais", "inglés"),
    "french": ("französisch", "französischkenntnisse", "français", "francés"),
    "spanish": ("spanisch", "spanischkenntnisse", "espagnol", "español", "castellano"),
    "italian": ("italienisch", "italien", "italiano"),
    "portuguese": ("portugiesisch", "portugais", "portugués"),
    "dutch": ("niederländisch", "néerlandais", "holländisch"),
    "polish": ("polnisch", "polonais"),
    "russian": ("russisch", "russe"),
    "turkish": ("türkisch", "turc"),
    "arabic": ("arabisch", "arabe"),
    "chinese": ("mandarin", "chinesisch", "chinois"),
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
            r"|\bfließend\b|\bsehr gut\w*|\bcourant\w*|\badvanced\b|\bstrong\b"
        ),
    ),
    (
        3,
        (
            r"\bB2\b|\bupper[- ]intermediate\b|\bprofessional working\b|\bworking proficiency\b|\bgood\b"
            r"|\bbusiness\b|\bconversational\b|\bgut\w*"
        ),
    ),
    (2, r"\bB1\b|\bintermediate\b|\blimited working\b"),
    (1, r"\bA[12]\b|\bbasic\w*\b|\belementary\b|\bbeginner\b|\bgrundkenntnisse\b|\bnotions\b"),
)
_OR = re.compile(r"\b(?:or|oder|ou|o)\b", re.IGNORECASE)
_WANTED = {"fluent": 4, "professional": 3, "conversational": 2, "basic": 1}  # the levels that jobs ask for
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
    r"\bcertifi\w*|\blicen[sc]\w*|\bregist(?:ered|ration)\b|\baccredit\w*|\bdiploma\b|\bcredential\w*|\bchartered\b"
    r"|\bpermit\b|\b(?:state )?bar\b(?! (?:staff|work|tender|chart|manager|service))|\badmi(?:ssion|tted)\b",
    re.IGNORECASE,
)
_PAPER = re.compile(
    rf"{_CERTIFIED.pattern}|\b(?:NVQ|SVQ|VRQ|BTEC|HNC|HND|City (?:&|and) Guilds|C&G|apprentice(?:ship)?"
    rf"|trade certificate"
    r"|time[- ]served|exams?|qualified|qualifications?|Level \d|Ausbildung|Gesell\w+|Meister\w*)\b",
    re.IGNORECASE,
)
_CERTIFICATE_NOISE = re.compile(
    r"\b(?:certification|certificate|certified|certifications|licen[sc]ed?|registration|registered|state|government"
    r"|professional|admission|admitted|required|preferred|valid|current"
    r"|active|a|an|the|or|and|in|of|is|by|as|at|on|level|above|higher|below|eligible|eligibility|minimum|recogni[sz]ed"
    r"|relevant|qualifications?|qualified|cards?|in-date|date|full|clean|member(?:ship)?|body|good|standing|holder"
    r"|scheme|pin|status|with|for|uk|us"
    r"|plus|must|have|hold|holding|equivalent|similar|relevant|professional|desirable|desired|strongly|nice|to)\b",
    re.IGNORECASE,
)


_LICENCE = re.compile(r"\blicen[sc]", re.IGNORECASE)
SHOWS_ALL = 0.95  # of a certificate that another one includes
SAME_BODY = 0.5  # of a paper of the body or scheme asked for ("NVQ"), whose other words are not named
OF_THE_KIND, OF_THE_KIND_ALLOWED = 0.3, 0.6  # of a paper, for another one of the kind; where the posting allows one
_EQUIVALENT = re.compile(r"\b(?:equivalent|similar|comparable|gleichwertig\w*|vergleichbar\w*|équivalent\w*)\b", re.I)
NEAR_CERTIFICATE = 0.60  # similarity from which on another certificate is of the kind asked for
_DRIVING = re.compile(
    r"\bdriv(?:er['’]?s?|ing)['’]? licen[sc]e\b|\bführerschein\b|\bfahrerlaubnis\b|\bpermis (?:b"
    r"|de conduire)\b",
    re.IGNORECASE,
)
# What says it without the word: "own car and clean licence", "full UK licence", "licence: B".
_CAR_AND_LICENCE = re.compile(
    r"\bdriv(?:e|ing) my own (?:car|van|vehicle)\b"
    r"|\b(?:own|company) (?:car|vehicle|transport|van)\b[^.;\n]{0,30}\blicen[cs]e\b"
    r"|\blicen[cs]e\b[^.;\n]{0,30}\b(?:own|company) (?:car|vehicle|transport|van)\b"
    r"|\b(?:clean|full)(?:,? (?:clean|full))*(?: (?:UK|EU|manual|category [A-E]\d?))* licen[cs]e\b"
    r"|\b(?:category|cat\.?|class) [A-E]\d?(?:\+E)? licen[cs]e\b",
    re.IGNORECASE,
)


def match_certification(requirement: Requirement, reading: Reading) -> Finding:
    """By the taxonomy's certificates and by the requirement's own words; each that is asked for counts by itself."""
    if _DRIVING.search(requirement.text):
        return _driving(requirement, reading)
    rows = [(skill, _certificate(skill, requirement, reading)) for skill in requirement.skills]
    held = [(skill, place) for skill, place in rows if place is not None]
    if len(held) < len(rows) or not rows:
        hit = _by_words(requirement, reading)
        if hit is not None:
            return _said(requirement, *hit)
    if held:
        return _held(requirement, reading, rows)
    body = _same_body(requirement, reading)
    if body is not None:
        quote = of_chunk(body[0], 1.0, body[1], "names a paper of the kind")
        name = body[0].masked.text[body[1][0] : body[1][1]]
        reason = f"Names {name}, but not all that is asked."
        return finding(requirement, SAME_BODY, reason, evidence=(quote,), missing=_names(requirement.skills, reading))
    near_ = [(v, c) for v, c in reading.nearest.get(requirement.id, []) if is_certificate(c) and not c.is_head]
    if near_ and near_[0][0] >= NEAR_CERTIFICATE:
        quote = of_chunk(near_[0][1], near_[0][0], None, "names another certificate of the kind")
        allowed = bool(_EQUIVALENT.search(requirement.text))
        reason = "A line names a certificate of the kind, not this one"
        reason += "; the posting allows an equivalent, so see whether it is." if allowed else "."
        credit = OF_THE_KIND_ALLOWED if allowed else OF_THE_KIND
        return finding(requirement, credit, reason, evidence=(quote,), missing=_names(requirement.skills, reading))
    return finding(requirement, 0.0, "The resume does not name it.", missing=_names(requirement.skills, reading))


def _said(requirement: Requirement, chunk: Chunk, span: tuple[int, int]) -> Finding:
    """A certificate found by the requirement's own words; less where it is not finished or of a lower level."""
    text = chunk.masked.text
    begin, stop = item(text, *span)
    quote = of_chunk(chunk, 1.0, span, "names it")
    if is_unfinished(text, *span) and allows_unfinished(requirement.text):
        return finding(requirement, 1.0, "The resume names this as not finished, which is enough.", evidence=(quote,))
    if is_unfinished(text, *span):
        return finding(requirement, UNFINISHED, "The resume names this as not finished yet.", evidence=(quote,))
    short = levels_short(requirement.text, text[begin:stop])
    if short:
        reason = f"The resume names this at level {short[0]}; level {short[1]} is asked."
        return finding(requirement, LOWER_LEVEL, reason, evidence=(quote,))
    return finding(requirement, 1.0, "The resume names this.", evidence=(quote,))


def _held(requirement: Requirement, reading: Reading, rows: Sequence[tuple[str, SkillPlace | None]]) -> Finding:
    """Certificates found by the taxonomy: all of them, or one where one is enough. A title ("Registered Nurse") speaks
    for the licence without showing it, and earns a part."""
    any_is_enough = requirement.skills_mode == "any"
    credits = [0.0 if place is None else _credit(place, requirement) for _, place in rows]
    score = max(credits) if any_is_enough else sum(credits) / len(credits)
    places = [(skill, place) for skill, place in rows if place is not None]
    quotes = distinct(of_place(place, 1.0, f"names {reading.taxonomy.name(skill)}") for skill, place in places)
    named = _names([skill for skill, _ in places], reading)
    missing = () if any_is_enough else _names([skill for skill, place in rows if place is None], reading)
    reason = f"Names {' and '.join(named)}"
    if max(credits) == UNFINISHED:
        reason += ", which is not finished"
    elif max(credits) == LOWER_LEVEL:
        reason += f", at a lower level than the level {level_named(requirement.text)} asked for"
    elif max(credits) < 1:
        reason += " as the work done; the licence itself is not listed, so ask to see it"
    if missing:
        reason += f"; {' and '.join(missing)} not found"
    return finding(requirement, score, reason + ".", evidence=quotes, matched=named, missing=missing)


def _credit(place: SkillPlace, requirement: Requirement) -> float:
    text = place.chunk.masked.text
    begin, stop = item(text, place.start, place.end)
    if is_unfinished(text, place.start, place.end):
        return 1.0 if allows_unfinished(requirement.text) else UNFINISHED
    if levels_short(requirement.text, text[begin:stop]):
        return LOWER_LEVEL
    is_title = place.chunk.is_head and not place.chunk.is_study
    return BY_TITLE if is_title and _CERTIFIED.search(requirement.text) else 1.0


def _names(skill_ids: Iterable[str], reading: Reading) -> tuple[str, ...]:
    return tuple(reading.taxonomy.name(skill) for skill in skill_ids)


def _driving(requirement: Requirement, reading: Reading) -> Finding:
    """A driving licence that is named, or a question: resumes seldom name it."""
    for chunk in reading.earning:
        hit = _DRIVING.search(chunk.masked.text) or _CAR_AND_LICENCE.search(chunk.masked.text)
        if hit:
            quote = of_chunk(chunk, 1.0, hit.span(), "names the licence")
            return finding(requirement, 1.0, "The resume names a driving licence.", evidence=(quote,))
    places = [p for skill in requirement.skills if (p := _certificate(skill, requirement, reading)) is not None]
    if places:
        quote = of_place(places[0], 1.0, "names the licence")
        return finding(requirement, 1.0, "The resume names a driving licence.", evidence=(quote,))
    what = requirement_text(requirement)
    reason = "Resumes seldom name a driving licence, and this one does not."
    return no_data(requirement, reason, f"Does the candidate have this: {what[:1].lower()}{what[1:]}?")


def _certificate(skill: str, requirement: Requirement, reading: Reading) -> SkillPlace | None:
    """Where a certificate of the taxonomy is named: best in a line of certificates, then anywhere that is no title.

    Naming the field is not enough: "deployed on AWS" is no AWS certification.
    """
    name = reading.taxonomy.name(skill)
    own = bool(_CERTIFIED.search(name)) or reading.taxonomy.is_paper(skill)
    places = reading.skills.places.get(skill, ())
    fitting = [place for place in places if own or _says_paper(place)]
    if not fitting:
        # "OSHA 30" is more than the OSHA 10 asked for.
        higher = [s for s in reading.skills.ids() if reading.taxonomy.related(skill, s)[0] >= SHOWS_ALL]
        fitting = [p for s in higher for p in reading.skills.places[s] if own or _says_paper(p)]
    return min(fitting, key=lambda p: (not is_certificate(p.chunk), p.chunk.is_head, p.chunk.index), default=None)


Named = tuple[Chunk, tuple[int, int]]  # a chunk, and where in its masked text the paper stands


def _by_words(requirement: Requirement, reading: Reading) -> Named | None:
    """A chunk that speaks of certificates and names what is asked, or one of its alternatives, in all telling words."""
    words = _words(requirement.text)
    if not words and _LICENCE.search(requirement.text):
        # "Active state license required" names no kind: any licence that is listed is one.
        hits = ((c, _LICENCE.search(c.masked.text)) for c in reading.earning if is_certificate(c))
        return next(((c, hit.span()) for c, hit in hits if hit), None)
    choices = _CHOICE.split(_BRACKETS.sub(" ", requirement.text)) if _OR.search(requirement.text) else []
    asked = [words, *(own for choice in choices if (own := _words(choice)) and _tells(own))]
    for own in asked:
        for chunk in reading.earning if own and len(own) <= 8 else ():
            span = _where(own, chunk.masked.text)
            # "PCCN" alone on a line is the paper; "on AWS" is no AWS certification.
            names = [reading.taxonomy.name(skill) for skill in requirement.skills]
            papers = all(reading.taxonomy.is_paper(skill) for skill in requirement.skills)
            bare = papers and all(word.isupper() for word in [*own, *names])
            if span and (is_certificate(chunk) or bare) and not is_a_colleagues(chunk.masked.text, *span):
                return chunk, span
    return None


_RANKS = ("immediate", "advanced", "intermediate", "equivalent", "comparable", "suitable")
_BRACKETS = re.compile(r"\([^)]*\)")
_CHOICE = re.compile(r",|/|\b(?:or|oder|ou)\b", re.IGNORECASE)


def _words(text: str) -> list[str]:
    """The telling words of a certificate; what stands in brackets says who gives it, or its letters."""
    plain = _BRACKETS.sub(" ", text).replace("&", " and ")
    return re.findall(r"[\w+#-]{2,}", _CERTIFICATE_NOISE.sub(" ", plain))


def _tells(words: Sequence[str]) -> bool:
    """True for words that name a certificate by themselves: several, or letters; "immediate" does not."""
    return len(words) > 1 or words[0].isupper() or (len(words[0]) > 7 and words[0].lower() not in _RANKS)


def _where(words: Sequence[str], text: str) -> tuple[int, int] | None:
    """Where a text names all words: from the first to the last of them. Letters also with those of a member (MCIPD)."""
    spans = []
    for word in words:
        hit = re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text, re.IGNORECASE)
        if hit is None and word.isupper() and len(word) > 2:
            # In capitals only: "SIA" is not in "Asia", nor "ASE" in "case".
            hit = re.search(rf"(?<!\w)(?:[MFAC]|Assoc\.? ?){re.escape(word)}(?!\w)", text)
        if hit is None:
            return None
        spans.append(hit.span())
    return min(start for start, _ in spans), max(end for _, end in spans)


def _same_body(requirement: Requirement, reading: Reading) -> Named | None:
    """A certificate of the same body or scheme, by its letters: an NVQ where another NVQ is asked."""
    letters = [word for word in _words(requirement.text) if word.isupper() and word.isalpha() and len(word) > 2]
    letters = [] if len(letters) > 1 and requirement.text.isupper() else letters  # all words of it are in capitals
    for chunk in reading.earning if letters else ():
        span = next((hit for word in letters if (hit := _where([word], chunk.masked.text))), None)
        if span and is_certificate(chunk) and not chunk.is_head:
            return chunk, item(chunk.masked.text, *span)
    return None


def is_certificate(chunk: Chunk) -> bool:
    """True for a line of the certificates or one that speaks of a certificate or licence."""
    return chunk.section.startswith("certif") or bool(_CERTIFIED.search(chunk.masked.text))


def _says_paper(place: SkillPlace) -> bool:
    """True where a skill that is no paper by itself is named as one: "SAP certified", "NVQ 2 Plumbing"; "SAP key user"
    names a program, "knowledge of plumbing products" no qualification."""
    if place.chunk.section.startswith("certif"):
        return True
    text = place.chunk.masked.text
    begin, stop = item(text, place.start, place.end)
    return bool(_PAPER.search(text, begin, stop))


def match_language(requirement: Requirement, reading: Reading) -> Finding:
    """Each language asked for, at the level asked for; a level that is not stated counts when a language is listed."""
    text = requirement.text.casefold()
    asked = [language for language in LANGUAGES if language_pattern(language).search(text)]
    if not asked:
        return no_data(requirement, "It names no language to look for.", f"{requirement_text(requirement)}?")
    wanted = _levels_asked(requirement, asked)
    rows = [(language, _best_line(language, reading)) for language in asked]
    shown = [(language, line) for language, line in rows if line is not None]
    if not shown:
        names = (" or " if _OR.search(text) else " and ").join(language.capitalize() for language in asked)
        return no_data(
            requirement, f"The resume does not speak of {names}.", f"How well does the candidate speak {names}?"
        )
    any_is_enough = bool(_OR.search(requirement.text))
    scores = [_language_score(line[1], wanted[language]) for language, line in shown]
    score = max(scores) if any_is_enough else sum(scores) / len(asked)
    if not any_is_enough and min(scores) < 0.8:
        score = min(score, 0.79)  # good German does not make up for poor English
    parts = []
    for language, line in shown:
        short = " (less than asked)" if _language_score(line[1], wanted[language]) < 0.8 and not any_is_enough else ""
        parts.append(f"{language.capitalize()}: {_level_name(line[1])}{short}")
    missing = [] if any_is_enough else [lang.capitalize() for lang, line in rows if line is None]
    if missing:
        parts.append(f"nothing about {' and '.join(missing)}")
        score = min(score, 0.79)
    quotes = distinct(of_chunk(line[0], 1.0, None, f"speaks of {lang.capitalize()}") for lang, line in shown)
    return finding(requirement, score, f"{'; '.join(parts)}.", evidence=quotes)


@cache
def language_pattern(language: str) -> re.Pattern[str]:
    """A language by its English name and by the names it has in other resumes and postings."""
    names = "|".join((language, *_OTHER_NAMES.get(language, ())))
    return re.compile(rf"\b(?:{names})\b", re.IGNORECASE)


_EVERY_NAME = "|".join((*LANGUAGES, *(name for names in _OTHER_NAMES.values() for name in names)))
ANY_LANGUAGE = re.compile(rf"\b(?:{_EVERY_NAME})\b", re.IGNORECASE)


def _levels_asked(requirement: Requirement, asked: Sequence[str]) -> dict[str, int]:
    """How well each language is asked for: by the words around its own name, else by those of the whole requirement.

    "Very good German (C1) and good English" asks for two levels.
    """
    text = requirement.text
    whole = _WANTED.get(requirement.level) or language_level(text)
    found: dict[str, int] = {}
    begin = 0
    hits = sorted((hit.start(), hit.end(), name) for name in asked if (hit := language_pattern(name).search(text)))
    for _, end, name in hits:
        brackets = re.match(r"\s*\([^)]*\)", text[end:])
        end += brackets.end() if brackets else 0
        found[name] = language_level(text[begin:end]) if len(hits) > 1 else 0
        begin = end
    return {name: found.get(name) or whole for name in asked}


def _best_line(language: str, reading: Reading) -> tuple[Chunk, int] | None:
    pattern = language_pattern(language)
    best: tuple[Chunk, int] | None = None
    for chunk in reading.earning:
        hit = pattern.search(chunk.masked.text)
        if hit is None or _is_subject(chunk):
            continue
        following = chunk.masked.text[hit.start() :]
        other = ANY_LANGUAGE.search(following, hit.end() - hit.start())
        if other:
            following = following[: other.start()]
        level = language_level(following)
        if not level and not lists_languages(chunk):
            continue
        if best is None or level > best[1]:
            best = (chunk, level)
    return best


def lists_languages(chunk: Chunk) -> bool:
    """True where a language is named as one: under languages, among others, or as spoken. "French sauces" is none."""
    text = chunk.masked.text
    if chunk.section == "languages" or re.search(
        r"\b(?:languages?|spoken|speak\w*|fluen\w+|sprachen|langues|idiomas)\b", text, re.I
    ):
        return True
    return len(ANY_LANGUAGE.findall(text)) >= 2 or len(text.split()) <= 2


def _is_subject(chunk: Chunk) -> bool:
    """True for "BA in English Literature": a field of study, not a language spoken."""
    return bool(
        re.search(
            r"\b(?:english|french|german|spanish) (?:literature|studies|language and|teacher)\b",
            chunk.masked.text,
            re.IGNORECASE,
        )
    )


def language_level(text: str) -> int:
    """How well a language is spoken as a line says it: 0 (not said) to 5 (native)."""
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
