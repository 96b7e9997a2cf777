"""The words of postings in German, French, Spanish, Dutch and Portuguese, as alternations for the patterns that read
English ones. Each name says what the words tell; the headings are keyed by the value of the part that they open."""

HEADINGS = {
    "nice": (
        r"pr[ée]f[ée]r(?:é|ence).*|(?:een |is een )?pr[éeè](?:'s)?|wat is (?:mooi|fijn) meegenomen.*|pluspunten.*"
        r"|diferenciais.*|(?:será |é )?desej[áa]vel.*|des[ée]jable.*|se valora.*|les plus.*|(?:das )?wäre (?:toll"
        r"|schön|ideal).*|plus(?:punkte)?.*von vorteil.*|conocimientos (?:deseables|valorables)"
    ),
    "equal_opportunity": r"diversité.*|vielfalt.*|diversiteit.*|diversidade.*|igualdad.*|igualdade.*",
    "how_to_apply": (
        r"solliciteren.*|sollicit(?:eer|atie).*|interesse\?*|(?:ben je |heb je )?(?:enthousiast|geïnteresseerd).*"
        r"|candidate-?se.*|como se candidatar.*|candidatura.*|inscripci[óo]n.*|cómo (?:aplicar|postular).*|postuler.*"
        r"|candidature.*|(?:haben wir |hast du )?interesse.*|(?:ihre? |deine? )?ansprechpartner(?:in)?|contacto?"
    ),
    "benefits": (
        r"wat (?:bieden wij|wij bieden|krijg je|we (?:je )?bieden|bieden we).*|(?:ons |wij )?(?:aanbod|bieden).*"
        r"|arbeidsvoorwaarden.*|dit (?:bieden|krijg).*|benef[íi]cios.*|(?:o que )?(?:n[óo]s )?oferecemos.*"
        r"|vantagens.*"
        r"|remunera(?:ción|ção).*|(?:se|te|qu[ée] te|lo que te|lo que) ofrec\w+.*|condiciones.*|(?:was |das )?(?:wir"
        r"|bieten wir).*biet\w+.*|(?:deine|ihre|unsere) (?:vorteile|benefits).*|avantages.*|nos avantages.*"
        r"|rémunération"
        r"|(?:ce que )?nous vous (?:offrons|proposons).*"
    ),
    "duties": (
        r"wat (?:ga je|ga jij|je gaat|doe je|jij doet) (?:er )?(?:doen)?.*|(?:jouw |je |de )?(?:taken|werkzaamheden"
        r"|functie|rol)(?: en verantwoordelijkheden)?|functie-?omschrijving.*|verantwoordelijkheden.*"
        r"|responsabilidades.*|(?:suas |principais )?atividades.*|atribui[çc][õo]es.*|o que (?:voc[êe] )?(?:vais?"
        r"|ir[áa]) fazer.*"
        r"|(?:tus |las |principales )?(?:funciones|tareas|responsabilidades).*|qué harás.*|(?:deine|ihre"
        r"|die) (?:aufgaben"
        r"|rolle).*|was (?:dich|sie) erwartet.*|(?:vos |tes |les )?(?:principales )?(?:missions|tâches|activités).*"
        r"|votre (?:rôle|mission).*|vous serez (?:chargée?|responsable).*|description du poste.*"
    ),
    "must": (
        r"wat (?:vragen wij|wij vragen|breng je mee|vragen we|we vragen|neem je mee|we zoeken).*|functie-?eisen.*"
        r"|(?:jouw |dit is jouw |jij |wie ben jij)(?: ?profiel)?\??|wie (?:zoeken wij|ben jij|ben je).*"
        r"|dit (?:ben jij"
        r"|neem je mee|breng je mee).*|gevraagd.*|profiel.*|requisitos.*|o que (?:esperamos|buscamos|procuramos).*"
        r"|(?:seu )?perfil.*|qualifica[çc][õo]es.*|conhecimentos.*|o que precisa.*|qué (?:buscamos|necesitas"
        r"|pedimos).*"
        r"|(?:qué )?(?:se requiere|requerimos|pedimos).*|formaci[óo]n.*|(?:das |was )?(?:bringst du|bringen sie"
        r"|du mitbring"
        r"|sie mitbring).*|was (?:wir erwarten|dich auszeichnet|sie auszeichnet).*|(?:ihr|dein) (?:profil|können).*"
        r"|voraussetzungen.*|(?:votre |le )?profil.*|(?:vos )?(?:compétences|qualifications).*"
        r"|ce que nous (?:recherchons"
        r"|attendons).*|prérequis.*"
    ),
    "about": (
        r"wie (?:zijn wij|wij zijn|zijn we|we zijn).*|over (?:ons|de organisatie|het bedrijf)|(?:het |ons )?bedrijf"
        r"|sobre (?:n[óo]s|a empresa|nosotros|la empresa|o time|a vaga)|quem somos.*|a empresa|la empresa"
        r"|nuestra empresa"
        r"|l['’]entreprise|notre (?:entreprise|société|histoire)|qui (?:sommes|nous sommes).*|das unternehmen"
        r"|wir über uns"
        r"|unser(?:e)? (?:unternehmen|geschichte)"
    ),
}

