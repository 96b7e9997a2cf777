"""Fields of study: which stand for each other, and which are only neighbours.

Families and neighbours follow the broad and narrow fields of UNESCO's ISCED-F 2013, cut finer where employers do
(computing from mathematics, nursing from other health). Words not listed are compared by meaning.
"""

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import Any

_FIELD = re.compile(
    r"\b(?:in|of)\s+(?P<field>(?!science\b|arts\b|higher\b|the\b|working\b|thinking\b)[A-Za-z][\w ,/&-]{2,80}?)"
    r"(?=\s+(?:or (?:a |an )?(?:related|similar|equivalent)|is|are|from|required|preferred|degree|with)|[.;()]|$)",
    re.IGNORECASE,
)
_DEGREE_OF = re.compile(
    r"\b(?:bachelor|master|associate|doctor)(?:['’]?s)?(?: degree)? of (?:applied )?(?:science|arts|engineering)\b"
    r"|\b(?:bachelor|master|associate|doctor)\w*(?:['’]?s)?\b|\bdegree\b|\b[BM]\.?(?:Sc?|A)\b\.?|\bhonou?rs\b"
    r"|\bscience\b|\barts\b",
    re.IGNORECASE,
)


# "Accounting or finance would be an advantage" names accounting or finance.
_WANTED = re.compile(
    r",?\s+(?:would|will|should|is|are|an? (?:plus|advantage)|preferred|required|desirable|strongly"
    r"|ideally)\b.*$",
    re.IGNORECASE,
)
_STUDIES = re.compile(
    r"\b(?:studium|studiums|abschluss|ausbildung|hochschulabschluss|diplôme|formation|licence|master)\w*"
    r" (?:der|des|im bereich|im fach|in|en|de|d['’]|im)\s*(?P<field>[^\W\d_][\w-]+)",
    re.IGNORECASE,
)


class Kinship(StrEnum):
    """How a field of study stands to the one asked for."""

    SAME = "same"
    NEAR = "near"
    OTHER = "other"
    UNKNOWN = "unknown"


_FAMILIES = {
    "computing": r"comput\w+|software|informati(?:cs|k|que)|information (?:technology|systems?|security)|data science"
    r"|artificial intelligence|machine learning|cyber ?security|programming|web development|informática",
    "mathematics": r"math\w*|statistics?|statistical|actuarial|operations research|stochastics",
    "electrical": r"electric\w*|electronics?|mechatronics?|telecommunications?|robotics|elektrotechnik"
    r"|embedded systems",
    "engineering": r"mechanical|aerospace|automotive|chemical engineering|manufacturing|industrial engineering"
    r"|maschinenbau|wirtschaftsingenieur\w*|ingenieur\w*|process engineering|materials|welding"
    r"|(?<!software )(?<!electrical )(?<!civil )engineering",
    "construction": r"civil engineering|construction|quantity surveying|surveying|structural|building|bauingenieur\w*",
    "architecture": r"architecture|architektur|interior|landscape|urban planning",
    "physics": r"physics|chemistry|geology|astronomy|physik|chemie|earth sciences?",
    "biology": r"biolog\w+|biochemistry|biotech\w+|genetics|microbiology|life sciences?|agricultur\w*"
    r"|environmental|ecology",
    "nursing": r"nursing|midwifery|BSN|MSN|pflege\w*",
    "physiotherapy": r"physiotherap\w+|physical therap\w+|physiothérap\w+|fisioterapia|kinésithérap\w+",
    "occupational": r"occupational therap\w+|ergotherap\w+|ergothérap\w+",
    "radiography": r"radiograph\w+|radiolog\w+|medical imaging|sonograph\w+",
    "medicine": r"medicine|medical doctor|MBBS|MBChB|humanmedizin|médecine|medicina",
    "dentistry": r"dent(?:al|istry)|zahnmedizin|odontolog\w+",
    "nutrition": r"nutrition|dietetics?",
    "speech": r"speech(?:[- ]\w+){0,2} (?:therapy|pathology)|logopäd\w+|audiology",
    "paramedics": r"paramedic\w*|emergency (?:care|medical)",
    "laboratory": r"(?:medical|clinical|biomedical) laborator\w+(?: \w+)?|biomedical sciences?|medical technology",
    "sports": r"sports? (?:and exercise )?(?:science|therapy|studies)|exercise (?:science|physiology)|kinesiology",
    "health": r"public health|health sciences?|healthcare|health (?:and social care|studies|administration"
    "|management)",
    "pharmacy": r"pharm\w*",
    "business": r"business|management|commerce|entrepreneurship|MBA|BBA|B\.B\.A|betriebswirtschaft\w*|wirtschafts\w+"
    "|administration",
    "accounting": r"account\w*|finance|financial|audit\w*|tax\w*|banking",
    "economics": r"economics?|econometrics|volkswirtschaft\w*",
    "marketing": r"marketing|advertising|public relations|communications?|journalism|media",
    "personnel": r"human resources?|personnel|industrial relations|organi[sz]ational psychology",
    "psychology": r"psycholog\w+|counsell?ing|behaviou?ral",
    "social": r"social work|sociology|social sciences?|anthropology",
    "law": r"law|legal|jurisprudence|juris doctor|J\.?D\.?|LL\.?[BM]\.?|jura|rechtswissenschaft\w*|paralegal"
    r"|criminal justice",
    "education": r"education|teach\w*|pedagog\w*|early childhood|PGCE|lehramt",
    "design": r"(?:graphic|visual|communication|product|fashion|web|ux|game) (?:design|communication)|fine arts?"
    r"|illustration|photography|animation|visual arts?|design(?! engineer)",
    "humanities": r"english|literature|history|philosophy|linguistics|languages?|political science"
    r"|international relations|theology|music|classics|politics",
    "hospitality": r"hospitality|hotel\w*|tourism|culinary|gastronom\w+|cuisine|cookery|catering",
    "logistics": r"logistics?|supply chain|transport\w*|lagerlogistik",
}
_COMPILED = {family: re.compile(rf"\b(?:{pattern})(?!\w)", re.IGNORECASE) for family, pattern in _FAMILIES.items()}
_NEAR = """
computing-mathematics computing-electrical computing-physics mathematics-physics mathematics-economics
electrical-engineering electrical-physics engineering-physics engineering-construction construction-architecture
architecture-design biology-health biology-nursing biology-pharmacy health-nursing health-pharmacy physics-pharmacy
biology-laboratory physics-laboratory health-laboratory pharmacy-laboratory medicine-laboratory biology-medicine
health-medicine nursing-medicine nursing-paramedics health-paramedics medicine-paramedics health-physiotherapy
health-occupational physiotherapy-occupational physiotherapy-sports health-sports health-radiography physics-radiography
health-dentistry medicine-dentistry health-nutrition biology-nutrition sports-nutrition health-speech
humanities-speech psychology-occupational psychology-speech medicine-pharmacy nursing-physiotherapy
nursing-occupational
physics-biology business-accounting business-economics business-marketing business-personnel business-logistics
business-hospitality accounting-economics accounting-mathematics personnel-psychology psychology-social
psychology-education social-humanities marketing-design marketing-humanities logistics-engineering
"""
_NEIGHBOURS = frozenset(frozenset(pair.split("-")) for pair in _NEAR.split())
# A family whose words also stand in the names of others, and that such a name does not belong to.
_WEAKER = {
    "business": ("accounting", "personnel", "marketing", "hospitality", "logistics", "construction", "computing"),
    "engineering": ("computing", "electrical", "construction"),
    "design": ("architecture", "electrical", "computing"),
    "marketing": ("design",),
    "health": (
        *(
            "nursing",
            "laboratory",
            "medicine",
            "physiotherapy",
            "occupational",
            "radiography",
            "dentistry",
            "nutrition",
        ),
        *("speech", "paramedics", "sports"),
    ),
    "biology": ("laboratory",),
    "education": ("nursing",),
}


