"""What the resume says the candidate has not done, or only a little: such a clause earns nothing, and can cost.

"I have limited exposure to Kubernetes" names Kubernetes and means the opposite. Word lists were written from
the ways English resumes and cover letters qualify themselves; nothing else in a sentence is judged by them.
"""

import re

_LITTLE = (
    r"(?:limited|little|minimal|basic|light|scarce|only (?:a )?(?:some|basic|brief|limited|minor|small)|no|not much"
    r"|not any|lack(?:s|ed|ing)?|minor)"
)
_DOING = (
    r"(?:experience|exposure|knowledge|familiarity|background|involvement|hands-on|expertise|understanding|practice"
    r"|proficiency)"
)
_CUE = re.compile(
    rf"\b{_LITTLE}(?: \w+){{0,2}} {_DOING}\b"
    rf"|\b{_DOING}(?: (?:to|with|in|of) [\w/ -]+?)? (?:is|was|has been|remains) (?:relatively |rather |fairly "
    rf"|quite |still |only )*(?:light|limited|minimal|basic|small|theoretical|minor|low)\b"
    r"|\b(?:have|has|had|do|does|did|am|is|was|would|could|can)(?:n['’]t| not)(?: yet| really| always"
    r"| usually| often| personally)? "
    r"(?!only\b|just\b|limited\b)(?:yet |have |had |been |call )?\w+"
    r"|\b(?:cannot|can['’]t|never|rarely|seldom|hardly|barely)\b"
    r"|\b(?:not yet|no longer|yet to|new to|beginner|less (?:experienced|familiar|comfortable)|unfamiliar)\b"
    r"|\b(?:mend|fix|make|do|tweak)\w* (?:only |just )?(?:small|minor|trivial) (?:things|fixes|changes|tweaks|bugs)\b"
    r"|\bnot (?:my|an?|the) (?:main|core|primary|strongest|strong|particular|real) (?:\w+ )?(?:strength|focus|skill"
    r"|suit|area)s?\b"
    r"|\b(?:minor|small) part of (?:my|the|their) (?:work|role|job)\b"
    r"|\b(?:side|pilot|hobby|toy) projects? (?:rather than|and not|but not)\b"
    r"|\b(?:rel(?:y|ied|ies) on|need(?:s|ed)?|still having) (?:the )?(?:guidance|supervision|help)\b"
    r"|\bsenior guidance\b"
    # What was preferred to the thing: "rather than state management".
    r"|^\W*(?:rather than|instead of|and not|but not)\b"
    r"|\bonce,? (?:only )?(?:for|in|as) (?:a |an |the |my )?(?:small |short |little )?(?:pilot|side|toy|hobby|demo"
    r"|test|school"
    r"|university|student|proof)\b"
    r"|\bprefer (?:working|to work)\b[^.]* rather than\b"
    r"|\b(?:only|mostly|merely) (?:read|heard) about\b|\bhave read about\b",
    re.IGNORECASE,
)
# What looks like a denial and is none: "not only", "no later than", "zero-downtime", "without".
_HARMLESS = re.compile(
    r"\bnot only\b|\bno(?:t)? later than\b|\bno-code\b|\bnever missed\b|\bdoes not include\b", re.IGNORECASE
)
_CLAUSE = re.compile(
    r"(?:,|;|:)\s+(?=(?:but|though|although|however|yet|while|and|instead|I|it|we|they)\b)|\s+(?=(?:but"
    r"|although|rather than)\b)",
    re.IGNORECASE,
)


_TAKEN_BACK = re.compile(
    r"(?:but |though |although )?not (?:my|an?|the) (?:main|core|primary|strongest|strong|real)\b", re.I
)


# Without one of these no cue can be found: to look for them first takes a tenth of the time.
_CUE_HINTS = (
    *("experience", "exposure", "knowledge", "familiarity", "background", "involvement", "hands-on", "expertise"),
    *("understanding", "practice", "proficiency", "n't", "n’t", " not", "not ", "cannot", "never", "rarely", "seldom"),
    *("hardly", "barely", "no longer", "yet to", "new to", "beginner", "less ", "unfamiliar", "small", "minor"),
    *("trivial", "rely on", "relied on", "relies on", "need", "still having", "guidance", "rather than", "instead of"),
    *("once", "prefer", " about"),
)


def is_limit(clause: str) -> bool:
    """True when a clause says that something was not done, or only a little."""
    plain = clause.casefold()
    return any(hint in plain for hint in _CUE_HINTS) and bool(_CUE.search(clause)) and not _HARMLESS.search(clause)


