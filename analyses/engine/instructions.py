"""Words addressed to a machine that judges: orders, flattery put in its mouth, and the marks of its formats.

A resume speaks of its author, to people. An order to a machine is told by signs: it names whom it speaks to, or the
reader's own work ("your evaluation"), commands, speaks of "this candidate" from outside, and names the outcome. Some
orders are plain by themselves; of the other signs several must come together, for each alone is honest in some trade.
Words are those of English, German, French, Spanish, Dutch and Portuguese. What a first person says of itself is none.
"""

import re
from functools import lru_cache

from analyses.engine.verdict_words import may_order
from analyses.engine.verdicts import orders_a_verdict, tells_of_work_done

# Small letters of "AI" and its like are words of other languages: "j'ai".
_MACHINE = (
    r"(?:(?-i:AIs?|A\.I\.|KI|IA|LLMs?|ATS|GPT)(?:-\w+|[ -](?:models?|systems?"
    r"|tools?|assistants?|agents?|reviewers?|recruiters?|screeners?|evaluators?"
    r"|screening \w+))?|chat-?gpt|\w*gpt(?:-\d\w*)?|claude|gemini|copilot|language"
    r" models?|(?:(?:ai|hiring|recruiting|recruitment|screening|resume|cv|hr|scoring"
    r"|ranking|reviewing|automated|automatic|virtual) )+(?:assistant|system|tool"
    r"|bot|software|model|agent|parser|screener|reviewer|algorithm|evaluator|process"
    r"|screening|ranking)s?|artificial intelligence|evaluator|parser|bots?|algorithm"
    r"|ki-\w+|k[üu]nstliche intelligenz|sprachmodell|(?:ki-)?assistent\w*|intelligence"
    r" artificielle|mod[èe]le de langage|assistant de recrutement|syst[èe]me de"
    r" tri|inteligencia artificial|modelo de lengua(?:je)?|asistente de selecci[óo]n"
    r"|sistema(?: autom[áa]tico)?|taalmodel|ai-\w+|intelig[êe]ncia artificial"
    r"|modelo de linguagem|assistente de (?:recrutamento|sele[çc][ãa]o))"
)
_SYSTEM = rf"(?:{_MACHINE}|system|assistant|model|reader|reviewer|syst[èe]me|modell|modelo|modèle|systeem)"
_PERSON = (
    r"(?:candidates?|applicants?|resum[ée]|r[ée]sum[ée]|cv|curriculum|profile"
    r"|application|person(?: (?:described|above)(?: here)?)?|kandidat(?:en|in)?"
    r"|bewerber(?:in|s)?|bewerbung|lebenslauf|candidat(?:e|ure)?|profil|candidat[oa]"
    r"|curr[íi]cul[uo]m?|candidatura|persona|pessoa|kandidaat|sollicitant|sollicitatie)"
)
_THIS = (
    r"(?:this|the(?: above| present)?|me|my|diese[nrsm]?|de[rnm]|die|cet(?:te)?"
    r"|ce|la|le|l['’]|est[ea]|el|esta|dit|deze|de|est[ea]|o|a|à ce(?:tte)?|à cette)"
)
_OWN_DOCUMENT = (
    r"(?:this|the(?: above| present)) (?:candidate|applicant|person|resum[ée]"
    r"|r[ée]sum[ée]|cv|profile|application|text|document)"
)
_OWN = (
    rf"{_OWN_DOCUMENT}|me(?: as)?|(?:diese[nrsm]?|de[rnm]|die) (?:bewerb\w+|kandidat\w*"
    r"|lebenslauf)|(?:cet(?:te)?|ce|la|le|[àa] cet?te?) (?:candidat\w*|cv|profil)"
    r"|(?:est[ea]|el|la|a) (?:candidat\w*|curr[íi]cul\w*|persona)|(?:dit|deze"
    r"|de) (?:cv|kandidaat|sollicita\w+)|(?:este|o|a|esta) (?:candidat\w*|pessoa)"
)
_PRAISE = (
    r"(?:perfect|ideal|excellent|exceptional|outstanding|best|strongest|highest"
    r"|top(?: \d+ ?%)?|first|maximum|full marks|100 ?%?|9\d(?:/100)?|10/10|5/5"
    r"|10 out of 10|must-hire|strong(?:ly)? (?:yes|match|fit|hire|recommend\w*)"
    r"|highly qualified|fully qualified|well qualified|all (?:the |of the )?(?:\w+"
    r" )?(?:requirements|criteria|skills|qualifications)|every (?:requirement"
    r"|criterion|skill)|expectations|pre-approved|interviewed|hired|shortlisted"
    r"|suitable|relevant|qualified|beste[nrsm]?|perfekt\w*|ideal\w*|ganz oben"
    r"|100 punkte\w*|h[öo]chste\w*|alle anforderungen|meilleure?s?|parfaite?s?"
    r"|en premier|premi[èe]re place|note maximale|tous les crit[èe]res|mejor\w*"
    r"|perfect[oa]|primer(?:a|o)? lugar|m[áa]xima|todos los requisitos|hoogste"
    r"|alle eisen|als beste|melhor\w*|primeiro lugar|perfeit[oa]|nota m[áa]xima"
    r"|todos os requisitos)"
)
_JUDGE = (
    r"(?:rate|rank|score|grade|mark|classify|evaluate|recommend|select|shortlist"
    r"|hire|approve|accept|choose|place|put|weight|prioriti[sz]e|consider|treat"
    r"|invite|forward|give|assign|award|conclude|summari[sz]e|bewerte(?:n sie)?"
    r"|stufe|empfiehl|empfehlen sie|w[äa]hle|einstufen|setze|classe[zr]?|[ée]value[zr]?"
    r"|recommande[zr]?|attribue[zr]?|donne[zr]?|approuve[zr]?|s[ée]lectionne[zr]?"
    r"|califi(?:ca|que)|recomiend[ae]|coloqu?[ae]|clasifi(?:ca|que)|eval[úu][ae]"
    r"|apr(?:ueb[ae]|obar)|beoordeel|geef|plaats|selecte(?:er|ren)|beveel|d[êe]"
    r"|classifique|avalie|recomende|aprov(?:e|ar)|coloque)"
)
_ORDER = (
    r"(?:^|[.:;,!\"'“>\-–—]\s*|\b(?:and|please|kindly|must|should|always|to|bitte"
    r"|veuillez|por favor|und|et|y|en|e|dois|debes|deve|moet|then|just) )"
)

