"""Occupations that go by several names: a lorry driver is an HGV driver, a physical therapist a physiotherapist.

After the alternative labels of ESCO and the sample titles of O*NET, for the occupations that postings ask for most.
A title belongs to the first row that it names; two titles of one row are the same work.
"""

import re
from functools import lru_cache

# Letters that stand for a title, as resumes and postings write them.
_LETTERS = {
    "PA": "personal assistant",
    "EA": "executive assistant",
    "SDR": "sales development representative",
    "BDR": "business development representative",
    "AE": "account executive",
    "CSM": "customer success manager",
    "SRE": "site reliability engineer",
    "SWE": "software engineer",
    "DBA": "database administrator",
    "HCA": "healthcare assistant",
    "CNA": "certified nursing assistant",
    "RN": "registered nurse",
    "LPN": "licensed practical nurse",
    "LVN": "licensed vocational nurse",
    "FLT": "forklift",
    "LGV": "HGV",
    "HRBP": "HR business partner",
    "QS": "quantity surveyor",
    "BI": "business intelligence",
    "ML": "machine learning",
    "QA": "quality assurance",
    "MLS": "medical laboratory scientist",
    "CSR": "customer service representative",
    "OT": "occupational therapist",
    "PT": "physical therapist",
    "SLP": "speech language pathologist",
    "EMT": "emergency medical technician",
}
_OCCUPATIONS = tuple(
    re.compile(rf"\b(?:{names})s?\b", re.IGNORECASE)
    for names in (
        (
            r"(?:personal|executive|private|management) (?:assistant|secretary)|(?:team|legal) secretary"
            r"|(?<!company )(?<!general )(?<!press )(?<!home )secretary(?! of state)"
        ),
        (
            r"medical (?:technologist|laboratory (?:scientist|technologist))|clinical laboratory scientist"
            r"|biomedical scientist"
        ),
        r"(?:forklift|fork lift|reach truck|counterbalance|lift truck)(?: truck)?(?: (?:driver|operator|operative))",
        r"warehouse (?:operative|associate|worker|assistant|person)|order picker|picker|packer|material handler",
        r"(?:hgv|lorry|truck|heavy goods)(?: class \d)?(?: vehicle)? driver|cdl(?: class a)? driver|trucker",
        r"(?:van|delivery|multi-?drop|parcel) driver|courier",
        r"estate agent|real ?estate agent|realtor|lettings? (?:agent|negotiator)",
        r"(?:shop|sales|store|retail) (?:assistant|associate|clerk|advisor|adviser)|cashier",
        (
            r"(?:health ?care|nursing|care|patient care) (?:assistant|aide|technician)|carer|caregiver|support worker"
            r"|home health aide|certified nursing assistant"
        ),
        (
            r"recruiter|talent acquisition (?:specialist|partner|manager|consultant)|recruitment (?:consultant|partner"
            r"|specialist|officer)"
        ),
        (
            r"waiter|waitress|waiting staff|(?:food|restaurant|banquet|cocktail) server"
            r"|(?<!sql )(?<!windows )(?<!web )(?<!linux )server(?=s?\W*(?:$|/|\bat\b|\bin\b))"
        ),
        r"bartender|bar ?person|mixologist|bar staff",
        (
            r"customer (?:service|support|care) (?:representative|advisor|adviser|agent|associate|assistant|specialist)"
            r"|(?:call|contact) cent(?:re|er) (?:agent|advisor|adviser|representative)"
        ),
        r"(?:data|insights?|business intelligence|reporting|customer) analyst",
        r"(?:hr|human resources|people) (?:business partner|partner|advisor|adviser|generalist|consultant)",
        r"dev ?ops engineer|site reliability engineer|platform engineer|cloud engineer|infrastructure engineer",
        r"machine learning engineer|ai engineer|deep learning engineer",
        r"software (?:engineer|developer)|(?<!cnc )(?<!plc )(?<!robot )programmer|application developer",
        r"(?:front[- ]?end|ui) (?:engineer|developer)",
        r"(?:back[- ]?end|server[- ]side) (?:engineer|developer)",
        r"physiotherapist|physical therapist",
        r"occupational therapist|ergotherapist",
        r"speech(?:[- ]and)?[- ]language (?:pathologist|therapist)|speech therapist",
        r"(?:primary|elementary|class|key stage \d|year \d)(?: school)?(?: class)? teacher",
        r"(?:construction|site) (?:manager|supervisor|agent)|clerk of works|construction superintendent",
        r"quantity surveyor|cost (?:manager|consultant|engineer)|estimator",
        r"account executive|sales (?:executive|rep(?:resentative)?)|business development (?:executive|manager)",
        r"sales development representative|business development representative|inside sales representative",
        r"bookkeeper|accounts (?:assistant|clerk)|accounting clerk|ledger clerk",
        r"(?:financial|management|chartered|staff|general ledger|senior|group) accountant|accountant",
        r"janitor|custodian|cleaner|cleaning operative",
        r"housekeep\w+|room attendant|chamber ?maid",
        r"receptionist|front desk (?:agent|clerk|assistant)|guest service agent",
        r"graphic designer|visual designer|communication designer",
        r"(?:ux|user experience|product|interaction|ui/ux|ux/ui) designer",
        r"(?:cnc |manual )?machinist|cnc (?:operator|programmer|setter|turner|miller)",
        r"security (?:officer|guard)|door supervisor",
        (
            r"nursery (?:nurse|practitioner|assistant)|early years (?:practitioner|educator|teacher)"
            r"|(?:preschool|kindergarten|pre-k) teacher|childcare (?:worker|assistant|practitioner)"
        ),
        r"teaching assistant|classroom assistant|learning support assistant|paraprofessional|teacher['’]s aide",
        r"(?:auto(?:motive)?|vehicle|car|motor) (?:mechanic|technician)",
        r"pharmacist",
        r"(?:pharmacy|dispensing) (?:technician|assistant|dispenser)|dispenser",
        r"conveyancer|(?:residential )?(?:conveyancing|property|real estate) (?:solicitor|lawyer|attorney|executive)",
        r"paralegal|legal (?:assistant|executive|clerk)",
        r"supply chain (?:analyst|planner)|demand planner|inventory (?:planner|analyst)|materials planner",
        r"(?<!media )buyer|purchasing (?:agent|officer|manager|specialist)|procurement (?:officer|specialist|manager)",
        r"(?:it|technical|desktop|help ?desk|service desk) support(?: \w+)?|help ?desk \w+|service desk \w+",
        r"system(?:s)? administrator|sysadmin|it administrator",
        r"(?:network|noc) (?:engineer|administrator|technician)",
        r"(?:qa|quality assurance|test|software test(?:ing)?) (?:engineer|analyst|tester|automation engineer)|tester",
        r"social media (?:manager|specialist|executive)|community manager",
        r"seo (?:manager|specialist|executive|lead|consultant|analyst)|search engine optimi[sz]ation \w+",
        r"(?:ppc|paid media|paid search|performance marketing) (?:manager|specialist|executive)",
        r"copywriter|content (?:writer|editor|creator)",
    )
)


@lru_cache(maxsize=4096)
def spelled_out(title: str) -> str:
    """A title with the letters that stand for one written in full: "PA to the CFO" is a personal assistant.

    Letters in brackets say again what stands before them: a "Physician Assistant (PA)" is none.
    """
    return re.sub(r"(?<!\()\b[A-Z]{2,4}\b(?!-)", lambda match: _LETTERS.get(match.group(), match.group()), title)


@lru_cache(maxsize=4096)
def occupation(title: str) -> int | None:
    """The row of the table that a title names; None for one that is in no row."""
    return next((index for index, names in enumerate(_OCCUPATIONS) if names.search(title)), None)


def same_occupation(left: str, right: str) -> bool:
    """True when both titles are names of one occupation."""
    row = occupation(left)
    return row is not None and row == occupation(right)
