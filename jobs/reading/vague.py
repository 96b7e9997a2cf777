"""Requirements that no resume can show: said to be so instead of being scored by chance."""

import re

PERSONAL_WORDS = 3  # telling words from which on a requirement says more than the name of a personal skill
_TRAITS = re.compile(
    r"\b(?:team[- ]?player|self[- ]?(?:starter|motivated|driven|directed)|go-getter|rock ?star"
    r"|ninja|guru|wizard|hard[- ]?work(?:er|ing)|passion(?:ate)?"
    r"|enthusias\w+|positive (?:attitude|mindset|outlook)|can-do|(?:good |great )?sense of"
    r" humou?r|dynamic|energetic|high[- ]energy|motivat(?:ed|ion)|driven|proactive\w*"
    r"|reliab\w+|dependab\w+|punctual\w*|flexib(?:le|ility)|adaptab\w+|thriv\w+|fast[- ]paced"
    r"|curio(?:us|sity)|eager\w*|willing(?:ness)? to (?:learn|grow|take)|desire to (?:learn"
    r"|grow|succeed)"
    r"|attitude|work ethic|ownership|get(?:ting)? things done|roll up|wear(?:ing)? (?:many"
    r"|multiple) hats|common sense|good (?:character|personality|judge?ment)|outgoing|friendly"
    r"|charismatic"
    r"|culture fit|growth mindset|comfortable with ambiguity|ambiguity|under pressure"
    r"|result(?:s)?[- ](?:driven|oriented)|detail[- ]oriented|attention to detail|creative"
    r" thinker|resourceful\w*"
    r"|honest\w*|integrity|trustworth\w+|empath\w+|patien(?:t|ce)(?= and|,|\.|$)|discretion"
    r"|professional (?:appearance|manner|demeanou?r)|entrepreneurial|initiative|autonom\w+"
    r"|independen(?:t(?! (?:prescri|contract|review|living|travel|financial|school|study))|tly|ce)|multi-?task\w*"
    r"|organi[sz]ed|quick learner|fast learner|open-minded|humble|kind|ambitio\w+|hungry"
    r"|committed|dedicated|tenac\w+|resilien\w+|responsible person|good listener|teamfähig\w*"
    r"|zuverlässig\w*|(?:sorgfältig|strukturiert|gewissenhaft|teamorientiert|kundenorientiert|kommunikativ)\w*"
    r"|belastbar\w*|motiviert\w*|selbstständig\w*|selbständig\w*|eigenverantwortlich\w*|engagiert\w*"
    r"|teamgeist|teamplayer|kommunikationsstark\w*|lernbereit\w*|rigueur|rigoureu(?:x|se)|esprit d['’]équipe"
    r"|autonome?s?"
    r"|motivée?s?|dynamique|polyvalente?|ponctuel(?:\(?le\)?)?|souriante?(?:\(e\))?|travail en équipe"
    r"|sens de l['’](?:organisation|écoute)|sens du (?:service|contact|relationnel)"
    r"|sérieu(?:x|se))\b",
    re.IGNORECASE,
)
_PASSION = re.compile(r"^(?:an? )?(?:\w+ )?passion(?:ate)?\b", re.IGNORECASE)
_FILLER = re.compile(
    r"\b(?:an?|the|and|or|with|who|is|are|be|being|to|in|of|for|you|your|have|has|strong"
    r"|excellent|good|great|highly|very|ability|able|work|working|environment|person"
    r"|individual|candidate|attitude"
    r"|personality|ideal|should|must|well|as|a|both|within|team|teams|towards?|also|at|on|take"
    r"|our|we|demonstrated|proven|high|level|under|real|true|genuine|skills?|mindset|sense"
    r"|part|own|new|things|levels?|extremely"
    r"|desire|learn|grow|succeed|strive|pressure|tight|deadlines|multiple|priorities|manage"
    r"|managing|handle|minimal|supervision|little|plus|like|when|needed|it|this|that|from|day"
    r"|comes?|every|will|feel|comfortable|und|sowie|arbeitsweise|arbeiten|im|hohe[sr]?|ausgeprägte[rs]?|et|sens|du|de"
    r"|la|le|une?|être|vous|êtes|personne)\b|[^\w\s]|\d",
    re.IGNORECASE,
)
_ASK_ONLY = re.compile(
    r"\b(?:availab(?:le|ility)|able|willing(?:ness)?|ability|flexib\w+|must"
    r"|prepared)\b[^.]{0,40}\b(?:weekends?|evenings?|nights?|shifts?|overtime|holidays|on[-"
    r" ]call|immediately|start|full[- ]time|part[- ]time|hours)\b"
    r"|\bimmediate (?:start|joiner)|\bnotice period\b|\b(?:rotating|rotational|alternating|night|weekend"
    r"|late|early|split) shifts?\b"
    r"|\b\d{1,2}(?:[.:]\d\d?)? ?(?:am|pm|uhr)\b|\b\d\d(?:\.\d+)? ?(?:hours?|hrs?)?,? (?:per|a) week\b"
    r"|^(?:satur|sun)days?(?: (?:mornings?|afternoons?|work|shifts?))?$"
    r"|\b\d on,? \d off\b|^rotation\W|\b\d+ weeks? on\b|\b\d in \d weekends?\b|\bpart[- ]time,? \d\d ?h(?:ou)?rs?\b"
    r"|\bavailable (?:immediately|to start)\b|\bshift work\b"
    r"|^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun|week)(?:day)?s?\b[^.]{0,20}"
    r"\b(?:tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?s?\b|\b\d{1,2}[- ]hours? (?:day "
    r"|night )?shifts?\b"
    r"|\b(?:day|night|evening|1st|2nd|3rd|first|second|third|overnight) shift\b|^(?:weekends?|evenings?"
    r"|holidays?)(?: \w+){0,3}$"
    r"|\bdisponib(?:le|ilité)\b[^.]{0,30}\b(?:week-?ends?|soirs?|immédiat\w*)\b|\bschichtbereitschaft\b"
    r"|\bwochenend\w*\b|\bschicht(?:arbeit|dienst)\w*\b"
    r"|\bdisponibilidad\b[^.]{0,40}\b(?:fines de semana|noches|turnos|inmediata|incorporación)\b"
    # What is owned, not done: tools, a car, a laptop.
    r"|^(?:must have |have |has )?(?:your |his |her )?own (?:\w+ ){0,2}(?:tools|vehicle|car|transport(?:ation)?"
    r"|laptop|truck|van|ute|bike|ppe)\b"
    r"|\b(?:vehículo propio|véhicule personnel|veículo próprio|eigene[nrs]? (?:pkw|auto|fahrzeug)|eigen (?:auto"
    r"|vervoer))\b"
    r"|\btravail\b[^.]{0,20}\b(?:soirs?|week-?end|nuit|dimanche)\b|^\d\d ?h(?:ours?)?\b(?=,|$)"
    r"|\brufbereitschaft\b|\bonregelmatige diensten\b|\bastreintes?\b|\bdisponibilidade\b[^.]{0,40}\bfins de semana\b"
    r"|\breliable (?:vehicle|car|transport(?:ation)?)\b",
    re.IGNORECASE,
)
_PHYSICAL = re.compile(
    r"\b(?:lift|carry|push|pull|lifting|carrying)\b[^.]{0,40}\b(?:lbs?|pounds?|kg|kilos?"
    r"|kilograms?|heavy|weights?|objects)\b|\b(?:close|distance|peripheral|depth) (?:vision|perception)\b"
    r"|\bstand(?:ing)?\b[^.]{0,30}\b(?:long|extended"
    r"|periods|hours|feet)\b|\bfit (?:enough )?(?:for|to) (?:manual|heavy|physical|lift|work)\w*"
    r"|\bphysical(?:ly)? (?:demand\w*|strength|stamina|requirements?)\b"
    r"|\bmanual dexterity\b|\bcolou?r vision\b|\b(?:20/20|good) (?:vision|eyesight)\b|\b(?:lift and bend"
    r"|lifting and bending)\b|\bclimb"
    r" ladders\b|\bbend(?:ing)?, \b",
    re.IGNORECASE,
)
_CHECKS = re.compile(
    r"\bVOG\b|\bführungszeugnis\b|\bcasier judiciaire\b|\bregist[ro]o? criminal\b|\bantecedentes penales\b"
    r"|\brehabilitation of offenders\b|\bdisclosure (?:and barring|scotland)\b"
    r"|\bworking with children check\b|\bwwcc\b|\bvulnerable sector check\b|\benhanced dbs\b"
    r"|\bdrugs? (?:(?:and|&|or) alcohol )?(?:test|screen)\w*\b"
    r"|\b(?:background|criminal record|credit|reference|drug|(?:enhanced )?dbs|police)[- ]"
    r"(?:checks?|clearance|screen\w*|tests?)\b",
    re.IGNORECASE,
)


