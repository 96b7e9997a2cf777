"""Which parts of a resume are the posting's own sentences: pasted whole, reordered, reworded a little, or taken apart.

Sentences are compared by the words that carry meaning, brought to one form: "you will", "I have" and the endings of
verbs change nothing, nor does a word that was left out. Words of the posting in its order, close together, are an
echo. Who tailors a resume echoes phrases and adds what is their own (figures, names, circumstances) to each; who
copies has whole sentences, several of them, that hold next to nothing else. So a sentence is judged by its likeness
alone only where it is long, or where nothing else in the resume has to do with the posting. A position whose lines
mostly hold figures or words of its own is an account, however near to the posting it is worded. Words of the posting
that are misspelt are its words.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from analyses.engine.chunks import Chunk
from analyses.engine.misspelling import Spelling
from analyses.engine.words import stem

SKIPPED_THERE = 3  # words of the posting that may be left out between two
SKIPPED_HERE = 1  # words that may be put in between
MANY = 15  # words of a chunk from which on two in order are none either: clauses in another order
FRAMED = 3  # echoes that a word stands beside alike
CHAIN = 3  # words in order from which on they are no accident
ECHO = 0.85  # of a chunk's words: less leaves room for what is one's own
PHRASE = 24  # characters of a phrase's words: shorter ones ("project management") are names of things
LONG = 7  # words that make a sentence
VERY_LONG = 12  # words in one chain, whatever stands around them
RUN_PHRASES, RUN_WORDS = 2, 9  # of neighbouring echoes that are a copied passage
ALL_PHRASES = ((3, 14), (2, 18))  # and their words, all over the resume
ALL_WORDS = 20  # of what is copied without doubt: what is nearly so is copied with it
NEARLY_WORDS, NEARLY_ALL = 30, 0.7  # of the posting's words, in chunks that hold little else
NEAR = 0.5  # of a chunk's words
ORDERED_CHUNKS, ORDERED_CHAIN = 3, 8  # of neighbours in the posting's order
ORDERED_WORDS, ORDERED_PHRASE = 12, 4  # as they are written: of all of them together, of the longest
PLACES = 12  # of one word in the posting that are looked at
SOME = 2  # lines of a position with something of one's own, for up to twice as many without
OWN = 2  # words of one's own from which on a line of a position is more than the posting's
REST = 8  # words of a resume besides
ALONE, SUPPORTED = 5, 0.10  # words of a sentence copied alone; cosine of the posting's words with all other lines

_WORD = re.compile(r"[\w+#]+")
# Words that a sentence keeps its meaning without; those that say who it is about are the first to be changed.
_FILLER_WORDS = """
i me my mine we us our ours you your yours he she his her they their them it its who whom which that this these those
a an the and or nor of in on at to for with by from as into than then so such also both either per via within across
is are was were be been being am will would shall should must may might can could do does did done have has had having
need needs needed required require requires hold holds bring able ability willing candidate candidates applicant
applicants successful ideal ll ve re d s t m
der die das den dem des ein eine einen einem einer eines und oder mit für von zu zum zur im in am auf aus bei nach als
sie ihr ihre ihren ihrer ich mein meine wir unser unsere ist sind wird werden haben hat habe sowie
le la les l d un une des du de et ou avec pour dans sur par en au aux vous votre vos nous notre nos je mon ma mes est
sont êtes avez ai el los las unos unas y o con para por del al su sus mi mis es son tiene tengo
het een en van op met voor je jouw wij onze ons is zijn ik mijn heb hebt heeft os as um uma e com no na nos nas do da
dos das seu sua meu minha
"""
_FILLER = frozenset(_FILLER_WORDS.split())
# The verbs of resumes whose past is another word.
_PAST = """
led:lead ran:run built:build wrote:write written:write kept:keep taught:teach sold:sell made:make took:take gave:give
brought:bring won:win drove:drive oversaw:oversee held:hold did:do dealt:deal grew:grow found:find met:meet
sought:seek spoke:speak understood:understand chose:choose began:begin drew:draw bought:buy sent:send taken:take
"""
_PRESENT = dict(pair.split(":") for pair in _PAST.split())
_DOUBLED = re.compile(r"([bdglmnprt])\1$")


_HELD = ("education", "certif", "languages")
_NUMBER_WORDS = """
two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty hundred thousand zwei
drei vier fünf sechs sieben acht neun zehn deux trois quatre cinq six sept huit neuf dix dos tres cuatro cinco seis
siete ocho nueve diez
"""
_NUMBERS = frozenset(_NUMBER_WORDS.split())
_PAPER = re.compile(
    r"\b(?:level|diplom\w*|certificat\w*|degree|bachelor|master|bsc|msc|nvq|btec|licen[cs]es?|regist\w+|edition|regulations|award"
    r"|qualification|card|ticket|pass|abschluss|zertifikat|ausbildung|schein|dipl[oô]me|brevet|t[ií]tulo|certificado)\b",
    re.IGNORECASE,
)

Places = Mapping[str, Sequence[int]]  # of each word in the posting


@dataclass(frozen=True, slots=True)
class _Echo:
    """How much of a chunk stands in the posting."""

    index: int
    words: int  # that carry meaning
    echoed: int  # of them in chains
    longest: int  # chain
    characters: int  # of the echoed words
    is_list: bool  # little more than names of skills
    entry: int | None = None  # the position it stands in
    has_figure: bool = False  # a number that the posting does not name
    added: int = 0  # words of one's own that stand together behind those of the posting
    is_holding: bool = False  # studies, a certificate, a licence: their names are what they are

    @property
    def is_whole(self) -> bool:
        return self.words > 0 and self.echoed >= ECHO * self.words and not self.has_figure

    @property
    def is_own(self) -> bool:
        """A line that is worded like the posting and tells more than it."""
        return (self.has_figure or self.added >= OWN) and self.longest >= CHAIN and self.echoed >= NEAR * self.words

    @property
    def is_near(self) -> bool:
        if self.is_list:
            return self.is_whole and self.longest >= CHAIN
        if self.has_figure or self.is_holding:
            return False
        return (self.is_whole and self.longest > 1) or (self.longest >= CHAIN and self.echoed >= NEAR * self.words)

    @property
    def is_phrase(self) -> bool:
        return (
            self.is_whole
            and not (self.is_list or self.is_holding)
            and self.echoed >= CHAIN
            and self.characters >= PHRASE
        )


def words_compared(text: str) -> list[str]:
    """The words of a text that carry meaning, in order, each in one form."""
    words = (word.casefold() for word in _WORD.findall(text))
    return [_form(_PRESENT.get(word, word)) for word in words if word not in _FILLER]


@lru_cache(maxsize=32768)
def _form(word: str) -> str:
    """One form of a word: "planned" and "plan", "carries" and "carry" are one."""
    plain = _DOUBLED.sub(r"\1", stem(word))
    return f"{plain[:-1]}i" if len(plain) > 3 and plain.endswith("y") else plain


def copied(
    chunks: Sequence[Chunk], description: str, mentions: Mapping[int, int], holdings: Collection[int] = ()
) -> set[int]:
    """Indexes of the chunks that are the posting's own words. ``mentions``: skills named, by chunk; ``holdings``:
    chunks that name a certificate or a licence."""
    places: dict[str, list[int]] = defaultdict(list)
    for at, word in enumerate(words_compared(description)):
        places[word].append(at)
    echoes = _echoes(chunks, places, mentions, holdings)
    of_index = {chunk.index: chunk for chunk in chunks}
    accounts = _accounts(echoes)
    if accounts:
        accounts &= _fitting(chunks, places)
    echoes = [echo for echo in echoes if echo.entry is None or echo.entry not in accounts]
    found = {echo.index for echo in echoes if _is_copied_alone(echo)}
    for run in _runs(echoes):
        if _is_passage(run, RUN_PHRASES, RUN_WORDS):
            found |= {echo.index for echo in run}
        else:
            found |= _in_order([of_index[echo.index] for echo in run], places)
    if _words_of(echoes, found) >= ALL_WORDS or _is_spread(echoes, sum(map(len, places.values()))):
        found |= {echo.index for echo in echoes if echo.is_near}
    found |= {echo.index for run in _runs(echoes) if any(e.index in found for e in run) for echo in run}
    return found | _from_another_trade(chunks, echoes, places)


def _from_another_trade(chunks: Sequence[Chunk], echoes: Sequence[_Echo], places: Places) -> set[int]:
    """What is worded like the posting where nothing else has to do with it: its lines reworded, or one alone."""
    near = [echo for echo in echoes if echo.is_near and not echo.is_list and echo.words > CHAIN <= echo.longest]
    if not near or _is_supported(chunks, [echo for echo in echoes if echo.is_near or echo.is_whole], places):
        return set()
    if len(near) >= FRAMED:
        return {echo.index for echo in near}
    return {echo.index for echo in near if echo.is_phrase and echo.echoed >= ALONE}


def _fitting(chunks: Sequence[Chunk], places: Places) -> set[int | None]:
    """Positions whose heading shares a word with the posting."""
    heads = (chunk for chunk in chunks if chunk.is_head and chunk.entry is not None)
    return {chunk.entry for chunk in heads if any(word in places for word in words_compared(chunk.embedded))}


def _accounts(echoes: Sequence[_Echo]) -> set[int | None]:
    """Positions worded like the posting of which lines enough hold something of their own."""
    own = Counter(echo.entry for echo in echoes if echo.is_own)
    bare = Counter(echo.entry for echo in echoes if echo.is_phrase)
    return {entry for entry, count in own.items() if entry is not None and count >= SOME and bare[entry] <= 2 * count}


def _is_supported(chunks: Sequence[Chunk], near: Sequence[_Echo], places: Places) -> bool:
    """Whether the rest of the resume has to do with the posting; where there is hardly any rest, nobody can say."""
    beside = {echo.index for echo in near}
    told = {word for chunk in chunks if chunk.index not in beside for word in words_compared(chunk.embedded)}
    common = sum(word in places for word in told)
    return len(told) < REST or common >= SUPPORTED * math.sqrt(max(1, len(told)) * max(1, len(places)))


def _is_spread(echoes: Sequence[_Echo], asked: int) -> bool:
    """Whether the posting (``asked`` words) stands in the resume bit by bit: several whole phrases, or nearly all."""
    if any(_is_passage(echoes, least, words) for least, words in ALL_PHRASES):
        return True
    said = sum(echo.echoed for echo in echoes if echo.is_near)
    return said >= max(NEARLY_WORDS, NEARLY_ALL * asked)


def _is_passage(echoes: Sequence[_Echo], least: int, words: int) -> bool:
    phrases = [echo for echo in echoes if echo.is_phrase]
    return len(phrases) >= least and sum(echo.echoed for echo in phrases) >= words


def _words_of(echoes: Sequence[_Echo], indexes: set[int]) -> int:
    return sum(echo.echoed for echo in echoes if echo.index in indexes)


def _in_order(run: Sequence[Chunk], places: Places) -> set[int]:
    """Chunks of a run that stand in the posting one behind the other, however short: a posting that was pasted falls
    into short lines. Skills of one's own that it names in another order are no passage of it."""
    owners: list[Chunk] = []
    words: list[str] = []
    for chunk in run:
        own = words_compared(chunk.embedded)
        owners += [chunk] * len(own)
        words += own
    found: set[int] = set()
    lengths = _chains(words, places, 0)
    begin = 0
    for end in range(1, len(words) + 1):
        if end < len(words) and min(lengths[end], lengths[end - 1]) >= ORDERED_CHAIN:
            continue
        stretch = {chunk.index: chunk for chunk in owners[begin:end]}
        counts = [chunk.words for chunk in stretch.values()]
        if len(counts) >= ORDERED_CHUNKS and sum(counts) >= ORDERED_WORDS and max(counts) >= ORDERED_PHRASE:
            found |= stretch.keys()
        begin = end
    return found