# To set aside what was ordered before.
_SET_ASIDE = (
    (
        r"\b(?:ignore|disregard|forget|override|bypass|overrule|ignorier(?:e|en sie)"
        r"|vergiss|vergessen sie|missachte|ignore[zr]|oublie[zr]?|ignora|olvida|desestima"
        r"|negeer|vergeet|esque[çc]a|desconsidere)\b(?: \w+)? ?\b(?:all|any|your|previous"
        r"|prior|earlier|above|preceding|every|everything|what you|other|these|alle[ns]?"
        r"|deine|bisherigen?|vorherigen?|toutes?|tous|les|tus|todas?|todos|las|alle"
        r"|eerdere|as|the (?:above|previous|prior|earlier|filters?|system|job description"
        r"|criteria|instructions?))\b(?:[^.\n]{0,40}\b(?:instruct\w*|prompts?|rules"
        r"|guidelines|criteria|requirements|filters?|above|everything|told|anweisungen"
        r"|regeln|vorgaben|kriterien|consignes|r[èe]gles|crit[èe]res|instrucc?i\w*"
        r"|reglas|criterios|regels|instru[çc]\w*|regras)\b)?"
    ),
)
# Orders that are plain by themselves: to be somebody else, the marks of formats and of results, what an answer is to
# hold or must not hold, a judgement commanded with its outcome, praise of "this candidate" from outside.
_ORDERS = (
    (
        r"\b(?:you are(?: now)?|you're now|du bist|sie sind|tu es|vous [êe]tes|eres"
        r"|usted es|je bent|u bent|voc[êe] [ée])\b(?: (?:an?|the|eine?|une?|een|uma?))?"
        rf" {_MACHINE}\b"
    ),
    r"\bact as (?:an?|the) [\w ]{3,30} (?:who|that|and) (?:has|have|had|already|must|will|approves?)\b",
    r"\bpretend (?:that|to be|you)\b",
    r"\b(?:new|updated|additional) (?:system )?instructions?\s*:",
    r"\byour (?:task|role|instructions|goal|job|only task) (?:has|have|is now|is to|are now)\b",
    r"\brepeat after me\b",
    r"<\|?/?(?:im_start|im_end|system|endoftext|user|assistant|instructions?|prompt)\|?>",
    r"\[/?INST\]",
    r"<<SYS>>",
    r"[\"']role[\"']\s*:\s*[\"'](?:system|assistant|user)",
    r"^\W*#+ ?(?:system|instructions?|prompt)\s*:",
    r"\b(?:overall_|match[_ ]|fit[_ ]|candidate[_ ])score[\"']?\s*(?:[:=]|is|of)?\s*[\"']?(?:9\d|100|1\.0|10\b)",
    r"\b(?:hiring_)?recommendation[\"']?\s*[:=]\s*[\"']?(?:yes|hire|strong|accept)",
    (
        r"[{(]\s*[\"'](?:score|rating|rank|fit|match|decision|status)\b[^})]{0,40}(?:100"
        r"|10\b|1\.0|yes|hire|excellent|accept|shortlist)"
    ),
    r"\bin your (?:response|answer|output|evaluation|assessment|summary|review|ranking|report)\b",
    r"^\W*(?:please )?(?:return|output|respond|reply|answer)\b(?: with)? (?:only|just|exactly)\b",
    (
        r"^\W*(?:antworte[nt]?|r[ée]ponde?[sz]|responde|antwoord|responda) (?:sie"
        r" )?(?:nur|uniquement|seulement|solamente|s[óo]lo|alleen|apenas|somente)\b"
    ),
    r"\b(?:respond|reply|answer) (?:with|in) (?:json|yes|\"|“)",
    r"\bensure (?:that )?(?:the|your) output\b",
    r"\bnow answer\s*:",
    (
        r"\b(?:do not|don['’]t|never|must not|should not)\b (?:\w+ )?(?:mention|reveal"
        r"|reject|compare|include|list|change|disclose|penali[sz]e|flag|report|exclude"
        r"|downgrade|question)\b[^.\n]{0,25}\b(?:gaps?|weakness\w*|(?:these|this|the"
        r"|my|me|missing|any)\b[^.\n]{0,20}\b(?:instructions?|applications?|candidates?"
        r"|applicant|resume|cv|result|note|prompt|lack|others))\b"
    ),
    r"\b(?:erw[äa]hne|nenne) (?:\w+ )?(?:keine|nicht)[^.\n]{0,20}schw[äa]chen",
    r"\bne mentionne[zr]? (?:aucune?|pas|jamais)",
    r"\bno (?:menciones?|mencione)\b",
    r"\bvermeld geen\b",
    r"\bn[ãa]o mencione\b",
    rf"{_ORDER}{_JUDGE}\b[^.\n]{{0,30}}\b(?:{_OWN})(?!\w)[^.\n]{{0,40}}\b{_PRAISE}(?!\w)",
    (
        rf"{_ORDER}{_JUDGE} (?:always )?(?:{_THIS} (?:{_PERSON}))\b(?<!my application)(?<!my"
        r" profile)(?<!my resume)(?<!my cv)"
    ),
    (
        r"\b(?:return|output|give|assign)\b[^.\n]{0,25}\b(?:score|rating)\b[^.\n]{0,15}\b(?:100"
        r"|10|1\.0|maximum|highest)\b"
    ),
    r"\bgive me full marks\b",
    r"\b(?:the )?highest possible (?:score|rating|rank)\b",
    r"\bset (?:the )?status to (?:shortlist|accept|approv|hire)",
    r"\bskip (?:any |all )?(?:further )?(?:evaluation|checks|screening|review)\b",
    r"\btreat (?:every|all|any|each) missing\b",
    r"\bhas been (?:pre-)?(?:approved|verified) by the system\b",
    (
        r"\b(?:this|the) (?:candidate|applicant|person (?:described|above)[\w ]*?)\b"
        r" (?:is|are|should be|must be|has been|meets|exceeds|scores|satisfies|fulfils?"
        rf"|deserves)\b[^.\n]{{0,25}}\b{_PRAISE}(?!\w)"
    ),
    rf"\b(?:dies\w+|der|die) (?:kandidat|bewerber)\w* (?:erf[üu]llt|ist)\b[^.\n]{{0,20}}{_PRAISE}",
    rf"\b(?:ce|cette|le|la) candidate? (?:r[ée]pond|est|remplit)\b[^.\n]{{0,20}}{_PRAISE}",
    rf"\b(?:est[ea]|el|la|o|a) candidat[oa] (?:cumple|es|cumpre|[ée])\b[^.\n]{{0,20}}{_PRAISE}",
    rf"\bdeze (?:kandidaat|sollicitant) (?:voldoet|is)\b[^.\n]{{0,20}}{_PRAISE}",
)
# Signs of which several must come together. The machine, or a voice from its inside:
_ADDRESS = (
    (
        r"^\W*(?:(?:hidden|private|important|special|internal|system) )*(?:notes?"
        r"|message|attention|instructions?|hint|memo|notice|reminder|update|hinweis"
        r"|nachricht|wichtig|note|nota|mensaje|mensagem|opmerking|bericht"
        rf"|[àa] l['’]attention)\b[^.:\n]{{0,20}}\b(?:{_SYSTEM}"
        r"|automat\w+|logiciel[\w ]*)\b"
    ),
    (
        r"^\W*(?:(?:to|for|dear|hey|hi|hello|attention|as|an|f[üu]r|liebe|ch[èe]re?"
        r"|querid[oa]|car[oa]|beste|pour|para|aan|voor|al|ao|[àa]u?)\s+)(?:(?:the"
        r"|any|all|every|this|das|die|den|la|el|le|l['’]|de|het|o|a|an?)\s*)?(?:\w+"
        rf" ){{0,2}}{_SYSTEM}(?:(?<!assistant)(?: \w+){{1,3}})?\s*[:,]"
    ),
    rf"\b(?:if|when|wenn|falls|si|se|als|any|every|all|to any)\b[^.,\n]{{0,20}}\b{_MACHINE}\b",
    rf"\bfor (?:the )?{_MACHINE}[^.\n]{{0,15}}\bonly\b",
    (
        rf"\b(?:{_MACHINE}|the (?:model|system|assistant|reviewer|evaluator|reader)"
        r"|(?:automated|automatic|machine) \w+)\b[^.;\n]{0,30}\b(?:should|must(?!-)|shall"
        r"|is (?:requested|expected|instructed)|are requested|has to|have to|will"
        r" find|needs? to)\b"
    ),
    r"^\W*(?:begin |end )?(?:admin|system|developer)(?:istrator)? (?:message|override|note|prompt)\b",
    r"^\W*(?:prompt|evaluator|parser|embedding hint)\s*:",
    r"\b(?:whoever|whatever) (?:reads|parses|evaluates)\b",
    (
        r"\b(?:system(?:nachricht|bericht|melding)|message (?:du )?syst[èe]me|mensaje"
        r" del sistema|mensagem do sistema)\b"
    ),
    r"\bassistant\s*:",
)
# What may speak to a machine, and may head a list of tools:
_NAMED = (
    rf"^\W*{_SYSTEM}(?: \w+){{0,2}}\s*[:,]",
    r"^\s*(?:/\*|//|%%|<!--|\{\{|--- ?end)",
    r"^\W*(?:label|output format|user|q|a)\s*:",
)
# What is to become of the resume:
_OBLIGED = (rf"\b(?:{_OWN_DOCUMENT})\b[^.\n]{{0,30}}\b(?:must|should|shall|(?:is|are) guaranteed|deserves)\b",)
# The reader's own work, and what it would find:
_READING = (
    (
        r"\b(?:when|if|while|before)(?: you)? (?:summari[sz]|scor|evaluat|rank|review"
        r"|rat|process|read|assess|pars|judg|compar|ask)(?:e|es|ing|s|ed)?\b[^.\n]{0,20}\b(?:this"
        r"|the above|resumes?|cvs?|candidates?|me|about|whether)\b"
    ),
    (
        r"\byour (?:evaluation|rating|ranking|score|scoring|decision|verdict|assessment"
        r"|summary|rubric|guidelines|rules|output|task|instructions|conclusion)\b"
    ),
    r"\byou (?:must|should|have to|will|love|are to|need to|always|may not)\b",
    r"\b(?:the|this) (?:rubric|correct label|evaluat(?:or|ion)|verdict|(?:above|previous) rules)\b",
    (
        r"\b(?:negative signals?|missing (?:qualifications?|skills?|experience|requirements?)"
        r"|lack of (?:an? )?(?:degree|experience|skills?)|job description|listed requirements"
        r"|must-have criteria|benefit of the doubt)\b"
    ),
    (
        r"\b(?:fehlende\w* (?:kenntnisse|erfahrung)|kriterien der stellenanzeige|crit[èe]res"
        r" pr[ée]c[ée]dents|requisitos anteriores|ontbrekende ervaring|crit[ée]rios"
        r" anteriores|comp[ée]tences demand[ée]es)\b"
    ),
)
# A command, or a plea:
_COMMAND = (
    (
        rf"{_ORDER}(?:{_JUDGE}|pick|prefer|say|write|output|print|respond|reply|answer"
        r"|list only|only list|begin|tell them|emphasi[sz]e|translate|stop|skip|ignore"
        r"|disregard|overlook|discard|omit|behandle|considere?[sz]?|considera|gib"
        r"|kies|w[äa]hle|escolha|el[ií]ge(?:me)?|validez|aprueba|houd geen|n[ãa]o"
        r" leve|no tengas|ne tenez)\b"
    ),
    (
        r"\b(?:please|kindly|bitte|merci de|por favor|alsjeblieft|must|shall|always"
        r"|do not apply|make sure|regardless of|no longer apply|no further (?:checking"
        r"|review|evaluation)|otherwise you|from now on|follow its instructions|these"
        r" instructions|under any circumstances|do not change|order from|has instructed"
        r" you|muss|doit|debe|moet|deve)\b"
    ),
)
# Who is to be judged, seen from outside:
_OWN_PARTS = (
    rf"\b(?:{_OWN})(?!\w)",
    r"\bthe (?:candidate|applicant)(?: above| below)?\b",
    (
        r"\b(?:candidate|applicant|kandidat\w*|candidat\w*) (?:is|meets|has|approved"
        r"|cleared|scores?|passed|bereits|goedgekeurd|aprobado|aprovado)\b"
    ),
    r"\bthe person (?:above|below|described)\b",
    r"\bme\b",
    r"\bthis one\b",
)
# The outcome:
_VERDICT = (
    rf"\b{_PRAISE}(?!\w)",
    (
        r"\b(?:top marks|positive verdict|approved?|cleared|hire|interview|match(?:es)?"
        r"|qualifie[sd]|satisfied|fulfilled|as met|as present|yes|none|positive|advancement"
        r"|verified|relevance|shortlist|number one|rank highest|volle punktzahl|vorhanden"
        r"|einstellen|contratar|goedgekeurd|aprobad[oa]|aprovad[oa]|en t[êe]te|pr[ée]sentes"
        r"|cumplidas|nota 10|score van 10|score 100|puntuaci[óo]n 100)\b"
    ),
)


