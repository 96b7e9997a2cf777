"""What kind of thing a requirement asks for, and whether it is a must."""

import re

from jobs.reading import other_languages
from jobs.reading.amounts import degree_level, years_asked

_LANGUAGES = (
    "english|french|german|spanish|italian|portuguese|dutch|polish|czech|slovak|hungarian"
    "|romanian|bulgarian|greek|turkish|russian|ukrainian"
    "|swedish|norwegian|danish|finnish|estonian|latvian|lithuanian|arabic|hebrew|persian"
    "|farsi|hindi|urdu|bengali|punjabi|tamil|telugu"
    "|mandarin|chinese|cantonese|japanese|korean|vietnamese|thai|indonesian|malay|tagalog"
    "|swahili|catalan|croatian|serbian|slovenian|albanian"
    "|icelandic|irish|welsh|basque|galician|afrikaans|amharic|nepali|deutsch|englisch"
    f"|französisch|anglais|allemand|inglés|alemán|francés|{other_languages.LANGUAGES}"
)
_LANGUAGE = re.compile(
    rf"\b(?:{other_languages.OF_LANGUAGE})\b[^.;]{{0,40}}\b(?:{_LANGUAGES})\b|"
    rf"\b(?:fluen\w+|proficien\w+|command|speak\w*|spoken|written|verbal|oral|bilingual|native"
    rf"|conversational|basic|business|professional|knowledge|good|excellent|strong|working"
    rf"|language\w*|kenntnisse|read\w*"
    rf"|write|understand)\b[^.;]{{0,60}}\b(?:{_LANGUAGES})\b"
    rf"|\b(?:{_LANGUAGES})\b[^.;]{{0,25}}(?:\b(?:fluen\w+|language|speak\w+|skills|proficien\w+"
    rf"|{other_languages.OF_LANGUAGE}"
    rf"|native|level|required|preferred|mandatory|is a|advanced|kenntnisse|plus|essential"
    rf"|helpful|useful|desirable|welcome|advantage|would be|de base|courante?|parlé|lu|souhaité|apprécié|exigé|niveau"
    rf"|fließend|verhandlungssicher|in wort und schrift"
    rf"|written"
    rf"|spoken|conversational)\b|\(?\b[ABC][12]\b)|^(?:and )?(?:{_LANGUAGES}) (?:well|fluently)\b"
    rf"|^(?:{_LANGUAGES})(?:(?:,| and| or|/)"
    rf" ?(?:{_LANGUAGES}))*\W*$|\bbilingual\b|\b(?:EU|official|community|european) languages\b|\bmultilingual\b"
    rf"|\b(?:second|foreign|additional"
    rf"|another|other) (?:[a-z]+ )?languages?\b(?! (?:models?|processing|teacher|arts))|\b(?:deutsch"
    rf"|englisch|französisch)(?:sprach)?kenntnisse\b",
    re.IGNORECASE,
)
_NOT_LANGUAGE = re.compile(
    r"\bEnglish as an? (?:additional|second|foreign|other) language\b|"
    rf"\b(?:degree|bachelor|ba|teach\w*|literature|studies|market|customers?|team|law|gaap"
    rf"|office)\b[^.]{{0,20}}\b(?:{_LANGUAGES})\b(?!.*\b(?:fluen|spoken|speak))"
    rf"|\b(?:{_LANGUAGES})(?: \w+)? (?:(?<!anglais )(?<!allemand )(?<!espagnol )techniques?|cuisine|cooking"
    rf"|dishes|sauces|pastr\w+|food|wines?|market"
    rf"|customers?"
    rf"|law|tax|accounting|gaap|literature|history|grammar|art)\b",
    re.IGNORECASE,
)
# "Irish reimbursement schemes" names a country, "Irish (spoken)" and "Spanish is a plus" a language.
_OF_A_COUNTRY = re.compile(
    rf"\b(?:{_LANGUAGES})(?=[ -][a-zà-ÿ]{{3,}})(?![ -](?:and|or|und|oder|et|ou|with|for|from|into|are|would|will|can"
    rf"|must"
    r"|should|both|plus|not|but|also|who|that|the|our|you|as|is|in|at|to|on|of|by"
    r"|language\w*|speak\w*|spoken|writ\w+|read\w*|verbal\w*|oral\w*|skills?|level|fluen\w*|proficien\w+|native"
    r"|bilingual"
    r"|communicat\w+|conversation\w*|required|preferred|desir\w+|mandatory|essential|advantage\w*|helpful|useful"
    r"|welcome|well|fluently"
    r"|beneficial|knowledge|comprehension|ability|abilities|mother|advanced|intermediate|basic|good|excellent|strong"
    r"|working|professional|business|technical|medical|legal|correspond\w+|translat\w+|interpret\w+|teach\w*|tutor\w*"
    r"|kenntnisse|sprach\w+|fließend|verhandlungssicher|courante?|parlé\w*|lu|écrit\w*|souhaité\w*|apprécié\w*"
    r"|exigé\w*"
    rf"|{other_languages.OF_LANGUAGE}"
    r"|niveau|maîtris\w+|hablado|nivel|vocabulary|grammar|pronunciation|terminology|daily|fluid\w*|minimum|only)\b)",
    re.IGNORECASE,
)
_AUTHORISATION = re.compile(
    r"\b(?:authori[sz](?:ed|ation) to work|work (?:authori[sz]ation|permit|visa|rights)|right"
    r" to work|eligib(?:le|ility) to work|legally (?:able|authori[sz]ed|entitled|permitted)"
    r"|visa (?:sponsorship|status)|(?:\w+ )?working rights|sponsor(?:ship|ed)?(?= visas?\b|\W*$| (?:for"
    r"|of)\b| (?:is|will|can|not)\b)|sponsor visas?|sponsorship"
    r"|u\.?s\.? persons?|(?:export control|itar)"
    r"|(?:security|secret|sc|dv|ts/sci|top secret) clearance|ts/sci"
    r"|(?<!customs )(?<!site )(?<!house )(?<!stock )clearance)\b",
    re.IGNORECASE,
)
_LOCATION = re.compile(
    r"\b(?:based in|located in|reside(?:nt)? in|living in|live in|within \d+ (?:miles|km"
    r"|minutes)|commut\w+|relocat\w+|on-?site|in[- ](?:office|person)\b(?! (?:sales|training))"
    r"|hybrid (?:work|role|position|schedule|model|\()|hybrid$|remote(?:ly)?\b(?! (?:sensing"
    r"|monitoring|access|patient|teams?|hands|desktop|support|control))"
    r"|(?:willing(?:ness)?|able|ability|open|availability|prepared|required|need|must|up to"
    r" \d+ ?%|\d+ ?%)[^.]{0,25}\btravel\b|travel (?:up to|required|\d)|time ?zones?|days (?:a"
    r"|per) week in (?:the|our) (?:[\w-]+ )?office|in the office (?:\w+ )?(?:days|every day|full))\b"
    r"|\b[A-Z][a-z]+, [A-Z]{2} \d{5}\b",
    re.IGNORECASE,
)
_CERTIFICATION = re.compile(
    r"\bcarn(?:et|é) de\b|\bhabilitations?\b|\badmission to\b[\w ]{0,25}\bbar\b|\b(?:certifi(?:ed|cations?|cates?)"
    r"|licen[cs](?:ed?|es"
    r"|ure|ing)\b(?! (?:agreements?|fees?"
    r"|software|plates?))|accredit(?:ed|ation)|chartered|charter\b|board[- ]certified|bar"
    r" admission|admitted to the bar|member of the bar|registered (?:with|as|by|nurse|dietitian"
    r"|pharmacist|professional)|registration (?:with|as|by)|(?:qualified|chartered) (?:teacher|social worker)"
    r"|(?:qualified|licensed|admitted) (?:in|to practi[sc]e)|level [2-7]\b(?! (?:support|engineer"
    r"|technician|analyst|service"
    r"|help|autonomy|tickets?|issues))|NMC"
    r"|GMC|HCPC"
    r"|NCLEX|CPA|ACCA|CFA|CIMA|PMP|18th edition|gas safe|MRCVS|RCVS|GWO|CompTIA|(?:driver )?CPC|PTS|SMSTS"
    r"|SSSTS|CPCS|IPAF|PASMA|safe pass|hazmat|MVR"
    r"|CISSP|CISM|CISA|CCNA|CCNP|CEH|OSCP|ITIL|PRINCE2|SHRM-CP"
    r"|SHRM-SCP|PHR|SPHR|BLS|ACLS|PALS|CPR|CDL|HGV|OSHA (?:10|30)|CSCS|SIA|NVQ|RN\b|LPN|CNA"
    r"|FINRA|Series (?:6|7|63|65|66)|driver'?s'? licen[cs]e|driving licen[cs]e|führerschein"
    rf"|permis b|{other_languages.CERTIFICATION}|cert(?:ificate)? (?:II?I?|IV|[1-4])|(?:white|blue|construction) card"
    r"|TWIC(?: card)?)\b|(?-i:\b[A-Z]{3,6} qualification\b|^Diploma [A-Z])|\b(?:award|qualification|registration)$"
    r"|\bqualification (?=in\b|recogni)",
    re.IGNORECASE,
)
_EXPERIENCE = re.compile(
    rf"\b(?:experienc\w*|track record|background in|history of|(?:years|yrs)\b|worked (?:as|in"
    rf"|with|on)|erfahrung|expérience|{other_languages.EXPERIENCE}|exposure to|previously|prior (?:work|role)"
    r"|(?:managed|led|supervised) an? (?:\w+ )?team\b|you(?:['’]ve| have) (?:\w+ed|sold|led|built|run|grown"
    r"|written|taught|been|done|held|made|dealt|won)\b"
    r"|proven (?:success|record|ability))\b",
    re.IGNORECASE,
)
_SKILL = re.compile(
    r"\b(?:skills?|knowledge|proficien\w*|expertise|familiar\w*|understanding|competen\w+"
    r"|fluency (?:in|with)|literacy|command of|mastery|grasp|foundation|fundamentals|working"
    rf" with|comfortable (?:with|using|working|in)|kenntnisse|{other_languages.SKILL}|know-how|aptitude|ability"
    rf"|strong"
    r" in|hands-on|legislation|act (?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_MUST = re.compile(
    r"\b(?:must(?:[- ]have)?|required?|requires|requirement|essential|mandatory|(?:is|are) needed|need(?:s|ed)?"
    r" to|necessary|(?:is|are|be|as) critical|critical(?= (?:to|for)\b|\W*$)|minimum(?! wage)|at least"
    r"|should (?:have|be|possess|understand|bring)|have"
    r" to|(?:candidates?|applicants?) (?:will|would) (?:have|hold|be|possess|bring|need)"
    r"|we(?:['’]d| would) expect|non-negotiable|a must|expected|essential(?! oils?)|imperative|crucial"
    r"|we do expect|zwingend"
    rf"|erforderlich|voraussetzung|notwendig|obligatoire|exigée?s?|{other_languages.MUST}|imprescindible)\b",
    re.IGNORECASE,
)
_NICE = re.compile(
    r"\b(?:(?:an?|some|added|strong|big|huge|definite|distinct|real) (?:[a-z]+ )?(?:plus|bonus|advantage"
    r"|asset|extra(?=\W*$))\b(?! (?:years|or|management|class|scheme|payments?))|(?:plus|bonus|advantage"
    r"|advantageous|(?<!greatest )(?<!biggest )asset)(?=\W*$)"
    r"|^(?:bonus|plus|extra)\b(?=:| points| if| for)|icing on the cake|handy|prefer(?:red|ably|able|ence)"
    r"|nice[- ]to[- ]have|good[- ]to[-"
    r" ]have|desir(?:ed|able)|ideally|(?:is|are|be|would be) (?:very |highly |particularly "
    r"|greatly |also )?(?:helpful|beneficial|valuable|valued|useful|welcome|appreciated"
    r"|advantageous|great)(?!ly)\b(?! (?:at|with|in)\b)"
    r"|would be (?:very |really )?(?:good|nice|handy|interesting|perfect|ideal)\b"
    r"|(?:is|are) (?:good|nice|handy) to have|(?:is|are) nice(?=,? but\b|\W*$)"
    r"|highly valued|optional|not (?:strictly )?(?:required|mandatory|essential)|would be"
    r" (?:nice|an advantage)|favou?rs?|von vorteil|wünschenswert|idealerweise|gern(?:e)? gesehen|un atout|un plus"
    r"|appréci[ée]e?s?|souhait(?:é|able)\w*"
    rf"|valorable|deseable|se valora\w*|a plus|{other_languages.NICE}"
    r"|(?:helpful|useful|welcome|beneficial|advantageous|appreciated)(?=\W*$)|or we(?:['’]ll| will)? train"
    r"|(?:full )?training (?:is |will be )?(?:given|provided))\b",
    re.IGNORECASE,
)
_WISH = re.compile(
    r"(?<=\w)\s*[,(]\s*(?:ideally|preferably|preferred if|idealerweise|idéalement)\b.*$"
    # "SQL and databases (PostgreSQL preferred)".
    r"|\s*\((?!(?:is |strongly |highly )*(?:preferred|a plus|desirable|desired)\))[^()]* "
    r"(?:is )?(?:strongly |highly )?(?:preferred|a plus|desirable|desired)\)",
    re.IGNORECASE | re.DOTALL,
)
# "2 years of nursing, telemetry strongly preferred": the years are no wish.
_WISH_BEHIND_YEARS = re.compile(
    r",\s+(?!or\b|and\b)(?=[\w-]+ )[^,]*\b(?:preferred|a plus|desirable|desired)\s*\.?$", re.IGNORECASE
)
_HARD_MUST = re.compile(
    r"\b(?:is|are) (?:essential|required|mandatory|critical|a must)\b|\bmust have\b|\beven more important\b",
    re.IGNORECASE,
)
# "Advises ministers on how clean rivers should be" asks nothing of the candidate.
_MEANT_ELSEWHERE = re.compile(r"\b(?:how|what|where|whether) [^,.;]{0,40}?\b(?:should|must|need)\b", re.IGNORECASE)
# The marks of a person specification: "Experience of court work (D)".
_MARKED = re.compile(r"(?<=\w)[\s.]*[(\[](?P<mark>[ED])[)\]]\W*$")


