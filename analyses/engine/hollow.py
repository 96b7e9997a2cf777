"""Sentences that speak of a feeling, a wish or a conviction about work, and of no work: "Python is my passion".

Such a sentence earns nothing, however near to the posting its words are. Two signs must come together: its author
says what they feel, admire, would do or are made for, and nothing beside it tells of a deed, a time, an ability or a
thing held. "Passionate chef with twelve years in fine dining" and "I love mentoring: four of my apprentices are
qualified" are accounts of work; a plain statement of skill ("I know SQL well", "Proficient in Revit", "I can weld")
is the way people list what they can do. What "I" is followed by decides: verbs of work and abilities are open lists,
so feelings are the ones that are listed here.
"""

import re


def _words(text: str) -> str:
    return "|".join(text.split())


_ADVERBS = (
    r"(?:(?:always|also|really|truly|very|so|simply|just|quite|deeply|highly|totally|absolutely|completely|fully"
    r"|strongly|firmly|greatly|genuinely|personally|certainly|definitely|easily|surely|extremely|incredibly|not only"
    r"|particularly|especially|still|ever|much|well|first|even|have|long|already|often|never|utterly|profoundly) )*"
)
_FEELING_NOUN = (
    r"(?:passions?|dreams?|love|ambitions?|hobby|hobbies|calling|vocation|fascination|obsession|enthusiasm|admiration"
    r"|appreciation|respect|fondness|curiosity|desires?|wish(?:es)?|soft spot|weakness for|hearts?|soul|element"
    r"|destiny"
    r"|joys?|raison d['’][êe]tre|pleasure|delight|thirst|hunger|craving|longing|conviction|belief|faith|attraction"
    r"|affinity|interest|excitement|devotion|zeal|yearning|reverence|esteem)"
)
# Verbs of feeling and thought. Some are so only with what follows: who reads meters does a job.
_FELT = _words(
    """love adore admire worship idoli[sz]e revere respect cherish treasure relish savou?r prize applaud envy dream long
    yearn crave wish want hope intend aspire promise vow swear pledge guarantee await imagine fantasi[sz]e
    daydream wonder
    suppose guess deserve belong hunger thirst ache itch rejoice marvel believe trust burn fancy
    identify loved adored admired wanted wished hoped dreamt dreamed believed"""
)
_FELT_WITH = (
    r"think\b(?! in\b)|(?:consider|see|regard|view|picture) (?:myself|it|[^.;]{1,60}?\bas\b)|look (?:forward|up to)"
    r"|can(?:not|['’]t| hardly) wait|(?:stand|swear|root|fall|burn|die) (?:by|for|in)"
    r"|(?:live|breathe) (?:and breathe |for\b)"
    r"|(?:would|could|might"
    r"|['’]d)(?! not\b)"
    r"|can (?:\w+ )?(?:imagine|picture|do (?:it|this|that|any|every|all)|see myself|hardly|only say|promise|assure)"
    r"|will (?:\w+ )?(?:be|make|do|bring|give|learn|become|master|excel|put|show|prove|always)"
    r"|(?:know|understand|grasp|master|love) (?:\w+ )?(?:everything|all|anything|a lot|a great deal|every|the ins"
    r"|inside|by"
    r" heart|better|best)|(?:know|understand|recogni[sz]e|appreciate|reali[sz]e|see|feel|sense) (?:that|why|what it"
    r"|how (?!to\b)|(?:the )?(?:\w+ )?(?:importance|value|significance|meaning|need|beauty|power)\b)"
    r"|(?:read|watch|follow|hear|heard|listen to|talk|study|devour)(?:ed)? (?:\w+ ){0,2}?(?:a lot|lots|many|much|every"
    r"|everything|all|about|books?|articles?|videos?|podcasts?|with)\b"
    r"|keep (?:up|myself|abreast|informed)|stay (?:informed|up[- ]to[- ]date|abreast)|inform myself"
    r"|feel\b(?! free)|(?:take|have|find|bring|carry|nurture|share|harbou?r|hold|feed|develop|show) (?:\w+ ){0,4}?"
    rf"(?:{_FEELING_NOUN}|dear|fascinating|exciting|interesting|inspiring|thrilling|what it takes)\b|got what it takes"
    r"|get (?:excited|goosebumps|enthusiastic)|set great store|have (?:high|great|the highest) regard"
    r"|pay close attention to"
)
# "I am fascinated by", and any state of mind like it; what one is able to do, and how one is placed, is none.
_ABLE = _words(
    """responsible known capable part accountable certified trained skilled proficient experienced familiar fluent
    comfortable competent able adept versed used accustomed available based good qualified registered licen[cs]ed
    employed engaged appointed promoted assigned seconded elected trusted located entitled eligible authori[sz]ed member
    head one in conversant knowledgeable due strong named chosen asked hired subject close exposed limited new allowed
    permitted required aware-of recogni[sz]ed tasked charged involved to on at from currently"""
)
_BE = r"(?:am|was|['’]m|feel|have (?:\w+ )?been|['’]ve (?:\w+ )?been|remain|became|get)"
_STATE = (
    rf"{_BE} {_ADVERBS}(?!(?:{_ABLE})\b)(?:[\w-]+(?:ed|ing|ous|ic|ful|ious|ive|ry|ly|nt)|keen|glad|mad|wild|happy"
    rf"|eager|sure"
    r"|certain|proud|drawn|born|made|cut out|ready|willing|prepared|all|aware|struck|taken|hungry|crazy|fond"
    r"|open) (?:by|to"
    r"|about|for|of|at|that|how|with the|in love|on fire|I|it)\b"
)
_ROLE = (
    rf"{_BE} {_ADVERBS}(?:an?|the|your) (?:[\w-]+ ){{0,3}}?(?:fan|admirer|lover|believer|supporter|follower|friend"
    rf"|enthusiast|devotee"
    r"|natural|right (?:person|one|candidate|choice|fit)|(?:ideal|perfect|best|born)(?: \w+){1,2})\b"
)
_CONFIDENT = (
    rf"{_BE} {_ADVERBS}(?:confident|positive|convinced|persuaded) (?:that\b|in my abilit|of\b|I\b|it\b"
    rf"|[^.]{{0,30}}\b(?:would|could|will)\b)"
)
_I_FEEL = (
    rf"(?<!when )(?<!where )(?<!if )(?<!as )\bI(?=['’ ]) ?{_ADVERBS}(?:(?:{_FELT})\b(?! (?:what I do|my (?:job"
    rf"|work)))|{_FELT_WITH}|{_STATE}|{_ROLE}|{_CONFIDENT})"
)
# The thing as the subject: "X has always fascinated me", "X is where my calling lies", "my heart beats for X".
_WORK_NOUN = _words(
    """teams? clients? customers? patients? pupils students apprentices projects? jobs? roles? work employers? company
    department shop class(?:es)? portfolio responsibility responsibilities duties tasks remit territory region
    area field
    focus background experience expertise tools? stack languages? mother native tongue first second main
    primary strongest
    own name studies thesis degree licen[cs]e training career current last previous former present day days practice
    speciality specialty specialism strengths? skills? group line unit site sites staff reports caseload publications"""
)
_ABOUT_ME = (
    rf"\b(?:my|a|the) (?:[\w-]+ ){{0,2}}?{_FEELING_NOUN} (?:for|is|are|of|lies?|to|in|beats?|belongs?|knows?|about)\b"
    r"|\b(?:close|near|dear)(?:est)? to my heart\b"
    rf"|\b(?:is|are|runs?|lies?|lives?|holds?|makes?|gets?|beats?) (?:[\w-]+ ){{0,5}}?my (?!(?:{_WORK_NOUN})\b)\w+"
    r"|^(?!.*\b(?:with|for|to|allow\w*|help\w*|enabl\w*|taught|teach\w*|contact|call|e-?mail|between|tell|ask"
    r"|reach|under|behind"
    r"|gave|give|led|trained|prepared) me\b).*\b\w+ me\b"
    r"|\b(?:foreign|new|nature|naturally|easily|world|everything|lot|much|mystery|secrets?) (?:to|for|from) me\b"
    r"|\b(?:nobody|no one|no-one|none|nothing|who)\b[^.;]{0,80}\b(?:than (?:me|I|myself)|like (?:me|I do)"
    r"|as (?:well |much )?as I)\b"
    r"|\b(?:people|friends|everyone|everybody|others) (?:often |always )?(?:say|tell me|think|agree"
    r"|believe)s?\b[^.;]{0,20}\bI\b"
    r"|\byou will (?:not |quickly |soon )?(?:find|see|notice|discover)(?: that)? I\b|\bgive me (?:a|the)\b"
    r"|\bwould (?:suit|fit) (?:my|me)\b|\b(?:what|where|why|all|things?|something|nothing) I {_ADVERBS}(?:love"
    r"|enjoy|like|want|need|dream|live|think|was|am (?:made|born))\b".replace("{_ADVERBS}", _ADVERBS)
    + r"|\bI (?:was|am) (?:born|made|cut out|destined) (?:for|to)\b"
)
_CLAIM = re.compile(f"{_I_FEEL}|{_ABOUT_ME}", re.IGNORECASE)

