"""Which part of a posting a heading opens."""

import re
from enum import StrEnum

from jobs.reading import other_languages
from jobs.reading.markup import TextLine


class Part(StrEnum):
    """What the lines under a heading are."""

    INTRO = "intro"
    MUST = "must"
    NICE = "nice"
    DUTIES = "duties"
    FACTS = "facts"
    ABOUT = "about"
    BENEFITS = "benefits"
    EQUAL = "equal_opportunity"
    APPLY = "how_to_apply"
    NAVIGATION = "navigation"


IGNORED = frozenset({Part.ABOUT, Part.BENEFITS, Part.EQUAL, Part.APPLY, Part.NAVIGATION})

# Tried in this order, so that "preferred qualifications" is not taken for "qualifications".
_HEADINGS = (
    (
        Part.NICE,
        (
            r"prefer(?:red|ences)\b.*|.*\b(?:nice|good|great)[- ]to[- ](?:ha(?:ve|s)|know).*"
            r"|.*\bbonus(?: points| skills)?\b.*"
            r"|desir(?:able|ed|ables?)\b.*|.*\b(?:a|as) plus(?:es)?|plus(?:es)? points?|plus(?:es)?|extra"
            r" (?:credit|points?).*|optional\b.*"
            r"|additional (?:skills|qualifications|experience|assets|strengths).*|.*advantage(?:s"
            r"|ous)?|assets?|ideally.*"
            r"|.*(?:skills|qualifications|experience|requirements?|attributes|criteria)\W+(?:preferred"
            r"|desired|desirable|optional)"
            r"|it(?:'s|'d be| is| would be) (?:great|nice|good|a plus|a bonus|lovely).*|even better.*"
            r"|what (?:would|will) set"
            r" you apart.*|you might also have.*"
            r"|von vorteil.*|wünschenswert.*|idealerweise.*|atouts?.*|se valorará.*|valorable.*|deseable.*"
        ),
    ),
    (
        Part.EQUAL,
        (
            r".*\bequal (?:employment )?opportunit.*|eeo\b.*|.*\bdiversity\b.*|.*\binclusion\b.*|.*accommodations?.*"
            r"|.*legal (?:notice|disclaimer).*|disclaimer.*|privacy.*|.*data protection.*|fair"
            r" chance.*|our commitment.*"
        ),
    ),
    (
        Part.APPLY,
        (
            r"how to apply.*|how we (?:hire|recruit|interview).*|to apply.*|apply(?: now| here| today"
            r"| online)?\b.*|application (?:process"
            r"|procedure|instructions?|deadline).*"
            r"|(?:the |our )?(?:hiring|interview|recruitment|selection) process.*|next steps.*"
            r"|contact(?: us| details| information| person)?|"
            r"(?:further|more) information.*|deadline.*|bewerbung.*|kontakt|comment postuler.*"
        ),
    ),
    (
        Part.BENEFITS,
        (
            r"(?:[\w&']+ ){0,3}benefits?(?:(?: and|,| &| we| you| package| of| at)\b.*)?|.*\bperks\b.*"
            r"|(?:what )?(?:we|you|do we|do you)(?:'ll| will| can)? (?:offer|get"
            r"|provide|give|can expect|receive).*"
            r"|what(?:'s| is) in it for you.*|(?:what )?we offer.*|our offer.*|the deal|what we pay.*|we (?:give"
            r"|provide)(?: you)?|compensation.*|salary.*"
            r"|pay(?: range| transparency| rate)?\b.*|"
            r"(?:terms and )?conditions of (?:employment|service|appointment)|remuneration.*|rewards?.*"
            r"|why (?:you(?:'ll| will)|join|work|us|choose|this|we|\w+\??$|\w+ \w+\??$).*"
            r"|what's on"
            r" offer.*|total rewards.*|.*package"
            r"|wir bieten.*|unser angebot.*|das bieten wir.*|nous offrons.*|ce que nous offrons.*"
            r"|ofrecemos.*|qué ofrecemos.*"
        ),
    ),
    (
        Part.NAVIGATION,
        (
            r"(?:your )?application (?:will |may )?includes? .*questions.*|employer questions"
            r"|(?:similar|related|recommended|other|more|featured) (?:jobs|openings|positions|roles"
            r"|vacancies|searches).*|people also.*|share.*"
            r"|job (?:alerts?|id|reference|code|number)\b.*|.*\bsign (?:in|up)\b.*|explore .*|popular"
            r" .*|footer|menu|search jobs.*"
            r"|seniority level.*|industr(?:y|ies)|job function.*|referrals.*|meet the hiring team.*"
            r"|recommended for you.*|posted.*|(?:what )?(?:you )?(?:(?:do(?:n't| not)|won't|will not) need"
            r"|not (?:needed"
            r"|required|necessary)).*"
        ),
    ),
    (
        Part.DUTIES,
        (
            r".*\bresponsibilit(?:y|ies)\b.*|.*\bduties\b.*|what (?:you|he|she|they|the (?:post"
            r"|job)holder)(?: will)? (?:do|does|did)"
            r"|what (?:you(?:'ll| will)|will you)(?: be)? (?:do|doing|work|own|build|be).*"
            r"|what you(?:'re| are) going to do.*|your (?:role|tasks?|mission|impact|day|work|job"
            r"|challenge|contribution).*"
            r"|what to expect|(?:the |about the |about this )?(?:role|job|position|opportunity|work"
            r"|project)(?: and responsibilities)?"
            r"|in this (?:role|position|job)(?:,? you(?:'ll| will).*)?|you will(?: be)?|you'll|day[-"
            r" ]to[- ]day.*|a (?:typical )?day in.*"
            r"|(?:key |main |primary |principal |core |essential )?(?:tasks|accountabilities"
            r"|activities|functions?|job functions?|deliverables)"
            r"|essential (?:job )?(?:functions|duties).*|scope of work.*|(?:the |your )?mission|what"
            r" the job involves.*|key result areas.*"
            r"|(?:ihre |deine )?aufgaben.*|das erwartet (?:dich|sie).*|tätigkeiten.*|(?:vos |tes |les"
            r" )?missions?.*|responsabilités.*"
            r"|responsabilidades.*|funciones.*|tareas.*|le poste|how you(?:'ll| will) (?:contribute|make an impact).*"
        ),
    ),
    (
        Part.MUST,
        (
            r"(?:uk |professional |registration )?(?:registration|registration requirements?)|behaviours?"
            r"|success profiles?|(?:selection|eligibility) criteria"
            r"|.*\brequire(?:ments?|d)\b.*|.*\bqualifications\b.*|(?:required |minimum "
            r"|essential )?qualification(?: required)?|must(?:[- ](?:haves?|know)\b.*|s)?|what we(?:'re"
            r"| are) (?:after|hoping for).*|.*\bmust (?:have"
            r"|be)\b.*|minimum\b.*|essential.*|mandatory.*"
            r"|what (?:you(?:'ll| will)?|we|do you|it takes).*(?:need|bring|have|looking|expect"
            r"|require|succeed|want|to know).*|who you are.*|"
            r"about you|(?:the )?person|you(?:'ll| will) be (?:great|good|perfect|right|brilliant) (?:at"
            r"|for|in)\b.*\bif\b.*|you (?:might|may|could|will|'ll)(?: just)? be a (?:good |great "
            r"|strong |perfect )?(?:fit|match).*"
            r"|you(?: have|'ve got| bring| are| possess)?|you(?:'ll| will) (?:have|need"
            r"|bring)|your (?:profile|background|skills|experience"
            r"|qualifications|strengths|expertise|toolkit).*|we(?:'re| are) looking for.*|(?:the"
            r" )?(?:ideal|successful|right) candidate.*"
            r"|candidate (?:profile|requirements).*|(?:person|job) specification|(?:key |core "
            r"|technical |professional |main |hard |soft |it |basic )?"
            r"(?:skills|competenc(?:y|ies)|experience|knowledge|abilities|expertise)(?:(?: and| &|,"
            r"|/)+ ?(?:skills|competencies|experience"
            r"|knowledge|abilities|education|qualifications|expertise|requirements))*|education(?:"
            r" (?:and|&|/) .*)?|certifications?(?: (?:and|&) .*)?"
            r"|licen[cs]es?(?: (?:and|&) .*)?|eligibility.*|criteria|(?:our |the )?tech(?:nology)?"
            r" stack|technologies|tools|languages|profile"
            r"|(?:ihr|dein|ihr?e|deine) (?:profil|qualifikation(?:en)?|fähigkeiten).*|anforderungen.*"
            r"|das bringst du mit.*|was du mitbringst.*"
            r"|profil (?:recherché|souhaité)?.*|compétences.*|requisitos.*|perfil.*|conocimientos.*"
            r"|formation|experiencia|qualificações"
        ),
    ),
    (
        Part.FACTS,
        (
            r"(?:work |job )?locations?|lugar|ort|lieu|locatie|local|standort|ubicación|workplace.*"
            r"|(?:shift and )?schedule|(?:working )?hours|working pattern"
            r"|ability to commute(?:/relocate)?|(?:job|employment|contract) types?|types?|shift|travel|start date"
        ),
    ),
    (
        Part.INTRO,
        (
            r"disclosure and barring service.*|certificate of sponsorship|security"
            r"|(?:full )?(?:job |role |position )?(?:summary|description|overview|purpose|profile|details)|overview"
            r"|summary|introduction|the team|about the (?:team|role)|description"
        ),
    ),
    (
        Part.ABOUT,
        (
            r"about(?!.*\b(?:you|role|job|position)\b).*|who (?:we are|is).*|our (?:company|story"
            r"|mission|values|culture|team|client|vision|organi[sz]ation"
            r"|history|purpose|office|principles).*|(?:the )?(?:company|organi[sz]ation|client|employer"
            r"|firm|agency|institute|trust|practice)|company (?:overview|description|profile|information|culture)"
            r"|(?:life|working) at .*|we|(?:work|working) (?:environment|conditions)|mission.*|über uns.*"
            r"|wer wir sind.*|à propos.*|qui sommes.*"
            r"|sobre nosotros.*|quiénes somos.*|our benefits|join us.*|values"
        ),
    ),
)
_FOREIGN = other_languages.HEADINGS
_COMPILED = tuple(
    (part, re.compile(f"(?:{pattern}|{_FOREIGN.get(part.value, pattern)})", re.IGNORECASE))
    for part, pattern in _HEADINGS
)
# A short line that asks for something itself is no heading, whatever words it holds.
_ASKS = re.compile(
    r"(?:\d|(?:experience|experienced|knowledge|background|proficien\w+|familiar\w*|understanding|degree|skills?)"
    r" (?:in|with|of|as|to|from)|ability|able|strong|excellent|valid|current|fluent|bachelor"
    r"|master|willing|proven|solid"
    r"|certified|registered|licensed|must (?!haves?\b|bring|know\b)|good (?!to (?:have|know))|previous|prior"
    r"|minimum (?:of )?(?:\d|one\b|two\b|three\b|four\b|five\b|six\b|ten\b)|at least)\b",
    re.IGNORECASE,
)
_WISHES = re.compile(
    r"(?<!skills)(?<!skill)(?<!qualifications)(?<!experience)(?<!education)(?<!requirements)(?<!certifications)"
    r"(?<!knowledge)(?<!competencies)(?<!criteria)(?<!attributes) (?:is |are )?(?:required"
    r"|preferred|essential|mandatory)$",
    re.IGNORECASE,
)
_WISHED_FOR = re.compile(
    r"[ ,]\(?(?:is |are )?(?:(?:strongly|highly) )?(?:preferred|required|desired|desirable|essential|a plus"
    r"|a (?:big |real )?bonus|welcome"
    r"|an advantage|an asset)\)?$",
    re.IGNORECASE,
)
_HEADING_WORDS = re.compile(
    r"\b(?:and|or|of|person|specification|the|our|your|this|for|also|but|not|as|additional|other|key|core|main"
    r"|minimum|basic|technical"
    r"|professional|personal|soft|hard|job|work|role|position|candidate|special|specific|strongly|highly|skills?"
    r"|qualifications?|experiences?|education|requirements?|certifications?|licen[cs]es?|knowledge|competenc(?:y|ies)"
    r"|criteria|attributes?|abilities|training|background|expertise|languages?|strengths?|assets?|qualities)\b"
    r"|[^\w\s]",
    re.IGNORECASE,
)
_ENDS_LIKE_HEADING = re.compile(r"[:：]\s*$")  # noqa: RUF001  (the full-width colon is meant)
_INLINE = re.compile(r"^(?P<head>[^:.]{2,45}?)(?:\s*[:：]|\s[-–])\s+(?P<rest>\S.*)$")  # noqa: RUF001
_FORM = re.compile(r"(?:person|job) specification\b", re.IGNORECASE)  # "Person specification - Essential": one heading
MOST_WORDS = 9
MOST_NUMBERED = 4  # "5. Conditions of employment"; a longer line with a number may ask for something


