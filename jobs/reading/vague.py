"""Requirements that no resume can show: said to be so instead of being scored by chance."""

import re

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
    r"|independen(?:t|tly|ce)|multi-?task\w*"
    r"|organi[sz]ed|quick learner|fast learner|open-minded|humble|kind|ambitio\w+|hungry"
    r"|committed|dedicated|tenac\w+|resilien\w+|responsible person|good listener|teamfähig\w*"
    r"|zuverlässig\w*|belastbar\w*|motiviert\w*)\b",
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
    r"|comes?|every|will|feel|comfortable)\b|[^\w\s]|\d",
    re.IGNORECASE,
)
_ASK_ONLY = re.compile(
    r"\b(?:availab(?:le|ility)|able|willing(?:ness)?|ability|flexib\w+|must"
    r"|prepared)\b[^.]{0,40}\b(?:weekends?|evenings?|nights?|shifts?|overtime|holidays|on[-"
    r" ]call|immediately|start|full[- ]time|part[- ]time|hours)\b"
    r"|\bimmediate (?:start|joiner)|\bnotice period\b|\b(?:rotating|night|weekend) shifts?\b"
    r"|\bavailable (?:immediately|to start)\b|\bshift work\b",
    re.IGNORECASE,
)
_PHYSICAL = re.compile(
    r"\b(?:lift|carry|push|pull|lifting|carrying)\b[^.]{0,40}\b(?:lbs?|pounds?|kg|kilos?"
    r"|kilograms?|heavy|weights?|objects)\b|\bstand(?:ing)?\b[^.]{0,30}\b(?:long|extended"
    r"|periods|hours|feet)\b|\bphysical(?:ly)? (?:demand\w*|strength|stamina|requirements?)\b"
    r"|\bmanual dexterity\b|\bcolou?r vision\b|\b(?:20/20|good) (?:vision|eyesight)\b|\bclimb"
    r" ladders\b|\bbend(?:ing)?, \b",
    re.IGNORECASE,
)
_CHECKS = re.compile(
    r"\b(?:background|criminal record|credit|reference|drug|dbs|police)[- ](?:checks?|clearance|screen\w*|tests?)\b",
    re.IGNORECASE,
)


def vague_note(text: str, names_skills: bool) -> str:
    """Why a requirement cannot be scored from a resume; empty when it can be."""
    if _PHYSICAL.search(text):
        return (
            "A physical demand: resumes do not show it and it touches on health. Not scored; ask where the law allows."
        )
    if _CHECKS.search(text):
        return "A check that follows an offer: resumes do not show it. Not scored."
    if _ASK_ONLY.search(text):
        return "Resumes do not say this. Not scored; ask the candidate."
    if names_skills or not _TRAITS.search(text):
        return ""
    if _PASSION.match(text):
        return "Vague: a resume can claim this but not show it. Not scored; ask for an example."
    left = _FILLER.sub(" ", _TRAITS.sub(" ", text)).split()
    if len(left) <= 2:
        return "Vague: a resume can claim this but not show it. Not scored; ask for an example."
    return ""


def too_short(text: str) -> bool:
    """Whether there is nothing in a text that could be asked for."""
    return not re.search(r"[^\W\d_]{2,}|\b[CR]\b", text) or not _FILLER.sub(" ", text).strip()
