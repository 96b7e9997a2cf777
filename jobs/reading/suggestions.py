"""The company and the role that a description names, for fields that were left empty."""

import re
from collections.abc import Sequence
from itertools import pairwise

import skills
from jobs.reading.boilerplate import reason_to_ignore
from jobs.reading.headings import part_of
from jobs.reading.markup import TextLine
from jobs.reading.sentences import sentences
from jobs.reading.titles import TITLES

_TITLE = re.compile(rf"\b(?:{TITLES})s?\b", re.IGNORECASE)
_LABELLED_ROLE = re.compile(
    r"^(?:job title|role|position|title|job|post|post title|vacancy|stelle|poste|puesto|functie|vacature|cargo"
    r"|vaga|vacancy notice|oferta|offre|job offer|stellenangebot)\s*(?:[:\uff1a]|\s[-–])\s*(?P<role>.{3,90})$",
    re.IGNORECASE,
)
_LABELLED_COMPANY = re.compile(
    r"^(?i:company|employer|firm|organi[sz]ation|agency|recruiter|client|firma|unternehmen|entreprise|empresa"
    r"|werkgever|arbeitgeber|school|hospital|institution|company"
    r" name)\s*[:\uff1a]\s*(?P<name>[A-Z0-9].{1,79})$"
)
_NAME = r"(?P<name>[A-Z0-9][\w&.'’-]*(?: (?:(?:and|of|&|the|de|des|du|van|der|y|e) )?[A-Z0-9][\w&.'’-]*){0,4})"
# "We're Ostrava Robotics and we build robots", "receptionist wanted for Thornbury Veterinary Practice".
_WE_ARE = re.compile(rf"^(?:Hi,? |Hello,? )?[Ww]e(?:['’]re| are) {_NAME}(?=,| and\b|\.|!| [-–—(]|$)")
_WANTED_FOR = re.compile(rf"\b(?:wanted|needed|required|sought|gesucht) (?:for|at|by|bei|für) (?:the )?{_NAME}(?=\W|$)")
# "La Clinique des Tilleuls (Annecy) recherche", "Die Rheinwerk Logistik AG sucht".
_SEARCHES = re.compile(
    rf"^(?:(?:Die|Das|Der|La|Le|L['’]|El|De|Het|O|A)\s*)?{_NAME}(?: \([^()]{{2,30}}\))?,? (?:sucht|recherche"
    rf"|busca|zoekt"
    rf"|procura|recrute|contrata)\b"
)
_CITY_OF = re.compile(
    r"^(?P<name>(?:city|county|town|state|university|borough|village) of [^\W\d_][\w.'-]*(?: [A-Z][\w.'-]*){0,3})"
    r"(?:,? invites applications\b.*)?$",
    re.IGNORECASE,
)
_SUBJECT = re.compile(r"^subject\s*:\s*(?:(?:fwd?|re)\s*:\s*)*(?P<role>[^–—|-]{3,60}?)\s*(?:[–—|-].*)?$", re.IGNORECASE)
_MAIL = re.compile(r"^(?:subject|from|to|cc|date|sent)\s*:", re.IGNORECASE)
_BARE_LABEL = re.compile(r"^(?:company|employer|organi[sz]ation|client|company name)\W*$", re.IGNORECASE)
_LOOKING = re.compile(
    rf"\b(?:hiring|looking for|seeking|searching for|recruiting|needs?|search of"
    rf"|wanted:?|opening for|vacancy for|position (?:of|for)|join (?:us|our team|the team) as|appoint"
    rf"|\bas(?= our )|you(?:['’]d| would|['’]ll| will) be|sucht|suchen|recherche|recherchons|busca|buscamos|zoekt"
    rf"|zoeken|procura|procuramos)\s+(?:an?|eine?n?|une?|una|een|uma?"
    rf"|our (?:next|first)|the|multiple|several|experienced|two"
    rf"|\d+)?\s*(?P<role>(?:[\w/+#.&-]+\s+){{0,5}}?(?:{TITLES})s?(?: \((?:m/w/d|m/f/d|f/m/x"
    rf"|all genders)\))?)\b",
    re.IGNORECASE,
)
_WANTED = re.compile(
    rf"^(?P<role>(?:[\w/+#.&-]+\s+){{0,4}}?(?:{TITLES})s?)(?: x ?\d+)? (?:wanted|needed|required|sought|gesucht)\b",
    re.IGNORECASE,
)
_IS_HIRING = re.compile(
    rf"(?:^(?:at )?|^\w+! \W*){_NAME}(?:, [A-Z][\w'’ -]{{2,25}}?)?,? (?:(?:is|are) (?:currently |now "
    rf"|actively )?(?:hiring|looking for"
    rf"|seeking|searching for|recruiting)|(?:needs?|wants?|requires?|seeks?) (?:an?|another|two|three|experienced)"
    rf"|(?:has|have) (?:an? )?(?:\w+ )?(?:opening|vacancy|opportunity|position)s? for)\b"
)
_JOIN = re.compile(
    rf"\b(?:[Jj]oin|[Hh]ere at|[Aa]t|[Ww]ork(?:ing)? (?:at|for)) {_NAME}(?=,? (?:as|we|you|our"
    rf"|team|and|is|in|looking|seeking|hiring)\b|[,!.]|['’]s\b|$)"
)
_IS_A = re.compile(
    rf"^{_NAME} is (?:an?|the|one of the) (?:[\w-]+ ){{0,5}}(?:company|provider|leader"
    rf"|start-?up|firm|agency|manufacturer|organi[sz]ation|hospital|charity|bank|retailer|group"
    rf"|platform|business|studio|consultancy|school|university|hotel|restaurant|fund|home|nursery|practice|co-?op"
    rf"|cooperative|council|authority|laborator(?:y|ies)|brand|network|institute|clinic|trust|publisher|distributor"
    rf"|contractor|developer of|maker of|supplier|operator|marketplace|team of|family-owned)\b"
)
# "Oakview Care, a family-run home for 34 older people", "MediaForge has run campaigns since 2011".
_APPOSITION = re.compile(rf"^{_NAME}, (?:an?|the|one of) (?!.*\b(?:you|role|position)\b)[\w-]+ [\w -]{{3,}}")
_HAS_DONE = re.compile(
    rf"^{_NAME} ha(?:s|ve) (?:run|been|grown|built|served|helped|delivered|worked|made|over|more than|offices|\d)\b"
)
_ORGANISATION = re.compile(
    r"\b(?:Inc|Ltd|Limited|LLC|LLP|LP|GmbH|B\.?V|N\.?V|Pty|KG|Center|Centre"
    r"|Practice|Pharmacy|Surgery|Academy|Care|Homes|Kitchen|Bakery"
    r"|AG|plc|PLC|Corp|Corporation|Company|Co|Group|Hospital|Clinic|School|University|College"
    r"|Bank"
    r"|Restaurant|Hotel|Solutions|Services|Systems|Technologies|Logistics|Partners|Associates|Labs|Studio|Institute"
    r"|Council|Trust|Foundation|Industries|Consulting|Holdings|International|Airlines|Pharma|Foods|SE|SA|BV|Oy"
    r"|Hotéis|Hoteles|Clinique|Klinik|Zorggroep|Groep|Gruppe|Grupo|Groupe|Stichting|Gemeente|Escola|Escuela"
    r"|École|Mairie"
    r"|Stadtwerke|Krankenhaus|Ziekenhuis|Bakkerij|Bäckerei|Boulangerie|Restaurante|Construcciones|Instalaciones"
    r"|Transportes"
    r"|Logistik|Versicherung|Sparkasse"
    r"|gGmbH|eG|S\.L|S\.A|SARL|SAS|SL|Ltda|Lda|AB)\b\.?"
)
# Words of company names that also name fields and departments: they tell a company only on a line of its own.
_TRADE = re.compile(
    r"\b(?:Transport|Vets|Veterinary|Haulage|Freight|Couriers|Council|Borough"
    r"|Department|Ministry|Authority|Agency|District|Engineering|Manufacturing|Electrical|Mechanical"
    r"|Construction|Builders"
    r"|Building|Contractors|Nursery|Nurseries|Airlines|Airways|Rail|Insurance|Assurance|Security|Capital"
    r"|Ventures|Finance"
    r"|Financial|Advisors|Advisers|Media|Digital|Software|Analytics|Health|Healthcare|Medical|Dental"
    r"|Diagnostics|Biotech"
    r"|Therapeutics|Energy|Power|Utilities|Water|Motors|Automotive|Retail|Stores|Supermarkets|Fashion|Kitchens"
    r"|Brewery"
    r"|Farms?|Estates?|Properties|Hospitality|Resorts?|Charity|Society|Federation|Union|Co-?op|Cooperative|Museum"
    r"|Library|Orchestra|Publishing|Recruitment|Staffing|Talent|Telecom|Networks|Robotics|Aerospace|Defen[cs]e|Marine"
    r"|Shipping|Packaging|Chemicals|Plastics|Steel|Mining|Laborator(?:y|ies)|Enterprises|Ventures|Works)\b"
)
_LEGAL_FORM = re.compile(r",\s(?:Inc|LLC|Ltd|Limited|LLP|GmbH|Corp|plc|PLC)\b\.?")
# Where the work is, or on what terms: no name of an employer.
_PLACE_OR_TERMS = re.compile(
    r"\b(?:CDI|CDD|intérim|stage|alternance|vollzeit|teilzeit|festanstellung|indefinido|jornada \w+"
    r"|remote|hybrid|on-?site|permanent|temporary|contract|full[- ]time|part[- ]time|nights?|days?)\b|[£$€]|\d{3}",
    re.IGNORECASE,
)
_DOES = re.compile(
    rf"^{_NAME} (?:helps|provides|offers|makes|builds|delivers|serves|operates|specialises"
    rf"|specializes|develops|connects)\b"
)
_ABOUT = re.compile(rf"^About {_NAME}(?::|$)")
_NOT_NAMES = frozenset(
    [
        "we",
        "our",
        "us",
        "the",
        "this",
        "you",
        "your",
        "they",
        "it",
        "he",
        "she",
        "i",
        "team",
        "role",
        "job",
        "company",
        "position",
        "department",
        "candidates",
        "candidate",
        "applicants",
        "remote",
        "home",
        "least",
        "work",
        "present",
        "once",
        "about",
        "responsibilities",
        "requirements",
        "qualifications",
        "scale",
        "who",
        "what",
        "how",
        "why",
        "when",
        "is",
        "are",
        "a",
        "an",
        "in",
        "at",
        "as",
        "if",
        "all",
        "any",
        "no",
        "not",
        "please",
        "join",
        "there",
        "here",
        "today",
        "both",
        "each",
    ]
)
_NOISE = re.compile(
    r"\s*[(\[](?:m/w/d|w/m/d|m/f/d|f/m/d|m/f/x|f/m/x|f/h|h/f|all genders|remote|hybrid|onsite"
    r"|full[- ]time|part[- ]time|contract)[^)\]]*[)\]]|\s+-\s+(?:remote|hybrid|full[- ]time"
    r"|part[- ]time|contract|permanent).*$",
    re.IGNORECASE,
)
# What stands around the name of the work: a cry, whom not to ask for, and the words for "wanted" of other languages.
_OPENING = re.compile(
    r"^(?:urgent(?:ly)?|hiring|now hiring|we are hiring|wanted|vacancy|job opening"
    r"|immediate)\b[\s!:-]*(?:hiring\b[\s!:-]*)?"
    r"|^(?:fe)?male (?:only )?(?=\w)|(?<=! )(?:fe)?male (?=\w)|\s*\((?:[\w ]+ )?only\)|\s+H/F\b|\s+F/H\b|\s+m/w/d\b"
    r"|^(?:se (?:busca|necesita|precisa)|buscamos|wir suchen|gesucht:?|nous (?:recherchons|recrutons)|recherche)\s+"
    r"(?:una? |eine?n? |une? )?|(?<=\w)\s+(?:para|pour) .*$",
    re.IGNORECASE,
)
_SMALL = frozenset(
    [
        "für",
        "der",
        "die",
        "des",
        "du",
        "en",
        "et",
        "und",
        "y",
        "e",
        "la",
        "le",
        "im",
        "and",
        "or",
        "of",
        "the",
        "for",
        "in",
        "to",
        "a",
        "an",
        "at",
        "with",
        "on",
        "de",
    ]
)
LONGEST = 200