def _any(parts: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{part})" for part in parts), re.IGNORECASE | re.MULTILINE)


_SETS_ASIDE, _ORDERED = _any(_SET_ASIDE), _any(_ORDERS)
_SIGNS = tuple(map(_any, (_ADDRESS, _NAMED, _READING, _OBLIGED, _COMMAND, _OWN_PARTS, _VERDICT)))
# What others say of the author is said to them.
_REPORTED = re.compile(
    r"^\W*(?:clients?|customers?|patients?|pupils|students|guests|people|colleagues) (?:\w+ )?(?:say|tell|ask)s?\b",
    re.IGNORECASE,
)
_FIRST_PERSON = re.compile(r"^\W*(?:I|I['’]m|We|My)\b|[\"“]I (?:\w+ )?recommend", re.IGNORECASE)


# Without one of these a text holds none of the signs that count; looking for words is much quicker than for patterns.
_HINT_WORDS = """
ignore disregard forget override bypass overrule ignoriere ignorieren vergiss vergessen missachte ignorez ignorer
oublie oubliez ignora olvida desestima negeer vergeet esqueça esqueca desconsidere ai ais ki ia llm llms ats gpt
chatgpt claude gemini copilot language model models system assistant evaluator parser bot bots algorithm sprachmodell
assistent künstliche intelligence système inteligencia modelo asistente sistema taalmodel inteligência assistente
reader reviewer automated automatic machine automatische logiciel systemnachricht systeembericht mensaje mensagem
admin administrator developer prompt whoever whatever label candidate candidates applicant applicants resume resumes
resumé résumé cv cvs curriculum profile application person text document kandidat kandidatin bewerber bewerberin
bewerbung lebenslauf candidat candidature candidato candidata candidatura currículum currículo persona pessoa
kandidaat sollicitant sollicitatie profil you your du sie tu vous eres usted je u você me pretend repeat instructions
instruction inst sys score recommendation antworte antworten réponds répondez responde responda antwoord return output
respond reply answer erwähne nenne mentionne mentionnez mencione menciones vermeld status skip treat missing signals
rubric description criteria lack doubt requirements kriterien critères requisitos ervaring critérios compétences
fehlende fehlenden rating rank match fit role q user endoftext im_start im_end verdict evaluation rules
"""
_HINTS = frozenset(_HINT_WORDS.split())
_MARKS = re.compile(r"^\s*(?:/\*|//|%%|<!--|\{\{|---|#)|<\||</?\w+>")
_WORD = re.compile(r"\w+")


@lru_cache(maxsize=8192)
def is_instruction(text: str) -> bool:
    """True for words that order a machine how to judge."""
    words = _WORD.findall(text.casefold())
    may_tell = not _HINTS.isdisjoint(words) or bool(_MARKS.search(text))
    may_judge = may_order(words)
    if not (may_tell or may_judge):
        return False
    if _FIRST_PERSON.search(text) or _REPORTED.search(text):
        return bool(_SETS_ASIDE.search(text))
    if may_judge and orders_a_verdict(text):
        return True
    if not may_tell or tells_of_work_done(text):
        return False
    if _SETS_ASIDE.search(text):
        return True
    if _ORDERED.search(text):
        return True
    address, named, reading, obliged, command, own, verdict = (bool(sign.search(text)) for sign in _SIGNS)
    if address and (reading or command or own or verdict):
        return True
    if named and (reading or command or own) and (verdict or command):
        return True
    return (verdict and (obliged or (reading and (own or command)))) or (reading and command and own)