# Personal skills that a resume can only claim; leading, negotiating or presenting it can show.
_CLAIMED_IDS = """
communication teamwork collaboration problem-solving critical-thinking analytical-skills decision-making
time-management organisational-skills attention-to-detail interpersonal-skills adaptability creativity multitasking
self-motivation emotional-intelligence active-listening work-ethic initiative reliability influencing innovation
cultural-awareness networking-skills confidentiality customer-focus resilience accountability willingness-to-learn
"""
CLAIMED = frozenset(_CLAIMED_IDS.split())
_PORTFOLIO = re.compile(r"^(?:an? |your |link to (?:your |an? )?)?(?:\w+ ){0,2}portfolio(?: of \w+)?$", re.IGNORECASE)
# "A confident communicator who can explain numbers to colleagues" names who somebody is.
_CHARACTER = re.compile(
    r"^(?:an? |you are an? )?(?:[\w-]+(?:,| and)? ){0,3}(?:communicator|team ?player|listener|personality"
    r"|self-starter|thinker)\b",
    re.IGNORECASE,
)
_PERSONAL = re.compile(r"\bskills?\b|\bcommunicat\w+|\bcollaborat\w+", re.IGNORECASE)
PERSONAL_NOTE = "A personal skill: a resume can claim it but not show it. Not scored; ask for an example."
SOFT_NOTE = "A personal skill: a resume can only name it, so it weighs half."


