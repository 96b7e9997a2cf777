"""Sentences and lines that ask for nothing, whatever part of a posting they stand in."""

import re

_REASONS = (
    (
        "equal_opportunity",
        (
            r"\bequal (?:employment )?opportunit|\bregardless of\b|\bwithout (?:regard|distinction)\b"
            r"|\bdo(?:es)? not discriminate\b"
            r"|\bEEO\b|\baffirmative action\b|\breasonable accommodations?\b"
            r"|\b(?:we|company|employer|inc|ltd|llc)\b[^.]{0,20} compl(?:y|ies) with (?:all )?(?:applicable|state"
            r"|federal|local)\b|\bprotected (?:veteran"
            r"|class|characteristic)|\bE-?Verify\b"
            r"|\b(?:celebrate|value|embrace|welcome)s? (?:diversity|applications from|difference)"
            r"|\ball qualified applicants\b|\bdiverse (?:and inclusive )?workplace\b"
            r"|\bencourage(?:s|d)? (?:applications from|women|people from|candidates from|minorit)"
            r"|\bunderrepresented\b|\bGDPR\b"
            r"|\bseverely disabled\b|\bschwerbehindert|\bmenschen mit behinderung"
        ),
    ),
    (
        "how_to_apply",
        (
            r"[\w.+-]+@[\w-]+\.[a-z]{2,}|\bapplications? should be\b|\bhit the (?:quick )?apply\b"
            r"|\b(?:apply|click) (?:now|here|below|today|online|via|through|by|for this)\b|\bto apply\b"
            r"|\bsend (?:us )?(?:your|a) (?:cv|resume|résumé|application|cover)"
            r"|\bsubmit (?:your|a|an) (?:cv|resume|application)|\bonly shortlisted\b|\bwe look forward"
            r" to (?:hearing|receiving|your)"
            r"|\bapplications? (?:will be|close|closes|deadline|must be received)|\bclosing date\b"
            r"|\bclick\b|\brecruitment agenc|\bno agencies\b"
            r"|\bcover letter\b|\bbewirb dich\b|\bjoin (?:us|our (?:growing |talented )?team)[!.]?$"
            r"|\bno (?:phone )?calls\b|^please (?:contact|call|email|e-mail|visit|note that)\b"
            r"|\bvisits?\b.{0,30}\bwelcome"
            r"|\bpostulez\b|\benvoyez(?:-nous)? (?:votre|un) cv\b|\bbewerbungsunterlagen\b"
            r"|\bif (?:this sounds like you|you(?:'re| are) interested)\b"
            r"|^apply (?:before|by|until) (?:the )?(?:\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:jan|feb|mar"
            r"|apr|may|jun|jul|aug|sep|oct|nov|dec)|end\b|midnight|noon|today|tomorrow)"
            r"|^(?:pls|please|plz)\.? (?:share|repost|forward|tag|dm|pm)\b"
            r"|\bapplications? from (?:job ?seekers|everyone|all)\b|\bno recruiters\b"
            r"|^recruiters,? (?:please )?don['’]?t\b"
            r"|\bdo not contact\b|\bsolliciteer\b|\benv[ií]e? (?:seu|tu|su) c(?:v|urr[íi]cul\w+)\b"
            r"|\b(?:call|text|phone|ring|whatsapp)\b.{0,60}\d(?:[ ()./-]?\d){6}|\binformal enquir"
            r"|\b(?:call|phone|e-?mail|contact|ring|text) (?:us|(?-i:[A-Z][a-z]+)) (?:on|at|for|today|to)\b"
        ),
    ),
    (
        "benefits",
        (
            r"\b(?:competitive|attractive|base|generous) (?:salary|pay|compensation|package|benefits"
            r"|remuneration|wages?)|\b401\(?k\)?"
            r"|\b(?:health|dental|vision|life|medical) insurance\b(?=.*\b(?:dental|vision|paid|life"
            r"|coverage|401|plan|offer|benefit))"
            r"|\bpaid (?:time off|holidays?|vacation|leave|sick|parental)|\bPTO\b|\bvacation days\b"
            r"|\bdays(?:'|’)? (?:of )?(?:annual leave|holidays?|vacation)\b"
            r"|\b(?:stock|share) options\b|\bequity package\b|\bpension (?:scheme|plan|contribution)"
            r"|\bsalary (?:range|:|of|between|from|is)"
            r"|(?<!raising )(?<!worth )(?<!generating )(?<!managing )(?<!saving )(?<!budget of )(?<!revenue of )"
            r"[$€£]\s?\d[\d,.]*\s?k?\s*(?:-|–|to|/|per|a year|annually|p\.?a)|\bcompany pension\b"
            r"|\bgym membership\b|\bfree (?:lunch|snacks|coffee|fruit|parking)"
            r"|\b(?:annual|performance|sign[- ]on|signing|referral) bonus\b|\bemployee (?:discount"
            r"|assistance)|\b(?:learning|training) budget\b|\bwe offer\b"
            r"|^(?:our |the )?benefits (?:include|are|package)\b|^[$€£]\s?\d[\d,.]*k?\b(?!.*\b(?:budget"
            r"|revenue|p&l|portfolio|quota"
            r"|sales|turnover|responsib\w+)\b)|\b(?:accommodation|house|flat|uniform|meals?|laptop"
            r"|transport|parking|lunch)\b.{0,20}\b(?:is|are|will be) provided\b"
            r"|^(?:the )?budget (?:is|for (?:this|the) (?:role|post|job))\b|^start(?:s"
            r"|ing)?(?: date)?\b.{0,20}\b(?:january"
            r"|february|march|april|may|june|july|august|september|october|november|december|asap|monday"
            r"|immediately)$"
            r"|\bsuper(?:annuation)?\b.{0,12}\b(?:on top|paid)|\bplus super\b|\b\d+ ?k ?€|€ ?(?:brut|bruto|netto)\b"
            r"|\bbrut annuel\b|^(?:salari[os]|salaire|salário|gehalt|salaris)\b|^(?:een|ein|un|une) (?:salar\w+"
            r"|gehalt|loon)\b"
            r"|^full[- ]time (?:and|or|&|/) part[- ]time\b|\bfree uniforms?\b|\bpaid dbs\b"
            r"|^we pay\b|\bpaid (?:breaks|overtime|weekly)\b"
            r"|\bovertime (?:paid|pay|at|rates?)\b|\btime and a half\b"
            r"|^(?:company |workplace )?pension\b|\b(?:company|work) (?:van|car|phone|laptop|mobile)\b(?=.*,)"
            r"|\b\d+ days['’]? (?:annual |paid )?leave\b|\b\d+ ?% (?:staff |employee )?discount\b"
            r"|^(?:full |paid |on-the-job )*training (?:is |will be )?(?:given|provided)\b(?! (?:to|for)\b(?! you\b))"
            r"|^weekly pay\b|^(?:salary|pay|wage)\b.{0,12}\d"
            r"|^(?:up to|from|around|circa|earn(?:ing)?|basic|base|ote)?[^a-z]{0,12}[$€£]\s?\d[\d,.]*\s?k?\b.{0,20}"
            r"\b(?:plus|tips|bonus"
            r"|ote)\b"
            r"|^(?:(?:free|private|full|medical|health|company|staff|workplace)[ ,]+)*"
            r"(?:healthcare|dental|vision|401\(?k\)?|pension|canteen|parking)\b.{0,40}(?:,|\+|\band\b)"
            r".{0,40}\b(?:dental|vision|401|pension|bonus|parking|canteen|holidays?|weekly pay)\b"
            r"|\bcareer (?:growth|progression|advancement) opportunit|\bflexible (?:working"
            r" )?hours\b(?!.*\bmust\b)|\btuition reimbursement\b|\bteam events\b"
        ),
    ),
    (
        "navigation",
        (
            r"^(?:placed on|closes|closing|published|expires?|advert(?:ised)?|vacancy|job ref\w*|reference"
            r"|ref|grade|band|pay band"
            r"|joining|duration|reports? to|reporting to|contract|department|division|salary|wage)\s*[:.]"
            r"|^(?:subject|from|cc|bcc|sent|date|fwd?|betreff|objet|asunto|onderwerp|assunto)\s*:"
            r"|^(?:many )?(?:thanks|thank you|cheers|(?:kind |best |warm )?regards|best wishes"
            r"|yours (?:sincerely|faithfully)"
            r"|mit freundlichen grüßen|cordialement|saludos|met vriendelijke groet|atenciosamente)$"
            r"|\bmatch(?:es)? your profile\b|^which of the following\b"
            r"|^how many years['’]? (?:of )?experience do you have\b"
            r"|^do you (?:own|have) .*(?:\baccess to|\bcar)\b.*\?*$|^[A-Z][\w ,&-]{2,45} \((?:trades & services"
            r"|information"
            r" & communication technology|healthcare & medical|hospitality & tourism"
            r"|manufacturing, transport & logistics"
            r"|accounting|administration & office support|sales|retail & consumer products|education & training"
            r"|engineering"
            r"|construction|banking & financial services|marketing & communications|human resources & recruitment"
            r"|government & defence|legal|real estate & property|community services & development"
            r"|design & architecture"
            r"|call centre & customer service|mining, resources & energy|science & technology|sport & recreation"
            r"|insurance & superannuation|consulting & strategy|farming, animals & conservation"
            r"|advertising, arts & media)\)$"
            r"|^(?:CDI|CDD|intérim|vollzeit|teilzeit|festanstellung|fulltime|parttime|jornada (?:completa|parcial))"
            r"(?:\s*[–—,|·•-]\s*.{2,40})*$"
            r"|^(?:yes|no|ja|nein|oui|non)$|^do you have (?:any )?experience\b.*\?$|^(?:i )?hope (?:you|this)\b"
            r"|^i['’]ve got an? (?:great |new )*role\b|^let me know\b|^my (?:number|mobile|e-?mail) is\b"
            r"|^start(?:s|ing)?\b.{0,6}\b(?:mon|tues?|wed|thu|fri|sat|sun)(?:[a-z]*day)?\b|^empresa\s*:|^(?:school"
            r"|werkgever|arbeitgeber)\s*:"
            r"|^[\w /,&–-]{2,60} / (?:full|part)[- ]time(?: / [\w -]{2,20})*$"
            r"|^do you have (?:an? )?(?:valid|current) .*\b(?:licen[cs]e|certification|certificate)\?*$"
            r"|^[A-Z] ?= ?(?:essential|desirable)\b|^profile insights$|^job details$"
            r"|^(?:home|jobs?|careers?|back|search|menu|log ?in|sign ?in|sign ?up|register|save(?:"
            r" job)?|share|print|easy apply|apply|follow|"
            r"report(?: (?:this|the))?(?: (?:job|ad|advert|listing|posting))?|my network|messaging|notifications"
            r"|job poster|message|show (?:more|less)"
            r"|see (?:more|all)|read more|view all(?: jobs)?"
            r"|next|previous|skip to (?:main )?content|new|promoted|"
            r"actively (?:hiring|recruiting)|full[- ]time|part[- ]time|permanent|contract|temporary"
            r"|internship|entry level|mid-senior level|"
            r"cookies?|cookie settings|privacy policy|terms(?: of (?:use|service))?|facebook|twitter"
            r"|linkedin|instagram|email|copy link)$"
            r"|^(?:re)?posted\b.{0,40}(?:ago|today|yesterday|on|\d)|\b\d+\+? applicants\b|\bbe among"
            r" the first\b|\bget notified\b|\bjob alert\b|^©|\ball rights reserved\b"
            r"|^here['’]s how the job\b|^pulled from the\b|^(?:set|create|get|turn on) (?:an? )?(?:job )?alerts?\b"
            r"|\b(?:assess|see|check|know) how (?:you|your (?:profile|resume|cv|skills))\b.{0,12}\b(?:fit|match"
            r"|compare|rank)"
            r"|^how (?:you|your (?:profile|skills)) (?:match|fit|compare)|^see who\b|^see how (?:you|your)\b"
            r"|^(?:try )?premium(?: for .*)?$"
            r"|^(?:am i|are you) a (?:good )?(?:fit|match)\b|\bearly applicant\b|^(?:over|more than)? ?\d[\d,]*\+?"
            r" (?:applicants|applications|people (?:clicked|applied))$|^\d+ (?:applications|views)$"
            r"|^(?:posted|listed|advertised) by\b|^(?:hybrid|remote|on-?site|permanent|full[- ]time|part[- ]time)"
            r"(?: ?[,/|·•-] ?(?:hybrid|remote|on-?site|permanent|full[- ]time|part[- ]time|contract))+$"
            r"|^similar (?:jobs|searches|roles)\b|^no longer accepting\b|^(?:hide|flag) (?:this )?job$"
            r"|\baccept (?:all )?cookies\b|\bwe use cookies\b|\b\d+ (?:hours?|days?|weeks?|months?)"
            r" ago\b|^job (?:id|ref|reference|code|number|requisition)\b"
            r"|^(?:[^|\u203a»>]{2,25}[|\u203a»>]){2,}[^|\u203a»>]{2,25}$"
        ),
    ),
    (
        "company",
        (
            r"^(?:to )?join (?:us|our|the)\b(?!.*\b(?:as an?|to)\b.{20})|\bis one of (?:the|our)\b"
            r"|(?-i:^(?!You|We|Must|Should|This|The|It|They)[A-Z][\w&.'’-]+(?: [A-Z][\w&.'’-]+){0,3}"
            r" (?:helps|provides|offers|makes"
            r"|builds|delivers|serves|operates|specialises|specializes|develops|connects|creates|exists) )"
            r"|\b(?:was |were )?(?:founded|established|headquartered) (?:in|by)\b|\bis (?:a|an|the|one"
            r" of the) (?:\w+[- ]){0,4}(?:leading|leader|global|fast[- ]growing|"
            r"world|innovative|award|provider|start-?up|market|family[- ]owned|non-?profit|premier"
            r"|trusted|company|firm|agency|charity|manufacturer)\b"
            r"|\b(?:our|the company's) (?:mission|vision|values|culture) (?:is|are)\b|\bwe(?: are|['’]re)"
            r" (?:a|an|the|proud|passionate|on a mission|one of|committed|building)\b"
            r"|\bour (?:clients|customers|products?|platform|team) (?:is|are|include|serves?|helps?)\b"
            r"|\bwe (?:serve|help|believe|empower|pride)\b"
            r"|\b(?:we|our (?:team|people|company|customers)|it) (?:feels?|believes?|rely"
            r"|love|care|can['’]t wait)\b"
            r"|\bwe(?: are|['’]re) (?:backed|growing|funded|based|located|trusted|known|looking forward)\b"
            r"|\bis (?:an?|the) [\w-]+ (?:[\w&-]+ ){0,3}(?:restaurant|bistro|school|academy|hospital|clinic|hotel"
            r"|practice|studio"
            r"|bakery|college|university|nursery|salon|brand|retailer|charity|business|employer|team|place to work)\b"
            r"|\b(?:a|an|is|are) committed to (?:safeguarding|diversity|equality|sustainab|its|our|the well)"
            r"|\b(?:we['’]re|we are|are|is) on a mission\b|^backed by\b|\bour \d[\d,.]* (?:\w+ )?(?:colleagues"
            r"|employees|people|staff)\b"
            r"|\b(?:dog|pet|family)[- ]friendly (?:office|workplace|team)\b"
            r"|\b(?:employs?|employing) (?:over |more than |around |about |some |nearly )?\d[\d,.]* "
            r"|^[^,.;]{3,80} (?:has|have) (?:an? (?:new |exciting )*(?:opening|vacancy|opportunity)|vacancies"
            r"|openings) for\b"
            r"|^(?:my|our) client is (?:an?|the) |^(?:wir sind|nous sommes|wij zijn|we zijn|somos) (?:ein|une?"
            r"|een|una|uma)\b|^contract (?:for|of) (?:an? |the )?(?:\d|one|two|three|six|twelve|indefinite|fixed)"
            r"|\bopportunity (?:has arisen|exists|has come up)\b(?!.*\b(?:with|who|must|experience|years?)\b)"
            r"|^the (?:[\w&-]+ ){0,4}(?:team|department|division|directorate|unit|branch) (?-i:is|are|advises?"
            r"|supports?"
            r"|leads?|works?|provides?|manages?|delivers?|runs?|looks? after|has|sits)\b(?!.*\b(?:you|candidates?)\b)"
            r"|\bour environment\b|\byou will be part of\b|\b(?:employees|offices) (?:in|across"
            r"|worldwide)\b|\bmillions of (?:users|customers)\b(?!.*\bdesign)"
        ),
    ),
)