# "Quillon is the search engine for museums", where nothing else names the employer.
_IS_THE = re.compile(rf"^{_NAME} (?:is|are) (?:an?|the) [\w -]{{3,}}")
_IN_PROSE = (
    *(_IS_HIRING, _SEARCHES, _WE_ARE, _WANTED_FOR, _ABOUT, _IS_A, _DOES, _JOIN),
    *(_APPOSITION, _HAS_DONE, _IS_THE),
)
_WEAK = (_APPOSITION, _HAS_DONE, _IS_THE)  # "Python, a language" and "Kafka has been" name no company


def role_of(lines: Sequence[TextLine]) -> str:
    """The role a description is for; empty when it names none."""
    every, lines = lines, without_navigation(lines)
    for line in every[:4]:
        subject = _SUBJECT.match(line.text)
        if (
            subject
            and _TITLE.search(subject["role"])
            and not re.match(r"replacement\b", subject["role"], re.IGNORECASE)
        ):
            return _clean_role(subject["role"])
    for line in lines[:40]:
        labelled = _LABELLED_ROLE.match(line.text)
        if labelled and _TITLE.search(labelled["role"]):
            return _clean_role(labelled["role"])
    for line in lines[:3]:
        if is_title_line(line):
            return _clean_role(_before_company(line.text))
    first = re.split(r"\s+[-–—|]\s+", lines[0].text, maxsplit=1) if lines else []
    if len(first) == 2 and _TITLE.search(first[1]) and not _TITLE.search(first[0]) and len(first[1].split()) <= 7:
        return _clean_role(re.sub(r"\s*\(.*$", "", first[1]))  # "Corvid Security - Penetration Tester (Remote)"
    for line in lines[:25]:
        looking = _WANTED.match(line.text) or _LOOKING.search(line.text)
        if looking:
            # "Hiring truck drivers": the position is of one.
            return _clean_role(re.sub(rf"(?i)\b({TITLES})s$", r"\1", looking["role"].strip()))
    # "Python developer, 3 years": the beginning of a posting that is hardly more than its title.
    head = re.split(r"[,.:;|]\s|\s[-–—]\s|\s(?:for|in|at)\s", lines[0].text, maxsplit=1)[0] if lines else ""
    return _clean_role(head) if _TITLE.search(head) and len(head.split()) <= 6 else ""