def families(words: str) -> frozenset[str]:
    """The families of study that ``words`` name; "construction management" is construction, not business."""
    found = {family for family, pattern in _COMPILED.items() if pattern.search(words)}
    return frozenset(f for f in found if not any(stronger in found for stronger in _WEAKER.get(f, ())))


def kinship(asked: str, held: str) -> Kinship:
    """How the field ``held`` stands to ``asked``, which may name several; unknown when either is in no family."""
    wanted, have = families(asked), families(held)
    if not wanted or not have:
        return Kinship.UNKNOWN
    if wanted & have:
        return Kinship.SAME
    near = any(frozenset((a, b)) in _NEIGHBOURS for a in wanted for b in have)
    return Kinship.NEAR if near else Kinship.OTHER


def field_in(words: str) -> str:
    """The field in the words of a degree: "Bachelor of Business" names business, "Bachelor of Science" none."""
    found = _FIELD.search(words)
    if found and families(found.group("field")):
        return found.group("field").strip()
    rest = " ".join(_DEGREE_OF.sub(" ", words).split())
    return rest if families(rest) else ""


def field_held(studies: Mapping[str, Any]) -> str:
    """The field of an entry of the education, with the words of its degree that belong to it; empty without any."""
    area = str(studies.get("area") or "")
    # "Bachelor of Business" and "Administration": a line break in the page tore the field apart.
    own = field_in(str(studies.get("studyType") or ""))
    if own.casefold() in area.casefold():
        return area
    return " ".join(part for part in (own, area) if part) if families(own) else area


def field_asked(text: str, level: str) -> str:
    """The field of study that a requirement names; empty when any will do."""
    found = _FIELD.search(text)
    if found:
        return _WANTED.sub("", found.group("field")).strip(" ,")
    german = _STUDIES.search(text)
    if german:
        return german.group("field").strip()
    rest = _DEGREE_OF.sub(" ", text) if level not in ("", "secondary") else ""
    named = [match.group() for pattern in _COMPILED.values() for match in [pattern.search(rest)] if match]
    return max(named, key=len, default="")