def asks_permission(text: str) -> bool:
    """True for a sentence about permission to work, or a clearance."""
    return bool(_AUTHORISATION.search(text))


def without_wish(text: str) -> str:
    """The text without a wish at its end: ``2 years in sales, ideally in fintech`` asks for two years in sales."""
    bare = _WISH.sub("", text)
    years = _WISH_BEHIND_YEARS.sub("", bare)
    return years if years_asked(years) and not _NICE.search(years) else bare


def modality(text: str) -> str:
    """``must``, ``nice`` or empty, by the wording of the sentence alone."""
    text = _MEANT_ELSEWHERE.sub(" ", without_wish(text))
    marked = _MARKED.search(text)
    if marked:
        return "nice" if marked["mark"].upper() == "D" else "must"
    if _HARD_MUST.search(text) and not re.search(
        r"\bnot (?:strictly )?(?:required|mandatory|essential)\b", text, re.IGNORECASE
    ):
        return "must"
    if _NICE.search(text):
        return "nice"
    return "must" if _MUST.search(text) else ""


def kind_of(text: str, skill_ids: tuple[str, ...], in_duties: bool, certificate_named: bool) -> str:
    """The kind of a requirement, one of ``jobs.models.Requirement.Kind``."""
    years = years_asked(text)
    checks = (
        ("authorisation", bool(_AUTHORISATION.search(text))),
        ("language", _asks_language(text)),
        ("education", bool(degree_level(text)) and _speaks_of_degree(text) and not _TEACHES.search(text)),
        ("certification", not in_duties and (certificate_named or bool(_CERTIFICATION.search(text)))),
        ("experience", years is not None),
        ("location", bool(_LOCATION.search(text)) and not skill_ids),
    )
    for kind, holds in checks:
        if holds:
            return kind
    if in_duties and not re.match(
        r"^(?:strong |solid |proven |deep |hands-on )*(?:experience|knowledge|familiarity|proficiency"
        r"|understanding)\b",
        text,
        re.IGNORECASE,
    ):
        return "responsibility"
    if skill_ids:
        return "skill"
    if _EXPERIENCE.search(text):
        return "experience"
    return "skill" if _SKILL.search(text) else "other"


