"""Requirements that stand for a protected attribute: shown, flagged, and never scored.

Word lists after the grounds of discrimination law (EU directives 2000/43 and 2000/78, the US Civil Rights Act,
ADEA and ADA, the UK Equality Act 2010), and what stands in for them in postings.
"""

import re

_FAITHS = r"christian|catholic|protestant|muslim|jewish|hindu|buddhist|sikh|mormon|evangelical"
_PEOPLES = (
    r"american|british|german|french|indian|chinese|japanese|korean|canadian|australian"
    r"|european|eu|us|u\.s\.|uk|emirati|saudi|qatari|filipino"
    r"|nigerian|polish|spanish|italian|dutch|swiss|singapore(?:an)?|malaysian|arab|western|gcc|asian|african"
)
_GROUNDS = (
    (
        "age",
        (
            r"\b(?:aged?|ages)\s*(?:between|from|under|over|below|above|limit|range|group|:)?\s*\d{2}"
            r"|\b(?:under|over|below|above|not older than|younger than|older than"
            r"|maximum age|max age|age limit|minimum age)\b[^.]{0,20}\b\d{2}\s*(?:years?(?: old| of"
            r" age)?)?(?=\W|$)(?<!\d%)(?=[^%]*$)(?=.*\b(?:years? old|age|of age|old)\b)"
            r"|\b\d{2}\s*(?:-|–|to)\s*\d{2} years? (?:old|of age)\b|\b\d{2}\+? years? (?:old|of age)\b"
            r"|\b(?:someone|somebody|anyone|person|people|candidates?"
            r"|applicants?) (?:who is )?(?:aged )?(?:under|over|below"
            r"|above|between) (?:the age of )?\d{2}\b(?! ?%|\s*(?:hours|miles|km|kg|lbs|staff|people))"
            r"|\bjunge[rn]?,? (?:und )?(?:dynamisch|motiviert|engagiert)\w*(?!\w| (?:team|umfeld|unternehmen)\b)"
            r"|\b(?:jeune|joven|jovem|jong[e]?)(?:,| et| y| e| en)? (?:dynami\w+|d[iy]nâ?á?mic[oa]|enérgic[oa]"
            r"|motiv\w+)"
            r"(?! (?:team|équipe|equipo|equipe|ambiente|entorno))"
            r"|\byears? of age\b|\b(?:young|youthful|mature)(?:,| (?:and|team|candidates?|person"
            r"|professionals?|dynamic|energetic|people|graduates?|lady|man|woman)\b)|\bdigital"
            r" natives?\b|\brecent(?:ly)? graduate[sd]? only\b|\bnot overqualified\b"
            r"|\bmust be (?:at least |over )?\d{2}(?: ?\+| or (?:over|older|above))|\bage\s*[:=]|\bdate of birth\b"
            r"|^age \d{2}\b|\bedad\b[^.]{0,20}\d{2}|\b(?:entre|de) \d{2} (?:y|a) \d{2} años\b(?! de exp)"
            r"|\b(?:menor(?:es)?|mayor(?:es)?) de \d{2}\b|\bâgée?s?\b[^.]{0,15}\d{2}|\bâge (?:maxi\w*|limite)\b"
            r"|\b(?:entre|de) \d{2} (?:et|à) \d{2} ans\b(?! d['’]exp)|\bim alter (?:von|zwischen|bis)\b"
            r"|\bzwischen \d{2} und \d{2} jahren?\b(?! (?:berufs)?erfahrung)|\bhöchstens \d{2} jahre alt\b"
        ),
    ),
    (
        "gender",
        (
            r"\b(?:fe)?males?\b(?! (?:patients?|and female|connectors?|threads?|clients|athletes"
            r"|health|reproductive))(?=.*\b(?:candidates?|only|preferred|applicants?|driver|nurse"
            r"|staff|secretary|receptionist|assistant|required)\b)"
            r"|\bprefer(?:ably|red|ence)?\b[^.]{0,20}\b(?:fe)?males?\b|\b(?:wom[ae]n|m[ae]n|lad(?:y"
            r"|ies)|gentlem[ae]n|girls?|boys?) (?:only|preferred)\b|\bonly (?:wom[ae]n|m[ae]n"
            r"|(?:fe)?males?|ladies)\b"
            r"|\bgender\s*[:=]|\bsex\s*[:=]|\b(?:strong|young) (?:man|woman|lady|guy)\b|^(?:fe)?males?$"
            r"|^(?:(?:urgent\w*|hiring|wanted|now)[\s!:]*){0,3}(?:fe)?male (?!patients?\b|hygiene\b|dominated\b"
            r"|fashion\b|clients?\b|athletes?\b"
            r"|health\b"
            r"|wards?\b|and\b|or\b|connectors?\b|threads?\b|reproductive\b)[a-z]+"
            r"|\b(?:solo|sólo|únicamente) (?:mujeres|hombres|chic[ao]s?)\b|\bsexo (?:femenino|masculino)\b"
            r"|\b(?:uniquement|seulement) (?:des )?(?:femmes|hommes)\b|\b(?:nur|ausschließlich) (?:frauen|männer)\b"
        ),
    ),
    (
        "nationality or origin",
        (
            rf"\b(?:{_PEOPLES}) (?:nationals?|citizens?(?:hip)?|passport(?: holders?)?|nationality"
            rf"|origin)\b|\b(?:citizens?|citizenship|nationals?|nationality)\b(?=.*\b(?:only|required"
            rf"|must|of)\b)"
            r"|\b(?:must be|only|be) (?:an? )?(?:[\w.]+ )?(?:citizens?|nationals?)\b|\b(?:locals?"
            r"|natives?|expats?|westerners?) only\b|\bnationality\b|\bpassport holders?\b|\bcountry of"
            r" birth\b|\b(?:race|ethnicity|caste|skin colou?r)\b"
            r"|\bnacionalidad\b|\bnationalité\b|\bstaatsangehörigkeit\b"
            rf"|\b(?:{_PEOPLES}) only\b"
            r"|\b(?:white|caucasian|black) (?:candidates?|applicants?|people|only)\b|\bno"
            r" (?:foreigners|accents?)\b|\baccent[- ]free\b|\bwithout (?:an )?accent\b"
        ),
    ),
    (
        "native language",
        (
            r"\bnative[- ](?:level[- ])?(?:\w+[- ])?(?:speak\w+|fluency|proficiency|level|tongue)\b"
            r"|\bmother[- ]tongue\b|\bnative (?:english|german|french|spanish|italian|dutch|arabic"
            r"|chinese|mandarin|japanese|korean"
            r"|portuguese|polish|russian|hindi)\b|\b(?:english|german|french|spanish|italian|dutch"
            r"|arabic|mandarin|japanese|portuguese|polish) natives?\b|\bfirst language\b"
            r"|\bmuttersprach\w+|\blangue maternelle\b|\blengua materna\b|\bnative[- ]like\b"
        ),
    ),
    (
        "marital or family status",
        (
            r"\bmarital status\b|\b(?:un)?married\b|\bsingle (?:only|candidates?|person|male|female"
            r"|status|applicants?)\b|\bno (?:kids|children|family (?:commitments|obligations)"
            r"|dependents)\b|\bchildless\b|\bfamily status\b"
            r"|\bsingle preferred\b|\bestado civil\b|\bsolter[oa]s?\b|\bsin hijos\b|\bcélibataires?\b"
            r"|\bsans enfants?\b"
            r"|\bfamilienstand\b|\bkinderlos\b"
            r"|\bpregnan(?:t|cy)\b(?! (?:women|patients|care|test))(?=.*\b(?:not|no|plan"
            r"|candidates?)\b)|\bwithout (?:children|family (?:commitments|obligations))\b"
        ),
    ),
    (
        "health or disability",
        (
            r"\b(?:good|excellent|perfect|sound|robust) (?:physical |mental |general )?health\b(?!"
            r" (?:and safety|care|records?|outcomes?|services?))|\b(?:physically|medically|mentally)"
            r" (?:fit|healthy|able)\b|\bable[- ]bodied\b"
            r"|\bno (?:disabilit(?:y|ies)|medical conditions?|health (?:issues|problems|conditions)"
            r"|chronic)\b|\bfree (?:from|of) (?:any )?(?:disease|disabilit|illness|medical)|\bhealthy"
            r" (?:candidates?|person|individual|and (?:fit|energetic))\b"
            r"|\bhiv\b(?=.*\b(?:negative|test|status)\b)(?!.*patients)|\bnon[- ]?smokers?\b|\bmedical"
            r" (?:fitness|history)\b|\bdisability status\b|\bgenetic information\b"
        ),
    ),
    (
        "religion or belief",
        (
            rf"\b(?:{_FAITHS})(?:s| (?:only|candidates?|applicants?|faith|believer|values|family|household|background"
            rf"|person))\b(?=.*\b(?:must|only|prefer\w*|required|candidates?|faith|be|values"
            rf"|practi[cs]ing)\b)|\b(?:practi[cs]ing|committed|devout|be an?|born[- ]again)"
            rf" (?:{_FAITHS})s?\b"
            r"|\bchristliche\w* (?:grundhaltung|werte\w*|haltung|menschenbild|glaube\w*)\b|\bkonfession\w*"
            r"|\bkirchenzugehörigkeit\b"
            r"|\b(?:church|mosque|synagogue|temple) member(?:ship)?\b|\breligion\b|\bstatement of"
            r" faith\b|\breligious (?:belief|affiliation)\b|\bof (?:the )?\w+ faith\b|\bpolitical"
            r" (?:views|affiliation|opinions?)\b"
        ),
    ),
    (
        "sexual orientation",
        r"\bsexual orientation\b|\bheterosexual\b|\bstraight (?:men|women) only\b|\bgender identity\b",
    ),
    (
        "appearance or a photo",
        (
            r"\b(?:recent |passport |profile |full[- ]body |your )?(?:photo(?:graph)?s?|head ?shots?"
            r"|pictures?)\b(?=.*\b(?:attach\w*|includ\w*|send|submit\w*|with|required|enclos\w*"
            r"|provide|cv|resume|application|yourself)\b)(?=(?!.*\b(?:edit|editing|shoot|library"
            r"|product|adobe|retouch)).*)"
            r"|\b(?:cv|resume|résumé|application)\b.{0,20}\b(?:with|and|including) (?:an? "
            r"|your )?(?:recent )?(?:photo|picture)"
            r"|\bbuena presencia\b|\b(?:bonne|excellente) présentation\b|\bgepflegtes (?:äußeres|erscheinungsbild)\b"
            r"|\b(?:con|incluir|enviar) (?:una )?foto\b|\bavec photo\b|\bmit (?:licht)?bild\b"
            r"|\b(?:good[- ]looking|attractive (?:appearance|personality|candidates?|person|wom[ae]n"
            r"|lad)|pleasant (?:appearance|looks)|(?:smart|presentable|pleasing) (?:looks|appearance)"
            r"|well[- ]groomed|slim|visible (?:tattoos?|piercings?)|minimum height|height\s*[:=]|weight\s*[:=])\b"
        ),
    ),
)
_COMPILED = tuple((ground, re.compile(pattern, re.IGNORECASE)) for ground, pattern in _GROUNDS)
# These name an attribute for another reason than asking the candidate for it.
_HARMLESS = re.compile(
    r"\b(?:patients?|residents?|clients?|students?|children|pupils|customers?|users?) (?:aged?"
    r"|of all ages|under|over)\b|\byoung (?:people|adults|children|persons)\b(?=.*\b(?:support"
    r"|work|care|teach|help|with))"
    r"|\b(?:[BC][12]|fluent|near-native|bilingual|proficient)(?: level)?,? (?:or"
    r"|/) (?:a )?native(?:[- ](?:level|like|speaker))?\b"
    r"|\bnative(?:[- ]level)?,? (?:or|/) (?:near[- ]native|fluent|bilingual|[BC][12])\b"
    r"|\bold(?:er)? (?:people|adults)\b|\bage[- ]appropriate\b|\ball ages\b|\bproduct"
    r" (?:photos?|photography)\b|\bdiversity\b|\bcompan(?:y|ies) (?:over|under)\b",
    re.IGNORECASE,
)


def protected_ground(text: str) -> str:
    """The protected attribute that a requirement asks for; empty when it asks for none."""
    bare = _HARMLESS.sub(" ", text)
    return next((ground for ground, pattern in _COMPILED if pattern.search(bare)), "")


def protected_note(text: str) -> str:
    """What to tell the recruiter about a requirement that asks for a protected attribute; empty when none does."""
    ground = protected_ground(text)
    if not ground:
        return ""
    more = " Ask for the level of the language instead." if ground == "native language" else ""
    return f"Stands for a protected attribute ({ground}): never scored.{more}"