def company_of(lines: Sequence[TextLine]) -> str:
    """The company a description names; empty when it names none."""
    every, lines = lines, without_navigation(lines)
    for line in every[:40]:
        labelled = _LABELLED_COMPANY.match(line.text)
        if labelled:
            return labelled["name"].strip()[:LONGEST]
    for label, line in pairwise(lines):
        name = re.split(r",\s|\s[-–—|·]\s", line.text)[0]
        if _BARE_LABEL.match(label.text) and _looks_like_a_company(name):
            return name
    city = next((match["name"] for line in lines[:3] if (match := _CITY_OF.match(line.text))), "")
    if city:
        return city
    named = _company_in_header(lines[:3]) or _company_in_header(
        [line for line in every[:3] if not _MAIL.match(line.text)]
    )
    if named:
        return named
    for pattern in (
        _IS_HIRING,
        _SEARCHES,
        _WE_ARE,
        _WANTED_FOR,
        _ABOUT,
        _IS_A,
        _DOES,
        _JOIN,
        _APPOSITION,
        _HAS_DONE,
        _IS_THE,
    ):
        for line in lines[: 8 if pattern is _IS_THE else None]:
            if pattern is _JOIN and line.is_bullet:
                continue  # "published work at SIGIR" is not at the employer
            for begin, end in sentences(line.text):
                match = pattern.search(re.sub(r"^\W+", "", line.text[begin:end].strip()))
                if match is None or not _is_name(match["name"]):
                    continue
                if pattern is _WANTED_FOR and not _names_organisation(match["name"]):
                    continue
                if not (pattern in _WEAK and skills.find_skills(match["name"])):
                    return match["name"].rstrip(".'’")[:LONGEST]
    return ""