def part_of(words: str) -> Part | None:
    """The part that a heading of these words opens; None when they are no heading that is known."""
    bare = re.sub(r"^[^\w]+|[^\w)]+$", "", words.replace("’", "'")).strip()
    # "Person specification - Essential": what the list is follows the name of the form.
    bare = re.sub(r"^(?:person|job) specification\W+(?=\w)", "", bare, flags=re.IGNORECASE)
    if not bare or len(bare.split()) > MOST_WORDS or _ASKS.match(bare) or _WISHES.search(bare):
        return None
    return next((part for part, pattern in _COMPILED if pattern.fullmatch(bare)), None)


def heading(line: TextLine, follows_bullets: bool) -> tuple[bool, Part | None]:
    """Whether a line is a heading, and of what; ``follows_bullets`` says that the next line is a bullet."""
    words = line.text.split()
    if line.is_marked_heading:
        return True, part_of(line.text)
    if re.search(r":\s+\S", line.text):
        return False, None  # "Work authorisation: United Kingdom (required)" says it in its own line
    numbered = line.is_numbered and len(words) <= MOST_NUMBERED and part_of(line.text) is not None
    if line.is_bullet and not numbered and not _ENDS_LIKE_HEADING.search(line.text):
        return False, None
    if len(words) > MOST_WORDS or re.search(r"[.;,]$|\d", line.text):
        ends = bool(_ENDS_LIKE_HEADING.search(line.text)) and len(words) <= 16
        return ends, _lead_in(line.text) if ends else None
    part = part_of(line.text)
    if _ENDS_LIKE_HEADING.search(line.text):
        return True, part or _lead_in(line.text)
    if _names_a_thing(line.text):
        return False, None
    if part is not None:
        return True, part
    return follows_bullets and not line.is_bullet and line.text[:1].isupper() and len(words) <= 5, None


