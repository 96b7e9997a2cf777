"""Words for people in one form, whatever gender their endings name: a waitress and a waiter did the same work.

Titles of English, German, French, Spanish, Italian and Dutch. The form need not be a word of the language: it is
compared and embedded, never shown as a quote. Endings are used where a language builds them by rule ("Verkäuferin",
"développeuse"), words where it does not ("Krankenschwester").
"""

import re
from functools import lru_cache

_PAIRS = """
waitress:waiter waitresses:waiters actress:actor actresses:actors stewardess:steward hostess:host
hostesses:hosts headmistress:headmaster manageress:manager proprietress:proprietor conductress:conductor
instructress:instructor mayoress:mayor usherette:usher comedienne:comedian sculptress:sculptor authoress:author
husband:person wife:person mother:person father:person male:person female:person woman:person women:people
man:person men:people masseuse:masseur seamstress:tailor krankenschwestern:krankenpfleger köchin:koch
köchinnen:köche ärztin:arzt ärztinnen:ärzte beamtin:beamter putzfrau:putzmann
ingénieure:ingénieur professeure:professeur avocate:avocat assistante:assistant consultante:consultant
gérante:gérant enseignante:enseignant étudiante:étudiant représentante:représentant soignante:soignant
commerçante:commerçant dirigeante:dirigeant surveillante:surveillant chargée:chargé employée:employé
attachée:attaché diplômée:diplômé cheffe:chef enfermera:enfermero camarera:camarero cocinera:cocinero
ingeniera:ingeniero cajera:cajero peluquera:peluquero carnicera:carnicero panadera:panadero costurera:costurero
arquitecta:arquitecto abogada:abogado maestra:maestro médica:médico secretaria:secretario licenciada:licenciado
graduada:graduado jefa:jefe encargada:encargado empleada:empleado profesora:profesor asesora:asesor
supervisora:supervisor enfermeira:enfermeiro engenheira:engenheiro cozinheira:cozinheiro advogada:advogado
infermiera:infermiere cameriera:cameriere ingegnera:ingegnere cuoca:cuoco commessa:commesso impiegata:impiegato
avvocata:avvocato parrucchiera:parrucchiere verkoopster:verkoper medewerkster:medewerker lerares:leraar
"""
_WORDS = dict(pair.split(":") for pair in _PAIRS.split())
# Words that end as the names of women at work do, and are none.
_NO_PEOPLE = """
glycerin valentin konstantin constantin kristin christin severin interferin argentin beatrice patrice matrice
cicatrice matière manière lumière rivière carrière frontière bière arrière filière prière croisière barrière
bannière
"""
_NONE = frozenset(_NO_PEOPLE.split())
# The end of a word, and the form that it is brought to.
_ENDINGS = tuple(
    (re.compile(pattern, re.IGNORECASE), form)
    for pattern, form in (
        (
            (
                r"^(?P<who>sales|chair|spokes|fore|business|handy|fire|police|crafts|trades|fisher|draughts|drafts|camera"
                r"|council|service|congress|bar|door|ombuds|repair|delivery|post|alder|assembly|clergy|news|anchor|crew"
                r"|stunt|watch|dust|milk|sports|plains|stock|cattle|ground|chamber)(?:man|woman|maid|lady|girl)$"
            ),
            r"\g<who>person",
        ),
        (
            (
                r"^(?P<who>sales|chair|spokes|business|fire|police|crafts|trades|fisher|draughts|repair|service|door|post)"
                r"(?:men|women|ladies|girls|persons)$"
            ),
            r"\g<who>people",
        ),
        (r"(?<=\w\w)anwält(?:in|innen)$", "anwalt"),
        (r"(?<=\w\w)[äa]rzt(?:in|innen)$", "arzt"),
        (r"(?<=\w\w)köchin$", "koch"),
        (r"(?<=\w\w\w)(?P<end>olog|agog)(?:in|innen)$", r"\g<end>e"),
        (r"(?<=\w\w\w)(?P<end>er|or|eur|ist|ent|ant|eut|ekt|graf)(?:in|innen)$", r"\g<end>"),
        (r"(?<=\w\w\w)schwester$", "pfleger"),
        (r"(?<=\w\w\w)frau(?:en)?$", "mann"),
        (r"(?<=\w\w)ière(?P<s>s?)$", r"ier\g<s>"),
        (r"(?<=\w[bcdfghlmnpstvz])euse(?P<s>s?)$", r"eur\g<s>"),
        (r"(?<=\w\w)(?P<end>[cd]i|gi)enne(?P<s>s?)$", r"\g<end>en\g<s>"),
        (r"(?<=\w\w)(?P<end>[aciut])(?:teur|trice|tore)(?P<s>s?)$", r"\g<end>tor\g<s>"),
        (r"(?<=\w\w\w)(?P<end>[aei]d)ora(?P<s>s?)$", r"\g<end>or\g<s>"),
        (
            r"^(?P<end>(?:direc|doc|consul|audi|instruc|traduc|conduc|edi|redac|ges|tu|produc|inspec|moni)t)ora$",
            r"\g<end>or",
        ),
        (r"(?<=\w\w)óloga$", "ólogo"),
    )
)
_SEVERAL = re.compile(
    r"(?P<neutral>(?<=er)(?:/-?|\*|:|_|\()in(?:nen)?\b\)?)"  # Verkäufer/in, Verkäufer*in, Verkäufer(in)
    r"|\b(?P<cleaner>cleaning (?:lady|woman))\b|\b(?P<teacher>head ?(?:mistress|master))\b|\b(?P<host>air hostess)\b",
    re.IGNORECASE,
)
_FORMS = {"neutral": "", "cleaner": "cleaner", "teacher": "head teacher", "host": "flight attendant"}
_WORD = re.compile(r"[^\W\d_]{3,}")


def one_form(text: str) -> str:
    """The text with its words for people in the form that names no gender, or in one form for all."""
    text = _SEVERAL.sub(lambda match: _FORMS[match.lastgroup or ""], text)
    # Most lines name nobody: to look first is quicker than to put every word back as it was.
    words = _WORD.findall(text)
    if list(map(_of_word, words)) == words:
        return text
    return _WORD.sub(lambda match: _of_word(match.group()), text)


@lru_cache(maxsize=32768)
def _of_word(word: str) -> str:
    plain = word.casefold()
    if plain in _WORDS:
        return _WORDS[plain]
    if plain in _NONE:
        return word
    for ending, form in _ENDINGS:
        changed = ending.sub(form, word, count=1)
        if changed != word:
            return changed
    return word