def _company_in_header(lines: Sequence[TextLine]) -> str:
    """The company beside or right below the title of the job."""
    if not lines:
        return ""
    named = _beside_title(lines[0].text) or (_above_title(lines[0], lines[1]) if len(lines) > 1 else "")
    if named:
        return named
    for index, line in enumerate(lines[:2]):
        if not is_title_line(line):
            continue
        at = re.search(rf"\s(?:at|@|bei|chez)\s+{_NAME}\s*(?:$|[-–|,(])", line.text)
        if at and _is_name(at["name"]):
            return at["name"]
        behind = re.search(rf"\s(?:for|with)\s+{_NAME}\s*(?:$|[-–|,(])", line.text)
        if behind and _looks_like_a_company(behind["name"]) and not _TITLE.search(line.text[behind.start() :]):
            return behind["name"]
        parts = re.split(r"\s+[-–—|]\s+", line.text)
        own_line = re.split(r"\s+[-|·•–—]\s+|,\s", lines[index + 1].text)[0] if index + 1 < len(lines) else ""
        if len(parts) == 2 and _ORGANISATION.search(own_line) and _looks_like_a_company(own_line):
            return own_line  # "Staff Nurse - Medical Assessment Unit" above "St Mary's Hospital"
        shouted = (
            len(parts) >= 3 and line.text.isupper()
        )  # "SITE MANAGER - RESIDENTIAL - KENT" tells the work and the place
        if (not shouted or _names_organisation(parts[1].title())) and (
            len(parts) >= 3 or (len(parts) == 2 and _ORGANISATION.search(parts[1]))
        ):
            return parts[1].strip() if _is_name(parts[1]) and not _PLACE_OR_TERMS.search(parts[1]) else ""
        below = re.split(r"\s+[-|·•–—]\s+", lines[index + 1].text)[0] if index + 1 < len(lines) else ""
        before_place = re.split(r",\s", below)[0]
        if _names_organisation(before_place) or _LEGAL_FORM.match(below[len(before_place) :]):
            below = before_place  # "Riverbend Medical Center, Columbus, OH"
        return below if _looks_like_a_company(below) and part_of(below) is None else ""
    return ""