LANGUAGES = (
    "alemão|alemao|nederlands|nederlandse|engels|engelse|duits|duitse|frans|franse|spaans|spaanse|italiaans|poolse"
    "|inglês|ingles|espanhol|francês|português|portugués|holandés|italiano|ruso|árabe|neerlandés|espagnol"
    "|italien|néerlandais|portugais|arabe|polonais|français|russe|chinois|spanisch|italienisch|niederländisch"
    "|polnisch|russisch|türkisch|englische|deutsche|castellano|catalán|español"
)
# Beside the name of a language, these say that it is to be spoken.
OF_LANGUAGE = (
    "technique|courante?|professionnel(?:le)?|intermédiaire|parlée?|lue?|écrite?|alto|alta|medio|avanzado"
    "|fluido|bilingüe"
    "|nativo|intermedio|imprescindible|valorable|requerido|hablado|escrito|avançado|intermediário|fluente|básico"
    "|obrigatório|desejável|exigida?o?|souhaitée?s?|appréciée?s?|exigée?s?|obligatoire|indispensable|fließend(?:es?)?"
    "|verhandlungssicher(?:es?)?|taal|talen|vloeiend|beheersing|in woord en (?:ge)?schrift|spreek\\w*|schrijf\\w*"
    "|valor\\w+|ser[áa]|est|ist|sind|kenntnisse|sprach\\w+|gute|sehr gute|sichere?|niveau|nivel|nível|vereist"
    "|is een|serait|sería|seria"
)
MUST = (
    r"vereist|verplicht|noodzakelijk|(?:is een )?must|minimaal|minstens|tenminste|obrigat[óo]ri[oa]s?"
    r"|indispens[áa]vel"
    r"|imprescind[íi]ve(?:l|is)|necess[áa]ri[oa]s?|m[íi]nimo|m[íi]nima|exigido|obligatori[oa]s?|requerid[oa]s?"
    r"|indispensables?|au moins|au minimum|mindestens|unbedingt|impérati(?:f|ve)"
)
NICE = (
    r"(?:is )?een (?:pr[ée]e?|pluspunt|voordeel)|(?:strekt|strekken) tot aanbeveling|mooi meegenomen|bij voorkeur"
    r"|gewenst|handig|desej[áa]ve(?:l|is)|diferencia(?:l|is)|ser[áa] um (?:plus|diferencial|ponto positivo)"
    r"|preferenc?ialmente|de preferência|valor(?:able|ará|arán|aremos|an|a|izad[oa]s?)\b|preferible(?:mente)?"
    r"|(?:sería|serait|seria|wäre|zou) (?:un |une |um |ein |een )?(?:plus|atout|vorteil|pluspunt|mooi|ideal"
    r"|schön|toll)"
    r"|(?:ein |von )(?:plus|vorteil)|idéalement|idealmente|gerne auch"
)
EXPERIENCE = r"ervaring|werkervaring|experi[êe]ncia|viv[êe]ncia|berufserfahrung|praxiserfahrung"
SKILL = (
    r"kennis|beheersing|vaardig\w*|ervaren met|conhecimentos?|dom[íi]nio|conocimientos?|manejo|dominio|maîtrise"
    r"|connaissances?|kenntnis(?:se)?|sicherer? umgang|erste erfahrungen"
)
CERTIFICATION = (
    r"dipl[ôo]me d['’][ée]tat|ordre des \w+|rijbewijs|vca|heftruckcertificaat|certificaat|diploma zeevaart"
    r"|carteira de habilitação|cnh|carta de condução"
    r"|habilita[çc][ãa]o|registo|staplerschein|führerschein(?:klasse)?|sachkundenachweis|caces|permis [bc]e?"
    r"|attestation|carn[eé]t? de (?:conducir|carretillero|manipulador)|permiso de conducir|colegiad[oa]"
)
# By level of the degree.
DEGREES = {
    "secondary": (
        r"\b[Mm][Bb][Oo][ -]?[1-4]?\b|\bvmbo\b|\bhavo\b|\bvwo\b|\bensino médio\b|\b2º grau\b|\bbachillerato\b"
        r"|\bbac pro\b"
        r"|\b(?:berufs|fach)?ausbildung\b|\bf\.?p\.? (?:de )?grado medio\b|\btécnico em\b|\bcurso técnico\b"
        r"|\bESO\b|\bforma[çc][ãa]o em\b|\bformaci[óo]n en\b"
    ),
    "associate": r"\bF\.?P\.?(?= )|\bbac ?\+ ?2\b|\bDUT\b|\btecnólogo\b|\bciclo formativo\b",
    "bachelor": (
        r"\bensino superior\b|\bgradua[çc][ãa]o\b|\bbacharelado\b|\blicenciad[oa]\b|\bdiplomatura\b|\bgrado (?:o|u)\b"
        r"|\b[Hh][Bb][Oo]\b|\btitulaci[óo]n universitaria\b|\bstudium\b|\bstudienabschluss\b"
        r"|\bestudios universitarios\b"
    ),
    "master": r"\bwo[ -](?:niveau|opleiding|diploma|werk)\b|\bp[óo]s-?gradua[çc][ãa]o\b|\bmestrado\b|\bbac ?\+ ?5\b",
}
# Where a unit of time follows; the article alone counts nothing.
NUMBERS = {
    **dict.fromkeys(("einem", "ein", "un", "une", "uno", "um", "een", "één"), 1),
    **dict.fromkeys(("zwei", "deux", "dos", "dois", "duas", "twee"), 2),
    **dict.fromkeys(("drei", "trois", "tres", "três", "drie"), 3),
    **dict.fromkeys(("vier", "quatre", "cuatro", "quatro"), 4),
    **dict.fromkeys(("fünf", "cinq", "cinco", "vijf"), 5),
    **dict.fromkeys(("sechs", "seis", "zes"), 6),
    **dict.fromkeys(("acht", "huit", "ocho", "oito"), 8),
    **dict.fromkeys(("zehn", "dix", "diez", "dez", "tien"), 10),
}
EDUCATION = (
    r"opleiding|mbo|hbo|wo|werk- en denkniveau|ensino (?:superior|médio)|gradua[çc][ãa]o|forma[çc][ãa]o|formaci[óo]n"
    r"|bacharelado|titulaci[óo]n|F\.?P\.?|estudios|de formation|formation (?:en|de|type|initiale)|niveau bac"
    r"|bachillerato"
    r"|licenciad[oa]|studienabschluss|mestrado|curso técnico"
)
YEARS = r"jaar|jaren|anos?"
MONTHS = r"maanden?"
TITLES = (
    r"\w*administrator(?:in)?|\w*betreuer(?:in)?|\w*meister(?:in)?|\w*arbeiter(?:in)?|\w*therapeut(?:in)?"
    r"|\w*informatiker(?:in)?|\w{3,}kraft|verzorgende|chefe de \w+|cozinheiro|empregad[oa] de \w+|recepcionista"
    r"|declarant|desenvolvedora?(?:\(a\))?|engenheir[oa]|analista|gerente|coordenadora?|vendedora?"
    r"|assistente|auxiliar|operadora?|professora?|enfermeir[oa]|motorista|cozinheir[oa]|garçom|contadora?"
    r"|estagiári[oa]"
    r"|conductora?|encargad[oa]|jef[ea] de \w+|dependient[ea]|limpiador(?:a)?|abogad[oa]|médic[oa]|diseñador(?:a)?"
    r"|programador(?:a)?|consultora?|comercial|mozo de almac[ée]n|repartidor(?:a)?|chef d['’]\w+|chef de \w+"
    r"|mécanicien(?:ne)?|soudeu(?:r|se)|menuisi(?:er|ère)|aide[- ]soignante?|avocate?|juriste|caissi(?:er|ère)"
    r"|boulang(?:er|ère)|maçon|opérateur|opératrice|secrétaire|directeur|directrice|chargée? de [\w']+"
    r"|commercial(?:e)?"
    r"|\w*medewerk(?:er|ster)|\w*monteur|\w*verpleegkundige|\w*adviseur|\w*ontwikkelaar|\w*chauffeur|verkoper"
    r"|verkoopster"
    r"|\w*beheerder|\w*docent|leraar|lerares|\w*planner|inkoper|boekhouder|kok|projectleider|\w*begeleider|kapper"
    r"|\w*pfleger(?:in)?|\w*fahrer(?:in)?|bäcker(?:in)?|tischler(?:in)?|schreiner(?:in)?|maurer(?:in)?|koch"
    r"|\w*schlosser(?:in)?|schweißer(?:in)?|\w*helfer(?:in)?|friseur(?:in)?|steuerfachangestellte[r]?"
    r"|\w*angestellte[r]?"
    r"|\w*manager(?:in)|jurist(?:in)?|rechtsanwalt|rechtsanwältin|\w*assistent(?:in)?|medizinische fachangestellte"
)