def personal_note(text: str) -> str:
    """Why a requirement of nothing but personal skills ("excellent communication skills") is not scored; empty for one
    that says what is done with them ("present results to the board")."""
    left = [word for word in _FILLER.sub(" ", _TRAITS.sub(" ", _PERSONAL.sub(" ", text))).split() if len(word) > 2]
    return PERSONAL_NOTE if len(left) <= PERSONAL_WORDS else ""


def check_note(text: str) -> str:
    """Why a requirement that is checked after an offer is not scored; empty for any other."""
    return "A check that follows an offer: resumes do not show it. Not scored." if _CHECKS.search(text) else ""


def vague_note(text: str, names_skills: bool) -> str:
    """Why a requirement cannot be scored from a resume; empty when it can be."""
    if _PORTFOLIO.match(text.strip(" .")):
        return "A portfolio is looked at, not read from a resume. Not scored; ask for it."
    if _PHYSICAL.search(text):
        return (
            "A physical demand: resumes do not show it and it touches on health. Not scored; ask where the law allows."
        )
    if check_note(text):
        return check_note(text)
    if _ASK_ONLY.search(text):
        return "Resumes do not say this. Not scored; ask the candidate."
    if _CHARACTER.match(text.strip()):
        return PERSONAL_NOTE
    if names_skills or not _TRAITS.search(text):
        return ""
    if _PASSION.match(text):
        return "Vague: a resume can claim this but not show it. Not scored; ask for an example."
    left = _FILLER.sub(" ", _TRAITS.sub(" ", text)).split()
    if len(left) <= 2:
        return "Vague: a resume can claim this but not show it. Not scored; ask for an example."
    return ""


def is_asked_of_the_person(text: str) -> bool:
    """True for what no resume says and only the candidate can: shifts, notice, an own car."""
    return bool(_ASK_ONLY.search(text))


def too_short(text: str) -> bool:
    """Whether there is nothing in a text that could be asked for."""
    return not re.search(r"[^\W\d_]{2,}|\b[CR]\b", text) or not _FILLER.sub(" ", text).strip()
