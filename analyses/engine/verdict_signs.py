"""Signs of an order to a machine, in a dozen languages; :mod:`analyses.engine.verdicts` says which must come together.

Patterns for whole sentences, matched without regard to case.
"""

import re


def _stems(text: str) -> str:
    return "|".join(text.split())


_DOCUMENT = (
    r"(?:candidat\w*|applicants?|applications?|person(?:ne|a)?|individual|r[ée]sum[ée]s?|cv|curricul\w+"
    r"|curr[íi]cul\w+|profil\w*"
    r"|profiel|perfil|kandidat\w*|bewerb\w+|lebenslauf|dossier|pessoa|kandidaat|sollicita\w+|persoon"
    r"|kandydat\w*|życiorys\w*|sökande\w*|ansökan|ansøger\w*|søker\w*|aday\w*|özgeçmiş\w*)"
)
_THIS = (
    r"(?:this|these|the above|the present|diese[nrsm]?|ce(?:t|tte)?|est[ae]|quest[oa]|deze|dit|tego|tę|ten|tej"
    r"|temu|tym|den här|det här"
    r"|denna|detta|denne|dette|bu)"
)
WHOM = re.compile(
    rf"\b(?:{_THIS} {_DOCUMENT}|me(?= ?(?:$|ahead|among|first|high|higher|[.,;!]|for\b|as\b|without|to the|at"
    rf"|above|over|now|the|full|five|10|100|como|sem|senza|zonder))|mich|moi|mij|mig|mnie|beni"
    r"|this is the|(?:the )?(?:candidate|applicant|person|one) (?:above|below|described|named|in this \w+))\b",
    re.IGNORECASE,
)
# "This applicant" is written by nobody about their own work: beside a command it needs no outcome.
THIS_ONE = re.compile(
    rf"\b(?:{_THIS}) (?:candidat\w*|applicants?|r[ée]sum[ée]s?|cv|curricul\w+|curr[íi]cul\w+|kandid\w*"
    rf"|bewerb\w+|lebenslauf|sollicita\w+|kandydat\w*|życiorys\w*"
    r"|sökande\w*|ansökan|ansøger\w*|ansøgning\w*|søker\w*|aday\w*|özgeçmiş\w*)\b",
    re.IGNORECASE,
)
# Nor do people speak of "this applicant" from outside in an account of their own work, whatever is said.
THIS_PERSON = re.compile(
    rf"\b(?:{_THIS}) (?:candidat(?:e|o|a|en|s)?|applicants?|kandida[dt]\w*|bewerber\w*|sollicitant\w*"
    rf"|kandydat\w*|sökande\w*|ansøger\w*|søker\w*|aday\w*)\b",
    re.IGNORECASE,
)
OF_ONESELF = re.compile(
    r"\b(?:I|my|we|our|ich|mein\w*|wir|je|j['’]\w+|mon|ma|mes|nous|yo|mi|mis|io|mio|mia|eu|meu|minha|ik|mijn|ja"
    r"|mój|moja|jag|min|mitt)\b|\b(?:19|20)\d\d\b|\w+ed by\b",
    re.IGNORECASE,
)
AS_IF = re.compile(
    r"\b(?:as if|as though|als ob|als wären|als seien|comme si|como si|come se|como se|alsof|jakby|som om)\b",
    re.IGNORECASE,
)
ANY_ONE = re.compile(rf"\b{_DOCUMENT}\b", re.IGNORECASE)
FORBIDS = re.compile(
    r"(?:^|[.,:;!] )\W*(?:please |bitte |por favor |per favore )?(?:do not|don['’]t|never|ne|n['’]|no|non|não"
    r"|nie|niet|nunca|jamais|mai|nooit|nigdy|aldrig|inte) ?(?!one\b|body\b)\w+",
    re.IGNORECASE,
)
WHEN_YOU = re.compile(
    r"\b(?:when|while|if|as|before|once) you (?:score|rate|rank|grade|judge|evaluate|assess|review|read"
    r"|summari[sz]e|screen|compare)\b"
    r"|\b(?:exceeds|meets|satisfies|fulfil?ls|has|possesses|erfüllt|cumple|remplit|soddisfa|preenche|cumpre"
    r"|voldoet aan|spełnia|uppfyller|opfylder) (?:\w+ ){0,2}?(?:all|every|each|alle|jede|tod[oa]s|tous|toutes"
    r"|tutti|tutte|wszystkie|alla)\b",
    re.IGNORECASE,
)
# "The candidate" is also whom recruiters write of: then the outcome must be one of rankings.
THE_ONE = re.compile(
    r"\b(?:the (?:applicant|candidate)|(?:der|den|dem) (?:bewerber|kandidat)\w*|il candidato|la candidata|le"
    r" candidat|la candidate"
    r"|de (?:kandidaat|sollicitant)|o candidato|a candidata|el candidato)\b",
    re.IGNORECASE,
)
RANKED = re.compile(
    r"\b(?:on top|to the top|top of the|first place|(?:highest|maximum|full|best|top) (?:possible )?(?:scores?"
    r"|marks?|rating|rank\w*|points)|hired?|100"
    r"|punktzahl|punkte|platz eins|note maximale|puntuaci[óo]n|punteggio|pontua[çc][ãa]o|hoogste score)\b",
    re.IGNORECASE,
)
OUTCOME = re.compile(
    r"\b(?:(?:the |at |to |on )(?:very )?top|first (?:place|in|of|choice)|number one|highest|full (?:score"
    r"|marks|points)|maximum"
    r"|perfect|best|winner|strongest|ideal|hervorragend\w*|ausgezeichnet\w*|überragend\w*|exzellent\w*"
    r"|excelent\w*|excellente?s?|eccellent\w*|uitstekend\w*|doskona\w*|utmärkt\w*|flawless|outstanding"
    r"|exceptional|excellent|glowing|favou?rabl\w+|suitable|apt[oa]|id[óo]ne[oa]|geeignet|geschikt|adequad[oa]"
    r"|odpowiedni\w*|lämplig\w*|(?:above|ahead of|before) (?:all|every|any|the)(?: the)? others?|accordingly"
    r"|einzuladen|einzustellen|zu bevorzugen|ohne weitere prüfung|tout en haut|(?:prim|primer|secondo|premi)\w*"
    r" (?:posto|puesto|lugar|place)|(?:100|hundred)(?= ?(?:%|points?|per ?cent|out|/|\W|$))"
    r"|10 ?/ ?10|\d+ (?:von|out of|sur|de|su|van|av|of) \d+|\d+ (?:bonus )?(?:points?|punkte?n?|puntos|punti"
    r"|pontos|punten|punktów|poäng)|(?:five|cinq|fünf|cinco) \w+"
    r"|nota (?:10|dez|cem|diez|dieci)|(?:below|under|above|at least|over) (?:\d\d|this|the)|positive|nothing"
    r" but|good things|strengths|ticked"
    r"|yes|ja|oui|sí|sì|sim|tak|met(?=['\"”’.]*$)|recommended|massimo|máximo|hire|hired|hiring|interview|(?:as"
    r"|are|is|be) (?:met|satisfied|fulfilled|present|passed|given|complete|qualified|suitable"
    r"|approved|accepted)|priority|front of|must[- ]have hire|praise|ahead of|without (?:further )?(?:review|checks?)"
    r"|ganz (?:nach )?oben|an (?:die )?erste\w*|platz (?:eins|1)|spitze|volle\w* punkt\w*|höchst\w*|maximal\w*"
    r"|beste[nrm]?|erfüllt|einstell\w+"
    r"|eingeladen|einladen|perfekt\w*|ideal\w*|bestens geeignet\w*|vorhanden|gegeben"
    r"|premi(?:er|ère)|en tête|sommet|en haut|maxim(?:um|ale?)|meilleure?|plus (?:haute|élevée|grande)"
    r"|parfait\w*|présent\w*"
    r"|satisfait\w*|rempli\w*|acquis\w*|embauch\w+|entretien"
    r"|primer\w*|máxim\w*|más alt\w*|mejor|arriba|cumplid\w*|perfect[oa]|contratar|contrataci[óo]n|entrevista"
    r"|encabeza\w*"
    r"|primo|prima|massim\w*|più alt\w*|miglior\w*|cima|soddisfatt\w*|perfett\w*|ideale|assumere|assunzione|colloquio"
    r"|primeir\w*|mais alt\w*|melhor|topo|cumprid\w*|preenchid\w*|atendid\w*|perfeit\w*|contrata\w+"
    r"|bovenaan|hoogste|maximale|beste|eerste|vervuld|voldaan|perfecte?|ideale|aannemen|aan te nemen|uitgenodigd"
    r"|najwyż\w*|maksymaln\w*|pierwsz\w*|najlepsz\w*|spełni\w*|idealn\w*|zatrudni\w*"
    r"|högsta|høyeste|højeste|bästa|bedste|första|første|överst|øverst|uppfyll\w*|opfyld\w*|oppfyl\w*"
    r"|anställ\w*|full poäng"
    r"|en yüksek|en iyi|birinci|ilk sıra\w*|karşılan\w*|tam puan|işe al\w*)(?!\w)",
    re.IGNORECASE,
)
_REQUIREMENT = (
    r"(?:questions?|frage\w*|preguntas?|domand\w+|perguntas?|vra(?:ag|gen)|pytani\w*|fråg\w*|boxes"
    r"|requirements?|criteri\w*|qualifications?|skills?|must[- ]haves?|conditions?|anforderung\w*|kriterien"
    r"|kenntnisse|qualifikation\w*"
    r"|muss-\w+|exigences?|crit[èe]res?|comp[ée]ten\w*|requisit\w*|habilidades|compet[êe]nci\w*|eisen|vereisten"
    r"|vaardigheden|wymaga\w*"
    r"|krav\w*|kvalifikation\w*|gereksinim\w*|şart\w*)"
)
ALL = re.compile(
    r"\b(?:all|every|each|any|elke|ogni|cada|toda|każd\w*|varje|alle[ns]?|sämtliche\w*|toutes?|tous|tod[oa]s"
    r"|tutt[ie]|wszystkie|wszelkie|alla|tüm|bütün|missing|fehlende\w*"
    rf"|manquantes?|ontbrekende)\b[^.;:\n]{{0,25}}\b{_REQUIREMENT}\b",
    re.IGNORECASE,
)
GIVEN = re.compile(
    r"\b(?:(?:considered|treated|counted|deemed|regarded|assumed) (?:as |to be )?(?:met|satisfied|fulfilled"
    r"|present|passed|given|complete|shown|there)|as (?:met|satisfied|fulfilled|present|passed|given|complete"
    r"|shown)|(?:is|are|were) (?:all )?(?:met|satisfied|fulfilled|present|given|shown)|erfüllt|vorhanden|gegeben"
    r"|présent\w*|satisfait\w*|rempli\w*|acquis\w*|cumplid\w*|soddisfatt\w*|cumprid\w*|preenchid\w*|atendid\w*"
    r"|vervuld|voldaan|spełni\w*|uppfyll\w*"
    r"|yes|ja|oui|sí|sì|sim|tak|met(?=['\"”’.]*$))\b",
    re.IGNORECASE,
)
# To set aside what was said before. In the form of a command: "trained to ignore earlier alarms" is none.
SET_ASIDE = re.compile(
    r"(?<!to )(?<!that )(?<!not )(?<!who )(?<!which )(?<!never )\b(?:ignore|disregard|forget|override|overrule"
    r"|discard|set aside|put aside"
    r"|drop|pay no (?:attention|heed) to|take no notice of|do not (?:follow|obey|heed)|ignorier\w+|vergiss"
    r"|vergesst|vergessen sie|missacht\w+"
    r"|lass\w* [^.\n]{0,40}\b(?:außer acht|beiseite)|hör nicht auf|befolge nicht|ignore[rz]|oublie[rz]?"
    r"|tien[sz]? pas compte|tenez pas compte|fais(?:ons)? abstraction"
    r"|faites abstraction|laisse[rz]? de côté|ignora|ignorad|olvida|olvide|caso omiso|no (?:tengas|tenga) en"
    r" cuenta|descarta|desestima|dimentica|trascura"
    r"|non (?:tenere|tener) conto|lascia perdere|desconsider\w+|esque[çc]\w+|não (?:leves|leve|tenhas) em conta"
    r"|negeer|vergeet|laat [^.\n]{0,40}\bbuiten"
    r"|zignoruj|ignoruj|zapomnij|pomiń|ignorera|glöm|bortse|ignorér|ignorer|glem|se bort|yok say|görmezden"
    r"|unut)\b(?!-)",
    re.IGNORECASE,
)
BEFORE_THIS = re.compile(
    r"\b(?:(?:asked|told|wants?) you|you (?:were|have been|are) (?:told|asked)|previous|prior|earlier|above"
    r"|preceding|before|(?:were|was|been|have been|are) (?:told|given|asked|instructed)|so far|until now|original"
    r"|plus tôt|reçue?s|recibid\w+|más arriba|vorher\w*|bisher\w*|vorig\w*|oben|zuvor|vorangehend\w*"
    r"|vorgegeben\w*|früher\w*|(?:stato|stata) detto|han dicho|a (?:été )?dit|foi dito|gesagt|gezegd|verteld"
    r"|powiedzian\w*|pr[ée]c[éèe]d\w*|ci-dessus|auparavant|avant|anterior\w*|previ[oa]s?|prévi\w*"
    r"|arriba|precedent[ei]|prima|sopra|antes|acima|vorige|eerdere|voorgaande|bovenstaande|hiervoor"
    r"|poprzedni\w*|wcześniejsz\w*|powyższ\w*|tidigare|tidligere"
    r"|ovanstående|önceki|yukarıdaki)\b",
    re.IGNORECASE,
)
SAID = re.compile(
    r"\b(?:instru\w+|prompts?|rules|guidelines|orders|commands|directions|criteria|everything|all|whatever|what"
    r"|anything|anweisung\w*|regeln|vorgaben|alle\w*"
    r"|was|befehl\w*|ordres?|[óo]rdenes|ordini|ordens|comand\w+|bevel\w*|consigne\w*|r[èe]gles|tout\w*|ce qui"
    r"|ce que|reglas|lo|tod[oa]s?|tutt\w+|quanto|ci[òo]|tudo|regras|al|alles|opdracht\w*|instructies|wat"
    r"|polece\w+|instrukcj\w+|wszystk\w+|allt?|alla|tüm|her şey\w*|talimat\w*)\b",
    re.IGNORECASE,
)
_MACHINE = (
    r"(?:(?-i:AIs?|A\.I\.|KI|IA|SI|LLMs?|ATS|GPT\S*)|\w*gpt\w*|chatbot|bots?|robots?|automated \w+|automatic"
    r" \w+|algorit\w+|algoritm\w*|künstliche\w* intelligenz|artificial intelligence"
    r"|intelligence artificielle|inteligencia artificial|intelligenza artificiale|inteligência artificial"
    r"|kunstmatige intelligentie|sztuczn\w+ inteligencj\w+"
    r"|yapay zek[âa]\w*|(?:\w+ ){0,2}(?:system|software|machine|programme?|model|parser|screener|assistant"
    r"|engine)s?|\w*system\w*|\w*programm?|sistema(?: \w+){0,3}|logiciel(?: \w+){0,3}|syst[èe]me(?: \w+){0,3}"
    r"|systeem|\w+systeem|modell?\w*|modelo(?: \w+){0,3}|modello(?: \w+){0,3}|assistent\w*|assistant \w+"
    r"|asistente(?: \w+){0,2})"
)
GREETED = re.compile(
    r"^\W*(?:\w+ )?(?:(?:hint|tip|remark|word|reminder) (?:to|for)|for|dear|liebe[rs]?|ch[èe]re?|querid[oa]"
    r"|car[oa]|beste|geachte|k[äa]ra|kjære|kære|drog[iae]\w*|szanown\w+|sayın|hey|hi|hello|hallo|hola|ciao|olá"
    r"|attention|achtung"
    r"|atenci[óo]n|attenzione|aten[çc][ãa]o|let op|uwaga|note (?:to|for)|message (?:to|for)|hinweis (?:an|für)"
    r"|nota (?:per|para|a)|nachricht an|an|aan|to|ao|al|allo|alla|do|au|für|pour|per|para|voor|dla"
    r"|till|til)\b[^.:;\n]{0,12}?\b"
    rf"{_MACHINE}(?:[ -]\w+){{0,4}}\s*[:,!–—-]",
    re.IGNORECASE,
)
CALLED = re.compile(rf"^\W*{_MACHINE}\s*[:,!]", re.IGNORECASE)
OBLIGED = re.compile(
    r"\b(?:devi|debes|deves|dovete|debéis|tienes que|musisz|sollst|musst|dois|devez)\b|\b(?:you|du|sie|ihr|tu"
    r"|vous|usted|voc[êe]|lei|jij|je|u|ty|ni|sen|siz)\b[^.;\n]{0,25}\b(?:must|ska|skall|shall|should|have to"
    r"|has to|are to|ought to|need to|no choice|obey|sollst|sollen"
    r"|musst|müssen|hast zu|haben zu|dois|devez|debes|debe|tienes que|tiene que|devi|deve|deves|tens de|tem de"
    r"|moet|dient te|musisz|måste|skal|zorundas\w+|mal[ıi]s[ıi]n\w*)\b"
    r"|\b(?:system|software|machine|algorithm|model|assistant|parser|anyone|whoever|whatever) (?:that |which "
    r"|who |processing |reading |evaluating )[^.;\n]{0,40}\b(?:is to|are to|must|shall|should"
    r"|has to|have to)\b",
    re.IGNORECASE,
)
# What is to be done with it, without saying by whom; and the answer that the reader is to give.
PASSIVE = re.compile(
    r"\b(?:must|should|shall|is to|are to|has to|have to|may(?: not)?|ought to|can(?:not|"
    r" only)?)\b[^.;\n]{0,25}\bbe (?:scored|ranked|rated|answered|marked|treated|given|placed|put|hired|invited"
    r"|accepted|graded|judged|considered|listed|shown"
    r"|approved|recommended|shortlisted|rejected|forwarded)\b",
    re.IGNORECASE,
)
YOUR_ANSWER = re.compile(
    r"\b(?:your|deine?|ihre?|tes?|ton|ta|votre|tu|su|tua|sua|jouw|je|uw) (?:answer|response|output|evaluation"
    r"|verdict|score|rating|ranking|antwort|bewertung|réponse|évaluation|respuesta|evaluación|risposta"
    r"|valutazione|resposta"
    r"|avaliação|antwoord|beoordeling)\b",
    re.IGNORECASE,
)
PLEASE = re.compile(
    r"^\W*(?:please|kindly|bitte|merci de|prière de|por favor|per favore|per cortesia|alstublieft|proszę"
    r"|vänligen|lütfen)\b",
    re.IGNORECASE,
)
RECOMMENDS_ME = re.compile(r"\b(?:recommend|hire|choose|pick|select|shortlist|prefer|interview) me\b", re.IGNORECASE)
# The posting, or what is missing of it, as the thing to be set aside.
ASKED = re.compile(
    r"\b(?:(?:job (?:description|ad\w*)|vacancy|posting|rubric|scoring \w+|filters?|filtros|filtri|filtres"
    r"|\w*katalog\w*|knock-?out|missing|stellen(?:anzeige|ausschreibung)|fehlend\w*|offre(?: d['’]emploi)?"
    r"|grille|manquant\w*|oferta|faltan\w*|annuncio|offerta|mancant\w*"
    r"|personalabteilung|recruiter\w*|hiring (?:manager|team)|human resources|ressources humaines|recursos"
    r" humanos|personalafdeling|risorse umane|vaga|em falta|vacature|ontbreken\w*|ogłoszeni\w*|brakując\w*"
    r"|annons\w*)|(?:las|the|die|les|le|as|de) (?:reglas|rules|regeln|règles|regole|regras|regels))\b",
    re.IGNORECASE,
)
VERDICT_TOO = re.compile(
    r"\b(?:100|cien|cent|cem|cento|hundert|marks|score|note|punt\w+|pont\w+|punkt\w*)\b",
    re.IGNORECASE,
)
# "This CV must", in the order that each language has.
DUTY = re.compile(
    rf"\b{_THIS} {_DOCUMENT}(?::t)? (?:\w+ ){{0,2}}?(?:must|should|shall|is to|has to|deserves|counts as|muss"
    rf"|soll\w*|gehört|ist\b[^.]{{0,30}}\b(?:zu \w+en|\w+zu\w+en)|doit|mérite|debe|tiene que|merece|deve|merita"
    r"|tem de|tem que|moet|dient|verdient|musi|powin\w+|zasługuje|ska|måste|skal|må|skal)\b",
    re.IGNORECASE,
)
NOT = re.compile(
    rf"(?:^|[.,:;!] )\W*(?:please |bitte )?(?:do not|don['’]t|never|you (?:must|may|should) not)\b (?:apply"
    rf"|reject|question|doubt|screen|filter|exclude|evaluate|check|verify|judge|score|rank|downgrade"
    rf"|penali[sz]e)\b[^.;\n]{{0,50}}"
    rf"\b{_THIS} {_DOCUMENT}\b",
    re.IGNORECASE,
)
SUPPOSES = re.compile(
    r"(?:^|[.,:;!] )\W*(?:please |just |always )*(?:assume|presume|suppose|imagine)\b[^.;\n]{0,60}\b(?:the"
    r"|this) (?:resum[ée]|cv|candidate|applicant|profile|application)\b",
    re.IGNORECASE,
)
VOID = re.compile(
    r"\b(?:void|no longer (?:appl|valid|count|hold)\w*|not (?:apply|valid|count) any ?more|cancelled|superseded"
    r"|(?:gelten|gilt)\b[^.\n]{0,30}\bnicht|ungültig|aufgehoben|(?:ne|n['’])[^.\n]{0,20}\bplus|caduques"
    r"|annulée?s|anulad\w+|ya no|sin efecto|non valgono|annullat\w+|já não|não valem|sem efeito|anulad\w+"
    r"|(?:gelden|geldt)\b[^.\n]{0,20}\bniet|vervallen|nie obowiązuj\w+|gäller inte|gælder ikke)\b",
    re.IGNORECASE,
)
RULES = re.compile(
    r"\b(?:instru[ck]\w+|instruç\w+|prompts?|rules|guidelines|anweisung\w*|regeln?|vorgaben|consignes?"
    r"|r[èe]gles|reglas|regole|istruzion\w+|regras|regels|instructies|polece\w+|zasady|regler\w*)\b",
    re.IGNORECASE,
)
# Plain by themselves: what was said to the reader, and its answers given in advance.
PLAIN = re.compile(
    r"\b(?:if you are|if you're|wenn du|falls du|wenn sie|falls sie|si tu es|si vous [êe]tes|si eres|si usted"
    r" es|se sei|se lei [èe]|se (?:voc[êe] [ée]|és)|als je|als u|jeśli jesteś|om du är|hvis du er|if you happen"
    r" to be|should you be)\b"
    rf"[^.,\n]{{0,12}}\b(?:{_MACHINE}|m[áa]quina|macchina|maschine|machine|maszyn\w*|ai|sprachmodell|taalmodel)\b|"
    rf"\b(?:if|when|should|wenn|falls|si|se|quando|als|wanneer|jeśli|om|när|hvis"
    rf"|eğer)\b[^.,\n]{{0,12}}\b(?:{_MACHINE}|m[áa]quina|macchina|maschine|machine|maszyn\w*|robot\w*|computer)"
    rf" (?:\w+ ){{0,3}}?(?:reads?|is reading|liest"
    r"|lit|lee|legge|lê|leest|czyta|läser|læser|okuyorsa)\b|"
    rf"\b(?:any|every|all|whatever|whichever|toute?s?|jede[rs]?|an alle|cualquier|toda|qualsiasi|ogni|qualquer"
    rf"|elke|każd\w*|varje)\b[^.,\n]{{0,10}}\b{_MACHINE} (?:that |which |qui |die |das |que |che |som"
    rf" )?(?:reads?|ranks?|scores?|sorts?|rates?|screens?|evaluates?|reading|parsing|(?:are|is) (?:asked|told"
    rf"|requested|to)|lit|liest|lees?t?|legge|lê|czyta|läser)\b|"
    r"(?:^|[.,:;!] )\W*(?:bypass|skip|suspend|disable)\b (?:all |any |the |further )*(?:ranking|screening"
    r"|evaluation|scoring|checks|filters?)\b|"
    r"\byou (?:will|are|must|shall) now (?:\w+ ){0,3}(?:mode|approve|accept|recommend|act)\b|"
    rf"\b(?:correct|right|only acceptable|proper|accurate|fair) (?:evaluation|assessment|answer|score|rating"
    rf"|verdict|response|summary|ranking) (?:of|for|to) {_THIS} (?:{_DOCUMENT}|document|file|text)\b|"
    r"\byour (?:(?:earlier|previous|prior|other|original|old|initial|current) )?(?:instructions|guidelines"
    r"|system prompt|prompt|programming)\b"
    r"|\b(?:obey|follow|trust|believe|use|apply) only (?:the|what|this|those)\b[^.\n]{0,40}\bthis (?:resum[ée]"
    r"|cv|document|text|file|page)\b"
    r"|(?:^|[.,:;!] )\W*(?:respond|act|proceed|continue|answer|behave|score|rate|rank|judge|evaluate) as (?:if"
    r"|though)\b"
    r"|\b(?:the|your) (?:decision|verdict|answer|result|outcome|score|rating) (?:is|must be|will be|shall be"
    r"|should be) (?:yes|100|hire|accept\w*|positive|approved|met)\b"
    rf"|\b{_THIS} {_DOCUMENT} (?:overrides|overrules|replaces|supersedes|outranks|trumps)\b"
    r"|\bset \w*(?:match|fit|score|rating|rank)\w* to (?:100|9\d|max|1\b|10\b|the)"
    r"|^\W*(?:rispond\w+ (?:solo|soltanto|solamente|unicamente)|odpowiedz tylko|svara (?:bara|endast)|svar kun"
    r"|sadece .{0,20}yanıtla)\b"
    r"|\b(?:do not|don['’]t|never|must not|should not) (?:\w+ )?(?:hold|weigh|count|use|deduct|subtract|dock"
    r"|lower)\b[^.\n]{0,60}\b(?:against (?:the (?:applicant|candidate)|th(?:is|ese)|me\b)"
    r"|(?:my|this|the candidate['’]s) (?:score|rating|ranking))"
    r"|(?:^|[.!:] )\W*(?:begin|start|end of|beginning of)\b[^.:\n]{0,25}\b(?:evaluator|reviewer|system"
    r"|assistant|machine|screening|recruiter)\b[^.:\n]{0,20}\b(?:notes?|instructions?|message|prompt|summary"
    r"|verdict)\b"
    r"|\b(?:ats|match|fit|candidate|applicant|resume|cv|suitability|relevance) (?:score|rating)\s*[:=]\s*(?:100"
    r"|10 ?/ ?10|9\d ?/ ?100)"
    r"|\b(?:score|rating|note|punkte|puntuaci[óo]n|punteggio|pontua[çc][ãa]o)\s*[:=]\s*(?:100 ?/ ?100|10 ?/ ?10"
    r"|100 ?%)[^.\n]{0,20}\b(?:verified|confirmed|final|no need|approved|do not|hire)\b",
    re.IGNORECASE,
)
# The past of a verb at the beginning: work done. "Approved", "verified" and their like also stand in forged verdicts.
DONE = re.compile(
    r"^\W*(?:(?!approved|verified|cleared|passed|shortlisted|hired|updated|hidden|embedded|attached|confirmed"
    r"|validated|accepted|selected|recommended)[a-z]{3,}(?:ed|ied)"
    r"|led|ran|built|rebuilt|wrote|rewrote|kept|taught|sold|made|took|gave|brought|won|drove|oversaw|did|dealt"
    r"|grew|found|met|set up|held|was|were|had|responsible|experienced?"
    r"|wir haben|ich habe|entwickelt\w*|développ[ée]\w*|conception|desarroll[éo]\w*|diseñ[éo]\w*|sviluppat\w+"
    r"|progettat\w+|desenvolvi\w*|criei|ontwikkel\w*|gebouwd)\b",
    re.IGNORECASE,
)
