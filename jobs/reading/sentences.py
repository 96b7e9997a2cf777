"""Sentences, and the single things that a sentence asks for."""

import re
from collections.abc import Iterator

from jobs.reading.protected import protected_ground
from jobs.reading.titles import TITLES

_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|vs|sr|jr|dr|mr|ms|mrs|prof|inc|ltd|corp|co|dept|approx|min|max|no"
    r"|yrs?|st|incl|z\.b|bzw|ca|u\.s|u\.k|b\.s|m\.s|b\.a|m\.a|ph\.d|(?<![&+#])[a-z])\.)$",
    re.IGNORECASE,
)
_STOP = re.compile(
    r"[.!?]+[\"”')]?\s+(?=[\"“'(•]?[A-Z0-9ÀÖØÞÄÜ£$€])|[;；]\s+(?!or\b)"  # noqa: RUF001
    # A list in one line: "customs clearance • SAP TM • fluent Polish".
    r"|\s+[•●▪◦‣·|]\s+"
)
# Written without capitals ("must know your temps. servsafe a plus.") or with a dash before each thing.
_SMALL_STOP = re.compile(rf"(?:{_STOP.pattern})|[.!?]+\s+(?=[a-z])")
_DASHED = re.compile(rf"(?:{_STOP.pattern})|\s+[-–—]\s+")
FEWEST_DASHES = 3
FEWEST_STOPS = 2

