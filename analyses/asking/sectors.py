"""Questions for an industry: which employers belong to it, and that it is their names that say so.

A resume seldom writes "banking" beside "Deutsche Bank". Sectors are known by words that names of their firms hold, and
by the names of large employers; sentences that name a sector answer too.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from analyses.asking.career import heads, position
from analyses.asking.facts import names
from analyses.asking.material import Answer, Citation, Material, listed, quoted, unique


@dataclass(frozen=True, slots=True)
class _Sector:
    """What questions call a sector, words in names of its employers, and the names of large ones (all in any case)."""

    name: str
    called: re.Pattern[str]
    words: re.Pattern[str]
    known: re.Pattern[str]


# What may follow a firm's name that is an ordinary word or a surname too: "Ford Motor Company", no "Ford Foundation".
_SAME_FIRM = (
    r"(?:[ ,]+(?:inc|ltd|limited|plc|llc|llp|ag|se|gmbh|s\.?a|n\.?v|b\.?v|corp(?:oration)?|co(?:mpany)?|motors?"
    r"|group|uk|usa|us|ireland|germany|deutschland|france|europe|international|global|platforms|computer|petroleum)\b\.?)*\W*$"
)


def _sector(name: str, called: str, words: str, known: str = "", plain: str = "") -> _Sector:
    """``known`` begins a name; ``plain`` is the whole of it, because it is an ordinary word or a surname too."""
    firms = [rf"(?:{known})\b"] if known else []
    firms += [rf"(?:{plain}){_SAME_FIRM}"] if plain else []
    return _Sector(
        name,
        re.compile(rf"\b(?:{called})\b", re.IGNORECASE),
        re.compile(rf"\b(?:{words})\b", re.IGNORECASE),
        # "(?!)" matches nothing.
        re.compile(rf"^(?:the )?(?:{'|'.join(firms) or '(?!)'})", re.IGNORECASE),
    )


_SECTORS = (
    _sector(
        "banking",
        r"banking|banks?|financial services|finance (?:industry|sector)",
        r"(?<!food )(?<!blood )(?<!milk )(?<!tissue )(?<!data )(?<!south )bank(?! street| road| hotel)"
        r"|banque|banco|banca|sparkasse|volksbank|building society|credit union|bancorp",
        r"jp ?morgan(?: chase)?|goldman sachs|hsbc|barclays|lloyds|santander|bnp paribas|citi(?:bank|group)"
        r"|morgan stanley"
        r"|ubs|credit suisse|rabobank|abn amro|natwest|wells fargo|soci[ée]t[ée] g[ée]n[ée]rale|unicredit|bbva",
    ),
    _sector(
        "insurance",
        r"insurance|insurers?",
        r"insurance|assurances?|versicherung\w*|seguros",
        r"allianz|axa|aviva|generali|munich re|swiss re|legal & general|metlife|geico|aetna|cigna",
        r"prudential",
    ),
    _sector(
        "hospitals and health care",
        r"health ?care|hospitals?|clinical settings?|nhs",
        r"hospital|medical cent(?:er|re)|infirmary|klinik\w*|krankenhaus|h[ôo]pital|clinic|nhs|health trust"
        r"|health system",
        r"kaiser permanente|mayo clinic|bupa",
    ),
    _sector(
        "education",
        r"education (?:sector|industry)|schools?|universit(?:y|ies)|colleges?|academia|higher education",
        r"school|university|college|academy|schule|hochschule|universit\w+|école|escuela|colegio",
    ),
    _sector(
        "retail",
        r"retail(?:ers?)?|supermarkets?|shops?",
        r"stores?|supermarkets?|retail",
        r"tesco|walmart|aldi|lidl|sainsbury['’]?s|asda|carrefour|ikea|h&m|zara|costco|marks & spencer|kroger"
        r"|home depot"
        r"|edeka|rewe|albert heijn|waitrose|best buy|macy['’]?s",
    ),
    _sector(
        "hotels and restaurants",
        r"hospitality|hotels?|restaurants?|catering",
        r"hotels?|restaurant|inn|resort|bistro|brasserie|café|cafe|catering|tavern|grill|trattoria",
        r"hilton|marriott|hyatt|accor|mcdonald['’]?s|starbucks",
    ),
    _sector(
        "transport and logistics",
        r"logistics|transport(?:ation)?|haulage|shipping|freight",
        r"logistics?|haulage|freight|transport\w*|couriers?|shipping|spedition|trucking|airlines?|airways|railways?",
        r"eddie stobart|dhl|fedex|federal express|royal mail|xpo|maersk|schenker|kuehne(?: ?\+| and) nagel|usps",
        r"ups",
    ),
    _sector(
        "manufacturing",
        r"manufacturing|industrial|factor(?:y|ies)|automotive",
        r"manufactur\w+|castings|motors|foundry|steel|industries|werke|maschinenbau|machinery",
        r"siemens|bosch|toyota|airbus|boeing|bmw|volkswagen|daimler|mercedes|general electric|rolls-royce",
        r"ford|tesla",
    ),
    _sector(
        "pharmaceuticals",
        r"pharma(?:ceuticals?)?|biotech\w*|life sciences?",
        r"pharma|pharmaceuticals?|biotech|therapeutics|biosciences",
        r"pfizer|novartis|astrazeneca|gsk|sanofi|moderna",
        r"roche|merck|bayer",
    ),
    _sector(
        "government",
        r"government|public (?:sector|administration|service)|civil service|local authorit(?:y|ies)|councils?",
        r"(?:city|county|borough|district|town|parish) council|ministry of|government|gemeente|county of"
        r"|city of(?! hope)|federal (?:ministry|government|agency|office)|stadt \w+",
    ),
    _sector(
        "charities",
        r"charit(?:y|ies)|non-?profits?|ngos?|third sector",
        r"charity|foundation|red cross|oxfam|unicef|caritas|save the children",
    ),
    _sector(
        "construction",
        r"construction|building (?:industry|trade)",
        r"construction|builders|contractors|baugesellschaft|bau|scaffolding|joinery",
        r"skanska|balfour beatty|hochtief|bechtel",
    ),
    _sector(
        "law",
        r"law firms?|legal (?:industry|sector)",
        r"solicitors|law (?:firm|offices?|group|chambers|cent(?:re|er))|kanzlei|attorneys|barristers",
    ),
    _sector(
        "consulting",
        r"consulting|consultanc(?:y|ies)|big (?:four|4)",
        r"consulting|consultants|consultancy",
        r"deloitte|pwc|kpmg|ernst & young|accenture|mckinsey|bcg|capgemini",
        r"ey|bain",
    ),
    _sector(
        "software",
        r"software (?:industry|companies|company|sector)|tech(?:nology)? (?:industry|companies|company|sector"
        r"|firms?)",
        r"software|technologies",
        r"google|microsoft|ibm|facebook|salesforce|netflix|amazon web services|spotify",
        r"sap|oracle|meta|apple",
    ),
    _sector(
        "telecommunications",
        r"telecom(?:s|munications)?|telco",
        r"telecom\w*|mobile networks?",
        r"vodafone|t-mobile|verizon|at&t|telef[óo]nica",
    ),
    _sector(
        "energy",
        r"energy|oil and gas|utilities",
        r"energy|petroleum|power (?:plants?|stations?|company|grid)|utilities",
        r"e\.on|rwe|exxon\w*",
        r"shell",
    ),
    _sector(
        "food production",
        r"food (?:industry|production|sector)|fmcg",
        r"foods|bakery|brewery|dairy",
        r"nestl[ée]|unilever",
    ),
)
# "Big four" is a sort of its own; names of firms beside "hospitals" are those of hospitals only.
_ASKS_ONE = re.compile(
    r"\b(?:experience|background|work(?:s|ed|ing)?|employed|industr(?:y|ies)|sectors?|come from|history)\b",
    re.IGNORECASE,
)
_ASKS_ALL = re.compile(
    r"\b(?:which|what|list|name)\b.*\b(?:industr(?:y|ies)|sectors?)\b|^\s*(?:industr(?:y|ies)|sectors?)\W*$", re.I
)
_NO_EMPLOYER = re.compile(r"\b(?:skills?|tools?|software engineer)\b", re.IGNORECASE)


def sectors(question: str, material: Material) -> Answer | None:
    """Employers of the sector that is asked for, or of all; None for other questions and where none is of it."""
    rows = list(material.profile.get("work") or [])
    if _ASKS_ALL.search(question):
        return _all(rows, material)
    if not _ASKS_ONE.search(question) or _NO_EMPLOYER.search(question):
        return None
    if any(names(question, str(row.get("name") or "")) for row in rows):
        return None  # "at Sample Bank" asks for that employer
    asked = [sector for sector in _SECTORS if sector.called.search(question)]
    found = [row for row in rows if any(_is_of(row, sector) for sector in asked)]
    if not found:
        return None
    belong = listed([sector.name for sector in asked if any(_is_of(row, sector) for row in found)])
    told = "; ".join(position(row) for row in found)
    return Answer(f"By their names, these employers belong to {belong}: {told}.", heads(found, material))


def _all(rows: Sequence[Mapping[str, Any]], material: Material) -> Answer:
    by_name = [(sector.name, row) for sector in _SECTORS for row in rows if _is_of(row, sector)]
    lines = _lines_naming(material)
    cited = unique([*heads([row for _, row in by_name], material), *lines])
    if not cited:
        return Answer("")
    told = [f"{name} ({row.get('name')})" for name, row in by_name]
    words = f"By the names of the employers: {listed(told)}." if told else ""
    said = f"The resume says: {quoted(lines)}" if lines else ""
    return Answer(f"{words} {said}".strip(), cited)


def _lines_naming(material: Material) -> tuple[Citation, ...]:
    """Lines of the summary or of positions that name a sector in their own words."""
    naming = re.compile(
        r"\b(?:in|for|within|across) (?:the )?(?:[\w-]+ (?:and )?)?(?:manufacturing|banking|insurance|retail"
        r"|hospitality"
        r"|logistics|construction|healthcare|health care|pharmaceuticals?|automotive|telecoms?|energy|education"
        r"|fintech"
        r"|e-?commerce|public sector|non-?profits?|fashion|media|gaming|aerospace|agriculture)\b",
        re.IGNORECASE,
    )
    lines = [c for c in material.chunks if naming.search(c.masked.text) and not c.is_limit and c.section != "education"]
    return unique((material.cite_chunk(chunk) for chunk in lines), 2)


def _is_of(row: Mapping[str, Any], sector: _Sector) -> bool:
    """By a word in the employer's name, or as a large one whose name holds no other sector's word: "Bosch Hospital"."""
    name = str(row.get("name") or "")
    if sector.words.search(name):
        return True
    return bool(sector.known.search(name)) and not any(other.words.search(name) for other in _SECTORS)