_WISH = re.compile(
    r"^\W*to (?:become|obtain|secure|gain|work as|join|find|land|leverage)\b"
    r"|\b(?:eager|keen|excited|hop(?:e|es|ing)|want(?:s|ing)?|wish(?:es)?|would (?:like|love|welcome)|interested"
    r"|looking|seek(?:s|ing)?|aspir(?:e|es|ing)|plan(?:s|ning)?|aim(?:s|ing)?)\b(?: \w+){0,4}? "
    r"(?:learn|grow|explore|transition|move into|gain|deepen|opportunit(?:y|ies)|roles?|positions?|become|join)\b"
    # Of oneself: "led a project aiming to move services" tells of work, "clients who want to start" of clients.
    r"|(?:^\W*|[:;.] |\bI (?:\w+ )?|\bI['’]m |\b(?:and|but|now|also) )"
    r"(?:keen|hop(?:e|es|ing)|want(?:s|ing)?|wish(?:es)?|would (?:now |also |really )?(?:like|love)|aspir(?:e|es|ing)"
    r"|aim(?:s|ing)?)"
    r" to (?:\w+ ){0,2}?(?:apply|study|train|qualify|lead|work|do|start|move|build|teach|specialise|specialize)\b"
    r"|\b(?:are|is|an?) (?:great |special |particular |keen )?interests?(?: of mine)?\W*$"
    r"|^\W*(?:I am |I['’]m )?(?:also |very |really |particularly |always )*(?:interested|interest) in\b(?! possession)"
    r"|^\W*(?:interests?|hobbies|goals?|aspirations?|objectives?|career goal)(?:\s*[:–]|\s+-\s)"
    # "Cut releases from two weeks to one day" is no dream.
    # "Good computer skills and an interest in cyber security": of a short sentence it is what it says.
    # The ends of words are named, or every way to cut each word up would be tried.
    # Not of who says what they are: "I am a registered nurse with a strong interest in wound care".
    r"|^(?!.*\b(?:am|as) an? )(?:\W*\w+\b){0,7}\W+(?:an?|my|with|keen|strong|great) "
    r"(?:keen |strong |great )?interest in (?:\w+\b\W*){1,4}$"
    r"|\bin (?:my|his|her|their) spare time\b"
    r"|\bin the future\b|\bsomeday\b"
    r"|(?<!to )(?<!than )(?<!in )(?<!within )(?<!for )(?<!under )(?<!of )\bone day(?= I\b|\W*$)"
    r"|(?<!design )(?<!critical )\bthinking (?:about|of)\b|\bdream(?:s|ing)? (?:of|about|job)\b",
    re.IGNORECASE,
)


# "Interviewed candidates looking for roles": others wish, and somebody worked with them.
_OF_OTHERS = re.compile(
    r"\b(?:candidates?|applicants?|job ?seekers?|graduates?|clients?|customers?|buyers?|users?|students?|people"
    r"|those|persons?"
    r"|members?|employees?|investors?|patients?|families|companies|firms|teams?|women|youth|veterans?|workers?"
    r"|players?)"
    r" (?:who (?:are|were) |that (?:are|were) )?(?:looking|seeking|hoping|wanting|wishing|aspiring|aiming|planning"
    r"|eager"
    r"|interested|keen)\b",
    re.IGNORECASE,
)


# Without one of these nothing is wished.
_WISH_HINTS = (
    *("to become", "to obtain", "to secure", "to gain", "to work as", "to join", "to find", "to land", "to leverage"),
    *("eager", "keen", "excited", "hop", "want", "wish", "would", "interest", "looking", "seek", "aspir", "plan"),
    *("aim", "hobb", "goal", "objective", "spare time", "in the future", "someday", "one day", "thinking", "dream"),
)


def is_wish(clause: str) -> bool:
    """True when a clause says what the candidate would like to do: no evidence of having done it."""
    plain = clause.casefold()
    return any(hint in plain for hint in _WISH_HINTS) and bool(_WISH.search(_OF_OTHERS.sub(" ", clause)))