def _names_a_thing(text: str) -> bool:
    """True for "Retail experience preferred", a wish; "Preferred experience" and "Skills required" are headings."""
    wished = _WISHED_FOR.search(text)
    return bool(wished and _HEADING_WORDS.sub(" ", text[: wished.start()]).split())


def _lead_in(text: str) -> Part | None:
    """The part that a sentence ending in a colon opens: ``In this role you will:``."""
    lowered = text.lower().replace("’", "'")
    if re.search(r"\b(?:won't|don't|will not|do not) (?:need|have to)\b", lowered):
        return Part.ABOUT
    if re.search(r"\bgreat at (?:this|it)\b|\bright for (?:this|it|you)\b", lowered):
        return Part.MUST
    if re.search(r"\b(?:nice to have|a plus|preferr|bonus|desirable|advantage|ideally)", lowered):
        return Part.NICE
    if re.search(
        r"\b(?:offer|benefits|perks|enjoy|in return|we provide|you(?:'ll| will) get|you(?:'ll| will) receive)\b",
        lowered,
    ):
        return Part.BENEFITS
    if re.search(r"\b(?:must|need|require|should(?: have)?|looking for|you have|qualif|candidate|bring)", lowered):
        return Part.MUST
    if re.search(r"\b(?:you will|you'll|responsib|include|duties|tasks|role|join us)\b", lowered):
        return Part.DUTIES
    return None


def inline_heading(text: str) -> tuple[Part, str, int] | None:
    """``Requirements: five years of Java`` as its part, the rest, and where the rest begins; None when it is none."""
    match = _INLINE.match(text)
    if match is None or (_FORM.match(text) and part_of(match["rest"]) is not None):
        return None
    part = part_of(match["head"])
    return (part, match["rest"], match.start("rest")) if part is not None else None