LONGEST_SENTENCE = 700  # code points
NOUNS = (
    r"experience|knowledge|understanding|familiarity|proficiency|expertise|skills?|ability"
    r"|background|degree|fluency|certifications?|licen[cs]e|foundation|grasp|comfort|passion"
    r"|track record|sense|command|competence"
    r"|awareness|exposure|aptitude|confidence|fundamentals|qualification|diploma|mastery|talent|reasoning|record"
    r"|method|methodology|history"
)
_ADJECTIVES = (
    r"(?:(?:an?|the|at least|some|strong|solid|deep|good|excellent|proven|hands-on|prior"
    r"|previous|basic|working|demonstrated|extensive|practical|in-depth|thorough|advanced"
    r"|clear|great|general|relevant|professional|minimum|outstanding|exceptional|significant"
    r"|broad|keen|technical|analytical|verbal|written|interpersonal|organi[sz]ational"
    r"|communication|leadership|problem-solving|quantitative|writing|\d+\+? years?(?: of)?"
    r"|[\w+#./-]+)\s+){0,3}"
)
_NEXT_QUALITY = re.compile(
    rf",\s+(?:and |or |as well as )?(?={_ADJECTIVES}(?:{NOUNS})\b(?: (?:with|in|of|to|for|using"
    rf"|on|as|at|working)\b|\s*[.,;]|\s*$))|\s+and\s+(?={_ADJECTIVES}(?:{NOUNS}) (?:with|in|of"
    rf"|to|using)\b)"
    r"|,?\s+and (?=you (?:have|can|know|speak|hold)\b)|,\s+(?=you(?:['’]ve| have| can| know| speak| hold)\b)"
    r"|,?\s+and (?:at least )?(?=\d+\+? (?:years|yrs))|,?\s+and (?=(?:the ability|be able|able"
    r"|an? (?:understanding|ability|deep|strong))\b)|,\s+(?:and |but )?(?=(?:have contributed"
    r"|understand\w*|can communicate|is comfortable|are comfortable|have|has|be able|hold|possess)\b)",
    re.IGNORECASE,
)
VERBS = (
    "act|address|administer|advise|advocate|align|analyze|analyse|apply|approve|architect"
    "|arrange|assemble|assess|assign|assist|attend|audit|author|automate|balance|brief|build"
    "|calculate|calibrate|care|carry|champion|check|cite-check|clean|close|coach|code"
    "|collaborate|collect|communicate|compile|complete|conduct|configure|consult|contribute"
    "|control|convert|cook|coordinate|craft|create|cultivate|curate|debug|define|deliver"
    "|deploy|design|determine|develop|diagnose|direct|discuss|dispense|document|draft"
    "|drive|e-file|educate|enable|enforce|engage|enhance|ensure|establish|estimate|evaluate|examine"
    "|execute|expand|explore|facilitate|field|file|fix|follow|forecast|foster|gather|generate"
    "|greet|grow|guide|handle|help|hire|identify|implement|improve|influence|inform"
    "|inspect|install|integrate|interface|interpret|interview|inventory|investigate|issue"
    "|iterate|keep|launch|lead|leverage|liaise|load|maintain|make|manage|map|market|measure"
    "|mentor|migrate|mix|model|monitor|negotiate|observe|obtain|onboard|operate|optimize"
    "|optimise|order|organize|organise|oversee|own|package|participate|partner|perform|plan"
    "|prepare|present|prevent|prioritize|prioritise|process|precept|procure|produce|program|promote|proofread"
    "|propose|prospect|provide|publish|purchase|read|receive|recommend|reconcile"
    "|record|recruit|reduce|refactor|refine|repair|report|represent|research|resolve|respond"
    "|review|run|scale|schedule|screen|secure|sell|serve|set|ship|source|spearhead|speak"
    "|stock|streamline|strengthen|study|submit|supervise|supply|support|take|teach|test|titrate|track"
    "|train|translate|transport|treat|troubleshoot|understand|unify|update|upgrade|use"
    "|look after|utilize|validate|verify|weld|work|write"
    "|accompany|administrate|advertise|agree|anticipate|arrest|bake"
    "|compare|compose|construct|counsel|decorate|demonstrate|detect|differentiate"
    "|dismantle|distribute|edit|empower|escort|explain|give"
    "|illustrate|inject|instruct|lay|learn|line-manage"
    "|lubricate|moderate|motivate|nurture|photograph"
    "|pour|protect|prune|redesign|register|relocate"
    "|remove|replace|restock|rotate|safeguard|sew|solve|standardise"
    "|standardize|sterilise|sterilize|summarise|summarize|tailor|tend|transcribe"
    "|undertake|unload|upsell|vaccinate"
)
# Verbs that name a thing with the word behind them: "accounts, balance sheets", "prices, order book depth".
_NOUNS_LIKE_VERBS = (
    r"balance sheets?|order (?:books?|picking|entry|management|processing)|market (?:research|data|analysis|trends"
    r"|share)"
    r"|test (?:plans?|cases?|automation|coverage|data)|process (?:improvement|safety|mapping|engineering)"
    r"|design (?:systems?|reviews?|documents?|docs|patterns?|thinking|tokens?)|program management|record keeping"
    r"|load (?:balanc|test)ing|field service|lead (?:generation|times?)|stock (?:control|levels?|management)"
    r"|report writing|model (?:training|evaluation|monitoring|deployment|behaviou?r)|code (?:reviews?|quality)"
    r"|support (?:tickets?|cases?)|research (?:papers?|methods?|findings)|source (?:code|control)|track record"
    r"|work (?:orders?|instructions?|ethic)|study (?:design|protocols?)|file systems?|document (?:production"
    r"|management)"
    r"|discharge (?:instructions|planning)|project (?:plans?|management)|purchase orders?|schedule (?:management"
    r"|control)"
)
_NEXT_DUTY = re.compile(
    rf",\s+(?:and |or )?(?:(?:also|closely|actively|independently|gradually|proactively)"
    rf" )?(?=(?:(?!(?:including|using|leveraging|being|engineering|marketing|accounting"
    rf"|manufacturing|programming|computing|testing|training|networking|debugging|pricing"
    rf"|billing|banking|nursing|machine learning|deep learning)\b)[a-z]+ing(?!\s+(?:and|or|,))"
    rf"|(?!(?:{_NOUNS_LIKE_VERBS})\b)(?:{VERBS}))\s+\w)"
    # "Manage the audit with our auditors and supervise one assistant": leading people is a thing of its own.
    r"|(?<=\w{3})\s+and\s+(?=(?:supervise|mentor|coach|line[- ]manage|train) (?:an?|the|our|one|two|three|four|five"
    r"|\d+)\b)",
    re.IGNORECASE,
)
_TURN = re.compile(
    r",?\s+(?:but|although|though|however|whereas)\s+(?:also |we are |you are |the focus of"
    r" this role will be on |will initially )?|,\s+so\s+(?!(?:that|this|it) (?:would|will|is)\b)(?=.{15,})"
    r"|:\s+(?=you(?:['’](?:ll|ve)| will| have)\s)"
    r"|,?\s+rather than\b.*$",
    re.IGNORECASE,
)
_WHILE = re.compile(
    r"^(?:while|although|though|whereas|even though)\s+(?P<first>[^,]{10,160}),\s+(?P<then>.+)$",
    re.IGNORECASE | re.DOTALL,
)
_NOT_ASKED = re.compile(
    r"^join\b|\b(?:do|does|did|will|would) not (?:need|require|expect|implement|have to)|\bdon['’]t"
    r" (?:need|require|expect|worry)|\bno (?:prior |previous )?experience (?:is )?(?:necessary"
    r"|needed|required)\b|^no\b.{0,60}\b(?:required|necessary|needed)\b"
    r"|\bexperience (?:is )?not (?:necessary|needed)\b|:\s*not (?:required|needed|necessary)\b|^not (?:strictly"
    r" )?(?:required|necessary)|\brather than external\b"
    r"|^[\w ]{2,40} (?:is|are) not (?:strictly )?(?:required|needed|necessary)$"
    r"|^we(?: are|['’]re) an? |^we(?:['’]d| would) rather\b|^(?:or )?such alternatives\b"
    r"|^we(?:['’]ll| will| would) (?:look at|consider|take|train|teach|support|help|give|provide|offer|show)\b"
    r"|^(?:has |have )?done (?:this|it|that)\b.{0,15}$|\b(?:tell|let|message) us(?: know)?$"
    r"|\bless about\b(?!.*\bmore about)"
    r"|\bgoes beyond\b|\bmore than (?:just|only|simply|merely)\b|^we (?:still have|use|value)\b|^the (?:current"
    r"|majority|stack is)\b(?!.*(?:python|java|react))",
    re.IGNORECASE,
)
_LEADS = (
    (
        r"reporting (?:directly )?to (?:the |our |an? )?[^,.;]{3,60}, (?=(?:you|the|this)\b)"
        r"(?:you(?:['’]ll| will) (?:be responsible for )?)?"
    ),
    # "As a nurse on our cardiac unit you will care for patients".
    r"as (?:an?|our|the) [^,.;]{3,80}?,? you(?:['’]ll| will) (?:be responsible for )?",
    (
        rf"the (?:[\w/&'’-]+ ){{0,5}}?(?:{TITLES})(?: \([^)]*\))? (?:will|shall) (?:also )?"
        r"(?:be (?:responsible|accountable) for )?"
    ),
    rf"the (?:[\w/&'’-]+ ){{0,5}}?(?:{TITLES})(?: \([^)]*\))? (?:is responsible for |(?=(?:{VERBS})e?s\b))",
    r"as (?:an?|our|the) [\w /&-]{3,50}?,? you(?:['’](?:ll|d)| will| would) (?:be responsible for )?",
    r"as [A-Z][\w /&-]{3,50}?,? you(?:['’](?:ll|d)| will| would) (?:be responsible for )?",
    r"day[- ]to[- ]day,? you(?:['’](?:ll|d)| will| would) (?:be responsible for )?",
    (
        r"(?:the |our )?(?:ideal|successful|right|strong|perfect|qualified)? ?(?:candidates?"
        r"|applicants?|post-?holders?|persons?|individuals?|hires?|analysts?|engineers?|incumbents?|job|position"
        r"|role|work)\s+(?:(?:will|should|must|would|can|may|needs? to|who|ideally|also|is|are"
        r"|goes)\s+)*"
        r"(?:(?:have|has|possess(?:es)?|bring|demonstrate|be able to|be|is|are|show|hold|offer"
        r"|understand(?= that)|involves?|requires?|includes?|entails?|demands?|favors applicants"
        r" with|favou?rs)\b\s*)?(?:(?:also )?(?:required|expected|responsible|able) (?:to"
        r"|for)\s+)?"
    ),
    (
        r"(?:additionally,? |in addition,? |also,? |here,? |together,? )?(?:you|we)(?:['’](?:ll|re"
        r"|ve|d))?\s+(?:(?:will|should|must|would|can|may|also|are|have|need|need to|are expected"
        r" to|do|ideally|look for candidates who are|look for|are looking for|expect|want|require"
        r"|specifically|be)\s+)*"
        r"(?:(?:have|possess|bring|demonstrate|be able to|be expected to|be responsible for|be"
        r"|looking for|expected to|responsible for|in charge of|tasked with|required to"
        r"|got)\b\s*)?"
    ),
    (
        r"(?:(?:key|main|primary|core|additional|your|other|the|daily|typical|essential|specific"
        r"|job) )*(?:responsibilities|duties|tasks|requirements|qualifications|skills)(?: of"
        r" (?:the|this) \w+)? (?:will )?(?:include|are|involve|comprise|cover)s?(?: but (?:are"
        r" )?not limited to)?:?\s*"
    ),
    r"in this (?:role|position|job),?\s+(?:you(?:['’]ll| will)\s+)?(?:be responsible for\s+)?",
    (
        r"(?:the|this) (?:role|position|job|work|focus|main focus|main expectation|main"
        r" requirement|opportunity) (?:of this role )?(?:also |primarily )?(?:will be on|requires?"
        r"|involves?|includes?|entails?|is responsible for|is (?:that you|to|on|more focused on)"
        r"|is|demands?|means|goes beyond)\s+"
    ),
    (
        r"(?:we are|we['’]re|our (?:team|company|client|growing team) (?:is|are)|i am|\w+ (?:is"
        r"|are)) (?:currently |now |actively )?(?:hiring|looking for|seeking|searching for"
        r"|recruiting|in search of|in need of)\s+(?:an? |our |the |some )?"
    ),
    r"we(?:['’]re| are) after (?:someone|somebody|a person) (?:with |who (?:has |is )?)?",
    r"we need\s+(?:an? |our )?",
    r"(?:an? )?(?:[\w-]+ ){0,3}opportunity (?:has arisen|exists|has come up) for (?:an? )?",
    r"(?:hiring|wanted|seeking|looking for):?\s+(?:an? )?",
    (
        r"(?:wir suchen|nous recherchons|buscamos|wij zoeken|we zoeken|procuramos|[^,.;]{3,80} (?:sucht|recherche"
        r"|busca|zoekt"
        r"|procura)) (?:(?:eine?n?|une?|una|een|uma?|des) )?"
    ),
    rf"[^,.;]{{3,80}} needs? an? (?=(?:[\w-]+ ){{0,3}}(?:{TITLES})\b)",
)
_LEAD = re.compile(rf"^(?:{'|'.join(f'(?:{lead})' for lead in _LEADS)})", re.IGNORECASE)
_LESS = re.compile(r"^(?:is )?less (?:about|focused on) .*? more (?:about|focused on) ", re.IGNORECASE)
_ROLE_THEN = re.compile(
    r"^(?P<role>(?:[^,.;:(]|\([^)]*\)){3,90}?)\s+(?:(?:who (?:can|will|is|has|are|have|enjoys?|wants? to)"
    r"|that (?:can|will)|to|responsible for|(?P<with>experienced (?:in|with)|with|skilled in"
    r"|proficient in|comfortable with))\b)\s+(?P<rest>.+)$",
    re.IGNORECASE | re.DOTALL,
)
# "A fully qualified accountant (ACA or ACCA) with ...": who is looked for is a paper asked for.
_QUALIFIED = re.compile(r"\b(?:qualified|certified|licen[cs]ed|registered|chartered)\b", re.IGNORECASE)
# "Plumber wanted, own van, 5 yrs exp".
_WANTED_HEAD = re.compile(
    r"(?:[\w/&'’()+-]+ ){1,6}(?:is |are |urgently )?(?:wanted|needed|required|sought)\s*[,:;–—-]\s*", re.IGNORECASE
)
_TO_APPOINT = re.compile(r"(?:to )?(?:appoint|recruit|hire|welcome)\b", re.IGNORECASE)
# A sentence that only opens a list: "The successful candidate will".
_OPENS_A_LIST = re.compile(
    # "Fluent English is a must" and "Go is nice to have" are whole.
    r"\b(?:will|(?<!\ba )(?<!\bis )must|should|(?<!nice to )(?<!good to )(?<!great to )have|be|include|are"
    r"|is|to|(?<!for )(?<!with )(?<!to )(?<!of )(?<!from )you)\s*:?$",
    re.IGNORECASE,
)
_IS_LOOKING = re.compile(
    rf"\b(?:hiring|looking for|seeking|searching for|recruiting|in search of|we need|wanted)\b"
    r"|\bopportunity (?:has arisen|exists|has come up) for\b"
    r"|^(?:Die|Das|Der|La|Le|L['’]|El|De|Het|O|A) .{3,60} (?:sucht|recherche|busca|zoekt|procura|recrute)\b"
    r"|^wij zijn op zoek naar\b"
    rf"|^(?:wir suchen|nous recherchons|buscamos|wij zoeken|we zoeken|procuramos)\b"
    rf"|\b(?:sucht|recherche|busca|zoekt|procura) (?:(?:eine?n?|une?|una|een|uma?"
    rf"|des) )?(?:[\w-]+ ){{0,2}}(?:{TITLES})\b"
    rf"|\bneeds? an? (?:[\w-]+ ){{0,3}}(?:{TITLES})\b",
    re.IGNORECASE,
)
_TRIM = re.compile(
    r"^(?:not only|and|or|as well as|also|plus|then|to|that|who|is|are|be|it is|by)\s+|^[\s,;:.–—-]+"
    r"|[\s,;:–—-]+$",
    re.IGNORECASE,
)


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Spans of the sentences of a line."""
    begin = 0
    for stop in _stops(text).finditer(text):
        if stop.group()[0] == "." and _ABBREVIATION.search(text[begin : stop.start() + 1]):
            continue
        yield from _bounded(text, begin, stop.end())
        begin = stop.end()
    if text[begin:].strip():
        yield from _bounded(text, begin, len(text))


def _stops(text: str) -> re.Pattern[str]:
    """What ends a sentence of this text: its writer may use no capitals, or dashes for bullets."""
    if len(re.findall(r"\s[-–—]\s", text)) >= FEWEST_DASHES:
        return _DASHED
    small = len(re.findall(r"\w{3}[.!?]+\s+[a-z]", text)) >= (1 if text[:1].islower() else FEWEST_STOPS)
    return _SMALL_STOP if small and not re.search(r"\w{3}[.!?]+\s+[A-Z]", text) else _STOP


def _bounded(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence, cut at a space where it is longer than anybody writes one."""
    while end - begin > LONGEST_SENTENCE:
        cut = text.rfind(" ", begin + 1, begin + LONGEST_SENTENCE)
        cut = begin + LONGEST_SENTENCE if cut < 0 else cut
        yield begin, cut
        begin = cut
    yield begin, end


