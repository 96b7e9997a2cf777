"""Questions asked in German, French or Spanish, in the English words that the answers are found by.

Only what recruiters ask by is known: question words, and the words for work, studies, languages and papers. Names and
skills stay as they are written.
"""

import re

_IS_FOREIGN = re.compile(
    r"^[\s¿]*(?:welche\w*|hat|haben|wie|wo|wann|warum|wieso|weshalb|spricht|kennt|ist|war|kann|besitzt|was|seit"
    r"|verfügt"
    r"|gibt"
    r"|habla|sabe|conoce|cu[áa]ntos?|d[óo]nde|cu[áa]ndo|qu[ée]|cu[áa]l(?:es)?|tiene|trabaja|estudi[óo]"
    r"|ha trabajado|por qu[ée]"
    r"|quel(?:le)?s?|a-t-(?:il|elle)|est-ce|où|quand|pourquoi|combien|parle-t-(?:il|elle)|connaît)\b",
    re.IGNORECASE,
)
_WORDS = tuple(
    (re.compile(pattern, re.IGNORECASE), english)
    for pattern, english in (
        (r"\bprogrammiersprachen?\b|\blangages? de programmation\b", "programming languages"),
        (r"\bdatenbanken?\b|\bbases? de données\b", "databases"),
        (r"^\s*wie viele jahre\b(?: an)?|^\s*combien d['’]années\b(?: d['’])?", "how many years of"),
        (r"^\s*(?:wie lange|seit wann|combien de temps)\b", "how long"),
        (r"^\s*wie gut (?:ist|sind)\b", "how good is"),
        (r"¿", ""),
        (r"\blenguajes? de programaci[óo]n\b", "programming languages"),
        (r"\bbases? de datos\b", "databases"),
        (r"^\s*cu[áa]ntos años(?: de)?", "how many years of"),
        (r"^\s*(?:cu[áa]nto tiempo|desde cu[áa]ndo)\b", "how long"),
        (r"^\s*por qu[ée]\b", "why"),
        (r"^\s*cu[áa]ndo\b", "when"),
        (r"^\s*d[óo]nde\b", "where"),
        (r"^\s*(?:qu[ée]|cu[áa]l(?:es)?)\b", "which"),
        (r"\bidiomas\b", "languages"),
        (r"\bhabla\b", "does speak"),
        (r"\b(?:dirigido|liderado|coordinado) (?:un |a )?(?:equipos?|personas)", "led a team"),
        (r"\b(?:carn[ée]t|permiso) de conducir\b", "driving licence"),
        (r"\b(?:titulaci[óo]n|carrera universitaria|licenciatura|t[íi]tulo universitario)\b", "degree"),
        (r"\bestudi(?:ó|o|ado)\b", "studied"),
        (r"\b(?:actualmente|ahora)\b", "currently"),
        (r"\b(?:ha )?(?:trabaj(?:a|ado|ó))\b", "worked"),
        (r"\bexperiencia\b", "experience"),
        (r"\b(?:conoce|sabe|domina)\b", "does know"),
        (r"\b(?:certificados|certificaciones)\b", "certificates"),
        (r"\b(?:empezar|incorporarse)\b", "start"),
        (r"\bempresas?\b", "employers"),
        (r"\btel[ée]fono\b", "phone"),
        (r"\btiene\b", "has"),
        (r"^\s*(?:warum|wieso|weshalb|pourquoi)\b", "why"),
        (r"^\s*(?:wann|quand)\b", "when"),
        (r"^\s*(?:wo|où)\b", "where"),
        (r"^\s*(?:welche[nrsm]?|was für|quel(?:le)?s?)\b", "which"),
        (r"\bsprachen\b(?=.*\bspricht\b)|\blangues\b", "languages"),
        (r"\bspricht\b|\bparle(?:-t-(?:il|elle))?\b", "does speak"),
        (
            r"\b(?:ein |eine |das )?(?:teams?|mitarbeiter\w*) (?:geführt|geleitet)",
            "led a team",
        ),
        (r"\b(?:dirigé\w*|encadré\w*) (?:une |l['’]|des )?(?:équipes?|personnes)", "led a team"),
        (r"^\s*where arbeite[nt] (?:er|sie)\b", "where does this person work"),
        (r"\b(?:geführt|geleitet|dirigé\w*|encadré\w*)\b", "led"),
        (r"\blkw[- ]?führerschein\w*\b|\bpermis (?:poids lourds?|c\+?e?)\b", "HGV licence"),
        (r"\bführerschein\w*\b|\bfahrerlaubnis\b|\bpermis(?: de conduire| b)?\b", "driving licence"),
        (r"\bführungserfahrung\b", "leadership experience"),
        (r"\babschlüsse\b|\bdiplômes\b|\bt[íi]tulos\b", "degrees"),
        (r"\b(?:studium|hochschulabschluss|studienabschluss|abschluss|diplôme)\b", "degree"),
        (r"\bstudiert\b|\bétudié\w*\b", "studied"),
        (r"\b(?:beschäftigt|angestellt|berufstätig|en poste|empleado|empleada)\b", "employed"),
        (r"\b(?:derzeit|aktuell|momentan|zurzeit|jetzt|heute|actuellement)\b", "currently"),
        (r"\barbeite[nt]\b|\bgearbeitet\b|\btravaill\w+\b", "worked"),
        (r"\b(?:berufs|arbeits)?erfahrung(?:en)?\b|\bd?['’]?expérience\b", "experience"),
        (r"\bkennt\b|\bbeherrscht\b|\bconnaît\b|\bmaîtrise\b", "does know"),
        (r"\b(?:zertifikate?|zertifizierung(?:en)?|zertifiziert)\b|\bcertificats?\b|\bcertifié\w*\b", "certificates"),
        (r"\b(?:verfügbar|anfangen|beginnen|starten|disponible|commencer)\b", "start"),
        (r"\bgekündigt\b|\bverlassen\b|\bquitté\w*\b", "left"),
        (r"\b(?:arbeitgeber|firmen|unternehmen|employeurs?)\b", "employers"),
        (r"\blücken?\b", "gap"),
        (r"\b(?:telefonnummer|telefon|téléphone)\b", "phone"),
        (r"\b(?:hat|haben|besitzt|verfügt|gibt es|a-t-(?:il|elle)|est-ce qu['’](?:il|elle) a)\b", "has"),
        (r"\b(?:kann)\b", "can"),
        (r"\b(?:ist|est)\b", "is"),
        (r"\bwar\b", "was"),
        (r"\b(?:bei|chez)\b", "at"),
        (r"\b(?:mit|avec)\b", "with"),
        (r"\b(?:und|et)\b", "and"),
        (r"\b(?:in der|im)\b", "in"),
        (r"\b(?:er|sie|il|elle|der kandidat|die kandidatin|le candidat|la candidate)\b", "they"),
        (r"\b(?:ein|eine|einen|einem|das|den|dem|une|un|le|la|les)\b", "a"),
        (r"\b(?:abgeschlossen|über|deutsche?n?)\b(?=\s*\?*$)", ""),
    )
)
_LANGUAGES = tuple(
    (re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE), english)
    for pattern, english in (
        ("deutsch|allemand|alem[áa]n", "German"),
        ("englisch|anglais|ingl[ée]s", "English"),
        ("französisch|français|franc[ée]s", "French"),
        ("spanisch|espagnol|español|castellano", "Spanish"),
        ("italienisch|italien|italiano", "Italian"),
        ("polnisch|polonais", "Polish"),
        ("russisch|russe", "Russian"),
        ("türkisch|turc", "Turkish"),
    )
)


def in_english(question: str) -> str:
    """The question in English words where it is German or French; any other as it is."""
    if not _IS_FOREIGN.match(question) or re.match(r"\s*was (?:he|she|they|it|there|the)\b", question, re.IGNORECASE):
        return question
    for pattern, english in (*_LANGUAGES, *_WORDS):
        question = pattern.sub(english, question)
    return " ".join(question.split())
