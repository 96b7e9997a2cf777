"""Years, degree levels and language levels that a requirement asks for."""

import re

from jobs.reading import other_languages

_NUMBER_WORDS = {
    word: number
    for number, word in enumerate(
        [
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
        ],
        start=1,
    )
} | {"twenty": 20, **other_languages.NUMBERS}
_NUMBER = rf"(?P<n>\d{{1,2}}(?:[.,]\d)?|{'|'.join(_NUMBER_WORDS)})"
_YEARS = re.compile(
    rf"(?<![\d$€£.])\b{_NUMBER}\s*(?:\(\d+\)\s*)?(?:\+|plus|or more)?\s*(?:(?:-|–|to|or|bis"
    rf"|à|a|tot|of|bis zu|ou)\s*(?:\d{{1,2}}|{'|'.join(_NUMBER_WORDS)})\s*)?\+?\s*-?"
    rf"(?P<unit>years?|yrs?\.?|jahr(?:en?)?|ans|années?|años?|{other_languages.YEARS}|months?|monate|mois|meses"
    rf"|{other_languages.MONTHS})\b(?P<rest>.{{0,60}})",
    re.IGNORECASE,
)
_NOT_EXPERIENCE = re.compile(
    r"^\W*(?:old|of age|ago|of (?:growth|success|history|innovation|service to)|contract|fixed"
    r"|warranty|in business|duration"
    r"|degree|program|course|college|university|diploma|anniversary|renewals?|probation)\b",
    re.IGNORECASE,
)
# "Within 6 months of hire" says by when, not how long.
_DEADLINE = re.compile(
    r"\b(?:within|in the (?:first|last|past)|every|after)\s+(?:the (?:first|last|past) )?$"
    r"|\b(?:studies|course|programme|program) (?:of|lasting) (?:at least |a minimum of )?$"
    r"|\b(?:violations?|accidents?|points|convictions?|incidents?)\b[^.]{0,20}\b(?:in|over)\s+(?:the (?:last"
    r"|past) )?$",
    re.IGNORECASE,
)
MOST_YEARS = 40.0
# "Studium der Informatik oder vergleichbare Ausbildung" asks for the studies.
_OR_ALIKE = re.compile(
    r"\b(?:oder|bzw\.?) (?:eine?n? )?(?:vergleichbare|ähnliche|gleichwertige)\w* \w+"
    r"|\bou (?:diplôme )?équivalente?\b",
    re.IGNORECASE,
)