def clauses(sentence: str) -> list[tuple[str, str]]:
    """What a sentence asks for, one thing each, with its half of the sentence, which says how much it is wanted."""
    found = []
    for half in _halves(sentence.strip()):
        for clause in _items(half):
            clause = tidy(_LESS.sub("", clause))
            if clause and not _NOT_ASKED.search(clause) and not _OPENS_A_LIST.search(clause):
                found.append((clause, half))
    return found


def tidy(text: str) -> str:
    """Without the connecting words and marks at its ends."""
    while True:
        shorter = _TRIM.sub("", text.strip()).strip()
        if shorter == text:
            break
        text = shorter
    text = text.removesuffix(".") if not re.search(r"\b\w\.\w\.$|\betc\.$", text) else text
    return text[:1].upper() + text[1:] if text[:1].isalpha() and not re.match(r"[a-z]+[A-Z]", text) else text


def not_asked(text: str) -> bool:
    """Whether a text says that something is not needed."""
    return bool(_NOT_ASKED.search(text))


def opens_a_list(text: str) -> bool:
    """Whether a text only leads up to a list: "The successful candidate will"."""
    return bool(_OPENS_A_LIST.search(text))


def is_search(sentence: str) -> bool:
    """Whether a sentence says who is looked for."""
    return bool(_IS_LOOKING.search(sentence[:80]))