def _is_copied_alone(echo: _Echo) -> bool:
    """A long sentence that is the posting's from its first word to its last, or holds a very long one."""
    if echo.is_list:
        return False
    return (echo.is_whole and echo.longest >= LONG) or echo.longest >= VERY_LONG


def _runs(echoes: Sequence[_Echo]) -> Iterator[list[_Echo]]:
    """Neighbouring chunks of which each stands in the posting."""
    run: list[_Echo] = []
    for echo in echoes:
        if echo.is_whole:
            run.append(echo)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _echoes(
    chunks: Sequence[Chunk], places: Places, mentions: Mapping[int, int], holdings: Collection[int]
) -> list[_Echo]:
    """How much of each chunk stands in the posting. A word that several echoes hold beside it alike ("You ask: ...
    Yes.") is no detail of one's own and does not count."""
    spelling = Spelling(places)
    texts = [spelling.mended(words_compared(chunk.embedded)) for chunk in chunks]
    lengths = [_chains(words, places) for words in texts]
    beside: Counter[str] = Counter()
    for words, chains in zip(texts, lengths, strict=True):
        if 2 * sum(length >= CHAIN for length in chains) >= len(words):
            beside.update({word for word, length in zip(words, chains, strict=True) if length < CHAIN})
    frame = {word for word, count in beside.items() if count >= FRAMED and word not in places}
    for number, words in enumerate(texts):
        if not frame.isdisjoint(words):
            texts[number] = [word for word in words if word not in frame]
            lengths[number] = _chains(texts[number], places)
    return [
        _echo(chunk, words, chains, 2 * mentions.get(chunk.index, 0) >= chunk.words, holdings)
        for chunk, words, chains in zip(chunks, texts, lengths, strict=True)
    ]