def _beside_title(text: str) -> str:
    """The company before or behind the title in one line, "Dental receptionist, Quayside Dental"; or empty."""
    before, *behind = re.split(r"\s+[-–—|]\s+", text, maxsplit=1)
    if behind and _looks_like_a_company(before) and _TITLE.search(behind[0]) and not _TITLE.search(before):
        return before.strip()
    title, *rest = re.split(r",\s", re.split(r"\.\s", text, maxsplit=1)[0])
    titled = bool(rest) and bool(_TITLE.search(title)) and len(title.split()) <= 6
    return rest[0].strip() if titled and _names_organisation(rest[0]) and _looks_like_a_company(rest[0]) else ""


def _above_title(above: TextLine, below: TextLine) -> str:
    """The company on the line above the title; empty where that line is none."""
    text = above.text
    named = _looks_like_a_company(text) and (_names_organisation(text.title()) or part_of(text) is None)
    if not named or _TITLE.search(text) or _PLACE_OR_TERMS.search(text):
        return ""
    return text if is_title_line(below) or _LABELLED_ROLE.match(below.text) else ""


def _looks_like_a_company(text: str) -> bool:
    words = text.split()
    if not 1 <= len(words) <= 5 or re.search(r"[:;!?]|,\s*[A-Z]{2}\b|\d|,", text) or not _is_name(text):
        return False
    return all(word[:1].isupper() or word in ("and", "of", "for", "&", "the", "de", "gGmbH") for word in words) and (
        _names_organisation(text) or len(words) >= 2
    )


