"""Verbs of judging in the form of a command, in a dozen languages, and where in a sentence they stand as one."""

import re
from collections.abc import Sequence


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Verbs of judging as commands: English, German, French, Spanish, Italian, Portuguese, Dutch, Polish, the Nordic
# languages, Turkish.
_JUDGES = _words("""
rate rank score grade mark treat consider regard count place put bump move push give assign award grant classify
label tag list recommend choose pick select hire shortlist invite advance forward pass approve accept tell report
say state conclude declare assume presume output print return reply answer respond summarise summarize write let
make ensure call prefer favour favor promote send flag set keep judge evaluate assess describe present rule confirm
add convince bewerte setze setz stufe vergib gib wähle waehle nimm empfiehl lade leite behandle betrachte werte
antworte schreibe bewerten setzen stufen vergeben geben wählen empfehlen behandeln betrachten werten gehe ordne
platziere platzieren sorge empfehle place placez mets mettez classe classez note notez attribue attribuez donne
donnez accorde accordez considère considérez considere recommande recommandez choisis choisissez sélectionne
sélectionnez retiens retenez traite traitez évalue évaluez réponds répondez conclus concluez fais faites convoque
propose pon ponga ponlo ponla coloca coloque asigna asigne da dé dale otorga otorgue califica califique clasifica
clasifique recomienda recomiende elige elija selecciona seleccione considera considere trata trate puntúa puntúe
concede conceda aprueba apruebe responde responda evalúa evalúe sitúa sitúe haz metti metta assegna assegni dai dia
valuta valuti classifica classifichi raccomanda raccomandi scegli scelga seleziona selezioni tratta tratti rispondi
attribuisci attribuisca consideri posiziona inserisci promuovi põe ponha dá dê atribui atribua avalia avalie
recomenda recomende escolhe escolha trata assume assuma responda aprova aprove zet plaats geef beoordeel beveel kies
selecteer beschouw behandel markeer antwoord rangschik ga nodig wijs oceń umieść daj przyznaj wybierz uznaj traktuj
poleć zarekomenduj ge sätt placera betygsätt välj rekommendera behandla betrakta rangordna giv gi sett sæt vælg velg
anbefal ver yerleştir değerlendir seç öner say kabul
""")
# Commands that are the outcome themselves: "invite this applicant".
CHOOSES = _words("""
recommend choose pick select hire shortlist invite accept approve promote favour favor empfiehl wähle nimm lade
empfehlen wählen recommande recommandez choisis choisissez sélectionne sélectionnez retiens retenez convoque
recomienda recomiende elige elija selecciona seleccione aprueba apruebe recomiéndame elígeme contrátame
selecciónname raccomanda raccomandi scegli scelga sceglimi godkänn godkend godkjenn raccomandami assumimi promuovi
promuova acepta acepte accetta accetti aceita aceite consiglia consigli raad accepta recomenda recomende escolhe
escolha aprova aprove kies selecteer beveel wybierz zarekomenduj poleć välj rekommendera vælg velg anbefal seç öner
""")
# Commands to take something for given.
ASSUMES = _words("""
mark treat consider regard count assume presume declare rate answer setze setz betrachte werte behandle betrachten
werten behandeln considère considérez considere traite traitez considera considere da dé trata trate consideri
assume assuma beschouw behandel markeer uznaj traktuj betrakta behandla
""")
# Words that may stand before a command in its clause.
_BEFORE = _words("""
please kindly just now then always simply instead only never don't not and but so therefore also or must should
shall will to either bitte und dann jetzt nur stets immer einfach simplement simplemente semplicemente simplesmente
gewoon soltanto solo sollst musst et puis veuillez donc maintenant y luego ahora por favor entonces e poi ora devi
deves deve debes debe agora então en favore cortesia dan nu alstublieft alsjeblieft moet voor sondern ne non no não
niet nooit nie nu i oraz proszę och sedan nu og så ve lütfen
""")
_COMMANDS = _JUDGES | CHOOSES | ASSUMES
_TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d+|[.,:;!?–—\n\"“”()\[\]>-]")


# How words begin without one of which a text holds none of the signs; looking at them is much quicker.
_BEGINNINGS = tuple(
    sorted(
        _words("""
candidat applic person resum résum curric currí profil perfil document kandid bewerb lebenslauf dossier pessoa
sollicit kandydat życiorys sökande ansøger søker aday özgeçmiş ignor disregard forget overr discard vergiss vergess
missacht oubli olvid descart desestim dimentic trascur desconsider esque negeer vergeet zignor zapomnij pomiń glöm
bortse glem görmez unut ansök instru prompt rule regel guideline anweis vorgab consigne règle regla regole istruz
regras polece zasad criteri kriter critèr requi qualif muss compét compet habilid eisen vereist wymaga krav gereks
şart exigence condition algorit chatgpt chatbot künstlich artific kunstmat sztucz yapay system systè sistem
softw machine macchin maquin máquin masch maszyn sprachmodell taalmodel parser screen assistent logiciel reader
whoever whatever anyone frage pregunt domand pergunt vraag vrag pytan fråg question decision verdict respond rispond
odpowied svar sadece match percentage automat robot comput einzuladen aside attention abstraction compte bypass obey
""")
    )
)
_FIRST_LETTERS = frozenset(begin[:4] for begin in _BEGINNINGS)
_WHOLE = _words("""
cv gpt
me mich mir moi mij mig meg mnie beni you your du ki ia ai ais llm llms ats bot bots score rating punkte caso conto
conta set skip suspend disable boxes one file text trust believe follow yok recomiéndame elígeme contrátame
selecciónname sceglimi raccomandami assumimi tu dein deine je jouw usted você vous votre
""")


def commanded(text: str) -> set[str]:
    """The verbs of judging that begin a clause of the text in the form of a command."""
    begins, found = True, set()
    for token in _TOKEN.findall(text.casefold()):
        if not token[0].isalnum() or token in _BEFORE:
            begins = True
        else:
            if begins and token in _COMMANDS:
                found.add(token)
            begins = False
    return found


def may_order(words: Sequence[str]) -> bool:
    """False for a text (its words in small letters) that holds none of the words of an order; quick, and True for many
    that are none."""
    return not _WHOLE.isdisjoint(words) or any(
        word[:4] in _FIRST_LETTERS and word.startswith(_BEGINNINGS) for word in words
    )