def _asks_language(text: str) -> bool:
    """True where a language is to be spoken; an adjective of its name before a thing says where the thing is from."""
    plain = _OF_A_COUNTRY.sub(" ", text)
    return bool(_LANGUAGE.search(plain)) and not _NOT_LANGUAGE.search(text)


_TEACHES = re.compile(
    r"\b(?:teach|tutor|supervis)\w* (?:up )?(?:to|at|for)\b"
    r"|\b(?:supervis|mentor|train|advis|guid)\w* (?:[\w-]+ ){0,3}(?:students|candidates|researchers|undergraduates)\b"
    r"|post-?apprenticeship|\bteach\b|\bexperience (?:of|in|with) teaching\b"
    r"|\bteaching (?:of )?(?:GCSE|A-level|high school|secondary)",
    re.IGNORECASE,
)
_DEGREE = re.compile(
    r"\b(?:degree|bachelor|master['’]?s|master of|master in|HBO|ph\.? ?d|doctora\w+|diploma|graduat\w+|high"
    r" school|GED|secondary|b\.?sc?\b(?!\.? ?(?:EN|ISO|IEC)?[ -]?\d)|m\.?sc?\b(?!-)|b\.?a\b|m\.?a\b|mba|b\.?eng"
    r"|m\.?eng"
    r"|b\.?tech"
    r"|bba|bsn|msn|associate['’]?s?|apprenticeship|ausbildung|studium|abitur|vocational|hnd"
    r"|a-levels?|gcses?|jd|j\.d|md|m\.d|ll\.?[bm]|pharm\.? ?d|equivalent|licenciatura|maestría|diplôme|diplom"
    r"|hochschul\w+|abschluss|CAP|BEP"
    rf"|{other_languages.EDUCATION}"
    r"|grado|bac ?\+|education|m\.?ed|msw|mph)\b",
    re.IGNORECASE,
)


def _speaks_of_degree(text: str) -> bool:
    return bool(_DEGREE.search(text)) and not re.search(
        r"\b(?:scrum|web|grand|head|post)[- ]?master\b|\bmaster (?:data|schedule|service|production|craftsman)\b",
        text,
        re.IGNORECASE,
    )
