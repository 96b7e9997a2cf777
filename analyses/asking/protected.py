"""Questions for what must play no part in a hiring decision: declined, whatever the resume says of it.

The grounds are those of :mod:`jobs.reading.protected`. A question for the work itself ("has she worked with disabled
children?", "did he teach religious education?") is none of these.
"""

import re

from analyses.asking.material import Answer

_WHO = r"(?:he|she|they|this (?:person|candidate|applicant)|the (?:candidate|applicant|person)|(?-i:[A-Z][\w’'-]+))"
_IS = rf"\b(?:is|are|was|were) {_WHO}"
_HAS = (
    rf"\b(?:does|do|has|have|did) {_WHO} (?:currently )?"
    r"(?:have|has|got|had|suffer\w*(?: from)?|want|plan\w*|expect\w*)?"
)
_OWN = r"\b(?:his|her|their|candidate['’]?s|applicant['’]?s|(?-i:[A-Z])[\w-]+['’]s|the|what|which)"
_PEOPLES = (
    r"american|british|english|scottish|welsh|irish|german|austrian|swiss|french|belgian|dutch|spanish"
    r"|portuguese|italian"
    r"|greek|turkish|polish|czech|slovak|romanian|bulgarian|hungarian|ukrainian|russian|serbian|croatian|albanian"
    r"|swedish|norwegian|danish|finnish|indian|pakistani|bangladeshi|sri lankan|nepali|chinese|japanese|korean"
    r"|vietnamese|thai|filipin[oa]|indonesian|malaysian|arab|egyptian|moroccan|syrian|iranian|iraqi|israeli|lebanese"
    r"|nigerian|ghanaian|kenyan|south african|african|asian|european|latino|latina|hispanic|mexican|brazilian"
    r"|argentinian|colombian|canadian|australian|black|white|native american"
)
_FAITHS = r"christian|catholic|protestant|muslim|jewish|hindu|buddhist|sikh|mormon|atheist|religious"
_GROUNDS = (
    (
        "Age",
        (
            rf"\bhow old (?:is|are|was)\b|{_OWN} age\b(?! (?:groups?|range|bracket|profile|of))|^\W*age\W*$"
            rf"|\bdate of birth\b"
            rf"|\bbirth ?(?:date|day|year)\b|\byear of birth\b|\bd\.?o\.?b\b|\b(?:was|were|is) {_WHO} born\b"
            rf"|{_IS} (?:too |very |still )?(?:old|young)\b|{_IS} (?:\w+ )?(?:over|under|above|below|older|younger)\b"
            r".{0,8}\d\d\b|\b(?:when|soon|close|near)\b.{0,25}\bretire(?:s|ment)?\b"
            r"|\bwie alt\b|\bgeburts(?:datum|tag|jahr)\b|\bgeboren\b|\bquel âge\b|\bdate de naissance\b|\bné(?:e)?\b"
        ),
    ),
    (
        "Marital or family status",
        (
            rf"{_IS} (?:\w+ )?(?:married|divorced|single(?! \w)|engaged(?! \w)|widow\w*|pregnant|expecting"
            rf"|a (?:mother|father|parent|mum|mom|dad))\b|\bmarital status\b|\bfamily (?:status|situation"
            rf"|plans?|planning)\b|\bmaiden name\b"
            rf"|{_HAS} (?:got )?(?:an? )?(?:husband|wife|spouse|boyfriend|girlfriend|fianc\w+|family)\b"
            r"|\b(?:have|has|had|got|wants?|plan(?:s|ning)?(?: to have)?|expecting|how many|any|more|young|small)"
            r" (?:any |more |young |small |her own |his own )*(?:children|kids|babies|a baby|dependants?"
            r"|dependents?)\b"
            r"|\bstart(?:ing)? a family\b|\bpregnan(?:t|cy)\s*\?|\bchild ?care (?:arrangements?"
            r"|responsibilit\w+|problems?)\b"
            r"|\bverheiratet\b|\bfamilienstand\b|\bschwanger\b|\b(?:hat|haben) (?:er|sie) (?:\w+ )?kinder\b"
            r"|\bmariée?s?\b|\benceinte\b|\b(?:a-t-(?:il|elle)|ont-(?:ils|elles)) des enfants\b"
            r"|\bsituation familiale\b"
        ),
    ),
    (
        "Religion or belief",
        (
            rf"{_OWN} (?:religion|faith|religious (?:beliefs?|views?|background|affiliation))\b|^\W*religion\W*$"
            rf"|{_IS} (?:an? )?(?:practi[cs]ing |devout )?(?:{_FAITHS})\b(?! (?:education|studies|teacher))"
            r"|\b(?:which|what) (?:church|mosque|synagogue|temple)\b|\b(?:goes?|going) to (?:church|mosque"
            r"|synagogue|temple)\b|\b(?:hijab|headscarf|turban|kippah?)\b"
            r"|\bpolitical (?:views?|opinions?|party|affiliation|beliefs?)\b|\b(?:vote[sd]? for|which party)\b"
            rf"|{_IS} (?:an? |in an? )?(?:trade )?union(?: member)?\b|\bkonfession\b|\breligion (?:hat|a-t)\b"
        ),
    ),
    (
        "Nationality or origin",
        (
            rf"{_OWN} (?:nationality|citizenship|ethnic\w*|race|caste|tribe|origins?|skin colou?r|accent)\b"
            rf"|^\W*(?:nationality"
            r"|citizenship|race|ethnicity)\W*$|\bcountry of (?:birth|origin)\b|\bplace of birth\b"
            rf"|{_IS} (?:an? )?(?:{_PEOPLES})(?: (?:citizen|national|passport holder|by birth|person|origin))?\s*\?*$"
            rf"|{_IS} (?:an? )?(?:[\w.]+ )?(?:citizen|foreigner|immigrant|migrant|refugee|foreign national)\b"
            rf"|\bwhere (?:is|are|does|do|did) {_WHO} (?:really |originally )?(?:come )?from\b|\boriginally from\b"
            rf"|\bwhat (?:nationality|race|ethnicity|citizenship)\b|{_HAS} an accent\b"
            r"|\bnationalität\b|\bstaatsangehörigkeit\b|\bstaatsbürgerschaft\b|\bnationalité\b|\bherkunft\b"
            r"|\bwoher kommt\b"
        ),
    ),
    (
        "Health or disability",
        (
            rf"{_IS} (?:\w+ )?(?:disabled|handicapped|ill|sick|healthy|medically fit|unwell|an? (?:smoker|alcoholic"
            rf"|wheelchair user))\b|{_HAS} (?:got )?(?:an? |any |some |chronic |serious |mental |physical )*"
            r"(?:disabilit\w+|handicaps?|(?:health|medical)(?: (?:problems?|issues?|conditions?|history"
            r"|limitations?))"
            r"|illness\w*|diseases?|allerg\w+|depression|burn-?out|impairments?|hiv|aids)\b"
            r"|\b(?:his|her|their) (?:mental |physical |general )?(?:health|disability|medical (?:history"
            r"|conditions?))\b"
            rf"|\b(?:sick (?:days?|leaves?)|days? off sick)\b|\b(?:does|do) {_WHO} (?:smoke|drink|take drugs)\b"
            r"|\bbehinder(?:t|ung)\b\s*\?*$|\bschwerbehindert\b|\bist (?:er|sie) krank\b|\bhandicapée?\b|\bmalade\b"
        ),
    ),
    (
        "Gender or sexual orientation",
        (
            rf"\bsexual (?:orientation|preferences?)\b|{_IS} (?:an? )?(?:gay|lesbian|straight|trans\w*|queer"
            rf"|bisexual|homosexual"
            r"|man|woman|male|female|boy|girl)\b(?! (?:\w+ )?(?:nurse|ward|health))"
            rf"|{_OWN} (?:gender|sex|pronouns)\b|^\W*(?:gender|sex)\W*$|\bman or (?:a )?woman\b|\bmale or female\b"
        ),
    ),
    (
        "Appearance",
        (
            rf"\bwhat does {_WHO} look like\b|{_IS} (?:\w+ )?(?:attractive|pretty|handsome|good[- ]looking"
            rf"|overweight|fat)\b"
            rf"|\bhow tall\b|{_OWN} (?:photo|picture|height|weight|looks)\b"
        ),
    ),
)
_COMPILED = tuple((ground, re.compile(pattern, re.IGNORECASE)) for ground, pattern in _GROUNDS)
# What was done at work with or for people of whom the word speaks.
_OF_WORK = re.compile(
    r"\b(?:work(?:s|ed|ing)?|experience\w*|volunteer\w*) (?:with|for|in|on|as|of|at)\b|\b(?:taught|teach\w*|treat\w*"
    r"|patients?|pupils?|clients?|residents?|research\w*|stud(?:y|ied)|degree|thesis|car(?:ed|es|ing) for)\b"
    r"|\bgearbeitet\b|\bmit kindern\b|\btravaillé\b",
    re.IGNORECASE,
)
_PERMIT = " Whether somebody may work here is another question: ask for the right to work."


def declined(question: str) -> Answer | None:
    """Why a question is not answered: it asks for a protected attribute; None for any other question."""
    if _OF_WORK.search(question):
        return None
    ground = next((ground for ground, pattern in _COMPILED if pattern.search(question)), "")
    if not ground:
        return None
    more = _PERMIT if ground.startswith("Nationality") else ""
    return Answer(f"This is not answered: {ground.lower()} must have no part in choosing whom to hire.{more}")