# The past of verbs of work that do not end in -ed.
_PAST = _words(
    """led ran built rebuilt wrote rewrote kept taught sold made took gave brought won drove oversaw did dealt
    grew found
    met spoke chose began bought sent cut set put saw came went held spent shown written driven grown run given done
    hired worked used raised"""
)
# Participles that tell of a state of mind and not of a deed, or describe what stands behind them.
_MIND = _words(
    """loved admired wanted wished hoped dreamed liked enjoyed interested fascinated excited thrilled delighted
    convinced
    believed inspired intrigued adored respected motivated determined dedicated committed gifted talented
    prepared amazed
    impressed looked watched followed listened appreciated valued considered related based needed required advanced
    detailed captivated obsessed enthused attracted drawn moved wondered imagined need proceed indeed been born"""
)
_OBJECT = (
    r"(?:an?|the|our|my|all|its|their|two|three|four|five|six|ten|\d\S*|to|in|on|at|with|from|for|it|them|over"
    r"|more|new)"
)
_WORKS = _words(
    """use lead manage run build teach write maintain develop design operate work handle serve support own coordinate
    supervise deliver sell treat repair organi[sz]e review arrange prepare weld drive speak plan test check advise train
    cook serve treat"""
)
_DEED = re.compile(
    # A verb in the past that the author, or a list of deeds, is the subject of.
    rf"(?:^\W*|[;:,–—-] (?:I |then |which )?|\b(?:I|we|have|has|had|also|then|team) )"
    rf"(?:(?:\w+ly|also|since|then|already|just|recently|I) ){{0,2}}(?!(?:{_MIND})\b)(?:{_PAST}|[a-z]+(?:ed"
    rf"|[bdglmnprt]ied))\b(?! by\b)"
    rf"|\b(?:and|who|that|but|which) (?!(?:{_MIND})\b)(?:(?:{_PAST})\b|[a-z]+ed {_OBJECT}\b)"
    # Times, amounts of work, and what is held.
    r"|\b(?:since|from|in|until|for) (?:\w+ )?(?:19|20)\d\d\b|(?:\d|\b(?:one|two|three|four|five|six|seven|eight"
    r"|nine|ten"
    r"|eleven|twelve|fifteen|twenty|thirty|dozens?|hundreds?|thousands?|many|several|few))[ +-]+(?:\w+ )?(?:years?"
    r"|months?"
    r"|decades?|seasons?|clients|customers|patients|pupils|students|projects|employees|sites)\b(?! old)"
    r"|\b(?:experienced?|track record|responsible for|in charge of|currently|nowadays|day[- ]to[- ]day|daily"
    rf"|my (?!own\b)(?:{_WORK_NOUN}))\b"
    r"|\b(?:certified|licen[cs]ed|registered|chartered|accredited|diploma|degree|graduate|certificate|bachelor"
    r"|master['’]s|phd)\b"
    # Who says what is still to be learned speaks of a limit.
    r"|\b(?:willing|happy|open|ready|prepared|able) to (?:be trained|train|learn)\b|\bopen to learning\b"
    # What an employer must know: where and when somebody can work.
    r"|\b(?:relocat\w+|travel\w*|commut\w+|move to|night shifts?|shifts|weekends?|nights|overtime|on[- ]call"
    r"|full[- ]time"
    r"|part[- ]time|remote\w*|start (?:on|in|at|from|work|immediately|right)|drive my own|references|visa|permit"
    r"|interview)\b"
    rf"|\bI (?:currently |now |also |regularly )?(?:(?:{_WORKS})\b|look after\b)",
    re.IGNORECASE,
)

