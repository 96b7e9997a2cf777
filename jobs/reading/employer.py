"""Sentences of prose whose subject is the employer: what it is and does, nothing to have done."""

import re

_WE = re.compile(
    r"(?:at [A-Z][\w&.'’-]*,? )?(?:we|our|they|their)(?:['’]\w+)?\s(?!(?:are |['’]re )?(?:looking|hiring|seeking|need"
    r"|want|expect|require|ask|search|value candidates))"
    r"|(?:the|this) (?:company|firm|school|hospital|restaurant|organi[sz]ation|business) ",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"(?!(?:This|It|That|What|Who|Experience|Knowledge|Work|Candidate)\b|The [a-z])"
    r"[A-Z][\w&.'’-]*(?: [A-Z][\w&.'’-]*){0,3}"
    r" (?:(?:is|was|has been) (?:an?|the|proud|committed|known|based|serving)|has (?:run|grown|built|served|helped"
    r"|delivered|worked|made))\b"
)
_ADDRESSED = re.compile(
    r"\b(?:you|your|you['’]\w+|candidates?|applicants?|post-?holders?|must|should|responsib\w+)\b", re.IGNORECASE
)


def speaks_of_employer(sentence: str, company: str) -> bool:
    """True for "Riverside is a school of 1,200 pupils" or "We move 40,000 parcels a night".

    A sentence that addresses the reader or the candidate may ask for something and is left alone.
    """
    if _ADDRESSED.search(sentence):
        return False
    own = re.match(rf"(?:at )?{re.escape(company)}(?:['’]s)?\b[ ,]", sentence, re.IGNORECASE) if company else None
    return bool(own or _WE.match(sentence) or _NAMED.match(sentence))