def _is_holding(chunk: Chunk, holdings: Collection[int]) -> bool:
    """Studies, and what is named as a paper: whoever holds it writes its name as the posting does."""
    if chunk.index in holdings or (chunk.is_study and chunk.is_head):
        return True
    return (chunk.is_study or chunk.section.startswith(_HELD)) and bool(_PAPER.search(chunk.masked.text))


def _has_figure(words: Sequence[str], lengths: Sequence[int]) -> bool:
    """Whether a number stands in a line, but at its beginning, that the posting does not have there."""
    rows = list(zip(words, lengths, strict=True))[1:]
    return any(length < 2 and (word[0].isdigit() or word in _NUMBERS) for word, length in rows)


def _added(lengths: Sequence[int]) -> int:
    """Words at the end that are not the posting's: who rewords it puts other words in between."""
    return next((count for count, length in enumerate(reversed(lengths)) if length > 1), 0)


def _echo(
    chunk: Chunk, words: Sequence[str], lengths: Sequence[int], is_list: bool, holdings: Collection[int]
) -> _Echo:
    enough = min(CHAIN, len(words)) if len(words) < MANY else CHAIN - 1
    echoed = [number for number, length in enumerate(lengths) if length >= enough]
    characters = sum(len(words[number]) for number in echoed)
    longest = max(lengths, default=0)
    echo = _Echo(chunk.index, len(words), len(echoed), longest, characters, is_list, chunk.entry)
    if longest < CHAIN - 1:
        return echo
    return replace(
        echo,
        has_figure=_has_figure(words, lengths),
        added=_added(lengths),
        is_holding=_is_holding(chunk, holdings),
    )


def _chains(words: Sequence[str], places: Places, skipped: int = SKIPPED_HERE) -> list[int]:
    """For each word, how long the longest chain is that it is part of: words in the order of the posting with small
    gaps. Looked at from both ends, in time linear in the words."""
    forward = _reaching(words, places, 1, skipped)
    backward = _reaching(words, places, -1, skipped)
    return [
        max((forward[number][at] + backward[number][at] - 1 for at in forward[number]), default=0)
        for number in range(len(words))
    ]


def _reaching(words: Sequence[str], places: Places, way: int, skipped: int) -> list[dict[int, int]]:
    """The length of the longest chain that ends at each word, by its place in the posting; begins, for ``way`` -1."""
    found: list[dict[int, int]] = [{} for _ in words]
    numbers = range(len(words)) if way > 0 else range(len(words) - 1, -1, -1)
    for number in numbers:
        before = [found[number - way * gap] for gap in range(1, skipped + 2) if 0 <= number - way * gap < len(words)]
        for at in places.get(words[number], ())[:PLACES]:
            best = 0
            for known in before:
                for gap in range(1, SKIPPED_THERE + 2):
                    best = max(best, known.get(at - way * gap, 0))
            found[number][at] = best + 1
    return found