def _alternatives(pattern: str) -> list[str]:
    """The alternatives of a pattern at its top level."""
    found, begin, depth, in_class, at = [], 0, 0, False, 0
    while at < len(pattern):
        sign = pattern[at]
        if sign == "\\":
            at += 1
        elif in_class:
            in_class = sign != "]"
        elif sign == "[":
            in_class = True
        elif sign == "|" and not depth:
            found.append(pattern[begin:at])
            begin = at + 1
        else:
            depth += (sign == "(") - (sign == ")")
        at += 1
    return [*found, pattern[begin:]]


def _compiled(pattern: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What may only stand at the beginning, and what anywhere: the first need not be tried at every character."""
    parts = _alternatives(pattern)
    first = [part for part in parts if part.startswith("^")]
    anywhere = [part for part in parts if not part.startswith("^")]
    # "(?!)" matches nothing.
    return re.compile("|".join(first) or "(?!)", re.IGNORECASE), re.compile("|".join(anywhere), re.IGNORECASE)


_COMPILED = tuple((reason, *_compiled(pattern)) for reason, pattern in _REASONS)


def reason_to_ignore(sentence: str) -> str:
    """Why a sentence asks for nothing (see ``IgnoredSpan.reason``); empty when it may ask for something."""
    bare = sentence.strip(" .!*|–—-")
    return next((reason for reason, first, anywhere in _COMPILED if first.match(bare) or anywhere.search(bare)), "")