def _names_organisation(text: str) -> bool:
    return bool(_ORGANISATION.search(text) or _TRADE.search(text))


def without_navigation(lines: Sequence[TextLine]) -> list[TextLine]:
    """The lines without what a job board puts around a posting.

    "Project Manager (Construction)" behind the title is the board's class of the posting; in the first line, the title.
    """
    return [
        line
        for index, line in enumerate(lines)
        if reason_to_ignore(line.text) != "navigation"
        or "|" in line.text[30:]
        or (index == 0 and line.text.endswith(")") and is_title_line(line))
    ]


def is_title_line(line: TextLine) -> bool:
    """Whether a line is nothing but the title of the job (so it asks for nothing by itself)."""
    text = (
        re.sub(r"^[^\w(]+|[^\w)]+$", "", _NOISE.sub("", line.text).rstrip("! "))
        if line.text[-1:] not in ".;:?"
        else line.text
    )
    if (
        line.is_bullet
        or len(text) > 90
        or len(text.split()) > 11
        or re.search(
            r"[.;:!?]$|\b(?:years?|yrs|experience|knowledge|must|required?|is|are|we|you|will)\b", text, re.IGNORECASE
        )
    ):
        return False
    head = _before_company(text)
    return (
        bool(_TITLE.search(head))
        and len(head.split()) <= 8
        and not re.match(r"^(?:about|why|what|who|responsib|require|our|the team|reports? to)", text, re.IGNORECASE)
    )


def _before_company(text: str) -> str:
    return re.split(
        r"\s@\s|\s(?:at|bei|chez)\s(?=[A-Z0-9])|\s(?:for|with)\s(?=[A-Z]\w+ [A-Z])|\s+[-–—|]\s+|,\s", text, maxsplit=1
    )[0]


def _is_name(name: str) -> bool:
    words = name.rstrip(".'’").split()
    return (
        bool(words)
        and (words[0].lower() not in _NOT_NAMES or re.match(r"Department (?:of|for) [A-Z]", name) is not None)
        and not _TITLE.search(name)
        and len(name) > 1
        and not name.isdigit()
    )


def _clean_role(role: str) -> str:
    role = re.sub(r"\s*\((?:m/w/d|w/m/d|m/f/d|f/m/d|m/f/x|f/m/x|f/h|h/f)\).*$", "", role, flags=re.I)
    role = re.sub(
        r"\s*\((?:band|grade|shift|level|\d|k-\d+|[^()]*\b(?:cleared|shift|grade|hours|nights?|days)\b)[^()]*\)\s*$"
        r"|\s+(?:wanted|needed|required|sought)\b.*$|\s+(?:position|vacancy|job|role|opening)\W*$",
        "",
        role,
        flags=re.I,
    )
    role = re.sub(r"\s+(?:who|that)\b.*$", "", _OPENING.sub("", _NOISE.sub("", role)))
    role = re.sub(r"^[^\w(]+|[^\w)+#*.]+$", "", role)
    role = role[: role.index("(")] if role.count("(") > role.count(")") else role
    words = role.strip(" .,:;-–|*!").split()
    while words and words[0].lower() in (
        "a",
        "an",
        "the",
        "experienced",
        "talented",
        "motivated",
        "passionate",
        "skilled",
        "creative",
        "dynamic",
        "our",
        "next",
        "several",
        "multiple",
        *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "tenth", "additional", "another", "busy"),
        *("dedicated", "enthusiastic", "reliable", "friendly", "highly", "qualified", "full-time", "part-time", "new"),
        *("energetic", "driven", "professional", "committed", "strong", "great"),
    ):
        words = words[1:]
    if not words:
        return ""
    titled = [
        word if index and word.lower() in _SMALL else word[:1].upper() + word[1:] for index, word in enumerate(words)
    ]
    return " ".join(titled)[:LONGEST]