LEVELS = ("secondary", "associate", "bachelor", "master", "doctorate")
_LEVEL_WORDS = (
    (
        "secondary",
        (
            r"\bhigh school\b|\bGED\b|\bsecondary (?:school|education)\b|\bA-levels?\b|\bGCSEs?\b"
            r"|\babitur\b|\bbaccalauréat\b|\bbac pro\b|\bBEP\b|\bCAP (?!theorem|and\b|or\b|accredit|regulat|inspect"
            r"|guidelines"
            r"|standards|proficiency|survey|checklist|table)(?:ou |en )?[\wé]+|\bleaving cert\w*"
            r"|(?<!post-)(?<!post )\bapprenticeship\b|\bvocational (?:training|education|qualification)\b"
            r"|\bausbildung\b"
        ),
    ),
    (
        "associate",
        (
            r"\bassociate(?:['’]?s)?(?: degree| of|'s)\b|\bA\.?A\.?S\b|\bfoundation degree\b|\bHND\b"
            r"|\bADN\b|\bBTS\b|\btwo-year degree\b"
        ),
    ),
    (
        "bachelor",
        (
            r"\bbachelor(?:['’]?s)?\b|\bB\.?Sc?\b(?!\w)(?!\.? ?(?:EN|ISO|IEC)?[ -]?\d)|\bB\.?A\b\.?|\bB\.?Eng\b"
            r"|\bB\.?Tech\b|\bBBA\b"
            r"|\bBSN\b|\bHBO\b(?=[ -]?(?:/|or|of|niveau|level|degree|diploma|opleiding|werk))|\bB\.?Com\b"
            r"|\bLL\.?B\b|\bundergraduate degree\b|\blicence\b(?= en)"
            r"|\blicenciatura\b|\bgrado en\b|\bbac ?\+ ?[34]\b|\bfour-year degree\b|\b4-year degree\b"
        ),
    ),
    (
        "master",
        (
            r"\bmaster(?:['’]?s)\b|\bmaster(?= degree| of| in)|\bM\.?Sc\b|\bM\.?S\b\.?(?![ -](?i:office"
            r"|word|excel|project|teams|access|sql|dynamics|azure|outlook|powerpoint))|\bMBA\b"
            r"|\bM\.?Eng\b|\bM\.?Ed\b|\bMPH\b|\bMSW\b|\bMSN\b|\bLL\.?M\b"
            r"|\b(?:advanced|graduate|postgraduate|post-graduate) degree\b|\bmaestría\b|\bmáster\b|\bbac ?\+ ?5\b"
        ),
    ),
    (
        "doctorate",
        (
            r"\bPh\.? ?D\b|\bdoctora(?:te|l)\b|\bM\.?D\.?(?=[\s,;.)]|$)|\bJ\.?D\.?(?=[\s,;.)]|$)"
            r"|\bPharm\.? ?D\b|\bD\.?Phil\b|\bDNP\b|\bpromotion in\b"
        ),
    ),
)
# Words for a degree of no stated level: read as the first one, and only where no level is named.
_ANY_DEGREE = re.compile(
    r"\b(?:university|college|bachelor-level|relevant|honou?rs|first|engineering|technical|science|law|finance"
    r"|business|nursing|accounting|academic|related|stem) degree\b|\buniversity (?:studies|education)\b"
    r"|\bdegree (?:in|from|or)\b|\ba degree\b"
    r"|\bdegree[- ](?:educated|level)\b|\b(?:fach)?hochschul(?:studium|abschluss)\b|\bstudium (?:der|des|im)\b"
    r"|\babgeschlossenes"
    r" studium\b|\bgraduate (?:in|of)\b",
    re.IGNORECASE,
)
_LEVEL_ROWS = tuple(
    (level, f"{pattern}|{other_languages.DEGREES.get(level, pattern)}") for level, pattern in _LEVEL_WORDS
)
_LEVEL_PATTERNS = tuple((level, re.compile(pattern)) for level, pattern in _LEVEL_ROWS)
_LEVEL_LOWER = tuple((level, re.compile(pattern, re.IGNORECASE)) for level, pattern in _LEVEL_ROWS)
_SHORT_FORMS = re.compile(r"^\W*[A-Za-z.]{2,5}\W*$")
_FLUENCY = (
    (
        "fluent",
        (
            r"\bfluen\w+|\bC[12]\b|\bfull professional|\bexcellent\b|\bproficien\w+|\bperfect\b"
            r"|\bbilingual\b|\bverhandlungssicher|\bfließend|\bcourant|\bstrong\b|\badvanced\b"
            r"|\bcommand of\b"
        ),
    ),
    (
        "professional",
        (
            r"\bB2\b|\bprofessional\b|\bbusiness\b|\bworking (?:knowledge|proficiency)\b|\bupper[-"
            r" ]intermediate\b|\bgood\b|\bsolid\b|\bgute"
        ),
    ),
    ("conversational", r"\bB1\b|\bconversational\b|\bintermediate\b"),
    ("basic", r"\bA[12]\b|\bbasics?\b|\bde base\b|\bnotions\b|\bbeginner\b|\bgrundkenntnisse\b|\bsome\b"),
)
_FLUENCY_PATTERNS = tuple((level, re.compile(pattern, re.IGNORECASE)) for level, pattern in _FLUENCY)


def years_asked(text: str) -> float | None:
    """Years of experience asked for: the lower end of a range, months as parts of a year; None when none are."""
    found = []
    for match in _YEARS.finditer(text):
        if _NOT_EXPERIENCE.match(match["rest"]) or _DEADLINE.search(text[: match.start()]):
            continue
        word = match["n"].lower().replace(",", ".")
        number = float(_NUMBER_WORDS.get(word, 0) or word)
        years = number / 12 if match["unit"].lower()[:2] in ("mo", "me", "ma") else number
        if 0 < years <= MOST_YEARS:
            found.append(round(years, 2))
    return max(found) if found else None


def degree_level(text: str) -> str:
    """The level of degree that is enough: the lowest one named; empty when none is.

    Short forms (BA, MS) are read in capitals only, words in any case.
    """
    text = _OR_ALIKE.sub(" ", text)
    for (level, strict), (_, loose) in zip(_LEVEL_PATTERNS, _LEVEL_LOWER, strict=True):
        if strict.search(text):
            return level
        found = loose.search(text)
        if found and not _SHORT_FORMS.match(found.group()):
            return level
    return "bachelor" if _ANY_DEGREE.search(text) else ""


def fluency(text: str) -> str:
    """The level of a language asked for: fluent, professional, conversational or basic; empty when none is named."""
    return next((level for level, pattern in _FLUENCY_PATTERNS if pattern.search(text)), "")