# Somebody else did it to, or before, the candidate: "supervised by two managers", "attended training on safety".
_RECEIVING = re.compile(
    r"(?:^\W*|\b(?:was|were|been|being|am|are|got) )(?:closely |directly |jointly )?(?:supervised|managed|led|trained"
    r"|mentored|coached|taught|tutored|guided|directed|instructed|onboarded|headed|overseen|appraised) "
    r"(?:\w+ ){0,2}?by\b(?! (?:example|me\b|myself|objectives|doing))"
    r"|\b(?:was|were|been|got) (?:shown|told|briefed|taken) (?:\w+ ){0,4}?by\b"
    # To receive deliveries or to observe vital signs is work.
    r"|^\W*(?:I )?(?:have )?(?:underwent|undergone|shadowed|enrolled in|sat through)\b"
    # Who attends meetings, hearings, fairs or emergencies works there.
    r"|^\W*(?:I )?(?:have )?attended (?:[\w&/'’-]+ ){0,8}?(?:training|courses?|workshops?|seminars?|webinars?|lectures?"
    r"|conferences?|inductions?|class(?:es)?|lessons?|talks?|bootcamps?|as an? (?:user|observer"
    r"|guest|listener|visitor))\b"
    r"|^\W*(?:I )?(?:have )?received (?:\w+ ){0,3}?(?:training|instructions?|coaching|mentoring|guidance|supervision"
    r"|inductions?|tuition|support)\b"
    r"|^\W*(?:I )?(?:have )?(?:observed|watched) (?:how|the (?:\w+ ){0,2}?\w+(?:er|or)s?|other|others|colleagues"
    r"|senior|experienced)\b"
    r"|^\W*(?:I )?(?:have )?(?:completed|finished|passed|followed|took|did) (?:(?!of\b)[\w&/-]+ ){0,6}?(?:training"
    r"|courses?"
    r"|workshops?|seminars?|webinars?|inductions?|e-learning)\b",
    re.IGNORECASE,
)
_MEMBER = re.compile(
    r"^\W*(?:I (?:am|was) )?(?:an? |the )?(?:\w+ )?(?:member|part|one) of (?:an?|the|our|my) (?:[\w-]+ ){0,4}?"
    r"(?:team|crew|group|department|squad|brigade|shift|unit|panel|committee)\b"
    r"|^\W*(?:worked|working|works?) (?:(?:with|alongside|as) (?:[\w-]+ ){1,4}?)?under (?:the|an?|two|both|several)\b"
    r"|^\W*(?:worked|working|works?) (?:with)?in an? (?:[\w-]+ ){0,4}?(?:team|crew|group|department|brigade)\b",
    re.IGNORECASE,
)
_DID = re.compile(
    r"\b(?:led|designed|built|developed|created|managed|supervised|trained|mentored|coached|wrote|ran|headed|launched"
    r"|implemented|introduced|set up|organi[sz]ed|delivered|taught|oversaw|leads|designs|builds|manages|runs|supervises"
    r"|trains|mentors|coaches|writes|in charge|responsible)\b(?! (?:\w+ ){0,2}?by\b)"
    r"|\bas (?:the |an? )?(?:lead|chair|head|principal)\b|\bnow (?!in\b|at\b|an?\b)\w+"
    r"|(?:,|;|\band|\bthen|\bbefore) (?:I )?(?:then |later |also )?(?!(?:related|advanced|required"
    r"|detailed|based|mixed|varied|associated|applied|need)\b)[a-z]{2,}ed\b(?! (?:\w+ ){0,2}?by\b)",
    re.IGNORECASE,
)
# Somebody else's work at which the candidate helped or was present. Who helps customers, residents or executives does
# what they are there for: named are colleagues whose own work it is.
_SHARING = re.compile(
    r"^\W*(?:I )?(?:have )?(?:also )?(?:(?:took|taken|taking|takes?) part|participat(?:ed|es|ing)|sat in"
    r"|sits? in) (?:in|at|on)\b"
    r"|^\W*(?:I )?(?:have )?visited [^.;]{0,60}? (?:with (?:the|my|our)|as an?) \w+"
    r"|^\W*(?:I )?(?:have )?(?:also )?(?:assist(?:ed|ing|s)?|help(?:ed|ing|s)?) (?:(?:the|an?|our|my) )?"
    r"(?:[\w-]+ ){0,2}?(?:managers?|supervisor|chef|accountant|engineer|developer|solicitor|teacher|lead|leader|foreman"
    r"|electrician|plumber|buyer|planner|architect|designer|analyst|scientist|nurse) (?:in|with|on|at|during|to)\b",
    re.IGNORECASE,
)
# What is done by taking part in it.
_SHARED_WORK = re.compile(
    r"\b(?:on[- ]call|rotas?|rotations?|code reviews?|pull requests?|sprints?|scrum|agile|stand-?ups?|retrospectives?"
    r"|ceremon(?:y|ies)|ward rounds?|handovers?|mdt|multi-?disciplinary|cross[- ]functional|stock ?takes?|stock counts?"
    r"|pair(?:ing)?)\b",
    re.IGNORECASE,
)


def is_receiving(clause: str) -> bool:
    """True where the candidate is the one who was led, trained or shown, and nothing beside it tells of a deed."""
    return bool(_RECEIVING.search(clause)) and not _DID.search(clause)


def names_paper(clause: str) -> bool:
    """True where what was taught ended in a level, a certificate or an examination: it is held, not merely heard."""
    return bool(_TAUGHT_PAPER.search(clause))


_TAUGHT_PAPER = re.compile(
    r"\blevel \d|\b(?:certificat\w+|certified|accredit\w+|award(?:ed)?|passed|qualified|licen[cs]ed?|distinction)\b",
    re.IGNORECASE,
)


def is_sharing(clause: str) -> bool:
    """True where the candidate took part in, attended or helped at what others did, and did nothing beside it."""
    return bool(_SHARING.search(clause)) and not _DID.search(clause) and not _SHARED_WORK.search(clause)


def is_membership(clause: str) -> bool:
    """True where a clause says only that the candidate belonged to a team: no leading of it."""
    return bool(_MEMBER.search(clause)) and not _DID.search(clause)


def clauses(sentence: str) -> list[tuple[int, int]]:
    """Spans of the clauses of a sentence that qualifies itself; one span for any other sentence."""
    if not is_limit(sentence):
        return [(0, len(sentence))]
    spans, begin = [], 0
    for match in _CLAUSE.finditer(sentence):
        # "Decent but not my main strength" says it of what stands before.
        if _TAKEN_BACK.match(sentence, match.end()):
            continue
        if match.start() - begin < 12 or len(sentence) - match.end() < 12:
            continue
        spans.append((begin, match.start()))
        begin = match.end()
    spans.append((begin, len(sentence)))
    return spans