def _halves(sentence: str) -> list[str]:
    """A sentence at its turns: what is nice to have stands before a "but", what is wanted after it."""
    match = _WHILE.match(sentence)
    if match:
        return [half for part in (match["first"], match["then"]) for half in _halves(part)]
    halves, begin = [], 0
    for turn in _TURN.finditer(sentence):
        rest = sentence[turn.end() :]
        if turn.start() - begin < 15 or re.match(r"\s*(?:not\b|is not\b)", rest):
            continue
        halves.append(sentence[begin : turn.start()])
        begin = turn.end()
    if sentence[begin:].strip():
        halves.append(sentence[begin:])
    return [half for half in halves if not _NOT_ASKED.search(half)]


def _items(half: str) -> list[str]:
    """One half of a sentence, without its lead-in, at the commas where a new thing begins."""
    looked_for = is_search(half)
    body = _LEAD.sub("", half, count=1).strip()
    papers: list[str] = []
    if looked_for:
        wanted = _WANTED_HEAD.match(body)
        role = None if wanted else _ROLE_THEN.match(body)
        if wanted:
            return body[wanted.end() :].split(", ")
        appoint = _TO_APPOINT.match(role["rest"]) if role is not None else None
        if role is not None and appoint:
            # "Seeking to appoint an inspiring teacher to teach across KS3".
            role = _ROLE_THEN.match(role["rest"][appoint.end() :].strip())
        if role is None or _TO_APPOINT.match(role["rest"]):
            # "We're seeking a solicitor, 3-6 years PQE, for our office": what is counted or certified is asked for.
            who, *parts = re.split(r",\s+", body)
            parts = [who, *parts] if protected_ground(who) else parts
            return [
                part
                for part in parts
                if re.search(r"\b\d{1,2}\+?(?: ?(?:-|–|to) ?\d{1,2})? (?:years?|yrs?)\b", part)
                or _QUALIFIED.search(part)
                or protected_ground(part)
            ]
        papers = [role["role"]] if _asks_itself(role["role"]) else []
        body = (
            role["rest"]
            if not role["with"]
            else f"{role['with'].lower().removeprefix('with').strip()} {role['rest']}".strip()
        )
    items = _cut(body, _NEXT_QUALITY)
    return papers + [piece for item in items for piece in _cut(item, _NEXT_DUTY)]


def _asks_itself(role: str) -> bool:
    """Whether the name of who is looked for asks for a paper, "accountant (ACA)", or stands for something protected."""
    named = _QUALIFIED.search(role) and (not re.search(r"\bqualified\b", role) or "(" in role)
    return bool(named or protected_ground(role))


def _cut(text: str, where: re.Pattern[str]) -> list[str]:
    """``text`` cut before each match, but never so that a piece of fewer than three words is left."""
    pieces, begin = [], 0
    for match in where.finditer(text):
        plain = re.sub(r"\([^()]*\)", "()", text[begin : match.start()])
        if len(plain.rsplit(",", 1)[-1].split()) < 2:
            continue  # "building, operating, and mending systems": the words before share what comes after
        if len(text[begin : match.start()].split()) < 3 or len(text[match.end() :].split()) < 2:
            continue
        if text[begin : match.start()].count("(") > text[begin : match.start()].count(")"):
            continue
        pieces.append(text[begin : match.start()])
        begin = match.end()
    pieces.append(text[begin:])
    return pieces