# The same in German, French, Spanish, Italian, Portuguese and Dutch, with what tells there of deeds and times.
_CLAIM_ELSEWHERE = re.compile(
    r"\b(?:ist|sind|war) (?:schon immer |seit jeher )?mein(?:e)? (?:\w+ )?(?:leidenschaft|traum|ein und alles|welt"
    r"|hobby)\b"
    r"|\bich (?:liebe|bewundere|tr[äa]ume|interessiere mich|begeistere mich|freue mich|bin (?:\w+ )?(?:begeistert"
    r"|fasziniert"
    r"|[üu]berzeugt)|m[öo]chte|w[üu]rde (?:sehr )?(?:gern|mich)|k[öo]nnte mir)\b|\b(?:fasziniert|begeistert"
    r"|interessiert"
    r"|reizt|motiviert) mich\b|\bmein herz schl[äa]gt\b"
    r"|\b(?:est|sont) (?:depuis toujours )?ma (?:\w+ )?(?:passion|vocation|raison de vivre)\b|\bj['’](?:adore"
    r"|admire|aimerais)\b"
    r"|\bje (?:r[êe]ve|suis (?:\w+ )?(?:passionn|fascin|convaincu|enthousias)|m['’]int[ée]resse|voudrais|souhaite)\w*"
    r"|\bme (?:passionne|fascine|motive|enthousiasme)\b"
    r"|\b(?:es|son) mi(?:s)? (?:\w+ )?(?:pasi[óo]n|sue[ñn]o|vocaci[óo]n|vida)\b|\bme (?:encanta|apasiona|fascina"
    r"|interesa|motiva"
    r"|entusiasma|ilusiona|gustar[íi]a)n?\b|\b(?:admiro|sue[ñn]o con|estoy (?:convencid|segur)[oa])\b"
    r"|\b[èe] la mia (?:\w+ )?(?:passione|vocazione|vita)\b|\bmi (?:appassiona|affascina|interessa|entusiasma"
    r"|piacerebbe)(?:no)?\b"
    r"|\b(?:ammiro|sogno di)\b|\b(?:[ée]|s[ãa]o) (?:a )?minha (?:\w+ )?(?:paix[ãa]o|vida|voca[çc][ãa]o)\b"
    r"|\b(?:adoro|admiro"
    r"|sonho em|gostaria de|fascina-me|me fascina)\b"
    r"|\b(?:is|zijn) mijn (?:\w+ )?(?:passie|droom|leven)\b|\bik (?:bewonder|droom|hou (?:\w+ )?van"
    r"|ben (?:\w+ )?(?:gefascineerd"
    r"|dol|overtuigd)|zou graag)\b",
    re.IGNORECASE,
)
_DEED_ELSEWHERE = re.compile(
    r"\d|\b(?:habe|hatte|leite\w*|f[üu]hr\w*|arbeit\w*|jahren?|j['’]ai|ans|ann[ée]es|travaill\w+|dirig[eiíoé]+|he"
    r"|llevo|a[ñn]os"
    r"|trabaj\w+|trabalh\w+|ho|anni|lavor\w+|tenho|fiz|anos|heb|jaar|werk\w*|ervaring|erfahrung\w*|exp[ée]rien\w+"
    r"|experi[êe]nci\w+|esperienz\w+|diplom\w+)\b",
    re.IGNORECASE,
)
_HINT = re.compile(
    r"\b(?:I|my|me|you|nobody|no one|none|nothing|ich|mein\w*|mich|je|ma|me|mi|mis|mia|minha|ik|mijn)\b|\bj['’]"
    r"|\b(?:admiro|adoro|ammiro|sogno|sonho|sue[ñn]o|gostaria|estoy)\b",
    re.IGNORECASE,
)


def is_hollow(sentence: str) -> bool:
    """True for a sentence that tells of a feeling, a wish or a conviction about work, and of nothing done or held."""
    if not _HINT.search(sentence):
        return False
    if _CLAIM.search(sentence):
        return not _DEED.search(sentence)
    return bool(_CLAIM_ELSEWHERE.search(sentence)) and not _DEED_ELSEWHERE.search(sentence)
